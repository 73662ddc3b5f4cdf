"""Opening, listing and showing disputes."""

from dataclasses import fields, replace
from zoneinfo import ZoneInfo

from evidence_app.actions.session import Session
from evidence_app.actions.stating import check_begun
from evidence_app.domain.disputes import Dispute, DisputeFacts, DisputeSummary
from evidence_app.domain.fields import checked
from evidence_app.domain.identifiers import new_id
from evidence_app.rules.currencies import known_currency
from evidence_app.rules.territories import currency_of, currency_to_begin_with, home_of
from evidence_app.vault.reading import Catalog

NewDispute = DisputeFacts
"""What is known when a dispute is opened; everything but title, type and institution can come later."""


def new_dispute(session: Session, given: NewDispute) -> Dispute:
    """Open a dispute and its custody log. Where no currency is said, the dispute gets that of its place.

    Raises InputProblem for values that a field cannot hold.
    """
    check_begun(session, given.zone, given.disputed_since)
    given = replace(given, currency=currency_to_begin_with(given))
    values = {field.name: checked(Dispute, field.name, getattr(given, field.name)) for field in fields(given)}
    dispute = Dispute(id=new_id(), created_at=session.now(), **values)  # type: ignore[arg-type]  # checked() did
    with session.vault.change() as changes:
        changes.open_dispute(dispute)
    return dispute


def list_disputes(session: Session) -> list[DisputeSummary]:
    """Return all disputes, oldest first."""
    with session.vault.read() as catalog:
        return catalog.disputes()


def usual_currency(session: Session, dispute_id: str) -> str:
    """Return what amounts of a dispute are in where nobody says it. Raises InputProblem("dispute-unknown")."""
    with session.vault.read() as catalog:
        return currency_for(catalog, catalog.dispute(dispute_id))


def currency_for(catalog: Catalog, dispute: Dispute) -> str:
    """Return what amounts of a dispute are in: the currency that it has.

    Older programs opened every dispute with the same one: there, until somebody changes it, it is that of the place.
    """
    usual = currency_to_begin_with(dispute)
    is_stated = usual == dispute.currency or catalog.has_been_edited(dispute.id, "currency")
    return dispute.currency if is_stated else usual


def place_of(dispute: Dispute) -> tuple[ZoneInfo, ZoneInfo]:
    """Return where a dispute is: a zone of the place whose law and currency are its own, and that of its times."""
    return home_of(dispute), dispute.zone


__all__ = [
    "NewDispute",
    "currency_for",
    "currency_of",
    "known_currency",
    "list_disputes",
    "new_dispute",
    "place_of",
    "usual_currency",
]
