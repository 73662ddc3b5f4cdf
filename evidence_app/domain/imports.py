"""What the custody log says of an import, and the arithmetic by which its events are held against it.

The log has no copy of a million events, but one hash over all of them. Each event has a leaf: SHA-256 of the RFC 8785
form of its id, its ordinal, its place in the export, and its fields as they were imported (without the exhibits that
show it, which the entry names). See docs/integrity.
"""

import hashlib
import json
import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from evidence_app.domain.custody import Plain
from evidence_app.domain.events import MOVES_MONEY, EventKind
from evidence_app.domain.exports import Choice, Hints
from evidence_app.domain.identifiers import PREFIX_LENGTH, id_after, id_number, ids_after

Run = tuple[str, int]
"""Ids that follow each other: the first, and how many there are."""

SEPARATOR = "\x1f"
"""Stands between what a fingerprint is made of."""

MONEY = frozenset(kind.value for kind in MOVES_MONEY)

IDS_AT_ONCE = 1000

NOT_IN_LEAF = "exhibit_ids"
"""The field of an event that its leaf leaves out."""


def plain_text(shape: Plain) -> str:
    """Return the RFC 8785 form of what holds ASCII keys, texts that UTF-8 can carry, and integers: ten times as fast.

    Such keys are sorted as RFC 8785 sorts them, and Python escapes the characters that it does.
    """
    return json.dumps(shape, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def leaf(event_id: str, ordinal: int, place: str, fields: Mapping[str, Plain]) -> bytes:
    """Return the leaf of an event; ``fields`` are its plain ones that say something."""
    shape: Plain = {
        "event": event_id,
        "fields": {name: value for name, value in fields.items() if name != NOT_IN_LEAF},
        "ordinal": ordinal,
        "place": place,
    }
    return hashlib.sha256(plain_text(shape).encode()).digest()


def fingerprint(fields: Mapping[str, Any]) -> int:
    """Return 64 bits of what a record says happened, by which a record of the same in another export is known.

    ``fields`` are the plain ones of the event as it was imported. The name of the other side counts only where there
    is no number: phones name numbers anew. The account counts for money without a reference: two accounts may well
    have moved the same sum on the same day. Signed, as SQLite keeps integers.
    """
    reference = fields.get("reference", "")
    said = (
        fields["kind"],
        _moment(fields["time"]),
        side_known(fields["kind"], fields.get("direction", "")),
        fields.get("number", "") or fields.get("party", ""),
        fields.get("text", ""),
        f"{fields['amount']} {fields['currency']}" if "amount" in fields else "",
        reference,
        str(fields.get("duration_s", "")) + of_account(fields["kind"], reference, fields.get("account", "")),
    )
    return fingerprints_of([SEPARATOR.join(said)])[0]


def side_known(kind: str, direction: str) -> str:
    """Return the direction as a fingerprint has it: of notes it is not part, older programs read none of them."""
    return "" if kind == EventKind.NOTE else direction


def of_account(kind: str, reference: str, account: str) -> str:
    """Return the account as the end of a fingerprint has it, empty where it does not count."""
    return SEPARATOR + account if account and kind in MONEY and not reference else ""


def fingerprints_of(said: Iterable[str]) -> Sequence[int]:
    """Return the fingerprints of what `fingerprint` takes out of events' fields, in that order."""
    begun, digests = hashlib.blake2b(digest_size=8), []
    for each in said:
        hash = begun.copy()  # half the price of a new one
        hash.update(each.encode())
        digests.append(hash.digest())
    return struct.unpack(f"<{len(digests)}q", b"".join(digests))


def _moment(time: Mapping[str, Any]) -> str:
    if not time["readings"]:
        return ""
    reading = time["readings"][0]
    wall = datetime.fromisoformat(reading["wall"])
    return moment(reading["wall"], wall, reading.get("offset_min"))


def moment(wall_text: str, wall: datetime | None, offset_min: int | None) -> str:
    """Return a time as a fingerprint has it: in UTC where the source stated its offset, else as it was."""
    if offset_min is None or wall is None:
        return wall_text
    return f"{(wall - timedelta(minutes=offset_min)).isoformat() if offset_min else wall_text}Z"


# -- ids ---------------------------------------------------------------------------------------------------------------


def runs_of(ids: Iterable[str]) -> list[Run]:
    """Return ids, in the given order, as runs."""
    runs: list[Run] = []
    following = ""
    for each in ids:
        if each == following:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((each, 1))
        following = _next(each)
    return runs


def _next(event_id: str) -> str:
    try:
        return id_after(event_id, 1)
    except ValueError:
        return ""


def ids_of(runs: Iterable[Run]) -> Iterator[str]:
    """Yield the ids of runs."""
    for first, count in runs:
        for begin in range(0, count, IDS_AT_ONCE):
            yield from ids_after(first, begin, min(IDS_AT_ONCE, count - begin))


class IdRanges:
    """Sets of ids, kept as runs: which of the things that were put in stand for an id, in the order they came."""

    def __init__(self) -> None:
        self._ranges: dict[str, list[tuple[int, int, int]]] = {}

    def put(self, runs: Iterable[Run], thing: int) -> None:
        """Have ``thing`` stand for ids."""
        for first, count in runs:
            start = id_number(first)
            self._ranges.setdefault(first[:PREFIX_LENGTH], []).append((start, start + count, thing))

    def standing_for(self, event_id: str) -> list[int]:
        """Return the things that stand for an id."""
        ranges = self._ranges.get(event_id[:PREFIX_LENGTH])
        if not ranges:
            return []
        try:
            number = id_number(event_id)
        except ValueError:
            return []
        return [thing for start, end, thing in ranges if start <= number < end]


# -- the entry ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ImportEntry:
    """An entry of kind ``import``.

    Of ``read`` records, ``taken`` were new, ``known`` were there already out of other exports, ``again`` out of this
    one; the rest was left out by ``choice``. ``unread`` records could not be read. ``events`` are the new ones, in
    their order, ``shown_by`` the further exhibits that show some of them, ``known_events`` those of other exports that
    this one shows, too. ``carried`` says that the events are those of an erased export which this one holds,
    too: ``shown_by`` has all exhibits that show them then.
    ``stated`` is how many records the export itself says it holds, None if it says nothing.
    """

    exhibit_id: str
    format: str
    version: int
    read: int
    taken: int
    events: tuple[Run, ...]
    events_sha256: str
    ordinal: int = 0
    known: int = 0
    again: int = 0
    unread: int = 0
    unread_at: tuple[tuple[str, str], ...] = ()
    warnings: tuple[tuple[str, int], ...] = ()
    stated: int | None = None
    choice: Choice = field(default_factory=Choice)
    hints: Hints = field(default_factory=Hints)
    known_events: tuple[Run, ...] = ()
    shown_by: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    carried: bool = False

    @property
    def left_out(self) -> int:
        """How many records were left out by choice."""
        return 0 if self.carried else self.read - self.taken - self.known - self.again

    def payload(self) -> dict[str, Plain]:
        """Return what the log says. No password is in it."""
        shape: dict[str, Plain] = {
            "exhibit": self.exhibit_id,
            "format": self.format,
            "version": self.version,
            "read": self.read,
            "taken": self.taken,
            "known": self.known,
            "again": self.again,
            "unread": self.unread,
            "ordinal": self.ordinal,
            "events": [list(run) for run in self.events],
            "events_sha256": self.events_sha256,
        }
        said: dict[str, Plain] = {
            "unread_at": [list(each) for each in self.unread_at],
            "warnings": dict(self.warnings),
            "choice": _plain_choice(self.choice),
            "hints": _plain_hints(self.hints),
            "known_events": [list(run) for run in self.known_events],
            "shown_by": {event_id: list(ids) for event_id, ids in self.shown_by.items()},
            "carried": int(self.carried),
        }
        shape |= {} if self.stated is None else {"stated": self.stated}
        return shape | {name: value for name, value in said.items() if value}


@dataclass(frozen=True, slots=True)
class Selection:
    """How much of an export stands on the timeline: ``shown`` of ``read`` records, by the choice in ``entry``."""

    exhibit_id: str
    shown: int
    read: int
    entry: ImportEntry


def entry_of(payload: Mapping[str, Any]) -> ImportEntry:
    """Return what an entry says. Raises ValueError, KeyError or TypeError for a payload that is not ours."""
    choice, hints = payload.get("choice", {}), payload.get("hints", {})
    return ImportEntry(
        exhibit_id=payload["exhibit"],
        format=payload["format"],
        version=payload["version"],
        read=payload["read"],
        taken=payload["taken"],
        events=_runs(payload["events"]),
        events_sha256=payload["events_sha256"],
        ordinal=payload["ordinal"],
        known=payload["known"],
        again=payload["again"],
        unread=payload["unread"],
        unread_at=tuple((place, reason) for place, reason in payload.get("unread_at", ())),
        warnings=tuple(payload.get("warnings", {}).items()),
        stated=payload.get("stated"),
        choice=Choice(tuple(choice.get("numbers", ())), _day(choice.get("since")), _day(choice.get("until"))),
        hints=Hints(
            bool(hints["day_first"]) if "day_first" in hints else None,
            hints.get("owner", ""),
            tuple(_columns(hints.get("columns", {}))),
        ),
        known_events=_runs(payload.get("known_events", ())),
        shown_by={event_id: tuple(ids) for event_id, ids in payload.get("shown_by", {}).items()},
        carried=bool(payload.get("carried", 0)),
    )


def _runs(shape: Sequence[Sequence[Any]]) -> tuple[Run, ...]:
    return tuple((str(first), int(count)) for first, count in shape)


def _day(shape: str | None) -> date | None:
    return date.fromisoformat(shape) if shape else None


def _columns(shape: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield fields and the headings of their columns; a field has a list of several."""
    for field_name, headings in shape.items():
        for heading in [headings] if isinstance(headings, str) else headings:
            yield field_name, str(heading)


def _plain_choice(choice: Choice) -> dict[str, Plain]:
    said: dict[str, Plain] = {
        "numbers": list(choice.numbers),
        "since": choice.since.isoformat() if choice.since else "",
        "until": choice.until.isoformat() if choice.until else "",
    }
    return {name: value for name, value in said.items() if value}


def _plain_hints(hints: Hints) -> dict[str, Plain]:
    columns: dict[str, Plain] = {}
    for field_name, heading in hints.columns:
        named = [each for name, each in hints.columns if name == field_name]
        columns[field_name] = named if len(named) > 1 else heading
    said: dict[str, Plain] = {"columns": columns, "owner": hints.owner}
    said = {name: value for name, value in said.items() if value}
    return said if hints.day_first is None else said | {"day_first": int(hints.day_first)}
