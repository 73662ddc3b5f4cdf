"""How an institution responds, in a few numbers; unknown where the timeline does not tell."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.happenings import Happening
from evidence_app.domain.workspace import PromiseState
from evidence_app.rules.agents import Agent
from evidence_app.rules.contacts_promised import asks_for_nothing
from evidence_app.rules.money_ledger import Sums
from evidence_app.rules.promises import Promise


@dataclass(frozen=True, slots=True)
class Metrics:
    """How an institution responds.

    ``days_open`` counts from the day since which the matter is in dispute, None where nothing tells. ``first_reply`` is
    the time from the person's first call or message to the institution to its first message or call after that, or the
    first call that it answered. What was promised again counts once, by its last day: ``promises_past`` are past that
    day and marked by nobody, only what a person marked so counts as broken. ``days_passed_before`` are the earlier days
    that passed, or were marked as broken, before the same was promised again.
    """

    days_open: int | None
    first_reply: timedelta | None
    agents: int
    promises_kept: int
    promises_broken: int
    promises_past: int
    promises_open: int
    days_passed_before: int
    recovered: Sums


def metrics(
    began: date | None,
    theirs: Sequence[Happening],
    agents: Sequence[Agent],
    promises: Sequence[Promise],
    recovered: Sums,
    today: date,
) -> Metrics:
    """Return the numbers.

    ``began`` is the day since which the matter is in dispute, ``theirs`` are the happenings with the other side: who
    answers a call to somebody else does not reply for it.
    """
    states = Counter(each.state for each in promises)
    past = sum(each.overdue for each in promises)
    return Metrics(
        days_open=max(0, (today - began).days) if began else None,
        first_reply=_first_reply(theirs),
        agents=len(agents),
        promises_kept=states[PromiseState.KEPT],
        promises_broken=states[PromiseState.BROKEN],
        promises_past=past,
        promises_open=states[PromiseState.OPEN] - past,
        days_passed_before=sum(len(each.passed_before(today)) for each in promises),
        recovered=recovered,
    )


def _first_reply(happenings: Sequence[Happening]) -> timedelta | None:
    asked: datetime | None = None
    for each in happenings:
        if each.clock_at is None:
            continue
        if asked is None and each.direction is Direction.OUT and each.kind in (EventKind.CALL, EventKind.MESSAGE):
            if each.kind is EventKind.CALL and each.duration_s:
                return timedelta()  # somebody answered at once
            asked = each.clock_at
        elif asked is not None and _is_reply(each):
            return each.clock_at - asked
    return None


def _is_reply(each: Happening) -> bool:
    """Tell whether something came, or a call was answered; who sends no more than codes replies nothing."""
    if each.kind is EventKind.MESSAGE:
        return each.direction is Direction.IN and not asks_for_nothing(each.text)
    return each.kind is EventKind.CALL and (each.direction is Direction.IN or bool(each.duration_s))
