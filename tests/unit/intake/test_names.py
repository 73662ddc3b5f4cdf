"""What file names say: the whole table of naming schemes, and that no name is ever an error."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_app.domain.events import Direction
from evidence_app.domain.times import LOW_CONFIDENCE, Precision, TimeMeaning, TimeSource
from evidence_app.intake.names import NOTHING, facts_from_name

MORNING = datetime(2025, 2, 22, 8, 15, 3)

LOCAL_TIMES = [
    ("Screenshot_20220314-114514_微信.png", datetime(2022, 3, 14, 11, 45, 14), "微信"),
    ("Screenshot_20250222-081503.png", MORNING, ""),
    ("Screenshot_2021-04-06-12-01-13-667_com.tencent.mm.jpg", datetime(2021, 4, 6, 12, 1, 13), "微信"),
    ("Screenshot_2021-04-06-12-01-13-667_com.tencent.mm", datetime(2021, 4, 6, 12, 1, 13), "微信"),
    ("Screenshot_2021-04-06-12-01-13-667_com.unheard.of.jpg", datetime(2021, 4, 6, 12, 1, 13), "com.unheard.of"),
    ("Screenshot_20201015_150843_com.tencent.mm.jpg", datetime(2020, 10, 15, 15, 8, 43), "微信"),
    (
        "Screenshot_2022-02-25-13-52-11-93_3915bacb930634b7e206116f9dc9486f.jpg",
        datetime(2022, 2, 25, 13, 52, 11),
        "支付宝",
    ),
    (
        "Screenshot_2022-02-25-13-52-11-93_6012fa4d4ddec268fc5c7112cbb265e7.jpg",
        datetime(2022, 2, 25, 13, 52, 11),
        "WhatsApp",
    ),
    (
        "Screenshot_2022-02-25-13-52-11-93_e39d2c7de19156b0683cd93e8735f348.jpg",
        datetime(2022, 2, 25, 13, 52, 11),
        "微信",
    ),
    ("Screenshot_2022-02-25-13-52-11-93_00000000000000000000000000000000.jpg", datetime(2022, 2, 25, 13, 52, 11), ""),
    ("Screenshot_20250222_081503.jpg", MORNING, ""),
    ("Screenshot_20250222_081503 (2).jpg", MORNING, ""),
    ("Screenshot_20250222_081503_com.tencent.mm~2.jpg", MORNING, "微信"),
    ("Screen_Recording_20250222_081503_WeChat.mp4", MORNING, "WeChat"),
    ("Screenrecorder-2025-02-22-08-15-03-123.mp4", MORNING, ""),
    ("SVID_20250222_081503_1.mp4", MORNING, ""),
    ("IMG_20250222_081503.jpg", MORNING, ""),
    ("IMG20250222081503.jpg", MORNING, ""),
    ("VID_20250222_081503.mp4", MORNING, ""),
    ("MVIMG_20250222_081503.jpg", MORNING, ""),
    ("20250222_081503.jpg", MORNING, ""),
    ("截屏2025-02-22 08.15.03.png", MORNING, ""),
    ("屏幕截图 2025-02-22 081503.png", MORNING, ""),
    ("螢幕截圖 2025-02-22 下午8.15.03.png", MORNING.replace(hour=20), ""),
    ("Screenshot 2025-02-22 at 8.15.03\u202fAM.png", MORNING, ""),
    ("Screenshot 2025-02-22 at 8.15.03\u202fPM.png", MORNING.replace(hour=20), ""),
    ("Screenshot 2025-02-22 at 12.15.03\u202fAM.png", MORNING.replace(hour=0), ""),
    ("ScreenRecording_02-22-2025 08-15-03_1.MP4", MORNING, ""),
    ("微信截图_20250813173950.png", datetime(2025, 8, 13, 17, 39, 50), ""),
    ("QQ截图20250222081503.png", MORNING, ""),
    ("00000001-PHOTO-2022-12-31-14-17-51.jpg", datetime(2022, 12, 31, 14, 17, 51), ""),
    ("WhatsApp Image 2025-02-22 at 08.15.03.jpeg", MORNING, ""),
    ("../../Screenshot_20250222_081503.jpg", MORNING, ""),
    ("\u202eScreenshot_20250222_081503.jpg", MORNING, ""),
]


@pytest.mark.parametrize(("name", "wall", "app"), LOCAL_TIMES)
def test_a_phone_or_computer_names_its_local_time_and_the_app(name: str, wall: datetime, app: str) -> None:
    facts = facts_from_name(name)
    (reading,) = facts.readings
    assert (reading.wall, facts.app) == (wall, app)
    assert reading.offset_min is None
    assert reading.source is TimeSource.FILENAME
    assert reading.precision is Precision.SECOND
    assert reading.meaning is TimeMeaning.HAPPENED
    assert reading.confidence > LOW_CONFIDENCE


UTC_TIMES = [
    ("PXL_20250222_001506123.jpg", datetime(2025, 2, 22, 0, 15, 6), TimeMeaning.HAPPENED),
    ("RPReplay_Final1723315770.MP4", datetime(2024, 8, 10, 18, 49, 30), TimeMeaning.HAPPENED),
    ("mmexport1740182103123.jpg", datetime(2025, 2, 21, 23, 55, 3), TimeMeaning.SAVED),
    ("mmexport1740182103123(1).jpg", datetime(2025, 2, 21, 23, 55, 3), TimeMeaning.SAVED),
    ("wx_camera_1740182103123.jpg", datetime(2025, 2, 21, 23, 55, 3), TimeMeaning.HAPPENED),
]


@pytest.mark.parametrize(("name", "wall", "meaning"), UTC_TIMES)
def test_an_epoch_in_a_known_scheme_states_its_offset(name: str, wall: datetime, meaning: TimeMeaning) -> None:
    (reading,) = facts_from_name(name).readings
    assert (reading.wall, reading.offset_min, reading.meaning) == (wall, 0, meaning)
    assert reading.confidence > LOW_CONFIDENCE


def test_an_image_saved_by_wechat_on_a_computer_tells_the_time_of_saving() -> None:
    (reading,) = facts_from_name("微信图片_20250902090859_240_53.jpg").readings
    assert (reading.wall, reading.meaning) == (datetime(2025, 9, 2, 9, 8, 59), TimeMeaning.SAVED)


@pytest.mark.parametrize(
    ("name", "wall"),
    [
        ("1786032689749.jpg", datetime(2026, 8, 6, 16, 11, 29)),
        ("1531341145(2).jpg", datetime(2018, 7, 11, 20, 32, 25)),
    ],
)
def test_a_bare_number_is_an_epoch_of_low_confidence(name: str, wall: datetime) -> None:
    (reading,) = facts_from_name(name).readings
    assert (reading.wall, reading.offset_min) == (wall, 0)
    assert reading.confidence < LOW_CONFIDENCE


def test_whatsapp_names_only_the_day() -> None:
    (reading,) = facts_from_name("IMG-20250330-WA0010.jpg").readings
    assert (reading.wall, reading.precision) == (datetime(2025, 3, 30), Precision.DAY)


CALLS = [
    ("张三(15882033521)_20230506192735.mp3", "张三", "15882033521", datetime(2023, 5, 6, 19, 27, 35)),
    ("15882033521(15882033521)_20230506192735.mp3", "", "15882033521", datetime(2023, 5, 6, 19, 27, 35)),
    ("客服@4008001234_20230506192735.amr", "客服", "4008001234", datetime(2023, 5, 6, 19, 27, 35)),
    ("13800138000_20230506192735.amr", "", "13800138000", datetime(2023, 5, 6, 19, 27, 35)),
    ("Call recording Wang_Wei_240825_154438.m4a", "Wang_Wei", "", datetime(2024, 8, 25, 15, 44, 38)),
    ("通话录音 +8613800138000_240825_154438.m4a", "", "+8613800138000", datetime(2024, 8, 25, 15, 44, 38)),
    ("通话录音 李四_240825_154438.m4a", "李四", "", datetime(2024, 8, 25, 15, 44, 38)),
    ("通话录音 4008001234_20261118_101530.m4a", "", "4008001234", datetime(2026, 11, 18, 10, 15, 30)),
    ("通話錄音_李四_20261118101530.m4a", "李四", "", datetime(2026, 11, 18, 10, 15, 30)),
    ("Call recording Wang_Wei_20261118-101530.m4a", "Wang_Wei", "", datetime(2026, 11, 18, 10, 15, 30)),
    ("通话录音@10086(10086)_20191104110052.mp3", "", "10086", datetime(2019, 11, 4, 11, 0, 52)),
    ("通话录音@176 8831 4515(17688314515)_20180814153840.mp3", "", "17688314515", datetime(2018, 8, 14, 15, 38, 40)),
    ("134 1096 1780_20220425103455.mp3", "", "134 1096 1780", datetime(2022, 4, 25, 10, 34, 55)),
    ("95188-2502221530.mp3", "", "95188", datetime(2025, 2, 22, 15, 30)),
    ("速融宝客服-2502221530.m4a", "速融宝客服", "", datetime(2025, 2, 22, 15, 30)),
    ("客服 2025-02-22 15-30-05.m4a", "客服", "", datetime(2025, 2, 22, 15, 30, 5)),
    ("客服_20250222153005.mp3", "客服", "", datetime(2025, 2, 22, 15, 30, 5)),
    ("0d20250222153005p+8613800138000.3gp", "", "+8613800138000", datetime(2025, 2, 22, 15, 30, 5)),
    ("1d20250222153005pnull.3gp", "", "", datetime(2025, 2, 22, 15, 30, 5)),
    ("20250222_153005.123+0800_out_95188_客服.m4a", "客服", "95188", datetime(2025, 2, 22, 15, 30, 5)),
    ("去电_13800138000_20250222153005.amr", "", "13800138000", datetime(2025, 2, 22, 15, 30, 5)),
]
"""As vendors' phones and apps name them; schemes seen in public programs that look for such files."""


@pytest.mark.parametrize(("name", "party", "number", "wall"), CALLS)
def test_a_call_recording_names_the_other_side_and_the_start(
    name: str, party: str, number: str, wall: datetime
) -> None:
    facts = facts_from_name(name)
    assert (facts.party, facts.number, facts.readings[0].wall) == (party, number, wall)


@pytest.mark.parametrize(
    ("name", "direction"),
    [
        ("0d20250222153005p95188.3gp", Direction.IN),
        ("1d20250222153005p95188.3gp", Direction.OUT),
        ("20250222_153005.123+0800_in_95188.m4a", Direction.IN),
        ("客服_95188_呼出_20250222153005.wav", Direction.OUT),
        ("客服_95188_呼出_20250222_153005.wav", Direction.OUT),
        ("去电_95188_20250222-153005.wav", Direction.OUT),
        ("客服(95188)_20250222153005.mp3", Direction.NONE),
    ],
)
def test_a_call_recording_may_say_who_called(name: str, direction: Direction) -> None:
    facts = facts_from_name(name)
    assert (facts.number, facts.direction) == ("95188", direction)


def test_a_call_recording_may_state_its_offset() -> None:
    (reading,) = facts_from_name("20250222_153005.123-0730_in_95188.m4a").readings
    assert reading.offset_min == -450


def test_a_name_without_seconds_gives_a_minute() -> None:
    (reading,) = facts_from_name("95188-2502221530.mp3").readings
    assert reading.precision is Precision.MINUTE


@pytest.mark.parametrize("name", ["账单-2502221530.pdf", "合同_20250222153005.pdf", "微信图片_20250902090859.jpg"])
def test_only_recordings_are_taken_for_recordings(name: str) -> None:
    assert facts_from_name(name).party == ""


@pytest.mark.parametrize(
    "name",
    [
        "IMG_1234.PNG",
        "IMG_20250230_081503.jpg",
        "Screenshot_20251322-081503.png",
        "Screenshot_20250222-256199_微信.png",
        "mmexport0000000000000.jpg",
        "2025022208150312345678901234.pdf",
        "13800138000.jpg",
        "",
        ".",
        "..",
        "/",
        "\ud800.png",
    ],
)
def test_an_impossible_or_missing_date_is_no_reading(name: str) -> None:
    assert [r for r in facts_from_name(name).readings if r.confidence >= LOW_CONFIDENCE] == []


def test_a_date_anywhere_in_a_name_is_a_weak_reading() -> None:
    (reading,) = facts_from_name("对账单 2025-02-22.pdf").readings
    assert (reading.wall, reading.precision) == (datetime(2025, 2, 22), Precision.DAY)
    assert reading.confidence < LOW_CONFIDENCE


@pytest.mark.parametrize(
    "name",
    [
        "long_20261110.png",
        "长截图 2026-11-10.jpg",
        "截图20261110_2.png",
        "20261110长图.png",
        "Screenshot_20261110(1).png",
    ],
)
def test_the_day_in_the_name_of_a_picture_of_a_screen_is_the_day_it_was_taken(name: str) -> None:
    (reading,) = facts_from_name(name).readings
    assert (reading.wall, reading.precision) == (datetime(2026, 11, 10), Precision.DAY)
    assert LOW_CONFIDENCE <= reading.confidence < 85


@pytest.mark.parametrize(
    "name",
    ["合同20261110.png", "belong_20261110.png", "陈主管_20261110.png", "Screenshot_20261110-256199.png",
     "long_20261310.png", "截图20261101-20261110.png", "工单GD20261110.png"],
)  # fmt: skip
def test_a_day_in_any_other_name_is_none_to_reckon_from(name: str) -> None:
    assert all(reading.confidence < LOW_CONFIDENCE for reading in facts_from_name(name).readings)


PIECES = st.sampled_from(
    ["Screenshot_", "IMG_", "20250222", "_", "-", "081503", "(", ")", "@", "mmexport", "1740182103123", "上午",
     "Call recording ", "\u202f", "\u202e", "😀", "../", "\\", ".png", "\x00", "com.tencent.mm", "9" * 40]
)  # fmt: skip


@given(st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=40).map("".join)))
def test_no_name_is_an_error(name: str) -> None:
    facts = facts_from_name(name)
    assert facts == NOTHING or all(reading.wall for reading in facts.readings)


@pytest.mark.parametrize(
    "name",
    [
        "支付宝交易明细(20250101-20250331).zip",
        "微信支付账单(20250101-20250331)——【解压密码可在微信支付公众号查看】.csv",
        "2025-01-01_2025-03-31.csv",
        "账单 2025.01.01 至 2025.03.31.pdf",
        "statement 2025-01-01 to 2025-03-31.csv",
        "cmb_20250101000000_20250331235959.xlsx",
    ],
)
def test_a_range_of_days_is_no_moment(name: str) -> None:
    assert facts_from_name(name) == NOTHING


def test_the_same_day_twice_is_a_day() -> None:
    (reading,) = facts_from_name("账单2025-01-01_2025-01-01.csv").readings
    assert (reading.wall, reading.precision) == (datetime(2025, 1, 1), Precision.DAY)


def test_a_day_and_a_time_that_stand_apart_are_no_range() -> None:
    (reading,) = facts_from_name("扫描 20250101-202503.pdf").readings
    assert reading.wall == datetime(2025, 1, 1, 20, 25, 3)
