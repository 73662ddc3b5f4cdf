"""A small window for the time of a call: what to have at hand, what to ask, how long it lasts, what was said.

It stays on top, because the hands are on a telephone. Everything becomes one call on the timeline. Until then it is
kept with the vault, so that neither a crash nor closing the program loses it (`ui.casework.keeping_call`).
"""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.typed_time import typed_time
from evidence_app.errors import InputProblem
from ui.casework.at_hand import AtHand
from ui.casework.keeping_call import KeepingCall, forget, read_kept
from ui.casework.stopwatch import Stopwatch
from ui.controls import Button, PlainLabel, chain_tabs, in_visual_order
from ui.field import FieldGrid
from ui.fields import AGENT, PROMISE, TEXT, FieldSpec
from ui.i18n import language
from ui.sheets.sheet import Sheet
from ui.timeline.flow import FlowRow
from ui.timeline.words import duration, safe
from ui.tokens import SPACE_1, SPACE_2, SPACE_3, SPACE_5, SPACE_6
from ui.ways import WayChoice

if TYPE_CHECKING:
    from evidence_app.actions.session import Session
    from evidence_app.actions.workspace import Workspace
    from evidence_app.domain.calls_under_way import CallUnderWay
    from ui.desk import Desk

WIDTH = 460
TICK_MS = 500
SOON_MS = 1000
MOST_MISSING = 3


class Companion(Sheet):
    """What one needs during a call. It belongs to the dispute for which it was opened."""

    most_of_screen = 0.92

    def __init__(self, parent: QWidget, desk: "Desk", dispute: Dispute) -> None:
        super().__init__(parent, width=WIDTH)
        self.setWindowModality(Qt.WindowModality.NonModal)
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
        self._desk, self.dispute = desk, dispute
        self.watch = Stopwatch()
        self.entitle(self.tr("During the call"), self.tr("Add to the timeline"))
        self.setWindowTitle(f"{self.title.text()} · {safe(dispute.title)}")
        self.title.setText(safe(dispute.title))  # whose call it is: there may be two at once
        self.primary.setDefault(False)  # Enter in a field shall not end the noting of a call that goes on
        self.primary.setAutoDefault(False)
        self.cancel.setText(self.tr("Close"))
        self.note = PlainLabel(role="caption", tone="attention", wrap=True)
        self.note.hide()
        self.clock = PlainLabel("0:00", "page")
        self.held = PlainLabel(role="caption", tone="muted")
        self.go = Button(look="outline", icon_name="phone-call")
        self.wait = Button(self.tr("On hold"), "outline", "pause")
        self.way = WayChoice(EventKind.CALL, [Direction.OUT, Direction.IN])
        self.at_hand = AtHand(dispute)
        self.to_ask = QVBoxLayout()
        self.marks: dict[str, Button] = {}
        self._asked: dict[str, QCheckBox] = {}
        self._asked_before: frozenset[str] = frozenset()
        self.way.caption.hide()  # each pixel counts in a low window, and the buttons say it
        self.facts = FieldGrid(AGENT)
        self.promise = FieldGrid(PROMISE)
        self.notes = FieldGrid((TEXT, FieldSpec("number")))
        self._tick = QTimer(self, interval=TICK_MS)
        self._keeping = KeepingCall(desk, dispute.id, self.under_way, self._tell_unkept, self)
        self._arrange()
        self._connect()
        self._show_time()
        self._read()

    # Its look

    def _arrange(self) -> None:
        self.pin(self._top(), below=False)
        self.pin(self._marks_row(), below=True)
        self.add(self.way)
        self.add(self.facts)
        self.add(PlainLabel(self.tr("To have at hand"), "emphasis"))
        self.add(self.at_hand)
        self.add(PlainLabel(self.tr("To ask"), "emphasis"))
        self.to_ask.setSpacing(SPACE_1)
        self.body.addLayout(self.to_ask)
        self.add(self.promise)
        self.promise.hide()
        self.add(self.notes)
        later = self.tr("Add the recording later: its time puts it beside this call")
        self.marks["recording"].setToolTip(later)

    def _top(self) -> QWidget:
        """Return what stays in view: which dispute it is about, the clock, and what was kept of an earlier run."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(SPACE_5, 0, SPACE_5, SPACE_2)
        column.setSpacing(SPACE_1)
        top = QHBoxLayout()
        top.setSpacing(SPACE_2)
        top.addWidget(self.clock)
        top.addWidget(self.held, 1)
        for button in (self.go, self.wait):
            button.setAutoDefault(False)
            top.addWidget(button)
        self.wait.setCheckable(True)
        column.addLayout(top)
        column.addWidget(self.note)
        return holder

    def _marks_row(self) -> QWidget:
        holder, flow = QWidget(), FlowRow(spacing=SPACE_2)
        column = QVBoxLayout(holder)
        column.setContentsMargins(SPACE_5, SPACE_3, SPACE_5, 0)
        column.addWidget(flow)
        for key, words in (
            ("promised", self.tr("Promised something")),
            ("refused", self.tr("Refused")),
            ("transferred", self.tr("Transferred me")),
            ("hung_up", self.tr("Hung up")),
            ("recording", self.tr("Told them I record")),
        ):
            mark = Button(words, "outline")
            mark.setCheckable(True)
            mark.setAutoDefault(False)
            self.marks[key] = mark
            flow.flow.addWidget(mark)
        return holder

    def _connect(self) -> None:
        self.go.clicked.connect(self._start_or_stop)
        self.wait.toggled.connect(self._hold)
        self._tick.timeout.connect(self._show_time)
        self.marks["promised"].toggled.connect(self._ask_for_promise)
        self.finished.connect(self._tick.stop)
        self.cancel.clicked.disconnect()
        self.cancel.clicked.connect(self.reject)
        self._desk.disputes_changed.connect(self._leave_unlisted)

    def present(self) -> None:
        """Open beside the window, which stays usable."""
        self.body.addStretch(1)
        self.fit()
        self.show()
        self._stand_aside()
        self.settle()
        self.order_tabs()
        self.go.setFocus(Qt.FocusReason.TabFocusReason)
        self._keeping.begin()
        read_kept(self._desk, self._restore_own, self)

    def _stand_aside(self) -> None:
        """Stand over the right of the window, where its list stays in view."""
        window = self.parentWidget()
        if window is not None:
            right = window.mapToGlobal(QPoint(window.width() - self.width() - SPACE_3, SPACE_6))
            self.move(right)
            self.fit()

    def stand_beside(self, other: QWidget) -> None:
        """Stand to the left of another call's window, none covering the other, or a step below it at the screen's edge.

        Beyond the edge nobody would see the call, and many a system brings a window back from there only by keys.
        """
        left = self.screen().availableGeometry().left()
        beside = other.pos() - QPoint(self.width() + SPACE_3, 0)
        below = QPoint(max(left, other.x() - SPACE_6), other.y() + SPACE_6)
        self.move(beside if beside.x() >= left else below)
        self.fit()

    def order_tabs(self) -> None:
        """Let Tab go from the clock through what scrolls to the marks and the verbs."""
        parts = (self.go, self.wait, *in_visual_order(self.content), *self.marks.values(), self.primary, self.cancel)
        chain_tabs(parts)

    def typed_texts(self) -> list[str]:
        """Count a call that was timed, and marks, among what would be lost."""
        marked = [key for key, mark in self.marks.items() if mark.isChecked()]
        unkept = {"", self.at_hand.identity.text()}
        typed = [text for text in super().typed_texts() if text not in unkept]
        return [*typed, *marked, str(self.watch.began)]

    # Time

    def _start_or_stop(self) -> None:
        if self.watch.running:
            self.watch.stop()
            self.wait.setChecked(False)
            self._tick.stop()
        else:
            self.watch.start(datetime.now(self.dispute.zone))
            self._tick.start()
        self._show_time()
        self._keeping.keep()

    def _hold(self, on: bool) -> None:
        self.watch.hold(on=on)
        self._show_time()

    def _show_time(self) -> None:
        seconds, held = self.watch.seconds, self.watch.held_seconds
        self.clock.setText(duration(seconds or 0))
        self.held.setText(self.tr("on hold %1").replace("%1", duration(held)) if held else "")
        ended = self.watch.began is not None and not self.watch.running
        words = self.tr("It ends") if self.watch.running else self.tr("It goes on") if ended else self.tr("It begins")
        self.go.setText(words)
        self.go.set_icon("phone-x" if self.watch.running else "phone-call")
        self.wait.setEnabled(self.watch.running)

    # What to have at hand and to ask

    def _read(self) -> None:
        dispute_id = self.dispute.id

        def work(session: "Session") -> "Workspace":
            from evidence_app.actions.workspace import workspace

            return workspace(session, dispute_id)

        self._desk.read(work, self._take, self)
        for words in self._usual_questions():
            self._ask(words)

    def _take(self, found: "Workspace") -> None:
        self.at_hand.take(found)
        told = found.completeness
        wanted = [each.entry.ask for each in (*told.missing, *told.perhaps) if each.entry.ask is not None]
        for words in wanted[:MOST_MISSING]:
            self._ask(words[language.chosen])
        self.order_tabs()
        self.fit()

    def _usual_questions(self) -> tuple[str, ...]:
        return (
            self.tr("“I record this call.”"),
            self.tr("What is your agent ID, and your name?"),
            self.tr("What exactly was decided, and by whom?"),
            self.tr("By which day?"),
            self.tr("Please confirm it in writing. What is the case's number?"),
        )

    def _ask(self, words: str) -> None:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_2)
        tick = QCheckBox()
        tick.setAccessibleName(words)
        tick.setToolTip(self.tr("Tick what is asked"))
        tick.setChecked(words in self._asked_before)
        self._asked[words] = tick
        row.addWidget(tick, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(PlainLabel(safe(words), wrap=True), 1)
        self.to_ask.addWidget(line)

    # What came of it

    def _ask_for_promise(self, on: bool) -> None:
        self.promise.setVisible(on)
        self.promise.set_base(datetime.now(self.dispute.zone).date())
        self.order_tabs()
        self.fit()
        if on:
            self.show_field(next(in_visual_order(self.promise), None))

    def submit(self) -> None:
        """Put the call on the timeline, whichever dispute is looked at meanwhile. Raises InputProblem."""
        from evidence_app.actions.record_event import NewEvent

        if self.watch.running:
            self._start_or_stop()
        values: dict[str, Any] = {**self.facts.values(), **self.notes.values()}
        if self.marks["promised"].isChecked():
            values |= self.promise.values()
        values["text"] = "\n".join(filter(None, (values["text"], self._marked_words())))
        began = self.watch.began or datetime.now(self.dispute.zone)
        new = NewEvent(
            kind=EventKind.CALL,
            time=typed_time(f"{began:%Y-%m-%d %H:%M:%S}"),
            direction=self.way.way(),
            party=self.dispute.institution,
            duration_s=self.watch.seconds,
            **values,
        )
        if self.dispute.id not in {line.dispute.id for line in self._desk.disputes} or self._desk.read_only:
            raise InputProblem("dispute-unknown", id=self.dispute.id)
        self._desk.choose_dispute(self.dispute.id)
        self._desk.edits.record_event(new, is_under_way=True, then=partial(forget, self._desk, self.dispute.id))
        self._keeping.end()
        self.settle()
        self.accept()

    # Closing, and what is kept

    def reject(self) -> None:
        """Close; what was noted is asked about first, whichever way one closes."""
        self._keeping.keep()
        super().reject()

    def _give_up(self) -> None:
        """Close without the call, and keep nothing of it."""
        self._keeping.end()
        forget(self._desk, self.dispute.id)
        super()._give_up()

    def word_discarding(self, box: QMessageBox) -> None:
        """Offer to save the call, too: it may have been closed by mistake."""
        box.setText(self.tr("This call is not on the timeline yet."))
        save = box.addButton(self.primary.text(), QMessageBox.ButtonRole.AcceptRole)
        save.clicked.connect(self._try_submit)

    def keep(self) -> None:
        """Keep what is noted now."""
        self._keeping.keep()

    def leave(self) -> None:
        """Close with the vault or the dispute: what was noted comes back when that is opened again."""
        self._keeping.keep()
        self._keeping.end()
        self.settle()
        self.done(0)

    def _leave_unlisted(self) -> None:
        """Close where the dispute was set aside or erased: nothing can be added to it now."""
        if self.isVisible() and self.dispute.id not in {line.dispute.id for line in self._desk.disputes}:
            self.leave()

    def under_way(self) -> "CallUnderWay | None":
        """Return what is noted, None as long as nothing is."""
        from evidence_app.domain.calls_under_way import CallUnderWay

        if self.typed_texts() == self._typed_before:
            return None
        watch, fields = self.watch, self._texts()
        return CallUnderWay(
            dispute_id=self.dispute.id,
            kept_at=datetime.now(self.dispute.zone),
            began=watch.began,
            lasted_s=watch.seconds or 0,
            held_s=watch.held_seconds,
            ended=not watch.running,
            direction=self.way.way(),
            marks=tuple(key for key, mark in self.marks.items() if mark.isChecked()),
            asked=tuple(words for words, tick in self._asked.items() if tick.isChecked()),
            typed=tuple((name, _text(editor)) for name, editor in fields.items() if _text(editor)),
        )

    def _restore_own(self, calls: "Sequence[CallUnderWay]") -> None:
        for call in calls:
            if call.dispute_id == self.dispute.id:
                self.restore(call)

    def restore(self, kept: "CallUnderWay") -> None:
        """Show what was noted before the program ended, unless something is noted already."""
        if self.under_way() is not None:
            return
        if kept.began is not None:
            now = datetime.now(self.dispute.zone)
            self.watch.restore(kept.began, kept.lasted_s, kept.held_s, at=now)
        self.way.choose(kept.direction)
        for key in kept.marks:
            if key in self.marks:
                self.marks[key].setChecked(True)
        fields = self._texts()
        for name, words in kept.typed:
            if name in fields:
                _write(fields[name], words)
        self._asked_before = frozenset(kept.asked)
        for words, tick in self._asked.items():
            tick.setChecked(words in kept.asked)
        at = kept.kept_at.astimezone(self.dispute.zone)
        told = self.tr("Noted before the program ended, last at %1. Add it to the timeline, or go on.")
        self._tell(told.replace("%1", f"{at:%Y-%m-%d %H:%M}"))
        self._show_time()

    def _texts(self) -> "dict[str, QLineEdit | QPlainTextEdit]":
        """Return what is typed into, by the names of the fields."""
        grids = (self.facts, self.promise, self.notes)
        editors = ((name, field.widget) for grid in grids for name, field in grid.fields.items())
        return {name: editor for name, editor in editors if isinstance(editor, QLineEdit | QPlainTextEdit)}

    def _tell_unkept(self) -> None:
        self._tell(self.tr("The disk takes nothing right now: add the call to the timeline before you close."))

    def _tell(self, words: str) -> None:
        self.note.setText(words)
        self.note.show()
        self.fit()

    def _marked_words(self) -> str:
        marked = [mark.text() for key, mark in self.marks.items() if mark.isChecked() and key != "promised"]
        if self.watch.held_seconds:
            marked.append(self.held.text())
        return self.tr("Noted during the call: %1").replace("%1", "; ".join(marked)) if marked else ""


def _text(editor: QLineEdit | QPlainTextEdit) -> str:
    return editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()


def _write(editor: QLineEdit | QPlainTextEdit, words: str) -> None:
    if isinstance(editor, QLineEdit):
        editor.setText(words)
    else:
        editor.setPlainText(words)


def open_ones(window: QWidget) -> list[Companion]:
    """Return the companions that are on the screen."""
    return [each for each in window.findChildren(Companion) if each.isVisible()]


def open_companion(window: QWidget, desk: "Desk", dispute: Dispute | None = None) -> None:
    """Open the companion for a dispute, the chosen one; show the one that is open for it already."""
    dispute = dispute or desk.dispute
    if dispute is None or desk.read_only:
        return
    others = open_ones(window)
    same = next((each for each in others if each.dispute.id == dispute.id), None)
    if same is not None:
        same.raise_()
        same.activateWindow()
        return
    shown = Companion(window, desk, dispute)
    shown.present()
    if others:
        shown.stand_beside(others[-1])


def show_kept_calls(window: QWidget, desk: "Desk") -> None:
    """Show the calls again that an earlier run left unsaved."""

    def show(calls: "list[CallUnderWay]") -> None:
        known = {line.dispute.id: line.dispute for line in desk.disputes}
        for call in calls:
            if call.dispute_id in known:
                open_companion(window, desk, known[call.dispute_id])

    def show_soon(calls: "list[CallUnderWay]") -> None:
        """Wait until what else there is to say at the start was read: it would stand below, and hold the window."""
        again = show_soon if QApplication.activeModalWidget() is not None else show
        QTimer.singleShot(SOON_MS, window, lambda: again(calls))

    if not desk.read_only:
        read_kept(desk, lambda calls: show_soon(calls) if calls else None, window)
