"""What people work out about disputes, as the catalog answers it, and what rules look at: confirmed events."""

import json
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from itertools import chain
from typing import Any, TypeVar, cast
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, CursorResult, Select, and_, or_, select

from evidence_app.domain.custody import CustodyKind, Plain
from evidence_app.domain.deciding import confirmed_alone
from evidence_app.domain.events import MOVES_MONEY, EventKind, EventStatus
from evidence_app.domain.exhibits import MediaKind
from evidence_app.domain.fields import BY_COLUMNS, ORDINAL
from evidence_app.domain.happenings import Happening, Origin
from evidence_app.domain.item_fields import item_from, kind_name
from evidence_app.domain.pairs_of_payments import PaymentRecord
from evidence_app.domain.suggestions import SuggestionKind, SuggestionState
from evidence_app.domain.times import Precision, zone
from evidence_app.domain.workspace import ITEM_KINDS, Item
from evidence_app.errors import InputProblem
from evidence_app.rules.parties import TALK
from evidence_app.vault.lacking import FILE_IN_USE
from evidence_app.vault.lookups import EVENT_IN_USE, TIMELINE_ORDER, UNDATED
from evidence_app.vault.members import DIRECTIONS, KINDS, OUTCOMES, PRECISIONS, moment
from evidence_app.vault.schema import (
    CustodyRow,
    DisputeRow,
    EventExhibitRow,
    EventRow,
    ExhibitRow,
    ItemRow,
    OriginalRow,
    PayloadRow,
    SuggestionRow,
)
from evidence_app.vault.statements import SAME_ENTRY
from evidence_app.vault.transaction import Transaction

_Columns = tuple[Any, ...]
_SAYS_NOTHING = frozenset({ORDINAL, "set_aside"})
"""Of an event: fields whose change says nothing of what happened."""

FEW = 10_000
"""Events of which it is asked by name which exhibits show them; of more, those of the whole dispute are read."""

AT_ONCE = 500
"""Events that are named in one question."""

ItemT = TypeVar("ItemT", bound=Item)

_IS_TALK = EventRow.kind.in_([kind.value for kind in TALK])

_ORIGIN = re.compile(r'"origin":"([^"\\]*)"')


class WorkspaceItems(Transaction):
    """The part of one transaction that answers what was worked out about disputes."""

    def items(self, dispute_id: str, kind: type[ItemT]) -> list[ItemT]:
        """Return the items of one kind in use, in the order in which they were made."""
        found = self._items(ItemRow.dispute_id == dispute_id, ItemRow.kind == kind_name(kind), ItemRow.set_aside == "")
        return [item for item in found if isinstance(item, kind)]

    def kept_items(self, dispute_id: str) -> list[Item]:
        """Return all items of a dispute, those set aside too."""
        return self._items(ItemRow.dispute_id == dispute_id)

    def items_astray(self, dispute_id: str) -> set[str]:
        """Return the ids of items whose columns do not say what their fields do, or that the log made elsewhere."""
        query = select(ItemRow).where(ItemRow.dispute_id == dispute_id)
        made = self._makings(dispute_id)
        return {
            row.id
            for row in self._session.scalars(query)
            if row.set_aside != _shape(row.fields).get("set_aside", "") or made.get(row.id) != (row.kind, row.seq)
        }

    def _makings(self, dispute_id: str) -> dict[str, tuple[str, int]]:
        """Return the kind and the entry of every item that the log says was made."""
        query = select(PayloadRow.seq, PayloadRow.payload).join(CustodyRow, SAME_ENTRY)
        query = query.where(PayloadRow.dispute_id == dispute_id, CustodyRow.kind == CustodyKind.EDIT.value)
        payloads = ((seq, json.loads(payload)) for seq, payload in self._session.execute(query).tuples())
        return {payload["id"]: (payload["what"], seq) for seq, payload in payloads if "made" in payload}

    def item(self, item_id: str) -> Item:
        """Return an item, one that is set aside too. Raises InputProblem("item-unknown")."""
        found = self._items(ItemRow.id == item_id)
        if not found:
            raise InputProblem("item-unknown", id=item_id)
        return found[0]

    def _items(self, *conditions: ColumnElement[bool]) -> list[Item]:
        query = select(ItemRow.kind, ItemRow.id, ItemRow.dispute_id, ItemRow.fields).where(*conditions)
        rows = self._session.execute(query.order_by(ItemRow.seq, ItemRow.id)).tuples()
        return [
            item_from(ITEM_KINDS[kind], item_id, dispute_id, _shape(fields))
            for kind, item_id, dispute_id, fields in rows
        ]

    # -- what rules look at -------------------------------------------------------------------------------------

    def payment_records(self, dispute_id: str) -> dict[str, PaymentRecord]:
        """Return where each payment in use was read, by its id. Reads columns, not entities."""
        query = select(EventRow.id, EventRow.account, EventRow.time, EventRow.read_from).where(
            EventRow.dispute_id == dispute_id,
            EventRow.kind == EventKind.PAYMENT.value,
            EventRow.amount != "",
            EVENT_IN_USE,
        )
        rows = self._session.connection().execute(query)
        return {row[0]: PaymentRecord(row[1], _origin_of(row[2]), row[3] or "") for row in rows}

    def promises_before(self, day: date) -> list[tuple[str, str, date]]:
        """Return, of all disputes, the dispute, event and day of confirmed promises that were due before a day."""
        query = select(EventRow.dispute_id, EventRow.id, EventRow.promise_due).where(
            EventRow.promise != "",
            EventRow.promise_due != "",
            EventRow.promise_due < day.isoformat(),
            EventRow.status == EventStatus.ACCEPTED.value,
            EVENT_IN_USE,
        )
        rows = self._session.execute(query).tuples()
        return [(dispute_id, event_id, date.fromisoformat(due)) for dispute_id, event_id, due in rows]

    def happenings(self, dispute_id: str) -> list[Happening]:
        """Return a dispute's confirmed events in use, in the order of the timeline, without those that stand for files.

        What a file says was promised is a promise, wherever else its words stand.
        Reads columns, not entities: a dispute may have a hundred thousand.
        """
        home, rows = self._columns_of(dispute_id, EventRow.status == EventStatus.ACCEPTED.value)
        shown = _by_event(_plain(self._session.connection().execute(_exhibits_of_events(dispute_id))))
        return [_happening(row, home, shown) for row in rows]

    def first_happenings(self, dispute_id: str, parties: Collection[tuple[str, str]], most: int) -> list[Happening]:
        """Return the first of the `happenings` that are of some parties, or move money; few others are among them."""
        names, numbers = {party for party, _ in parties}, {number for _, number in parties}
        of_them = and_(EventRow.party.in_(names), EventRow.number.in_(numbers))
        moves_money = EventRow.kind.in_([kind.value for kind in MOVES_MONEY])
        accepted = EventRow.status == EventStatus.ACCEPTED.value
        return self._happenings(dispute_id, accepted, or_(of_them, moves_money), most=most)

    def complaint_steps(self, dispute_id: str) -> list[Happening]:
        """Return those of the `happenings` that are steps of complaints."""
        is_step = EventRow.kind == EventKind.COMPLAINT.value
        return self._happenings(dispute_id, EventRow.status == EventStatus.ACCEPTED.value, is_step)

    def parties(self, dispute_id: str) -> list[tuple[str, str]]:
        """Return with whom a dispute's events are: names with numbers, each pair once."""
        query = select(EventRow.party, EventRow.number).where(EventRow.dispute_id == dispute_id).distinct()
        return [(party, number) for party, number in self._session.connection().execute(query)]

    def talk(self, dispute_id: str, about: tuple[datetime, datetime] | None = None) -> list[Happening]:
        """Return the calls and messages in use, those that nobody confirmed too: all, or those between two moments.

        Those of an unknown time are never left out.
        """
        near = [] if about is None else [EventRow.at_ms.is_(None) | _between(about)]
        return self._happenings(dispute_id, _IS_TALK, *near)

    def messages_of_no_export(self, dispute_id: str) -> list[Happening]:
        """Return the messages in use that a picture shows or somebody typed, those that nobody confirmed too."""
        return self._happenings(dispute_id, EventRow.kind == EventKind.MESSAGE.value, EventRow.place == "")

    def talk_beside(self, dispute_id: str, spans: Sequence[tuple[datetime, datetime]]) -> list[Happening]:
        """Return the `talk` without an export's messages that were sent within none of the spans."""
        is_call = EventRow.kind == EventKind.CALL.value
        near = or_(is_call, EventRow.place == "", *map(_between, spans))
        return self._happenings(dispute_id, _IS_TALK, near)

    def _happenings(self, dispute_id: str, *wanted: ColumnElement[bool], most: int | None = None) -> list[Happening]:
        """Return a part of a dispute's events, in the order of the timeline."""
        home, rows = self._columns_of(dispute_id, *wanted, most=most)
        shown = self._exhibits_by_event(dispute_id, [row[0] for row in rows])
        return [_happening(row, home, shown) for row in rows]

    def _columns_of(
        self, dispute_id: str, *wanted: ColumnElement[bool], most: int | None = None
    ) -> tuple[ZoneInfo, Sequence[_Columns]]:
        home = zone(self._session.get_one(DisputeRow, dispute_id).zone_name)
        query = (
            select(*_COLUMNS)
            .where(
                EventRow.dispute_id == dispute_id,
                *wanted,
                or_(EventRow.kind != EventKind.DOCUMENT.value, EventRow.promise != ""),
                EVENT_IN_USE,
            )
            .order_by(*TIMELINE_ORDER)
            .limit(most)
        )
        return home, _plain(self._session.connection().execute(query))

    def _exhibits_by_event(self, dispute_id: str, event_ids: Sequence[str]) -> Mapping[str, Sequence[str]]:
        query = _exhibits_of_events(dispute_id)
        by_name = len(event_ids) <= FEW
        parts = range(0, len(event_ids), AT_ONCE) if by_name else ()
        named = [query.where(EventExhibitRow.event_id.in_(event_ids[at : at + AT_ONCE])) for at in parts]
        asked = (self._session.connection().execute(each).tuples().all() for each in (named if by_name else [query]))
        return _by_event(chain.from_iterable(asked))

    def accepted_threats(self, dispute_id: str) -> list[tuple[str, str]]:
        """Return the events in which a person accepted a threat or a notice of legal action, with its words."""
        return self._accepted(dispute_id, SuggestionKind.THREAT)

    def accepted_third_parties(self, dispute_id: str) -> list[tuple[str, str]]:
        """Return the events in which a person accepted that others were contacted, with the words that say so."""
        return self._accepted(dispute_id, SuggestionKind.THIRD_PARTY)

    def accepted_names(self, dispute_id: str) -> list[tuple[str, str]]:
        """Return the events in which a person accepted by which name an agent calls himself or herself."""
        return self._accepted(dispute_id, SuggestionKind.AGENT_NAME)

    def _accepted(self, dispute_id: str, kind: SuggestionKind) -> list[tuple[str, str]]:
        query = select(SuggestionRow.event_id, SuggestionRow.value).where(
            SuggestionRow.dispute_id == dispute_id,
            SuggestionRow.state == SuggestionState.ACCEPTED.value,
            SuggestionRow.kind == kind.value,
            SuggestionRow.event_id != "",
        )
        return [(event_id, value) for event_id, value in self._session.execute(query)]

    def accepted_references(self, dispute_id: str) -> list[tuple[str, str, str]]:
        """Return the numbers that a person accepted, of which event, empty for a document's, and on which exhibit."""
        query = (
            select(SuggestionRow.decided_value, SuggestionRow.event_id, SuggestionRow.exhibit_id)
            .join(ExhibitRow, ExhibitRow.id == SuggestionRow.exhibit_id)
            .where(SuggestionRow.dispute_id == dispute_id, SuggestionRow.kind == SuggestionKind.REFERENCE.value)
            .where(SuggestionRow.state == SuggestionState.ACCEPTED.value)
            .where(ExhibitRow.set_aside == "", ExhibitRow.removed_at.is_(None))
            .order_by(SuggestionRow.seq, SuggestionRow.position)
        )
        return [each for each in self._session.connection().execute(query).tuples() if each[0]]

    def has_been_edited(self, dispute_id: str, field: str) -> bool:
        """Tell whether a field of the dispute itself was ever changed since it was opened."""
        query = (
            select(PayloadRow.payload)
            .join(CustodyRow, SAME_ENTRY)
            .where(PayloadRow.dispute_id == dispute_id, CustodyRow.kind == CustodyKind.EDIT.value)
            .where(PayloadRow.event_id.is_(None), PayloadRow.exhibit_id.is_(None))
        )
        edits = (json.loads(text) for text in self._session.scalars(query))
        own = (change for edit in edits if edit["what"] == "dispute" for change in edit.get("changes", ()))
        return any(change["field"] == field for change in own)

    def touched_events(self, dispute_id: str) -> frozenset[str]:
        """Return the events that a person changed, and left so, or of which somebody accepted a suggestion by itself.

        Only what an event says counts: where it stands among equal times, and that it was removed and put back, do not.
        Nor does it that all that waited was accepted at once, or that a table's columns were named anew: that says
        nothing of any one event.
        """
        query = (
            select(PayloadRow.seq, PayloadRow.event_id, PayloadRow.payload)
            .join(CustodyRow, SAME_ENTRY)
            .where(PayloadRow.dispute_id == dispute_id, PayloadRow.event_id.is_not(None))
            .where(CustodyRow.kind == CustodyKind.EDIT.value)
            .order_by(PayloadRow.seq)
        )
        first: dict[tuple[str, str], Plain] = {}
        last: dict[tuple[str, str], Plain] = {}
        by_columns: set[int] = set()
        for seq, event_id, text in self._session.connection().execute(query):
            payload = json.loads(text)
            if payload.get("by") == BY_COLUMNS or payload.get("undoes") in by_columns:
                by_columns.add(seq)
                continue
            for change in payload.get("changes", ()):
                field = (event_id, change["field"])
                first.setdefault(field, change["before"])
                last[field] = change["after"]
        edited = {field[0] for field in last if field[1] not in _SAYS_NOTHING and first[field] != last[field]}
        return (frozenset(edited) | self._confirmed_alone(dispute_id)) - {""}

    def _confirmed_alone(self, dispute_id: str) -> frozenset[str]:
        accepted = select(SuggestionRow.id, SuggestionRow.event_id).where(
            SuggestionRow.dispute_id == dispute_id, SuggestionRow.state == SuggestionState.ACCEPTED.value
        )
        events = dict(self._session.connection().execute(accepted).tuples().all())
        decided = (
            select(PayloadRow.payload)
            .join(CustodyRow, SAME_ENTRY)
            .where(PayloadRow.dispute_id == dispute_id)
            .where(CustodyRow.kind.in_((CustodyKind.ACCEPT.value, CustodyKind.DISMISS.value)))
            .order_by(PayloadRow.seq)
        )
        payloads = (json.loads(payload) for payload in self._session.scalars(decided))
        return confirmed_alone(payloads, events) if events else frozenset()

    def documents_by_media(self, dispute_id: str) -> dict[str, list[str]]:
        """Return the events that stand for files in use, by the kind of file."""
        query = (
            select(OriginalRow.kind, EventRow.id)
            .join(ExhibitRow, ExhibitRow.sha256 == OriginalRow.sha256)
            .join(EventRow, EventRow.first_exhibit_id == ExhibitRow.id)
            .where(
                ExhibitRow.dispute_id == dispute_id,
                EventRow.kind == EventKind.DOCUMENT.value,
                *FILE_IN_USE,
            )
            .order_by(ExhibitRow.number)
        )
        found: dict[str, list[str]] = {kind.value: [] for kind in MediaKind}
        for kind, event_id in self._session.execute(query).tuples():
            found[kind].append(event_id)
        return {kind: events for kind, events in found.items() if events}


def _exhibits_of_events(dispute_id: str) -> Select[tuple[str, str]]:
    """Return the question which exhibits in use show which events, those of one event in order."""
    return (
        select(EventExhibitRow.event_id, EventExhibitRow.exhibit_id)
        .join(ExhibitRow, ExhibitRow.id == EventExhibitRow.exhibit_id)
        .where(ExhibitRow.dispute_id == dispute_id, ExhibitRow.set_aside == "", ExhibitRow.removed_at.is_(None))
        .order_by(EventExhibitRow.event_id, EventExhibitRow.position)
    )


def _by_event(pairs: Iterable[tuple[str, str]]) -> Mapping[str, Sequence[str]]:
    shown: defaultdict[str, list[str]] = defaultdict(list)
    for event_id, exhibit_id in pairs:
        shown[event_id].append(exhibit_id)
    return shown


def _plain(result: CursorResult[Any]) -> list[_Columns]:
    """Return rows as SQLite gives them: of a hundred thousand, wrapping each takes as long as reading them.

    Only for columns whose values are kept as they are: texts and whole numbers.
    """
    rows = cast("list[_Columns]", result.cursor.fetchall())
    result.close()
    return rows


def _happening(row: _Columns, home: ZoneInfo, shown: Mapping[str, Sequence[str]]) -> Happening:
    """Return an event as rules see it; positions are those of `_COLUMNS`. A file is here by what it promises."""
    event_id, kind, at_ms, undated, precision, direction, party, number, agent_id, agent_name, *rest = row
    text, amount, currency, reference, duration_s, outcome, promise, promise_due, body, read_from, place, *left = rest
    return Happening(
        event_id,
        EventKind.PROMISE if kind == EventKind.DOCUMENT.value else KINDS[kind],
        None if undated else moment(at_ms, home),
        Precision.UNKNOWN if undated else PRECISIONS[precision],
        DIRECTIONS[direction],
        party,
        number,
        agent_id,
        agent_name,
        text,
        Decimal(amount) if amount else None,
        currency,
        reference,
        duration_s,
        OUTCOMES[outcome],
        promise,
        date.fromisoformat(promise_due) if promise_due else None,
        body,
        tuple(shown.get(event_id, ())),
        Origin.EXPORT if place else Origin.PICTURE if read_from else Origin.PERSON,
        disputed=bool(left[0]),
    )


def _between(moments: tuple[datetime, datetime]) -> ColumnElement[bool]:
    first, last = (round(each.timestamp() * 1000) for each in moments)
    return EventRow.at_ms.between(first, last)


def _shape(fields: str) -> Mapping[str, Plain]:
    shape: Mapping[str, Plain] = json.loads(fields)
    return shape


_COLUMNS = (
    EventRow.id,
    EventRow.kind,
    EventRow.at_ms,
    UNDATED.label("undated"),
    EventRow.precision,
    EventRow.direction,
    EventRow.party,
    EventRow.number,
    EventRow.agent_id,
    EventRow.agent_name,
    EventRow.text,
    EventRow.amount,
    EventRow.currency,
    EventRow.reference,
    EventRow.duration_s,
    EventRow.outcome,
    EventRow.promise,
    EventRow.promise_due,
    EventRow.body,
    EventRow.read_from,
    EventRow.place,
    EventRow.open_conflict,
)


def _origin_of(time: str) -> str:
    """Return the origin of a time's chosen reading; of the single reading that nearly all have, without parsing it."""
    if time.count('"wall"') == 1 and (found := _ORIGIN.search(time)):
        return found[1]
    shape = json.loads(time)
    chosen = shape.get("chosen")
    return str(shape["readings"][chosen].get("origin", "")) if chosen is not None else ""
