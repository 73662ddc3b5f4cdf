"""Keeping what a machine read and what was made of it, in one transaction with the entry that holds both hashes.

Reading an exhibit again withdraws what nobody decided on. What people accepted, edited or dismissed stays, and is
recognised where the new reading finds it at the same place, so that nothing comes twice.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import delete, exists, func, insert, select, update

from evidence_app.domain.custody import CustodyKind, Plain
from evidence_app.domain.events import Event, EventStatus
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.fields import plain, plain_fields
from evidence_app.domain.machine_text import MachineText, carried_corrections, is_same_place
from evidence_app.domain.screen_clock import with_clock
from evidence_app.domain.suggestions import TITLED_BY, Findings, Suggested, Suggestion, SuggestionKind, SuggestionState
from evidence_app.errors import InputProblem
from evidence_app.vault.found import STANDS, findings_bytes, place_from, stored_region
from evidence_app.vault.importing import Importing
from evidence_app.vault.ledger import Subject
from evidence_app.vault.machine_texts import (
    CARRIED,
    LEFT,
    PER_MILLE,
    KeptReading,
    lines_bytes,
    machine_text_columns,
    reading_facts,
)
from evidence_app.vault.read_rows import (
    ReadAs,
    correction_rows,
    event_row,
    is_same,
    new_event,
    read_event_shape,
    suggestion_row,
    suggestion_shapes,
)
from evidence_app.vault.records import Column
from evidence_app.vault.schema import (
    Base,
    EventExhibitRow,
    EventPlaceRow,
    EventRow,
    LineCorrectionRow,
    MachineTextRow,
    PayloadRow,
    SuggestionRow,
)
from evidence_app.vault.statements import in_parts, table_of

NOTHING_JOINED: Mapping[int, str] = {}

NOT_TOUCHED = (
    ~exists().where(PayloadRow.event_id == EventRow.id),
    ~exists().where(SuggestionRow.event_id == EventRow.id, SuggestionRow.state == SuggestionState.ACCEPTED.value),
)
"""Of suggested events: nobody edited them, nor accepted a suggestion that fills a field of theirs."""


class Keeping(Importing):
    """The part of a write transaction that keeps readings."""

    def keep_reading(
        self,
        text: MachineText,
        findings: Findings,
        *,
        joined: Mapping[int, str] = NOTHING_JOINED,
        likeness: str = "",
    ) -> MachineText:
        """Keep what a machine read off an exhibit and what was made of it; return the text with its entry's number.

        ``joined`` names the events that are there already, because other exhibits show them too, by the indexes
        of the findings' events. ``likeness`` is a hash of how the first page looks.
        Raises InputProblem: ``exhibit-unknown``, ``exhibit-removed``, ``event-unknown``.
        """
        exhibit = self.exhibit(text.exhibit_id)
        if exhibit.removed_at is not None:
            raise InputProblem("exhibit-removed", number=exhibit.number)
        withdrawn = self._withdraw(exhibit)
        events = self._read_events(exhibit, findings, joined)
        suggestions = self._without_titles_of_dismissed(self._new_suggestions(exhibit, findings, events), events)
        findings = replace(findings, suggestions=tuple(given for given, _ in suggestions))
        shapes = suggestion_shapes(suggestions, [each.event.id for each in events])
        found = findings_bytes(findings, [read_event_shape(each) for each in events], shapes)
        kept = KeptReading(text, lines_bytes(text.lines), found, likeness)
        facts = reading_facts(kept) | withdrawn | self._clock_on_screen(exhibit, findings)
        before = self.machine_text(exhibit.id)
        corrections = carried_corrections(before.lines, text.lines) if before else {}
        if corrections:
            facts["corrections"] = [{"line": index, "text": words} for index, words in corrections.items()]
        seq = self._log(exhibit.dispute_id, CustodyKind.READ, facts, Subject(exhibit.id))
        self._insert(MachineTextRow, machine_text_columns(kept, exhibit.dispute_id, seq, self.now))
        self._insert_all(LineCorrectionRow, correction_rows(exhibit, seq, corrections))
        self._insert_read_events(exhibit, events)
        self._insert_suggestions(exhibit, suggestions, shapes, seq)
        return replace(text, seq=seq, read_at=self.now)

    # -- what an earlier reading left -----------------------------------------------------------------------------

    def _withdraw(self, exhibit: Exhibit) -> dict[str, Plain]:
        """Take back what an earlier reading of an exhibit found and nobody decided on; return what the log says."""
        event_ids = self._undecided_events(exhibit)
        waiting = (SuggestionRow.exhibit_id == exhibit.id, SuggestionRow.state == SuggestionState.WAITING.value)
        query = select(SuggestionRow.id).where(*waiting).order_by(SuggestionRow.id)
        suggestion_ids = list(self._session.scalars(query))
        self._session.execute(
            update(SuggestionRow).where(*waiting).values(state=SuggestionState.WITHDRAWN.value),
            execution_options={"synchronize_session": False},
        )
        for part in in_parts(event_ids):
            self._delete_events(part)
        self._session.expire_all()
        found: dict[str, Plain] = {"withdrawn_events": event_ids, "withdrawn": suggestion_ids}
        return {name: ids for name, ids in found.items() if ids}

    def _undecided_events(self, exhibit: Exhibit) -> list[str]:
        """Return the ids of events read from an exhibit that nobody touched and that no other exhibit shows."""
        shown_elsewhere = exists().where(EventPlaceRow.event_id == EventRow.id, EventPlaceRow.exhibit_id != exhibit.id)
        query = select(EventRow.id).where(
            EventRow.read_from == exhibit.id,
            EventRow.status == EventStatus.SUGGESTED.value,
            EventRow.set_aside == "",
            *NOT_TOUCHED,
            ~shown_elsewhere,
        )
        return list(self._session.scalars(query.order_by(EventRow.ordinal)))

    def _delete_events(self, event_ids: Sequence[str]) -> None:
        for column in (EventExhibitRow.event_id, EventPlaceRow.event_id, EventRow.id):
            gone = delete(column.class_).where(column.in_(event_ids))
            self._session.execute(gone, execution_options={"synchronize_session": False})

    # -- when an exhibit is erased ----------------------------------------------------------------------------------

    def _read_only_from(self, exhibit: Exhibit) -> list[str]:
        """Return the ids of events read, or imported, from an exhibit that nothing else shows: they are erased with it.

        Files that go with an imported record do not say what it says: only another export keeps it.
        """
        elsewhere = exists().where(EventExhibitRow.event_id == EventRow.id, EventExhibitRow.exhibit_id != exhibit.id)
        of_exhibit = select(EventRow.id).where(EventRow.read_from == exhibit.id)
        alone = list(self._session.scalars(of_exhibit.where(~elsewhere)))
        shown = self._session.scalars(of_exhibit.where(elsewhere, EventRow.fingerprint.is_not(None))).all()
        known = self.held_by_others(exhibit, shown) if shown else {}
        return [*alone, *(each for each in shown if each not in known)]

    def _carry_events(self, exhibit: Exhibit) -> None:
        """Have the events that other exhibits show, too, stand as read from those, with all that is said of them.

        What the log said of their beginning is erased with the exhibit.
        """
        of_exhibit = select(EventRow.id).where(EventRow.read_from == exhibit.id)
        imported = self._session.scalars(of_exhibit.where(EventRow.fingerprint.is_not(None))).all()
        if imported:
            self.carry_imported(exhibit, self.held_by_others(exhibit, imported))
        read = list(self._session.scalars(of_exhibit.where(EventRow.fingerprint.is_(None))))
        carried: defaultdict[str, list[Event]] = defaultdict(list)
        for event in self.kept_events_of(read):
            rest = tuple(each for each in event.exhibit_ids if each != exhibit.id)
            carried[rest[0]].append(replace(event, exhibit_ids=rest))
        for exhibit_id, events in carried.items():
            shapes: list[Plain] = [
                {"id": event.id, "ordinal": event.ordinal, "fields": plain_fields(event)} for event in events
            ]
            facts: dict[str, Plain] = {"exhibit": exhibit_id, CARRIED: shapes}
            self._log(exhibit.dispute_id, CustodyKind.READ, facts, Subject(exhibit_id))
            for event in events:
                self._gather(event.id, {"read_from": exhibit_id})

    def _carry_suggestions(self, exhibit: Exhibit) -> None:
        """Have what was suggested of events that other exhibits show, too, stand as suggested on those.

        The entry names no value: a number to be masked must not get into one that leaves.
        """
        others = [each.id for each in self.kept_exhibits(exhibit.dispute_id) if each.removed_at is None]
        others.remove(exhibit.id)
        moved: defaultdict[str, list[Suggestion]] = defaultdict(list)
        for each in self._as_shown_by(others, self._suggestions(SuggestionRow.exhibit_id == exhibit.id, STANDS)):
            moved[each.exhibit_id].append(each)
        for exhibit_id, suggestions in moved.items():
            left: dict[str, Plain] = {each.id: _verdict(each) for each in suggestions}
            facts: dict[str, Plain] = {"exhibit": exhibit_id, LEFT: left}
            seq = self._log(exhibit.dispute_id, CustodyKind.READ, facts, Subject(exhibit_id))
            for position, each in enumerate(suggestions):
                self._move_suggestion(each, seq, position)

    def _move_suggestion(self, suggestion: Suggestion, seq: int, position: int) -> None:
        """Have a suggestion stand where it says that it does, as if the entry ``seq`` had made it."""
        self._session.execute(
            update(SuggestionRow)
            .where(SuggestionRow.id == suggestion.id)
            .values(
                exhibit_id=suggestion.exhibit_id,
                seq=seq,
                position=position,
                quote=suggestion.quote,
                page_index=suggestion.place.page_index,
                region=stored_region(suggestion.place.region),
                confidence=round(suggestion.confidence * PER_MILLE),
                decided_value="" if suggestion.kind is SuggestionKind.REDACTION else suggestion.decided_value,
            ),
            execution_options={"synchronize_session": False},
        )
        self._session.expire_all()

    # -- events ---------------------------------------------------------------------------------------------------

    def _read_events(self, exhibit: Exhibit, findings: Findings, joined: Mapping[int, str]) -> list[ReadAs]:
        """Return the events of a reading, each new or the one that is there already."""
        known = self._known_events(exhibit, findings, joined)
        there = {event.id: event for event in self.kept_events_of(list(known.values()))}
        ordinal = self.next_ordinal(exhibit.dispute_id)
        events = []
        for index, read in enumerate(findings.events):
            if index not in known:
                events.append(ReadAs(read, new_event(exhibit, read.facts, ordinal)))
                ordinal += 1
            else:
                events.append(ReadAs(read, there[known[index]], known=True))
        return events

    def _known_events(self, exhibit: Exhibit, findings: Findings, joined: Mapping[int, str]) -> dict[int, str]:
        """Return which of the findings' events are there already, by their indexes, each event once.

        They are joined to one of other exhibits, or stand where one stands that was read here before and kept.
        """
        rows = self._session.scalars(select(EventPlaceRow).where(EventPlaceRow.exhibit_id == exhibit.id))
        known = {index: event_id for event_id, index in {joined[each]: each for each in sorted(joined)}.items()}
        standing = [each for each in map(place_from, rows) if each.event_id not in set(known.values())]
        for index, read in enumerate(findings.events):
            same = next((each for each in standing if is_same_place(each.place, read.place)), None)
            if same is not None and index not in known:
                standing.remove(same)
                known[index] = same.event_id
        return known

    def _insert_read_events(self, exhibit: Exhibit, events: Sequence[ReadAs]) -> None:
        home, new = self._zone_of(exhibit.dispute_id), [each.event for each in events if not each.known]
        self._insert_all(EventRow, [event_row(event, home) for event in new])
        self._link_to(exhibit, events)
        found_again = [each.event.id for each in events if each.known]
        for part in in_parts(found_again):
            moved = EventPlaceRow.event_id.in_(part)
            self._session.execute(delete(EventPlaceRow).where(EventPlaceRow.exhibit_id == exhibit.id, moved))
        places: list[dict[str, Column]] = [
            {
                "event_id": each.event.id,
                "exhibit_id": exhibit.id,
                "page_index": each.read.place.page_index,
                "region": stored_region(each.read.place.region),
                "confidence": round(each.read.confidence * PER_MILLE),
            }
            for each in events
        ]
        self._insert_all(EventPlaceRow, places)

    def _link_to(self, exhibit: Exhibit, events: Sequence[ReadAs]) -> None:
        """Have an exhibit among those that show the events of its reading."""
        more = [each.event.id for each in events if each.known and exhibit.id not in each.event.exhibit_ids]
        positions = dict.fromkeys([each.event.id for each in events if not each.known], 0) | self._next_positions(more)
        links: list[dict[str, Column]] = [
            {"event_id": event_id, "exhibit_id": exhibit.id, "position": position}
            for event_id, position in positions.items()
        ]
        self._insert_all(EventExhibitRow, links)
        if more:
            self._choose_shown_exhibits(exhibit.id)

    def _next_positions(self, event_ids: Sequence[str]) -> dict[str, int]:
        found = dict.fromkeys(event_ids, 0)
        for part in in_parts(event_ids):
            query = select(EventExhibitRow.event_id, func.max(EventExhibitRow.position) + 1).where(
                EventExhibitRow.event_id.in_(part)
            )
            found |= dict(self._session.execute(query.group_by(EventExhibitRow.event_id)).tuples().all())
        return found

    # -- suggestions ----------------------------------------------------------------------------------------------

    def _new_suggestions(
        self, exhibit: Exhibit, findings: Findings, events: Sequence[ReadAs]
    ) -> list[tuple[Suggested, str]]:
        """Return a reading's suggestions, each with the id of the same one that is there already, or none.

        That is one on which somebody decided, or one that another exhibit, which shows the same event, gave.
        """
        decided = [each for each in self.suggestions_about(exhibit.id) if each.state is not SuggestionState.WAITING]
        elsewhere = self._suggested_of([each.event.id for each in events if each.known], exhibit)
        found = []
        for given in findings.suggestions:
            same = next((each for each in decided if is_same(each, given)), None)
            if same is not None:
                decided.remove(same)
            event_id = "" if given.event_index is None else events[given.event_index].event.id
            found.append((given, same.id if same else elsewhere.get((event_id, given.kind, given.value), "")))
        return found

    def _without_titles_of_dismissed(
        self, suggestions: Sequence[tuple[Suggested, str]], events: Sequence[ReadAs]
    ) -> list[tuple[Suggested, str]]:
        """Return a reading's suggestions without titles of known events in which nothing is left to tell of."""
        told_anew = {given.event_index for given, known in suggestions if given.kind in TITLED_BY and not known}
        untitled = self.untitled([each.event.id for each in events if each.known])
        gone = {index for index, each in enumerate(events) if each.event.id in untitled} - told_anew
        return [
            each for each in suggestions if each[0].kind is not SuggestionKind.TITLE or each[0].event_index not in gone
        ]

    def untitled(self, event_ids: Collection[str], dismissed: Collection[str] = ()) -> set[str]:
        """Return those of some events in which all that a title could tell of is dismissed, or is now.

        What a later reading withdrew is neither there nor dismissed. ``dismissed`` are ids of suggestions.
        """
        left: defaultdict[str, bool] = defaultdict(bool)
        for part in in_parts(sorted(set(event_ids))):
            query = select(SuggestionRow.event_id, SuggestionRow.id, SuggestionRow.state).where(
                SuggestionRow.event_id.in_(part),
                SuggestionRow.kind.in_([each.value for each in TITLED_BY]),
                SuggestionRow.state != SuggestionState.WITHDRAWN.value,
            )
            for event_id, suggestion_id, state in self._session.execute(query).tuples():
                left[event_id] |= state != SuggestionState.DISMISSED.value and suggestion_id not in dismissed
        return {event_id for event_id, is_left in left.items() if not is_left}

    def _suggested_of(self, event_ids: Sequence[str], exhibit: Exhibit) -> dict[tuple[str, SuggestionKind, str], str]:
        """Return the ids of what other exhibits suggested of some events, by event, kind and value."""
        found: dict[tuple[str, SuggestionKind, str], str] = {}
        for part in in_parts(event_ids):
            query = select(SuggestionRow).where(
                SuggestionRow.event_id.in_(part),
                SuggestionRow.exhibit_id != exhibit.id,
                SuggestionRow.state != SuggestionState.WITHDRAWN.value,
            )
            for row in self._session.scalars(query):
                found[row.event_id, SuggestionKind(row.kind), row.value] = row.id
        return found

    def _insert_suggestions(
        self, exhibit: Exhibit, given: Sequence[tuple[Suggested, str]], shapes: Sequence[Mapping[str, Plain]], seq: int
    ) -> None:
        rows = [
            suggestion_row(suggested, shape, exhibit, seq, position)
            for position, ((suggested, known), shape) in enumerate(zip(given, shapes, strict=True))
            if not known
        ]
        self._insert_all(SuggestionRow, rows)

    # -- the clock on the picture -----------------------------------------------------------------------------------

    def _clock_on_screen(self, exhibit: Exhibit, findings: Findings) -> dict[str, Plain]:
        """Add the phone's clock to the readings of a file's event; return what the log says of it."""
        event = self.document_event(exhibit.id)
        if event is None:
            return {}
        time = with_clock(event.time, findings.captured_at, self._zone_of(exhibit.dispute_id))
        if time == event.time:
            return {}
        self._update_event(event, replace(event, time=time))
        return {"document": event.id, "time": plain(time)}

    def _insert_all(self, row: type[Base], rows: Sequence[Mapping[str, Column]]) -> None:
        if rows:
            self._session.execute(insert(table_of(row)), [dict(each) for each in rows])


def _verdict(suggestion: Suggestion) -> dict[str, Plain]:
    """Return what was said of a suggestion; of a number to be masked not in which words."""
    said: dict[str, Plain] = {"state": suggestion.state.value}
    if suggestion.decided_value and suggestion.kind is not SuggestionKind.REDACTION:
        said["decided_value"] = suggestion.decided_value
    if suggestion.decided_due is not None:
        said["decided_due"] = suggestion.decided_due.isoformat()
    return said
