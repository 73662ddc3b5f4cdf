"""The commands that bring evidence in: adding files with the exports among them, and telling what exports hold."""

import argparse
import getpass
import os
import re
import shlex
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

from evidence_app.actions.add_evidence import AddReport, FileSource, ItemResult, ItemStatus, add_evidence
from evidence_app.actions.columns_again import columns_named
from evidence_app.actions.contacts import ADDRESS_BOOK
from evidence_app.actions.exports_at_hand import exports, unimported
from evidence_app.actions.import_exports import ImportReport, WhatToImport, import_waiting, survey_export
from evidence_app.actions.session import Session
from evidence_app.actions.unknown_tables import UnknownTable, possible_tables, unknown_tables
from evidence_app.add_arguments import PASSWORD_VARIABLE
from evidence_app.commands import OK, UNUSABLE, Call
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.exports import COLUMN_FIELDS, Choice, Hints, Survey, Unread
from evidence_app.domain.fields import clean
from evidence_app.errors import InputProblem, IntegrityFailure, JuzhengError
from evidence_app.phrases import (
    Language,
    ask_words,
    error_words,
    format_name,
    in_one_line,
    name_of,
    place_words,
    reason_words,
    warning_words,
)
from evidence_app.progress import Cancelled
from evidence_app.timeline_command import place_document

MOST_SHOWN = 10
"""Unread records, and other sides of an export, that are printed for a person; the JSON has more."""


def _columns(given: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Return which field stands under which heading. Raises InputProblem("column-unreadable")."""
    pairs = [each.partition("=") for each in given]
    for field, sign, heading in pairs:
        if field not in COLUMN_FIELDS or not heading.strip():
            raise InputProblem("column-unreadable", text=f"{field}{sign}{heading}")
    return tuple((field, heading) for field, _, heading in pairs)


def add(call: Call, given: argparse.Namespace) -> int:
    """Add files, then import the exports among them; each line is printed and flushed once that is durable."""
    hints = Hints(given.day_first, clean(given.owner), _columns(given.column))
    wanted = WhatToImport(Choice(tuple(given.only), given.since, given.until), hints, passwords=_passwords(call, given))
    sources = [FileSource(path) for path in given.paths]
    with call.session(write=True) as session:
        report = add_evidence(
            session,
            given.dispute,
            sources,
            call.progress,
            lambda item: tell_item(call, item),
            passwords=wanted.passwords,
        )
        among = frozenset(item.exhibit_id for item in report.items if item.exhibit_id)
        imports = _Imports(call, report.cancelled)
        imports.run(session, given.dispute, replace(wanted, among=among))
    call.answer(_add_document(report, imports, call.language))
    _tell_total(call, report)
    for table in imports.tables:
        call.complain(_table_words(call, table))
    if imports.cancelled:
        call.complain(call.words("add.cancelled"))
    return UNUSABLE if imports.cancelled or report.count(ItemStatus.REFUSED) else OK


class _Imports:
    """What came of the exports among what was added, and the tables that wait for somebody to name their columns."""

    def __init__(self, call: Call, cancelled: bool) -> None:
        self._call = call
        self.cancelled = cancelled
        self.reports: list[ImportReport] = []
        self.tables: list[UnknownTable] = []

    def run(self, session: Session, dispute_id: str, wanted: WhatToImport) -> None:
        """Import what is wanted, then look which tables are left; nothing after a cancel."""
        if self.cancelled:
            return
        try:
            import_waiting(session, dispute_id, wanted, self._call.progress, self._told)
            files = possible_tables(session, dispute_id, wanted.among or ())
            self.tables = unknown_tables(session, files, self._call.progress)
        except Cancelled:
            self.cancelled = True

    def _told(self, report: ImportReport) -> None:
        self.reports.append(report)
        tell_import(self._call, report)


def _table_words(call: Call, table: UnknownTable) -> str:
    """Return that a table waits, and how it is imported: with the columns that were proposed."""
    options = " ".join(f"--column {_quoted(f'{field}={heading}')}" for field, heading in table.proposal.columns)
    facts = {"number": table.exhibit.number, "name": table.exhibit.label}
    return call.words("add.table", **facts, options=options)


def _quoted(word: str) -> str:
    """Return a word as it can be pasted into a command: a heading is what somebody else wrote."""
    return word if _PLAIN_WORD.fullmatch(word) else shlex.quote(word)


_PLAIN_WORD = re.compile(r"[\w=./:-]+")


def _passwords(call: Call, given: argparse.Namespace) -> tuple[str, ...]:
    passwords: list[str] = [*given.password]
    if word := os.environ.get(PASSWORD_VARIABLE):
        passwords.append(word)
    if given.ask_password:
        with suppress(EOFError):  # nobody is there to answer
            passwords.append(getpass.getpass(call.words("add.password")))
    return tuple(passwords)


def tell_item(call: Call, item: ItemResult) -> None:
    """Print what became of an item."""
    why, advice = error_words(item.problem, call.language) if item.problem else ("", "")
    facts = {"number": item.number, "name": item.name, "why": why, "do": advice}
    call.say(call.words(f"add.{item.status.value}", **facts))


def _tell_total(call: Call, report: AddReport) -> None:
    call.say(
        call.words(
            "add.total",
            added=report.count(ItemStatus.ADDED),
            duplicate=report.count(ItemStatus.DUPLICATE),
            unread=report.count(ItemStatus.KEPT_UNREAD),
            refused=report.count(ItemStatus.REFUSED),
        )
    )


def _add_document(report: AddReport, imports: _Imports, language: Language) -> dict[str, Any]:
    return {
        "items": [item_document(item, language) for item in report.items],
        "imports": [import_document(each, language) for each in imports.reports],
        "tables": [_table_document(each) for each in imports.tables],
        **{status.value: report.count(status) for status in ItemStatus},
        "cancelled": imports.cancelled,
    }


def _table_document(table: UnknownTable) -> dict[str, Any]:
    return {
        "number": table.exhibit.number,
        "name": table.exhibit.label,
        "exhibit": table.exhibit.original.sha256,
        "columns": [{"field": field, "heading": heading} for field, heading in table.proposal.columns],
        "certain": table.proposal.certain and not table.proposal.asks,
    }


def item_document(item: ItemResult, language: Language) -> dict[str, Any]:
    """Return what became of an item."""
    return {
        "name": item.name,
        "status": item.status.value,
        "number": item.number or None,
        "exhibit": item.sha256 or None,
        "code": item.problem.code if item.problem else None,
        "message": _message(item.problem, language),
    }


def _message(problem: JuzhengError | None, language: Language) -> str | None:
    return in_one_line(error_words(problem, language), language) if problem else None


# -- imports -----------------------------------------------------------------------------------------------------------


def tell_import(call: Call, report: ImportReport) -> None:
    """Print what came of an import."""
    facts: dict[str, object] = {"number": report.exhibit.number, "name": report.exhibit.label}
    if report.problem is not None:
        why, advice = error_words(report.problem, call.language)
        call.say(call.words("import.failed", **facts, why=why, do=advice))
        return
    facts |= {"format": format_name(report.format, call.language), "read": report.read, "taken": report.taken}
    call.say(call.words("import.contacts" if report.format == ADDRESS_BOOK else "import.done", **facts))
    counts = {"known": report.known, "changed": len(report.changed), "left_out": report.left_out}
    for key, count in (counts | {"attachments": report.attachments}).items():
        if count:
            call.say(call.words(f"import.{key}", count=count))
    for code, count in report.warnings:
        call.say(call.words("import.warning", count=count, words=warning_words(code, call.language)))
    for code in report.asks:
        call.say("  " + ask_words(code, call.language))
    _tell_stated(call, report.stated_count, report.read + report.unread_count)
    _tell_unread(call, report.unread, report.unread_count)


def _tell_stated(call: Call, stated: int | None, found: int) -> None:
    """Say where an export holds fewer records, or more, than it says itself."""
    if stated is not None and stated != found:
        call.say(call.words("import.stated", stated=stated, found=found))


def _tell_unread(call: Call, unread: Sequence[Unread], count: int) -> None:
    if not count:
        return
    call.say(call.words("import.unread", count=count))
    for each in unread[:MOST_SHOWN]:
        facts = {"place": place_words(each.place, call.language), "why": reason_words(each.reason, call.language)}
        call.say(call.words("import.unread_at", **facts, words=each.words))
    if count > MOST_SHOWN:
        call.say(call.words("import.unread_more", count=count - MOST_SHOWN))


def import_document(report: ImportReport, language: Language) -> dict[str, Any]:
    """Return what came of an import in the stable form of the JSON."""
    return {
        "number": report.exhibit.number,
        "name": report.exhibit.label,
        "exhibit": report.exhibit.original.sha256,
        "format": report.format,
        "read": report.read,
        "taken": report.taken,
        "known": report.known,
        "changed": len(report.changed),
        "left_out": report.left_out,
        "unread": report.unread_count,
        "unread_places": _unread_documents(report.unread),
        "warnings": dict(report.warnings),
        "attachments": report.attachments,
        "asks": list(report.asks),
        "stated_count": report.stated_count,
        "code": report.problem.code if report.problem else None,
        "message": _message(report.problem, language),
    }


def _unread_documents(unread: Sequence[Unread]) -> list[dict[str, Any]]:
    return [{"place": place_document(each.place), "reason": each.reason, "words": each.words} for each in unread]


# -- surveys -----------------------------------------------------------------------------------------------------------


def tell_exports(call: Call, given: argparse.Namespace) -> int:
    """Print what the exports of a dispute hold, imported or not; changes nothing."""
    documents: list[dict[str, Any]] = []
    failed = 0
    with call.session() as session:
        waiting = {exhibit.id for exhibit in unimported(session, given.dispute)}
        for exhibit in exports(session, given.dispute):
            answered = columns_named(session, exhibit) if exhibit.id not in waiting else []
            try:
                survey = survey_export(session, exhibit.id, answered[-1] if answered else Hints(), call.progress)
            except (InputProblem, IntegrityFailure) as problem:
                failed += 1
                documents.append(_failed_document(exhibit, problem, call.language))
                facts = {"number": exhibit.number, "name": exhibit.label}
                call.say(call.words("import.failed", **facts, why=_message(problem, call.language), do=""))
                continue
            documents.append(_survey_document(exhibit, survey, imported=exhibit.id not in waiting))
            _tell_survey(call, exhibit, survey, imported=exhibit.id not in waiting)
    call.answer({"exports": documents})
    if not documents:
        call.say(call.words("exports.none"))
    return UNUSABLE if failed else OK


def _failed_document(exhibit: Exhibit, problem: JuzhengError, language: Language) -> dict[str, Any]:
    about = {"number": exhibit.number, "name": exhibit.label, "exhibit": exhibit.original.sha256}
    return about | {
        "format": exhibit.original.media.export,
        "code": problem.code,
        "message": _message(problem, language),
    }


def _survey_document(exhibit: Exhibit, survey: Survey, *, imported: bool) -> dict[str, Any]:
    return {
        "number": exhibit.number,
        "name": exhibit.label,
        "exhibit": exhibit.original.sha256,
        "format": survey.format,
        "imported": imported,
        "count": survey.count,
        "first": survey.first or None,
        "last": survey.last or None,
        "kinds": {kind.value: count for kind, count in survey.kinds},
        "parties": [
            {
                "party": each.party or None,
                "number": each.number or None,
                "count": each.count,
                "first": each.first or None,
                "last": each.last or None,
            }
            for each in survey.parties
        ],
        "attachments": survey.attachment_count,
        "attachments_named": survey.beside_count,
        "unread": survey.unread_count,
        "unread_places": _unread_documents(survey.unread),
        "asks": list(survey.asks),
        "stated_count": survey.stated_count,
        "note": survey.note or None,
        "code": None,
        "message": None,
    }


def _tell_survey(call: Call, exhibit: Exhibit, survey: Survey, *, imported: bool) -> None:
    facts = {"number": exhibit.number, "name": exhibit.label, "format": format_name(survey.format, call.language)}
    state = call.words("exports.imported" if imported else "exports.waiting")
    call.say(call.words("exports.line", **facts, count=survey.count, state=state))
    if survey.first:
        call.say(call.words("exports.period", first=_day(survey.first), last=_day(survey.last)))
    kinds = ", ".join(f"{name_of(kind, call.language)} {count}" for kind, count in survey.kinds)
    if kinds:
        call.say(f"  {kinds}")
    for each in survey.parties[:MOST_SHOWN]:
        name = " ".join(filter(None, (each.party, each.number))) or call.words("exports.nobody")
        call.say(call.words("exports.party", name=name, count=each.count))
    if len(survey.parties) > MOST_SHOWN:
        call.say(call.words("exports.parties_more", count=len(survey.parties) - MOST_SHOWN))
    for code in survey.asks:
        call.say("  " + ask_words(code, call.language))
    if survey.note:
        call.say("  " + warning_words(survey.note, call.language))
    _tell_stated(call, survey.stated_count, survey.count + survey.unread_count)
    _tell_unread(call, survey.unread, survey.unread_count)


def _day(wall: str) -> str:
    return wall[:10]
