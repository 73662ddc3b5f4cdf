"""Finding words in what was written and read. Pure."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from evidence_app.characters import folded


def words_of(query: str) -> tuple[str, ...]:
    """Return the words that are asked for, as they are compared."""
    return tuple(filter(None, (folded(word) for word in query.split())))


def lines_with(words: Sequence[str], lines: Sequence[str], *, run_on: bool = True) -> list[int]:
    """Return which lines a word begins in; none unless every word is somewhere.

    Where lines ``run_on``, a word may go on in the next one: screens break numbers and words anywhere.
    """
    end = "" if run_on else "\n"  # which no word has
    shapes = [folded(line) + end for line in lines]
    starts = [0, *accumulate(len(shape) for shape in shapes)]
    whole = "".join(shapes)
    if not words or not all(word in whole for word in words):
        return []
    return sorted({bisect_right(starts, at) - 1 for word in words for at in _places(word, whole)})


def _places(word: str, whole: str) -> list[int]:
    places, at = [], whole.find(word)
    while at >= 0:
        places.append(at)
        at = whole.find(word, at + 1)
    return places
