"""What the vault menu does: open another vault, back up, restore, erase."""

from collections.abc import Callable
from datetime import UTC, datetime
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from evidence_app.errors import EnvironmentProblem
from ui.activity import ActivityBar
from ui.choosing import folder_dialog
from ui.desk import Desk
from ui.messages import report
from ui.outside import open_file, show_in_folder
from ui.places import VAULT_NAME, Place, is_taken, place_in
from ui.settings import Purpose, Settings
from ui.tasks import Lane, Task

if TYPE_CHECKING:
    from evidence_app.actions.backup import BackupReport

BACKUP_NAME = "juzheng-backup"


class VaultVerbs(QObject):
    """Runs the verbs on the open vault; questions open over ``window``, progress goes to ``bar``."""

    def __init__(self, window: QWidget, desk: Desk, bar: ActivityBar, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._desk, self._bar, self._settings = window, desk, bar, settings

    def open_other(self) -> None:
        """Ask for a folder and open the vault in it, or make one."""

        def look(folder: Path) -> None:
            self._desk.tasks.start(lambda _: place_in(folder), then=self._open_place, owner=self)

        self._ask_folder(self.tr("Choose the vault's folder, or a place for a new vault"), look)

    def open_folder(self, folder: Path, *, create: bool) -> None:
        """Open a vault and remember it."""
        self._settings.vault_folder = folder
        self._settings.dispute_id = ""
        self._desk.open(folder, create=create)

    def back_up(self) -> None:
        """Ask where, then copy what is new there and check it."""
        session = self._desk.session
        if session is None:
            return

        def start(chosen: Path) -> None:
            def work(task: Task) -> "BackupReport":
                from evidence_app.actions.backup import back_up
                from evidence_app.actions.session import is_vault

                apart = is_taken(chosen) and not is_vault(chosen)
                return back_up(session, chosen / BACKUP_NAME if apart else chosen, task)

            task = self._desk.tasks.start(work, lane=Lane.LONG, then=self._backed_up, failed=self._failed, owner=self)
            self._bar.follow(task, lambda: self.tr("Backing up"))

        title = self.tr("Where shall the backup be? Choose an earlier one to add what is new")
        self._ask_folder(title, start, Purpose.BACKUP)

    def restore(self) -> None:
        """Ask for a backup and for a new place, restore, and open what was restored."""
        self._desk.tasks.start(lambda _: _free_place(), then=self._ask_restore, owner=self)

    def _ask_restore(self, proposed: Path) -> None:
        from ui.sheets.restore import RestoreSheet

        def choose_backup(then: Callable[[Path], object]) -> None:
            self._ask_folder(self.tr("Choose the backup"), then, Purpose.BACKUP)

        def choose_folder(then: Callable[[Path], object]) -> None:
            title = self.tr("Choose an empty folder for the restored vault")
            self._ask_folder(title, lambda folder: then(folder / VAULT_NAME if is_taken(folder) else folder))

        sheet = RestoreSheet(self._window, proposed, choose_backup, choose_folder)
        sheet.wanted.connect(self._restore)
        sheet.present()

    def _restore(self, backup: Path, folder: Path) -> None:
        def work(task: Task) -> "BackupReport":
            from evidence_app.actions.backup import restore

            return restore(backup, folder, task)

        task = self._desk.tasks.start(work, lane=Lane.LONG, then=self._restored, failed=self._failed, owner=self)
        self._bar.follow(task, lambda: self.tr("Restoring"))

    def new_vault(self) -> None:
        """Make a vault in the usual place and open it."""
        self._settings.vault_folder = None
        self._desk.open(None, create=True)

    def show_folder(self) -> None:
        """Show where the vault lies."""
        if self._desk.session is not None:
            open_file(self._desk.session.folder)

    def erase(self) -> None:
        """Ask, close the vault, and delete it from this computer."""
        from ui.sheets.vaults import EraseSheet

        session = self._desk.session
        if session is None:
            return
        folder = session.folder
        sheet = EraseSheet(self._window, str(folder))
        sheet.wanted.connect(lambda: self._desk.let_go(lambda _: self._erase(folder)))
        sheet.present()

    def _erase(self, folder: Path) -> None:
        def work(_: Task) -> EnvironmentProblem:
            from evidence_app.actions.backup import erase_vault

            erase_vault(folder)
            return EnvironmentProblem("vault-erased", folder=str(folder))

        self._settings.forget_vault()
        self._desk.tasks.start(
            work, lane=Lane.CHANGE, then=self._desk.refused.emit, failed=self._desk.refused.emit, owner=self
        )

    def _open_place(self, place: Place) -> None:
        if not place.warnings:
            self.open_folder(place.folder, create=not place.holds_vault)
            return
        from ui.sheets.vaults import RiskySheet

        sheet = RiskySheet(self._window, str(place.folder), place.warnings)
        sheet.wanted.connect(lambda: self.open_folder(place.folder, create=not place.holds_vault))
        sheet.present()

    def _backed_up(self, done: "BackupReport") -> None:
        if self._desk.session is not None:
            self._settings.remember_backup(self._desk.session.folder, datetime.now(UTC))
        self._bar.conclude(
            lambda: self.tr("Backed up and checked: %n original(s)", "", done.total),
            lambda: self.tr("Show in folder"),
            lambda: show_in_folder(done.folder),
        )

    def _restored(self, done: "BackupReport") -> None:
        self._bar.conclude(
            lambda: self.tr("Restored and checked: %n original(s)", "", done.total),
            lambda: self.tr("Show in folder"),
            lambda: open_file(done.folder),
        )
        self.open_folder(done.folder, create=False)

    def _failed(self, error: BaseException) -> None:
        report(self._window, error)

    def _ask_folder(self, title: str, then: Callable[[Path], object], purpose: Purpose = Purpose.VAULT) -> None:
        dialog = folder_dialog(self._window, title, self._settings, purpose)
        dialog.fileSelected.connect(lambda name: then(Path(name)))
        dialog.open()


def _free_place() -> Path:
    """Return where a restored vault may go: the usual place if nothing lies there, else one beside it."""
    from evidence_app.actions.session import default_vault_folder

    usual = default_vault_folder()
    numbered = (usual.with_name(f"{usual.name}-{number}") for number in count(2))
    return next(folder for folder in chain([usual], numbered) if not folder.exists())
