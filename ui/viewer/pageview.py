"""One page on screen, drawn from tiles that come from the worker while the old ones stay visible. No input here."""

from enum import Enum

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent, QTransform
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from ui.keeping import discard
from ui.loading import ImageLoader
from ui.tokens import current, theme
from ui.viewer.minimap import Minimap
from ui.viewer.source import Overview, PageSource, Preview, WholePage
from ui.viewer.tiling import Box, Grid, Tile

CACHE_BYTES = 48 * 1024 * 1024  # about 50 tiles: a few screens, also where two are compared
LARGE_CACHE_BYTES = 96 * 1024 * 1024  # of a view as large as the window: several screens at several zooms
MOST_ZOOM = 8.0
LEAST_WIDTH_PX = 32
SHARPEST_PDF = 4.0  # 576 dpi: vectors stay sharp when zoomed in
TALL = 1.6  # taller than this times its width (every phone's screen, no sheet of paper), a page opens at full width
SCROLL_STEP = 40
VERY_TALL = 4.0  # taller than this times its width, a page is worth a minimap: no phone's screen is
ROOM_FOR_MINIMAP = 410  # a canvas narrower than this needs its width for the page


class Fit(Enum):
    """How the zoom follows the size of the view."""

    WIDTH = "width"
    PAGE = "page"
    HEIGHT = "height"
    FREE = "free"


class PageView(QAbstractScrollArea):
    """Draws one page of an original. Coordinates of the scroll bars are logical pixels of the zoomed, turned page."""

    zoom_changed = Signal(float)  # device pixels per page pixel: 1.0 is 100 %
    turned_changed = Signal(int)  # quarter turns clockwise
    first_pixels = Signal()
    """Something of the page that was asked for last has been painted: its preview, or better."""
    all_pixels = Signal()
    """Every visible part of the page that was asked for last has been painted sharply."""
    failed = Signal(object)  # why nothing can be drawn: a JuzhengError, another exception or None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fit = Fit.PAGE
        self.turned = 0
        self.cache_bytes = CACHE_BYTES
        self._loader: ImageLoader | None = None
        self._page: tuple[int, int, int] | None = None  # index, width, height
        self._vector = False
        self._scale = 1.0
        self._before: list[Tile] = []  # tiles of the zoom before, drawn while the new ones come
        self._drawn: list[Tile] = []
        self._seen = self._whole = False  # whether the first, and all pixels have been told
        self.minimap = Minimap(self)
        self.minimap.hide()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().setSingleStep(SCROLL_STEP)
        self.horizontalScrollBar().setSingleStep(SCROLL_STEP)
        self.verticalScrollBar().valueChanged.connect(self._follow_on_minimap)
        self.minimap.part_wanted.connect(self._show_part)
        theme.changed.connect(self.viewport().update)

    # What the viewer calls

    def show_source(self, source: PageSource | None, *, vector: bool = False) -> None:
        """Take the pixels of another original from here; nothing is shown before `show_page`."""
        if self._loader is not None:
            self._loader.close()
            discard(self._loader)
        self._loader, self._page, self._vector = None, None, vector
        self._before, self._drawn = [], []
        self._turn_to(0)
        if source is not None:
            self._loader = ImageLoader(source.load, cache_bytes=self.cache_bytes, parent=self)
            self._loader.ready.connect(self._arrived)
            self._loader.failed.connect(self._failed)
        self._place_minimap()
        self.viewport().update()

    def show_page(self, page_index: int, width: int, height: int) -> None:
        """Show a page of this size in page pixels, from its top; 0 by 0 if the size is to be found out."""
        self._before, self._drawn = [], []
        self._seen = self._whole = False
        self._page = (page_index, width, height)
        if not width or not height:
            self._page = (page_index, 0, 0)
            if self._loader is not None:
                self._loader.want([WholePage(page_index)])
            self._measured(page_index)
            return
        if page_index == 0 and self._loader is not None:
            self._loader.want([Preview()])  # at once, while the window is still being laid out
        self._open_page()

    def set_fit(self, fit: Fit) -> None:
        """Fit the page to the view, now and whenever the view changes its size."""
        self.fit = fit
        self._refit()

    def zoom_to(self, scale: float, anchor: QPointF | None = None) -> None:
        """Show ``scale`` device pixels per page pixel; what is under the anchor (viewport) stays there."""
        self.fit = Fit.FREE
        self._set_scale(scale, anchor if anchor is not None else QPointF(self.viewport().rect().center()))

    def turn_view(self, quarters: int = 1) -> None:
        """Turn what is shown by quarters, clockwise: the view only, the original is never touched."""
        self._turn_to(self.turned + quarters)

    @property
    def scale(self) -> float:
        """Device pixels per page pixel."""
        return self._scale

    def fetch_ahead(self) -> None:
        """Load what will be seen first of the page, while this is not shown yet."""
        grid = self._grid()
        if grid is not None and self._loader is not None:
            room = self.maximumViewportSize() * self._ratio
            first = [Preview()] if grid.page_index == 0 else []
            self._loader.want([*first, *grid.covering(Box(0, 0, room.width(), room.height()))])

    # Size and zoom

    @property
    def _ratio(self) -> float:
        return self.devicePixelRatioF()

    def _grid(self) -> Grid | None:
        if self._page is None or not self._page[1]:
            return None
        return Grid(*self._page, scale=self._scale, sharpest=SHARPEST_PDF if self._vector else 1.0)

    def _turn_to(self, turned: int) -> None:
        if turned % 4 == self.turned:
            return
        looked_at = self._under(QPointF(self.viewport().rect().center()))
        self.turned = turned % 4
        width, height = self._turned_size()
        self.fit = Fit.WIDTH if self.tall else Fit.HEIGHT if width > TALL * height else Fit.PAGE
        self._place_minimap()
        self._refit()
        self._bring(looked_at)
        self.viewport().update()
        self.turned_changed.emit(self.turned)

    def _under(self, place: QPointF) -> QPointF:
        """Return which place of the upright page, in page pixels, lies under one of the viewport."""
        if not self._scale:
            return QPointF()
        back, _ = self._laid().inverted()
        return back.map(place) * (self._ratio / self._scale)

    def _bring(self, page_place: QPointF) -> None:
        """Scroll so that a place of the upright page lies in the middle, as far as there is page around it."""
        off = self._laid().map(page_place * (self._scale / self._ratio)) - QPointF(self.viewport().rect().center())
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + round(off.x()))
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + round(off.y()))

    def _turned_size(self) -> tuple[int, int]:
        """Return the page's width and height as it lies in the view, in page pixels."""
        _, width, height = self._page or (0, 0, 0)
        return (height, width) if self.turned % 2 else (width, height)

    @property
    def tall(self) -> bool:
        """Whether the page, as it lies in the view, is a long one."""
        width, height = self._turned_size()
        return height > TALL * width

    def _open_page(self) -> None:
        self.fit = Fit.WIDTH if self.tall else Fit.PAGE
        self._scale = 0.0
        self._place_minimap()
        self._refit()
        self.verticalScrollBar().setValue(0)
        self.horizontalScrollBar().setValue(0)

    def _fitting(self) -> float:
        """Return the scale that the fit asks for; pictures are not blown up beyond their pixels."""
        width, height = self._turned_size()
        if not width:
            return 1.0
        room = self.maximumViewportSize() * self._ratio
        across = room.width() / width
        most = self._ratio * (2.0 if self._vector else 1.0)
        if self.fit is Fit.WIDTH:
            if height * across > room.height():
                across = (room.width() - self.verticalScrollBar().sizeHint().width() * self._ratio) / width
            return min(across, most)
        if self.fit is Fit.HEIGHT:
            along = (room.height() - self.horizontalScrollBar().sizeHint().height() * self._ratio) / height
            return min(along, most)
        return min(across, room.height() / height, most)

    def _refit(self) -> None:
        if self.fit is not Fit.FREE:
            self._set_scale(self._fitting(), QPointF(self.viewport().width() / 2, 0))
        else:
            self._set_bars()

    def _least_scale(self) -> float:
        return min(LEAST_WIDTH_PX / max(self._turned_size()[0], 1), self._ratio)

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
        """Return the zoomed page's size in logical pixels, as it lies in the view."""
        grid = self._grid()
        if grid is None:
            return QSize()
        width, height = self._turned_size()
        return QSize(round(grid.edge(width) / self._ratio), round(grid.edge(height) / self._ratio))

    def _set_bars(self) -> None:
        content, view = self._content(), self.viewport().size()
        for bar, whole, shown in (
            (self.horizontalScrollBar(), content.width(), view.width()),
            (self.verticalScrollBar(), content.height(), view.height()),
        ):
            bar.setRange(0, max(0, whole - shown))
            bar.setPageStep(max(1, shown - SCROLL_STEP))
        self._follow_on_minimap()

    def _origin(self) -> QPointF:
        """Return where the page's top left lies in the viewport, in logical pixels; centred where there is room."""
        content, view = self._content(), self.viewport().size()
        x = (view.width() - content.width()) // 2 if content.width() < view.width() else 0
        y = (view.height() - content.height()) // 2 if content.height() < view.height() else 0
        return QPointF(x - self.horizontalScrollBar().value(), y - self.verticalScrollBar().value())

    def _laid(self) -> QTransform:
        """Return the way from logical pixels of the upright zoomed page to the viewport."""
        origin, content = self._origin(), self._content()
        across, down = [(0, 0), (content.width(), 0), (content.width(), content.height()), (0, content.height())][
            self.turned
        ]
        return QTransform.fromTranslate(origin.x() + across, origin.y() + down).rotate(90.0 * self.turned)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the fit."""
        super().resizeEvent(event)
        self._place_minimap()
        self._refit()
        self.viewport().update()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is drawn and draw only the strip that appears."""
        self.viewport().scroll(dx, dy)

    # The minimap of a long page

    def _place_minimap(self) -> None:
        across, down = self._turned_size()
        wanted = across > 0 and down > VERY_TALL * across and self.width() >= ROOM_FOR_MINIMAP
        self.minimap.setVisible(wanted)
        width = self.minimap.fitting_width(across, down, self.height()) if wanted else 0
        if self.viewportMargins().right() != width:
            self.setViewportMargins(0, 0, width, 0)
        port = self.viewport().geometry()
        self.minimap.setGeometry(port.right() + 1, port.top(), width, port.height())
        if not wanted:
            self.minimap.show_picture(None, 0)

    def _overview(self) -> Overview | None:
        if self._page is None or self.minimap.isHidden():
            return None
        width, height = self._page[1], self._page[2]
        most = max(1, round(self.minimap.width() * self._ratio))
        return Overview(self._page[0], most if not self.turned % 2 else max(1, round(most * width / height)))

    def _follow_on_minimap(self) -> None:
        height = self._content().height()
        if height and not self.minimap.isHidden():
            top = self.verticalScrollBar().value() / height
            self.minimap.show_part(top, min(1.0, self.viewport().height() / height))

    def _show_part(self, middle: float) -> None:
        """Bring a place of the page, as a share of its height, into the middle of the view."""
        content, view = self._content().height(), self.viewport().height()
        self.verticalScrollBar().setValue(round(middle * content - view / 2))

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the preview, over it tiles of the former zoom, over them the sharp ones; ask for those that miss."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), current().surface_sunken)
        grid = self._grid()
        drawn = False
        if grid is not None and self._loader is not None:
            painter.setTransform(self._laid())
            drawn = self._paint_page(painter, event.rect(), grid, self._loader)
        painter.end()
        if drawn and not self._seen:
            self._seen = True
            self.first_pixels.emit()

    def _paint_page(self, painter: QPainter, dirty: QRect, grid: Grid, loader: ImageLoader) -> bool:
        """Return whether any pixel of the page was drawn."""
        tiles = list(grid.covering(self._device_box(self.viewport().rect())))
        missing = [tile for tile in tiles if loader.pixmap(tile) is None]
        wishes: list[object] = [*missing]
        drawn = False
        if missing:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            drawn = self._paint_background(painter, grid, loader)
            for old in self._before:
                self._paint_tile(painter, dirty, grid, old, loader.pixmap(old))
            if loader.pixmap(Preview()) is None and grid.page_index == 0:
                wishes.insert(0, Preview())
        elif self._before:
            self._before = []
        for tile in tiles:
            self._paint_tile(painter, dirty, grid, tile, loader.pixmap(tile))
        self._drawn = tiles
        self._tell_all(not missing)
        overview = self._overview()
        loader.want([*wishes, overview] if overview is not None else wishes)
        return drawn or len(missing) < len(tiles)

    def _tell_all(self, whole: bool) -> None:
        if whole and not self._whole:
            self._whole = True
            self.all_pixels.emit()

    def _device_box(self, rect: QRect) -> Box:
        """Return a part of the viewport as device pixels of the upright zoomed page."""
        back, _ = self._laid().inverted()
        seen, ratio = back.mapRect(QRectF(rect)), self._ratio
        left, top = seen.left() * ratio, seen.top() * ratio
        return Box(int(left), int(top), int(seen.width() * ratio) + 1, int(seen.height() * ratio) + 1)

    def _logical(self, place: Box) -> QRectF:
        """Return a place of the zoomed page in logical pixels, upright, from the page's top left."""
        ratio = self._ratio
        return QRectF(place.x / ratio, place.y / ratio, place.width / ratio, place.height / ratio)

    def _in_view(self, place: Box) -> QRectF:
        return self._laid().mapRect(self._logical(place))

    def _paint_background(self, painter: QPainter, grid: Grid, loader: ImageLoader) -> bool:
        """Draw what is known of the page before its tiles: the preview's part of it, or the whole page."""
        whole_page = grid.place(Box(0, 0, grid.width, grid.height))
        painter.fillRect(self._logical(whole_page), current().surface)
        overview = self._overview()
        whole = loader.pixmap(WholePage(grid.page_index))
        if whole is None and overview is not None:
            whole = loader.pixmap(overview)
        if whole is not None:
            self._paint_pixmap(painter, whole_page, whole)
        preview = loader.pixmap(Preview()) if grid.page_index == 0 else None
        if preview is not None:
            shown = _part_of_preview(preview.size(), grid.width, grid.height)
            self._paint_pixmap(painter, grid.place(shown), preview)
        return whole is not None or preview is not None

    def _paint_tile(self, painter: QPainter, dirty: QRect, grid: Grid, tile: Tile, pixmap: QPixmap | None) -> None:
        if pixmap is None or tile.page_index != grid.page_index:
            return
        place = grid.place(tile.region)
        if self._in_view(place).intersects(QRectF(dirty)):
            same = (pixmap.width(), pixmap.height()) == (place.width, place.height)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not same)
            self._paint_pixmap(painter, place, pixmap)

    def _paint_pixmap(self, painter: QPainter, place: Box, pixmap: QPixmap) -> None:
        painter.drawPixmap(self._logical(place), pixmap, QRectF(pixmap.rect()))

    # What comes back

    def _arrived(self, key: object) -> None:
        if isinstance(key, WholePage):
            self._measured(key.page_index)
        if isinstance(key, Overview) and self._loader is not None and key == self._overview():
            self.minimap.show_picture(self._loader.pixmap(key), self.turned)
        grid = self._grid()
        if isinstance(key, Tile) and grid is not None and key.page_index == grid.page_index:
            self.viewport().update(self._in_view(grid.place(key.region)).toAlignedRect())
        else:
            self.viewport().update()

    def _measured(self, page_index: int) -> None:
        """Take a page's size from its picture."""
        whole = self._loader.pixmap(WholePage(page_index)) if self._loader else None
        if whole is not None and self._page == (page_index, 0, 0):
            self._page = (page_index, whole.width(), whole.height())
            self._open_page()

    def _failed(self, key: object, error: object) -> None:
        if not isinstance(key, Preview | Overview):
            self.failed.emit(error)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a move to a screen with other pixels."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._refit()
            self.viewport().update()


def _part_of_preview(preview: QSize, width: int, height: int) -> Box:
    """Return the part of the page that its preview shows: of a very long page only the beginning."""
    if preview.height() * width < height * preview.width() * 0.98:
        return Box(0, 0, width, min(height, round(width * preview.height() / preview.width())))
    if preview.width() * height < width * preview.height() * 0.98:
        return Box(0, 0, min(width, round(height * preview.width() / preview.height())), height)
    return Box(0, 0, width, height)
