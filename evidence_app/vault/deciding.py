"""What people decide about what a machine suggested: rows and the entries that say so, in one transaction.

A decision is one entry for each exhibit that it is about, however many suggestions and events that are: the entry names
every field that changes, so that it is replayed and taken back like an edit. An event that a person gives other words
has an entry of its own, which is erased with it.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import bindparam, select, update

from evidence_app.domain.custody import CustodyKind, Plain
from evidence_app.domain.deciding import (
    TOGETHER,
    Corrected,
    emptied,
    filled,
    is_carried,
    normalised,
    reading_of,
    without_accepted,
)
from evidence_app.domain.events import Event, EventKind, EventStatus
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.fields import FieldValue, checked, clean, editable_fields, plain
from evidence_app.domain.suggestions import TITLED_BY, Suggestion, SuggestionKind, SuggestionState
from evidence_app.domain.times import conflicts, with_more_readings
from evidence_app.errors import InputProblem
from evidence_app.vault.found import suggestion_from
from evidence_app.vault.joining import Joining
from evidence_app.vault.ledger import Subject
from evidence_app.vault.schema import EventRow, SuggestionRow
from evidence_app.vault.statements import in_parts, table_of

Decidable = Suggestion | Event | Exhibit
DecidableT = TypeVar("DecidableT", bound=Decidable)

_ID = "decided_suggestion_id"
"""Names the suggestion in a statement; no column may have that name."""

NOTHING_REWORDED: Mapping[str, str] = {}

DECIDED_FIELDS = ("state", "decided_value", "decided_due")
"""What a decision changes in a suggestion."""


@dataclass(frozen=True, slots=True)
class _About:
    """The entry that a change belongs to: of which dispute and exhibit, and whether it is never disclosed.

    ``event_id`` is that of an event whose words a person changed: they are erased with it. Empty for other changes.
    """

    dispute_id: str
    exhibit_id: str
    private: bool
    event_id: str = ""


@dataclass(slots=True)
class Decision:
    """The changes of one decision: what each thing was, what it is to be, and what the log says of it.

    ``together`` tells that several things were accepted at once: nobody said anything of a single one then.
    """

    kind: CustodyKind
    together: bool = False
    before: dict[str, Decidable] = field(default_factory=dict)
    after: dict[str, Decidable] = field(default_factory=dict)
    changes: defaultdict[_About, list[Plain]] = field(default_factory=lambda: defaultdict(list))

    def now(self, thing: DecidableT) -> DecidableT:
        """Return a thing with what was changed in it so far."""
        after = self.after.get(thing.id, thing)
        return after if isinstance(after, type(thing)) else thing

    def change(self, thing: Decidable, values: Mapping[str, Any]) -> None:
        """Change fields of a thing; those that hold the value already stay."""
        known: Any = self.now(thing)
        self.before.setdefault(thing.id, thing)
        about = replace(_about(thing), event_id=thing.id) if "text" in values else _about(thing)
        for name, value in values.items():
            before = getattr(known, name)
            if before != value:
                said: dict[str, Plain] = {"what": _what(thing), "id": thing.id, "field": name}
                said |= {"before": plain(before), "after": plain(value)}
                if isinstance(thing, Suggestion):
                    said["kind"] = thing.kind.value
                self.changes[about].append(said)
        self.after[thing.id] = replace(known, **values)


class Deciding(Joining):
    """The part of a write transaction that decides about suggestions and suggested events."""

    def accept(
        self,
        ids: Sequence[str],
        corrected: Mapping[str, Corrected],
        *,
        together: bool = False,
        reworded: Mapping[str, str] = NOTHING_REWORDED,
    ) -> list[int]:
        """Accept suggestions and suggested events, those in ``corrected`` as a person has them; return the entries.

        What is accepted already stays as it is; what was dismissed is taken up again. An accepted suggestion fills the
        field that it is about, unless that says something else; an accepted event accepts what its fields carry.
        The entries say whether all was accepted ``together``; what is of more than one event or file always is.
        ``reworded`` are titles that wait, by id, as they read once what they tell of is corrected.
        Raises InputProblem: ``suggestion-unknown``, ``field-…`` for values that cannot be.
        """
        suggestions, events = self._decidable(ids)
        told_of = {each.event_id or each.exhibit_id for each in suggestions} | {each.id for each in events}
        decision = Decision(CustodyKind.ACCEPT, together or len(told_of) > 1)
        for event in events:
            self._accept_event(decision, event, corrected.get(event.id))
        accepted = {event.id: decision.now(event) for event in events}
        carried = [each for each in self._waiting_in(events) if is_carried(accepted[each.event_id], each)]
        homes = self._homes([*suggestions, *carried])
        for suggestion in [*suggestions, *(each for each in carried if each.id not in ids)]:
            self._accept_suggestion(decision, suggestion, corrected.get(suggestion.id), homes)
        for title in self._suggestions_by_id(list(reworded)).values():
            if decision.now(title).state is SuggestionState.WAITING:
                decision.change(title, {"decided_value": clean(reworded[title.id])})
        return self.write_decision(decision)

    def dismiss(self, ids: Sequence[str], reason: str) -> list[int]:
        """Dismiss suggestions, and events that a machine read with what it suggested of them; return the entries.

        Dismissed events are set aside for the reason; a field that has a dismissed value is emptied. Titles that wait
        and tell of what is dismissed go with it, on all exhibits that show it.
        Raises InputProblem: ``suggestion-unknown``, ``reason-missing``.
        """
        suggestions, events = self._decidable(ids)
        if events and not reason.strip():
            raise InputProblem("reason-missing")
        decision = Decision(CustodyKind.DISMISS)
        homes = self._homes(suggestions)
        for event in events:
            if not event.set_aside:
                decision.change(event, {"set_aside": clean(reason.strip())})
        for suggestion in suggestions:
            self._dismiss_suggestion(decision, suggestion, homes)
        for suggestion in [*self._waiting_in(events), *self._titles_telling_of(suggestions)]:
            decision.change(suggestion, {"state": SuggestionState.DISMISSED})
        return self.write_decision(decision)

    # -- one thing --------------------------------------------------------------------------------------------------

    def _accept_event(self, decision: Decision, event: Event, given: Corrected | None) -> None:
        values: dict[str, Any] = {"status": EventStatus.ACCEPTED, "set_aside": ""}
        if given is not None:
            values["text"] = checked(Event, "text", given.value)
        decision.change(event, values)

    def _accept_suggestion(
        self, decision: Decision, suggestion: Suggestion, given: Corrected | None, homes: Mapping[str, Event]
    ) -> None:
        made = given or Corrected(suggestion.proposed, suggestion.due)
        if given is not None:
            made = replace(given, value=normalised(suggestion.kind, given.value))
        values = {"state": SuggestionState.ACCEPTED, "decided_value": made.value, "decided_due": made.due}
        decision.change(suggestion, values)
        home = homes.get(suggestion.id)
        if suggestion.kind is SuggestionKind.TITLE:
            exhibit = decision.now(self.exhibit(suggestion.exhibit_id))
            if exhibit.title in ("", suggestion.value, suggestion.decided_value):
                decision.change(exhibit, {"title": made.value})
        elif suggestion.kind is SuggestionKind.TIME and home is not None:
            known = without_accepted(decision.now(home).time, suggestion)
            time = with_more_readings(known, [reading_of(suggestion, made.value)])
            contradicts = len(conflicts(time, self._zone_of(home.dispute_id))) > len(
                conflicts(known, self._zone_of(home.dispute_id))
            )
            decision.change(home, {"time": known if contradicts else time})
        elif home is not None:
            decision.change(home, filled(decision.now(home), suggestion, made))

    def _dismiss_suggestion(self, decision: Decision, suggestion: Suggestion, homes: Mapping[str, Event]) -> None:
        decision.change(suggestion, {"state": SuggestionState.DISMISSED, "decided_value": "", "decided_due": None})
        home, title = homes.get(suggestion.id), suggestion.decided_value
        if suggestion.kind is SuggestionKind.TITLE and title:
            exhibit = decision.now(self.exhibit(suggestion.exhibit_id))
            if exhibit.title == title:
                decision.change(exhibit, {"title": ""})
        elif suggestion.kind is SuggestionKind.TIME and home is not None:
            decision.change(home, {"time": without_accepted(decision.now(home).time, suggestion)})
        elif home is not None:
            decision.change(home, emptied(decision.now(home), suggestion))

    # -- what is decided about ----------------------------------------------------------------------------------------

    def _decidable(self, ids: Sequence[str]) -> tuple[list[Suggestion], list[Event]]:
        """Return the suggestions and the machine-read events of some ids.

        Raises InputProblem: ``suggestion-unknown``, ``dispute-set-aside``.
        """
        wanted = list(dict.fromkeys(ids))
        suggestions = self._suggestions_by_id(wanted)
        rest = [each for each in wanted if each not in suggestions]
        events = {each.id: each for each in self._events_by_id(rest).values() if each.read_from}
        missing = next((each for each in rest if each not in events), None)
        withdrawn = next((each.id for each in suggestions.values() if each.state is SuggestionState.WITHDRAWN), None)
        if missing or withdrawn:
            raise InputProblem("suggestion-unknown", id=str(missing or withdrawn))
        disputes = {each.dispute_id for each in suggestions.values()} | {each.dispute_id for each in events.values()}
        for dispute_id in disputes:
            self.dispute(dispute_id)  # refuses one that is set aside
        return list(suggestions.values()), list(events.values())

    def _suggestions_by_id(self, ids: Sequence[str]) -> dict[str, Suggestion]:
        found: dict[str, Suggestion] = {}
        for part in in_parts(ids):
            query = select(SuggestionRow).where(SuggestionRow.id.in_(part))
            found |= {row.id: suggestion_from(row) for row in self._session.scalars(query)}
        return {each: found[each] for each in ids if each in found}

    def suggestions_to_accept(self, ids: Sequence[str]) -> list[Suggestion]:
        """Return the suggestions among some ids, and those that wait in events among them."""
        named = self._suggestions_by_id(list(dict.fromkeys(ids)))
        events = list(self._events_by_id([each for each in dict.fromkeys(ids) if each not in named]).values())
        return list((named | {each.id: each for each in self._waiting_in(events)}).values())

    def _waiting_in(self, events: Sequence[Event]) -> list[Suggestion]:
        """Return the suggestions that wait and stand in some events."""
        found: list[Suggestion] = []
        for part in in_parts(events):
            query = select(SuggestionRow).where(
                SuggestionRow.event_id.in_([event.id for event in part]),
                SuggestionRow.state == SuggestionState.WAITING.value,
            )
            rows = self._session.scalars(query.order_by(SuggestionRow.seq, SuggestionRow.position))
            found += [suggestion_from(row) for row in rows]
        return found

    def _titles_telling_of(self, dismissed: Sequence[Suggestion]) -> list[Suggestion]:
        """Return the titles that wait and tell of events of which nothing is left now that a title could tell of."""
        ids = {each.id for each in dismissed}
        event_ids = {each.event_id for each in dismissed if each.kind in TITLED_BY} - {""}
        told = sorted(self.untitled(event_ids, ids))
        waiting = (
            SuggestionRow.kind == SuggestionKind.TITLE.value,
            SuggestionRow.state == SuggestionState.WAITING.value,
        )
        rows = [
            row
            for part in in_parts(told)
            for row in self._session.scalars(select(SuggestionRow).where(SuggestionRow.event_id.in_(part), *waiting))
        ]
        return [each for each in map(suggestion_from, rows) if each.id not in ids]

    def _homes(self, suggestions: Sequence[Suggestion]) -> dict[str, Event]:
        """Return the event whose fields each suggestion is about: the one it stands in, else that of the file."""
        events = self._events_by_id(list({each.event_id for each in suggestions if each.event_id}))
        files = self._documents({each.exhibit_id for each in suggestions})
        homes = {}
        for each in suggestions:
            own = None if each.kind is SuggestionKind.TIME else events.get(each.event_id)
            home = own or files.get(each.exhibit_id)
            if home is not None:
                homes[each.id] = home
        return homes

    def _documents(self, exhibit_ids: set[str]) -> dict[str, Event]:
        """Return the events that stand for files, by exhibit."""
        ids: list[str] = []
        for part in in_parts(sorted(exhibit_ids)):
            query = select(EventRow.id).where(
                EventRow.first_exhibit_id.in_(part),
                EventRow.kind == EventKind.DOCUMENT.value,
            )
            ids += self._session.scalars(query)
        return {event.exhibit_ids[0]: event for event in self._events_by_id(ids).values()}

    # -- rows and log -------------------------------------------------------------------------------------------------

    def write_decision(self, decision: Decision, undoes: int | None = None) -> list[int]:
        """Write what a decision changes, and the entries that say so; return their numbers."""
        suggestions = []
        for thing_id, before in decision.before.items():
            after = decision.after[thing_id]
            if isinstance(before, Event) and isinstance(after, Event):
                self._apply_to_event(before, after)
            elif isinstance(before, Exhibit) and isinstance(after, Exhibit):
                self._apply(before, {"title": after.title})
            elif isinstance(after, Suggestion):
                suggestions.append(after)
        self._update_suggestions(suggestions)
        return [self._log_decision(decision, about, said, undoes) for about, said in decision.changes.items()]

    def _update_suggestions(self, suggestions: Sequence[Suggestion]) -> None:
        if not suggestions:
            return
        table = table_of(SuggestionRow)
        values: dict[str, Any] = {name: bindparam(f"new_{name}") for name in DECIDED_FIELDS}
        rows = [
            {_ID: each.id} | {f"new_{name}": plain(getattr(each, name)) for name in DECIDED_FIELDS}
            for each in suggestions
        ]
        self._session.execute(update(table).where(table.c.id == bindparam(_ID)).values(values), rows)
        self._session.expire_all()

    def _log_decision(self, decision: Decision, about: _About, changes: Sequence[Plain], undoes: int | None) -> int:
        payload: dict[str, Plain] = {"exhibit": about.exhibit_id, "changes": changes}
        if decision.together:
            payload[TOGETHER] = 1
        if undoes is not None:
            payload["undoes"] = undoes
        subject = Subject(about.exhibit_id, about.event_id or None, private=about.private)
        return self._log(about.dispute_id, decision.kind, payload, subject)

    # -- taking back --------------------------------------------------------------------------------------------------

    def take_back_decision(self, kind: CustodyKind, payload: Mapping[str, Any], seq: int) -> int:
        """Undo one entry of a decision by another. Raises InputProblem("changed-since")."""
        changes = payload["changes"]
        things = self._things(changes)
        decision = Decision(kind)
        for change in reversed(changes):
            thing = things.get(change["id"])
            if thing is None or plain(getattr(decision.now(thing), change["field"])) != change["after"]:
                raise InputProblem("changed-since", seq=seq)
            decision.change(thing, {change["field"]: _parsed(thing, change["field"], change["before"])})
        return self.write_decision(decision, seq)[0]

    def _things(self, changes: Sequence[Mapping[str, Any]]) -> dict[str, Decidable]:
        ids: defaultdict[str, list[str]] = defaultdict(list)
        for change in changes:
            ids[change["what"]].append(change["id"])
        things: dict[str, Decidable] = {}
        things |= self._suggestions_by_id(list(dict.fromkeys(ids["suggestion"])))
        things |= self._events_by_id(list(dict.fromkeys(ids["event"])))
        return things | {each: self.exhibit(each) for each in dict.fromkeys(ids["exhibit"])}


def _what(thing: Decidable) -> str:
    return type(thing).__name__.lower()


def _about(thing: Decidable) -> _About:
    """Return the entry that a change of a thing belongs to: the exhibit with which it would be erased."""
    match thing:
        case Suggestion():
            return _About(thing.dispute_id, thing.exhibit_id, thing.kind is SuggestionKind.REDACTION)
        case Event():
            return _About(thing.dispute_id, thing.read_from or thing.exhibit_ids[0], private=False)
        case Exhibit():
            return _About(thing.dispute_id, thing.id, private=False)


def _parsed(thing: Decidable, name: str, value: Plain) -> FieldValue | SuggestionState | date:
    """Read a plain value as the field of a thing has it."""
    if not isinstance(thing, Suggestion):
        return editable_fields(thing)[name].parse(value)
    match name:
        case "state":
            return SuggestionState(str(value))
        case "decided_due":
            return date.fromisoformat(str(value)) if value else None
    return str(value)
