"""The few insertions and removals that turn one list of rows into another, so that views keep their place."""

from bisect import bisect_left
from collections.abc import Hashable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """Remove ``count`` rows at ``row``, or insert there the rows from ``source`` of the new list."""

    insert: bool
    row: int
    count: int
    source: int = 0


def steps(old: Sequence[object], new: Sequence[object]) -> list[Change]:
    """Return the changes in the order in which to make them: removals from the end, then insertions from the start.

    Keys are unique within each list. A key that moved against the others is removed and inserted again.
    """
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    old_end, new_end = len(old), len(new)
    while old_end > start and new_end > start and old[old_end - 1] == new[new_end - 1]:
        old_end, new_end = old_end - 1, new_end - 1
    stay = _staying(old[start:old_end], new[start:new_end])
    removals = _runs([row for row in range(start, old_end) if old[row] not in stay])
    insertions = _runs([row for row in range(start, new_end) if new[row] not in stay])
    return [Change(False, row, count) for row, count in reversed(removals)] + [
        Change(True, row, count, row) for row, count in insertions
    ]


def _staying(old: Sequence[object], new: Sequence[object]) -> set[Hashable]:
    """Return the largest set of keys that both lists hold in the same order (longest increasing subsequence)."""
    place = {key: number for number, key in enumerate(new)}
    tails: list[int] = []
    tail_keys: list[Hashable] = []
    before: dict[Hashable, Hashable] = {}
    for key in old:
        if key not in place:
            continue
        slot = bisect_left(tails, place[key])
        if slot:
            before[key] = tail_keys[slot - 1]
        tails[slot : slot + 1] = [place[key]]
        tail_keys[slot : slot + 1] = [key]
    stay: set[Hashable] = set()
    if tail_keys:
        key = tail_keys[-1]
        stay.add(key)
        while key in before:
            key = before[key]
            stay.add(key)
    return stay


def _runs(numbers: list[int]) -> list[tuple[int, int]]:
    """Return ascending numbers as (first, count) of unbroken runs."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and sum(runs[-1]) == number:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((number, 1))
    return runs
