"""Chats that Telegram Desktop exports in JSON (``result.json``), one alone or a whole account.

One chat: ``{"name", "type", "id", "messages": […]}``; an account: ``{"personal_information": {"user_id", …},
"chats": {"list": [chat, …]}, "left_chats": …}``. A message has ``date_unixtime`` (old exports only ``date``, the wall
time of the computer), ``from``, ``from_id`` (``user123``), ``text`` (a text, or a list of texts and of objects with
one), ``photo`` or ``file``; what is no message is of type ``service`` and has an ``action``. In a chat of two, ``id``
and ``name`` are the other one's: so both sides are known. Whoever deleted their account has no name.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime

from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.exports import LONGEST_WORDS, Attachment, Read, Record, Unread
from evidence_app.domain.times import ClockReading
from evidence_app.intake.exports.chat_sides import Sides, noted, said
from evidence_app.intake.exports.json_lists import CutOff, Listed, Value, listed, text_of
from evidence_app.intake.exports.source import Source
from evidence_app.intake.exports.values import epoch_s, known, stated, whole_number

_CHAT = re.compile(
    r'"type"\s*:\s*"(?:personal_chat|bot_chat|private_(?:super)?group|public_(?:super)?group|private_channel'
    r'|public_channel|saved_messages|replies|verification_codes)"'
)
_ACCOUNT = re.compile(r'"(?:personal_information|chats)"\s*:\s*\{')
_MESSAGE = re.compile(r'"(?:date_unixtime|from_id|actor_id)"\s*:')
_MARKS = frozenset({"from_id", "actor_id"})
_OF_TWO = frozenset({"personal_chat", "bot_chat"})
_CHANNELS = frozenset({"private_channel", "public_channel"})
_FILES = ("photo", "file")
_CALL = "phone_call"
_NOT_REACHED = frozenset({"missed", "busy"})


def recognises(source: Source) -> bool:
    """Tell whether the file is such an export."""
    text = source.text
    if not text.lstrip().startswith("{"):
        return False
    is_account = bool(_ACCOUNT.search(text)) and '"messages"' in text or '"personal_information"' in text
    return bool(_CHAT.search(text) and _MESSAGE.search(text)) or (is_account and '"user_id"' in text)


def asks(source: Source) -> tuple[str, ...]:
    """Return that somebody has to say who the complainant is, in a group that was exported alone."""
    first = next(iter(listed(source, "messages")), None)
    if not isinstance(first, Listed):
        return ()
    chat = _Chat.of(first.about, _owner(source))
    return () if chat.is_of_two or chat.owner_id or chat.owner or chat.kind in _CHANNELS else ("owner",)


def read(source: Source) -> Iterator[Read]:
    """Yield every message, call and service notice."""
    owner = _owner(source)
    for each in listed(source, "messages", marks=_MARKS):
        if isinstance(each, CutOff):
            yield Unread(f"element:{each.number}", each.reason, each.words)
        else:
            yield _record(each, _Chat.of(each.about, owner))


def _owner(source: Source) -> str:
    """Return the name that a person gave as their own, if anybody speaks under it."""
    name = source.hints.owner
    if not name:
        return ""
    messages = (each.value for each in listed(source, "messages") if isinstance(each, Listed))
    return name if any(isinstance(each, dict) and each.get("from") == name for each in messages) else ""


class _Chat:
    """The chat around a message."""

    def __init__(self, about: Mapping[str, Value], prefix: str, owner: str) -> None:
        self.title = known(text_of(about.get(f"{prefix}name")))
        self.kind = text_of(about.get(f"{prefix}type"))
        self.id = text_of(about.get(f"{prefix}id"))
        self.owner_id = text_of(about.get("personal_information.user_id"))
        self.owner = owner

    @classmethod
    def of(cls, about: Mapping[str, Value], owner: str) -> "_Chat":
        prefix = next((each for each in ("chats.list.", "left_chats.list.") if f"{each}type" in about), "")
        return cls(about, prefix, owner)

    @property
    def is_of_two(self) -> bool:
        return self.kind in _OF_TWO

    def direction(self, speaker_id: str, speaker: str) -> Direction:
        number = speaker_id.removeprefix("user")
        if self.owner_id:
            return Direction.OUT if number == self.owner_id else Direction.IN
        if self.kind in _CHANNELS:
            return Direction.IN
        if self.is_of_two and (number == self.id or speaker == self.title):
            return Direction.IN if number or speaker else Direction.NONE
        if self.is_of_two and ((speaker and self.title) or number != speaker_id):
            return Direction.OUT
        if self.owner and speaker:
            return Direction.OUT if speaker == self.owner else Direction.IN
        return Direction.NONE


def _record(each: Listed, chat: _Chat) -> Read:
    place, message = f"element:{each.number}", each.value
    if not isinstance(message, dict):
        return Unread(place, "record-damaged", text_of(message)[:LONGEST_WORDS])
    time = _time(message)
    sides = Sides(chat.title, number=chat.id if chat.is_of_two else "")
    text = _text(message.get("text"))
    speaker = known(text_of(message.get("from"))) or known(text_of(message.get("actor")))
    who = text_of(message.get("from_id")) or text_of(message.get("actor_id"))
    action = text_of(message.get("action"))
    if time is None and not text and not action:
        return Unread(place, "record-incomplete", str(message)[:LONGEST_WORDS])
    direction = chat.direction(who, speaker)
    if action == _CALL:
        return _call(said(place, time, speaker, text, sides, direction=direction), message)
    if text_of(message.get("type")) == "service" or action:
        words = " ".join(filter(None, (speaker, action.replace("_", " "), text, _text(message.get("title")))))
        return noted(place, time, words, sides)
    shown = text or text_of(message.get("sticker_emoji"))
    number = "" if chat.is_of_two else who
    return said(place, time, speaker, shown, sides, direction=direction, number=number, attachments=_files(message))


def _call(record: Record, message: Mapping[str, Value]) -> Record:
    duration = whole_number(text_of(message.get("duration_seconds")))
    reason = text_of(message.get("discard_reason"))
    direction = record.direction
    if not duration and direction is not Direction.OUT and reason in _NOT_REACHED:
        direction = Direction.MISSED if reason == "missed" else Direction.REJECTED
    in_vain = not duration and direction is Direction.OUT
    return record._replace(
        kind=EventKind.CALL,
        direction=direction,
        duration_s=0 if in_vain else duration,
        warning=record.warning or ("call-unanswered" if in_vain else ""),
    )


def _time(message: Mapping[str, Value]) -> ClockReading | None:
    epoch = epoch_s(text_of(message.get("date_unixtime")))
    if epoch is not None:
        return epoch
    words = text_of(message.get("date"))
    try:
        at = datetime.fromisoformat(words)
    except ValueError:
        return None
    return stated(at.replace(tzinfo=None, microsecond=0), origin="telegram", words=words) if at.year >= 2013 else None


def _text(value: Value) -> str:
    if isinstance(value, list):
        return "".join(_text(each) for each in value)
    if isinstance(value, dict):
        return text_of(value.get("text"))
    return text_of(value)


def _files(message: Mapping[str, Value]) -> tuple[Attachment, ...]:
    """Return the files that lie beside the export; what was left out is written in brackets."""
    names = [text_of(message.get(each)) for each in _FILES]
    return tuple(Attachment(name) for name in names if name and not name.startswith("("))
