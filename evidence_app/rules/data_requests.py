"""Letters about one's own data: which events belong into them, and by which law they ask. Pure.

Both are data, ``resources/law/data_requests.toml``.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from evidence_app.domain.disputes import DisputeType
from evidence_app.domain.happenings import Happening
from evidence_app.rules.checklists import Shows, shows_of
from evidence_app.rules.law import sources
from evidence_app.rules.law_files import read_law
from evidence_app.rules.sources import Source
from evidence_app.rules.territories import Territory


@dataclass(frozen=True, slots=True)
class _DataRequests:
    law: Mapping[Territory, tuple[Source, ...]]
    tags: frozenset[str]
    always: tuple[Shows, ...]
    by_kind: Mapping[DisputeType, tuple[Shows, ...]]


@lru_cache(maxsize=1)
def _data_requests() -> _DataRequests:
    return read_law("data_requests.toml", _requests_of)


def _requests_of(table: Mapping[str, Any]) -> _DataRequests:
    belongs = dict(table["belongs"].items())
    tags, always = frozenset(belongs.pop("tags")), tuple(map(shows_of, belongs.pop("always")))
    law = dict(_law_of(place, table["law"][place]) for place in table["law"])
    by_kind = {DisputeType(kind): tuple(map(shows_of, those)) for kind, those in belongs.items()}
    return _DataRequests(law, tags, always, by_kind)


def _law_of(place: str, ids: Iterable[str]) -> tuple[Territory, tuple[Source, ...]]:
    return Territory.of(place), tuple(sources()[each] for each in ids)


def law_of_data(territory: Territory | None) -> tuple[Source, ...]:
    """Return by which law one's own data can be asked for in a place; empty where none was looked up."""
    return _data_requests().law.get(territory, ()) if territory is not None else ()


def is_of_data(each: Happening, kind: DisputeType | None, tags: Collection[str]) -> bool:
    """Tell whether an event tells of data that is held or was passed on; ``tags`` are what it is marked as.

    Without a kind of disputes, what does in all of them.
    """
    known = _data_requests()
    if not known.tags.isdisjoint(tags):
        return True
    return any(shows.shown_by(each) for shows in (*known.always, *(known.by_kind.get(kind, ()) if kind else ())))
