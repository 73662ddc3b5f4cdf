"""Checks what is chosen or dropped, in the background, and shows the verdict."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from evidence_app.domain.verification import CheckedKind, Verification
from evidence_app.phrases import Language
from ui.activity import ActivityBar
from ui.choosing import ask_file, ask_place, start_folder
from ui.desk import Desk
from ui.dropping import Arrival, may_be_proof
from ui.i18n import language
from ui.messages import message, report, sentences
from ui.outside import open_file
from ui.settings import Purpose
from ui.tasks import Lane, Task
from ui.timeline.words import safe
from ui.verification.sheet import VerificationSheet
from ui.witnessing.witnessing import Witnessing

BAG_FOLDER_MARK = "bagit.txt"


class Checking(QObject):
    """Runs checks over ``window``; how far they are is shown in ``bar``."""

    def __init__(self, window: QWidget, desk: Desk, witnessing: Witnessing, bar: ActivityBar) -> None:
        super().__init__(window)
        self._window, self._desk, self._witnessing, self._bar = window, desk, witnessing, bar

    # What arrives

    def sort(self, found: Arrival, add: Callable[[], object], *, into: str, addable: bool) -> None:
        """Offer to check what is a dossier, a bag or a vault; ``add`` takes everything else, and what shall be added.

        ``into`` is the title of the dispute that it is added to then, ``addable`` whether anything can be added now.
        """
        if not may_be_proof(found):
            add()
            return
        path = found.paths[0]

        def look(kind: CheckedKind | None) -> None:
            if kind is None:
                add()
            elif addable:
                self._offer(path, kind, add, into)
            else:
                self.check(path)

        self._desk.tasks.start(lambda _: _recognised(path), then=look, owner=self)

    def _offer(self, path: Path, kind: CheckedKind, add: Callable[[], object], into: str) -> None:
        from ui.verification.offer import OfferSheet

        sheet = OfferSheet(self._window, path, kind, into)
        sheet.check_wanted.connect(lambda: self.check(path))
        sheet.add_wanted.connect(add)
        sheet.present()

    # Checking

    def ask(self) -> None:
        """Let a dossier or a bag be chosen, and check it."""
        checkable = self.tr("Dossier or bag")
        kinds = [f"{checkable} (*.pdf *.zip {BAG_FOLDER_MARK})"]
        ask_file(
            self._window,
            self.tr("Check a dossier"),
            lambda path: self.check(meant(path)),
            kinds=kinds,
            folder=self._folder(),
        )

    def check_own(self) -> None:
        """Read every original of the open vault again and check it against what was recorded."""
        if self._desk.session is not None:
            self.check(self._desk.session.folder)

    def check(self, path: Path) -> None:
        """Check a dossier, a bag or a vault, and show the verdict."""
        folder = self._witnessing.settings.authorities_folder
        task = self._desk.tasks.start(
            lambda task: _verified(path, folder, task),
            lane=Lane.LONG,
            then=self._show,
            failed=partial(report, self._window),
            owner=self,
        )
        self._bar.follow(task, lambda: self.tr("Checking “%1”").replace("%1", safe(path.name)))

    def _show(self, found: Verification) -> None:
        sheet = VerificationSheet(self._window, found)
        sheet.report_wanted.connect(lambda _: self._ask_report(sheet))
        sheet.present()

    def _ask_report(self, sheet: VerificationSheet) -> None:
        word = self.tr("check")
        ask_place(
            sheet,
            self.tr("Save the report"),
            lambda path: self.save_report(sheet, path),
            name=f"{sheet.found.path.stem}-{word}.pdf",
            kind=self.tr("PDF document (*.pdf)"),
            folder=self._folder(),
        )

    def _folder(self) -> str:
        return start_folder(self._witnessing.settings, Purpose.DOSSIER)

    def save_report(self, sheet: VerificationSheet, out: Path) -> None:
        """Write the report on one page, in the window's language."""
        spoken, found = language.chosen, sheet.found

        def saved(path: Path) -> None:
            sheet.tell(self.tr("Saved: %1").replace("%1", safe(path.name)))
            open_file(path)

        def failed(error: BaseException) -> None:
            sheet.complain(sentences(message(error)))

        self._desk.tasks.start(lambda _: _reported(found, out, spoken), then=saved, failed=failed, owner=sheet)


def meant(path: Path) -> Path:
    """Return the bag's folder for the mark that lies in it: file dialogs choose files or folders, not both."""
    return path.parent if path.name == BAG_FOLDER_MARK else path


def _recognised(path: Path) -> CheckedKind | None:
    from evidence_app.actions.recognise_proof import recognise_proof

    return recognise_proof(path)


def _verified(path: Path, folder: Path | None, task: Task) -> Verification:
    from evidence_app.actions.authorities import list_authorities
    from evidence_app.actions.verify import verify

    return verify(path, [line.authority for line in list_authorities(folder)], task)


def _reported(found: Verification, out: Path, spoken: Language) -> Path:
    from evidence_app.actions.verification_report import write_report

    write_report(found, out, spoken)
    return out
