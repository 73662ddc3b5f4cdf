"""Which way something went, with one key: buttons side by side instead of a list to open."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from evidence_app.domain.events import Direction, EventKind
from ui.controls import Button, PlainLabel
from ui.fields import label_of
from ui.i18n import language
from ui.timeline.words import direction
from ui.tokens import SPACE_1


class WayChoice(QWidget):
    """One of a few directions. Among the buttons, arrows and digits choose; Alt and a digit do so from anywhere."""

    changed = Signal()

    def __init__(self, kind: EventKind, ways: Iterable[Direction]) -> None:
        super().__init__()
        self._kind = kind
        self.caption = PlainLabel(role="caption", tone="muted")
        self.buttons: dict[Direction, Button] = {
            way: Button(look="choice") for way in ways if way is not Direction.NONE
        }
        group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(SPACE_1)
        for number, (way, button) in enumerate(self.buttons.items(), 1):
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setShortcut(f"Alt+{number}")
            button.clicked.connect(partial(self._chosen, way))
            button.installEventFilter(self)
            group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_1)
        column.addWidget(self.caption)
        column.addLayout(row)
        self.choose(next(iter(self.buttons)))
        language.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts."""
        self.caption.setText(label_of("direction"))
        for number, (way, button) in enumerate(self.buttons.items(), 1):
            button.setText(direction(self._kind, way))
            button.setToolTip(self.tr("Key: %1").replace("%1", f"Alt+{number}"))
            button.setAccessibleName(f"{label_of('direction')}: {button.text()}")
            button.setShortcut(f"Alt+{number}")  # setting a text takes the shortcut away

    def way(self) -> Direction:
        """Return the chosen direction."""
        return next((way for way, button in self.buttons.items() if button.isChecked()), Direction.NONE)

    def choose(self, way: Direction) -> None:
        """Choose a direction; Tab leads to it and not to the others."""
        for other, button in self.buttons.items():
            chosen = other is way
            button.setChecked(chosen)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus)
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go along the buttons, or to the one of a digit, before a button takes the key for itself."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        ways: list[Direction] = list(self.buttons)
        at = ways.index(self.way())
        steps = {Qt.Key.Key_Left: at - 1, Qt.Key.Key_Right: at + 1}
        wanted = steps.get(Qt.Key(event.key()), event.key() - Qt.Key.Key_1)
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not 0 <= wanted < len(ways):
            return False
        self.choose(ways[wanted])
        self.buttons[ways[wanted]].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _chosen(self, way: Direction, _: bool = False) -> None:
        self.choose(way)
