"""A long picture is split into parts that overlap and together show all of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_app.dossier.parts import MOST_PARTS, OVERLAP, bands, fitted, is_long

ROOM = 680.0


@given(st.integers(1, 65_535), st.integers(1, 65_535), st.floats(330, 600))
def test_parts_cover_the_picture_and_repeat_five_percent_of_a_page(width: int, height: int, first_room: float) -> None:
    points, parts = bands(width, height, first_room, ROOM)
    total = points * height / width
    assert parts[0].first == 0
    assert parts[-1].last == pytest.approx(1)
    assert len(parts) <= MOST_PARTS
    for before, part in zip(parts, parts[1:], strict=False):
        assert (before.last - part.first) * total == pytest.approx(OVERLAP * ROOM)
        assert part.repeated * (part.last - part.first) * total == pytest.approx(OVERLAP * ROOM)
        assert (part.last - part.first) * total <= ROOM + 0.01


@given(st.integers(1, 65_535), st.integers(1, 65_535))
def test_a_fitted_picture_keeps_its_shape_and_its_room(width_px: int, height_px: int) -> None:
    width, height = fitted(width_px, height_px, 480, 600)
    assert width <= 480.01
    assert height <= 600.01
    assert width * height_px == pytest.approx(height * width_px)


def test_a_phone_screen_is_not_long_but_a_long_screenshot_is() -> None:
    assert not is_long(1080, 2640)
    assert is_long(1080, 4000)


def test_a_line_too_narrow_to_be_read_is_not_split() -> None:
    assert not is_long(1, 65_500)
    assert is_long(120, 65_500)
