"""The catalog's answers for the timeline: all of its lines, or of a long one its skeleton, and lines one asks for."""

import json
from array import array
from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import chain, compress
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Select, bindparam, exc, exists, func, literal_column, select
from sqlalchemy.engine.interfaces import DBAPICursor

from evidence_app.domain import long_timeline
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import TELLS_ITS_PAGE, EventKind, TimelineEntry, is_told
from evidence_app.domain.long_timeline import Skeleton
from evidence_app.domain.thread_order import in_threads
from evidence_app.domain.times import Precision
from evidence_app.vault.glance import DATED, IN_USE, NO_WORDS
from evidence_app.vault.lookups import EVENT_IN_USE, TIMELINE_ORDER, UNDATED
from evidence_app.vault.members import DIRECTIONS, KINDS, OUTCOMES, PRECISIONS, SOURCES, STATUSES, moment
from evidence_app.vault.schema import EventExhibitRow, EventRow, ExhibitRow, OriginalRow
from evidence_app.vault.statements import AT_ONCE, in_parts
from evidence_app.vault.transaction import Transaction

FEW = 8
"""Part of all events: of more of them it is quicker to go through all than to look each up."""

PART = 50_000
"""Events of a skeleton that are asked for together: bounded memory, and few answers. Threads that work meanwhile are
waited for with each answer, not with each event."""

_END = "\x1e"
_BETWEEN = "\x1f"

_ALIKE = f"""printf('{_BETWEEN.join(("%s", "%s", "%s", "%d%d%d", "%s", "%s", "%s", "%d.%d", "%s", "%s"))}',
    kind, precision, time_source, {DATED}, open_conflict, promise <> '', promise_due, status, first_exhibit_id,
    length(agent_id), length(party), agent_id, CASE WHEN party = '' THEN number ELSE party END)"""
"""What tells kinds of events apart; one text is made and read quicker than ten."""

_WHICH = "<which>"

_PART = f"""
SELECT rowid AS key, coalesce(at_ms, 0) AS at, ordinal, {DATED} AS dated, {_ALIKE} AS alike
FROM event WHERE dispute_id = :dispute AND {IN_USE} AND {_WHICH} ORDER BY at_ms, ordinal, rowid LIMIT :most"""

_TOGETHER = f"""
SELECT group_concat(key), group_concat(at), group_concat(ordinal), group_concat(dated, ''),
    group_concat(alike, '{_END}') FROM ({_PART})"""

_ONE_BY_ONE = f"SELECT alike FROM ({_PART})"

_AFTER_UNTIMED = "(ordinal, rowid) > (:ordinal, :key)"
_AFTER = "(at_ms, ordinal, rowid) > (:at, :ordinal, :key)"
"""Goes on behind an event."""

NO_TEXT = "Could not decode to UTF-8"
"""What `sqlite3` says of a column of text that holds none."""

_IDS = f"""
SELECT group_concat(key), group_concat(id, '{_END}')
FROM (SELECT rowid AS key, id FROM event WHERE +dispute_id = ? AND rowid > ? ORDER BY rowid LIMIT ?)"""

_KEYS = """
SELECT group_concat(coalesce(event.rowid, -1))
FROM json_each(?) AS wanted LEFT JOIN event ON event.id = wanted.value AND +event.dispute_id = ?"""

_MANY = "SELECT count(*) FROM (SELECT 1 FROM event WHERE dispute_id = ? LIMIT ?)"


class _Part(NamedTuple):
    """Columns of some events, as far as they have to be taken apart; ``dated`` is a digit for each event.

    ``alike`` is the text that all alike have in common.
    """

    keys: "array[int]"
    at_ms: "array[int]"
    ordinals: str
    dated: str
    alike: Sequence[str]

    @property
    def last_ordinal(self) -> int:
        """The last of the ordinals."""
        return int(self.ordinals[self.ordinals.rfind(",") + 1 :])

    def only(self, wanted: Sequence[bool]) -> "_Part":
        """Return the keys and times of some of the events."""
        keys, at_ms = array("q", compress(self.keys, wanted)), array("q", compress(self.at_ms, wanted))
        return self._replace(keys=keys, at_ms=at_ms)


class Timelines(Transaction):
    """The part of one transaction that answers for the timeline."""

    def lines(self, dispute: Dispute) -> list[TimelineEntry]:
        """Return the lines of a dispute's timeline, in order. Reads columns, not entities: 20,000 must be quick."""
        query = _lines().add_columns(EventRow.read_from, EventRow.ordinal)
        query = query.where(EventRow.dispute_id == dispute.id, EVENT_IN_USE).order_by(*TIMELINE_ORDER)
        # straight from the connection: the unit of work has nothing to track in columns, and costs a third of the time
        rows = self._session.connection().execute(query)
        told = self._told_exhibits(dispute.id)
        lines = [(_timeline_entry(row, dispute.zone, told), page, ordinal) for *row, page, ordinal in rows]
        return in_threads(lines)

    def _told_exhibits(self, dispute_id: str) -> set[str]:
        """Return the exhibits whose content is told by events that were read off them."""
        tells = (
            exists()
            .where(EventExhibitRow.exhibit_id == ExhibitRow.id, EventExhibitRow.event_id == EventRow.id)
            .where(EventRow.read_from.is_not(None), EventRow.set_aside == "", EventRow.kind.in_(TELLS_ITS_PAGE))
        )
        return set(self._session.scalars(select(ExhibitRow.id).where(ExhibitRow.dispute_id == dispute_id, tells)))

    def first_lines(self, dispute: Dispute, count: int) -> list[TimelineEntry]:
        """Return the first of a dispute's lines that have a time."""
        dated = _lines().where(EventRow.dispute_id == dispute.id, EVENT_IN_USE, ~UNDATED)
        rows = self._session.connection().execute(dated.order_by(EventRow.at_ms, EventRow.ordinal).limit(count))
        told = self._told_exhibits(dispute.id)
        return [_timeline_entry(row, dispute.zone, told) for row in rows]

    # -- of a long one ------------------------------------------------------------------------------------------

    def is_long(self, dispute_id: str) -> bool:
        """Tell whether a dispute has so many events that its timeline is not read whole."""
        ((count,),) = self._asked(_MANY, (dispute_id, long_timeline.LONG)).fetchall()
        return bool(count >= long_timeline.LONG)

    def skeleton(self, dispute: Dispute) -> Skeleton:
        """Return which events the timeline has, in the order of `lines`, but for messages of a mere day.

        Those stand before all others of their day: where their page shows them is not looked up for so many events.
        """
        told = frozenset(self._told_exhibits(dispute.id))
        keys, at_ms, alike = array("q"), array("q"), array("I")
        undated: list[tuple[int, int, int, int]] = []
        numbers: dict[str, int] = {}
        for part in self._parts(dispute.id):
            kinds = [numbers.setdefault(each, len(numbers)) for each in part.alike]
            if "0" in part.dated:
                is_dated = [each == "1" for each in part.dated]
                rows = zip(_numbers(part.ordinals), part.keys, part.at_ms, kinds, is_dated, strict=True)
                undated += [tuple(row) for *row, dated in rows if not dated]  # type: ignore[misc]
                part = part.only(is_dated)
                kinds = list(compress(kinds, is_dated))
            keys.extend(part.keys)
            at_ms.extend(part.at_ms)
            alike.extend(kinds)
        for _, key, at, number in sorted(undated):
            keys.append(key)
            at_ms.append(at)
            alike.append(number)
        alike, first = _renumbered(alike, len(numbers))
        samples = self._lines_at([keys[place] for place in first], dispute.zone, told)
        return Skeleton(keys, at_ms, alike, [samples[keys[place]] for place in first], told)

    def _parts(self, dispute_id: str) -> Iterator["_Part"]:
        """Yield the events in use by time, those without one first, a part of them at a time."""
        asked: dict[str, object] = {"dispute": dispute_id, "most": PART}
        for first, following in (
            ("at_ms IS NULL", f"at_ms IS NULL AND {_AFTER_UNTIMED}"),
            ("at_ms IS NOT NULL", _AFTER),
        ):
            which = first
            while (part := self._part(which, asked)) is not None:
                yield part
                asked |= {
                    "at": part.at_ms[-1],
                    "ordinal": part.last_ordinal,
                    "key": part.keys[-1],
                }
                which = following

    def _part(self, which: str, asked: dict[str, object]) -> "_Part | None":
        """Return the events of one part, None where there are none."""
        ((keys, at_ms, ordinals, dated, alike),) = self._asked(_TOGETHER.replace(_WHICH, which), asked).fetchall()
        if keys is None:
            return None
        found = _Part(_numbers(keys), _numbers(at_ms), ordinals, dated, alike.split(_END))
        if len(found.alike) != len(found.keys):  # somebody is called by what stands between two of them
            one_by_one = self._asked(_ONE_BY_ONE.replace(_WHICH, which), asked).fetchall()
            found = found._replace(alike=[each for (each,) in one_by_one])
        return found

    def lines_at(self, dispute: Dispute, keys: Sequence[int], told: Container[str]) -> dict[int, TimelineEntry]:
        """Return lines of a dispute's timeline by their keys in its `Skeleton`, as far as there still are such events.

        ``told`` is that of the skeleton. One whose columns were damaged is left out; verifying names it.
        """
        try:
            return self._lines_at(keys, dispute.zone, told)
        except (ValueError, ArithmeticError, KeyError, TypeError, exc.OperationalError) as error:
            if isinstance(error, exc.OperationalError) and NO_TEXT not in str(error.orig):
                raise
            if len(keys) < 2:
                return {}
            half = len(keys) // 2
            return self.lines_at(dispute, keys[:half], told) | self.lines_at(dispute, keys[half:], told)

    def _lines_at(self, keys: Sequence[int], home: ZoneInfo, told: Container[str]) -> dict[int, TimelineEntry]:
        connection = self._session.connection()
        found: dict[int, TimelineEntry] = {}
        for part in in_parts(keys):
            lines = connection.execute(_LINES_AT, {"keys": list(part)}).scalar_one()
            found.update((key, _timeline_entry(row, home, told)) for key, *row in json.loads(lines))
        return found

    def keys_of(self, dispute_id: str, event_ids: Collection[str], among: int) -> dict[str, int]:
        """Return the keys of those events that the dispute has; ``among`` is how many it has."""
        if len(event_ids) * FEW > among:
            return {event_id: key for key, event_id in self._all_ids(dispute_id) if event_id in event_ids}
        statement = "SELECT id, rowid FROM event WHERE id IN (%s) AND +dispute_id = ?"
        return dict(self._by_parts(statement, list(event_ids), dispute_id))

    def keys_in_order(self, dispute_id: str, event_ids: Sequence[str]) -> "array[int]":
        """Return the key of each of many events, -1 for one that the dispute does not have."""
        ((keys,),) = self._asked(_KEYS, (json.dumps(event_ids), dispute_id)).fetchall()
        return _numbers(keys) if keys else array("q")

    def ids_at(self, dispute_id: str, keys: Sequence[int]) -> dict[int, str]:
        """Return the ids of events by their keys, as far as there still are such events."""
        if len(keys) > AT_ONCE * FEW:
            wanted = set(keys)
            return {key: event_id for key, event_id in self._all_ids(dispute_id) if key in wanted}
        statement = "SELECT rowid, id FROM event WHERE rowid IN (%s) AND +dispute_id = ?"
        return dict(self._by_parts(statement, keys, dispute_id))

    def _all_ids(self, dispute_id: str) -> Iterator[tuple[int, str]]:
        """Yield key and id of all events."""
        last = -1
        while True:
            ((keys, ids),) = self._asked(_IDS, (dispute_id, last, PART)).fetchall()
            if keys is None:
                return
            numbers = _numbers(keys)
            yield from zip(numbers, ids.split(_END), strict=True)
            last = numbers[-1]

    def _by_parts(self, statement: str, wanted: Sequence[object], dispute_id: str) -> Iterator[tuple[Any, ...]]:
        return chain.from_iterable(
            self._asked(statement % ",".join("?" * len(part)), (*part, dispute_id)).fetchall()
            for part in in_parts(wanted)
        )

    def _asked(self, statement: str, values: Sequence[Any] | Mapping[str, Any]) -> DBAPICursor:
        """Ask SQLite itself, in this transaction: a million rows are no place for anything between."""
        cursor = self._session.connection().connection.cursor()
        cursor.execute(statement, values)
        return cursor


def _numbers(text: str) -> "array[int]":
    return array("q", map(int, text.split(",")))


def _renumbered(alike: "array[int]", count: int) -> "tuple[array[int], list[int]]":
    """Return numbers that ascend in the order in which each stands first, and where that is."""
    first = dict(zip(reversed(alike), range(len(alike) - 1, -1, -1), strict=True))
    ordered = sorted(range(count), key=first.__getitem__)
    if ordered != list(range(count)):
        new = {number: place for place, number in enumerate(ordered)}
        alike = array("I", map(new.__getitem__, alike))
    return alike, [first[number] for number in ordered]


def _timeline_entry(row: Sequence[Any], home: ZoneInfo, told: Container[str]) -> TimelineEntry:
    """Return a line of the timeline; positions are those of `_TIMELINE_COLUMNS`."""
    event_id, kind, at_ms, precision, source, stated, conflict, direction, party, number, agent_id, text, *rest = row
    amount, currency, duration_s, outcome, promise, due, status, own_words, undated, *shown_by = rest
    exhibit_id, exhibit_number, name, title, exhibit_words, proves, sha256, media = shown_by
    return TimelineEntry(
        event_id,
        KINDS[kind],
        None if undated else moment(at_ms, home),
        Precision.UNKNOWN if undated else PRECISIONS[precision],
        SOURCES.get(source),
        bool(stated),
        bool(conflict),
        DIRECTIONS[direction],
        party or number,
        agent_id,
        text,
        Decimal(amount) if amount else None,
        currency,
        duration_s,
        OUTCOMES[outcome],
        promise,
        STATUSES[status],
        exhibit_id or "",
        exhibit_number or 0,
        sha256 or "",
        media or "",
        title or name or "",
        date.fromisoformat(due) if due else None,
        f"{own_words}\n{exhibit_words or NO_WORDS}",
        proves or "",
        kind == EventKind.DOCUMENT
        and exhibit_id in told
        and is_told(media, dated=not undated, conflict=bool(conflict)),
    )


_LINE = "\n"

_TIMELINE_COLUMNS = (
    EventRow.id,
    EventRow.kind,
    EventRow.at_ms,
    EventRow.precision,
    EventRow.time_source,
    EventRow.offset_stated,
    EventRow.open_conflict,
    EventRow.direction,
    EventRow.party,
    EventRow.number,
    EventRow.agent_id,
    EventRow.text,
    EventRow.amount,
    EventRow.currency,
    EventRow.duration_s,
    EventRow.outcome,
    EventRow.promise,
    EventRow.promise_due,
    EventRow.status,
    EventRow.number + _LINE + EventRow.agent_name + _LINE + EventRow.reference + _LINE + EventRow.body,
    UNDATED.label("undated"),
    ExhibitRow.id.label("exhibit_id"),
    ExhibitRow.number.label("exhibit_number"),
    ExhibitRow.name,
    ExhibitRow.title,
    ExhibitRow.name + _LINE + ExhibitRow.app + _LINE + ExhibitRow.device + _LINE + ExhibitRow.account,
    ExhibitRow.proves,
    OriginalRow.sha256,
    OriginalRow.kind.label("media_kind"),
)


def _lines(*columns: ColumnElement[Any]) -> Select[Any]:
    return (
        select(*(columns or _TIMELINE_COLUMNS))
        .select_from(EventRow)
        .outerjoin(ExhibitRow, ExhibitRow.id == EventRow.first_exhibit_id)
        .outerjoin(OriginalRow, OriginalRow.sha256 == ExhibitRow.sha256)
    )


_KEY: ColumnElement[int] = literal_column("event.rowid")

_LINES_AT = _lines(func.json_group_array(func.json_array(_KEY, *_TIMELINE_COLUMNS))).where(
    _KEY.in_(bindparam("keys", expanding=True))
)
"""Gives all lines in one answer: whoever waits for them in the window's thread waits once for other threads."""
