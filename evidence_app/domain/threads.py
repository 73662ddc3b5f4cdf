"""The pictures of each thread in order: joined, with a gap between them, or with nothing that says either. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum
from heapq import heappop, heappush

from evidence_app.characters import folded
from evidence_app.domain.suggestions import PageKind

CONVERSATIONS = frozenset({PageKind.CHAT, PageKind.SMS})
"""Pages that go on above and below: only of these something may be missing between two pictures."""

GOES_ON = timedelta(hours=1)
"""Within so much time a conversation is taken for one that goes on: where nothing joins two pictures of it, something
is likely to be missing. After a longer pause, most of all after days, it is usually all there."""

LAST = datetime.max.replace(tzinfo=UTC)
"""Where pictures without a time are sorted."""


class Seam(Enum):
    """How two pictures that follow each other in a thread meet.

    ``JOINED``: both show the same events. ``GAP``: nothing joins them, although the conversation goes on from the one
    to the other. ``APART``: nothing joins them, and nothing says that anything is missing.
    """

    JOINED = "joined"
    GAP = "gap"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Showing:
    """Which events a picture shows, from top to bottom; ``begins`` is the first time on it that is known, aware.

    ``first`` and ``last`` are the earliest and the latest moment on it that is known to the minute.
    """

    exhibit_id: str
    number: int
    kind: PageKind
    party: str
    event_ids: tuple[str, ...]
    begins: datetime | None = None
    first: datetime | None = None
    last: datetime | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """Two pictures of a thread that follow each other. ``in_common`` is how many events both show.

    ``goes_on`` tells whether the conversation goes on from the one to the other, by the times on them.
    """

    kind: PageKind
    party: str
    before_id: str
    after_id: str
    in_common: int
    goes_on: bool = False

    @property
    def seam(self) -> Seam:
        """How the two meet."""
        return Seam.JOINED if self.in_common else Seam.GAP if self.goes_on else Seam.APART


def links(showings: Iterable[Showing]) -> list[Link]:
    """Return for each picture but the first of its thread what it is joined to, or which one it follows.

    What is not joined is told of conversations only.

    A thread is what is joined, and what names the same other side on pages of the same kind. Pictures that are joined
    are in the order of what they show, those that are not in that of their times; without a time they come last.
    """
    found: list[Link] = []
    for thread in _threads(list(showings)):
        before: Showing | None = None
        for piece in thread:
            ordered = _in_order(piece)
            if before is not None:
                found.append(_link(before, ordered[0]))
            found += [_link(_nearest(ordered[:index], each), each) for index, each in enumerate(ordered) if index]
            before = ordered[-1]
    return [link for link in found if link.in_common or link.kind in CONVERSATIONS]


def _link(before: Showing, after: Showing) -> Link:
    common = len(set(before.event_ids) & set(after.event_ids))
    pause = after.first - before.last if before.last and after.first else None
    goes_on = pause is not None and abs(pause) <= GOES_ON
    return Link(after.kind, after.party or before.party, before.exhibit_id, after.exhibit_id, common, goes_on)


def _nearest(earlier: Sequence[Showing], after: Showing) -> Showing:
    """Return the picture with which most is in common, of several the last one."""
    own = set(after.event_ids)
    return max(reversed(earlier), key=lambda each: len(own & set(each.event_ids)))


def _threads(showings: Sequence[Showing]) -> list[list[list[Showing]]]:
    """Return each thread as pieces, each of which is joined within itself, in the order of their times."""
    threads: defaultdict[tuple[PageKind, str], list[list[Showing]]] = defaultdict(list)
    for piece in pieces(showings):
        party = next((each.party for each in piece if each.party), "")
        threads[piece[0].kind, folded(party) or piece[0].exhibit_id].append(piece)
    return [sorted(thread, key=_begins) for thread in threads.values()]


def _begins(piece: Sequence[Showing]) -> tuple[bool, datetime, int]:
    known = [each.begins for each in piece if each.begins]
    return not known, min(known, default=LAST), min(each.number for each in piece)


def pieces(showings: Sequence[Showing]) -> list[list[Showing]]:
    """Return the pictures by what joins them: those that show one event are in one piece."""
    leader = list(range(len(showings)))

    def first_of(index: int) -> int:
        while leader[index] != index:
            leader[index] = leader[leader[index]]
            index = leader[index]
        return index

    shown_by: dict[str, int] = {}
    for index, each in enumerate(showings):
        for event_id in each.event_ids:
            leader[first_of(index)] = first_of(shown_by.setdefault(event_id, index))
    found: defaultdict[int, list[Showing]] = defaultdict(list)
    for index, each in enumerate(showings):
        found[first_of(index)].append(each)
    return list(found.values())


def _in_order(piece: Sequence[Showing]) -> list[Showing]:
    """Return joined pictures in the order of what they show."""
    place = {event_id: index for index, event_id in enumerate(events_in_order(piece))}

    def key(showing: Showing) -> tuple[int, int, int]:
        places = [place[event_id] for event_id in showing.event_ids]
        return min(places), max(places), showing.number

    return sorted(piece, key=key) if len(piece) > 1 else list(piece)


def events_in_order(piece: Sequence[Showing]) -> list[str]:
    """Return all events such that each picture's order is kept; where two pictures contradict, by number."""
    after: defaultdict[str, set[str]] = defaultdict(set)
    waits: defaultdict[str, int] = defaultdict(int)
    rank: dict[str, int] = {}
    for showing in sorted(piece, key=lambda each: (each.begins or LAST, each.number)):
        for event_id in showing.event_ids:
            rank.setdefault(event_id, len(rank))
        for one, other in zip(showing.event_ids, showing.event_ids[1:], strict=False):
            if other not in after[one]:
                after[one].add(other)
                waits[other] += 1
    return _sorted(rank, after, waits)


def _sorted(rank: Mapping[str, int], after: Mapping[str, set[str]], waits: dict[str, int]) -> list[str]:
    ready = [(place, event_id) for event_id, place in rank.items() if not waits.get(event_id)]
    left, ordered = dict(rank), []
    while left:
        place, event_id = heappop(ready) if ready else min((place, event_id) for event_id, place in left.items())
        if left.pop(event_id, None) is None:
            continue
        ordered.append(event_id)
        for other in after.get(event_id, ()):
            waits[other] -= 1
            if not waits[other]:
                heappush(ready, (rank[other], other))
    return ordered
