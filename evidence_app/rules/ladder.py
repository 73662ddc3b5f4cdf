"""Where a dispute was taken, which clocks run because of it, and where it can go next."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from evidence_app.domain.disputes import DisputeType
from evidence_app.domain.workspace import Complaint, ComplaintOutcome
from evidence_app.rules.deadlines import deadline
from evidence_app.rules.law import Body, Clock, Starts, Whose, body, ladder
from evidence_app.rules.situation import RunningClock
from evidence_app.rules.working_days import Territory


@dataclass(frozen=True, slots=True)
class Step:
    """One body of the ladder, with what was filed there and the clocks that run."""

    body: Body
    complaints: tuple[Complaint, ...] = ()
    clocks: tuple[RunningClock, ...] = ()

    def overdue(self, today: date) -> tuple[RunningClock, ...]:
        """Return the clocks that ran out without what they were for."""
        return tuple(each for each in self.clocks if each.days_overdue(today))

    def waited_enough(self, today: date) -> bool:
        """Tell whether an answer is no longer to be waited for: after a customary period, too."""
        return any(not each.stopped and each.deadline.days_overdue(today) for each in self.clocks)


@dataclass(frozen=True, slots=True)
class Ladder:
    """All steps of a dispute, from below, and which one could be next."""

    steps: tuple[Step, ...]
    next_step: Step | None = None

    @property
    def clocks(self) -> tuple[RunningClock, ...]:
        """All clocks that run."""
        return tuple(clock for step in self.steps for clock in step.clocks)

    def next_deadline(self, today: date) -> RunningClock | None:
        """Return the clock that ends next, today or later; None if none runs. A customary one is no deadline."""
        real = [each for each in self.clocks if each.deadline.clock.statutory and not each.stopped]
        running = [each for each in real if each.deadline.day >= today]
        return min(running, key=lambda each: each.deadline.day, default=None)

    def last_overdue(self, today: date) -> RunningClock | None:
        """Return the clock of an unanswered complaint that ran out last; None if all were answered in time."""
        overdue = [each for step in self.steps for each in step.overdue(today)]
        late = [each for each in overdue if each.deadline.clock.whose is not Whose.COMPLAINANT]
        return max(late, key=lambda each: each.deadline.day, default=None)


def ladder_of(territory: Territory | None, kind: DisputeType, complaints: Iterable[Complaint], today: date) -> Ladder:
    """Return a dispute's ladder. Bodies of other territories appear where something was filed there."""
    filed = list(complaints)
    known = list(ladder(territory, kind))
    known += [found for each in filed if (found := body(each.body)) and found not in known]
    steps = tuple(_step(each, [complaint for complaint in filed if complaint.body == each.id], kind) for each in known)
    return Ladder(steps, _next(steps, today))


def _step(of: Body, complaints: Sequence[Complaint], kind: DisputeType) -> Step:
    clocks = [clock for complaint in complaints for clock in running_clocks(of, complaint, kind)]
    return Step(of, tuple(complaints), tuple(clocks))


def running_clocks(of: Body, complaint: Complaint, kind: DisputeType) -> list[RunningClock]:
    """Return the clocks in force that a complaint starts. All but the complainant's own end with the reply."""
    found = []
    for clock in of.clocks:
        start = _start(clock, complaint)
        if (
            start is not None
            and kind not in clock.not_in
            and (clock.source.in_force is None or start >= clock.source.in_force)
        ):
            stopped = clock.whose is not Whose.COMPLAINANT and (_is_over(complaint) or _was_met(clock, complaint))
            counted = deadline(clock, start, of.territory)
            met_on = _met_on(clock, complaint) if stopped else None
            found.append(RunningClock(of, counted, complaint.id, complaint.event_id, stopped, met_on))
    return found


def _start(clock: Clock, complaint: Complaint) -> date | None:
    """Return from when a clock counts. What was filed counts as received the same day until somebody knows better."""
    return {
        Starts.FILED: complaint.filed_on,
        Starts.RECEIVED: complaint.received_on or complaint.filed_on,
        Starts.TRANSFERRED: complaint.transferred_on,
        Starts.ACCEPTED: complaint.accepted_on,
        Starts.REPLY: complaint.replied_on,
    }.get(clock.start)


def _was_met(clock: Clock, complaint: Complaint) -> bool:
    """Tell whether what a clock is for was done before the answer: a complaint was taken, or passed on."""
    return _done_before(clock, complaint) is not None


def _done_before(clock: Clock, complaint: Complaint) -> date | None:
    return {Starts.TRANSFERRED: complaint.transferred_on, Starts.ACCEPTED: complaint.accepted_on}.get(
        clock.met_by or Starts.FILED
    )


def _met_on(clock: Clock, complaint: Complaint) -> date | None:
    """Return on which day what a clock is for was done, or answered instead; None where nobody wrote it down."""
    days = (_done_before(clock, complaint), complaint.replied_on)
    return min((day for day in days if day is not None), default=None)


def _is_over(complaint: Complaint) -> bool:
    return complaint.replied_on is not None or complaint.outcome is not ComplaintOutcome.OPEN


def _was_filed(complaint: Complaint) -> bool:
    """Tell whether anybody said that it reached the body: what has no day at all is a note to do it."""
    return _is_over(complaint) or any((complaint.filed_on, complaint.received_on, complaint.accepted_on))


def _next(steps: Sequence[Step], today: date) -> Step | None:
    """Return the first step of the ladder at which nothing was filed, above the highest one that was.

    While the highest one still runs, nothing is next: its answer comes first.
    """
    tried = [step for step in steps if any(map(_was_filed, step.complaints))]
    if not tried:
        return steps[0] if steps else None
    highest = max(tried, key=lambda step: step.body.step)
    unanswered = any(_was_filed(each) and not _is_over(each) for each in highest.complaints)
    if unanswered and highest.clocks and not highest.waited_enough(today):
        return None
    above = [step for step in steps if step not in tried and step.body.step > highest.body.step]
    return above[0] if above else None
