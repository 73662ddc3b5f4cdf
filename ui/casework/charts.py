"""Charts painted from the numbers that the dossier draws, too; each says in words what it shows at a place."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.controls import plain_tip
from ui.tokens import SPACE_1, SPACE_2, current, font, scaled, theme

if TYPE_CHECKING:
    from evidence_app.actions.workspace import (
        ContactsOverTime,
        Filing,
        HeatMap,
        LadderChart,
        MoneyOverTime,
        MoneyPoint,
        Series,
    )

MOST_ROWS = 56
"""Rows of the heat map, as on paper: of more days, several are one row."""
LEAST_ROW_PX, ROW_PX = 9, 18
FEW_ROWS = 14
BAR_PX, MONEY_PX = 44, 150
FEWEST_BARS = 8
"""A bar is never wider than if there were so many."""
LABELS = 2.2
"""Room of two days under a chart, in the width of one."""
WAIT_PX = 12
FAR_DOWN = 10_000.0
"""Room for words, however many lines they need."""
WAITING = {"in time": ("incoming", 0.35), "extended": ("attention", 0.45), "late": ("attention", 1.0)}
"""The colour of waiting and how strong it is, by how it lies to the days by which an answer was due."""
PALEST = 0.25
"""How strong the colour of the smallest count is."""


class Chart(QWidget):
    """A picture as wide as its card. Subclasses paint, say how high they are, and what lies at a place."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        theme.changed.connect(self._fit)

    def paint(self, painter: QPainter, metrics: QFontMetricsF) -> None:
        """Paint all of it."""
        raise NotImplementedError

    def words_at(self, at: QPointF) -> str:
        """Return what a place shows, in words; empty for nothing."""
        raise NotImplementedError

    def height_now(self) -> int:
        """Return the height at the present size of text."""
        raise NotImplementedError

    def metrics(self) -> QFontMetricsF:
        """Return the measures of the labels."""
        return QFontMetricsF(font("caption"))

    def sizeHint(self) -> QSize:
        """Be as high as needed and as wide as there is room."""
        return QSize(scaled(320), self.height_now())

    def minimumSizeHint(self) -> QSize:
        """Never lower than what is painted."""
        return QSize(1, self.height_now())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint in the colours of the moment."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font("caption"))
        self.paint(painter, self.metrics())
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Say under the pointer what it points at."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self.words_at(QPointF(event.pos()))
            if words:
                QToolTip.showText(event.globalPos(), plain_tip(words), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def _fit(self) -> None:
        self.updateGeometry()
        self.update()


class HeatChart(Chart):
    """Days from above, hours from the left: the stronger the colour, the more contacts; hours of quiet stand out."""

    def __init__(self, heat: "HeatMap", say: Callable[[date, int, int], str]) -> None:
        """``say`` tells the words for a row's first day, an hour and a count."""
        super().__init__()
        self._heat, self._say = heat, say
        self.rows = heat.rows(MOST_ROWS)
        self._most = max((max(counts) for _, counts in self.rows), default=0)

    def height_now(self) -> int:
        """Return the height of hours and rows."""
        return round(self._top() + len(self.rows) * self._row_height() + SPACE_1)

    def paint(self, painter: QPainter, metrics: QFontMetricsF) -> None:
        """Paint hours, days and their cells."""
        tokens, left, top = current(), self._left(), self._top()
        width, height = self._cell_width(), self._row_height()
        self._paint_hours(painter, metrics)
        every = max(1, round(metrics.height() / height + 0.49))
        for index, (day, counts) in enumerate(self.rows):
            y = top + index * height
            if index % every == 0:
                painter.setPen(tokens.text_muted)
                place = QRectF(0, y + (height - metrics.height()) / 2, left - SPACE_2, metrics.height())
                painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, day.isoformat())
            for hour, count in enumerate(counts):
                cell = QRectF(left + hour * width, y, width - 1, height - 1)
                painter.fillRect(cell, self._colour(hour, count))

    def _paint_hours(self, painter: QPainter, metrics: QFontMetricsF) -> None:
        painter.setPen(current().text_muted)
        every = next((step for step in (1, 2, 3, 4, 6) if step * self._cell_width() > self._widest(metrics)), 12)
        for hour in range(0, 24, every):
            place = QRectF(self._left() + hour * self._cell_width(), 0, 4 * metrics.height(), self._top())
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, f"{hour:02}")

    def _widest(self, metrics: QFontMetricsF) -> float:
        return metrics.horizontalAdvance("00") + SPACE_1

    def _colour(self, hour: int, count: int) -> QColor:
        """Return a cell's colour: amber in hours of quiet."""
        tokens, quiet = current(), self._heat.is_quiet(hour)
        ground = tokens.attention_surface if quiet else tokens.surface_sunken
        if not count:
            return ground
        full = tokens.attention if quiet else tokens.incoming
        return blended(ground, full, PALEST + (1 - PALEST) * count / self._most)

    def words_at(self, at: QPointF) -> str:
        """Return the day, the hour and how often."""
        row = int((at.y() - self._top()) // self._row_height())
        hour = int((at.x() - self._left()) // self._cell_width())
        if not (0 <= row < len(self.rows) and 0 <= hour < 24):  # hours of a day
            return ""
        day, counts = self.rows[row]
        return self._say(day, hour, counts[hour])

    def _top(self) -> float:
        return self.metrics().height() + SPACE_1

    def _left(self) -> float:
        return self.metrics().horizontalAdvance("2025-08-08") + SPACE_2

    def _cell_width(self) -> float:
        return max(1.0, (self.width() - self._left()) / 24)

    def _row_height(self) -> float:
        return scaled(ROW_PX if len(self.rows) <= FEW_ROWS else LEAST_ROW_PX)


class BarChart(Chart):
    """One sender's calls or messages in each period; all senders to one scale."""

    def __init__(self, chart: "ContactsOverTime", series: "Series", most: int, say: Callable[[str, int], str]) -> None:
        """``say`` tells the words for a period and a count."""
        super().__init__()
        self._chart, self._series, self._most, self._say = chart, series, max(1, most), say

    def height_now(self) -> int:
        """Return the height of bars and days."""
        return round(scaled(BAR_PX) + self.metrics().height() + SPACE_1)

    def paint(self, painter: QPainter, metrics: QFontMetricsF) -> None:
        """Paint bars on a line, with the first and the last day."""
        tokens, base, step = current(), float(scaled(BAR_PX)), self._step()
        for index, count in enumerate(self._series.counts):
            height = base * count / self._most
            painter.fillRect(QRectF(index * step, base - height, max(step - 1, 1.0), height), tokens.incoming)
        painter.fillRect(QRectF(0, base, self.width(), 1), tokens.control_edge)
        place = QRectF(0, base + 1, self.reach(metrics), metrics.height())
        paint_ends(painter, metrics, place, self._chart.first, self._chart.last)

    def reach(self, metrics: QFontMetricsF) -> float:
        """Return where the last day's name ends: under its bar, further right only where both names need room."""
        bars = self._step() * len(self._series.counts)
        return min(float(self.width()), max(bars, LABELS * metrics.horizontalAdvance(self._chart.last.isoformat())))

    def words_at(self, at: QPointF) -> str:
        """Return the period and how many."""
        index = int(at.x() // self._step())
        if not 0 <= index < len(self._series.counts):
            return ""
        first = self._chart.first + timedelta(days=self._chart.days * index)
        last = first + timedelta(days=self._chart.days - 1)
        return self._say(f"{first}" if self._chart.days == 1 else f"{first} – {last}", self._series.counts[index])

    def _step(self) -> float:
        return max(1.0, self.width() / max(len(self._series.counts), FEWEST_BARS))


class MoneyChart(Chart):
    """What had been received and paid by each day: two lines of steps."""

    def __init__(
        self, chart: "MoneyOverTime", amount: Callable[[Decimal], str], say: Callable[["MoneyPoint"], str]
    ) -> None:
        """``amount`` tells an amount in words, ``say`` what had moved by a day."""
        super().__init__()
        self._chart, self._amount, self._say = chart, amount, say

    def height_now(self) -> int:
        """Return the height of lines and labels."""
        return round(scaled(MONEY_PX) + 2 * self.metrics().height() + SPACE_2)

    def paint(self, painter: QPainter, metrics: QFontMetricsF) -> None:
        """Paint both lines between zero and the largest amount."""
        tokens, points = current(), self._chart.points
        area = QRectF(0, metrics.height() + SPACE_1, self.width() - 2, scaled(MONEY_PX))
        most = max(max(point.received, point.paid) for point in points) or Decimal(1)
        painter.setPen(tokens.text_muted)
        painter.drawText(QRectF(0, 0, self.width(), metrics.height()), Qt.AlignmentFlag.AlignLeft, self._amount(most))
        painter.fillRect(QRectF(0, area.top(), self.width(), 1), tokens.hairline)
        painter.fillRect(QRectF(0, area.bottom(), self.width(), 1), tokens.control_edge)
        for colour, amounts, style in (
            (tokens.incoming, [point.received for point in points], Qt.PenStyle.SolidLine),
            (tokens.missed, [point.paid for point in points], Qt.PenStyle.DashLine),
        ):
            pen = QPen(colour, max(2, scaled(2)), style)
            painter.setPen(pen)
            painter.drawPolyline(self._steps(area, amounts, most))
        place = QRectF(0, area.bottom() + 2, self.width(), metrics.height())
        paint_ends(painter, metrics, place, points[0].day, points[-1].day)

    def _steps(self, area: QRectF, amounts: Sequence[Decimal], most: Decimal) -> QPolygonF:
        line = QPolygonF([area.bottomLeft()])
        before = area.bottom()
        for point, amount in zip(self._chart.points, amounts, strict=True):
            x = area.left() + area.width() * self._chart.place(point.day)
            y = area.bottom() - (area.height() - 2) * float(amount / most)
            line.append(QPointF(x, before))
            line.append(QPointF(x, y))
            before = y
        line.append(QPointF(area.right(), before))
        return line

    def words_at(self, at: QPointF) -> str:
        """Return what had moved by the day at a place."""
        share = at.x() / max(1, self.width())
        passed = [point for point in self._chart.points if self._chart.place(point.day) <= share]
        return self._say(passed[-1]) if passed else ""


class LadderPicture(Chart):
    """A bar for each complaint from its filing to its answer or today, under its words, with lines at the due days."""

    def __init__(self, chart: "LadderChart", say: Callable[["Filing"], str]) -> None:
        """``say`` tells the words for a filing."""
        super().__init__()
        self._chart, self._say = chart, say

    def height_now(self) -> int:
        """Return the height of all rows and of the days below."""
        return round(len(self._chart.filings) * self._row() + self.metrics().height() + SPACE_2)

    def paint(self, painter: QPainter, metrics: QFontMetricsF) -> None:
        """Paint words, bars and due days."""
        tokens, bar = current(), scaled(WAIT_PX)
        for index, filing in enumerate(self._chart.filings):
            top = index * self._row()
            painter.setPen(tokens.text)
            place = QRectF(0, top, self.width(), self._words_height())
            painter.drawText(place, Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap, self._say(filing))
            top += place.height() + SPACE_1
            painter.fillRect(QRectF(0, top, self.width(), bar), tokens.surface_sunken)
            for part in filing.stretches():
                begin, end = self._x(part.first), self._x(part.last)
                colour, share = WAITING[part.lateness.value]
                mixed = blended(tokens.surface_sunken, getattr(tokens, colour), share)
                painter.fillRect(QRectF(begin, top, end - begin, bar), mixed)
            for day in filing.due:
                painter.fillRect(QRectF(self._x(day), top - 2, scaled(2), bar + 4), tokens.text)
        place = QRectF(0, self.height() - metrics.height(), self.width(), metrics.height())
        paint_ends(painter, metrics, place, self._chart.first, self._chart.last)

    def words_at(self, at: QPointF) -> str:
        """Return what became of the complaint in a row."""
        index = int(at.y() // self._row())
        return self._say(self._chart.filings[index]) if 0 <= index < len(self._chart.filings) else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the words need at this width."""
        super().resizeEvent(event)
        self.updateGeometry()

    def _words_height(self) -> float:
        """Return how high the longest words are at this width, on however many lines."""
        room, wraps = QRectF(0, 0, max(1, self.width()), FAR_DOWN), Qt.TextFlag.TextWordWrap
        said = [self.metrics().boundingRect(room, wraps, self._say(each)).height() for each in self._chart.filings]
        return max(self.metrics().height(), *said)

    def _row(self) -> float:
        return self._words_height() + scaled(WAIT_PX) + 3 * SPACE_1

    def _x(self, day: date) -> float:
        return self.width() * self._chart.place(day)


def blended(ground: QColor, colour: QColor, share: float) -> QColor:
    """Return a colour so strong on a ground."""
    mixed = [
        round(low + (high - low) * share)
        for low, high in zip(ground.getRgb()[:3], colour.getRgb()[:3], strict=True)  # type: ignore[index]
    ]
    return QColor(*mixed)


def paint_ends(painter: QPainter, metrics: QFontMetricsF, place: QRectF, first: date, last: date) -> None:
    """Write the first and the last day under a chart; one of them where both do not fit."""
    painter.setPen(current().text_muted)
    painter.drawText(place, Qt.AlignmentFlag.AlignLeft, first.isoformat())
    if last != first and LABELS * metrics.horizontalAdvance(first.isoformat()) <= place.width():
        painter.drawText(place, Qt.AlignmentFlag.AlignRight, last.isoformat())
