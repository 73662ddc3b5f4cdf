"""When it was said that a complaint was received: by an entry named as an answer, or perhaps by another one. Pure."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date

from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.happenings import Happening
from evidence_app.domain.workspace import Complaint
from evidence_app.rules.evidence_words import is_said
from evidence_app.rules.law import BodyKind, body
from evidence_app.rules.parties import OtherSide
from evidence_app.rules.whole_numbers import naming

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
    complaints: Iterable[Complaint], happenings: Sequence[Happening], side: OtherSide, denied: AbstractSet[str]
) -> Mapping[str, Acknowledged]:
    """Return, by complaint, when those were acknowledged for whose acknowledgement a period runs.

    ``denied`` are events of which a person says that they acknowledge none.
    """
    happenings = [each for each in happenings if each.event_id not in denied]
    return {each.id: _acknowledged(each, happenings, side) for each in complaints if _has_period(each)}


def _has_period(filed: Complaint) -> bool:
    known = body(filed.body)
    return known is not None and any(each.is_acknowledgement for each in known.clocks)


def _acknowledged(filed: Complaint, happenings: Sequence[Happening], side: OtherSide) -> Acknowledged:
    since = filed.filed_on or filed.received_on
    after = [each for each in happenings if since is not None and each.day is not None and each.day >= since]
    said_on = min((each.day for each in after if each.event_id in filed.reply_ids and each.day), default=None)
    names_it = naming(filed.reference)
    perhaps = next((each for each in after if _may_be_one(each, filed, side, names_it)), None)
    if perhaps is None:
        return Acknowledged(said_on)
    return Acknowledged(said_on, perhaps.day, perhaps.event_id)


def _may_be_one(each: Happening, filed: Complaint, side: OtherSide, names_it: Callable[[str], bool]) -> bool:
    """Tell whether something that came after a filing names its number, or says so in the other side's words."""
    if each.kind not in _WRITTEN or each.direction is not Direction.IN:
        return False
    if names_it(each.reference) or names_it(each.words):
        return True
    known = body(filed.body)
    is_theirs = known is not None and known.kind is BodyKind.INSTITUTION and side.has(each.party, each.number)
    return is_theirs and is_said("acknowledged", each.words)
