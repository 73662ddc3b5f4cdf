"""Draws an exhibit: its picture, number and title, what it proves, its time and what it still wants."""

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from evidence_app.domain.exhibits import MediaKind
from ui.controls import plain_tip
from ui.evidence.cards import Card, Need, copy_words, need_word, number_words, sentence, time_words
from ui.evidence.model import Role
from ui.icons import pixmap
from ui.timeline.card import wrapped
from ui.timeline.marks import media_glyph
from ui.timeline.thumbnails import RADIUS, ThumbnailLoader
from ui.tokens import RADIUS_CARD, SPACE_1, SPACE_2, SPACE_3, Tokens, current, font, scaled, theme

AnyIndex = QModelIndex | QPersistentModelIndex
LEAST_WIDTH = 192  # of a card at 100 % text: three beside the inspector in the smallest common window
PICTURE_SHARE = 0.62  # of the width: wide enough for documents, tall enough to tell screenshots apart
PROOF_LINES = 2
MARK = 14
LONGEST_EXTENSION = 6  # with its dot
GLYPH = 36
INSET = 3  # of the picture in its card: the frame of a chosen one stays whole

MOST_BYTES = 32 * 1024 * 1024  # of cards drawn before: some screens full

_State = QStyle.StateFlag
_STANDING_OUT = _State.State_Selected | _State.State_MouseOver | _State.State_HasFocus


@dataclass(frozen=True)
class Measures:
    """Heights of a card's parts, from the fonts in force; ``width`` is the card's with its gap."""

    width: int
    picture: int
    line: int
    small: int

    @property
    def height(self) -> int:
        """The card's height with its gap."""
        return self.picture + self.line + (PROOF_LINES + 1) * self.small + 2 * SPACE_1 + 3 * SPACE_2 + SPACE_2


def mark_size() -> int:
    """Return how large the small signs are."""
    return scaled(MARK)


def glyph_size() -> int:
    """Return how large the sign is that stands for a picture."""
    return scaled(GLYPH)


def least_width() -> int:
    """Return how wide a card is at the least: wider with larger text, but less so, so that some stand in a row."""
    return round(LEAST_WIDTH * (1 + theme.text_scale) / 2)


def measures(width: int) -> Measures:
    """Return the heights of a card of this width."""
    line, small = QFontMetrics(font("body")).height(), QFontMetrics(font("caption")).height()
    return Measures(width, round((width - SPACE_2) * PICTURE_SHARE), line, small)


class EvidenceDelegate(QStyledItemDelegate):
    """Paints cells of `EvidenceModel`; plain text only."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.thumbnails: ThumbnailLoader | None = None
        self.measures = measures(least_width())
        self._drawn: OrderedDict[str, tuple[Card, QPixmap]] = OrderedDict()

    def restyle(self, width: int) -> None:
        """Measure and draw anew: width, fonts, colours or language may have changed."""
        self.measures = measures(width)
        self._drawn.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return the cell's size, the same for all."""
        return QSize(self.measures.width, self.measures.height)

    def proof_rect(self, cell: QRect) -> QRect:
        """Return where a card says what its exhibit proves, or asks for it."""
        top = cell.top() + self.measures.picture + SPACE_2 + self.measures.line + SPACE_1
        return QRect(cell.left(), top, cell.width(), self.measures.small * PROOF_LINES + SPACE_2)

    def picture_size(self) -> QSize:
        """Return how large thumbnails are drawn."""
        return QSize(self.measures.width - SPACE_2 - 2 * INSET, self.measures.picture)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw one exhibit."""
        card = index.data(Role.CARD)
        if not isinstance(card, Card):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & _STANDING_OUT:
            self._plain(painter, option.rect, card, option.state)
        else:
            painter.drawPixmap(option.rect.topLeft(), self._drawn_before(painter, option.rect, card))
        gap = SPACE_2 // 2 + INSET
        picture = QRect(option.rect.left() + gap, option.rect.top() + gap, 0, self.measures.picture)
        picture.setRight(option.rect.right() - gap)
        self._picture(painter, picture, card)
        painter.restore()

    def _drawn_before(self, painter: QPainter, place: QRect, card: Card) -> QPixmap:
        """Return the card without its picture, drawn now or the last time: scrolling copies pixels."""
        ratio = painter.device().devicePixelRatioF()
        before = self._drawn.get(card.exhibit_id)
        if before is not None and before[0] == card and before[1].devicePixelRatio() == ratio:
            self._drawn.move_to_end(card.exhibit_id)
            return before[1]
        drawn = QPixmap(round(place.width() * ratio), round(place.height() * ratio))
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(current().background)  # the grid's ground: opaque pixels are copied several times faster
        inside = QPainter(drawn)
        inside.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._plain(inside, QRect(0, 0, place.width(), place.height()), card, _State.State_Enabled)
        inside.end()
        self._drawn[card.exhibit_id] = card, drawn
        most = MOST_BYTES // max(1, drawn.width() * drawn.height() * 4)
        while len(self._drawn) > max(1, most):
            self._drawn.popitem(last=False)
        return drawn

    def _plain(self, painter: QPainter, place: QRect, card: Card, state: QStyle.StateFlag) -> None:
        """Draw everything but the picture and what stands on it."""
        gap = SPACE_2 // 2
        box = place.adjusted(gap, gap, -gap, -gap)
        self._ground(painter, box, state)
        self._words(painter, box.adjusted(SPACE_2, self.measures.picture + SPACE_2, -SPACE_2, -SPACE_2), card)

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: AnyIndex
    ) -> bool:
        """Say everything about the exhibit, also what the card cuts off."""
        card = index.data(Role.CARD)
        if event.type() is QEvent.Type.ToolTip and isinstance(card, Card):
            QToolTip.showText(event.globalPos(), plain_tip(sentence(card)), view)
            return True
        return False

    def _ground(self, painter: QPainter, box: QRect, state: QStyle.StateFlag) -> None:
        tokens = current()
        chosen = bool(state & _State.State_Selected)
        edge, fill = tokens.hairline, tokens.surface
        if chosen:
            edge, fill = tokens.accent, tokens.selection
        elif state & _State.State_MouseOver:
            edge, fill = tokens.control_edge, tokens.hover
        width = 2 if chosen or state & _State.State_HasFocus else 1
        if state & _State.State_HasFocus:
            edge = tokens.focus
        inset = width / 2
        painter.setPen(QPen(edge, width))
        painter.setBrush(fill)
        painter.drawRoundedRect(QRectF(box).adjusted(inset, inset, -inset, -inset), RADIUS_CARD, RADIUS_CARD)

    def _picture(self, painter: QPainter, place: QRect, card: Card) -> None:
        """Draw the thumbnail, or the sign of its kind, and the number over it."""
        tokens = current()
        picture = self.thumbnails.pixmap(card.sha256) if self.thumbnails is not None else None
        if picture is not None:
            painter.drawPixmap(place.topLeft(), picture)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.surface_sunken)
            painter.drawRoundedRect(place, RADIUS, RADIUS)
            glyph = pixmap(
                media_glyph(card.media_kind), tokens.text_faint, glyph_size(), painter.device().devicePixelRatioF()
            )
            painter.drawPixmap(place.center().x() - glyph_size() // 2, place.center().y() - glyph_size() // 2, glyph)
        sign = "" if card.media_kind is MediaKind.IMAGE else media_glyph(card.media_kind)
        self._chip(painter, place, number_words(card), sign)
        if card.copy_of:
            self._chip(painter, place, copy_words(card), "files", below=True)

    def _chip(self, painter: QPainter, place: QRect, said: str, sign: str, *, below: bool = False) -> None:
        """Draw some words in the upper corner of the picture, or in the lower one, with a sign before them."""
        tokens = current()
        painter.setFont(font("caption"))
        measured = painter.fontMetrics()
        room = place.width() - 4 * SPACE_2 - (mark_size() + SPACE_1 if sign else 0)
        text = measured.elidedText(said, Qt.TextElideMode.ElideRight, room)
        width = measured.horizontalAdvance(text) + 2 * SPACE_2 + (mark_size() + SPACE_1 if sign else 0)
        height = measured.height() + SPACE_1
        top = place.bottom() - SPACE_2 - height if below else place.top() + SPACE_2
        chip = QRectF(place.left() + SPACE_2, top, width, height)
        painter.setPen(QPen(tokens.hairline, 1))
        painter.setBrush(tokens.surface_raised)
        painter.drawRoundedRect(chip, chip.height() / 2, chip.height() / 2)
        inner = chip.adjusted(SPACE_2, 0, -SPACE_2, 0)
        if sign:
            top = round(chip.center().y() - mark_size() / 2)
            glyph = pixmap(sign, tokens.text_muted, mark_size(), painter.device().devicePixelRatioF())
            painter.drawPixmap(round(inner.left()), top, glyph)
            inner.setLeft(inner.left() + mark_size() + SPACE_1)
        painter.setPen(tokens.text)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _words(self, painter: QPainter, place: QRect, card: Card) -> None:
        tokens, sizes = current(), self.measures
        title = QRect(place.left(), place.top(), place.width(), sizes.line)
        painter.setFont(font("body"))
        painter.setPen(tokens.text)
        painter.drawText(title, Qt.AlignmentFlag.AlignVCenter, _named(painter, card.label, title.width()))
        painter.setFont(font("caption"))
        top = title.bottom() + 1 + SPACE_1
        painter.setPen(tokens.text_muted)
        lines = wrapped(card.proves, font("caption"), place.width(), PROOF_LINES) if card.proves else []
        for row, line in enumerate(lines):
            place_of_line = QRect(place.left(), top + row * sizes.small, place.width(), sizes.small)
            painter.drawText(place_of_line, Qt.AlignmentFlag.AlignVCenter, line)
        if not lines:
            self._badge(painter, QRect(place.left(), top, place.width(), sizes.small), Need.UNDESCRIBED)
        foot = QRect(place.left(), top + PROOF_LINES * sizes.small + SPACE_1, place.width(), sizes.small)
        self._foot(painter, foot, card)

    def _foot(self, painter: QPainter, place: QRect, card: Card) -> None:
        """Draw the time, or why it is missing, and what else is wrong."""
        left = place.left()
        if time := time_words(card):
            painter.setPen(current().text_muted)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, _elided(painter, time, place.width()))
            left += painter.fontMetrics().horizontalAdvance(time) + SPACE_3
        for need in (Need.UNREAD, Need.CONFLICT, Need.NO_TIME):
            if need in card.needs and left < place.right() - mark_size():
                left = self._badge(painter, QRect(left, place.top(), place.right() - left, place.height()), need)

    def _badge(self, painter: QPainter, place: QRect, need: Need) -> int:
        """Draw a badge from the left and return where the next one may begin; only its sign where words do not fit."""
        tokens = current()
        name, colour = _looks(need, tokens)
        top = place.center().y() - mark_size() // 2 + 1
        painter.drawPixmap(place.left(), top, pixmap(name, colour, mark_size(), painter.device().devicePixelRatioF()))
        text = need_word(need)
        room = place.width() - mark_size() - SPACE_1
        needed = painter.fontMetrics().horizontalAdvance(text)
        if needed > room:
            return place.left() + mark_size() + SPACE_2
        painter.setPen(colour)
        words = QRect(place.left() + mark_size() + SPACE_1, place.top(), room, place.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)
        return place.left() + mark_size() + SPACE_1 + needed + SPACE_3


def _looks(need: Need, tokens: Tokens) -> tuple[str, QColor]:
    return {
        Need.UNREAD: ("warning-circle", tokens.attention),
        Need.CONFLICT: ("warning", tokens.attention),
        Need.NO_TIME: ("question", tokens.attention),
        Need.UNDESCRIBED: ("pencil-simple", tokens.text_faint),
    }[need]


def _named(painter: QPainter, label: str, width: int) -> str:
    """Return as much of a name as fits: of a file's, the beginning is often the same and the end tells it apart."""
    is_file = " " not in label and "." in label[-LONGEST_EXTENSION:]
    mode = Qt.TextElideMode.ElideMiddle if is_file else Qt.TextElideMode.ElideRight
    return painter.fontMetrics().elidedText(label, mode, width)


def _elided(painter: QPainter, text: str, width: int) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
