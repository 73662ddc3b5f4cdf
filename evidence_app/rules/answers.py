"""Which entries may be answers to a complaint, and which may show that it was filed. Pure."""

from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.happenings import Happening
from evidence_app.domain.workspace import Complaint
from evidence_app.rules.law import BodyKind, body
from evidence_app.rules.workspace import Workspace

SPOKEN = frozenset({EventKind.CALL, EventKind.MESSAGE, EventKind.PROMISE})


def may_show(found: Workspace, filed: Complaint) -> list[Happening]:
    """Return the steps of complaints that the complainant made, which no other complaint has."""
    taken = {each.event_id for each in found.stated.complaints if each.id != filed.id and not each.is_only_shown}
    own = (Direction.OUT, Direction.NONE)
    steps = (each for each in found.happenings if each.kind is EventKind.COMPLAINT and each.direction in own)
    return [each for each in steps if each.event_id not in taken]


def may_answer(found: Workspace, filed: Complaint) -> list[Happening]:
    """Return what came back since a complaint was filed: what names its number, or what the institution said itself."""
    known = body(filed.body)
    is_theirs = known is not None and known.kind is BodyKind.INSTITUTION

    def came(each: Happening) -> bool:
        if each.event_id in filed.reply_ids:
            return True
        if each.direction is not Direction.IN or each.day is None or (filed.filed_on and each.day < filed.filed_on):
            return False
        number = filed.reference
        names_it = bool(number) and (each.reference == number or number in each.text)
        is_said = is_theirs and each.event_id in found.theirs and each.kind in SPOKEN
        return names_it or is_said or each.kind is EventKind.COMPLAINT

    return [each for each in found.happenings if came(each)]
