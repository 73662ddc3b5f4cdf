"""The first run: the welcome page while there is no vault, and what it starts."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from evidence_app.phrases import Language
from ui.choosing import folder_dialog
from ui.desk import Desk
from ui.panes import Panes
from ui.places import Place
from ui.preferences import prefer_language
from ui.samples import Samples
from ui.settings import Purpose, Settings
from ui.vaulting import VaultVerbs

if TYPE_CHECKING:
    from ui.welcome import WelcomePage


class FirstRun(QObject):
    """Shows the welcome page when the desk finds no vault, and opens the one that is asked for there."""

    def __init__(self, panes: Panes, desk: Desk, verbs: VaultVerbs, samples: Samples, settings: Settings) -> None:
        super().__init__(panes)
        self._panes, self._desk, self._verbs = panes, desk, verbs
        self._samples, self._settings = samples, settings
        self._sample_wanted = False
        self.page: WelcomePage | None = None
        desk.none_yet.connect(self._welcome)
        desk.opened.connect(self._go_on)
        desk.refused.connect(lambda _: self._give_up())

    def _welcome(self) -> None:
        """Show the page, alone in the window."""
        if self.page is None:
            from ui.welcome import WelcomePage

            settings = self._settings
            self.page = WelcomePage(self._desk.tasks)
            self.page.language_chosen.connect(lambda chosen: prefer_language(settings, Language(chosen)))
            self.page.start_wanted.connect(self._start)
            self.page.sample_wanted.connect(self._start_with_sample)
            self.page.folder_wanted.connect(self._ask_folder)
            self.page.restore_wanted.connect(self._verbs.restore)
            self._panes.pages.addWidget(self.page)
        self._panes.show_alone(self.page)
        self.page.start.setFocus()

    def _ask_folder(self) -> None:
        dialog = folder_dialog(self._panes, self.tr("Choose where the vault shall be"), self._settings, Purpose.VAULT)
        if self.page is not None:
            take = self.page.take_folder
            dialog.fileSelected.connect(lambda name: take(Path(name)))
        dialog.open()

    def _start(self, place: Place) -> None:
        if place.usual:
            self._verbs.new_vault()
        else:
            self._verbs.open_folder(place.folder, create=not place.holds_vault)

    def _start_with_sample(self, place: Place) -> None:
        self._sample_wanted = True
        self._start(place)

    def _go_on(self) -> None:
        self._leave()
        if self._sample_wanted:
            self._sample_wanted = False
            self._samples.make()

    def _give_up(self) -> None:
        self._sample_wanted = False
        self._leave()

    def _leave(self) -> None:
        self._panes.show_alone(None)
