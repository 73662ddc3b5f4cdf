"""Characters of Cantonese that the engine does not know are told by their shape, and nothing else is changed."""

from collections.abc import Sequence

import numpy
import pytest
from PIL import Image, ImageDraw, ImageFont

from evidence_app.domain.machine_text import MachineLine
from evidence_app.reading.cantonese import Spelled, with_cantonese
from evidence_app.reading.glyphs import Pixels
from evidence_app.resources import resource

EM = 44
MARKER = MachineLine("唔該晒", (10, 90, 132, 50), 0.99)
"""Shows that somebody writes Cantonese on the page."""


def picture_of(text: str, ink: str = "black", ground: str = "white") -> Pixels:
    """Return a line drawn in another font than shapes are compared with."""
    font = ImageFont.truetype(str(resource("fonts", "NotoSansSC-Bold.ttf")), EM)
    image = Image.new("RGB", (EM * len(text) + 20, 160), ground)
    for index, char in enumerate(text):
        ImageDraw.Draw(image).text((10 + index * EM, 10), char, font=font, fill=ink)
    return numpy.ascontiguousarray(numpy.asarray(image)[:, :, ::-1])


def read(drawn: str, seen: str, sure: float = 0.99, **looks: str) -> MachineLine:
    """Return a line on which ``drawn`` stands and the engine saw ``seen``, a blank for what it did not see."""
    line = MachineLine(seen.replace("·", ""), (8, 6, EM * len(drawn) + 4, 64), 0.99)
    chars = [(char, 2 + EM * (index + 0.5)) for index, char in enumerate(seen) if char != "·"]

    def spell(crops: Sequence[Pixels]) -> list[Spelled]:
        own = Spelled("".join(char for char, _ in chars), [middle for _, middle in chars], [sure] * len(chars))
        return [own, *([Spelled("", [], [])] * (len(crops) - 1))]

    return with_cantonese(picture_of(drawn, **looks), [line, MARKER], spell)[0]


@pytest.mark.parametrize(
    ("drawn", "seen"),
    [
        ("我冇借過錢", "我有借過錢"),
        ("我冇借過錢", "我右借過錢"),
        ("你哋搞錯咗", "你吡搞錯咗"),
        ("喺度等緊你", "喉度等緊你"),
        ("停住啲利息", "停住喲利息"),
        ("唔好搵我呀", "唔好溫我呀"),
        ("嗰個人講嘅", "咽個人講嘅"),
        ("佢打電話嚟", "但打電話嚟"),
    ],
)
def test_what_was_read_as_a_character_of_another_shape_is_mended(drawn: str, seen: str) -> None:
    assert read(drawn, seen).text == drawn


@pytest.mark.parametrize("text", ["我有借過錢", "個個都話有", "右邊嗰個係", "但係有溫度", "地址喺邊度", "提早還咗喇"])
def test_what_stands_there_as_it_was_read_stays(text: str) -> None:
    line = read(text, text)
    assert (line.text, line.confidence) == (text, 0.99)


def test_light_words_on_a_dark_ground_are_told_too() -> None:
    assert read("我冇借過錢", "我有借過錢", ink="white", ground="#005c4b").text == "我冇借過錢"


def test_a_character_that_the_engine_left_out_is_put_in() -> None:
    assert read("聽日打嚟講啦", "聽日打·講啦").text == "聽日打嚟講啦"
    assert read("聽日打電話嚟", "聽日打電話·").text == "聽日打電話嚟"


def test_a_space_where_nothing_stands_gets_no_character() -> None:
    assert read("聽日打　講啦", "聽日打·講啦").text == "聽日打講啦"


def test_a_mended_line_is_as_sure_as_the_shapes_are_alike() -> None:
    assert 0.55 <= read("你哋搞錯咗", "你吡搞錯咗").confidence < 0.99


def test_pages_without_cantonese_are_not_looked_at() -> None:
    def never(crops: Sequence[Pixels]) -> list[Spelled]:
        raise AssertionError

    lines = [MachineLine("我右边有温度计", (8, 6, 300, 64), 0.99)]
    assert with_cantonese(picture_of("我右边有温度计"), lines, never) == lines


def test_what_the_engine_makes_of_characters_it_lacks_tells_cantonese_too() -> None:
    line = MachineLine("我吡會覆你", (8, 6, EM * 5 + 4, 64), 0.99)

    def spell(crops: Sequence[Pixels]) -> list[Spelled]:
        return [Spelled("我吡會覆你", [2 + EM * (index + 0.5) for index in range(5)], [0.99] * 5)]

    assert with_cantonese(picture_of("我哋會覆你"), [line], spell)[0].text == "我哋會覆你"
