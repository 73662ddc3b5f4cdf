"""Draws the day strip: bars, months, the brush, and a line under the days that the list shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from ui.timeline import words
from ui.timeline.brush import Stretch
from ui.timeline.days import Slot
from ui.tokens import RADIUS_CONTROL, SPACE_2, Tokens, current

LEAST_BAR_PX = 4
SHOWN_PX = 2
DOTS_PX = 3.0
WITNESSED_PX = 2.5


@dataclass(frozen=True)
class Look:
    """Measures in logical pixels."""

    caption: QFont
    padding: int
    bars: int
    caption_height: int

    @property
    def bars_bottom(self) -> int:
        """Where the bars stand."""
        return self.padding + self.bars

    def shown_area(self, width: int) -> QRect:
        """Return where the days that the list shows are marked: all that is drawn anew while it scrolls."""
        return QRect(0, self.bars_bottom + 1, width, SHOWN_PX)

    @property
    def height(self) -> int:
        """Height of the whole strip."""
        return self.bars_bottom + 2 * SHOWN_PX + 1 + self.caption_height + self.padding // 2


@dataclass(frozen=True)
class Drawn:
    """What the strip shows: its slots, the brushed ones, those the list shows, and which one is hovered (-1: none).

    ``edges`` are the slots' left edges, and the last one's right edge.
    """

    slots: Sequence[Slot]
    edges: Sequence[float]
    brushed: Stretch | None
    shown: Stretch | None
    hovered: int
    focused: bool
    witnessed: frozenset[int] = frozenset()
    """Slots on whose days the log was witnessed by others."""


def paint_strip(painter: QPainter, look: Look, area: QRectF, drawn: Drawn, *, only_shown: bool) -> None:
    """Draw everything, or only what the list shows."""
    tokens, edges, brushed = current(), drawn.edges, drawn.brushed
    if only_shown and not drawn.focused:
        painter.fillRect(look.shown_area(round(area.width())), tokens.background)
        _paint_shown(painter, look, tokens, edges, drawn.shown)
        return
    painter.fillRect(area, tokens.background)
    if not drawn.slots:
        return
    if brushed is not None:
        _paint_ground(painter, look, tokens.selection, edges[brushed.start], edges[brushed.end + 1])
    if 0 <= drawn.hovered < len(drawn.slots):
        _paint_ground(painter, look, tokens.hover, edges[drawn.hovered], edges[drawn.hovered + 1])
    _paint_bars(painter, look, tokens, drawn)
    _paint_witnessed(painter, look, tokens, drawn)
    painter.fillRect(QRectF(edges[0], look.bars_bottom, edges[-1] - edges[0], 1), tokens.hairline)
    _paint_shown(painter, look, tokens, edges, drawn.shown)
    _paint_months(painter, look, tokens, area, drawn.slots, edges)
    if brushed is not None:
        _paint_grips(painter, look, tokens, edges[brushed.start], edges[brushed.end + 1])
    if drawn.focused:
        _paint_focus(painter, tokens, area)


def _paint_witnessed(painter: QPainter, look: Look, tokens: Tokens, drawn: Drawn) -> None:
    """Put a small dot over the days on which the log was witnessed."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens.verified)
    for index in drawn.witnessed:
        middle = (drawn.edges[index] + drawn.edges[index + 1]) / 2
        painter.drawEllipse(QPointF(middle, look.padding / 2), WITNESSED_PX, WITNESSED_PX)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _paint_focus(painter: QPainter, tokens: Tokens, area: QRectF) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(tokens.focus, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area.adjusted(SPACE_2, 1, -SPACE_2, -1), RADIUS_CONTROL, RADIUS_CONTROL)


def _paint_shown(painter: QPainter, look: Look, tokens: Tokens, edges: Sequence[float], shown: Stretch | None) -> None:
    if shown is not None and shown.end + 1 < len(edges):
        left, right = edges[shown.start], edges[shown.end + 1]
        painter.fillRect(QRectF(left, look.bars_bottom + 1, max(right - left, 6), SHOWN_PX), tokens.text_muted)


def _paint_ground(painter: QPainter, look: Look, colour: QColor, left: float, right: float) -> None:
    painter.fillRect(QRectF(left, look.padding / 2, right - left, look.bars_bottom - look.padding / 2), colour)


def _paint_grips(painter: QPainter, look: Look, tokens: Tokens, left: float, right: float) -> None:
    for x in (left, right):
        painter.fillRect(QRectF(x - 1, look.padding / 2, 2, look.bars_bottom - look.padding / 2), tokens.accent)


def _paint_bars(painter: QPainter, look: Look, tokens: Tokens, drawn: Drawn) -> None:
    most = max((slot.tally.events for slot in drawn.slots), default=1) or 1
    brushed = drawn.brushed
    for index, slot in enumerate(drawn.slots):
        left, right = drawn.edges[index], drawn.edges[index + 1]
        if slot.gap:
            _paint_gap(painter, look, tokens, (left + right) / 2)
        elif slot.tally.events:
            height = max(look.bars * sqrt(slot.tally.events / most), LEAST_BAR_PX)
            space = 1.0 if right - left < 8 else 2.0
            bar = QRectF(left + space / 2, look.bars_bottom - height, right - left - space, height)
            inside = brushed is not None and brushed.start <= index <= brushed.end
            _paint_bar(painter, tokens, slot, bar, tokens.accent if inside else tokens.control_edge)


def _paint_bar(painter: QPainter, tokens: Tokens, slot: Slot, bar: QRectF, colour: QColor) -> None:
    if slot.vague:
        painter.setPen(QPen(colour, 1, Qt.PenStyle.DotLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, 0))
    else:
        painter.fillRect(bar, colour)
    if slot.tally.disputed:
        share = max(bar.height() * slot.tally.disputed / slot.tally.events, min(LEAST_BAR_PX, bar.height()))
        painter.fillRect(QRectF(bar.left(), bar.bottom() - share, bar.width(), share), tokens.missed)


def _paint_gap(painter: QPainter, look: Look, tokens: Tokens, middle: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens.text_faint)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for number in (-1, 0, 1):
        painter.drawEllipse(QPointF(middle + number * (DOTS_PX + 1.5), look.bars_bottom - DOTS_PX), 1.0, 1.0)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _paint_months(
    painter: QPainter, look: Look, tokens: Tokens, area: QRectF, shown_slots: Sequence[Slot], edges: Sequence[float]
) -> None:
    """Name the month at the first slot of it that has room, the year with the first one of each year."""
    fine = QFontMetricsF(look.caption)
    painter.setFont(look.caption)
    painter.setPen(tokens.text_faint)
    baseline = look.bars_bottom + 2 * SHOWN_PX + 1 + fine.ascent()
    free, named, year = 0.0, (0, 0), 0
    for index, slot in enumerate(shown_slots):
        month = (slot.first.year, slot.first.month)
        if slot.gap or month == named:
            continue
        text = words.month_short(slot.first, with_year=slot.first.year != year)
        left, width = edges[index], fine.horizontalAdvance(text)
        left = min(left, area.right() - SPACE_2 - width)
        if left < free:
            continue
        painter.drawText(QPointF(left, baseline), text)
        free, named, year = left + width + SPACE_2, month, slot.first.year
