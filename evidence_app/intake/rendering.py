"""Parts of pages at the size a viewer or a dossier asks for. For the worker process, one thread only."""

import io
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from evidence_app.domain.exhibits import MediaKind
from evidence_app.domain.likeness import SIDE_PX, likeness
from evidence_app.intake import images, kinds
from evidence_app.intake.inspection import MAX_PIXELS, Unreadable
from evidence_app.intake.pictures import Picture, RenderRequest

JPEG_QUALITY = 92
JPEG_MAX_SIDE_PX = 65_500  # libjpeg's limit
LIKENESS_WIDTH_PX = 512  # enough of a PDF's page to tell how it looks


@dataclass(frozen=True, slots=True)
class _Page:
    """Which decoded page is at hand: the file as it was, and the page."""

    path: Path
    modified_ns: int
    size_bytes: int
    page_index: int


class Renderer:
    """Renders parts of pages and keeps the last decoded one: the tiles of a long screenshot decode it once."""

    def __init__(self) -> None:
        self._page: _Page | None = None
        self._pixels: Image.Image | None = None

    def forget(self) -> None:
        """Give the memory of the kept page back."""
        self._page = self._pixels = None

    def render(self, path: Path, request: RenderRequest) -> Picture:
        """Return the part of a page that is asked for. Raises Unreadable, OSError, MemoryError."""
        format = kinds.format_of(path, "")
        if format.kind is MediaKind.PDF:
            from evidence_app.intake import pdfs

            return encoded(pdfs.render_page(path, request.page_index, request.region, request.width_px), request.format)
        pixels = self._decoded(path, format, request.page_index)
        return encoded(_part(pixels, request), request.format)

    def likeness(self, path: Path) -> str:
        """Return a hash of how the first page looks, empty for an even one. Raises as `render` does."""
        format = kinds.format_of(path, "")
        if format.kind is MediaKind.PDF:
            from evidence_app.intake import pdfs

            return _likeness(pdfs.render_page(path, 0, None, LIKENESS_WIDTH_PX))
        return _likeness(self._decoded(path, format, 0))

    def _decoded(self, path: Path, format: kinds.Format, page_index: int) -> Image.Image:
        status = path.stat()
        page = _Page(path, status.st_mtime_ns, status.st_size, page_index)
        if self._pixels is None or self._page != page:
            self.forget()
            self._pixels = _decode(path, format, page_index)
            self._page = page
        return self._pixels


def _decode(path: Path, format: kinds.Format, page_index: int) -> Image.Image:
    if format.kind is MediaKind.IMAGE:
        return images.decode_upright(path, format, page_index)
    if format.demuxer and page_index == 0:
        from evidence_app.intake import recordings

        return recordings.first_frame(path, format)
    raise Unreadable("nothing-to-show")


def _likeness(pixels: Image.Image) -> str:
    small = pixels.resize((SIDE_PX, SIDE_PX), Image.Resampling.LANCZOS, reducing_gap=4.0)
    return likeness(small.convert("L").tobytes())


def _part(pixels: Image.Image, request: RenderRequest) -> Image.Image:
    """Return the region, cut off at the page's edges, at the width asked for."""
    x, y, width, height = request.region or (0, 0, *pixels.size)
    box = max(0, x), max(0, y), min(pixels.width, x + width), min(pixels.height, y + height)
    part_width, part_height = box[2] - box[0], box[3] - box[1]
    if part_width <= 0 or part_height <= 0:
        raise Unreadable("nothing-to-show")
    scale = request.width_px / width if request.width_px else 1.0
    target = max(1, round(part_width * scale)), max(1, round(part_height * scale))
    if target[0] * target[1] > MAX_PIXELS:
        raise Unreadable("too-large")
    if target == (part_width, part_height):
        return pixels if target == pixels.size else pixels.crop(box)
    return pixels.resize(target, Image.Resampling.LANCZOS, box, reducing_gap=2.0)


def encoded(image: Image.Image, format: str) -> Picture:
    """Return a picture in the form it travels in. Raises Unreadable("too-large") beyond what JPEG can hold."""
    if format == "rgb":
        return Picture(image.width, image.height, format, image.convert("RGB").tobytes())
    out = io.BytesIO()
    if format == "png":
        image.save(out, "PNG")
    elif max(image.size) > JPEG_MAX_SIDE_PX:
        raise Unreadable("too-large")
    else:
        image.save(out, "JPEG", quality=JPEG_QUALITY, subsampling=0)
    return Picture(image.width, image.height, format, out.getvalue())
