"""Opening, listing and showing disputes."""

from dataclasses import dataclass, fields
from decimal import Decimal

from evidence_app.actions.session import Session
from evidence_app.domain.disputes import DEFAULT_ZONE, Dispute, DisputeStatus, DisputeSummary, DisputeType
from evidence_app.domain.fields import checked
from evidence_app.domain.identifiers import new_id
from evidence_app.domain.money import DEFAULT_CURRENCY


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDispute:
    """What is known when a dispute is opened; everything but the first three can come later."""

    title: str
    type: DisputeType
    institution: str
    aliases: tuple[str, ...] = ()
    summary: str = ""
    complainant: str = ""
    complainant_contact: str = ""
    representative: str = ""
    representative_contact: str = ""
    zone_name: str = DEFAULT_ZONE
    amount: Decimal | None = None
    currency: str = DEFAULT_CURRENCY
    status: DisputeStatus = DisputeStatus.OPEN
    demands: tuple[str, ...] = ()


def new_dispute(session: Session, given: NewDispute) -> Dispute:
    """Open a dispute and its custody log. Raises InputProblem for values that a field cannot hold."""
    values = {field.name: checked(Dispute, field.name, getattr(given, field.name)) for field in fields(given)}
    dispute = Dispute(id=new_id(), created_at=session.now(), **values)  # type: ignore[arg-type]  # checked() did
    with session.vault.change() as changes:
        changes.open_dispute(dispute)
    return dispute


def list_disputes(session: Session) -> list[DisputeSummary]:
    """Return all disputes, oldest first."""
    with session.vault.read() as catalog:
        return catalog.disputes()


def get_dispute(session: Session, dispute_id: str) -> Dispute:
    """Return one dispute. Raises InputProblem("dispute-unknown")."""
    with session.vault.read() as catalog:
        return catalog.dispute(dispute_id)
