"""Where each row of the timeline lies, in time that does not grow with the number of events.

There are two row heights only, day headers and cards, so a row's place follows from how many headers are above it.
All values are logical pixels from the top of the whole list, which starts with the first day's header.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence


class Geometry:
    """Maps rows to places and back."""

    def __init__(self, header_rows: Sequence[int], row_count: int, *, header_height: int, card_height: int) -> None:
        self.header_rows = header_rows
        self.row_count = row_count
        self.header_height = header_height
        self.card_height = card_height
        more = header_height - card_height
        self._header_tops = [index * more + row * card_height for index, row in enumerate(header_rows)]

    @property
    def total(self) -> int:
        """Height of all rows."""
        return self.top(self.row_count)

    def top(self, row: int) -> int:
        """Return where the row begins."""
        headers = bisect_left(self.header_rows, row)
        return headers * self.header_height + (row - headers) * self.card_height

    def is_header(self, row: int) -> bool:
        """Tell whether the row is a day header."""
        index = bisect_left(self.header_rows, row)
        return index < len(self.header_rows) and self.header_rows[index] == row

    def height(self, row: int) -> int:
        """Return the row's height."""
        return self.header_height if self.is_header(row) else self.card_height

    def row_at(self, y: int) -> int:
        """Return the row that covers ``y``, -1 above the first and below the last."""
        if not 0 <= y < self.total:
            return -1
        index = bisect_right(self._header_tops, y) - 1
        if index < 0:
            return y // self.card_height
        below = y - self._header_tops[index] - self.header_height
        return self.header_rows[index] + (0 if below < 0 else 1 + below // self.card_height)

    def day_index_at(self, y: int) -> int:
        """Return the index of the day that ``y`` belongs to; 0 above the first, -1 if there is no day."""
        return min(max(bisect_right(self._header_tops, y) - 1, 0), len(self._header_tops) - 1)

    def header_top(self, day_index: int) -> int | None:
        """Return where a day's header begins, None behind the last day."""
        return self._header_tops[day_index] if 0 <= day_index < len(self._header_tops) else None
