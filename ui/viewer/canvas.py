"""A page that answers: wheel, pinch, keys and pointer zoom it, move it and turn it for viewing."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget

from ui.viewer.pageview import Fit, PageView

__all__ = ["Canvas", "Fit"]

ZOOM_STEP = 1.25


class Canvas(PageView):
    """Shows one page of an original and lets it be looked at from near and far, by keyboard alone if one likes."""

    turn_requested = Signal(int)  # +1, -1: the next or previous page
    step_requested = Signal(int)  # +1, -1: the next or previous exhibit, from an arrow key that has nothing to pan
    zoomed = Signal(float, QPointF)
    """Somebody zoomed here: by which factor, and around which place as shares of the view."""
    panned = Signal(QPoint)
    """Somebody moved the page here, by logical pixels."""
    fitted = Signal(object)
    """Somebody chose a fit here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grabbed: QPoint | None = None
        self._following = False
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        self._place = QPoint()
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(self._tell_panned)

    # Following another canvas

    def zoom_by(self, steps: float, anchor: QPointF | None = None) -> None:
        """Zoom in (positive) or out by steps."""
        self.zoom_with(ZOOM_STEP**steps, anchor)

    def zoom_with(self, factor: float, anchor: QPointF | None = None) -> None:
        """Zoom by a factor around a place of the viewport, its middle if none is named, and tell it."""
        view = self.viewport().rect()
        at = anchor if anchor is not None else QPointF(view.center())
        before = self.scale
        self._quietly(lambda: self.zoom_to(before * factor, at))
        if before > 0 and self.scale != before:
            share = QPointF(at.x() / max(1, view.width()), at.y() / max(1, view.height()))
            self.zoomed.emit(self.scale / before, share)

    def follow_zoom(self, factor: float, share: QPointF) -> None:
        """Zoom as another canvas was zoomed, without telling it."""
        view = self.viewport().rect()
        anchor = QPointF(share.x() * view.width(), share.y() * view.height())
        self._quietly(lambda: self.zoom_to(self.scale * factor, anchor))

    def follow_pan(self, by: QPoint) -> None:
        """Move as another canvas was moved, without telling it."""
        self._quietly(lambda: self._pan(-by))

    def choose_fit(self, fit: Fit) -> None:
        """Fit the page and tell it."""
        self.set_fit(fit)
        self.fitted.emit(fit)

    def _quietly(self, move: Callable[[], object]) -> None:
        before, self._following = self._following, True
        try:
            move()
        finally:
            self._following = before

    def _tell_panned(self) -> None:
        now = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        by, self._place = now - self._place, now
        if not by.isNull() and not self._following:
            self.panned.emit(by)

    def _refit(self) -> None:
        self._quietly(super()._refit)

    def _open_page(self) -> None:
        self._quietly(super()._open_page)

    # Wheel and pinch

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl zoom at the pointer."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(event.angleDelta().y() / 120, event.position())
            event.accept()
            return
        pixels = event.pixelDelta()
        if not pixels.isNull():
            self._pan(pixels)
            event.accept()
            return
        super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Zoom with two fingers, on a touch pad or a screen."""
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom_with(max(0.1, 1.0 + event.value()), event.position())
                return True
        elif isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                centre = QPointF(self.viewport().mapFromGlobal(pinch.centerPoint()))
                self.zoom_with(max(0.1, pinch.scaleFactor()), centre)
                return True
        return super().viewportEvent(event)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom with + and -, fit with 0 (page), W (width) and 1 (100 %), turn with R, pan with arrows, turn pages."""
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            event.ignore()
            return
        key, vertical = event.key(), self.verticalScrollBar()
        if key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.zoom_by(1)
        elif key == Qt.Key.Key_Minus:
            self.zoom_by(-1)
        elif key in _FITS:
            self.choose_fit(_FITS[Qt.Key(key)])
        elif key == Qt.Key.Key_1:
            self.zoom_with(1.0 / self.scale)
        elif key == Qt.Key.Key_R:
            self.turn_view()
        elif key == Qt.Key.Key_Home:
            vertical.setValue(vertical.minimum())
        elif key == Qt.Key.Key_End:
            vertical.setValue(vertical.maximum())
        elif key == Qt.Key.Key_PageDown and vertical.value() == vertical.maximum():
            self.turn_requested.emit(1)
        elif key == Qt.Key.Key_PageUp and vertical.value() == vertical.minimum():
            self.turn_requested.emit(-1)
        elif key in _STEPS:
            self._pan_or_step(event, Qt.Key(key))
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def _pan_or_step(self, event: QKeyEvent, key: Qt.Key) -> None:
        """Move the page along its overflow; where there is none, go to the neighbour."""
        bar = self.horizontalScrollBar() if key in _ACROSS else self.verticalScrollBar()
        if bar.maximum() > 0:
            super().keyPressEvent(event)
        else:
            self.step_requested.emit(_STEPS[key])

    # Pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the page."""
        if event.button() in {Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton}:
            self._grabbed = event.position().toPoint()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the page along."""
        if self._grabbed is not None:
            now = event.position().toPoint()
            self._pan(now - self._grabbed)
            self._grabbed = now

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._grabbed = None
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go to 100 % where the pointer is, and back to the fit."""
        if self.fit is Fit.FREE:
            self.choose_fit(Fit.WIDTH if self.tall else Fit.PAGE)
        else:
            self.zoom_with(1.0 / self.scale, event.position())

    def _pan(self, by: QPoint) -> None:
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - by.x())
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() - by.y())


_FITS = {Qt.Key.Key_0: Fit.PAGE, Qt.Key.Key_W: Fit.WIDTH}
_ACROSS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right})
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
