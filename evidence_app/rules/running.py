"""Which clocks run because of what was filed, answered or stated. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date

from evidence_app.domain.disputes import DisputeType
from evidence_app.domain.happenings import Happening
from evidence_app.domain.workspace import Complaint, ComplaintOutcome, Institution, Lender
from evidence_app.rules.acknowledgements import NEVER, Acknowledged
from evidence_app.rules.deadlines import Deadline, deadline
from evidence_app.rules.law import Body, Clock, Starts, Whose, body
from evidence_app.rules.situation import RunningClock

IS_SETTLED = frozenset({ComplaintOutcome.UPHELD, ComplaintOutcome.WITHDRAWN})
"""After these nothing is left to object to."""

REACHED_NOTHING = frozenset({ComplaintOutcome.NOT_TAKEN, ComplaintOutcome.WITHDRAWN})
"""After these it is as if nothing had been filed: a time to apply runs on."""

STATED = frozenset({Starts.KNEW, Starts.STATEMENT})
"""Days that no filing has: a person states them of the dispute."""


@dataclass(frozen=True, slots=True)
class Filed:
    """All that clocks are counted from, on one day. ``institution`` holds the days that a person stated.

    ``named`` is what the lender's name says that it is while nobody said it: what does not hold for such a one waits.
    ``acknowledged`` says, by complaint, when it was said that it was received, as far as the timeline shows it, and
    ``perhaps_answered`` which entry may be its answer.
    """

    kind: DisputeType
    complaints: Sequence[Complaint]
    today: date
    institution: Institution | None = None
    lender: Lender = Lender.NOT_SAID
    named: Lender = Lender.NOT_SAID
    acknowledged: Mapping[str, Acknowledged] = field(default_factory=dict)
    perhaps_answered: Mapping[str, Happening] = field(default_factory=dict)

    def at(self, body_id: str) -> list[Complaint]:
        """Return what was filed with one body."""
        return [each for each in self.complaints if each.body == body_id]

    @property
    def circumstances(self) -> frozenset[str]:
        """What is known of the other side, the lender and the account."""
        stated = self.institution.circumstances if self.institution else ()
        return frozenset(filter(None, (*stated, self.lender.value)))


def clocks_at(of: Body, filed: Filed) -> tuple[RunningClock, ...]:
    """Return the clocks of a body that are in force: of what was filed there, then of what was not."""
    asked = _asked(of, filed)
    own = [
        _perhaps_answered(
            _running(of, clock, start, complaint, filed.acknowledged.get(complaint.id, NEVER)),
            filed.perhaps_answered.get(complaint.id),
        )
        for complaint in filed.at(of.id)
        for clock in asked
        if not _is_from_elsewhere(clock) and (start := _start(clock, complaint)) and clock.runs(filed.kind, start)
        if not (is_over(complaint) and _is_possible(clock, complaint))
    ]
    others = [
        _applying(of, clock, start, complaint, filed.at(of.id))
        for clock in asked
        if _is_from_elsewhere(clock)
        for start, complaint in _starts_elsewhere(clock, filed)
        if clock.runs(filed.kind, start)
    ]
    of_filings: defaultdict[str, list[RunningClock]] = defaultdict(list)
    for each in (*own, *others):
        of_filings[each.complaint_id].append(each)
    return tuple(replace(each, longest_to=_longest_to(each, of_filings[each.complaint_id])) for each in (*own, *others))


def may_bind(of: Body, filed: Filed) -> bool:
    """Tell whether any period of a body can run in a dispute, whenever something is filed there."""
    return any(filed.kind not in each.not_in for each in _asked(of, filed))


def _asked(of: Body, filed: Filed) -> list[Clock]:
    counted = (each for each in of.clocks if filed.named not in each.unless)
    return [each for each in counted if each.is_asked(filed.circumstances)]


def _longest_to(running: RunningClock, of_one: Sequence[RunningClock]) -> date | None:
    """Return when the longest period ends of those that count instead of one or prolong it, None without any.

    ``of_one`` are those of the same filing. Others say whether a case is complex: before the end of the longest nobody
    is late for certain. What is only possible prolongs nothing.
    """
    reached = {running.deadline.clock.id}
    longer: list[RunningClock] = []
    while more := [each for each in of_one if each not in longer and _is_longer_than(each, reached, of_one)]:
        longer += more
        reached |= {each.deadline.clock.id for each in more}
    return max((each.deadline.day for each in longer), default=None)


def _is_longer_than(one: RunningClock, reached: Set[str], of_one: Sequence[RunningClock]) -> bool:
    """Tell whether a clock prolongs one of those that were reached, or counts instead of it."""
    clock = one.deadline.clock
    instead = {each.deadline.clock.or_longer for each in of_one if each.deadline.clock.id in reached}
    return clock.id not in reached and not one.is_possible and (clock.extends in reached or clock.id in instead)


def longest_of(running: RunningClock, clocks: Sequence[RunningClock]) -> int | None:
    """Return the place of the clock that ends on the longest's last day, None where none is longer than one."""
    of = (running.complaint_id, running.body.id)
    places = (at for at, each in enumerate(clocks) if (each.complaint_id, each.body.id) == of and not each.is_possible)
    return next((at for at in places if clocks[at].deadline.day == running.longest_to), None)


def _is_from_elsewhere(clock: Clock) -> bool:
    return bool(clock.of) or clock.start in STATED


def _running(of: Body, clock: Clock, start: date, complaint: Complaint, told: Acknowledged) -> RunningClock:
    """Return a clock that a filing started. All but the complainant's own end with the reply."""
    done = _done_before(clock, complaint, told)
    stopped = clock.whose is not Whose.COMPLAINANT and (is_over(complaint) or done is not None)
    counted = deadline(clock, start, of.territory)
    met_on = min(filter(None, (done, complaint.replied_on)), default=None) if stopped else None
    asked = told if clock.is_acknowledgement and not stopped else NEVER
    return RunningClock(
        of,
        counted,
        complaint.id,
        complaint.event_id,
        stopped,
        met_on,
        is_followed=not complaint.is_only_shown,
        is_possible=_is_possible(clock, complaint),
        perhaps_met_on=asked.perhaps_on,
        perhaps_met_by=asked.perhaps_by,
    )


def _perhaps_answered(running: RunningClock, answer: Happening | None) -> RunningClock:
    """Return a clock with what may have met it where it runs until the answer."""
    clock = running.deadline.clock
    runs_on = not running.stopped and not running.is_possible and clock.whose is not Whose.COMPLAINANT
    if answer is None or clock.is_acknowledgement or not runs_on:
        return running
    return replace(running, perhaps_met_on=answer.day, perhaps_met_by=answer.event_id)


def _is_possible(clock: Clock, complaint: Complaint) -> bool:
    """Tell whether a clock prolongs another without anybody having written down that the complainant was told so."""
    return bool(clock.extends) and complaint.extended_on is None


def _applying(
    of: Body, clock: Clock, start: date, complaint: Complaint | None, there: Sequence[Complaint]
) -> RunningClock:
    """Return the time that one has to go to a body: it ends with the first filing there that reached it."""
    reached = [each.filed_on for each in there if was_filed(each) and each.outcome not in REACHED_NOTHING]
    days = [day for day in reached if day is not None]
    counted = deadline(clock, start, of.territory)
    ids = (complaint.id, complaint.event_id) if complaint is not None else ("", "")
    return RunningClock(of, counted, *ids, stopped=bool(reached), met_on=min(days, default=None))


def _starts_elsewhere(clock: Clock, filed: Filed) -> Iterator[tuple[date, Complaint | None]]:
    """Yield from when a clock counts that no filing with its own body starts."""
    if clock.start in STATED:
        known = filed.institution
        day = {Starts.KNEW: known.knew_on, Starts.STATEMENT: known.statement_on}[clock.start] if known else None
        if day is not None:
            yield day, None
        return
    for complaint in filed.at(clock.of):
        start = _answered_or_expired(clock, complaint, filed.today)
        if start is not None:
            yield start, complaint


def _answered_or_expired(clock: Clock, complaint: Complaint, today: date) -> date | None:
    """Return when a complaint was answered, or when its time was over without an answer, whichever was first.

    Nothing is left to object to in what was upheld; from an answer of which nothing, or no day, is known
    nothing is counted.
    """
    if (
        complaint.is_only_shown
        or complaint.outcome in IS_SETTLED
        or (is_over(complaint) and complaint.replied_on is None)
    ):
        return None
    end = _end_of(clock, complaint)
    # counted from the end before it was moved over days off: one's own period is rather told too short than too long
    expired = end.counted_to if end is not None and end.day < today else None
    return min((day for day in (complaint.replied_on, expired) if day is not None), default=None)


def _end_of(clock: Clock, complaint: Complaint) -> Deadline | None:
    """Return when the time ended that the body had which a clock waits for; None where no clock names one."""
    below = body(clock.of)
    if below is None or not clock.or_after:
        return None
    waited = below.clock(clock.or_after)
    start = _start(waited, complaint)
    return deadline(waited, start, below.territory) if start is not None else None


def _start(clock: Clock, complaint: Complaint) -> date | None:
    """Return from when a clock counts. What was filed counts as received the same day until somebody knows better."""
    if clock.whose is Whose.COMPLAINANT and complaint.outcome in IS_SETTLED:
        return None
    return {
        Starts.FILED: complaint.filed_on,
        Starts.RECEIVED: complaint.received_on or complaint.filed_on,
        Starts.TRANSFERRED: complaint.transferred_on,
        Starts.ACCEPTED: complaint.accepted_on,
        Starts.REPLY: complaint.replied_on,
    }.get(clock.start)


def _done_before(clock: Clock, complaint: Complaint, told: Acknowledged) -> date | None:
    """Return when what a clock is for was done before the final answer: it was taken, passed on, acknowledged."""
    acknowledged = min(filter(None, (complaint.accepted_on, told.said_on)), default=None)
    return {
        Starts.TRANSFERRED: complaint.transferred_on,
        Starts.ACCEPTED: complaint.accepted_on,
        Starts.ACKNOWLEDGED: acknowledged,
    }.get(clock.met_by or Starts.FILED)


def waited_out(following: Body | None, clocks: Iterable[RunningClock], today: date) -> RunningClock | None:
    """Return the period without a final answer, now over, after which a body may be gone to; None while it runs."""
    if following is None or not following.waits_until:
        return None
    waited = (each for each in clocks if each.body.id == following.waits_for and not each.stopped and each.is_followed)
    ended = (each for each in waited if each.deadline.clock.id == following.waits_until and not each.perhaps_met_by)
    return next((each for each in ended if each.deadline.days_overdue(today)), None)


def is_over(complaint: Complaint) -> bool:
    """Tell whether a complaint was answered, or ended otherwise."""
    return complaint.replied_on is not None or complaint.outcome is not ComplaintOutcome.OPEN


def was_filed(complaint: Complaint) -> bool:
    """Tell whether anybody said that it reached the body: what has no day at all is a note to do it."""
    return is_over(complaint) or any((complaint.filed_on, complaint.received_on, complaint.accepted_on))
