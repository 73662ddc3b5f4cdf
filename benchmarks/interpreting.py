"""Making something of long pages: 2,000 lines of labels with their values, and other forms as long, as processor time.

The baseline is a page an eighth as long: what grows with the lines takes eight times as long for the long one. It runs
in a thread of the program, so until it is done the window waits for it.
"""

import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from evidence_app.domain.machine_text import MachineLine
from evidence_app.reading.interpreting import interpret
from evidence_app.reading.layout.page import Around, Page

LINES, PARTS = 2000, 8
GOAL_S = 0.5
WIDTH_PX = 1080
AROUND = Around(ZoneInfo("Asia/Shanghai"), datetime(2025, 3, 1, 12, 0), ("速融宝",))
LABELS = (
    "交易时间",
    "付款方式",
    "收款方",
    "商品说明",
    "交易单号",
    "商户单号",
    "当前状态",
    "支付金额",
    "手续费",
    "到账时间",
)

Form = Callable[[int], list[MachineLine]]


def line(text: str, left: int, top: int, width: int = 240, height: int = 40) -> MachineLine:
    """Return a line as the engine gives it."""
    return MachineLine(text, (left, top, width, height), 0.97)


def labels_and_values(count: int) -> list[MachineLine]:
    """Return cards of ten labels, each with its value beside it."""
    made = []
    for row in range(count // 2):
        top = 300 + 80 * row + 80 * (row // len(LABELS))
        said = (
            f"2025年2月{1 + row % 28}日 12:{row % 60:02}:03", "零钱", f"商户{row}", "还款", f"42000023{row:010}",
            f"JX{row:08}", "支付成功", f"¥{row + 100}.00", "0.00", "立即到账",
        )  # fmt: skip
        made += [line(LABELS[row % 10], 80, top, 200), line(said[row % 10], 400, top, 400)]
    return made


def calls(count: int) -> list[MachineLine]:
    """Return rows of a list of calls, three lines each."""
    made = []
    for row in range(count // 3):
        top = 120 * row
        made += [line(f"139{row:08}", 40, top), line(f"2月{row % 28 + 1}日 08:15", 700, top)]
        made.append(line("呼入 3分12秒", 40, top + 50, 200, 34))
    return made


def payments(count: int) -> list[MachineLine]:
    """Return rows of a list of payments, three lines each, below its title."""
    made = [line("账单", 500, 60, 80, 44)]
    for row in range(count // 3):
        top = 200 + 120 * row
        made += [line(f"商户{row}号店", 140, top), line(f"2月{row % 28 + 1}日 08:15", 140, top + 50, 240, 34)]
        made.append(line(f"-{row % 900 + 10}.50", 850, top, 140))
    return made


def prose(count: int) -> list[MachineLine]:
    """Return an article."""
    said = "根据相关规定，本公司将在三个工作日内处理您的投诉，请您耐心等待"
    return [line(said, 60, 200 + 60 * row, 950, 44) for row in range(count)]


def page(form: Form, count: int) -> Page:
    """Return a page of so many lines."""
    lines = tuple(form(count))
    return Page(lines, WIDTH_PX, lines[-1].region[1] + 200, AROUND)


def took_s(given: Page) -> float:
    """Return the seconds of the processor that interpreting a page takes."""
    begin = time.process_time()
    interpret([given])
    return time.process_time() - begin


def main() -> int:
    """Print one line for each form; exit 1 if labels and values take longer than the goal."""
    forms: dict[str, Form] = {
        "labels and values": labels_and_values, "calls": calls, "payments": payments, "an article": prose,
    }  # fmt: skip
    taken: dict[str, float] = {}
    for name, form in forms.items():
        took_s(page(form, LINES // PARTS // 2))  # what is loaded once
        short, taken[name] = took_s(page(form, LINES // PARTS)), took_s(page(form, LINES))
        print(f"interpreting {LINES} lines of {name}: {taken[name]:.2f} s of the processor, ", end="")
        print(f"{taken[name] / short:.1f} times as long as {LINES // PARTS} lines (as many: {PARTS})")
    print(f"  goal: labels and values within {GOAL_S} s")
    return 0 if taken["labels and values"] <= GOAL_S else 1


if __name__ == "__main__":
    sys.exit(main())
