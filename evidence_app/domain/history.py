"""What the custody log says the evidence should look like now: replaying it from the first entry."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from evidence_app.domain.custody import CustodyEntry, CustodyKind, Plain, timestamp
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.fields import ORDINAL, PRIVATE_FIELDS
from evidence_app.domain.imports import NOT_IN_LEAF, IdRanges, ImportEntry, entry_of
from evidence_app.domain.item_fields import PRIVATE_KINDS
from evidence_app.domain.machine_text import NO_REGION
from evidence_app.domain.suggestions import KNOWN, SuggestionKind, SuggestionState
from evidence_app.domain.workspace import ITEM_KINDS

Facts = dict[str, Plain]


@dataclass(slots=True)
class Touched:
    """What people changed of an imported event: the first value of each field, and the last one.

    ``shown_since`` is the entry that last chose which exhibits show it, 0 for none. The place among equal times is
    there under `ORDINAL`.
    """

    before: Facts = field(default_factory=dict)
    after: Facts = field(default_factory=dict)
    shown_since: int = 0


@dataclass(slots=True)
class LoggedState:
    """The fields that say something, by id, as the log left them.

    ``received`` is what was fixed when an exhibit was added: hash, number, name, archive, time;
    ``media`` what was found out about its bytes then; ``also_named`` the further names that they arrived under.
    ``ordinals`` are the events' places among equal times. ``removed`` are the ids of what was removed, with the
    reason: nothing can be said about its fields any more. ``owners`` are the exhibits of document events.

    ``places`` are where events stand, by event and exhibit, ``read_from`` the exhibits that events were read from, and
    ``suggestions`` what machines suggested and what was said of it, all as readings found them; ``named_again`` is how
    exhibits show what was suggested already, by exhibit and suggestion; ``corrections`` is how people read lines of
    machine-read text, by the reading's entry and the line's index. ``items`` are what people worked out beside the
    evidence.

    ``imports`` are the imports, by the numbers of their entries, ``imported`` which of them brought an event (the last
    one counts) and ``also_shown`` which of them show one, too, that another one brought. Their events, which may be a
    million, are not in ``events``; ``touched`` has those that somebody changed since, and ``leaves`` the leaves of
    those that were erased for good.

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
    places: dict[str, dict[str, Facts]] = field(default_factory=dict)
    read_from: dict[str, str] = field(default_factory=dict)
    suggestions: dict[str, Facts] = field(default_factory=dict)
    named_again: dict[tuple[str, str], Facts] = field(default_factory=dict)
    corrections: dict[tuple[int, int], str] = field(default_factory=dict)
    imports: dict[int, ImportEntry] = field(default_factory=dict)
    imported: IdRanges = field(default_factory=IdRanges)
    also_shown: IdRanges = field(default_factory=IdRanges)
    touched: dict[str, Touched] = field(default_factory=dict)
    leaves: dict[str, bytes] = field(default_factory=dict)
    items: dict[str, Facts] = field(default_factory=dict)


NOTHING_FOUND: Mapping[int, bytes] = {}


def replay(entries: Iterable[CustodyEntry], found: Mapping[int, bytes] = NOTHING_FOUND) -> LoggedState:
    """Return the state that a dispute's entries, in order, add up to; erased payloads add nothing.

    ``found`` are the bytes of what readings found, by the numbers of their entries, which hold the hashes.
    Raises ValueError, KeyError or TypeError for payloads that are not ours.
    """
    state = LoggedState()
    for entry in entries:
        if entry.payload is not None:
            payload = json.loads(entry.payload)
            _apply(state, entry, payload)
            if entry.kind is CustodyKind.READ:
                _read(state, entry.seq, payload, json.loads(found.get(entry.seq, b"{}")))
            about, private = _filed(state, entry.kind, payload)
            if (entry.about, entry.private) != ((about,) if about else (), private):
                state.astray.append(entry.seq)
    return state


def _filed(state: LoggedState, kind: CustodyKind, payload: dict[str, Any]) -> tuple[str, bool]:
    """Return the exhibit that a payload is about, empty for none, and whether it is private."""
    match kind:
        case CustodyKind.ADD:
            return str(payload.get("exhibit") or payload["duplicate_of"]), False
        case CustodyKind.REMOVE:
            return str(payload.get("exhibit") or payload.get("imported_from", "")), False
        case CustodyKind.ANCHOR | CustodyKind.DERIVE | CustodyKind.READ | CustodyKind.IMPORT:
            return str(payload.get("exhibit", "")), False
        case CustodyKind.ACCEPT | CustodyKind.DISMISS:
            kinds = {state.suggestions.get(change["id"], {}).get("kind") for change in payload["changes"]}
            return str(payload["exhibit"]), SuggestionKind.REDACTION.value in kinds
        case CustodyKind.EDIT:
            owner = {each: payload["id"] for each in ("exhibit", "line")}
            owner["event"] = state.owners.get(payload["id"], "")
            private = any(change["field"] in PRIVATE_FIELDS for change in payload["changes"])
            private = private or ITEM_KINDS.get(payload["what"]) in PRIVATE_KINDS
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
        case CustodyKind.EDIT if payload["what"] == "line":
            _correct(state, payload["reading"], payload["line"], payload["changes"][0]["after"])
        case CustodyKind.EDIT:
            for change in payload["changes"]:
                _change(state, entry.seq, payload["what"], payload["id"], change)
        case CustodyKind.ACCEPT | CustodyKind.DISMISS:
            for change in payload["changes"]:
                _change(state, entry.seq, change["what"], change["id"], change)
        case CustodyKind.IMPORT:
            _import(state, entry.seq, entry_of(payload))
        case CustodyKind.REMOVE:
            _remove(state, payload)
        case _:
            pass


def _change(state: LoggedState, seq: int, what: str, entity_id: str, change: dict[str, Any]) -> None:
    name, after = change["field"], change["after"]
    if what == "event" and state.imported.standing_for(entity_id):
        touched = state.touched.setdefault(entity_id, Touched())
        touched.before.setdefault(name, change["before"])
        touched.after[name] = after
        touched.shown_since = seq if name == NOT_IN_LEAF else touched.shown_since
    elif name == ORDINAL:
        state.ordinals[entity_id] = after
    else:
        _set(_facts_of(state, what, entity_id), name, after)


def _import(state: LoggedState, seq: int, entry: ImportEntry) -> None:
    """Take in what an import brought; what was said before of events that it carries on is in their leaves."""
    state.imports[seq] = entry
    state.imported.put(entry.events, seq)
    state.also_shown.put(entry.known_events, seq)
    if entry.carried:
        for event_id in [*state.touched, *state.events]:
            if seq in state.imported.standing_for(event_id):
                _forget_event(state, event_id)


def _record(state: LoggedState, payload: dict[str, Any]) -> None:
    state.events[payload["event"]] = dict(payload["event_fields"])
    if "ordinal" in payload:
        state.ordinals[payload["event"]] = payload["ordinal"]


def _read(state: LoggedState, seq: int, payload: dict[str, Any], found: dict[str, Any]) -> None:
    """Take back what an earlier reading found and nobody decided on, and take in what this one found."""
    for event_id in payload.get("withdrawn_events", ()):
        _forget_event(state, event_id)
    for suggestion_id in payload.get("withdrawn", ()):
        state.suggestions[suggestion_id]["state"] = SuggestionState.WITHDRAWN.value
    for correction in payload.get("corrections", ()):
        _correct(state, seq, correction["line"], correction["text"])
    for event in found.get("events", ()):
        _find_event(state, payload["exhibit"], event)
    for suggestion in found.get("suggestions", ()):
        facts = {name: value for name, value in suggestion.items() if name not in ("id", KNOWN)}
        waiting = {"exhibit": payload["exhibit"], "state": SuggestionState.WAITING.value}
        if KNOWN in suggestion:
            state.named_again[payload["exhibit"], suggestion["id"]] = facts | waiting
        else:
            state.suggestions[suggestion["id"]] = facts | waiting
    for suggestion_id, said in payload.get("left", {}).items():  # what it was suggested on was erased
        state.suggestions[suggestion_id] = state.named_again[payload["exhibit"], suggestion_id] | said
    # what it was read from was erased, or cut the message off
    for event in [*payload.get("carried", ()), *payload.get("whole", ())]:
        state.events[event["id"]] = dict(event["fields"])
        state.ordinals[event["id"]], state.read_from[event["id"]] = event["ordinal"], payload["exhibit"]
    if "time" in payload:
        state.events.setdefault(payload["document"], {})["time"] = payload["time"]
    _tell_on(state, payload.get("told_on", {}))


def _correct(state: LoggedState, seq: int, line: int, words: str) -> None:
    if words:
        state.corrections[seq, line] = words
    else:
        state.corrections.pop((seq, line), None)


def _tell_on(state: LoggedState, told: dict[str, Any]) -> None:
    """Take in what overlapping pictures say of each other's messages, as far as these are still there."""
    for event_id, time in told.get("times", {}).items():
        if event_id in state.events:
            state.events[event_id]["time"] = time
    state.ordinals |= {each: ordinal for each, ordinal in told.get("ordinals", {}).items() if each in state.ordinals}


def _find_event(state: LoggedState, exhibit_id: str, found: dict[str, Any]) -> None:
    event_id = found["id"]
    place = {name: found[name] for name in ("page", "region", "confidence")}
    state.places.setdefault(event_id, {})[exhibit_id] = place
    if KNOWN not in found:
        state.events[event_id] = dict(found["fields"])
        state.ordinals[event_id], state.read_from[event_id] = found["ordinal"], exhibit_id
        return
    known = state.events.setdefault(event_id, {})
    shown = known.get("exhibit_ids", [])
    if isinstance(shown, list) and exhibit_id not in shown:
        shown = [*shown, exhibit_id]
    known["exhibit_ids"] = shown


def _forget_event(state: LoggedState, event_id: str) -> None:
    for by_event in (state.events, state.ordinals, state.read_from, state.places, state.touched):
        by_event.pop(event_id, None)


def _forget_told(state: LoggedState, event_id: str) -> None:
    """Forget what was suggested of an imported message: it stands in no picture, and is erased with its words."""
    told = [
        suggestion_id
        for suggestion_id, facts in state.suggestions.items()
        if facts.get("event") == event_id and facts.get("region") == list(NO_REGION)
    ]
    for suggestion_id in told:
        del state.suggestions[suggestion_id]


def _facts_of(state: LoggedState, what: str, entity_id: str) -> Facts:
    if what == "dispute":
        return state.dispute
    if what in ITEM_KINDS:
        return state.items.setdefault(entity_id, {})
    kept = {"exhibit": state.exhibits, "suggestion": state.suggestions}.get(what, state.events)
    return kept.setdefault(entity_id, {})


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
        _forget_event(state, payload["event"])
        _forget_told(state, payload["event"])
    if "leaf" in payload:
        state.leaves[payload["event"]] = bytes.fromhex(payload["leaf"])
