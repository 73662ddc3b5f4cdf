"""First steps and the evidence that decides each kind of dispute (``resources/law/checklists``), and what is there.

An entry counts as there because of confirmed events that show it, or because a person says so and names exhibits:
nothing else.
"""

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from evidence_app.domain.disputes import DisputeType
from evidence_app.domain.events import Direction, EventKind, Outcome
from evidence_app.domain.happenings import Happening
from evidence_app.domain.workspace import ChecklistMark, ChecklistState
from evidence_app.resources import resource
from evidence_app.rules.law import LAW, Words, words_of
from evidence_app.rules.money_ledger import of_anybody


@dataclass(frozen=True, slots=True)
class Shows:
    """Which events show a piece of evidence; None and false mean that it does not matter.

    ``after`` asks that such an event came before, ``theirs`` that it is with the institution: a salary is no loan, and
    what anybody else wrote is no demand.
    """

    kind: EventKind | None = None
    direction: Direction | None = None
    outcome: Outcome | None = None
    reference: bool = False
    agent: bool = False
    promise: bool = False
    after: "Shows | None" = None
    theirs: bool = False

    def fits(self, happening: Happening) -> bool:
        """Tell whether one event fits, whatever came before it."""
        return (
            self.kind in (None, happening.kind)
            and self.direction in (None, happening.direction)
            and self.outcome in (None, happening.outcome)
            and (not self.reference or bool(happening.reference))
            and (not self.agent or bool(happening.agent_id))
            and (not self.promise or bool(happening.promise))
        )


@dataclass(frozen=True, slots=True)
class Entry:
    """One piece of evidence. ``decisive`` ones win the dispute; ``how`` is how to get it.

    ``media`` are kinds of files that show it, ``tags`` marks on events that do.
    """

    id: str
    decisive: bool
    title: Words
    how: Words
    events: tuple[Shows, ...] = ()
    media: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Checklist:
    """What to do first, and what to have, in one kind of dispute."""

    kind: DisputeType
    first: tuple[Words, ...]
    entries: tuple[Entry, ...]


@lru_cache(maxsize=1)
def checklists() -> Mapping[DisputeType, Checklist]:
    """Return all checklists by kind of dispute."""
    found = [_checklist(path.read_text("utf-8")) for path in sorted(resource(LAW, "checklists").glob("*.toml"))]
    return {each.kind: each for each in found}


@dataclass(frozen=True, slots=True)
class Standing:
    """What there is of one entry: the events that show it, and what a person says."""

    entry: Entry
    event_ids: tuple[str, ...]
    mark: ChecklistMark | None = None

    @property
    def is_there(self) -> bool:
        """Whether it counts as there."""
        return bool(self.event_ids) or (self.mark is not None and self.mark.state is ChecklistState.THERE)

    @property
    def is_needed(self) -> bool:
        """Whether it counts at all."""
        return self.mark is None or self.mark.state is not ChecklistState.NOT_NEEDED


@dataclass(frozen=True, slots=True)
class Completeness:
    """How complete the evidence of a dispute is. A decisive entry counts twice."""

    standings: tuple[Standing, ...]

    @property
    def per_cent(self) -> int:
        """The share of what is needed that is there, 100 where nothing is needed."""
        needed = [each for each in self.standings if each.is_needed]
        whole = sum(_weight(each.entry) for each in needed)
        return 100 * sum(_weight(each.entry) for each in needed if each.is_there) // whole if whole else 100

    @property
    def missing(self) -> tuple[Standing, ...]:
        """What is needed and not there, the decisive first."""
        missing = [each for each in self.standings if each.is_needed and not each.is_there]
        return tuple(sorted(missing, key=lambda each: not each.entry.decisive))


def completeness(
    kind: DisputeType,
    happenings: Sequence[Happening],
    marks: Iterable[ChecklistMark] = (),
    media: Mapping[str, Sequence[str]] | None = None,
    tags: Mapping[str, frozenset[str]] | None = None,
    is_theirs: Callable[[Happening], bool] = of_anybody,
) -> Completeness:
    """Return what there is of a dispute's checklist.

    ``media`` are the ids of the document events of each kind of file, ``tags`` what events are marked as. ``is_theirs``
    tells whether money is the institution's, as in `money_ledger`.
    """
    said = {mark.entry: mark for mark in marks}
    return Completeness(
        tuple(
            Standing(entry, tuple(_shown(entry, happenings, media or {}, tags or {}, is_theirs)), said.get(entry.id))
            for entry in checklists()[kind].entries
        )
    )


def _shown(
    entry: Entry,
    happenings: Sequence[Happening],
    media: Mapping[str, Sequence[str]],
    tags: Mapping[str, frozenset[str]],
    is_theirs: Callable[[Happening], bool],
) -> Iterator[str]:
    awaited = {shows.after for shows in entry.events if shows.after is not None}
    for each in happenings:
        fits = any(
            shows.fits(each) and shows.after not in awaited and (not shows.theirs or is_theirs(each))
            for shows in entry.events
        )
        if fits or entry.tags & tags.get(each.event_id, frozenset()):
            yield each.event_id
        awaited = {after for after in awaited if not after.fits(each)}
    for kind in sorted(entry.media):
        yield from media.get(kind, ())


def _weight(entry: Entry) -> int:
    return 2 if entry.decisive else 1


def _checklist(text: str) -> Checklist:
    facts = tomllib.loads(text)
    return Checklist(
        DisputeType(facts["type"]),
        tuple(words_of(each["does"]) for each in facts["first"]),
        tuple(_entry(each) for each in facts["item"]),
    )


def _entry(facts: Mapping[str, Any]) -> Entry:
    return Entry(
        id=facts["id"],
        decisive=facts["decisive"],
        title=words_of(facts["title"]),
        how=words_of(facts["how"]),
        events=tuple(_shows(each) for each in facts.get("events", ())),
        media=frozenset(facts.get("media", ())),
        tags=frozenset(facts.get("tags", ())),
    )


def _shows(facts: Mapping[str, Any]) -> Shows:
    return Shows(
        kind=EventKind(facts["kind"]) if "kind" in facts else None,
        direction=Direction(facts["direction"]) if "direction" in facts else None,
        outcome=Outcome(facts["outcome"]) if "outcome" in facts else None,
        reference=facts.get("reference", False),
        agent=facts.get("agent", False),
        promise=facts.get("promise", False),
        after=_shows(facts["after"]) if "after" in facts else None,
        theirs=facts.get("theirs", False),
    )
