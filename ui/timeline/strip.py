"""The days of a dispute as small bars above the list: where much happened, and a brush to look at a part of it."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from evidence_app.domain.timeline import ALL_TIME, Period
from ui.controls import short_tip
from ui.i18n import language
from ui.timeline import words
from ui.timeline.brush import Grip, Stretch, moved, next_filled, pulled
from ui.timeline.days import Key, Slot, Tally, covered, slots
from ui.timeline.striplook import Drawn, Look, paint_strip
from ui.tokens import SPACE_1, SPACE_2, SPACE_4, font, scaled, theme

BARS_PX = 30
LOW_BARS_PX = 12  # where the page is low
LEAST_SLOT_PX, MOST_SLOT_PX = 5.0, 26.0
GAP_PX = 18.0
GRIP_PX = 5  # how near to an edge of the brush the pointer takes hold of it
TELL_MS = 60  # while the brush is pulled, the list follows this often

_KEYS_OF_LIST = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down})
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class DayStrip(QWidget):
    """Bars for the events that pass all criteria but the period; ``period_changed`` carries the brushed one.

    ``list_wanted``: the person wants to go on in the list.
    """

    period_changed = Signal(object)
    let_go = Signal()
    list_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counted: Mapping[Key, Tally] = {}
        self._worth_showing = self._is_low = False
        self._slots: list[Slot] = []
        self._edges: list[float] = []  # left edges of the slots and the right edge of the last one
        self._witnessed: Mapping[date, str] = {}
        self._period = ALL_TIME
        self._shown_days: tuple[date, date] | None = None
        self._events = 0
        self._grip: Grip | None = None
        self._pressed = self._active = self._hovered = -1
        self._before: Stretch | None = None
        self._pulled = False
        self._stretch: Stretch | None = None
        self._tell = QTimer(self, singleShot=True, interval=TELL_MS)
        self._tell.timeout.connect(self._announce)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        theme.changed.connect(self._restyle)
        language.changed.connect(self._restyle)
        self._restyle()

    # What the page tells

    def show_tallies(self, counted: Mapping[Key, Tally], of_all: Mapping[Key, Tally]) -> None:
        """Draw the days of the events that pass everything but the period, out of all events of the dispute."""
        self._counted = counted
        self._worth_showing = len(of_all) > 1
        self._arrange()
        self.updateGeometry()

    def show_witnessed(self, days: Mapping[date, str]) -> None:
        """Mark the days on which the log was witnessed, and by whom; days that are not on the strip have no mark."""
        if days != self._witnessed:
            self._witnessed = days
            self.update()

    def _witnesses(self, slot: Slot) -> str:
        """Return by whom the log was witnessed on the days of a slot."""
        if slot.vague or slot.gap:
            return ""
        return ", ".join(dict.fromkeys(by for day, by in self._witnessed.items() if slot.first <= day <= slot.last))

    def show_period(self, period: Period, events: int) -> None:
        """Show which period is looked at, and say how many events the list shows."""
        self._period, self._events = period, events
        if self._grip is None:
            self._stretch = self._covered()
        self._say()
        self.update()

    def show_days(self, days: tuple[date, date] | None) -> None:
        """Mark the days that the list shows right now."""
        if days != self._shown_days:
            self._shown_days = days
            self.update(self._look.shown_area(self.width()))

    def set_low(self, low: bool) -> None:
        """Leave more room to the list where the page is low."""
        if low != self._is_low:
            self._is_low = low
            self._restyle()

    @property
    def worth_showing(self) -> bool:
        """Whether the dispute has more than one day to look at, whatever the filter leaves of it."""
        return self._worth_showing

    @property
    def pulling(self) -> bool:
        """Whether somebody has hold of the brush."""
        return self._grip is not None

    @property
    def slots(self) -> list[Slot]:
        """What is drawn, from left to right."""
        return self._slots

    def slot_rect(self, index: int) -> QRect:
        """Return where a slot is drawn."""
        left, right = self._edges[index], self._edges[index + 1]
        return QRectF(left, 0, right - left, self._look.bars_bottom).toAlignedRect()

    # Layout

    def sizeHint(self) -> QSize:
        """Return the height of bars and months."""
        return QSize(300, self._look.height)

    def minimumSizeHint(self) -> QSize:
        """Return a width at which years still fit."""
        return QSize(120, self._look.height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit as many slots as the width holds."""
        super().resizeEvent(event)
        self._arrange()

    def _restyle(self) -> None:
        caption = font("caption")
        bars, padding = (LOW_BARS_PX, SPACE_1) if self._is_low else (BARS_PX, SPACE_2)
        self._look = Look(caption, padding, scaled(bars), round(QFontMetricsF(caption).height()))
        self.setAccessibleName(self.tr("Days with events"))
        self._say()
        self.updateGeometry()
        self.update()

    def _arrange(self) -> None:
        room = max(self.width() - 2 * SPACE_4, 60)
        self._slots = slots(self._counted, int(room / LEAST_SLOT_PX))
        gaps = sum(slot.gap for slot in self._slots)
        gap_px = min(GAP_PX, room / 3 / max(gaps, 1))
        width = min(MOST_SLOT_PX, (room - gaps * gap_px) / max(len(self._slots) - gaps, 1))
        self._edges = [float(SPACE_4)]
        for slot in self._slots:
            self._edges.append(self._edges[-1] + (gap_px if slot.gap else width))
        self._hovered = -1
        self._grip = None  # the slots are others now: nobody can go on pulling
        self._tell.stop()
        self._stretch = self._covered()
        self.update()

    def _covered(self) -> Stretch | None:
        if self._period == ALL_TIME:
            return None
        found = covered(self._slots, self._period.first, self._period.last)
        return Stretch(*found) if found else None

    def _slot_at(self, x: float) -> int:
        """Return the slot at a place, the nearest one outside."""
        for index, right in enumerate(self._edges[1:]):
            if x < right:
                return index
        return len(self._slots) - 1

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw bars, months, the brush and what the list shows."""
        painter = QPainter(self)
        shown = covered(self._slots, *self._shown_days) if self._shown_days else None
        drawn = Drawn(
            slots=self._slots,
            edges=self._edges,
            brushed=self._stretch,
            shown=Stretch(*shown) if shown else None,
            hovered=self._hovered,
            focused=self.hasFocus(),
            witnessed=frozenset(index for index, slot in enumerate(self._slots) if self._witnesses(slot)),
        )
        only_shown = self._look.shown_area(self.width()).contains(event.rect())
        paint_strip(painter, self._look, QRectF(self.rect()), drawn, only_shown=only_shown)

    def event(self, event: QEvent) -> bool:
        """Say what a bar stands for while the pointer rests on it."""
        if isinstance(event, QHelpEvent):
            self._tell_slot(event)
            return True
        return super().event(event)

    def _tell_slot(self, event: QHelpEvent) -> None:
        index = self._index_under(QPointF(event.pos()))
        text = self.words_of(index) if index >= 0 else ""
        QToolTip.showText(event.globalPos(), short_tip(text), self, self.slot_rect(index) if index >= 0 else QRect())

    def words_of(self, index: int) -> str:
        """Return what a slot stands for: its days, how many events, how many of them with open times."""
        slot = self._slots[index]
        if slot.vague:
            when = words.month_title(slot.first)
        elif slot.first == slot.last:
            when = words.day_title(slot.first)
        else:
            when = words.stretch(slot.first, slot.last)
        parts = [when, words.count(slot.tally.events) if slot.tally.events else self.tr("no events")]
        if slot.tally.disputed:
            parts.append(self.tr("%n with times that disagree", "", slot.tally.disputed))
        if by := self._witnesses(slot):
            parts.append(self.tr("time witnessed by %1").replace("%1", by))
        return " · ".join(parts)

    def _index_under(self, place: QPointF) -> int:
        inside = self._edges and self._edges[0] <= place.x() < self._edges[-1] and place.y() <= self._look.bars_bottom
        return self._slot_at(place.x()) if inside and self._slots else -1

    # Pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the brush or begin a new one."""
        if event.button() is not Qt.MouseButton.LeftButton or not self._slots:
            return
        self._grip = self._grip_at(event.position().x())
        self._pressed = self._slot_at(event.position().x())
        self._before = self._stretch or Stretch(self._pressed, self._pressed)
        self._pulled = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pull the brush; without a button, show what could be taken hold of."""
        if self._grip is None or self._before is None:
            self._hover(event.position())
            return
        now = self._slot_at(event.position().x())
        self._pulled = self._pulled or now != self._pressed
        if self._pulled:
            self._brush(pulled(self._before, self._grip, self._pressed, now, len(self._slots)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Look at what was brushed; a click looks at one day, or at all again if that was the one."""
        if event.button() is not Qt.MouseButton.LeftButton or self._grip is None:
            return
        self._grip = None
        if not self._pulled:
            self._click(self._pressed)
        self._announce()
        self.let_go.emit()

    def _click(self, index: int) -> None:
        only = Stretch(index, index)
        if self._stretch == only:
            self._stretch = None
        elif self._slots[index].tally.events:
            self._stretch = only

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Look at all days again."""
        self._grip = None
        self.clear()

    def leaveEvent(self, event: QEvent) -> None:
        """Forget what was hovered."""
        self._hovered = -1
        self.update()
        super().leaveEvent(event)

    def _grip_at(self, x: float) -> Grip:
        stretch = self._stretch
        if stretch is None:
            return Grip.NEW
        left, right = self._edges[stretch.start], self._edges[stretch.end + 1]
        if abs(x - left) <= GRIP_PX:
            return Grip.START
        if abs(x - right) <= GRIP_PX:
            return Grip.END
        return Grip.WHOLE if left < x < right else Grip.NEW

    def _hover(self, place: QPointF) -> None:
        grip = self._grip_at(place.x()) if self._slots else Grip.NEW
        shapes = {Grip.START: Qt.CursorShape.SizeHorCursor, Grip.END: Qt.CursorShape.SizeHorCursor}
        shapes[Grip.WHOLE] = Qt.CursorShape.OpenHandCursor
        self.setCursor(shapes.get(grip, Qt.CursorShape.ArrowCursor))
        hovered = self._index_under(place)
        if hovered != self._hovered:
            self._hovered = hovered
            self.update()

    def clear(self) -> None:
        """Look at all days."""
        self._stretch = None
        self._announce()

    def _brush(self, stretch: Stretch) -> None:
        if stretch != self._stretch:
            self._stretch = stretch
            self._tell.start()
            self.update()

    def _announce(self) -> None:
        """Tell the period that the brush stands for."""
        self._tell.stop()
        stretch = self._stretch
        period = ALL_TIME
        if stretch is not None:
            period = Period(self._slots[stretch.start].first, self._slots[stretch.end].last)
        if period != self._period:
            self._period = period
            self.period_changed.emit(period)
        self.update()

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move and extend the brush; Escape looks at all days, Enter goes to the list."""
        key, plain = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if (
            key in _STEPS
            and self._slots
            and plain in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier}
        ):
            self._step(_STEPS[Qt.Key(key)], extend=bool(plain))
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End} and self._slots:
            self._take(0 if key == Qt.Key.Key_Home else len(self._slots) - 1, extend=bool(plain))
        elif key == Qt.Key.Key_Escape and self._stretch is not None:
            self.clear()
        elif key in _KEYS_OF_LIST or key == Qt.Key.Key_Escape:
            self.list_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _step(self, step: int, *, extend: bool) -> None:
        if self._stretch is None:
            self._take(self._start_for_keys(), extend=False)
        elif extend:
            self._take(next_filled(self._slots, self._active_end(), step), extend=True)
        else:
            self._stretch = moved(self._slots, self._stretch, step)
            self._active = self._stretch.end
            self._announce()

    def _start_for_keys(self) -> int:
        """Return the slot of the days that the list shows, the first one if that is not known."""
        found = covered(self._slots, *self._shown_days) if self._shown_days else None
        start = found[0] if found else 0
        return start if self._slots[start].tally.events else next_filled(self._slots, start, 1)

    def _active_end(self) -> int:
        stretch = self._stretch
        if stretch is None:
            return 0
        return self._active if self._active in {stretch.start, stretch.end} else stretch.end

    def _take(self, index: int, *, extend: bool) -> None:
        stretch = self._stretch
        if extend and stretch is not None:
            anchor = stretch.start if self._active_end() == stretch.end else stretch.end
            self._stretch = Stretch.between(anchor, index)
        else:
            self._stretch = Stretch(index, index)
        self._active = index
        self._announce()

    def focusInEvent(self, event: QEvent) -> None:
        """Show the focus."""
        self.update()

    def focusOutEvent(self, event: QEvent) -> None:
        """Hide the focus."""
        self.update()

    # For those who hear it

    def value_words(self) -> str:
        """Return the period and the number of events, as a screen reader says it."""
        when = words.stretch(self._period.first, self._period.last) if self._period != ALL_TIME else self.tr("all days")
        return f"{when}, {words.count(self._events)}"

    def _say(self) -> None:
        self.setAccessibleDescription(self.value_words())
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
