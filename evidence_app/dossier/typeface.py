"""Every character is drawn: fonts in order of preference, and what stands in for what no font has.

Characters without a glyph would vanish silently; so would invisible ones that change how a text reads (bidi
overrides, zero-width spaces). Both are shown as ``[U+XXXX]``.
"""

import unicodedata
from itertools import groupby
from typing import TYPE_CHECKING

from evidence_app.dossier.proportional import proportional_glyphs
from evidence_app.phrases import Language
from evidence_app.resources import resource

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont

CHINESE_FONTS = {
    Language.ZH_HANS: ("NotoSansSC", "NotoSansTC"),
    Language.EN: ("NotoSansSC", "NotoSansTC"),
    Language.ZH_HANT: ("NotoSansTC", "NotoSansSC"),
}
EMOJI_FONT = "NotoEmoji-Regular"
VARIATION_SELECTOR_16 = "\ufe0f"
"""Asks for the coloured form of the character before it and stands for nothing itself: the only one dropped."""

ZERO_WIDTH_JOINER = "\u200d"
SKIN_TONES = frozenset(map(chr, range(0x1F3FB, 0x1F400)))
TAB = "    "

INVISIBLE_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
INVISIBLE_LETTERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0") | frozenset(
    map(chr, (*range(0x180B, 0x1810), *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))
)
"""Letters, marks and symbols by category that show nothing (default-ignorable code points, blank Braille)."""


def visible_code(character: str) -> str:
    """Return what is drawn for a character that cannot be."""
    return f"[U+{ord(character):04X}]"


QUOTES = "‘’“”"
PROPORTIONAL = "-proportional"
"""Ends the name under which a font is registered whose quotation marks are narrow."""


class _Font:
    """One font file; loaded at the first question about it (a tenth of a second each)."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._widths: dict[int, float] | None = None

    def width(self, character: str) -> float | None:
        """Return the advance in thousandths of the size, None if the font has no such glyph."""
        if self._widths is None:
            self._widths = _load(self.name)
        return self._widths.get(ord(character))


def _load(name: str) -> dict[int, float]:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    if name not in pdfmetrics.getRegisteredFontNames():
        font = TTFont(name, resource("fonts", f"{name.removesuffix(PROPORTIONAL)}.ttf"))
        if name.endswith(PROPORTIONAL):
            _narrow_quotes(font)
        pdfmetrics.registerFont(font)
    widths: dict[int, float] = pdfmetrics.getFont(name).face.charWidths
    return widths


def _narrow_quotes(font: "TTFont") -> None:
    face = font.face
    face.name = type(face.name)(face.name + PROPORTIONAL.encode())  # ReportLab takes equal names for equal fonts
    narrow = proportional_glyphs(face.get_table("GSUB"))
    for code in map(ord, QUOTES):
        glyph = face.charToGlyph[code] = narrow.get(face.charToGlyph[code], face.charToGlyph[code])
        face.charWidths[code] = face.hmetrics[glyph][0] * 1000 / face.unitsPerEm


class _Widths(dict[str, float]):
    """Advances of drawable characters in parts of the size, looked up once each."""

    def __init__(self, face: "Typeface") -> None:
        self._face = face

    def __missing__(self, character: str) -> float:
        index = self._face.font_index(character)
        advance = self._face.fonts[index].width(character) if index is not None else 0
        self[character] = width = (advance or 0) / 1000
        return width


class Typeface:
    """One weight of a language's fonts. Not for use by several threads at once."""

    def __init__(self, language: Language, *, bold: bool) -> None:
        weight = "Bold" if bold else "Regular"
        kind = PROPORTIONAL if language is Language.EN else ""
        self.fonts = [_Font(f"{name}-{weight}{kind}") for name in CHINESE_FONTS[language]] + [_Font(EMOJI_FONT)]
        self._emoji_index = len(self.fonts) - 1
        self._indexes: dict[str, int | None] = {}
        self._plain: set[str] = {"\n"}
        self._first_only: set[str] = set()
        self._widths = _Widths(self)

    def font_index(self, character: str) -> int | None:
        """Return which font draws the character, None if none does."""
        if character not in self._indexes:
            self._indexes[character] = next(
                (index for index, font in enumerate(self.fonts) if font.width(character) is not None), None
            )
        return self._indexes[character]

    def drawable(self, text: str) -> str:
        """Return the text with line feeds as line ends, and stand-ins for all that cannot be drawn or seen."""
        if self._plain.issuperset(text):
            return text
        text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", TAB)
        text = self._composed(text.replace(VARIATION_SELECTOR_16, ""))
        return "".join(
            character if character in self._plain or self._shows(text, index) else visible_code(character)
            for index, character in enumerate(text)
        )

    def _composed(self, text: str) -> str:
        """Join letters with the accents behind them where one glyph shows both (file names of macOS)."""
        if not any(map(unicodedata.combining, text)):
            return text
        clusters: list[str] = []
        for character in text:
            if clusters and unicodedata.combining(character):
                clusters[-1] += character
            else:
                clusters.append(character)
        return "".join(self._one_glyph(cluster) if len(cluster) > 1 else cluster for cluster in clusters)

    def _one_glyph(self, cluster: str) -> str:
        joined = unicodedata.normalize("NFC", cluster)
        return cluster if any(self.font_index(character) is None for character in joined) else joined

    def _shows(self, text: str, index: int) -> bool:
        character = text[index]
        if character == ZERO_WIDTH_JOINER:
            return self._joins_emoji(text, index)
        if character in INVISIBLE_LETTERS or unicodedata.category(character) in INVISIBLE_CATEGORIES:
            return False
        if self.font_index(character) is None:
            return False
        self._plain.add(character)
        return True

    def _joins_emoji(self, text: str, index: int) -> bool:
        """Tell whether a joiner stands between two pictographs, which are then drawn side by side."""
        return 0 < index < len(text) - 1 and all(
            unicodedata.category(neighbour) in ("So", "Sk") and self.font_index(neighbour) is not None
            for neighbour in (text[index - 1], text[index + 1])
        )

    def width(self, drawable: str, size: float) -> float:
        """Return the width in points of a text that `drawable` returned."""
        return sum(map(self._widths.__getitem__, drawable)) * size

    def runs(self, drawable: str) -> list[tuple[str, str]]:
        """Return the text cut where the font changes, as (font name, text)."""
        if self._first_only.issuperset(drawable):
            return [(self.fonts[0].name, drawable)] if drawable else []
        runs = [
            (self.fonts[index or 0].name, "".join(characters))
            for index, characters in groupby(drawable, key=self.font_index)
        ]
        if len(runs) == 1 and runs[0][0] == self.fonts[0].name:
            self._first_only.update(drawable)
        return runs
