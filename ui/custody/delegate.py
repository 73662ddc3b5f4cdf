"""Draws a row of the custody log: a day, an entry, or a witnessed state as a mark. All rows are of one height."""

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from evidence_app.domain.custody import CustodyKind
from ui.controls import plain_tip
from ui.custody.model import AnyIndex, Role
from ui.custody.rows import Row
from ui.custody.words import LogCounts, entry_words, row_words
from ui.icons import pixmap
from ui.timeline.card import wrapped
from ui.timeline.words import day_title
from ui.tokens import SPACE_1, SPACE_2, SPACE_3, SPACE_4, current, font, scaled

if TYPE_CHECKING:
    from evidence_app.actions.custody_log import LogLine

LINES = 2
GLYPH = 16
LEFT_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
RIGHT_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
GLYPHS = {
    CustodyKind.OPEN: "briefcase",
    CustodyKind.ADD: "tray-arrow-down",
    CustodyKind.DERIVE: "image",
    CustodyKind.READ: "sparkle",
    CustodyKind.IMPORT: "tray-arrow-down",
    CustodyKind.NOTE: "note-pencil",
    CustodyKind.COMPLAINT: "megaphone",
    CustodyKind.EDIT: "pencil-simple",
    CustodyKind.ACCEPT: "check",
    CustodyKind.DISMISS: "x",
    CustodyKind.REDACT: "eye-slash",
    CustodyKind.EXPORT: "export",
    CustodyKind.ANCHOR: "shield-check",
    CustodyKind.RESTORE: "hard-drives",
    CustodyKind.MIGRATE: "arrow-clockwise",
    CustodyKind.REMOVE: "trash",
}


class CustodyDelegate(QStyledItemDelegate):
    """Paints rows of `CustodyModel`; plain text only."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.home = ZoneInfo("UTC")
        self._height = 0

    def restyle(self) -> None:
        """Measure anew: fonts may have changed."""
        self._height = 0

    @property
    def height(self) -> int:
        """The height of every row: two lines and air."""
        if not self._height:
            self._height = LINES * QFontMetrics(font("body")).height() + 2 * SPACE_2
        return self._height

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return the height that all rows have."""
        return QSize(0, self.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw one row."""
        row = index.data(Role.ROW)
        if not isinstance(row, Row):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = option.rect.adjusted(SPACE_4 + SPACE_2, 0, -SPACE_4, 0)
        if row.line is None:
            self._day(painter, place, row)
        else:
            self._ground(painter, option.rect, option.state)
            self._entry(painter, place, row)
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        tokens = current()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, tokens.selection)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, tokens.hover)
        if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(tokens.focus, 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _day(self, painter: QPainter, place: QRect, row: Row) -> None:
        tokens = current()
        painter.setFont(font("emphasis"))
        painter.setPen(tokens.text)
        low = place.adjusted(0, 0, 0, -SPACE_2)
        bottom = Qt.AlignmentFlag.AlignBottom
        painter.drawText(low, bottom | Qt.AlignmentFlag.AlignLeft, day_title(row.day))
        painter.setFont(font("caption"))
        painter.setPen(tokens.text_muted)
        painter.drawText(low, bottom | Qt.AlignmentFlag.AlignRight, LogCounts().entries(row.count))
        painter.setPen(QPen(tokens.hairline, 1))
        painter.drawLine(place.bottomLeft(), place.bottomRight())

    def _entry(self, painter: QPainter, place: QRect, row: Row) -> None:
        if row.line is None:
            return
        line_height = QFontMetrics(font("body")).height()
        first = QRect(place.left(), place.top() + SPACE_2, place.width(), line_height)
        left, right = self._margins(painter, first, row.line)
        side = scaled(GLYPH)
        witnessed = row.anchor is not None  # a token made elsewhere may be of nobody known
        colour = current().verified if witnessed else current().text_muted
        glyph = pixmap(GLYPHS[row.line.kind], colour, side, painter.device().devicePixelRatioF())
        painter.drawPixmap(left, first.top() + (line_height - side) // 2, glyph)
        left += side + SPACE_2
        painter.setFont(font("body"))
        painter.setPen(current().verified if witnessed else current().text)
        told = wrapped(entry_words(row.line, row.anchor, self.home), font("body"), right - left, LINES)
        for at, words in enumerate(told):
            line = QRect(left, first.top() + at * line_height, right - left, line_height + SPACE_1)
            painter.drawText(line, LEFT_MIDDLE, words)

    def _margins(self, painter: QPainter, first: QRect, line: "LogLine") -> tuple[int, int]:
        """Draw the time on the left and the number on the right, and return between which the words have room."""
        metrics, number = QFontMetrics(font("caption")), f"{line.seq:,}"
        painter.setFont(font("caption"))
        painter.setPen(current().text_muted)
        painter.drawText(first, LEFT_MIDDLE, f"{line.at.astimezone(self.home):%H:%M:%S}")
        painter.drawText(first, RIGHT_MIDDLE, number)
        left = first.left() + metrics.horizontalAdvance("00:00:00") + SPACE_3
        return left, first.right() - metrics.horizontalAdvance(number) - SPACE_3

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: AnyIndex
    ) -> bool:
        """Say the whole entry, also what the row cuts off."""
        row = index.data(Role.ROW)
        if event.type() is QEvent.Type.ToolTip and isinstance(row, Row) and row.line is not None:
            QToolTip.showText(event.globalPos(), plain_tip(row_words(row, self.home)), view)
            return True
        return False
