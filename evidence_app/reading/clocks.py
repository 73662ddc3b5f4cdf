"""Times of day and lengths of time as screens write them. Pure; works on texts that `written.plain` made."""

import re
from dataclasses import dataclass
from datetime import time, timedelta

from evidence_app.reading.written import NUMBER, number, plain

MORNING, NOON, AFTERNOON, NIGHT = "morning", "noon", "afternoon", "night"

PARTS = {
    MORNING: ("凌晨", "清晨", "早上", "早晨", "今早", "上午", "午前", "午夜", "早", "晨", "am", "a.m.", "a.m"),
    NOON: ("中午", "正午"),
    AFTERNOON: ("下午", "午后", "傍晚", "pm", "p.m.", "p.m"),
    NIGHT: ("晚上", "晚间", "夜里", "夜间", "深夜", "半夜", "晚", "夜"),
}
"""Words for a part of the day; those of one row move the hour in the same way."""

_PART_OF = {word: part for part, words in PARTS.items() for word in words}


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_BEFORE = rf"(?:(?P<before>{_any(list(_PART_OF))})\s?)?"
_AFTER = r"(?:\s?(?P<after>[ap]\.?m(?:\.|\b)))?"

CLOCK_RULES = (
    # 08:15, 08:15:33, 下午3:20, 3:20 PM, PM 3:20
    re.compile(rf"{_BEFORE}(?P<h>\d{{1,2}})\s?:\s?(?P<m>\d\d)(?:\s?:\s?(?P<s>\d\d)(?:\.\d{{1,6}})?)?(?!\d){_AFTER}"),
    # 8点15分, 下午三点二十, 15时20分33秒, 三点半, 3点一刻, 9点整
    re.compile(
        rf"{_BEFORE}(?P<h>{NUMBER})\s?[点时]\s?"
        rf"(?:(?P<quarter>半|一刻|三刻)|(?P<m>{NUMBER})\s?分?(?:\s?(?P<s>{NUMBER})\s?秒)?|钟|整)?"
    ),
    # 3 PM
    re.compile(r"(?P<h>\d{1,2})\s?(?P<after>[ap]\.?m(?:\.|\b))"),
)

_QUARTERS = {"半": 30, "一刻": 15, "三刻": 45}


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day. ``since_midnight`` may reach into the next day (晚上12点, 24:00). ``end`` is where it ends.

    ``sure`` is false for a bare hour (3点), which is as often a number of things.
    """

    since_midnight: timedelta
    to_the_second: bool
    end: int
    sure: bool = True


def clock_at(text: str, start: int, part: str = "") -> Clock | None:
    """Return the time of day that begins at ``start`` of a plain text. ``part`` was said before (昨晚 8:00)."""
    for rule in CLOCK_RULES:
        found = rule.match(text, start)
        clock = found and _clock(found, part)
        if clock:
            return clock
    return None


def _clock(found: re.Match[str], part: str) -> Clock | None:
    said = found.groupdict()
    part = _part(said.get("before")) or _part(said.get("after")) or part
    minute = _QUARTERS.get(said.get("quarter") or "", number(said.get("m") or "0"))
    hour, second = _hour(number(said["h"]), part), number(said.get("s") or "0")
    if minute > 59 or second > 59 or hour > 24 or (hour == 24 and (minute or second) and part != NIGHT):
        return None
    sure = bool(part or said.get("m") or said.get("quarter"))
    length = timedelta(hours=hour, minutes=minute, seconds=second)
    return Clock(length, said.get("s") is not None, found.end(), sure)


def _part(word: str | None) -> str:
    if not word:
        return ""
    return _PART_OF.get(word) or _PART_OF[word[0] + "m"]


def _hour(hour: int, part: str) -> int:
    """Return the hour of 24 that an hour of a part of the day means; 24 is the midnight that ends the day."""
    if part == MORNING:
        return 0 if hour == 12 else hour
    if part == NOON:
        return hour + 12 if hour < 4 else hour
    if part == AFTERNOON:
        return hour + 12 if hour < 12 else hour
    if part == NIGHT:
        return hour + 12 if 4 < hour <= 12 else hour
    return hour


def parse_clock(words: str) -> time | None:
    """Return the time of day that the words are and nothing else, as status bars show it: 19:42, 下午7:42, 7:42 PM."""
    text = plain(words).strip()
    clock = clock_at(text, 0)
    if clock is None or clock.end != len(text) or not clock.sure:
        return None
    total = int(clock.since_midnight.total_seconds()) % 86_400
    return time(total // 3600, total // 60 % 60, total % 60)


_DURATION_LABEL = re.compile(
    r"^(?:(?:本次)?(?:语音|视频)?通话(?:时长|时间|结束)?|时长|聊天时长|已接听?|接听|接通|呼出|呼入|拨出|来电|去电"
    r"|outgoing(?: call)?|incoming(?: call)?|(?:call )?duration|call time|talk time)\s*[:,]?\s*"
)
"""``通话时长``, ``聊天时长:``, ``outgoing call,``: what may stand before a length of time."""

_COLONS = re.compile(r"^(?:(\d{1,3}):)?(\d{1,2}):(\d\d)$")
_UNITS = re.compile(
    r"^(?:(\d+)\s?(?:个?小时|时间?|h(?:ou)?rs?|hours?|h)\s?)?"
    r"(?:(\d+)\s?(?:分钟?|min(?:ute)?s?|m)\s?)?(?:(\d+)\s?(?:秒钟?|sec(?:ond)?s?|s))?$"
)
"""``1小时2分3秒``, ``3分钟``, ``12 sec``."""

_NEVER_TALKED = re.compile(
    r"未接|未接通|未接听|无人接听|无人应答|拒接|拒绝|已取消|取消通话|不在服务区|无应答|响铃|不在席|キャンセル"
    r"|missed|declined|no answer|cancell?ed|rejected|not answered|unanswered"
)


def parse_duration(words: str) -> int | None:
    """Return how many seconds a call lasted: 3分12秒, 00:03:12, 3:12, 通话时长 1小时2分, 12 sec.

    None for what is no length of time, and for a call that nobody took (未接通, 响铃20秒): see `never_talked`.
    """
    text = plain(words).strip(" ()[]")
    if never_talked(text):
        return None
    text = _DURATION_LABEL.sub("", text, count=1)
    found = _COLONS.match(text) or _UNITS.match(text)
    if not found or not any(found.groups()):
        return None
    hours, minutes, seconds = (int(count or 0) for count in found.groups())
    if ":" in text and (seconds > 59 or (hours and minutes > 59)):
        return None
    return hours * 3600 + minutes * 60 + seconds


def never_talked(words: str) -> bool:
    """Tell whether a call list says that nobody talked: 未接, 已拒接, 无人接听, Missed."""
    return bool(_NEVER_TALKED.search(plain(words)))
