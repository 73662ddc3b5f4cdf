"""The ids of what the index of words knows, many in one row: a short word is in half of a hundred thousand events.

To look each of them up beside its words takes ten times as long as to find them.
"""

import sqlite3
from bisect import bisect_left
from collections.abc import Sequence

AT_ONCE = 1024
"""Ids in one row. Numbers whose last ten bits differ have their ids in one row."""

TABLES = (
    "CREATE TABLE name (place INTEGER PRIMARY KEY, ids TEXT)",
    "CREATE TABLE stamp (one INTEGER PRIMARY KEY, names BLOB)",
)
"""``stamp`` has one row, which says something else after each change of ``name``."""

BETWEEN = "\n"
"""Stands between two ids of one row."""

END_OF_ROW = "\x1e"

_WHOLE = """
SELECT group_concat(place - ?), group_concat(ids, ?)
FROM (SELECT place, ids FROM name WHERE place BETWEEN ? AND ? ORDER BY place)"""


class Names:
    """The ids by their things' numbers. What is taken out keeps its id here until its number is given anew."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def stamp(self) -> bytes:
        """Return what is another one after each change, in any index that was ever made: for who knows the ids."""
        row = self._connection.execute("SELECT names FROM stamp").fetchone()
        return row[0] if row else b""

    def keep(self, first: int, ids: Sequence[str]) -> None:
        """Keep the ids of new things, whose numbers follow each other; none beyond them is in use."""
        self._stamp()
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
        self._stamp()
        self._connection.execute("DELETE FROM name WHERE place BETWEEN ? AND ?", (first // AT_ONCE, last // AT_ONCE))

    def whole(self, first: int, last: int) -> tuple[str, str]:
        """Return the rows of a range of numbers: how far each is from the first that there may be, and its ids.

        The former are divided by commas, the latter by `END_OF_ROW`: that they come in one answer is what makes it
        quick, other threads are waited for with each.
        """
        begin, end = first // AT_ONCE, last // AT_ONCE
        numbers, ids = self._connection.execute(_WHOLE, (begin, END_OF_ROW, begin, end)).fetchone()
        return numbers or "", ids or ""

    def _stamp(self) -> None:
        """Say that the ids are other ones. By chance, not by counting: an index made anew would count as before."""
        self._connection.execute("INSERT OR REPLACE INTO stamp VALUES (1, randomblob(16))")

    def _at(self, place: int) -> list[str]:
        row = self._connection.execute("SELECT ids FROM name WHERE place = ?", (place,)).fetchone()
        return row[0].split(BETWEEN) if row else []
