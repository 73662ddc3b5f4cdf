"""Restoring: from which backup, into which new folder; both are seen before anything is copied."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from evidence_app.errors import InputProblem
from ui.controls import Button, PlainLabel
from ui.editors import LineEditor
from ui.sheets.sheet import Sheet
from ui.tokens import SPACE_1, SPACE_2


class PathRow(QWidget):
    """A folder, typed or chosen. ``choose`` opens a dialog and calls back with what was chosen."""

    def __init__(self, caption: str, verb: str, choose: Callable[[Callable[[Path], object]], object]) -> None:
        super().__init__()
        self.editor = LineEditor()
        self.choose = Button(verb, "outline", "folder-open")
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(lambda: choose(self.show_folder))
        self._label = PlainLabel(caption, "caption", "muted", wrap=True)
        self._label.setBuddy(self.editor)
        self.rename(caption, verb)
        row = QHBoxLayout()
        row.setSpacing(SPACE_2)
        row.addWidget(self.editor, 1)
        row.addWidget(self.choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_1)
        column.addWidget(self._label)
        column.addLayout(row)

    def rename(self, caption: str, verb: str) -> None:
        """Set its texts."""
        self._label.setText(caption)
        self.editor.setAccessibleName(caption)
        self.choose.setText(verb)
        self.choose.setAccessibleName(f"{verb} {caption}")

    def show_folder(self, folder: Path) -> None:
        """Show a folder that was chosen or is proposed."""
        self.editor.setText(str(folder))

    def folder(self) -> Path:
        """Return the folder as typed."""
        return Path(self.editor.text().strip()).expanduser()


class RestoreSheet(Sheet):
    """Asks for both folders. ``wanted`` carries the backup and the new vault's folder."""

    wanted = Signal(object, object)

    def __init__(
        self,
        parent: QWidget | None,
        proposed: Path,
        choose_backup: Callable[[Callable[[Path], object]], object],
        choose_folder: Callable[[Callable[[Path], object]], object],
    ) -> None:
        super().__init__(parent)
        self.entitle(self.tr("Restore from a backup"), self.tr("Restore and open"))
        self.explain("backup")
        self.say(self.tr("The backup is checked and copied into a new vault. The backup itself stays as it is."))
        self.backup = PathRow(self.tr("Folder of the backup"), self.tr("Choose…"), choose_backup)
        self.folder = PathRow(self.tr("Folder for the restored vault, new or empty"), self.tr("Choose…"), choose_folder)
        self.folder.show_folder(proposed)
        self.add(self.backup)
        self.add(self.folder)

    def culprit(self, problem: InputProblem) -> QWidget | None:
        """Return the path that is wrong."""
        return self.folder.editor if problem.code == "restore-not-empty" else self.backup.editor

    def submit(self) -> None:
        """Hand over both folders. Raises InputProblem("backup-missing" | "restore-not-empty")."""
        from evidence_app.actions.session import is_vault

        backup, folder = self.backup.folder(), self.folder.folder()
        if not self.backup.editor.text().strip():
            raise InputProblem("field-empty", field=self.backup.editor.accessibleName())
        if not is_vault(backup):
            raise InputProblem("backup-missing", folder=str(backup))
        if not folder.is_absolute() or (folder.exists() and (not folder.is_dir() or any(folder.iterdir()))):
            raise InputProblem("restore-not-empty", folder=str(folder))
        self.wanted.emit(backup, folder)
        self.accept()
