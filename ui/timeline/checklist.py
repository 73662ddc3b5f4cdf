"""A small list of values to tick, each with the number of events it stands for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.controls import Button
from ui.icons import pixmap
from ui.timeline import words
from ui.timeline.marks import Certainty, paint_certainty
from ui.timeline.popover import Popover
from ui.tokens import SPACE_2, SPACE_3, current, font, scaled

TICK_PX = 16  # at 100 %
SIGN_PX = 16  # at 100 %
MOST_ROWS = 10
SEARCHED_FROM = 12
"""So many values get a line to search in."""
LEAST_WIDTH, MOST_WIDTH = 200, 360

_VALUE = Qt.ItemDataRole.UserRole
_COUNT = Qt.ItemDataRole.UserRole + 1
_OPTION = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class Option:
    """A value, what it is called, how many events choosing it would show, and the sign that cards have for it.

    ``glyph`` is an icon's name, ``mark`` the shape of a certainty; most values have neither.
    """

    value: str
    name: str
    events: int
    glyph: str = ""
    mark: Certainty | None = None


class _Rows(QStyledItemDelegate):
    """Draws tick, name and, at the right, the number."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return a comfortable line."""
        return QSize(LEAST_WIDTH, row_height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one value."""
        tokens, rect = current(), option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, tokens.selection)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, tokens.hover)
        self._paint_tick(painter, option, index)
        events = int(index.data(_COUNT))
        number, fine = f"{events:,}", QFontMetrics(option.font)
        width = fine.horizontalAdvance(number)
        right = rect.right() - SPACE_2
        painter.setFont(option.font)
        painter.setPen(tokens.text_faint)
        painter.drawText(QRect(right - width, rect.top(), width, rect.height()), _MIDDLE, number)
        left = self._paint_sign(painter, rect, rect.left() + SPACE_2 + scaled(TICK_PX) + SPACE_2, index.data(_OPTION))
        room = right - width - SPACE_3 - left
        painter.setPen(tokens.text if events else tokens.text_faint)
        name = fine.elidedText(str(index.data(Qt.ItemDataRole.DisplayRole)), Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(QRect(left, rect.top(), room, rect.height()), _MIDDLE, name)

    def _paint_sign(self, painter: QPainter, rect: QRect, left: int, option: Option) -> int:
        """Draw the sign that cards have for a value; return where its name begins."""
        if not option.glyph and option.mark is None:
            return left
        tokens, side = current(), scaled(SIGN_PX)
        if option.mark is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            middle = QPointF(left + side / 2, rect.center().y() + 1)
            paint_certainty(painter, middle, option.mark, tokens.text_muted)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        else:
            colour = tokens.attention if option.glyph == "warning" else tokens.text_muted
            sign = pixmap(option.glyph, colour, side, painter.device().devicePixelRatioF())
            painter.drawPixmap(left, rect.center().y() + 1 - side // 2, sign)
        return left + side + SPACE_2

    def _paint_tick(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect, side = option.rect, scaled(TICK_PX)
        tick = QStyleOptionViewItem(option)
        tick.rect = QRect(rect.left() + SPACE_2, rect.center().y() - side // 2, side, side)
        checked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked.value
        tick.state = QStyle.StateFlag.State_Enabled | (
            QStyle.StateFlag.State_On if checked else QStyle.StateFlag.State_Off
        )
        view = self.parent()
        if isinstance(view, QWidget):
            view.style().drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck, tick, painter, view)


_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)


def row_height() -> int:
    """Return the height of a line of the list."""
    return round(QFontMetrics(font("body")).height() * 1.5)


class TickRows(QListWidget):
    """Values that a click anywhere or Space ticks and unticks; Enter closes the list (``done``)."""

    toggled = Signal()
    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(_Rows(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.itemClicked.connect(self._toggle)

    def show_options(self, options: Iterable[Option], chosen: frozenset[str]) -> None:
        """Fill the list."""
        for option in options:
            item = QListWidgetItem(option.name, self)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            item.setCheckState(Qt.CheckState.Checked if option.value in chosen else Qt.CheckState.Unchecked)
            item.setData(_VALUE, option.value)
            item.setData(_COUNT, option.events)
            item.setData(_OPTION, option)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{option.name}, {words.count(option.events)}")
        self.setCurrentRow(0)

    def lines(self) -> list[QListWidgetItem]:
        """Return all rows."""
        return [self.item(row) for row in range(self.count())]

    def ticked(self) -> frozenset[str]:
        """Return the ticked values."""
        return frozenset(item.data(_VALUE) for item in self.lines() if item.checkState() is Qt.CheckState.Checked)

    def untick(self) -> None:
        """Take all ticks away."""
        for item in self.lines():
            item.setCheckState(Qt.CheckState.Unchecked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with Space, close with Enter, move with the arrows."""
        item = self.currentItem()
        if event.key() == Qt.Key.Key_Space and item is not None:
            self._toggle(item)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def _toggle(self, item: QListWidgetItem) -> None:
        ticked = item.checkState() is Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)
        self.toggled.emit()


class Checklist(Popover):
    """The list in a panel of its own. ``chosen`` carries the ticked values after each tick."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, title: str, options: Sequence[Option], ticked: frozenset[str]) -> None:
        super().__init__(parent)
        self.rows = TickRows()
        self.rows.setAccessibleName(title)
        self.rows.show_options(options, ticked)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search in this list"))
        self.search.setVisible(len(options) >= SEARCHED_FROM)
        self.all = Button(self.tr("Show all"), "link")
        self.all.setEnabled(bool(ticked))
        for widget in (self.search, self.rows):
            self.column.addWidget(widget)
        self.column.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)
        self._fit(options)
        self.rows.toggled.connect(self._tell)
        self.rows.done.connect(self.close)
        self.all.clicked.connect(self._show_all)
        self.search.textChanged.connect(self._filter)
        self.search.returnPressed.connect(self._into_list)
        (self.rows if self.search.isHidden() else self.search).setFocus()

    def _fit(self, options: Sequence[Option]) -> None:
        fine = QFontMetrics(font("body"))
        widest = max((fine.horizontalAdvance(f"{option.name} {option.events:,}") for option in options), default=0)
        scale = row_height() / 27
        width = widest + scaled(TICK_PX) + scaled(SIGN_PX) + 6 * SPACE_3
        self.rows.setFixedWidth(round(min(max(width, LEAST_WIDTH), MOST_WIDTH * max(scale, 1))))
        self.rows.setFixedHeight(row_height() * min(max(len(options), 1), MOST_ROWS) + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the search into the list."""
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self._into_list()
        else:
            super().keyPressEvent(event)

    def _into_list(self) -> None:
        shown = next((item for item in self.rows.lines() if not item.isHidden()), None)
        if shown is not None:
            self.rows.setCurrentItem(shown)
            self.rows.setFocus()

    def _show_all(self) -> None:
        self.rows.untick()
        self._tell()
        self.rows.setFocus()

    def _tell(self) -> None:
        ticked = self.rows.ticked()
        self.all.setEnabled(bool(ticked))
        self.chosen.emit(ticked)

    def _filter(self, text: str) -> None:
        wanted = text.casefold().split()
        for item in self.rows.lines():
            name = item.text().casefold()
            item.setHidden(not all(word in name for word in wanted))
