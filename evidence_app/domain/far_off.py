"""Times that stand far from all the others: more often a camera's wrong clock or a misread name than the truth."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from itertools import pairwise

FAR = timedelta(days=365)
"""A year without anything is no pause of a dispute over one loan or one wallet."""

FEWEST = 6
"""Among fewer times nobody can tell which are the odd ones."""

BULK_SHARE = 0.8
"""The others must be this many at least, or the dispute simply has two parts."""


def far_off(times: Iterable[tuple[str, datetime]]) -> list[str]:
    """Return the ids of the few times that lie a year or more away from the bulk of them, in order of time."""
    ordered = sorted(times, key=lambda each: each[1])
    if len(ordered) < FEWEST:
        return []
    runs = [[ordered[0]]]
    for before, after in pairwise(ordered):
        if after[1] - before[1] >= FAR:
            runs.append([])
        runs[-1].append(after)
    bulk = max(runs, key=len)
    if len(bulk) < BULK_SHARE * len(ordered):
        return []
    return [each_id for run in runs if run is not bulk for each_id, _ in run]


def settled_start(ordered: Sequence[datetime]) -> datetime | None:
    """Return the first time that is not far off, None where there is none; looks at the first few only."""
    if len(ordered) < FEWEST:
        return ordered[0] if ordered else None
    few = int((1 - BULK_SHARE) * len(ordered))
    jumps = [number for number in range(1, few + 1) if ordered[number] - ordered[number - 1] >= FAR]
    return ordered[jumps[-1] if jumps else 0]
