"""Pictures of one thread: which events a new one has in common with those already read, and where there are gaps."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from evidence_app.actions.session import Session
from evidence_app.domain.continuity import Picture, Placing, placing, said
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.suggestions import EventPlace, Findings, KeptFindings, PageKind
from evidence_app.domain.threads import Link, Showing, links
from evidence_app.domain.timeline import event_instant
from evidence_app.vault.reading import Catalog

CONVERSATIONS = frozenset({PageKind.CHAT, PageKind.SMS})
"""Pages that go on above and below: only of these something may be missing between two pictures."""


@dataclass(frozen=True, slots=True)
class Join:
    """Two exhibits of a thread that follow each other.

    ``in_common`` is how many events both show; 0 is a gap: nothing shows what was said in between, if anything was.
    """

    before: Exhibit
    after: Exhibit
    kind: PageKind
    party: str
    in_common: int

    @property
    def is_gap(self) -> bool:
        """Whether nothing joins the two."""
        return self.in_common == 0


@dataclass
class Threads:
    """What the pictures of a dispute show, remembered while many are read. For one thread."""

    _pictures: dict[str, tuple[int, Picture]] = field(default_factory=dict)

    def placed(self, catalog: Catalog, exhibit: Exhibit, findings: Findings) -> Placing:
        """Return which of an exhibit's findings are events that other exhibits of the dispute show already."""
        new = _picture(exhibit.id, findings)
        if not new.said or new.kind is PageKind.TEXT:
            return Placing({})
        found = placing(new, self._known(catalog, exhibit.dispute_id))
        there = catalog.events_there(found.events.values())
        events = {index: event_id for index, event_id in found.events.items() if event_id in there}
        return Placing(events, found.wholer & events.keys())

    def _known(self, catalog: Catalog, dispute_id: str) -> list[Picture]:
        """Return what has been read, parsing only what was not there the last time."""
        last = catalog.last_readings(dispute_id)
        for exhibit_id, seq in last.items():
            if exhibit_id not in self._pictures or self._pictures[exhibit_id][0] != seq:
                kept = catalog.findings(exhibit_id)
                if kept is not None:
                    self._pictures[exhibit_id] = seq, _picture(exhibit_id, kept.findings, kept.event_ids)
        return [self._pictures[exhibit_id][1] for exhibit_id in last if exhibit_id in self._pictures]


def _picture(exhibit_id: str, findings: Findings, event_ids: Sequence[str] = ()) -> Picture:
    ids = event_ids or [""] * len(findings.events)
    shown = tuple(said(event.facts, event_id) for event, event_id in zip(findings.events, ids, strict=True))
    return Picture(exhibit_id, findings.kind, findings.party, shown)


def continuity(session: Session, dispute_id: str) -> list[Join]:
    """Return how the pictures of a dispute's threads follow each other, thread by thread, in order.

    Gaps are told of conversations only; what people removed counts for nothing.
    Raises InputProblem("dispute-unknown").
    """
    with session.vault.read() as catalog:
        dispute = catalog.dispute(dispute_id)
        exhibits = {exhibit.id: exhibit for exhibit in catalog.exhibits(dispute.id)}
        readings = catalog.last_readings(dispute.id).keys() & exhibits.keys()
        kept = [found for each in readings if (found := catalog.findings(each)) is not None]
        places = catalog.places(dispute.id)
        events = {event.id: event for event in catalog.events(dispute.id)}
    instants = {event_id: event_instant(event, dispute.zone) for event_id, event in events.items()}
    showings = _showings(kept, places, exhibits, instants)
    return [_join(link, exhibits) for link in links(showings) if link.joined or link.kind in CONVERSATIONS]


def _showings(
    kept: Sequence[KeptFindings],
    places: Sequence[EventPlace],
    exhibits: dict[str, Exhibit],
    instants: dict[str, datetime | None],
) -> list[Showing]:
    standing: defaultdict[str, list[EventPlace]] = defaultdict(list)
    for each in places:
        if each.event_id in instants:
            standing[each.exhibit_id].append(each)
    found = []
    for reading in kept:
        ids, page = _from_top(standing[reading.exhibit_id]), reading.findings
        begins = min((at for event_id in ids if (at := instants[event_id]) is not None), default=None)
        if ids and page.kind is not PageKind.TEXT:
            number = exhibits[reading.exhibit_id].number
            found.append(Showing(reading.exhibit_id, number, page.kind, page.party, ids, begins))
    return sorted(found, key=lambda showing: showing.number)


def _from_top(standing: Sequence[EventPlace]) -> tuple[str, ...]:
    ordered = sorted(standing, key=lambda each: (each.place.page_index, each.place.region[1], each.place.region[0]))
    return tuple(each.event_id for each in ordered)


def _join(link: Link, exhibits: dict[str, Exhibit]) -> Join:
    return Join(exhibits[link.before_id], exhibits[link.after_id], link.kind, link.party, link.in_common)


__all__ = ["Join", "Threads", "continuity"]
