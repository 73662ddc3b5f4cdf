"""Where the viewer's pixels come from: the worker process, through the actions; always called off the UI thread."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

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
    """Key of one page in its natural size, which also tells how large it is."""

    page_index: int


@dataclass(frozen=True, slots=True)
class PageSource:
    """Loads what a canvas asks for: the preview, whole pages, tiles of a page."""

    thumbnail: Thumbnail
    render: Render

    def load(self, key: Hashable) -> QImage:
        """Return the picture of a key. Blocks. Raises JuzhengError if the content cannot be drawn."""
        if isinstance(key, Preview):
            data = self.thumbnail()
            return QImage.fromData(data) if data else QImage()
        if isinstance(key, WholePage):
            return self.render(key.page_index, None, 0)
        if isinstance(key, Tile):
            return self.render(key.page_index, key.region, key.width_px)
        raise TypeError(f"no picture by {key!r}")


def session_source(session: "Session", sha256: str) -> PageSource:
    """Return the source of one original's pixels in an open vault."""

    def thumbnail_of() -> bytes | None:
        from evidence_app.actions.exhibits import thumbnail

        return thumbnail(session, sha256)

    def render(page_index: int, region: Box | None, width_px: int) -> QImage:
        from evidence_app.actions.exhibits import RenderRequest, render_region

        picture = render_region(session, sha256, RenderRequest(page_index, region, width_px, "rgb"))
        row_bytes = 3 * picture.width_px
        image = QImage(picture.data, picture.width_px, picture.height_px, row_bytes, QImage.Format.Format_RGB888)
        return image.convertToFormat(QImage.Format.Format_RGB32)  # owns its bytes, and is drawn without conversion

    return PageSource(thumbnail_of, render)
