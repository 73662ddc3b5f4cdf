"""A long timeline as a list of its lines, read a page at a time when somebody looks at them. Imports no database."""

from array import array
from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING, overload

from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import Direction, EventKind, EventStatus, Outcome, TimelineEntry
from evidence_app.domain.long_timeline import Skeleton
from evidence_app.domain.times import Precision
from evidence_app.errors import JuzhengError
from evidence_app.vault.members import moment

if TYPE_CHECKING:
    from evidence_app.actions.session import Session

Named = Callable[[Iterable[TimelineEntry]], list[TimelineEntry]]
"""Puts contacts' names in place of bare numbers."""

PAGE = 64
"""Lines that are read together: about a millisecond, and more than a screen shows."""

MOST_PAGES = 48

WHOLE_PAGE = 1000
"""Lines that are read together by whoever goes through all of them."""

GONE = TimelineEntry(
    event_id="",
    kind=EventKind.NOTE,
    at=None,
    precision=Precision.UNKNOWN,
    time_source=None,
    offset_stated=False,
    open_conflict=False,
    direction=Direction.NONE,
    party="",
    agent_id="",
    text="",
    amount=None,
    currency="",
    duration_s=None,
    outcome=Outcome.NONE,
    promise="",
    status=EventStatus.ACCEPTED,
    exhibit_id="",
    exhibit_number=0,
    sha256="",
    media_kind="",
)
"""What stands for a line that cannot be read any more: the event is gone, or the vault was closed, a moment ago;
or its columns were damaged, which verifying names."""


class LongTimeline(Sequence[TimelineEntry]):
    """All lines of a dispute's timeline, in order. Going through them reads them all; places in it cost little.

    A line is as it is in the vault when it is read. Places may be asked for from any thread.
    """

    def __init__(self, session: "Session", dispute: Dispute, skeleton: Skeleton, named: Named | None = None) -> None:
        self.dispute = dispute
        self.skeleton = skeleton
        self.samples = list(skeleton.samples) if named is None else named(skeleton.samples)
        """One line for each kind of lines, `Skeleton.alike` tells which."""
        self._session, self._named = session, named
        self._pages: OrderedDict[int, list[TimelineEntry]] = OrderedDict()
        self._places: dict[str, int] = {}  # of what is in the pages
        self._picked: dict[int, TimelineEntry] = {}
        self._forgotten = 0
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self.skeleton.keys)

    @overload
    def __getitem__(self, place: int) -> TimelineEntry: ...
    @overload
    def __getitem__(self, place: slice) -> list[TimelineEntry]: ...
    def __getitem__(self, place: int | slice) -> "TimelineEntry | list[TimelineEntry]":
        if isinstance(place, slice):
            return self.at(range(len(self))[place])
        if not -len(self) <= place < len(self):
            raise IndexError(place)
        place %= len(self)
        picked = self._picked.get(place)
        return picked if picked is not None else self._page(place // PAGE)[place % PAGE]

    def __iter__(self) -> Iterator[TimelineEntry]:
        for start in range(0, len(self), WHOLE_PAGE):
            yield from self.at(range(start, min(start + WHOLE_PAGE, len(self))))

    def at(self, places: Sequence[int]) -> list[TimelineEntry]:
        """Return lines by their places, without keeping them."""
        keys = [self.skeleton.keys[place] for place in places]
        found = self._read(keys) or {}
        return [found.get(key, GONE) for key in keys]

    def pick(self, places: Sequence[int]) -> None:
        """Read some lines now and keep them until others are picked: those that are about to be shown lie scattered."""
        forgotten = self._forgotten
        lines = {place: entry for place, entry in zip(places, self.at(places), strict=True) if entry is not GONE}
        with self._lock:
            if forgotten == self._forgotten:
                self._picked = lines

    def _page(self, number: int) -> list[TimelineEntry]:
        page = self._pages.get(number)
        if page is not None:
            return page
        keys = self.skeleton.keys[number * PAGE : (number + 1) * PAGE]
        found = self._read(keys)
        if found is None:
            return [GONE] * len(keys)
        page = [found.get(key, GONE) for key in keys]
        self._keep(number, page)
        return page

    def _keep(self, number: int, page: list[TimelineEntry]) -> None:
        with self._lock:
            self._pages[number] = page
            self._places.update((entry.event_id, number * PAGE + at) for at, entry in enumerate(page))
            while len(self._pages) > MOST_PAGES:
                _, old = self._pages.popitem(last=False)
                for entry in old:
                    self._places.pop(entry.event_id, None)

    def forget_lines(self) -> None:
        """Read lines again when they are asked for: something was changed. Which there are, and where, stays."""
        with self._lock:
            self._pages.clear()
            self._places.clear()
            self._picked, self._forgotten = {}, self._forgotten + 1

    def _read(self, keys: Sequence[int]) -> dict[int, TimelineEntry] | None:
        """Return lines by their keys; None where the vault cannot be read any more."""
        try:
            with self._session.vault.read() as catalog:
                found = catalog.lines_at(self.dispute, keys, self.skeleton.told)
        except JuzhengError:
            return None  # it was closed or removed: whoever shows this is about to hear of it
        return found if self._named is None else dict(zip(found, self._named(found.values()), strict=True))

    # Where lines are

    def sample(self, place: int) -> TimelineEntry:
        """Return a line that is alike; see `Skeleton`."""
        return self.samples[self.skeleton.alike[place]]

    def place_of(self, event_id: str) -> int:
        """Return the place of an event, -1 if it has none."""
        if not event_id:
            return -1
        known = self._places.get(event_id)
        if known is None:
            known = next((place for place, entry in self._picked.items() if entry.event_id == event_id), None)
        return known if known is not None else self.place_by_id([event_id]).get(event_id, -1)

    def places_of(self, event_ids: Collection[str]) -> list[int]:
        """Return the places of those of the events that have one, in order."""
        return sorted(self.place_by_id(event_ids).values())

    def place_by_id(self, event_ids: Collection[str]) -> dict[str, int]:
        """Return where those of the events stand that have a place."""
        try:
            with self._session.vault.read() as catalog:
                keys = catalog.keys_of(self.dispute.id, event_ids, len(self))
        except JuzhengError:
            return {}
        return {event_id: place for event_id, key in keys.items() if (place := self.inverse.of(key)) >= 0}

    @cached_property
    def inverse(self) -> "Inverse":
        """Where each of the catalog's keys stands."""
        return Inverse(self.skeleton.keys)

    def find_all(self) -> None:
        """Find out now where everything is, and read what is seen first."""
        _ = self.inverse, self._page(0)

    def ids_at(self, places: Sequence[int]) -> list[str]:
        """Return the ids of the events at places; of one that is gone, none."""
        keys = [self.skeleton.keys[place] for place in places]
        try:
            with self._session.vault.read() as catalog:
                ids = catalog.ids_at(self.dispute.id, keys)
        except JuzhengError:
            return []
        return [ids[key] for key in keys if key in ids]

    def day_at(self, place: int) -> date:
        """Return the day of a line that has a time, in the dispute's zone."""
        return moment(self.skeleton.at_ms[place], self.dispute.zone).date()


class Inverse:
    """Where each key stands: ``keys`` ascend, ``places`` are theirs; that takes a tenth of a dictionary's memory."""

    def __init__(self, keys: Sequence[int]) -> None:
        self.places = array("I", sorted(range(len(keys)), key=keys.__getitem__))
        self.keys = array("q", (keys[place] for place in self.places))

    def of(self, key: int) -> int:
        """Return where a key stands, -1 for one that is unknown."""
        at = bisect_left(self.keys, key)
        return self.places[at] if at < len(self.keys) and self.keys[at] == key else -1
