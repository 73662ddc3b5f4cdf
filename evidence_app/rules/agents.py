"""The people of an institution: by their IDs, with every contact, what they promised, and what became of it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

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


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise and what became of it. ``overdue`` is true for one that nobody marked and whose day is over.

    ``contacts`` are the events by which an overdue promise to be in touch may have been kept, ``money`` those of one to
    pay: a person says whether.
    """

    happening: Happening
    state: PromiseState
    overdue: bool
    record: PromiseRecord | None = None
    contacts: tuple[str, ...] = ()
    money: tuple[str, ...] = ()

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
    found = []
    for each in happenings:
        if each.promise:
            record = said.get(each.event_id)
            state = record.state if record else PromiseState.OPEN
            ran_out = each.promise_due is not None and each.promise_due < today
            overdue = ran_out and state is PromiseState.OPEN
            found.append(Promise(each, state, overdue, record, contacts_in_time(each, contacts) if overdue else ()))
    return tuple(found)


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
