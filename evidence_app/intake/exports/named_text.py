"""Chats saved as text whose messages begin with who wrote, then when: what windows of support chats let people copy.

    易借通客服 2025-03-04 10:02:11
    您好

or with the words on the same line. No program is known by it, so only what can be nothing else is taken for a chat:
several such lines of one form, from the top, with names that come again, and words under or behind most of them.
"""

import re
from collections import Counter
from collections.abc import Iterator

from evidence_app.domain.exports import Read, Unread
from evidence_app.domain.times import Precision
from evidence_app.intake.exports.chat_lines import (
    LONGEST_OWN,
    Begins,
    Begun,
    Gathered,
    Gathering,
    follow_blanks,
    head_lines,
    shown,
)
from evidence_app.intake.exports.chat_sides import MOST_SPEAKERS, Sides, said, sides_of, sounds_official
from evidence_app.intake.exports.clocks import PERIOD, hour_of, wall_time
from evidence_app.intake.exports.source import Source
from evidence_app.intake.exports.wechat_content import title_of

FEWEST = 3
"""Lines of one form by which a chat is known."""

TITLE_LINES = 3
"""Lines above the first message: a title, an order's number."""

_ORIGIN = "named-text"
_BLANK = "[ \\t\u3000]"
_HEAD = re.compile(
    rf"\ufeff?{_BLANK}{{0,4}}(?P<who>[^\s,;|，；。！？!?][^\t,;|，；。！？!?]{{0,40}}?)"
    rf"(?:{_BLANK}+|{_BLANK}*[:：]{_BLANK}*|(?=[\[(（【]))[\[(（【]?"
    rf"(?P<when>(?P<year>\d{{4}})[-/.年](?P<month>\d{{1,2}})[-/.月](?P<day>\d{{1,2}})日?[ \tT\u3000]*"
    rf"(?P<before>{PERIOD})?\s?(?P<hour>\d{{1,2}})[:：](?P<minute>\d{{2}})(?:[:：](?P<second>\d{{2}}))?"
    rf"(?:\.\d{{1,6}})?(?:\s?(?P<after>{PERIOD}))?)(?:[\])）】][:：]?|[:：](?!\d)|(?={_BLANK}|$))"
)
"""``客服小王 2025-02-22 08:15:33``, ``小李(2025.02.22 08:15):``, ``张三：[2025/2/22 下午3:20]``: who and when."""

_NO_NAME = re.compile(
    r"[\[<(]?(?:info|warn(?:ing)?|error|debug|trace|fatal|critical|notice|verbose)[\]>)]?|[\W\d_]*", re.IGNORECASE
)
"""What stands before the time in logs of programs and in lists."""

_MONEY = re.compile(r"[+\-−]?[¥￥$]?\s?\d[\d,]*(?:\.\d{1,2})?(?:\s|元|$)")


def recognises(source: Source) -> bool:
    """Tell whether the file can be nothing but such a chat."""
    lines = head_lines(source)
    inline = _is_inline(lines)
    begins = _beginnings(inline=inline)
    at = [index for index, line in enumerate(lines) if begins(line)]
    if len(at) < FEWEST or sum(bool(line.strip()) for line in lines[: at[0]]) > TITLE_LINES:
        return False
    found = [begun for index in at if (begun := begins(lines[index]))]
    names = Counter(begun.speaker for begun in found)
    if len(names) == len(found) or any(begun.time is None for begun in found):
        return False
    if inline:  # a table of payments has a name, a time and an amount in its lines
        return len(names) > 1 and sum(bool(_MONEY.match(begun.text)) for begun in found) * 2 < len(found)
    under = sum(index + 1 < len(lines) and index + 1 not in at and bool(lines[index + 1].strip()) for index in at)
    return under * 2 >= len(at)


def asks(source: Source) -> tuple[str, ...]:
    """Return that somebody has to say who the complainant is, where the names do not tell."""
    return () if _sides(source).told_apart else ("owner",)


def read(source: Source) -> Iterator[Read]:
    """Yield every message; what stands above the first one is none."""
    sides = _sides(source)
    begun = False
    for each in _gathered(source):
        if isinstance(each, Gathered):
            begun = True
            yield said(each.place, each.time, each.speaker, each.text, sides, warning=each.warning)
        elif begun:
            yield each


def _gathered(source: Source) -> Iterator[Gathered | Unread]:
    lines = head_lines(source)
    begins = _beginnings(inline=_is_inline(lines))
    yield from Gathering(begins, after_blank=follow_blanks(lines, begins)).all(source.lines())


def _is_inline(lines: list[str]) -> bool:
    """Tell whether the words stand behind the time, rather than below it."""
    found = [begun for line in lines if (begun := _begun(line))]
    return sum(bool(begun.text) for begun in found) * 2 > len(found)


def _beginnings(*, inline: bool) -> Begins:
    """Return what tells the beginnings of messages: with the words below, a line with more behind the time is none."""

    def begins(line: str) -> Begun | None:
        begun = _begun(line)
        return begun if begun and (inline or not begun.text) else None

    return begins


def _begun(line: str) -> Begun | None:
    found = _HEAD.match(line[:LONGEST_OWN])
    if found is None or _NO_NAME.fullmatch(found["who"].strip()):
        return None
    part = found.groupdict()
    hour = hour_of(int(part["hour"]), part["before"] or part["after"] or "")
    day = (int(part["year"]), int(part["month"]), int(part["day"]))
    wall = wall_time(day, (hour, int(part["minute"]), int(part["second"] or 0)))
    precision = Precision.SECOND if part["second"] else Precision.MINUTE
    time = shown(wall, part["when"], _ORIGIN, precision)
    return Begun(time, part["who"].strip(), text=line[found.end() :].strip())


def _sides(source: Source) -> Sides:
    speakers: set[str] = set()
    for each in _gathered(source):
        if isinstance(each, Gathered) and len(speakers) < MOST_SPEAKERS:
            speakers.add(each.speaker)
    title = title_of(source.name)
    found = sides_of(title if title in speakers else "", speakers, source.hints.owner)
    official = [name for name in speakers if sounds_official(name)]
    if not found.told_apart and len(official) == 1 and len(speakers) <= 2:
        return Sides(official[0], other=official[0])
    if found.owner and len(speakers) == 2:
        return Sides(next(iter(speakers - {found.owner})), owner=found.owner)
    return found
