"""Chats of WeChat as WeFlow and EchoTrace write them in JSON: ``session`` and ``messages``.

    {"session": {"wxid", "nickname", "remark", "displayName", "type": "私聊|群聊", …},
     "messages": [{"localId", "createTime" (s), "formattedTime", "type", "localType", "content",
                   "isSend" (0, 1, null for the program's own), "senderUsername", "senderDisplayName"}, …]}

WeFlow's compact kind names speakers in ``senders`` by ``senderID``, its server writes ``parsedContent``; chatlog writes
a bare list with ``isSelf``, ``senderName``, ``talkerName`` and ISO times. Only their output is read here.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from evidence_app.domain.events import Direction
from evidence_app.domain.exports import Read, Unread
from evidence_app.domain.times import ClockReading
from evidence_app.intake.exports.chat_sides import Sides, noted, said
from evidence_app.intake.exports.json_lists import CutOff, Listed, Value, listed, text_of
from evidence_app.intake.exports.source import Source
from evidence_app.intake.exports.values import epoch_ms, epoch_s, iso_time, known
from evidence_app.intake.exports.wechat_content import SYSTEM_TYPES, files_in, readable

_MESSAGES = re.compile(r'"messages"\s*:\s*\[')
_WEFLOW = re.compile(r'"(?:isSend|isSelf|is_send)"\s*:')
_WHO = re.compile(r'"(?:senderUsername|senderDisplayName|senderName|senderID|sender|talker)"\s*:')
_SCHEMA = re.compile(r'"schema"\s*:\s*"weflow')
_BARE_LIST = re.compile(r'\[\s*\{[^{}]*"(?:isSelf|isSend)"\s*:', re.DOTALL)
_HEADING = re.compile(r'\{\s*"(?:weflow|session|exportInfo|talker|success)"\s*:')
_TITLES = ("session.displayName", "session.remark", "session.nickname", "meta.name", "talkerName", "display_name")
_TEXTS = ("content", "parsedContent", "msgContent", "strContent", "StrContent", "text")
_FLAGS = ("isSend", "isSelf", "is_send")
_NAMES = ("displayName", "groupNickname", "nickname", "wxid")


def recognises(source: Source) -> bool:
    """Tell whether the file is such a chat."""
    text = source.text
    if text.lstrip()[:1] not in ("{", "["):
        return False
    if _BARE_LIST.match(text.lstrip()):
        return bool(_WHO.search(text))
    is_told = _WHO.search(text) or _SCHEMA.search(text)
    has_messages = bool(_MESSAGES.search(text) and _WEFLOW.search(text) and is_told)
    return has_messages or bool(_HEADING.match(text.lstrip()) and re.search(r'"wxid"\s*:', text))


def read(source: Source) -> Iterator[Read]:
    """Yield every message."""
    names: dict[str, str] = {}
    each = None
    for each in listed(source, "messages", "", beside="senders", marks=frozenset(_FLAGS)):
        if isinstance(each, CutOff):
            yield Unread(f"element:{each.number}", each.reason, each.words)
        elif not each.number:
            if isinstance(each.value, dict):
                names[text_of(each.value.get("senderID"))] = _first(each.value, _NAMES)
        else:
            yield _record(each, names)
    if each is None and not _MESSAGES.search(source.text):
        yield Unread("element:1", "damaged-from-here")


def _record(each: Listed, names: Mapping[str, str]) -> Read:
    place, message = f"element:{each.number}", each.value
    if not isinstance(message, dict):
        return Unread(place, "record-damaged", text_of(message)[:80])
    time, text = _time(message), _first(message, _TEXTS, bare=True)
    kind = text_of(message.get("localType")) or text_of(message.get("type"))
    if not text and (time is None or (_needs_text(kind) and not any(name in message for name in _TEXTS))):
        return Unread(place, "record-incomplete", str(message)[:80])
    sides = _sides(each.about, message)
    content = readable(text, kind)
    mine = _flag(message)
    if kind in SYSTEM_TYPES or "系统" in text_of(message.get("type")):
        return noted(place, time, content, sides)
    speaker = "" if mine else _speaker(message, names)
    went = Direction.NONE if mine is None else Direction.OUT if mine else Direction.IN
    return said(
        place,
        time,
        speaker,
        content,
        sides,
        direction=went,
        attachments=files_in(text_of(message.get("type")), content),
    )


def _sides(about: Mapping[str, Value], message: Mapping[str, Value]) -> Sides:
    """Return the chat's title and, for a chat of two, the other one's id."""
    title = _first(about, _TITLES) or known(text_of(message.get("talkerName")))
    number = _first(about, ("session.wxid", "talker", "talker_id")) or known(text_of(message.get("talker")))
    return Sides(title, number="" if number.endswith("@chatroom") else number)


def _speaker(message: Mapping[str, Value], names: Mapping[str, str]) -> str:
    shown = ("senderDisplayName", "senderName", "accountName", "senderUsername", "sender")
    by_number = names.get(text_of(message.get("senderID")), "")
    return by_number or _first(message, shown)


def _first(values: Mapping[str, Value], names: Iterable[str], *, bare: bool = False) -> str:
    """Return the first text under one of these names, empty if none says anything; ``bare`` as it is written."""
    texts = (text_of(values.get(each)) for each in names)
    return next((text for each in texts if (text := each if bare else known(each))), "")


def _needs_text(kind: str) -> bool:
    """Tell whether a message of this kind is nothing but its words: without them it is not whole."""
    return kind in ("", "1") or "文本" in kind


def _flag(message: Mapping[str, Value]) -> bool | None:
    for name in _FLAGS:
        value = text_of(message.get(name)).lower()
        if value in ("1", "true"):
            return True
        if value in ("0", "false"):
            return False
    return None


def _time(message: Mapping[str, Value]) -> ClockReading | None:
    for name in ("createTime", "CreateTime", "timestamp", "time", "formattedTime"):
        words = text_of(message.get(name)).strip()
        if words.isdigit():
            return epoch_ms(words) if len(words) >= 13 else epoch_s(words)
        if time := iso_time(words, "wechat-json"):
            return time
    return None
