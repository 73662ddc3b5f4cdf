"""Under which numbers a letter names the matter: whose each of them is, and what shows it. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from evidence_app.domain.events import Direction
from evidence_app.rules.complaint_numbers import body_of
from evidence_app.rules.law import BodyKind, body
from evidence_app.rules.letter_text import BodyNumber
from evidence_app.rules.references import ReferenceKind
from evidence_app.rules.workspace import Workspace

MOST_NUMBERS = 3
"""Numbers of contracts, orders and cases in one letter: those that a person accepted come first."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of contracts, orders and cases, each with the events that show it; those of bodies by themselves."""

    of_the_institution: Mapping[str, Sequence[str]] = field(default_factory=dict)
    of_bodies: tuple[BodyNumber, ...] = ()


def numbers_known(found: Workspace) -> Numbers:
    """Return the numbers that letters name: under a regulator's number the institution knows nothing."""
    cases = [each.value for each in found.references if each.kind is ReferenceKind.CASE]
    filed = [each.reference for each in found.stated.complaints if each.reference]
    whose = {value: _body_with(value, found) for value in (*cases, *filed)}
    own = [value for value in cases if not whose[value]]
    others = [value for value in whose if whose[value]]
    return Numbers(
        {value: tuple(_shown_by(value, found)) for value in own[:MOST_NUMBERS]},
        tuple(BodyNumber(value, whose[value], tuple(_shown_by(value, found))) for value in others[:MOST_NUMBERS]),
    )


def _shown_by(value: str, found: Workspace) -> Iterator[str]:
    """Yield what shows a number: the events and files that name it, also where a person corrected it."""
    read_on = {each.exhibit_id for each in found.stated.references if each.value == value and not each.event_id}
    yield from (each.event_id for each in found.happenings if value == each.reference or value in each.text)
    for page in found.pages.values():
        if page.exhibit_id in read_on or value in page.words:
            yield page.event_id


def _body_with(value: str, found: Workspace) -> str:
    """Return which body gave a number, as a complaint has it, or whoever wrote it first; else empty."""
    filed = next((each.body for each in found.stated.complaints if each.reference == value), None)
    if filed is not None:
        known = body(filed)
        return filed if known is not None and known.kind is not BodyKind.INSTITUTION else ""
    first = next((each for each in found.happenings if each.direction is Direction.IN and value in each.text), None)
    return body_of(first.party, first.number) if first is not None else ""
