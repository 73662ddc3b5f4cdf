"""Messages of an iPhone or Mac as imessage-exporter writes them as text: a time, a sender, the words, a blank line.

    May 17, 2022  5:29:42 PM (Read by you after 1 hour, 49 seconds)
    +8613800138000
    您的借款已逾期

Times are those of the computer's zone, which is not stated; the hour is padded by a blank. A reply stands where it
belongs in time, and once more, indented, below what it answers: it is read once. ``Me`` is the complainant unless the
export was told another name. Paths of attachments are lines of their own and stay in the text.
Source: https://github.com/ReagentX/imessage-exporter (exporters/txt).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.exports import Attachment, Read, Record, Unread
from evidence_app.domain.taken_back import taken_back
from evidence_app.domain.times import ClockReading
from evidence_app.intake.exports.chat_sides import MYSELF
from evidence_app.intake.exports.clocks import hour_of, wall_time
from evidence_app.intake.exports.source import Source
from evidence_app.intake.exports.values import known, stated

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_HEAD = re.compile(
    r"(?P<indent> *)(?P<time>(?P<month>" + "|".join(_MONTHS) + r") (?P<day>\d\d), (?P<year>\d{4}) "
    r"(?P<hour>[ \d]\d):(?P<minute>\d\d):(?P<second>\d\d) (?P<period>[AP]M))(?P<rest> .*)?"
)
"""``Feb 22, 2025  8:15:33 AM (Read by them after 1 minute)``."""

_READ = " (Read by "
_INDENT = "    "
_PATH = re.compile(r"\s*+(?:[^/:]*+/)++([^/:]{1,300}\.\w{1,8})")
_DELETED = "This message was deleted from the conversation!"
_ADDRESS = re.compile(r"\+?[\d() .-]{3,}|[^\s@]++@[^\s@]++")


def recognises(source: Source) -> bool:
    """Tell whether the file begins with a message's time."""
    return bool(_HEAD.fullmatch(source.first_line))


def read(source: Source) -> Iterator[Read]:
    """Yield every message and announcement."""
    seen = _Seen(source.hints.owner)
    for message in _messages(source):
        seen.add(message)
    if not seen.others and _ADDRESS.fullmatch(chat := source.file_name.removesuffix(".txt")):
        seen.others.add(chat)  # nobody answered: files are named after whom they are with
    for message in _messages(source):
        if not (message.is_reply and (message.time, message.sender) in seen.replies):
            yield _read(message, seen)


@dataclass(slots=True)
class _Message:
    """A message as it stands in the file; ``said`` is what its first line says after the time."""

    place: str
    time: str
    wall: datetime | None
    said: str
    is_reply: bool
    sender: str = ""
    lines: list[str] = field(default_factory=list)

    def add(self, line: str) -> None:
        """Take in the line below what was read."""
        if not self.sender and not self.said:
            self.sender = line.strip()
        else:
            self.lines.append(line.removeprefix(_INDENT) if self.is_reply else line)

    @property
    def text(self) -> str:
        """The words of the message, with what the exporter says of it."""
        return "\n".join(self.lines).strip("\n")


class _Seen:
    """What has to be known of the whole file: who is in the chat, and which replies stand in their own place."""

    def __init__(self, owner: str) -> None:
        self.myself = {owner} if owner else set(MYSELF)
        self.others: set[str] = set()
        self.replies: set[tuple[str, str]] = set()

    def add(self, message: _Message) -> None:
        if message.sender and message.sender not in self.myself:
            self.others.add(message.sender)
        if not message.is_reply:
            self.replies.add((message.time, message.sender))

    @property
    def other(self) -> str:
        """The one other person of a chat of two, empty for a group."""
        return next(iter(self.others)) if len(self.others) == 1 else ""


def _messages(source: Source) -> Iterator[_Message]:
    """Yield each message of the file, the replies that stand below one after it."""
    held: list[_Message] = []  # a message and the replies below it
    current: _Message | None = None
    after_blank = True
    for number, line in source.lines():
        head = _HEAD.fullmatch(line.rstrip())
        if head and (after_blank or head["indent"]):
            current = _begun(number, head)
            if not current.is_reply:
                yield from held
                held = []
            held.append(current)
        elif current is not None:
            if current.is_reply and after_blank and line.strip() and not line.startswith(_INDENT):
                current = held[0]
            current.add(line)
        after_blank = not line.strip()
    yield from held


def _begun(number: int, head: re.Match[str]) -> _Message:
    hour = hour_of(int(head["hour"]), head["period"])
    day = int(head["year"]), _MONTHS.index(head["month"]) + 1, int(head["day"])
    wall = wall_time(day, (hour, int(head["minute"]), int(head["second"])))
    rest = head["rest"] or ""
    said = "" if rest.startswith(_READ) else rest.strip()
    return _Message(f"line:{number}", head["time"], wall, said, is_reply=bool(head["indent"]))


def _read(message: _Message, seen: _Seen) -> Read:
    text = "\n".join(filter(None, (message.said, message.text)))
    if message.wall is None or not (message.sender or message.said):
        return Unread(message.place, "record-incomplete", text or message.time)
    time = stated(message.wall, origin="imessage-exporter", words=message.time)
    if message.said:
        return Record(
            message.place,
            EventKind.NOTE,
            time,
            taken_back(text) or Direction.NONE,
            party=_name(seen.other),
            number=_number(seen.other),
            text=text,
        )
    return _said(message, time, seen)


def _said(message: _Message, time: ClockReading, seen: _Seen) -> Record:
    is_mine = message.sender in seen.myself
    other = seen.other if is_mine else message.sender
    return Record(
        message.place,
        EventKind.MESSAGE,
        time,
        Direction.OUT if is_mine else Direction.IN,
        party=_name(other),
        number=_number(other),
        text=message.text,
        attachments=tuple(Attachment(found[1]) for line in message.lines if (found := _PATH.fullmatch(line))),
        warning="message-deleted" if message.lines[:1] == [_DELETED] else "",
    )


def _name(shown: str) -> str:
    return "" if _ADDRESS.fullmatch(shown) else known(shown)


def _number(shown: str) -> str:
    return shown if _ADDRESS.fullmatch(shown) else ""
