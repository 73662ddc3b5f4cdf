"""A row of a list of calls is not said twice."""

import pytest

from evidence_app.domain.call_lists import is_only_row, merged_calls, merged_words, without_merged
from evidence_app.domain.events import Direction


@pytest.mark.parametrize(
    "text", ["来电1分46秒", "來電 1分46秒", "已接来电，1:46", "Incoming call 1 min 46 sec", "0:01:46"]
)
def test_a_row_that_says_what_the_call_says_is_known(text: str) -> None:
    assert is_only_row(text, Direction.IN, 106)


@pytest.mark.parametrize(
    "text", ["", "来电", "来电1分40秒", "来电1分46秒，自称催收", "响铃 21 秒", "上海来电1分46秒", "呼出1分46秒", "1"]
)
def test_a_row_that_says_more_or_something_else_is_kept(text: str) -> None:
    assert not is_only_row(text, Direction.IN, 106)


def test_a_length_that_the_call_does_not_know_is_kept() -> None:
    assert not is_only_row("来电1分46秒", Direction.IN, None)


def test_a_row_of_several_calls_says_of_how_many_and_keeps_the_rest() -> None:
    text = f"{merged_words(3)} 上海 未接来电"
    assert (merged_calls(text, is_read=True), without_merged(text, is_read=True)) == (3, "上海 未接来电")
    assert merged_words(1) == ""


@pytest.mark.parametrize(
    ("text", "is_read"), [("上海 (3)", True), ("(03) 上海", True), ("(1) 上海", True), ("(3) 三天内回复", False)]
)
def test_what_the_reader_does_not_write_so_and_what_a_person_wrote_stays_as_it_is(text: str, is_read: bool) -> None:
    assert (merged_calls(text, is_read=is_read), without_merged(text, is_read=is_read)) == (1, text)
