"""Which events show what a letter says that a dispute is about; ``resources/law/matter.toml`` says how. Pure."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from evidence_app.domain.disputes import DisputeType
from evidence_app.domain.happenings import Happening
from evidence_app.rules.came_back import called_off, came_later, is_attempt
from evidence_app.rules.checklists import Shows, shows_of
from evidence_app.rules.law_files import read_law


@dataclass(frozen=True, slots=True)
class SaidOfIt:
    """What the sentence about one kind of dispute says: of each part, which events show it.

    ``least`` is how many events it speaks of; ``in_order`` tells that a part happens after the one before it.
    ``instead`` is what is said where nothing shows the last part, ``name`` under which name in the phrases. ``begins``
    is the part with which the trouble begins, None where no part tells by itself. ``unless`` are events after which the
    sentence is no longer shown: they say otherwise. ``late`` is what is said where all that was tried came later.
    """

    parts: tuple[tuple[Shows, ...], ...]
    least: int = 1
    in_order: bool = False
    instead: "SaidOfIt | None" = None
    name: str = ""
    begins: int | None = None
    unless: tuple[Shows, ...] = ()
    late: "SaidOfIt | None" = None

    def ends_in(self, each: Happening) -> bool:
        """Tell whether an event shows the last part."""
        return any(one.shown_by(each) for one in self.parts[-1])

    def denied_by(self, each: Happening) -> bool:
        """Tell whether an event says otherwise."""
        return any(one.shown_by(each) for one in self.unless)


@lru_cache(maxsize=1)
def said_of_matters() -> Mapping[DisputeType, SaidOfIt]:
    """Return what is said, by kind of dispute; a kind that is not there states nothing by itself."""
    return read_law("matter.toml", _said_of)


def _said_of(table: Mapping[str, Any]) -> Mapping[DisputeType, SaidOfIt]:
    return {DisputeType(kind): _said(facts) for kind, facts in table.items()}


def _said(facts: Mapping[str, Any]) -> SaidOfIt:
    return SaidOfIt(
        tuple(tuple(map(shows_of, part)) for part in facts["parts"]),
        facts.get("least", 1),
        facts.get("in_order", False),
        _said(facts["instead"]) if "instead" in facts else None,
        facts.get("name", ""),
        facts.get("begins"),
        tuple(map(shows_of, facts.get("unless", ()))),
        _said(facts["late"]) if "late" in facts else None,
    )


def said_here(kind: DisputeType, happenings: Iterable[Happening]) -> SaidOfIt | None:
    """Return what is said of a dispute with such events: of a demand that nobody makes, nothing."""
    said = said_of_matters().get(kind)
    if said is not None and said.late is not None:
        return said.late if _all_came(said, tuple(happenings)) else said
    if said is None or said.instead is None or any(map(said.ends_in, happenings)):
        return said
    return said.instead


def _all_came(said: SaidOfIt, happenings: Sequence[Happening]) -> bool:
    """Tell whether all that was tried came later, and nothing after it tells of trouble."""
    came = came_later(happenings)
    last = max((place for place, each in enumerate(happenings) if each.event_id in came.values()), default=-1)
    if last < 0 or any(is_attempt(each) and each.event_id not in came for each in happenings):
        return False
    return not any(map(said.ends_in, happenings[last:]))


def _that_still_tell(kind: DisputeType, said: SaidOfIt, happenings: Sequence[Happening]) -> Sequence[Happening]:
    """Return the events without attempts that tell of no trouble: what was called off, what came, unless it is that."""
    if said_of_matters()[kind].late is None:
        return happenings
    came = came_later(happenings)
    if said.name:
        return [each for each in happenings if each.event_id in {*came, *came.values()}]
    return [each for each in happenings if each.event_id not in came and not called_off(each)]


def _of_anybody(_happening: Happening) -> bool:
    return True


def matter_shown(
    kind: DisputeType, happenings: Iterable[Happening], is_theirs: Callable[[Happening], bool] = _of_anybody
) -> tuple[str, ...]:
    """Return the events that show what such a dispute is about, in order.

    None where one part of it is not shown, or a later event says otherwise. ``is_theirs`` tells of an event whether it
    may be with the other side, which some parts ask.
    """
    happenings = tuple(happenings)
    said = said_here(kind, happenings)
    if said is None:
        return ()
    happenings = _that_still_tell(kind, said, happenings)
    shown: dict[str, None] = {}
    reached: set[int] = set()
    for each in happenings:
        if reached and said.denied_by(each):
            return ()
        parts = {place for place, part in enumerate(said.parts) if _is_shown(part, each, is_theirs)}
        if said.in_order:
            parts = {place for place in parts if place == 0 or place - 1 in reached}
        reached |= parts
        if parts:
            shown[each.event_id] = None
    return tuple(shown) if len(reached) == len(said.parts) and len(shown) >= said.least else ()


def _is_shown(part: Iterable[Shows], each: Happening, is_theirs: Callable[[Happening], bool]) -> bool:
    return any(one.shown_by(each) and (not one.theirs or is_theirs(each)) for one in part)
