"""What a complaint asks for: what the person says, or asked before, else what is usual in such disputes. Pure."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from evidence_app.amount_words import amount_words
from evidence_app.domain.disputes import DisputeType
from evidence_app.domain.letters import LetterKind
from evidence_app.domain.workspace import PromiseState
from evidence_app.rules.law import BodyKind, body
from evidence_app.rules.letter_text import Statement
from evidence_app.rules.letter_writing import Writing
from evidence_app.rules.named_sums import NamedSum, sums_in
from evidence_app.rules.promises import Promise
from evidence_app.rules.refunds import Asked, Refund

_MONEY_FIRST = frozenset({DisputeType.LOAN_PORTAL, DisputeType.TOPUP_FAILED, DisputeType.ACCOUNT_STOLEN})
"""Disputes of which the first usual demand is for the money, without a figure."""

_ASKED_BACK = "_paid"
"""The variant of a dispute in which nothing is demanded, and what was paid is asked back."""


def demands(to: Writing) -> Iterator[Statement]:
    """Yield what is asked of the institution, whoever reads it."""
    dispute = to.matter.dispute
    if not to.role.wants_demands:
        return
    reader = body(to.body_id)  # the institution, too: where a letter is a right of its own, it has to say so
    if reader is not None and reader.demand is not None:
        cited = to.say("between.cited", words=reader.source.named(to.language))
        yield Statement(reader.demand[to.language] + cited, cited=(reader.citation,))
    filed = [Statement(to.say("line.own_demand", demand=each)) for each in _demanded_before(to)]
    if _asks_another(to):  # what was asked was asked of somebody else
        yield from filed or [Statement(to.blank("demand"))]
    elif dispute.demands:
        yield from map(Statement, dispute.demands)
    else:
        yield from filed or _usual(to, dispute.type)


def are_usual(to: Writing) -> bool:
    """Tell whether nobody said what is asked, and what is usual stands there for the writer to choose from."""
    is_said = bool(to.matter.dispute.demands or _demanded_before(to))
    return to.role.wants_demands and not _asks_another(to) and not is_said


def demands_offered(to: Writing) -> list[Statement]:
    """Return what is asked back and could be asked, too, where the person's own demands name no such sum."""
    if to.kind is not LetterKind.COMPLAINT or not to.role.wants_demands:
        return []
    if _asks_another(to):
        return []
    own = to.matter.dispute.demands or _demanded_before(to)
    named = {each for demand in own for each in sums_in(demand)}
    left = [each for each in to.matter.refunds if not any(_is_of(one, each) for one in named)]
    return _refunds(to, [each for each in left if own or each.is_offered], cites=False)


def _asks_another(to: Writing) -> bool:
    """Tell whether it asks something of another side than the institution, as of the carrier of a number."""
    return to.body is not None and to.body.respondent is not None


def _is_of(named: NamedSum, refund: Refund) -> bool:
    return any(named.is_of(each, refund.currency) for each in (refund.amount, refund.open))


def _demanded_before(to: Writing) -> list[str]:
    """Return what the person asked in filings to whoever reads this, in their own words."""
    to_reader = (each for each in to.matter.complaints if _is_to_reader(to, each.body))
    return list(dict.fromkeys(demand for each in to_reader if (demand := each.demand.strip())))


def _is_to_reader(to: Writing, body_id: str) -> bool:
    known = body(body_id)
    is_institution = known is not None and known.kind is BodyKind.INSTITUTION
    return is_institution if to.body is None else body_id == to.body_id


def _usual(to: Writing, kind: DisputeType) -> list[Statement]:
    """Return what is usually asked, with the figures of what is asked back where these are known."""
    usual, refunds = list(map(Statement, _usual_demands(to, kind))), _refunds(to, _in_dispute(to))
    if not refunds:
        return usual
    if kind is DisputeType.UNAUTHORISED_LOAN:  # first of all the loan is to be cancelled
        return [usual[0], *refunds, *usual[1:]]
    return [*refunds, *(usual[1:] if kind in _MONEY_FIRST or to.variant == _ASKED_BACK else usual)]


def _in_dispute(to: Writing) -> list[Refund]:
    return [each for each in to.matter.refunds if not each.is_offered]


def _refunds(to: Writing, refunds: Sequence[Refund], *, cites: bool = True) -> list[Statement]:
    """Return what is asked back, each with the events that show it, of which all may be told."""
    there = {each.event_id for each in to.matter.happenings}
    shown = [(each, each.event_ids) for each in refunds if there.issuperset(each.event_ids)]
    return [Statement(_refund(to, each) + to.shown(ids, cites=cites), ids, is_fact=True) for each, ids in shown]


def _refund(to: Writing, refund: Refund) -> str:
    days = [to.day(each.day) for each in refund.payments if each.day is not None]
    is_dated = len(days) == len(refund.payments)  # else one would be told as of the day of another
    when = to.say("refund.on", days=to.say("between.numbers").join(dict.fromkeys(days))) if is_dated else ""
    facts = {"amount": _amount(to, refund, refund.amount), "when": when}
    if refund.asked in (Asked.HELD_BACK, Asked.ONE_OF):
        return to.say(f"refund.{refund.asked.value}", **facts, count=len(refund.payments))
    form = {Asked.FEE: "fee_", Asked.STOLEN: "stolen_"}.get(refund.asked, "")
    form += "one" if len(refund.payments) == 1 else "several"
    what = to.say(f"refund.{form}", **facts)
    if refund.is_rest:
        what = to.say("refund.rest", what=what, open=_amount(to, refund, refund.open))
    return to.say(f"refund.{refund.asked.value}", what=what)


def _amount(to: Writing, refund: Refund, amount: Decimal) -> str:
    return amount_words(refund.currency, amount, to.language)


def _usual_demands(to: Writing, kind: DisputeType) -> list[str]:
    """Return what is usually asked; nobody asks for promises to be kept where there is none to keep."""
    pending = any(_is_to_keep(each) for each in to.matter.promises)
    promised = "_promised" if pending and kind is DisputeType.POOR_SERVICE else ""
    return to.say(f"demand.{kind.value}{promised or to.variant}").split("|")


def _is_to_keep(promised: Promise) -> bool:
    """Tell whether they have a promise to keep still: not where something may have kept it, be it late."""
    is_open = promised.state is PromiseState.OPEN and not (promised.may_be_kept or promised.late_by)
    return promised.is_theirs and (is_open or promised.state is PromiseState.BROKEN)
