"""Draw pictures of the real window and the real dossier: for the README, and to look at after every change.

Usage: pictures.py FOLDER [--all]. Without ``--all`` the pictures of the README only: the window and the dossier's
pages in three languages. With it every sheet and state, light and dark, 1280×720 and 2560×1440. Needs a display;
where there is none, it starts itself anew under Xvfb.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from evidence_app.phrases import Language

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


DPI = 110  # of the dossier's pages
PAGES = (0, 1, 2, 5)
SMALL, LARGE = (1280, 720), (2560, 1440)
LONGEST_WAIT_S = 60.0


def main(arguments: list[str]) -> int:
    """Draw, under a display of our own if there is none."""
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        command = ["xvfb-run", "-a", "-s", "-screen 0 2700x1600x24", sys.executable, __file__, *arguments]
        return subprocess.run(command, check=False).returncode
    everything = "--all" in arguments
    folder = Path(next(argument for argument in arguments if argument != "--all"))
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="juzheng-pictures-") as scratch:
        draw(folder, Path(scratch), everything=everything)
    return 0


def draw(folder: Path, scratch: Path, *, everything: bool) -> None:
    """Draw all pictures into ``folder``, with vaults made in ``scratch``."""
    from PySide6.QtCore import QSettings

    from ui.app import make_application
    from ui.settings import Settings
    from ui.tokens import Appearance, theme

    settings = Settings(QSettings(str(scratch / "settings.ini"), QSettings.Format.IniFormat))
    settings.language = Language.EN
    make_application(["pictures"], settings)
    for chosen in Language:
        vault = scratch / chosen.value
        _make_vault(vault, scratch, folder, chosen)
        for appearance in (Appearance.LIGHT, Appearance.DARK):
            theme.choose(appearance)
            for size in (SMALL, LARGE) if everything else (SMALL,):
                name = f"{chosen.value}-{appearance.value}" + ("" if size == SMALL else f"-{size[0]}x{size[1]}")
                studio = Studio(settings, vault, chosen, size)
                studio.picture(folder / f"window-{name}.png")
                if everything and size == SMALL:
                    for part, widget in studio.parts():
                        save(widget, folder / f"{part}-{name}.png")
                studio.close()


def _make_vault(vault: Path, scratch: Path, folder: Path, chosen: Language) -> None:
    from evidence_app.actions.export_dossier import ExportOptions, export_dossier
    from evidence_app.actions.sample import make_sample_dispute
    from evidence_app.actions.session import open_session
    from evidence_app.progress import Silent

    session = open_session(vault, create=True)
    try:
        dispute = make_sample_dispute(session, chosen, Silent())
        dossier = scratch / f"{chosen.value}.pdf"
        export_dossier(session, dispute.id, dossier, ExportOptions(profile="plain", language=chosen), Silent())
    finally:
        session.close()
    _draw_pages(dossier, folder, chosen)


def _draw_pages(dossier: Path, folder: Path, chosen: Language) -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument(dossier)
    for page_index in PAGES:
        if page_index < len(document):
            picture = document[page_index].render(scale=DPI / 72).to_pil().convert("RGB")
            picture.save(folder / f"dossier-{chosen.value}-{page_index + 1}.png", optimize=True)


def save(widget: "QWidget", path: Path) -> None:
    """Write what a widget shows now."""
    widget.grab().save(str(path))


class Studio:
    """One window on a vault, brought into the states that are drawn."""

    def __init__(self, settings: object, vault: Path, chosen: Language, size: tuple[int, int]) -> None:
        from ui.i18n import language
        from ui.settings import Settings
        from ui.window import MainWindow

        assert isinstance(settings, Settings)
        language.choose(chosen)
        settings.vault_folder = vault
        self.frame = MainWindow(settings)
        self.frame.resize(*size)
        self.frame.start()
        self.window = self.frame.workbench
        self.window.start()
        self.until(lambda: self.window.timeline is not None and bool(self.window.shown_event_ids()))
        self.pause(1.0)
        self._choose_a_conflict()

    def _choose_a_conflict(self) -> None:
        """Select the event that has most to show: one whose time has several readings, else the second exhibit."""
        ids = self.window.shown_event_ids()
        entries = {entry.event_id: entry for entry in self.window.desk.entries}
        wanted = [event_id for event_id in ids if entries[event_id].open_conflict]
        wanted += [event_id for event_id in ids if entries[event_id].sha256]
        assert self.window.timeline is not None
        self.window.timeline.select_event(wanted[0])
        self.until(lambda: self.window.desk.detail is not None)
        self.pause(2.0)

    def picture(self, path: Path) -> None:
        """Write the whole window."""
        save(self.frame, path)

    def parts(self) -> Iterator[tuple[str, "QWidget"]]:
        """Yield every sheet and state, opened one after the other."""
        from evidence_app.domain.events import EventKind
        from ui.dropping import DropTarget

        window = self.window
        area = window.inspector.area.verticalScrollBar() if window.inspector is not None else None
        if window.inspector is not None and area is not None:
            for section in window.inspector.facts.foldable_sections():
                section.toggle()
            self.pause(1.0)
            yield "facts", window.inspector.facts
            for section in window.inspector.facts.foldable_sections():
                section.toggle()
        yield from self._sheet("new-dispute", window.questions.new_dispute)
        yield from self._sheet("edit-dispute", lambda: window.questions.edit_dispute(window.desk.dispute_id))
        for kind in (EventKind.CALL, EventKind.NOTE, EventKind.PAYMENT, EventKind.COMPLAINT):
            yield from self._sheet(kind.value, lambda kind=kind: window.questions.typed_event(kind))  # type: ignore[misc]
        yield from self._sheet("export", window.export)
        yield from self._sheet("remove", lambda: window.questions.remove_dispute(window.desk.dispute_id))
        yield from self._sheet("erase", window.vault_verbs.erase)
        window.sidebar.vault_menu.popup(window.mapToGlobal(window.rect().topLeft()))
        self.pause(0.3)
        yield "vault-menu", window.sidebar.vault_menu
        window.sidebar.vault_menu.close()
        window.sidebar.settings_menu.popup(window.mapToGlobal(window.rect().topLeft()))
        self.pause(0.3)
        yield "settings-menu", window.sidebar.settings_menu
        window.sidebar.settings_menu.close()
        yield from self._importing()
        target = window.findChild(DropTarget)
        if target is not None:
            target.aim(window.desk.dispute.title if window.desk.dispute else "")
            yield "dropping", window
            target.hide()
        yield from self._empty()

    def _importing(self) -> Iterator[tuple[str, "QWidget"]]:
        from ui.dropping import Arrival

        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            (folder / "empty.png").touch()
            (folder / "IMG_20250301_101500.png").write_bytes(b"\x89PNG\r\n\x1a\nnot really")
            (folder / "notes.txt").write_text("2025-03-02", encoding="utf-8")
            self.window.arrivals.receive(Arrival(paths=(folder, folder / "gone.jpg")))
            self.until(lambda: not self.window.arrivals.importing.busy)
            self.pause(1.0)
        yield "imported", self.window
        yield from self._sheet("results", self.window.bar.link.click)

    def _empty(self) -> Iterator[tuple[str, "QWidget"]]:
        from evidence_app.errors import EnvironmentProblem

        window = self.window
        window.timeline_page.stack.setCurrentWidget(window.timeline_page.no_events)
        self.pause(0.2)
        yield "no-events", window
        window.desk.closed.emit()
        window.pages.setCurrentWidget(window.no_dispute_page)
        self.pause(0.2)
        yield "no-dispute", window
        window.desk.refused.emit(EnvironmentProblem("vault-locked", folder="/media/stick/juzheng-vault"))
        self.pause(0.2)
        yield "problem", window

    def _sheet(self, name: str, present: Callable[[], object]) -> Iterator[tuple[str, "QWidget"]]:
        from PySide6.QtWidgets import QApplication

        present()
        self.until(lambda: QApplication.activeModalWidget() is not None)
        self.pause(0.4)
        sheet = QApplication.activeModalWidget()
        if sheet is not None:
            yield name, sheet
            sheet.close()
            self.pause(0.1)

    def close(self) -> None:
        """Close the window and its vault."""
        self.frame.close()
        self.frame.deleteLater()
        self.pause(0.2)

    def pause(self, seconds: float) -> None:
        """Let the window work for a while."""
        from time import monotonic

        end = monotonic() + seconds
        self.until(lambda: monotonic() > end)

    def until(self, condition: Callable[[], bool]) -> None:
        """Let the window work until something is true. Raises TimeoutError."""
        from time import monotonic, sleep

        from PySide6.QtWidgets import QApplication

        end = monotonic() + LONGEST_WAIT_S
        while not condition():
            if monotonic() > end:
                raise TimeoutError("the window did not get there")
            QApplication.processEvents()
            sleep(0.01)


if __name__ == "__main__":
    if shutil.which("xvfb-run") is None and not os.environ.get("DISPLAY") and sys.platform == "linux":
        sys.exit("A display is needed, or xvfb-run: make system-test")
    sys.exit(main(sys.argv[1:]))
