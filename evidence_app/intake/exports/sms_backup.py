"""Messages that SMS Backup & Restore writes on Android: ``<smses>`` with one ``<sms>`` or ``<mms>`` for each.

Also ``<allsms>`` of Super Backup, which has the same attributes for fewer things.

Fields as in the app's own documentation: date in milliseconds of the epoch; ``type`` of an SMS 1 received, 2 sent,
3 draft, 4 outbox, 5 failed, 6 queued, and 1 to 5 in the same meaning as ``msg_box`` of an MMS. The parts of an MMS
are its content, but for SMIL, which only says how to lay it out. Its addresses are 137 the sender's, 151, 130 and 129
those of who got it; ``address`` joins all others of a conversation by ``~``.

A message that never left the phone is one of the complainant's words: it goes out, its outcome is pending or
failed, and its warning says what it is (``message-draft``, ``message-unsent``, ``message-failed``).
"""

import binascii
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from evidence_app.domain.events import Direction, EventKind, Outcome
from evidence_app.domain.exports import Attachment, Read, Record, Unread
from evidence_app.domain.times import ClockReading
from evidence_app.intake.exports.source import Part, Source
from evidence_app.intake.exports.values import epoch_ms, known
from evidence_app.intake.exports.xml_elements import Alike, Mark, Tag, stated_count, tags

_ROOT = re.compile(r"<(?:smses|allsms)[\s>]")
_TAGS = {
    "smses": (),
    "allsms": (),
    "sms": ("type", "date", "contact_name", "name", "address", "subject", "body"),
    "mms": ("msg_box", "date", "contact_name", "address", "sub"),
    "part": ("ct", "text", "data", "name", "fn", "cl"),
    "addr": ("type", "address"),
}
"""The tags, and the attributes that are read of each."""

_LISTS = frozenset({"smses", "allsms"})
_PARTS = frozenset({"part", "addr"})

_Way = tuple[Direction, Outcome, str]
_WAYS: dict[str, _Way] = {
    "1": (Direction.IN, Outcome.NONE, ""),
    "2": (Direction.OUT, Outcome.NONE, ""),
    "3": (Direction.OUT, Outcome.PENDING, "message-draft"),
    "4": (Direction.OUT, Outcome.PENDING, "message-unsent"),
    "5": (Direction.OUT, Outcome.FAILED, "message-failed"),
    "6": (Direction.OUT, Outcome.PENDING, "message-unsent"),
}
_remembered = lru_cache(maxsize=1024)(known)  # the same names and numbers, a million times
_MESSAGE = EventKind.MESSAGE
_SENDER, _SELF = "137", "insert-address-token"
_DIGITS_OF_SECONDS = 10
_LONGEST_NAME = 200
"""Characters of a file's name, of those at its end."""

_NOT_BASE64 = re.compile(r"[^A-Za-z0-9+/]")
_EXTENSIONS = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/gif": ".gif",
    "image/heic": ".heic",
    "audio/amr": ".amr",
    "video/3gpp": ".3gp",
    "video/mp4": ".mp4",
    "text/x-vcard": ".vcf",
    "application/pdf": ".pdf",
}


def recognises(source: Source) -> bool:
    """Tell whether the file is such a list of messages."""
    return bool(_ROOT.search(source.text)) and source.first_line.startswith("<")


def states(source: Source) -> int | None:
    """Return how many messages the file claims to hold; several versions of the app counted wrongly."""
    return stated_count(source, "smses", "allsms")


def read(source: Source) -> Iterator[Read]:
    """Yield every message."""
    for entry in _entries(source):
        if isinstance(entry, Unread):
            yield entry
        elif isinstance(entry, _Mms):
            yield _of_mms(entry)
        else:
            yield _of_sms(*entry)


def parts(source: Source) -> Iterator[Part]:
    """Yield the pictures, recordings and other files that lie inside of messages."""
    for entry in _entries(source, with_data=True):
        if isinstance(entry, _Mms):
            yield from entry.files


_Sms = tuple[str, Sequence[str], str]
"""An SMS: its place, its values, and what is doubtful about them."""


@dataclass(slots=True)
class _Mms:
    """An MMS being read. ``files`` are only filled when their bytes were asked for."""

    place: str
    values: Sequence[str]
    warning: str
    texts: list[str] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    files: list[Part] = field(default_factory=list)
    sender: str = ""

    def add(self, tag: Tag | Alike, *, with_data: bool) -> None:
        """Take in parts or addresses."""
        if isinstance(tag, Alike):
            for values in tag.rows:
                self._add(tag.name, values, with_data=with_data)
        elif tag.mark is Mark.DAMAGED:
            self.warning = "part-damaged"
        elif tag.mark in (Mark.OPENS, Mark.EMPTY):
            self._add(tag.name, tag.values(), with_data=with_data)

    def _add(self, name: str, values: Sequence[str], *, with_data: bool) -> None:
        if name == "part":
            self._add_part(values, with_data=with_data)
        else:
            kind, address = values
            self.sender = known(address) if kind == _SENDER and address != _SELF else self.sender

    def _add_part(self, values: Sequence[str], *, with_data: bool) -> None:
        kind, text, data, *names = values
        kind, text, data = kind.lower(), _words(text), _words(data)
        if kind == "application/smil":
            return
        if kind == "text/plain":
            self.texts.append(text or _bytes(data).decode("utf-8", "replace"))
            return
        number = len(self.attachments) + 1
        part = f"{self.place}/{number}" if data or text else ""
        self.attachments.append(Attachment(_file_name(names, kind, number), part))
        if with_data and part:
            self.files.append(Part(self.attachments[-1], _bytes(data) if data else text.encode("utf-8")))


def _entries(source: Source, *, with_data: bool = False) -> Iterator[_Sms | _Mms | Unread]:
    """Yield each SMS, each MMS with what belongs to it; and once that the file is cut, if it is."""
    number, mms, is_whole, cut = 0, None, False, ""
    for tag in tags(source, _TAGS):
        if tag.name in _PARTS:
            if mms is not None:
                mms.add(tag, with_data=with_data)
            continue
        if mms is not None:
            yield mms
            mms = None
        if isinstance(tag, Alike):
            for values in tag.rows:
                number += 1
                yield _whole(tag.name, f"element:{number}", values, "")
        elif tag.name in _LISTS:
            is_whole = tag.mark is Mark.CLOSES
        elif tag.mark is Mark.CUT:
            cut = tag.words()
        elif tag.mark is not Mark.CLOSES:
            number += 1
            entry = _begun(f"element:{number}", tag)
            if isinstance(entry, _Mms) and tag.mark is Mark.OPENS:
                mms = entry
            else:
                yield entry
    if not is_whole:
        place = mms.place if mms else f"element:{number + 1}"
        yield Unread(place, "cut-off", "\n".join(mms.texts) if mms else cut)


def _begun(place: str, tag: Tag) -> _Sms | _Mms | Unread:
    if tag.mark is Mark.DAMAGED:
        return Unread(place, "record-damaged", tag.words())
    return _whole(tag.name, place, tag.values(), "entities-left" if tag.names_entities() else "")


def _whole(name: str, place: str, values: Sequence[str], warning: str) -> _Sms | _Mms:
    return (place, values, warning) if name == "sms" else _Mms(place, values, warning)


def _of_sms(place: str, values: Sequence[str], doubt: str) -> Read:
    kind, date, name, other_name, address, subject, body = values
    way, time = _WAYS.get(kind), epoch_ms(date)
    text = _with_subject(subject, _words(body))
    if way is None or time is None:
        return Unread(place, "record-incomplete", text)
    direction, outcome, warning = way
    return Record(
        place,
        _MESSAGE,
        time,
        direction,
        _shown(name or other_name),
        _shown(address),
        text,
        outcome=outcome,
        warning=warning or doubt,
    )


def _of_mms(mms: _Mms) -> Read:
    box, date, shown, addresses, subject = mms.values
    way, time = _WAYS.get(box), _mms_time(date)
    text = _with_subject(subject, "\n".join(mms.texts))
    if way is None or time is None:
        return Unread(mms.place, "record-incomplete", text)
    direction, outcome, warning = way
    party, number = _other_side(known(shown), addresses, mms.sender if direction is Direction.IN else "")
    return Record(
        mms.place,
        _MESSAGE,
        time,
        direction,
        party,
        number,
        text,
        outcome=outcome,
        attachments=tuple(mms.attachments),
        warning=warning or mms.warning,
    )


def _mms_time(value: str) -> ClockReading | None:
    """Return the time; the phone itself counts those of MMS in seconds, and some versions passed that on."""
    return epoch_ms(value + "000" if len(value) == _DIGITS_OF_SECONDS else value)


def _other_side(shown: str, addresses: str, sender: str) -> tuple[str, str]:
    """Return name and number: in a group, those of who wrote what came in, and of all whom the rest went to."""
    numbers = [each for each in map(known, addresses.split("~")) if each]
    names = shown.split(", ")
    by_number = dict(zip(numbers, map(known, names), strict=True)) if len(names) == len(numbers) else {}
    if sender and len(numbers) > 1:
        return by_number.get(sender, ""), sender
    if any(by_number.values()):  # (Unknown) is the app's word for who is in no address book
        shown = ", ".join(name or number for number, name in by_number.items())
    return shown, ", ".join(numbers) or sender


def _shown(value: str) -> str:
    return _remembered(value) if len(value) <= _LONGEST_NAME else known(value)


def _with_subject(subject: str, text: str) -> str:
    shown = _shown(subject)
    return f"{shown}\n{text}" if shown and text else shown or text


def _words(value: str) -> str:
    """Return a text as it is; only the app's own word for nothing is nothing."""
    return "" if value == "null" else value


def _file_name(names: Sequence[str], kind: str, number: int) -> str:
    name = next(filter(None, map(known, names)), f"part-{number}")
    name = name[-_LONGEST_NAME:]
    return name if "." in name else name + _EXTENSIONS.get(kind, "")


def _bytes(data: str) -> bytes:
    """Return what base64 says, as far as it is whole: half a picture is shown rather than none."""
    text = _NOT_BASE64.sub("", data)
    whole = text[:-1] if len(text) % 4 == 1 else text
    return binascii.a2b_base64(whole + "=" * (-len(whole) % 4))
