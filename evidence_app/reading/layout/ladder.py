"""What stands how far down a page, so that the neighbours of something are found without asking all. Pure."""

from collections.abc import Sequence

from evidence_app.domain.machine_text import MachineLine, Region
from evidence_app.reading.layout.rows import beside, bottom, top


class Rungs:
    """Regions by their height on the page, known by their places in the list that was given."""

    def __init__(self, regions: Sequence[Region]) -> None:
        self.tallest = max((region[3] for region in regions), default=0)
        self._start = min((region[1] for region in regions), default=0)
        end = max((region[1] + region[3] for region in regions), default=0)
        # no more rungs than regions, and one stands on three of them on average at the most, however tall some are
        count = max(1, len(regions))
        self._step = max(1.0, (end - self._start) / count, sum(region[3] for region in regions) / count)
        self._last = self._rung(end)
        self._rungs: list[list[int]] = [[] for _ in range(self._last + 1)]
        for index, region in enumerate(regions):
            for rung in range(self._rung(region[1]), self._rung(region[1] + region[3]) + 1):
                self._rungs[rung].append(index)

    def _rung(self, row: float) -> int:
        return int((row - self._start) // self._step)

    def between(self, upper: float, lower: float) -> list[int]:
        """Return which stand between two rows with any part of them, and maybe others close by, in their order."""
        first, last = max(0, self._rung(upper)), min(self._last, self._rung(lower))
        if first == last:
            return self._rungs[first]
        return sorted({index for rung in self._rungs[first : last + 1] for index in rung})


class Ladder:
    """Lines that are asked for by where they stand; answers are in the order in which they were given."""

    def __init__(self, lines: Sequence[MachineLine]) -> None:
        self.lines = lines
        self._rungs = Rungs([line.region for line in lines])

    @property
    def tallest(self) -> int:
        """The height of the highest line."""
        return self._rungs.tallest

    def indexes(self, upper: float, lower: float) -> list[int]:
        """Return where in the list the lines are that stand between two rows, and maybe others close by."""
        return self._rungs.between(upper, lower)

    def between(self, upper: float, lower: float) -> list[MachineLine]:
        """Return the lines that stand between two rows with any part of them, and maybe others close by."""
        return [self.lines[index] for index in self._rungs.between(upper, lower)]

    def beside(self, line: MachineLine) -> list[MachineLine]:
        """Return the lines in the row of a line, itself too."""
        return [other for other in self.between(top(line), bottom(line)) if beside(other, line)]
