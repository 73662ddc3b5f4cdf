"""Has the state of every dispute's log witnessed in the background: after additions, at start, again when offline.

Nothing is sent without consent, nothing waits for it, and leaving the program does not wait for an answer.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QTimer, Signal

from evidence_app.domain.anchors import Anchor, Authority
from evidence_app.errors import EnvironmentProblem, InputProblem, IntegrityFailure
from ui.activities import Activities, Activity, Conclusion
from ui.desk import Desk
from ui.settings import Settings
from ui.tasks import Lane, Task, Tasks
from ui.timeline.words import safe
from ui.witnessing.choice import Consent, WitnessChoice
from ui.witnessing.standing import Standing, StandingWords, Trying

if TYPE_CHECKING:
    from evidence_app.actions.authorities import ListedAuthority
    from evidence_app.actions.session import Session
    from evidence_app.actions.witness_state import WitnessState

SETTLE_MS = 2_000
"""How long after the last addition: several drops in a row are one batch."""
AT_START_MS = 6_000
"""After opening: what the person does first comes first."""
CALM_MS = 10 * 60_000
"""How long after the first of many edits: typing is not stamped line by line."""
AGAIN_S = (60, 300, 900, 3_600)
"""Back-off while nobody can be reached; from the last one on every hour."""


@dataclass(frozen=True)
class Round:
    """What one attempt brought: new anchors, and the problems where nobody vouched for a dispute."""

    anchors: tuple[Anchor, ...]
    problems: tuple[BaseException, ...]

    @property
    def trying(self) -> Trying:
        """How it stands after this attempt."""
        if not self.problems:
            return Trying.IDLE
        broken = all(isinstance(problem, IntegrityFailure) for problem in self.problems)
        return Trying.REFUSED if broken else Trying.OFFLINE


class Witnessing(QObject):
    """``changed`` tells of the chosen dispute's `standing`; ``consent_wanted`` asks to ask, once."""

    changed = Signal()
    consent_wanted = Signal()
    witnessed = Signal()
    """New anchors are in the log."""

    def __init__(self, desk: Desk, settings: Settings, activities: Activities, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self.settings, self._activities = desk, settings, activities
        self._task: Task | None = None
        self._wanted_again = False
        self._failures = 0
        self._trying = Trying.IDLE
        self.standing = Standing()
        self.listed: tuple[ListedAuthority, ...] = ()
        """The authorities that can be chosen, once they are read."""
        self._soon = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._soon.timeout.connect(self.try_now)
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self.try_now)
        self._calm = QTimer(self, singleShot=True, interval=CALM_MS)
        self._calm.timeout.connect(self.try_now)
        desk.opened.connect(self._opened)
        desk.closed.connect(self._closed)
        desk.dispute_changed.connect(self.refresh)

    # Consent

    @property
    def choice(self) -> WitnessChoice:
        """What the person chose."""
        return self.settings.witnesses

    def choose(self, choice: WitnessChoice) -> None:
        """Remember another choice and act on it."""
        self.settings.witnesses = choice
        self._failures = 0
        if choice.consent is not Consent.GIVEN:
            self.stop()
            self._set_trying(Trying.IDLE)
        else:
            self.try_now()  # somebody else is asked now, or one of those who did not answer once more
        self.changed.emit()
        self.refresh()

    def answer(self, *, agreed: bool) -> None:
        """Remember the answer to the question of consent."""
        self.choose(replace(self.choice, consent=Consent.GIVEN if agreed else Consent.REFUSED))

    def witnesses(self) -> tuple[Authority, ...]:
        """Return who would be asked; empty until the authorities are read."""
        return self.choice.among(self.listed)

    def read_listed(self) -> None:
        """Read the authorities that can be chosen; ``changed`` tells when they are there."""
        folder = self.settings.authorities_folder
        self.tasks.start(lambda _: listed(folder), then=self._take_authorities, failed=lambda _: None, owner=self)

    def _take_authorities(self, listed: "tuple[ListedAuthority, ...]") -> None:
        if listed != self.listed:
            self.listed = listed
            self.changed.emit()

    @property
    def tasks(self) -> Tasks:
        """Where work that this leads to is done."""
        return self._desk.tasks

    # How it stands, in words

    @property
    def busy(self) -> bool:
        """Whether somebody is being asked right now."""
        return self.standing.trying is Trying.NOW

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written into the vault."""
        return self._desk.read_only

    @property
    def home(self) -> ZoneInfo:
        """The chosen dispute's zone, in which times are told."""
        dispute = self._desk.dispute
        return dispute.zone if dispute is not None else ZoneInfo("UTC")

    def line(self) -> str:
        """Return how far the chosen dispute's log is witnessed."""
        return StandingWords().line(self.standing, self.home)

    def witnessed_days(self) -> dict[date, str]:
        """Return on which days, in the dispute's zone, the chosen dispute's log was witnessed, and by whom."""
        days: dict[date, str] = {}
        for anchor in self.standing.anchors:
            day, name = anchor.witnessed_at.astimezone(self.home).date(), safe(anchor.name)
            known = days.get(day, "")
            days[day] = known if name in known.split(", ") else ", ".join(filter(None, (known, name)))
        return days

    # When

    def added(self) -> None:
        """Have a batch of additions witnessed now that it has ended, or ask whether it may be."""
        self.refresh()
        if self._desk.read_only:
            return
        match self.choice.consent:
            case Consent.GIVEN:
                self._failures = 0
                self._soon.start()
            case Consent.UNASKED:
                self.read_listed()
                self.consent_wanted.emit()

    def _await_calm(self) -> None:
        """Have edits witnessed, too, but many of them at once; where nothing else will do it."""
        timed = any(timer.isActive() for timer in (self._soon, self._calm, self._later))
        if self.choice.consent is Consent.GIVEN and not self.read_only and not timed and self._task is None:
            self._calm.start()

    def _opened(self) -> None:
        self.refresh()
        QTimer.singleShot(AT_START_MS, self, self.try_now)

    def _closed(self) -> None:
        self.stop()
        self._failures, self._trying = 0, Trying.IDLE
        self._take(None)

    def stop(self) -> None:
        """Ask nobody any more, until something is added or chosen."""
        for timer in (self._soon, self._calm, self._later):
            timer.stop()
        self._wanted_again = False
        if self._task is not None:
            self._task.cancel()

    # Doing it

    def try_now(self) -> None:
        """Have everything witnessed that waits for it, in the background; one attempt at a time."""
        session = self._desk.session
        if session is None or session.read_only or self.choice.consent is not Consent.GIVEN:
            return
        if self._task is not None:
            self._wanted_again = True
            return
        self._later.stop()
        self._calm.stop()
        choice = self.choice
        looking = self._desk.tasks.start(lambda _: _waiting(session), failed=lambda _: None, owner=self)
        self._task = looking
        looking.done.connect(lambda ids: None if looking.cancelling else self._begin(session, ids, choice))
        looking.ended.connect(lambda: self._ended(looking))

    def _begin(self, session: "Session", dispute_ids: Sequence[str], choice: WitnessChoice) -> None:
        """Ask for every dispute that waits; nobody is told of an attempt that has nothing to do."""
        if self._desk.session is not session:
            return
        if not dispute_ids:
            self._set_trying(Trying.IDLE)
            return
        self._set_trying(Trying.NOW)
        folder = self.settings.authorities_folder
        still = self._desk.while_open
        task = self._desk.tasks.start(
            lambda task: _anchor(session, dispute_ids, choice, folder, task),
            lane=Lane.NETWORK,
            then=still(session, self._concluded),
            failed=still(session, lambda error: self._concluded(Round((), (error,)))),
            owner=self,
        )
        self._task = task
        activity = self._activities.follow(task, lambda: self.tr("Having the time witnessed"))
        task.cancelled.connect(lambda: self._stopped(session))
        task.done.connect(lambda result: self._tell(activity, result))
        task.ended.connect(lambda: self._ended(task))

    def _tell(self, activity: Activity, result: Round) -> None:
        """Say in the list of activities how it ended."""
        if result.anchors:
            by = ", ".join(dict.fromkeys(anchor.name for anchor in result.anchors))
            activity.conclude(Conclusion(lambda: self.tr("witnessed by %1").replace("%1", by)))
        elif result.trying is Trying.REFUSED:
            activity.conclude(Conclusion(lambda: self.tr("the answers did not hold, will be tried again")))
        elif result.problems:
            activity.conclude(Conclusion(lambda: self.tr("offline, will be tried again")))

    def _stopped(self, session: "Session") -> None:
        """Leave somebody in peace who stopped it; what some authorities had said by then is kept."""
        if self._desk.session is not session:
            return
        if self.choice.consent is Consent.GIVEN:
            self._set_trying(Trying.STOPPED)
            self._later.start(round(AGAIN_S[-1] * 1000))
        self.witnessed.emit()
        self.refresh()

    def _concluded(self, result: Round) -> None:
        wanted = self.choice.consent is Consent.GIVEN  # it may have been taken back meanwhile
        self._set_trying(result.trying if wanted else Trying.IDLE)
        if not result.problems:
            self._failures = 0
        elif wanted:
            self._later.start(round(AGAIN_S[min(self._failures, len(AGAIN_S) - 1)] * 1000))
            self._failures += 1
        if result.anchors:
            self.witnessed.emit()
        self.refresh()

    def _ended(self, task: Task) -> None:
        if self._task is not task:
            return
        self._task = None
        if self._wanted_again:
            self._wanted_again = False
            self._soon.start()

    def _set_trying(self, trying: Trying) -> None:
        self._trying = trying
        self._show(replace(self.standing, trying=trying))

    # How it stands

    def refresh(self) -> None:
        """Look again how far the chosen dispute's log is witnessed."""
        dispute_id = self._desk.dispute_id
        if not dispute_id or self._desk.session is None:
            self._take(None)
            return
        self._desk.read(lambda session: _state(session, dispute_id), self._take, self)

    def _take(self, state: "WitnessState | None") -> None:
        if state is None:
            self._show(Standing(self.choice.consent, trying=self._trying))
        elif state.dispute_id == self._desk.dispute_id:
            sample = self._desk.dispute is not None and self._desk.dispute.is_sample
            self._show(Standing(self.choice.consent, state.anchors, state.awaiting, self._trying, sample))
            if state.awaiting and not sample:
                self._await_calm()

    def _show(self, standing: Standing) -> None:
        if standing != self.standing:
            self.standing = standing
            self.changed.emit()


def listed(folder: Path | None) -> "tuple[ListedAuthority, ...]":
    """Return the authorities that can be chosen. Reads files: never on the window's thread."""
    from evidence_app.actions.authorities import list_authorities

    return tuple(list_authorities(folder))


def _waiting(session: "Session") -> list[str]:
    """Return the disputes that wait; a sample's invented evidence is nobody's to witness."""
    from evidence_app.actions.anchor import awaiting_witness
    from evidence_app.actions.disputes import list_disputes

    samples = {line.dispute.id for line in list_disputes(session) if line.dispute.is_sample}
    return [dispute_id for dispute_id in awaiting_witness(session) if dispute_id not in samples]


def _anchor(
    session: "Session", dispute_ids: Sequence[str], choice: WitnessChoice, folder: Path | None, task: Task
) -> Round:
    """Have each dispute witnessed; what nobody vouched for is reported, and the others are done all the same."""
    from evidence_app.actions.anchor import anchor_dispute

    authorities = choice.among(listed(folder))
    anchors: list[Anchor] = []
    problems: list[BaseException] = []
    for dispute_id in dispute_ids:
        task.check()
        try:
            outcome = anchor_dispute(session, dispute_id, authorities, task)
        except InputProblem:  # it was erased meanwhile
            continue
        except EnvironmentProblem as problem:  # the disk may be full, or the vault closed
            task.check()
            problems.append(problem)
            continue
        anchors += outcome.anchors
        if not outcome.anchors:
            problems += [failure.problem for failure in outcome.failures]
    return Round(tuple(anchors), tuple(problems))


def _state(session: "Session", dispute_id: str) -> "WitnessState":
    from evidence_app.actions.witness_state import witness_state

    return witness_state(session, dispute_id)
