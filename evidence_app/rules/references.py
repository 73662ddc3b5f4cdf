"""Under which numbers the other side and the bodies know the dispute, for a person to have them at hand. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from evidence_app.domain.events import MOVES_MONEY, EventKind
from evidence_app.domain.happenings import Happening, Origin
from evidence_app.domain.mails import told_number
from evidence_app.domain.workspace import Complaint


class ReferenceKind(StrEnum):
    """What a number is of."""

    CASE = "case"  # of a contract, a ticket, a case: which of them stands in the words around it
    COMPLAINT = "complaint"
    PAYMENT = "payment"


@dataclass(frozen=True, slots=True)
class Accepted:
    """A number that a machine read and a person accepted; ``event_id`` is empty for one that stands on a document.

    ``exhibit_id`` is the exhibit on which it was read.
    """

    value: str
    event_id: str = ""
    exhibit_id: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """A number as it is said to somebody who asks for it; ``day`` is that of the event that bears it, if one does."""

    kind: ReferenceKind
    value: str
    day: date | None = field(default=None, compare=False)


def references(
    happenings: Sequence[Happening],
    theirs: Iterable[Happening],
    accepted: Iterable[Accepted],
    complaints: Iterable[Complaint],
) -> tuple[Reference, ...]:
    """Return the numbers of a dispute, each once, those that a person accepted first, the latest of others before.

    Each has the first day of which an event bears it: a ticket was opened before it was named again. Numbers of what
    was with other people, of purchases for example, are not among them.
    """
    own = [each for each in happenings if _is_own(each)]
    of = {each.event_id: each for each in (*theirs, *own)}
    found: dict[str, Reference] = {}
    for each in (*_accepted(accepted, of), *_filed(complaints), *_shown(happenings, of)):
        known = found.setdefault(each.value, each)
        if each.day is not None and (known.day is None or each.day < known.day) and each.kind is known.kind:
            found[each.value] = replace(known, day=each.day)
    return tuple(found.values())


def _is_own(each: Happening) -> bool:
    """Tell whether a person typed it of the dispute itself, or of a step of a complaint."""
    return each.kind is EventKind.COMPLAINT or (each.origin is Origin.PERSON and not each.other)


def _accepted(accepted: Iterable[Accepted], of: dict[str, Happening]) -> Iterator[Reference]:
    for each in accepted:
        if not each.event_id:
            yield Reference(ReferenceKind.CASE, each.value)
        elif each.event_id in of:
            yield Reference(_kind(of[each.event_id]), each.value, of[each.event_id].day)


def _filed(complaints: Iterable[Complaint]) -> Iterator[Reference]:
    yield from (Reference(ReferenceKind.COMPLAINT, each.reference) for each in complaints if each.reference)


def _shown(happenings: Sequence[Happening], of: dict[str, Happening]) -> Iterator[Reference]:
    """Yield what events bear, those of payments last: of a loan that is paid back there are many.

    By the number of a mail, which looks like an address, no office knows anything.
    """
    borne = [each for each in happenings if told_number(each.reference)]
    latest = [each for each in reversed(borne) if each.event_id in of]
    for each in sorted(latest, key=lambda each: each.kind in MOVES_MONEY):
        yield Reference(_kind(each), each.reference, each.day)


def _kind(each: Happening) -> ReferenceKind:
    if each.kind in MOVES_MONEY:
        return ReferenceKind.PAYMENT
    return ReferenceKind.COMPLAINT if each.kind is EventKind.COMPLAINT else ReferenceKind.CASE
