"""How an institution responds, in a few numbers; unknown where the timeline does not tell."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from evidence_app.domain.disputes import Beginning
from evidence_app.domain.workspace import PromiseState
from evidence_app.rules.agents import Agent
from evidence_app.rules.first_reply import answered_call, first_reply
from evidence_app.rules.money_ledger import Sums
from evidence_app.rules.promises import Promise
from evidence_app.rules.situation import Situation


@dataclass(frozen=True, slots=True)
class Metrics:
    """How an institution responds.

    ``days_open`` counts from the day since which the matter is in dispute, None where nothing tells. ``first_reply`` is
    the time from the person's first call or message to the institution to the first after that by which a person of its
    side replied: `first_reply`; ``answered_call`` tells that the first contact was a call that somebody took. What was
    promised again counts once, by its last day: ``promises_past`` are past that day and marked by nobody, only what a
    person marked so counts as broken. ``days_passed_before`` are the earlier days that passed, or were marked as
    broken, before the same was promised again.
    """

    days_open: int | None
    first_reply: timedelta | None
    answered_call: bool
    agents: int
    promises_kept: int
    promises_broken: int
    promises_past: int
    promises_open: int
    days_passed_before: int
    recovered: Sums


def metrics(
    situation: Situation, began: Beginning | None, agents: Sequence[Agent], promises: Sequence[Promise], recovered: Sums
) -> Metrics:
    """Return the numbers; ``recovered`` is what came back.

    Who answers a call to somebody else does not reply for the institution: only what is with the other side counts.
    """
    today = situation.today
    states = Counter(each.state for each in promises)
    past = sum(each.overdue for each in promises)
    return Metrics(
        days_open=max(0, (today - began.day).days) if began else None,
        first_reply=first_reply(situation.theirs),
        answered_call=answered_call(situation.theirs),
        agents=len(agents),
        promises_kept=states[PromiseState.KEPT],
        promises_broken=states[PromiseState.BROKEN],
        promises_past=past,
        promises_open=states[PromiseState.OPEN] - past,
        days_passed_before=sum(len(each.passed_before(today)) for each in promises),
        recovered=recovered,
    )
