"""A list to tick, with a line to search it in once it is long."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy, QVBoxLayout, QWidget

from ui.editors import LineEditor
from ui.tokens import SPACE_1, SPACE_2, theme

MOST_ROWS = 6
"""Shown at once; the list scrolls."""

KEY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Tick:
    """One line: what it stands for, its words, and whether it is ticked to begin with."""

    key: str
    words: str
    ticked: bool = False


class TickList(QWidget):
    """Lines that are ticked with the pointer or the space bar. ``changed`` tells that a tick was set or taken away."""

    changed = Signal()

    def __init__(self, name: str, ticks: Sequence[Tick]) -> None:
        super().__init__()
        self.search = LineEditor()
        self.search.setPlaceholderText(self.tr("Search names and numbers"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.textChanged.connect(self._narrow)
        self.search.setVisible(len(ticks) > MOST_ROWS)
        self.list = QListWidget()
        self.list.setAccessibleName(name)
        self.list.setUniformItemSizes(True)
        self.list.setSpacing(SPACE_1)  # else the boxes touch each other
        for tick in ticks:
            self.list.addItem(_item(tick))
        self.list.itemChanged.connect(lambda _: self.changed.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2)
        column.addWidget(self.search)
        column.addWidget(self.list)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setFocusProxy(self.list)
        theme.changed.connect(self._fit)
        self._fit()

    def ticked(self) -> tuple[str, ...]:
        """Return what the ticked lines stand for."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(str(item.data(KEY)) for item in items if item.checkState() is Qt.CheckState.Checked)

    def _narrow(self, words: str) -> None:
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(words.lower() not in item.text().lower())

    def _fit(self) -> None:
        """Be as high as a few lines of the text, whatever its size."""
        rows = max(1, min(MOST_ROWS, self.list.count()))
        height = max(self.list.sizeHintForRow(0), self.list.fontMetrics().lineSpacing()) + 2 * self.list.spacing()
        self.list.setFixedHeight(rows * height + 2 * self.list.frameWidth())


def _item(tick: Tick) -> QListWidgetItem:
    item = QListWidgetItem(tick.words)
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Checked if tick.ticked else Qt.CheckState.Unchecked)
    item.setData(KEY, tick.key)
    return item
