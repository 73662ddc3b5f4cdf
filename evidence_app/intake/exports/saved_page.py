"""Web pages that somebody saved: the chat with a service as HTML, or as the one file that Chrome makes of a page.

Most is only text: it becomes one note with all that is read on the page, so that it is found and shown. Where a part
of the page is a list of entries that each have a full time, and whose mark-up says who speaks or on which side, each
entry is a message, and the note holds the rest. Nothing is run, nothing fetched.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from email import message_from_bytes
from typing import TYPE_CHECKING
from urllib.parse import unquote

from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.exports import Attachment, Read, Record
from evidence_app.domain.times import ClockReading, Precision
from evidence_app.intake.exports.chat_lines import LONGEST_TEXT, shown
from evidence_app.intake.exports.chat_sides import Sides, said
from evidence_app.intake.exports.clocks import PERIOD, hour_of, wall_time
from evidence_app.intake.exports.hypertext import settable, text_of, tree_of
from evidence_app.intake.exports.mail import is_page_of_browser
from evidence_app.intake.exports.mail_message import BROKEN
from evidence_app.intake.exports.source import Source
from evidence_app.intake.inspection import Unreadable

if TYPE_CHECKING:
    from lxml.etree import _Element

LARGEST = 64 * 2**20
"""Bytes of a page with all its pictures written into it."""

_BEGINNING = re.compile(
    r"(?>\s+|<\?xml[^>]*>|<!--(?>.*?-->))*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_OFFICE = re.compile(r"urn:schemas-microsoft-com:office:(?:excel|spreadsheet)")
"""Of tables that are named xls: those are for whoever reads tables."""

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,30})", re.IGNORECASE)
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(\S{1,2000}) -->")
_INLINE_DATA = re.compile(r"data:[\w/+.-]{1,60};base64,[A-Za-z0-9+/=\s%]*")
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "big5-hkscs": "big5hkscs", "shift_jis": "cp932"}

_STAMP = re.compile(
    rf"\s*(?P<y>\d{{4}})[-/.年]\s?(?P<mo>\d{{1,2}})[-/.月]\s?(?P<d>\d{{1,2}})日?\s*(?:[TＴ]|\s)\s*(?P<before>{PERIOD})?\s?"
    rf"(?P<h>\d{{1,2}}):(?P<mi>\d{{2}})(?::(?P<s>\d{{2}}))?\s?(?P<after>{PERIOD})?\s*$"
)
"""``2025-02-22 08:15``, ``2025年2月22日 下午3:20``, ``2025/2/22T08:15:33``."""

_NAMES = frozenset({"name", "nick", "nickname", "username", "sender", "author", "speaker", "from"})
_MINE = frozenset({"right", "self", "mine", "me", "outgoing", "sent", "customer", "visitor", "client", "user", "own"})
_THEIRS = frozenset({"left", "other", "incoming", "received", "agent", "service", "staff", "kefu", "robot", "bot"})
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_FEWEST = 3
"""Entries of a list; of fewer, nobody can say that they are one."""

_DEEPEST = 80


def recognises(source: Source) -> bool:
    """Tell whether the file is a page of HTML, or one that Chrome saved with all it shows."""
    return is_page_of_browser(source) or is_page(source)


def is_page(source: Source) -> bool:
    """Tell whether the file begins as HTML does, and is no table of a spreadsheet."""
    return bool(_BEGINNING.match(source.text)) and not _OFFICE.search(source.text[:8192])


def read(source: Source) -> Iterator[Read]:
    """Yield what is read on the page: one note, and messages where its mark-up says that there are some.

    Raises Unreadable (too-large), OSError.
    """
    page = page_of(source)
    root = tree_of(_INLINE_DATA.sub("data:", page))
    if root is None:
        return
    title = " ".join("".join(root.xpath("//title//text()")[:1]).split())
    entries = _entries(root)
    messages = [_message(number, entry, title) for number, entry in enumerate(entries, 1)]
    for entry in entries:
        _take_out(entry.element)
    rest = text_of(root)
    if rest or not messages:
        yield _note(title, rest, page)
    yield from messages


def _note(title: str, text: str, page: str) -> Record:
    address = _SAVED_FROM.search(page[:4096])
    return Record(
        "page:1",
        EventKind.NOTE,
        party=title,
        text=text[:LONGEST_TEXT],
        reference=address[1] if address else "",
        warning="text-cut" if len(text) > LONGEST_TEXT else "",
    )


def page_of(source: Source) -> str:
    """Return the HTML of a saved page. Raises Unreadable (too-large), OSError."""
    if source.path.stat().st_size > LARGEST:
        raise Unreadable("too-large")
    data = source.path.read_bytes()
    if is_page_of_browser(source):
        return _page_in_mail(data)
    return _decoded(data, source.encoding)


def _page_in_mail(data: bytes) -> str:
    """Return the page out of what Chrome makes of it: a mail whose first HTML it is."""
    try:
        parts = [each for each in message_from_bytes(data).walk() if each.get_content_type() == "text/html"]
        found = parts[0].get_payload(decode=True) if parts else b""
    except BROKEN:
        return ""
    return _decoded(found, "utf-8") if isinstance(found, bytes) else ""


def _decoded(data: bytes, guessed: str) -> str:
    """Return a page's text: by its mark, as UTF-8 where it is, by what it says of itself, or as it looks."""
    if guessed.startswith("utf-16"):
        return data.decode(guessed, "replace").removeprefix("\ufeff")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    declared = _CHARSET.search(data[:4096])
    name = declared[1].decode("ascii").lower() if declared else guessed
    try:
        codec = codecs.lookup(_WIDER.get(name, name)).name
    except LookupError:
        codec = guessed
    return data.decode("utf-8" if codec.startswith("utf") else codec, "replace")


@dataclass(frozen=True, slots=True)
class _Entry:
    element: "_Element"
    stamp: "_Element"
    time: ClockReading
    direction: Direction
    speaker: "_Element | None"


def _entries(root: "_Element") -> list[_Entry]:
    """Return the entries of the page's list of messages, none where its mark-up does not say that there is one."""
    stamps = [(each, time) for each in root.iter() if isinstance(each.tag, str) and (time := _stamp_of(each))]
    held: dict[_Element, dict[_Element, list[tuple[_Element, ClockReading]]]] = {}
    for stamp, time in stamps:
        child = stamp
        for _, parent in zip(range(_DEEPEST), stamp.iterancestors(), strict=False):
            held.setdefault(parent, {}).setdefault(child, []).append((stamp, time))
            child = parent
    lists = [{child: at[0] for child, at in each.items() if len(at) == 1} for each in held.values()]
    best = max(lists, key=len, default={})
    entries = [_entry(element, *at) for element, at in best.items()]
    if len({each.direction for each in entries} - {Direction.NONE}) < 2:  # a word that all have is of the layout
        entries = [replace(each, direction=Direction.NONE) for each in entries]
    told = [each for each in entries if each.speaker is not None or each.direction is not Direction.NONE]
    return entries if len(entries) >= _FEWEST and len(told) * 2 > len(entries) else []


def _stamp_of(element: "_Element") -> ClockReading | None:
    """Return the time that an element says, if it says nothing else."""
    if len(element) or not element.text or len(element.text) > 60:
        return None
    found = _STAMP.match(element.text)
    if not found:
        return None
    hour = hour_of(int(found["h"]), found["before"] or found["after"] or "")
    wall: datetime | None = wall_time(
        (int(found["y"]), int(found["mo"]), int(found["d"])), (hour, int(found["mi"]), int(found["s"] or 0))
    )
    return shown(wall, found[0], "saved-page", Precision.SECOND if found["s"] else Precision.MINUTE)


def _entry(element: "_Element", stamp: "_Element", time: ClockReading) -> _Entry:
    named = (each for each in element.iter() if each is not stamp and _class_words(each) & _NAMES)
    speaker = next((each for each in named if "".join(each.itertext()).strip()), None)
    # The side is that of the entry, or of its parts: of what is further inside, words like these say other things.
    words = set().union(*map(_class_words, (element, *(each for each in element if each is not speaker))))
    mine, theirs = bool(words & _MINE), bool(words & _THEIRS)
    direction = Direction.NONE if mine == theirs else Direction.OUT if mine else Direction.IN
    return _Entry(element, stamp, time, direction, speaker)


def _class_words(element: "_Element") -> set[str]:
    named = " ".join((element.get("class") or "", element.get("data-role") or "", element.get("data-type") or ""))
    return {each.lower() for each in _WORDS.findall(named[:500])} if named.strip() else set()


def _message(number: int, entry: _Entry, title: str) -> Record:
    name = " ".join("".join(entry.speaker.itertext()).split()) if entry.speaker is not None else ""
    files = tuple(
        Attachment(unquote(address))
        for each in entry.element.iter("img")
        if (address := (each.get("src") or "").strip()) and not re.match(r"[a-z]+:|//|#", address, re.IGNORECASE)
    )
    for each in (entry.stamp, entry.speaker):
        if each is not None:
            _take_out(each)
    text = text_of(entry.element)
    return said(
        f"element:{number}",
        entry.time,
        name,
        text,
        Sides(title),
        direction=entry.direction,
        attachments=files,
    )


def _take_out(element: "_Element") -> None:
    """Take an element off the page; what follows it stays."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if element.tail and before is not None:
        before.tail = settable((before.tail or "") + element.tail)
    elif element.tail:
        parent.text = settable((parent.text or "") + element.tail)
    parent.remove(element)
