"""What the custody log says the evidence should look like now: replaying it from the first entry."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from evidence_app.domain.custody import CustodyEntry, CustodyKind, Plain, timestamp
from evidence_app.domain.exhibits import Exhibit

Facts = dict[str, Plain]


@dataclass(slots=True)
class LoggedState:
    """The fields that say something, by id, as the log left them.

    ``received`` is what was fixed when an exhibit was added: hash, number, name, archive, time;
    ``also_named`` the further names that its bytes arrived under. ``removed`` are the
    ids of what was removed: nothing can be said about its fields any more.
    """

    dispute: Facts = field(default_factory=dict)
    exhibits: dict[str, Facts] = field(default_factory=dict)
    received: dict[str, Facts] = field(default_factory=dict)
    events: dict[str, Facts] = field(default_factory=dict)
    also_named: dict[str, list[str]] = field(default_factory=dict)
    removed: set[str] = field(default_factory=set)


def replay(entries: Iterable[CustodyEntry]) -> LoggedState:
    """Return the state that a dispute's entries, in order, add up to; erased payloads add nothing.

    Raises ValueError, KeyError or TypeError for payloads that are not ours.
    """
    state = LoggedState()
    for entry in entries:
        if entry.payload is not None:
            _apply(state, entry, json.loads(entry.payload))
    return state


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
            state.events[payload["event"]] = dict(payload["event_fields"])
        case CustodyKind.NOTE | CustodyKind.COMPLAINT:
            state.events[payload["event"]] = dict(payload["event_fields"])
        case CustodyKind.EDIT:
            facts = _facts_of(state, payload["what"], payload["id"])
            for change in payload["changes"]:
                _set(facts, change["field"], change["after"])
        case CustodyKind.REMOVE:
            _remove(state, payload)
        case _:
            pass


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
            state.removed.add(payload[key])
    if "exhibit" in payload:
        state.exhibits.pop(payload["exhibit"], None)
    if "event" in payload:
        state.events.pop(payload["event"], None)
