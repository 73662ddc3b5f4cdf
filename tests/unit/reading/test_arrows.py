"""Arrows before the lines of a list of calls are lines of their own, and nothing else is one."""

import numpy
import pytest
from PIL import Image, ImageDraw, ImageFont

from evidence_app.domain.events import Direction
from evidence_app.domain.machine_text import MachineLine
from evidence_app.reading.arrows import INWARD, OUTWARD, with_arrows
from evidence_app.reading.layout.calls import recognise_calls
from evidence_app.resources import resource
from tests.unit.reading.drawn_lines import Sheet

FONT = ImageFont.truetype(str(resource("fonts", "NotoSansSC-Regular.ttf")), 40)


def drawn(*before: str, apart: int, ground: int = 255, stroke: int = 3, said: str = "湖北武汉") -> list[str]:
    """Draw places below each other with what stands before them, and return what is read of each row.

    ``apart`` is how far an arrow stands before the line that was found; none: it is the line's first pixels.
    """
    picture = Image.new("RGB", (600, 80 + 90 * len(before)), (ground,) * 3)
    draw, ink = ImageDraw.Draw(picture), (150, 150, 150)
    lines = []
    for row, char in enumerate(before):
        x, y = 60, 52 + 90 * row
        corners = [(x, y + 24), (x + 24, y)]
        if char in (OUTWARD, INWARD):
            tip = corners[1] if char == OUTWARD else corners[0]
            back = 14 if char == INWARD else -14
            draw.line(corners, fill=ink, width=stroke)
            draw.line([(tip[0] + back, tip[1]), tip, (tip[0], tip[1] - back)], fill=ink, width=stroke)
        else:
            draw.text((x, y - 20), char, font=FONT, fill=ink)
        start = 110 + apart
        draw.text((start, y - 24), "湖北武汉", font=FONT, fill=ink)
        lines.append(MachineLine(said, (start - 4 if apart else x - 2, y - 14, 180, 52), 0.99))
    return [line.text for line in with_arrows(numpy.asarray(picture)[:, :, ::-1].copy(), lines)]


@pytest.mark.parametrize("ground", [255, 28])
@pytest.mark.parametrize("apart", [0, 40])
@pytest.mark.parametrize("stroke", [2, 5])
def test_an_arrow_before_a_line_is_read(apart: int, ground: int, stroke: int) -> None:
    read = drawn(OUTWARD, INWARD, "", apart=apart, ground=ground, stroke=stroke)
    assert read == [OUTWARD, "湖北武汉", INWARD, "湖北武汉", "湖北武汉"]


def test_the_count_of_calls_makes_no_line_too_long_for_an_arrow() -> None:
    number = "021-6012-9981 (2)"
    assert drawn(OUTWARD, OUTWARD, apart=40, said=number) == [OUTWARD, number, OUTWARD, number]


def test_what_is_no_arrow_or_stands_alone_is_left() -> None:
    assert drawn("7", "Z", "/", "个", "刀", "L", apart=0) == ["湖北武汉"] * 6
    assert drawn(OUTWARD, "", apart=40) == ["湖北武汉"] * 2


def test_an_arrow_says_which_way_a_call_went_and_one_in_red_was_missed() -> None:
    sheet = Sheet().row("全部通话", "未接来电")
    for number, arrow in (("95507", OUTWARD), ("12378", INWARD), ("95533", INWARD)):
        sheet.row(number, "昨天", gap=0.2).at(arrow, 40, sheet.top + 4, 30).at("湖北武汉", 90, sheet.top).space(2.4)
    page = sheet.page()
    red = [MachineLine(line.text, line.region, 0.99, ink=(230, 77, 68)) for line in page.lines if line.text == "95533"]
    lines = tuple(red[0] if line.text == "95533" else line for line in page.lines)
    found = recognise_calls(type(page)(lines, page.width_px, page.height_px, page.around))
    assert found is not None
    facts = [event.facts for event in found.events]
    assert [each.direction for each in facts] == [Direction.OUT, Direction.IN, Direction.MISSED]
    assert [(each.number, each.text) for each in facts] == [
        (number, "湖北武汉") for number in ("95507", "12378", "95533")
    ]
