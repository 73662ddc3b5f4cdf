"""Chats in ChatLab's exchange format, which WeFlow and converters for other programs write: JSON, or a line for each.

``{"chatlab": {"version"}, "meta": {"name", "platform", "type": "private|group", "ownerId"}, "members": […],
"messages": [{"sender", "accountName", "groupNickname", "timestamp" (s), "type", "content"}]}``; in lines, ``_type``
says ``header``, ``member`` or ``message``. Types from 80 on are what the chat's program says.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from evidence_app.domain.events import Direction
from evidence_app.domain.exports import LONGEST_WORDS, Read, Unread
from evidence_app.intake.exports.chat_sides import MOST_SPEAKERS, Sides, noted, said, sides_of
from evidence_app.intake.exports.json_lists import CutOff, Value, listed, text_of
from evidence_app.intake.exports.source import Source
from evidence_app.intake.exports.values import epoch_ms, epoch_s, known

_WHOLE = re.compile(r'\s*\{\s*"chatlab"\s*:\s*\{')
_LINES = re.compile(r'\s*\{[^\r\n]{0,400}"chatlab"\s*:\s*\{[^\r\n]*[\r\n]\s*\{[^\r\n]{0,200}"_type"')
_OF_PROGRAM = re.compile(r"8\d|9[0-8]")
_MARKS = frozenset({"sender"})
_OTHER_LINES = ("header", "member")


class _Message(NamedTuple):
    place: str
    fields: Mapping[str, Value]
    about: Mapping[str, Value]


def recognises(source: Source) -> bool:
    """Tell whether the file is such a chat."""
    return bool(_WHOLE.match(source.text) or _LINES.match(source.text))


def asks(source: Source) -> tuple[str, ...]:
    """Return that somebody has to say who the complainant is, where the file does not."""
    sides, owner = _sides(source)
    return () if owner or sides.told_apart else ("owner",)


def read(source: Source) -> Iterator[Read]:
    """Yield every message and notice."""
    sides, owner = _sides(source)
    for each in _messages(source):
        yield each if isinstance(each, Unread) else _record(each, sides, owner)


def _record(message: _Message, sides: Sides, owner: str) -> Read:
    fields = message.fields
    words, text = text_of(fields.get("timestamp")), text_of(fields.get("content"))
    time = epoch_ms(words) if len(words) >= 13 else epoch_s(words)
    if time is None and not text:
        return Unread(message.place, "record-incomplete", str(fields)[:LONGEST_WORDS])
    kind = text_of(fields.get("type"))
    if _OF_PROGRAM.fullmatch(kind):
        return noted(message.place, time, text, sides)
    sender = text_of(fields.get("sender"))
    direction = (Direction.OUT if sender == owner else Direction.IN) if owner else None
    return said(message.place, time, _name(fields), text, sides, direction=direction)


def _name(fields: Mapping[str, Value]) -> str:
    names = (known(text_of(fields.get(each))) for each in ("groupNickname", "accountName", "sender"))
    return next(filter(None, names), "")


def _sides(source: Source) -> tuple[Sides, str]:
    """Return who is who, and the owner's id where the file states it."""
    title = owner = ""
    speakers: set[str] = set()
    for each in _messages(source):
        if isinstance(each, _Message):
            title = title or known(text_of(each.about.get("meta.name")))
            owner = owner or known(text_of(each.about.get("meta.ownerId")))
            if len(speakers) < MOST_SPEAKERS:
                speakers.add(_name(each.fields))
    return sides_of(title, speakers - {""}, source.hints.owner), owner


def _messages(source: Source) -> Iterator[_Message | Unread]:
    if not _WHOLE.match(source.text) or _LINES.match(source.text):
        yield from _of_lines(source)
        return
    for each in listed(source, "messages", marks=_MARKS):
        place = f"element:{each.number}"
        if isinstance(each, CutOff):
            yield Unread(place, each.reason, each.words)
        elif isinstance(each.value, dict):
            yield _Message(place, each.value, each.about)
        else:
            yield Unread(place, "record-damaged", text_of(each.value)[:LONGEST_WORDS])


def _of_lines(source: Source) -> Iterator[_Message | Unread]:
    about: dict[str, Value] = {}
    for number, line in source.lines():
        try:
            value = json.loads(line) if line.strip() else {}
        except (ValueError, RecursionError):
            yield Unread(f"line:{number}", "record-damaged", line[:LONGEST_WORDS])
            continue
        if not isinstance(value, dict):
            yield Unread(f"line:{number}", "record-damaged", line[:LONGEST_WORDS])
        elif value.get("_type") == "message":
            yield _Message(f"line:{number}", value, about)
        elif isinstance(meta := value.get("meta"), dict):
            about |= {f"meta.{name}": each for name, each in meta.items()}
        elif value and value.get("_type") not in _OTHER_LINES:
            yield Unread(f"line:{number}", "record-damaged", line[:LONGEST_WORDS])
