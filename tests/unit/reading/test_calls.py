"""Lists of calls: who, when, which way, how long."""

from dataclasses import replace
from datetime import datetime

from evidence_app.domain.call_lists import merged_calls
from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.suggestions import PageKind
from evidence_app.domain.times import EventTime, Precision, YearFrom
from evidence_app.reading.layout.call_words import direction_of
from evidence_app.reading.layout.calls import recognise_calls
from evidence_app.reading.layout.kinds import recognised
from tests.unit.reading.drawn_lines import Sheet


def call_list(*rows: tuple[str, str, str]) -> Sheet:
    sheet = Sheet().centred("通话记录", 44)
    for who, when, said in rows:
        sheet.row(who, when, gap=0.2).row(said, size=30, gap=1.4)
    return sheet


def test_each_row_is_a_call_with_its_way_and_its_length() -> None:
    sheet = call_list(
        ("95188", "今天18:30", "呼入3分12秒"),
        ("138 1234 5678", "昨天08:15", "未接 响铃6秒"),
        ("速融宝客服", "2月22日20:11", "呼出1小时1分5秒"),
        ("400-820-8820", "2月21日09:00", "已拒接"),
    )
    found = recognise_calls(sheet.page())
    assert found is not None
    assert found.kind is PageKind.CALLS
    facts = [event.facts for event in found.events]
    assert [each.kind for each in facts] == [EventKind.CALL] * 4
    assert [each.number or each.party for each in facts] == ["95188", "138 1234 5678", "速融宝客服", "400-820-8820"]
    assert [each.direction for each in facts] == [Direction.IN, Direction.MISSED, Direction.OUT, Direction.REJECTED]
    assert [each.duration_s for each in facts] == [192, None, 3665, None]
    walls = [each.time.reading.wall.isoformat(" ", "minutes") for each in facts if each.time.reading]
    assert walls == ["2025-02-24 18:30", "2025-02-23 08:15", "2025-02-22 20:11", "2025-02-21 09:00"]


def test_a_row_is_the_place_of_its_call_and_a_passage_of_its_own() -> None:
    found = recognise_calls(call_list(("95188", "今天18:30", "呼入3分12秒"), ("12378", "昨天08:15", "呼出1分")).page())
    assert found is not None
    first, second = (event.place.region for event in found.events)
    assert first[1] + first[3] < second[1]
    assert [passage.text.splitlines()[0] for passage in found.passages[:2]] == ["95188 今天18:30", "12378 昨天08:15"]


def test_calls_with_one_number_are_all_with_that_number() -> None:
    sheet = Sheet().centred("通话详情").centred("400-820-8820", 70).row("呼叫", "信息").space()
    sheet.row("2月24日 18:30", "3分12秒", gap=0.2).row("呼入", gap=1.4)
    sheet.row("2月22日 16:02", "响铃6秒", gap=0.2).row("未接来电", gap=1.4)
    found = recognise_calls(sheet.page())
    assert found is not None
    assert [event.facts.number for event in found.events] == ["400-820-8820"] * 2
    assert [event.facts.direction for event in found.events] == [Direction.IN, Direction.MISSED]


def test_days_above_several_calls_count_for_all_of_them() -> None:
    sheet = Sheet().centred("通话").row("今天", size=30)
    sheet.row("95188", "18:30", gap=0.1).row("浙江杭州", "来电03:12", size=30, gap=1.6)
    sheet.row("12378", "16:02", gap=0.1).row("北京", "未接", size=30, gap=1.6)
    sheet.row("2月22日 星期六", size=30).row("95533", "09:15", gap=0.1).row("北京", "去电01:05", size=30)
    found = recognise_calls(sheet.page())
    assert found is not None
    walls = [event.facts.time.reading.wall.day for event in found.events if event.facts.time.reading]
    assert walls == [24, 24, 22]
    assert [event.facts.duration_s for event in found.events] == [192, None, 65]


def test_a_carriers_table_is_read_by_the_heads_of_its_columns() -> None:
    sheet = Sheet(width=1440).centred("通话详单").row("2024年12月", size=36)
    sheet.row("起始时间", "通信方式", "对方号码", "通信时长", "费用(元)", size=30)
    sheet.row("12-22 08:15:33", "被叫", "95188", "3分12秒", "0.00", size=30)
    sheet.row("12-21 09:01:10", "主叫", "13812345678", "45秒", "0.15", size=30)
    found = recognise_calls(sheet.page())
    assert found is not None
    one, other = (event.facts for event in found.events)
    assert (one.direction, one.number, one.duration_s) == (Direction.IN, "95188", 192)
    assert (other.direction, other.number, other.duration_s) == (Direction.OUT, "13812345678", 45)
    assert one.time.reading is not None
    assert one.time.reading.wall is not None
    assert one.time.reading.wall.isoformat() == "2024-12-22T08:15:33"
    assert one.time.precision is Precision.SECOND


def test_a_name_in_red_among_others_is_a_call_that_was_missed() -> None:
    sheet = Sheet().row("编辑", "全部", "未接来电").row("最近通话", size=60)
    sheet.row("95188", "19:03", gap=0.1).row("北京", size=30, gap=1.2)
    sheet.row("13812345678", "昨天", gap=0.1).row("手机", size=30, gap=1.2)
    page = sheet.page()
    inked = tuple(
        replace(line, ink=(240, 60, 50) if line.text == "13812345678" else (17, 17, 17), ground=(255, 255, 255))
        for line in page.lines
    )
    found = recognise_calls(replace(page, lines=inked))
    assert found is not None
    assert [event.facts.direction for event in found.events] == [Direction.NONE, Direction.MISSED]
    assert [event.facts.time.precision for event in found.events] == [Precision.MINUTE, Precision.DAY]


def test_messages_with_times_are_no_calls() -> None:
    sheet = Sheet().row("信息")
    sheet.row("95588", "08:15", gap=0.1).row("您尾号1234的卡2月22日支出200.00元", size=30, gap=1.2)
    sheet.row("1069012345", "昨天", gap=0.1).row("【速融宝】您已逾期2天，应还280.33元", size=30, gap=1.2)
    assert recognise_calls(sheet.page()) is None


def test_how_long_a_call_was_is_no_time_of_day() -> None:
    sheet = Sheet().centred("通话记录", 44)
    for who, when, way, length in (
        ("95188", "2月22日 19:03", "呼入", "03:12"),
        ("12378", "2月21日 08:15", "已拨", "1:00:05"),
        ("妈妈", "2月20日 07:00", "来电", "00:45"),
    ):
        sheet.row(who, when, gap=0.1).row(way, length, size=30, gap=1.6)
    found = recognise_calls(sheet.page())
    assert found is not None
    assert [event.facts.duration_s for event in found.events] == [192, 3605, 45]
    assert [event.facts.time.precision for event in found.events] == [Precision.MINUTE] * 3


def test_names_that_hold_a_word_for_a_time_and_one_number_among_names_are_parties() -> None:
    sheet = Sheet(size=40).centred("通话记录", 44)
    for index, name in enumerate(("周五快递", "7天酒店", "95188", "妈妈")):
        sheet.row(name, f"昨天 1{index}:05", gap=0.15).row("呼入 1分20秒", size=30, gap=1.2)
    facts = [event.facts for event in recognised(sheet.page()).events]
    assert [each.party or each.number for each in facts] == ["周五快递", "7天酒店", "95188", "妈妈"]


def yearless_list(made_by: datetime | None) -> list[EventTime]:
    rows = (
        ("95188", "11月16日 22:20", "呼入3分"),
        ("12378", "2月29日 08:15", "未接"),
        ("95533", "昨天 09:00", "呼出1分"),
    )
    page = call_list(*rows).page(taken=None)
    found = recognise_calls(replace(page, around=replace(page.around, made_by=made_by)))
    assert found is not None
    return [event.facts.time for event in found.events]


def test_a_day_without_its_year_is_the_last_one_by_the_date_of_the_file_and_says_so() -> None:
    first, leap, yesterday = yearless_list(datetime(2026, 11, 26, 10, 0))
    assert [each.reading and each.reading.wall for each in (first, leap)] == [
        datetime(2026, 11, 16, 22, 20),
        datetime(2024, 2, 29, 8, 15),
    ]
    assert first.reading is not None
    assert (first.reading.year_from, first.reading.words) == (YearFrom.FILE_DATE, "11月16日 22:20")
    assert yesterday.reading is None  # the date of a file does not say from when it is reckoned
    before, _, _ = yearless_list(datetime(2026, 11, 15, 10, 0))
    assert before.reading is not None
    assert before.reading.wall == datetime(2025, 11, 16, 22, 20)


def test_where_nothing_bounds_the_year_the_words_are_kept_and_no_time_is_claimed() -> None:
    first, _, _ = yearless_list(None)
    assert first.reading is None
    assert [each.words for each in first.readings] == ["11月16日 22:20"]


def test_where_only_calls_out_have_an_arrow_the_others_came_in_and_red_ones_were_missed() -> None:
    sheet = Sheet().centred("最近通话", 44)
    for who, when in (("0991-960-209", "昨天"), ("0800-955-521", "上午11:25"), ("0925112472", "星期四")):
        sheet.row(who, when, gap=0.2).row("台北", size=30, gap=1.4)
    lines = sheet.lines
    sheet.at("↗", 5, lines[1].region[1] + 20, 26)
    object.__setattr__(lines[4], "ink", (30, 30, 30))
    object.__setattr__(lines[7], "ink", (230, 73, 63))
    found = recognise_calls(sheet.page())
    assert found is not None
    assert [event.facts.direction for event in found.events] == [Direction.OUT, Direction.IN, Direction.MISSED]


def test_a_time_read_together_with_the_way_of_its_call_is_no_day_and_hides_no_other_time() -> None:
    sheet = Sheet().centred("通话详情", 44).centred("139 4028 1130", 52)
    sheet.row("昨天", size=30).row("09:59 呼入", "46分44秒").row("2月1日", size=30)
    sheet.row("21:15", "呼出", "5分12秒").row("10:54", "未接来电", "响铃27秒").row("07:42", "已拒接", "")
    found = recognise_calls(sheet.page())
    assert found is not None
    ways = [Direction.IN, Direction.OUT, Direction.MISSED, Direction.REJECTED]
    assert [event.facts.direction for event in found.events] == ways


def test_a_carriers_bill_lists_calls_though_their_length_is_called_a_time_and_each_has_a_price() -> None:
    sheet = Sheet().centred("通話明細", 44).row("起始時間", "對方號碼", "類型", "通話時間", "金額(元)", size=30)
    for day, number, way, length in (
        ("10-02 09:14:22", "0997362655", "受話", "3分10秒"),
        ("10-02 10:50:10", "0422638587", "發話", "9秒"),
    ):
        sheet.row(day, number, way, length, "0.15", size=30)
    found = recognised(sheet.page())
    assert found.kind is PageKind.CALLS
    facts = [event.facts for event in found.events]
    assert [(each.number, each.direction, each.duration_s) for each in facts] == [
        ("0997362655", Direction.IN, 190), ("0422638587", Direction.OUT, 9),
    ]  # fmt: skip


def test_an_unknown_caller_is_no_way_a_call_went() -> None:
    sheet = Sheet().centred("通話記錄", 44)
    for who in ("0800-214-164", "02-2752-3543"):
        sheet.row(who, "12:23", gap=0.2).row("未知來電", size=30, gap=1.4)
    object.__setattr__(sheet.lines[4], "ink", (226, 73, 75))
    found = recognise_calls(sheet.page())
    assert found is not None
    assert [event.facts.direction for event in found.events] == [Direction.NONE, Direction.MISSED]


def test_a_column_of_seconds_is_how_long_calls_were() -> None:
    sheet = Sheet(zone="Asia/Taipei").centred("通話明細", 44).row("通話時間", "對方號碼", "類別", "秒數", gap=1.0)
    for when, number, way, seconds in (
        ("2025/02/20 09:12:31", "02-2345-6789", "受話", "75"),
        ("2025/02/19 18:40:02", "0912-345-678", "發話", "8"),
        ("2025/02/17 11:05:44", "0800-024-111", "受話", "1204"),
    ):
        sheet.row(when, number, way, seconds, size=28, gap=1.4)
    found = recognised(sheet.page())
    assert [event.facts.duration_s for event in found.events] == [75, 8, 1204]
    assert [event.facts.direction for event in found.events] == [Direction.IN, Direction.OUT, Direction.IN]


def test_the_label_of_a_number_may_be_the_way_of_its_call() -> None:
    sheet = Sheet().centred("语音详单", 44)
    for way, number, when, long in (
        ("主叫", "01066778899", "2025-02-20 09:12:31", "2分5秒"),
        ("被叫", "95566", "2025-02-19 18:40:02", "41秒"),
        ("被叫", "13800138000", "2025-02-17 11:05:44", "1小时3分2秒"),
    ):
        sheet.row(way, number, gap=0.6).row("起始时间", when, gap=0.6).row("通信时长", long, gap=0.6)
        sheet.row("通信地点", "广东广州", gap=2)
    facts = [event.facts for event in recognised(sheet.page()).events]
    assert [(each.number, each.direction, each.duration_s) for each in facts] == [
        ("01066778899", Direction.OUT, 125),
        ("95566", Direction.IN, 41),
        ("13800138000", Direction.IN, 3782),
    ]


def test_the_clock_of_a_photographed_screen_is_no_call() -> None:
    sheet = Sheet()
    sheet.space(6).row("20:15", gap=1.2).centred("通话详情").centred("400-820-8820", 70).space()
    sheet.row("2025年2月24日 18:30", "未接来电", gap=0.2).row("未接来电", size=30, gap=1.4)
    sheet.row("2025年2月22日 16:02", "3分12秒", gap=0.2).row("拨出", size=30, gap=1.4)
    sheet.row("2025年2月20日 09:41", "未接来电", gap=0.2).row("未接来电", size=30, gap=1.4)
    facts = [event.facts for event in recognised(sheet.page()).events]
    walls = [each.time.reading.wall.isoformat(" ", "minutes") for each in facts if each.time.reading]
    assert walls == ["2025-02-24 18:30", "2025-02-22 16:02", "2025-02-20 09:41"]
    assert [each.direction for each in facts] == [Direction.MISSED, Direction.OUT, Direction.MISSED]


def test_a_figure_in_the_column_of_arrows_is_one() -> None:
    sheet = Sheet().centred("最近通话", 44)
    for mark, who, when in (("↗", "13912345678", "18:30"), ("7", "95566", "16:02"), ("", "01066778899", "昨天")):
        if mark:
            sheet.at(mark, 20, sheet.top + 24, 40)
            sheet.lines[-1] = replace(sheet.lines[-1], confidence=0.5)
        sheet.at(who, 90, sheet.top).at(when, 900, sheet.top + 20).at("手机", 90, sheet.top + 56, 30).space(4)
    found = recognised(sheet.page())
    assert [event.facts.direction for event in found.events] == [Direction.OUT, Direction.OUT, Direction.IN]


def test_the_first_call_of_today_may_be_the_only_one_without_a_day() -> None:
    sheet = Sheet().centred("通话记录", 44)
    for who, when in (("95188", "08:24 呼入"), ("4008208820", "2月22日 16:02 呼出"), ("95566", "2月20日 09:41 未接")):
        sheet.row(who, gap=0.2).row(when, size=30, gap=1.4)
    assert [event.facts.number for event in recognised(sheet.page()).events] == ["95188", "4008208820", "95566"]
    sheet = Sheet().space(8)
    for who, when in (("95188", "08:24"), ("4008208820", "2月22日 16:02"), ("95566", "2月20日 09:41")):
        sheet.row(who, when, gap=0.2).row("呼入 1分2秒", size=30, gap=1.4)
    assert [event.facts.number for event in recognised(sheet.page()).events] == ["95188", "4008208820", "95566"]


def test_where_the_number_of_a_page_is_registered_is_no_part_of_it() -> None:
    sheet = Sheet().centred("聯絡人資訊", 44).centred("好付客服", 60).centred("02-7700-1188 台北市", 36)
    for when, length, way in (("昨天下午5:42", "1分鐘36秒", "撥出"), ("7月9日下午3:30", "12分鐘5秒", "來電")):
        sheet.row(when, length, gap=0.2).row(way, size=30, gap=1.4)
    found = recognise_calls(sheet.page())
    assert found is not None
    assert [event.facts.number for event in found.events] == ["02-7700-1188"] * 2


def test_how_many_calls_a_row_stands_for_is_kept_and_no_time_is_invented_for_the_others() -> None:
    found = recognise_calls(
        call_list(
            ("021-6085 4411 (3)", "今天18:30", "上海 未接来电"),
            ("速融宝（12）", "昨天08:15", "呼出45秒"),
            ("12378", "昨天07:15", "未接来电 5次"),
            ("95533", "昨天07:10", "响铃3次"),
            ("95188", "2月22日20:11", "呼入3分12秒"),
        ).page()
    )
    assert found is not None
    facts = [event.facts for event in found.events]
    assert [(each.number or each.party, merged_calls(each.text, is_read=True)) for each in facts] == [
        ("021-6085 4411", 3),
        ("速融宝", 12),
        ("12378", 5),
        ("95533", 1),
        ("95188", 1),
    ]
    assert {len(each.time.readings) for each in facts} == {1}


def test_what_was_not_answered_and_not_put_through_was_missed() -> None:
    assert direction_of("未接 未接通") is Direction.MISSED
    assert direction_of("未接通") is Direction.OUT


def test_the_card_before_a_length_is_no_part_of_it() -> None:
    sheet = call_list(("95188", "今天18:30", "呼入 卡12分8秒"), ("12378", "昨天08:15", "呼出 卡112分"))
    found = recognise_calls(sheet.page())
    assert found is not None
    assert [event.facts.duration_s for event in found.events] == [128, 720]


def test_a_section_above_rows_is_nobody() -> None:
    sheet = Sheet().centred("Call history").row("Today", size=30)
    sheet.row("(888) 555-0142", gap=0.2).row("Missed call • Mobile • 5:12 PM", size=30, gap=1.4)
    sheet.row("Older", size=30).row("(646) 555-0133", gap=0.2).row("Missed call • Work • Feb 17", size=30, gap=1.4)
    found = recognise_calls(sheet.page())
    assert found is not None
    assert [event.facts.number for event in found.events] == ["(888) 555-0142", "(646) 555-0133"]


def test_a_long_place_beside_the_time_leaves_no_row_out() -> None:
    sheet = Sheet().centred("Recents")
    sheet.row("+91 98200 41177", gap=0.2).row("Incoming · Mobile · Sun 9:05 PM", size=30, gap=1.4)
    sheet.row("+91 22 6812 3300", gap=0.2).row("Outgoing · Maharashtra · Tue 8:20 AM", size=30, gap=1.4)
    found = recognise_calls(sheet.page())
    assert found is not None
    assert [event.facts.direction for event in found.events] == [Direction.IN, Direction.OUT]


def test_a_short_american_date_is_when_a_call_was() -> None:
    sheet = call_list(("95188", "Yesterday", "Missed"), ("12378", "1/27/25", "Incoming"), ("95533", "1/9/25", "Missed"))
    found = recognise_calls(sheet.page())
    assert found is not None
    walls = [event.facts.time.reading.wall for event in found.events if event.facts.time.reading]
    assert [f"{wall:%m-%d}" for wall in walls if wall] == ["02-23", "01-27", "01-09"]


def test_a_table_may_have_the_time_of_day_in_a_column_of_its_own() -> None:
    sheet = Sheet(width=1600).row("項次", "通話日期", "起始時間", "受話號碼", "通話秒數", "類別", size=30)
    sheet.row("1", "2025-02-03", "09:12:05", "02-2771-8800", "312", "發話", size=30)
    sheet.row("2", "2025-02-07", "15:20:41", "0800-024-365", "65", "發話", size=30)
    found = recognise_calls(sheet.page())
    assert found is not None
    walls = [event.facts.time.reading.wall for event in found.events if event.facts.time.reading]
    assert [f"{wall:%d %H:%M}" for wall in walls if wall] == ["03 09:12", "07 15:20"]
