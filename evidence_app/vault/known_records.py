"""Which records of an export other exports of the dispute brought already; equal records count as often as they occur.

A number or a reference says that it is the same. Without one, as in chats, the same words in the same minute may have
been said in two conversations: then a neighbour must be known from the same exports, too, as in a newer export of the
same conversation nearly every one is.
"""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from evidence_app.domain.exports import Columns
from evidence_app.domain.imports import IdRanges, ImportEntry

_OTHERS = """
SELECT fingerprint, id, read_from FROM event
WHERE dispute_id = ? AND fingerprint IS NOT NULL AND NOT (read_from = ? AND place <> '')"""

_SAME = "SELECT id, source FROM known_there WHERE fingerprint = ? ORDER BY source <> ?, id LIMIT 1"


class Known(NamedTuple):
    """An event that says what a record says, and a name for the exports that it came with."""

    event_id: str
    family: str
    source: str


class KnownRecords:
    """The events of other exports that wait to be recognised; in SQLite's memory, 40 MB for a million."""

    def __init__(
        self, raw: sqlite3.Connection, dispute_id: str, exhibit_id: str, entries: Iterable[ImportEntry]
    ) -> None:
        self._raw = raw
        self._families = families(entries)
        self._last: Known | None = None
        raw.execute(
            "CREATE TEMP TABLE known_there "
            "(fingerprint INT, id TEXT, source TEXT, PRIMARY KEY (fingerprint, id)) WITHOUT ROWID"
        )
        raw.execute(f"INSERT INTO known_there {_OTHERS}", (dispute_id, exhibit_id))
        self.any = raw.execute("SELECT 1 FROM known_there LIMIT 1").fetchone() is not None

    def take(self, records: Columns, marks: Sequence[int]) -> list[str]:
        """Return the ids of the events that say what the records say, empty for records that are new."""
        found: list[Known | None] = []
        for mark in marks:
            found.append(self._reserve(mark, found[-1] if found else self._last))
        before = [self._last, *found[:-1]]
        after = [*found[1:], None]
        sure = [bool(number or reference) for number, reference in zip(records.number, records.reference, strict=True)]
        taken: list[str] = []
        for index, known in enumerate(found):
            last = index == len(found) - 1  # what follows comes with the next part
            if known and (sure[index] or last or _is_near(known, before[index]) or _is_near(known, after[index])):
                taken.append(known.event_id)
            else:
                taken.append("")
                self._give_back(known, marks[index])
        self._last = found[-1] if found else self._last
        return taken

    def drop(self) -> None:
        """Let go of the memory."""
        self._raw.execute("DROP TABLE temp.known_there")

    def _reserve(self, mark: int, before: Known | None) -> Known | None:
        row = self._raw.execute(_SAME, (mark, before.source if before else "")).fetchone()
        if row is None:
            return None
        event_id, source = row
        self._raw.execute("DELETE FROM known_there WHERE fingerprint = ? AND id = ?", (mark, event_id))
        return Known(event_id, self._families.get(source, source), source)

    def _give_back(self, known: Known | None, mark: int) -> None:
        if known is not None:
            row = (mark, known.event_id, known.source)
            self._raw.execute("INSERT INTO known_there VALUES (?, ?, ?)", row)


def _is_near(known: Known, other: Known | None) -> bool:
    return other is not None and other.family == known.family


def families(entries: Iterable[ImportEntry]) -> Mapping[str, str]:
    """Return one name for all exports that hold records of each other, by their exhibits' ids."""
    brought, exhibits = IdRanges(), []
    names: dict[str, str] = {}
    for index, entry in enumerate(entries):
        exhibits.append(entry.exhibit_id)
        brought.put(entry.events, index)
        names.setdefault(entry.exhibit_id, entry.exhibit_id)
        for first, _ in entry.known_events:
            for origin in brought.standing_for(first):
                old, new = names[exhibits[origin]], names[entry.exhibit_id]
                names = {exhibit_id: new if name == old else name for exhibit_id, name in names.items()}
    return names
