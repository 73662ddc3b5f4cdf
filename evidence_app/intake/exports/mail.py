"""Saved mails: one (``.eml``, RFC 5322; ``.emlx`` of Apple), or a whole folder in one file (``mbox``, RFC 4155)."""

import re
from collections.abc import Iterator
from contextlib import suppress

from evidence_app.domain.exports import Attachment, Read, Unread
from evidence_app.intake.exports.mail_message import BROKEN, DELIVERED, SENT_LABELS, Mail, Mailbox
from evidence_app.intake.exports.mail_words import addresses, decoded
from evidence_app.intake.exports.source import Part, Source

LARGEST_MAIL = 256 * 2**20
"""Bytes of one mail: ten times what the largest mail services carry."""

LONGEST_LINE = 2**20

_FIELD = re.compile(rb"[!-9;-~]{1,100}[ \t]*:")
_KNOWN = re.compile(
    rb"^(?:from|to|date|subject|message-id|received|return-path|delivered-to|mime-version|sender|reply-to|"
    rb"x-[!-9;-~]+|dkim-signature|arc-[!-9;-~]+|content-type)[ \t]*:",
    re.IGNORECASE | re.MULTILINE,
)
_TELLING = frozenset({b"from", b"date", b"message-id", b"received", b"to"})
_SEPARATOR = re.compile(rb"From .*\d{1,2}:\d{2}.*\b\d{4}\b|From \S+@\S+|From MAILER-DAEMON|From - ")
_QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)
_PAGE = re.compile(rb"^(?:from:[^\n]*<saved by |snapshot-content-location:)", re.IGNORECASE | re.MULTILINE)
_APPLE_LENGTH = re.compile(rb"\d{1,10} *\r?\n")


def recognises_mail(source: Source) -> bool:
    """Tell whether the file is one mail: it begins with header fields that only mails have together."""
    if is_page_of_browser(source):
        return False
    head = source.head.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    if length := _APPLE_LENGTH.match(head):
        head = head[length.end() :]
    return _begins_as_mail(head)


def is_page_of_browser(source: Source) -> bool:
    """Tell whether the file is a page that Chrome saved with all it shows: written like a mail, and none."""
    return bool(_PAGE.search(source.head[:4096]))


def recognises_mailbox(source: Source) -> bool:
    """Tell whether the file is a folder of mails: a line of the old UNIX kind, and header fields below it."""
    first, _, rest = source.head.lstrip(b"\r\n").partition(b"\n")
    return bool(_SEPARATOR.match(first)) and _begins_as_mail(rest)


def _begins_as_mail(head: bytes) -> bool:
    header = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    if not _FIELD.match(header):
        return False
    names = {name.rstrip(b" \t:").lower() for name in _KNOWN.findall(header)}
    return len(names) >= 2 and bool(names & _TELLING)


def read_mail(source: Source) -> Iterator[Read]:
    """Yield the one mail."""
    yield _read(one(source), "element:1", 1, _box(source))


def mail_parts(source: Source) -> Iterator[Part]:
    """Yield the files in the one mail."""
    yield from _parts(one(source), 1)


def head_of(source: Source) -> Mail:
    """Return the mail that a file of its own is, as its first bytes have it: its header. Raises what `BROKEN` says."""
    return Mail(_of_mail(source.head))


def one(source: Source) -> bytes | None:
    """Return the bytes of a mail that is a file of its own, None if they are too many. Raises OSError."""
    with source.path.open("rb") as file:
        data = file.read(LARGEST_MAIL + 1)
    if len(data) > LARGEST_MAIL:
        return None
    return _of_mail(data)


def _of_mail(data: bytes) -> bytes:
    """Return the bytes of a file without what stands before a mail, and behind one of Apple's."""
    data = data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    if length := _APPLE_LENGTH.match(data):
        return data[length.end() :][: int(length[0])]
    return data


def read_mailbox(source: Source) -> Iterator[Read]:
    """Yield the mails of a folder in their order; the note that some servers keep in it is none."""
    box = _box(source)
    for number, data in enumerate(mails(source), 1):
        if data is None or not _is_servers_note(data):
            yield _read(data, f"element:{number}", number, box)


def mailbox_parts(source: Source) -> Iterator[Part]:
    """Yield the files in the mails of a folder."""
    for number, data in enumerate(mails(source), 1):
        yield from _parts(data, number)


def mails(source: Source) -> Iterator[bytes | None]:
    """Yield the bytes of each mail of a folder, without the line before it; None for one that is too large.

    A line that begins with ``From`` begins a mail where an empty one is before it and a header field below it. Lines
    that the folder's writer quoted (``>From``) are as they were.
    """
    held: list[bytes] = []
    size, waiting = 0, b""
    for line, begins in _lines(source):
        if waiting and begins and _FIELD.match(line):
            if held:
                yield _whole(held, size)
            held, size, waiting = [], 0, b""
        elif waiting:
            held.append(waiting)
            size, waiting = size + len(waiting), b""
        if begins and _SEPARATOR.match(line) and (not held or not held[-1].strip()):
            waiting = line
            continue
        size += len(line)
        if size <= LARGEST_MAIL:
            held.append(line)
    if waiting:
        held.append(waiting)
    if held:
        yield _whole(held, size)


def _whole(lines: list[bytes], size: int) -> bytes | None:
    if size > LARGEST_MAIL:
        return None
    return _QUOTED_FROM.sub(rb"\1", b"".join(lines))


def _lines(source: Source) -> Iterator[tuple[bytes, bool]]:
    """Yield every line with its end, very long ones in pieces; and whether it is a line's beginning."""
    begins = True
    with source.path.open("rb") as file:
        while line := file.readline(LONGEST_LINE):
            yield line, begins
            begins = line.endswith(b"\n")


def _is_servers_note(data: bytes) -> bool:
    return b"FOLDER INTERNAL DATA" in data[:2000] and b"X-IMAP" in data[:2000]


def _box(source: Source) -> Mailbox:
    """Return whose mails these are, as servers wrote it into them; two boxes that were joined are one person's."""
    own = source.hints.owner.strip().lower()
    fields = re.compile(b"(?:%b)[ \t]*:" % "|".join(DELIVERED).encode(), re.IGNORECASE)
    found: dict[str, None] = dict.fromkeys((own, *source.sides.own))
    for line, begins in _lines(source):
        if begins and line[:1] in b"dDxXeE" and (match := fields.match(line)):
            found.update(dict.fromkeys(each.address.lower() for each in addresses([decoded(line[match.end() :])])))
        if len(found) > 20:  # no person's own: a server's whole store
            return Mailbox(sent=_is_sent(source), theirs=source.sides.theirs, names=source.sides.names)
    return Mailbox(frozenset(found) - {""}, _is_sent(source), source.sides.theirs, source.sides.names)


def _is_sent(source: Source) -> bool:
    return bool(SENT_LABELS.fullmatch(source.file_name.rpartition(".")[0] or source.file_name))


def _read(data: bytes | None, place: str, number: int, box: Mailbox) -> Read:
    if data is None:
        return Unread(place, "record-too-large")
    try:
        mail = Mail(data)
        if mail.is_one:
            return mail.record(place, number, box)
    except BROKEN:
        return Unread(place, "record-damaged", decoded(data[:200]))
    return Unread(place, "record-damaged", decoded(data[:200]))


def _parts(data: bytes | None, number: int) -> Iterator[Part]:
    """Yield the files in one mail; nothing for one that cannot be read, of which the record says so."""
    with suppress(*BROKEN):
        for file in Mail(data or b"").files():
            yield Part(Attachment(file.name, f"{number}/{file.part}"), file.data())
