"""Choosing files and folders: from where the person chose last, else from where such things usually lie."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.settings import Purpose, Settings

Standard = QStandardPaths.StandardLocation
USUAL = {
    Purpose.EVIDENCE: (Standard.PicturesLocation, Standard.DownloadLocation, Standard.DocumentsLocation),
    Purpose.DOSSIER: (Standard.DocumentsLocation,),
    Purpose.VAULT: (Standard.DocumentsLocation,),
    Purpose.BACKUP: (Standard.DocumentsLocation,),
}
"""Where to begin when nothing was chosen yet: the first of these that exists, the home folder if none does."""


def start_folder(settings: Settings, purpose: Purpose) -> str:
    """Return the folder in which choosing begins; never the program's own."""
    usual = (QStandardPaths.writableLocation(place) for place in USUAL[purpose])
    last = settings.folder(purpose)
    wanted = [last] if last is not None else []
    there = (folder for folder in [*wanted, *map(Path, filter(None, usual))] if folder.is_dir())
    return str(next(there, Path.home()))


def files_dialog(parent: QWidget, title: str, settings: Settings, purpose: Purpose) -> QFileDialog:
    """Return a dialog for files that exist; the caller opens it."""
    dialog = _dialog(parent, title, settings, purpose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(lambda names: settings.set_folder(purpose, Path(names[0]).parent))
    return dialog


def folder_dialog(parent: QWidget, title: str, settings: Settings, purpose: Purpose) -> QFileDialog:
    """Return a dialog for a folder; the caller opens it."""
    dialog = _dialog(parent, title, settings, purpose)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda name: settings.set_folder(purpose, Path(name).parent))
    return dialog


def ask_file(
    parent: QWidget, title: str, then: Callable[[Path], object], *, kinds: Sequence[str] = (), folder: str = ""
) -> None:
    """Let one file that exists be chosen, of these kinds (Qt's name filters); ``then`` gets it."""
    dialog = QFileDialog(parent, title, folder)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    if kinds:
        dialog.setNameFilters(kinds)
    _open(dialog, then)


def ask_place(
    parent: QWidget, title: str, then: Callable[[Path], object], *, name: str, kind: str, folder: str
) -> None:
    """Ask where a file shall be written; ``name`` is proposed, and its ending is added to a name without one."""
    dialog = QFileDialog(parent, title, folder)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(kind)
    dialog.setDefaultSuffix(Path(name).suffix.lstrip("."))
    dialog.selectFile(name)
    _open(dialog, then)


def _open(dialog: QFileDialog, then: Callable[[Path], object]) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.open()


def _dialog(parent: QWidget, title: str, settings: Settings, purpose: Purpose) -> QFileDialog:
    dialog = QFileDialog(parent, title, start_folder(settings, purpose))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog
