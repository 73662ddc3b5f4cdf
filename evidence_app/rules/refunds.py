"""Which payments of a bill bear on a refund in dispute: with shops that are spoken of, or of its sums. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import MOVES_MONEY, EventKind, Outcome
from evidence_app.domain.happenings import Happening, Origin
from evidence_app.rules.parties import TALK, OtherSide, brands_of, called, is_company
from evidence_app.rules.workspace import Stated


@dataclass(frozen=True)
class RefundInDispute:
    """By what payments to anybody are known as those that a refused refund is about.

    ``said`` are all words in which a shop may be named, as `called` writes them; ``sums`` are those in dispute.
    """

    said: str = ""
    sums: frozenset[Decimal] = frozenset()

    def is_about(self, each: Happening) -> bool:
        """Tell it of a payment: by its sum, or by with whom it is."""
        return each.amount in self.sums or self.names(each.party)

    def names(self, party: str) -> bool:
        """Tell whether somebody is spoken of, once of everybody: a bill has few shops and many rows."""
        if party not in self._answers:
            # a hidden name (***) has no letters, and may stand anywhere
            brands = (name for name in brands_of(party) if any(map(str.isalpha, name)))
            self._answers[party] = any(name in self.said for name in brands)
        return self._answers[party]

    @cached_property
    def _answers(self) -> dict[str, bool]:
        return {}


def refund_in_dispute(
    dispute: Dispute, happenings: Sequence[Happening], stated: Stated, side: OtherSide
) -> RefundInDispute:
    """Return by what the payments of a dispute about a refund are known; ``side`` are all who speak for the other."""
    said = RefundInDispute("\n".join(map(called, (*_stated_words(dispute, stated), *_spoken_words(happenings, side)))))
    sums = {dispute.amount, stated.loan.principal if stated.loan else None}
    of_loan = {*stated.loan.paid_out, *stated.loan.payments} if stated.loan else set()
    for each in happenings:
        if each.kind in MOVES_MONEY and (each.event_id in of_loan or _is_of_the_matter(each, said, side)):
            sums.add(each.amount)
    return RefundInDispute(said.said, frozenset(each for each in sums if each))


def _is_of_the_matter(each: Happening, said: RefundInDispute, side: OtherSide) -> bool:
    """Tell whether money is an instalment of the plan or a refund, and not somebody else's."""
    is_theirs = side.has(each.party, each.number) or is_company(each.party, side.names)
    if each.kind is EventKind.REPAYMENT:
        return is_theirs or each.origin is Origin.PERSON or not each.other  # a plan names nobody
    return each.outcome is Outcome.REFUNDED and (is_theirs or each.origin is Origin.PERSON or said.names(each.party))


def _stated_words(dispute: Dispute, stated: Stated) -> Iterable[str]:
    yield from (dispute.title, dispute.summary, *dispute.demands)
    for complaint in stated.complaints:
        yield from (complaint.body, complaint.demand, complaint.reply)
    for letter in stated.letters:
        yield from (letter.body, letter.title, letter.text)
    yield from (mark.note for mark in stated.marks)
    yield from (answer.note for answer in stated.checklist)


def _spoken_words(happenings: Iterable[Happening], side: OtherSide) -> Iterable[str]:
    """Yield what a person noted, and what was said with the other side; never what friends wrote in an export."""
    for each in happenings:
        if each.kind in MOVES_MONEY:
            continue
        is_step = each.kind in (EventKind.COMPLAINT, EventKind.PROMISE)
        is_talk = each.kind in TALK and (
            side.has(each.party, each.number) or (each.origin is Origin.PICTURE and side.may_speak(each))
        )
        if each.origin is Origin.PERSON or is_step or is_talk:
            yield from (each.words, each.promise, each.body)
