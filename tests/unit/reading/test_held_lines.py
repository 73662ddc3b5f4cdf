"""Lines stand on areas that hold them."""

from evidence_app.domain.machine_text import MachineLine
from evidence_app.reading.whole_panels import Strip, with_whole_panels

BUBBLE = (284, 9342, 407, 103)
WITHIN_A_CHARACTER = (573, 9340, 22, 29)
GREEN = (141, 223, 86)


def line(text: str, top: int, panel: tuple[int, int, int, int]) -> MachineLine:
    return MachineLine(text, (298, top, 366, 35), 0.99, ground=GREEN, panel=panel)


def test_a_line_whose_area_lies_within_a_character_stands_on_that_of_its_neighbour() -> None:
    lines = [line("one", 9350, WITHIN_A_CHARACTER), line("two", 9390, BUBBLE)]
    assert [each.panel for each in with_whole_panels([Strip(9000, 10000, lines)])] == [BUBBLE, BUBBLE]


def test_a_line_that_nothing_holds_has_no_area() -> None:
    (alone,) = with_whole_panels([Strip(9000, 10000, [line("one", 9350, WITHIN_A_CHARACTER)])])
    assert alone.panel is None
