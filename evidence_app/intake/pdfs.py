"""Reads PDF files with PDFium: pages, creation time, preview, and parts of pages. For the worker process."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2
from PIL import Image

from evidence_app.domain.exhibits import Media, MediaKind
from evidence_app.domain.times import ClockReading, TimeMeaning
from evidence_app.intake import kinds
from evidence_app.intake.images import preview_jpeg
from evidence_app.intake.inspection import MAX_PIXELS, Inspection, Unreadable, clean_field
from evidence_app.intake.pictures import PREVIEW_BOX_PX
from evidence_app.intake.stamps import pdf_reading

POINTS_PER_INCH = 72
PAGE_DPI = 144
"""Resolution in which a page's size and regions are counted in pixels."""

NATURAL_DPI = 200
"""Resolution of a page when no width is asked for: enough for print."""

MAX_PAGES = 10_000
"""More pages than a person files; a page tree can claim millions."""

MAX_SIDE_PX = 65_500
"""Longest side of a rendered page, as in JPEG."""

CREATED = 75  # programs write it from the computer's clock
CHANGED = 60


@contextmanager
def opened(path: Path) -> Iterator[pypdfium2.PdfDocument]:
    """Open a document. Raises Unreadable("encrypted") for one that needs a password, ("damaged") otherwise."""
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        needs_password = getattr(error, "err_code", None) == pypdfium2.raw.FPDF_ERR_PASSWORD
        raise Unreadable("encrypted" if needs_password else "damaged") from error
    try:
        yield document
    finally:
        document.close()


def inspect_pdf(path: Path, format: kinds.Format) -> Inspection:
    """Return page count, size of the first page, creation time and preview. Raises Unreadable."""
    with opened(path) as document:
        count = len(document)
        if count == 0:
            raise Unreadable("damaged")
        facts = document.get_metadata_dict()
        readings = _readings(facts)
        software = clean_field(facts.get("Creator") or facts.get("Producer"))
        try:
            width_px, height_px = page_px(document, 0)
            picture = _rendered(document, 0, None, _width_within(width_px, height_px, PREVIEW_BOX_PX))
        except (pypdfium2.PdfiumError, ValueError, OSError) as error:
            media = Media(MediaKind.PDF, format.mime, format.extension, page_count=count)
            raise Unreadable("damaged", Inspection(media, readings, software=software)) from error
    media = Media(MediaKind.PDF, format.mime, format.extension, width_px, height_px, min(count, MAX_PAGES))
    return Inspection(media, readings, preview_jpeg(picture), software=software)


def _readings(facts: dict[str, str]) -> tuple[ClockReading, ...]:
    made = pdf_reading(facts.get("CreationDate", ""), "pdf-created", CREATED, TimeMeaning.HAPPENED)
    changed = pdf_reading(facts.get("ModDate", ""), "pdf-changed", CHANGED, TimeMeaning.MODIFIED)
    return (made,) if made else (changed,) if changed else ()


def _width_within(width_px: int, height_px: int, box_px: int) -> int:
    """Return the width at which a page fits a square box."""
    return max(1, round(width_px * min(1.0, box_px / max(width_px, height_px))))


def page_sizes(path: Path) -> list[tuple[int, int]]:
    """Return each page's width and height as shown, in pixels at 144 dpi. Raises Unreadable."""
    with opened(path) as document:
        return [page_px(document, index) for index in range(min(len(document), MAX_PAGES))]


def page_px(document: pypdfium2.PdfDocument, index: int) -> tuple[int, int]:
    """Return a page's width and height as shown, in pixels at 144 dpi."""
    width, height = document.get_page_size(index)
    scale = PAGE_DPI / POINTS_PER_INCH
    return max(1, round(width * scale)), max(1, round(height * scale))


def render_page(path: Path, page_index: int, region: tuple[int, int, int, int] | None, width_px: int) -> Image.Image:
    """Return a part of a page (pixels at 144 dpi from the top left) at the width wanted, 0 for print size.

    Raises Unreadable.
    """
    with opened(path) as document:
        if not 0 <= page_index < len(document):
            raise Unreadable("nothing-to-show")
        try:
            return _rendered(document, page_index, region, width_px)
        except (pypdfium2.PdfiumError, ValueError, OSError) as error:
            raise Unreadable("damaged") from error


def _rendered(
    document: pypdfium2.PdfDocument, index: int, region: tuple[int, int, int, int] | None, width_px: int
) -> Image.Image:
    page_width, page_height = page_px(document, index)
    left, top, width, height = region or (0, 0, page_width, page_height)
    right, bottom = page_width - left - width, page_height - top - height
    wanted = _bounded_width(width_px or round(width * NATURAL_DPI / PAGE_DPI), width / height)
    points = POINTS_PER_INCH / PAGE_DPI
    page = document[index]
    try:
        bitmap = page.render(
            scale=wanted / (width * points),
            crop=(left * points, bottom * points, right * points, top * points),
            may_draw_forms=False,
            rev_byteorder=True,
            prefer_bgrx=False,
        )
        image: Image.Image = bitmap.to_pil()
        return image if image.mode == "RGB" else image.convert("RGB")
    finally:
        page.close()


def _bounded_width(width_px: int, aspect: float) -> int:
    """Return the width at which neither side nor the number of pixels grows too large; aspect is width / height."""
    return max(1, min(width_px, MAX_SIDE_PX, int(MAX_SIDE_PX * aspect), int((MAX_PIXELS * aspect) ** 0.5)))
