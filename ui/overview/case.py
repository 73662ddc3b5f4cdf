"""Where the case stands, at one glance: next deadline, next step, completeness, how the institution responds."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from evidence_app.domain.disputes import Beginning
from evidence_app.domain.events import Direction, EventKind
from ui.casework.lapsed import DayOffWords, LapsedWords
from ui.casework.section import times_of, ways_to
from ui.controls import Button, PlainLabel
from ui.i18n import language, listed, run_on
from ui.keeping import discard
from ui.overview.glance import Card
from ui.overview.standing import Task, Wait
from ui.timeline.words import money, safe
from ui.tokens import SPACE_3

if TYPE_CHECKING:
    from evidence_app.actions.session import Session
    from evidence_app.actions.workspace import (
        Charts,
        Citation,
        Claim,
        LoanQuestion,
        Metrics,
        RunningClock,
        Words,
        Workspace,
    )
    from evidence_app.domain.happenings import Happening
    from evidence_app.progress import Progress


@dataclass(frozen=True)
class CaseStanding:
    """What the card tells of a dispute; texts in all languages. None and 0 where there is nothing to tell."""

    dispute_id: str
    today: date
    deadline: date | None = None
    deadline_of: "Words | None" = None
    deadline_by: "Citation | None" = None
    """Where the period is from that ends then."""
    deadline_perhaps: date | None = None
    """The working day after it, where nobody knows whether that one counts."""
    overdue: date | None = None
    overdue_of: "Words | None" = None
    overdue_by: "Citation | None" = None
    lapsed: "tuple[RunningClock, ...]" = ()
    """The person's own periods that ended without anything filed since they began."""
    possible: "tuple[Words, ...]" = ()
    """What could still be tried."""
    next_step: "Words | None" = None
    waiting: bool = False
    per_cent: int = 0
    there: int = 0
    needed: int = 0
    missing: "Words | None" = None
    perhaps: int = 0
    metrics: "Metrics | None" = None
    """How the institution responds."""
    charts: "Charts | None" = None
    kinds: tuple[tuple[EventKind, int], ...] = ()
    """How much happened of each kind, the most frequent first: what is confirmed, each once, as the rules count it."""
    numbers_unsaid: bool = False
    """Whether contacts count under the institution's own name only, because nobody said which numbers are theirs."""
    tasks: tuple[Task, ...] = ()
    began: Beginning | None = None
    """Since when it is in dispute."""
    departed_before: bool = False
    """Whether something that was before departs from a standard: it shows the trouble, too."""
    claim: "Claim | None" = None
    """What is in dispute and what of it came back."""
    doubted: tuple[str, ...] = ()
    """Domains that messages name and that are only taken for the institution's."""
    loan_questions: "tuple[LoanQuestion, ...]" = ()
    """What a person has yet to say of the loan."""
    after_stop: "tuple[Happening, ...]" = ()
    """Contacts that came after it was promised to stop them."""


MOST_LOAN_QUESTIONS = 2
"""Questions about the loan on the card: the page of the money has all of them."""

MOST_UNANSWERED = 4
"""Complaints that are told one by one among what to do next, the longest waiting first; the ladder has all of them."""

MOST_DOUBTED = 3
"""Domains that are named: the page of the institution has all of them."""


def case_standing(session: "Session", dispute_id: str, progress: "Progress") -> CaseStanding:
    """Return where the case stands; not on the UI thread. Raises Cancelled."""
    from evidence_app.actions.workspace import workspace

    return stands(workspace(session, dispute_id, progress=progress))


def stands(found: "Workspace") -> CaseStanding:
    """Return what the card tells of all that was worked out."""
    from evidence_app.actions.workspace import after_any, departed_before

    running, late = found.ladder.periods.next_deadline(found.today), found.ladder.periods.last_overdue(found.today)
    following, missing = found.ladder.next_step, found.completeness.missing
    needed = [each for each in found.completeness.standings if each.is_needed]
    return CaseStanding(
        found.dispute.id,
        found.today,
        deadline=running.deadline.day if running else None,
        deadline_of=running.body.name if running else None,
        deadline_by=running.deadline.clock.citation if running else None,
        deadline_perhaps=running.deadline.perhaps_to if running else None,
        overdue=late.deadline.day if late else None,
        overdue_of=late.body.name if late else None,
        overdue_by=late.deadline.clock.citation if late else None,
        next_step=following.body.name if following else None,
        waiting=found.ladder.is_waiting,
        lapsed=found.ladder.lapsed,
        possible=tuple(each.body.name for each in found.ladder.possible),
        per_cent=found.completeness.per_cent,
        there=sum(each.is_there for each in needed),
        needed=len(needed),
        missing=missing[0].entry.title if missing else None,
        perhaps=len(found.completeness.perhaps),
        metrics=found.metrics,
        charts=found.charts,
        kinds=_kinds(found),
        numbers_unsaid=bool(found.unplaced),
        tasks=tuple(_tasks(found)),
        began=found.began,
        departed_before=found.began is not None
        and departed_before(found.told_findings, found.happenings, found.began.day),
        claim=found.claim,
        doubted=tuple(dict.fromkeys(each.shown for each in found.doubts if each.event_ids)),
        loan_questions=found.loan_questions,
        after_stop=after_any(found.promises),
    )


def _kinds(found: "Workspace") -> tuple[tuple[EventKind, int], ...]:
    from evidence_app.actions.workspace import Counting

    kinds = Counter(each.kind for each in found.happenings)
    kinds.subtract(row.happening.kind for row in found.money.rows if row.counting is Counting.TWIN)
    kinds[EventKind.PROMISE] = len(found.promises)
    return tuple((kind, count) for kind, count in kinds.most_common() if count)


def _tasks(found: "Workspace") -> Iterator[Task]:
    """Yield what waits by what the dispute amounts to."""
    if found.unplaced:
        yield Task(Wait.NUMBERS, len(found.unplaced))
    if overdue := [each.happening for each in found.promises if each.overdue]:
        yield Task(Wait.OVERDUE, len(overdue), overdue[0].event_id, overdue[0].promise_due)
    yield from _perhaps_answered(found)
    for each in (found.charts.ladder.unanswered if found.charts.ladder is not None else ())[:MOST_UNANSWERED]:
        day = each.awaited_by(found.today)
        over = day is not None and day < found.today
        said = {"is_over": over, "is_answered": each.was_answered_on_the_way or each.has_news}
        task = Task(Wait.UNANSWERED, each.days, each.complaint.id, day, name=each.name, **said, cited=each.citations)
        custom = each.customary if day is None else None
        yield replace(task, day=custom.day, cited=(custom.clock.citation,), is_customary=True) if custom else task


def _perhaps_answered(found: "Workspace") -> Iterator[Task]:
    """Yield the complaints that an entry may answer: until a person says whether it does, nobody is late with them."""
    filings = found.charts.ladder.filings if found.charts.ladder is not None else ()
    for each in [each for each in filings if each.perhaps_answered is not None][:MOST_UNANSWERED]:
        if (answer := each.perhaps_answered) is not None:
            yield Task(Wait.PERHAPS_ANSWERED, 1, answer.event_id, answer.day, name=each.name)


class Line(NamedTuple):
    """What is told, with the part of the case page that has more about it, and where its figures of law are from."""

    part: str
    words: str
    cited: "Citation | None" = None


class CaseWords(QObject):
    """Texts with numbers: lupdate finds plural forms in methods only."""

    def lines(self, now: CaseStanding) -> list[Line]:
        """Return what is told. What came after a promise to stop is last: ways to it follow."""
        lapsed = [
            Line("complaints", LapsedWords().says(each, now.possible), each.deadline.clock.citation)
            for each in now.lapsed
        ]
        told = [
            Line("channels", self._doubted(now)),
            Line("complaints", self._overdue(now), now.overdue_by),
            Line("complaints", self._deadline(now), now.deadline_by),
            *lapsed,
            Line("complaints", self._step(now)),
            Line("money", self._money(now)),
            *(Line("money", each.says(language.chosen)) for each in now.loan_questions[:MOST_LOAN_QUESTIONS]),
            Line("checklist", self._evidence(now)),
            Line("promises", self._responses(now)),
            Line("promises", self._after_stop(now)),
        ]
        return [line for line in told if line.words]

    def _doubted(self, now: CaseStanding) -> str:
        words = self.tr("Do not open links to %1: they only look like the institution's.")
        return words.replace("%1", listed(now.doubted[:MOST_DOUBTED])) if now.doubted else ""

    def _deadline(self, now: CaseStanding) -> str:
        if now.deadline is None or now.deadline_of is None:
            return ""
        words = self.tr("Next deadline: %1 · %2").replace("%1", now.deadline.isoformat())
        told = [words.replace("%2", now.deadline_of[language.chosen])]
        if now.deadline >= now.today:
            told.append(self.tr("%n day(s) left", "", (now.deadline - now.today).days))
        return " · ".join(filter(None, (*told, DayOffWords().says(now.deadline_perhaps))))

    def _overdue(self, now: CaseStanding) -> str:
        if now.overdue is None or now.overdue_of is None:
            return ""
        words = self.tr("No answer recorded by %1 · %2").replace("%1", now.overdue.isoformat())
        late = self.tr("%n day(s) over", "", (now.today - now.overdue).days)
        return f"{words.replace('%2', now.overdue_of[language.chosen])} · {late}"

    def _step(self, now: CaseStanding) -> str:
        if now.next_step is not None:
            return self.tr("Possible next step: %1").replace("%1", now.next_step[language.chosen])
        return self.tr("A complaint is under way: its answer comes first.") if now.waiting else ""

    def _money(self, now: CaseStanding) -> str:
        claim = now.claim
        if claim is None or claim.is_demanded:
            return ""
        amount, back, left = (
            money(EventKind.PAYMENT, Direction.NONE, each, claim.currency)
            for each in (claim.amount, claim.recovered, claim.open)
        )
        if claim.unclear:
            perhaps = money(EventKind.PAYMENT, Direction.NONE, claim.perhaps, claim.currency)
            asked = self.tr("In dispute: %1 · came back: %2, and perhaps %3: see Money")
            return asked.replace("%1", amount).replace("%2", back).replace("%3", perhaps)
        if not claim.recovered:
            return self.tr("In dispute: %1, of which nothing has come back yet").replace("%1", amount)
        words = self.tr("In dispute: %1 · came back: %2 · still open: %3")
        return words.replace("%1", amount).replace("%2", back).replace("%3", left)

    def _evidence(self, now: CaseStanding) -> str:
        if not now.needed:
            return ""
        whole = self.tr("Evidence there: %2 of %n needed piece(s) (%1%: what decides counts twice).", "", now.needed)
        words = whole.replace("%1", str(now.per_cent)).replace("%2", str(now.there))
        told = [words]
        if now.perhaps:
            told.append(self.tr("%n more may be there: please look.", "", now.perhaps))
        if now.missing is not None:
            told.append(self.tr("Missing first: %1").replace("%1", now.missing[language.chosen]))
        return run_on(told)

    def _responses(self, now: CaseStanding) -> str:
        counted = now.metrics
        if counted is None:
            return ""
        told = []
        if counted.answered_call:
            told.append(self.tr("First call answered at once"))
        elif counted.first_reply is not None and counted.first_reply < timedelta(minutes=1):
            told.append(self.tr("First reply within a minute"))
        elif counted.first_reply is not None:
            told.append(self.tr("First reply after %1").replace("%1", self._span(counted.first_reply)))
        if counted.agents:
            told.append(self.tr("%n agent(s)", "", counted.agents))
        told.append(self._promises(counted))
        if any(told) and now.numbers_unsaid:
            told.append(self.tr("only under the institution's own name: nobody has said yet which numbers are theirs"))
        return " · ".join(filter(None, told))

    def _promises(self, counted: "Metrics") -> str:
        kept, broken = counted.promises_kept, counted.promises_broken
        past, still_open = counted.promises_past, counted.promises_open
        if not any((kept, broken, past, still_open)):
            return ""
        words = self.tr("promises: %1 kept, %2 not kept, %3 open")
        told = [words.replace("%1", str(kept)).replace("%2", str(broken)).replace("%3", str(still_open))]
        if past:
            told.append(self.tr("%n past its day, not marked", "", past))
        if counted.days_passed_before:
            told.append(self.tr("promised again: %n earlier day(s) passed", "", counted.days_passed_before))
        return " · ".join(told)

    def _after_stop(self, now: CaseStanding) -> str:
        """Return what came after it was promised to stop; whether that breaks the promise, a person says."""
        days = [each.day.isoformat() for each in now.after_stop if each.day is not None]
        if not days:
            return ""
        if len(days) == 1:
            return self.tr("One contact came after a promise to stop, on %1.").replace("%1", days[0])
        words = self.tr("%n contact(s) came after a promise to stop: the first on %1, the last on %2.", "", len(days))
        return words.replace("%1", days[0]).replace("%2", days[-1])

    def _span(self, span: timedelta) -> str:
        minutes = int(span.total_seconds() // 60)
        if minutes < 60:  # minutes of an hour
            return self.tr("%n minute(s)", "", minutes)
        if span.days < 2:  # below, hours say more
            return self.tr("%n hour(s)", "", minutes // 60)
        return self.tr("%n day(s)", "", span.days)


class CaseCard(Card):
    """A line for each, with a button that leads to its part of the case page (``part_wanted``)."""

    part_wanted = Signal(str)
    event_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._now: CaseStanding | None = None
        self.waiting = PlainLabel(tone="muted", wrap=True)
        self.waiting.hide()
        self.column.addWidget(self.waiting)
        self.lines: list[QWidget] = []
        language.changed.connect(self.retranslate)
        self.retranslate()

    def show_standing(self, now: CaseStanding | None) -> None:
        """Show where a case stands; None for not known yet. What stands there already stays: a link may have focus."""
        self.waiting.hide()
        if now != self._now:
            self._now = now
            self.retranslate()
        self._show_or_hide()

    def show_waiting(self) -> None:
        """Say that it is being worked out: of many messages that takes seconds."""
        self.waiting.show()
        self.show()

    @property
    def told(self) -> list[str]:
        """What is shown."""
        return [label.text() for line in self.lines for label in line.findChildren(PlainLabel)]

    def retranslate(self) -> None:
        """Set all texts."""
        self.title.setText(self.tr("Where the case stands"))
        self.waiting.setText(self.tr("Going through what is on the timeline…"))
        for line in self.lines:
            self.column.removeWidget(line)
            line.hide()
            discard(line)
        self.lines = []
        for told in CaseWords().lines(self._now) if self._now is not None else []:
            self.lines.append(self._line(told))
            self.column.addWidget(self.lines[-1])
        if ways := self._ways():
            self.lines.append(ways)
            self.column.addWidget(ways)
        self._show_or_hide()

    def _show_or_hide(self) -> None:
        self.setVisible(bool(self.lines) or not self.waiting.isHidden())

    def _ways(self) -> QWidget | None:
        """Return ways to the contacts that the last line counts, None where it counts none."""
        came = self._now.after_stop if self._now is not None else ()
        times = times_of(came)
        return ways_to(times, times, self.event_wanted.emit)

    def _line(self, told: Line) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_3)
        button = Button(self.tr("Show"), "link")
        button.setAccessibleName(f"{button.text()}: {told.words}")
        button.clicked.connect(lambda: self.part_wanted.emit(told.part))
        row.addLayout(_words_of(told), 1)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return line


def _words_of(told: Line) -> QVBoxLayout:
    """Return a line's words, and smaller below them where they are from."""
    column = QVBoxLayout()
    column.setSpacing(0)
    labels = [PlainLabel(safe(told.words), wrap=True)]
    if told.cited is not None:
        labels.append(PlainLabel(told.cited[language.chosen], "caption", "muted", wrap=True))
    for label in labels:
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column.addWidget(label)
    return column
