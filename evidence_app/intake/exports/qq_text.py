"""Message records that QQ's message manager exports as text: one chat, or all with a heading for each.

    消息分组:我的好友
    ================================================================
    消息对象:小鹿(10001)
    ================================================================

    2023-11-29 19:25:07 【管理员】小鹿(10001)
    在吗

The account stands in brackets, a mail address in pointed ones, or is left out. Computers with a clock of twelve hours
write ``8:43:38 PM``. 系统消息 is QQ itself.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from evidence_app.domain.exports import Read, Unread
from evidence_app.intake.exports.chat_lines import (
    LONGEST_OWN,
    Begun,
    Gathered,
    Gathering,
    follow_blanks,
    head_lines,
)
from evidence_app.intake.exports.chat_sides import MOST_SPEAKERS, Sides, noted, said, sides_of
from evidence_app.intake.exports.dated_lines import beginning_of
from evidence_app.intake.exports.source import Source

_TITLE = re.compile(r"\ufeff?消息[记記][录錄][（(]此消息[记記][录錄][为為]文本格式")
_GROUP = re.compile(r"消息分[组組]\s*[:：](?P<name>.*)$")
_WITH = re.compile(r"消息[对對]象\s*[:：]\s*(?P<name>.*?)(?:[(（](?P<number>\d{4,12})[)）])?\s*$")
_RULE = re.compile(r"={16,}\s*$")
_SYSTEM = frozenset({"系统消息", "系統訊息", "系统提示"})
_SYSTEM_NUMBERS = frozenset({"10000", "1000000"})
_ORIGIN = "qq-text"


def recognises(source: Source) -> bool:
    """Tell whether the file is such an export."""
    lines = [line for line in head_lines(source) if len(line) <= LONGEST_OWN]
    headed = any(_TITLE.match(line) or _WITH.match(line) for line in lines[:20])
    if headed:
        return any(_begins(line) for line in lines) or any(_TITLE.match(line) for line in lines[:20])
    first = next((line for line in lines if line.strip()), "")
    found = _begins(first)
    return bool(found and found.number)


def asks(source: Source) -> tuple[str, ...]:
    """Return that somebody has to say who the complainant is, in a chat that does not tell."""
    return () if all(sides.told_apart for sides, is_used in _chats(source) if is_used) else ("owner",)


def read(source: Source) -> Iterator[Read]:
    """Yield every message, and what QQ itself says."""
    chats = iter(_chats(source))
    sides = Sides()
    messages = Gathering(_begins, after_blank=follow_blanks(head_lines(source), _begins))
    for number, line, is_heading in _lines(source):
        for each in messages.end() if is_heading else messages.take(number, line):
            yield _finished(each, sides)
        if is_heading == "chat":
            sides, _ = next(chats, (Sides(), False))
    for each in messages.end():
        yield _finished(each, sides)


def _begins(line: str) -> Begun | None:
    return beginning_of(line, _ORIGIN)


def _finished(each: Gathered | Unread, sides: Sides) -> Read:
    if isinstance(each, Unread):
        return each
    if _is_system(each.speaker, each.number):
        return noted(each.place, each.time, each.text, sides)
    return said(each.place, each.time, each.speaker, each.text, sides, number=each.number, warning=each.warning)


def _is_system(speaker: str, number: str) -> bool:
    return speaker in _SYSTEM or (number in _SYSTEM_NUMBERS and speaker.startswith(("系统", "系統", number)))


def _lines(source: Source) -> Iterator[tuple[int, str, str]]:
    """Yield the lines with their numbers, and what kind of heading each is: empty, ``rule`` or ``chat``.

    A rule of equals signs is one only before or behind another heading: people write such rules too.
    """
    held: tuple[int, str] | None = None
    behind = "rule"
    yield 0, "", "chat"  # what comes before the first chat's heading
    for number, line in source.lines():
        heading = _heading(line)
        if held is not None:
            yield *held, "rule" if heading or behind else ""
            held = None
        if _RULE.match(line):
            held = (number, line)
            continue
        yield number, line, heading
        behind = heading if line.strip() else behind
    if held is not None:
        yield *held, behind and "rule"


def _heading(line: str) -> str:
    if len(line) > LONGEST_OWN:
        return ""
    return "chat" if _WITH.match(line) else "rule" if _GROUP.match(line) or _TITLE.match(line) else ""


def _chats(source: Source) -> list[tuple[Sides, bool]]:
    """Return who is who in each chat of the file, in order, and whether anybody speaks; the first has no heading."""
    found: list[tuple[Sides, bool]] = []
    after_blank = follow_blanks(head_lines(source), _begins)
    title, account, blank = "", "", True
    speakers: dict[str, str] = {}
    for _, line, heading in _lines(source):
        if heading == "chat":
            if found or line:
                found.append((_settled(title, account, speakers, source.hints.owner), bool(speakers)))
            match = _WITH.match(line)
            title, account, speakers = (match["name"], match["number"] or "", {}) if match else ("", "", {})
        elif not heading and len(speakers) < MOST_SPEAKERS:
            begun = _begins(line) if blank or not after_blank else None
            if begun and not _is_system(begun.speaker, begun.number):
                speakers.setdefault(begun.speaker, begun.number)
        blank = bool(heading) or not line.strip()
    found.append((_settled(title, account, speakers, source.hints.owner), bool(speakers)))
    return found


def _settled(title: str, account: str, speakers: dict[str, str], owner: str) -> Sides:
    """Return the sides of a chat: the account in its heading tells the other one, also under another name."""
    by_account = next((name for name, number in speakers.items() if account and number == account), "")
    if by_account and len(speakers) <= 2:
        return Sides(title or by_account, other=by_account, number=account)
    found = sides_of(title, speakers, owner)
    return replace(found, number=account or speakers.get(found.other, "")) if found.other else found
