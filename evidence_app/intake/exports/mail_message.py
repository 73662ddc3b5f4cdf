"""One mail (RFC 5322, MIME) as a message: who, when, what is read, and the files in it. Runs in a worker process."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from email import policy
from email.errors import MessageError
from email.message import Message
from email.parser import BytesParser
from mimetypes import MimeTypes

from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.exports import Attachment, Record
from evidence_app.domain.times import ClockReading
from evidence_app.intake.exports.hypertext import plain_text
from evidence_app.intake.exports.mail_words import (
    Address,
    addresses,
    date_of,
    decoded,
    file_name,
    parameter_of,
    raw_text,
    words,
)

DEEPEST = 40
"""Parts in parts. Forwarded mails go five deep; more are made to harm."""

MOST_PARTS = 2_000

HEADER_BYTES = 64 * 2**10
"""Of a mail in a mail, looked at to name it."""

DELIVERED = ("delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "x-rcpt-to", "x-apparently-to")
"""Fields in which a mailbox's server writes into whose box it put a mail."""

SENT_LABELS = re.compile(
    r"\b(?:sent|sent (?:mail|messages|items))\b|已发送|已發送|已傳送|寄件備份|寄件备份", re.IGNORECASE
)
"""How programs call the folder of what was sent."""

_OFFICES = re.compile(
    r"(?:no|do[-_.]?not|donot)[-_.]?reply|(?:customer|client|user)?[-_.]?(?:service|services|support|care|help)\d*|"
    r"(?:help|service)[-_.]?desk|kefu\d*|cs\d*|hotline|info|news(?:letters?)?|notice|notify|notifications?|alerts?|"
    r"billing|collections?|complaints?|tousu|orders?|sales|returns?|refunds?|95\d{3,6}",
    re.IGNORECASE,
)
"""Names of addresses that companies have, and persons have not: of offices and of machines."""

BROKEN = (MessageError, ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError)
"""What the standard library's parser raises for mails that are none. Whatever it is, the next mail is read."""

_ENDINGS = MimeTypes(())
"""Endings of files by their types, the same on every computer."""


class Whole(Message):
    """A part as it was written: a mail inside a mail is a file of bytes, so that signatures in it still hold."""

    def get_content_maintype(self) -> str:
        """Return the first half of the type; the parser opens what is called a message."""
        found = super().get_content_maintype()
        return "embedded" if found == "message" else found


class File:
    """A file in a mail: ``part`` is its place, ``2.1`` for the first part of the second; its bytes when asked for."""

    def __init__(self, part: str, name: str, message: Message) -> None:
        self.part = part
        self.name = name
        self._message = message

    def data(self) -> bytes:
        """Return the bytes, decoded."""
        return _bytes_of(self._message)


@dataclass(frozen=True)
class Mailbox:
    """Whose mails are read: the addresses known to be theirs, and whether they lie in the folder of sent ones.

    ``theirs`` are the domains of the institution, ``names`` what the owner is called, in lower case.
    """

    owners: Collection[str] = ()
    sent: bool = False
    theirs: Collection[str] = ()
    names: Collection[str] = ()

    def of_owner(self, shown: Collection[Address]) -> set[str]:
        """Return the addresses that stand under the owner's own name."""
        return {each.address.lower() for each in shown if " ".join(each.name.lower().split()) in self.names}

    def is_of_company(self, address: str) -> bool:
        """Tell whether an address is the institution's, or one that only companies write from."""
        name, _, host = address.lower().rpartition("@")
        at_theirs = any(host == each or host.endswith(f".{each}") for each in self.theirs)
        return at_theirs or _OFFICES.fullmatch(name) is not None

    def is_between(self, companies: Collection[str], persons: Collection[str]) -> bool:
        """Tell whether the first are addresses of companies alone, and none of the others is."""
        return bool(companies) and all(map(self.is_of_company, companies)) and not any(map(self.is_of_company, persons))


class Mail:
    """One mail, parsed. Raises what `BROKEN` says, when it is made and when it is asked."""

    def __init__(self, data: bytes) -> None:
        self._message = BytesParser(Whole, policy=policy.compat32).parsebytes(data)
        self._fields = [(name.lower(), str(value)) for name, value in self._message.raw_items()]

    def fields(self, *names: str) -> list[str]:
        """Return header fields of these names as they were written, in their order."""
        return [value for name, value in self._fields if name in names]

    def field(self, name: str) -> str:
        """Return the first field of a name on one line, decoded; empty if there is none."""
        return words(next(iter(self.fields(name)), ""))

    @property
    def is_one(self) -> bool:
        """Whether this is a mail at all: it says from whom, to whom, when or what of."""
        return any(name in {"from", "sender", "to", "date", "subject", "message-id"} for name, _ in self._fields)

    @property
    def time(self) -> ClockReading | None:
        """When it was sent, as its sender says; where it does not say, when the last server received it."""
        for field in self.fields("date"):
            if found := date_of(field):
                return found
        for field in self.fields("received"):
            if found := date_of(field.rpartition(";")[2], "mail-received"):
                return found
        return None

    @property
    def delivered_to(self) -> list[str]:
        """The addresses into whose box servers put it, in lower case."""
        return [each.address.lower() for each in addresses(self.fields(*DELIVERED)) if each.address]

    def direction(self, box: Mailbox) -> Direction:
        """Return whether the mailbox's owner sent or got it; NONE where it cannot be known.

        Who keeps a mail between a company and somebody who is none is that somebody.
        """
        authors, takers = addresses(self.fields("from", "sender")), addresses(self.fields("to", "cc", "bcc"))
        own = {*self.delivered_to, *box.owners, *box.of_owner((*authors, *takers))}
        author = {each.address.lower() for each in authors}
        if author & own or box.sent or SENT_LABELS.search(self.field("x-gmail-labels")):
            return Direction.OUT
        taken = {each.address.lower() for each in takers}
        if self.delivered_to or taken & own or box.is_between(author, taken):
            return Direction.IN
        return Direction.OUT if box.is_between(taken, author) and author else Direction.NONE

    def record(self, place: str, number: int, box: Mailbox) -> Record:
        """Return the mail as a record; ``number`` counts the mails of its export from 1."""
        direction = self.direction(box)
        others = addresses(self.fields("to", "cc", "bcc") if direction is Direction.OUT else self.fields("from"))
        return Record(
            place,
            EventKind.MESSAGE,
            self.time,
            direction,
            party=", ".join(dict.fromkeys(each.name for each in others if each.name)),
            number=", ".join(dict.fromkeys(each.address for each in others if each.address)),
            text=self._text(),
            reference=self.field("message-id").strip("<> "),
            account=self._account(direction),
            attachments=tuple(Attachment(file.name, f"{number}/{file.part}") for file in self.files()),
        )

    def _account(self, direction: Direction) -> str:
        if direction is Direction.OUT:
            return next((each.address for each in addresses(self.fields("from")) if each.address), "")
        return next(iter(self.delivered_to), "")

    @property
    def body(self) -> str:
        """What a person reads of it, without its header."""
        return body_of(self._message).strip("\r\n")

    def _text(self) -> str:
        said = [self.field("subject"), self.body, "\n".join(self.told())]
        return "\n\n".join(each for each in said if each)

    def told(self) -> Iterator[str]:
        """Yield what the header says that matters as evidence, in its own words; nothing is judged."""
        for name in ("From", "To", "Cc", "Reply-To", "Date", "Message-ID"):
            if value := ", ".join(words(field) for field in self.fields(name.lower())):
                yield f"{name}: {value}"
        for field in self.fields("received")[:1]:
            yield f"Received: {words(field)}"
        for field in self.fields("dkim-signature"):
            stated = re.findall(r"(?:^|;)\s*([ds])\s*=\s*([^\s;]+)", raw_text(field))
            yield "DKIM-Signature: " + "; ".join(f"{tag}={value}" for tag, value in stated)

    def files(self) -> Iterator[File]:
        """Yield the files in the mail: attachments, pictures in the text, mails that are attached."""
        for place, part in leaves(self._message):
            if not _is_text(part):
                yield File(place, _name_of(part, place), part)


def leaves(message: Message) -> Iterator[tuple[str, Message]]:
    """Yield the parts that hold no further ones, with their places: ``1`` for a mail that is one part.

    A mail in a mail is one part.
    """
    waiting: list[tuple[str, Message, int]] = [("", message, 0)]
    count = 0
    while waiting and count < MOST_PARTS:
        place, part, depth = waiting.pop()
        inner = _children(part)
        if inner and depth < DEEPEST:
            numbered = [
                (f"{place}.{index}" if place else str(index), each, depth + 1) for index, each in enumerate(inner, 1)
            ]
            waiting.extend(reversed(numbered))
        else:
            count += 1
            yield place or "1", part


def _children(part: Message) -> Sequence[Message]:
    if part.get_content_maintype() != "multipart" or not part.is_multipart():
        return ()
    return [each for each in part.get_payload() if isinstance(each, Message)]


def _is_text(part: Message) -> bool:
    """Tell text to be read with the mail from a file that goes with it."""
    if part.get_content_type() not in {"text/plain", "text/html"} or part.is_multipart():
        return part.get_content_maintype() == "multipart"  # one that holds nothing, or was cut off
    return not file_name(part) and part.get_content_disposition() != "attachment"


def _name_of(part: Message, place: str) -> str:
    name = file_name(part)
    if name:
        return name
    if part.get_content_type() == "message/rfc822":
        subject = Mail(_bytes_of(part)[:HEADER_BYTES]).field("subject")
        return f"{subject.replace('/', '_')[:80] or place}.eml"
    return place + (_ENDINGS.guess_extension(part.get_content_type()) or (".txt" if part.is_multipart() else ""))


def body_of(part: Message, depth: int = 0) -> str:
    """Return what a person reads of a mail: of alternatives the plain text, else the HTML as text."""
    inner = _children(part)
    if not inner:
        return _said(part) if _is_text(part) else ""
    if depth > DEEPEST:
        return ""
    if part.get_content_type() == "multipart/alternative":
        return _best([(each, body_of(each, depth + 1)) for each in inner])
    said = (body_of(each, depth + 1).strip("\r\n") for each in inner)
    return "\n\n".join(each for each in said if each.strip())


def _best(alternatives: Sequence[tuple[Message, str]]) -> str:
    plain = next((text for part, text in alternatives if part.get_content_type() == "text/plain" and text.strip()), "")
    return plain or next((text for _, text in reversed(alternatives) if text.strip()), "")


def _bytes_of(part: Message) -> bytes:
    if part.is_multipart():  # a report of delivery: blocks of fields, which the parser takes for messages
        return b"\n".join(each.as_bytes() for each in part.get_payload() if isinstance(each, Message))
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _said(part: Message) -> str:
    text = (
        decoded(_bytes_of(part), parameter_of(part, "content-type", "charset")).replace("\r\n", "\n").replace("\0", "")
    )
    return plain_text(text) if part.get_content_type() == "text/html" else text


__all__ = ["BROKEN", "Address", "File", "Mail", "Mailbox", "leaves"]
