"""What can be asked of a picture, and what comes back: plain values for both sides of the worker's pipe."""

from dataclasses import dataclass

PICTURE_FORMATS = ("jpeg", "png", "rgb")

PREVIEW_BOX_PX = 320
"""Largest side of a preview; of a very tall or wide picture it shows the beginning, at most twice as long as wide."""

PREVIEW_ASPECT = 2
PREVIEW_QUALITY = 80


@dataclass(frozen=True, slots=True)
class RenderRequest:
    """A part of a page, and the size in which it is wanted.

    ``page_index`` counts from 0. ``region`` is x, y, width, height in pixels of the upright original from its top
    left (PDF pages: at 144 dpi), None for the whole page; what lies outside the page is cut off. ``width_px`` is the
    width of the result, 0 for natural size; the height follows. ``format`` is ``jpeg`` (quality 92, 4:4:4), ``png``
    (lossless) or ``rgb`` (three bytes a pixel, rows without padding).
    """

    page_index: int = 0
    region: tuple[int, int, int, int] | None = None
    width_px: int = 0
    format: str = "rgb"


@dataclass(frozen=True, slots=True)
class Picture:
    """A rendered part of a page; ``data`` in the ``format`` that was asked for. Transparency is white."""

    width_px: int
    height_px: int
    format: str
    data: bytes
