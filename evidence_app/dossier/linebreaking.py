"""Where lines of mixed Chinese and Latin text end. Pure; loses no character.

Chinese breaks between any two characters, but no closing mark may start a line and no opening one end it
(避头尾, GB/T 15834-2011 section 5.1). Latin words stay whole unless they are wider than the column, and so do English
dates and what names an exhibit by its number.
"""

import re
from collections.abc import Callable, Iterator

from evidence_app.dossier.typeface import SKIN_TONES, ZERO_WIDTH_JOINER

Measure = Callable[[str], float]

_WIDE = (
    "\u2014\u2026\u201c\u201d\u2018\u2019\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef"
    "\U0001f000-\U0001faff\U00020000-\U0003ffff"
)
_TOKENS = re.compile(rf" +|\[U\+[0-9A-F]{{4,6}}\]|[{_WIDE}]|[^ {_WIDE}\[]+|\[")

_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_WHOLE = rf"\d{{1,2}} {_MONTH}(?: \d{{4}})?|{_MONTH} \d{{4}}|[Ee]xhibits? #?\d+"
"""What a reader takes for one word although it has spaces: ``24 November 2025``, ``exhibit 3``."""

_HAS_WHOLE = re.compile(_WHOLE)
_TOKENS_AND_WHOLE = re.compile(_TOKENS.pattern.replace(rf"[^ {_WIDE}\[]+", rf"(?:{_WHOLE}|[^ {_WIDE}\[])+"))

NOT_FIRST = frozenset("，。、；：？！）》」』】〕〉…—·”’％‰℃々～,.;:?!)]}%ー") | SKIN_TONES | {ZERO_WIDTH_JOINER}
NOT_LAST = frozenset("（《「『【〔〈“‘([{¥￥$→") | {ZERO_WIDTH_JOINER}

ROUNDING = 0.001
"""Points by which sums of widths may differ from the width of the sum."""


def break_lines(text: str, width: float, measure: Measure) -> list[str]:
    """Return the lines of a drawable text; joined, they are the text without its line ends.

    ``measure`` gives a text's width in the unit of ``width``. Spaces at a line's end may stand over the edge.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += [paragraph] if measure(paragraph) <= width else _broken(paragraph, width, measure)
    return lines


def _broken(paragraph: str, width: float, measure: Measure) -> Iterator[str]:
    line, used = "", 0.0
    for cluster in _fitting(paragraph, width, measure):
        advance = measure(cluster)
        if used + advance <= width + ROUNDING or cluster.isspace():
            line, used = line + cluster, used + advance
        elif advance <= width + ROUNDING:
            yield line
            line, used = cluster, advance
        else:
            *full, line = _chopped(line, used, cluster, width, measure)
            used = measure(line)
            yield from full
    yield line


def _fitting(paragraph: str, width: float, measure: Measure) -> Iterator[str]:
    """Yield the clusters; what has spaces and is wider than the column is no longer kept whole."""
    for cluster in _clusters(paragraph):
        if " " in cluster.strip() and measure(cluster) > width + ROUNDING:
            yield from re.findall(r" +|[^ ]+", cluster)
        else:
            yield cluster


def _clusters(paragraph: str) -> Iterator[str]:
    """Yield the pieces between which a line may end."""
    cluster = ""
    tokens = _TOKENS_AND_WHOLE if _HAS_WHOLE.search(paragraph) else _TOKENS
    for token in tokens.findall(paragraph):
        if cluster and not _inseparable(cluster, token):
            yield cluster
            cluster = ""
        cluster += token
    yield cluster


def _inseparable(before: str, after: str) -> bool:
    if " " in (before[-1], after[0]):
        return False
    return after[0] in NOT_FIRST or before[-1] in NOT_LAST


_SYLLABLES = re.compile(r"[^_/.?&=,;:@+-]*[_/.?&=,;:@+-]?")
"""Where addresses and file names are broken first."""


def _chopped(line: str, used: float, word: str, width: float, measure: Measure) -> Iterator[str]:
    """Yield lines filled from a word that is wider than the column; at least one character on each."""
    for syllable in filter(None, _SYLLABLES.findall(word)):
        whole = measure(syllable)
        for piece, advance in [(syllable, whole)] if whole <= width else [(one, measure(one)) for one in syllable]:
            if line and used + advance > width + ROUNDING:
                yield line
                line, used = "", 0.0
            line, used = line + piece, used + advance
    yield line
