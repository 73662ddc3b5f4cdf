"""What was made of machine-read text: events with their places, and suggestions, as the catalog answers them."""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, exists, func, select

from evidence_app.domain.custody import CustodyKind, Plain, canonical
from evidence_app.domain.events import EventFacts, EventStatus
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.fields import EVENT_FIELDS, plain
from evidence_app.domain.machine_text import NO_REGION, Place, Region, is_same_place
from evidence_app.domain.suggestions import (
    EventPlace,
    Findings,
    KeptFindings,
    PageKind,
    ReadEvent,
    Suggested,
    Suggestion,
    SuggestionKind,
    SuggestionState,
)
from evidence_app.vault.lookups import EVENT_IN_USE
from evidence_app.vault.machine_texts import PER_MILLE, MachineTexts, region_from
from evidence_app.vault.schema import (
    CustodyRow,
    EventPlaceRow,
    EventRow,
    ExhibitRow,
    MachineTextRow,
    PayloadRow,
    SuggestionRow,
)
from evidence_app.vault.statements import SAME_ENTRY, in_parts


class FoundThings(MachineTexts):
    """The part of one transaction that answers what was found in machine-read text."""

    def findings(self, exhibit_id: str) -> KeptFindings | None:
        """Return what the last interpreted reading of an exhibit found, None if there is none."""
        query = select(MachineTextRow.seq, MachineTextRow.findings).where(
            MachineTextRow.exhibit_id == exhibit_id, MachineTextRow.findings.is_not(None)
        )
        found = self._session.execute(query.order_by(MachineTextRow.seq.desc()).limit(1)).first()
        return None if found is None else findings_from(exhibit_id, found.seq, found.findings)

    def last_readings(self, dispute_id: str) -> dict[str, int]:
        """Return the entry of the last interpreted reading of each exhibit in use that has one."""
        query = (
            select(MachineTextRow.exhibit_id, func.max(MachineTextRow.seq))
            .join(ExhibitRow, ExhibitRow.id == MachineTextRow.exhibit_id)
            .where(MachineTextRow.dispute_id == dispute_id, MachineTextRow.findings.is_not(None))
            .where(ExhibitRow.set_aside == "")
        )
        return dict(self._session.execute(query.group_by(MachineTextRow.exhibit_id)).tuples().all())

    def likenesses(self, dispute_id: str) -> dict[str, str]:
        """Return the hashes of how exhibits in use look, by their ids, in the order of their numbers."""
        query = (
            select(MachineTextRow.exhibit_id, MachineTextRow.likeness)
            .join(ExhibitRow, ExhibitRow.id == MachineTextRow.exhibit_id)
            .where(MachineTextRow.dispute_id == dispute_id, MachineTextRow.likeness != "")
            .where(ExhibitRow.set_aside == "")
        )
        by_number = query.order_by(ExhibitRow.number, MachineTextRow.seq)
        return dict(self._session.execute(by_number).tuples().all())

    def events_there(self, event_ids: Collection[str]) -> set[str]:
        """Return which of these events are kept, set aside or not."""
        there: set[str] = set()
        for part in in_parts(list(event_ids)):
            there |= set(self._session.scalars(select(EventRow.id).where(EventRow.id.in_(part))))
        return there

    def not_erased(self, exhibit: Exhibit, findings: Findings) -> list[int]:
        """Return the indexes of the events that nobody erased for good: those of the others stay what they are.

        An erased event is known by where earlier readings of the exhibit found it.
        """
        erased = self._erased_places(exhibit)
        return [
            index
            for index, event in enumerate(findings.events)
            if not any(is_same_place(place, event.place) for place in erased)
        ]

    def _erased_places(self, exhibit: Exhibit) -> list[Place]:
        erased = (
            select(PayloadRow.event_id)
            .join(CustodyRow, SAME_ENTRY)
            .where(PayloadRow.dispute_id == exhibit.dispute_id, CustodyRow.kind == CustodyKind.REMOVE.value)
            .where(PayloadRow.event_id.is_not(None))
        )
        gone = set(self._session.scalars(erased))
        if not gone:
            return []
        readings = select(MachineTextRow.findings).where(
            MachineTextRow.exhibit_id == exhibit.id, MachineTextRow.findings.is_not(None)
        )
        found = [each for data in self._session.scalars(readings) for each in json.loads(data or b"{}")["events"]]
        return [Place(_region_from(each["region"]), each["page"]) for each in found if each["id"] in gone]

    def kept_findings(self, dispute_id: str) -> dict[int, bytes]:
        """Return the exact bytes of what all of a dispute's readings found, by the readings' entries."""
        query = select(MachineTextRow.seq, MachineTextRow.findings).where(
            MachineTextRow.dispute_id == dispute_id, MachineTextRow.findings.is_not(None)
        )
        return {seq: found for seq, found in self._session.execute(query).tuples() if found is not None}

    def suggestions(self, dispute_id: str) -> list[Suggestion]:
        """Return the suggestions about a dispute's exhibits in use, whatever was said of them, as they stand there.

        Those that a later reading withdrew are left out. What an exhibit that is set aside suggested of events that
        another one shows, too, is among the suggestions about that one.
        """
        own = self._suggestions(SuggestionRow.dispute_id == dispute_id, ExhibitRow.set_aside == "", STANDS)
        taken_over = self._taken_over(dispute_id)
        if not taken_over:
            return own
        numbers = {exhibit_id: place for place, exhibit_id in enumerate(self._by_number(dispute_id))}
        return sorted([*own, *taken_over], key=lambda each: numbers[each.exhibit_id])

    def _taken_over(self, dispute_id: str) -> list[Suggestion]:
        """Return what exhibits set aside suggested of events that exhibits in use show, as these show it."""
        left = self._suggestions(
            SuggestionRow.dispute_id == dispute_id, SuggestionRow.event_id != "", ExhibitRow.set_aside != "", STANDS
        )
        return self._as_shown_by(self.last_readings(dispute_id), left) if left else []

    def _as_shown_by(self, exhibit_ids: Iterable[str], suggestions: Iterable[Suggestion]) -> list[Suggestion]:
        """Return those of the suggestions that readings of these exhibits named, too, as standing there."""
        waiting = {each.id: each for each in suggestions}
        found: list[Suggestion] = []
        for exhibit_id in exhibit_ids:
            kept = self.findings(exhibit_id)
            given = zip(kept.suggestion_ids, kept.findings.suggestions, strict=True) if kept is not None else ()
            found += [
                replace(
                    waiting.pop(suggestion_id),
                    exhibit_id=exhibit_id,
                    quote=each.quote,
                    place=each.place,
                    confidence=each.confidence,
                )
                for suggestion_id, each in given
                if suggestion_id in waiting
            ]
        return found

    def _by_number(self, dispute_id: str) -> list[str]:
        query = select(ExhibitRow.id).where(ExhibitRow.dispute_id == dispute_id)
        return list(self._session.scalars(query.order_by(ExhibitRow.number)))

    def kept_suggestions(self, dispute_id: str) -> list[Suggestion]:
        """Return all suggestions of a dispute, withdrawn ones and those about exhibits set aside too."""
        return self._suggestions(SuggestionRow.dispute_id == dispute_id)

    def suggestions_in_order(self, dispute_id: str) -> list[str]:
        """Return all suggestions of a dispute, withdrawn ones too, in the order in which readings made them."""
        query = select(SuggestionRow.id).where(SuggestionRow.dispute_id == dispute_id)
        return list(self._session.scalars(query.order_by(SuggestionRow.seq, SuggestionRow.position, SuggestionRow.id)))

    def suggestion(self, suggestion_id: str) -> Suggestion | None:
        """Return a suggestion, None if no suggestion has this id."""
        row = self._session.get(SuggestionRow, suggestion_id)
        return None if row is None else suggestion_from(row)

    def suggestions_about(self, exhibit_id: str) -> list[Suggestion]:
        """Return the suggestions about an exhibit, as `suggestions` does."""
        dispute_id = self._session.scalar(select(ExhibitRow.dispute_id).where(ExhibitRow.id == exhibit_id))
        taken_over = self._taken_over(dispute_id) if dispute_id is not None else []
        own = self._suggestions(SuggestionRow.exhibit_id == exhibit_id, STANDS)
        return [*own, *(each for each in taken_over if each.exhibit_id == exhibit_id)]

    def suggestions_waiting_in(self, event_id: str) -> list[Suggestion]:
        """Return what stands in an event and waits for a person."""
        waits = SuggestionRow.state == SuggestionState.WAITING.value
        shown = SuggestionRow.exhibit_id == select(EventRow.read_from).where(EventRow.id == event_id).scalar_subquery()
        return self._suggestions(shown, SuggestionRow.event_id == event_id, waits, STANDS)

    def titles_waiting_for(self, event_id: str) -> list[Suggestion]:
        """Return the titles that wait and tell of what stands in an event, of all exhibits in use that show it."""
        is_title = SuggestionRow.kind == SuggestionKind.TITLE.value
        waits = SuggestionRow.state == SuggestionState.WAITING.value
        return self._suggestions(is_title, SuggestionRow.event_id == event_id, waits, STANDS)

    def exhibits_with_findings(self, dispute_id: str) -> set[str]:
        """Return the exhibits in use on which events or suggestions were found, decided or not."""
        events = (
            select(EventPlaceRow.exhibit_id)
            .join(EventRow, EventRow.id == EventPlaceRow.event_id)
            .where(EventRow.dispute_id == dispute_id, EventRow.set_aside == "")
        )
        suggestions = select(SuggestionRow.exhibit_id).where(SuggestionRow.dispute_id == dispute_id, STANDS)
        in_use = select(ExhibitRow.id).where(ExhibitRow.dispute_id == dispute_id, ExhibitRow.set_aside == "")
        found = in_use.where(ExhibitRow.id.in_(events) | ExhibitRow.id.in_(suggestions))
        return set(self._session.scalars(found))

    def waiting_by_exhibit(self, dispute_id: str) -> list[tuple[str, int, int]]:
        """Return each interpreted exhibit in use, by number, with how many events and suggestions of it wait."""
        interpreted = exists().where(MachineTextRow.exhibit_id == ExhibitRow.id, MachineTextRow.findings.is_not(None))
        events = select(func.count()).where(
            EventPlaceRow.exhibit_id == ExhibitRow.id,
            EventRow.id == EventPlaceRow.event_id,
            EventRow.status == EventStatus.SUGGESTED.value,
            EventRow.set_aside == "",
        )
        suggestions = select(func.count()).where(
            SuggestionRow.exhibit_id == ExhibitRow.id, SuggestionRow.state == SuggestionState.WAITING.value, STANDS
        )
        query = select(ExhibitRow.id, events.scalar_subquery(), suggestions.scalar_subquery()).where(
            ExhibitRow.dispute_id == dispute_id,
            ExhibitRow.set_aside == "",
            ExhibitRow.removed_at.is_(None),
            interpreted,
        )
        taken_over = Counter(
            each.exhibit_id for each in self._taken_over(dispute_id) if each.state is SuggestionState.WAITING
        )
        counted = self._session.execute(query.order_by(ExhibitRow.number)).tuples()
        return [(exhibit_id, shown, named + taken_over[exhibit_id]) for exhibit_id, shown, named in counted]

    def places(self, dispute_id: str) -> list[EventPlace]:
        """Return where on exhibits in use a dispute's machine-read events stand."""
        return self._places(EventRow.dispute_id == dispute_id, ExhibitRow.set_aside == "")

    def places_on(self, exhibit_id: str) -> list[EventPlace]:
        """Return where machine-read events stand on one exhibit."""
        return self._places(EventPlaceRow.exhibit_id == exhibit_id)

    def kept_places(self, dispute_id: str) -> list[EventPlace]:
        """Return where events stand, on exhibits that are set aside too."""
        return self._places(EventRow.dispute_id == dispute_id)

    def _places(self, *conditions: ColumnElement[bool]) -> list[EventPlace]:
        """Return places by their columns, not as entities: they may be those of ten thousand events."""
        row = EventPlaceRow
        query = (
            select(row.event_id, row.exhibit_id, row.page_index, row.region, row.confidence)
            .join(EventRow, EventRow.id == row.event_id)
            .join(ExhibitRow, ExhibitRow.id == row.exhibit_id)
            .where(*conditions)
            .order_by(ExhibitRow.number, row.page_index, EventRow.ordinal)
        )
        found = self._session.connection().execute(query)
        return [
            EventPlace(event_id, exhibit_id, Place(_region_from(region), page_index), confidence / PER_MILLE)
            for event_id, exhibit_id, page_index, region, confidence in found
        ]

    def _suggestions(self, *conditions: ColumnElement[bool]) -> list[Suggestion]:
        query = (
            select(SuggestionRow)
            .join(ExhibitRow, ExhibitRow.id == SuggestionRow.exhibit_id)
            .where(*conditions)
            .order_by(ExhibitRow.number, SuggestionRow.seq, SuggestionRow.position)
        )
        return [suggestion_from(row) for row in self._session.scalars(query)]


def stored_region(region: Region) -> str:
    """Return a region as the catalog keeps it."""
    return json.dumps(region)


_IN_EVENT_IN_USE = exists().where(EventRow.id == SuggestionRow.event_id, EVENT_IN_USE)

STANDS = (SuggestionRow.state != SuggestionState.WITHDRAWN.value) & (
    (SuggestionRow.region != stored_region(NO_REGION)) | (SuggestionRow.event_id == "") | _IN_EVENT_IN_USE
)
"""Suggestions that count; what was made of an imported message goes with it."""

# -- rows --------------------------------------------------------------------------------------------------------------


def _region_from(stored: str | Sequence[int]) -> Region:
    return region_from(json.loads(stored) if isinstance(stored, str) else stored)


def place_from(row: EventPlaceRow) -> EventPlace:
    """Return the place of a row."""
    place = Place(_region_from(row.region), row.page_index)
    return EventPlace(row.event_id, row.exhibit_id, place, row.confidence / PER_MILLE)


def suggestion_from(row: SuggestionRow) -> Suggestion:
    """Return the suggestion of a row."""
    return Suggestion(
        id=row.id,
        dispute_id=row.dispute_id,
        exhibit_id=row.exhibit_id,
        event_id=row.event_id,
        kind=SuggestionKind(row.kind),
        value=row.value,
        quote=row.quote,
        place=Place(_region_from(row.region), row.page_index),
        confidence=row.confidence / PER_MILLE,
        due=_date_from(row.due),
        state=SuggestionState(row.state),
        decided_value=row.decided_value,
        decided_due=_date_from(row.decided_due),
    )


def _date_from(stored: str) -> date | None:
    return date.fromisoformat(stored) if stored else None


# -- bytes -------------------------------------------------------------------------------------------------------------


def event_shape(event: ReadEvent, event_id: str, ordinal: int, fields: Mapping[str, Plain]) -> dict[str, Plain]:
    """Return how findings name an event that they began; ``fields`` are its plain ones."""
    return {"id": event_id, "ordinal": ordinal, "fields": fields, **_standing(event.place, event.confidence)}


def facts_as_read(facts: EventFacts) -> dict[str, Plain]:
    """Return the plain fields of an event as the machine read it, those that say something."""
    values = {name: plain(getattr(facts, name)) for name in EVENT_FIELDS if hasattr(facts, name)}
    return {name: value for name, value in values.items() if value not in ("", [])}


def suggestion_shape(given: Suggested, suggestion_id: str, event_id: str) -> dict[str, Plain]:
    """Return how findings name a suggestion; ``event_id`` is empty for none."""
    shape: dict[str, Plain] = {"id": suggestion_id, "kind": given.kind.value, "value": str(plain(given.value))}
    shape |= {"quote": str(plain(given.quote)), **_standing(given.place, given.confidence)}
    if given.due is not None:
        shape["due"] = given.due.isoformat()
    if event_id:
        shape["event"] = event_id
    return shape


def _standing(place: Place, confidence: float) -> dict[str, Plain]:
    return {"page": place.page_index, "region": list(place.region), "confidence": round(confidence * PER_MILLE)}


def place_facts(standing: EventPlace) -> dict[str, Plain]:
    """Return where an event stands in the form in which findings have it."""
    return _standing(standing.place, standing.confidence)


def suggestion_facts(kept: Suggestion) -> dict[str, Plain]:
    """Return a suggestion, and what was said of it, in the form in which the replay of the log has it."""
    given = Suggested(kept.kind, kept.value, kept.quote, kept.place, kept.confidence, kept.due)
    facts = suggestion_shape(given, kept.id, kept.event_id)
    facts.pop("id")
    decided = {"decided_value": kept.decided_value, "decided_due": str(plain(kept.decided_due))}
    facts |= {"exhibit": kept.exhibit_id, "state": kept.state.value}
    return facts | {name: value for name, value in decided.items() if value}


def findings_bytes(
    findings: Findings, events: Sequence[Mapping[str, Plain]], suggestions: Sequence[Mapping[str, Plain]]
) -> bytes:
    """Return findings as they are kept and hashed: RFC 8785. ``events`` and ``suggestions`` are their shapes."""
    shape: dict[str, Plain] = {"kind": findings.kind.value, "events": events, "suggestions": suggestions}
    if findings.party:
        shape["party"] = str(plain(findings.party))
    if findings.captured_at is not None:
        shape["captured_at"] = findings.captured_at.isoformat()
    return canonical(shape)


def findings_from(exhibit_id: str, seq: int, data: bytes) -> KeptFindings:
    """Return what bytes say. Raises ValueError, KeyError or TypeError for bytes that are not ours."""
    shape = json.loads(data)
    places = {each["id"]: index for index, each in enumerate(shape["events"])}
    captured = shape.get("captured_at")
    findings = Findings(
        kind=PageKind(shape["kind"]),
        party=shape.get("party", ""),
        events=tuple(_event_from(each) for each in shape["events"]),
        suggestions=tuple(_suggested_from(each, places) for each in shape["suggestions"]),
        captured_at=datetime.fromisoformat(captured) if captured else None,
    )
    return KeptFindings(
        exhibit_id,
        seq,
        findings,
        tuple(each["id"] for each in shape["events"]),
        tuple(each["id"] for each in shape["suggestions"]),
    )


def _event_from(shape: Mapping[str, Any]) -> ReadEvent:
    values = {name: EVENT_FIELDS[name].parse(value) for name, value in shape["fields"].items()}
    values.pop("exhibit_ids", None)
    facts = EventFacts(**values)  # type: ignore[arg-type]  # each field was read by its own parser
    return ReadEvent(facts, Place(_region_from(shape["region"]), shape["page"]), shape["confidence"] / PER_MILLE)


def _suggested_from(shape: Mapping[str, Any], events: Mapping[str, int]) -> Suggested:
    return Suggested(
        SuggestionKind(shape["kind"]),
        shape["value"],
        shape["quote"],
        Place(_region_from(shape["region"]), shape["page"]),
        shape["confidence"] / PER_MILLE,
        _date_from(shape.get("due", "")),
        events.get(shape.get("event", "")),
    )
