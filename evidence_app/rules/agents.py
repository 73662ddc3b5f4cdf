"""The people of an institution: by their IDs and names, with every contact; and what hints at a mix-up of both."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from evidence_app.domain.events import MOVES_MONEY
from evidence_app.domain.happenings import Happening
from evidence_app.domain.workspace import AgentCard
from evidence_app.rules.introductions import only_mentions

NOBODY: Mapping[str, Happening] = {}


@dataclass(frozen=True, slots=True)
class Agent:
    """One person of the institution, as far as IDs, names and a person's joining tell. ``card`` is that joining.

    ``names`` are all names under which the IDs appeared or somebody joined them; several hint at a shared ID. Of
    contacts that name nobody, ``introduced`` has the event, before in the same talk, that gave an ID: `introductions`.
    """

    agent_ids: tuple[str, ...]
    names: tuple[str, ...]
    contacts: tuple[Happening, ...]
    card: AgentCard | None = None
    introduced: Mapping[str, Happening] = field(default_factory=dict)

    @property
    def mentioned(self) -> frozenset[str]:
        """The contacts whose words only speak of one of the IDs, by their ids."""
        return frozenset(each.event_id for each in self.contacts if only_mentions(each))

    @property
    def spoken(self) -> tuple[Happening, ...]:
        """The contacts in which the agent wrote or spoke: in a message that speaks of the agent somebody else does."""
        return tuple(each for each in self.contacts if not only_mentions(each))

    @property
    def promises(self) -> tuple[Happening, ...]:
        """The contacts in which the agent promised something: what others promise who name the agent is not theirs."""
        return tuple(each for each in self.contacts if each.promise and not only_mentions(each))


def agents(
    happenings: Iterable[Happening],
    cards: Iterable[AgentCard] = (),
    introduced: Mapping[str, Happening] = NOBODY,
    names_agent: Callable[[Happening], bool] = lambda _: True,
) -> tuple[Agent, ...]:
    """Return all agents in the order of their first contact. Without an ID, the name stands for the person.

    Of whom ``names_agent`` denies it, nothing makes an agent but a person's joining.
    """
    card_of = {known: card for card in cards for known in (*card.agent_ids, *(_named(name) for name in card.names))}
    contacts: defaultdict[str, list[Happening]] = defaultdict(list)
    of_card: dict[str, AgentCard] = {}
    for each in happenings:
        by = introduced.get(each.event_id, each)
        known = _known(by)
        card = card_of.get(known)
        if known and (names_agent(by) or (card and each.kind not in MOVES_MONEY)):
            key = card.id if card else known
            contacts[key].append(each)
            if card:
                of_card[key] = card
    return tuple(_agent(found, of_card.get(key), introduced) for key, found in contacts.items())


def _known(each: Happening) -> str:
    return each.agent_id or (_named(each.agent_name) if each.agent_name else "")


def _named(name: str) -> str:
    """Return how a name without an ID is known; no ID looks so."""
    return f"name:{name}"


def _agent(contacts: Sequence[Happening], card: AgentCard | None, introduced: Mapping[str, Happening]) -> Agent:
    ids = tuple(dict.fromkeys(each.agent_id for each in contacts if each.agent_id))
    shown = (each.agent_name for each in contacts if each.agent_name and not only_mentions(each))
    names = tuple(dict.fromkeys((*shown, *(card.names if card else ()))))
    before = {each.event_id: introduced[each.event_id] for each in contacts if each.event_id in introduced}
    return Agent(ids, names, tuple(contacts), card, before)


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
        if each.agent_id and each.agent_name and not only_mentions(each):
            names_of[each.agent_id][each.agent_name] = None
            ids_of[each.agent_name][each.agent_id] = None
    of_ids = [Shared((agent_id,), tuple(names)) for agent_id, names in names_of.items() if len(names) > 1]
    return (*of_ids, *(Shared(tuple(ids), (name,)) for name, ids in ids_of.items() if len(ids) > 1))


def names_apart(known: Sequence[Agent]) -> tuple[Shared, ...]:
    """Return names that stand with IDs, and without one as somebody of their own: nobody has said whether that is one.

    陈专员, and B2290 陈专员, have a card each until a person joins them.
    """
    alone = {name for agent in known if not agent.agent_ids for name in agent.names}
    ids_of: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for agent in known:
        for name in alone.intersection(agent.names):
            ids_of[name] |= dict.fromkeys(agent.agent_ids)
    return tuple(Shared(tuple(ids), (name,)) for name, ids in ids_of.items() if ids)
