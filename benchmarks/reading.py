"""Reading a screen against RapidOCR as it comes, on the same pictures: processor time, lines right, peak memory.

Processor time, because a busy machine stretches every other clock.
"""

import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from tests.fakes.screens import Screen, random_chat

OURS = """
import sys, resource
from PIL import Image
from evidence_app.reading.engine import Engine
from evidence_app.reading.strips import read_page
engine, image = Engine(), Image.open(sys.argv[1]).convert("RGB")
def look(region, width):
    x, y, across, down = region
    part = image.crop((x, y, x + across, y + down))
    part = part if width == across else part.resize((width, round(down * width / across)))
    return engine.read(part.tobytes(), *part.size)
read = lambda: [line.text for line in read_page(*image.size, 0, look)]
"""
DEFAULTS = """
import sys, resource
from rapidocr import RapidOCR
engine = RapidOCR(params={"Global.log_level": "critical"})
read = lambda: list(engine(sys.argv[1]).txts or ())
"""
TILES = """
import sys, resource
import numpy
from PIL import Image
from rapidocr import RapidOCR
engine, image = RapidOCR(params={"Global.log_level": "critical"}), Image.open(sys.argv[1]).convert("RGB")
def cut(top):
    if image.height - top <= 1900:
        return image.height
    rows = numpy.asarray(image.crop((0, top + 1500, image.width, top + 1900)).convert("L"))
    blank = [row for row in range(400) if rows[row].std() < 1]
    return top + 1500 + (blank[-1] if blank else 399)
def read():
    lines, top = [], 0
    while top < image.height:
        below = cut(top)
        tile = numpy.asarray(image.crop((0, top, image.width, below)))[:, :, ::-1]
        lines += engine(tile).txts or ()
        top = below
    return lines
"""
MEASURED = """
read()  # loads the models
before = resource.getrusage(resource.RUSAGE_SELF)
lines = read()
after = resource.getrusage(resource.RUSAGE_SELF)
seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
print(seconds, after.ru_maxrss // 1024, *lines, sep=chr(10))
"""

GOAL = 0.7
MOST_MEGABYTES = 1000


def main() -> None:
    """Print one line for each screen."""
    application = QGuiApplication.instance() or QGuiApplication([])
    assert application is not None
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "screen.png"
        screen = cropped(random_chat(1, 12), 2340)
        compared("a screenshot", screen, screen.save(path), {"RapidOCR's defaults": DEFAULTS}, GOAL)
        screen = cropped(random_chat(1, 110), 20_000)
        others = {"RapidOCR's defaults on tiles": TILES, "RapidOCR's defaults": DEFAULTS}
        compared("a long screenshot", screen, screen.save(path), others, None)


def cropped(screen: Screen, height: int) -> Screen:
    """Return a screen cut off where its height ends, without what does not wholly stand on it."""
    assert screen.image.height() >= height
    screen.image = screen.image.copy(0, 0, screen.image.width(), height)
    screen.lines = [line for line in screen.lines if line.box[1] + line.box[3] < height]
    return screen


def compared(name: str, screen: Screen, path: Path, others: dict[str, str], goal: float | None) -> None:
    """Print what reading it costs and gives, beside others."""
    ours = measured(OURS, path)
    print(f"{name}, {screen.image.width()} × {screen.image.height()}: {float(ours[0]):.1f} s of the processor,")
    print(f"  lines right {right(screen, ours[2:]):.1%}, peak memory {ours[1]} MB (at the most {MOST_MEGABYTES})")
    for other, program in others.items():
        theirs = measured(program, path)
        wanted = "" if goal is None else f" (goal: at the most {goal})"
        print(f"  {float(ours[0]) / float(theirs[0]):.2f} of {other}{wanted}: {float(theirs[0]):.1f} s,", end=" ")
        print(f"lines right {right(screen, theirs[2:]):.1%}, peak memory {theirs[1]} MB")


def measured(program: str, path: Path) -> list[str]:
    """Return what a program of its own took and read: seconds, megabytes, lines."""
    command = [sys.executable, "-c", program + MEASURED, str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()


def right(screen: Screen, lines: list[str]) -> float:
    """Return which part of the lines was read exactly, but for widths of punctuation and spaces."""
    have = {plain(line) for line in lines}
    wanted = [plain(line.text) for line in screen.lines if any(char.isalnum() for char in line.text)]
    return sum(line in have for line in wanted) / len(wanted)


def plain(text: str) -> str:
    """Return a text without what does not count."""
    folded = unicodedata.normalize("NFKC", text).replace("。", ".").replace("、", ",")
    return "".join(folded.split())


if __name__ == "__main__":
    main()
