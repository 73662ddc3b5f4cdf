"""Small signs of the timeline: how certain a time is (by shape, not by colour) and what kind of thing happened."""

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from evidence_app.domain.events import Direction, EventKind, TimelineEntry
from evidence_app.domain.exhibits import MediaKind
from evidence_app.domain.times import Precision, TimeSource
from ui.tokens import Tokens, scaled

MARK_SIZE = 10  # at 100 %


def mark_size() -> int:
    """Return how wide a certainty mark is at the text's present size."""
    return scaled(MARK_SIZE)


class Certainty(StrEnum):
    """How far a time can be relied on, each with a shape of its own."""

    EXACT = "exact"  # full disc
    MINUTE = "minute"  # disc in a ring
    SCREEN = "screen"  # diamond: read from the pixels
    DAY = "day"  # empty ring
    MONTH = "month"  # dotted ring
    UNKNOWN = "unknown"  # question mark


def certainty(entry: TimelineEntry) -> Certainty:
    """Return the certainty of an event's chosen time."""
    if entry.at is None or entry.precision is Precision.UNKNOWN:
        return Certainty.UNKNOWN
    if entry.precision is Precision.DAY:
        return Certainty.DAY
    if entry.precision is Precision.MONTH:
        return Certainty.MONTH
    if entry.time_source is TimeSource.SCREEN:
        return Certainty.SCREEN
    return Certainty.EXACT if entry.precision is Precision.SECOND else Certainty.MINUTE


def is_uncertain(entry: TimelineEntry) -> bool:
    """Tell whether the time gets a dotted underline: read from pixels, or only when the file was last written."""
    return entry.at is not None and entry.time_source in {TimeSource.SCREEN, TimeSource.MODIFIED}


def paint_certainty(painter: QPainter, centre: QPointF, mark: Certainty, colour: QColor) -> None:
    """Draw the mark around a point; `mark_size` wide and high."""
    size = mark_size()
    radius = size / 2 - 1
    painter.setPen(QPen(colour, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    match mark:
        case Certainty.EXACT:
            painter.setBrush(colour)
            painter.drawEllipse(centre, radius, radius)
        case Certainty.MINUTE:
            painter.drawEllipse(centre, radius, radius)
            painter.setBrush(colour)
            painter.drawEllipse(centre, 1.0, 1.0)
        case Certainty.SCREEN:
            corner_at = radius + 0.5
            painter.drawPolygon(
                [
                    centre + QPointF(*corner)
                    for corner in ((0, -corner_at), (corner_at, 0), (0, corner_at), (-corner_at, 0))
                ]
            )
        case Certainty.DAY:
            painter.drawEllipse(centre, radius, radius)
        case Certainty.MONTH:
            painter.setPen(QPen(colour, 1.5, Qt.PenStyle.CustomDashLine))
            pen = QPen(colour, 1.5)
            pen.setDashPattern([1.2, 1.4])
            painter.setPen(pen)
            painter.drawEllipse(centre, radius, radius)
        case Certainty.UNKNOWN:
            box = QRectF(centre.x() - size, centre.y() - size, 2 * size, 2 * size)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "?")


_MEDIA_GLYPHS = {
    MediaKind.IMAGE: "image",
    MediaKind.PDF: "file-pdf",
    MediaKind.AUDIO: "microphone",
    MediaKind.VIDEO: "video-camera",
    MediaKind.OTHER: "paperclip",
}
_CALL_GLYPHS = {
    Direction.IN: "phone-incoming",
    Direction.OUT: "phone-outgoing",
    Direction.MISSED: "phone-x",
    Direction.REJECTED: "phone-x",
}
_KIND_GLYPHS = {
    EventKind.MESSAGE: "chat-text",
    EventKind.PAYMENT: "money",
    EventKind.LOGIN: "sign-in",
    EventKind.REPAYMENT: "receipt",
    EventKind.NOTE: "note-pencil",
    EventKind.PROMISE: "handshake",
    EventKind.COMPLAINT: "megaphone",
}


def media_glyph(media_kind: str) -> str:
    """Return the icon's name for an original that has no picture."""
    return _MEDIA_GLYPHS[MediaKind(media_kind)] if media_kind else "file"


def kind_glyph(kind: EventKind) -> str:
    """Return the icon's name for a kind of event, whichever way it went."""
    return {EventKind.CALL: "phone", EventKind.DOCUMENT: "file"}.get(kind) or _KIND_GLYPHS[kind]


def glyph(entry: TimelineEntry) -> str:
    """Return the icon's name for what happened."""
    if entry.kind is EventKind.DOCUMENT:
        return media_glyph(entry.media_kind)
    if entry.kind is EventKind.CALL:
        return _CALL_GLYPHS.get(entry.direction, "phone")
    return _KIND_GLYPHS[entry.kind]


def edge_colour(direction: Direction, tokens: Tokens) -> QColor | None:
    """Return the colour of the card's left edge, None where nothing came in or went out."""
    return {
        Direction.IN: tokens.incoming,
        Direction.OUT: tokens.outgoing,
        Direction.MISSED: tokens.missed,
        Direction.REJECTED: tokens.missed,
    }.get(direction)
