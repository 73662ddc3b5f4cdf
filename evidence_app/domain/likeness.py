"""Whether two pictures look the same: a perceptual hash that survives recompressing and shrinking. Pure.

Two bills of one app look the same, too: they are told apart by the numbers that a machine read on them.

The hash is what the package imagehash calls ``phash`` with ``hash_size=16``. Of that package only these few lines are
needed, and they need neither SciPy nor PyWavelets, 150 MB, which nothing else here asks for.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cache
from math import cos, pi
from operator import mul

SIDE_PX = 64
"""Width and height of the grey picture that is looked at, whatever the shape of the original."""

NUMBERS_FOR_A_SLIP = 40
"""Of so many numbers on a page one may have been misread."""

MOST_UNSEEN = 2
"""So many numbers may be read on only one of two copies, if it has all those of the other: in the battery's sign, in a
portrait. Two bills of one app each have a number that the other lacks."""

KEPT = 16
"""How many of its lowest frequencies count, in each direction: 256 bits."""

NEAR_BITS = 10
"""Recompressed copies are at most 2 bits apart, other pages of the same chat 82 or more (measured)."""

FLAT = 4
"""A picture whose greys lie closer together than this shows nothing that could be compared."""


def likeness(grey: bytes) -> str:
    """Return the hash of a grey picture of 64 by 64 pixels, 64 hexadecimal digits, empty for an evenly coloured one."""
    if max(grey) - min(grey) < FLAT:
        return ""
    rows = [grey[start : start + SIDE_PX] for start in range(0, SIDE_PX * SIDE_PX, SIDE_PX)]
    across = [[sum(map(mul, row, wave)) for wave in _waves()] for row in rows]
    columns = list(zip(*across, strict=True))
    low = [sum(map(mul, column, wave)) for wave in _waves() for column in columns]
    middle = sum(sorted(low)[len(low) // 2 - 1 : len(low) // 2 + 1]) / 2  # the median of an even number
    bits = sum(1 << place for place, value in enumerate(reversed(low)) if value > middle)
    return f"{bits:0{KEPT * KEPT // 4}x}"


@cache
def _waves() -> tuple[tuple[float, ...], ...]:
    """Return the lowest waves of the discrete cosine transform."""
    return tuple(tuple(cos(pi * k * (2 * x + 1) / (2 * SIDE_PX)) for x in range(SIDE_PX)) for k in range(KEPT))


def bits_apart(one: str, other: str) -> int:
    """Return in how many of 256 bits two hashes differ."""
    return (int(one, 16) ^ int(other, 16)).bit_count()


NO_TEXTS: Mapping[str, str] = {}


def groups(hashes: Mapping[str, str], texts: Mapping[str, str] = NO_TEXTS) -> list[tuple[str, ...]]:
    """Return which pictures look the same, by what they are named; each group has two or more, in the order given.

    ``texts`` is what a machine read on them; those whose numbers differ are other pages of the same form. Pictures
    without a hash are in no group.
    """
    numbers = {name: Counter(re.findall(r"\d+", texts.get(name, ""))) for name in hashes}
    leader = {name: name for name in hashes}

    def first_of(name: str) -> str:
        while leader[name] != name:
            leader[name] = leader[leader[name]]
            name = leader[name]
        return name

    for one, other in _near(hashes):
        if not _same(numbers[one], numbers[other]):
            continue
        leader[first_of(other)] = first_of(one)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name in hashes:
        found[first_of(name)].append(name)
    return [tuple(names) for names in found.values() if len(names) > 1]


def _same(one: Counter[str], other: Counter[str]) -> bool:
    """Tell whether numbers are the same but for a few that were misread, or seen on one of the pictures only."""
    more, less = (one - other).total(), (other - one).total()
    if not more or not less:
        return max(more, less) <= MOST_UNSEEN
    return max(more, less) * NUMBERS_FOR_A_SLIP <= max(one.total(), other.total())


def _near(hashes: Mapping[str, str]) -> set[tuple[str, str]]:
    """Return the pairs that are near: of eleven pieces of such hashes one is equal, so that few need comparing."""
    pieces: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    pairs: set[tuple[str, str]] = set()
    width = -(-KEPT * KEPT // (NEAR_BITS + 1))
    for name, value in hashes.items():
        bits = int(value, 16) if value else None
        for piece in range(NEAR_BITS + 1) if bits is not None else ():
            alike = pieces[piece, (bits or 0) >> (piece * width) & ((1 << width) - 1)]
            pairs |= {(each, name) for each in alike if bits_apart(hashes[each], value) <= NEAR_BITS}
            alike.append(name)
    return pairs
