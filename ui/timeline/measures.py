"""By what the cards of the timeline are measured: fonts, heights and columns, one set for each density.

A low page has measures of its own, which leave room for more cards. All are logical pixels.
"""

from dataclasses import dataclass
from functools import cached_property, lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QStaticText

from evidence_app.domain.times import Precision
from ui.i18n import word
from ui.timeline import marks
from ui.tokens import LINE_HEIGHT, SPACE_1, SPACE_2, SPACE_3, SPACE_4, Density, font, scaled

GLYPH_SIZE = 16  # at 100 %
DISC = 28  # at 100 %
THUMB_WIDTH_SHARE = 0.86
MOST_LINES = 2  # with the head line three in all
LINES_WHERE_LOW = 1  # where the page is low, more events say more than longer words: the inspector has them all
MOST_KEPT_LINES = 512
"""Of a font: times, kinds, names and numbers stand on many cards, a message again with the next letter of a search."""


def glyph_size() -> int:
    """Return the side of a glyph on a card at the text's present size."""
    return scaled(GLYPH_SIZE)


def disc_size() -> int:
    """Return how wide the disc with the glyph of what happened is."""
    return scaled(DISC)


class Lines:
    """Measures and prepares lines of one font, and keeps those that were asked for last."""

    def __init__(self, of: QFont) -> None:
        fine = self.fine = QFontMetricsF(of)
        self.height = fine.height()
        self.advance = lru_cache(MOST_KEPT_LINES)(lambda text: fine.horizontalAdvance(text))
        self.prepared = lru_cache(MOST_KEPT_LINES)(lambda text: static_text(text, of))

    def elided(self, text: str, mode: Qt.TextElideMode, room: float) -> str:
        """Return a text as it fits."""
        return text if self.advance(text) <= room else self.fine.elidedText(text, mode, room)


@dataclass(frozen=True)
class Metrics:
    """Fonts, heights and columns of one density; made anew when fonts or language change."""

    density: Density
    caption: QFont
    body: QFont
    title: QFont
    line_height: float
    chip_height: float
    time_width: float
    header_height: int
    row_height: int
    gap: int
    most_lines: int = MOST_LINES
    """Lines of text below a card's head line."""

    @cached_property
    def lines(self) -> dict[int, Lines]:
        """What measures and prepares lines of each of the fonts, by the font's `id`."""
        return {id(of): Lines(of) for of in (self.caption, self.body, self.title)}

    @property
    def compact(self) -> bool:
        """Whether a card is a single line."""
        return self.density is Density.COMPACT

    @property
    def is_low(self) -> bool:
        """Whether these are the measures of a low page."""
        return self.most_lines < MOST_LINES

    @property
    def line_x(self) -> float:
        """Centre of the thin line that joins the events."""
        return SPACE_4 + self.time_width + SPACE_3 + disc_size() / 2

    @property
    def card_x(self) -> float:
        """Left edge of the cards."""
        return self.line_x + disc_size() / 2 + SPACE_3

    @property
    def card_height(self) -> int:
        """Height of the card itself, without the gap below."""
        return self.row_height - self.gap

    @property
    def thumb(self) -> tuple[int, int]:
        """Width and height of the picture at the right."""
        height = self.card_height - 2 * (SPACE_1 if self.compact else SPACE_2)
        return round(height * THUMB_WIDTH_SHARE), height


def metrics(density: Density, *, low: bool = False) -> Metrics:
    """Return the measures for the current fonts and language; those of a low page leave room for more cards."""
    caption, body, title = font("caption"), font("body"), font("body")
    title.setWeight(QFont.Weight.Medium)
    line_height = round(QFontMetricsF(body).ascent() + QFontMetricsF(body).descent()) + 2
    line_height = max(line_height, round(font_pixels(body) * LINE_HEIGHT))
    chip_height = round(font_pixels(caption) * LINE_HEIGHT) + 4
    certain = max(QFontMetricsF(body).horizontalAdvance("00:00"), 0)
    vague = [QFontMetricsF(caption).horizontalAdvance(word(part)) for part in (Precision.DAY, Precision.MONTH)]
    time_width = marks.mark_size() + SPACE_2 + max(certain, *vague)
    most_lines = LINES_WHERE_LOW if low else MOST_LINES
    if density is Density.COMPACT:
        gap, row_height = SPACE_1, chip_height + 2 * SPACE_2 + SPACE_1
    else:
        gap = SPACE_1 if low else SPACE_2
        row_height = chip_height + SPACE_1 + most_lines * line_height + 2 * edge(low=low) + gap
    header_height = round(font_pixels(title) * LINE_HEIGHT) + (SPACE_2 if low else SPACE_3) + SPACE_1
    heights = (line_height, chip_height, time_width, header_height, int(row_height), gap, most_lines)
    return Metrics(density, caption, body, title, *heights)


def edge(*, low: bool) -> int:
    """Return how much a card leaves above its head line and below its text."""
    return SPACE_1 + 2 if low else SPACE_2


def font_pixels(of: QFont) -> float:
    """Return a font's size in logical pixels, however it was set."""
    return of.pixelSize() if of.pixelSize() > 0 else QFontMetricsF(of).fontDpi() / 72 * of.pointSizeF()


def static_text(text: str, of: QFont) -> QStaticText:
    """Return a line prepared for drawing, as plain text."""
    static = QStaticText(text)
    static.setTextFormat(Qt.TextFormat.PlainText)
    static.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    static.prepare(font=of)
    return static
