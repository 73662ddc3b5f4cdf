"""A desktop of its own: an X server, a window manager, a hand that moves the pointer and presses keys."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from typing import Any

from PIL import Image, ImageChops, ImageGrab

ROOT = Path(__file__).resolve().parent.parent.parent
PATIENCE_S = 40.0
SIZE = (1920, 1080)
Place = tuple[int, int]


def eventually(condition: Callable[[], bool], what: str) -> None:
    """Wait until something is true. Raises AssertionError with what was waited for."""
    end = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < end, f"never: {what}"
        time.sleep(0.05)


def centre(box: Sequence[int]) -> Place:
    return box[0] + box[2] // 2, box[1] + box[3] // 2


@dataclass
class Desktop:
    """A screen with a window manager; everything on it has a home of its own."""

    display: str
    home: Path

    @property
    def environment(self) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "PYTHONDONTWRITEBYTECODE") if name in os.environ}
        places = {f"XDG_{what}_HOME": str(self.home / what.lower()) for what in ("DATA", "CONFIG", "CACHE", "STATE")}
        runtime = {"XDG_RUNTIME_DIR": str(self.home), "HOME": str(self.home), "DISPLAY": self.display}
        return kept | places | runtime | {"LANG": "C.UTF-8", "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)}

    def start(self, *command: str, **options: Any) -> subprocess.Popen[str]:  # noqa: ANN401 - those of Popen
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL} | options
        return subprocess.Popen(command, env=self.environment, text=True, cwd=self.home, **quiet)

    def picture(self) -> Image.Image:
        return ImageGrab.grab(xdisplay=self.display).convert("RGB")

    def spot(self, colour: tuple[int, int, int]) -> Place | None:
        """Return the middle of what has exactly this colour."""
        bands = zip(self.picture().split(), colour, strict=True)
        masks = [band.point([255 * (value == wanted) for value in range(256)]) for band, wanted in bands]
        box = reduce(ImageChops.darker, masks).getbbox()
        return None if box is None else ((box[0] + box[2]) // 2, (box[1] + box[3]) // 2)


class Hand:
    """Moves the pointer and presses keys, through the X server."""

    def __init__(self, desktop: Desktop) -> None:
        self._environment = desktop.environment
        self._at: Place = (0, 0)

    def _do(self, *arguments: object) -> str:
        done = subprocess.run(
            ["xdotool", *map(str, arguments)], env=self._environment, check=True, capture_output=True, text=True
        )
        return done.stdout

    def keys(self, *names: str) -> None:
        self._do("key", "--clearmodifiers", "--delay", 20, *names)

    def type(self, text: str) -> None:
        self._do("type", "--clearmodifiers", "--delay", 15, text)

    def move(self, to: Place) -> None:
        self._do("mousemove", *to)
        self._at = to

    def press(self) -> None:
        self._do("mousedown", 1)

    def release(self) -> None:
        self._do("mouseup", 1)

    def click(self, at: Place, *held: str) -> None:
        self.move(at)
        for key in held:
            self._do("keydown", key)
        self._do("click", 1)
        for key in held:
            self._do("keyup", key)

    def glide(self, to: Place, steps: int = 12) -> None:
        """Move as a hand does, so that a drag begins and what is passed notices it."""
        (x, y), (end_x, end_y) = self._at, to
        for step in range(1, steps + 1):
            self.move((x + (end_x - x) * step // steps, y + (end_y - y) * step // steps))
            time.sleep(0.02)

    def place_window(self, search: Sequence[str], box: Sequence[int]) -> None:
        """Give a window a place once it is there."""
        eventually(lambda: bool(self.windows(search)), f"a window by {search}")
        window = self.windows(search)[-1]
        self._do("windowsize", "--sync", window, box[2], box[3])
        self._do("windowmove", window, box[0], box[1])

    def windows(self, search: Sequence[str]) -> list[str]:
        done = subprocess.run(
            ["xdotool", "search", "--onlyvisible", *search],
            env=self._environment,
            check=False,
            capture_output=True,
            text=True,
        )
        return done.stdout.split()

    def raise_window(self, search: Sequence[str]) -> None:
        self._do("windowactivate", "--sync", self.windows(search)[-1])


class Program:
    """The running program, which can be looked at but not called."""

    def __init__(self, desktop: Desktop, *arguments: str) -> None:
        script = str(Path(__file__).with_name("observed.py"))
        self._process = desktop.start(
            sys.executable, script, *arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=None
        )

    def __enter__(self) -> "Program":
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        code = self.close()
        assert kind is not None or code == 0, "the program did not leave in order"

    def look(self) -> dict[str, Any]:
        """Return what is on the screen now."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        seen: dict[str, Any] = json.loads(self._process.stdout.readline())
        return seen

    def until(self, condition: Callable[[dict[str, Any]], object], what: str) -> dict[str, Any]:
        """Look until something is so, and return what was seen then."""
        seen: dict[str, Any] = {}

        def found() -> bool:
            nonlocal seen
            seen = self.look()
            return bool(seen.get("window")) and bool(condition(seen))

        try:
            eventually(found, what)
        except AssertionError as error:
            raise AssertionError(f"{error}; seen last: {seen}") from None
        return seen

    def close(self) -> int:
        """Close the window as its close button would; return the exit code."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        try:
            return self._process.wait(PATIENCE_S)
        finally:
            self._process.stdout.close()
            self._process.kill()
