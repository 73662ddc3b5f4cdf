"""Chromium without a window, told what to draw through its pipe: no driver, no port, no package."""

import base64
import io
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from PIL import Image

PROGRAMS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SLICE_PX = 4000
"""Drawn at once: higher pictures repeat themselves where textures end."""

BOXES = """
JSON.stringify([...document.querySelectorAll('[data-id]')].map(e => {
  const b = e.getBoundingClientRect();
  return [e.dataset.id, b.left, b.top + window.scrollY, b.width, b.height];
}))
"""

Box = tuple[int, int, int, int]


class NoBrowser(Exception):
    """There is no Chromium on this machine."""


def program() -> str:
    """Return the path of a Chromium. Raises NoBrowser."""
    for name in PROGRAMS:
        if found := shutil.which(name):
            return found
    raise NoBrowser("no Chromium found: apt-get install chromium-headless-shell")


class Browser:
    """One running browser; draws one page after the other."""

    def __init__(self) -> None:
        self._profile = tempfile.TemporaryDirectory(prefix="truth-browser-", ignore_cleanup_errors=True)
        ours_in, theirs_out = os.pipe()
        theirs_in, ours_out = os.pipe()
        os.set_inheritable(theirs_in, True)
        os.set_inheritable(theirs_out, True)
        switches = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--remote-debugging-pipe"]
        looks = ["--font-render-hinting=none", "--disable-lcd-text", "--force-color-profile=srgb"]
        command = [program(), *switches, *looks, f"--user-data-dir={self._profile.name}", "about:blank"]
        shell = ["sh", "-c", f'exec "$@" 3<&{theirs_in} 4>&{theirs_out}', "sh", *command]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self._process = subprocess.Popen(shell, pass_fds=(theirs_in, theirs_out), **quiet)  # type: ignore[call-overload]
        os.close(theirs_in)
        os.close(theirs_out)
        self._in, self._out = os.fdopen(ours_in, "rb"), os.fdopen(ours_out, "wb")
        self._number, self._rest = 0, b""
        self._session = ""
        target = self._ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self._frame = self._ask("Page.getFrameTree")["frameTree"]["frame"]["id"]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._out.close()
        self._process.terminate()
        self._process.wait(timeout=20)
        self._in.close()
        self._profile.cleanup()

    def draw(self, html: str, width: int, density: float, least: int, most: int) -> tuple[Image.Image, dict[str, Box]]:
        """Return the page as a picture ``width`` pixels wide, and where each element with a ``data-id`` stands.

        It is as high as what it holds, but at least ``least`` and at the most ``most`` pixels.
        """
        across = round(width / density)
        self._size(across, round(least / density), density)
        self._ask("Page.setDocumentContent", frameId=self._frame, html=html)
        self._value("document.fonts.ready.then(() => 1)")
        high = int(self._value("Math.ceil(document.documentElement.scrollHeight)"))
        high_px = min(max(round(high * density), least), most)
        boxes = {name: tuple(round(part * density) for part in box) for name, *box in json.loads(self._value(BOXES))}
        picture = Image.new("RGB", (width, high_px))
        for top in range(0, high_px, SLICE_PX):
            picture.paste(self._slice(top, min(SLICE_PX, high_px - top), across, density), (0, top))
        return picture, boxes  # type: ignore[return-value]

    def _size(self, width: int, height: int, density: float) -> None:
        size = {"width": width, "height": height, "deviceScaleFactor": density, "mobile": False}
        self._ask("Emulation.setDeviceMetricsOverride", **size)

    def _slice(self, top_px: int, high_px: int, across: int, density: float) -> Image.Image:
        clip = {"x": 0, "y": top_px / density, "width": across, "height": high_px / density, "scale": 1}
        answer = self._ask("Page.captureScreenshot", format="png", clip=clip, captureBeyondViewport=True)
        return Image.open(io.BytesIO(base64.b64decode(answer["data"]))).convert("RGB")

    def _value(self, expression: str) -> str:
        answer = self._ask("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        return str(answer["result"].get("value"))

    def _ask(self, method: str, **given: object) -> dict[str, Any]:
        self._number += 1
        call: dict[str, object] = {"id": self._number, "method": method, "params": given}
        if self._session:
            call["sessionId"] = self._session
        self._out.write(json.dumps(call).encode() + b"\0")
        self._out.flush()
        while True:
            answer = self._next()
            if answer.get("id") != self._number:
                continue
            if "error" in answer:
                raise RuntimeError(f"{method}: {answer['error']}")
            return dict(answer["result"])

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            piece = self._in.read1(1 << 20)  # type: ignore[attr-defined]
            if not piece:
                raise RuntimeError("the browser ended")
            self._rest += piece
        message, self._rest = self._rest.split(b"\0", 1)
        return dict(json.loads(message))


def fonts_there() -> set[str]:
    """Return the families this machine has, as fontconfig names them."""
    listed = subprocess.run(["fc-list", ":", "family"], capture_output=True, text=True, check=True).stdout
    return {name.strip() for line in listed.splitlines() for name in line.split(",")}


def save(picture: Image.Image, path: Path, quality: int) -> None:
    """Write a picture; the ending of the path says in which format."""
    given = {} if path.suffix == ".png" else {"quality": quality}
    picture.save(path, **given)
