"""Who is who: everybody who was in contact, each once however their number is written, and the agents. Pure."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache

from evidence_app.domain.contacts import is_acquaintance
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import Event
from evidence_app.rules.agents import Agent
from evidence_app.rules.named_bodies import is_own_office
from evidence_app.rules.parties import (
    OtherSide,
    called,
    is_mail_from,
    is_stated,
    known_as,
    other_side_of,
    stated_as,
)
from evidence_app.rules.stated import Stated
from evidence_app.rules.territories import region_of


class Joined(Enum):
    """Why somebody stands under the institution."""

    STATED = "stated"  # it is its name, or somebody said that this name or number is its own
    BY_NAME = "by_name"  # the institution's name and that of an office or a company: nobody said so


@dataclass(frozen=True, slots=True)
class ShownAs:
    """A name under which the institution appears, how often, and why it is taken for the institution's."""

    name: str
    event_count: int
    joined: Joined


@dataclass(frozen=True, slots=True)
class Contact:
    """A person or party on the other side: when they were first and last heard of, and how often.

    ``numbers`` are as they are written first. The institution has its other names in ``shown_as``.
    """

    name: str
    numbers: tuple[str, ...]
    first: Event
    last: Event
    event_count: int
    shown_as: tuple[ShownAs, ...] = ()


@dataclass(frozen=True, slots=True)
class AgentLine:
    """An agent with all IDs and names that are known to be one person's, and of whom."""

    agent_ids: tuple[str, ...]
    names: tuple[str, ...]
    parties: tuple[str, ...]
    first: Event
    last: Event
    event_count: int


def theirs_of(dispute: Dispute, stated: Stated | None) -> OtherSide:
    """Return by what the institution is known: names, numbers, channels that nobody doubts, domains of its mail."""
    known = stated.institution if stated else None
    side = other_side_of(dispute, known)
    channels = {stated_as(each.value, side.region) for each in (stated.channels if stated else ()) if not each.doubt}
    domains = frozenset(each.casefold().strip("@. ") for each in (known.domains if known else ()))
    return replace(side, numbers=side.numbers | (channels - {""}), domains=domains - {""})


def parties_of(events: Iterable[Event], dispute: Dispute, names: Mapping[str, str], side: OtherSide) -> list[Contact]:
    """Return who was in contact, by name, the institution first; a number that no event names has a line of its own.

    One name in traditional and simplified characters is one, as it was written first. The institution's line has all
    that `theirs_of` names, and what is called so; of each of its names it is said why. Its own office for complaints is
    itself.
    """
    region = region_of(dispute.zone_name)
    events = list(events)
    named = _names_of_numbers(events, region)
    written: dict[str, str] = {}
    own: list[tuple[Event, str, Joined]] = []
    grouped: dict[tuple[str, str], list[Event]] = {}
    for event in events:
        number = known_as(_number(event), region)
        name = named.get(number, "") if _is_bare(event) else event.party or event.body
        name = written.setdefault(called(name), name) if name else ""
        is_office = bool(event.body) and name == event.body and is_own_office(name)
        name = dispute.institution if is_office else name
        joined = Joined.STATED if is_office else _joined_by(name, number, side)
        if joined is not None:
            own.append((event, name, joined))
        elif name or number:
            grouped.setdefault((name, "" if name else number), []).append(event)
    others = [
        _contact(name or names.get(group[0].id, ""), group, _once(map(_number, group), region))
        for (name, _), group in grouped.items()
    ]
    return [*_institution(own, dispute, region), *others]


@lru_cache(maxsize=8192)
def _joined_by(name: str, number: str, side: OtherSide) -> Joined | None:
    """Return why somebody is the institution, None where nothing says so.

    Some senders of SMS have a name for a number.
    """
    shown = [each for each in (number, name) if each]
    if any(called(each) in side.names for each in shown):
        return Joined.STATED
    if is_acquaintance(name):
        return Joined.STATED if side.has(name, number) else None
    if any(is_stated(known_as(each, side.region), side.numbers) or is_mail_from(each, side.domains) for each in shown):
        return Joined.STATED
    return Joined.BY_NAME if side.takes_money(name, number) else None


def _institution(own: Sequence[tuple[Event, str, Joined]], dispute: Dispute, region: str) -> list[Contact]:
    if not own:
        return []
    events = [event for event, _, _ in own]
    counts = Counter(name for _, name, _ in own if name and called(name) != called(dispute.institution))
    why = {name: joined for _, name, joined in reversed(own)}
    contact = _contact(dispute.institution, events, _once(map(_number, events), region))
    return [replace(contact, shown_as=tuple(ShownAs(name, count, why[name]) for name, count in counts.items()))]


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


def agents_of(agents: Iterable[Agent], events: Mapping[str, Event]) -> list[AgentLine]:
    """Return the agents, each with all IDs and names under which somebody joined them; ``events`` are by their ids."""
    return [
        AgentLine(
            agent.agent_ids,
            agent.names,
            tuple({called(each.party): each.party for each in reversed(agent.contacts) if each.party}.values())[::-1],
            *_ends([events[each.event_id] for each in agent.spoken or agent.contacts]),
            len(agent.spoken),
        )
        for agent in agents
    ]


def _contact(name: str, group: Sequence[Event], numbers: Iterable[str]) -> Contact:
    return Contact(name, tuple(filter(None, numbers)), *_ends(group), len(group))


def _ends(events: Sequence[Event]) -> tuple[Event, Event]:
    """Return the first and the last event of those whose time is known, of all where none is."""
    dated = [each for each in events if each.time.happened is not None] or events
    return dated[0], dated[-1]
