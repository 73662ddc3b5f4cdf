"""What the custody log says the evidence should look like now: replaying it from the first entry."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from evidence_app.domain.custody import CustodyEntry, CustodyKind, Plain, timestamp
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.fields import ORDINAL, PRIVATE_FIELDS

Facts = dict[str, Plain]


@dataclass(slots=True)
class LoggedState:
    """The fields that say something, by id, as the log left them.

    ``received`` is what was fixed when an exhibit was added: hash, number, name, archive, time;
    ``media`` what was found out about its bytes then; ``also_named`` the further names that they arrived under.
    ``ordinals`` are the events' places among equal times. ``removed`` are the ids of what was removed, with the
    reason: nothing can be said about its fields any more. ``owners`` are the exhibits of document events.

    ``astray`` are the numbers of the entries whose payload is filed under the wrong exhibit, or as private or not
    private against what it says: a dossier would disclose it wrongly.
    """

    dispute: Facts = field(default_factory=dict)
    exhibits: dict[str, Facts] = field(default_factory=dict)
    received: dict[str, Facts] = field(default_factory=dict)
    events: dict[str, Facts] = field(default_factory=dict)
    also_named: dict[str, list[str]] = field(default_factory=dict)
    media: dict[str, Facts] = field(default_factory=dict)
    ordinals: dict[str, int] = field(default_factory=dict)
    removed: dict[str, str] = field(default_factory=dict)
    astray: list[int] = field(default_factory=list)
    owners: dict[str, str] = field(default_factory=dict)


def replay(entries: Iterable[CustodyEntry]) -> LoggedState:
    """Return the state that a dispute's entries, in order, add up to; erased payloads add nothing.

    Raises ValueError, KeyError or TypeError for payloads that are not ours.
    """
    state = LoggedState()
    for entry in entries:
        if entry.payload is not None:
            payload = json.loads(entry.payload)
            _apply(state, entry, payload)
            about, private = _filed(state, entry.kind, payload)
            if (entry.about, entry.private) != ((about,) if about else (), private):
                state.astray.append(entry.seq)
    return state


def _filed(state: LoggedState, kind: CustodyKind, payload: dict[str, Any]) -> tuple[str, bool]:
    """Return the exhibit that a payload is about, empty for none, and whether it is private."""
    match kind:
        case CustodyKind.ADD:
            return str(payload.get("exhibit") or payload["duplicate_of"]), False
        case CustodyKind.REMOVE | CustodyKind.ANCHOR | CustodyKind.READ:
            return str(payload.get("exhibit", "")), False
        case CustodyKind.EDIT:
            owner = {"exhibit": payload["id"], "event": state.owners.get(payload["id"], "")}
            private = any(change["field"] in PRIVATE_FIELDS for change in payload["changes"])
            return owner.get(payload["what"], ""), private
    return "", False


def received_facts(exhibit: Exhibit) -> Facts:
    """Return what was fixed when an exhibit was added, in the form in which the log remembers it."""
    return {
        "sha256": exhibit.original.sha256,
        "bytes": exhibit.original.size_bytes,
        "number": exhibit.number,
        "name": exhibit.name,
        "came_from": exhibit.came_from,
        "added_at": timestamp(exhibit.added_at),
    }


def _apply(state: LoggedState, entry: CustodyEntry, payload: dict[str, Any]) -> None:
    match entry.kind:
        case CustodyKind.OPEN:
            state.dispute = dict(payload["fields"])
        case CustodyKind.ADD if "duplicate_of" in payload:
            state.also_named.setdefault(payload["duplicate_of"], []).append(payload["name"])
            if "time" in payload:
                state.events.setdefault(payload["event"], {})["time"] = payload["time"]
        case CustodyKind.ADD:
            state.exhibits[payload["exhibit"]] = dict(payload["fields"])
            state.received[payload["exhibit"]] = {
                "sha256": payload["sha256"],
                "bytes": payload["bytes"],
                "number": payload["number"],
                "name": payload["name"],
                "came_from": payload.get("came_from", ""),
                "added_at": timestamp(entry.at),
            }
            state.media[payload["exhibit"]] = dict(payload["media"])
            state.owners[payload["event"]] = payload["exhibit"]
            _record(state, payload)
        case CustodyKind.NOTE | CustodyKind.COMPLAINT:
            _record(state, payload)
        case CustodyKind.EDIT:
            facts = _facts_of(state, payload["what"], payload["id"])
            for change in payload["changes"]:
                if change["field"] == ORDINAL:
                    state.ordinals[payload["id"]] = change["after"]
                else:
                    _set(facts, change["field"], change["after"])
        case CustodyKind.REMOVE:
            _remove(state, payload)
        case _:
            pass


def _record(state: LoggedState, payload: dict[str, Any]) -> None:
    state.events[payload["event"]] = dict(payload["event_fields"])
    if "ordinal" in payload:
        state.ordinals[payload["event"]] = payload["ordinal"]


def _facts_of(state: LoggedState, what: str, entity_id: str) -> Facts:
    if what == "dispute":
        return state.dispute
    return (state.exhibits if what == "exhibit" else state.events).setdefault(entity_id, {})


def _set(facts: Facts, name: str, value: Plain) -> None:
    if value in ("", []):
        facts.pop(name, None)
    else:
        facts[name] = value


def _remove(state: LoggedState, payload: dict[str, Any]) -> None:
    for key in ("exhibit", "event", "dispute"):
        if key in payload:
            state.removed[payload[key]] = payload["reason"]
    if "exhibit" in payload:
        state.exhibits.pop(payload["exhibit"], None)
    if "event" in payload:
        state.events.pop(payload["event"], None)
