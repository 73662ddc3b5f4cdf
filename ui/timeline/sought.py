"""What a search finds in a timeline, with all that showing it asks for, worked out off the UI thread.

Knows nothing of widgets.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from evidence_app.actions.long_timeline import LongTimeline
from evidence_app.domain.events import EventKind, TimelineEntry
from evidence_app.domain.finding import has_all, one_shape, words_of
from ui.timeline.days import Key, Tally, tallies_of
from ui.timeline.outline import Outline
from ui.timeline.rows import Rows

if TYPE_CHECKING:
    from evidence_app.actions.search import Matches
    from evidence_app.actions.session import Session
    from ui.timeline.long_outline import LongOutline


@dataclass(frozen=True, eq=False)
class Sought:
    """The events of an outline that have the words of a text, in order.

    ``rows`` and ``days`` show them while nothing else filters; of a long timeline, ``entries`` is empty: the rows have
    all that is asked. ``read`` are those among them that stand for an exhibit
    off which a machine read one of the words.
    """

    text: str
    outline: Outline
    entries: Sequence[TimelineEntry]
    event_ids: Container[str]
    rows: Rows
    days: Mapping[Key, Tally]
    read: frozenset[str]


def get_ready(session: "Session", outline: Outline) -> None:
    """Do now what only the first search of a long timeline would have to do. Slow for many thousands."""
    from ui.timeline.long_sought import get_ready as get_long_ready

    get_long_ready(session, cast("LongOutline", outline))


def sought(session: "Session", outline: Outline, text: str) -> Sought:
    """Search a timeline's events, and what machines read off their exhibits. Slow for many thousands."""
    if isinstance(outline.entries, LongTimeline):
        from ui.timeline.long_sought import long_sought

        return long_sought(session, cast("LongOutline", outline), text)
    from evidence_app.actions.search import matches

    found = matches(session, outline.dispute_id, text)
    rows = outline.rows.among(_found_among(outline, found))
    rows.find_all()
    event_ids = frozenset(rows.row_by_event)
    entries = [row for row in rows.content if isinstance(row, TimelineEntry)]
    read = event_ids & {outline.documents.get(exhibit_id, "") for ids in found.machine for exhibit_id in ids}
    return Sought(text, outline, entries, event_ids, rows, tallies_of(rows), read)


def _found_among(outline: Outline, found: "Matches") -> set[str]:
    """Return the events that have all words. Looks at none that has no word: there may be tens of thousands."""
    if not found.events:
        return set()
    documents, exhibits = outline.documents, set[str]().union(*found.exhibits, *found.machine)
    pictured = {documents[exhibit_id] for exhibit_id in exhibits if exhibit_id in documents}
    if len(found.events) == 1:
        return pictured.union(*found.events)
    whole = set(found.events[0]).intersection(*found.events)
    for entry in _of_ids(outline, pictured.union(*found.events) - whole):
        if found.has_all(entry.event_id, entry.exhibit_id, stands_for_exhibit=entry.kind is EventKind.DOCUMENT):
            whole.add(entry.event_id)
    return whole


def _of_ids(outline: Outline, event_ids: set[str]) -> Iterator[TimelineEntry]:
    places, content = outline.rows.row_by_event, outline.rows.content
    for event_id in event_ids:
        entry = content[places[event_id]] if event_id in places else None
        if isinstance(entry, TimelineEntry):
            yield entry


def says_so_itself(entry: TimelineEntry, text: str) -> bool:
    """Tell whether one sees on an event's card why it was found."""
    seen = (entry.text, entry.proves, entry.exhibit_label, entry.party, entry.agent_id, entry.promise)
    return has_all(words_of(text), one_shape(seen))
