"""The settings' part about text on pictures: whether it is read by itself, and that nothing leaves the computer."""

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from ui.controls import PlainLabel
from ui.i18n import language
from ui.reading.background import BackgroundReading
from ui.tokens import SPACE_1


class ReadingSettings(QWidget):
    """One switch, effective at once."""

    def __init__(self, reading: BackgroundReading) -> None:
        super().__init__()
        self.title = PlainLabel(role="emphasis")
        self.on = QCheckBox()
        self.on.setChecked(reading.settings.reads_pictures)
        self.explained = PlainLabel(role="caption", tone="muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_1)
        for widget in (self.title, self.on, self.explained):
            column.addWidget(widget)
        self.on.toggled.connect(lambda on: reading.choose(automatic=on))
        language.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts."""
        self.title.setText(self.tr("Text on pictures"))
        self.on.setText(self.tr("Read text on pictures automatically"))
        self.explained.setText(
            self.tr(
                "It is read on this computer, in the background; nothing is sent anywhere. "
                "What was read counts only once you have accepted it."
            )
        )
