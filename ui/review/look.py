"""Where everything in a row of the review page lies: worked out once per row and width, then only drawn."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextLayout, QTextLine, QTextOption

from evidence_app.domain.events import Direction, Event, EventKind
from evidence_app.domain.review import Relation
from ui.review import words
from ui.review.rows import ConflictRow, EventRow, HeadingRow, LineRow, NoteRow, Row, SuggestionRow, Verdict
from ui.timeline.card import THREAD_GLYPHS
from ui.timeline.marks import kind_glyph
from ui.timeline.measures import font_pixels
from ui.tokens import LINE_HEIGHT, SPACE_1, SPACE_2, SPACE_3, SPACE_4, Tokens, current, font, scaled

SIGN = 18  # of the state, at 100 %
GLYPH = 16
BUBBLE_SHARE = 0.84  # of the width: the rest tells which side it is on
EDGE = 4
INDENT = 20


@dataclass(frozen=True, slots=True)
class Piece:
    """A text laid out; ``at`` is its top left."""

    at: QPointF
    layout: QTextLayout
    colour: QColor
    struck: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """A rounded box; ``edge_left`` and ``edge_right`` colour one of its sides."""

    box: QRectF
    fill: QColor
    line: QColor
    edge_left: QColor | None = None
    edge_right: QColor | None = None


@dataclass(frozen=True, slots=True)
class Sign:
    """An icon; ``at`` is its top left."""

    at: QPointF
    name: str
    colour: QColor
    size: int


@dataclass(slots=True)
class RowLook:
    """Everything to draw of one row, from its top left. ``verdict_box`` is where its state stands, to be clicked."""

    width: int
    height: int = 0
    frames: list[Frame] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    signs: list[Sign] = field(default_factory=list)
    dotted: list[QRectF] = field(default_factory=list)
    verdict_box: QRectF = field(default_factory=QRectF)


def sign_size() -> int:
    """Return how large the sign of a state is at the text's present size."""
    return scaled(SIGN)


def look_of(row: Row, width: int) -> RowLook:
    """Return the look of one row of this width."""
    return _Builder(row, width, current()).build()


class _Builder:
    """Places the parts of one row."""

    def __init__(self, row: Row, width: int, tokens: Tokens) -> None:
        self.row, self.tokens = row, tokens
        self.look = RowLook(width)
        self.caption, self.body, self.strong = font("caption"), font("body"), font("emphasis")
        self.faint = row.verdict is Verdict.DISMISSED

    def build(self) -> RowLook:
        """Place everything."""
        match self.row:
            case HeadingRow() as row:
                self._heading(row)
            case EventRow(event=event) if event.kind is EventKind.MESSAGE:
                self._message(event)
            case EventRow(event=event):
                self._record(event)
            case SuggestionRow() as row:
                self._suggestion(row)
            case ConflictRow() as row:
                self._conflict(row)
            case LineRow() as row:
                self._line(row)
            case NoteRow() as row:
                self._note(row)
        return self.look

    # Shapes

    def _heading(self, row: HeadingRow) -> None:
        y = self._text(words.heading(row), self.strong, self.tokens.text, SPACE_3, SPACE_4, self._room(SPACE_3))
        self.look.height = int(y) + SPACE_2

    def _message(self, event: Event) -> None:
        out = event.direction is Direction.OUT
        gutter = self._gutter()
        room = self.look.width - gutter - SPACE_3
        most = room * BUBBLE_SHARE - 2 * SPACE_3
        text = words.whole(event.text)
        inner = max(self._width_of(text, self.body, most), self._caption_width(event))
        inner = min(max(inner, scaled(60)), most)
        left = gutter + (room - inner - 2 * SPACE_3 if out else 0)
        top = float(SPACE_1)
        y = self._captions(event, left + SPACE_3, top + SPACE_2, inner)
        y = self._text(text, self.body, self._ink(), left + SPACE_3, y, inner) + SPACE_2
        edge = self.tokens.outgoing if out else self.tokens.incoming
        fill = self.tokens.hover if out else self.tokens.surface
        box = _around(left + SPACE_3, inner, top, y)
        self.look.frames.append(Frame(box, fill, self.tokens.hairline, None if out else edge, edge if out else None))
        self._state(top + SPACE_2)
        self.look.height = int(y) + SPACE_1

    def _record(self, event: Event) -> None:
        (left, room), top = self._inside(), float(SPACE_1)
        side = scaled(GLYPH)
        y = top + SPACE_2
        self.look.signs.append(Sign(QPointF(left, y + 1), kind_glyph(event.kind), self.tokens.text_muted, side))
        sum_of_money = words.amount(event)
        money = QFontMetricsF(self.strong).horizontalAdvance(sum_of_money)
        fits = money < room / 2
        title_room = room - side - SPACE_2 - (money + SPACE_2 if money and fits else 0)
        after = self._text(words.title(event), self.body, self._ink(), left + side + SPACE_2, y, title_room)
        if sum_of_money:
            at = left + room - money if fits else left
            after = max(after, self._text(sum_of_money, self.strong, self._ink(), at, y if fits else after, room))
        y = self._captions(event, left, after, room)
        for text in filter(None, (" · ".join(words.facts(event)), words.whole(event.text))):
            y = self._text(text, self.body, self._ink(), left, y, room)
        y += SPACE_2
        edge = {Direction.IN: self.tokens.incoming, Direction.OUT: self.tokens.outgoing}.get(event.direction)
        edge = edge or (self.tokens.missed if event.direction is not Direction.NONE else None)
        box = _around(left, room, top, y)
        self.look.frames.append(Frame(box, self.tokens.surface, self.tokens.hairline, edge))
        self._state(top + SPACE_2)
        self.look.height = int(y) + SPACE_1

    def _suggestion(self, row: SuggestionRow) -> None:
        indent = scaled(INDENT) if row.suggestion.event_id else 0
        left, room = self._inside(indent)
        top = float(SPACE_1 / 2)
        y = self._chip(row, left, top + SPACE_1, room) + SPACE_1
        box = _around(left, room, top, y)
        self.look.frames.append(Frame(box, self.tokens.surface_sunken, self.tokens.hairline))
        self._state(top + SPACE_1 + 1, indent)
        self.look.height = int(y + SPACE_1 / 2) + 1

    def _chip(self, row: SuggestionRow, left: float, top: float, room: float) -> float:
        """Place kind, value, the words it rests on and how sure that is: in one line if it is long enough."""
        suggestion = row.suggestion
        small, fine = QFontMetricsF(self.caption), QFontMetricsF(self.body)
        sure, kind = words.sureness(suggestion.confidence), words.kind(row)
        shown, due = words.value(row), words.due(suggestion.due)
        quoted = words.quote(suggestion, shown)
        widths = [small.horizontalAdvance(text) + SPACE_3 for text in (kind, due, quoted, sure) if text]
        drop = (self._line_height(self.body) - self._line_height(self.caption)) / 2
        sure_left = left + room - small.horizontalAdvance(sure)
        self._text(sure, self.caption, self.tokens.text_faint, sure_left, top + drop, room)
        if sum(widths) + fine.horizontalAdvance(shown) < room:
            self._text(kind, self.caption, self.tokens.text_muted, left, top + drop, room)
            left += small.horizontalAdvance(kind) + SPACE_3
            below = self._text(shown, self.body, self._ink(), left, top, room)
            left += fine.horizontalAdvance(shown) + SPACE_3
            for text in filter(None, (due, quoted)):
                self._text(text, self.caption, self.tokens.text_faint, left, top + drop, room)
                left += small.horizontalAdvance(text) + SPACE_3
            return below
        head = " · ".join(filter(None, (kind, due)))
        y = self._text(head, self.caption, self.tokens.text_muted, left, top, sure_left - left - SPACE_2)
        y = self._text(shown, self.body, self._ink(), left, y, room)
        return self._text(quoted, self.caption, self.tokens.text_faint, left, y, room)

    def _conflict(self, row: ConflictRow) -> None:
        (left, room), top = self._inside(), float(SPACE_1)
        y = self._text(words.conflict(), self.body, self.tokens.attention, left, top + SPACE_2, room)
        for number, (_, reading) in enumerate(row.readings, 1):
            y = self._text(f"{number}   {words.reading_line(reading)}", self.body, self.tokens.text, left, y, room)
        y += SPACE_2
        box = _around(left, room, top, y)
        self.look.frames.append(Frame(box, self.tokens.attention_surface, self.tokens.attention))
        at = QPointF(SPACE_2, top + SPACE_2)
        self.look.signs.append(Sign(at, "warning", self.tokens.attention, sign_size()))
        self.look.height = int(y) + SPACE_1

    def _line(self, row: LineRow) -> None:
        room = self._room(SPACE_3 + SPACE_2)
        y = self._text(words.whole(row.text), self.body, self.tokens.text, SPACE_3 + SPACE_2, SPACE_1, room)
        if said := words.corrected(row.line):
            y = self._text(said, self.caption, self.tokens.text_faint, SPACE_3 + SPACE_2, y, room)
        self.look.height = int(y) + SPACE_1

    def _note(self, row: NoteRow) -> None:
        relation = row.related.relation
        name = THREAD_GLYPHS[relation]
        colour = self.tokens.attention if relation is Relation.GAP else self.tokens.text_muted
        side, left = scaled(GLYPH), self._gutter() + SPACE_3
        self.look.signs.append(Sign(QPointF(SPACE_2 + 1, SPACE_2), name, colour, side))
        y = self._text(words.sentence(row), self.caption, colour, left, SPACE_2, self._room(left))
        self.look.height = int(y) + SPACE_1

    # Parts

    def _captions(self, event: Event, left: float, y: float, room: float) -> float:
        """Place the time, dotted where it was read off, and behind it the agent; return where to go on."""
        fine = QFontMetricsF(self.caption)
        below = self._text(self._caption(event), self.caption, self.tokens.text_muted, left, y, room)
        if words.is_read_off(event.time):
            width = min(fine.horizontalAdvance(_clock(event)), room)
            self.look.dotted.append(QRectF(left, y + self._line_height(self.caption) - 2, width, 0))
        return below

    def _caption(self, event: Event) -> str:
        beside = words.facts(event) if event.kind is EventKind.MESSAGE else []
        return "  ".join([_clock(event), *beside])

    def _caption_width(self, event: Event) -> float:
        return QFontMetricsF(self.caption).horizontalAdvance(self._caption(event)) + 2

    def _state(self, top: float, indent: int = 0) -> None:
        """Place the sign of what was said about it in the gutter; of what needs no verdict there is none."""
        if self.row.verdict is Verdict.NONE:
            return
        name, colour = {
            Verdict.WAITING: ("sparkle", self.tokens.accent),
            Verdict.ACCEPTED: ("check", self.tokens.text_muted),
            Verdict.DISMISSED: ("prohibit", self.tokens.text_faint),
        }[self.row.verdict]
        side = sign_size()
        self.look.signs.append(Sign(QPointF(SPACE_2 + indent, top), name, colour, side))
        self.look.verdict_box = QRectF(indent, top - SPACE_2, side + 2 * SPACE_2, side + 2 * SPACE_2)

    def _ink(self) -> QColor:
        return self.tokens.text_faint if self.faint else self.tokens.text

    def _gutter(self) -> int:
        return sign_size() + 2 * SPACE_2

    def _inside(self, indent: int = 0) -> tuple[float, float]:
        """Return where texts in a frame beside the gutter begin, and how much room they have."""
        left = self._gutter() + indent + SPACE_3
        return left, self.look.width - left - 2 * SPACE_3

    def _room(self, left: float) -> float:
        return self.look.width - left - SPACE_3

    def _line_height(self, of: QFont) -> float:
        return max(QFontMetricsF(of).height(), font_pixels(of) * LINE_HEIGHT)

    def _width_of(self, text: str, of: QFont, most: float) -> float:
        """Return how wide a text is where it may take so much room."""
        layout = _layout(text, of)
        return max(_lines(layout, most, self._line_height(of))[0]) + 1 if text else 0.0

    def _text(self, text: str, of: QFont, colour: QColor, left: float, top: float, room: float) -> float:
        """Place a text and return where it ends."""
        if not text:
            return top
        layout = _layout(text, of)
        _, height = _lines(layout, room, self._line_height(of))
        struck = self.faint and of is self.body
        self.look.pieces.append(Piece(QPointF(left, top), layout, colour, struck))
        return top + height


def _around(left: float, room: float, top: float, bottom: float) -> QRectF:
    """Return the frame of texts that begin at ``left`` and have this much room."""
    return QRectF(left - SPACE_3, top, room + 2 * SPACE_3, bottom - top)


def _clock(event: Event) -> str:
    return words.clock(event.time) or words.unknown_time()


def _layout(text: str, of: QFont) -> QTextLayout:
    layout = QTextLayout(text, of)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    return layout


def _lines(layout: QTextLayout, room: float, line_height: float) -> tuple[list[float], float]:
    """Break a text into lines; return their widths and the height of all."""
    widths: list[float] = []
    layout.beginLayout()
    for line in _made(layout):
        line.setLineWidth(max(room, 8.0))
        line.setPosition(QPointF(0, len(widths) * line_height + (line_height - line.height()) / 2))
        widths.append(line.naturalTextWidth())
    layout.endLayout()
    return widths or [0.0], max(1, len(widths)) * line_height


def _made(layout: QTextLayout) -> Iterator[QTextLine]:
    while (line := layout.createLine()).isValid():
        yield line
