"""What comes from the worker that recognises text is checked before it is believed."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_app.domain.machine_text import MachineLine
from evidence_app.reading.messages import lines_data, parse_engine, parse_lines

LINE = MachineLine("工号80231，3个工作日内", (10, 20, 300, 40), 0.987)


def test_lines_arrive_as_they_were_sent() -> None:
    assert parse_lines(lines_data([LINE]), 1080, 2340) == (LINE,)


def test_nothing_in_a_line_can_steer_what_shows_it() -> None:
    sent = MachineLine("a\x1b[2J\u202eb\n\u3000c\x00", LINE.region, 1.0)
    assert parse_lines(lines_data([sent]), 1080, 2340)[0].text == "a [2J b c"


def test_a_line_that_leaves_the_picture_ends_at_its_edge() -> None:
    (line,) = parse_lines(json.dumps([["a", 100, 20, 300, 40, 5]]).encode(), 120, 50)
    assert line.region == (100, 20, 20, 30)


@pytest.mark.parametrize(
    "line",
    [
        ["a", 1, 2, 3, 4],
        ["a", 1, 2, 3, 4, 1001],
        ["a", -1, 2, 3, 4, 5],
        ["a", 1, 2, 0, 4, 5],
        ["a", 500, 2, 3, 4, 5],
        ["a", 1.5, 2, 3, 4, 5],
        ["a", True, 2, 3, 4, 5],
        [7, 1, 2, 3, 4, 5],
        ["a" * 3000, 1, 2, 3, 4, 5],
        ["\ud800", 1, 2, 3, 4, 5],
        {"text": "a"},
    ],
)
def test_nonsense_is_refused(line: object) -> None:
    with pytest.raises((ValueError, TypeError, LookupError)):
        parse_lines(json.dumps([line]).encode(), 120, 50)


@given(st.recursive(st.none() | st.integers() | st.text() | st.floats(), lambda part: st.lists(part, max_size=7)))
def test_anything_else_is_refused_or_read_never_worse(shape: object) -> None:
    with suppress(ValueError, TypeError, LookupError):
        parse_lines(json.dumps(shape).encode(), 120, 50)


@pytest.mark.parametrize("engine", ["", "a\nb", "a" * 200, 7, None])
def test_an_engine_has_a_short_printable_name(engine: object) -> None:
    with pytest.raises(TypeError):
        parse_engine({"engine": engine})


def test_colours_and_panels_arrive_as_they_were_sent() -> None:
    line = MachineLine(
        "好", LINE.region, 0.9, ground=(255, 255, 255), ink=(17, 17, 17), panel=(0, 10, 400, 80), slope=-31
    )
    bare = MachineLine("好", LINE.region, 0.9, ground=(149, 236, 105), ink=(17, 17, 17))
    assert parse_lines(lines_data([line, bare]), 1080, 2340) == (line, bare)


@pytest.mark.parametrize(
    "looks",
    [
        [[1, 2, 3], [1, 2, 3]],
        [[1, 2], [1, 2, 3], None],
        [[1, 2, 256], [1, 2, 3], None],
        [[1, 2, 3], [1, -2, 3], None],
        [[1, 2, 3], [1, 2, 3], [1, 2, 3]],
        [[1, 2, 3], [1, 2, 3], [1, 2, 0, 3]],
        [[1, 2, 3], [1, 2, 3], [500, 2, 3, 3]],
        ["red", None, None],
    ],
)
def test_nonsense_about_colours_is_refused(looks: list[object]) -> None:
    with pytest.raises((ValueError, TypeError, LookupError)):
        parse_lines(json.dumps([["a", 1, 2, 3, 4, 5, *looks]]).encode(), 120, 50)
