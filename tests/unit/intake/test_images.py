"""Pictures of every kind: size, times, preview, and what is said of damaged ones."""

import io
import struct
import zlib
from datetime import datetime
from pathlib import Path

import pillow_heif
import pytest
from PIL import ExifTags, Image, PngImagePlugin

from evidence_app.domain.exhibits import MediaKind
from evidence_app.domain.times import TimeMeaning, TimeSource
from evidence_app.intake.inspection import Inspection, inspect_file
from evidence_app.intake.pictures import RenderRequest
from evidence_app.intake.rendering import Renderer

SHOT = datetime(2025, 2, 22, 8, 15, 3)


def striped(width: int = 90, height: int = 160, mode: str = "RGB") -> Image.Image:
    """A picture whose upper half is red and whose lower half is blue."""
    image = Image.new("RGB", (width, height), (220, 20, 20))
    image.paste((20, 20, 220), (0, height // 2, width, height))
    return image.convert(mode)


def preview_of(found: Inspection) -> Image.Image:
    return Image.open(io.BytesIO(found.preview))


def exif_of(**fields: str) -> Image.Exif:
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "Test"  # Pillow leaves out EXIF without any field of the first directory
    detail = exif.get_ifd(ExifTags.IFD.Exif)
    for name, value in fields.items():
        tag = ExifTags.Base[name]
        (detail if name not in ("DateTime", "Make", "Model", "Software", "Orientation") else exif)[tag] = value
    return exif


FORMATS = [
    ("PNG", "RGB", "image/png", ".png"),
    ("PNG", "RGBA", "image/png", ".png"),
    ("PNG", "P", "image/png", ".png"),
    ("PNG", "1", "image/png", ".png"),
    ("PNG", "I;16", "image/png", ".png"),
    ("JPEG", "RGB", "image/jpeg", ".jpg"),
    ("JPEG", "L", "image/jpeg", ".jpg"),
    ("JPEG", "CMYK", "image/jpeg", ".jpg"),
    ("WEBP", "RGB", "image/webp", ".webp"),
    ("WEBP", "RGBA", "image/webp", ".webp"),
    ("AVIF", "RGB", "image/avif", ".avif"),
    ("GIF", "P", "image/gif", ".gif"),
    ("BMP", "RGB", "image/bmp", ".bmp"),
    ("TIFF", "RGB", "image/tiff", ".tif"),
    ("TIFF", "CMYK", "image/tiff", ".tif"),
    ("TIFF", "F", "image/tiff", ".tif"),
]


@pytest.mark.parametrize(("format", "mode", "mime", "extension"), FORMATS)
def test_every_picture_format_is_read_whatever_it_is_called(
    tmp_path: Path, format: str, mode: str, mime: str, extension: str
) -> None:
    path = tmp_path / "wrong-extension.txt"
    image = Image.new("I;16", (90, 160), 40000) if mode == "I;16" else striped(mode=mode)
    image.save(path, format)
    found = inspect_file(path, path.name)
    media = found.media
    assert (media.kind, media.mime, media.extension) == (MediaKind.IMAGE, mime, extension)
    assert (media.width_px, media.height_px, media.page_count, media.problem) == (90, 160, 1, "")
    assert preview_of(found).size == (90, 160)


def test_heic_is_read_with_its_exif(tmp_path: Path) -> None:
    path = tmp_path / "a.heic"
    exif = exif_of(DateTimeOriginal="2025:02:22 08:15:03", OffsetTimeOriginal="+08:00", Make="Apple", Model="iPhone 15")
    pillow_heif.from_pillow(striped()).save(path, quality=80, exif=exif.tobytes())
    found = inspect_file(path, path.name)
    assert (found.media.mime, found.media.width_px, found.media.problem) == ("image/heic", 90, "")
    assert (found.readings[0].wall, found.readings[0].offset_min) == (SHOT, 480)
    assert found.device == "Apple iPhone 15"
    assert found.preview


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF"])
def test_exif_tells_the_time_of_the_shot_and_whether_its_offset_is_known(tmp_path: Path, format: str) -> None:
    with_offset, without = tmp_path / "with", tmp_path / "without"
    stated_exif = exif_of(DateTimeOriginal="2025:02:22 08:15:03", OffsetTimeOriginal="-05:30")
    striped().save(with_offset, format, exif=stated_exif.tobytes())
    striped().save(without, format, exif=exif_of(DateTimeOriginal="2025:02:22 08:15:03").tobytes())
    (stated,), (assumed,) = (inspect_file(path, "").readings for path in (with_offset, without))
    assert (stated.wall, stated.offset_min, stated.source) == (SHOT, -330, TimeSource.EXIF)
    assert (assumed.wall, assumed.offset_min) == (SHOT, None)
    assert stated.confidence > assumed.confidence


@pytest.mark.parametrize("text", ["0000:00:00 00:00:00", "2025:13:41 08:15:03", "    ", "1970:01:01 00:00:00", "\0"])
def test_an_exif_clock_that_was_never_set_is_no_reading(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.jpg"
    striped().save(path, exif=exif_of(DateTimeOriginal=text))
    assert inspect_file(path, "").readings == ()


def test_exif_time_of_change_only_counts_as_that(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    striped().save(path, exif=exif_of(DateTime="2025:02:22 08:15:03"))
    (reading,) = inspect_file(path, "").readings
    assert reading.meaning is TimeMeaning.MODIFIED


def png_chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def test_the_time_chunk_of_a_png_is_read_as_last_change_in_utc(tmp_path: Path) -> None:
    path, out = tmp_path / "a.png", io.BytesIO()
    striped().save(out, "PNG")
    end = png_chunk(b"IEND", b"")
    chunk = png_chunk(b"tIME", struct.pack(">H5B", 2025, 2, 22, 0, 15, 3))
    path.write_bytes(out.getvalue().removesuffix(end) + chunk + end)
    (reading,) = inspect_file(path, "").readings
    assert (reading.wall, reading.offset_min) == (SHOT.replace(hour=0), 0)
    assert (reading.meaning, reading.origin) == (TimeMeaning.MODIFIED, "png-time")


def test_xmp_tells_the_time_where_exif_does_not(tmp_path: Path) -> None:
    path, info = tmp_path / "a.png", PngImagePlugin.PngInfo()
    info.add_itxt("XML:com.adobe.xmp", "<photoshop:DateCreated>2025-02-22T08:15:03+08:00</photoshop:DateCreated>")
    striped().save(path, pnginfo=info)
    (reading,) = inspect_file(path, "").readings
    assert (reading.wall, reading.offset_min, reading.origin) == (SHOT, 480, "xmp-created")


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_turned_photo_is_measured_and_shown_upright(tmp_path: Path, orientation: int) -> None:
    path = tmp_path / "a.jpg"
    undo = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    stored = striped(400, 600)
    if orientation in undo:
        stored = stored.transpose(Image.Transpose(undo[orientation]))
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    stored.save(path, exif=exif, quality=95)
    found = inspect_file(path, "")
    assert (found.media.width_px, found.media.height_px) == (400, 600)
    top = preview_of(found).convert("RGB").getpixel((5, 5))
    assert isinstance(top, tuple)
    assert top[0] > 180
    assert top[2] < 60
    picture = Renderer().render(path, RenderRequest(region=(0, 0, 10, 10)))
    assert picture.data[0] > 180


def test_the_preview_of_a_long_screenshot_shows_its_beginning(tmp_path: Path) -> None:
    path = tmp_path / "long.png"
    striped(200, 4000).save(path)
    found = inspect_file(path, "")
    assert (found.media.height_px, preview_of(found).size) == (4000, (160, 320))
    bottom = preview_of(found).getpixel((80, 319))
    assert isinstance(bottom, tuple)
    assert bottom[0] > 180


def test_an_animation_is_shown_by_its_first_picture(tmp_path: Path) -> None:
    for format in ("GIF", "WEBP"):
        path = tmp_path / format
        striped().save(path, format, save_all=True, append_images=[Image.new("RGB", (90, 160))] * 3, duration=50)
        found = inspect_file(path, "")
        top = preview_of(found).convert("RGB").getpixel((5, 5))
        assert found.media.page_count == 1
        assert isinstance(top, tuple)
        assert top[0] > 180


def test_the_pages_of_a_tiff_are_counted_and_rendered(tmp_path: Path) -> None:
    path = tmp_path / "fax.tif"
    striped().save(path, save_all=True, append_images=[Image.new("RGB", (50, 60), "white")])
    assert inspect_file(path, "").media.page_count == 2
    assert Renderer().render(path, RenderRequest(page_index=1)).width_px == 50


@pytest.mark.parametrize("format", ["PNG", "JPEG"])
def test_a_truncated_picture_keeps_its_size_and_what_can_be_seen(tmp_path: Path, format: str) -> None:
    path, out = tmp_path / "cut", io.BytesIO()
    noise = Image.effect_noise((300, 400), 90).convert("RGB")
    noise.save(out, format)
    path.write_bytes(out.getvalue()[: len(out.getvalue()) // 2])
    found = inspect_file(path, "cut")
    assert (found.media.kind, found.media.problem) == (MediaKind.IMAGE, "damaged")
    assert (found.media.width_px, found.media.height_px) == (300, 400)
    assert found.preview


def test_sixteen_bits_of_grey_are_shown_by_their_upper_half(tmp_path: Path) -> None:
    path = tmp_path / "deep.png"
    Image.new("I;16", (40, 40), 0x8000).save(path)
    assert Renderer().render(path, RenderRequest()).data[0] == 0x80


def test_transparency_is_shown_on_white(tmp_path: Path) -> None:
    path = tmp_path / "clear.png"
    Image.new("RGBA", (40, 40), (0, 0, 0, 0)).save(path)
    assert Renderer().render(path, RenderRequest()).data[:3] == b"\xff\xff\xff"


@pytest.mark.parametrize(("format", "magic"), [("jpeg", b"\xff\xd8\xff"), ("png", b"\x89PNG")])
def test_a_page_can_be_had_whole_in_a_form_that_pdf_carries(tmp_path: Path, format: str, magic: bytes) -> None:
    path = tmp_path / "a.webp"
    striped().save(path)
    picture = Renderer().render(path, RenderRequest(format=format))
    assert (picture.width_px, picture.height_px, picture.data[: len(magic)]) == (90, 160, magic)


def test_a_region_is_cut_off_at_the_edges_and_scaled(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    striped().save(path)
    picture = Renderer().render(path, RenderRequest(region=(45, 90, 90, 140), width_px=180))
    assert (picture.width_px, picture.height_px) == (90, 140)
    assert picture.data[-3:] == bytes((20, 20, 220))
