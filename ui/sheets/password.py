"""Asks for the password of a locked archive; it is kept nowhere."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from ui.controls import PlainLabel
from ui.sheets.sheet import Sheet
from ui.timeline.words import safe, shortened

LONGEST_NAME = 60


class PasswordSheet(Sheet):
    """``wanted`` carries what was typed; ``more`` is how many archives are asked for after this one."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None, name: str, more: int = 0) -> None:
        super().__init__(parent)
        self.entitle(self.tr("Open the archive with its password"), self.tr("Open"))
        self.add(PlainLabel(shortened(safe(name), LONGEST_NAME), wrap=True))
        self.say(
            self.tr(
                "Wallets send it in the app, mostly six digits. It is kept nowhere; the archive stays "
                "as it is, and the files in it are added as well."
            )
        )
        if more:
            self.say(
                self.tr("%n more locked archive(s) follow; a password that opens one is tried on the others.", "", more)
            )
            self.cancel.setText(self.tr("Skip"))
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setAccessibleName(self.tr("Password"))
        self.password.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
        self.add(self.password)
        self.shown = QCheckBox(self.tr("Show the password"))
        self.shown.toggled.connect(self._show)
        self.add(self.shown)
        self.password.textChanged.connect(self._allow)
        self._allow()

    def submit(self) -> None:
        """Hand over what was typed."""
        word = self.password.text()
        if not word:
            return
        self.password.clear()
        self.wanted.emit(word)
        self.accept()

    def ask_again(self) -> None:
        """Say that the last password did not open the archive."""
        self.complain(self.tr("That password does not open the archive. The original is safe; please try again."))

    def _allow(self) -> None:
        self.primary.setEnabled(bool(self.password.text()))

    def _show(self, shown: bool) -> None:
        self.password.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
