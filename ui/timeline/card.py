"""Where everything on one card lies: worked out once per event and width, then only drawn.

Positions are logical pixels from the row's top left. Texts are plain: nothing in the evidence is read as markup.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QStaticText, QTextLayout, QTextOption

from evidence_app.domain.call_lists import told_duration
from evidence_app.domain.events import EventStatus, Outcome, TimelineEntry
from evidence_app.domain.finding import spans
from evidence_app.domain.review import Related, Relation
from evidence_app.domain.times import Precision
from ui.timeline import marks, words
from ui.timeline.measures import Metrics, edge, font_pixels, glyph_size
from ui.tokens import SPACE_1, SPACE_2, SPACE_3, SPACE_4, current, scaled

CHIP_GLYPH_SIZE = 14  # at 100 %
SEEN_CHARACTERS = 40
"""Of a text, so many are seen on almost any card; a word that was found further on is shown with the few before it."""
BEFORE_CHARACTERS = 12
LEAST_CHIP = 36
"""A chip narrower than this would show no letter, so it is left out."""

THREAD_GLYPHS = {
    Relation.JOINED: "link",
    Relation.GAP: "link-break",
    Relation.APART: "dots-three",
    Relation.ALIKE: "files",
    Relation.SAME_CALL: "files",
    Relation.SAME_MESSAGE: "files",
}


@dataclass(slots=True)
class Text:
    """One line of prepared text; ``at`` is its top left."""

    at: QPointF
    static: QStaticText
    font: QFont
    colour: QColor


@dataclass(slots=True)
class Chip:
    """A rounded frame behind a text; filled with ``fill``."""

    box: QRectF
    fill: QColor
    edge: QColor


@dataclass(slots=True)
class Glyph:
    """An icon; ``at`` is its top left."""

    at: QPointF
    name: str
    colour: QColor
    size: int


@dataclass(slots=True)
class CardLayout:
    """Everything to draw for one event, apart from the ground, the thumbnail and the state."""

    width: int
    texts: list[Text] = field(default_factory=list)
    chips: list[Chip] = field(default_factory=list)
    glyphs: list[Glyph] = field(default_factory=list)
    mark: marks.Certainty = marks.Certainty.UNKNOWN
    mark_at: QPointF = field(default_factory=QPointF)
    underline: QRectF | None = None
    found: list[QRectF] = field(default_factory=list)
    thumb: QRectF | None = None
    unconfirmed: QRectF | None = None
    """Where it says that nobody has confirmed what a machine read."""


@dataclass(frozen=True, slots=True)
class Why:
    """For what an event was found: the words of the search, and the line off its exhibit that has them, if no other."""

    words: tuple[str, ...] = ()
    line_read: str = ""


NO_SEARCH = Why()


def lay_out(
    entry: TimelineEntry, width: int, measures: Metrics, why: Why = NO_SEARCH, threads: Sequence[Related] = ()
) -> CardLayout:
    """Return the layout of one event's row of this width; ``threads`` says which pictures its own follows."""
    return _Builder(entry, width, measures, why, threads).build()


class _Builder:
    """Places the parts of one card from left to right and from right to left until they meet."""

    def __init__(
        self, entry: TimelineEntry, width: int, measures: Metrics, why: Why, threads: Sequence[Related]
    ) -> None:
        self.entry, self.measures, self.tokens, self.why = entry, measures, current(), why
        self.threads = threads
        self.layout = CardLayout(width)
        self.lines = measures.lines
        self.left = measures.card_x + SPACE_3 + 2
        self.right = float(width - SPACE_4 - SPACE_3)
        self.top = edge(low=measures.compact or measures.is_low)
        self.row1 = self.top + measures.chip_height / 2

    def build(self) -> CardLayout:
        """Place everything."""
        self._thumb()
        self._time()
        self._numbers()
        self._head()
        if self.measures.compact:
            self._single_line()
        else:
            self._lines()
        return self.layout

    # Parts

    def _thumb(self) -> None:
        if not self.entry.sha256:
            return
        width, height = self.measures.thumb
        inset = (self.measures.card_height - height) / 2
        left = self.layout.width - SPACE_4 - inset - width
        self.layout.thumb = QRectF(left, inset, width, height)
        self.right = left - SPACE_3

    def _time(self) -> None:
        entry, measures, tokens = self.entry, self.measures, self.tokens
        known = entry.precision in {Precision.SECOND, Precision.MINUTE}
        of = measures.body if known else measures.caption
        words_of_time = words.clock(entry)
        right = SPACE_4 + measures.time_width
        text_width = self._advance(words_of_time, of)
        left = right - text_width
        self._text(words_of_time, of, tokens.text if known else tokens.text_muted, left, self.row1)
        self.layout.mark = marks.certainty(entry)
        self.layout.mark_at = QPointF(left - SPACE_2 + 2 - marks.mark_size() / 2, self.row1)
        if marks.is_uncertain(entry):
            height = self.lines[id(of)].height
            self.layout.underline = QRectF(left, self.row1 + height / 2, text_width, 0)
        if entry.open_conflict and not measures.compact:
            self._glyph("warning", tokens.attention, right - glyph_size(), self.row1 + measures.chip_height)

    def _numbers(self) -> None:
        """Place, from the right: the exhibit's number, the amount and what became of it."""
        entry, measures, tokens = self.entry, self.measures, self.tokens
        if number := words.exhibit_number(entry):
            width = self._advance(number, measures.caption) + 2 * SPACE_2
            self._chip(number, self.right - width, width, tokens.text_muted, tokens.surface, tokens.hairline)
            self.right -= width + SPACE_2
        if outcome := words.outcome(entry):
            failed = entry.outcome in {Outcome.FAILED, Outcome.OVERDUE}
            colour = tokens.attention if failed else tokens.text_muted
            self._text_from_right(outcome, measures.caption, colour)
        if amount := words.amount(entry):
            self._text_from_right(amount, measures.title, tokens.text)

    def _head(self) -> None:
        """Place, from the left: marks, the kind, and chips for the party and the agent."""
        entry, measures, tokens = self.entry, self.measures, self.tokens
        if entry.open_conflict and measures.compact:
            self._glyph("warning", tokens.attention, self.left, self.row1 - glyph_size() / 2)
            self.left += glyph_size() + SPACE_1
        start, suggested = self.left, entry.status is EventStatus.SUGGESTED
        if suggested:
            self._glyph("sparkle", tokens.text_muted, start, self.row1 - glyph_size() / 2)
            self.left += glyph_size() + SPACE_1
        self._flow(words.title(entry), measures.title, tokens.text)
        if suggested:
            if not measures.compact:
                self._flow(words.unconfirmed(), measures.caption, tokens.text_muted)
            height = measures.chip_height
            self.layout.unconfirmed = QRectF(start, self.row1 - height / 2, self.left - start, height)
        if lasted := words.duration(told_duration(entry.direction, entry.duration_s)):
            self._flow(lasted, measures.caption, tokens.text_muted)
        for text, icon in ((words.safe(entry.party), ""), (entry.agent_id and words.agent(entry.agent_id), "user")):
            if text:
                self._flow_chip(text, icon)
        for related in self.threads:
            self._flow_chip(words.thread(related), THREAD_GLYPHS[related.relation])
        self._flow(words.called(entry), measures.caption, tokens.text_muted)

    def _single_line(self) -> None:
        entry = self.entry
        if entry.promise and self.right - self.left > LEAST_CHIP:
            colour = self.tokens.attention if words.overdue(entry) else self.tokens.accent
            self._glyph("handshake", colour, self.left, self.row1 - glyph_size() / 2)
            self.left += glyph_size() + SPACE_1
        if self.why.line_read:
            self._glyph("sparkle", self.tokens.text_muted, self.left, self.row1 - glyph_size() / 2)
            self.left += glyph_size() + SPACE_1
            self._flow(self._around_word(words.safe(self.why.line_read)), self.measures.body, self.tokens.text_muted)
            return
        text = self._around_word(words.body(entry)) or words.safe(entry.promise)
        self._flow(text, self.measures.body, self.tokens.text_muted)

    def _lines(self) -> None:
        entry, measures, tokens = self.entry, self.measures, self.tokens
        left = measures.card_x + SPACE_3 + 2
        right = (self.layout.thumb.left() if self.layout.thumb else self.layout.width - SPACE_4) - SPACE_3
        y = self.top + measures.chip_height + SPACE_1
        text = self._around_word(words.body(entry))
        found = spans(self.why.words, text) if self.why.words else []
        left_over = measures.most_lines - bool(self.why.line_read)
        promised = bool(entry.promise) and (left_over > 1 or (left_over == 1 and not found))
        lines = left_over - promised
        for start, line in broken(text, measures.body, right - left, lines):
            here = [(max(0, one - start), min(len(line), end - start)) for one, end in found]
            middle = y + measures.line_height / 2
            self._text(line, measures.body, tokens.text, left, middle, [part for part in here if part[0] < part[1]])
            y += measures.line_height
        if self.why.line_read:
            self._line_read(left, right, y + measures.line_height / 2)
            y += measures.line_height
        if promised:
            middle = y + measures.line_height / 2
            self._glyph("handshake", tokens.accent, left, middle - glyph_size() / 2)
            left += glyph_size() + SPACE_1 + 2
            due = words.due(entry)
            due_width = self._advance(due, measures.caption) + SPACE_2 if due else 0
            text = self.lines[id(measures.body)].elided(
                words.promised(entry), Qt.TextElideMode.ElideRight, right - left - due_width
            )
            self._text(text, measures.body, tokens.text_muted, left, middle)
            left += self._advance(text, measures.body) + SPACE_2
            if due:
                colour = tokens.attention if words.overdue(entry) else tokens.text_muted
                self._text(due, measures.caption, colour, left, middle)

    def _line_read(self, left: float, right: float, middle: float) -> None:
        """Place what a machine read off the exhibit, with the spark of what nobody has confirmed."""
        body = self.measures.body
        self._glyph("sparkle", self.tokens.text_muted, left, middle - glyph_size() / 2)
        left += glyph_size() + SPACE_1 + 2
        line = self._around_word(words.safe(self.why.line_read))
        text = self.lines[id(body)].elided(line, Qt.TextElideMode.ElideRight, right - left)
        self._text(text, body, self.tokens.text_muted, left, middle)

    def _around_word(self, text: str) -> str:
        """Return a text from shortly before the first word that was found in it, if that may not be seen otherwise."""
        found = spans(self.why.words, text) if len(text) > SEEN_CHARACTERS and self.why.words else []
        if not found or found[0][0] <= SEEN_CHARACTERS:
            return text
        return f"…{text[found[0][0] - BEFORE_CHARACTERS :]}"

    # Means

    def _advance(self, text: str, of: QFont) -> float:
        return self.lines[id(of)].advance(text)

    def _text(
        self,
        text: str,
        of: QFont,
        colour: QColor,
        left: float,
        middle: float,
        found: Sequence[tuple[int, int]] | None = None,
    ) -> None:
        """Place one line; ``found`` are the parts of it to be marked, None where the line itself is searched."""
        lines = self.lines[id(of)]
        top = middle - lines.height / 2
        if found is None:
            found = spans(self.why.words, text) if self.why.words else ()
        for start, end in found:
            before, within = lines.advance(text[:start]), lines.advance(text[start:end])
            self.layout.found.append(QRectF(round(left) + before - 1, round(top), within + 2, lines.height))
        self.layout.texts.append(Text(QPointF(round(left), round(top)), lines.prepared(text), of, colour))

    def _text_from_right(self, text: str, of: QFont, colour: QColor) -> None:
        width = self._advance(text, of)
        if self.right - width > self.left:
            self._text(text, of, colour, self.right - width, self.row1)
            self.right -= width + SPACE_2

    def _flow(self, text: str, of: QFont, colour: QColor) -> None:
        room = self.right - self.left
        if not text or room < LEAST_CHIP:
            return
        text = self.lines[id(of)].elided(text, Qt.TextElideMode.ElideRight, room)
        self._text(text, of, colour, self.left, self.row1)
        self.left += self._advance(text, of) + SPACE_2

    def _flow_chip(self, text: str, icon: str) -> None:
        before = SPACE_2 + (glyph_size() if icon else 0)
        room = self.right - self.left - before - SPACE_2
        if room < LEAST_CHIP:
            return
        caption = self.measures.caption
        text = self.lines[id(caption)].elided(text, Qt.TextElideMode.ElideMiddle, room)
        width = before + self._advance(text, caption) + SPACE_2
        tokens = self.tokens
        self._chip(text, self.left, width, tokens.text, tokens.hover, tokens.hover, before)
        if icon:
            side = scaled(CHIP_GLYPH_SIZE)
            self._glyph(icon, tokens.text_muted, self.left + SPACE_1 + 1, self.row1 - side / 2, side)
        self.left += width + SPACE_2 - 2

    def _chip(
        self, text: str, left: float, width: float, colour: QColor, fill: QColor, edge: QColor, before: float = SPACE_2
    ) -> None:
        height = self.measures.chip_height
        box = QRectF(round(left) + 0.5, round(self.row1 - height / 2) + 0.5, round(width) - 1, height - 1)
        self.layout.chips.append(Chip(box, fill, edge))
        self._text(text, self.measures.caption, colour, left + before, self.row1)

    def _glyph(self, name: str, colour: QColor, left: float, top: float, size: int = 0) -> None:
        size = size or glyph_size()
        self.layout.glyphs.append(Glyph(QPointF(round(left), round(top)), name, colour, size))


def wrapped(text: str, of: QFont, width: float, most_lines: int) -> list[str]:
    """Return at most so many lines of the text, the last one elided."""
    return [line for _, line in broken(text, of, width, most_lines)]


def broken(text: str, of: QFont, width: float, most_lines: int) -> list[tuple[int, str]]:
    """Return the same lines, each with where in the text it begins."""
    if not text or most_lines < 1 or width < LEAST_CHIP:
        return []
    fine = QFontMetricsF(of)
    longest = int(most_lines * width / font_pixels(of) * 4)  # letters are rarely narrower than a quarter of an em
    text = text[:longest]
    if fine.horizontalAdvance(text) <= width:
        return [(0, text)]
    lines: list[tuple[int, str]] = []
    start = 0
    for start, length in _breaks(text, of, width, most_lines):
        lines.append((start, text[start : start + length]))
    lines[-1] = start, fine.elidedText(text[start:], Qt.TextElideMode.ElideRight, width)
    return lines


def _breaks(text: str, of: QFont, width: float, most_lines: int) -> list[tuple[int, int]]:
    """Return start and length of each line, in characters."""
    layout = QTextLayout(text, of)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    breaks: list[tuple[int, int]] = []
    units = _Units(text)
    while len(breaks) < most_lines:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        start = units.character(line.textStart())
        breaks.append((start, units.character(line.textStart() + line.textLength()) - start))
    layout.endLayout()
    return breaks


class _Units:
    """Turns Qt's positions, which count UTF-16 units, into Python's, which count characters."""

    def __init__(self, text: str) -> None:
        self._plain = all(ord(character) < 0x10000 for character in text)
        self._encoded = b"" if self._plain else text.encode("utf-16-le", "surrogatepass")

    def character(self, unit: int) -> int:
        """Return the character's position."""
        if self._plain:
            return unit
        return len(self._encoded[: 2 * unit].decode("utf-16-le", "surrogatepass"))
