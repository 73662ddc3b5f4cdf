"""Finding words in everything that is kept: what people wrote, and what a machine read off exhibits.

Asks the index of words; what that does not know yet is looked through as it stands in the catalog, so that the answer
is always that of this moment.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import accumulate, chain, islice
from typing import TypeVar
from unicodedata import east_asian_width

from evidence_app.actions.named_events import Books, books_of, having, having_all
from evidence_app.actions.session import Session
from evidence_app.actions.word_finder import Finder, asked_of
from evidence_app.domain.events import EventStatus
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.finding import EVENT_WORDS, FoundIn, lines_with, spans, words_of
from evidence_app.domain.machine_text import MachineLine, MachineText, Place, Region
from evidence_app.errors import InputProblem, JuzhengError
from evidence_app.progress import SILENT, Progress
from evidence_app.vault.indexing import index_words
from evidence_app.vault.reading import Catalog
from evidence_app.vault.worded import WordedEvent, words_of_exhibit
from evidence_app.vault.words import Candidate, IndexView

T = TypeVar("T")

MOST_RANKED = 400
"""More finds than this are not put in order, but given in that of the index: nobody reads to the end of them."""

SAYING = 2
"""Fields of an event, of those by which it is found, that say something whole: its text, what was promised."""

PAGE = 50
"""Finds that are looked up together."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where words were found, and the line that has them.

    ``event_id`` is empty unless it was an event. ``exhibit`` is None for an event that nothing shows. ``region`` is
    where on the page a machine read the line. ``about`` is what an event says if another of its fields has the words.
    ``status`` is an event's: one that is only suggested is no fact.
    """

    dispute_id: str
    found_in: FoundIn
    text: str
    exhibit: Exhibit | None = None
    event_id: str = ""
    page_index: int = 0
    region: Region | None = None
    about: str = ""
    status: EventStatus = EventStatus.ACCEPTED


def search(
    session: Session, dispute_id: str | None, query: str, *, most: int | None = None, skip: int = 0
) -> list[Hit]:
    """Return where all the words are found, in one dispute or in all in use; traditional or simplified is the same.

    What is a word on its own comes first (an agent's ID, a reference), then what people said of exhibits, events by
    their times, and what a machine read. ``most`` and ``skip`` ask for a part: a short word is in almost everything.
    Raises InputProblem: ``dispute-unknown``, ``dispute-set-aside``.
    """
    words, books = words_of(query), books_of(session, dispute_id)

    def found(catalog: Catalog, index: IndexView | None) -> list[Hit]:
        ids = [catalog.dispute(dispute_id).id] if dispute_id is not None else catalog.dispute_ids_in_use()
        if not words:
            return []
        candidates = Finder(catalog, index, words).candidates(ids, everywhere=dispute_id is None)
        hits = chain.from_iterable(_hits(catalog, part, words) for part in _parts(candidates))
        named = chain.from_iterable(_named_hits(catalog, each, books, words) for each in ids)
        hits = chain(hits, named)
        return list(islice(hits, skip, None if most is None else skip + most))

    return asked_of(session, found)


@dataclass(frozen=True)
class Matches:
    """What of a dispute has each word of a query: for a list that shows events, and may know them better.

    ``events`` are those that say it themselves, ``exhibits`` those of which people do, and ``machine`` those off
    which a machine read it; one of each for every word.
    """

    events: tuple[Collection[str], ...] = ()
    exhibits: tuple[Collection[str], ...] = ()
    machine: tuple[Collection[str], ...] = ()

    def has_all(self, event_id: str, exhibit_id: str, *, stands_for_exhibit: bool) -> bool:
        """Tell whether an event has every word, itself or by the exhibit that shows it, and at least one itself.

        What only the exhibit has belongs to the event that stands for it: a picture may show twenty messages.
        """
        return (stands_for_exhibit or any(event_id in events for events in self.events)) and all(
            event_id in events or exhibit_id in exhibits or (stands_for_exhibit and exhibit_id in machine)
            for events, exhibits, machine in zip(self.events, self.exhibits, self.machine, strict=True)
        )


def matches(session: Session, dispute_id: str, query: str) -> Matches:
    """Return what of a dispute has the words. Raises InputProblem as `search` does."""
    words, books = words_of(query), books_of(session, dispute_id)

    def found(catalog: Catalog, index: IndexView | None) -> Matches:
        finder, asked = Finder(catalog, index, words), catalog.dispute(dispute_id).id
        ids = [finder.ids(asked, word) for word in words]
        events, exhibits, machine = (
            tuple(each[kind] for each in ids) for kind in (FoundIn.EVENT, FoundIn.EXHIBIT, FoundIn.MACHINE)
        )
        named = (having(catalog, asked, books, word) for word in words)
        events = tuple({*ids, *more} if more else ids for ids, more in zip(events, named, strict=True))
        return Matches(events, exhibits, machine)

    return asked_of(session, found)


def exhibits_having(session: Session, dispute_id: str, query: str) -> frozenset[str]:
    """Return the exhibits that have all the words in what people say of them or a machine read off them.

    No dispute, or one that is being removed, has none.
    """
    try:
        found = matches(session, dispute_id, query)
    except InputProblem:
        return frozenset()
    of_each = [set(exhibits).union(machine) for exhibits, machine in zip(found.exhibits, found.machine, strict=True)]
    return frozenset(set.intersection(*of_each)) if of_each else frozenset()


def lines_found(session: Session, exhibit_ids: Sequence[str], query: str) -> dict[str, list[MachineLine]]:
    """Return which lines that a machine read off exhibits have one of the words, where they have all of them."""
    words = words_of(query)
    with session.vault.read() as catalog:
        texts = catalog.last_machine_texts(exhibit_ids)
    found = {each: _lines(text, words) for each, text in texts.items()}
    return {each: lines for each, lines in found.items() if lines}


def words_found(session: Session, exhibit_ids: Sequence[str], query: str) -> dict[str, str]:
    """Return the first line off each of the exhibits that has one of the words, where they have all of them.

    With the next line, where a screen broke the word.
    """
    words = words_of(query)
    with session.vault.read() as catalog:
        texts = catalog.last_machine_texts(exhibit_ids)
    found = {each: _first_words(text, words) for each, text in texts.items()}
    return {each: line for each, line in found.items() if line}


def _first_words(text: MachineText, words: Sequence[str]) -> str:
    lines = [line.words for line in text.lines]
    index = next(iter(lines_with(words, lines)), None)
    if index is None:
        return ""
    return lines[index] if spans(words, lines[index]) else "".join(lines[index : index + 2])


def places_found(session: Session, exhibit_id: str, query: str) -> list[Place]:
    """Return where on an exhibit words stand that a machine read, from its first page on; of each line the part.

    The exhibit need not have all of the words: what was found may stand elsewhere, for what one sees here.
    """
    words = words_of(query)
    with session.vault.read() as catalog:
        text = catalog.last_machine_texts([exhibit_id]).get(exhibit_id)
    if text is None or not words:
        return []
    starts = [0, *accumulate(len(line.words) for line in text.lines)]
    found = spans(words, "".join(line.words for line in text.lines))
    return [place for start, end in found for place in _places(text.lines, starts, start, end)]


def _places(lines: Sequence[MachineLine], starts: Sequence[int], start: int, end: int) -> Iterator[Place]:
    """Yield where a part of all lines' texts stands: on the last line it goes over, too, if a screen broke it."""
    while start < end:
        index = bisect_right(starts, start) - 1
        line, begins = lines[index], starts[index]
        here = min(end, starts[index + 1])
        yield Place(_part_of(line, start - begins, here - begins), line.page_index)
        start = here


def _part_of(line: MachineLine, start: int, end: int) -> Region:
    """Return where some characters of a line stand, each as wide as such characters are."""
    left, top, width, height = line.region
    widths = [0, *accumulate(_width(character) for character in line.words)]
    first, last = (width * widths[at] // widths[-1] for at in (start, end))
    return left + first, top, max(1, last - first), height


def _width(character: str) -> int:
    return 2 if east_asian_width(character) in "WFA" else 1


def refresh_index(session: Session, progress: Progress = SILENT) -> None:
    """Bring the index of words up to date, so that searching is fast; nothing happens where only reading is allowed.

    What goes wrong costs nothing but time, and is told by whoever needs the catalog or the disk for more than that.
    Raises Cancelled; what was done is kept.
    """
    if not session.read_only:
        with suppress(JuzhengError):
            index_words(session.vault, progress)


def _parts(found: Iterator[Candidate]) -> Iterator[list[Candidate]]:
    while part := list(islice(found, PAGE)):
        yield part


def _hits(catalog: Catalog, found: Sequence[Candidate], words: Sequence[str]) -> Iterator[Hit]:
    """Yield what was found as it is shown, without what was set aside."""
    ids: dict[FoundIn, list[str]] = {kind: [] for kind in FoundIn}
    for each in found:
        ids[each.thing.found_in].append(each.thing.id)
    events = catalog.worded_events(ids[FoundIn.EVENT])
    shown_by = chain.from_iterable(event.exhibit_ids for event in events.values())
    exhibits = catalog.exhibits_in_use({*ids[FoundIn.EXHIBIT], *ids[FoundIn.MACHINE], *shown_by})
    texts = catalog.last_machine_texts(ids[FoundIn.MACHINE])
    for each in found:
        match each.thing.found_in:
            case FoundIn.EVENT:
                yield from _event_hits(each, events.get(each.thing.id), exhibits, words)
            case FoundIn.EXHIBIT:
                yield from _exhibit_hits(each, exhibits.get(each.thing.id), words)
            case FoundIn.MACHINE:
                exhibit, text = exhibits.get(each.thing.id), texts.get(each.thing.id)
                yield from _machine_hits(each, exhibit, text, words)


def _event_hits(
    found: Candidate, event: WordedEvent | None, exhibits: Mapping[str, Exhibit], words: Sequence[str]
) -> Iterator[Hit]:
    if event is not None and (not event.own or event.own in exhibits):
        shown = next((exhibits[each] for each in event.exhibit_ids if each in exhibits), None)
        for line in _found(words, event.fields):
            about = next((said for said in event.fields[:SAYING] if said and said != line), "")
            yield Hit(found.dispute_id, FoundIn.EVENT, line, shown, found.thing.id, about=about, status=event.status)


def _named_hits(catalog: Catalog, dispute_id: str, books: Books, words: Sequence[str]) -> Iterator[Hit]:
    """Yield events that are found by the name which contacts give their number."""
    names = having_all(catalog, dispute_id, books, words)
    events = catalog.worded_events(list(names))
    exhibits = catalog.exhibits_in_use({each for event in events.values() for each in event.exhibit_ids})
    for event_id, name in names.items():
        event = events[event_id]
        shown = next((exhibits[each] for each in event.exhibit_ids if each in exhibits), None)
        if shown is None and event.exhibit_ids:
            continue
        facts = dict(zip(EVENT_WORDS, event.fields, strict=True))
        text = f"{name} ({facts['number'] or facts['party']})"
        about = next((said for said in event.fields[:SAYING] if said), "")
        yield Hit(dispute_id, FoundIn.EVENT, text, shown, event_id, about=about, status=event.status)


def _exhibit_hits(found: Candidate, exhibit: Exhibit | None, words: Sequence[str]) -> Iterator[Hit]:
    if exhibit is not None:
        for line in _found(words, words_of_exhibit(exhibit)):
            yield Hit(found.dispute_id, FoundIn.EXHIBIT, line, exhibit)


def _machine_hits(
    found: Candidate, exhibit: Exhibit | None, text: MachineText | None, words: Sequence[str]
) -> Iterator[Hit]:
    if exhibit is not None and text is not None:
        for line in _lines(text, words):
            place = line.page_index, line.region
            yield Hit(found.dispute_id, FoundIn.MACHINE, line.words, exhibit, "", *place)


def _lines(text: MachineText, words: Sequence[str]) -> list[MachineLine]:
    return [text.lines[index] for index in lines_with(words, [line.words for line in text.lines])]


def _found(words: Sequence[str], fields: Iterable[str]) -> list[str]:
    """Return the one line that shows what was found, of fields that have all the words between them."""
    lines = [field for field in fields if field]
    found = lines_with(words, lines, run_on=False)
    return [lines[found[0]]] if found else []


__all__ = [
    "FoundIn",
    "Hit",
    "Matches",
    "exhibits_having",
    "lines_found",
    "matches",
    "places_found",
    "refresh_index",
    "search",
    "words_found",
]
