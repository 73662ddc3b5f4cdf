"""The dossier's events as a table (CSV) for those who count and sort: accountants, clerks, spreadsheets.

What is in it came from strangers' messages, so no cell may be taken for a formula.
"""

import csv
import io
from collections.abc import Iterable, Mapping
from zoneinfo import ZoneInfo

from evidence_app.domain.events import Event
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.times import Precision, instant
from evidence_app.phrases import Language, name_of, section

BYTE_ORDER_MARK = "\ufeff"
"""Without it spreadsheets take UTF-8 for the system's own encoding and garble Chinese."""

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""How cells begin that a spreadsheet may compute (OWASP, CSV injection), full-width forms included."""

COLUMNS = (
    "time", "precision", "time_source", "kind", "direction", "party", "number", "agent_id", "agent_name", "text",
    "amount", "currency", "outcome", "reference", "duration_s", "promise", "promise_due", "body", "exhibits", "status",
)  # fmt: skip

SHOWN = {Precision.MONTH: 7, Precision.DAY: 10, Precision.MINUTE: 16}
"""Characters of an ISO time that are known, by precision; all of them otherwise."""


def timeline_csv(events: Iterable[Event], exhibits: Mapping[str, Exhibit], zone: ZoneInfo, language: Language) -> bytes:
    """Return a table of events, in the order given, with the exhibits of the dossier that show each.

    ``exhibits`` are those of the dossier by id; times are in ``zone``, as exactly as they are known.
    """
    table = io.StringIO()
    writer = csv.writer(table, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    words = section("verify", language)
    writer.writerow(words[f"column.{column}"] for column in COLUMNS)
    for event in events:
        cells = _cells(event, exhibits, zone, language)
        writer.writerow(defused(cells[column]) for column in COLUMNS)
    return (BYTE_ORDER_MARK + table.getvalue()).encode("utf-8", "replace")


def defused(text: str) -> str:
    """Return a cell's text that no spreadsheet takes for a formula: with an apostrophe before it, where needed."""
    plain = text.replace("\0", "")
    return f"'{plain}" if plain.lstrip(" ").startswith(FORMULA_STARTS) else plain


def _cells(event: Event, exhibits: Mapping[str, Exhibit], zone: ZoneInfo, language: Language) -> dict[str, str]:
    reading = event.time.happened
    numbers = sorted(exhibits[exhibit_id].number for exhibit_id in event.exhibit_ids if exhibit_id in exhibits)
    return {
        "time": _time(event, zone),
        "precision": name_of(reading.precision, language) if reading else "",
        "time_source": name_of(reading.source, language) if reading else "",
        "kind": name_of(event.kind, language),
        "direction": name_of(event.direction, language) if event.direction else "",
        "party": event.party,
        "number": event.number,
        "agent_id": event.agent_id,
        "agent_name": event.agent_name,
        "text": event.text,
        "amount": "" if event.amount is None else str(event.amount),
        "currency": "" if event.amount is None else event.currency,
        "outcome": name_of(event.outcome, language) if event.outcome else "",
        "reference": event.reference,
        "duration_s": "" if event.duration_s is None else str(event.duration_s),
        "promise": event.promise,
        "promise_due": event.promise_due.isoformat() if event.promise_due else "",
        "body": event.body,
        "exhibits": " ".join(f"E{number:03d}" for number in numbers),
        "status": name_of(event.status, language),
    }


def _time(event: Event, zone: ZoneInfo) -> str:
    reading = event.time.happened
    if reading is None or reading.wall is None:
        return ""
    if reading.precision in (Precision.DAY, Precision.MONTH):
        return reading.wall.isoformat(" ")[: SHOWN[reading.precision]]
    at = instant(reading, zone)
    return "" if at is None else at.isoformat(" ")[: SHOWN.get(reading.precision, 19)]
