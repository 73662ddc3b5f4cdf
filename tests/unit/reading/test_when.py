from collections.abc import Callable
from datetime import datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_app.domain.times import Precision
from evidence_app.reading.when import find_when, parse_clock, parse_when

NEAR = datetime(2025, 2, 26, 19, 42, 10)  # a Wednesday

WEEKDAYS = "一二三四五六日"
JAPANESE_WEEKDAYS = "月火水木金土日"
ENGLISH_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
ENGLISH_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
FULL_WIDTH = str.maketrans("0123456789:/", "０１２３４５６７８９：／")


def clock_24(at: datetime) -> str:
    return f"{at:%H:%M}"


def chinese_clock(at: datetime) -> str:
    return f"{'上午' if at.hour < 12 else '下午'}{at.hour % 12 or 12}:{at:%M}"


def spoken_clock(at: datetime) -> str:
    parts = ((5, "凌晨"), (8, "早上"), (12, "上午"), (13, "中午"), (19, "下午"), (24, "晚上"))
    part = next(word for hour, word in parts if at.hour < hour)
    return f"{part}{at.hour if at.hour <= 12 else at.hour - 12}:{at:%M}"


def japanese_clock(at: datetime) -> str:
    return f"{'午前' if at.hour < 12 else '午後'}{at.hour % 12}:{at:%M}"


def english_clock(at: datetime) -> str:
    return f"{at.hour % 12 or 12}:{at:%M} {'AM' if at.hour < 12 else 'PM'}"


Clock = Callable[[datetime], str]
CLOCKS: tuple[Clock, ...] = (clock_24, chinese_clock, spoken_clock, japanese_clock, english_clock)

WITH_YEAR: dict[str, Clock] = {
    "hyphens": lambda at: f"{at:%Y-%m-%d}",
    "slashes": lambda at: f"{at.year}/{at.month}/{at.day}",
    "dots and weekday": lambda at: f"{at:%Y.%m.%d} 星期{WEEKDAYS[at.weekday()]}",
    "Chinese": lambda at: f"{at.year}年{at.month}月{at.day}日",
    "Chinese, padded, weekday": lambda at: f"{at.year}年{at:%m}月{at:%d}日 周{WEEKDAYS[at.weekday()]}",
    "Japanese weekday": lambda at: f"{at.year}年{at.month}月{at.day}日({JAPANESE_WEEKDAYS[at.weekday()]})",
    "Republic": lambda at: f"民國{at.year - 1911}年{at.month}月{at.day}日",
    "Republic, unsaid": lambda at: f"{at.year - 1911}年{at.month}月{at.day}日",
    "Republic, slashes": lambda at: f"{at.year - 1911}/{at:%m/%d}",
    "English": lambda at: f"{ENGLISH_MONTHS[at.month - 1]} {at.day}, {at.year}",
    "English, weekday": lambda at: (
        f"{ENGLISH_WEEKDAYS[at.weekday()]}, {ENGLISH_MONTHS[at.month - 1]} {at.day}, {at.year}"
    ),
    "British": lambda at: f"{at.day} {ENGLISH_MONTHS[at.month - 1]} {at.year}",
    "full width": lambda at: f"{at.year}年{at.month}月{at.day}日".translate(FULL_WIDTH),
}

WITHOUT_YEAR: dict[str, Clock] = {
    "Chinese": lambda at: f"{at.month}月{at.day}日",
    "Chinese, 号": lambda at: f"{at.month}月{at.day}号",
    "traditional": lambda at: f"{at.month}月{at.day}號",
    "LINE": lambda at: f"{at.month}/{at.day}(週{WEEKDAYS[at.weekday()]})",
    "LINE, spaced": lambda at: f"{at.month}/{at.day} ({WEEKDAYS[at.weekday()]})",
    "Japanese": lambda at: f"{at.month}月{at.day}日({JAPANESE_WEEKDAYS[at.weekday()]})",
    "English": lambda at: f"{ENGLISH_MONTHS[at.month - 1]} {at.day}",
    "English, weekday": lambda at: f"{ENGLISH_WEEKDAYS[at.weekday()]}, {ENGLISH_MONTHS[at.month - 1]} {at.day}",
}

WITHIN_A_WEEK: dict[str, Clock] = {
    "星期": lambda at: f"星期{WEEKDAYS[at.weekday()]}",
    "週": lambda at: f"週{WEEKDAYS[at.weekday()]}",
    "礼拜": lambda at: f"礼拜{WEEKDAYS[at.weekday()]}",
    "Japanese": lambda at: f"{JAPANESE_WEEKDAYS[at.weekday()]}曜日",
    "English": lambda at: ENGLISH_WEEKDAYS[at.weekday()],
}

minutes = st.datetimes(datetime(2019, 1, 1), datetime(2027, 12, 31)).map(lambda at: at.replace(second=0, microsecond=0))
nears = st.datetimes(datetime(2020, 1, 1), datetime(2026, 12, 31)).filter(lambda at: at.time() != time())


def read(words: str, near: datetime | None = NEAR) -> tuple[datetime, Precision] | None:
    found = parse_when(words, near)
    return found and (found.wall, found.precision)


@given(at=minutes, form=st.sampled_from(list(WITH_YEAR)), clock=st.sampled_from(CLOCKS), gap=st.sampled_from(["", " "]))
def test_a_day_with_its_year_and_a_clock_reads_back_without_knowing_when_it_was_seen(
    at: datetime, form: str, clock: Clock, gap: str
) -> None:
    gap = gap if "月" in form or clock is clock_24 else " "
    gap = " " if WITH_YEAR[form](at)[-1:].isdigit() and at.day < 10 else gap
    assert read(WITH_YEAR[form](at) + (gap or " ") + clock(at), None) == (at, Precision.MINUTE)


@given(at=minutes, form=st.sampled_from(list(WITH_YEAR)))
def test_a_day_with_its_year_reads_back_to_the_day(at: datetime, form: str) -> None:
    assert read(WITH_YEAR[form](at), None) == (datetime.combine(at.date(), time()), Precision.DAY)


@given(at=minutes, second=st.integers(0, 59), sign=st.sampled_from("-/."), gap=st.sampled_from(["", " ", "T", ", "]))
def test_seconds_read_back_also_where_the_space_was_lost(at: datetime, second: int, sign: str, gap: str) -> None:
    at = at.replace(second=second)
    words = f"{at:%Y}{sign}{at:%m}{sign}{at:%d}{gap}{at:%H:%M:%S}"
    assert read(words, None) == (at, Precision.SECOND)


@given(
    near=nears,
    days=st.integers(0, 364),
    clock=st.sampled_from(CLOCKS),
    form=st.sampled_from(list(WITHOUT_YEAR)),
    back=st.integers(0, 1439),
)
def test_a_day_without_year_is_the_last_one_not_after_the_picture(
    near: datetime, days: int, clock: Clock, form: str, back: int
) -> None:
    at = datetime.combine(near.date() - timedelta(days=days), time()) + timedelta(minutes=back)
    assert read(f"{WITHOUT_YEAR[form](at)} {clock(at)}", near) == (at, Precision.MINUTE)


@given(near=nears, days=st.integers(1, 6), form=st.sampled_from(list(WITHIN_A_WEEK)), clock=st.sampled_from(CLOCKS))
def test_a_weekday_is_of_the_last_week(near: datetime, days: int, form: str, clock: Clock) -> None:
    at = (near - timedelta(days=days)).replace(second=0, microsecond=0)
    assert read(f"{WITHIN_A_WEEK[form](at)} {clock(at)}", near) == (at, Precision.MINUTE)


@given(near=nears, clock=st.sampled_from(CLOCKS), back=st.integers(0, 1430))
def test_a_clock_alone_is_the_last_such_time(near: datetime, clock: Clock, back: int) -> None:
    at = (near - timedelta(minutes=back)).replace(second=0, microsecond=0)
    assert read(clock(at), near) == (at, Precision.MINUTE)


@given(
    near=nears,
    clock=st.sampled_from(CLOCKS),
    gap=st.sampled_from(["", " "]),
    back=st.integers(0, 1439),
    word=st.sampled_from(
        [("昨天", 1), ("昨日", 1), ("Yesterday", 1), ("前天", 2), ("今天", 0), ("Today", 0), ("昨夭", 1), ("一昨日", 2)]
    ),
)
def test_words_for_near_days_read_back(
    near: datetime, clock: Clock, gap: str, back: int, word: tuple[str, int]
) -> None:
    at = datetime.combine(near.date() - timedelta(days=word[1]), time()) + timedelta(minutes=back)
    assert read(word[0] + gap + clock(at), near) == (at, Precision.MINUTE)


@given(
    at=minutes,
    before=st.sampled_from(["您好，", "已于", "(", "时间:", ""]),
    after=st.sampled_from(["前", "，请", ")", ""]),
)
def test_a_time_inside_a_sentence_is_found_where_it_stands(at: datetime, before: str, after: str) -> None:
    words = f"{at.year}年{at.month}月{at.day}日{clock_24(at)}"
    ((start, end, when),) = find_when(before + words + after, NEAR)
    assert (start, end, when.wall, when.words) == (len(before), len(before) + len(words), at, words)


@pytest.mark.parametrize(
    ("words", "wall", "precision"),
    [
        ("— 2月22日 08:15 —", datetime(2025, 2, 22, 8, 15), Precision.MINUTE),
        ("2月22曰 O8:l5", datetime(2025, 2, 22, 8, 15), Precision.MINUTE),
        ("昨天19.03", datetime(2025, 2, 25, 19, 3), Precision.MINUTE),
        ("昨晚8:15", datetime(2025, 2, 25, 20, 15), Precision.MINUTE),
        ("2025 年 2 月 22 日 08 : 15", datetime(2025, 2, 22, 8, 15), Precision.MINUTE),
        ("二〇二五年二月二十二日下午三点二十分", datetime(2025, 2, 22, 15, 20), Precision.MINUTE),
        ("[22/2/2025, 08:15:33]", datetime(2025, 2, 22, 8, 15, 33), Precision.SECOND),
        ("2/22/25, 8:15\u202fAM", datetime(2025, 2, 22, 8, 15), Precision.MINUTE),
        ("1/2/2025 08:15", datetime(2025, 2, 1, 8, 15), Precision.MINUTE),
        ("25/2/22 8:15", datetime(2025, 2, 22, 8, 15), Precision.MINUTE),
        ("22/2 (六) 08:15", datetime(2025, 2, 22, 8, 15), Precision.MINUTE),
        ("114/2/22 08:15", datetime(2025, 2, 22, 8, 15), Precision.MINUTE),
        ("25-02-22 08:15", datetime(2025, 2, 22, 8, 15), Precision.MINUTE),
        ("2025 -02-22 08:15", datetime(2025, 2, 22, 8, 15), Precision.MINUTE),
        ("08:15, 22 Feb 2025", datetime(2025, 2, 22, 8, 15), Precision.MINUTE),
        ("Feb 22, 2025 at 8:15 AM", datetime(2025, 2, 22, 8, 15), Precision.MINUTE),
        ("令和7年2月22日", datetime(2025, 2, 22), Precision.DAY),
        ("2025年2月", datetime(2025, 2, 1), Precision.MONTH),
        ("12月", datetime(2024, 12, 1), Precision.MONTH),
        ("02-22", datetime(2025, 2, 22), Precision.DAY),
        ("2月29日", datetime(2024, 2, 29), Precision.DAY),
        ("刚刚", datetime(2025, 2, 26, 19, 42), Precision.MINUTE),
        ("3分钟前", datetime(2025, 2, 26, 19, 39), Precision.MINUTE),
        ("2小时前", datetime(2025, 2, 26), Precision.DAY),
        ("上周五 10:00", datetime(2025, 2, 21, 10), Precision.MINUTE),
        ("今日24:00", datetime(2025, 2, 27), Precision.MINUTE),
        ("星期三 23:00", datetime(2025, 2, 19, 23), Precision.MINUTE),
    ],
)
def test_forms_that_screens_show(words: str, wall: datetime, precision: Precision) -> None:
    assert read(words) == (wall, precision)


@pytest.mark.parametrize(
    ("words", "wall"),
    [
        ("3月5日", datetime(2025, 3, 5)),
        ("1月5日", datetime(2026, 1, 5)),
        ("下周一", datetime(2025, 3, 3)),
        ("本周五", datetime(2025, 2, 28)),
        ("周二", datetime(2025, 3, 4)),
        ("后天", datetime(2025, 2, 28)),
        ("下月5号", datetime(2025, 3, 5)),
        ("18:00", datetime(2025, 2, 27, 18)),
        ("20:00", datetime(2025, 2, 26, 20)),
    ],
)
def test_what_is_due_lies_ahead(words: str, wall: datetime) -> None:
    found = parse_when(words, NEAR, ahead=True)
    assert found is not None
    assert found.wall == wall


def test_a_stated_offset_is_kept() -> None:
    found = parse_when("2025-02-22 08:15:33 (UTC+8)", None)
    assert found is not None
    assert (found.wall, found.offset_min) == (datetime(2025, 2, 22, 8, 15, 33), 480)


NO_TIMES = [
    "TS202502220088", "JX20250222001234", "20250222081533", "20250222", "2025022200001234",
    "3000.00", "¥200.00", "3000元", "8.15元", "12.5%", "1.2.3", "V2.22.1", "8.0.25",
    "13800138000", "021-5888-2222", "400-820-8820", "95188", "02-2222-3333",
    "3个工作日", "24小时", "3天内", "第3期", "3/12期", "1/9", "3/12", "10:1", "16:9", "比例3:20", "1:100",
    "192.168.1.1", "10.2.22", "3.2.12", "22/2", "02-22-33",
    "2025", "8点", "以下3点", "好的", "", "周年", "每天9:00", "周一至周五 9:00-18:00", "25:10", "12:60",
    "13月1日", "2月30日", "提前天数", "May", "Sunshine", "Wedding", "monday.com",
]  # fmt: skip


@pytest.mark.parametrize("words", NO_TIMES)
def test_words_that_are_no_time_give_none(words: str) -> None:
    assert parse_when(words, NEAR) is None
    assert find_when(words, NEAR) == []


@given(st.from_regex(r"[A-Z]{0,4}[0-9]{5,30}", fullmatch=True))
def test_no_order_number_is_a_time(words: str) -> None:
    assert parse_when(words, NEAR) is None
    assert find_when(f"单号{words}，请查收", NEAR) == []


@given(st.text(st.sampled_from("0123456789:/-.年月日上午下昨天周一三 amp,()前"), max_size=40))
def test_whatever_is_found_lies_where_it_says(text: str) -> None:
    end = 0
    for start, stop, when in find_when(text, NEAR):
        assert end <= start < stop <= len(text)
        assert when.words == text[start:stop]
        end = stop


@pytest.mark.parametrize(
    "text",
    [
        "比例3:20，杠杆1:50",
        "客服时间：周一至周五 9:00-18:00，每天9:00上班",
        "3/12期，已还4/12",
        "电话021-12-22-33",
        "第2月账单",
    ],
)
def test_sentences_without_a_moment_give_none(text: str) -> None:
    assert find_when(text, NEAR) == []


def test_two_times_in_one_line_stay_two() -> None:
    assert [when.words for _, _, when in find_when("昨天 19:03 今天 20:10", NEAR)] == ["昨天 19:03", "今天 20:10"]


@pytest.mark.parametrize(
    ("words", "clock"),
    [("19:42", time(19, 42)), ("下午7:42", time(19, 42)), ("7:42 PM", time(19, 42)), ("０７：４２", time(7, 42))],
)
def test_the_clock_of_a_status_bar(words: str, clock: time) -> None:
    assert parse_clock(words) == clock


@pytest.mark.parametrize("words", ["5G", "100%", "3点", "19:42 5G", "77:12", "1:1", ""])
def test_what_else_stands_in_a_status_bar_is_no_clock(words: str) -> None:
    assert parse_clock(words) is None
