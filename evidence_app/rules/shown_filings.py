"""Complaints that the timeline shows and nobody recorded: that they were filed, and no more. Pure.

What became of them nobody said: they are never called unanswered, and nobody is late with them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from evidence_app.domain.disputes import Dispute, DisputeType
from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.happenings import Happening, Origin
from evidence_app.domain.workspace import Complaint
from evidence_app.rules.named_bodies import body_meant, named_body
from evidence_app.rules.own_office import OwnOffice, own_office
from evidence_app.rules.parties import OtherSide
from evidence_app.rules.territories import Territory, home_of, territory_of
from evidence_app.rules.whose import is_elsewhere


@dataclass(frozen=True, slots=True)
class ShownFilings:
    """What the timeline shows to have been filed, and the steps of which it does not show where."""

    filings: tuple[Complaint, ...] = ()
    unplaced: tuple[Happening, ...] = ()


def shown_filings(
    dispute: Dispute, happenings: Iterable[Happening], recorded: Sequence[Complaint], side: OtherSide
) -> ShownFilings:
    """Return the complaints of the timeline that are not recorded, each once, however many steps it has."""
    home = territory_of(home_of(dispute))
    own = OwnOffice.of(dispute)
    known = [replace(each, body=_placed(each.body, home, own)) for each in recorded]
    filings: list[Complaint] = []
    unplaced: list[Happening] = []
    for each in _filed(happenings):
        place = _where(each, side, home, dispute.type)
        filing = _filing(dispute.id, each, place or "")
        if any(_is_same(filing, one) for one in (*known, *filings)):
            continue
        if place is None:
            unplaced.append(each)
        elif filing.reference or not any(_goes_on(filing, one) for one in (*known, *filings)):
            filings.append(filing)
    return ShownFilings(tuple(filings), tuple(unplaced))


def _filing(dispute_id: str, step: Happening, body: str) -> Complaint:
    return Complaint(
        id=step.event_id,
        dispute_id=dispute_id,
        body=body,
        reference=step.reference,
        filed_on=step.day,
        event_id=step.event_id,
    )


def _placed(body: str, territory: Territory | None, own: OwnOffice) -> str:
    """Return the id of a body that somebody recorded by its name; the name where nobody knows it."""
    meant = body_meant(body, territory, own)
    known = named_body(meant, territory)
    return known.id if known is not None else meant


def _filed(happenings: Iterable[Happening]) -> Iterator[Happening]:
    """Yield the steps that the complainant made. What came back is an answer, and not the day of filing."""
    steps = (each for each in happenings if each.kind is EventKind.COMPLAINT and each.day is not None)
    own = (Direction.OUT, Direction.NONE)
    yield from (each for each in steps if each.direction in own)


def _where(each: Happening, side: OtherSide, territory: Territory | None, kind: DisputeType) -> str | None:
    """Return with which body it was filed, by its id or its name; None where the event does not show it.

    What a page names may be whom the complaint is about: a person says where something went.
    """
    is_said = each.origin is Origin.PERSON
    if side.has(each.body or each.party, "" if each.body else each.number):
        return own_office(territory, kind) if is_said else None
    known = named_body(each.body, territory)
    if known is not None:
        return known.id
    return each.body if each.body and (is_said or is_elsewhere(each.body)) else None


def _goes_on(step: Complaint, known: Complaint) -> bool:
    """Tell whether a step without a number is one of a complaint that was filed with the same body before."""
    is_before = known.filed_on is None or step.filed_on is None or known.filed_on <= step.filed_on
    return known.body == step.body and is_before


def _is_same(filing: Complaint, known: Complaint) -> bool:
    """Tell whether what is shown is a step of what is known already: by its entry, its number, or its body and day."""
    if known.event_id == filing.event_id or (filing.reference and known.reference == filing.reference):
        return True
    return bool(filing.body) and known.body == filing.body and known.filed_on == filing.filed_on
