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
        for name, count in (("a screen", 9), ("a long screenshot", 100)):
            screen = random_chat(1, count)
            path = screen.save(Path(folder) / "screen.png")
            ours, defaults = measured(OURS, path), measured(DEFAULTS, path)
            ratio = float(ours[0]) / float(defaults[0])
            print(f"{name}, {screen.image.width()} × {screen.image.height()}: {float(ours[0]):.1f} s of the processor,")
            print(f"  {ratio:.2f} of RapidOCR's defaults (goal for a screen: {GOAL})")
            print(f"  lines right {right(screen, ours[2:]):.1%}, with the defaults {right(screen, defaults[2:]):.1%}")
            print(f"  peak memory {ours[1]} MB (at the most {MOST_MEGABYTES}), with the defaults {defaults[1]} MB")


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
