"""The command that reads: exports that wait, then what a machine makes out of each exhibit, and what it could not."""

import argparse
from collections.abc import Sequence
from typing import Any

from evidence_app.actions.import_exports import ImportReport, import_waiting
from evidence_app.actions.read_exhibits import ReadReport, ReadResult, ReadStatus, read_exhibits
from evidence_app.actions.search import refresh_index
from evidence_app.add_command import import_document, tell_import
from evidence_app.commands import OK, UNUSABLE, Call
from evidence_app.domain.exports import EVERYTHING
from evidence_app.phrases import Language, error_words, in_one_line, name_of


def read(call: Call, given: argparse.Namespace) -> int:
    """Read by machine what was not read yet; each exhibit's line is printed once its text is durable."""
    imports: list[ImportReport] = []

    def imported(report: ImportReport) -> None:
        imports.append(report)
        tell_import(call, report)

    with call.session(write=True) as session:
        import_waiting(session, given.dispute, EVERYTHING, call.progress, imported)
        report = read_exhibits(
            session, given.dispute, call.progress, lambda item: _tell_reading(call, item), again=given.again
        )
        refresh_index(session)
    call.answer(_reading_document(report, imports, call.language))
    call.say(call.words("read.total", read=report.count(ReadStatus.READ), failed=report.count(ReadStatus.FAILED)))
    if report.cancelled:
        call.complain(call.words("read.cancelled"))
    failed = report.count(ReadStatus.FAILED) or any(each.problem for each in imports)
    return UNUSABLE if report.cancelled or failed else OK


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
