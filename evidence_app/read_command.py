"""The command that reads: exports that wait, what is written on exhibits, and what imported messages name."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from evidence_app.actions.exhibits import list_exhibits
from evidence_app.actions.import_exports import ALL_THAT_WAITS, ImportReport, import_waiting
from evidence_app.actions.key_frames import take_key_frames, waiting_films
from evidence_app.actions.read_exhibits import ReadReport, ReadResult, ReadStatus, read_exhibits
from evidence_app.actions.read_messages import MessagesRead, read_messages
from evidence_app.actions.search import refresh_index
from evidence_app.add_command import import_document, item_document, tell_import, tell_item
from evidence_app.commands import OK, UNUSABLE, Call
from evidence_app.domain.exhibits import Exhibit
from evidence_app.errors import InputProblem
from evidence_app.phrases import Language, error_words, in_one_line, name_of
from evidence_app.progress import Cancelled

if TYPE_CHECKING:
    from evidence_app.actions.session import Session


def read(call: Call, given: argparse.Namespace) -> int:
    """Read by machine what was not read yet; each exhibit's line is printed once its text is durable."""
    imports: list[ImportReport] = []

    def imported(report: ImportReport) -> None:
        imports.append(report)
        tell_import(call, report)

    with call.session(write=True) as session:
        import_waiting(session, given.dispute, ALL_THAT_WAITS, call.progress, imported)
        for film in waiting_films(session, given.dispute):
            take_pictures(call, session, film)
        report = read_exhibits(
            session, given.dispute, call.progress, lambda item: _tell_reading(call, item), again=given.again
        )
        messages = _look_through(call, session, given, cancelled=report.cancelled)
        report = replace(report, cancelled=messages.cancelled)
        refresh_index(session)
    call.answer(_reading_document(report, imports, call.language) | {"messages": _messages_document(messages.items)})
    call.say(call.words("read.total", read=report.count(ReadStatus.READ), failed=report.count(ReadStatus.FAILED)))
    if report.cancelled:
        call.complain(call.words("read.cancelled"))
    failed = report.count(ReadStatus.FAILED) or any(each.problem for each in imports)
    return UNUSABLE if report.cancelled or failed else OK


@dataclass(frozen=True, slots=True)
class _LookedThrough:
    """What came of looking through imported messages."""

    items: Sequence[MessagesRead]
    cancelled: bool


def _look_through(call: Call, session: "Session", given: argparse.Namespace, *, cancelled: bool) -> _LookedThrough:
    items: list[MessagesRead] = []

    def kept(item: MessagesRead) -> None:
        items.append(item)
        _tell_messages(call, item)

    try:
        if not cancelled:
            read_messages(session, given.dispute, call.progress, kept, again=given.again)
    except Cancelled:
        cancelled = True
    return _LookedThrough(items, cancelled)


def _tell_messages(call: Call, item: MessagesRead) -> None:
    facts = {"number": item.exhibit.number, "name": item.exhibit.label, "messages": item.messages}
    call.say(
        call.words(
            "read.messages" if item.messages else "read.messages_again",
            **facts,
            looked_into=item.looked_into,
            theirs=item.from_institution,
            suggestions=item.suggestion_count,
        )
    )
    if item.passed_over:
        call.complain(call.words("read.passed_over", **facts, count=item.passed_over))


def _messages_document(items: Sequence[MessagesRead]) -> list[dict[str, Any]]:
    return [
        {
            "name": item.exhibit.label,
            "number": item.exhibit.number,
            "exhibit": item.exhibit.original.sha256,
            "messages": item.messages,
            "looked_into": item.looked_into,
            "from_institution": item.from_institution,
            "passed_over": item.passed_over,
            "suggestions": item.suggestion_count,
        }
        for item in items
    ]


def frames(call: Call, given: argparse.Namespace) -> int:
    """Take the pictures on which a film rests out of it, and add them as exhibits."""
    with call.session(write=True) as session:
        exhibits = list_exhibits(session, given.dispute)
        film = next((each for each in exhibits if each.number == given.number), None)
        if film is None:
            raise InputProblem("exhibit-unknown", id=str(given.number))
        report = take_key_frames(session, film.id, call.progress, lambda item: tell_item(call, item))
    call.answer({"items": [item_document(item, call.language) for item in report.items], "cancelled": report.cancelled})
    return UNUSABLE if report.cancelled else OK


def take_pictures(call: Call, session: "Session", film: Exhibit) -> None:
    """Take the pictures out of a recording of a screen; one that cannot be decoded costs nothing else."""
    try:
        take_key_frames(session, film.id, call.progress, lambda item: tell_item(call, item))
    except InputProblem as problem:
        call.complain(in_one_line(error_words(problem, call.language), call.language))


def _tell_reading(call: Call, item: ReadResult) -> None:
    why, _ = error_words(item.problem, call.language) if item.problem else ("", "")
    facts = {"number": item.exhibit.number, "name": item.exhibit.label, "lines": item.line_count, "why": why}
    facts |= {
        "events": item.event_count,
        "suggestions": item.suggestion_count,
        "kind": name_of(item.kind, call.language),
    }
    call.say(call.words(f"read.{item.status.value}", **facts))


def _reading_document(report: ReadReport, imports: Sequence[ImportReport], language: Language) -> dict[str, Any]:
    return {
        "items": [
            {
                "name": item.exhibit.label,
                "status": item.status.value,
                "number": item.exhibit.number,
                "exhibit": item.exhibit.original.sha256,
                "lines": item.line_count,
                "page_kind": item.kind.value,
                "events": item.event_count,
                "suggestions": item.suggestion_count,
                "code": item.problem.code if item.problem else None,
                "message": in_one_line(error_words(item.problem, language), language) if item.problem else None,
            }
            for item in report.items
        ],
        "imports": [import_document(each, language) for each in imports],
        "cancelled": report.cancelled,
        **{status.value: report.count(status) for status in ReadStatus},
    }
