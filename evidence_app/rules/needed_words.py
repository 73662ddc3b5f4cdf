"""Which words a text needs for an expression to find anything in it: looking for these alone takes a tenth of the time.

Understands what our own expressions are written in: characters, classes, groups, looking around, repetitions. Pure.
"""

import re
from collections.abc import Collection

_PIECE = re.compile(
    r"(?P<around>\(\?<?[=!])|(?P<group>\((?:\?:)?)|(?P<class>\[\^?\]?(?:\\.|[^\]])*\])|(?P<escape>\\.)|(?P<other>.)",
    re.DOTALL,
)
"""The next piece of an expression: what looks around, a group's beginning, a class, an escape, a character."""

_REPEATED = re.compile(r"(?:(?P<none>[?*]|\{0?,\d*\}|\{0\})|\+|\{\d+(?:,\d*)?\})[?+]?")
"""How often the piece before it may stand; ``none`` where not at all is enough."""

_Needed = frozenset[str]
"""Texts of which one has to be there; empty where nothing is known."""

NOTHING: _Needed = frozenset()
EMPTY: _Needed = frozenset({""})

_PLAIN_CLASS = re.compile(r"\[[^\^\\-]{1,4}\]")
"""A class of a few characters, without ranges: each of them can be looked for."""

MOST_RUNS = 64
"""Ways in which a few classes beside each other can be written, of which it is still told which they are."""


def needed_words(pattern: str) -> tuple[str, ...]:
    """Return words of which every text has one in which a pattern is found; empty if that is unknown.

    ``pattern`` is as `re.VERBOSE` takes it; case matters.
    """
    found = _Reader("".join(pattern.split())).choice()
    return () if "" in found else tuple(sorted(found, key=len))


class _Reader:
    """Reads a pattern from left to right."""

    def __init__(self, pattern: str) -> None:
        self._pattern, self._at = pattern, 0

    def choice(self) -> _Needed:
        """Return what one of several alternatives needs."""
        found = [self._sequence()]
        while self._pattern[self._at : self._at + 1] == "|":
            self._at += 1
            found.append(self._sequence())
        return frozenset().union(*found) if all(found) else NOTHING

    def _sequence(self) -> _Needed:
        """Return the part of a sequence that tells most: the longest texts, the fewest of them."""
        parts: list[_Needed] = []
        run = EMPTY
        while self._pattern[self._at : self._at + 1] not in ("", "|", ")"):
            piece, is_character = self._piece()
            repeated = _REPEATED.match(self._pattern, self._at)
            if repeated is not None:
                self._at = repeated.end()
                piece = NOTHING if repeated["none"] else piece
            if is_character and piece:
                parts, run = (parts, run) if len(run) * len(piece) <= MOST_RUNS else ([*parts, run], EMPTY)
                run = frozenset(before + each for before in run for each in piece)
            if not is_character or not piece or repeated is not None:
                parts, run = [*parts, run, piece], EMPTY
        return max((*parts, run), key=_worth)

    def _piece(self) -> tuple[_Needed, bool]:
        """Return what one piece needs, and whether it is a single character."""
        found = _PIECE.match(self._pattern, self._at)
        if found is None:
            raise ValueError(self._pattern)
        self._at = found.end()
        if found["around"] or found["group"]:
            inner = self.choice()
            self._at += 1  # the closing bracket
            return (inner if found["group"] else NOTHING), False
        if found["class"]:
            return frozenset(found[0][1:-1] if _PLAIN_CLASS.fullmatch(found[0]) else ()), True
        is_any = found[0] in "^$." or (found["escape"] and found[0][1].isalnum())
        return (NOTHING if is_any else frozenset({found[0][-1]})), True


def _worth(needed: Collection[str]) -> tuple[int, int]:
    return min(map(len, needed), default=0), -len(needed)
