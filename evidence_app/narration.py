"""What a custody entry says, as a sentence in one of three languages: in the dossier, the window, the same words."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any

from evidence_app.domain.custody import CustodyKind
from evidence_app.domain.disputes import DisputeStatus, DisputeType
from evidence_app.domain.events import Direction, EventKind, EventStatus, Outcome
from evidence_app.domain.exhibits import clock
from evidence_app.domain.exports import COLUMN_FIELDS
from evidence_app.domain.fields import BY_COLUMNS, EVENT_FIELDS, ORDINAL
from evidence_app.domain.suggestions import SuggestionKind, SuggestionState
from evidence_app.domain.times import TimeSource
from evidence_app.domain.verification import Verdict
from evidence_app.domain.workspace import (
    ITEM_KINDS,
    AccountFact,
    ChannelKind,
    ChecklistState,
    ComplaintOutcome,
    InstitutionType,
    KnownFrom,
    Lender,
    PromiseState,
    YesNo,
)
from evidence_app.phrases import Language, format_name, name_of, phrase, section

LONGEST_VALUE = 120
"""Characters of a changed text that a sentence repeats; transcripts run to thousands."""

SECONDS = len("2025-02-22 00:15:03")
"""Of a timestamp's time, which always is UTC."""

SENTENCE_ENDS = ("。", "！", "？", ".", "!", "?")

UNSAID = frozenset({"exhibit_ids", "status"})
"""Fields of a new typed event that a sentence leaves out: ids say nothing to people, and typing is accepting."""

MOST_TOLD = 3
"""Accepted suggestions that a sentence names."""

TOLD_OF_DECISIONS = frozenset({"text", "title"})
"""Fields of events and exhibits that a decision tells of; the others say what the suggestions said."""

EXPORT_FORMS = frozenset({"pdf", "bag"})
SIGNATURE_LEVELS = frozenset({"none", "B-B", "B-T", "B-LT"})

ENUMERATIONS: Mapping[str, tuple[type[StrEnum], ...]] = {
    "type": (DisputeType,),
    "kind": (EventKind,),
    "direction": (Direction,),
    "outcome": (Outcome,),
    "status": (DisputeStatus, EventStatus),
    "circumstances": (InstitutionType, AccountFact),
}

ENDS = ("before", "after")
"""What a change names of a field."""

UNSAID_OF_ITEMS = frozenset(
    {"event_id", "evidence_ids", "reply_ids", "exhibit_id", "exhibit_ids", "paid_out", "payments", "fees"}
)
"""Fields of what people work out that a sentence leaves out: ids say nothing to people."""

ITEM_ENUMERATIONS: Mapping[tuple[str, str], type[StrEnum]] = {
    ("channel", "kind"): ChannelKind,
    ("channel", "known_from"): KnownFrom,
    ("complaint", "outcome"): ComplaintOutcome,
    ("promise", "state"): PromiseState,
    ("checklist", "state"): ChecklistState,
    ("loan", "lender"): Lender,
    ("loan", "cost_stated"): YesNo,
    ("loan", "fees_stated"): YesNo,
}

Payload = Mapping[str, Any]


def narrate(kind: CustodyKind, payload: Payload | bytes, language: Language) -> str:
    """Return what an entry's payload says. One that this program did not write is returned as it is, cut."""
    raw = payload.decode("utf-8", "backslashreplace") if isinstance(payload, bytes) else ""
    try:
        shape = json.loads(raw) if isinstance(payload, bytes) else payload
        return _Narrator(language).sentence(kind, shape)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return _short(raw or str(payload))


class _Narrator:
    """Speaks one language."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def sentence(self, kind: CustodyKind, payload: Payload) -> str:
        match kind:
            case CustodyKind.OPEN:
                return self._say("open", title=_short(payload["fields"]["title"]))
            case CustodyKind.ADD if "duplicate_of" in payload:
                return self._say("duplicate", name=_short(payload["name"]))
            case CustodyKind.ADD:
                return self._added(payload)
            case CustodyKind.NOTE | CustodyKind.COMPLAINT:
                return self._say("recorded", what=self._fields(payload["event_fields"]))
            case CustodyKind.EDIT:
                return self._edited(payload)
            case CustodyKind.REMOVE:
                return self._say("removed", reason=_short(payload["reason"]))
            case CustodyKind.EXPORT:
                return self._exported(payload)
            case CustodyKind.ANCHOR:
                return self._witnessed(payload)
            case CustodyKind.DERIVE:
                return self._say("derived", count=len(payload["made"]), by=_short(payload["by"]))
            case CustodyKind.READ:
                return self._of_reading(payload)
            case CustodyKind.IMPORT if payload.get("carried"):
                return self._say("import-carried", count=payload["taken"])
            case CustodyKind.IMPORT:
                return self._joined(self._imported(payload))
            case CustodyKind.ACCEPT | CustodyKind.DISMISS:
                told = self._joined(self._decided(payload["changes"]))
                return self._say("undone", changes=told, seq=payload["undoes"]) if "undoes" in payload else told
            case CustodyKind.RESTORE:
                return self._say("restored", count=payload["originals"])
            case CustodyKind.MIGRATE:
                return self._say("migrated", before=payload["from"], after=payload["to"])
        return _short(json.dumps(payload, ensure_ascii=False))

    def _edited(self, payload: Payload) -> str:
        if payload.get("what") == "line":
            told = self._corrected(payload)
            return self._say("undone", changes=told, seq=payload["undoes"]) if "undoes" in payload else told
        if payload.get("what") in ITEM_KINDS:
            return self._item(payload)
        key = "undone" if "undoes" in payload else "edited"
        changes = self._joined(self._change(change) for change in payload["changes"])
        if payload.get("by") == BY_COLUMNS:
            changes = self._say("by-columns", changes=changes)
        return self._say(key, changes=changes, seq=payload.get("undoes", 0))

    def _of_reading(self, payload: Payload) -> str:
        """Return what was read, or what was said of what earlier readings left."""
        for key in ("carried", "left", "whole"):
            if key in payload:
                return self._say(key, count=len(payload[key]))
        if "told_on" in payload:
            told_on = payload["told_on"]
            if told_on.get("years"):
                return self._say("told_years", count=len(told_on["times"]))
            return self._say("told_on", count=len(told_on["times"].keys() | told_on["ordinals"].keys()))
        return self._read(payload)

    def _added(self, payload: Payload) -> str:
        facts = {"number": payload["number"], "name": _short(payload["name"]), "bytes": payload["bytes"]}
        added = self._say("added", **facts)
        archive = payload.get("came_from")
        parts = [added, self._say("came_from", archive=_short(archive))] if archive else [added]
        made = payload.get("made_from")
        if made:
            at = clock(int(made["at_ms"]))
            parts.append(self._say("made_from", at=at, sha256=str(made["sha256"]), by=_short(made["by"])))
        return self._joined([*parts, self._say("hash", sha256=payload["sha256"])])

    def _read(self, payload: Payload) -> str:
        """Return what a machine read, and what was made of it where that was asked."""
        told = self._say("read", lines=payload["lines"], pages=payload["pages"], engine=_short(payload["engine"]))
        if "findings" not in payload:
            return told
        if "messages" in payload:
            looked = self._say("looked_through", count=payload["looked_into"], suggestions=payload["suggestions"])
            over = payload.get("passed_over", 0)
            withdrawn = len(payload.get("withdrawn", ()))
            parts = [looked, *([self._say("passed_over", count=over)] if over else [])]
            return self._joined([*parts, *([self._say("withdrawn", count=withdrawn)] if withdrawn else [])])
        found = self._say("found", events=payload["events"], suggestions=payload["suggestions"])
        withdrawn = len(payload.get("withdrawn_events", ())) + len(payload.get("withdrawn", ()))
        parts = [told, found, *([self._say("withdrawn", count=withdrawn)] if withdrawn else [])]
        return self._joined([*parts, self._say("clock_read")] if "time" in payload else parts)

    def _imported(self, payload: Payload) -> Iterator[str]:
        """Yield what an import brought, what it left out, and by which choice."""
        format = _short(format_name(payload["format"], self._language))
        yield self._say("imported", format=format, taken=payload["taken"], read=payload["read"])
        known, unread = payload["known"] + payload["again"], payload["unread"]
        left_out = payload["read"] - payload["taken"] - known
        for key, count in (("known", known), ("left-out", left_out), ("unread", unread)):
            if count:
                yield self._say(f"imported-{key}", count=count)
        if columns := payload.get("hints", {}).get("columns"):
            used = [columns[name] for name in COLUMN_FIELDS[:-1] if name in columns]  # the last is no column
            headings = [each if isinstance(each, str) else " + ".join(each) for each in used]
            yield self._say("imported-columns", columns=self._names(headings))
        choice = payload.get("choice", {})
        if choice.get("numbers"):
            yield self._say("imported-numbers", numbers=self._names(choice["numbers"]))
        for key in ("since", "until"):
            if choice.get(key):
                yield self._say(f"imported-{key}", day=_short(str(choice[key])))

    def _item(self, payload: Payload) -> str:
        """Return what a person worked out beside the evidence, or changed in it; ids say nothing to people."""
        changes = [each for each in payload["changes"] if each["field"] not in UNSAID_OF_ITEMS]
        told = self._joined(self._change_of_item(payload["what"], each) for each in changes)
        said = self._say("item", kind=self._say(f"item-kind.{payload['what']}"), changes=told or "—")
        return self._say("undone", changes=said, seq=payload["undoes"]) if "undoes" in payload else said

    def _change_of_item(self, what: str, change: Payload) -> str:
        kind = ITEM_ENUMERATIONS.get((what, change["field"]))
        if kind is None:
            return self._change(change)
        words = {name: name_of(kind(said), self._language) if (said := change[name]) else "" for name in ENDS}
        key = "changed" if change["before"] and change["after"] else "set" if change["after"] else "emptied"
        return self._say(key, field=self._label(change["field"]), **words)

    def _corrected(self, payload: Payload) -> str:
        """Return how a person reads a line that a machine read, or read it before."""
        (change,) = payload["changes"]
        words = {name: _short(change[name]) for name in ("before", "after")}
        key = "corrected" if change["after"] else "uncorrected"
        return self._say(key, line=payload["line"] + 1, read=_short(payload["read"]), **words)

    def _decided(self, changes: Sequence[Payload]) -> Iterator[str]:
        """Yield what was decided about what a machine suggested, and what else changed with it."""
        states = [(each["what"], each["after"]) for each in changes if each["field"] in ("state", "status")]
        accepted_events = states.count(("event", EventStatus.ACCEPTED.value))
        aside = [each["after"] for each in changes if each["field"] == "set_aside" and each["after"]]
        dismissed = states.count(("suggestion", SuggestionState.DISMISSED.value))
        open_again = states.count(("event", EventStatus.SUGGESTED.value)) + states.count(
            ("suggestion", SuggestionState.WAITING.value)
        )
        back = sum(each["field"] == "set_aside" and not each["after"] for each in changes) if not accepted_events else 0
        if accepted_events:
            yield self._say("accepted_events", count=accepted_events)
        yield from self._confirmed(changes)
        if aside:
            yield self._say("dismissed_events", count=len(aside), reason=_short(aside[0]))
        if dismissed:
            yield self._say("dismissed", count=dismissed)
        if open_again + back:
            yield self._say("awaiting", count=open_again + back)
        yield from (self._change(each) for each in changes if each["field"] in TOLD_OF_DECISIONS)

    def _confirmed(self, changes: Sequence[Payload]) -> Iterator[str]:
        """Yield the suggestions that were accepted, the first ones with what they say."""
        said = [each for each in changes if each["field"] == "decided_value" and each["after"]]
        decided = {each["id"] for each in changes if each["field"] == "state"}
        reworded = [each for each in said if each["kind"] == SuggestionKind.TITLE.value and each["id"] not in decided]
        values = [each for each in said if each not in reworded]
        told = [
            self._say("suggested", kind=name_of(SuggestionKind(each["kind"]), self._language), value=each["after"])
            for each in values[:MOST_TOLD]
        ]
        if told:
            yield self._say("accepted", what=_short(self._say("names-separator").join(told)))
        if len(values) > MOST_TOLD:
            yield self._say("accepted_more", count=len(values) - MOST_TOLD)
        yield from (self._say("title_reworded", value=_short(each["after"])) for each in reworded)

    def _exported(self, payload: Payload) -> str:
        names = ("dossier", "profile", "pages", "exhibits", "sha256")
        exported = self._say("exported", **{name: payload[name] for name in names})
        return self._joined([exported, *self._sealed(payload)])

    def _sealed(self, payload: Payload) -> Iterator[str]:
        """Yield how an export was sealed, as far as its entry says; those of older versions say nothing of it."""
        if payload.get("form") in EXPORT_FORMS:
            yield self._say(f"export-form.{payload['form']}")
        if payload.get("only_theirs"):
            yield self._say("export-only-theirs")
        if payload.get("signature") in SIGNATURE_LEVELS:
            yield self._say(f"export-signature.{payload['signature'].lower()}")
        witnessed = payload.get("witnessed_by", ())
        if witnessed:
            yield self._say("export-witnessed", names=self._names(witnessed))
        refused = [str(each).rpartition(": ")[0] for each in payload.get("not_witnessed_by", ())]  # without the code
        if refused:
            yield self._say("export-not-witnessed", names=self._names(refused))
        if "verdict" in payload:
            yield self._say("export-verdict", verdict=name_of(Verdict(payload["verdict"]), self._language))

    def _names(self, names: Iterable[object]) -> str:
        return _short(self._say("names-separator").join(map(str, names)))

    def _witnessed(self, payload: Payload) -> str:
        """Return who witnessed what: the log, or an original by a timestamp that was made elsewhere."""
        at = payload["witnessed_at"].replace("T", " ")[:SECONDS]
        if "exhibit" not in payload:
            return self._say("anchored", name=_short(payload["name"]), size=payload["size"], at=at)
        key = "stamped" if payload["authority"] else "stamped_by_unknown"
        return self._say(key, file=_short(payload["file_name"]), name=_short(payload["name"]), at=at)

    def _fields(self, fields: Payload) -> str:
        """Return a typed event's fields in their usual order, without what goes without saying."""
        unsaid = UNSAID if "amount" in fields else UNSAID | {"currency"}
        told = [name for name in EVENT_FIELDS if name in fields and name not in unsaid]
        return self._joined(f"{self._label(name)} {self._value(name, fields[name])}" for name in told)

    def _change(self, change: Payload) -> str:
        name = change["field"]
        if name == ORDINAL:
            return self._say("arranged", before=change["before"], after=change["after"])
        if name == "set_aside":
            return self._say("set_aside" if change["after"] else "put_back", reason=_short(change["after"]))
        before, after = self._value(name, change["before"]), self._value(name, change["after"])
        if name == "time" and before == after:
            return self._say("readings", after=after)
        key = "changed" if before and after else "set" if after else "emptied"
        return self._say(key, field=self._label(name), before=before, after=after)

    def _value(self, name: str, plain: object) -> str:
        """Return a plain value in words or as it was typed; of a time the chosen reading."""
        for member in (member for kind in ENUMERATIONS.get(name, ()) for member in kind if plain and member == plain):
            return name_of(member, self._language)
        if name == "duration_s" and isinstance(plain, int):
            return clock(plain * 1000)
        if isinstance(plain, Mapping):
            readings, chosen = plain["readings"], plain.get("chosen")
            known = chosen is not None and not _is_file_date(plain)
            return _reading(readings[chosen]) if known else self._say("unknown")
        if isinstance(plain, list):
            return _short(", ".join(self._member(name, each) for each in plain))
        return _short(str(plain))

    def _member(self, name: str, plain: object) -> str:
        """Return one of several values."""
        if name == "marks" and isinstance(plain, Mapping):
            return f"{clock(plain['at_ms'])} {plain['text']}"
        return self._value(name, plain) if isinstance(plain, str) else str(plain)

    def _label(self, name: str) -> str:
        return section("history", self._language).get(f"field.{name}", name)

    def _joined(self, parts: Iterable[str]) -> str:
        """Return the parts with separators, but none after a sentence that ends by itself."""
        separator, told = self._say("separator"), ""
        for part in parts:
            told += (" " if told.endswith(SENTENCE_ENDS) else separator if told else "") + part
        return told

    def _say(self, key: str, **facts: object) -> str:
        return phrase("history", key, self._language, **facts)


SHOWN_CHARACTERS = {"minute": 16, "day": 10, "month": 7}
"""Of a time, as far as it is known: nobody stated the seconds of a typed minute."""


def _is_file_date(time: Payload) -> bool:
    """Tell whether all that was known is when the file was last changed (`EventTime.only_file_date`)."""
    reading = time["readings"][time["chosen"]]
    return reading["source"] == TimeSource.MODIFIED.value and time.get("decided") != 1


def _reading(reading: Payload) -> str:
    """Return a reading as its source has it, as exactly as it is known, with the offset that it states."""
    wall, offset_min = reading["wall"].replace("T", " "), reading.get("offset_min")
    wall = wall[: SHOWN_CHARACTERS.get(reading["precision"], len(wall))]
    if offset_min is None:
        return str(wall)
    hours, minutes = divmod(abs(offset_min), 60)
    return f"{wall} ({'-' if offset_min < 0 else '+'}{hours:02}:{minutes:02})"


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_VALUE else f"{text[:LONGEST_VALUE]}…"
