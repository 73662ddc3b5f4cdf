"""Records of an export as rows of the catalog, each with its leaf and fingerprint: a million of them, quickly.

What `evidence_app.domain.imports` says of leaves and fingerprints is put together here as text, column by column, so
that nearly all of it runs in C; a test holds the two together.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import chain, islice, repeat
from json.encoder import encode_basestring as quoted  # as `json.dumps` writes a text
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from evidence_app.domain.events import EventStatus
from evidence_app.domain.exports import Columns, TimeKind
from evidence_app.domain.identifiers import ids_after
from evidence_app.domain.imports import SEPARATOR, fingerprints_of, moment, of_account, side_known
from evidence_app.domain.timeline import moment_ms
from evidence_app.domain.times import PLAUSIBLE_YEARS, ClockReading, Precision, TimeSource

AS_THEY_ARE = (
    "kind", "direction", "party", "number", "agent_id", "agent_name", "text", "amount", "currency", "reference",
    "duration_s", "outcome", "account", "place",
)  # fmt: skip
"""Columns of an event that hold what its record says."""

MOST_BOUND = 900
"""Values of one statement; SQLite itself stops at 999 in its older versions."""

ACCEPTED = EventStatus.ACCEPTED.value
"""An export states what it says: nobody has to confirm that a machine read it well."""

_EPOCH = datetime(1970, 1, 1)
_MILLISECOND = timedelta(milliseconds=1)
_HOUR_MS = 60 * 60 * 1000
CHOSEN = '"chosen":0,'
_PLAIN = re.compile(r"[A-Za-z0-9 .*+-]{0,40}", re.ASCII)
_UNKNOWN = '{"readings":[]}'


class Origin(NamedTuple):
    """What the events of one import have in common."""

    dispute_id: str
    exhibit_id: str
    first_id: str
    first_ordinal: int
    home: ZoneInfo


def insertions(origin: Origin, columns: Mapping[str, Sequence[Any]]) -> Iterator[tuple[str, Iterator[tuple[Any, ...]]]]:
    """Yield the statements that insert rows, each with what to bind for each time that it is executed.

    What all rows have in common stands in the statement, if it is a plain word: binding takes longer than inserting.
    So does beginning a statement: one inserts as many rows as it may have values.
    """
    same: dict[str, str | int | None] = {
        "dispute_id": origin.dispute_id,
        "open_conflict": 0,
        "promise": "",
        "promise_due": "",
        "body": "",
        "status": ACCEPTED,
        "first_exhibit_id": origin.exhibit_id,
        "set_aside": "",
        "read_from": origin.exhibit_id,
    }
    bound: dict[str, Sequence[Any]] = {}
    for name, column in columns.items():
        first = column[0]
        is_plain = first is None or isinstance(first, int) or _PLAIN.fullmatch(first)
        if is_plain and column.count(first) == len(column):
            same[name] = first
        else:
            bound[name] = column
    row = f"({', '.join(['?'] * len(bound) + [_literal(each) for each in same.values()])})"
    insert = f"INSERT INTO event ({', '.join([*bound, *same])}) VALUES "
    many, rows = MOST_BOUND // len(bound), zip(*bound.values(), strict=True)
    of_many = len(columns["id"]) // many * many
    if of_many:
        values = chain.from_iterable(islice(rows, of_many))
        yield insert + ", ".join([row] * many), zip(*[values] * (many * len(bound)), strict=True)
    yield insert + row, rows


def _literal(value: str | int | None) -> str:
    if isinstance(value, str):
        return "'{}'".format(value.replace("'", "''"))
    return "NULL" if value is None else str(int(value))


def fingerprints(records: Columns) -> Sequence[int]:
    """Return the fingerprints of the events that records become, as `evidence_app.domain.imports.fingerprint`."""
    amounts = [
        f"{each} {currency}" if each else "" for each, currency in zip(records.amount, records.currency, strict=True)
    ]
    last = ["" if each is None else str(each) for each in records.duration_s]
    if any(records.account):
        accounts = map(of_account, records.kind, records.reference, records.account)
        last = [duration + account for duration, account in zip(last, accounts, strict=True)]
    columns: tuple[Iterable[str], ...] = (
        records.kind,
        _moments(records),
        map(side_known, records.kind, records.direction),
        [number or party for number, party in zip(records.number, records.party, strict=True)],
        records.text,
        amounts,
        records.reference,
        last,
    )
    return fingerprints_of(map(SEPARATOR.join, zip(*columns, strict=True)))


def _moments(records: Columns) -> list[str]:
    """Return times as fingerprints have them."""
    kind = next(iter(records.time), None)
    if kind is not None and kind.offset_min == 0 and _is_same(records.time):
        return [f"{text}Z" for text in records.wall_text]
    times = zip(records.time, records.wall, records.wall_text, strict=True)
    return ["" if kind is None else moment(text, wall, kind.offset_min) for kind, wall, text in times]


def _is_same(column: Sequence[object]) -> bool:
    return column[-1] == column[0] and column.count(column[0]) == len(column)


def _are_plausible(walls: Sequence[datetime | None]) -> bool:
    known = [each for each in walls if each is not None]
    return len(known) == len(walls) and min(known).year in PLAUSIBLE_YEARS and max(known).year in PLAUSIBLE_YEARS


class _Shape(NamedTuple):
    """How times of one kind are written: what stands before the wall time, and the columns that repeat it."""

    before: str
    precision: str
    source: str
    is_known: bool
    is_stated: bool
    offset_ms: int


NO_TIME = _Shape("", Precision.UNKNOWN.value, "", is_known=False, is_stated=False, offset_ms=0)


def _shape(kind: TimeKind, *, is_known: bool) -> _Shape:
    """Return how times are written; one in an absurd year is written down, and not believed."""
    offset = "" if kind.offset_min is None else f'"offset_min":{kind.offset_min},'
    origin = f'"origin":{quoted(kind.origin)},' if kind.origin else ""
    before = (
        f'{{{CHOSEN if is_known else ""}"readings":[{{"confidence":{kind.confidence},'
        f'"meaning":"{kind.meaning.value}",{offset}{origin}'
        f'"precision":"{kind.precision.value}","source":"{kind.source.value}","wall":"'
    )
    if not is_known:
        return NO_TIME._replace(before=before)
    stated = kind.offset_min is not None
    offset_ms = (kind.offset_min or 0) * 60_000
    return _Shape(before, kind.precision.value, kind.source.value, is_known=True, is_stated=stated, offset_ms=offset_ms)


def _time_texts(shapes: Sequence[_Shape], records: Columns) -> list[str]:
    """Return times as the log and the catalog have them."""
    if _is_same(shapes) and all(records.wall_text) and all(records.words):
        words = list(map(quoted, records.words))
        return list(_put_together((shapes[0].before, records.wall_text, '","words":', words, "}]}"), len(words)))
    ends = [f'","words":{quoted(words)}}}]}}' if words else '"}]}' for words in records.words]
    whole = zip(shapes, records.wall_text, ends, strict=True)
    return [f"{shape.before}{text}{end}" if text else _UNKNOWN for shape, text, end in whole]


class RowMaker:
    """Makes the rows of one import, and the hash over their leaves."""

    def __init__(self, origin: Origin) -> None:
        self.count = 0
        self._origin = origin
        self._digest = hashlib.sha256()
        self._kind: TimeKind | None = None
        self._shape = NO_TIME
        self._offsets: dict[datetime, int | None] = {}

    @property
    def sha256(self) -> str:
        """The hash over the leaves so far, in lower-case hex."""
        return self._digest.hexdigest()

    def columns(self, records: Columns, marks: Sequence[int]) -> dict[str, Sequence[Any]]:
        """Return the columns of new events; ``marks`` are their fingerprints. There must be some."""
        count, begun = len(records), self.count
        self.count += count
        ids = ids_after(self._origin.first_id, begun, count)
        ordinals = range(self._origin.first_ordinal + begun, self._origin.first_ordinal + begun + count)
        shapes = self._shapes(records)
        times = _time_texts(shapes, records)
        self._hash(records, ids, ordinals, times)
        return {
            "id": ids,
            "ordinal": ordinals,
            "time": times,
            "at_ms": self._at_ms(shapes, records.wall),
            "precision": [shape.precision for shape in shapes],
            "time_source": [shape.source for shape in shapes],
            "offset_stated": [int(shape.is_stated) for shape in shapes],
            "fingerprint": marks,
        } | {name: getattr(records, name) for name in AS_THEY_ARE}

    def _shapes(self, records: Columns) -> Sequence["_Shape"]:
        """Return how the times are written: nearly always all in one way."""
        kind, walls = records.time[0], records.wall
        if kind is not None and _is_same(records.time) and _are_plausible(walls):
            return [self._shape_of(kind, walls[0])] * len(walls)
        return list(map(self._shape_of, records.time, walls))

    def _shape_of(self, kind: TimeKind | None, wall: datetime | None) -> "_Shape":
        """Return how a time is written; nearly always that of the record before."""
        if kind is None or wall is None:
            return NO_TIME
        if wall.year not in PLAUSIBLE_YEARS:
            return _shape(kind, is_known=False)
        if kind is not self._kind:
            self._kind, self._shape = kind, _shape(kind, is_known=True)
        return self._shape

    def _hash(self, records: Columns, ids: Sequence[str], ordinals: Iterable[int], times: Sequence[str]) -> None:
        """Take in the leaves: RFC 8785 by hand, names in the order of their letters."""
        pieces = (
            '{"event":"',
            ids,
            '","fields":{',
            *_quoted('"account":', records.account),
            *_quoted('"agent_id":', records.agent_id),
            *_quoted('"agent_name":', records.agent_name),
            *_quoted('"amount":', records.amount),
            *_quoted('"currency":', records.currency),
            *_quoted('"direction":', records.direction),
            *_numbered('"duration_s":', records.duration_s),
            *_quoted('"kind":', records.kind),
            *_quoted('"number":', records.number),
            *_quoted('"outcome":', records.outcome),
            *_quoted('"party":', records.party),
            *_quoted('"reference":', records.reference),
            f'"status":"{ACCEPTED}",',
            *_quoted('"text":', records.text),
            '"time":',
            times,
            '},"ordinal":',
            list(map(str, ordinals)),
            ',"place":',
            list(map(quoted, records.place)),
            "}",
        )
        sha256 = hashlib.sha256
        leaves = [sha256(text.encode()).digest() for text in _put_together(pieces, len(ids))]
        self._digest.update(b"".join(leaves))

    def _at_ms(self, shapes: Sequence[_Shape], walls: Sequence[datetime | None]) -> list[int | None]:
        """Return the moments at which events are sorted, as `evidence_app.domain.timeline.moment_ms`."""
        return [
            (wall - _EPOCH) // _MILLISECOND - shape.offset_ms
            if shape.is_stated and wall is not None
            else self._assumed_ms(wall)
            if shape.is_known and wall is not None
            else None
            for shape, wall in zip(shapes, walls, strict=True)
        ]

    def _assumed_ms(self, wall: datetime) -> int | None:
        """Return the moment at which the dispute's clocks showed a time."""
        hour = wall.replace(minute=0, second=0, microsecond=0)
        if hour not in self._offsets:
            self._offsets[hour] = self._offset_ms(hour)
        offset_ms = self._offsets[hour]
        return self._exactly(wall) if offset_ms is None else (wall - _EPOCH) // _MILLISECOND - offset_ms

    def _offset_ms(self, hour: datetime) -> int | None:
        """Return how far the dispute's clocks are from UTC in an hour, None if they change in it."""
        begins, ends = (self._exactly(each) for each in (hour, hour + timedelta(hours=1) - _MILLISECOND))
        if begins is None or ends is None or ends - begins != _HOUR_MS - 1:
            return None
        return (hour - _EPOCH) // _MILLISECOND - begins

    def _exactly(self, wall: datetime) -> int | None:
        return moment_ms(ClockReading(wall, Precision.SECOND, TimeSource.PLATFORM, 0), self._origin.home)


_Piece = str | Sequence[str]
"""Part of a text for each row: the same for all, or one for each."""


def _put_together(pieces: Iterable[_Piece], count: int) -> Iterator[str]:
    """Return the texts of so many rows. What is the same in all is put together once with its like beside it."""
    merged: list[_Piece] = []
    for piece in pieces:
        if isinstance(piece, str) and merged and isinstance(merged[-1], str):
            merged[-1] += piece
        else:
            merged.append(piece)
    columns = [repeat(each, count) if isinstance(each, str) else each for each in merged]
    return map("".join, zip(*columns, strict=True))


def _quoted(name: str, column: Sequence[str]) -> tuple[_Piece, ...]:
    """Return the members of a JSON object that hold a column's texts, each with a comma; nothing for empty ones."""
    first = column[0]
    if column.count(first) == len(column):
        return (f"{name}{quoted(first)},",) if first else ()
    if all(column):
        return name, list(map(quoted, column)), ","
    return ([f"{name}{quoted(text)}," if text else "" for text in column],)


def _numbered(name: str, column: Sequence[int | None]) -> tuple[_Piece, ...]:
    if column.count(None) == len(column):
        return ()
    return (["" if each is None else f"{name}{each}," for each in column],)
