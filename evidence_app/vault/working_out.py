"""Changing what people work out about disputes: each change is an entry of the custody log, and can be taken back."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import select, update

from evidence_app.domain.custody import CustodyKind, Plain, canonical
from evidence_app.domain.fields import plain
from evidence_app.domain.item_fields import PRIVATE_KINDS, checked_item, item_fields, kind_name, plain_item
from evidence_app.domain.workspace import Item
from evidence_app.errors import InputProblem
from evidence_app.vault.correcting import Correcting
from evidence_app.vault.ledger import Subject
from evidence_app.vault.records import Column
from evidence_app.vault.schema import EventRow, ItemRow

EVENT_FIELDS = frozenset({"event_id", "evidence_ids", "reply_ids", "paid_out", "payments", "fees"})
"""The fields of items that name events."""

TAKEN_BACK_REASON = "taken back"
"""Why an item is set aside whose making was undone, where nobody gives a reason."""


class WorkingOut(Correcting):
    """The part of a write transaction that changes items."""

    def add_item(self, item: Item) -> int:
        """Add an item and return its entry. Raises InputProblem for values that a field cannot hold."""
        values = {name: checked_item(type(item), name, getattr(item, name)) for name in item_fields(type(item))}
        kept = replace(item, **values)  # type: ignore[arg-type]  # each was read by its own parser
        self._check_events(kept, values)
        changes: list[Plain] = [
            {"field": name, "before": [] if isinstance(value, list) else "", "after": value}
            for name, value in plain_item(kept).items()
        ]
        seq = self._log_item(kept, changes, made=True)
        columns: dict[str, Column] = {"id": kept.id, "dispute_id": kept.dispute_id, "kind": kind_name(kept), "seq": seq}
        self._insert(ItemRow, columns | _columns(kept))
        return seq

    def edit_item(self, item: Item, changes: Mapping[str, object], *, undoes: int | None = None) -> int | None:
        """Change fields of an item as `item` returns it; None if nothing differs from what is there."""
        values = {name: checked_item(type(item), name, value) for name, value in changes.items()}
        differing = {name: value for name, value in values.items() if value != getattr(item, name)}
        if not differing:
            return None
        after = replace(item, **differing)  # type: ignore[arg-type]
        self._check_events(after, differing)
        self._session.execute(update(ItemRow).where(ItemRow.id == item.id).values(_columns(after)))
        logged: list[Plain] = [
            {"field": name, "before": plain(getattr(item, name)), "after": plain(value)}
            for name, value in differing.items()
        ]
        return self._log_item(after, logged, undoes=undoes)

    def take_back_item(self, payload: Mapping[str, Any], seq: int, reason: str) -> int | None:
        """Undo the making of an item, or a change of it. Raises InputProblem("changed-since")."""
        item, changes = self.item(payload["id"]), payload["changes"]
        if "made" in payload:
            if item.set_aside:
                raise InputProblem("changed-since", seq=seq)
            return self.edit_item(item, {"set_aside": reason or TAKEN_BACK_REASON}, undoes=seq)
        if any(plain(getattr(item, change["field"])) != change["after"] for change in changes):
            raise InputProblem("changed-since", seq=seq)
        known = item_fields(type(item))
        before = {change["field"]: known[change["field"]].parse(change["before"]) for change in changes}
        return self.edit_item(item, before, undoes=seq)

    def _check_events(self, item: Item, names: Iterable[str]) -> None:
        """Refuse events that are not there, or of other disputes, in the fields of these names."""
        for name in EVENT_FIELDS.intersection(names):
            value = getattr(item, name)
            for event_id in filter(None, (value,) if isinstance(value, str) else value):
                query = select(EventRow.id).where(EventRow.id == event_id, EventRow.dispute_id == item.dispute_id)
                if self._session.scalar(query) is None:
                    raise InputProblem("event-unknown", id=event_id)

    def _log_item(self, item: Item, changes: list[Plain], *, made: bool = False, undoes: int | None = None) -> int:
        payload: dict[str, Plain] = {"what": kind_name(item), "id": item.id, "changes": changes}
        if made:
            payload["made"] = 1
        if undoes is not None:
            payload["undoes"] = undoes
        subject = Subject(private=isinstance(item, PRIVATE_KINDS))
        return self._log(item.dispute_id, CustodyKind.EDIT, payload, subject)


def _columns(item: Item) -> dict[str, Column]:
    return {"fields": canonical(plain_item(item)).decode(), "set_aside": item.set_aside}
