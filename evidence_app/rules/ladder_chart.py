"""The complaint ladder as a picture: how long each filing waited for its answer, and past which periods."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from evidence_app.domain.happenings import Happening
from evidence_app.domain.workspace import Complaint, ComplaintOutcome
from evidence_app.rules.deadlines import Deadline
from evidence_app.rules.ladder import Ladder
from evidence_app.rules.law import Body, Whose, body
from evidence_app.rules.situation import RunningClock
from evidence_app.rules.sources import Citation
from evidence_app.rules.words import Words

MARGIN = 0.02
"""Part of the width that is kept free on either side."""


class Lateness(Enum):
    """How a stretch of waiting lies to the days by which an answer was due."""

    IN_TIME = "in time"
    EXTENDED = "extended"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days of waiting of one kind."""

    first: date
    last: date
    lateness: Lateness


@dataclass(frozen=True, slots=True)
class Filing:
    """One complaint: filed when, answered when (None as long as it is not), waited for until, due by which days.

    No answer is due by the end of a period that is only customary: none is drawn; ``customary`` is the last such
    one, None where there is none. ``citations`` say where the days that are due are from. ``perhaps_answered`` is an
    entry that may be the answer: it is drawn as waiting up to that one. ``has_news``
    tells that it was said to be received, or looked into: only a final answer is waited for.
    """

    complaint: Complaint
    body: Body | None
    filed: date
    answered: date | None
    until: date
    due: tuple[date, ...]
    citations: tuple[Citation, ...] = ()
    customary: Deadline | None = None
    perhaps_answered: Happening | None = None
    has_news: bool = False

    @property
    def name(self) -> Words | str:
        """Whoever it was filed with."""
        return self.body.name if self.body is not None else self.complaint.body

    @property
    def days(self) -> int:
        """How long it waited."""
        return (self.until - self.filed).days

    @property
    def is_open(self) -> bool:
        """Whether an answer is still waited for."""
        is_open = self.answered is None and self.complaint.outcome is ComplaintOutcome.OPEN
        return is_open and not self.complaint.is_only_shown

    @property
    def was_answered_on_the_way(self) -> bool:
        """Whether something was answered that is not the final answer."""
        return self.is_open and bool(self.complaint.reply_ids)

    def awaited_by(self, today: date) -> date | None:
        """Return the day by which an answer is due next; the last one once all are over, None where none is counted."""
        return next((day for day in self.due if day >= today), self.due[-1] if self.due else None)

    def stretches(self) -> Iterator[Stretch]:
        """Yield the waiting in time, within the longer periods, and after the last."""
        ends = [
            (Lateness.IN_TIME, self.due[0] if self.due else self.until),
            (Lateness.EXTENDED, self.due[-1] if self.due else self.until),
            (Lateness.LATE, self.until),
        ]
        first = self.filed
        for lateness, end in ends:
            last = min(end, self.until)
            if last > first:
                yield Stretch(first, last, lateness)
                first = last


@dataclass(frozen=True, slots=True)
class LadderChart:
    """All filings in the order of their days, between ``first`` and ``last``."""

    first: date
    last: date
    filings: tuple[Filing, ...]

    @property
    def unanswered(self) -> tuple[Filing, ...]:
        """The filings that have waited for an answer since at least yesterday, the longest first."""
        waiting = (each for each in self.filings if each.is_open and each.perhaps_answered is None)
        return tuple(each for each in waiting if each.days)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Where the periods stand, each source once."""
        return _in_order(cited for filing in self.filings for cited in filing.citations)

    def place(self, day: date) -> float:
        """Return where a day stands, 0.0–1.0."""
        span = max(1, (self.last - self.first).days)
        return MARGIN + (1 - 2 * MARGIN) * (day - self.first).days / span


def ladder_chart(ladder: Ladder, complaints: Sequence[Complaint], today: date) -> LadderChart | None:
    """Return what was filed and how long it waited; None where no filing has a day."""
    filings = [_filing(each, each.filed_on, ladder, today) for each in complaints if each.filed_on is not None]
    if not filings:
        return None
    filings.sort(key=lambda each: (each.filed, each.body.step if each.body else 0))
    first = min(each.filed for each in filings)
    last = max(day for each in filings for day in (each.until, *each.due))
    return LadderChart(first, last, tuple(filings))


def _in_order(cited: Iterable[Citation]) -> tuple[Citation, ...]:
    return tuple(sorted(set(cited), key=lambda each: (each.source.id, each.confidence or "")))


def _filing(complaint: Complaint, filed: date, ladder: Ladder, today: date) -> Filing:
    of_it = [each for each in ladder.clocks if each.complaint_id == complaint.id]
    own = [each for each in of_it if _counts(each)]
    customary = (each.deadline for each in of_it if not each.deadline.clock.statutory and not each.stopped)
    answer = ladder.perhaps_answered.get(complaint.id)
    counting = [each.deadline for each in own if not _was_met_before(each, complaint)]
    return Filing(
        complaint,
        body(complaint.body),
        filed,
        complaint.replied_on,
        _until(complaint, filed, today) if answer is None or answer.day is None else max(filed, answer.day),
        tuple(sorted({each.day for each in counting})),
        _in_order(each.clock.citation for each in counting),
        max(customary, key=lambda each: each.day, default=None),
        answer,
        complaint.id in ladder.with_news,
    )


def _was_met_before(clock: RunningClock, complaint: Complaint) -> bool:
    """Tell whether a period ended with something before the answer: with being taken, or passed on."""
    return clock.stopped and clock.met_on is not None and clock.met_on != complaint.replied_on


def _counts(clock: RunningClock) -> bool:
    counted = clock.deadline.clock
    counts = counted.statutory and not clock.is_possible and not counted.is_acknowledgement
    return counted.whose is not Whose.COMPLAINANT and counts


def _until(complaint: Complaint, filed: date, today: date) -> date:
    """Return until when it waited. Of one of whose end nobody wrote down the day, the last that is known."""
    if complaint.replied_on is not None:
        return max(filed, complaint.replied_on)
    if complaint.outcome is ComplaintOutcome.OPEN and not complaint.is_only_shown:
        return max(filed, today)
    known = (complaint.received_on, complaint.transferred_on, complaint.accepted_on)
    return max((filed, *(day for day in known if day is not None)))
