"""The timeline of a dispute, and one event of it in full."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import partial

from evidence_app.actions.contacts import ADDRESS_BOOK, address_book, book_of, named
from evidence_app.actions.continuity import Join, joins
from evidence_app.actions.long_timeline import LongTimeline
from evidence_app.actions.session import Session
from evidence_app.domain.call_binding import Binding, bound_among
from evidence_app.domain.contacts import AddressBook
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import Event, EventKind, TimelineEntry
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.pairs_of_payments import pairs_among
from evidence_app.domain.suggestions import EventPlace
from evidence_app.domain.timeline import told_in_threads
from evidence_app.vault import glance


def timeline(session: Session, dispute_id: str) -> list[TimelineEntry]:
    """Return the lines of the timeline, in order, numbers named by contacts. Raises InputProblem("dispute-unknown")."""
    with session.vault.read() as catalog:
        entries = catalog.timeline(dispute_id)
    return _named(session, dispute_id, entries)


def timeline_since(
    session: Session, dispute_id: str, known_length: int | None
) -> tuple[int, Sequence[TimelineEntry] | None]:
    """Return the length of a dispute's log and its timeline; None for the timeline of a log that did not grow.

    Of a long timeline it is a `LongTimeline`: lines are read when they are looked at.

    ``known_length`` is the length at which the caller read it last, None if it never did.
    Raises InputProblem("dispute-unknown").
    """
    with session.vault.read() as catalog:
        length = catalog.log_length(catalog.dispute(dispute_id).id)
        if length == known_length:
            return length, None
        dispute = catalog.dispute(dispute_id)
        skeleton = catalog.skeleton(dispute) if catalog.is_long(dispute_id) else None
        entries = catalog.timeline(dispute_id) if skeleton is None else []
    if skeleton is not None:
        book = address_book(session, dispute_id)
        found = LongTimeline(session, dispute, skeleton, None if book.is_empty else partial(named, book=book))
        found.find_all()
        return length, found
    return length, _named(session, dispute_id, entries)


def _named(session: Session, dispute_id: str, entries: list[TimelineEntry]) -> list[TimelineEntry]:
    book = address_book(session, dispute_id)
    return entries if book.is_empty else named(entries, book)


def first_lines(session: Session, dispute_id: str) -> list[TimelineEntry] | None:
    """Return what is seen first of a long timeline; None for one that is quickly read whole."""
    with session.vault.read() as catalog:
        if not catalog.is_long(dispute_id):
            return None
        entries = catalog.first_lines(catalog.dispute(dispute_id), glance.FIRST_LINES)
    return _named(session, dispute_id, entries)


def events_in_full(session: Session, dispute_id: str) -> list[Event]:
    """Return all events with all their readings, in order; slower than `timeline`."""
    with session.vault.read() as catalog:
        return catalog.events(catalog.dispute(dispute_id).id)


@dataclass(frozen=True, slots=True)
class Telling:
    """A dispute's events in order, with what telling them asks for, all of one moment.

    ``places`` are where machine-read events stand, ``joins`` what joins the pictures; empty if nobody asked for it.
    ``contacts`` say whose number is whose, ``bound`` which recordings are of which calls.
    """

    dispute: Dispute
    events: list[Event]
    exhibits: list[Exhibit]
    places: list[EventPlace]
    joins: list[Join]
    contacts: AddressBook
    bound: list[Binding]


def telling(session: Session, dispute_id: str, *, with_joins: bool) -> Telling:
    """Return all that telling a dispute's events asks for. Raises InputProblem("dispute-unknown")."""
    with session.vault.read() as catalog:
        dispute = catalog.dispute(dispute_id)
        events = told_in_threads(catalog.events(dispute.id), dispute.zone)
        exhibits = catalog.exhibits(dispute.id)
        joined = joins(catalog, dispute, exhibits, events) if with_joins else []
        places, holders = catalog.places(dispute.id), catalog.exhibits_exported_as(dispute.id, ADDRESS_BOOK)
    bound = bound_among(events, exhibits, dispute.zone)
    return Telling(dispute, events, exhibits, places, joined, book_of(session, dispute, holders), bound)


def events_among(session: Session, dispute_id: str, event_ids: Collection[str]) -> list[Event]:
    """Return those of a dispute's events that have some ids, with all their readings, in no order."""
    with session.vault.read() as catalog:
        return catalog.events_among(dispute_id, event_ids)


def event_detail(session: Session, event_id: str) -> Event:
    """Return one event with all its clock readings. Raises InputProblem("event-unknown")."""
    with session.vault.read() as catalog:
        return catalog.event(event_id)


def same_money(session: Session, event: Event) -> Event | None:
    """Return the payment that another record shows as the same money, None if there is none, or more than one fits."""
    if event.kind is not EventKind.PAYMENT or event.amount is None:
        return None
    with session.vault.read() as catalog:
        alike = catalog.payments_like(event)
        partner = pairs_among(alike, catalog.dispute(event.dispute_id).zone).partner.get(event.id)
    return next((each for each in alike if each.id == partner), None)
