"""Which numbers the other side itself names as its own, in its messages and on its pages: proposed to a person. Pure.

Nothing counts by this alone: impostors name hotlines, too.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from evidence_app.characters import simplified
from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.happenings import Happening
from evidence_app.domain.pages import FilePage
from evidence_app.rules.parties import OtherSide, called, known_as

AROUND = 16
"""Characters before a number in which it is called a hotline, or somebody else's."""

_NUMBER = re.compile(r"(?<![\d.,*#])(?:\+|00)?\d[\d \-()]{3,18}\d(?![\d.,*]\d|\d)")
_LONG = re.compile(r"\d[\d \-()]{3}")
"""What every number has: quickly found, or not."""

_CALLED = re.compile(
    r"热线|客服|电话|致电|拨打|来电|联系|专线|洽|hotline|helpline|call|phone|tel|contact|customer serv|support",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"诈|骗|冒充|谨防|警|公安|监管|银保|消协|消费者|投诉.{0,4}(?:监管|局)|尾号|账户|卡号|单号|编号|验证码|工号|您的|"
    r"police|fraud|scam|regulator|ending|account|reference|code",
    re.IGNORECASE,
)


def named_by_them(happenings: Iterable[Happening], pages: Sequence[FilePage], side: OtherSide) -> Mapping[str, str]:
    """Return the numbers that the other side names, as `known_as` writes them, each with the first event that does."""
    found: dict[str, str] = {}
    for event_id, words in (*_messages(happenings, side), *_pages(pages, side)):
        for number in hotlines_in(words):
            found.setdefault(known_as(number, side.region), event_id)
    return found


def hotlines_in(words: str) -> Iterator[str]:
    """Yield the numbers that a text calls somebody's own hotline."""
    for number in _NUMBER.finditer(words) if _LONG.search(words) else ():
        before = simplified(re.split(r"[。！？!?;；\n]", words[max(0, number.start() - AROUND) : number.start()])[-1])
        if _CALLED.search(before) and not _OTHERS.search(before):
            yield number[0]


def _messages(happenings: Iterable[Happening], side: OtherSide) -> Iterator[tuple[str, str]]:
    for each in happenings:
        is_theirs = each.kind is EventKind.MESSAGE and each.direction is Direction.IN
        if is_theirs and side.has(each.party, each.number):
            yield each.event_id, each.words


def _pages(pages: Sequence[FilePage], side: OtherSide) -> Iterator[tuple[str, str]]:
    """Yield the words of pages that bear one of its names: its app's, a contract's."""
    for each in pages:
        said = called(each.words) if each.words else ""
        if any(len(name) >= LEAST_NAME and name in said for name in side.names):
            yield each.event_id, each.words


LEAST_NAME = 3
"""Characters of a name that says whose page it is."""
