"""The ids of what the index of words knows, many in one row: a short word is in half of a hundred thousand events.

To look each of them up beside its words takes ten times as long as to find them.
"""

import sqlite3
from bisect import bisect_left
from collections.abc import Iterator, Sequence

AT_ONCE = 1024
"""Ids in one row. Numbers whose last ten bits differ have their ids in one row."""

TABLE = "CREATE TABLE name (place INTEGER PRIMARY KEY, ids TEXT)"

BETWEEN = "\n"
"""Stands between two ids of one row."""


class Names:
    """The ids by their things' numbers. What is taken out keeps its id here until its number is given anew."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def keep(self, first: int, ids: Sequence[str]) -> None:
        """Keep the ids of new things, whose numbers follow each other; none beyond them is in use."""
        while ids:
            place, start = divmod(first, AT_ONCE)
            there, here = self._at(place)[:start], ids[: AT_ONCE - start]
            whole = [*there, *[""] * (start - len(there)), *here]
            self._connection.execute("INSERT OR REPLACE INTO name VALUES (?, ?)", (place, BETWEEN.join(whole)))
            first, ids = first + len(here), ids[len(here) :]

    def of(self, first: int, serials: list[int]) -> set[str]:
        """Return the ids of numbers, given by how far they are from ``first``, a number that begins a row."""
        found: set[str] = set()
        serials.sort()
        start = 0
        while start < len(serials):
            row = serials[start] // AT_ONCE
            end = bisect_left(serials, (row + 1) * AT_ONCE, start)
            ids, begins = self._at(first // AT_ONCE + row), row * AT_ONCE
            found.update([ids[serial - begins] for serial in serials[start:end]])
            start = end
        return found

    def drop(self, first: int, last: int) -> None:
        """Forget the ids of whole rows of numbers, both included."""
        self._connection.execute("DELETE FROM name WHERE place BETWEEN ? AND ?", (first // AT_ONCE, last // AT_ONCE))

    def row(self, first: int, number: int) -> str:
        """Return the ids of one row of numbers as they are kept, counted from that which begins with ``first``."""
        row = self._connection.execute("SELECT ids FROM name WHERE place = ?", (first // AT_ONCE + number,)).fetchone()
        return str(row[0]) if row else ""

    def rows(self, first: int, last: int) -> Iterator[tuple[int, str]]:
        """Yield the rows of a range of numbers as `row` returns them, each with its number."""
        begin = first // AT_ONCE
        rows = self._connection.execute(
            "SELECT place, ids FROM name WHERE place BETWEEN ? AND ?", (begin, last // AT_ONCE)
        )
        yield from ((place - begin, ids) for place, ids in rows)

    def _at(self, place: int) -> list[str]:
        ids = self.row(0, place)
        return ids.split(BETWEEN) if ids else []
