"""Which events show what a letter says that a dispute is about; ``resources/law/matter.toml`` says how. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from evidence_app.domain.disputes import DisputeType
from evidence_app.domain.happenings import Happening
from evidence_app.rules.checklists import Shows, shows_of
from evidence_app.rules.law_files import read_law


@dataclass(frozen=True, slots=True)
class SaidOfIt:
    """What the sentence about one kind of dispute says: of each part, which events show it.

    ``least`` is how many events it speaks of; ``in_order`` tells that a part happens after the one before it.
    """

    parts: tuple[tuple[Shows, ...], ...]
    least: int = 1
    in_order: bool = False


@lru_cache(maxsize=1)
def said_of_matters() -> Mapping[DisputeType, SaidOfIt]:
    """Return what is said, by kind of dispute; a kind that is not there states nothing by itself."""
    return read_law("matter.toml", _said_of)


def _said_of(table: Mapping[str, Any]) -> Mapping[DisputeType, SaidOfIt]:
    return {
        DisputeType(kind): SaidOfIt(
            tuple(tuple(map(shows_of, part)) for part in facts["parts"]),
            facts.get("least", 1),
            facts.get("in_order", False),
        )
        for kind, facts in table.items()
    }


def matter_shown(kind: DisputeType, happenings: Iterable[Happening]) -> tuple[str, ...]:
    """Return the events that show what such a dispute is about, in order; none where one part of it is not shown."""
    said = said_of_matters().get(kind)
    if said is None:
        return ()
    shown: dict[str, None] = {}
    reached: set[int] = set()
    for each in happenings:
        parts = {place for place, part in enumerate(said.parts) if any(one.shown_by(each) for one in part)}
        if said.in_order:
            parts = {place for place in parts if place == 0 or place - 1 in reached}
        reached |= parts
        if parts:
            shown[each.event_id] = None
    return tuple(shown) if len(reached) == len(said.parts) and len(shown) >= said.least else ()
