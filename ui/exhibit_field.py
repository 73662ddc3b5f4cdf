"""Which exhibits show an event: chips that lead to them, and a button to choose."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.controls import Button, IconButton, PlainLabel, plain_tip
from ui.exhibit_lines import ExhibitLine
from ui.fields import label_of
from ui.i18n import language
from ui.keeping import discard, keep_until_destroyed
from ui.tokens import SPACE_1, SPACE_2

ROOM_AROUND = 18  # border, padding, and the space between icon and text


class ElidedButton(Button):
    """A button whose text ends in an ellipsis where it does not fit; the whole is its tool tip and its spoken name."""

    def __init__(self, words: str, look: str, icon_name: str) -> None:
        super().__init__("", look, icon_name)
        self._words = words
        self.setAccessibleName(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of the text as fits."""
        super().resizeEvent(event)
        self._fit()

    def _dress(self) -> None:
        super()._dress()
        if hasattr(self, "_words"):
            self._fit()

    def _fit(self) -> None:
        room = self.width() - self.iconSize().width() - ROOM_AROUND
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, max(room, 0))
        self.setText(shown.replace("&", "&&"))
        self.setToolTip("" if shown == self._words else plain_tip(self._words))


class ExhibitChip(QFrame):
    """One exhibit: its name leads to it, the cross unties it."""

    wanted = Signal()
    untied = Signal()

    def __init__(self, line: ExhibitLine, *, leads: bool, read_only: bool) -> None:
        super().__init__()
        keep_until_destroyed(self)
        self.setProperty("part", "chip")
        words = line.words()
        self.name = ElidedButton(words, "chip", "paperclip")
        self.name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.name.setAutoDefault(False)
        self.name.setEnabled(leads)
        self.name.clicked.connect(self.wanted)
        self.cross = IconButton("x")
        self.cross.set_name(self.tr("Untie %1").replace("%1", words))
        if read_only:
            self.cross.hide()
        self.cross.clicked.connect(self.untied)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_1, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.name, 1)
        row.addWidget(self.cross)


class ExhibitsField(QWidget):
    """The exhibits of one event, the one pictured first. ``committed`` carries their ids after a change.

    ``picking_wanted`` asks for the list to choose from, ``exhibit_wanted`` to show an exhibit. Where ``leads`` is not
    set, the chips lead nowhere.
    """

    committed = Signal(tuple)
    picking_wanted = Signal()
    exhibit_wanted = Signal(str)

    def __init__(self, *, leads: bool, in_place: bool) -> None:
        super().__init__()
        self._leads, self._read_only = leads, False
        self._lines: list[ExhibitLine] = []
        self.caption = PlainLabel(role="caption", tone="muted")
        self.caption.setContentsMargins(7 if in_place else 0, 0, 0, 0)
        self.add = Button(look="link", icon_name="plus")
        self.add.setAutoDefault(False)
        self.add.clicked.connect(self.picking_wanted)
        self._chips = QVBoxLayout()
        self._chips.setContentsMargins(7 if in_place else 0, 0, 0, 0)
        self._chips.setSpacing(SPACE_1)
        below = QHBoxLayout()
        below.addWidget(self.add)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_1)
        column.addWidget(self.caption)
        column.addLayout(self._chips)
        column.addLayout(below)
        column.addSpacing(SPACE_2 - SPACE_1)
        language.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts."""
        self.caption.setText(label_of("exhibit_ids"))
        self.add.setText(self.tr("Choose exhibits…"))
        self._show()

    def show_lines(self, lines: Sequence[ExhibitLine], *, read_only: bool = False) -> None:
        """Show exhibits."""
        self._lines, self._read_only = list(lines), read_only
        self._show()

    def value(self) -> tuple[str, ...]:
        """Return the ids of the exhibits."""
        return tuple(line.exhibit_id for line in self._lines)

    def choose(self, lines: Sequence[ExhibitLine]) -> None:
        """Take what was chosen from the list."""
        if [line.exhibit_id for line in lines] != list(self.value()):
            self._lines = list(lines)
            self._show()
            self.committed.emit(self.value())

    def _untie(self, line: ExhibitLine) -> None:
        self.choose([other for other in self._lines if other is not line])
        self.add.setFocus()

    def _show(self) -> None:
        while (item := self._chips.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                discard(widget)
        for line in self._lines:
            chip = ExhibitChip(line, leads=self._leads, read_only=self._read_only)
            chip.wanted.connect(lambda line=line: self.exhibit_wanted.emit(line.exhibit_id))
            chip.untied.connect(lambda line=line: self._untie(line))
            self._chips.addWidget(chip)
        self.add.setVisible(not self._read_only)
