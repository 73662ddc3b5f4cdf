"""Draws a dispute: title, institution and count, an amber badge where times wait for a decision."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from evidence_app.domain.disputes import DisputeStatus, DisputeSummary
from ui.controls import plain_tip
from ui.sidebar.model import DisputesModel, Role
from ui.timeline.words import safe
from ui.tokens import RADIUS_CONTROL, SPACE_1, SPACE_2, SPACE_3, current, font, scaled

AnyIndex = QModelIndex | QPersistentModelIndex
BADGE_HEIGHT = 18


class DisputeDelegate(QStyledItemDelegate):
    """Paints rows of `DisputesModel`."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return the height of two lines and their air."""
        lines = QFontMetrics(font("body")).height() + QFontMetrics(font("caption")).height()
        return QSize(120, lines + SPACE_1 // 2 + 2 * SPACE_2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw one dispute."""
        line = index.data(Role.SUMMARY)
        model = index.model()
        if not isinstance(line, DisputeSummary) or not isinstance(model, DisputesModel):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option)
        inner = _inner(option.rect)
        if line.open_conflict_count:
            inner.setRight(self._badge(painter, inner, line.open_conflict_count))
        self._lines(painter, inner, line, model)
        painter.restore()

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: AnyIndex
    ) -> bool:
        """Say the whole title, and in words what the badge counts."""
        line, model = index.data(Role.SUMMARY), index.model()
        if event.type() is QEvent.Type.ToolTip and isinstance(line, DisputeSummary):
            conflicts = model.conflicts(line) if isinstance(model, DisputesModel) else ""
            lines = filter(None, (safe(line.dispute.title), conflicts))
            QToolTip.showText(event.globalPos(), "".join(plain_tip(text) for text in lines), view)
            return True
        return False

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        state, tokens = option.state, current()
        colour = None
        if state & QStyle.StateFlag.State_Selected:
            colour = tokens.selection
        elif state & QStyle.StateFlag.State_MouseOver:
            colour = tokens.hover
        rect = QRectF(option.rect).adjusted(0, 1, 0, -1)
        if colour is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawRoundedRect(rect, RADIUS_CONTROL, RADIUS_CONTROL)
        if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_KeyboardFocusChange:
            painter.setPen(tokens.focus)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CONTROL, RADIUS_CONTROL)

    def _badge(self, painter: QPainter, inner: QRect, count: int) -> int:
        """Draw the badge at the right edge and return where the text has to end."""
        tokens, text = current(), str(count)
        rect = _badge_in(inner, count)
        painter.setPen(tokens.attention)
        painter.setBrush(tokens.attention_surface)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), rect.height() / 2, rect.height() / 2)
        painter.setFont(font("caption"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
        return round(rect.left()) - SPACE_3

    def _lines(self, painter: QPainter, inner: QRect, line: DisputeSummary, model: DisputesModel) -> None:
        tokens = current()
        ended = line.dispute.status in {DisputeStatus.RESOLVED, DisputeStatus.CLOSED}
        title, below = font("body"), font("caption")
        top = QRect(inner.left(), inner.top(), inner.width(), QFontMetrics(title).height())
        second = QRect(inner.left(), top.bottom() + 1 + SPACE_1 // 2, inner.width(), QFontMetrics(below).height())
        painter.setFont(title)
        painter.setPen(tokens.text_muted if ended else tokens.text)
        painter.drawText(top, Qt.AlignmentFlag.AlignVCenter, _elided(painter, safe(line.dispute.title), top.width()))
        painter.setFont(below)
        painter.setPen(tokens.text_muted)
        painter.drawText(
            second, Qt.AlignmentFlag.AlignVCenter, with_end(painter.fontMetrics(), model.below(line), second.width())
        )


def badge_rect(row: QRect, count: int) -> QRectF:
    """Return where a row shows how many times wait for a decision."""
    return _badge_in(_inner(row), count)


def _inner(row: QRect) -> QRect:
    return row.adjusted(SPACE_2 + SPACE_1, SPACE_2, -SPACE_2 - SPACE_1, -SPACE_2)


def _badge_in(inner: QRect, count: int) -> QRectF:
    height = scaled(BADGE_HEIGHT)
    width = max(height, QFontMetrics(font("caption")).horizontalAdvance(str(count)) + 10)
    return QRectF(inner.right() - width + 1, inner.center().y() - height / 2, width, height)


def with_end(metrics: QFontMetrics, text: str, width: int) -> str:
    """Shorten with whom a dispute is, if need be, before how much is there: a number cut off tells nothing."""
    text = " ".join(text.split())
    whom, point, count = text.rpartition(" · ")
    room = width - metrics.horizontalAdvance(point + count)
    if not whom or room < metrics.horizontalAdvance("…") or metrics.horizontalAdvance(text) <= width:
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
    return metrics.elidedText(whom, Qt.TextElideMode.ElideRight, room) + point + count


def _elided(painter: QPainter, text: str, width: int) -> str:
    return painter.fontMetrics().elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, width)
