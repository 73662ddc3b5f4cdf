"""Photographs of screens are tilted: how much is seen from the letters, and pages are laid straight to be read."""

from dataclasses import replace
from math import cos, radians, sin, tan

import numpy
import pytest
from PIL import Image, ImageDraw, ImageFont

from evidence_app.domain.machine_text import MachineLine, Region
from evidence_app.reading.grounds import with_grounds
from evidence_app.reading.layout.kinds import recognised
from evidence_app.reading.layout.page import Page
from evidence_app.reading.layout.straight import straightened, view_of
from evidence_app.resources import RESOURCES
from tests.fakes.chat_lines import Screen

WORDS = ("您好，请问有什么可以帮您", "这笔钱不是我借的", "我们会在三个工作日内答复")


def turned(region: Region, degrees: float, middle: tuple[float, float]) -> Region:
    """Return the upright rectangle around a region that is turned clockwise around a point."""
    angle = radians(degrees)
    left, top, width, height = region
    x, y = left + width / 2 - middle[0], top + height / 2 - middle[1]
    x, y = x * cos(angle) - y * sin(angle), x * sin(angle) + y * cos(angle)
    wide = width * cos(angle) + height * abs(sin(angle))
    high = width * abs(sin(angle)) + height * cos(angle)
    return round(middle[0] + x - wide / 2), round(middle[1] + y - high / 2), round(wide), round(high)


def tilted(page: Page, degrees: float) -> Page:
    middle = page.width_px / 2, page.height_px / 2
    lines = [
        replace(
            line,
            region=turned(line.region, degrees, middle),
            panel=line.panel and turned(line.panel, degrees, middle),
            slope=round(tan(radians(degrees)) * 1000),
        )
        for line in page.lines
    ]
    return replace(page, lines=tuple(sorted(lines, key=lambda line: line.region[1])))


def a_chat() -> Page:
    screen = Screen().bars("速融宝客服").middle("2月22日 08:15")
    screen.say("in", "您好，我是客服工号80231，", "请问有什么可以帮您？").say("out", "提现失败也要还款吗")
    screen.say("in", "好的").say("out", "请给我投诉编号", "我要投诉").middle("2月22日 09:40").say("in", "已登记")
    return screen.field().done()


@pytest.mark.parametrize("degrees", [-4.0, -1.5, 2.5, 5.0])
def test_a_tilted_chat_reads_as_the_upright_one(degrees: float) -> None:
    upright, found = recognised(a_chat()), recognised(tilted(a_chat(), degrees))
    assert [(event.facts.direction, event.facts.text, event.facts.time) for event in found.events] == [
        (event.facts.direction, event.facts.text, event.facts.time) for event in upright.events
    ]
    assert found.party == upright.party


def test_places_on_a_tilted_page_are_those_in_the_picture() -> None:
    page = a_chat()
    middle = page.width_px / 2, page.height_px / 2
    for upright, found in zip(recognised(page).events, recognised(tilted(page, 3.0)).events, strict=True):
        expected = turned(upright.place.region, 3.0, middle)
        assert all(abs(a - b) <= 12 for a, b in zip(found.place.region, expected, strict=True))


def test_an_upright_page_is_left_as_it_is() -> None:
    assert view_of(a_chat()) is None


def test_lines_of_a_tilted_page_stand_as_on_the_screen() -> None:
    page = tilted(a_chat(), 4.0)
    view = view_of(page)
    assert view is not None
    straight = {line.text: line.region for line in straightened(page, view).lines}
    for line in a_chat().lines:
        assert all(abs(a - b) <= 10 for a, b in zip(straight[line.text], line.region, strict=True))


def drawn(degrees: float) -> list[MachineLine]:
    """Return lines as they are seen on a picture that is turned clockwise."""
    image = Image.new("RGB", (900, 700), "#ffffff")
    draw, middle = ImageDraw.Draw(image), (450, 350)
    face = ImageFont.truetype(str(RESOURCES / "fonts" / "NotoSansSC-Regular.ttf"), 40)
    lines = []
    for text, left, top in zip(WORDS, (60, 420, 90), (120, 300, 520), strict=True):
        box = draw.textbbox((left, top), text, font=face)
        draw.text((left, top), text, "#111111", face)
        region = round(box[0]), round(box[1]), round(box[2] - box[0]), round(box[3] - box[1])
        lines.append(MachineLine(text, turned(region, degrees, middle), 1.0))
    image = image.rotate(-degrees, Image.Resampling.BICUBIC, center=middle, fillcolor="#ffffff")
    return with_grounds(numpy.ascontiguousarray(numpy.asarray(image)[:, :, ::-1]), lines)


@pytest.mark.parametrize("degrees", [-5.0, -2.0, 3.0])
def test_how_lines_fall_is_seen_from_their_letters(degrees: float) -> None:
    assert all(abs(line.slope - tan(radians(degrees)) * 1000) <= 8 for line in drawn(degrees))


def test_lines_of_a_screenshot_fall_nowhere() -> None:
    assert [line.slope for line in drawn(0.0)] == [0, 0, 0]


def test_what_stands_on_the_frame_around_a_screen_is_no_part_of_its_page() -> None:
    page = tilted(a_chat(), 2.0)
    frame = (-300, -200, page.width_px + 600, page.height_px + 500)
    maker = MachineLine("DELL P2419", (400, page.height_px + 90, 260, 50), 0.99, 0, (50, 50, 50), (200,) * 3, frame)
    wide = replace(page, lines=(*page.lines, maker))
    assert recognised(wide).events == recognised(page).events
