"""Whose number is whose, by the address books among a dispute's exhibits.

Nothing of them is kept beside the originals: names are looked up where the timeline is shown. Taking an address book
out of the dispute takes its names away, putting it back brings them back, and no event says anything it did not say.
"""

from collections.abc import Iterable
from dataclasses import replace

from evidence_app.actions.exhibits import original_path
from evidence_app.actions.session import Session
from evidence_app.domain.contacts import AddressBook, Contact
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import Event, TimelineEntry
from evidence_app.domain.exhibits import Exhibit
from evidence_app.errors import InputProblem, IntegrityFailure
from evidence_app.progress import Cancelled
from evidence_app.rules.territories import region_of

ADDRESS_BOOK = "vcards"
"""The importer of address books, as `formats.FORMATS` calls it."""


def address_book(session: Session, dispute_id: str) -> AddressBook:
    """Return the contacts of a dispute; what cannot be read names nobody. Raises InputProblem("dispute-unknown")."""
    with session.vault.read() as catalog:
        dispute = catalog.dispute(dispute_id)
        holders = catalog.exhibits_exported_as(dispute.id, ADDRESS_BOOK)
    return book_of(session, dispute, holders)


def book_of(session: Session, dispute: Dispute, holders: Iterable[Exhibit]) -> AddressBook:
    """Return the contacts in a dispute's address books, as `address_book` does. Not within a transaction: it waits."""
    book = AddressBook(region_of(dispute.zone_name))
    for exhibit in holders:
        book.add(_contacts(session, exhibit))
    return book


def contact_of(session: Session, event: Event) -> str:
    """Return whose number an event has by its dispute's contacts, empty where it names somebody itself or nobody does.

    An event of a dispute among the removed items has no contacts.
    """
    if not any(character.isdigit() for character in event.number or event.party):
        return ""
    try:
        return address_book(session, event.dispute_id).beside(event)
    except InputProblem:
        return ""


def named(entries: Iterable[TimelineEntry], book: AddressBook) -> list[TimelineEntry]:
    """Return entries in which contacts' names stand in place of bare numbers."""
    names: dict[str, str] = {}
    return [replace(entry, party=name) if (name := _name(entry.party, book, names)) else entry for entry in entries]


def _name(party: str, book: AddressBook, names: dict[str, str]) -> str:
    if party not in names:
        names[party] = book.name_of(party)
    return names[party]


def _contacts(session: Session, exhibit: Exhibit) -> tuple[Contact, ...]:
    sha256 = exhibit.original.sha256
    if sha256 not in session.contacts:
        try:
            found = session.export_decoders.contacts(original_path(session, exhibit), exhibit.name).result()
        except (InputProblem, IntegrityFailure, Cancelled):
            return ()
        session.contacts[sha256] = tuple(found)
    return session.contacts[sha256]
