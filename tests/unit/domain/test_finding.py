"""Words are found however they were written, and wherever a screen broke them."""

import pytest

from evidence_app.characters import folded
from evidence_app.domain.finding import lines_with, spans, words_of


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("自動下款", "系统自动下款3000元"),
        ("自动下款", "系統自動下款3000元"),
        ("提現", "提现一直失败"),
        ("工號80231", "工号 80231"),
        ("ＡＢＣ", "abc"),
        ("2月22日08:15", "2月22日 08：15"),
    ],
)
def test_what_means_the_same_is_found(asked: str, written: str) -> None:
    assert lines_with(words_of(asked), [written]) == [0]


def test_a_number_that_is_broken_over_lines_is_found_where_it_begins() -> None:
    assert lines_with(words_of("1234567890"), ["投诉编号", "合同 12345", "67890 已生效"]) == [1]


def test_fields_that_do_not_run_on_are_not_taken_together() -> None:
    assert lines_with(words_of("工号80231"), ["问工号", "80231"], run_on=False) == []


def test_all_words_have_to_be_there_anywhere() -> None:
    lines = ["工号80231", "您好", "承诺核实"]
    assert lines_with(words_of("核实 80231"), lines) == [0, 2]
    assert lines_with(words_of("核实 80232"), lines) == []


def test_nothing_is_found_by_nothing() -> None:
    assert lines_with(words_of("  \u3000 "), ["a", ""]) == []


def test_folding_twice_changes_nothing() -> None:
    text = "臺灣 工號ＡＢ：Ｉ"
    assert folded(folded(text)) == folded(text)


@pytest.mark.parametrize(
    ("asked", "written", "found"),
    [
        ("自動下款", "系统自动下款了", ["自动下款"]),
        ("80231", "工号 80 231 与 80231", ["80 231", "80231"]),
        ("提现 失败", "提現失敗", ["提現失敗"]),
        ("ａｂ", "xABx", ["AB"]),
        ("fi", "oﬁce", ["ﬁ"]),
        ("核实", "没有", []),
    ],
)
def test_what_was_found_is_marked_as_it_was_written(asked: str, written: str, found: list[str]) -> None:
    assert [written[start:end] for start, end in spans(words_of(asked), written)] == found
