"""Words of mails whatever they are encoded in: header fields, names of files, addresses, dates, texts."""

import base64
import binascii
import codecs
import quopri
import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from email.message import Message
from email.utils import getaddresses, parsedate_tz
from typing import NamedTuple

from evidence_app.domain.times import ClockReading, Precision
from evidence_app.intake.exports.values import stated

LONGEST_FIELD = 64 * 2**10
"""Characters looked at in one header field: some hundred recipients."""

MOST_ADDRESSES = 200

ALIASES = {
    **dict.fromkeys(("gb2312", "gbk", "gb_2312-80", "gb18030", "cp936", "x-gbk", "csgb2312", "euc-cn"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "cn-big5", "x-big5", "cp950"), "big5hkscs"),
    "unicode-1-1-utf-7": "utf-7",
    **dict.fromkeys(("ascii", "us-ascii", "ansi_x3.4-1968", "default", "unknown-8bit", "x-unknown", "8bit"), ""),
}
"""What a mail means by the name of an encoding: who says GB2312 writes GB 18030; empty where it says nothing."""

GUESSES = ("utf-8", "gb18030", "big5hkscs")
"""In this order, where nothing is said or what is said does not fit."""

_ENCODED = re.compile(r"=\?([^?\s]{1,40})\?([BbQq])\?([^?]*)\?=")


def decoded(data: bytes, charset: str = "") -> str:
    """Return bytes as text: as is said, else as fits, else with what does not fit marked."""
    said = ALIASES.get(charset.strip("\"' ").lower(), charset.strip("\"' ").lower())
    for encoding in (said, *GUESSES):
        try:
            codec = codecs.lookup(encoding) if encoding else None
            if codec is not None and codec._is_text_encoding:  # noqa: SLF001 - "rot13" and "zip" are codecs, too
                return data.decode(encoding)
        except (LookupError, UnicodeError, ValueError):
            continue
    return data.decode("utf-8", "replace")


def raw_text(field: str) -> str:
    """Return a field as it was written, its bytes read as text; the parser keeps them as surrogates."""
    if field.isascii():
        return field
    return decoded(field.encode("utf-8", "surrogateescape"))


def words(field: str) -> str:
    """Return a field on one line with its encoded words (RFC 2047) read, also those cut inside a character."""
    text = " ".join(raw_text(field[:LONGEST_FIELD]).split())
    out: list[str] = []
    at, waiting, charset = 0, b"", ""
    for match in _ENCODED.finditer(text):
        between = text[at : match.start()]
        if between.strip() or (waiting and match[1].lower() != charset):
            out.append(decoded(waiting, charset) if waiting else "")
            waiting = b""
        if between.strip() or not out and not waiting:
            out.append(between)
        charset = match[1].lower().partition("*")[0]
        waiting += _word_bytes(match[2], match[3])
        at = match.end()
    out.append(decoded(waiting, charset) if waiting else "")
    out.append(text[at:])
    return " ".join("".join(out).split())


def _word_bytes(kind: str, text: str) -> bytes:
    raw = text.encode("utf-8", "replace")
    if kind in "Qq":
        return quopri.decodestring(raw, header=True)
    try:
        return base64.b64decode(raw + b"=" * (-len(raw) % 4))
    except (binascii.Error, ValueError):
        return b""


class Address(NamedTuple):
    """Whom a field names; the name is empty where none is shown."""

    name: str
    address: str


def addresses(fields: Sequence[str]) -> list[Address]:
    """Return the addresses in header fields, in their order."""
    shown = [" ".join(raw_text(field[:LONGEST_FIELD]).split()) for field in fields]
    found = getaddresses(shown)[:MOST_ADDRESSES]
    return [Address(_name(name, address), address.strip()) for name, address in found if name or address]


def _name(name: str, address: str) -> str:
    shown = words(name).strip("\"' ")
    return "" if shown.lower() == address.lower() else shown


_ZONE = re.compile(r"(?:[+-]\d{4}|\b(?:UTC?|GMT|[ECMP][SD]T|Z))\s*(?:\(.*\))?\s*$")
_PLAIN = re.compile(
    r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})[ T]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*(?:([+-])(\d{2}):?(\d{2}))?"
)
"""``2025-02-22 08:15:33``, ``2025/2/22T08:15 +0800``."""


def date_of(field: str, origin: str = "mail-date") -> ClockReading | None:
    """Return when a Date field says (RFC 5322, 3.3, and plainer dates that programs write); None if it says nothing."""
    text = words(field)[:200]
    parsed = parsedate_tz(text)
    if parsed is None:
        return _plain_date(text, origin)
    offset_s = parsed[9] if _ZONE.search(text) else None
    try:
        wall = datetime(*parsed[:6])
    except (ValueError, OverflowError):
        return _plain_date(text, origin)
    if offset_s is not None and abs(offset_s) >= timedelta(days=1).total_seconds():
        offset_s = None
    return stated(wall, offset_min=None if offset_s is None else offset_s // 60, origin=origin, words=text)


def _plain_date(text: str, origin: str) -> ClockReading | None:
    match = _PLAIN.search(text)
    if match is None:
        return None
    try:
        year, month, day, hour, minute, second = (int(match[part] or 0) for part in range(1, 7))
        wall = datetime(year, month, day, hour, minute, second)
    except ValueError:
        return None
    offset = None if match[7] is None else int(match[7] + "1") * (int(match[8]) * 60 + int(match[9]))
    if offset is not None and abs(offset) >= 24 * 60:
        offset = None
    return stated(
        wall, Precision.SECOND if match[6] else Precision.MINUTE, offset_min=offset, origin=origin, words=text
    )


def file_name(part: Message) -> str:
    """Return the name that a part gives to its file, in any of the ways in which programs write it; may be empty."""
    for header, parameter in (("content-disposition", "filename"), ("content-type", "name")):
        found = parameter_of(part, header, parameter)
        if found:
            return found.replace("\\", "/").rpartition("/")[2]
    return ""


def parameter_of(part: Message, header: str, parameter: str) -> str:
    """Return a parameter of a part's header field, empty if it has none."""
    field = next((str(value) for name, value in part.raw_items() if name.lower() == header), "")
    if not field:
        return ""
    clean = Message()
    clean[header] = " ".join(raw_text(field[:LONGEST_FIELD]).split())
    value = clean.get_param(parameter, "", header)
    if isinstance(value, tuple):  # RFC 2231: encoding, language, bytes
        return decoded(value[2].encode("latin-1", "replace"), value[0] or "")
    return words(str(value)).strip("\"' ")
