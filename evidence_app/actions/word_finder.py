"""Asks the index of words, and the catalog for what is behind in it: the answer is always that of this moment."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import TypeVar

from evidence_app.actions.session import Session
from evidence_app.domain.finding import END, FoundIn, Worded, has_all
from evidence_app.vault.indexing import Behind, behind
from evidence_app.vault.reading import Catalog
from evidence_app.vault.words import Candidate, IndexView, WordsProblem

T = TypeVar("T")

MOST_RANKED = 400
"""More finds than this are not put in order, but given in that of the index: nobody reads to the end of them."""


def asked_of(session: Session, question: Callable[[Catalog, IndexView | None], T]) -> T:
    """Return the answer of catalog and index, of the catalog alone where the index turns out to be damaged."""
    # the index first: the catalog is then as new or newer, and its log says what the index lacks
    with session.vault.words.reading() as index, session.vault.read() as catalog:
        try:
            return question(catalog, index)
        except WordsProblem:
            return question(catalog, None)


class Finder:
    """Asks the index, and the catalog for what is behind in it."""

    def __init__(self, catalog: Catalog, index: IndexView | None, words: Sequence[str]) -> None:
        self.catalog, self.index, self._words = catalog, index, words
        self._behind: dict[str, Behind | None] = {}

    def candidates(self, dispute_ids: Sequence[str], *, everywhere: bool) -> Iterator[Candidate]:
        """Yield what has the words, ranked unless that is a lot."""
        found = chain(self._unindexed(dispute_ids), self._indexed(dispute_ids, everywhere=everywhere))
        first = list(islice(found, MOST_RANKED + 1))
        if len(first) <= MOST_RANKED:
            places = {each: place for place, each in enumerate(dispute_ids)}
            first.sort(key=lambda each: self._rank(each, places))
        return chain(first, found)

    def ids(self, dispute_id: str, word: str) -> Mapping[FoundIn, Collection[str]]:
        """Return what of a dispute has a word, by kind."""
        plain, late = self.plain_ids(dispute_id, word), self.late(dispute_id)
        if self.index is None or late is None:
            return plain
        found = self.index.ids_having(word, dispute_id)
        for kind, ids in found.items():
            ids -= late.ids
            ids |= plain[kind]
        return found

    def plain_ids(self, dispute_id: str, word: str) -> dict[FoundIn, set[str]]:
        """Return what has a word of that of a dispute which the index does not know as it is, by kind."""
        found: dict[FoundIn, set[str]] = {kind: set() for kind in FoundIn}
        for thing in self._plainly(dispute_id):
            if word in thing.shape:
                found[thing.found_in].add(thing.id)
        return found

    def _indexed(self, dispute_ids: Sequence[str], *, everywhere: bool) -> Iterator[Candidate]:
        wanted = {each: late for each in dispute_ids if (late := self.late(each)) is not None}
        if self.index is None or not wanted:
            return
        for found in self.index.having(self._words, None if everywhere else dispute_ids[0]):
            late = wanted.get(found.dispute_id)
            if late is not None and found.thing.id not in late.ids:
                yield found

    def _unindexed(self, dispute_ids: Sequence[str]) -> Iterator[Candidate]:
        for dispute_id in dispute_ids:
            for thing in self._plainly(dispute_id):
                if has_all(self._words, thing.shape):
                    yield Candidate(dispute_id, thing)

    def late(self, dispute_id: str) -> Behind | None:
        """Return what the index does not know of a dispute, None if it cannot be asked at all."""
        if self.index is None:
            return None
        if dispute_id not in self._behind:
            self._behind[dispute_id] = behind(self.catalog, dispute_id, self.index.standings.get(dispute_id))
        return self._behind[dispute_id]

    def _plainly(self, dispute_id: str) -> Iterator[Worded]:
        """Yield from the catalog what the index does not know of a dispute."""
        late = self.late(dispute_id)
        if late is None:
            return self.catalog.worded(dispute_id)
        missing = (self.catalog.worded_between(each) for each in late.missing)
        return chain(self.catalog.worded_of(late.exhibit_ids, late.event_ids), *missing)

    def _rank(self, found: Candidate, places: Mapping[str, int]) -> tuple[object, ...]:
        thing = found.thing
        fields = thing.shape.split(END) if thing.found_in is not FoundIn.MACHINE else ()
        alone = all(word in fields for word in self._words)
        at = (thing.at_ms is None, thing.at_ms or 0)
        return not alone, places[found.dispute_id], _ORDER[thing.found_in], at


_ORDER = {kind: place for place, kind in enumerate(FoundIn)}
