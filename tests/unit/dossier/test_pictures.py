"""Pictures go into a PDF pixel for pixel and leave their metadata behind; what PDF can't carry is refused."""

import io
import zlib
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageOps, PngImagePlugin

from evidence_app.dossier.pictures.orientation import exif_orientation, placing_matrix
from evidence_app.dossier.pictures.store import PictureStore
from evidence_app.dossier.pictures.stream import NotCarried, picture_stream
from tests.fakes.dossier_case import encoded, exif_with_place, picture

SHOT = picture(120, 200, 3)


def in_pdf(data: bytes, folder: Path) -> Image.Image:
    """Return a picture as another program shows it: one point to the pixel."""
    stream = picture_stream(data)
    with PictureStore(folder / "pictures.pdf") as store:
        key = store.add(stream)
        store.finish()
    width, height = stream.upright_size
    with pikepdf.open(folder / "pictures.pdf") as pdf:
        page = pdf.add_blank_page(page_size=(width, height))
        numbers = " ".join(map(str, placing_matrix(stream.orientation, 0, 0, width, height)))
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(P=pdf.get_object(key, 0)))
        page.Contents = pdf.make_stream(f"q {numbers} cm /P Do Q".encode())
        pdf.save(folder / "page.pdf")
    document = pypdfium2.PdfDocument(folder / "page.pdf")
    try:
        return document[0].render(scale=1).to_pil().convert("RGB")
    finally:
        document.close()


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB"])
def test_png_pixels_are_the_same(mode: str, tmp_path: Path) -> None:
    image = SHOT.convert(mode)
    assert ImageChops.difference(in_pdf(encoded(image, "PNG"), tmp_path), image.convert("RGB")).getbbox() is None


@pytest.mark.parametrize("colours", [2, 4, 16, 256])
def test_palettes_of_every_depth_are_the_same(colours: int, tmp_path: Path) -> None:
    image = SHOT.quantize(colours)
    assert ImageChops.difference(in_pdf(encoded(image, "PNG"), tmp_path), image.convert("RGB")).getbbox() is None


@pytest.mark.parametrize("orientation", range(1, 9))
def test_photos_stand_upright_in_all_eight_orientations(orientation: int, tmp_path: Path) -> None:
    data = encoded(SHOT, "JPEG", quality=95, subsampling=0, exif=exif_with_place(orientation))
    upright = ImageOps.exif_transpose(Image.open(io.BytesIO(data))).convert("RGB")
    drawn = in_pdf(data, tmp_path)
    assert drawn.size == upright.size
    assert max(high for _, high in ImageChops.difference(drawn, upright).getextrema()) <= 8


@pytest.mark.parametrize("options", [{"progressive": True}, {"optimize": True}, {"restart_marker_blocks": 4}, {}])
@pytest.mark.parametrize("mode", ["L", "RGB"])
def test_kinds_of_jpeg_are_passed_through(mode: str, options: dict[str, object], tmp_path: Path) -> None:
    data = encoded(SHOT.convert(mode), "JPEG", quality=90, **options)
    expected = Image.open(io.BytesIO(data)).convert("RGB")
    drawn = in_pdf(data, tmp_path)
    assert max(high for _, high in ImageChops.difference(drawn, expected).getextrema()) <= 8


def test_metadata_comments_and_what_follows_the_end_stay_behind() -> None:
    data = encoded(SHOT, "JPEG", exif=exif_with_place(), comment=b"SECRET-COMMENT") + b"SECRET-TRAILER"
    kept = b"".join(picture_stream(data).parts)
    assert not any(word in kept for word in (b"Exif", b"SecretPhoneMaker", b"SECRET", b"JFIF"))


def test_png_texts_and_what_follows_the_end_stay_behind() -> None:
    info = PngImagePlugin.PngInfo()
    info.add_text("Comment", "SECRET")
    kept = b"".join(picture_stream(encoded(SHOT, "PNG", pnginfo=info, exif=exif_with_place()) + b"SECRET").parts)
    assert b"SECRET" not in kept
    assert len(zlib.decompress(kept)) == 200 * (1 + 3 * 120)


REFUSED = {
    "alpha": encoded(SHOT.convert("RGBA"), "PNG"),
    "grey and alpha": encoded(SHOT.convert("LA"), "PNG"),
    "16 bits": encoded(SHOT.convert("I;16"), "PNG"),
    "transparent colour": encoded(SHOT, "PNG", transparency=(1, 2, 3)),
    "CMYK": encoded(SHOT.convert("CMYK"), "JPEG"),
    "cut JPEG": encoded(SHOT, "JPEG")[:-200],
    "cut PNG": encoded(SHOT, "PNG")[:-20],
    "GIF": encoded(SHOT, "GIF"),
    "WebP": encoded(SHOT, "WEBP"),
    "nothing": b"",
    "text": b"not a picture",
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_a_pdf_cannot_carry_is_refused(name: str) -> None:
    with pytest.raises(NotCarried):
        picture_stream(REFUSED[name])


def test_a_png_with_a_wrong_checksum_is_refused() -> None:
    data = bytearray(encoded(SHOT, "PNG"))
    data[len(data) // 2] ^= 1
    with pytest.raises(NotCarried):
        picture_stream(bytes(data))


@settings(max_examples=1000)
@given(st.sampled_from([encoded(SHOT, "PNG"), encoded(SHOT, "JPEG", exif=exif_with_place(6))]), st.data())
def test_damaged_files_are_carried_or_refused_and_nothing_else(data: bytes, draw: st.DataObject) -> None:
    mutant = bytearray(data)
    for _ in range(draw.draw(st.integers(1, 8))):
        mutant[draw.draw(st.integers(0, min(len(mutant) - 1, 900)))] = draw.draw(st.integers(0, 255))
    try:
        stream = picture_stream(bytes(mutant[: draw.draw(st.integers(0, len(mutant)))]))
    except NotCarried:
        return
    assert stream.orientation in range(1, 9)


@given(st.binary(max_size=200))
def test_any_exif_block_gives_an_orientation(block: bytes) -> None:
    assert exif_orientation(block) in range(1, 9)
    assert exif_orientation(b"II*\0\x08\0\0\0" + block) in range(1, 9)
