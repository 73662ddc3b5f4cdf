"""Which entries of a timeline tell of one call or message: it counts once, and the window says so."""

from datetime import datetime, timedelta

from evidence_app.actions.session import Session
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import Event, EventKind
from evidence_app.domain.review import Related, Relation
from evidence_app.domain.times import Precision, instant
from evidence_app.domain.workspace import Institution
from evidence_app.rules.parties import TALK, OtherSide
from evidence_app.rules.said_once import said_once
from evidence_app.rules.workspace import other_side_of
from evidence_app.vault.reading import Catalog

NEAR = timedelta(days=2)
"""How far apart two records of one message may put it: one of them may know its day only."""

_RELATIONS = {EventKind.CALL: Relation.SAME_CALL, EventKind.MESSAGE: Relation.SAME_MESSAGE}


def related_entries(session: Session, dispute_id: str) -> dict[str, Related]:
    """Return, by entries that count as others do, in which exhibit these are; those that no exhibit shows are left out.

    What nobody confirmed yet is compared, too: it stands on the timeline beside the other.
    """
    with session.vault.read() as catalog:
        dispute = catalog.dispute(dispute_id)
        talk = catalog.talk(dispute_id)
        numbers = {exhibit.id: exhibit.number for exhibit in catalog.exhibits(dispute_id)}
        same = said_once(talk, _other_side(catalog, dispute)).same
    by_id = {each.event_id: each for each in talk}
    shown = {
        one: [numbers[each] for each in by_id[other].exhibit_ids if each in numbers] for one, other in same.items()
    }
    return {one: Related(_RELATIONS[by_id[one].kind], found[0]) for one, found in shown.items() if found}


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
