"""Letters about one's own data: which events belong into them, and by which law they ask. Pure.

Both are data, ``resources/law/data_requests.toml``.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from evidence_app.domain.disputes import DisputeType
from evidence_app.domain.happenings import Happening
from evidence_app.domain.letters import LetterKind
from evidence_app.rules.checklists import Shows, shows_of
from evidence_app.rules.deadlines import months_after
from evidence_app.rules.law import Clock, Unit, bodies, sources
from evidence_app.rules.law_files import read_law
from evidence_app.rules.letter_roles import is_request_to
from evidence_app.rules.sources import Source
from evidence_app.rules.territories import Territory


@dataclass(frozen=True, slots=True)
class _DataRequests:
    law: Mapping[tuple[Territory, LetterKind], tuple[Source, ...]]
    answer: Mapping[tuple[Territory, LetterKind], tuple[int, int]]
    """Within how many months and days they are answered."""
    tags: frozenset[str]
    always: tuple[Shows, ...]
    by_kind: Mapping[DisputeType, tuple[Shows, ...]]


@lru_cache(maxsize=1)
def _data_requests() -> _DataRequests:
    return read_law("data_requests.toml", _requests_of)


def _requests_of(table: Mapping[str, Any]) -> _DataRequests:
    belongs = dict(table["belongs"].items())
    tags, always = frozenset(belongs.pop("tags")), tuple(map(shows_of, belongs.pop("always")))
    law = {of: found for place in table["law"] for of, found in _law_of(place, table["law"][place])}
    by_kind = {DisputeType(kind): tuple(map(shows_of, those)) for kind, those in belongs.items()}
    answer = {of: found for place in table["answer"] for of, found in _answer_of(place, table["answer"][place])}
    return _DataRequests(law, answer, tags, always, by_kind)


def _law_of(
    place: str, table: Mapping[str, Iterable[str]]
) -> Iterator[tuple[tuple[Territory, LetterKind], tuple[Source, ...]]]:
    territory = Territory.of(place)
    for kind in table:
        yield (territory, LetterKind(kind)), tuple(sources()[each] for each in table[kind])


def _answer_of(
    place: str, table: Mapping[str, Mapping[str, int]]
) -> Iterator[tuple[tuple[Territory, LetterKind], tuple[int, int]]]:
    territory = Territory.of(place)
    for kind, period in table.items():
        yield (territory, LetterKind(kind)), (period.get("months", 0), period.get("days", 0))


def answer_of_data_by(territory: Territory | None, kind: LetterKind, today: date) -> date | None:
    """Return by when a letter of today about one's own data is answered by law; None where no law was looked up."""
    period = _data_requests().answer.get((territory, kind)) if territory is not None else None
    return months_after(today, period[0]) + timedelta(days=period[1]) if period is not None else None


def longest_answer_of_data(territory: Territory | None, today: date) -> tuple[date, Clock] | None:
    """Return by when such a letter of today is answered at the latest, where the law lets that be put off; else None.

    The period is that of the territory's own requests for data, from which it counts once somebody recorded one.
    """
    asked = (each for each in bodies() if each.territory == territory and is_request_to(each))
    for clock in (clock for each in asked for clock in each.clocks):
        if clock.extends and clock.unit is Unit.MONTHS:
            return months_after(today, clock.length), clock
    return None


def law_of_data(territory: Territory | None, kind: LetterKind) -> tuple[Source, ...]:
    """Return by which law a letter about one's own data asks in a place; empty where none was looked up."""
    return _data_requests().law.get((territory, kind), ()) if territory is not None else ()


def data_asked(kind: LetterKind, of: DisputeType) -> str:
    """Return what such a letter asks for, by its name in the phrases.

    Who never was a customer has all deleted. Of anybody else much of it is evidence of the dispute, which is to be
    kept: they say which data, and why. Who asks what is kept names the records that decide the dispute.
    """
    if kind is LetterKind.DATA_DELETION and of is not DisputeType.MISDIRECTED_SMS:
        return f"{kind.value}_some"
    records = {DisputeType.ACCOUNT_STOLEN: "_of_account", DisputeType.UNAUTHORISED_LOAN: "_of_loan"}
    return kind.value + (records.get(of, "") if kind is LetterKind.DATA_ACCESS else "")


def is_of_data(each: Happening, kind: DisputeType | None, tags: Collection[str]) -> bool:
    """Tell whether an event tells of data that is held or was passed on; ``tags`` are what it is marked as.

    Without a kind of disputes, what does in all of them.
    """
    known = _data_requests()
    if not known.tags.isdisjoint(tags):
        return True
    return any(shows.shown_by(each) for shows in (*known.always, *(known.by_kind.get(kind, ()) if kind else ())))
