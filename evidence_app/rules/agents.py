"""The people of an institution: by their IDs, with every contact, what they promised, and what became of it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.happenings import Happening
from evidence_app.domain.workspace import AgentCard, PromiseRecord, PromiseState
from evidence_app.rules.contacts_promised import contacts_in_time
from evidence_app.rules.money_promised import money_in_time


@dataclass(frozen=True, slots=True)
class Agent:
    """One person of the institution, as far as IDs, names and a person's joining tell. ``card`` is that joining.

    ``names`` are all names under which the IDs appeared; several hint at a shared ID.
    """

    agent_ids: tuple[str, ...]
    names: tuple[str, ...]
    contacts: tuple[Happening, ...]
    card: AgentCard | None = None

    @property
    def promises(self) -> tuple[Happening, ...]:
        """The contacts in which something was promised."""
        return tuple(each for each in self.contacts if each.promise)


def agents(happenings: Iterable[Happening], cards: Iterable[AgentCard] = ()) -> tuple[Agent, ...]:
    """Return all agents in the order of their first contact. Without an ID, the name stands for the person."""
    card_of = {known: card for card in cards for known in (*card.agent_ids, *(_named(name) for name in card.names))}
    contacts: defaultdict[str, list[Happening]] = defaultdict(list)
    for each in happenings:
        known = each.agent_id or (_named(each.agent_name) if each.agent_name else "")
        if known:
            card = card_of.get(known)
            contacts[card.id if card else known].append(each)
    return tuple(_agent(found, card_of) for found in contacts.values())


def _named(name: str) -> str:
    """Return how a name without an ID is known; no ID looks so."""
    return f"name:{name}"


def _agent(contacts: Sequence[Happening], card_of: Mapping[str, AgentCard]) -> Agent:
    ids = tuple(dict.fromkeys(each.agent_id for each in contacts if each.agent_id))
    names = tuple(dict.fromkeys(each.agent_name for each in contacts if each.agent_name))
    cards = (card_of.get(known) for known in (*ids, *(_named(name) for name in names)))
    return Agent(ids, names, tuple(contacts), next((card for card in cards if card), None))


SAME_TALK = timedelta(hours=1)
"""How long somebody who gave their agent ID is taken to be still there."""


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise and what became of it. ``overdue`` is true for one that nobody marked and whose day is over.

    ``contacts`` are the events by which an overdue promise to be in touch may have been kept, ``money`` those of one to
    pay: a person says whether. ``introduced`` is the agent ID that was given last before in the same talk, where the
    promise itself names none: who promised it is likely to be that agent, and nothing claims that it was.
    """

    happening: Happening
    state: PromiseState
    overdue: bool
    record: PromiseRecord | None = None
    contacts: tuple[str, ...] = ()
    money: tuple[str, ...] = ()
    introduced: str = ""

    @property
    def may_be_kept(self) -> bool:
        """Whether something happened in time that may have kept it."""
        return bool(self.contacts or self.money)


def promises(
    happenings: Iterable[Happening],
    records: Iterable[PromiseRecord],
    today: date,
    contacts: Sequence[Happening] = (),
) -> tuple[Promise, ...]:
    """Return all promises in their order; ``contacts`` are those that came from the other side."""
    said = {record.event_id: record for record in records}
    introduced: dict[str, Happening] = {}
    found = []
    for each in happenings:
        if each.agent_id and _is_word_of_a_talk(each):
            introduced[each.party] = each
        if each.promise:
            record = said.get(each.event_id)
            state = record.state if record else PromiseState.OPEN
            ran_out = each.promise_due is not None and each.promise_due < today
            overdue = ran_out and state is PromiseState.OPEN
            in_time = contacts_in_time(each, contacts) if overdue else ()
            by = _introduced(each, introduced.get(each.party))
            found.append(Promise(each, state, overdue, record, in_time, introduced=by))
    return tuple(found)


def _is_word_of_a_talk(each: Happening) -> bool:
    """Tell whether somebody wrote it in a chat: from a bare number, machines write, too."""
    named = each.party != each.number and any(map(str.isalpha, each.party))
    return each.kind is EventKind.MESSAGE and each.direction is Direction.IN and named


def _introduced(promised: Happening, before: Happening | None) -> str:
    if promised.agent_id or promised.agent_name or before is None or not _is_word_of_a_talk(promised):
        return ""
    if promised.clock_at is None or before.clock_at is None or promised.clock_at - before.clock_at > SAME_TALK:
        return ""
    return before.agent_id


def with_money(promised: Iterable[Promise], money: Sequence[Happening]) -> tuple[Promise, ...]:
    """Return promises with the money that may have kept the overdue ones, of what came from the institution."""
    return tuple(
        replace(each, money=money_in_time(each.happening, money)) if each.overdue else each for each in promised
    )


@dataclass(frozen=True, slots=True)
class Shared:
    """What hints at a mix-up: one ID under several names, or one name under several IDs."""

    agent_ids: tuple[str, ...]
    names: tuple[str, ...]


def mix_ups(happenings: Iterable[Happening]) -> tuple[Shared, ...]:
    """Return IDs with several names, then names with several IDs."""
    names_of: defaultdict[str, dict[str, None]] = defaultdict(dict)
    ids_of: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for each in happenings:
        if each.agent_id and each.agent_name:
            names_of[each.agent_id][each.agent_name] = None
            ids_of[each.agent_name][each.agent_id] = None
    of_ids = [Shared((agent_id,), tuple(names)) for agent_id, names in names_of.items() if len(names) > 1]
    return (*of_ids, *(Shared(tuple(ids), (name,)) for name, ids in ids_of.items() if len(ids) > 1))
