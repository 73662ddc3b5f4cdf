"""Pages of a document below each other, or small ones side by side, drawn by a worker process as they come into view.

Another document takes the place of the one before at once and whole, never page by page.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import NamedTuple, cast

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from ui.keeping import discard
from ui.loading import ImageLoader, Load
from ui.tokens import SPACE_2, SPACE_4, current, font, theme

CACHE_BYTES = 64 * 1024 * 1024
PAPER = QColor("#FFFFFF")  # paper is white in the dark too
POINT_PX = 96 / 72  # logical pixels of a point at 100 %
ZOOM_STEP = 1.25
LEAST_ZOOM, MOST_ZOOM = 0.25, 3.0
WIDEST_FIT = 1.35
"""Zoom beyond which a page is not blown up to fill a wide window: lines would be too long to read."""

MOST_WIDTH_PX = 2600
SWAP_AFTER_MS = 1500
"""How long the document before stays while the first pages of the next are drawn."""


class PageKey(NamedTuple):
    """One page as wide as it is wanted, in device pixels."""

    page_index: int
    width_px: int


@dataclass(frozen=True, eq=False)
class Document:
    """What is shown: how many pages, how large each is in points, and how their pictures are loaded."""

    page_count: int
    width_pt: float
    height_pt: float
    load: Load


class PagesView(QAbstractScrollArea):
    """Shows a document. ``page_changed`` carries the page in the middle of the view, counted from 0.

    ``released`` carries a document that is not looked at any more. With ``page_width`` it is a strip of small pages
    of that width. ``chosen`` carries the page that somebody points at.
    """

    page_changed = Signal(int)
    zoom_changed = Signal(float)
    released = Signal(object)
    chosen = Signal(int)

    def __init__(self, *, page_width: int = 0) -> None:
        super().__init__()
        self._fixed_width = page_width
        self._document: Document | None = None
        self._loader: ImageLoader | None = None
        self._coming: tuple[Document, ImageLoader] | None = None
        self._zoom = 1.0
        self._fits = True
        self._shown_page = -1
        self._marked = -1
        self._last_width: dict[int, int] = {}
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(SWAP_AFTER_MS)
        self._patience.timeout.connect(self._swap)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._note_page())
        theme.changed.connect(self.viewport().update)

    # Documents

    @property
    def document(self) -> Document | None:
        """What is on the screen now."""
        return self._document

    def show_document(self, document: Document | None) -> None:
        """Show another document as soon as what will be in view is drawn; nothing at once."""
        self._drop_coming()
        if document is None or self._document is None or not self.isVisible():
            self._take(document, self._loader_of(document) if document is not None else None)
            return
        loader = self._loader_of(document)
        self._coming = (document, loader)
        loader.ready.connect(lambda _: self._swap_if_drawn())
        loader.failed.connect(lambda *_: self._swap())
        loader.want(self._keys_in_view(document))
        self._patience.start()
        self._swap_if_drawn()

    def _loader_of(self, document: Document) -> ImageLoader:
        return ImageLoader(document.load, cache_bytes=CACHE_BYTES, parent=self)

    def _drop_coming(self) -> None:
        self._patience.stop()
        if self._coming is not None:
            document, loader = self._coming
            self._coming = None
            loader.close()
            discard(loader)
            self.released.emit(document)

    def _swap_if_drawn(self) -> None:
        if self._coming is None:
            return
        document, loader = self._coming
        if all(loader.pixmap(key) is not None for key in self._keys_in_view(document)):
            self._swap()

    def _swap(self) -> None:
        self._patience.stop()
        if self._coming is not None:
            document, loader = self._coming
            self._coming = None
            loader.ready.disconnect()
            loader.failed.disconnect()
            self._take(document, loader)

    def _take(self, document: Document | None, loader: ImageLoader | None) -> None:
        before, old_loader = self._document, self._loader
        self._document, self._loader, self._last_width = document, loader, {}
        if loader is not None:
            loader.ready.connect(lambda _: self.viewport().update())
            loader.failed.connect(lambda *_: self.viewport().update())
        if old_loader is not None:
            old_loader.close()
            discard(old_loader)
        self._lay_out()
        self._shown_page = -1
        self._note_page()
        self.viewport().update()
        if before is not None:
            self.released.emit(before)

    def drawn(self, page_index: int) -> bool:
        """Tell whether a page is drawn as sharp as it is shown."""
        document, loader = self._document, self._loader
        if document is None or loader is None:
            return False
        return loader.pixmap(self._key(page_index, document)) is not None

    # Places. All in logical pixels; contents begin at the scroll bars' zero.

    def _page_size(self, document: Document) -> QSize:
        width = self._fixed_width or round(document.width_pt * POINT_PX * self._zoom)
        return QSize(max(1, width), max(1, round(width * document.height_pt / document.width_pt)))

    @property
    def _gap(self) -> int:
        return SPACE_4 if not self._fixed_width else SPACE_2 + self.fontMetrics().height()

    def _columns(self, document: Document) -> int:
        """Return how many pages stand side by side: several once they are small."""
        size = self._page_size(document)
        if self._fixed_width or self._zoom > LEAST_ZOOM * ZOOM_STEP**2:
            return 1
        return max(1, (self.viewport().width() - SPACE_4) // (size.width() + SPACE_4))

    def _place(self, page_index: int, document: Document) -> QRect:
        """Return where a page lies in the contents."""
        size, columns = self._page_size(document), self._columns(document)
        row, column = divmod(page_index, columns)
        used = columns * size.width() + (columns - 1) * SPACE_4
        left = max(SPACE_4, (self.viewport().width() - used) // 2) + column * (size.width() + SPACE_4)
        return QRect(QPoint(left, SPACE_4 + row * (size.height() + self._gap)), size)

    def _in_view(self, document: Document) -> range:
        """Return the pages that are in view."""
        if not document.page_count:
            return range(0)
        step = self._page_size(document).height() + self._gap
        columns = self._columns(document)
        top = min(self.verticalScrollBar().value(), self._contents_height(document))
        first = max(0, (top - SPACE_4) // step) * columns
        last = (top + self.viewport().height() - SPACE_4) // step * columns + columns
        return range(min(first, document.page_count - 1), min(max(last, first + 1), document.page_count))

    def _contents_height(self, document: Document) -> int:
        if not document.page_count:
            return 0
        return self._place(document.page_count - 1, document).bottom() + self._gap

    def _keys_in_view(self, document: Document) -> list[PageKey]:
        return [self._key(page_index, document) for page_index in self._in_view(document)]

    def _key(self, page_index: int, document: Document) -> PageKey:
        width_px = round(self._page_size(document).width() * self.devicePixelRatioF())
        return PageKey(page_index, min(width_px, MOST_WIDTH_PX))

    def _lay_out(self) -> None:
        """Set zoom and scroll bars for the size of the view."""
        document = self._document
        if document is None:
            self.verticalScrollBar().setRange(0, 0)
            self.horizontalScrollBar().setRange(0, 0)
            return
        if self._fits and not self._fixed_width:
            self._zoom = self._fitting(document)
            self.zoom_changed.emit(self._zoom)
        view, size = self.viewport().size(), self._page_size(document)
        self.verticalScrollBar().setRange(0, max(0, self._contents_height(document) - view.height()))
        self.verticalScrollBar().setPageStep(max(1, view.height() - SPACE_4))
        self.verticalScrollBar().setSingleStep(SPACE_4 * 3)
        self.horizontalScrollBar().setRange(0, max(0, size.width() + 2 * SPACE_4 - view.width()))
        self.horizontalScrollBar().setPageStep(view.width())

    def _fitting(self, document: Document) -> float:
        bar = self.verticalScrollBar().sizeHint().width()
        room = self.maximumViewportSize().width() - bar - 2 * SPACE_4
        return min(max(room / (document.width_pt * POINT_PX), LEAST_ZOOM), WIDEST_FIT)

    # Zoom and place

    @property
    def fits(self) -> bool:
        """Whether the pages are as wide as the view."""
        return self._fits

    @property
    def side_by_side(self) -> bool:
        """Whether several pages stand beside each other."""
        return self._document is not None and self._columns(self._document) > 1

    def fit_width(self) -> None:
        """Make pages as wide as the view, now and whenever it changes."""
        self._fits = True
        self._keeping_place(lambda: None)

    def zoom_by(self, steps: float) -> None:
        """Zoom in (positive) or out."""
        self._fits = False
        zoom = min(max(self._zoom * ZOOM_STEP**steps, LEAST_ZOOM), MOST_ZOOM)
        self._keeping_place(lambda: setattr(self, "_zoom", zoom))
        self.zoom_changed.emit(self._zoom)

    def go_to(self, page_index: int) -> None:
        """Bring a page to the top of the view."""
        if self._document is not None:
            top = self._place(page_index, self._document).top() - SPACE_4
            self.verticalScrollBar().setValue(top)

    def mark(self, page_index: int) -> None:
        """Frame a page, and bring it into view."""
        self._marked = page_index
        document = self._document
        if document is not None and 0 <= page_index < document.page_count:
            place, bar = self._place(page_index, document), self.verticalScrollBar()
            if place.top() < bar.value() or place.bottom() > bar.value() + self.viewport().height():
                bar.setValue(place.center().y() - self.viewport().height() // 2)
        self.viewport().update()

    def page(self) -> int:
        """Return the page in the middle of the view, from 0; -1 without a document."""
        document = self._document
        if document is None or not document.page_count:
            return -1
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        pages = self._in_view(document)
        return min(pages, key=lambda index: abs(self._place(index, document).center().y() - middle))

    def _keeping_place(self, change: Callable[[], object]) -> None:
        """Change the zoom while the same page stays at the top, to the same part."""
        document, bar = self._document, self.verticalScrollBar()
        if document is None or not document.page_count:
            change()
            return
        first = self._in_view(document)[0]
        before = self._place(first, document)
        part = (bar.value() - before.top()) / before.height()
        change()
        self._lay_out()
        after = self._place(first, document)
        bar.setValue(round(after.top() + part * after.height()))
        self.viewport().update()

    def _note_page(self) -> None:
        page = self.page()
        if page != self._shown_page:
            self._shown_page = page
            self.page_changed.emit(page)

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the place and the fit."""
        super().resizeEvent(event)
        self._keeping_place(lambda: None)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Draw what comes into view."""
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, scroll without."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and not self._fixed_width:
            self.zoom_by(event.angleDelta().y() / 120)
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go by pages, to the ends, and zoom."""
        document = self._document
        last = document.page_count - 1 if document is not None else 0
        steps = {
            Qt.Key.Key_Home: lambda: self.go_to(0),
            Qt.Key.Key_End: lambda: self.go_to(last),
            Qt.Key.Key_Right: lambda: self.go_to(min(last, self.page() + 1)),
            Qt.Key.Key_Left: lambda: self.go_to(max(0, self.page() - 1)),
            Qt.Key.Key_Space: lambda: self.verticalScrollBar().triggerAction(
                self.verticalScrollBar().SliderAction.SliderPageStepAdd
            ),
            Qt.Key.Key_Plus: lambda: self.zoom_by(1),
            Qt.Key.Key_Equal: lambda: self.zoom_by(1),
            Qt.Key.Key_Minus: lambda: self.zoom_by(-1),
            Qt.Key.Key_0: self.fit_width,
        }
        step = steps.get(cast("Qt.Key", event.key()))
        if step is None or document is None:
            super().keyPressEvent(event)
        else:
            step()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a small page."""
        document = self._document
        at = event.position().toPoint() + QPoint(0, self.verticalScrollBar().value())
        if document is not None:
            for page_index in self._in_view(document):
                if self._place(page_index, document).contains(at):
                    self.chosen.emit(page_index)
                    return

    def changeEvent(self, event: QEvent) -> None:
        """Follow fonts."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._lay_out()

    def sizeHint(self) -> QSize:
        """Return the width of a strip of small pages; otherwise a modest size."""
        if self._fixed_width:
            return QSize(self._fixed_width + 3 * SPACE_4, 200)
        return QSize(480, 400)

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages in view, and ask for the pictures that miss."""
        painter = QPainter(self.viewport())
        tokens = current()
        painter.fillRect(event.rect(), tokens.background)
        document, loader = self._document, self._loader
        if document is not None and loader is not None:
            keys = self._keys_in_view(document)
            for key in keys:
                self._paint_page(painter, key, document, loader)
            loader.want([*keys, *self._neighbours(keys, document)])
        painter.end()

    def _neighbours(self, keys: list[PageKey], document: Document) -> list[Hashable]:
        """Return the pages behind and before those in view: they are wanted next."""
        if not keys:
            return []
        near = (keys[-1].page_index + 1, keys[0].page_index - 1, keys[-1].page_index + 2)
        return [self._key(index, document) for index in near if 0 <= index < document.page_count]

    def _paint_page(self, painter: QPainter, key: PageKey, document: Document, loader: ImageLoader) -> None:
        bars = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        place = self._place(key.page_index, document).translated(-bars)
        pixmap = loader.pixmap(key)
        if pixmap is not None:
            self._last_width[key.page_index] = key.width_px
        elif (width_px := self._last_width.get(key.page_index)) is not None:
            pixmap = loader.pixmap(PageKey(key.page_index, width_px))
        painter.fillRect(place, PAPER)
        if pixmap is not None:
            same = pixmap.width() == round(place.width() * self.devicePixelRatioF())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not same)
            painter.drawPixmap(QRectF(place), pixmap, QRectF(pixmap.rect()))
        tokens = current()
        marked = self._fixed_width and key.page_index == self._marked
        painter.setPen(tokens.accent if marked else tokens.hairline)
        painter.drawRect(place.adjusted(-1, -1, 0, 0))
        if marked:
            painter.drawRect(place.adjusted(-2, -2, 1, 1))
        if self._fixed_width:
            painter.setFont(font("caption"))
            painter.setPen(tokens.text if marked else tokens.text_faint)
            below = QRect(place.left(), place.bottom() + 2, place.width(), self._gap - 2)
            painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, str(key.page_index + 1))
