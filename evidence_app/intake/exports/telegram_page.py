"""Chats that Telegram Desktop exports as pages (``messages.html``, ``messages2.html``…), its usual way.

Each message is a ``div.message.default`` with a ``div.date`` whose title is the whole time (``18.07.2026 09:00:00``, on
newer ones with ``UTC+08:00``), a ``div.from_name`` unless it is ``joined`` to the one before, a ``div.text``, and links
to its files; a call has a ``div.media_call`` with its status (``Outgoing (65 seconds)``, ``Missed``).
``div.message.service`` are days and notices. The page's head names the chat.
"""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import unquote

from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.exports import LONGEST_WORDS, Attachment, Read, Record, Unread
from evidence_app.domain.times import ClockReading
from evidence_app.intake.exports.chat_sides import Sides, noted, said, sides_of
from evidence_app.intake.exports.hypertext import text_of, tree_of
from evidence_app.intake.exports.saved_page import page_of
from evidence_app.intake.exports.source import Source
from evidence_app.intake.exports.values import stated

if TYPE_CHECKING:
    from lxml.etree import _Element

_MESSAGE = re.compile(r'class="message (?:default|service)\b')
_NUMBERED = re.compile(r'id="message-?\d+"')
_TIME = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}) (\d{1,2}):(\d{2}):(\d{2})(?: UTC([+-])(\d{2}):(\d{2}))?")
"""``22.02.2025 08:15:33 UTC+08:00``."""

_HEAD = "page_header"
_FILES = frozenset(
    ("photo_wrap", "media_photo", "media_file", "media_video", "media_voice_message", "media_audio_file")
    + ("video_file_wrap",)
)
_DAY = re.compile(r"\d{1,2} \w+ \d{4}")
_CALL = re.compile(r"(Outgoing|Cancelled|Incoming|Missed|Declined)(?: \((\d{1,6}) seconds\))?")
_WENT = {
    "Outgoing": Direction.OUT,
    "Cancelled": Direction.OUT,
    "Incoming": Direction.IN,
    "Missed": Direction.MISSED,
    "Declined": Direction.REJECTED,
}


def recognises(source: Source) -> bool:
    """Tell whether the file is such a page."""
    return bool(_MESSAGE.search(source.text)) and _HEAD in source.text


def asks(source: Source) -> tuple[str, ...]:
    """Return that somebody has to say who the complainant is, in a group."""
    root = tree_of(page_of(source))
    return () if root is None or _sides(root, source.hints.owner).told_apart else ("owner",)


def read(source: Source) -> Iterator[Read]:
    """Yield every message and notice. Raises Unreadable (too-large), OSError."""
    page = page_of(source)
    root = tree_of(page)
    found = 0
    for each in _read(root, source.hints.owner) if root is not None else ():
        found += 1
        if each is not None:
            yield each
    there = max(len(each.findall(page)) for each in (_MESSAGE, _NUMBERED))
    for number in range(found + 1, there + 1):  # those that the page's damage hides
        yield Unread(f"element:{number}", "record-damaged")


def _read(root: "_Element", owner: str) -> Iterator[Read | None]:
    """Yield what each message and notice is, None for a day."""
    sides = _sides(root, owner)
    speaker = ""
    for number, each in enumerate(_messages(root), 1):
        place, time = f"element:{number}", _time(each)
        speaker = _name(each) or speaker
        if "service" in _classes(each):
            words = text_of(each)
            yield None if _DAY.fullmatch(words) else noted(place, time, words, sides)._replace(warning="")
        elif (status := _call_status(each)) is not None:
            yield _call(said(place, time, speaker, "", sides), status)
        elif time is None and not _text(each):
            yield Unread(place, "record-incomplete", text_of(each)[:LONGEST_WORDS])
        else:
            yield said(place, time, speaker, _text(each), sides, attachments=_files(each))


def _sides(root: "_Element", owner: str) -> Sides:
    head = _first(root, _HEAD)
    title = _first(head, "text") if head is not None else None
    speakers = {name for each in _messages(root) if (name := _name(each))}
    return sides_of(text_of(title) if title is not None else "", speakers, owner)


def _messages(root: "_Element") -> Iterator["_Element"]:
    """Yield the messages in their order; what is inside of one is its own."""
    waiting = [root]
    while waiting:
        each = waiting.pop()
        if each.tag == "div" and "message" in _classes(each):
            yield each
        else:
            waiting.extend(reversed(each))


def _classes(element: "_Element") -> list[str]:
    return (element.get("class") or "").split()


def _first(element: "_Element", name: str) -> "_Element | None":
    return next((each for each in element.iter("div", "a") if name in _classes(each)), None)


def _name(message: "_Element") -> str:
    """Return who a message says it is from; whom it was forwarded from stands further inside."""
    for each in message.iter("div"):
        if "forwarded" in _classes(each):
            return ""
        if "from_name" in _classes(each):
            return " ".join((each.text or "").split())
    return ""


def _text(message: "_Element") -> str:
    said_in = [text_of(each) for each in message.iter("div") if "text" in _classes(each)]
    if said_in:
        return "\n".join(said_in)
    media = next((each for each in message.iter("div", "a") if "media" in _classes(each)), None)
    return " ".join(text_of(media).split()) if media is not None else ""


def _call_status(message: "_Element") -> str | None:
    """Return what a call came to, in the page's own words, None where the message is no call."""
    media = _first(message, "media_call")
    status = _first(media, "status") if media is not None else None
    return None if status is None else text_of(status).strip()


def _call(record: Record, status: str) -> Record:
    found = _CALL.fullmatch(status)
    if found is None:
        return record._replace(kind=EventKind.CALL, text=status)
    direction, duration = _WENT[found[1]], int(found[2]) if found[2] else None
    in_vain = direction is Direction.OUT and not duration
    return record._replace(
        kind=EventKind.CALL,
        direction=direction,
        duration_s=0 if in_vain else duration,
        warning=record.warning or ("call-unanswered" if in_vain else ""),
    )


def _files(message: "_Element") -> tuple[Attachment, ...]:
    links = (each for each in message.iter("a") if _FILES & set(_classes(each)))
    addresses = ((each.get("href") or "").strip() for each in links)
    return tuple(Attachment(unquote(each)) for each in addresses if each and not re.match(r"[a-z]+:|//|#", each))


def _time(message: "_Element") -> ClockReading | None:
    stamp = next((each for each in message.iter("div") if "date" in _classes(each)), None)
    found = _TIME.match((stamp.get("title") or "").strip()) if stamp is not None else None
    if not found:
        return None
    day, month, year, hour, minute, second = (int(each) for each in found.groups()[:6])
    try:
        wall = datetime(year, month, day, hour, minute, second)
    except ValueError:
        return None
    offset = None
    if found[7]:
        shift = timedelta(hours=int(found[8]), minutes=int(found[9])) * (-1 if found[7] == "-" else 1)
        offset = int(shift.total_seconds()) // 60
    return stated(wall, offset_min=offset, origin="telegram", words=found[0])
