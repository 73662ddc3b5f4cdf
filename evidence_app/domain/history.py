"""What the custody log says the evidence should look like now: replaying it from the first entry."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from evidence_app.domain.custody import CustodyEntry, CustodyKind, Plain

Facts = dict[str, Plain]


@dataclass(slots=True)
class LoggedState:
    """The fields that say something, by id, as the log left them.

    ``erased`` are ids whose history was erased by a removal: nothing can be said about their fields any more.
    """

    dispute: Facts = field(default_factory=dict)
    exhibits: dict[str, Facts] = field(default_factory=dict)
    events: dict[str, Facts] = field(default_factory=dict)
    sha256: dict[str, str] = field(default_factory=dict)
    removed: set[str] = field(default_factory=set)
    unexplained: bool = False


def replay(entries: Iterable[CustodyEntry]) -> LoggedState:
    """Return the state that a dispute's entries, in order, add up to.

    ``unexplained`` is set if a payload is missing: some states are then incomplete. Raises ValueError or KeyError
    for payloads that are not ours.
    """
    state = LoggedState()
    for entry in entries:
        if entry.payload is None:
            state.unexplained = True
            continue
        _apply(state, entry.kind, json.loads(entry.payload))
    return state


def _apply(state: LoggedState, kind: CustodyKind, payload: dict[str, Any]) -> None:
    match kind:
        case CustodyKind.OPEN:
            state.dispute = dict(payload["fields"])
        case CustodyKind.ADD if "duplicate_of" in payload:
            if "time" in payload:
                state.events.setdefault(payload["event"], {})["time"] = payload["time"]
        case CustodyKind.ADD:
            state.exhibits[payload["exhibit"]] = dict(payload["fields"])
            state.sha256[payload["exhibit"]] = payload["sha256"]
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
        state.sha256[payload["exhibit"]] = payload["sha256"]
    if "event" in payload:
        state.events.pop(payload["event"], None)
