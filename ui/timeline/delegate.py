"""Draws the timeline's rows: day headers and cards."""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import ceil

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPainterPath, QPen, QPixmap, QStaticText
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from evidence_app.domain.events import TimelineEntry
from evidence_app.domain.finding import words_of
from evidence_app.domain.review import Related
from ui import icons
from ui.timeline import marks, words
from ui.timeline.card import CardLayout, Why, lay_out
from ui.timeline.measures import Metrics, disc_size, glyph_size, metrics, static_text
from ui.timeline.model import Role, TimelineModel
from ui.timeline.rendered import RenderedCards
from ui.timeline.rows import Day
from ui.timeline.thumbnails import RADIUS, ThumbnailLoader
from ui.tokens import RADIUS_CARD, SPACE_2, SPACE_4, Density, Tokens, current

MOST_LAYOUTS = 400  # some screens full of cards, about 2 MB
MOST_HEADERS = 100
EDGE_WIDTH = 4

_State = QStyle.StateFlag
_STANDING_OUT = _State.State_Selected | _State.State_MouseOver | _State.State_HasFocus


class TimelineDelegate(QStyledItemDelegate):
    """Draws plain text only; keeps the layouts of the cards drawn last, and pictures of those that do not stand out."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.thumbnails: ThumbnailLoader | None = None
        self.metrics: Metrics = metrics(Density.COMFORTABLE)
        self.threads: Mapping[str, Sequence[Related]] = {}
        """How pictures of one thread follow each other, by the entries that stand for them."""
        self._tokens: Tokens = current()
        self._layouts: OrderedDict[str, tuple[TimelineEntry, CardLayout]] = OrderedDict()
        self._headers: dict[tuple[str, str], tuple[QStaticText, QStaticText]] = {}
        self.rendered = RenderedCards()
        self._sought: tuple[str, ...] = ()
        self._lines_read: dict[str, str] = {}

    def seek(self, text: str) -> bool:
        """Mark words on the cards from now on; tell whether they are others than before."""
        words_sought = words_of(text)
        if words_sought == self._sought:
            return False
        self._sought, self._lines_read = words_sought, {}
        self._layouts.clear()
        self.rendered.clear()
        return True

    def show_lines_read(self, lines: Mapping[str, str]) -> None:
        """Show what a machine read on the cards of events that were found for it."""
        self._lines_read |= lines
        for event_id in lines:
            self._layouts.pop(event_id, None)
            self.rendered.drop(event_id)

    def why(self, event_id: str) -> Why:
        """Return for what an event was found, as far as its card tells."""
        return Why(self._sought, self._lines_read.get(event_id, ""))

    def restyle(self, density: Density, *, low: bool = False) -> None:
        """Measure anew after a change of density, fonts, colours or language."""
        self.metrics = metrics(density, low=low)
        self._tokens = current()
        self._layouts.clear()
        self._headers.clear()
        self.rendered.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the row's height; the width is the view's."""
        header = index.data(Role.DAY) is not None
        return QSize(0, self.metrics.header_height if header else self.metrics.row_height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one row."""
        model = index.model()
        if not isinstance(model, TimelineModel):
            return
        rect: QRect = option.rect
        entry = model.entry_at(index.row())
        if entry is None:
            day = model.day_at(index.row())
            if day is not None:
                self.paint_header(painter, rect, model, day)
            return
        self._paint_card(painter, rect, entry, option.state)

    def paint_header(self, painter: QPainter, rect: QRect, model: TimelineModel, day: Day) -> None:
        """Draw a day's title, a hairline and the number of its events."""
        tokens, measures = self._tokens, self.metrics
        title, count = self._header(model.day_title(day), model.count_words(day))
        middle = rect.center().y() + 1
        left = rect.left() + SPACE_4
        count_left = rect.right() - SPACE_4 - count.size().width()
        painter.setFont(measures.title)
        painter.setPen(tokens.text)
        painter.drawStaticText(QPointF(left, middle - title.size().height() // 2), title)
        painter.setFont(measures.caption)
        painter.setPen(tokens.text_faint)
        painter.drawStaticText(QPointF(count_left, middle - count.size().height() // 2), count)
        painter.setPen(QPen(tokens.hairline, 1))
        painter.drawLine(
            int(left + title.size().width()) + SPACE_4, middle, int(count_left) - SPACE_2 - SPACE_2 // 2, middle
        )

    def _header(self, title: str, count: str) -> tuple[QStaticText, QStaticText]:
        texts = self._headers.get((title, count))
        if texts is None:
            if len(self._headers) >= MOST_HEADERS:
                self._headers.clear()
            texts = static_text(title, self.metrics.title), static_text(count, self.metrics.caption)
            self._headers[title, count] = texts
        return texts

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Explain a time, or that nobody has confirmed an event, when the pointer rests on it; nothing else."""
        in_column = event.pos().x() < self.metrics.line_x - disc_size() / 2
        tip = index.data(Qt.ItemDataRole.ToolTipRole) if in_column else self._doubt_at(event.pos(), view, index)
        QToolTip.showText(event.globalPos(), str(tip or ""), view)
        return True

    def _doubt_at(self, point: QPoint, view: QAbstractItemView, index: QModelIndex | QPersistentModelIndex) -> str:
        """Return what is to be said of an event that nobody has confirmed, where its card says so."""
        entry, rect = index.data(Role.ENTRY), view.visualRect(index)
        place = self.layout_of(entry, rect.width()).unconfirmed if isinstance(entry, TimelineEntry) else None
        return words.verdicts() if place is not None and place.contains(QPointF(point - rect.topLeft())) else ""

    # Cards

    def thumb_rect(self, rect: QRect, entry: TimelineEntry) -> QRect:
        """Return where in a row's rectangle the picture is drawn, its frame included."""
        thumb = self.layout_of(entry, rect.width()).thumb
        return QRect() if thumb is None else thumb.toAlignedRect().adjusted(-1, -1, 1, 1).translated(rect.topLeft())

    def warning_rect(self, rect: QRect, entry: TimelineEntry) -> QRect:
        """Return where in a row's rectangle times that disagree are marked, with room for a finger; empty if not."""
        layout = self.layout_of(entry, rect.width())
        mark = next((glyph for glyph in layout.glyphs if glyph.name == "warning"), None)
        if mark is None or not entry.open_conflict:
            return QRect()
        box = QRectF(mark.at.x(), mark.at.y(), mark.size, mark.size).toAlignedRect()
        return box.adjusted(-SPACE_2, -SPACE_2, SPACE_2, SPACE_2).translated(rect.topLeft())

    def render(self, entry: TimelineEntry, width: int, ratio: float) -> QPixmap:
        """Return a card's row in its plain state, without the thumbnail, drawn now or before."""
        picture = self.rendered.find(entry, width, ratio)
        if picture is None:
            height = self.metrics.row_height
            picture = QPixmap(ceil(width * ratio), ceil(height * ratio))
            picture.setDevicePixelRatio(ratio)
            picture.fill(self._tokens.background)
            painter = QPainter(picture)
            self._paint_all(painter, QRect(0, 0, width, height), entry, _State.State_Enabled)
            painter.end()
            self.rendered.keep(entry, width, ratio, picture)
        return picture

    def _paint_card(self, painter: QPainter, rect: QRect, entry: TimelineEntry, state: QStyle.StateFlag) -> None:
        if state & _STANDING_OUT:
            self._paint_all(painter, rect, entry, state)
        else:
            painter.drawPixmap(rect.topLeft(), self.render(entry, rect.width(), painter.device().devicePixelRatioF()))
        thumb = self.layout_of(entry, rect.width()).thumb
        if thumb is not None:
            self._paint_thumb(painter, thumb.translated(rect.topLeft()), entry)

    def _paint_all(self, painter: QPainter, rect: QRect, entry: TimelineEntry, state: QStyle.StateFlag) -> None:
        """Draw everything but the thumbnail."""
        measures, tokens = self.metrics, self._tokens
        layout = self.layout_of(entry, rect.width())
        painter.save()
        painter.translate(rect.topLeft())
        self._paint_line(painter, entry, rect.height())
        ground = tokens.surface
        if state & _State.State_Selected:
            ground = tokens.selection
        elif state & _State.State_MouseOver:
            ground = tokens.surface_raised if tokens.dark else tokens.surface_sunken
        focused = bool(state & _State.State_HasFocus)
        edge = marks.edge_colour(entry.direction, tokens)
        border = tokens.focus if focused else tokens.hairline
        ground_pixmap = card_ground(
            max(rect.width() - int(measures.card_x) - SPACE_4, 2 * RADIUS_CARD),
            measures.card_height,
            ground.rgba(),
            border.rgba(),
            edge.rgba() if edge else 0,
            painter.device().devicePixelRatioF(),
            focused,
        )
        painter.drawPixmap(QPointF(int(measures.card_x), 0), ground_pixmap)
        self._paint_parts(painter, layout)
        painter.restore()

    def layout_of(self, entry: TimelineEntry, width: int) -> CardLayout:
        """Return where everything on a card lies."""
        known = self._layouts.get(entry.event_id)
        if known is not None and known[1].width == width and (known[0] is entry or known[0] == entry):
            self._layouts.move_to_end(entry.event_id)
            return known[1]
        threads = self.threads.get(entry.event_id, ())
        layout = lay_out(entry, width, self.metrics, self.why(entry.event_id), threads)
        self._layouts[entry.event_id] = (entry, layout)
        if len(self._layouts) > MOST_LAYOUTS:
            self._layouts.popitem(last=False)
        return layout

    def _paint_line(self, painter: QPainter, entry: TimelineEntry, height: int) -> None:
        """Draw the thin line and the disc with the glyph of what happened."""
        tokens, x = self._tokens, self.metrics.line_x
        painter.fillRect(QRectF(int(x), 0, 1, height), tokens.hairline)
        edge = marks.edge_colour(entry.direction, tokens)
        colour = edge or tokens.text_muted
        middle = self.metrics.chip_height / 2 + (6 if self.metrics.compact else SPACE_2)
        ratio, side = painter.device().devicePixelRatioF(), disc_size()
        painter.drawPixmap(
            QPointF(int(x - side / 2), int(middle - side / 2)),
            disc(side, marks.glyph(entry), colour.rgba(), tokens.background.rgba(), tokens.hairline.rgba(), ratio),
        )

    def _paint_parts(self, painter: QPainter, layout: CardLayout) -> None:
        tokens = self._tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for chip in layout.chips:
            painter.setPen(chip.edge)
            painter.setBrush(chip.fill)
            painter.drawRoundedRect(chip.box, 5, 5)
        if layout.mark is marks.Certainty.UNKNOWN:
            painter.setFont(self.metrics.body)
        marks.paint_certainty(painter, layout.mark_at, layout.mark, tokens.text_muted)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        if layout.underline is not None:
            painter.setPen(QPen(tokens.text_muted, 1, Qt.PenStyle.DotLine))
            painter.drawLine(layout.underline.topLeft(), layout.underline.topRight())
        for found in layout.found:
            painter.fillRect(found, tokens.found)
            painter.fillRect(QRectF(found.left(), found.bottom() - 1, found.width(), 1), tokens.attention)
        ratio = painter.device().devicePixelRatioF()
        for glyph in layout.glyphs:
            painter.drawPixmap(glyph.at, icons.pixmap(glyph.name, glyph.colour, glyph.size, ratio))
        for text in layout.texts:
            painter.setFont(text.font)
            painter.setPen(text.colour)
            painter.drawStaticText(text.at, text.static)

    def _paint_thumb(self, painter: QPainter, box: QRectF, entry: TimelineEntry) -> None:
        pixmap = self.thumbnails.pixmap(entry.sha256) if self.thumbnails else None
        ratio = painter.device().devicePixelRatioF()
        if pixmap is None:
            tokens = self._tokens
            pixmap = empty_thumb(
                round(box.width()),
                round(box.height()),
                marks.media_glyph(entry.media_kind),
                tokens.text_faint.rgba(),
                tokens.hover.rgba(),
                ratio,
            )
        painter.drawPixmap(box.topLeft(), pixmap)
        painter.setPen(self._tokens.hairline)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawRoundedRect(box.adjusted(-0.5, -0.5, 0.5, 0.5), RADIUS, RADIUS)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _canvas(width: int, height: int, ratio: float) -> QPixmap:
    pixmap = QPixmap(round(width * ratio), round(height * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap


@lru_cache(maxsize=48)
def card_ground(width: int, height: int, ground: int, border: int, edge: int, ratio: float, focused: bool) -> QPixmap:
    """Return an empty card; ``edge`` is the colour of the direction, 0 for none."""
    pixmap = _canvas(width, height, ratio)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen_width = 1.5 if focused else 1.0
    box = QRectF(0, 0, width, height).adjusted(pen_width / 2, pen_width / 2, -pen_width / 2, -pen_width / 2)
    shape = QPainterPath()
    shape.addRoundedRect(box, RADIUS_CARD, RADIUS_CARD)
    painter.fillPath(shape, QColor.fromRgba(ground))
    if edge:
        painter.save()
        painter.setClipRect(QRectF(0, 0, EDGE_WIDTH, height))
        painter.fillPath(shape, QColor.fromRgba(edge))
        painter.restore()
    painter.strokePath(shape, QPen(QColor.fromRgba(border), pen_width))
    if edge:
        painter.setClipRect(QRectF(0, 0, EDGE_WIDTH, height))
        painter.strokePath(shape, QPen(QColor.fromRgba(edge), pen_width))
    painter.end()
    return pixmap


@lru_cache(maxsize=128)
def disc(side: int, name: str, colour: int, ground: int, border: int, ratio: float) -> QPixmap:
    """Return the glyph in a disc that sits on the line."""
    pixmap = _canvas(side, side, ratio)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor.fromRgba(ground))
    painter.setPen(QPen(QColor.fromRgba(border), 1))
    painter.drawEllipse(QRectF(0.5, 0.5, side - 1, side - 1))
    glyph = glyph_size()
    inset = (side - glyph) / 2
    painter.drawPixmap(QPointF(inset, inset), icons.pixmap(name, QColor.fromRgba(colour), glyph, ratio))
    painter.end()
    return pixmap


@lru_cache(maxsize=64)
def empty_thumb(width: int, height: int, name: str, colour: int, ground: int, ratio: float) -> QPixmap:
    """Return what stands for a picture that is not loaded or does not exist."""
    pixmap = _canvas(width, height, ratio)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor.fromRgba(ground))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRoundedRect(QRectF(0, 0, width, height), RADIUS, RADIUS)
    glyph = min(glyph_size(), width, height)
    at = QPointF((width - glyph) / 2, (height - glyph) / 2)
    painter.drawPixmap(at, icons.pixmap(name, QColor.fromRgba(colour), glyph, ratio))
    painter.end()
    return pixmap
