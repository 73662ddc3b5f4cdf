"""Chats in text whose messages begin with a line of their own: when, and who. QQ writes so, and tools for WeChat do."""

import re

from evidence_app.domain.times import Precision
from evidence_app.intake.exports.chat_lines import LONGEST_OWN, Begun, shown
from evidence_app.intake.exports.clocks import PERIOD, hour_of, wall_time

_BEGINNING = re.compile(
    rf"\s{{0,4}}(?P<day>(\d{{4}})[-/](\d{{1,2}})[-/](\d{{1,2}}))\s+(?P<before>{PERIOD})?\s?"
    rf"(\d{{1,2}}):(\d{{2}}):(\d{{2}})(?:\s?(?P<after>{PERIOD})(?=\s))?[ \t]+(?P<who>\S.{{0,300}}?)\s*$"
)
"""``2023-11-29 19:25:07 【管理员】小鹿(10001)``, ``2023/11/29 8:43:38 PM 小鹿``."""

_PERIOD = re.compile(PERIOD)
"""Where the name belongs if the file ends before it: then nobody knows which half of the day it was."""

_NAME = re.compile(
    r"(?P<titles>(?:【[^【】]{1,20}】\s*)*)(?P<name>.*?)\s*"
    r"(?:[(（](?P<number>\d{4,12})[)）]|<(?P<mail>[^<>\s@]{1,64}@[^<>\s]{1,128})>)?$"
)
"""``【管理员】小鹿(10001)``, ``小鹿<deer@mail.example>``."""


def beginning_of(line: str, origin: str) -> Begun | None:
    """Return when and who, for a line that begins a message."""
    found = _BEGINNING.match(line) if len(line) <= LONGEST_OWN else None
    if not found or _PERIOD.fullmatch(found["who"]):
        return None
    who = _NAME.match(found["who"])
    day = (int(found[2]), int(found[3]), int(found[4]))
    hour = hour_of(int(found[6]), found["before"] or found["after"] or "")
    wall = wall_time(day, (hour, int(found[7]), int(found[8])))
    time = shown(wall, line[: found.start("who")], origin, Precision.SECOND)
    if who is None:
        return Begun(time, found["who"], "")
    number = who["number"] or who["mail"] or ""
    return Begun(time, who["name"] or number or found["who"], number)
