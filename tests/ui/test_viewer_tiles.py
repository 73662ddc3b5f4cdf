from hypothesis import given
from hypothesis import strategies as st

from ui.viewer.tiling import Box, Grid

sizes = st.integers(1, 20_000)
scales = st.floats(0.01, 8, allow_nan=False)


@given(sizes, sizes, scales, st.sampled_from([1.0, 4.0]))
def test_tiles_cover_the_page_without_gap_or_overlap(width: int, height: int, scale: float, sharpest: float) -> None:
    grid = Grid(0, width, height, scale, sharpest)
    first_row = [tile.region for tile in (grid.tile(column, 0) for column in range(-(-width // grid.side)))]
    places = [grid.place(region) for region in first_row]
    assert places[0].x == 0
    assert places[-1].x + places[-1].width == round(width * scale)
    for left, right in zip(places, places[1:], strict=False):
        assert left.x + left.width == right.x


@given(sizes, sizes, scales, st.integers(0, 20_000), st.integers(0, 20_000))
def test_what_is_visible_is_covered(width: int, height: int, scale: float, x: int, y: int) -> None:
    grid = Grid(0, width, height, scale)
    visible = Box(min(x, int(width * scale)), min(y, int(height * scale)), 300, 200)
    right = min(visible.x + visible.width, round(width * scale))
    bottom = min(visible.y + visible.height, round(height * scale))
    places = [grid.place(tile.region) for tile in grid.covering(visible)]
    if right > visible.x and bottom > visible.y:
        assert min(place.x for place in places) <= visible.x
        assert min(place.y for place in places) <= visible.y
        assert max(place.x + place.width for place in places) >= right
        assert max(place.y + place.height for place in places) >= bottom


@given(sizes, sizes, scales)
def test_few_tiles_cover_a_screen(width: int, height: int, scale: float) -> None:
    grid = Grid(0, width, height, scale)
    assert len(list(grid.covering(Box(100, 100, 1280, 720)))) <= 5 * 4


@given(sizes, sizes, scales)
def test_no_tile_asks_for_more_pixels_than_there_are(width: int, height: int, scale: float) -> None:
    for tile in Grid(0, width, height, scale).covering(Box(0, 0, 600, 600)):
        assert 1 <= tile.width_px <= tile.region.width


def test_the_middle_of_the_view_comes_first() -> None:
    tiles = list(Grid(0, 5000, 5000, 1.0).covering(Box(1000, 1000, 1500, 1500)))
    first = tiles[0].region
    assert first.x <= 1750 <= first.x + first.width
    assert first.y <= 1750 <= first.y + first.height
