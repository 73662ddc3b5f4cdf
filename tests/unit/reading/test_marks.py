"""Commas and full stops behind what was read of a line are added, and nothing else is."""

import numpy
import pytest
from PIL import Image, ImageDraw, ImageFont

from evidence_app.domain.machine_text import MachineLine
from evidence_app.reading.marks import with_last_marks
from evidence_app.resources import resource

FONT = ImageFont.truetype(str(resource("fonts", "NotoSansSC-Regular.ttf")), 48)
LEFT, TOP = 40, 30


def read(drawn: str, text: str, ground: tuple[int, int, int] = (255, 255, 255)) -> str:
    """Draw a line of which only the beginning was found, and return it with its mark."""
    picture = Image.new("RGB", (900, 120), ground)
    ink = (20, 20, 20) if sum(ground) > 380 else (240, 240, 240)
    ImageDraw.Draw(picture).text((LEFT, TOP), drawn, font=FONT, fill=ink)
    line = MachineLine(text, (LEFT, TOP + 8, round(FONT.getlength(text)) + 4, 56), 0.99)
    (made,) = with_last_marks(numpy.asarray(picture)[:, :, ::-1], [line])
    assert made.region[2] > line.region[2] or made == line
    return made.text


@pytest.mark.parametrize("ground", [(255, 255, 255), (124, 32, 200), (30, 32, 40)])
@pytest.mark.parametrize("mark", ["，", "。"])
def test_a_mark_behind_the_end_of_what_was_found_is_added(mark: str, ground: tuple[int, int, int]) -> None:
    assert read(f"我今天也收到催收电话了{mark}", "我今天也收到催收电话了", ground) == f"我今天也收到催收电话了{mark}"


@pytest.mark.parametrize(
    "drawn",
    ["我今天也收到催收电话了", "第三天一", "我今天也收到 19:07", "收到您的来电了 好", "不能退款了！", "退款金额是一"],
)
def test_what_ends_with_no_low_mark_stays_as_it_was_read(drawn: str) -> None:
    text = drawn.split()[0].rstrip("！")
    assert read(drawn, text) == text


def test_a_mark_that_was_read_is_not_added_again() -> None:
    assert read("我今天也收到催收电话了，", "我今天也收到催收电话了，") == "我今天也收到催收电话了，"


def test_a_mark_that_another_line_begins_with_is_left_to_it() -> None:
    picture = Image.new("RGB", (900, 120), (255, 255, 255))
    ImageDraw.Draw(picture).text((LEFT, TOP), "我也是很多，十月九日扣的", font=FONT, fill=(20, 20, 20))
    whole = round(FONT.getlength("我也是很多"))
    lines = [
        MachineLine("我也是很多", (LEFT, TOP + 8, whole + 4, 56), 0.99),
        MachineLine("，十月九日扣的", (LEFT + whole + 6, TOP + 8, 330, 56), 0.99),
    ]
    assert with_last_marks(numpy.asarray(picture)[:, :, ::-1], lines) == lines
