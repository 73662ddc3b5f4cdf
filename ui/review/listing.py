"""The list of what was read: drawn rows, moved through by keys, linked with the picture by the row that is lit."""

from collections import OrderedDict

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPen,
    QResizeEvent,
    QTextLayout,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem

from ui.i18n import language
from ui.icons import pixmap
from ui.review import words
from ui.review.look import EDGE, Frame, RowLook, look_of
from ui.review.model import ReviewModel, Role
from ui.review.rows import Row
from ui.tokens import RADIUS_CARD, current, theme

AnyIndex = QModelIndex | QPersistentModelIndex
MOST_LOOKS = 600
WHEEL_STEP = 40
LEAST_ROW = 24


class ReviewDelegate(QStyledItemDelegate):
    """Draws rows; keeps how the last ones look."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.width = 0
        self.lit = ""
        self._looks: OrderedDict[tuple[Row, int], RowLook] = OrderedDict()

    def restyle(self) -> None:
        """Work everything out anew: fonts, colours or language changed."""
        self._looks.clear()

    def look(self, row: Row) -> RowLook:
        """Return how a row looks at the present width."""
        known = self._looks.get((row, self.width))
        if known is None:
            known = self._looks[row, self.width] = look_of(row, self.width)
            if len(self._looks) > MOST_LOOKS:
                self._looks.popitem(last=False)
        return known

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return how high a row is."""
        row = index.data(Role.ROW)
        return QSize(self.width, max(LEAST_ROW, self.look(row).height)) if isinstance(row, Row) else QSize()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw a row, standing out where it is the current one or its place in the picture is under the pointer."""
        row = index.data(Role.ROW)
        if not isinstance(row, Row):
            return
        view = option.widget
        current_row = isinstance(view, QAbstractItemView) and view.currentIndex() == index and row.selectable
        focused = current_row and view.hasFocus()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(option.rect.topLeft())
        look = self.look(row)
        if current_row:
            _ground(painter, QRectF(2, 0, look.width - 4, look.height), focused=focused)
        _draw(painter, look, lit=row.key == self.lit or current_row)
        painter.restore()


def _ground(painter: QPainter, box: QRectF, *, focused: bool) -> None:
    tokens = current()
    painter.setPen(QPen(tokens.focus, 1.5) if focused else Qt.PenStyle.NoPen)
    painter.setBrush(tokens.selection)
    painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), RADIUS_CARD, RADIUS_CARD)


def _draw(painter: QPainter, look: RowLook, *, lit: bool) -> None:
    for frame in look.frames:
        _frame(painter, frame, lit=lit)
    ratio = painter.device().devicePixelRatioF()
    for sign in look.signs:
        painter.drawPixmap(sign.at, pixmap(sign.name, sign.colour, sign.size, ratio))
    for piece in look.pieces:
        painter.setPen(piece.colour)
        piece.layout.draw(painter, piece.at)
        if piece.struck:
            _strike(painter, piece.layout, piece.at)
    painter.setPen(QPen(current().text_muted, 1, Qt.PenStyle.DotLine))
    for under in look.dotted:
        painter.drawLine(under.topLeft(), under.topRight())


def _frame(painter: QPainter, frame: Frame, *, lit: bool) -> None:
    box = frame.box.adjusted(0.5, 0.5, -0.5, -0.5)
    shape = QPainterPath()
    shape.addRoundedRect(box, RADIUS_CARD, RADIUS_CARD)
    painter.fillPath(shape, frame.fill)
    for colour, left in ((frame.edge_left, box.left()), (frame.edge_right, box.right() - EDGE)):
        if colour is not None:
            _edge(painter, shape, QRectF(left, box.top(), EDGE, box.height()), colour)
    painter.strokePath(shape, QPen(current().accent if lit else frame.line, 1.5 if lit else 1))


def _edge(painter: QPainter, shape: QPainterPath, side: QRectF, colour: QColor) -> None:
    painter.save()
    painter.setClipRect(side)
    painter.fillPath(shape, colour)
    painter.restore()


def _strike(painter: QPainter, layout: QTextLayout, at: QPointF) -> None:
    """Strike out each line of a text, through its letters and no farther than they go."""
    for start, end in strokes(layout):
        painter.drawLine(start + at, end + at)


def strokes(layout: QTextLayout) -> list[tuple[QPointF, QPointF]]:
    """Return where the lines of a text are struck out, as it lies."""
    above = QFontMetricsF(layout.font()).strikeOutPos()
    lines = [layout.lineAt(number) for number in range(layout.lineCount())]
    boxes = [(line.naturalTextRect(), line.y() + line.ascent() - above) for line in lines]
    return [(QPointF(box.left(), y), QPointF(box.right(), y)) for box, y in boxes]


class ReviewList(QListView):
    """``lit`` names the row that the person looks at: the one under the pointer, else the current one."""

    lit = Signal(str)
    accept_wanted = Signal()
    edit_wanted = Signal()
    dismiss_wanted = Signal()
    verdict_clicked = Signal(str)
    menu_wanted = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.rows = ReviewModel()
        self.looks = ReviewDelegate(self)
        self._hovered = ""
        self.setModel(self.rows)
        self.setItemDelegate(self.looks)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().setSingleStep(WHEEL_STEP)
        self.setMouseTracking(True)
        self.setSpacing(0)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._want_menu)
        theme.changed.connect(self.restyle)
        language.changed.connect(self.restyle)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts."""
        self.setAccessibleName(self.tr("What was read in this exhibit"))

    def restyle(self) -> None:
        """Measure all rows anew."""
        self.retranslate()
        self.looks.restyle()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    # Where one is

    def current(self) -> Row | None:
        """Return the current row."""
        return self.rows.row_at(self.currentIndex().row())

    def go_to(self, key: str) -> bool:
        """Make a row the current one and bring it into view; false if there is none."""
        number = self.rows.number_of(key)
        if number < 0:
            return False
        index = self.rows.index(number)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def go_to_first(self) -> None:
        """Go to the first row that waits, else to the first one."""
        waiting = self.rows.waiting()
        first = next((row for row in self.rows.rows() if row.selectable), None)
        self.scrollToTop()
        if waiting:
            self.go_to(waiting[0].key)
        elif first is not None:
            self.go_to(first.key)

    def go_on(self) -> bool:
        """Go to the next row that waits, behind this one or from the top; false if nothing waits any more."""
        waiting = self.rows.waiting()
        here = self.currentIndex().row()
        behind = [row for row in waiting if self.rows.number_of(row.key) > here]
        following = next(iter(behind or waiting), None)
        return following is not None and self.go_to(following.key)

    def light(self, key: str) -> None:
        """Let the row stand out whose place in the picture is under the pointer, and bring it into view."""
        if key == self.looks.lit:
            return
        self.looks.lit = key
        if key:
            self.scrollTo(self.rows.index(self.rows.number_of(key)))
        self.viewport().update()

    # Qt's

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the texts anew."""
        self.looks.width = self.viewport().width()
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def currentChanged(self, now: AnyIndex, before: AnyIndex) -> None:
        """Tell where one is."""
        super().currentChanged(now, before)
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Accept, correct, dismiss, copy; leave other keys to the page."""
        key, modifiers = event.key(), event.modifiers()
        plain = modifiers in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        row = self.current()
        if plain and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.accept_wanted.emit()
        elif plain and key == Qt.Key.Key_E:
            self.edit_wanted.emit()
        elif plain and key in {Qt.Key.Key_X, Qt.Key.Key_Delete}:
            self.dismiss_wanted.emit()
        elif modifiers == Qt.KeyboardModifier.ControlModifier and key == Qt.Key.Key_C and row is not None:
            QGuiApplication.clipboard().setText(words.copied(row))
        elif key in _MOVES:
            super().keyPressEvent(event)
        else:
            event.ignore()  # no searching by letters: they are the page's verbs

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Pass over what only says something about other rows."""
        step = _STEPS.get(action)
        if step is not None:
            found = self._selectable_from(self.currentIndex().row() + step, step)
        else:
            far = super().moveCursor(action, modifiers).row()
            onward = 1 if action in _TO_LATER else -1
            found = self._selectable_from(far, onward)
            found = found if found is not None else self._selectable_from(far, -onward)
        if found is not None:
            return found
        if step == -1:
            self.scrollToTop()
        return self.currentIndex()

    def _selectable_from(self, number: int, step: int) -> QModelIndex | None:
        """Return the first row that a person can stand on, from this one in steps; None if there is none."""
        while (row := self.rows.row_at(number)) is not None:
            if row.selectable:
                return self.rows.index(number)
            number += step
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a click on the sign of a state as a verdict; one on a heading leaves a person where they are."""
        pressed = self._row_at(event.position())
        if pressed is not None and not pressed.selectable:
            return
        super().mousePressEvent(event)
        row = self._verdict_at(event.position())
        if row is not None and event.button() is Qt.MouseButton.LeftButton:
            self.verdict_clicked.emit(row.key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light the row under the pointer."""
        super().mouseMoveEvent(event)
        row = self._row_at(event.position())
        self._hover(row.key if row is not None and row.selectable else "")
        over = self._verdict_at(event.position()) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Correct what was clicked."""
        row = self._row_at(event.position())
        if row is not None and row.decidable and self._verdict_at(event.position()) is None:
            self.edit_wanted.emit()

    def viewportEvent(self, event: QEvent) -> bool:
        """Notice that the pointer left."""
        if event.type() is QEvent.Type.Leave:
            self._hover("")
        return super().viewportEvent(event)

    def _want_menu(self, at: QPoint) -> None:
        row = self._row_at(QPointF(at))
        if row is None or row.selectable:
            self.menu_wanted.emit(self.viewport().mapToGlobal(at))

    def _hover(self, key: str) -> None:
        if key != self._hovered:
            self._hovered = key
            self._tell()

    def _tell(self) -> None:
        row = self.current()
        self.lit.emit(self._hovered or (row.key if row is not None else ""))

    def _row_at(self, position: QPointF) -> Row | None:
        return self.rows.row_at(self.indexAt(position.toPoint()).row())

    def _verdict_at(self, position: QPointF) -> Row | None:
        index = self.indexAt(position.toPoint())
        row = self.rows.row_at(index.row())
        if row is None or not row.decidable:
            return None
        inside = position - QPointF(self.visualRect(index).topLeft())
        return row if self.looks.look(row).verdict_box.contains(inside) else None

    def minimumSizeHint(self) -> QSize:
        """Need no more than a few words' width."""
        return QSize(self.fontMetrics().averageCharWidth() * 20, LEAST_ROW * 3)


_MOVES = frozenset(
    {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End}
)
_STEPS = {
    QAbstractItemView.CursorAction.MoveUp: -1,
    QAbstractItemView.CursorAction.MovePrevious: -1,
    QAbstractItemView.CursorAction.MoveDown: 1,
    QAbstractItemView.CursorAction.MoveNext: 1,
}
_TO_LATER = frozenset({QAbstractItemView.CursorAction.MoveHome, QAbstractItemView.CursorAction.MovePageDown})
"""Moves that go on downwards where they end at a row nobody can stand on; from the first row there is no other way."""
