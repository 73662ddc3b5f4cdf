"""Pages of any size are read strip by strip, and no line is lost, doubled or cut."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_app.domain.machine_text import MachineLine, Region
from evidence_app.reading.strips import LARGEST_STRIP_PX, TALLEST_PX, WIDEST_PX, cut_row, read_page

Span = tuple[int, int]


class Page:
    """A page whose lines are known; in a strip it shows those parts of them that are in it, as an engine sees them."""

    def __init__(self, width_px: int, height_px: int, spans: Sequence[Span]) -> None:
        self.size = (width_px, height_px)
        self.spans = spans
        self.strips: list[tuple[int, int]] = []

    def look(self, region: Region, shown_px: int) -> list[MachineLine]:
        left, top, width, height = region
        assert left == 0
        assert width == self.size[0]
        assert top + height <= self.size[1]
        scale = width / shown_px
        self.strips.append((shown_px, round(height / scale)))
        seen = []
        for number, (upper, lower) in enumerate(self.spans):
            first, last = max(upper, top), min(lower, top + height)
            if last > first:
                whole = (first, last) == (upper, lower)
                place = (10, int((first - top) / scale), 100, max(1, int((last - first) / scale)))
                seen.append(MachineLine(str(number) if whole else f"{number}, cut", place, 0.9))
        return seen


def lines_of(heights: Sequence[Span]) -> list[Span]:
    """Return lines one below the other: (distance from the one before, height)."""
    spans, top = [], 0
    for gap, height in heights:
        top += gap
        spans.append((top, top + height))
        top += height
    return spans


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.integers(2, 300), st.integers(8, 120)), max_size=120), st.integers(0, 900))
def test_every_line_of_a_long_page_is_read_once_and_whole(heights: list[Span], rest: int) -> None:
    spans = lines_of(heights)
    page = Page(1080, (spans[-1][1] if spans else 0) + rest + 1, spans)
    lines = read_page(*page.size, 0, page.look)
    assert [line.text for line in lines] == [str(number) for number in range(len(spans))]
    assert [(line.region[1], line.region[1] + line.region[3]) for line in lines] == spans


@pytest.mark.parametrize("size", [(1080, 20_000), (4000, 3000), (3024, 30_000), (1, 9000), (10, 10), (20_000, 10)])
def test_strips_stay_small_whatever_the_page(size: tuple[int, int]) -> None:
    page = Page(*size, [])
    read_page(*size, 0, page.look)
    for width, height in page.strips:
        assert width <= WIDEST_PX
        assert height <= TALLEST_PX + 1
        assert width * height <= LARGEST_STRIP_PX + WIDEST_PX


def test_a_line_of_a_large_photograph_is_placed_in_pixels_of_the_original() -> None:
    page = Page(4000, 3000, [(1000, 1100)])
    (line,) = read_page(4000, 3000, 2, page.look)
    assert line.region == (20, 1000, 200, 100)
    assert line.page_index == 2


def test_a_line_as_tall_as_the_strip_does_not_stop_the_reading() -> None:
    page = Page(1080, 12_000, [(0, 12_000)])
    assert read_page(*page.size, 0, page.look)
    assert len(page.strips) < 12


def test_a_strip_ends_above_a_line_that_its_edge_may_cut() -> None:
    assert cut_row([MachineLine("a", (0, 940, 9, 40), 1.0), MachineLine("b", (0, 900, 9, 45), 1.0)], 1000) == 900


def test_a_panel_that_strips_cut_is_whole_again() -> None:
    bubble, paper = (300, 100, 700, 5000), (0, 0, 1080, 6000)

    def look(region: Region, _shown_px: int) -> list[MachineLine]:
        _, top, width, height = region
        seen = []
        for upper in range(0, 6000, 100):
            if top <= upper and upper + 40 <= top + height:
                left, above, across, down = bubble if upper % 500 and upper < 5100 else paper
                first, last = max(above, top), min(above + down, top + height)
                panel = (left, first - top, across, last - first)
                colour = (255, 255, 255) if across < width else (237, 237, 237)
                line = MachineLine(str(upper), (400, upper - top, 99, 40), 1.0, ground=colour, panel=panel)
                seen.append(line)
        return seen

    lines = read_page(1080, 6000, 0, look)
    assert {line.panel for line in lines if int(line.text) % 500 == 0} == {paper}
    assert {line.panel for line in lines if int(line.text) % 500 and int(line.text) < 5100} == {bubble}


def test_panels_of_neighbouring_strips_that_differ_stay_apart() -> None:
    upper = MachineLine("a", (400, 2250, 99, 40), 1.0, ground=(255, 255, 255), panel=(300, 1300, 700, 1100))
    lower = MachineLine("b", (400, 10, 99, 40), 1.0, ground=(100, 200, 100), panel=(300, 0, 700, 90))
    pages = iter([[upper], [lower]])
    found = read_page(1080, 3000, 0, lambda _region, _px: next(pages))
    assert [line.panel for line in found] == [(300, 1300, 700, 1100), (300, 2304, 700, 90)]


def test_a_bubble_that_the_end_of_a_strip_runs_through_is_read_whole_in_the_next() -> None:
    upper = MachineLine("a", (400, 2200, 99, 40), 1.0, ground=(255, 255, 255), panel=(300, 2190, 700, 210))
    whole = MachineLine("a", (400, 10, 99, 40), 1.0, ground=(255, 255, 255), panel=(300, 0, 700, 400))
    pages = iter([[upper], [whole]])
    found = read_page(1080, 3000, 0, lambda _region, _px: next(pages))
    assert [line.panel for line in found] == [(300, 2190, 700, 400)]
