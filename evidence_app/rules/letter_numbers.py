"""Under which numbers a letter names the matter: whose each of them is, and what shows it. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from evidence_app.domain.events import Direction
from evidence_app.domain.happenings import Origin
from evidence_app.rules.complaint_numbers import body_of, complaint_numbers, contract_numbers
from evidence_app.rules.law import BodyKind, body
from evidence_app.rules.letter_text import BodyNumber
from evidence_app.rules.references import ReferenceKind
from evidence_app.rules.whole_numbers import naming
from evidence_app.rules.workspace import Workspace

MOST_NUMBERS = 3
"""Numbers of contracts, orders and cases in one letter: those of contracts come first, those of complaints last."""


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
    own = _in_order([value for value in cases if not whose[value]], found)
    tickets = [value for value in dict.fromkeys(filed) if not whose[value] and value not in own]
    own += [value for value in tickets if _is_shown(value, found)]  # else it is told with its filing, marked
    others = [value for value in whose if whose[value]]
    return Numbers(
        {value: tuple(_shown_by(value, found)) for value in own[:MOST_NUMBERS]},
        tuple(BodyNumber(value, whose[value], tuple(_shown_by(value, found))) for value in others[:MOST_NUMBERS]),
    )


def _in_order(accepted: Sequence[str], found: Workspace) -> list[str]:
    """Return the numbers that a person accepted, else those that confirmed words name: contracts before tickets.

    Of more contracts and orders than a letter names, which one is meant is for the person to say.
    """
    contracts = list(dict.fromkeys(contract_numbers(found)))
    if accepted:
        return sorted(accepted, key=lambda each: each not in contracts)
    if len(contracts) > MOST_NUMBERS:
        contracts = []
    typed = {each.event_id for each in found.happenings if each.origin is Origin.PERSON}
    named = reversed(complaint_numbers(found))  # the first one first
    tickets = [each.value for each in named if not each.body and (each.is_theirs or each.event_id in typed)]
    return list(dict.fromkeys([*contracts, *tickets]))


def _is_shown(value: str, found: Workspace) -> bool:
    """Tell whether an exhibit, or another entry than the filing under it, shows a number: that tells it already."""
    filings = {each.event_id for each in found.stated.complaints if each.reference == value}
    typed = {each.event_id for each in found.happenings if each.event_id in filings and not each.exhibit_ids}
    return any(each not in typed for each in _shown_by(value, found))


def _shown_by(value: str, found: Workspace) -> Iterator[str]:
    """Yield what shows a number: the events and files that name it, also where a person corrected it."""
    read_on = {each.exhibit_id for each in found.stated.references if each.value == value and not each.event_id}
    filings = {each.event_id for each in found.stated.complaints if each.reference == value}
    is_in = naming(value)
    yield from (
        each.event_id
        for each in found.happenings
        if value == each.reference or each.event_id in filings or is_in(each.text)
    )
    for page in found.pages.values():
        if page.exhibit_id in read_on or is_in(page.words):
            yield page.event_id


def _body_with(value: str, found: Workspace) -> str:
    """Return which body gave a number, as a complaint has it, or whoever wrote it first; else empty."""
    filed = next((each.body for each in found.stated.complaints if each.reference == value), None)
    if filed is not None:
        known = body(filed)
        return filed if known is not None and known.kind is not BodyKind.INSTITUTION else ""
    is_in = naming(value)
    first = next((each for each in found.happenings if each.direction is Direction.IN and is_in(each.text)), None)
    return body_of(first.party, first.number) if first is not None else ""
