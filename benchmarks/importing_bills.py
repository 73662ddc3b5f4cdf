"""Bills of 200,000 rows, of each wallet and bank, from the command line into a new vault.

The baselines do nothing but read the same file in a process of their own: csv.reader a table of text, calamine (which
is Rust) a workbook. Memory is that of all processes together. Whether time grows with the rows and no faster is told by
a quarter of the file, imported before. All formats take some minutes: those named as arguments, else the wallets and
one bank, are imported; ``all`` names all of them.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from material.importing import events_in, imported, seconds

from evidence_app.domain.events import Direction, Outcome
from tests.fakes.workbooks import write_xlsx
from tests.unit.intake.exports.bills_written import WRITERS, Payment, as_text, table_of

ROWS = int(os.environ.get("JUZHENG_BENCH_ROWS", "200000"))
USUAL = ("alipay", "alipay-web", "wechat-pay", "wechat-pay.xlsx", "jd", "meituan", "icbc")
GOAL_MB = 250
MOST_GROWTH = 6.0
"""Of the time, for four times the rows: the work of one row must not grow with the file."""

CSV = """
import csv, sys
with open(sys.argv[1], encoding="utf-8-sig", newline="") as file:
    for row in csv.reader(file):
        pass
"""
WORKBOOK = """
import sys
from python_calamine import load_workbook
for row in load_workbook(sys.argv[1]).get_sheet_by_index(0).iter_rows():
    pass
"""


def payments(count: int) -> Iterator[Payment]:
    """Yield so many payments, one every 13 minutes."""
    begun = datetime(2020, 1, 1, 8)
    for number in range(count):
        yield Payment(
            at=begun + timedelta(minutes=13 * number),
            amount=Decimal(number % 900) + Decimal("0.50"),
            direction=Direction.OUT if number % 5 else Direction.IN,
            outcome=Outcome.DONE,
            party=f"商户{number % 300}",
            text=f"订单{number}",
            reference=f"42000{number:023}",
        )


def written(folder: Path, code: str, count: int) -> Path:
    """Write a bill; a name that ends with ``.xlsx`` makes it a workbook."""
    name, _, ending = code.partition(".")
    table = table_of(name, list(payments(count)))
    path = folder / f"bill.{ending or 'csv'}"
    if ending:
        return write_xlsx(path, [[cell.strip() for cell in row] for row in table])
    path.write_bytes(as_text(table))
    return path


def measured(folder: Path, code: str) -> bool:
    """Import one bill, print what it took, and tell whether the goals are met."""
    few_s, _ = imported(folder / "few", written(folder, code, ROWS // 4))
    path = written(folder, code, ROWS)
    bare_s = seconds(sys.executable, "-c", WORKBOOK if path.suffix == ".xlsx" else CSV, path)
    took_s, most_mb = imported(folder / "all", path)
    if events_in(folder / "all") != ROWS:
        sys.exit(f"{code}: rows are missing")
    print(f"{code}: {ROWS} rows, {path.stat().st_size / 1e6:.0f} MB: {took_s:.1f} s, {most_mb} MB (goal {GOAL_MB})")
    print(
        f"  bare reading {bare_s:.1f} s; ratio {took_s / bare_s:.1f}; {took_s / ROWS * 1e6:.0f} µs for each row; ",
        end="",
    )
    print(f"{took_s / few_s:.1f} times a quarter of it (goal {MOST_GROWTH})", flush=True)
    return most_mb <= GOAL_MB and took_s / few_s <= MOST_GROWTH


def main() -> int:
    """Measure the formats that are named; exit 1 if a goal is missed."""
    codes = sys.argv[1:] or USUAL
    if codes == ["all"]:
        codes = [*WRITERS, "wechat-pay.xlsx"]
    met = True
    for code in codes:
        folder = Path(tempfile.mkdtemp(prefix="juzheng-bench-"))
        try:
            met &= measured(folder, code)
        finally:
            shutil.rmtree(folder)
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
