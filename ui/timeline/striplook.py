"""Draws the day strip: bars, months, the brush, and a line under the days that the list shows."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from math import sqrt

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from ui.timeline import words
from ui.timeline.brush import Stretch
from ui.timeline.days import Slot
from ui.tokens import RADIUS_CONTROL, SPACE_2, current

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
    strip = _Strip(painter, look, area, drawn)
    if only_shown and not drawn.focused:
        strip.shown_anew()
    else:
        strip.whole()


class _Strip:
    """Draws one strip, once."""

    def __init__(self, painter: QPainter, look: Look, area: QRectF, drawn: Drawn) -> None:
        self._painter, self._look, self._area, self._drawn = painter, look, area, drawn
        self._tokens = current()

    def shown_anew(self) -> None:
        """Draw only which days the list shows."""
        self._painter.fillRect(self._look.shown_area(round(self._area.width())), self._tokens.background)
        self._shown()

    def whole(self) -> None:
        """Draw everything."""
        drawn, tokens = self._drawn, self._tokens
        self._painter.fillRect(self._area, tokens.background)
        if not drawn.slots:
            return
        if drawn.brushed is not None:
            self._ground(tokens.selection, drawn.brushed)
        if 0 <= drawn.hovered < len(drawn.slots):
            self._ground(tokens.hover, Stretch(drawn.hovered, drawn.hovered))
        self._bars()
        self._witnessed()
        left, right = drawn.edges[0], drawn.edges[-1]
        self._painter.fillRect(QRectF(left, self._look.bars_bottom, right - left, 1), tokens.hairline)
        self._shown()
        self._months()
        if drawn.brushed is not None:
            self._grips(drawn.brushed)
        if drawn.focused:
            self._focus()

    def _ends(self, stretch: Stretch) -> tuple[float, float]:
        return self._drawn.edges[stretch.start], self._drawn.edges[stretch.end + 1]

    def _ground(self, colour: QColor, stretch: Stretch) -> None:
        left, right = self._ends(stretch)
        top = self._look.padding / 2
        self._painter.fillRect(QRectF(left, top, right - left, self._look.bars_bottom - top), colour)

    def _grips(self, brushed: Stretch) -> None:
        top = self._look.padding / 2
        for x in self._ends(brushed):
            self._painter.fillRect(QRectF(x - 1, top, 2, self._look.bars_bottom - top), self._tokens.accent)

    def _shown(self) -> None:
        shown = self._drawn.shown
        if shown is not None and shown.end + 1 < len(self._drawn.edges):
            left, right = self._ends(shown)
            line = QRectF(left, self._look.bars_bottom + 1, max(right - left, 6), SHOWN_PX)
            self._painter.fillRect(line, self._tokens.text_muted)

    def _focus(self) -> None:
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.setPen(QPen(self._tokens.focus, 1.5))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        frame = self._area.adjusted(SPACE_2, 1, -SPACE_2, -1)
        self._painter.drawRoundedRect(frame, RADIUS_CONTROL, RADIUS_CONTROL)

    def _witnessed(self) -> None:
        """Put a small dot over the days on which the log was witnessed."""
        edges = self._drawn.edges
        with self._rounded(self._tokens.verified):
            for index in self._drawn.witnessed:
                middle = (edges[index] + edges[index + 1]) / 2
                self._painter.drawEllipse(QPointF(middle, self._look.padding / 2), WITNESSED_PX, WITNESSED_PX)

    def _bars(self) -> None:
        drawn, look = self._drawn, self._look
        most = max((slot.tally.events for slot in drawn.slots), default=1) or 1
        for index, slot in enumerate(drawn.slots):
            left, right = drawn.edges[index], drawn.edges[index + 1]
            if slot.gap:
                self._gap((left + right) / 2)
            elif slot.tally.events:
                height = max(look.bars * sqrt(slot.tally.events / most), LEAST_BAR_PX)
                space = 1.0 if right - left < 8 else 2.0
                bar = QRectF(left + space / 2, look.bars_bottom - height, right - left - space, height)
                inside = drawn.brushed is not None and drawn.brushed.start <= index <= drawn.brushed.end
                self._bar(slot, bar, self._tokens.accent if inside else self._tokens.control_edge)

    def _bar(self, slot: Slot, bar: QRectF, colour: QColor) -> None:
        if slot.vague:
            self._painter.setPen(QPen(colour, 1, Qt.PenStyle.DotLine))
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, 0))
        else:
            self._painter.fillRect(bar, colour)
        if slot.tally.disputed:
            share = max(bar.height() * slot.tally.disputed / slot.tally.events, min(LEAST_BAR_PX, bar.height()))
            self._painter.fillRect(QRectF(bar.left(), bar.bottom() - share, bar.width(), share), self._tokens.missed)

    def _gap(self, middle: float) -> None:
        with self._rounded(self._tokens.text_faint):
            for number in (-1, 0, 1):
                at = QPointF(middle + number * (DOTS_PX + 1.5), self._look.bars_bottom - DOTS_PX)
                self._painter.drawEllipse(at, 1.0, 1.0)

    @contextmanager
    def _rounded(self, fill: QColor) -> Iterator[None]:
        """Fill what is drawn meanwhile, without edges, its curves smooth."""
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(fill)
        yield
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _months(self) -> None:
        """Name the month at the first slot of it that has room, the year with the first one of each year."""
        look = self._look
        fine = QFontMetricsF(look.caption)
        self._painter.setFont(look.caption)
        self._painter.setPen(self._tokens.text_faint)
        baseline = look.bars_bottom + 2 * SHOWN_PX + 1 + fine.ascent()
        free, named, year = 0.0, (0, 0), 0
        for index, slot in enumerate(self._drawn.slots):
            month = (slot.first.year, slot.first.month)
            if slot.gap or month == named or self._drawn.edges[index] < free:
                continue  # before anything is measured: most slots have no room
            text = words.month_short(slot.first, with_year=slot.first.year != year)
            left, width = self._drawn.edges[index], fine.horizontalAdvance(text)
            left = min(left, self._area.right() - SPACE_2 - width)
            if left < free:
                continue
            self._painter.drawText(QPointF(left, baseline), text)
            free, named, year = left + width + SPACE_2, month, slot.first.year
