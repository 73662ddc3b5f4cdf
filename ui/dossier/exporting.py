"""The foot of the dossier's page: how large it will be, the export, how far that is, and what can be done then."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QToolTip, QVBoxLayout, QWidget

from ui.controls import Button, Hairline, IconButton, PlainLabel, part
from ui.dossier.naming import Measures, measures, size_words
from ui.dossier.sealed_words import seal_words
from ui.i18n import language
from ui.messages import message, sentences
from ui.outside import open_file, show_in_folder
from ui.tasks import Task
from ui.timeline.words import safe
from ui.tokens import SPACE_2, SPACE_3, SPACE_4, theme

if TYPE_CHECKING:
    from evidence_app.actions.export_dossier import Exported
    from evidence_app.actions.preview_dossier import Preview, SizeLimit


ROOMY = 1.25
"""Up to this size of the text the foot has room for how the export is sealed."""

MOST_NAMED = 20
"""Exhibits named one by one; the dossier and the command line name them all."""


class Exporting(QWidget):
    """``wanted`` asks for an export, ``exported`` tells that one was made.

    ``limits`` says for whom the file is too large; it stands where the page puts it. ``gaps_wanted`` asks to be shown
    what is still missing.
    """

    wanted = Signal()
    gaps_wanted = Signal()
    exported = Signal()

    def __init__(self) -> None:
        super().__init__()
        part(self, "surface")
        self._task: Task | None = None
        self._result: Exported | None = None
        self._preview: Preview | None = None
        self._read_only = False
        self._gap_count = 0
        self._complaint = ""
        self._stopping = self._of_another = False
        self.measures = PlainLabel()
        self.gaps = Button(look="link")
        self.limits = PlainLabel(role="caption", tone="attention", wrap=True)
        self.words = PlainLabel(wrap=True)
        self.sealed = PlainLabel(role="caption", wrap=True)
        """How the export is sealed, with large text: the page gives it a place that scrolls."""
        self.problem = PlainLabel(tone="broken", wrap=True)
        self.meter = QProgressBar()
        self.meter.setTextVisible(False)
        self.primary = Button(look="primary", icon_name="export")
        self.cancel = Button(look="outline")
        self.open_button = Button(look="outline", icon_name="arrow-square-out")
        self.folder_button = Button(icon_name="folder-open")
        self.copy_button = IconButton("copy")
        self._lay_out()
        self.gaps.clicked.connect(self.gaps_wanted)
        self.primary.clicked.connect(self.wanted)
        self.cancel.clicked.connect(self._stop)
        self.open_button.clicked.connect(self._open)
        self.folder_button.clicked.connect(self._show_folder)
        self.copy_button.clicked.connect(self._copy_hash)
        language.changed.connect(self.retranslate)
        theme.changed.connect(self._show_state)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts."""
        self.primary.setText(self.tr("Choose where and export…"))
        self.cancel.setText(self.tr("Cancel"))
        self.open_button.setText(self.tr("Open"))
        self.folder_button.setText(self.tr("Show in folder"))
        self.copy_button.set_name(self.tr("Copy hash"))
        self.copy_button.setAccessibleDescription(
            self.tr("With the SHA-256 anybody can check that the file is still the same.")
        )
        self.meter.setAccessibleName(self.tr("Progress of the export"))
        self._show_state()

    @property
    def busy(self) -> bool:
        """Whether an export runs."""
        return self._task is not None

    # What it shows

    def show_preview(self, preview: "Preview | None") -> None:
        """Tell how large the file will be; nothing while that is not known."""
        self._preview = preview
        self._show_state()

    def show_gap_count(self, count: int) -> None:
        """Tell how many things are still missing."""
        self._gap_count = count
        self._show_state()

    def set_read_only(self, read_only: bool) -> None:
        """In a vault that can only be read nothing can be exported."""
        self._read_only = read_only
        self._show_state()

    def forget(self) -> None:
        """Show nothing of another dispute; its export goes on, and the activities tell how it ended."""
        self._of_another = self._task is not None
        self._result, self._preview, self._complaint = None, None, ""
        self._show_state()

    def complain(self, words: str) -> None:
        """Say what is wrong, nothing for an empty text."""
        self._complaint = words
        self._show_state()

    def follow(self, task: Task) -> None:
        """Show how far an export is, and how it ends."""
        self._task, self._result, self._complaint, self._stopping = task, None, "", False
        self.meter.setRange(0, 0)
        self._show_state()
        self.cancel.setFocus()
        task.progressed.connect(self._progressed)
        task.done.connect(self._finished)
        task.failed.connect(lambda error: self._ended(sentences(message(error))))
        task.cancelled.connect(lambda: self._ended(self.tr("Stopped. Nothing was written.")))

    def stop(self) -> None:
        """Stop a running export, because the vault goes."""
        if self._task is not None:
            self._task.cancel()

    # Inside

    def _show_state(self) -> None:
        busy, result = self._task is not None, self._result
        preview = self._preview
        self.measures.setText(self._size(preview) if preview is not None else "")
        self.measures.setVisible(not busy and result is None)
        self.gaps.setText(self.tr("%n thing(s) missing", "", self._gap_count))
        self.gaps.setVisible(bool(self._gap_count) and not busy and result is None)
        self.limits.setText(self._limits(preview.too_large_for) if preview is not None else "")
        self.limits.setVisible(bool(self.limits.text()))
        self.words.setText(self._words())
        self.words.setVisible(bool(self.words.text()))
        self.sealed.setText("\n".join(seal_words(result)) if result is not None and not busy else "")
        self.sealed.setVisible(bool(self.sealed.text()) and theme.text_scale > ROOMY)
        self.problem.setText(self._complaint or self._undrawn())
        self.problem.setVisible(bool(self.problem.text()))
        self.meter.setVisible(busy)
        self.cancel.setVisible(busy)
        self.cancel.setEnabled(not self._stopping)
        self.primary.setVisible(not busy)
        self.primary.setEnabled(not self._read_only)
        self.primary.set_look("primary" if result is None else "outline")
        for button in (self.open_button, self.folder_button, self.copy_button):
            button.setVisible(result is not None and not busy)

    def _words(self) -> str:
        if self._stopping:
            return self.tr("Stopping…")
        if self._task is not None:
            return self.tr("Writing the dossier…")
        if self._result is not None:
            told = measures(self._result.page_count, self._result.exhibit_count, self._result.size_bytes)
            exported = self.tr("Exported: %1").replace("%1", f"{safe(self._result.path.name)}\n{told}")
            return "\n".join([exported, *(seal_words(self._result) if theme.text_scale <= ROOMY else ())])
        if self._read_only:
            return self.tr(
                "The vault is open for reading only, and every export is recorded in it. "
                "Open it for writing to export; until then the preview shows everything."
            )
        return ""

    def _undrawn(self) -> str:
        """Return which exhibits the finished dossier shows in part only."""
        if self._result is None or self._task is not None or not self._result.undrawn:
            return ""
        numbers = [str(each.number) for each in self._result.undrawn]
        named = [*numbers[:MOST_NAMED], *(["…"] if len(numbers) > MOST_NAMED else [])]
        return self.tr(
            "Pages of %n exhibit(s) could not be drawn and are missing: %1. The originals are unharmed; "
            "exporting again may help.",
            "",
            len(numbers),
        ).replace("%1", ", ".join(named))

    def _size(self, preview: "Preview") -> str:
        return f"{Measures().pages(preview.dossier.page_count)} · {size_words(preview.dossier.size_bytes)}"

    def _limits(self, limits: "Sequence[SizeLimit]") -> str:
        said = [
            self._limit(limit).replace("%1", str(limit.megabytes)).replace("%2", limit.checked.isoformat())
            for limit in limits
        ]
        advice = self.tr(
            "To make it smaller, leave out the attachments, or choose fewer days or exhibits and export several parts."
        )
        return "\n".join([*said, advice] if said else [])

    def _limit(self, limit: "SizeLimit") -> str:
        if limit.recipient == "cn-association":
            return self.tr("Too large for an attachment to the Internet Finance Association (%1 MB, checked %2).")
        return self.tr("Too large to be sent to an English court by e-mail (%1 MB, checked %2).")

    def _progressed(self, done: int, total: int, unit: str) -> None:
        self.meter.setRange(0, total)
        self.meter.setValue(done)

    def _stop(self) -> None:
        if self._task is not None:
            self._stopping = True
            self._task.cancel()
            self._show_state()

    def _finished(self, result: "Exported") -> None:
        self._end(result, self.open_button)
        self.exported.emit()

    def _ended(self, words: str) -> None:
        self._complaint = words
        self._end(None, self.primary)

    def _end(self, result: "Exported | None", following: QWidget) -> None:
        """Show how it ended; ``following`` takes the focus of the button that goes, not of what somebody types in."""
        if self._of_another:
            result, self._complaint, self._of_another = None, "", False
            following = self.primary
        had_focus = self.cancel.hasFocus() or self.window().focusWidget() is None
        self._task, self._result, self._stopping = None, result, False
        self._show_state()
        if had_focus:
            following.setFocus()

    def _open(self) -> None:
        """Open the dossier; where no program does, say so and offer its folder instead."""
        if self._result is not None and not open_file(self._result.path):
            self.complain(self.tr("No program on this computer opens PDF documents. The dossier is in its folder."))
            self.folder_button.setFocus()

    def _show_folder(self) -> None:
        if self._result is not None:
            show_in_folder(self._result.path)

    def _copy_hash(self) -> None:
        if self._result is not None:
            QGuiApplication.clipboard().setText(self._result.sha256)
            QToolTip.showText(QCursor.pos(), self.tr("Copied"), self.copy_button)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_2)
        for button in (self.open_button, self.folder_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        told = QHBoxLayout()
        told.setSpacing(SPACE_2)
        told.addWidget(self.words, 1)
        told.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignBottom)
        verbs = QHBoxLayout()
        verbs.setSpacing(SPACE_2)
        verbs.addWidget(self.primary, 1)
        verbs.addWidget(self.cancel)
        inner = QVBoxLayout()
        inner.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_3)
        inner.setSpacing(SPACE_2)
        first = QHBoxLayout()
        first.setSpacing(SPACE_2)
        first.addWidget(self.measures, 1)
        first.addWidget(self.gaps)
        inner.addLayout(first)
        inner.addLayout(told)
        inner.addWidget(self.problem)
        inner.addWidget(self.meter)
        inner.addLayout(buttons)
        inner.addLayout(verbs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Hairline())
        column.addLayout(inner)
