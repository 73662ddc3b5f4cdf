"""The menu behind the gear: language and appearance at once, everything else in its own sheet."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from evidence_app.phrases import Language
from ui.i18n import NATIVE_NAMES, language
from ui.preferences import appearance_word
from ui.shortcuts import keys_for
from ui.tokens import Appearance, theme


class GearMenu(QMenu):
    """Language and appearance are effective at once; the other actions are joined to what they open."""

    language_chosen = Signal(object)
    appearance_chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.settings = QAction(self)
        self.shortcuts = QAction(self)
        self.about = QAction(self)
        self.addAction(self.settings)
        self.addSeparator()
        self._languages = QActionGroup(self)
        self._appearances = QActionGroup(self)
        self._language_title = self._heading()
        for chosen, name in NATIVE_NAMES.items():
            self._offer(self._languages, name, chosen, chosen is language.chosen)
        self.addSeparator()
        self._appearance_title = self._heading()
        for appearance in Appearance:
            self._offer(self._appearances, "", appearance, appearance is theme.appearance)
        self.addSeparator()
        self.addActions([self.shortcuts, self.about])
        self._languages.triggered.connect(lambda action: self.language_chosen.emit(action.data()))
        self._appearances.triggered.connect(lambda action: self.appearance_chosen.emit(action.data()))
        language.changed.connect(self.retranslate)
        theme.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts and marks."""
        self.settings.setText(self.tr("Settings…") + "\t" + keys_for("settings").told()[0])  # a menu shows keys so
        self.shortcuts.setText(self.tr("Keyboard shortcuts") + "\t" + keys_for("shortcuts").told()[0])
        self.about.setText(self.tr("About Juzheng"))
        self._language_title.setText(self.tr("Language"))
        self._appearance_title.setText(self.tr("Appearance"))
        for action in self._appearances.actions():
            appearance = Appearance(action.data())
            action.setText(appearance_word(appearance))
            action.setChecked(appearance is theme.appearance)
        for action in self._languages.actions():
            action.setChecked(Language(action.data()) is language.chosen)

    def _heading(self) -> QAction:
        heading = QAction(self)
        heading.setEnabled(False)
        self.addAction(heading)
        return heading

    def _offer(self, group: QActionGroup, text: str, data: str, checked: bool) -> None:
        action = QAction(text, self, checkable=True, checked=checked)
        action.setData(data)
        group.addAction(action)
        self.addAction(action)
