"""Writing down an instalment of the loan in dispute: an entry of the timeline that is named as the loan's."""

from collections.abc import Sequence
from dataclasses import fields, replace

from evidence_app.actions.record_event import NewEvent
from evidence_app.actions.session import Session
from evidence_app.domain.events import Event
from evidence_app.domain.fields import checked
from evidence_app.domain.identifiers import new_id
from evidence_app.domain.workspace import LoanTerms


def record_instalment(
    session: Session, dispute_id: str, given: NewEvent, paid_out: Sequence[str] = (), payments: Sequence[str] = ()
) -> Sequence[int]:
    """Keep an instalment and that it is the loan's, both or neither; return the custody entries.

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
            return [recorded, tx.add_item(replace(terms, payments=(*payments, event.id)))]
        known = there.payments or tuple(payments)
        changes: dict[str, object] = {"payments": (*known, event.id)}
        if not there.paid_out:
            changes["paid_out"] = tuple(paid_out)
        named = tx.edit_item(there, changes)
        return [recorded] if named is None else [recorded, named]
