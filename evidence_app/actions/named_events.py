"""Events that are found by the name which contacts give their bare number: no event says it, so no index has it."""

from collections.abc import Iterable, Mapping, Sequence

from evidence_app.actions.contacts import ADDRESS_BOOK, address_book
from evidence_app.actions.session import Session
from evidence_app.domain.contacts import AddressBook
from evidence_app.domain.finding import has_all, shape_of
from evidence_app.errors import InputProblem
from evidence_app.vault.reading import Catalog

Books = Mapping[str, AddressBook]
"""The contacts of disputes that have some."""


def books_of(session: Session, dispute_id: str | None) -> Books:
    """Return the contacts of a dispute, of all in use for None. Not within a transaction: a worker is waited for."""
    with session.vault.read() as catalog:
        if not catalog.has_export(ADDRESS_BOOK):
            return {}  # as in most vaults
        ids = [dispute_id] if dispute_id is not None else list(catalog.dispute_ids_in_use())
    found = {}
    for each in ids:
        try:
            book = address_book(session, each)
        except InputProblem:  # whoever asks the catalog next says so
            continue
        if not book.is_empty:
            found[each] = book
    return found


def having(catalog: Catalog, dispute_id: str, books: Books, word: str) -> set[str]:
    """Return the events whose contact's name has a word."""
    return set(_named(catalog, dispute_id, books, [word]))


def having_all(catalog: Catalog, dispute_id: str, books: Books, words: Sequence[str]) -> dict[str, str]:
    """Return the events that have all words only together with their contact's name, each with that name."""
    names = _named(catalog, dispute_id, books, words)
    return {
        event_id: names[event_id]
        for event_id, event in catalog.worded_events(list(names)).items()
        if has_all(words, shape_of([*event.fields, names[event_id]])) and not has_all(words, shape_of(event.fields))
    }


def _named(catalog: Catalog, dispute_id: str, books: Books, words: Iterable[str]) -> dict[str, str]:
    """Return the events whose contact's name has at least one of the words, with it."""
    book = books.get(dispute_id)
    asked = list(words)
    if book is None or not any(any(word in shape_of([name]) for word in asked) for name in book.names):
        return {}
    found: dict[str, str] = {}
    for party, number in catalog.bare_numbers(dispute_id):
        name = book.name_of(number or party)
        if name and any(word in shape_of([name]) for word in asked):
            found |= dict.fromkeys(catalog.events_numbered(dispute_id, party, number), name)
    return found
