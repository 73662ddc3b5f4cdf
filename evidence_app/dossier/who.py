"""Who is who: everybody who was in contact, each once however their number is written, and the agents. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from evidence_app.domain.contacts import region_of_zone
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import Event
from evidence_app.rules.parties import OtherSide, called, known_as


@dataclass(frozen=True, slots=True)
class Contact:
    """A person or party on the other side: when they were first and last heard of, and how often."""

    name: str
    agent_id: str
    also: tuple[str, ...]
    first: Event
    last: Event
    event_count: int


def parties_of(events: Iterable[Event], dispute: Dispute, names: Mapping[str, str], side: OtherSide) -> list[Contact]:
    """Return who was in contact, by name; each number that no event names has a line, with its contact's name.

    One name in traditional and simplified characters is one, as it was written first. A bare number of which somebody
    said that it is the other side's stands under the institution's name.
    """
    region = region_of_zone(dispute.zone_name)
    events = list(events)
    named = _names_of_numbers(events, region)
    own = {called(each) for each in (dispute.institution, *dispute.aliases)}
    written: dict[str, str] = {}
    grouped: dict[tuple[str, str], list[Event]] = {}
    for event in events:
        number = known_as(_number(event), region)
        name = named.get(number, "") if _is_bare(event) else event.party or event.body
        if not name and number and side.has(event.party, event.number):
            name = dispute.institution
        if name:
            shown = dispute.institution if called(name) in own else written.setdefault(called(name), name)
            grouped.setdefault((shown, ""), []).append(event)
        elif number:
            grouped.setdefault(("", number), []).append(event)
    return [
        _contact(name or names.get(group[0].id, ""), "", group, _once(map(_number, group), region))
        for (name, _), group in grouped.items()
    ]


def _is_bare(event: Event) -> bool:
    """Tell whether an event names nobody; some exports and pictures write the number as the name, too."""
    return not event.body and not any(character.isalpha() for character in event.party)


def _number(event: Event) -> str:
    return event.number or (event.party if _is_bare(event) else "")


def _names_of_numbers(events: Iterable[Event], region: str) -> dict[str, str]:
    """Return under which name each number stands, where it is one name only."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for event in events:
        if event.number and event.party and not _is_bare(event):
            found[known_as(event.number, region)].add(event.party)
    return {number: next(iter(names)) for number, names in found.items() if len(names) == 1}


def _once(numbers: Iterable[str], region: str) -> list[str]:
    """Return numbers as they are written first, each once however it is written."""
    written: dict[str, str] = {}
    for each in filter(None, numbers):
        written.setdefault(known_as(each, region), each)
    return list(written.values())


def agents_of(events: Iterable[Event], side: OtherSide, same: Mapping[str, str]) -> list[Contact]:
    """Return the agents by agent ID, those known by name only after their name; nobody of whom others tell.

    ``same`` names, for events of pictures that an export shows, the one as which they count.
    """
    events = list(events)
    of = {event.id: event.agent_id for event in events}
    grouped: dict[tuple[str, str], list[Event]] = {}
    for event in events:
        if event.id in same and of.get(same[event.id]):
            continue
        if (event.agent_id or event.agent_name) and side.may_speak(event):
            grouped.setdefault((event.agent_id, "" if event.agent_id else event.agent_name), []).append(event)
    return [
        _contact(_joined(e.agent_name for e in group), agent_id, group, [e.party for e in group])
        for (agent_id, _), group in grouped.items()
    ]


def _contact(name: str, agent_id: str, group: list[Event], also: Iterable[str]) -> Contact:
    return Contact(name, agent_id, tuple(dict.fromkeys(filter(None, also))), group[0], group[-1], len(group))


def _joined(names: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(filter(None, names)))
