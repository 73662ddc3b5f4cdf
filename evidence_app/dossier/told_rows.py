"""Which entries share a row of the chronology: records of one thing, and like calls or messages of one day. Pure.

Nothing is hidden: the row names each entry's time and exhibit, and tells what only that one says.
"""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from evidence_app.characters import folded
from evidence_app.domain.call_lists import merged_calls
from evidence_app.domain.events import Event, EventStatus
from evidence_app.domain.timeline import known_instant
from evidence_app.domain.times import Precision, has_open_conflict
from evidence_app.dossier.content import Content
from evidence_app.rules.parties import TALK

FEWEST_ALIKE = 3
"""Like entries of one day, one after the other, that are listed in one row."""

_TIMED = frozenset({Precision.SECOND, Precision.MINUTE})
_APART = re.compile(r"[\W_]+")
"""What stands between words and figures: two records of one message break its lines differently."""


@dataclass(frozen=True, slots=True)
class Told:
    """One row: the event that it tells, other records of the same thing, and further like events of that day."""

    event: Event
    again: tuple[Event, ...] = ()
    alike: tuple[Event, ...] = ()


def squeezed(text: str) -> str:
    """Return what of a text is compared."""
    return _APART.sub("", folded(text))


def rows_of(content: Content, events: Iterable[Event]) -> list[Told]:
    """Return the rows of some of a dossier's events, in their order."""
    again: defaultdict[str, list[Event]] = defaultdict(list)
    shared: set[str] = set()
    events = list(events)
    shown = {each.id for each in events}
    for event in events:
        other = _same(content, event)
        if other is not None and other.id in shown:
            again[other.id].append(event)
            shared.add(event.id)
    left = [each for each in events if each.id not in shared]
    apart = frozenset(again).union(content.bound, _told_with_a_note(content))
    return [row for told in _together(content, left, apart) for row in _rows(told, again)]


def _rows(told: list[Event], again: dict[str, list[Event]]) -> Iterator[Told]:
    if len(told) >= FEWEST_ALIKE:
        yield Told(told[0], alike=tuple(told[1:]))
    else:
        yield from (Told(each, again=tuple(again.get(each.id, ()))) for each in told)


def _same(content: Content, event: Event) -> Event | None:
    """Return the event that surely is another record of the same: it counts, and neither says what the other denies."""
    found = content.workspace
    counting = found.same.get(event.id, "") if found is not None and event.kind in TALK else _money(content, event)
    other = content.events_by_id.get(counting)
    if other is None or other.kind is not event.kind or EventStatus.SUGGESTED in (event.status, other.status):
        return None
    one, two = squeezed(event.text), squeezed(other.text)
    return other if one in two or two in one else None


def _money(content: Content, event: Event) -> str:
    """Return the payment that counts for a twin, both with a time of that day; empty where none surely does."""
    pairs, home = content.pairs, content.dispute.zone
    other = content.events_by_id.get(pairs.partner.get(event.id, ""))
    if event.id not in pairs.twins or other is None or other.id in pairs.twins:
        return ""
    if not {event.time.precision, other.time.precision} <= _TIMED:
        return ""
    one, two = known_instant(event, home), known_instant(other, home)
    is_one_day = one is not None and two is not None and one.astimezone(home).date() == two.astimezone(home).date()
    return other.id if is_one_day else ""


def _told_with_a_note(content: Content) -> frozenset[str]:
    """Return the events of which their row says that another one is the same."""
    same = content.workspace.same if content.workspace is not None else {}
    return frozenset(same).union(content.same_money)


def _together(content: Content, events: list[Event], apart: frozenset[str]) -> Iterator[list[Event]]:
    for _, told in groupby(events, lambda each: _alike(content, each, apart)):
        yield list(told)


def _alike(content: Content, event: Event, apart: frozenset[str]) -> Hashable:
    """Return what like events have in common; of what stands by itself, its id."""
    home, reading = content.dispute.zone, event.time.happened
    at = known_instant(event, home)
    is_merged = merged_calls(event.text, is_read=bool(event.read_from) and not event.imported) > 1
    is_single = event.id in apart or event.kind not in TALK or event.promise or is_merged
    if is_single or at is None or reading is None or reading.precision not in _TIMED:
        return event.id
    if has_open_conflict(event.time, home) or event.status is EventStatus.SUGGESTED:
        return event.id
    said = (event.kind, event.direction, event.outcome, event.text, event.amount, event.currency)
    who = (event.party, event.number, event.agent_id, event.agent_name, event.body, content.names.get(event.id, ""))
    known = (event.reference, event.account, event.exhibit_ids, reading.precision, reading.source, reading.year_from)
    return (at.astimezone(home).date(), said, who, known)
