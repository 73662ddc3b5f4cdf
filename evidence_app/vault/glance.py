"""A first look into a vault, without SQLAlchemy: importing it takes longer than everything else a window shows first.

What it sees is what `Catalog` answers a moment later; a test holds the two together. It waits for no lock, leaves
nothing but SQLite's empty helper files, and gives way (None) wherever something is unusual: then opening the vault
properly says what.
"""

import json
import os
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import quote
from zoneinfo import ZoneInfo

from evidence_app.domain import long_timeline
from evidence_app.domain.disputes import Dispute, DisputeSummary
from evidence_app.domain.events import TELLS_ITS_PAGE, EventKind, TimelineEntry, is_told
from evidence_app.domain.fields import editable_fields
from evidence_app.domain.thread_order import in_threads
from evidence_app.domain.times import Precision
from evidence_app.errors import JuzhengError
from evidence_app.vault.members import DIRECTIONS, KINDS, OUTCOMES, PRECISIONS, SOURCES, STATUSES, moment

CATALOG_NAME = "catalog.sqlite3"
REVISION = "0008"
"""The only schema revision that is understood here; at any other one nothing is seen."""

PRAGMAS = ("query_only=ON", "trusted_schema=OFF", "cell_size_check=ON", "temp_store=MEMORY")

IN_USE = """
set_aside = '' AND (first_exhibit_id IS NULL OR first_exhibit_id NOT IN (SELECT id FROM exhibit WHERE set_aside <> ''))
"""
IS_LONG = "(SELECT count(*) FROM (SELECT 1 FROM event WHERE dispute_id = dispute.id LIMIT :long)) >= :long"
"""Asks an index only, and no more of it than it has to."""

_DISPUTES = f"""
SELECT dispute.*,
    (SELECT count(*) FROM exhibit WHERE dispute_id = dispute.id AND removed_at IS NULL AND set_aside = '') AS exhibits,
    {IS_LONG} AS long,
    CASE WHEN {IS_LONG} THEN (SELECT count(*) FROM event WHERE dispute_id = dispute.id)
    ELSE (SELECT count(*) FROM event WHERE dispute_id = dispute.id AND {IN_USE}) END AS events,
    CASE WHEN {IS_LONG} THEN 0
    ELSE (SELECT coalesce(sum(open_conflict), 0) FROM event WHERE dispute_id = dispute.id AND {IN_USE}) END AS conflicts
FROM dispute WHERE removed_at IS NULL AND set_aside = '' ORDER BY created_at, id"""

_EXHIBITS = """
SELECT exhibit.id, number, exhibit.sha256, kind, coalesce(nullif(title, ''), name),
    name || char(10) || app || char(10) || device || char(10) || account, proves
FROM exhibit JOIN original USING (sha256) WHERE dispute_id = ?"""

_EVENTS = f"""
SELECT id, kind, at_ms, precision, time_source, offset_stated, open_conflict, direction,
    coalesce(nullif(party, ''), number), agent_id, text, amount, currency, duration_s, outcome, promise, status,
    first_exhibit_id, promise_due, number || char(10) || agent_name || char(10) || reference || char(10) || body,
    read_from, ordinal
FROM event WHERE dispute_id = ? AND {IN_USE}"""

_TOLD = f"""
SELECT id FROM exhibit WHERE dispute_id = ? AND EXISTS (
    SELECT 1 FROM event_exhibit JOIN event ON event.id = event_id
    WHERE exhibit_id = exhibit.id AND read_from IS NOT NULL AND event.set_aside = ''
    AND event.kind IN ({", ".join(f"'{kind.value}'" for kind in sorted(TELLS_ITS_PAGE))}))"""
"""Exhibits whose content is told by events that were read off them."""

DECIDED = '"decided": 1'
"""How the stored time says that a person decided; within a text, the quotation marks would be escaped."""

_FILE_DATE = f"time_source = 'modified' AND instr(time, '{DECIDED}') = 0"
DATED = f"at_ms IS NOT NULL AND NOT ({_FILE_DATE})"
_KNOWN_TIMES = f"{_EVENTS} AND {DATED} ORDER BY at_ms, ordinal"  # in the order of an index: nothing is sorted
_UNKNOWN_TIMES = f"{_EVENTS} AND NOT ({DATED}) ORDER BY ordinal"

_ALL = ((_KNOWN_TIMES, True), (_UNKNOWN_TIMES, False))
"""All lines, each query with whether what it finds has a time."""

FIRST_LINES = 400
"""Lines of a long timeline that are seen at first: some screens of them."""

_Exhibit = tuple[str, int, str, str, str, str, str]
"""Id, number, SHA-256, kind of medium, label: as in a TimelineEntry; what a search may ask for; what it proves."""
NO_WORDS = "\n" * 3
"""What a search finds of an exhibit that is not there: as many empty lines as one has."""
_NO_EXHIBIT: _Exhibit = ("", 0, "", "", "", NO_WORDS, "")


@dataclass(frozen=True)
class Glance:
    """All disputes, and the timeline of one of them; ``dispute_id`` is empty where there is none.

    ``is_part`` says that the timeline is a long one, and these are its first lines. Of long disputes, events are
    counted that were removed, too, and conflicts are not.
    """

    disputes: list[DisputeSummary]
    dispute_id: str
    entries: list[TimelineEntry]
    is_part: bool = False


def glance(folder: Path, dispute_id: str = "") -> Glance | None:
    """Return what a window shows first: the named dispute, else the oldest; None if it cannot be seen like this."""
    catalog = folder / CATALOG_NAME
    if not catalog.is_file():
        return None
    address = f"file:{quote(os.fsencode(catalog.absolute()))}?mode=ro"
    try:
        with closing(sqlite3.connect(address, uri=True, isolation_level=None)) as connection:
            for pragma in PRAGMAS:
                connection.execute(f"PRAGMA {pragma}")
            connection.execute("BEGIN")
            return _seen(connection, dispute_id)
    except (sqlite3.Error, JuzhengError, KeyError, ValueError, TypeError, ArithmeticError):
        return None  # whatever is wrong in there, opening the vault finds and names it


def _seen(connection: sqlite3.Connection, dispute_id: str) -> Glance | None:
    if connection.execute("SELECT version_num FROM alembic_version").fetchone() != (REVISION,):
        return None
    disputes, long_ones = _disputes(connection)
    chosen = next((line.dispute for line in disputes if line.dispute.id == dispute_id), None)
    if chosen is None and disputes:
        chosen = disputes[0].dispute
    if chosen is None:
        return Glance(disputes, "", [])
    if chosen.id not in long_ones:
        return Glance(disputes, chosen.id, _entries(connection, chosen))
    first = _entries(connection, chosen, ((f"{_KNOWN_TIMES} LIMIT {FIRST_LINES}", True),))
    return Glance(disputes, chosen.id, first, is_part=True) if first else None


def _disputes(connection: sqlite3.Connection) -> tuple[list[DisputeSummary], set[str]]:
    """Return all disputes, and the ids of those whose timelines are long."""
    cursor = connection.execute(_DISPUTES, {"long": long_timeline.LONG})
    names = [column[0] for column in cursor.description]
    rows = [dict(zip(names, row, strict=True)) for row in cursor]
    lines = [DisputeSummary(_dispute(row), row["exhibits"], row["events"], row["conflicts"]) for row in rows]
    return lines, {row["id"] for row in rows if row["long"]}


def _dispute(row: dict[str, str]) -> Dispute:
    values = {
        name: field.parse(json.loads(row[name]) if field.structured else row[name])
        for name, field in editable_fields(Dispute).items()
    }
    return Dispute(id=row["id"], created_at=datetime.fromisoformat(row["created_at"]), **values)  # type: ignore[arg-type]


def _entries(
    connection: sqlite3.Connection, dispute: Dispute, queries: Sequence[tuple[str, bool]] = _ALL
) -> list[TimelineEntry]:
    exhibits: dict[str | None, _Exhibit] = {row[0]: row for row in connection.execute(_EXHIBITS, (dispute.id,))}
    told = {exhibit_id for (exhibit_id,) in connection.execute(_TOLD, (dispute.id,))}
    home = dispute.zone
    lines = [
        (_entry(row, exhibits.get(row[17], _NO_EXHIBIT), home, dated=dated, told=row[17] in told), row[20], row[21])
        for query, dated in queries
        for row in connection.execute(query, (dispute.id,)).fetchall()
    ]
    return in_threads(lines)


def _entry(row: Sequence[Any], shown_by: _Exhibit, home: ZoneInfo, *, dated: bool, told: bool) -> TimelineEntry:
    """Return an event's line; ``told`` says whether events that were read off its exhibit tell what that shows."""
    return TimelineEntry(
        row[0],
        KINDS[row[1]],
        moment(row[2], home) if dated else None,
        PRECISIONS[row[3]] if dated else Precision.UNKNOWN,
        SOURCES.get(row[4]),
        bool(row[5]),
        bool(row[6]),
        DIRECTIONS[row[7]],
        row[8],
        row[9],
        row[10],
        Decimal(row[11]) if row[11] else None,
        row[12],
        row[13],
        OUTCOMES[row[14]],
        row[15],
        STATUSES[row[16]],
        *shown_by[:5],
        date.fromisoformat(row[18]) if row[18] else None,
        f"{row[19]}\n{shown_by[5]}",
        shown_by[6],
        row[1] == EventKind.DOCUMENT and told and is_told(shown_by[3], dated=dated, conflict=bool(row[6])),
    )
