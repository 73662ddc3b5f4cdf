"""Finding words in everything that is kept: what people wrote, and what a machine read off exhibits."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from evidence_app.actions.session import Session
from evidence_app.domain.events import Event
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.finding import lines_with, words_of
from evidence_app.domain.machine_text import MachineText, Region
from evidence_app.vault.reading import Catalog


class FoundIn(StrEnum):
    """Where words were found; what a machine read may be wrong."""

    EVENT = "event"
    EXHIBIT = "exhibit"
    MACHINE = "machine"


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where words were found, and the line that has them.

    ``event_id`` is empty unless it was an event. ``exhibit`` is None for an event that nothing shows. ``region`` is
    where on the page a machine read the line.
    """

    dispute_id: str
    found_in: FoundIn
    text: str
    exhibit: Exhibit | None = None
    event_id: str = ""
    page_index: int = 0
    region: Region | None = None


def search(session: Session, dispute_id: str | None, query: str) -> list[Hit]:
    """Return where all the words are found, in one dispute or in all in use; traditional or simplified is the same.

    Raises InputProblem: ``dispute-unknown``, ``dispute-set-aside``.
    """
    words = words_of(query)
    with session.vault.read() as catalog:
        if dispute_id is None:
            ids = [summary.dispute.id for summary in catalog.disputes()]
        else:
            ids = [catalog.dispute(dispute_id).id]
        return [hit for each in ids for hit in _hits(catalog, each, words)]


def _hits(catalog: Catalog, dispute_id: str, words: tuple[str, ...]) -> Iterator[Hit]:
    exhibits = {each.id: each for each in catalog.exhibits(dispute_id) if each.removed_at is None}
    for event in catalog.events(dispute_id):
        shown = next((exhibits[each] for each in event.exhibit_ids if each in exhibits), None)
        for line in _found(words, _words_of_event(event)):
            yield Hit(dispute_id, FoundIn.EVENT, line, shown, event.id)
    texts = catalog.machine_texts(dispute_id)
    for exhibit in exhibits.values():
        for line in _found(words, _words_of_exhibit(exhibit)):
            yield Hit(dispute_id, FoundIn.EXHIBIT, line, exhibit)
        if exhibit.id in texts:
            yield from _read_hits(dispute_id, exhibit, texts[exhibit.id], words)


def _read_hits(dispute_id: str, exhibit: Exhibit, text: MachineText, words: tuple[str, ...]) -> Iterator[Hit]:
    for index in lines_with(words, [line.text for line in text.lines]):
        line = text.lines[index]
        yield Hit(dispute_id, FoundIn.MACHINE, line.text, exhibit, page_index=line.page_index, region=line.region)


def _found(words: tuple[str, ...], fields: list[str]) -> list[str]:
    """Return the one line that shows what was found, of fields that have all the words between them."""
    lines = [field for field in fields if field]
    found = lines_with(words, lines, run_on=False)
    return [lines[found[0]]] if found else []


def _words_of_event(event: Event) -> list[str]:
    own = [event.text, event.promise, event.party, event.number, event.agent_id, event.agent_name]
    return [*own, event.reference, event.body]


def _words_of_exhibit(exhibit: Exhibit) -> list[str]:
    said = [exhibit.title, exhibit.name, *exhibit.also_named, exhibit.proves, exhibit.transcript, exhibit.translation]
    return [*said, exhibit.app, exhibit.account, exhibit.device, *(mark.text for mark in exhibit.marks)]


__all__ = ["FoundIn", "Hit", "search"]
