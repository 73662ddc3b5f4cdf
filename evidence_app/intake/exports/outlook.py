"""Mails that Outlook saves (``.msg``): a small file system of properties ([MS-OXMSG], [MS-OXPROPS]).

A mail that is attached to another is a record of its own: it has no bytes that could be an exhibit. Runs in a worker
process.
"""

import struct
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.exports import Attachment, Read, Record, Unread
from evidence_app.domain.times import ClockReading
from evidence_app.intake.exports.hypertext import plain_text
from evidence_app.intake.exports.mail_message import BROKEN, Mail, Mailbox
from evidence_app.intake.exports.mail_words import Address, decoded
from evidence_app.intake.exports.source import Part, Source
from evidence_app.intake.exports.values import stated

if TYPE_CHECKING:
    from oxmsg.storage import Storage

OLE_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PROPERTIES = "__properties_version1.0"
EMBEDDED = "__substg1.0_3701000D"
ATTACHMENT, RECIPIENT = "__attach_version1.0_#", "__recip_version1.0_#"

SUBJECT, BODY, HTML, HEADERS, MESSAGE_ID = 0x0037, 0x1000, 0x1013, 0x007D, 0x1035
SENDER_NAME, SENDER_ADDRESS, SENDER_SMTP = 0x0C1A, 0x0C1F, 0x5D01
RECEIVED_BY = (0x0076, 0x0040, 0x5D07)
SUBMITTED, DELIVERED, FLAGS, CODE_PAGE = 0x0039, 0x0E06, 0x0E07, 0x3FDE
SHOWN_NAME, ADDRESS, SMTP_ADDRESS, RECIPIENT_TYPE = 0x3001, 0x3003, 0x39FE, 0x0C15
LONG_FILE_NAME, FILE_NAME, DATA = 0x3707, 0x3704, 0x3701

UNSENT = 0x8
"""A flag of what was never sent ([MS-OXCMSG] 2.2.1.6)."""

_TOP_HEADER, _EMBEDDED_HEADER, _INNER_HEADER = 32, 24, 8
"""Bytes before the properties of a mail, of one in another, of a recipient or attachment ([MS-OXMSG] 2.4.1)."""

_EPOCH = datetime(1601, 1, 1)
_MOST_TICKS = 2**58  # the year 2514

DEEPEST = 10


def recognises(source: Source) -> bool:
    """Tell whether the file is such a mail; other programs of Office keep their files in the same file system."""
    if not source.head.startswith(OLE_MARK):
        return False
    import olefile

    try:
        with olefile.OleFileIO(source.path) as file:
            return bool(file.exists(PROPERTIES))
    except (OSError, *BROKEN):  # olefile's own errors are OSErrors
        return False


def read(source: Source) -> Iterator[Read]:
    """Yield the mail, then the mails that are attached to it."""
    storage = _opened(source)
    if storage is None:
        yield Unread("element:1", "record-damaged")
        return
    for number, (each, header_bytes) in enumerate(_mails(storage), 1):
        place = f"element:{number}"
        try:
            yield _Mail(each, header_bytes).record(place, number)
        except (*BROKEN, struct.error):
            yield Unread(place, "record-damaged")


def parts(source: Source) -> Iterator[Part]:
    """Yield the files that are attached to the mail, and to those attached to it."""
    storage = _opened(source)
    if storage is None:
        return
    for number, (each, header_bytes) in enumerate(_mails(storage), 1):
        with suppress(*BROKEN, struct.error):
            mail = _Mail(each, header_bytes)
            for attachment, file in zip(mail.attachments(number), mail.files, strict=True):
                yield Part(attachment, file.binary(DATA))


def _opened(source: Source) -> "Storage | None":
    from olefile import OleFileIO
    from oxmsg.storage import Storage

    try:
        with OleFileIO(source.path) as file:
            return Storage.from_ole(file)
    except (OSError, *BROKEN):
        return None


def _mails(storage: "Storage", header_bytes: int = _TOP_HEADER, depth: int = 0) -> Iterator[tuple["Storage", int]]:
    """Yield a mail and those attached to it, each with the length of its properties' header."""
    yield storage, header_bytes
    for attachment in storage.storages:
        for inner in attachment.storages if attachment.name.startswith(ATTACHMENT) and depth < DEEPEST else ():
            if inner.name == EMBEDDED:
                yield from _mails(inner, _EMBEDDED_HEADER, depth + 1)


class _Properties:
    """Properties of a mail, a recipient or an attachment."""

    def __init__(self, storage: "Storage", header_bytes: int) -> None:
        self._streams = {stream.name: bytes(stream.bytes_) for stream in storage.streams}
        self._fixed: dict[int, bytes] = {}
        held = self._streams.get(PROPERTIES, b"")[header_bytes:]
        for at in range(0, len(held) - 15, 16):
            tag = int.from_bytes(held[at : at + 4], "little")
            self._fixed[tag >> 16] = held[at + 8 : at + 16]

    def text(self, *tags: int) -> str:
        """Return the first of these that says something, in Unicode or in whatever code page."""
        for tag in tags:
            wide = self._streams.get(f"__substg1.0_{tag:04X}001F", b"").decode("utf-16-le", "replace")
            found = wide or decoded(self._streams.get(f"__substg1.0_{tag:04X}001E", b""))
            if found := found.replace("\0", "").strip():
                return found
        return ""

    def binary(self, tag: int) -> bytes:
        return self._streams.get(f"__substg1.0_{tag:04X}0102", b"")

    def number(self, tag: int) -> int:
        return int.from_bytes(self._fixed.get(tag, b"")[:4], "little")

    def time(self, tag: int, origin: str) -> ClockReading | None:
        """Return a time that is kept in UTC, in ticks of 100 nanoseconds since 1601."""
        ticks = int.from_bytes(self._fixed.get(tag, b""), "little")
        if not 0 < ticks < _MOST_TICKS:
            return None
        wall = _EPOCH + timedelta(seconds=ticks // 10_000_000)
        return stated(wall, offset_min=0, origin=origin, words=wall.strftime("%Y-%m-%d %H:%M:%S UTC"))


class _Mail(_Properties):
    """One mail. Its own header, where a server wrote one, says more than the properties."""

    def __init__(self, storage: "Storage", header_bytes: int) -> None:
        super().__init__(storage, header_bytes)
        inner = [(each.name, _Properties(each, _INNER_HEADER)) for each in storage.storages]
        self.files = [
            each for name, each in inner if name.startswith(ATTACHMENT) and each.binary(DATA)
        ]  # links to files elsewhere, and mails, hold no bytes
        self._recipients = [each for name, each in inner if name.startswith(RECIPIENT)]
        self._header = Mail((self.text(HEADERS) + "\n\n").encode("utf-8", "surrogateescape"))

    def record(self, place: str, number: int) -> Record:
        """Return the mail as a record."""
        direction = self._direction()
        others = self._taken_by() if direction is Direction.OUT else [self._author()]
        return Record(
            place,
            EventKind.MESSAGE,
            self._header.time or self.time(SUBMITTED, "mail-submitted") or self.time(DELIVERED, "mail-received"),
            direction,
            party=", ".join(dict.fromkeys(each.name for each in others if each.name)),
            number=", ".join(dict.fromkeys(each.address for each in others if each.address)),
            text=self._text(),
            reference=(self.text(MESSAGE_ID) or self._header.field("message-id")).strip("<> "),
            attachments=tuple(self.attachments(number)),
        )

    def attachments(self, number: int) -> list[Attachment]:
        """Return the attached files, in order."""
        return [
            Attachment(each.text(LONG_FILE_NAME, FILE_NAME, SHOWN_NAME) or str(index), f"{number}/{index}")
            for index, each in enumerate(self.files, 1)
        ]

    def _direction(self) -> Direction:
        """Return whether it was got or sent: what was got has a server's header or says who received it."""
        if self._header.direction(Mailbox()) is Direction.IN or self.text(*RECEIVED_BY):
            return Direction.IN
        sent = bool(self.time(SUBMITTED, "")) and not self.number(FLAGS) & UNSENT
        return Direction.OUT if sent and not self.text(HEADERS) else Direction.NONE

    def _author(self) -> Address:
        address = self.text(SENDER_SMTP) or self.text(SENDER_ADDRESS)
        return Address(self.text(SENDER_NAME), address if "@" in address else "")

    def _taken_by(self) -> list[Address]:
        shown = ((each.text(SHOWN_NAME), each.text(SMTP_ADDRESS, ADDRESS)) for each in self._recipients)
        return [Address("" if name == address else name, address) for name, address in shown]

    def _text(self) -> str:
        body = self.text(BODY).replace("\r\n", "\n") or plain_text(decoded(self.binary(HTML), self._charset()))
        header = "\n".join(self._header.told()) or "\n".join(self._told_by_properties())
        return "\n\n".join(each for each in (self.text(SUBJECT), body.strip("\n"), header) if each)

    def _charset(self) -> str:
        page = self.number(CODE_PAGE)
        return {65001: "utf-8", 936: "gbk", 54936: "gb18030", 950: "big5"}.get(page, f"cp{page}" if page else "")

    def _told_by_properties(self) -> Iterator[str]:
        yield f"From: {_shown(self._author())}"
        if taken := ", ".join(_shown(each) for each in self._taken_by()):
            yield f"To: {taken}"


def _shown(address: Address) -> str:
    return f"{address.name} <{address.address}>" if address.name and address.address else "".join(address)
