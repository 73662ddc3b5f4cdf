"""A backup of a million messages (400 MB), and a bill of 200,000 rows, from the command line into a new vault.

The baselines do nothing but read: lxml's iterparse goes through the same file, csv.reader through the same bill, in
processes of their own. Time is until the vault has everything, durably; memory is that of all processes together.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import closing, suppress
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from material.exports_written import write_bill, write_messages

from evidence_app.actions.disputes import list_disputes
from evidence_app.actions.session import open_session

ROOT = Path(__file__).resolve().parent.parent
MESSAGES = int(os.environ.get("JUZHENG_BENCH_MESSAGES", "1000000"))
ROWS = int(os.environ.get("JUZHENG_BENCH_ROWS", "200000"))
GOAL_RATIO = 5.0
GOAL_MB = 250

ITERPARSE = """
import sys
from lxml import etree
for _, element in etree.iterparse(sys.argv[1], tag="sms", recover=True, huge_tree=True):
    element.clear()
    while element.getprevious() is not None:
        del element.getparent()[0]
"""
CSV = """
import csv, sys
with open(sys.argv[1], encoding="utf-8-sig", newline="") as file:
    for row in csv.reader(file):
        pass
"""


def seconds(*command: object) -> float:
    """Return how long a process takes."""
    begun = time.perf_counter()
    subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun


class Memory(threading.Thread):
    """Watches how much memory a process and those it started have together; shared pages count once."""

    def __init__(self, process_id: int) -> None:
        super().__init__(daemon=True)
        self.most_kb = 0
        self._process_id = process_id
        self._over = threading.Event()

    def run(self) -> None:
        """Look ten times a second."""
        while not self._over.wait(0.1):
            self.most_kb = max(self.most_kb, sum(map(_size_kb, _family(self._process_id))))

    def stop(self) -> None:
        """Stop looking."""
        self._over.set()
        self.join()


def _family(process_id: int) -> list[int]:
    found = [process_id]
    for each in found:
        with suppress(OSError):
            for task in Path(f"/proc/{each}/task").iterdir():
                found += map(int, (task / "children").read_text().split())
    return found


def _size_kb(process_id: int) -> int:
    with suppress(OSError):
        for line in Path(f"/proc/{process_id}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0


def imported(vault: Path, path: Path) -> tuple[float, int]:
    """Add a file from the command line; return seconds, and megabytes at the most."""
    program = [sys.executable, "-m", "evidence_app", "--vault", str(vault)]
    made = subprocess.run([*program, "new", "t", "--type", "other", "--institution", "i"], cwd=ROOT, check=True,
                          capture_output=True, text=True)  # fmt: skip
    dispute = made.stdout.split()[-1]
    begun = time.perf_counter()
    with subprocess.Popen([*program, "add", dispute, str(path)], cwd=ROOT, stdout=subprocess.DEVNULL) as adding:
        memory = Memory(adding.pid)
        memory.start()
        code = adding.wait()
        took = time.perf_counter() - begun
        memory.stop()
    if code:
        sys.exit(f"add failed: {code}")
    return took, memory.most_kb // 1024


def events_in(vault: Path) -> int:
    """Return how many events a vault has, but for those of files."""
    with closing(open_session(vault, read_only=True)) as session:
        (summary,) = list_disputes(session)
    return summary.event_count - 1


def main() -> int:
    """Print times, memory and ratios; exit 1 if a goal is missed."""
    folder = Path(tempfile.mkdtemp(prefix="juzheng-bench-"))
    try:
        messages, bill = folder / "sms.xml", folder / "bill.csv"
        write_messages(messages, MESSAGES)
        write_bill(bill, ROWS)
        bare_s = seconds(sys.executable, "-c", ITERPARSE, messages)
        took_s, most_mb = imported(folder / "messages", messages)
        if events_in(folder / "messages") != MESSAGES:
            sys.exit("messages are missing")
        print(f"importing {MESSAGES} messages, {messages.stat().st_size / 1e6:.0f} MB: {took_s:.1f} s, {most_mb} MB")
        print(f"  bare iterparse of lxml: {bare_s:.1f} s; ratio {took_s / bare_s:.1f}, goal {GOAL_RATIO}; ", end="")
        print(f"goal {GOAL_MB} MB")
        rows_s = seconds(sys.executable, "-c", CSV, bill)
        bill_s, bill_mb = imported(folder / "bill", bill)
        if events_in(folder / "bill") != ROWS:
            sys.exit("rows are missing")
        print(f"importing a bill of {ROWS} rows: {bill_s:.1f} s, {bill_mb} MB; csv.reader alone {rows_s:.1f} s")
        print(f"  ratio {bill_s / rows_s:.1f}; {bill_s / ROWS * 1e6:.0f} µs for each row")
        return 0 if took_s / bare_s <= GOAL_RATIO and max(most_mb, bill_mb) <= GOAL_MB else 1
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    sys.exit(main())
