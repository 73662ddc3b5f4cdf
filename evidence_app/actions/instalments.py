"""Writing down an instalment of the loan in dispute: an entry of the timeline that is named as the loan's."""

from collections.abc import Sequence
from dataclasses import fields, replace

from evidence_app.actions.record_event import NewEvent
from evidence_app.actions.session import Session
from evidence_app.domain.events import Event
from evidence_app.domain.fields import checked
from evidence_app.domain.identifiers import new_id
from evidence_app.domain.workspace import LoanTerms
from evidence_app.rules.loan_rows import HELD_BACK


def as_held_back(given: NewEvent) -> NewEvent:
    """Return a fee as one that was held back from the payout: by its entry nothing moved."""
    return replace(given, **HELD_BACK)  # type: ignore[arg-type]  # fields by name


def record_instalment(
    session: Session,
    dispute_id: str,
    given: NewEvent,
    paid_out: Sequence[str] = (),
    payments: Sequence[str] = (),
    *,
    is_fee: bool = False,
) -> Sequence[int]:
    """Keep an instalment or a fee and that it is the loan's, both or neither; return the custody entries.

    ``paid_out`` and ``payments`` are the loan's rows where nobody named any before. Raises InputProblem for values
    that a field cannot hold.
    """
    values = {field.name: checked(Event, field.name, getattr(given, field.name)) for field in fields(given)}
    with session.vault.change() as tx:
        tx.dispute(dispute_id)
        event = Event(
            id=new_id(),
            dispute_id=dispute_id,
            ordinal=tx.next_ordinal(dispute_id),
            **values,  # type: ignore[arg-type]  # checked() gave each field its type
        )
        recorded = tx.record_event(event)
        there = next(iter(reversed(tx.items(dispute_id, LoanTerms))), None)
        if there is None:
            terms = LoanTerms(id=new_id(), dispute_id=dispute_id, currency=event.currency, paid_out=tuple(paid_out))
            return [recorded, tx.add_item(_with_row(replace(terms, payments=tuple(payments)), event.id, is_fee=is_fee))]
        named_before = replace(there, payments=there.payments or tuple(payments))
        rows = _with_row(named_before, event.id, is_fee=is_fee)
        changes: dict[str, object] = {"payments": rows.payments, "fees": rows.fees}
        if not there.paid_out:
            changes["paid_out"] = tuple(paid_out)
        named = tx.edit_item(there, changes)
        return [recorded] if named is None else [recorded, named]


def _with_row(terms: LoanTerms, event_id: str, *, is_fee: bool) -> LoanTerms:
    """Return a loan's terms with a new row among what is paid back."""
    if is_fee:
        return replace(terms, fees=(*terms.fees, event_id))
    return replace(terms, payments=(*terms.payments, event_id))
