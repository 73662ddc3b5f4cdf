"""What one picture of a thread adds to what others began: times, order, and the whole of a message that was cut.

Only what nobody decided on, or changed, is touched. Each of it is an entry of the log, which is replayed.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import exists, select

from evidence_app.domain.custody import CustodyKind, Plain
from evidence_app.domain.events import Event, EventStatus
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.fields import plain, plain_fields
from evidence_app.domain.thread_days import TwoDays, with_both
from evidence_app.domain.times import YEARLESS, ClockReading, choose
from evidence_app.vault.imported_messages import MessageKeeping
from evidence_app.vault.ledger import Subject
from evidence_app.vault.machine_texts import TOLD_ON, WHOLE
from evidence_app.vault.schema import EventRow, PayloadRow
from evidence_app.vault.statements import in_parts

NO_CURRENCIES: Mapping[str, str] = {}
NO_DAYS: Mapping[str, TwoDays] = {}


class Joining(MessageKeeping):
    """The part of a write transaction that carries over what overlapping pictures say."""

    def tell_whole(
        self, exhibit: Exhibit, texts: Mapping[str, str], currencies: Mapping[str, str] = NO_CURRENCIES
    ) -> None:
        """Have events say what an exhibit shows of them, because the one they were read from cut them off.

        ``texts`` are by event, as are ``currencies``: a bare 元 may have been another one's when it was first read.
        From then on they count as read from ``exhibit``.
        """
        told: list[tuple[Event, Event]] = []
        for event in self._undecided({*texts, *currencies}):
            currency = currencies.get(event.id, event.currency) if event.amount is not None else event.currency
            whole = replace(event, text=texts.get(event.id, event.text), currency=currency)
            if event.id in texts or whole != event:
                told.append((event, whole))
        if not told:
            return
        shapes: list[Plain] = []
        for event, whole in told:
            self._update_event(event, whole)
            self._gather(event.id, {"read_from": exhibit.id})
            shapes.append({"id": event.id, "ordinal": event.ordinal, "fields": plain_fields(whole)})
        facts: dict[str, Plain] = {"exhibit": exhibit.id, WHOLE: shapes}
        self._log(exhibit.dispute_id, CustodyKind.READ, facts, Subject(exhibit.id))

    def tell_on(
        self,
        dispute_id: str,
        readings: Mapping[str, ClockReading],
        order: Sequence[str],
        days: Mapping[str, TwoDays] = NO_DAYS,
    ) -> None:
        """Give events of a thread the times that are known from its other pictures, and all of them its order.

        ``readings`` are by event; those that have a time keep it. ``days`` are by event, too: of those of which two
        pictures tell different days they have both, the better founded one chosen. ``order`` names events from the
        first to the last: those of one time come to stand like that.
        """
        events = {event.id: event for event in self._undecided({*readings, *order, *days})}
        timed = {
            event.id: replace(event, time=choose([*event.time.readings, readings[event.id]]))
            for event in events.values()
            if event.id in readings and event.time.reading is None and not event.time.decided
        }
        timed |= {
            event.id: replace(event, time=both)
            for event in events.values()
            if event.id in days and not event.time.decided
            if (both := with_both(event.time, days[event.id])) != event.time
        }
        for event in timed.values():
            self._update_event(events[event.id], event)
        places = self._places_in(order, events | timed)
        for event_id, ordinal in places.items():
            self._gather(event_id, {"ordinal": ordinal})
        for exhibit_id in sorted({events[each].read_from for each in [*timed, *places]}):
            mine = {event.id for event in events.values() if event.read_from == exhibit_id}
            times: dict[str, Plain] = {event.id: plain(event.time) for event in timed.values() if event.id in mine}
            ordinals: dict[str, Plain] = {event_id: each for event_id, each in places.items() if event_id in mine}
            facts: dict[str, Plain] = {"exhibit": exhibit_id, TOLD_ON: {"times": times, "ordinals": ordinals}}
            self._log(dispute_id, CustodyKind.READ, facts, Subject(exhibit_id))  # erased with what it speaks of

    def tell_years(self, dispute_id: str, readings: Mapping[str, ClockReading]) -> None:
        """Give calls whose year was unknown or assumed the times, by event, whose year another record tells."""
        by_exhibit: defaultdict[str, dict[str, Plain]] = defaultdict(dict)
        for event in self._undecided(readings):
            if event.time.decided:
                continue
            others = [each for each in event.time.readings if each.origin != YEARLESS and each.year_from is None]
            dated = replace(event, time=choose([*others, readings[event.id]]))
            self._update_event(event, dated)
            by_exhibit[event.read_from][event.id] = plain(dated.time)
        for exhibit_id, times in sorted(by_exhibit.items()):
            facts: dict[str, Plain] = {"exhibit": exhibit_id, TOLD_ON: {"times": times, "years": 1}}
            self._log(dispute_id, CustodyKind.READ, facts, Subject(exhibit_id))

    def _places_in(self, order: Sequence[str], events: Mapping[str, Event]) -> dict[str, int]:
        """Return the new ordinals of events that stand otherwise than in an order, among those of the same time."""
        same_time: defaultdict[object, list[Event]] = defaultdict(list)
        for event_id in order:
            if event_id in events:
                event = events[event_id]
                same_time[event.time.reading.wall if event.time.reading else None].append(event)
        return {
            event.id: ordinal
            for group in same_time.values()
            for event, ordinal in zip(group, sorted(each.ordinal for each in group), strict=True)
            if event.ordinal != ordinal
        }

    def _undecided(self, event_ids: Collection[str]) -> list[Event]:
        """Return those of the events that only machines have said something of."""
        edited = exists().where(PayloadRow.event_id == EventRow.id)
        found: list[str] = []
        for part in in_parts(list(event_ids)):
            query = select(EventRow.id).where(
                EventRow.id.in_(part),
                EventRow.status == EventStatus.SUGGESTED.value,
                EventRow.set_aside == "",
                EventRow.read_from.is_not(None),
                ~edited,
            )
            found += list(self._session.scalars(query))
        return self.kept_events_of(found)
