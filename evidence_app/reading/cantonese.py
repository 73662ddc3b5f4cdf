"""Characters of Cantonese that the engine's alphabet lacks, or that it hardly knows, told by their shape.

我冇借過 must not become 我有借過. Only pages on which somebody writes Cantonese are looked at. A character is put in
the place of another one only where its shape fits far better; where both fit, the line is marked as doubtful.
"""

import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy

from evidence_app.domain.machine_text import MachineLine
from evidence_app.reading.glyphs import Mask, Pixels, apart, best_likeness, inked, windows
from evidence_app.resources import resource

FITS, BETTER = 0.55, 0.3
"""Likeness of a character put in another's place, and by how much of their difference it fits better than that."""

AS_WELL = 0.25
"""Part of the difference of two characters by which one fits better, if either may stand there."""

FITS_ALONE, CLEARLY = 0.8, 0.05
"""Likeness of a character put where nothing was read, and by how much it fits better than the next one."""

DOUBTFUL = 0.6
"""Confidence of a line in which two characters fit alike that mean the opposite."""

UNSURE = 0.7
"""Confidence of a character below which any of the rare ones is tried in its place."""

GAP, TAIL = 1.6, 1.25
"""Ems from one character to the next, and from the last one to the line's end, if one between or behind is missing."""


@dataclass(frozen=True, slots=True)
class Spelled:
    """The characters of a line without spaces, where on it the middle of each stands, and how sure each is."""

    chars: str
    middles: Sequence[float]
    confidences: Sequence[float]


Spell = Callable[[Sequence[Pixels]], Sequence[Spelled]]
"""Reads pictures of single lines once more, character by character."""


def with_cantonese(picture: Pixels, lines: Sequence[MachineLine], spell: Spell) -> list[MachineLine]:
    """Return the lines of a picture (blue first) with the characters of Cantonese that were read as others."""
    if not is_cantonese([line.text for line in lines]):
        return list(lines)
    chosen = [index for index, line in enumerate(lines) if any(map(_is_han, line.text))]
    crops = [_crop(picture, lines[index]) for index in chosen]
    made = list(lines)
    for index, crop, spelled in zip(chosen, crops, spell(crops), strict=True):
        made[index] = _mended(lines[index], crop, spelled)
    return made


def is_cantonese(texts: Sequence[str]) -> bool:
    """Tell whether somebody may write Cantonese on a page: a part of one may hold little of it."""
    whole = "\n".join(texts)
    return any(marker in whole for marker in _table().markers)


@dataclass(frozen=True, slots=True)
class _Table:
    markers: Sequence[str]
    rare: Sequence[str]
    alike: Mapping[str, Sequence[str]]
    forms: Mapping[str, Sequence[str]]


@lru_cache(maxsize=1)
def _table() -> _Table:
    given = tomllib.loads(resource("reading", "cantonese.toml").read_text("utf-8"))
    return _Table(given["markers"], given["rare"], given["alike"], given["forms"])


def _fits(places: Sequence[Mask], char: str) -> float:
    return best_likeness(places, (char, *_table().forms.get(char, ())))


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff"


def _crop(picture: Pixels, line: MachineLine) -> Pixels:
    left, top, width, height = line.region
    return numpy.ascontiguousarray(picture[top : top + height, left : left + width])


@dataclass(frozen=True, slots=True)
class _Change:
    """A character in the place of that at ``at``, or before it if ``added``."""

    at: int
    char: str
    likeness: float
    added: bool = False


def _mended(line: MachineLine, crop: Pixels, spelled: Spelled) -> MachineLine:
    if len(spelled.chars) < 2 or crop.size == 0:
        return line
    mask, em = inked(crop), _em(spelled, crop.shape[0])
    changes = [*_replaced(mask, em, spelled), *_added(mask, em, spelled)]
    sure = [change for change in changes if change.char]
    doubtful = len(sure) < len(changes)
    text = _applied(line.text, spelled.chars, sure)
    confidence = min([line.confidence, *(change.likeness for change in sure), *([DOUBTFUL] if doubtful else [])])
    return replace(line, text=text, confidence=confidence)


def _em(spelled: Spelled, height: int) -> float:
    """Return how wide a character is: as far apart as two of them stand mostly."""
    pairs = zip(spelled.chars, spelled.chars[1:], spelled.middles, spelled.middles[1:], strict=False)
    steps = sorted(end - start for one, other, start, end in pairs if _is_han(one) and _is_han(other))
    return steps[len(steps) // 2] if steps else height * 0.85


def _replaced(mask: Mask, em: float, spelled: Spelled) -> list[_Change]:
    """Return what stands in the place of what was read; without a character where that is as likely."""
    found = []
    for index, (char, middle, sure) in enumerate(zip(spelled.chars, spelled.middles, spelled.confidences, strict=True)):
        others = _table().alike.get(char) or (_table().rare if _is_han(char) and sure < UNSURE else ())
        if not others:
            continue
        places = windows(mask, middle, em, _neighbours(spelled.middles, index, em))
        own = _fits(places, char)
        fits, best = max((_fits(places, other), other) for other in others if other != char)
        better = (fits - own) / max(LEAST_APART, apart(best, char))
        if fits >= FITS and better >= BETTER:
            found.append(_Change(index, best, fits))
        elif fits >= FITS and abs(better) < AS_WELL and {best, char} == OPPOSITES:
            found.append(_Change(index, "", fits))
    return found


LEAST_APART = 0.1
"""Difference of two characters that are nearly the same: what tells them apart may be grain."""

OPPOSITES = {"有", "冇"}
"""To have, and not to have."""


def _neighbours(middles: Sequence[float], index: int, em: float) -> tuple[float, float]:
    """Return the middles of the characters before and after one; an em away where there is none, or a gap."""
    middle = middles[index]
    before = middles[index - 1] if index else middle - em
    after = middles[index + 1] if index + 1 < len(middles) else middle + em
    return max(before, middle - em * 1.2), min(after, middle + em * 1.2)


def _added(mask: Mask, em: float, spelled: Spelled) -> list[_Change]:
    """Return what stands where nothing was read: between two characters that are far apart, and behind the last."""
    found = []
    ends = [*spelled.middles, mask.shape[1] + em / 2]
    for index, (start, end) in enumerate(zip(ends, ends[1:], strict=False)):
        last = index + 1 == len(spelled.middles)
        room = (end - em / 2 - start if last else end - start) / em
        if room < (TAIL if last else GAP):
            continue
        places = windows(mask, start + em, em, (start, min(end, start + 2 * em)))
        if not any(place.any() for place in places):
            continue
        ranked = sorted(((_fits(places, char), char) for char in _table().rare), reverse=True)
        if ranked[0][0] >= FITS_ALONE and ranked[0][0] - ranked[1][0] >= CLEARLY:
            found.append(_Change(index + 1, ranked[0][1], ranked[0][0], added=True))
    return found


def _applied(text: str, chars: str, changes: Sequence[_Change]) -> str:
    """Return a text with the changes to its characters; ``chars`` are those of the text as it was read once more."""
    if not changes:
        return text
    bare = "".join(text.split())
    pieces = list(text) if bare == chars else list(chars)
    places = [at for at, char in enumerate(pieces) if not char.isspace()]
    for change in sorted(changes, key=lambda change: -change.at):
        at = places[change.at] if change.at < len(places) else len(pieces)
        pieces[at : at if change.added else at + 1] = [change.char]
    return "".join(pieces)
