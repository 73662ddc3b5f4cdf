"""Lines are as wide as the column, lose nothing, and end where a reader expects it."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from evidence_app.dossier.linebreaking import NOT_FIRST, break_lines
from evidence_app.dossier.typeface import Typeface
from evidence_app.phrases import Language

FACE = Typeface(Language.ZH_HANS, bold=False)
SIZE = 9.5
MIXED = st.text(
    st.one_of(st.characters(), st.sampled_from("，。！“”（）中文的是abc 0123./_-👍🏽\u200d\n")), max_size=300
)


def measure(text: str) -> float:
    return FACE.width(text, SIZE)


@settings(max_examples=500)
@given(MIXED, st.floats(30, 500))
@example("W" * 10_000, 100.0)
@example(" " * 10_000, 100.0)
@example("，" * 1_000, 100.0)
def test_no_character_is_lost_and_no_line_is_wider_than_the_column(text: str, width: float) -> None:
    drawable = FACE.drawable(text)
    lines = break_lines(drawable, width, measure)
    assert "".join(lines) == drawable.replace("\n", "")
    assert all(measure(line.rstrip()) <= width + 0.01 for line in lines)


@settings(max_examples=300)
@given(st.text(st.sampled_from("中文字的是，。！？）》"), min_size=1, max_size=200))
def test_no_closing_mark_starts_a_line_unless_marks_alone_fill_it(text: str) -> None:
    lines = break_lines(text, 200, measure)
    for before, line in zip(lines, lines[1:], strict=False):
        crowded = all(character in NOT_FIRST for character in before[1:])
        assert line[0] not in NOT_FIRST or crowded


def test_no_opening_mark_ends_a_line() -> None:
    lines = break_lines("一二三四五六七八九（十）", SIZE * 10, measure)
    assert lines == ["一二三四五六七八九", "（十）"]


def test_latin_words_stay_whole() -> None:
    assert break_lines("还款 immediately please", measure("还款 immediately"), measure) == [
        "还款 immediately ",
        "please",
    ]


def test_english_days_and_exhibits_stay_whole_where_the_column_has_room() -> None:
    text = "he called (24 November 2025), as exhibit 3 shows"
    for width in range(round(measure("(24 November 2025),")) + 1, 200):
        lines = [line.rstrip() for line in break_lines(text, width, measure)]
        assert sum("(24 November 2025)," in line for line in lines) == 1 == sum("exhibit 3" in line for line in lines)
    narrow = break_lines(text, measure("November") + 1, measure)
    assert [line.strip() for line in narrow if "Nov" in line] == ["November"]


def test_a_long_address_is_broken_behind_its_separators() -> None:
    lines = break_lines("https://example.com/some/where?id=1234567890", 110, measure)
    assert len(lines) > 1
    assert all(line[-1] in "/.?=:" for line in lines[:-1])


def test_an_empty_line_stays() -> None:
    assert break_lines("one\n\ntwo", 100, measure) == ["one", "", "two"]
