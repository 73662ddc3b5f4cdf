"""The command that reads: what a machine made out of each exhibit, and which it could not read."""

import argparse
from typing import Any

from evidence_app.actions.read_exhibits import ReadReport, ReadResult, ReadStatus, read_exhibits
from evidence_app.actions.search import refresh_index
from evidence_app.commands import OK, UNUSABLE, Call
from evidence_app.phrases import Language, error_words, in_one_line, name_of


def read(call: Call, given: argparse.Namespace) -> int:
    """Read by machine what was not read yet; each exhibit's line is printed once its text is durable."""
    with call.session(write=True) as session:
        report = read_exhibits(
            session, given.dispute, call.progress, lambda item: _tell_reading(call, item), again=given.again
        )
        refresh_index(session)
    call.answer(_reading_document(report, call.language))
    call.say(call.words("read.total", read=report.count(ReadStatus.READ), failed=report.count(ReadStatus.FAILED)))
    if report.cancelled:
        call.complain(call.words("read.cancelled"))
    return UNUSABLE if report.cancelled or report.count(ReadStatus.FAILED) else OK


def _tell_reading(call: Call, item: ReadResult) -> None:
    why, _ = error_words(item.problem, call.language) if item.problem else ("", "")
    facts = {"number": item.exhibit.number, "name": item.exhibit.label, "lines": item.line_count, "why": why}
    facts |= {
        "events": item.event_count,
        "suggestions": item.suggestion_count,
        "kind": name_of(item.kind, call.language),
    }
    call.say(call.words(f"read.{item.status.value}", **facts))


def _reading_document(report: ReadReport, language: Language) -> dict[str, Any]:
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
        "cancelled": report.cancelled,
        **{status.value: report.count(status) for status in ReadStatus},
    }
