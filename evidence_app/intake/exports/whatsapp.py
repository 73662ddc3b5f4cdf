"""Chats that WhatsApp exports as text, in all languages.

    [10/7/2024, 1:38:12 PM] Klaus: Morning          iPhones, with U+202F before PM and U+200E before their own words
    2025/12/22 12:35 - 地瓜: 内容                    Android; dates and clocks as the phone's region has them

What has no name, and what an iPhone's own words say in the name of the chat, are notices. Whether 3/4 is a day in
March or April is learned from all dates of the file; where they do not tell, somebody has to. Who made the export is
not written; the file's name, or the notice at its head, names the other side.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from evidence_app.domain.exports import LONGEST_WORDS, Attachment, Read, Unread
from evidence_app.domain.times import Precision
from evidence_app.intake.exports import whatsapp_words as words
from evidence_app.intake.exports.chat_calls import call_in
from evidence_app.intake.exports.chat_lines import MARKS, Gathered, head_lines, shown
from evidence_app.intake.exports.chat_sides import MOST_SPEAKERS, Sides, noted, said, sides_of
from evidence_app.intake.exports.clocks import PERIOD, hour_of, wall_time
from evidence_app.intake.exports.day_order import DayOrder, date_of, is_ambiguous
from evidence_app.intake.exports.source import Source

_STAMP = (
    rf"(?P<a>\d{{1,4}})(?P<sep>[./年-]|\. )\s?(?P<b>\d{{1,2}})(?:[./月-]|\. )\s?(?P<c>\d{{1,4}})[.日]?[,，،]?"
    rf"[\s{MARKS}]+(?P<before>{PERIOD})?\s?(?P<h>\d{{1,2}})[:.](?P<m>\d{{2}})(?:[:.](?P<s>\d{{2}}))?"
    rf"[\s{MARKS}]?(?P<after>{PERIOD})?"
)
_BRACKETED = re.compile(rf"[{MARKS}]*\[[{MARKS}]*(?P<stamp>{_STAMP})\][ {MARKS}]*(?P<rest>.*)$", re.DOTALL)
_DASHED = re.compile(rf"[{MARKS}]*(?P<stamp>{_STAMP})\s[-–—]\s(?P<rest>.*)$", re.DOTALL)
_SAID = re.compile(
    rf"[{MARKS}]*(?:~\s*)?(?P<name>[^:：\n][^\n]{{0,100}}?)[{MARKS}]*(?:：|:(?=[\s<{MARKS}]|$)) ?(?P<text>.*)$",
    re.DOTALL,
)
"""``~ 客服小王: 在吗``, ``小李：在``."""

_BEGINS = frozenset("[0123456789" + MARKS)
_FIRST_LINES = 5


def recognises(source: Source) -> bool:
    """Tell whether one of the first lines is a message or notice of WhatsApp."""
    first = [line for line in head_lines(source) if line.strip()][:_FIRST_LINES]
    return any((found := _BRACKETED.match(line) or _DASHED.match(line)) and found["rest"].strip() for line in first)


def asks(source: Source) -> tuple[str, ...]:
    """Return what somebody has to say: which way round dates are, and who the complainant is."""
    known = _known(source)
    order = ("day-order",) if known.is_open else ()
    return order + (() if known.sides.told_apart else ("owner",))


def read(source: Source) -> Iterator[Read]:
    """Yield every message, call and notice."""
    known = _known(source)
    pending: Gathered | None = None
    for number, line in source.lines():
        found = known.begins(line)
        if not found:
            if pending is not None:
                pending.add(line)
            elif line.strip():
                yield Unread(f"line:{number}", "record-incomplete", line[:LONGEST_WORDS])
            continue
        yield from _finished(pending, known.sides)
        pending = _begun(number, found, known)
    yield from _finished(pending, known.sides)


@dataclass
class _Known:
    """What the whole file tells of its chat."""

    expression: re.Pattern[str]
    day_first: bool = False
    is_open: bool = False
    sides: Sides = field(default_factory=Sides)

    def begins(self, line: str) -> re.Match[str] | None:
        return self.expression.match(line) if line[:1] in _BEGINS and line else None


def _known(source: Source) -> _Known:
    """Read the file once for what no single line tells."""
    first = next((line for line in head_lines(source) if _BRACKETED.match(line) or _DASHED.match(line)), "")
    known = _Known(_BRACKETED if _BRACKETED.match(first) else _DASHED)
    order, speakers = DayOrder(), set[str]()
    title, owner = words.title_in(source.name), source.hints.owner
    for _, line in source.lines():
        found = known.begins(line)
        if not found:
            continue
        order.take((found["a"], found["b"], found["c"]), found["sep"])
        name, text = _split(found["rest"])
        if name and words.ENCRYPTED.search(text) and not speakers:
            title = title or name
        elif name and not _is_notice(name, text) and len(speakers) < MOST_SPEAKERS:
            speakers.add(name)
            owner = owner or (name if words.DELETED_BY_ME.fullmatch(text.strip(MARKS)) else "")
    told = source.hints.day_first
    known.is_open = order.is_open and told is None
    known.day_first = bool(order.day_first if order.day_first is not None else told)
    known.sides = sides_of(title, speakers, owner)
    return known


def _split(rest: str) -> tuple[str, str]:
    """Return who, and what; nobody for a notice."""
    found = _SAID.match(rest)
    if not found or words.NOTICE.search(found["name"]):
        return "", rest
    return found["name"].strip(), found["text"]


def _is_notice(name: str, text: str) -> bool:
    """Tell whether words are WhatsApp's own, although a name stands before them."""
    own = text[:1] in MARKS and bool(text)
    bare = text.lstrip(MARKS)
    has_file = words.ATTACHED.search(bare) or words.BESIDE.match(bare)
    return not name or (own and not has_file and bool(words.NOTICE.search(bare) or words.ENCRYPTED.search(bare)))


def _begun(number: int, found: re.Match[str], known: _Known) -> Gathered | None:
    name, text = _split(found["rest"])
    if words.ENCRYPTED.search(text) and (not name or text[:1] in MARKS):
        return None
    numbers = (found["a"], found["b"], found["c"])
    hour = hour_of(int(found["h"]), found["before"] or found["after"] or "")
    wall = wall_time(date_of(numbers, known.day_first), (hour, int(found["m"]), int(found["s"] or 0)))
    precision = Precision.SECOND if found["s"] else Precision.MINUTE
    doubtful = known.is_open and is_ambiguous(numbers)
    pending = Gathered(
        f"line:{number}",
        shown(wall, found["stamp"], "whatsapp", precision),
        "" if _is_notice(name, text) else name,
        warning="day-order-assumed" if doubtful else "",
    )
    pending.add(text)
    return pending


def _finished(pending: Gathered | None, sides: Sides) -> Iterator[Read]:
    if pending is None:
        return
    text = pending.text
    if not pending.speaker and call_in(text) is None:
        yield noted(pending.place, pending.time, text.lstrip(MARKS), sides)._replace(warning=pending.warning)
        return
    files = _files(text)
    record = said(pending.place, pending.time, pending.speaker, text, sides, attachments=files, warning=pending.warning)
    yield record._replace(text=text.lstrip(MARKS))


def _files(text: str) -> tuple[Attachment, ...]:
    first = text.split("\n", 1)[0].strip(MARKS + " ")
    found = words.BESIDE.match(first) or words.ATTACHED.search(text[:2000])
    return (Attachment(found["name"].strip(MARKS + " ")),) if found else ()
