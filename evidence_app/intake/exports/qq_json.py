"""Chats of QQ in JSON as QQChatExporter writes them, from its fourth version on.

    {"metadata": {"name": "QQChatExporter V5 …"}, "chatInfo": {"name", "type": "private|group", "selfUid", "selfUin"},
     "statistics": {"totalMessages", …},
     "messages": [{"timestamp" (ms), "sender": {"uid", "uin", "name"}, "content": {"text", "resources": […]},
                   "recalled", "system"}, …]}

The fourth version writes ``timestamp`` in ISO 8601, ``isRecalled`` and ``isSystemMessage``. Only its output is read.
Source: https://github.com/shuakami/qq-chat-exporter (core/exporter/JsonExporter.ts).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from evidence_app.domain.events import Direction
from evidence_app.domain.exports import LONGEST_WORDS, Attachment, Read, Unread
from evidence_app.domain.times import ClockReading
from evidence_app.intake.exports.chat_sides import MOST_SPEAKERS, Sides, noted, said, sides_of
from evidence_app.intake.exports.json_lists import CutOff, Listed, Value, listed, text_of
from evidence_app.intake.exports.source import Source
from evidence_app.intake.exports.values import epoch_ms, epoch_s, iso_time, known

_MADE_BY = re.compile(r'"name"\s*:\s*"[^"]{0,80}qq-?chat-?exporter', re.IGNORECASE)
_CHAT = re.compile(r'"chatInfo"\s*:\s*\{')
_TOTAL = re.compile(r'"totalMessages"\s*:\s*(\d{1,9})')
_MARKS = frozenset({"sender"})
_SYSTEM = ("系统消息", "系統訊息")
_NAMES = ("name", "groupCard", "remark", "nickname", "uin", "uid")
_FILES = ("localPath", "filename", "fileName", "url")
_ELSEWHERE = re.compile(r"[a-z]+:|/", re.IGNORECASE)


def recognises(source: Source) -> bool:
    """Tell whether the file is such a chat."""
    text = source.text
    return text.lstrip()[:1] == "{" and bool(_MADE_BY.search(text) and _CHAT.search(text))


def asks(source: Source) -> tuple[str, ...]:
    """Return that somebody has to say who the complainant is, where the file does not."""
    chat = _chat_of(source)
    return () if chat.own or chat.sides.told_apart else ("owner",)


def states(source: Source) -> int | None:
    """Return how many messages the file says it holds."""
    found = _TOTAL.search(source.text)
    return int(found[1]) if found else None


def read(source: Source) -> Iterator[Read]:
    """Yield every message, and what QQ itself says."""
    chat = _chat_of(source)
    for each in listed(source, "messages", marks=_MARKS):
        if isinstance(each, CutOff):
            yield Unread(f"element:{each.number}", each.reason, each.words)
        else:
            yield _record(each, chat)


@dataclass(slots=True)
class _Chat:
    """A chat as a whole. ``own`` are the complainant's identifiers in it, none where the file does not say them."""

    sides: Sides = field(default_factory=Sides)
    own: frozenset[str] = frozenset()


def _record(each: Listed, chat: _Chat) -> Read:
    place, message = f"element:{each.number}", each.value
    if not isinstance(message, dict):
        return Unread(place, "record-damaged", text_of(message)[:LONGEST_WORDS])
    time, sender, content = _time(message), _part(message, "sender"), _part(message, "content")
    text = text_of(content.get("text")) or text_of(message.get("content"))
    files = _files(content)
    if time is None and not text:
        return Unread(place, "record-incomplete", str(message)[:LONGEST_WORDS])
    name = _name(sender)
    if _is(message, "system", "isSystemMessage") or message.get("type") == "system" or name in _SYSTEM:
        return noted(place, time, text, chat.sides)
    return said(
        place,
        time,
        name,
        text,
        chat.sides,
        direction=_direction(sender, chat.own),
        number=known(text_of(sender.get("uin"))),
        attachments=files,
        warning="message-deleted" if _is(message, "recalled", "isRecalled") else "",
    )


def _direction(sender: Mapping[str, Value], own: frozenset[str]) -> Direction | None:
    if not own:
        return None
    return Direction.IN if own.isdisjoint(_identifiers(sender)) else Direction.OUT


def _identifiers(sender: Mapping[str, Value]) -> set[str]:
    return {known(text_of(sender.get(each))) for each in ("uid", "uin")} - {"", "0"}


def _name(sender: Mapping[str, Value]) -> str:
    return next((name for each in _NAMES if (name := known(text_of(sender.get(each))))), "")


def _part(message: Mapping[str, Value], name: str) -> Mapping[str, Value]:
    value = message.get(name)
    return value if isinstance(value, dict) else {}


def _is(message: Mapping[str, Value], *names: str) -> bool:
    return any(text_of(message.get(each)).lower() in ("true", "1") for each in names)


def _time(message: Mapping[str, Value]) -> ClockReading | None:
    words = text_of(message.get("timestamp")).strip()
    if words.isdigit():
        return epoch_ms(words) if len(words) >= 13 else epoch_s(words)
    return iso_time(words, "qq-json") or iso_time(text_of(message.get("time")).strip(), "qq-json")


def _files(content: Mapping[str, Value]) -> tuple[Attachment, ...]:
    """Return the files beside the export, by their paths in it; those that are only on QQ's servers by their names."""
    resources = content.get("resources")
    named = (_file(each) for each in resources if isinstance(each, dict)) if isinstance(resources, list) else ()
    return tuple(Attachment(name) for name in dict.fromkeys(named) if name)


def _file(resource: Mapping[str, Value]) -> str:
    names = [known(text_of(resource.get(each))).replace("\\", "/") for each in _FILES]
    return next((name for name in names if name and not _ELSEWHERE.match(name)), "")


def _chat_of(source: Source) -> _Chat:
    """Return who is who in the file; in a chat of two, the other one's account too."""
    about: Mapping[str, Value] = {}
    speakers: dict[str, str] = {}
    own: frozenset[str] = frozenset()
    for each in listed(source, "messages"):
        if isinstance(each, CutOff) or not isinstance(each.value, dict):
            continue
        about = about or each.about
        own = own or frozenset(
            _identifiers({name: about.get(f"chatInfo.self{name.title()}") for name in ("uid", "uin")})
        )
        sender = _part(each.value, "sender")
        if len(speakers) < MOST_SPEAKERS and _name(sender) not in _SYSTEM and own.isdisjoint(_identifiers(sender)):
            speakers.setdefault(_name(sender), known(text_of(sender.get("uin"))))
    title = known(text_of(about.get("chatInfo.name")))
    if own:
        is_group = text_of(about.get("chatInfo.type")) == "group"
        other = "" if is_group or len(speakers) != 1 else next(iter(speakers.values()))
        return _Chat(Sides(title, number=other), own)
    return _Chat(sides_of(title, speakers, source.hints.owner))
