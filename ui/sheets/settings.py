"""The settings: each is effective at once, so there is nothing to confirm."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from evidence_app.phrases import Language
from ui import preferences
from ui.controls import Button, Choice, ElidedLabel, Hairline, PlainLabel, part
from ui.editors import LineEditor
from ui.i18n import NATIVE_NAMES, language
from ui.preferences import appearance_word, density_word, motion_word
from ui.reading.background import BackgroundReading
from ui.reading.settings_part import ReadingSettings
from ui.sheets.sheet import Sheet
from ui.timeline.words import safe
from ui.tokens import SPACE_1, SPACE_2, SPACE_3, TEXT_SCALES, Appearance, Density, Motion, scaled
from ui.witnessing.settings_part import WitnessSettings
from ui.witnessing.witnessing import Witnessing


class ScaleRow(QWidget):
    """The sizes that text can have, side by side. ``chosen`` carries one of `TEXT_SCALES`."""

    chosen = Signal(float)

    def __init__(self, scale: float) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self.buttons: dict[float, Button] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_1)
        for offered in TEXT_SCALES:
            button = Button(f"{offered:.0%}", "choice")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setChecked(offered == scale)
            button.clicked.connect(lambda _=False, offered=offered: self.chosen.emit(offered))
            self._group.addButton(button)
            self.buttons[offered] = button
            row.addWidget(button)
        row.addStretch(1)


class SettingsSheet(Sheet):
    """Language, looks, and whose vault this is. ``other_vault_wanted`` and ``folder_wanted`` are for the caller."""

    other_vault_wanted = Signal()
    folder_wanted = Signal()

    def __init__(
        self, parent: QWidget | None, witnessing: Witnessing, reading: BackgroundReading, vault: Path | None
    ) -> None:
        super().__init__(parent, width=560)
        self._settings = settings = witnessing.settings
        self.reading = ReadingSettings(reading)
        self.witnesses = WitnessSettings(witnessing)
        self._captions: list[PlainLabel] = []
        self._pairs: list[QBoxLayout] = []
        self.cancel.hide()
        self.language = Choice(list(Language), NATIVE_NAMES.__getitem__)
        self.appearance = Choice(list(Appearance), appearance_word)
        self.scale = ScaleRow(settings.text_scale)
        self.sample = PlainLabel(wrap=True)
        self.motion = Choice(list(Motion), motion_word)
        self.density = Choice(list(Density), density_word)
        self.folder = ElidedLabel(safe(str(vault)) if vault is not None else "–")
        self.show_folder = Button(look="outline", icon_name="folder-open")
        self.show_folder.setEnabled(vault is not None)
        self.other_vault = Button(look="outline", icon_name="hard-drive")
        self.prepared_by = LineEditor()
        self.prepared_by.setText(settings.prepared_by)
        self._fill()
        self._show_choices()
        self._connect()
        language.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts."""
        self.entitle(self.tr("Settings"), self.tr("Close"))
        self.sample.setText(self.tr("08:15 · Agent 80231 promised a reply within three working days."))
        self.show_folder.setText(self.tr("Show in folder"))
        self.other_vault.setText(self.tr("Open another vault…"))
        self.prepared_by.setPlaceholderText(self.tr("Your name, or the name of your office"))
        captions: tuple[tuple[QWidget, str], ...] = (
            (self.language, self.tr("Language")),
            (self.appearance, self.tr("Appearance")),
            (self.scale, self.tr("Text size")),
            (self.motion, self.tr("Motion")),
            (self.density, self.tr("Timeline")),
            (self.folder, self.tr("Where the vault is")),
            (self.prepared_by, self.tr("Prepared by (printed in a dossier)")),
        )
        for label, (widget, words) in zip(self._captions, captions, strict=True):
            label.setText(words)
            widget.setAccessibleName(words)
        for scale, button in self.scale.buttons.items():
            button.setAccessibleName(f"{self.tr('Text size')} {scale:.0%}")

    def done(self, result: int) -> None:
        """Keep the name that is typed; everything else is kept already."""
        self._settings.prepared_by = self.prepared_by.text().strip()
        super().done(result)

    def typed_texts(self) -> list[str]:
        """Nothing typed here can be lost, so nobody is asked."""
        return []

    def _fill(self) -> None:
        self._pair(self.language, self.appearance)
        self.body.addLayout(self._captioned(self.scale))
        card = part(QWidget(), "sample")
        inside = QVBoxLayout(card)
        inside.addWidget(self.sample)
        self.add(card)
        self._pair(self.motion, self.density)
        self.add(Hairline())
        self.body.addLayout(self._captioned(self.folder))
        verbs = QHBoxLayout()
        verbs.setSpacing(SPACE_2)
        for button in (self.show_folder, self.other_vault):
            button.setAutoDefault(False)
            verbs.addWidget(button)
        verbs.addStretch(1)
        self.body.addLayout(verbs)
        self.body.addLayout(self._captioned(self.prepared_by))
        self.add(Hairline())
        self.add(self.reading)
        self.add(Hairline())
        self.add(self.witnesses)

    def arrange(self, width: int) -> None:
        """Put choices below each other where the screen leaves less room than large text asks for."""
        super().arrange(width)
        is_narrow = width < scaled(self._width)
        for row in self._pairs:
            row.setDirection(QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight)

    def _pair(self, *widgets: QWidget) -> None:
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(SPACE_3)
        self._pairs.append(row)
        for widget in widgets:
            row.addLayout(self._captioned(widget), 1)
        self.body.addLayout(row)

    def _captioned(self, widget: QWidget) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(SPACE_1)
        label = PlainLabel(role="caption", tone="muted", wrap=True)
        label.setBuddy(widget)
        self._captions.append(label)
        column.addWidget(label)
        column.addWidget(widget)
        return column

    def _show_choices(self) -> None:
        self.language.set_member(language.chosen)
        self.appearance.set_member(self._settings.appearance)
        self.motion.set_member(self._settings.motion)
        self.density.set_member(self._settings.density)

    def _connect(self) -> None:
        kept = self._settings
        self.language.activated.connect(lambda: preferences.prefer_language(kept, self.language.member()))
        self.appearance.activated.connect(lambda: preferences.prefer_appearance(kept, self.appearance.member()))
        self.scale.chosen.connect(lambda scale: preferences.prefer_text_scale(kept, scale))
        self.motion.activated.connect(lambda: preferences.prefer_motion(kept, self.motion.member()))
        self.density.activated.connect(lambda: preferences.prefer_density(kept, self.density.member()))
        self.show_folder.clicked.connect(self.folder_wanted)
        self.other_vault.clicked.connect(self._leave_for_another_vault)

    def _leave_for_another_vault(self) -> None:
        self.accept()
        self.other_vault_wanted.emit()
