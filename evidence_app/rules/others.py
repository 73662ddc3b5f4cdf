"""What of imported exports is with other people: a whole phone holds a mother's messages, too. Pure.

Who is the other side is told by `parties` only. Nothing is other people's that somebody typed or that was read off a
picture, nor what somebody marked, confirmed by itself or changed. What was accepted along with all that waited is no
such choice, nor are the agent ID and the promise that it left in the event. Nor is a mail other people's that is a file
of its own: the merchant's word that it cancelled was added for this dispute, and brings nobody else along. Very many of
them are a mailbox, saved mail by mail.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain

from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import MOVES_MONEY, Direction, EventKind
from evidence_app.domain.happenings import Happening, Origin
from evidence_app.phrases import Language
from evidence_app.rules.claim import naming
from evidence_app.rules.law import bodies, body
from evidence_app.rules.money_at_issue import MoneyAtIssue, money_at_issue
from evidence_app.rules.parties import TALK, OtherSide, called, is_company, known_as, other_side_of, stated_as
from evidence_app.rules.stated import Stated
from evidence_app.rules.telling import Known, tells_of_refund

LEAST_PARTS = 2
"""Characters of a name that is looked for in the words of a payment."""

SHORTEST_NUMBER = 5
"""Characters of a number by which a message is of the matter: shorter ones stand in any."""

MOST_LETTERS = 20
"""Mails of other people, each a file of its own, that somebody picked for a dispute; more are their mailbox."""

_DIALLED = re.compile(r"(?<![\d.])\d{5,}(?![\d.])")
"""A body's number in the words that say how it is reached: 12378."""


@dataclass(frozen=True, slots=True)
class Others:
    """What is with other people among a dispute's imported events.

    ``people`` is by event with whom it is, as `known_as` writes it, empty where nobody is named. ``shown`` are the
    names and numbers of the other side that its events bear, the most frequent first. ``is_known`` tells whether any
    are the other side's, ``is_answered`` whether somebody said which numbers are: only then are the others other
    people's for certain. ``naming`` are those of ``people`` that name the amount in dispute or a number of the matter:
    what stays out by mistake is likely to.
    """

    people: Mapping[str, str] = field(default_factory=dict)
    shown: tuple[str, ...] = ()
    is_known: bool = False
    is_answered: bool = False
    naming: AbstractSet[str] = frozenset()

    def of(self, event_ids: Iterable[str]) -> tuple[int, int]:
        """Return how many of some events are with other people, and with how many people."""
        found = [self.people[each] for each in event_ids if each in self.people]
        return len(found), len(set(found) - {""})


NO_OTHERS = Others()


def others_of(
    dispute: Dispute, happenings: Sequence[Happening], stated: Stated, touched: AbstractSet[str] = frozenset()
) -> Others:
    """Return what of a dispute's imported events is with other people; ``touched`` are those that somebody changed.

    Calls and messages are by with whom they were. So are payments; those of the amount in dispute, of the stated loan,
    and those that name the institution never are. Where the money of the dispute went to somebody else (a shop, a
    thief), those that bear on it never are, either: see `MoneyAtIssue`.
    """
    imported = [each for each in happenings if each.origin is Origin.EXPORT]
    side = correspondents_of(dispute, stated)
    theirs = {each.event_id for each in imported if each.kind in TALK and side.has(each.party, each.number)}
    kept = accepted(stated) | touched
    judged = _Judged(
        dispute,
        side,
        _parts(imported, theirs, side.region),
        money_at_issue(dispute, happenings, stated, side),
        _letters(imported, theirs),
    )
    people = {
        each.event_id: known_as(each.other, side.region) if each.other else ""
        for each in imported
        if each.event_id not in theirs and each.event_id not in kept and judged.is_with_others(each)
    }
    known = stated.institution
    is_answered = bool(stated.not_theirs) or (known is not None and bool(known.numbers))
    apart = [each for each in imported if each.event_id in people and each.kind in TALK]
    bearing = frozenset(_naming(dispute, stated, apart))
    return Others(people, _shown(imported, theirs), bool(theirs) or is_answered, is_answered, bearing)


def _naming(dispute: Dispute, stated: Stated, apart: Sequence[Happening]) -> Iterable[str]:
    """Yield the calls and messages that name the amount in dispute, or a number that is kept of the matter."""
    if dispute.amount:
        yield from naming(dispute.amount, dispute.currency, apart)
    kept = {each.value for each in stated.references} | {each.reference for each in stated.complaints}
    numbers = "|".join(re.escape(each) for each in kept if len(each) >= SHORTEST_NUMBER and each.isascii())
    if numbers:
        named = re.compile(rf"(?<![A-Za-z\d])(?:{numbers})(?![A-Za-z\d])", re.IGNORECASE)
        yield from (each.event_id for each in apart if named.search(each.text))


def correspondents_of(dispute: Dispute, stated: Stated) -> OtherSide:
    """Return the other side with all by whom it speaks: its channels and agents, and the bodies complained to."""
    known = stated.institution
    places = [each.value for each in stated.channels]
    names = [name for card in stated.agents for name in card.names]
    side = other_side_of(dispute, known)
    numbers = {stated_as(each, side.region) for each in (*places, *names, *_bodies(stated)) if each.strip()}
    domains = frozenset(each.casefold().strip("@. ") for each in (known.domains if known else ()))
    return OtherSide(side.names, side.numbers | (numbers - {""}), side.region, domains - {""})


def accepted(stated: Stated) -> frozenset[str]:
    """Return the events that a person took for evidence: see `Stated.accepted`."""
    return stated.accepted


def _bodies(stated: Stated) -> Iterable[str]:
    """Yield the names of bodies that were complained to, and the numbers of all that take complaints."""
    for each in stated.complaints:
        known = body(each.body)
        yield from (known.name[language] for language in Language) if known else (each.body,)
    yield from hotlines()


@lru_cache(maxsize=1)
def hotlines() -> frozenset[str]:
    """Return the numbers under which bodies take complaints: who calls them speaks of no private matter."""
    routes = (each.route[language] for each in bodies() for language in Language)
    return frozenset(chain.from_iterable(map(_DIALLED.findall, routes)))


def _letters(imported: Iterable[Happening], theirs: AbstractSet[str]) -> frozenset[str]:
    """Return the exhibits that are one mail of somebody else and nothing more; none where these are a mailbox."""
    records: defaultdict[str, list[Happening]] = defaultdict(list)
    for each in imported:
        for exhibit_id in each.exhibit_ids:
            records[exhibit_id].append(each)
    alone = {exhibit_id: held[0] for exhibit_id, held in records.items() if len(held) == 1}
    letters = {
        exhibit_id
        for exhibit_id, each in alone.items()
        if each.kind is EventKind.MESSAGE and "@" in each.number and each.event_id not in theirs
    }
    return frozenset(letters) if len(letters) <= MOST_LETTERS else frozenset()


@dataclass(frozen=True, slots=True)
class _Parts:
    """Who speaks in an export, how many of them are the other side, and who else; and the IDs of its agents."""

    theirs: AbstractSet[str]
    others: Mapping[str, AbstractSet[str]]
    agents: AbstractSet[str] = frozenset()

    def is_between_two(self, each: Happening) -> bool:
        """Tell whether an export is a conversation with the other side: at most one other name is in it."""
        return all(one in self.theirs and len(self.others.get(one, ())) <= 1 for one in each.exhibit_ids)

    def is_with_nobody_else(self, each: Happening) -> bool:
        """Tell whether nobody but the other side is named in an export."""
        return all(one in self.theirs and not self.others.get(one) for one in each.exhibit_ids)


def _parts(imported: Sequence[Happening], theirs: AbstractSet[str], region: str) -> _Parts:
    with_theirs: set[str] = set()
    others: defaultdict[str, set[str]] = defaultdict(set)
    for each in imported:
        if each.kind not in TALK:
            continue
        for exhibit_id in each.exhibit_ids:
            if each.event_id in theirs:
                with_theirs.add(exhibit_id)
            elif each.other:
                others[exhibit_id].add(known_as(each.other, region))
    agents = {each.agent_id for each in imported if each.event_id in theirs and each.agent_id}
    return _Parts(with_theirs, others, agents)


@dataclass(frozen=True, slots=True)
class _Judged:
    dispute: Dispute
    side: OtherSide
    parts: _Parts
    money: MoneyAtIssue
    letters: AbstractSet[str] = frozenset()

    def is_with_others(self, each: Happening) -> bool:
        """Tell it of an imported event that is neither the other side's nor taken for evidence by anybody."""
        if each.kind in TALK:
            return self._is_talk(each)
        return each.kind in MOVES_MONEY and self._is_money(each)

    def _is_talk(self, each: Happening) -> bool:
        if not self.letters.isdisjoint(each.exhibit_ids) or self._tells_of_refund(each):
            return False
        if not each.other:  # a hidden number's call names nobody
            return each.kind is EventKind.MESSAGE and not self.parts.is_with_nobody_else(each)
        if each.agent_id in self.parts.agents and self.side.may_speak(each):
            return False
        # whose export does not tell the two sides apart, bears both names
        return each.direction is not Direction.NONE or not self.parts.is_between_two(each)

    def _tells_of_refund(self, each: Happening) -> bool:
        """Tell whether the shop or the first lender says that it refunded what is in dispute: letters tell it, too."""
        return tells_of_refund(each, Known(self.side, kind=self.dispute.type, amount=self.dispute.amount))

    def _is_money(self, each: Happening) -> bool:
        amount = self.dispute.amount
        if (amount is not None and each.amount == amount) or self.money.is_about(each):
            return False
        if not each.other and each.kind is EventKind.REPAYMENT:  # a plan names nobody, and is of the app that shows it
            return False
        shown = [one for one in (each.party, each.number) if one]
        if self.side.has(each.party, each.number) or any(is_company(one, self.side.names) for one in shown):
            return False
        said = called(each.text)
        return not any(len(name) >= LEAST_PARTS and name in said for name in self.side.names)


def _shown(imported: Iterable[Happening], theirs: AbstractSet[str]) -> tuple[str, ...]:
    counts: defaultdict[str, int] = defaultdict(int)
    for each in imported:
        if each.event_id in theirs:
            counts[each.party or each.number] += 1
    return tuple(sorted(counts, key=lambda one: (-counts[one], one)))
