"""Makes the truth set: ``python -m benchmarks.truth.build [tuning|fresh|heldout]`` prints where its parts are."""

import hashlib
import importlib
import os
import random
import shutil
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from benchmarks.truth.browser import Browser, save
from benchmarks.truth.degrade import Camera, photographed
from benchmarks.truth.sheet import Sheet, drawn

HERE = Path(__file__).parent
DRAWING = ("browser.py", "build.py", "days.py", "degrade.py", "format.py", "grammar.py", "sheet.py")
HALVES = ("tuning", "fresh", "heldout")


def cache() -> Path:
    """Return the folder in which drawn screens and read lines are kept, for all working trees of this person."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "juzheng-bench"


def made(half: str) -> Path:
    """Return the folder of a half; draw it where its generator changed since it was drawn."""
    target = cache() / f"{half}-{_stamp(half)[:16]}"
    if target.is_dir():
        return target
    unfinished = target.with_name(f"{target.name}.{os.getpid()}")
    unfinished.mkdir(parents=True)
    with Browser() as browser:
        for index, (kind, sheet) in enumerate(_sheets(half)):
            _keep(kind, sheet, browser, unfinished, random.Random(f"{half} {index}"), index)
    if target.is_dir():  # drawn by somebody else meanwhile
        shutil.rmtree(unfinished)
    else:
        unfinished.rename(target)
    return target


def _sheets(half: str) -> Iterator[tuple[str, Sheet]]:
    module = importlib.import_module(f"benchmarks.truth.{half}.generate")
    yield from module.sheets()


def _stamp(half: str) -> str:
    """Return a hash of all that the half is made from, but for fonts and browser."""
    whole = hashlib.sha256()
    for path in sorted([*(HERE / name for name in DRAWING), *(HERE / half).glob("*.*")]):
        whole.update(path.read_bytes())
    return whole.hexdigest()


def _keep(kind: str, sheet: Sheet, browser: Browser, folder: Path, source: random.Random, index: int) -> None:
    picture, boxes = drawn(sheet, browser)
    truth = sheet.truth
    at = datetime.fromisoformat(truth.captured)
    if kind == "photo":
        camera = Camera(desk=source.choice(((92, 74, 60), (170, 165, 158), (40, 44, 50))))
        picture, boxes = photographed(picture, boxes, camera, source, source.uniform(1.05, 1.45))
        for part in (*truth.messages, *truth.rows):
            part.box = boxes[part.id]
    name = _name(kind, at, source, index)
    truth.name = name
    path = folder / name
    save(picture, path, 88 if kind == "photo" else source.choice((60, 70, 75, 80, 90)))
    os.utime(path, (at.timestamp(), at.timestamp()))
    truth.save(path)


def _name(kind: str, at: datetime, source: random.Random, index: int) -> str:
    """Return a file's name as phones write it; each is one of its own, as the seconds of a capture are."""
    ending = "jpg" if kind == "photo" else kind
    at = at.replace(second=index % 60)
    if kind == "photo":
        return f"IMG_{at:%Y%m%d_%H%M%S}.{ending}"
    forms = ["Screenshot_{0:%Y%m%d-%H%M%S}.{1}", "Screenshot_{0:%Y-%m-%d-%H-%M-%S}-667_com.tencent.mm.{1}"]
    forms += ["Screenshot_{0:%Y%m%d_%H%M%S}.{1}", "Screenshot_{0:%Y%m%d-%H%M%S}_Messages.{1}"]
    return source.choice(forms).format(at, ending)


if __name__ == "__main__":
    for wanted in sys.argv[1:] or HALVES:
        print(made(wanted))
