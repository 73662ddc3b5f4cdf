"""Where a dispute was taken, which clocks run because of it, and where it can go next."""

from collections.abc import Iterable, Iterator, Sequence
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
    lapsed: tuple[RunningClock, ...] = ()
    """The person's own periods that ended without anything filed since they began."""

    possible: tuple[Step, ...] = ()
    """The steps above the highest one that was tried, without those whose own period has lapsed."""

    is_waiting: bool = False
    """Whether the highest filing still waits for its answer: that comes first."""

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
    steps = tuple(_step(each, filed, kind, today) for each in known)
    lapsed = tuple(_lapsed(steps, filed, today))
    gone = {each.body.id for each in lapsed if each.deadline.clock.of}
    highest = _highest(steps)
    waits = highest is not None and _waits(highest, today)
    possible = tuple(each for each in _above(steps, highest) if each.body.id not in gone)
    return Ladder(steps, None if waits else next(iter(possible), None), lapsed, possible, waits)


def _step(of: Body, filed: Sequence[Complaint], kind: DisputeType, today: date) -> Step:
    complaints = [each for each in filed if each.body == of.id]
    clocks = [clock for complaint in complaints for clock in running_clocks(of, complaint, kind)]
    clocks += [clock for each in filed for clock in _begun_below(of, each, complaints, kind, today)]
    return Step(of, tuple(complaints), tuple(clocks))


def _begun_below(
    of: Body, below: Complaint, here: Sequence[Complaint], kind: DisputeType, today: date
) -> Iterator[RunningClock]:
    """Yield the periods of a body that the answer of another one starts, or that no answer came in time."""
    for clock in of.clocks:
        start = _answered_or_over(clock, below, kind, today) if clock.of == below.body else None
        if start is not None and clock.runs(kind, start):
            met_on = min((each.filed_on for each in here if each.filed_on is not None), default=None)
            yield RunningClock(
                of, deadline(clock, start, of.territory), below.id, below.event_id, any(map(_was_filed, here)), met_on
            )


def _answered_or_over(clock: Clock, below: Complaint, kind: DisputeType, today: date) -> date | None:
    """Return the day of the answer, or the end of the period for it if that came first."""
    source = body(below.body)
    days = [below.replied_on]
    if source is not None and clock.or_after:
        ends = (each for each in running_clocks(source, below, kind) if each.deadline.clock.id == clock.or_after)
        days += [each.deadline.day for each in ends if each.deadline.day < today]
    return min((day for day in days if day is not None), default=None)


ENDED_WELL = frozenset({ComplaintOutcome.UPHELD, ComplaintOutcome.WITHDRAWN})
"""How a complaint ends after which nobody asks for a review."""


def _lapsed(steps: Sequence[Step], filed: Sequence[Complaint], today: date) -> Iterator[RunningClock]:
    """Yield the person's own periods that ended, if nothing at all was filed since they began."""
    of = {each.id: each for each in filed}
    for running in (clock for step in steps for clock in step.clocks):
        is_own = running.deadline.clock.whose is Whose.COMPLAINANT and running.days_overdue(today) > 0
        if is_own and of[running.complaint_id].outcome not in ENDED_WELL:
            later = (each for each in filed if each.id != running.complaint_id and _was_filed(each))
            if not any(_may_be_since(running.deadline.start, each) for each in later):
                yield running


def _may_be_since(start: date, filing: Complaint) -> bool:
    day = filing.filed_on or filing.received_on
    return day is None or day >= start


def running_clocks(of: Body, complaint: Complaint, kind: DisputeType) -> list[RunningClock]:
    """Return the clocks in force that a complaint starts. All but the complainant's own end with the reply."""
    found = []
    for clock in of.clocks:
        start = _start(clock, complaint) if not clock.of else None
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


def _highest(steps: Sequence[Step]) -> Step | None:
    """Return the highest step at which something was filed, None where nothing was."""
    tried = [step for step in steps if any(map(_was_filed, step.complaints))]
    return max(tried, key=lambda step: step.body.step, default=None)


def _waits(highest: Step, today: date) -> bool:
    """Tell whether the highest filing still runs: its answer comes first."""
    unanswered = any(_was_filed(each) and not _is_over(each) for each in highest.complaints)
    return unanswered and bool(highest.clocks) and not highest.waited_enough(today)


def _above(steps: Sequence[Step], highest: Step | None) -> list[Step]:
    """Return the steps at which nothing was filed, above the highest one that was."""
    untried = [step for step in steps if not any(map(_was_filed, step.complaints))]
    return untried if highest is None else [step for step in untried if step.body.step > highest.body.step]
