"""A small window for the time of a call: what to have at hand, what to ask, how long it lasts, what was said.

It stays on top, because the hands are on a telephone. Everything becomes one call on the timeline.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from time import monotonic
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import Direction, EventKind
from evidence_app.errors import InputProblem
from ui.controls import Button, IconButton, PlainLabel, in_visual_order
from ui.editors import LineEditor
from ui.field import FieldGrid
from ui.fields import AGENT, PROMISE, TEXT, FieldSpec
from ui.i18n import language, word
from ui.sheets.sheet import Sheet
from ui.timeline.flow import Flow
from ui.timeline.words import duration, money, safe
from ui.tokens import SPACE_1, SPACE_2, SPACE_3
from ui.typed_time import typed_time
from ui.ways import WayChoice

if TYPE_CHECKING:
    from evidence_app.actions.session import Session
    from evidence_app.actions.workspace import Reference, Workspace
    from ui.desk import Desk

WIDTH = 460
TICK_MS = 500
MOST_REFERENCES = 4
MOST_MISSING = 3
MASK = "••••••"


@dataclass
class Stopwatch:
    """How long a call lasts, and how much of that one was kept waiting. ``now`` tells seconds that only go on."""

    now: Callable[[], float] = monotonic
    began: datetime | None = None
    _begin: float = 0.0
    _end: float | None = None
    _hold: float = 0.0
    _held_since: float | None = field(default=None)

    def start(self, at: datetime) -> None:
        """Begin, or go on after an end that was none."""
        if self.began is None:
            self.began, self._begin = at, self.now()
        self._end = None

    def stop(self) -> None:
        """End the call, and any waiting with it."""
        self.hold(on=False)
        self._end = self.now()

    def hold(self, *, on: bool) -> None:
        """Begin or end waiting."""
        if on and self._held_since is None and self.running:
            self._held_since = self.now()
        elif not on and self._held_since is not None:
            self._hold += self.now() - self._held_since
            self._held_since = None

    @property
    def running(self) -> bool:
        """Whether the call goes on."""
        return self.began is not None and self._end is None

    @property
    def seconds(self) -> int | None:
        """How long it has lasted, None before it began."""
        if self.began is None:
            return None
        return int((self.now() if self._end is None else self._end) - self._begin)

    @property
    def held_seconds(self) -> int:
        """How much of that was waiting."""
        running = self.now() - self._held_since if self._held_since is not None else 0.0
        return int(self._hold + running)


class Companion(Sheet):
    """What one needs during a call. It belongs to the dispute for which it was opened."""

    def __init__(self, parent: QWidget | None, desk: "Desk", dispute: Dispute) -> None:
        super().__init__(parent, width=WIDTH)
        self.setWindowModality(Qt.WindowModality.NonModal)
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
        self._desk, self._dispute = desk, dispute
        self.watch = Stopwatch()
        self.entitle(self.tr("During the call"), self.tr("Add to the timeline"))
        self.clock = PlainLabel("0:00", "page")
        self.held = PlainLabel(role="caption", tone="muted")
        self.go = Button(look="outline", icon_name="phone-call")
        self.wait = Button(self.tr("On hold"), "outline", "pause")
        self.way = WayChoice(EventKind.CALL, [Direction.OUT, Direction.IN])
        self.at_hand = QGridLayout()
        self.to_ask = QVBoxLayout()
        self.marks: dict[str, Button] = {}
        self.facts = FieldGrid((FieldSpec("number"), *AGENT))
        self.promise = FieldGrid(PROMISE)
        self.notes = FieldGrid((TEXT,))
        self._tick = QTimer(self, interval=TICK_MS)
        self._arrange()
        self._connect()
        self._show_time()
        self._read()

    # Its look

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(SPACE_2)
        top.addWidget(self.clock)
        top.addWidget(self.held, 1)
        for button in (self.go, self.wait):
            button.setAutoDefault(False)
            top.addWidget(button)
        self.wait.setCheckable(True)
        self.body.addLayout(top)
        self.add(self.way)
        self.add(self.facts)
        self.add(PlainLabel(self.tr("To have at hand"), "emphasis"))
        self.at_hand.setHorizontalSpacing(SPACE_3)
        self.at_hand.setVerticalSpacing(SPACE_1)
        self.at_hand.setColumnStretch(1, 1)
        self.body.addLayout(self.at_hand)
        self.add(PlainLabel(self.tr("To ask"), "emphasis"))
        self.to_ask.setSpacing(SPACE_1)
        self.body.addLayout(self.to_ask)
        self.add(PlainLabel(self.tr("What happened"), "emphasis"))
        self.body.addLayout(self._marks_row())
        self.add(self.promise)
        self.promise.hide()
        self.add(self.notes)

    def _marks_row(self) -> Flow:
        row = Flow(spacing=SPACE_2)
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
            row.addWidget(mark)
        return row

    def _connect(self) -> None:
        self.go.clicked.connect(self._start_or_stop)
        self.wait.toggled.connect(self._hold)
        self._tick.timeout.connect(self._show_time)
        self.marks["promised"].toggled.connect(self._ask_for_promise)
        self.finished.connect(self._tick.stop)

    def present(self) -> None:
        """Open beside the window, which stays usable."""
        self.body.addStretch(1)
        self.fit()
        self.show()
        self.settle()
        self.order_tabs()
        self.go.setFocus(Qt.FocusReason.TabFocusReason)

    def typed_texts(self) -> list[str]:
        """Count a call that was timed, and marks, among what would be lost."""
        marked = [key for key, mark in self.marks.items() if mark.isChecked()]
        typed = [text for text in super().typed_texts() if text != self.identity.text()]  # it is kept nowhere anyway
        return [*typed, *marked, str(self.watch.began)]

    # Time

    def _start_or_stop(self) -> None:
        if self.watch.running:
            self.watch.stop()
            self.wait.setChecked(False)
            self._tick.stop()
        else:
            self.watch.start(datetime.now(self._dispute.zone))
            self._tick.start()
        self._show_time()

    def _hold(self, on: bool) -> None:
        self.watch.hold(on=on)
        self._show_time()

    def _show_time(self) -> None:
        seconds, held = self.watch.seconds, self.watch.held_seconds
        self.clock.setText(duration(seconds or 0))
        self.held.setText(self.tr("on hold %1").replace("%1", duration(held)) if held else "")
        words = self.tr("It ends") if self.watch.running else self.tr("It begins")
        self.go.setText(words)
        self.go.set_icon("phone-x" if self.watch.running else "phone-call")
        self.wait.setEnabled(self.watch.running)

    # What to have at hand and to ask

    def _read(self) -> None:
        dispute_id = self._dispute.id

        def work(session: "Session") -> "Workspace":
            from evidence_app.actions.workspace import workspace

            return workspace(session, dispute_id)

        self._desk.read(work, self._take, self)
        self._show_at_hand()
        for words in self._usual_questions():
            self._ask(words)

    def _take(self, found: "Workspace") -> None:
        loan = found.stated.loan
        if loan is not None and loan.contract_day is not None:
            self._put_at_hand(
                self.tr("Day of the application or contract"), loan.contract_day.isoformat(), private=False
            )
        for reference in found.references[:MOST_REFERENCES]:
            self._put_at_hand(self._called(reference), reference.value, private=True)
        told = found.completeness
        wanted = [each.entry.ask for each in (*told.missing, *told.perhaps) if each.entry.ask is not None]
        for words in wanted[:MOST_MISSING]:
            self._ask(words[language.chosen])
        self.order_tabs()
        self.fit()

    def _called(self, reference: "Reference") -> str:
        """Return what a number is of."""
        return {
            "case": self.tr("Contract or case number"),
            "complaint": self.tr("Number of a complaint"),
            "payment": self.tr("Order number of a payment"),
        }[reference.kind.value]

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
        row.addWidget(tick, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(PlainLabel(safe(words), wrap=True), 1)
        self.to_ask.addWidget(line)

    def _show_at_hand(self) -> None:
        dispute = self._dispute
        for caption, value, private in (
            (self.tr("Institution"), dispute.institution, False),
            (self.tr("Name"), dispute.complainant, True),
            (self.tr("Contact"), dispute.complainant_contact, True),
            (self.tr("Representative"), dispute.representative, True),
            (self.tr("What it is about"), _in_a_sentence(dispute), False),
            (self.tr("Amount"), _amount(dispute), False),
            *((self.tr("What is asked") if first else "", each, False) for first, each in _first(dispute.demands)),
        ):
            if value:
                self._put_at_hand(caption, value, private=private)
        self._put_identity()

    def _put_identity(self) -> None:
        """Give a place for the ID number, hidden while it is typed: they ask for it, and the vault keeps none."""
        caption = self.tr("ID number")
        self.identity = LineEditor()
        self.identity.setEchoMode(QLineEdit.EchoMode.Password)
        self.identity.setAccessibleName(caption)
        self.identity.setPlaceholderText(self.tr("only for this call, kept nowhere"))
        row = self.at_hand.rowCount()
        self.at_hand.addWidget(PlainLabel(caption, "caption", "muted"), row, 0)
        self.at_hand.addWidget(self.identity, row, 1)
        self.at_hand.addWidget(self._eye(caption, self._show_identity), row, 2)

    def _show_identity(self, on: bool) -> None:
        self.identity.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)

    def _eye(self, caption: str, show: Callable[[bool], object]) -> IconButton:
        eye = IconButton("eye")
        eye.setCheckable(True)
        eye.set_name(self.tr("Show: %1").replace("%1", caption))
        eye.toggled.connect(show)
        return eye

    def _put_at_hand(self, caption: str, value: str, *, private: bool) -> None:
        row = self.at_hand.rowCount()
        shown = PlainLabel(MASK if private else safe(value), wrap=True)
        self.at_hand.addWidget(PlainLabel(caption, "caption", "muted"), row, 0, Qt.AlignmentFlag.AlignTop)
        self.at_hand.addWidget(shown, row, 1)
        if not private:
            return
        eye = self._eye(caption, lambda on: shown.setText(safe(value) if on else MASK))
        self.at_hand.addWidget(eye, row, 2)

    # What came of it

    def _ask_for_promise(self, on: bool) -> None:
        self.promise.setVisible(on)
        self.promise.set_base(datetime.now(self._dispute.zone).date())
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
        began = self.watch.began or datetime.now(self._dispute.zone)
        new = NewEvent(
            kind=EventKind.CALL,
            time=typed_time(f"{began:%Y-%m-%d %H:%M:%S}"),
            direction=self.way.way(),
            party=self._dispute.institution,
            duration_s=self.watch.seconds,
            **values,
        )
        if self._dispute.id not in {line.dispute.id for line in self._desk.disputes} or self._desk.read_only:
            raise InputProblem("dispute-unknown", id=self._dispute.id)
        self._desk.choose_dispute(self._dispute.id)
        self._desk.edits.record_event(new)
        self.settle()
        self.accept()

    def _marked_words(self) -> str:
        marked = [mark.text() for key, mark in self.marks.items() if mark.isChecked() and key != "promised"]
        if self.watch.held_seconds:
            marked.append(self.held.text())
        return self.tr("Noted during the call: %1").replace("%1", "; ".join(marked)) if marked else ""


_SENTENCE = re.compile(r".+?(?:[。！？!?]|\.(?=\s|$)|\n|$)", re.DOTALL)


def _in_a_sentence(dispute: Dispute) -> str:
    """Return what happened in one sentence: the first of the summary, else what kind of dispute it is."""
    first = _SENTENCE.match(dispute.summary.strip())
    return first[0].strip() if first is not None else word(dispute.type)


def _first(demands: Sequence[str]) -> Iterator[tuple[bool, str]]:
    """Yield demands with whether each is the first: a caption stands beside that one."""
    yield from ((place == 0, each) for place, each in enumerate(demands))


def _amount(dispute: Dispute) -> str:
    return "" if dispute.amount is None else money(EventKind.PAYMENT, Direction.NONE, dispute.amount, dispute.currency)


def open_companion(window: QWidget, desk: "Desk") -> None:
    """Open the companion for the chosen dispute, or show the one that is open already."""
    dispute = desk.dispute
    open_ones = [each for each in window.findChildren(Companion) if each.isVisible()]
    if open_ones:
        open_ones[0].raise_()
        open_ones[0].activateWindow()
    elif dispute is not None and not desk.read_only:
        Companion(window, desk, dispute).present()
