"""Where the viewer's pixels come from: the worker process, through the actions; always called off the UI thread."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from evidence_app.domain.exhibits import MediaKind, Original
from ui.viewer.tiling import Box, Tile

if TYPE_CHECKING:
    from evidence_app.actions.session import Session

Thumbnail = Callable[[], bytes | None]
Render = Callable[[int, Box | None, int], QImage]
"""Returns a page's part (None: all) in a width of pixels (0: natural)."""


@dataclass(frozen=True, slots=True)
class Preview:
    """Key of the small picture that is shown until tiles have come."""


@dataclass(frozen=True, slots=True)
class WholePage:
    """Key of one page in page pixels, whose picture also tells how large it is."""

    page_index: int


@dataclass(frozen=True, slots=True)
class Overview:
    """Key of one page, whole, in a small width: what a minimap shows."""

    page_index: int
    width_px: int


@dataclass(frozen=True, slots=True)
class PageSource:
    """Loads what a canvas asks for: the preview, whole pages, tiles of a page."""

    thumbnail: Thumbnail
    render: Render
    page_widths: Callable[[], Sequence[int]] = tuple  # of a PDF's pages in page pixels; none where natural size is it

    def load(self, key: Hashable) -> QImage:
        """Return the picture of a key. Blocks. Raises JuzhengError if the content cannot be drawn."""
        if isinstance(key, Preview):
            data = self.thumbnail()
            return QImage.fromData(data) if data else QImage()
        if isinstance(key, WholePage):
            widths = self.page_widths()
            return self.render(key.page_index, None, widths[key.page_index] if widths else 0)
        if isinstance(key, Overview):
            return self.render(key.page_index, None, key.width_px)
        if isinstance(key, Tile):
            return self.render(key.page_index, key.region, key.width_px)
        raise TypeError(f"no picture by {key!r}")


def session_source(session: "Session", original: Original) -> PageSource:
    """Return the source of one original's pixels in an open vault."""
    sha256 = original.sha256

    def thumbnail_of() -> bytes | None:
        from evidence_app.actions.exhibits import cached_thumbnail

        return cached_thumbnail(session, sha256)  # where there is none, the tiles come sooner than one could be made

    def render(page_index: int, region: Box | None, width_px: int) -> QImage:
        from evidence_app.actions.exhibits import RenderRequest, render_region

        picture = render_region(session, sha256, RenderRequest(page_index, region, width_px, "rgb"))
        row_bytes = 3 * picture.width_px
        image = QImage(picture.data, picture.width_px, picture.height_px, row_bytes, QImage.Format.Format_RGB888)
        return image.convertToFormat(QImage.Format.Format_RGB32)  # owns its bytes, and is drawn without conversion

    def page_widths() -> Sequence[int]:
        from evidence_app.actions.exhibits import page_sizes

        return [width for width, _ in page_sizes(session, sha256)]

    if original.media.kind is MediaKind.PDF:
        return PageSource(thumbnail_of, render, page_widths)
    return PageSource(thumbnail_of, render)
