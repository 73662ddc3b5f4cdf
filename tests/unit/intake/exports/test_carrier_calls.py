"""Call details of the three mainland carriers come in call for call, whatever their tables look like."""

import tempfile
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.exports import Unread
from evidence_app.domain.times import Precision
from evidence_app.intake.exports import carrier_calls
from evidence_app.intake.exports.durations import seconds_of
from evidence_app.intake.exports.source import Source
from tests.fakes.workbooks import write_xlsx
from tests.unit.intake.exports.written import SOAK, reads_of, records_of, source_of, survives_damage

UNICOM = """中国联通通话详单
客户名称：李雷,用户号码：13012345678,查询月份：2025年03月
序号,业务类型,通话起始时间,通话时长,呼叫类型,对方号码,本机通话地,对方归属地,通话类型,通话费,其他费,小计
1,语音电话,2025-03-01 09:08:07,1小时2分3秒,被叫,95188,北京,浙江杭州,国内通话,0.00,0.00,0.00
2,语音电话,2025-03-01 10:00:00,2分3秒,主叫,13800138000,北京,北京,本地通话,0.15,0.00,0.15
3,语音电话,2025-03-02 11:00:00,45秒,被叫,02088888888,北京,广东广州,国内通话,0.00,0.00,0.00
合计,,,1小时4分51秒,,,,,,0.15,0.00,0.15
"""

MOBILE = """中国移动通信客户语音详单,,,,,,,
手机号码：13812345678,,,,,,,
查询时间：2025-03-01至2025-03-31,,,,,,,
起始时间,通信地点,通信方式,对方号码,通信时长,通信类型,套餐优惠,实收通信费(元)
03-01 09:08:07,上海,被叫,1069000012,00:01:02,本地,套餐内,0.00
2025-03-02,,,,,,,
10:11:12,上海,主叫,10086,62,本地,套餐内,0.00
03-03 12:00:00,上海,主叫,95188,00:00:00,国内长途,套餐内,0.00
,,,,,套餐月租费,,58.00
"""

MOBILE_SMS = """手机号码：13812345678
账单月份：2025年03月
起始时间,通信地点,对方号码,通信方式,信息类型,业务名称,套餐优惠,通信费(元)
03-05 09:08:07,上海,1069000012,接收,短信,国内短信,,0.00
03-06 10:11:12,上海,10086,发送,短信,国内短信,,0.10
"""

TELECOM = """序号\t主叫号码\t被叫号码\t通话日期\t通话时间\t时长(秒)\t费用(元)
1\t18912345678\t95188\t20250301\t090807\t62\t0.10
2\t4008001234\t18912345678\t20250302\t101112\t5\t0.00
3\t8618912345678\t10000\t20250303\t235959\t120\t0.20
"""


def told(source: Source) -> list[tuple[str, str, int | None, datetime | None]]:
    return [
        (str(each.direction), each.number, each.duration_s, each.time and each.time.wall)
        for each in records_of(source, "carrier-calls")
    ]


def test_unicom_is_read_by_its_heading(tmp_path: Path) -> None:
    assert told(source_of(tmp_path, UNICOM, encoding="gb18030")) == [
        ("in", "95188", 3723, datetime(2025, 3, 1, 9, 8, 7)),
        ("out", "13800138000", 123, datetime(2025, 3, 1, 10)),
        ("in", "02088888888", 45, datetime(2025, 3, 2, 11)),
    ]


def test_mobile_has_its_year_above_and_days_between(tmp_path: Path) -> None:
    source = source_of(tmp_path, MOBILE, encoding="gb18030")
    assert told(source) == [
        ("in", "1069000012", 62, datetime(2025, 3, 1, 9, 8, 7)),
        ("out", "10086", 62, datetime(2025, 3, 2, 10, 11, 12)),
        ("out", "95188", 0, datetime(2025, 3, 3, 12)),
    ]
    first, _, third = records_of(source)
    assert (first.kind, first.account, first.place) == (EventKind.CALL, "13812345678", "row:5")
    assert third.warning == "call-unanswered"


def test_messages_that_a_carrier_lists_have_no_words(tmp_path: Path) -> None:
    first, second = records_of(source_of(tmp_path, MOBILE_SMS), "carrier-calls")
    assert (first.kind, first.direction, first.number, first.warning) == (
        EventKind.MESSAGE, Direction.IN, "1069000012", "content-unlisted")  # fmt: skip
    assert (second.direction, second.time and second.time.wall) == (Direction.OUT, datetime(2025, 3, 6, 10, 11, 12))


def test_telecom_tells_the_sides_by_whose_number_is_everywhere(tmp_path: Path) -> None:
    assert told(source_of(tmp_path, TELECOM)) == [
        ("out", "95188", 62, datetime(2025, 3, 1, 9, 8, 7)),
        ("in", "4008001234", 5, datetime(2025, 3, 2, 10, 11, 12)),
        ("out", "10000", 120, datetime(2025, 3, 3, 23, 59, 59)),
    ]


def test_a_workbook_is_read_as_its_rows(tmp_path: Path) -> None:
    rows = [line.split(",") for line in UNICOM.splitlines()]
    path = write_xlsx(tmp_path / "calls", [[*row, *[""] * (12 - len(row))] for row in rows])
    assert len(records_of(Source(path, "详单.xlsx"), "carrier-calls")) == 3


def test_tables_of_data_traffic_and_fees_are_no_calls(tmp_path: Path) -> None:
    others = (
        "起始时间,通信地点,上网方式,总时长,总流量,通信费(元)\n2025-03-01 09:00:00,上海,CMNET,1小时2分3秒,12MB,0.00\n"
        "费用项目,金额,备注\n套餐及固定费,58.00,2025-03-01\n"
    )
    assert len(records_of(source_of(tmp_path, UNICOM + others))) == 3


def test_december_before_a_statement_of_january_is_of_the_year_before(tmp_path: Path) -> None:
    content = MOBILE.replace("2025-03-01至2025-03-31", "2024-12-15至2025-01-14").replace("03-01 ", "12-31 ")
    assert told(source_of(tmp_path, content))[0][3] == datetime(2024, 12, 31, 9, 8, 7)


def test_a_year_that_only_the_name_has_is_doubtful(tmp_path: Path) -> None:
    content = MOBILE.replace("查询时间：2025-03-01至2025-03-31", "")
    first, *_ = records_of(source_of(tmp_path, content, "2025年03月语音通信.csv"))
    assert (first.warning, first.time and first.time.wall) == ("year-from-name", datetime(2025, 3, 1, 9, 8, 7))


@pytest.mark.parametrize(
    "period",
    [
        "统计年份：2025", "2025年度通话详单", "账期 2025", "计费周期：20250301-20250331", "查询月份,2025年3月",
        "打印时间：2026-05-02 10:00:00\n查询时间：2025-03-01至2025-03-31", "统计周期：2025年\n打印日期：2026年4月1日",
        "导出时间：2025-04-02 10:00:00", "起止日期：2024-04-01 至 2025-03-31",
    ],
)  # fmt: skip
def test_the_year_stands_above_the_table(tmp_path: Path, period: str) -> None:
    content = MOBILE.replace("查询时间：2025-03-01至2025-03-31", period)
    first, *_ = records_of(source_of(tmp_path, content, "语音通信.csv"), "carrier-calls")
    assert (first.warning, first.time and first.time.wall) == ("", datetime(2025, 3, 1, 9, 8, 7))


@pytest.mark.parametrize("period", ["查询月份：2025年{}月", "账期：2025{}", "账单月份：2025-{}"])
@pytest.mark.parametrize("month", [10, 11, 12])
def test_a_month_of_two_digits_is_read_whole(tmp_path: Path, period: str, month: int) -> None:
    content = MOBILE.replace("查询时间：2025-03-01至2025-03-31", period.format(month)).replace("03-01 ", f"{month}-01 ")
    first, *_ = records_of(source_of(tmp_path, content, "语音通信.csv"), "carrier-calls")
    assert (first.warning, first.time and first.time.wall) == ("", datetime(2025, month, 1, 9, 8, 7))


@pytest.mark.parametrize("row", ["2025年3月", "账期：202503", "2025-03-01"])
def test_the_year_stands_in_a_row_of_the_table(tmp_path: Path, row: str) -> None:
    content = MOBILE.replace("查询时间：2025-03-01至2025-03-31", "").replace("03-01 09", f"{row},,,,,,,\n03-01 09")
    first, *_ = records_of(source_of(tmp_path, content, "语音通信.csv"), "carrier-calls")
    assert first.time is not None
    assert first.time.wall == datetime(2025, 3, 1, 9, 8, 7)


@pytest.mark.parametrize("name", ["通话详单2025.csv", "2025年通话.csv", "13800002020_20250301_20250331.csv"])
def test_a_name_may_have_the_year_alone(tmp_path: Path, name: str) -> None:
    content = MOBILE.replace("查询时间：2025-03-01至2025-03-31", "")
    first, *_ = records_of(source_of(tmp_path, content, name))
    assert (first.warning, first.time and first.time.wall) == ("year-from-name", datetime(2025, 3, 1, 9, 8, 7))


def test_a_time_above_which_no_year_stands_is_told(tmp_path: Path) -> None:
    content = MOBILE.replace("查询时间：2025-03-01至2025-03-31", "")
    unread = [each for each in carrier_calls.read(source_of(tmp_path, content)) if isinstance(each, Unread)]
    assert [(each.place, each.reason) for each in unread] == [("row:5", "year-missing")]


def test_a_call_from_a_hidden_number_is_one(tmp_path: Path) -> None:
    *_, last = records_of(source_of(tmp_path, UNICOM.replace("02088888888", "")))
    assert (last.number, last.warning, last.duration_s) == ("", "number-hidden", 45)


def test_a_file_cut_in_the_middle_tells_the_last_row(tmp_path: Path) -> None:
    cut = UNICOM[: UNICOM.index(":00:00,45秒")]
    *_, last = carrier_calls.read(source_of(tmp_path, cut))
    assert isinstance(last, Unread)
    assert last.place == "row:6"


def test_times_of_nothing_but_digits_are_read(tmp_path: Path) -> None:
    content = UNICOM.replace("2025-03-01 09:08:07", "20250301090807")
    assert told(source_of(tmp_path, content))[0][3] == datetime(2025, 3, 1, 9, 8, 7)


def test_minutes_alone_are_as_precise_as_that(tmp_path: Path) -> None:
    first, *_ = records_of(source_of(tmp_path, UNICOM.replace("09:08:07", "09:08")))
    assert first.time is not None
    assert first.time.precision is Precision.MINUTE


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("1小时2分3秒", 3723), ("2分3秒", 123), ("45秒", 45), ("1时0分0秒", 3600), ("00:01:02", 62), ("01:02", 62),
        ("62", 62), ("3分钟", 180), ("1h2m", 3720), ("", None), ("—", None), ("12元", None),
    ],
)  # fmt: skip
def test_lengths_are_read_in_each_way_they_are_written(text: str, seconds: int | None) -> None:
    assert seconds_of(text) == seconds


def test_minutes_of_a_column_are_counted_as_such() -> None:
    assert seconds_of("2", unit_s=60) == 120


CALLS = st.lists(
    st.tuples(
        st.datetimes(datetime(2010, 1, 1), datetime(2099, 1, 1)),
        st.integers(0, 86_399),
        st.booleans(),
        st.from_regex(r"1[3-9]\d{9}|95\d{3}|0\d{2,3}\d{7,8}", fullmatch=True),
    ),
    min_size=1,
    max_size=12,
)


@settings(max_examples=2000 if SOAK else 30)
@given(CALLS, st.sampled_from(["utf-8", "gb18030", "utf-16"]))
def test_what_is_written_comes_back(calls: list[tuple[datetime, int, bool, str]], encoding: str) -> None:
    head = UNICOM.splitlines()[2]
    lines = [
        f"{n},语音电话,{at:%Y-%m-%d %H:%M:%S},{s // 3600}小时{s // 60 % 60}分{s % 60}秒,{'被叫' if is_in else '主叫'},"
        f"{number},北京,北京,本地,0,0,0"
        for n, (at, s, is_in, number) in enumerate(calls, 1)
    ]
    with tempfile.TemporaryDirectory() as folder:
        found = told(source_of(Path(folder), "\n".join([head, *lines]), encoding=encoding))
    assert found == [("in" if is_in else "out", number, s, at.replace(microsecond=0)) for at, s, is_in, number in calls]


@pytest.mark.parametrize("content", [UNICOM, MOBILE, TELECOM + TELECOM[TELECOM.index("\n") + 1 :]])
def test_broken_tables_do_no_harm(tmp_path: Path, content: str) -> None:
    survives_damage(tmp_path, content.encode(), carrier_calls.read, "2025年03月.csv")


@pytest.mark.parametrize("damage", ["起始时间", "对方号码"])
def test_calls_above_the_first_heading_that_can_be_read_are_told(tmp_path: Path, damage: str) -> None:
    damaged = MOBILE.replace(damage, "?") + UNICOM
    found = list(reads_of(source_of(tmp_path, damaged), "carrier-calls"))
    assert [each.place for each in found if isinstance(each, Unread)] == ["row:5", "row:8"]
    assert len(found) == 2 + 3


@pytest.mark.parametrize(("other", "asked", "day"), [("3/25/2025", (), (3, 2)), ("3/2/2025", ("day-order",), None)])
def test_which_way_round_the_days_of_calls_are_is_learned_or_asked(
    tmp_path: Path, other: str, asked: tuple[str, ...], day: tuple[int, int] | None
) -> None:
    text = UNICOM.replace("2025-03-02", other).replace("2025-03-01", "3/2/2025")
    source = source_of(tmp_path, text)
    assert carrier_calls.asks(source) == asked
    first = next(carrier_calls.read(source))
    found = None if isinstance(first, Unread) or first.time is None else first.time.wall
    assert (found and (found.month, found.day)) == day


def test_a_number_that_a_spreadsheet_destroyed_is_told(tmp_path: Path) -> None:
    first = records_of(source_of(tmp_path, UNICOM.replace("95188", "1.06911E+14")), "carrier-calls")[0]
    assert (first.number, first.warning) == ("1.06911E+14", "id-damaged")


@pytest.mark.parametrize(
    "text",
    [
        "姓名,号码,类型,日期,时长\n小李,13900139000,呼入,2024-03-05 10:00:00,00:01:05\n"
        ",95588,呼出,2024-03-05 11:00:00,0秒\n"
        "小王,13700137000,未接,2024-03-05 12:00:00,0秒\n小赵,13600136000,拒接,2024-03-05 13:00:00,0秒\n",
        "Date,Time,Type,Number,Name,Duration\n2024-03-05,10:00:00,Incoming,13900139000,小李,65\n"
        "2024-03-05,11:00:00,Outgoing,95588,,0\n2024-03-05,12:00:00,Missed,13700137000,小王,0\n"
        "2024-03-05,13:00:00,Rejected,13600136000,小赵,0\n",
    ],
)
def test_a_phones_own_list_of_calls_is_read_too(tmp_path: Path, text: str) -> None:
    found = records_of(source_of(tmp_path, text, "calls.csv"), "carrier-calls")
    assert [(each.direction.value, each.party, each.number, each.duration_s) for each in found] == [
        ("in", "小李", "13900139000", 65),
        ("out", "", "95588", 0),
        ("missed", "小王", "13700137000", 0),
        ("rejected", "小赵", "13600136000", 0),
    ]


def test_a_call_that_was_not_connected_is_one_that_was_made(tmp_path: Path) -> None:
    rows = "95588,主叫未接通,2024-03-05 10:00:00,0\n95588,被叫未接通,2024-03-05 11:00:00,0\n"
    text = f"对方号码,呼叫类型,通话开始时间,通话时长\n{rows}"
    found = records_of(source_of(tmp_path, text), "carrier-calls")
    assert [each.direction.value for each in found] == ["out", "missed"]


def test_what_became_of_a_call_stands_in_a_column_of_its_own(tmp_path: Path) -> None:
    text = "被叫号码,主叫号码,通话开始时间,通话时长,状态\n" + "".join(
        f"13800138000,0211234567{n},2024-03-05 1{n}:00:00,{n},{'已接听' if n else '未接听'}\n" for n in range(3)
    )
    found = records_of(source_of(tmp_path, text), "carrier-calls")
    assert [each.direction.value for each in found] == ["missed", "in", "in"]


def test_of_two_numbers_that_all_rows_have_none_is_taken_for_the_complainants(tmp_path: Path) -> None:
    text = "主叫号码,被叫号码,通话开始时间,通话时长\n02112345678,13800138000,2024-03-05 10:00:00,5\n"
    assert [each.direction.value for each in records_of(source_of(tmp_path, text), "carrier-calls")] == [""]
