"""Where a dispute was taken, which clocks run because of it, and where it can go next."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby

from evidence_app.domain.disputes import DisputeType
from evidence_app.domain.happenings import Happening
from evidence_app.domain.workspace import Complaint, ComplaintOutcome, Institution, Lender
from evidence_app.rules.acknowledgements import Acknowledged
from evidence_app.rules.law import Body, BodyKind, Whose, body
from evidence_app.rules.running import Filed, clocks_at, is_over, may_bind, waited_out, was_filed
from evidence_app.rules.situation import RunningClock
from evidence_app.rules.sources import Citation
from evidence_app.rules.territories import Territory
from evidence_app.rules.ways import ladder, nothing_told
from evidence_app.rules.words import Words


@dataclass(frozen=True, slots=True)
class Step:
    """One body of the ladder, with what was filed there and the clocks that run.

    ``unbound`` says that none can run there in this dispute, None where one may, or nothing has to be said.
    """

    body: Body
    complaints: tuple[Complaint, ...] = ()
    clocks: tuple[RunningClock, ...] = ()
    unbound: Words | None = None

    @property
    def citation(self) -> Citation | None:
        """Where what is said of the body is from, None where that is not known to hold in this dispute."""
        return self.body.citation if self.unbound is None else None

    @property
    def was_tried(self) -> bool:
        """Whether anything was filed there."""
        return any(map(was_filed, self.complaints))

    @property
    def is_unanswered(self) -> bool:
        """Whether something was filed there that nobody has answered."""
        return any(was_filed(each) and not is_over(each) for each in self.complaints)

    @property
    def is_unanswered_since_a_day(self) -> bool:
        """Whether something that was filed there on a day that is known waits: from it a period could be counted."""
        days = (
            (each.filed_on or each.received_on) for each in self.complaints if was_filed(each) and not is_over(each)
        )
        return any(days)

    def waited_enough(self, today: date, until: str = "") -> bool:
        """Tell whether an answer is no longer to be waited for: after a customary period, too.

        ``until`` names the clock that has to have run out, any if empty.
        """
        theirs = [each for each in self.clocks if each.deadline.clock.whose is not Whose.COMPLAINANT]
        awaited = [each for each in theirs if not until or each.deadline.clock.id == until]
        open_ones = (each for each in awaited if not each.stopped and not _is_perhaps_acknowledged(each))
        return any(each.deadline.days_overdue(today) for each in open_ones)

    def holds_up(self, following: Body, today: date) -> bool:
        """Tell whether another body has to wait until this one answered."""
        until = following.waits_until if following.waits_for == self.body.id else ""
        return self.is_unanswered and bool(self.clocks) and not self.waited_enough(today, until)


@dataclass(frozen=True, slots=True)
class Ladder:
    """All steps of a dispute, from below, and which one could be next."""

    steps: tuple[Step, ...]
    next_step: Step | None = None
    lapsed: tuple[RunningClock, ...] = ()
    """The person's own periods that ended without anything filed since they began."""

    possible: tuple[Step, ...] = ()
    """The steps that were not tried, without those whose own period has lapsed."""

    is_known: bool = True
    """Whether any body of the dispute's place is known that takes such disputes."""

    is_upheld: bool = False
    """Whether what was decided last was upheld: then no step is next."""

    perhaps_answered: Mapping[str, Happening] = field(default_factory=dict)
    """By complaint, which entry may be its answer: nobody said yet whether it is."""

    with_news: frozenset[str] = frozenset()
    """The complaints of which an entry under their number tells that they were received, or are looked into."""

    @property
    def clocks(self) -> tuple[RunningClock, ...]:
        """All clocks that run."""
        return tuple(clock for step in self.steps for clock in step.clocks)

    @property
    def without_period(self) -> tuple[Step, ...]:
        """The institution's step where a filing waits, within no period that is known, while another is next.

        It holds nothing up, and nobody knows how long to wait: whoever is told what is next has to be told that, too.
        """
        if self.next_step is None:
            return ()
        own = (each for each in self.steps if each.body.kind is BodyKind.INSTITUTION and each is not self.next_step)
        return tuple(each for each in own if each.is_unanswered_since_a_day and not each.clocks)

    def waited_out(self, today: date) -> RunningClock | None:
        """Return the period without a final answer, now over, after which the next step may be taken; else None."""
        return waited_out(self.next_step.body if self.next_step is not None else None, self.clocks, today)

    @property
    def is_waiting(self) -> bool:
        """Whether nothing is next because an answer comes first."""
        return self.next_step is None and any(step.is_unanswered for step in self.steps)

    @property
    def periods(self) -> "Periods":
        """The same without any step: which periods end next, or ended."""
        return Periods(self.clocks, self.is_upheld)


@dataclass(frozen=True, slots=True)
class Periods:
    """The clocks of a dispute, whosever step is next. ``is_upheld`` tells that nothing is left to object to."""

    clocks: tuple[RunningClock, ...]
    is_upheld: bool = False

    def next_deadline(self, today: date) -> RunningClock | None:
        """Return the clock that ends next, today or later; None if none runs. A customary one is no deadline.

        One of the person's own that ended on a day off stays until the working day after it, if nobody knows whether
        that day counts.

        Once it was upheld, what there was to object to before ends for nobody.
        """
        return next(iter(self.running(today)), None)

    def running(self, today: date) -> list[RunningClock]:
        """Return all such clocks, the one that ends next first."""
        binding = [each for each in self.clocks if each.deadline.clock.statutory and not each.is_possible]
        waiting = (each for each in binding if not each.stopped and each.perhaps_met_on is None)
        open_ones = [each for each in waiting if not self._is_moot(each)]
        running = [each for each in open_ones if each.deadline.last >= today]
        return sorted(running, key=lambda each: each.deadline.day)

    def last_overdue(self, today: date) -> RunningClock | None:
        """Return the clock of an unanswered complaint that ran out last; None if all were answered in time."""
        late = [each for each in self.clocks if each.days_overdue(today) and not _is_ones_own(each)]
        return max(late, key=lambda each: each.deadline.day, default=None)

    def _is_moot(self, running: RunningClock) -> bool:
        return self.is_upheld and _is_ones_own(running) and bool(running.complaint_id)


def _is_perhaps_acknowledged(running: RunningClock) -> bool:
    return running.perhaps_met_on is not None and not running.is_perhaps_answered


def _is_ones_own(running: RunningClock) -> bool:
    return running.deadline.clock.whose is Whose.COMPLAINANT


def periods_of(
    territory: Territory | None,
    kind: DisputeType,
    *,
    complaints: Iterable[Complaint],
    today: date,
    institution: Institution | None = None,
    lender: Lender = Lender.NOT_SAID,
    named: Lender = Lender.NOT_SAID,
    perhaps_answered: Mapping[str, Happening] | None = None,
) -> Periods:
    """Return a dispute's periods without its events: which step may be taken next depends on what these say.

    So does whether a complaint was acknowledged: who knows no events tells nothing of that period. Which of them may be
    an answer, ``perhaps_answered`` says.
    """
    told = ladder_of(
        territory,
        kind,
        complaints,
        today,
        institution,
        lender=lender,
        named=named,
        perhaps_answered=perhaps_answered,
    ).periods
    return replace(told, clocks=tuple(each for each in told.clocks if not each.deadline.clock.is_acknowledgement))


def ladder_of(
    territory: Territory | None,
    kind: DisputeType,
    complaints: Iterable[Complaint],
    today: date,
    institution: Institution | None = None,
    is_told: Callable[[str], bool] = nothing_told,
    *,
    lender: Lender = Lender.NOT_SAID,
    named: Lender = Lender.NOT_SAID,
    acknowledged: Mapping[str, Acknowledged] | None = None,
    perhaps_answered: Mapping[str, Happening] | None = None,
) -> Ladder:
    """Return a dispute's ladder. Bodies of other territories appear where something was filed there.

    ``institution`` holds the days that no filing has and the circumstances by which periods differ, ``is_told`` tells
    whether the other side says what a recogniser knows, ``lender`` is what a person says that the lender is, ``named``
    what its name says while nobody does, ``acknowledged`` when it was said that a complaint was received,
    ``perhaps_answered`` which entry may be its answer.
    """
    answers = perhaps_answered or {}
    filed = Filed(kind, list(complaints), today, institution, lender, named, acknowledged or {}, answers)
    known = ladder(territory, kind, is_told, lender, filed.circumstances)
    ids = {each.id for each in known}
    others = dict.fromkeys(each.body for each in filed.complaints if each.body not in ids and body(each.body))
    steps = [_step(each, filed) for each in (*known, *filter(None, map(body, others)))]
    lapsed = tuple(_lapsed(steps, filed))
    gone = {each.body.id for each in lapsed if each.deadline.clock.of}
    ways = [step for step in steps[: len(known)] if step.body.is_way(kind)]
    possible = [each for each in _untried(ways, kind) if each.body.id not in gone]
    upheld = _was_upheld(ways)
    following = None if upheld else _next(ways, [each for each in possible if not _was_told(each, ways)], filed)
    return Ladder(tuple(steps), following, lapsed, tuple(possible), bool(known), upheld, answers)


def _was_told(step: Step, ways: Sequence[Step]) -> bool:
    """Tell whether the institution itself was told already, where the step only is one more thing to tell it."""
    own = (each for each in ways if each.body.kind is BodyKind.INSTITUTION and each is not step)
    return bool(step.body.circumstances) and any(each.was_tried for each in own)


def _step(of: Body, filed: Filed) -> Step:
    return Step(of, tuple(filed.at(of.id)), clocks_at(of, filed), None if may_bind(of, filed) else of.unbound)


def _lapsed(steps: Sequence[Step], filed: Filed) -> Iterator[RunningClock]:
    """Yield the person's own periods that ended, if nothing at all was filed since they began.

    What is counted from a day that the person states ends with a filing at its own body only.
    """
    for running in (clock for step in steps for clock in step.clocks):
        if running.deadline.clock.whose is Whose.COMPLAINANT and running.days_overdue(filed.today):
            later = (each for each in filed.complaints if each.id != running.complaint_id and was_filed(each))
            if not running.complaint_id or not any(_may_be_since(running.deadline.start, each) for each in later):
                yield running


def _may_be_since(start: date, filing: Complaint) -> bool:
    day = filing.filed_on or filing.received_on
    return day is None or day >= start


def _next(ways: Sequence[Step], possible: Sequence[Step], filed: Filed) -> Step | None:
    """Return the lowest step that fits and was not tried.

    While a step below it may still answer, nothing is next: its answer comes first.
    """
    if not possible:
        return None
    following = possible[0]
    below = [step for step in ways if step.body.step_in(filed.kind) <= following.body.step_in(filed.kind)]
    return None if any(step.holds_up(following.body, filed.today) for step in below) else following


def _untried(ways: Sequence[Step], kind: DisputeType) -> Iterator[Step]:
    """Yield the ways up that were not tried; of several beside each other, those behind one that did not take it."""
    for _, beside in groupby(ways, lambda step: step.body.step_in(kind)):
        for step in beside:
            if not step.was_tried:
                yield step
            elif any(each.outcome is not ComplaintOutcome.NOT_TAKEN for each in step.complaints):
                break


def _was_upheld(ways: Sequence[Step]) -> bool:
    """Tell whether what was decided last was upheld. The police decide nothing between the two sides."""
    ended = [
        each
        for step in ways
        if step.body.kind is not BodyKind.POLICE
        for each in step.complaints
        if each.outcome is not ComplaintOutcome.OPEN
    ]
    last = max(ended, key=lambda each: each.replied_on or each.filed_on or date.min, default=None)
    return last is not None and last.outcome is ComplaintOutcome.UPHELD
