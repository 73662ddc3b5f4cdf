"""The marked moments of a recording: each leads there, its note is typed in place, an empty one is no mark."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from evidence_app.domain.fields import FieldValue
from ui.controls import Button, IconButton, PlainLabel, ScrollColumn, is_language_change
from ui.editors import LinesEditor
from ui.keeping import discard
from ui.timeline.words import duration, safe
from ui.tokens import SPACE_1, SPACE_2

if TYPE_CHECKING:
    from evidence_app.domain.exhibits import TimeMark


class NoteEditor(LinesEditor):
    """A note that tells when it is left, also without a change, and when Enter or Escape ends it.

    It is one line of words, shown in as many lines as the width needs.
    """

    left = Signal()
    ended = Signal()

    def __init__(self) -> None:
        super().__init__(in_place=True)

    def value(self) -> FieldValue:
        """Return the words, what was pasted with line ends too, in one line."""
        return " ".join(self.toPlainText().split())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that somebody went elsewhere."""
        super().focusOutEvent(event)
        if event.reason() not in {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End with Enter, or with Escape once there is nothing to give up."""
        entered = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if not entered and (event.key() != Qt.Key.Key_Escape or self.edited):
            super().keyPressEvent(event)
            return
        self.finish()
        event.accept()
        self.ended.emit()


class MarkRow(QWidget):
    """One moment: its time leads there, its note, a way to remove it."""

    sought = Signal(int)
    committed = Signal()
    removed = Signal()

    def __init__(self, at_ms: int, text: str, *, read_only: bool) -> None:
        super().__init__()
        self.at_ms, self.text = at_ms, text
        when = duration(at_ms // 1000)
        self.time = Button(when, "link")
        self.time.setAccessibleName(self.tr("Go to %1").replace("%1", when))
        self.time.clicked.connect(lambda: self.sought.emit(self.at_ms))
        self.note = NoteEditor()
        self.note.setProperty("look", "inplace")
        self.note.gives_up = True
        self.note.setPlaceholderText(self.tr("What is said here"))
        self.note.setAccessibleName(self.tr("Note at %1").replace("%1", when))
        self.note.show_value(safe(text))
        self.note.setReadOnly(read_only)
        self.note.committed.connect(self.committed)
        self.cross = IconButton("x")
        self.cross.set_name(self.tr("Remove the mark at %1").replace("%1", when))
        if read_only:
            self.cross.hide()
        self.cross.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_1)
        row.addWidget(self.time, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.note, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.cross, 0, Qt.AlignmentFlag.AlignTop)


class MarksList(QWidget):
    """``edited`` carries all marks after a change, in order of time; ``sought`` the moment somebody wants to go to."""

    edited = Signal(tuple)
    sought = Signal(int)
    ended = Signal()
    """A note was finished with Enter or Escape: keys may go back to the player."""

    consent_wanted = Signal()
    """It is to be noted that the other side is told of the recording at this moment."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks: tuple[TimeMark, ...] = ()
        self._read_only = False
        self._of_call = True
        self._rows: list[MarkRow] = []
        self.hint = PlainLabel(role="caption", tone="muted", wrap=True)
        self.hint.setContentsMargins(7, 0, 0, 0)
        self.consent = Button(look="link", icon_name="microphone")
        self.consent.clicked.connect(self.consent_wanted)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self.area = ScrollColumn()
        self.area.hold(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_1, 0, SPACE_1, SPACE_1)
        column.setSpacing(SPACE_2)
        column.addWidget(self.hint, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.area, 1)
        column.addWidget(self.consent, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        self._name()

    @property
    def rows(self) -> list[MarkRow]:
        """What is shown, in order of time."""
        return self._rows

    def show_marks(self, marks: "Sequence[TimeMark]", *, read_only: bool, of_call: bool = True) -> None:
        """Show marks; a note that is being typed stays. Only with what may be a call somebody is told of recording."""
        marks, self._of_call = tuple(marks), of_call
        typed = next((row for row in self._rows if row.note.hasFocus() and row.note.edited), None)
        unchanged = (marks, read_only) == (self._marks, self._read_only)
        self._marks, self._read_only = marks, read_only
        if not unchanged and typed is None:
            self._build()
        self._name()

    def begin(self, at_ms: int) -> None:
        """Mark a moment: the cursor goes into its note; nothing is kept before something is typed."""
        if self._read_only:
            return
        row = next((row for row in self._rows if row.at_ms == at_ms), None) or self._add(at_ms, "")
        self.area.setVisible(True)
        row.note.setFocus(Qt.FocusReason.OtherFocusReason)
        self.layout().activate()  # type: ignore[union-attr]
        self.area.ensureWidgetVisible(row)

    def note_consent(self, at_ms: int) -> None:
        """Note that the other side is told of the recording at a moment; the words can be changed like any note's."""
        if self._read_only or any(mark.at_ms == at_ms for mark in self._marks):
            return
        words = self.tr("Consent to the recording: it is said here that the call is being recorded.")
        self._change(self._add(at_ms, ""), words)
        self._build()

    def finish(self) -> None:
        """Keep what is being typed."""
        for row in list(self._rows):
            row.note.finish()

    def _build(self) -> None:
        focused = next((row.at_ms for row in self._rows if row.isAncestorOf(self.focusWidget() or self)), None)
        for row in self._rows:
            row.hide()
            discard(row)
        self._rows = []
        for mark in self._marks:
            row = self._add(mark.at_ms, mark.text)
            if mark.at_ms == focused:
                row.time.setFocus()

    def _add(self, at_ms: int, text: str) -> MarkRow:
        row = MarkRow(at_ms, text, read_only=self._read_only)
        row.sought.connect(self.sought)
        row.committed.connect(lambda: self._commit(row))
        row.removed.connect(lambda: self._remove(row))
        row.note.left.connect(lambda: self._leave(row))
        row.note.ended.connect(self.ended)
        place = sum(1 for other in self._rows if other.at_ms <= at_ms)
        self._rows.insert(place, row)
        self._column.insertWidget(place, row)
        row.show()  # a layout would do so later, and only what is shown takes the focus
        return row

    def _commit(self, row: MarkRow) -> None:
        text = str(row.note.value())
        if text:
            self._change(row, text)
        elif row.text:
            self._remove(row)

    def _leave(self, row: MarkRow) -> None:
        """Forget a moment for which nothing was typed."""
        if row in self._rows and not row.text and not row.note.value():
            self._drop(row)

    def _remove(self, row: MarkRow) -> None:
        had = row.text
        self._drop(row)
        if had:
            self._change(row, "")

    def _drop(self, row: MarkRow) -> None:
        if row in self._rows:
            self._rows.remove(row)
            row.hide()
            discard(row)
            self._name()

    def _change(self, row: MarkRow, text: str) -> None:
        from evidence_app.domain.exhibits import TimeMark

        kept = [mark for mark in self._marks if (mark.at_ms, mark.text) != (row.at_ms, row.text)]
        if text:
            kept.append(TimeMark(row.at_ms, text))
            row.text = text
        self._marks = tuple(sorted(kept, key=lambda mark: mark.at_ms))
        self._name()
        self.edited.emit(self._marks)

    def _name(self) -> None:
        self.hint.setText(self.tr("Press M while you listen to note what is said at that moment."))
        self.hint.setVisible(not self._rows and not self._read_only)
        self.consent.setText(self.tr("Told of the recording here"))
        self.consent.setToolTip(
            self.tr("Note at this moment that the other side is told of the recording, or agrees to it (T)")
        )
        self.consent.setVisible(self._of_call and not self._read_only)
        self.area.setVisible(bool(self._rows))

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        super().changeEvent(event)
        if is_language_change(event):
            self._name()
            if not any(row.note.edited for row in self._rows):
                self._build()
