"""What is about the program itself, not about evidence: settings, shortcuts, about; opened from the gear."""

from PySide6.QtCore import QObject

from evidence_app.phrases import Language
from ui import preferences
from ui.desk import Desk
from ui.panes import Panes
from ui.reading.background import BackgroundReading
from ui.shortcuts import bind
from ui.tokens import Appearance
from ui.vaulting import VaultVerbs
from ui.witnessing.witnessing import Witnessing


class Doors(QObject):
    """Opens the sheets about the program over ``window``."""

    def __init__(
        self, window: Panes, desk: Desk, reading: BackgroundReading, verbs: VaultVerbs, witnessing: Witnessing
    ) -> None:
        super().__init__(window)
        settings, gear = witnessing.settings, window.sidebar.settings_menu
        self._window, self._desk, self._witnessing, self._verbs = window, desk, witnessing, verbs
        self._reading = reading
        gear.settings.triggered.connect(self.settings)
        gear.about.triggered.connect(self.about)
        gear.shortcuts.triggered.connect(self.shortcuts)
        bind(window, {"settings": self.settings, "shortcuts": self.shortcuts, "quit": lambda: window.window().close()})
        gear.language_chosen.connect(lambda code: preferences.prefer_language(settings, Language(code)))
        gear.appearance_chosen.connect(lambda name: preferences.prefer_appearance(settings, Appearance(name)))

    def settings(self) -> None:
        """Show the settings."""
        from ui.sheets.settings import SettingsSheet

        session = self._desk.session
        folder = session.folder if session is not None else None
        sheet = SettingsSheet(self._window, self._witnessing, self._reading, folder)
        sheet.folder_wanted.connect(self._verbs.show_folder)
        sheet.other_vault_wanted.connect(self._verbs.open_other)
        sheet.present()

    def about(self) -> None:
        """Tell what the program is, and its licences."""
        from ui.sheets.about import AboutSheet

        AboutSheet(self._window, self._desk.tasks).present()

    def shortcuts(self) -> None:
        """List the keys."""
        from ui.sheets.shortcuts import ShortcutsSheet

        ShortcutsSheet(self._window).present()
