"""Where regions lie relative to each other. Pure."""

from collections.abc import Iterable, Sequence

from evidence_app.domain.machine_text import Colour, MachineLine, Region
from evidence_app.reading.passages import around


def right(region: Region) -> int:
    """Return the first column right of a region."""
    return region[0] + region[2]


def bottom(region: Region) -> int:
    """Return the first row below a region."""
    return region[1] + region[3]


def centre(region: Region) -> tuple[float, float]:
    """Return the point in a region's middle."""
    return region[0] + region[2] / 2, region[1] + region[3] / 2


def shared(low: float, high: float, other_low: float, other_high: float) -> float:
    """Return which part of the shorter span both have in common, 0 if none."""
    common = min(high, other_high) - max(low, other_low)
    return max(0.0, common) / max(1.0, min(high - low, other_high - other_low))


def beside(one: Region, other: Region) -> float:
    """Return how much two regions stand in the same rows, from 0 to 1."""
    return shared(one[1], bottom(one), other[1], bottom(other))


def below(one: Region, other: Region) -> float:
    """Return how much two regions stand in the same columns, from 0 to 1."""
    return shared(one[0], right(one), other[0], right(other))


def within(inner: Region, outer: Region) -> float:
    """Return which part of a region lies in another."""
    across = min(right(inner), right(outer)) - max(inner[0], outer[0])
    down = min(bottom(inner), bottom(outer)) - max(inner[1], outer[1])
    return max(0, across) * max(0, down) / max(1, inner[2] * inner[3])


def apart(one: Colour | None, other: Colour | None) -> int:
    """Return how much two colours differ, of 255, in what differs most; 0 where one is not known."""
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) if one and other else 0


def contrast(line: MachineLine) -> int:
    """Return how much a line differs from its ground, of 255."""
    return apart(line.ink, line.ground)


def chroma(colour: Colour | None) -> int:
    """Return how far a colour is from grey, of 255."""
    return max(colour) - min(colour) if colour else 0


def median(values: Iterable[float], otherwise: float = 0.0) -> float:
    """Return the middle one of the values."""
    ordered = sorted(values)
    return ordered[len(ordered) // 2] if ordered else otherwise


def rows(lines: Sequence[MachineLine]) -> list[list[MachineLine]]:
    """Return lines row by row, each row from left to right: what an engine saw in two boxes stands side by side."""
    found: list[list[MachineLine]] = []
    for line in sorted(lines, key=lambda line: centre(line.region)[1]):
        row = found[-1] if found else []
        middle = median((centre(each.region)[1] for each in row), -1e9)
        tall = min([each.region[3] for each in row] + [line.region[3]])
        if abs(centre(line.region)[1] - middle) < tall / 2 and all(
            below(line.region, each.region) < 0.5 for each in row
        ):
            row.append(line)
        else:
            found.append([line])
    return [sorted(row, key=lambda line: line.region[0]) for row in found]


def region_of(lines: Sequence[MachineLine]) -> Region:
    """Return the smallest region that holds the lines, of which there is at least one."""
    return around([line.region for line in lines])
