"""What of a long timeline has the words of a search, as places in it: worked out of arrays of numbers.

To make an id, an entry or a number of Python's of each of a hundred thousand events takes longer than a keystroke may.
"""

from array import array
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce

import numpy
from numpy.typing import NDArray

from evidence_app.actions.long_timeline import LongTimeline
from evidence_app.actions.named_events import Books, books_of, having
from evidence_app.actions.session import Session
from evidence_app.actions.word_finder import Finder, asked_of
from evidence_app.domain.events import EventKind
from evidence_app.domain.finding import FoundIn, words_of
from evidence_app.vault.reading import Catalog
from evidence_app.vault.word_names import AT_ONCE, BETWEEN, END_OF_ROW
from evidence_app.vault.words import SERIALS, IndexView, WordsProblem, serials_begin

Mask = NDArray[numpy.bool_]
"""Of which things something holds. The last is no thing: it takes in all of which nobody knows where they stand."""

Numbers = NDArray[numpy.int32]

NOWHERE = -1

LookUp = Callable[[Catalog, Sequence[str]], Numbers]
"""Finds out where things stand by their ids, `NOWHERE` for one that is unknown."""


@dataclass(frozen=True, slots=True)
class FoundPlaces:
    """``places`` ascend. ``read`` are the events among them for whose exhibit a machine read one of the words."""

    places: "array[int]"
    read: frozenset[str]


class PlaceFinder:
    """Searches one long timeline. May be asked from any thread; the first time takes longest."""

    def __init__(self, timeline: LongTimeline) -> None:
        self._timeline = timeline
        samples, alike = timeline.samples, numpy.frombuffer(timeline.skeleton.alike, numpy.uint32)
        self._exhibits: dict[str, int] = {}
        for sample in samples:
            if sample.exhibit_id:
                self._exhibits.setdefault(sample.exhibit_id, len(self._exhibits))
        shown_by = numpy.array([self._exhibits.get(sample.exhibit_id, NOWHERE) for sample in samples], numpy.int32)
        documents = {sample.exhibit_id: number for number, sample in enumerate(samples) if _is_document(sample.kind)}
        stands = numpy.zeros(len(samples), bool)
        stands[list(documents.values())] = True
        self._shown_by, self._stands = shown_by[alike], stands[alike]
        self._stands_at = numpy.flatnonzero(self._stands)
        self._stood_for = self._shown_by[self._stands_at]
        self._documents = {self._exhibits[each]: samples[at].event_id for each, at in documents.items() if each}
        self._standing = {
            FoundIn.EVENT: _Standing(self._events_at),
            FoundIn.EXHIBIT: _Standing(self._exhibits_at),
            FoundIn.MACHINE: _Standing(self._exhibits_at),
        }

    def find(self, session: Session, query: str) -> FoundPlaces:
        """Return where the events stand that have all words, as `search.Matches` tells. Raises InputProblem."""
        dispute_id, words = self._timeline.dispute.id, words_of(query)
        books = books_of(session, dispute_id)

        def found(catalog: Catalog, index: IndexView | None) -> FoundPlaces:
            finder = Finder(catalog, index, words)
            return self._found([self._having(finder, catalog.dispute(dispute_id).id, books, word) for word in words])

        return asked_of(session, found)

    def get_ready(self, session: Session) -> None:
        """Find out where everything stands that the index has."""

        def look(catalog: Catalog, index: IndexView | None) -> None:
            dispute_id = self._timeline.dispute.id
            if index is None or dispute_id not in index.standings:
                return
            for kind, standing in self._standing.items():
                standing.learn(catalog, index, dispute_id, kind)

        asked_of(session, look)

    def _having(self, finder: Finder, dispute_id: str, books: Books, word: str) -> Mapping[FoundIn, Mask]:
        """Return what has a word: of events by their places, of exhibits by our own numbers."""
        late, plain = finder.late(dispute_id), finder.plain_ids(dispute_id, word)
        plain[FoundIn.EVENT] |= having(finder.catalog, dispute_id, books, word)
        index, found = finder.index if late is not None else None, {}
        indexed = _parsed(index.numbers_having(word, dispute_id) if index is not None else "")
        for kind in self._standing:
            count = len(self._timeline) if kind is FoundIn.EVENT else len(self._exhibits)
            mask = found[kind] = numpy.zeros(count + 1, bool)
            if index is not None and late is not None:
                mask[self._indexed(finder.catalog, index, dispute_id, kind, indexed)] = True
                mask[self._look_up(finder.catalog, kind, late.ids)] = False
            mask[self._look_up(finder.catalog, kind, plain[kind])] = True
            mask[NOWHERE] = False
        return found

    def _indexed(
        self, catalog: Catalog, index: IndexView, dispute_id: str, kind: FoundIn, numbers: NDArray[numpy.int64]
    ) -> Numbers:
        """Return where the things of a kind stand, among those that have these numbers in the index."""
        begin, end = serials_begin(kind), serials_begin(kind) + SERIALS
        serials = numbers[(numbers >= begin) & (numbers < end)] - begin
        if not len(serials):
            return numpy.empty(0, numpy.int32)
        places = self._standing[kind].learn(catalog, index, dispute_id, kind)
        if serials.max() >= len(places):
            raise WordsProblem("a thing without an id")
        return places[serials]

    def _found(self, words: Sequence[Mapping[FoundIn, Mask]]) -> FoundPlaces:
        """Return what has every word, itself or by the exhibit that shows it, and at least one itself.

        What only the exhibit has belongs to the event that stands for it: a picture may show twenty messages.
        """
        if not words:
            return FoundPlaces(array("I"), frozenset())
        own = reduce(numpy.logical_or, (each[FoundIn.EVENT] for each in words))[:NOWHERE] | self._stands
        for each in words:
            own &= self._having_one(each)
        places = array("I")
        places.frombytes(numpy.flatnonzero(own).astype(numpy.uint32).tobytes())
        return FoundPlaces(places, self._read(own, words))

    def _having_one(self, having: Mapping[FoundIn, Mask]) -> Mask:
        """Return which events have a word, themselves or by the exhibit that shows them; few exhibits have it."""
        found = having[FoundIn.EVENT][:NOWHERE].copy()
        if having[FoundIn.EXHIBIT].any():
            found |= having[FoundIn.EXHIBIT][self._shown_by]
        found[self._stands_at[having[FoundIn.MACHINE][self._stood_for]]] = True
        return found

    def _read(self, found: Mask, words: Sequence[Mapping[FoundIn, Mask]]) -> frozenset[str]:
        machine = reduce(numpy.logical_or, (each[FoundIn.MACHINE] for each in words))
        numbers = self._stood_for[found[self._stands_at] & machine[self._stood_for]]
        return frozenset(map(self._documents.__getitem__, numbers.tolist()))

    # Where things stand

    def _look_up(self, catalog: Catalog, kind: FoundIn, ids: Collection[str]) -> Numbers:
        if not ids:
            return numpy.empty(0, numpy.int32)
        return self._events_at(catalog, list(ids)) if kind is FoundIn.EVENT else self._exhibits_at(catalog, list(ids))

    def _events_at(self, catalog: Catalog, event_ids: Sequence[str]) -> Numbers:
        inverse = self._timeline.inverse
        keys, places = numpy.frombuffer(inverse.keys, numpy.int64), numpy.frombuffer(inverse.places, numpy.uint32)
        wanted = numpy.frombuffer(catalog.keys_in_order(self._timeline.dispute.id, event_ids), numpy.int64)
        at = numpy.minimum(numpy.searchsorted(keys, wanted), len(keys) - 1)
        return numpy.where(keys[at] == wanted, places[at].astype(numpy.int32), NOWHERE)

    def _exhibits_at(self, _: Catalog, exhibit_ids: Sequence[str]) -> Numbers:
        return numpy.array([self._exhibits.get(each, NOWHERE) for each in exhibit_ids], numpy.int32)


class _Standing:
    """Where the things of a kind stand, by their serial numbers in the index: looked up once for a row of ids.

    A row that has other ids than before is looked up anew: the index may have been made anew in between. All of them
    are only read where the index says that they are others: of a hundred thousand events they are megabytes.
    """

    def __init__(self, look_up: LookUp) -> None:
        self._look_up = look_up
        self._known: tuple[bytes, str, str, Numbers] = (b"", "", "", numpy.empty(0, numpy.int32))

    def learn(self, catalog: Catalog, index: IndexView, dispute_id: str, kind: FoundIn) -> Numbers:
        """Return where things stand by their serial numbers; `NOWHERE` for what is unknown."""
        stamp = index.names_stamp()
        known_stamp, known_numbers, known_ids, places = self._known
        if stamp and stamp == known_stamp:
            return places
        numbers, ids = index.all_ids(dispute_id, kind)
        before = dict(zip(_numbers(known_numbers), known_ids.split(END_OF_ROW), strict=False))
        rows = dict(zip(_numbers(numbers), ids.split(END_OF_ROW), strict=False))
        found = numpy.full((max(rows, default=-1) + 1) * AT_ONCE, NOWHERE, numpy.int32)
        for number, row in rows.items():
            part = slice(number * AT_ONCE, (number + 1) * AT_ONCE)
            found[part] = places[part] if before.get(number) == row else self._row(catalog, row)
        self._known = (stamp, numbers, ids, found)
        return found

    def _row(self, catalog: Catalog, ids: str) -> Numbers:
        places = numpy.full(AT_ONCE, NOWHERE, numpy.int32)
        looked_up = self._look_up(catalog, ids.split(BETWEEN)[:AT_ONCE])
        places[: len(looked_up)] = looked_up
        return places


def _parsed(numbers: str) -> NDArray[numpy.int64]:
    return numpy.fromstring(numbers, numpy.int64, sep=",") if numbers else numpy.empty(0, numpy.int64)


def _numbers(text: str) -> list[int]:
    return [int(number) for number in text.split(",")] if text else []


def _is_document(kind: EventKind) -> bool:
    return kind is EventKind.DOCUMENT
