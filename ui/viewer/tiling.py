"""Cutting a page into tiles at the scale in which it is shown. No Qt.

``scale`` is device pixels per page pixel; page pixels count from the top left of the upright original (a PDF page's
at 144 dpi). Tiles are squares of the page, so that neighbours meet at the same place whatever the scale.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from typing import NamedTuple

TILE_PX = 512
"""Side of a tile in device pixels: small enough to come one by one, large enough for few round trips."""


class Box(NamedTuple):
    """A rectangle: left, top, width, height."""

    x: int
    y: int
    width: int
    height: int


class Tile(NamedTuple):
    """A part of a page, in page pixels, and the width in which it is wanted."""

    page_index: int
    region: Box
    width_px: int


@dataclass(frozen=True, slots=True)
class Grid:
    """The tiles of one page at one scale. ``sharpest`` is the scale beyond which more pixels show nothing new."""

    page_index: int
    width: int
    height: int
    scale: float
    sharpest: float = 1.0

    @property
    def _render_scale(self) -> float:
        return min(self.scale, self.sharpest)

    @property
    def side(self) -> int:
        """Side of a tile in page pixels."""
        return max(1, round(TILE_PX / self._render_scale))

    def edge(self, page_px: int) -> int:
        """Return where a place of the page lies in device pixels from the page's edge."""
        return round(page_px * self.scale)

    def place(self, region: Box) -> Box:
        """Return where a part of the page is drawn, in device pixels from its top left. Neighbours touch exactly."""
        left, top = self.edge(region.x), self.edge(region.y)
        return Box(left, top, self.edge(region.x + region.width) - left, self.edge(region.y + region.height) - top)

    def tile(self, column: int, row: int) -> Tile:
        """Return the tile at a place of the grid."""
        x, y = column * self.side, row * self.side
        region = Box(x, y, min(self.side, self.width - x), min(self.side, self.height - y))
        sharpest = ceil(region.width * self.sharpest)
        return Tile(self.page_index, region, max(1, min(self.place(region).width, sharpest)))

    def covering(self, visible: Box) -> Iterator[Tile]:
        """Yield the tiles that a rectangle in device pixels touches, those next to its middle first."""
        step = self.side * self.scale
        columns = _touched(visible.x, visible.width, step, ceil(self.width / self.side))
        rows = _touched(visible.y, visible.height, step, ceil(self.height / self.side))
        middle_x, middle_y = (visible.x + visible.width / 2) / step, (visible.y + visible.height / 2) / step
        places = [(column, row) for row in rows for column in columns]
        for column, row in sorted(places, key=lambda at: abs(at[0] + 0.5 - middle_x) + abs(at[1] + 0.5 - middle_y)):
            yield self.tile(column, row)


def _touched(start: int, length: int, step: float, count: int) -> range:
    """Return which of ``count`` steps a stretch touches; one more on each side where rounding might hide it."""
    return range(max(0, int((start - 1) // step)), min(count, ceil((start + length + 1) / step)))
