"""Pictures of one thread: which events a new one has in common with those already read, and how they follow others."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from zoneinfo import ZoneInfo

from evidence_app.actions.session import Session
from evidence_app.domain.continuity import Picture, placing, said
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import Event
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.pages import FilePage
from evidence_app.domain.suggestions import EventPlace, Findings, KeptFindings, PageKind
from evidence_app.domain.thread_days import days_told, with_both
from evidence_app.domain.thread_times import carried_times, known_times
from evidence_app.domain.threads import CONVERSATIONS, Link, Seam, Showing, events_in_order, links, pieces
from evidence_app.domain.timeline import event_instant
from evidence_app.domain.times import UNKNOWN_TIME, EventTime, Precision, choose
from evidence_app.domain.whole_threads import laid_together, showing
from evidence_app.rules.documents import Break
from evidence_app.vault.changes import Changes
from evidence_app.vault.reading import Catalog


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a new picture belongs in its thread.

    ``events`` has the ids of its events that are there already, by index; ``wholer`` are the indexes of those that only
    this picture shows uncut; ``times`` are times of its messages that only other pictures say.
    """

    events: Mapping[int, str]
    wholer: frozenset[int]
    times: Mapping[int, EventTime]


FEWEST_PICTURES = 2
"""Of one thread, for something to be missing between them."""

NOWHERE = Placed({}, frozenset(), {})


@dataclass(frozen=True, slots=True)
class Join:
    """Two exhibits of a thread that follow each other. ``in_common`` is how many events both show.

    Where they show none, nothing shows what was said in between, if anything was; ``seam`` tells what speaks for it.
    """

    before: Exhibit
    after: Exhibit
    kind: PageKind
    party: str
    in_common: int
    seam: Seam


@dataclass
class Threads:
    """What the pictures of a dispute show, remembered while many are read. For one thread."""

    _pictures: dict[str, tuple[int, Picture]] = field(default_factory=dict)

    def placed(self, catalog: Catalog, exhibit: Exhibit, findings: Findings) -> Placed:
        """Return which of an exhibit's findings are events that other exhibits of the dispute show already."""
        new = _picture(exhibit, findings)
        if not new.said or new.kind is PageKind.TEXT:
            return NOWHERE
        known = [picture for picture in self._others(catalog, exhibit) if picture.kind is new.kind]
        found = placing(new, laid_together(known))
        there = catalog.events_there(found.events.values())
        events = {index: event_id for index, event_id in found.events.items() if event_id in there}
        return Placed(events, found.wholer & events.keys(), _times(new, events, known))

    def tell_others(self, tx: Changes, exhibit: Exhibit, placed: Placed) -> None:
        """Carry over what a picture that was just kept adds to events that other pictures began."""
        kept = tx.findings(exhibit.id)
        if not placed.events or kept is None:
            return
        texts = {placed.events[index]: kept.findings.events[index].facts.text for index in placed.wholer}
        shown = {event_id: kept.findings.events[index].facts for index, event_id in placed.events.items()}
        tx.tell_whole(
            exhibit, texts, {each: facts.currency for each, facts in shown.items() if facts.amount is not None}
        )
        others = self._others(tx, exhibit)
        new = _picture(exhibit, kept.findings, kept.event_ids)
        days = days_told([*others, new])
        before, after = known_times(others, {}), known_times([*others, new], days)
        told = {event_id: reading for event_id, reading in after.items() if event_id not in before}
        tx.tell_on(exhibit.dispute_id, told, events_in_order(_around(new, others)), days)

    def _others(self, catalog: Catalog, exhibit: Exhibit) -> list[Picture]:
        """Return what was read on the other exhibits, parsing only what was not there the last time."""
        last = catalog.last_readings(exhibit.dispute_id)
        for exhibit_id, seq in last.items():
            if exhibit_id not in self._pictures or self._pictures[exhibit_id][0] != seq:
                kept = catalog.findings(exhibit_id)
                if kept is not None:
                    picture = _picture(catalog.exhibit(exhibit_id), kept.findings, kept.event_ids)
                    self._pictures[exhibit_id] = seq, picture
        there = [each for each in last if each in self._pictures and each != exhibit.id]
        return [self._pictures[each][1] for each in there]


def _picture(exhibit: Exhibit, findings: Findings, event_ids: Sequence[str] = ()) -> Picture:
    ids = event_ids or [""] * len(findings.events)
    shown = tuple(said(event.facts, event_id) for event, event_id in zip(findings.events, ids, strict=True))
    captured = findings.captured_at.date() if findings.captured_at else None
    return Picture(exhibit.id, findings.kind, findings.party, shown, exhibit.number, captured)


def _times(new: Picture, events: Mapping[int, str], known: Sequence[Picture]) -> dict[int, EventTime]:
    """Return the times of a new picture's messages that only other pictures say, by index."""
    ids = [events.get(index, f"new {index}") for index in range(len(new.said))]
    named = replace(
        new, said=tuple(replace(each, event_id=each_id) for each, each_id in zip(new.said, ids, strict=True))
    )
    if not events:
        return {}
    carried, told = carried_times([*known, named]), days_told([*known, named])
    times = {index: choose([carried[each_id]]) for index, each_id in enumerate(ids) if each_id in carried}
    both = {index: with_both(UNKNOWN_TIME, told[each_id]) for index, each_id in enumerate(ids) if each_id in told}
    return times | {index: time for index, time in both.items() if new.said[index].is_clock_alone}


def _around(new: Picture, others: Sequence[Picture]) -> list[Showing]:
    """Return a picture, those that it is joined to and those that these are joined to."""
    near = [new]
    for _ in range(2):
        shown = {each.event_id for picture in near for each in picture.said}
        names = {picture.exhibit_id for picture in near}
        more = (each for each in others if each.exhibit_id not in names)
        near += [each for each in more if any(told.event_id in shown for told in each.said)]
    return [showing(each) for each in near]


def continuity(session: Session, dispute_id: str) -> list[Join]:
    """Return how the pictures of a dispute's threads follow each other, thread by thread, in order.

    What is not joined is told of conversations only; what people removed counts for nothing.
    Raises InputProblem("dispute-unknown").
    """
    with session.vault.read() as catalog:
        dispute = catalog.dispute(dispute_id)
        return joins(catalog, dispute, catalog.exhibits(dispute.id), catalog.events(dispute.id))


def joins(catalog: Catalog, dispute: Dispute, exhibits: Sequence[Exhibit], events: Sequence[Event]) -> list[Join]:
    """Return the same within one moment of the catalog, of which the caller has exhibits and events."""
    by_id = {exhibit.id: exhibit for exhibit in exhibits}
    return [_join(link, by_id) for link in links(showings(catalog, dispute, exhibits, events))]


def continuity_since(session: Session, dispute_id: str, known_length: int | None) -> tuple[int, list[Join] | None]:
    """Return the length of a dispute's log and its `continuity`; None for that of a log that did not grow.

    ``known_length`` is the length at which the caller asked last. Raises InputProblem("dispute-unknown").
    """
    with session.vault.read() as catalog:
        length = catalog.log_length(catalog.dispute(dispute_id).id)
    return length, None if length == known_length else continuity(session, dispute_id)


def breaks(catalog: Catalog, dispute_id: str, pages: Iterable[FilePage]) -> list[Break]:
    """Return between which pictures of conversations something may be missing; ``pages`` are all of the dispute."""
    talks = {each.exhibit_id: each.number for each in pages if each.kind in CONVERSATIONS}
    if len(talks) < FEWEST_PICTURES:
        return []
    shown = catalog.talk_showings(dispute_id, talks)
    shows = {each.exhibit_id: each.event_ids for each in shown}
    gaps = (link for link in links(shown) if link.seam is Seam.GAP)
    return [Break(shows[each.before_id][::-1], shows[each.after_id]) for each in gaps]


def showings(catalog: Catalog, dispute: Dispute, exhibits: Iterable[Exhibit], events: Iterable[Event]) -> list[Showing]:
    """Return which of the events the exhibits show, by the exhibits' numbers; those that show none are left out."""
    numbers, by_id = {exhibit.id: exhibit.number for exhibit in exhibits}, {event.id: event for event in events}
    read = catalog.last_readings(dispute.id).keys() & numbers.keys()
    kept = [reading for each in read if (reading := catalog.findings(each)) is not None] if read else []
    places = catalog.places(dispute.id) if read else []
    standing: defaultdict[str, list[EventPlace]] = defaultdict(list)
    for each in places:
        if each.event_id in by_id:
            standing[each.exhibit_id].append(each)
    pages = [(reading, _from_top(standing[reading.exhibit_id])) for reading in kept]
    found = [
        _showing(reading, numbers[reading.exhibit_id], [by_id[event_id] for event_id in ids], dispute.zone)
        for reading, ids in pages
        if ids and reading.findings.kind is not PageKind.TEXT
    ]
    return sorted(found, key=lambda showing: showing.number)


def _showing(reading: KeptFindings, number: int, events: Sequence[Event], home: ZoneInfo) -> Showing:
    known = [at for event in events if (at := event_instant(event, home)) is not None]
    exact = [at for event in events if _to_the_minute(event) and (at := event_instant(event, home)) is not None]
    return Showing(
        reading.exhibit_id,
        number,
        reading.findings.kind,
        _called_now(reading, {event.id: event for event in events}),
        tuple(event.id for event in events),
        begins=min(known, default=None),
        first=min(exact, default=None),
        last=max(exact, default=None),
    )


def _to_the_minute(event: Event) -> bool:
    reading = event.time.reading
    return reading is not None and reading.precision in {Precision.SECOND, Precision.MINUTE}


def _called_now(reading: KeptFindings, events: Mapping[str, Event]) -> str:
    """Return whom a page names as the other side: as people call it by now whose title was misread."""
    read = zip(reading.findings.events, reading.event_ids, strict=True)
    named = Counter(
        events[event_id].party
        for each, event_id in read
        if event_id in events and each.facts.party == reading.findings.party
    )
    return named.most_common(1)[0][0] if named else reading.findings.party


def entries_called(session: Session, exhibit_id: str, name: str) -> list[str]:
    """Return the events with this other side that an exhibit shows, or another one of its thread.

    Raises InputProblem("exhibit-unknown").
    """
    with session.vault.read() as catalog:
        exhibit = catalog.exhibit(exhibit_id)
        events = {event.id: event for event in catalog.events(exhibit.dispute_id)}
        dispute, exhibits = catalog.dispute(exhibit.dispute_id), catalog.exhibits(exhibit.dispute_id)
        shown = showings(catalog, dispute, exhibits, events.values())
    mine = next((each for each in shown if each.exhibit_id == exhibit_id), None)
    if mine is None or not name:
        return []
    joined = next(piece for piece in pieces(shown) if mine in piece)
    thread = [*joined, *(each for each in shown if (each.kind, each.party) == (mine.kind, name))]
    ids = dict.fromkeys(event_id for each in thread for event_id in each.event_ids)
    return [event_id for event_id in ids if events[event_id].party == name]


def _from_top(standing: Sequence[EventPlace]) -> tuple[str, ...]:
    ordered = sorted(standing, key=lambda each: (each.place.page_index, each.place.region[1], each.place.region[0]))
    return tuple(each.event_id for each in ordered)


def _join(link: Link, exhibits: dict[str, Exhibit]) -> Join:
    return Join(exhibits[link.before_id], exhibits[link.after_id], link.kind, link.party, link.in_common, link.seam)


__all__ = [
    "Join",
    "Placed",
    "Threads",
    "breaks",
    "continuity",
    "continuity_since",
    "entries_called",
    "joins",
    "showings",
]
