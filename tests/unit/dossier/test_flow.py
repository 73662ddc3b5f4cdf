"""Pages are filled without orphans, and no row is torn."""

from hypothesis import given
from hypothesis import strategies as st

from evidence_app.dossier.blocks import BODY, Row, Table, Typesetter, Words
from evidence_app.dossier.page import PAPERS, Flow, Strip, Text
from evidence_app.phrases import Language

SHEET = PAPERS["a4"]
SETTER = Typesetter(Language.ZH_HANS, SHEET)


def strips(*heights: float, keep: bool = False) -> list[Strip]:
    return [Strip(height, [], keep=keep) for height in heights]


def test_a_heading_moves_to_the_next_page_with_what_follows() -> None:
    flow = Flow(SHEET)
    flow.place(strips(SHEET.body_height - 50))
    flow.place([*SETTER.heading("标题", "here"), *strips(40)])
    assert flow.anchors["here"].page_index == 1


def test_a_table_repeats_its_head_on_every_page() -> None:
    flow = Flow(SHEET)
    table = Table((200, SHEET.body_width - 200), ("Time", "Event"))
    flow.place(SETTER.table(table, [Row(([Words(str(n))], [Words("text")])) for n in range(100)]))
    heads = [sum(text_of(operations) == ["Time", "Event"] for _, operations in page.placed) for page in flow.pages]
    assert len(heads) > 1
    assert set(heads) == {1}


def text_of(operations: list[object]) -> list[str]:
    return [operation.text for operation in operations if isinstance(operation, Text)]


def test_a_row_taller_than_a_page_is_continued_without_loss() -> None:
    flow = Flow(SHEET)
    words = "\n".join(f"line {n}" for n in range(500))
    flow.place(SETTER.table(Table((SHEET.body_width,)), [Row(([Words(words)],))]))
    drawn = [text for page in flow.pages for _, operations in page.placed for text in text_of(operations)]
    assert drawn == words.split("\n")


@given(st.lists(st.floats(1, 700), max_size=40), st.lists(st.booleans(), min_size=40, max_size=40))
def test_nothing_stands_below_the_body(heights: list[float], kept: list[bool]) -> None:
    flow = Flow(SHEET)
    for height, keep in zip(heights, kept, strict=False):
        flow.place([*strips(20.0, keep=keep), *strips(height)])
    for page in flow.pages:
        assert all(SHEET.margin <= top <= SHEET.height - SHEET.margin for top, _ in page.placed)


def test_a_title_is_shortened_to_its_lines() -> None:
    short = SETTER.shortened("证" * 10_000, BODY, 300, lines=2)
    assert short.endswith("…")
    assert len(SETTER.lines(short, BODY, 300)) == 2
