from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_app.reading.when import never_talked, parse_duration

Form = Callable[[int, int, int], str]
FORMS: tuple[Form, ...] = (
    lambda h, m, s: f"{h:02}:{m:02}:{s:02}",
    lambda h, m, s: f"通话时长 {h}小时{m}分{s}秒",
    lambda h, m, s: f"通話時間：{h}時間{m}分{s}秒",
    lambda h, m, s: f"{h} hr {m} min {s} sec",
    lambda h, m, s: f"{h}h {m}m {s}s",
    lambda h, m, s: f"{h * 60 + m}分钟{s}秒",
)


@given(h=st.integers(0, 9), m=st.integers(0, 59), s=st.integers(0, 59), form=st.sampled_from(FORMS))
def test_each_form_of_a_duration_reads_back(h: int, m: int, s: int, form: Form) -> None:
    assert parse_duration(form(h, m, s)) == h * 3600 + m * 60 + s


@pytest.mark.parametrize(
    ("words", "seconds"),
    [
        ("3分12秒", 192),
        ("12 sec", 12),
        ("1小时2分", 3720),
        ("03:12", 192),
        ("呼出 12秒", 12),
        ("1 hr", 3600),
        ("(0:45)", 45),
    ],
)
def test_short_forms(words: str, seconds: int) -> None:
    assert parse_duration(words) == seconds


@pytest.mark.parametrize(
    "words", ["未接通", "未接來電", "响铃20秒", "已拒接", "Missed", "No answer", "無人接聽", "キャンセル"]
)
def test_a_call_nobody_took_has_no_duration_and_says_so(words: str) -> None:
    assert parse_duration(words) is None
    assert never_talked(words)


@pytest.mark.parametrize("words", ["", "5", "12:99", "好的", "3000.00", "13800138000", "3个工作日", "1:02:75"])
def test_other_words_are_no_duration(words: str) -> None:
    assert parse_duration(words) is None
