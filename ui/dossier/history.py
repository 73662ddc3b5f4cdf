"""The dossiers that were exported, from the custody log, and whether a file is still one of them."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from evidence_app.phrases import Language, phrase
from ui.controls import Button, IconButton, PlainLabel
from ui.dossier.lines import Lines
from ui.dossier.naming import measures
from ui.dossier.sealed_words import SealWords
from ui.i18n import NATIVE_NAMES, language
from ui.timeline.words import safe
from ui.tokens import SPACE_1, SPACE_2, SPACE_3

if TYPE_CHECKING:
    from evidence_app.actions.export_dossier import PastExport
    from evidence_app.actions.recognise_dossier import Recognised

SHOWN_AT_FIRST = 3
HASH_SHOWN = 16  # characters; the whole one is copied


class ExportLine(QWidget):
    """One export: when, what, how large, and its hash to copy."""

    def __init__(self, export: "PastExport", home: ZoneInfo, copy: str) -> None:
        super().__init__()
        self.export = export
        when = PlainLabel(f"{export.at.astimezone(home):%Y-%m-%d %H:%M} · {_profile(export)}", wrap=True)
        measured = measures(export.pages, export.exhibits, export.bytes)
        told = PlainLabel(f"{_language(export)} · {measured}", "caption", "muted", wrap=True)
        sealed = PlainLabel(_sealed(export), "caption", "muted", wrap=True)
        digest = PlainLabel(f"SHA-256 {safe(export.sha256)[:HASH_SHOWN]}…", "caption", "muted")
        self.copy = IconButton("copy")
        self.copy.set_name(copy)
        self.copy.setAccessibleDescription(when.text())
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(export.sha256))
        words = QVBoxLayout()
        words.setSpacing(0)
        for label in (when, told, *([sealed] if export.signature else []), digest):
            words.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, SPACE_1)
        row.setSpacing(SPACE_1)
        row.addLayout(words, 1)
        row.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignBottom)


def _sealed(export: "PastExport") -> str:
    """Return how it is signed and by whom its time was witnessed; versions before this one did neither."""
    words = SealWords()
    return f"{words.signature(export.signature)} · {words.witnesses(export.witnessed_by)}"


def _profile(export: "PastExport") -> str:
    try:
        return phrase("dossier", f"profile.{export.profile}", language.chosen)
    except KeyError:  # of another version
        return safe(export.profile)


def _language(export: "PastExport") -> str:
    known = export.language in set(Language)
    return NATIVE_NAMES[Language(export.language)] if known else safe(export.language)


class Exported(QWidget):
    """The last exports, all of them on demand."""

    def __init__(self) -> None:
        super().__init__()
        self._exports: Sequence[PastExport] = ()
        self._home = ZoneInfo("UTC")
        self._all = False
        self.lines = Lines()
        self.more = Button(look="link")
        self.more.clicked.connect(self._show_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_1)
        column.addWidget(self.lines)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        language.changed.connect(self.retranslate)
        self.retranslate()

    @property
    def shown(self) -> "list[PastExport]":
        """The exports that have a line."""
        return [line.export for line in self.lines.lines if isinstance(line, ExportLine)]

    def show_exports(self, exports: "Sequence[PastExport]", home: ZoneInfo) -> None:
        """Show these, the last one first, their times in the dispute's zone."""
        self._exports, self._home = exports, home
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts."""
        self.lines.replace(self._lines())
        hidden = len(self._exports) - SHOWN_AT_FIRST
        self.more.setText(self.tr("Show %n earlier one(s)", "", max(0, hidden)))
        self.more.setVisible(hidden > 0 and not self._all)

    def _lines(self) -> Iterator[QWidget]:
        if not self._exports:
            yield PlainLabel(self.tr("No dossier of this dispute was exported yet."), tone="muted", wrap=True)
        for export in self._exports if self._all else self._exports[:SHOWN_AT_FIRST]:
            yield ExportLine(export, self._home, self.tr("Copy the SHA-256"))

    def _show_all(self) -> None:
        self._all = True
        self.retranslate()


class FileCheck(QFrame):
    """Was a file changed since it was exported? It is chosen, or dropped here. ``wanted`` carries its path."""

    wanted = Signal(object)
    choosing_wanted = Signal()
    check_wanted = Signal(object)
    """A file of which everything shall be checked."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "chip")
        self.setAcceptDrops(True)
        self._found: Recognised | None = None
        self._home = ZoneInfo("UTC")
        self._running = False
        self.question = PlainLabel(wrap=True)
        self.choose = Button(look="outline", icon_name="file-pdf")
        self.answer = PlainLabel(wrap=True)
        self.thorough = Button(look="link", icon_name="shield-check")
        self.thorough.clicked.connect(self._want_check)
        self.choose.clicked.connect(self.choosing_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_3, SPACE_2, SPACE_3, SPACE_3)
        column.setSpacing(SPACE_2)
        column.addWidget(self.question)
        column.addWidget(self.answer)
        column.addWidget(self.thorough, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        language.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts."""
        self.question.setText(self.tr("Is a file still as it was exported? Choose it or drop it here."))
        self.choose.setText(self.tr("Choose a PDF…"))
        self.thorough.setText(self.tr("Check everything in it…"))
        self._show_answer()

    def run(self) -> None:
        """Say that a file is being compared."""
        self._running, self._found = True, None
        self._show_answer()

    def show_answer(self, found: "Recognised | None", home: ZoneInfo) -> None:
        """Say what was found out; None for nothing."""
        self._running, self._found, self._home = False, found, home
        self._show_answer()

    def _show_answer(self) -> None:
        self.choose.setEnabled(not self._running)
        self.answer.setVisible(self._running or self._found is not None)
        self.thorough.setVisible(self._found is not None)
        if self._running:
            self.answer.set_tone("muted")
            self.answer.setText(self.tr("Comparing…"))
        elif self._found is not None and self._found.export is not None:
            self.answer.set_tone("verified")
            at = f"{self._found.export.at.astimezone(self._home):%Y-%m-%d %H:%M}"
            words = self.tr("Unchanged: “%1” is the dossier exported on %2, byte for byte.")
            self.answer.setText(words.replace("%2", at).replace("%1", safe(self._found.path.name)))
        elif self._found is not None:
            self.answer.set_tone("attention")
            words = self.tr(
                "“%1” is not byte for byte a dossier that was exported from this dispute: "
                "it was changed since, or comes from elsewhere."
            )
            self.answer.setText(words.replace("%1", safe(self._found.path.name)))

    def _want_check(self) -> None:
        if self._found is not None:
            self.check_wanted.emit(self._found.path)

    # Dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one local PDF; all else is the window's."""
        if _pdf(event.mimeData()) is not None and not self._running:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._aim(True)
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Look as before."""
        self._aim(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the file to be compared."""
        self._aim(False)
        path = _pdf(event.mimeData())
        if path is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.wanted.emit(path)

    def _aim(self, aimed: bool) -> None:
        self.setProperty("part", "aimed" if aimed else "chip")
        self.style().unpolish(self)
        self.style().polish(self)


def _pdf(mime: QMimeData) -> Path | None:
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and paths[0].suffix.lower() == ".pdf" else None
