"""A drawing surface measured like a phone's screen, with smooth corners and text that breaks as on a phone."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from PIL import Image, ImageDraw, ImageFont

from evidence_app.resources import resource

Box = tuple[float, float, float, float]
"""Left, top, width, height in points from the top left."""

SMOOTHING = 4
"""Shapes are drawn this many times larger and scaled down: Pillow itself does not smooth edges."""

NOT_AT_LINE_START = "，。！？、；：）》”’…,.!?;:)%～"
FIRST_EMOJI = "\U0001f000"


@dataclass(frozen=True, slots=True)
class Type:
    """How a text looks: size in points, colour, weight."""

    size: float
    color: str = "#191919"
    bold: bool = False


class Canvas:
    """A picture under construction. All lengths are points; ``scale`` is pixels per point.

    ``face`` chooses the font, SC or TC: the same character is drawn differently in Taipei and in Beijing.
    """

    def __init__(self, width: float, height: float, background: str, *, scale: float = 3.0, face: str = "SC") -> None:
        self.width, self.height, self.scale, self.face = width, height, scale, face
        self.image = Image.new("RGB", (self._px(width), self._px(height)), background)
        self._draw = ImageDraw.Draw(self.image)

    def rectangle(self, box: Box, color: str, radius: float = 0) -> None:
        """Fill a rectangle; ``radius`` rounds its corners."""
        left, top, right, bottom = self._corners(box)
        if radius <= 0:
            self._draw.rectangle((left, top, right - 1, bottom - 1), fill=color)
            return
        size = (right - left, bottom - top)
        mask = rounded_mask(size, min(self._px(radius), size[0] // 2, size[1] // 2))
        self.image.paste(color, (left, top), mask)

    def line(self, start: tuple[float, float], end: tuple[float, float], color: str, width: float = 1 / 3) -> None:
        """Draw a straight, upright or level line, by default one hair wide."""
        self._draw.line(
            [self._px(start[0]), self._px(start[1]), self._px(end[0]), self._px(end[1])],
            fill=color,
            width=max(1, self._px(width)),
        )

    def shape(self, box: Box, color: str, draw: Callable[[ImageDraw.ImageDraw, float], None]) -> None:
        """Paint a smooth shape: ``draw`` gets a mask to draw on with fill 255 and the mask's pixels per point."""
        left, top, right, bottom = self._corners(box)
        size = (max(1, right - left), max(1, bottom - top))
        mask = Image.new("L", (size[0] * SMOOTHING, size[1] * SMOOTHING), 0)
        draw(ImageDraw.Draw(mask), self.scale * SMOOTHING)
        self.image.paste(color, (left, top), mask.resize(size, Image.Resampling.LANCZOS))

    def text(self, left: float, top: float, words: str, look: Type) -> None:
        """Draw one line; ``top`` is the upper edge of a line box of 1.2 times the size."""
        baseline = self._px(top) + round(look.size * self.scale * 1.02)
        cursor = self._px(left)
        for run, is_emoji in _runs(words):
            font = self._font(look, emoji=is_emoji)
            self._draw.text((cursor, baseline), run, fill=look.color, font=font, anchor="ls")
            cursor += round(font.getlength(run))

    def centred(self, middle: float, top: float, words: str, look: Type) -> None:
        """Draw one line around a vertical axis."""
        self.text(middle - self.length(words, look) / 2, top, words, look)

    def right_aligned(self, right: float, top: float, words: str, look: Type) -> None:
        """Draw one line that ends at ``right``."""
        self.text(right - self.length(words, look), top, words, look)

    def paragraph(self, left: float, top: float, width: float, words: str, look: Type, leading: float = 1.4) -> float:
        """Draw a text over as many lines as it needs and return its height."""
        lines = self.broken(words, look, width)
        for index, line in enumerate(lines):
            self.text(left, top + index * look.size * leading, line, look)
        return self.paragraph_height(len(lines), look, leading)

    @staticmethod
    def paragraph_height(line_count: int, look: Type, leading: float = 1.4) -> float:
        """Return the height of so many lines: the last one takes only its own line box."""
        return look.size * (leading * (line_count - 1) + 1.2)

    def length(self, words: str, look: Type) -> float:
        """Return the width of one line."""
        return sum(self._font(look, emoji=emoji).getlength(run) for run, emoji in _runs(words)) / self.scale

    def broken(self, words: str, look: Type, width: float) -> list[str]:
        """Break a text as a phone does: between any two Chinese characters, but not inside a number or a word."""
        lines: list[str] = []
        for paragraph in words.split("\n"):
            line = ""
            for piece in self._fitting_pieces(paragraph, look, width):
                if line and self.length(line + piece, look) > width:
                    lines.append(line)
                    line = piece.lstrip()
                else:
                    line += piece
            lines.append(line)
        return lines

    def _fitting_pieces(self, paragraph: str, look: Type, width: float) -> Iterator[str]:
        for piece in _pieces(paragraph):
            if self.length(piece, look) > width:
                yield from piece
            else:
                yield piece

    def _font(self, look: Type, *, emoji: bool) -> ImageFont.FreeTypeFont:
        return font(self.face, look.size * self.scale, bold=look.bold, emoji=emoji)

    def _px(self, points: float) -> int:
        return round(points * self.scale)

    def _corners(self, box: Box) -> tuple[int, int, int, int]:
        left, top, width, height = box
        return self._px(left), self._px(top), self._px(left + width), self._px(top + height)


@lru_cache(maxsize=64)
def font(face: str, size_px: float, *, bold: bool = False, emoji: bool = False) -> ImageFont.FreeTypeFont:
    """Return one of the program's own fonts at a size in pixels."""
    name = "NotoEmoji-Regular.ttf" if emoji else f"NotoSans{face}-{'Bold' if bold else 'Regular'}.ttf"
    return ImageFont.truetype(str(resource("fonts", name)), size_px, layout_engine=ImageFont.Layout.BASIC)


def rounded_mask(size: tuple[int, int], radius: int) -> Image.Image:
    """Return a mask of a rectangle with smooth round corners, in pixels."""
    mask = Image.new("L", size, 255)
    if radius == 0:
        return mask
    disc = _disc(radius)
    right, bottom = size[0] - radius, size[1] - radius
    mask.paste(disc.crop((0, 0, radius, radius)), (0, 0))
    mask.paste(disc.crop((radius, 0, 2 * radius, radius)), (right, 0))
    mask.paste(disc.crop((0, radius, radius, 2 * radius)), (0, bottom))
    mask.paste(disc.crop((radius, radius, 2 * radius, 2 * radius)), (right, bottom))
    return mask


@lru_cache(maxsize=64)
def _disc(radius: int) -> Image.Image:
    large = Image.new("L", (2 * radius * SMOOTHING, 2 * radius * SMOOTHING), 0)
    ImageDraw.Draw(large).ellipse((0, 0, large.width - 1, large.height - 1), fill=255)
    return large.resize((2 * radius, 2 * radius), Image.Resampling.LANCZOS)


def _runs(words: str) -> Iterator[tuple[str, bool]]:
    run, was_emoji = "", False
    for character in words:
        is_emoji = character >= FIRST_EMOJI
        if run and is_emoji != was_emoji:
            yield run, was_emoji
            run = ""
        run, was_emoji = run + character, is_emoji
    if run:
        yield run, was_emoji


def _pieces(paragraph: str) -> Iterator[str]:
    """Split into what may not be broken: a Latin word or number, a character with the punctuation behind it."""
    piece = ""
    for character in paragraph:
        joins = character in NOT_AT_LINE_START or (_is_latin(character) and piece != "" and _is_latin(piece[-1]))
        if piece and not joins:
            yield piece
            piece = ""
        piece += character
    if piece:
        yield piece


def _is_latin(character: str) -> bool:
    return "!" <= character <= "~"
