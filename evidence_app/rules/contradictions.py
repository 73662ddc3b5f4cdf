"""Answers that contradict each other, as a person marked them: pairs, who said what against whom. Pure.

A mark on one answer may name the other one; of exactly two answers that name none, each can only mean the other.
"""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.happenings import Happening
from evidence_app.domain.workspace import AGAINST, CONTRADICTS
from evidence_app.rules.introductions import only_mentions

LONGEST_ANSWER = 300
"""Characters of an answer that a finding repeats."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two answers to one question, the earlier one first."""

    one: Happening
    other: Happening

    @property
    def both(self) -> tuple[Happening, Happening]:
        """Both answers."""
        return self.one, self.other

    @property
    def is_of_one_person(self) -> bool:
        """Whether the same agent gave both, as far as agent IDs tell."""
        ids = [speaking(each) for each in self.both]
        return bool(ids[0]) and ids[0] == ids[1]


@dataclass(frozen=True, slots=True)
class Contradictions:
    """``pairs`` in the order of their first answers; of ``unpaired`` nobody said what stands against them."""

    pairs: tuple[Contradiction, ...] = ()
    unpaired: tuple[Happening, ...] = ()

    @property
    def event_ids(self) -> frozenset[str]:
        """All answers that are marked."""
        paired = (each.event_id for pair in self.pairs for each in pair.both)
        return frozenset((*paired, *(each.event_id for each in self.unpaired)))


def contradictions_in(happenings: Iterable[Happening], tags: Mapping[str, AbstractSet[str]]) -> Contradictions:
    """Return what is marked among some events, which are in order. The person's own messages are no answers."""
    marked = {
        each.event_id: each for each in happenings if CONTRADICTS in tags.get(each.event_id, ()) and _is_answer(each)
    }
    named: dict[tuple[str, str], None] = {}
    for event_id in marked:
        for tag in sorted(tags[event_id]):
            other = tag.removeprefix(AGAINST)
            if tag.startswith(AGAINST) and other in marked and other != event_id:
                named[_in_order(event_id, other, list(marked))] = None
    paired = {event_id for pair in named for event_id in pair}
    alone = [event_id for event_id in marked if event_id not in paired]
    if len(alone) == 2:
        named[alone[0], alone[1]] = None
        alone = []
    order = {event_id: place for place, event_id in enumerate(marked)}
    pairs = sorted(named, key=lambda pair: (order[pair[0]], order[pair[1]]))
    return Contradictions(
        tuple(Contradiction(marked[one], marked[other]) for one, other in pairs),
        tuple(marked[event_id] for event_id in alone),
    )


def speaking(answer: Happening) -> str:
    """Return by which agent ID an answer was given, empty where its words only speak of one."""
    return "" if only_mentions(answer) else answer.agent_id


def answered(answer: Happening) -> str:
    """Return all that was said in an answer: what it promises may be one of its sentences, and not the one that counts.

    What is noted of a call and what was promised in it may be different words.
    """
    said, promise = (" ".join(each.split()) for each in (answer.words, answer.promise))
    return said if promise in said else f"{said} {promise}".strip()


def quoted(answer: Happening) -> str:
    """Return what was said in an answer, the beginning of what is very long."""
    said = answered(answer)
    return said if len(said) <= LONGEST_ANSWER else f"{said[: LONGEST_ANSWER - 1]}…"


def _is_answer(each: Happening) -> bool:
    return not (each.kind is EventKind.MESSAGE and each.direction is Direction.OUT)


def _in_order(one: str, other: str, order: list[str]) -> tuple[str, str]:
    return (one, other) if order.index(one) < order.index(other) else (other, one)
