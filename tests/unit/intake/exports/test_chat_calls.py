"""Calls among messages, in the words of the programs that show them; what people write stays a message."""

import pytest

from evidence_app.domain.events import Direction
from evidence_app.intake.exports.chat_calls import call_in


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("☎ 通話時間 5:32", 332),
        ("☎ 通话时间 1:05:32", 3932),
        ("☎ Call time 5:32", 332),
        ("\u200eVoice call, \u200e3 min", 180),
        ("Video call, 12 sec", 12),
        ("\u200eVoice call, \u200e1 hr 3 min", 3780),
        ("语音通话，3分钟", 180),
        ("\u200eVoice call. \u200e12 min", 720),
        ("Video call. 3 sec", 3),
        ("\u200e语音通话。\u200e5 分钟", 300),
        ("[语音通话] 通话时长 01:23", 83),
        ("通话时长 05:32", 332),
    ],
)
def test_a_call_says_how_long_it_took(text: str, seconds: int) -> None:
    call = call_in(text)
    assert call is not None
    assert (call.duration_s, call.answered) == (seconds, True)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "☎ 未接來電",
            "☎ 未接来电",
            "☎ Missed call",
            "☎ 不在着信",
            "Missed voice call",
            "\u200e未接语音通话，轻触回拨",
        ),
        *("\u200eMissed voice call. \u200eClick to call back", "Silenced voice call. Focus mode"),
        "\u200e未接語音通話。\u200e點按即可回撥",
    ],
)
def test_a_missed_call_is_missed_whoever_is_named_beside_it(text: str) -> None:
    call = call_in(text)
    assert call is not None
    assert {call.direction(each) for each in (Direction.IN, Direction.NONE)} == {Direction.MISSED}


@pytest.mark.parametrize(
    "text",
    [
        "☎ 無人接聽",
        "☎ 您已取消通話",
        "☎ No answer",
        "☎ 通話に応答がありませんでした",
        "[视频通话] 对方已取消",
        "Voice call. No answer",
    ],
)
def test_a_call_in_vain_went_the_way_of_who_made_it(text: str) -> None:
    call = call_in(text)
    assert call is not None
    assert (call.direction(Direction.OUT), call.direction(Direction.IN)) == (Direction.OUT, Direction.MISSED)


@pytest.mark.parametrize(
    "text",
    [
        "call me at 10:30",
        "Voice call. Tomorrow?",
        "我们下午通话 10:30",
        "明天通话10:30",
        "未接受我的方案",
        "已取消",
        "5:32",
        "busy",
        "未接來電很多",
        "",
    ],
)
def test_what_people_write_of_calls_is_no_call(text: str) -> None:
    assert call_in(text) is None
