"""One page on screen: zoomed, panned, drawn from tiles that come from the worker while the old ones stay visible."""

from enum import Enum

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from ui.loading import ImageLoader
from ui.tokens import current, theme
from ui.viewer.source import PageSource, Preview, WholePage
from ui.viewer.tiling import Box, Grid, Tile

CACHE_BYTES = 96 * 1024 * 1024  # about 100 tiles: several screens at several zooms
ZOOM_STEP = 1.25
MOST_ZOOM = 8.0
LEAST_WIDTH_PX = 32
SHARPEST_PDF = 4.0  # 576 dpi: vectors stay sharp when zoomed in
TALL = 2.2  # taller than this times its width, a page opens at full width
SCROLL_STEP = 40


class Fit(Enum):
    """How the zoom follows the size of the view."""

    WIDTH = "width"
    PAGE = "page"
    FREE = "free"


class Canvas(QAbstractScrollArea):
    """Shows one page of an original. Coordinates of the scroll bars are logical pixels of the zoomed page."""

    zoom_changed = Signal(float)  # device pixels per page pixel: 1.0 is 100 %
    turn_requested = Signal(int)  # +1, -1: the next or previous page
    failed = Signal(object)  # why nothing can be drawn: a JuzhengError, another exception or None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fit = Fit.PAGE
        self._loader: ImageLoader | None = None
        self._page: tuple[int, int, int] | None = None  # index, width, height
        self._vector = False
        self._scale = 1.0
        self._before: list[Tile] = []  # tiles of the zoom before, drawn while the new ones come
        self._drawn: list[Tile] = []
        self._grabbed: QPoint | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        self.verticalScrollBar().setSingleStep(SCROLL_STEP)
        self.horizontalScrollBar().setSingleStep(SCROLL_STEP)
        theme.changed.connect(self.viewport().update)

    # What the viewer calls

    def show_source(self, source: PageSource | None, *, vector: bool = False) -> None:
        """Take the pixels of another original from here; nothing is shown before `show_page`."""
        if self._loader is not None:
            self._loader.close()
            self._loader.deleteLater()
        self._loader, self._page, self._vector = None, None, vector
        self._before, self._drawn = [], []
        if source is not None:
            self._loader = ImageLoader(source.load, cache_bytes=CACHE_BYTES, parent=self)
            self._loader.ready.connect(self._arrived)
            self._loader.failed.connect(self._failed)
        self.viewport().update()

    def show_page(self, page_index: int, width: int, height: int) -> None:
        """Show a page of this size in page pixels, from its top; 0 by 0 if the size is to be found out."""
        self._before, self._drawn = [], []
        self._page = (page_index, width, height)
        if not width or not height:
            self._page = (page_index, 0, 0)
            if self._loader is not None:
                self._loader.want([WholePage(page_index)])
            self._measured(page_index)
        else:
            self._open_page()

    def set_fit(self, fit: Fit) -> None:
        """Fit the page to the view, now and whenever the view changes its size."""
        self.fit = fit
        self._refit()

    def zoom_to(self, scale: float, anchor: QPointF | None = None) -> None:
        """Show ``scale`` device pixels per page pixel; what is under the anchor (viewport) stays there."""
        self.fit = Fit.FREE
        self._set_scale(scale, anchor if anchor is not None else QPointF(self.viewport().rect().center()))

    def zoom_by(self, steps: float, anchor: QPointF | None = None) -> None:
        """Zoom in (positive) or out by steps."""
        self.zoom_to(self._scale * ZOOM_STEP**steps, anchor)

    @property
    def scale(self) -> float:
        """Device pixels per page pixel."""
        return self._scale

    # Size and zoom

    @property
    def _ratio(self) -> float:
        return self.devicePixelRatioF()

    def _grid(self) -> Grid | None:
        if self._page is None or not self._page[1]:
            return None
        return Grid(*self._page, scale=self._scale, sharpest=SHARPEST_PDF if self._vector else 1.0)

    def _open_page(self) -> None:
        if self._page is None:
            return
        _, width, height = self._page
        self.fit = Fit.WIDTH if height > TALL * width else Fit.PAGE
        self._scale = 0.0
        self._refit()
        self.verticalScrollBar().setValue(0)
        self.horizontalScrollBar().setValue(0)

    def _fitting(self) -> float:
        """Return the scale that the fit asks for; pictures are not blown up beyond their pixels."""
        if self._page is None or not self._page[1]:
            return 1.0
        _, width, height = self._page
        room = self.maximumViewportSize() * self._ratio
        across = room.width() / width
        if self.fit is Fit.WIDTH:
            if height * across > room.height():
                across = (room.width() - self.verticalScrollBar().sizeHint().width() * self._ratio) / width
            return min(across, self._ratio * (2.0 if self._vector else 1.0))
        return min(across, room.height() / height, self._ratio * (2.0 if self._vector else 1.0))

    def _refit(self) -> None:
        if self.fit is not Fit.FREE:
            self._set_scale(self._fitting(), QPointF(self.viewport().width() / 2, 0))
        else:
            self._set_bars()

    def _least_scale(self) -> float:
        width = self._page[1] if self._page else 1
        return min(LEAST_WIDTH_PX / max(width, 1), self._ratio)

    def _set_scale(self, scale: float, anchor: QPointF) -> None:
        scale = min(max(scale, self._least_scale()), MOST_ZOOM * self._ratio)
        if self._grid() is None or abs(scale - self._scale) < 1e-9:
            self._set_bars()
            return
        at = (anchor - self._origin()) / self._scale if self._scale else QPointF()
        self._before = self._drawn or self._before
        self._scale = scale
        self._set_bars()
        moved = self._origin() + at * scale - anchor
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + round(moved.x()))
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + round(moved.y()))
        self.viewport().update()
        self.zoom_changed.emit(scale)

    def _content(self) -> QSize:
        """Return the zoomed page's size in logical pixels."""
        grid = self._grid()
        if grid is None:
            return QSize()
        return QSize(round(grid.edge(grid.width) / self._ratio), round(grid.edge(grid.height) / self._ratio))

    def _set_bars(self) -> None:
        content, view = self._content(), self.viewport().size()
        for bar, whole, shown in (
            (self.horizontalScrollBar(), content.width(), view.width()),
            (self.verticalScrollBar(), content.height(), view.height()),
        ):
            bar.setRange(0, max(0, whole - shown))
            bar.setPageStep(max(1, shown - SCROLL_STEP))

    def _origin(self) -> QPointF:
        """Return where the page's top left lies in the viewport, in logical pixels; centred where there is room."""
        content, view = self._content(), self.viewport().size()
        x = (view.width() - content.width()) // 2 if content.width() < view.width() else 0
        y = (view.height() - content.height()) // 2 if content.height() < view.height() else 0
        return QPointF(x - self.horizontalScrollBar().value(), y - self.verticalScrollBar().value())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the fit."""
        super().resizeEvent(event)
        self._refit()
        self.viewport().update()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is drawn and draw only the strip that appears."""
        self.viewport().scroll(dx, dy)

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the preview, over it tiles of the former zoom, over them the sharp ones; ask for those that miss."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), current().surface_sunken)
        grid = self._grid()
        if grid is not None and self._loader is not None:
            self._paint_page(painter, event.rect(), grid, self._loader)
        painter.end()

    def _paint_page(self, painter: QPainter, dirty: QRect, grid: Grid, loader: ImageLoader) -> None:
        tiles = list(grid.covering(self._device_box(self.viewport().rect())))
        missing = [tile for tile in tiles if loader.pixmap(tile) is None]
        wishes: list[object] = [*missing]
        if missing:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            self._paint_background(painter, grid, loader)
            for old in self._before:
                self._paint_tile(painter, dirty, grid, old, loader.pixmap(old))
            if loader.pixmap(Preview()) is None and grid.page_index == 0:
                wishes.insert(0, Preview())
        elif self._before:
            self._before = []
        for tile in tiles:
            self._paint_tile(painter, dirty, grid, tile, loader.pixmap(tile))
        self._drawn = tiles
        loader.want(wishes)

    def _device_box(self, rect: QRect) -> Box:
        """Return a part of the viewport as device pixels of the zoomed page."""
        origin, ratio = self._origin(), self._ratio
        left, top = (rect.left() - origin.x()) * ratio, (rect.top() - origin.y()) * ratio
        return Box(int(left), int(top), int(rect.width() * ratio) + 1, int(rect.height() * ratio) + 1)

    def _logical(self, place: Box) -> QRectF:
        origin, ratio = self._origin(), self._ratio
        return QRectF(
            origin.x() + place.x / ratio, origin.y() + place.y / ratio, place.width / ratio, place.height / ratio
        )

    def _paint_background(self, painter: QPainter, grid: Grid, loader: ImageLoader) -> None:
        """Draw what is known of the page before its tiles: the preview's part of it, or the whole page."""
        painter.fillRect(self._logical(grid.place(Box(0, 0, grid.width, grid.height))), current().surface)
        whole = loader.pixmap(WholePage(grid.page_index))
        if whole is not None:
            self._paint_pixmap(painter, grid.place(Box(0, 0, grid.width, grid.height)), whole)
            return
        preview = loader.pixmap(Preview()) if grid.page_index == 0 else None
        if preview is not None:
            shown = _part_of_preview(preview.size(), grid.width, grid.height)
            self._paint_pixmap(painter, grid.place(shown), preview)

    def _paint_tile(self, painter: QPainter, dirty: QRect, grid: Grid, tile: Tile, pixmap: QPixmap | None) -> None:
        if pixmap is None or tile.page_index != grid.page_index:
            return
        place = grid.place(tile.region)
        if self._logical(place).intersects(QRectF(dirty)):
            same = (pixmap.width(), pixmap.height()) == (place.width, place.height)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not same)
            self._paint_pixmap(painter, place, pixmap)

    def _paint_pixmap(self, painter: QPainter, place: Box, pixmap: QPixmap) -> None:
        painter.drawPixmap(self._logical(place), pixmap, QRectF(pixmap.rect()))

    # What comes back

    def _arrived(self, key: object) -> None:
        if isinstance(key, WholePage):
            self._measured(key.page_index)
        grid = self._grid()
        if isinstance(key, Tile) and grid is not None and key.page_index == grid.page_index:
            self.viewport().update(self._logical(grid.place(key.region)).toAlignedRect())
        else:
            self.viewport().update()

    def _measured(self, page_index: int) -> None:
        """Take a page's size from its picture."""
        whole = self._loader.pixmap(WholePage(page_index)) if self._loader else None
        if whole is not None and self._page == (page_index, 0, 0):
            self._page = (page_index, whole.width(), whole.height())
            self._open_page()

    def _failed(self, key: object, error: object) -> None:
        if not isinstance(key, Preview):
            self.failed.emit(error)

    # Wheel, keys, pointer

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom with + and -, fit with 0 (page), W (width) and 1 (100 %), pan with arrows, turn pages."""
        key, vertical = event.key(), self.verticalScrollBar()
        if key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.zoom_by(1)
        elif key == Qt.Key.Key_Minus:
            self.zoom_by(-1)
        elif key == Qt.Key.Key_0:
            self.set_fit(Fit.PAGE)
        elif key == Qt.Key.Key_1:
            self.zoom_to(1.0)
        elif key == Qt.Key.Key_W:
            self.set_fit(Fit.WIDTH)
        elif key == Qt.Key.Key_Home:
            vertical.setValue(vertical.minimum())
        elif key == Qt.Key.Key_End:
            vertical.setValue(vertical.maximum())
        elif key == Qt.Key.Key_PageDown and vertical.value() == vertical.maximum():
            self.turn_requested.emit(1)
        elif key == Qt.Key.Key_PageUp and vertical.value() == vertical.minimum():
            self.turn_requested.emit(-1)
        elif key in _PAN_KEYS:
            super().keyPressEvent(event)
        else:
            event.ignore()

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
            grid = self._grid()
            self.set_fit(Fit.WIDTH if grid and grid.height > TALL * grid.width else Fit.PAGE)
        else:
            self.zoom_to(1.0, event.position())

    def _pan(self, by: QPoint) -> None:
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - by.x())
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() - by.y())

    def changeEvent(self, event: QEvent) -> None:
        """Follow a move to a screen with other pixels."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._refit()
            self.viewport().update()

    def close_loader(self) -> None:
        """Stop loading; before the vault is closed."""
        self.show_source(None)


def _part_of_preview(preview: QSize, width: int, height: int) -> Box:
    """Return the part of the page that its preview shows: of a very long page only the beginning."""
    if preview.height() * width < height * preview.width() * 0.98:
        return Box(0, 0, width, min(height, round(width * preview.height() / preview.width())))
    if preview.width() * height < width * preview.height() * 0.98:
        return Box(0, 0, min(width, round(height * preview.width() / preview.height())), height)
    return Box(0, 0, width, height)


_PAN_KEYS = frozenset(
    {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
)
