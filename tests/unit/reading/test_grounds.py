"""What a line stands on is found whatever the picture's colours, grain and compression."""

import io

import numpy
import pytest
from PIL import Image, ImageDraw, ImageFont

from evidence_app.domain.machine_text import Colour, MachineLine, Region
from evidence_app.reading.grounds import with_grounds
from evidence_app.resources import RESOURCES

PAGE, CARD, BUBBLE = (0, 0, 720, 900), (40, 100, 640, 300), (300, 500, 380, 160)
TALL = 32


def drawn(page: str, card: str, bubble: str, ink: str) -> tuple[Image.Image, list[MachineLine]]:
    """Return a page with a line on itself, two on a card and one in a bubble."""
    image = Image.new("RGB", PAGE[2:], page)
    draw = ImageDraw.Draw(image)
    for (left, top, width, height), colour in ((CARD, card), (BUBBLE, bubble)):
        draw.rounded_rectangle((left, top, left + width - 1, top + height - 1), 18, colour)
    face = ImageFont.truetype(str(RESOURCES / "fonts" / "NotoSansSC-Regular.ttf"), TALL)
    lines = []
    for text, left, top in (("下午好", 300, 30), ("合同编号", 70, 140), ("已生效", 70, 320), ("提现失败", 330, 550)):
        draw.text((left, top), text, ink, face)
        lines.append(MachineLine(text, (left, top, len(text) * TALL, int(TALL * 1.4)), 1.0))
    return image, lines


def seen(image: Image.Image, lines: list[MachineLine]) -> list[MachineLine]:
    return with_grounds(numpy.ascontiguousarray(numpy.asarray(image.convert("RGB"))[:, :, ::-1]), lines)


def near(one: tuple[int, ...] | None, other: tuple[int, ...], most: int) -> bool:
    return one is not None and all(abs(a - b) <= most for a, b in zip(one, other, strict=True))


def compressed(image: Image.Image) -> Image.Image:
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=60)
    return Image.open(buffer)


def unevenly_lit(image: Image.Image) -> Image.Image:
    """Return the picture as a photograph shows it: darker towards a corner, grainy, a little soft."""
    pixels = numpy.asarray(image.resize((540, 675)).resize(image.size, Image.Resampling.BICUBIC), numpy.float32)
    height, width = pixels.shape[:2]
    light = numpy.linspace(1, 0.75, width)[None, :, None] * numpy.linspace(1, 0.85, height)[:, None, None]
    grain = numpy.random.default_rng(1).normal(0, 4, pixels.shape)
    return Image.fromarray(numpy.clip(pixels * light + grain, 0, 255).astype(numpy.uint8))


LIGHT, DARK, FAINT = (
    ("#ededed", "#ffffff", "#95ec69", "#111111"),
    ("#111111", "#1e1e1e", "#3eb575", "#d5d5d5"),
    ("#ffffff", "#f7f7f7", "#eef6ff", "#333333"),
)


@pytest.mark.parametrize("colours", [LIGHT, DARK, FAINT])
@pytest.mark.parametrize("made", [Image.Image.copy, compressed])
def test_each_line_knows_the_area_it_stands_on(colours: tuple[str, str, str, str], made: object) -> None:
    image, lines = drawn(*colours)
    assert callable(made)
    found = seen(made(image), lines)
    assert all(
        near(line.panel, where, TALL // 2) for line, where in zip(found, (PAGE, CARD, CARD, BUBBLE), strict=True)
    )


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_an_area_stays_whole_in_uneven_light(colours: tuple[str, str, str, str]) -> None:
    image, lines = drawn(*colours)
    found = seen(unevenly_lit(image), lines)
    assert near(found[3].panel, BUBBLE, TALL // 2)


@pytest.mark.parametrize("colours", [LIGHT, DARK, FAINT])
def test_each_line_knows_its_colours(colours: tuple[str, str, str, str]) -> None:
    image, lines = drawn(*colours)
    page, card, bubble, ink = (_rgb(colour) for colour in colours)
    for line, ground in zip(seen(image, lines), (page, card, card, bubble), strict=True):
        assert near(line.ground, ground, 3)
        assert near(line.ink, ink, 50)


def test_a_line_at_the_edge_of_the_picture_or_on_nothing_even_is_no_trouble() -> None:
    noise = Image.fromarray(numpy.random.default_rng(2).integers(0, 255, (60, 90, 3), dtype=numpy.uint8))
    regions: list[Region] = [(0, 0, 90, 60), (85, 55, 50, 50), (0, 0, 1, 1)]
    assert len(seen(noise, [MachineLine("a", region, 1.0) for region in regions])) == 3
    assert seen(noise, []) == []


def _rgb(words: str) -> Colour:
    return int(words[1:3], 16), int(words[3:5], 16), int(words[5:7], 16)
