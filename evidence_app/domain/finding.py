"""Finding words in what was written and read. Pure."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import accumulate

from evidence_app.characters import folded

END = "\n"
"""Stands behind what a word does not go on from; no folded word has it."""


class FoundIn(StrEnum):
    """Where words were found; what a machine read may be wrong."""

    EXHIBIT = "exhibit"
    EVENT = "event"
    MACHINE = "machine"


EVENT_WORDS = (
    "text",
    "promise",
    "party",
    "number",
    "agent_id",
    "agent_name",
    "reference",
    "body",
    "amount",
)
"""Fields by which an event is found."""


@dataclass(frozen=True, slots=True)
class Worded:
    """An event, an exhibit, or what a machine read off one (then ``id`` is the exhibit's), with what it is found by.

    ``shape`` is folded, with `END` behind everything that does not run on. ``at_ms`` is an event's time, None if it
    has none.
    """

    found_in: FoundIn
    id: str
    shape: str
    at_ms: int | None = None


def words_of(query: str) -> tuple[str, ...]:
    """Return the words that are asked for, as they are compared."""
    return tuple(filter(None, (folded(word) for word in query.split())))


def shape_of(fields: Iterable[str]) -> str:
    """Return what fields are found by."""
    return "".join(folded(field) + END for field in fields if field)


def one_shape(fields: Iterable[str]) -> str:
    """Return what fields are found by, folded all at once: for what is shown, where every frame counts."""
    return folded("\0".join(fields))


def run_on_shape(lines: Iterable[str]) -> str:
    """Return what lines are found by where words go on in the next one: screens break numbers and words anywhere."""
    return folded("".join(lines))


def has_all(words: Iterable[str], shape: str) -> bool:
    """Tell whether every word occurs."""
    return all(word in shape for word in words)


def lines_with(words: Sequence[str], lines: Sequence[str], *, run_on: bool = True) -> list[int]:
    """Return which lines a word begins in; none unless every word is somewhere.

    Where lines ``run_on``, a word may go on in the next one.
    """
    end = "" if run_on else END
    shapes = [folded(line) + end for line in lines]
    starts = [0, *accumulate(len(shape) for shape in shapes)]
    whole = "".join(shapes)
    if not words or not has_all(words, whole):
        return []
    return sorted({bisect_right(starts, at) - 1 for word in words for at in _places(word, whole)})


def spans(words: Iterable[str], text: str) -> list[tuple[int, int]]:
    """Return where words stand in a text as it was written, as start and end, in order, none touching another."""
    became = [_folded_character(character) for character in text]
    shape = "".join(became)
    there = [word for word in words if word in shape]
    if not there:
        return []  # as of most texts on a card
    origins = [index for index, each in enumerate(became) for _ in each]
    covered: set[int] = set()
    for word in there:
        for at in _places(word, shape):
            covered.update(range(origins[at], origins[at + len(word) - 1] + 1))
    found: list[tuple[int, int]] = []
    for index in sorted(covered):
        if found and found[-1][1] == index:
            found[-1] = (found[-1][0], index + 1)
        else:
            found.append((index, index + 1))
    return found


_folded_character = lru_cache(maxsize=4096)(folded)
"""Texts are traced while cards are drawn; few characters make up most of them."""


def _places(word: str, whole: str) -> list[int]:
    places, at = [], whole.find(word) if word else -1
    while at >= 0:
        places.append(at)
        at = whole.find(word, at + 1)
    return places
