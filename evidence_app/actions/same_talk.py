"""Which entries of a timeline tell of one call or message: it counts once, and the window says so."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from operator import itemgetter

from evidence_app.actions.session import Session
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import Event, EventKind
from evidence_app.domain.happenings import Happening, Origin
from evidence_app.domain.review import Related, Relation
from evidence_app.domain.times import Precision, instant
from evidence_app.domain.workspace import Institution
from evidence_app.rules.parties import TALK, OtherSide, other_side_of
from evidence_app.rules.said_once import said_once
from evidence_app.vault.reading import Catalog

NEAR = timedelta(days=2)
"""How far apart two records of one message may put it: one of them may know its day only."""

MONTH = timedelta(days=31) + NEAR

MOST_SPANS = 100
"""Of which it is asked one by one: SQLite takes expressions of a thousand parts."""

_RELATIONS = {EventKind.CALL: Relation.SAME_CALL, EventKind.MESSAGE: Relation.SAME_MESSAGE}


def related_entries(session: Session, dispute_id: str) -> dict[str, Related]:
    """Return, by entries that count as others do, in which exhibit these are; those that no exhibit shows are left out.

    What nobody confirmed yet is compared, too: it stands on the timeline beside the other.
    """
    with session.vault.read() as catalog:
        dispute = catalog.dispute(dispute_id)
        talk = _compared(catalog, dispute_id)
        numbers = {exhibit.id: exhibit.number for exhibit in catalog.exhibits(dispute_id)}
        same = said_once(talk, _other_side(catalog, dispute)).same
    by_id = {each.event_id: each for each in talk}
    shown = {
        one: [numbers[each] for each in by_id[other].exhibit_ids if each in numbers] for one, other in same.items()
    }
    return {one: Related(_RELATIONS[by_id[one].kind], found[0]) for one, found in shown.items() if found}


def _compared(catalog: Catalog, dispute_id: str) -> list[Happening]:
    """Return the calls and messages of which some may be the same: for three pictures, not an export's million."""
    pictured = [each for each in catalog.messages_of_no_export(dispute_id) if each.origin is Origin.PICTURE]
    if any(each.at is None for each in pictured):
        return catalog.talk(dispute_id)  # it may be any of those that an export holds
    return catalog.talk_beside(dispute_id, _spans(pictured))


def _spans(pictured: Iterable[Happening]) -> list[tuple[datetime, datetime]]:
    """Return within which moments an export may hold the same messages, in order and apart from each other."""
    spans: list[tuple[datetime, datetime]] = []
    for at, precision in sorted(
        {(each.at, each.precision) for each in pictured if each.at is not None}, key=itemgetter(0)
    ):
        first, last = at - NEAR, at + (MONTH if precision is Precision.MONTH else NEAR)
        if spans and first <= spans[-1][1]:
            first, last = spans[-1][0], max(spans.pop()[1], last)
        spans.append((first, last))
    return spans if len(spans) <= MOST_SPANS else [(spans[0][0], spans[-1][1])]


def same_talk(session: Session, event: Event) -> Event | None:
    """Return another record of a call or message: the one that counts, or of that one the first other."""
    if event.kind not in TALK:
        return None
    with session.vault.read() as catalog:
        dispute = catalog.dispute(event.dispute_id)
        at = _day_of(event, dispute)
        talk = catalog.talk(dispute.id, None if at is None else (at - NEAR, at + NEAR))
        same = said_once(talk, _other_side(catalog, dispute)).same
        other = same.get(event.id) or next((one for one, counts in same.items() if counts == event.id), None)
        return None if other is None else catalog.event(other)


def _day_of(event: Event, dispute: Dispute) -> datetime | None:
    """Return when an event happened, None where even the day is unknown."""
    reading = event.time.happened
    return None if reading is None or reading.precision is Precision.MONTH else instant(reading, dispute.zone)


def _other_side(catalog: Catalog, dispute: Dispute) -> OtherSide:
    return other_side_of(dispute, next(reversed(catalog.items(dispute.id, Institution)), None))
