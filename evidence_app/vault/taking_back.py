"""Taking back: edits, orders, decisions and recordings of typed events, each by another entry."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import func, select

from evidence_app.domain.custody import CustodyKind
from evidence_app.domain.events import Event
from evidence_app.domain.fields import ORDINAL, Entity, editable_fields, plain
from evidence_app.domain.workspace import ITEM_KINDS
from evidence_app.errors import InputProblem
from evidence_app.vault.correcting import LINE
from evidence_app.vault.schema import CustodyRow, EventRow, PayloadRow
from evidence_app.vault.statements import SAME_ENTRY, in_parts
from evidence_app.vault.working_out import WorkingOut

RECORDINGS = frozenset({CustodyKind.NOTE.value, CustodyKind.COMPLAINT.value})
"""Kinds of the entries with which a typed event begins."""

DECISIONS = frozenset({CustodyKind.ACCEPT.value, CustodyKind.DISMISS.value})
"""Kinds of the entries of decisions about what a machine suggested."""

TAKEN_BACK = RECORDINGS | DECISIONS | {CustodyKind.EDIT.value}
"""Kinds of the entries that can be taken back."""


class TakingBack(WorkingOut):
    """The part of a write transaction that takes back."""

    def take_back(self, dispute_id: str, seqs: Sequence[int], reason: str = "") -> list[int]:
        """Undo edits and decisions by others, the last one first.

        The recording of a typed event is undone by setting it aside for ``reason``.
        Raises InputProblem: ``not-an-edit``, ``changed-since``, ``reason-missing``; then nothing may be kept.
        """
        ordered = sorted(set(seqs), reverse=True)
        entries = self._entries(dispute_id, ordered)
        payloads = [payload for _, payload in entries.values()]
        events = self._events_by_id([payload.get("event") or payload.get("id", "") for payload in payloads])
        written: list[int] = []
        places: dict[int, int] = {}
        for seq in ordered:
            if seq not in entries:
                raise InputProblem("not-an-edit", seq=seq)
            kind, payload = entries[seq]
            places |= {each["before"]: seq for each in payload.get("changes", ()) if each["field"] == ORDINAL}
            undone = self._take_back(events, kind, payload, seq, reason)
            if undone is None:
                raise InputProblem("not-an-edit", seq=seq)
            written.append(undone)
        if places:
            self._require_one_event_for_each(places, dispute_id)
        return written

    def _take_back(
        self, events: dict[str, Event], kind: str, payload: Mapping[str, Any], seq: int, reason: str
    ) -> int | None:
        if kind in RECORDINGS:
            return self._take_back_recording(events, payload, seq, reason)
        if kind in DECISIONS:
            return self.take_back_decision(CustodyKind(kind), payload, seq)
        if payload["what"] in ITEM_KINDS:
            return self.take_back_item(payload, seq, reason)
        if payload["what"] == LINE:
            return self.take_back_correction(payload, seq)
        return self._take_back_edit(events, payload, seq)

    def _entries(self, dispute_id: str, seqs: Sequence[int]) -> dict[int, tuple[str, dict[str, Any]]]:
        """Return kind and payload of those entries that can be taken back."""
        query = select(CustodyRow.seq, CustodyRow.kind, PayloadRow.payload).join(PayloadRow, SAME_ENTRY)
        query = query.where(CustodyRow.dispute_id == dispute_id, CustodyRow.kind.in_(TAKEN_BACK))
        found: dict[int, tuple[str, dict[str, Any]]] = {}
        for part in in_parts(seqs):
            wanted = query.where(CustodyRow.seq.in_(part))
            for seq, kind, payload in self._session.execute(wanted).tuples():
                found[seq] = (kind, json.loads(payload))
        return found

    def _take_back_recording(
        self, events: dict[str, Event], payload: Mapping[str, Any], seq: int, reason: str
    ) -> int | None:
        if not reason.strip():
            raise InputProblem("reason-missing")
        event = self._taken_from(events, payload["event"])
        if event.set_aside:
            raise InputProblem("changed-since", seq=seq)
        return self.edit(event, {"set_aside": reason}, undoes=seq)

    def _take_back_edit(self, events: dict[str, Event], edit: Mapping[str, Any], seq: int) -> int | None:
        entity, changes = self._entity(events, edit["what"], edit["id"]), edit["changes"]
        if any(plain(getattr(entity, change["field"])) != change["after"] for change in changes):
            raise InputProblem("changed-since", seq=seq)
        if isinstance(entity, Event) and changes[0]["field"] == ORDINAL:
            return self._place(entity, changes[0]["before"], undoes=seq)
        known = editable_fields(entity)
        before = {change["field"]: known[change["field"]].parse(change["before"]) for change in changes}
        return self.edit(entity, before, undoes=seq)

    def _taken_from(self, events: dict[str, Event], event_id: str) -> Event:
        """Return an event that was read beforehand, once: then it is changed, and has to be read again."""
        return events.pop(event_id, None) or self.kept_event(event_id)

    def _entity(self, events: dict[str, Event], what: str, entity_id: str) -> Entity:
        match what:
            case "dispute":
                return self.kept_dispute(entity_id)
            case "exhibit":
                return self.exhibit(entity_id)
            case _:
                return self._taken_from(events, entity_id)

    def _require_one_event_for_each(self, places: Mapping[int, int], dispute_id: str) -> None:
        """Refuse to take back a part of an arrangement: two events would share a place, and have no order.

        ``places`` are those that were given back, each with the entry that had taken it.
        """
        of_dispute = select(EventRow.ordinal).where(EventRow.dispute_id == dispute_id)
        doubled = self._session.scalars(of_dispute.group_by(EventRow.ordinal).having(func.count() > 1))
        for ordinal in doubled:
            if ordinal in places:
                raise InputProblem("changed-since", seq=places[ordinal])
