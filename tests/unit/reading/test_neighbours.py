"""What stands near a line is found without asking all lines, and the same is found."""

from hypothesis import given
from hypothesis import strategies as st

from evidence_app.domain.machine_text import MachineLine
from evidence_app.reading.layout.ladder import Ladder
from evidence_app.reading.layout.once import once
from evidence_app.reading.layout.rows import beside, bottom, top

REGION = st.tuples(st.integers(-50, 1000), st.integers(-50, 900), st.integers(1, 600), st.integers(1, 900))
LINES = st.lists(REGION.map(lambda region: MachineLine("x", region, 0.9)), min_size=1, max_size=40)


@given(LINES)
def test_the_lines_in_a_row_are_those_that_asking_each_finds_in_their_order(lines: list[MachineLine]) -> None:
    ladder = Ladder(lines)
    for line in lines:
        assert ladder.beside(line) == [other for other in lines if beside(other, line)]


@given(LINES, st.integers(-200, 2000), st.integers(0, 800))
def test_no_line_between_two_rows_is_missed(lines: list[MachineLine], upper: int, more: int) -> None:
    found = Ladder(lines).indexes(upper, upper + more)
    inside = [i for i, line in enumerate(lines) if top(line) <= upper + more and bottom(line) >= upper]
    assert set(inside) <= set(found)
    assert found == sorted(found)


def test_what_was_asked_of_the_same_lines_is_worked_out_once() -> None:
    asked: list[tuple[int, ...]] = []

    def longest(lines: tuple[int, ...]) -> int:
        asked.append(lines)
        return len(lines)

    remembering, lines = once(longest), tuple([1, 2, 3])
    assert [remembering(lines), remembering(lines), remembering(tuple([1, 2]))] == [3, 3, 2]
    assert asked == [(1, 2, 3), (1, 2)]
