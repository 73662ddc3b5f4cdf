"""The commands about what a machine suggested: what waits, accepting it and dismissing it."""

import argparse
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from evidence_app.arguments import Choices, Parser, amount, day_or_none, whole_number
from evidence_app.commands import OK, Call, printable
from evidence_app.domain.events import EventKind
from evidence_app.domain.suggestions import Suggestion, SuggestionKind
from evidence_app.errors import InputProblem
from evidence_app.phrases import name_of

if TYPE_CHECKING:
    from decimal import Decimal

    from evidence_app.actions.session import Session
    from evidence_app.actions.suggestions import Corrected

KINDS = Choices(*SuggestionKind, *EventKind)
"""What can be accepted at once; what is a kind of suggestions and of events means both."""

OBSERVATIONS = frozenset({SuggestionKind.URL, SuggestionKind.THREAT, SuggestionKind.THIRD_PARTY})
"""Kinds that stand in a list of their own in JSON."""


def add_arguments(accept: Parser, dismiss: Parser) -> None:
    """Name what each command takes."""
    accept.add_argument("ids", nargs="+", metavar="ID")
    dismiss.add_argument("ids", nargs="+", metavar="ID")
    accept.add_argument("--all", action="store_true")
    accept.add_argument("--kind", choices=KINDS)
    accept.add_argument("--exhibit", type=whole_number, metavar="NUMBER")
    accept.add_argument("--value")
    accept.add_argument("--amount", type=amount)
    accept.add_argument("--due", type=day_or_none, metavar="DATE")
    dismiss.add_argument("--reason", default="")


def suggestions(call: Call, given: argparse.Namespace) -> int:
    """Print what waits for a person."""
    from evidence_app.actions.suggestions import waiting_on_exhibits

    with call.session() as session:
        waiting, exhibits, records, naming = waiting_on_exhibits(session, given.dispute)
    hashes = {exhibit.id: exhibit.original.sha256 for exhibit in exhibits.values()}
    observed = [each for each in waiting if each.kind in OBSERVATIONS]
    call.answer(
        {
            "suggestions": [_document(each, hashes, records) for each in waiting if each.kind not in OBSERVATIONS],
            "observations": [_document(each, hashes, records) for each in observed],
        }
    )
    for each in waiting:
        told = [call.words("suggestions.naming")] if each.id in naming else []
        call.say(printable("  ".join([_line(call, each, exhibits[each.exhibit_id].number), *told])))
    if not waiting:
        call.say(call.words("suggestions.empty"))
    return OK


def _document(each: Suggestion, hashes: dict[str, str], records: Mapping[str, str]) -> dict[str, Any]:
    """Return a suggestion in the stable form of ``suggestions --json``."""
    is_promise = each.kind is SuggestionKind.PROMISE
    return {
        "id": each.id,
        "kind": each.kind.value,
        "value": {"text": each.value, "due": each.due.isoformat() if each.due else None}
        if is_promise
        else each.proposed,
        "quote": each.quote,
        "exhibit": hashes[each.exhibit_id],
        "region": list(each.place.region) if each.place.is_seen else None,
        "confidence": each.confidence,
        "page": each.place.page_index if each.place.is_seen else None,
        "place": records.get(each.event_id),
        "event": each.event_id or None,
    }


def _line(call: Call, each: Suggestion, number: int) -> str:
    line = call.words(
        "suggestions.line", id=each.id, number=number, kind=name_of(each.kind, call.language), value=each.proposed
    )
    due = [call.words("suggestions.due", due=each.due.isoformat())] if each.due else []
    said = " ".join(each.quote.splitlines())
    quote = (
        [call.words("suggestions.quote" if each.place.is_seen else "suggestions.said", quote=said)]
        if each.quote != each.value
        else []
    )
    return "  ".join([line, *due, *quote])


def accept(call: Call, given: argparse.Namespace) -> int:
    """Accept suggestions and suggested events."""
    from evidence_app.actions.edit import edit_event
    from evidence_app.actions.suggestions import accept as accept_each

    if given.all:
        return _accept_all(call, given)
    if given.kind is not None or given.exhibit is not None:  # these say of which all
        raise InputProblem("option-needed", option="--all")
    with call.session(write=True) as session:
        said = _amount_of_event(session, given)
        entries = accept_each(session, given.ids, _corrected(session, given))
        edited = edit_event(session, given.ids[0], {"amount": said}) if said is not None else None
        entries = [*entries, *([] if edited is None else [edited])]
    return _tell(call, "accept", entries)


def _accept_all(call: Call, given: argparse.Namespace) -> int:
    """Accept what waits of a kind, on an exhibit, or of a kind on an exhibit: never all that waits in a dispute."""
    from evidence_app.actions.suggestions import accept_waiting

    for option, value in (("--value", given.value), ("--due", given.due), ("--amount", given.amount)):
        if value is not None:
            raise InputProblem("options-exclusive", option="--all", other=option)
    if given.kind is None and given.exhibit is None:  # before a vault is opened, which may be in use
        raise InputProblem("kind-or-exhibit-needed")
    kind = _kind(given.kind) if given.kind is not None else None
    with call.session(write=True) as session:
        said = [accept_waiting(session, each, kind=kind, number=given.exhibit) for each in given.ids]
    count, entries = sum(each.accepted for each in said), [seq for each in said for seq in each.entries]
    call.answer({"entries": entries, "accepted": count})
    call.say(call.words("accept.all", accepted=count, count=len(entries)) if count else call.words("decide.nothing"))
    return OK


def _kind(value: str) -> SuggestionKind | EventKind:
    return SuggestionKind(value) if value in list(SuggestionKind) else EventKind(value)


def _corrected(session: "Session", given: argparse.Namespace) -> "dict[str, Corrected]":
    """Return what the options change of the one thing that is accepted."""
    from evidence_app.actions.suggestions import Corrected, find_suggestion

    if given.value is None and given.due is None:
        return {}
    if len(given.ids) != 1:
        raise InputProblem("one-id-needed")
    known = find_suggestion(session, given.ids[0])
    if given.due is not None and (known is None or known.kind is not SuggestionKind.PROMISE):
        raise InputProblem("no-promise", id=given.ids[0])
    value = given.value if given.value is not None else known.value if known else _needed(given.value, "--value")
    due = known.due if known else None
    return {given.ids[0]: Corrected(value, due if given.due is None else given.due or None)}


def _amount_of_event(session: "Session", given: argparse.Namespace) -> "Decimal | None":
    """Return what the one event that is accepted amounts to as a person has it, None where nothing was said.

    Raises InputProblem: ``one-id-needed``, ``event-unknown`` for a suggestion, ``amount-unreadable``.
    """
    from evidence_app.actions.timeline import event_detail
    from evidence_app.domain.money import parse_amount

    if given.amount is None:
        return None
    if len(given.ids) != 1:
        raise InputProblem("one-id-needed")
    event_detail(session, given.ids[0])
    return parse_amount(given.amount)


def _needed(value: str | None, option: str) -> str:
    if value is None:
        raise InputProblem("option-needed", option=option)
    return value


def dismiss(call: Call, given: argparse.Namespace) -> int:
    """Dismiss suggestions and machine-read events."""
    from evidence_app.actions.suggestions import dismiss as dismiss_each

    with call.session(write=True) as session:
        entries = dismiss_each(session, given.ids, given.reason or call.words("dismiss.reason"))
    return _tell(call, "dismiss", entries)


def _tell(call: Call, command: str, entries: Sequence[int]) -> int:
    call.answer({"entries": list(entries)})
    call.say(call.words(f"{command}.done", count=len(entries)) if entries else call.words("decide.nothing"))
    return OK
