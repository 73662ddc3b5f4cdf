"""Chats of WhatsApp Web, saved as a page.

Each message is an element of class ``message-in`` or ``message-out``. What is written in it stands under
``data-pre-plain-text="[10:15 AM, 3/5/2024] Name: "``, which the page's own language words; pictures and recordings
without words have no such time. Whether 3/5 is in March or May is learned from all dates, or asked. What is quoted is
no part of a message. The head of the chat names it.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import unquote

from evidence_app.domain.events import Direction
from evidence_app.domain.exports import Attachment, Read
from evidence_app.domain.times import ClockReading, Precision
from evidence_app.intake.exports.chat_lines import MARKS, shown
from evidence_app.intake.exports.chat_sides import Sides, said
from evidence_app.intake.exports.clocks import PERIOD, hour_of, wall_time
from evidence_app.intake.exports.day_order import DayOrder, date_of, is_ambiguous
from evidence_app.intake.exports.hypertext import settable, text_of, tree_of
from evidence_app.intake.exports.mail import is_page_of_browser
from evidence_app.intake.exports.saved_page import LARGEST, is_page, page_of
from evidence_app.intake.exports.source import Source

if TYPE_CHECKING:
    from lxml.etree import _Element

_STAMPED = "data-pre-plain-text"
_CLOCK = (
    rf"(?P<before>{PERIOD})?\s?(?P<h>\d{{1,2}})[:.](?P<m>\d{{2}})(?:[:.](?P<s>\d{{2}}))?"
    rf"[\s{MARKS}]?(?P<after>{PERIOD})?"
)
_DAY = r"(?P<a>\d{1,4})(?P<sep>[./年-]|\. )\s?(?P<b>\d{1,2})(?:[./月-]|\. )\s?(?P<c>\d{1,4})[.日]?"
_STAMPS = tuple(
    re.compile(rf"[\s{MARKS}]*\[(?P<stamp>{both})\]\s*(?P<name>.{{0,200}}?)\s*[:：]?\s*$")
    for both in (rf"{_CLOCK},\s*{_DAY}", rf"{_DAY},\s*{_CLOCK}")
)
_WENT = {"message-in": Direction.IN, "message-out": Direction.OUT}
_WRITTEN, _QUOTED = "selectable-text", "quoted-mention"


def recognises(source: Source) -> bool:
    """Tell whether the file is such a page; its messages may stand far below its beginning."""
    if not (is_page_of_browser(source) or is_page(source)):
        return False
    if f"{_STAMPED}=" in source.text:
        return True
    is_named = "whatsapp" in source.text.lower() and source.path.stat().st_size <= LARGEST
    return is_named and f"{_STAMPED}=" in page_of(source)


def asks(source: Source) -> tuple[str, ...]:
    """Return that somebody has to say which way round days are, where the dates do not."""
    root = tree_of(page_of(source))
    if root is None or source.hints.day_first is not None:
        return ()
    return ("day-order",) if _order(root).is_open else ()


def read(source: Source) -> Iterator[Read]:
    """Yield every message. Raises Unreadable (too-large), OSError."""
    root = tree_of(page_of(source))
    if root is None:
        return
    order, told = _order(root), source.hints.day_first
    is_open = order.is_open and told is None
    day_first = bool(order.day_first if order.day_first is not None else told)
    title = _title(root) or _only_other(root)
    for number, (message, direction) in enumerate(_messages(root), 1):
        stamp = _stamp(message)
        time = _time(stamp, day_first) if stamp else None
        doubtful = stamp is not None and is_open and is_ambiguous((stamp["a"], stamp["b"], stamp["c"]))
        yield said(
            f"element:{number}",
            time,
            stamp["name"] if stamp else "",
            _words(message),
            Sides(title),
            direction=direction,
            attachments=_files(message),
            warning="day-order-assumed" if doubtful else "",
        )


def _messages(root: "_Element") -> Iterator[tuple["_Element", Direction]]:
    """Yield the messages in their order, and which way each went."""
    for each in root.iter():
        if isinstance(each.tag, str) and (
            went := next((_WENT[name] for name in _classes(each) if name in _WENT), None)
        ):
            yield each, went


def _classes(element: "_Element") -> list[str]:
    return (element.get("class") or "").split()


def _stamp(message: "_Element") -> re.Match[str] | None:
    said_on = next((words for each in message.iter() if (words := each.get(_STAMPED))), "")[:300]
    return next((found for each in _STAMPS if (found := each.match(said_on))), None)


def _order(root: "_Element") -> DayOrder:
    order = DayOrder()
    for message, _ in _messages(root):
        if stamp := _stamp(message):
            order.take((stamp["a"], stamp["b"], stamp["c"]), stamp["sep"])
    return order


def _time(stamp: re.Match[str], day_first: bool) -> ClockReading | None:
    hour = hour_of(int(stamp["h"]), stamp["before"] or stamp["after"] or "")
    day = date_of((stamp["a"], stamp["b"], stamp["c"]), day_first)
    wall: datetime | None = wall_time(day, (hour, int(stamp["m"]), int(stamp["s"] or 0)))
    precision = Precision.SECOND if stamp["s"] else Precision.MINUTE
    return shown(wall, stamp["stamp"], "whatsapp-page", precision)


def _words(message: "_Element") -> str:
    """Return what a message says itself; all that is read on one that has no words of its own."""
    own: list[str] = []
    waiting = [message]
    while waiting:
        each = waiting.pop()
        if not isinstance(each.tag, str) or _QUOTED in _classes(each):
            continue
        if _WRITTEN in _classes(each):
            own.append(_with_emoji(each))
        else:
            waiting.extend(reversed(each))
    return "\n".join(filter(None, own)) or text_of(message)


def _files(message: "_Element") -> tuple[Attachment, ...]:
    """Return the pictures that were saved beside the page; emoji are none."""
    shown_in = (each for each in message.iter("img") if not each.get("alt"))
    addresses = ((each.get("src") or "").strip() for each in shown_in)
    return tuple(Attachment(unquote(each)) for each in addresses if each and not re.match(r"[A-Za-z]+:|//|#", each))


def _with_emoji(element: "_Element") -> str:
    """Return the text of an element; emoji are pictures with a text of their own."""
    for each in element.iter("img"):
        each.tail = settable((each.get("alt") or "") + (each.tail or ""))
    return text_of(element)


def _only_other(root: "_Element") -> str:
    """Return who wrote what came in, if it was one person only."""
    stamps = (_stamp(message) for message, went in _messages(root) if went is Direction.IN)
    names = {stamp["name"] for stamp in stamps if stamp is not None}
    return names.pop() if len(names) == 1 else ""


def _title(root: "_Element") -> str:
    """Return the chat's name: what its head says first. The page's first head is that of the list of chats."""
    main = next((each for each in root.iter() if each.get("id") == "main"), None)
    head = next(iter(main.iter("header")), None) if main is not None else None
    if head is None:
        return ""
    named = (each for each in head.iter("span") if each.get("title") or each.get("dir"))
    return next((words for each in named if (words := " ".join("".join(each.itertext()).split()))), "")
