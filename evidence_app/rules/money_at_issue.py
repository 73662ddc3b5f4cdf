"""Which payments of a bill bear on a dispute whose money went to somebody else: a shop, a thief, who took a fee. Pure.

By what they do is data, ``resources/law/money_at_issue.toml``: names and sums that are spoken of, words, hours.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import Any

from evidence_app.domain.disputes import Dispute, DisputeType
from evidence_app.domain.events import MOVES_MONEY, EventKind, Outcome
from evidence_app.domain.happenings import Happening, Origin
from evidence_app.rules.evidence_words import is_said
from evidence_app.rules.law_files import read_law
from evidence_app.rules.named_sums import sums_in
from evidence_app.rules.parties import TALK, OtherSide, brands_of, called
from evidence_app.rules.stated import Stated

LEAST_NAME = 2
"""Characters of a Chinese name that is looked for in what was said."""

LEAST_LETTERS = 3
"""Letters of one: two are in any word. Shorter names are looked for in quotation marks."""

_QUOTED = re.compile(r"[“「『\"]([^“”「」『』\"]{1,2})[”」』\"]")


@dataclass(frozen=True, slots=True)
class Bearing:
    """By what, besides names and the amount in dispute, payments bear on one kind of dispute."""

    sums_said: bool = False
    refunds: bool = False
    unmoved: bool = False
    words: tuple[str, ...] = ()
    days: int = 0
    trouble: tuple[str, ...] = ()
    hours: int = 0


@dataclass(frozen=True, slots=True)
class _Law:
    kinds: Mapping[DisputeType, Bearing]
    nobodys: frozenset[str]


@lru_cache(maxsize=1)
def _law() -> _Law:
    return read_law("money_at_issue.toml", _law_of)


def _law_of(table: Mapping[str, Any]) -> _Law:
    names = table["names"]
    kinds = {DisputeType(kind): _bearing(by) for kind, by in table.items() if by is not names}
    return _Law(kinds, frozenset(map(called, names["nobodys"])))


def _bearing(by: Mapping[str, Any]) -> Bearing:
    return Bearing(
        by.get("sums_said", False),
        by.get("refunds", False),
        by.get("unmoved", False),
        tuple(by.get("words", ())),
        by.get("days", 0),
        tuple(by.get("trouble", ())),
        by.get("hours", 0),
    )


def bearing_on(kind: DisputeType) -> Bearing | None:
    """Return by what payments bear on a kind of dispute, None where it is not about money that went elsewhere."""
    return _law().kinds.get(kind)


@dataclass(frozen=True)
class MoneyAtIssue:
    """By what payments to anybody are known as those that a dispute is about.

    ``said`` are all words in which somebody may be named, as `called` writes them, ``quoted`` what stands there in
    quotation marks; ``names`` those of the institution; ``sums`` those in dispute. ``talked`` are the days of the talk
    with the other side, in order, ``moments`` the times of the trouble, ``days`` its days where no time is known.
    ``is_unknown`` says that nothing tells which payments it is about: then any may be.
    """

    by: Bearing = field(default_factory=Bearing)
    said: str = ""
    quoted: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    sums: frozenset[Decimal] = frozenset()
    talked: Sequence[date] = ()
    moments: Sequence[datetime] = ()
    days: AbstractSet[date] = frozenset()
    is_unknown: bool = False

    def is_about(self, each: Happening) -> bool:
        """Tell it of a payment."""
        if self.is_unknown or each.amount in self.sums or self.is_named(each.party):
            return True
        return self._is_in_trouble(each) or self._speaks_of_it(each)

    def is_named(self, party: str) -> bool:
        """Tell whether somebody is spoken of, once of everybody: a bill has few shops and many rows."""
        if party not in self._answers:
            # a hidden name (***) has no letters, and may stand anywhere
            brands = [name for name in brands_of(party, 1) if any(map(str.isalpha, name))]
            self._answers[party] = any(name in self.names or self._is_said(name) for name in brands)
        return self._answers[party]

    def _is_said(self, name: str) -> bool:
        if name in _law().nobodys:
            return False
        is_long = len(name) >= (LEAST_LETTERS if name.isascii() else LEAST_NAME)
        return name in self.said if is_long else name in self.quoted

    def _is_in_trouble(self, each: Happening) -> bool:
        at, day = each.clock_at, each.day
        if at is None or day in self.days:
            return day in self.days or day in self._days_of_moments
        around = timedelta(hours=self.by.hours)
        place = bisect_left(self.moments, at - around)
        return place < len(self.moments) and self.moments[place] <= at + around

    def _speaks_of_it(self, each: Happening) -> bool:
        if not any(is_said(name, f"{each.party} {each.text}") for name in self.by.words):
            return False
        if not self.talked or each.day is None:
            return True
        around = timedelta(days=self.by.days)
        place = bisect_left(self.talked, each.day - around)
        return place < len(self.talked) and self.talked[place] <= each.day + around

    @cached_property
    def _days_of_moments(self) -> frozenset[date]:
        return frozenset(each.date() for each in self.moments)

    @cached_property
    def _answers(self) -> dict[str, bool]:
        return {}


NOTHING_AT_ISSUE = MoneyAtIssue()
"""Of a dispute that is not about money that went to somebody else."""


def money_at_issue(dispute: Dispute, happenings: Sequence[Happening], stated: Stated, side: OtherSide) -> MoneyAtIssue:
    """Return by what the payments of a dispute are known; ``side`` are all who speak for the other."""
    by = bearing_on(dispute.type)
    if by is None:
        return NOTHING_AT_ISSUE
    talk = [each for each in happenings if _is_heard(each, side)]
    words = [
        *_stated_words(dispute, stated),
        *(words for each in talk for words in (each.words, each.promise, each.body)),
    ]
    found = MoneyAtIssue(
        by,
        "\n".join(map(called, words)),
        frozenset(called(name) for each in words for name in _QUOTED.findall(each)),
        side.names,
        talked=sorted({each.day for each in talk if each.day is not None}) if by.words else (),
    )
    sums = {*_stated_sums(dispute, stated, happenings), *_sums_of_the_matter(happenings, found, side)}
    sums |= {each.amount for said in words for each in sums_in(said)} if by.sums_said else set()
    return _with_trouble(found, frozenset(each for each in sums if each), dispute, happenings, talk)


def _with_trouble(
    found: MoneyAtIssue,
    sums: frozenset[Decimal],
    dispute: Dispute,
    happenings: Sequence[Happening],
    talk: Sequence[Happening],
) -> MoneyAtIssue:
    """Return it with its sums and when the trouble was: as it was told of, or as money of these sums left."""
    found = replace(found, sums=sums)
    if not found.by.trouble:
        return found
    told = [each for each in talk if _tells_of_trouble(each, found.by)]
    told += [each for each in happenings if each.kind in MOVES_MONEY and each.amount in sums]
    moments = sorted(at for each in told if (at := each.clock_at) is not None)
    days = {each.day for each in told if each.clock_at is None} | {dispute.disputed_since}
    days.discard(None)
    return replace(
        found,
        moments=moments,
        days=frozenset(day for day in days if day is not None),
        is_unknown=not (sums or moments or days),
    )


def _tells_of_trouble(each: Happening, by: Bearing) -> bool:
    return any(is_said(name, each.words) for name in by.trouble)


def _stated_sums(dispute: Dispute, stated: Stated, happenings: Iterable[Happening]) -> Iterator[Decimal | None]:
    loan = stated.loan
    yield from (dispute.amount, loan.principal if loan else None)
    of_loan = {*loan.paid_out, *loan.payments, *loan.fees} if loan else frozenset[str]()
    yield from (each.amount for each in happenings if each.kind in MOVES_MONEY and each.event_id in of_loan)


def _sums_of_the_matter(
    happenings: Iterable[Happening], found: MoneyAtIssue, side: OtherSide
) -> Iterator[Decimal | None]:
    """Yield the sums of instalments of the plan and of refunds, or of what did not arrive, and not somebody else's."""
    for each in happenings:
        if each.kind not in MOVES_MONEY:
            continue
        is_theirs = side.takes_money(each.party, each.number)
        is_own = each.origin is Origin.PERSON
        if each.kind is EventKind.REPAYMENT:
            counts = found.by.refunds and (is_theirs or is_own or not each.other)  # a plan names nobody
        elif each.outcome is Outcome.REFUNDED:
            counts = found.by.refunds and (is_theirs or is_own or found.is_named(each.party))
        else:
            counts = found.by.unmoved and each.outcome in _UNMOVED and (is_theirs or is_own)
        if counts:
            yield each.amount


_UNMOVED = frozenset({Outcome.FAILED, Outcome.PENDING, Outcome.CLOSED})


def _stated_words(dispute: Dispute, stated: Stated) -> Iterator[str]:
    yield from (dispute.title, dispute.summary, *dispute.demands)
    for complaint in stated.complaints:
        yield from (complaint.body, complaint.demand, complaint.reply)
    for letter in stated.letters:
        yield from (letter.body, letter.title, letter.text)
    yield from (mark.note for mark in stated.marks)
    yield from (answer.note for answer in stated.checklist)


def _is_heard(each: Happening, side: OtherSide) -> bool:
    """Tell whether a person noted it, or it was said with the other side; never what friends wrote in an export."""
    if each.kind in MOVES_MONEY:
        return False
    is_talk = each.kind in TALK and (
        side.has(each.party, each.number) or (each.origin is Origin.PICTURE and side.may_speak(each))
    )
    return each.origin is Origin.PERSON or is_talk or each.kind in (EventKind.COMPLAINT, EventKind.PROMISE)
