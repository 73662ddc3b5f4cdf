"""When it was said that a complaint was received: by an entry named as an answer, or perhaps by another one. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.happenings import Happening
from evidence_app.domain.workspace import Complaint
from evidence_app.rules.evidence_words import is_said
from evidence_app.rules.law import BodyKind, body
from evidence_app.rules.parties import OtherSide

SHORTEST_NUMBER = 6
"""Characters of a complaint's number that is looked for in words."""

_WRITTEN = frozenset({EventKind.MESSAGE, EventKind.PROMISE, EventKind.COMPLAINT})


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """When a complaint was acknowledged: ``said_on`` by an entry named as its answer, ``perhaps_on`` by another one.

    ``perhaps_by`` is that entry: nobody said yet whether it is one. Both days are None where there is none.
    """

    said_on: date | None = None
    perhaps_on: date | None = None
    perhaps_by: str = ""


NEVER = Acknowledged()


def acknowledgements(
    complaints: Iterable[Complaint], happenings: Sequence[Happening], side: OtherSide
) -> Mapping[str, Acknowledged]:
    """Return, by complaint, when those were acknowledged for whose acknowledgement a period runs."""
    return {each.id: _acknowledged(each, happenings, side) for each in complaints if _has_period(each)}


def _has_period(filed: Complaint) -> bool:
    known = body(filed.body)
    return known is not None and any(each.is_acknowledgement for each in known.clocks)


def _acknowledged(filed: Complaint, happenings: Sequence[Happening], side: OtherSide) -> Acknowledged:
    named = (each.day for each in happenings if each.event_id in filed.reply_ids)
    said_on = min((day for day in named if day is not None), default=None)
    perhaps = next((each for each in happenings if _may_be_one(each, filed, side)), None)
    if perhaps is None:
        return Acknowledged(said_on)
    return Acknowledged(said_on, perhaps.day, perhaps.event_id)


def _may_be_one(each: Happening, filed: Complaint, side: OtherSide) -> bool:
    """Tell whether something came after a filing that names its number, or says so in the other side's words."""
    since = filed.filed_on or filed.received_on
    if each.kind not in _WRITTEN or each.direction is not Direction.IN or each.day is None:
        return False
    if since is None or each.day < since:
        return False
    number, known = filed.reference, body(filed.body)
    if len(number) >= SHORTEST_NUMBER and (each.reference == number or number in each.text):
        return True
    is_theirs = known is not None and known.kind is BodyKind.INSTITUTION and side.has(each.party, each.number)
    return is_theirs and is_said("acknowledged", each.words)
