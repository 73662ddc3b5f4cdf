"""Reads pictures with Pillow: size, preview, and decoded pixels for the viewer. For the worker process.

Pixels are counted before they are decoded. The first picture of an animation stands for all.
"""

import io
from pathlib import Path
from typing import BinaryIO

from PIL import Image, ImageFile

from evidence_app.domain.exhibits import Media, MediaKind
from evidence_app.intake import kinds
from evidence_app.intake.exif import BROKEN, picture_facts
from evidence_app.intake.inspection import MAX_PIXELS, Inspection, Unreadable
from evidence_app.intake.pictures import PREVIEW_ASPECT, PREVIEW_BOX_PX, PREVIEW_QUALITY

Image.MAX_IMAGE_PIXELS = None  # counted here against MAX_PIXELS, which long screenshots need

MAX_PAGES = 1000
"""Pages of a TIFF that are counted; a longer chain of directories is a loop."""

PILLOW_FORMATS = {
    "image/png": "PNG",
    "image/jpeg": "JPEG",
    "image/gif": "GIF",
    "image/tiff": "TIFF",
    "image/webp": "WEBP",
    "image/bmp": "BMP",
    "image/avif": "AVIF",
    "image/heic": "HEIF",
    "image/heif": "HEIF",
}
"""Pillow is asked for the one format the first bytes name; its rarer readers are never reached."""

_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""How to turn a picture upright, by EXIF orientation (Exif 2.32, 4.6.4)."""


def open_image(file: BinaryIO, format: kinds.Format) -> Image.Image:
    """Return a picture whose size has been checked and whose pixels have not been read. Raises Unreadable."""
    name = PILLOW_FORMATS[format.mime]
    if name == "HEIF":
        import pillow_heif

        pillow_heif.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False, decode_threads=1)
    try:
        image = Image.open(file, formats=[name])
    except BROKEN as error:
        raise Unreadable("damaged") from error
    _check_pixels(image, format)
    return image


def _check_pixels(image: Image.Image, format: kinds.Format) -> None:
    if image.width * image.height > MAX_PIXELS:
        raise Unreadable("too-large", Inspection(_media(format, *image.size)))


def _media(format: kinds.Format, width_px: int, height_px: int, pages: int = 1) -> Media:
    return Media(MediaKind.IMAGE, format.mime, format.extension, width_px, height_px, pages)


def inspect_image(path: Path, format: kinds.Format) -> Inspection:
    """Return size, times, device and preview of a picture, a damaged one as far as it can be read."""
    with path.open("rb") as file:
        image = open_image(file, format)
        width_px, height_px = image.size
        pages = _page_count(image, format)
        small, whole = _decoded_small(file, image, format)
        facts = picture_facts(image, file)
    if facts.orientation >= 5:
        width_px, height_px = height_px, width_px
    found = Inspection(
        media=_media(format, width_px, height_px, pages),
        readings=facts.readings,
        preview=preview_jpeg(small, facts.orientation) if small else b"",
        device=facts.device,
        software=facts.software,
    )
    if not whole:
        raise Unreadable("damaged", found)
    return found


def _page_count(image: Image.Image, format: kinds.Format) -> int:
    """Return the pages of a TIFF, 1 for every other picture."""
    if format.mime != "image/tiff":
        return 1
    count = 1
    try:
        while count < MAX_PAGES:
            image.seek(count)
            count += 1
    except BROKEN:
        pass  # the last page, or the last that can be found
    try:
        image.seek(0)
    except BROKEN as error:
        raise Unreadable("damaged") from error
    return count


def _decoded_small(file: BinaryIO, image: Image.Image, format: kinds.Format) -> tuple[Image.Image | None, bool]:
    """Return the pixels, of a JPEG no more than the preview needs, and whether the picture is whole."""
    try:
        if format.mime == "image/jpeg":
            left, top, right, bottom = _beginning(*image.size)
            scale = min(1.0, PREVIEW_BOX_PX / max(right - left, bottom - top))
            image.draft(None, (max(1, round(image.width * scale)), max(1, round(image.height * scale))))
        image.load()
    except BROKEN:
        return _salvaged(file, format), False
    return image, True


def _salvaged(file: BinaryIO, format: kinds.Format) -> Image.Image | None:
    """Return as much of a damaged picture as there is, None if there is nothing."""
    file.seek(0)
    ImageFile.LOAD_TRUNCATED_IMAGES = True
    try:
        image = open_image(file, format)
        image.load()
    except (*BROKEN, Unreadable):
        return None
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = False
    return image


def decode_upright(path: Path, format: kinds.Format, page_index: int) -> Image.Image:
    """Return a whole page in full size, upright, on white, as 8-bit grey or RGB. Raises Unreadable."""
    with path.open("rb") as file:
        image = open_image(file, format)
        try:
            if page_index:
                image.seek(page_index)
                _check_pixels(image, format)
            image.load()
        except BROKEN as error:
            salvaged = _salvaged(file, format) if page_index == 0 else None
            if salvaged is None:
                raise Unreadable("damaged") from error
            image = salvaged
        orientation = picture_facts(image, file).orientation
    return upright(flat(image), orientation)


def page_sizes(path: Path, format: kinds.Format) -> list[tuple[int, int]]:
    """Return each page's width and height as shown. Decodes every page. Raises Unreadable."""
    with path.open("rb") as file:
        count = _page_count(open_image(file, format), format)
    return [decode_upright(path, format, index).size for index in range(count)]


def upright(image: Image.Image, orientation: int) -> Image.Image:
    """Return a picture turned as its EXIF orientation says."""
    turn = _UPRIGHT.get(orientation)
    return image.transpose(turn) if turn is not None else image


def flat(image: Image.Image) -> Image.Image:
    """Return a picture as 8-bit grey or RGB, transparency on white."""
    if image.mode in ("RGB", "L") and "transparency" not in image.info:
        return image
    if image.mode.startswith(("I", "F")):
        return _eight_bit(image)
    if image.mode == "1":
        return image.convert("L")
    if "A" not in image.mode.upper().replace("LAB", "") and "transparency" not in image.info:
        return image.convert("RGB")
    seen = image.convert("RGBA")
    white = Image.new("RGB", seen.size, "white")
    white.paste(seen, mask=seen.getchannel("A"))
    return white


def _eight_bit(image: Image.Image) -> Image.Image:
    """Return a picture of deeper grey in 256 shades: 16 bits by their upper half, anything else by its range."""
    if image.mode.startswith("I;16"):
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    low, high = image.getextrema()
    if not isinstance(low, int | float) or not isinstance(high, int | float):
        raise Unreadable("damaged")
    scale = 255 / (high - low) if high > low else 0.0
    return image.convert("F").point(lambda value: value * scale - low * scale).convert("L")


def preview_jpeg(image: Image.Image, orientation: int = 1) -> bytes:
    """Return decoded pixels as a small JPEG: all of them, or the beginning of a very tall or wide picture."""
    if orientation != 1:
        # Turned pictures come from cameras: never so long that their ends would have to be cut off first.
        image = upright(_shrunk(image, (0, 0, *image.size), PREVIEW_BOX_PX * PREVIEW_ASPECT), orientation)
    out = io.BytesIO()
    flat(_shrunk(image, _beginning(*image.size), PREVIEW_BOX_PX)).save(out, "JPEG", quality=PREVIEW_QUALITY)
    return out.getvalue()


def _beginning(width_px: int, height_px: int) -> tuple[int, int, int, int]:
    """Return the top left part that a preview shows: the whole, unless one side is far longer than the other."""
    return 0, 0, min(width_px, height_px * PREVIEW_ASPECT), min(height_px, width_px * PREVIEW_ASPECT)


def _shrunk(image: Image.Image, box: tuple[int, int, int, int], limit_px: int) -> Image.Image:
    """Return a part of a picture, its longer side at most ``limit_px``; averaging first, which is fast."""
    if image.mode not in ("RGB", "L", "RGBA", "CMYK"):
        image, box = flat(image.crop(box)), (0, 0, box[2] - box[0], box[3] - box[1])
    width_px, height_px = box[2] - box[0], box[3] - box[1]
    scale = min(1.0, limit_px / max(width_px, height_px))
    target = max(1, round(width_px * scale)), max(1, round(height_px * scale))
    factor = min(width_px // target[0], height_px // target[1])
    if factor > 1:
        image, box = image.reduce(factor, box), (0, 0, -(-width_px // factor), -(-height_px // factor))
    return image.resize(target, Image.Resampling.BILINEAR, box)
