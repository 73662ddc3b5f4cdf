"""Which events a letter may tell of: of whole phones and bills, most belongs to other people."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import Decimal

from evidence_app.domain.contacts import is_acquaintance
from evidence_app.domain.disputes import DisputeType
from evidence_app.domain.events import MOVES_MONEY, Direction, EventKind, Outcome
from evidence_app.domain.happenings import Happening, Origin
from evidence_app.rules.evidence_words import is_said
from evidence_app.rules.named_sums import sums_in
from evidence_app.rules.parties import LEAST_BRAND, TALK, OtherSide, brands_of, called, known_as
from evidence_app.rules.whole_numbers import naming

MONEY_TO_OTHERS = frozenset(
    {
        DisputeType.LOAN_PORTAL,
        DisputeType.TOPUP_FAILED,
        DisputeType.WITHDRAWAL_BLOCKED,
        DisputeType.ACCOUNT_STOLEN,
        DisputeType.REFUND_REFUSED,
    }
)
"""Disputes whose money went to somebody else: a thief, a shop, whoever took a fee."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a dispute's events when a letter is written.

    ``accepted`` are those that a person took for evidence of this dispute: by a mark, a promise's record, a complaint,
    the loan's terms, or because a finding rests on them; and all money that moved with the institution. ``amount`` is
    that in dispute, ``references`` are the numbers of its contracts, orders and cases.
    """

    other_side: OtherSide
    accepted: AbstractSet[str] = frozenset()
    kind: DisputeType = DisputeType.OTHER
    amount: Decimal | None = None
    references: Collection[str] = ()


def of_the_dispute(happenings: Sequence[Happening], known: Known) -> list[Happening]:
    """Return the events that are the other side's or bear on the dispute, in their order.

    While no numbers are stated, an exhibit with one correspondent is taken for that of the dispute. Money moved with
    others, or with nobody who is named, is nobody's business, except in disputes that are about such money: then that
    of a receipt is told, which shows nothing else, and whatever is the amount in dispute; where a refund is disputed,
    that of a shop which was spoken of, too. What a person typed is told though it names nobody: no bill with other
    people's rows stands behind it.
    """
    telling = _Telling.of(happenings, known)
    return [each for each in happenings if telling.may_be_told(each)]


def tells_of_refund(each: Happening, known: Known) -> bool:
    """Tell whether a third side wrote that it refunded what is in dispute, or refunded it to the other side."""
    if known.kind is not DisputeType.REFUND_REFUSED or not _came_from_a_third_side(each, known):
        return False
    if not is_said("refund_done", each.words):
        return False
    said = called(each.words)
    is_to_them = any(len(name) >= LEAST_BRAND and name in said for name in known.other_side.names)
    return is_to_them or any(one.amount == known.amount for one in sums_in(each.words))


def _came_from_a_third_side(each: Happening, known: Known) -> bool:
    """Tell it of what somebody wrote whom the person does not know by name: friends stay out of letters."""
    if each.kind is not EventKind.MESSAGE or each.direction is Direction.OUT or is_acquaintance(each.party):
        return False
    return not known.other_side.is_person(each.party, each.number)


@dataclass(frozen=True, slots=True)
class _Telling:
    """What tells whether an event may be told: who writes in each exhibit, and which bills show others' money, too."""

    known: Known
    people: Mapping[str, AbstractSet[str]]
    rows: Mapping[str, int]
    with_others: AbstractSet[str]
    refunds: AbstractSet[str]

    @classmethod
    def of(cls, happenings: Sequence[Happening], known: Known) -> "_Telling":
        moved = [each for each in happenings if each.kind in MOVES_MONEY]
        others = (each for each in moved if each.other and each.event_id not in known.accepted)
        is_refund = known.kind is DisputeType.REFUND_REFUSED
        return cls(
            known,
            _people(happenings, known.other_side.region),
            Counter(exhibit_id for each in moved for exhibit_id in each.exhibit_ids),
            {exhibit_id for each in others for exhibit_id in each.exhibit_ids},
            _refunds_of_named_shops(happenings, known) if is_refund else frozenset(),
        )

    def may_be_told(self, each: Happening) -> bool:
        side = self.known.other_side
        if each.event_id in self.known.accepted:
            return True
        if each.kind in TALK and side.has(each.party, each.number):
            return True
        if (each.promise or each.agent_id) and side.may_speak(each):
            return True
        if tells_of_refund(each, self.known) or self._names_the_matter(each):
            return True
        if each.kind in TALK:
            return not side.numbers and all(len(self.people[exhibit_id]) <= 1 for exhibit_id in each.exhibit_ids)
        return each.kind not in MOVES_MONEY or self._money_may_be_told(each)

    def _names_the_matter(self, each: Happening) -> bool:
        """Tell whether a third side wrote of the contract, order or case by its number: a shop, the first lender."""
        if not _came_from_a_third_side(each, self.known):
            return False
        return any(value in each.words and naming(value)(each.words) for value in self.known.references)

    def _money_may_be_told(self, each: Happening) -> bool:
        if not each.other and each.origin is Origin.PERSON and self.with_others.isdisjoint(each.exhibit_ids):
            return True
        is_receipt = all(self.rows[exhibit_id] == 1 for exhibit_id in each.exhibit_ids)
        is_amount = each.amount is not None and each.amount == self.known.amount
        return self.known.kind in MONEY_TO_OTHERS and (is_receipt or is_amount or each.event_id in self.refunds)


def _people(happenings: Sequence[Happening], region: str) -> Mapping[str, AbstractSet[str]]:
    """Return who writes and calls in each exhibit."""
    people: dict[str, set[str]] = defaultdict(set)
    for each in happenings:
        if each.kind in TALK:
            for exhibit_id in each.exhibit_ids:
                people[exhibit_id].add(known_as(each.other, region))
    return people


def _refunds_of_named_shops(happenings: Sequence[Happening], known: Known) -> AbstractSet[str]:
    """Return the refunds from whom a person's own notes name, or the talk with the other side."""
    said = "\n".join(
        called(each.words)
        for each in happenings
        if (each.kind in TALK and known.other_side.has(each.party, each.number))
        or (each.kind not in MOVES_MONEY and each.origin is Origin.PERSON)
    )
    refunds = [each for each in happenings if each.kind in MOVES_MONEY and each.outcome is Outcome.REFUNDED]
    named = {party for party in {each.party for each in refunds} if any(name in said for name in brands_of(party))}
    return {each.event_id for each in refunds if each.party in named}
