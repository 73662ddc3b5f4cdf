"""One call of the command line, and the commands for disputes and backups.

A command calls one action and prints what came of it, for people or as JSON.
"""

import argparse
import json
import os
import sys
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from evidence_app.domain.disputes import DisputeSummary, DisputeType
from evidence_app.domain.money import plain_amount
from evidence_app.errors import EnvironmentProblem
from evidence_app.phrases import Language, name_of, phrase
from evidence_app.progress import Cancelled

if TYPE_CHECKING:
    from evidence_app.actions.session import Session

OK, FAILS, UNUSABLE, CANNOT_CHECK = 0, 1, 2, 3


class TerminalProgress:
    """Draws progress on stderr where a person watches; Ctrl+C cancels."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._total, self._done, self._unit = 0, 0, "file"
        self._cancelled = False
        self._watched = sys.stderr.isatty()

    def start(self, total: int, unit: str) -> None:
        """Begin a stage of ``total`` units."""
        self._total, self._done, self._unit = total, 0, unit

    def advance(self, count: int = 1) -> None:
        """Draw that ``count`` more units are done."""
        self._done += count
        if self._watched:
            total = self._total if self._done <= self._total else "?"  # an estimate that turned out too low
            words = phrase("commands", f"progress.{self._unit}", self._language, done=self._done, total=total)
            sys.stderr.write(f"\r\x1b[2K{words}\r")
            sys.stderr.flush()

    def check(self) -> None:
        """Raise Cancelled after Ctrl+C."""
        if self._cancelled:
            raise Cancelled

    def cancel(self) -> None:
        """Ask the task to stop at its next check; asked twice, stop at once."""
        if self._cancelled:
            raise KeyboardInterrupt
        self._cancelled = True


@dataclass
class Call:
    """One call of the command line: which vault, in which language, for a person or a program."""

    folder: Path | None
    language: Language
    as_json: bool
    progress: TerminalProgress = field(init=False)

    def __post_init__(self) -> None:
        self.progress = TerminalProgress(self.language)

    @property
    def vault(self) -> Path:
        """The vault's folder."""
        from evidence_app.actions.session import default_vault_folder

        return self.folder or default_vault_folder()

    @contextmanager
    def session(self, *, write: bool = False, create: bool = False) -> "Iterator[Session]":
        """Open the vault for the length of the block."""
        from evidence_app.actions.session import open_session

        session = open_session(self.vault, read_only=not write, create=create)
        try:
            yield session
        finally:
            session.close()

    def words(self, key: str, **facts: object) -> str:
        """Return a phrase of the command line; facts are made printable."""
        return phrase("commands", key, self.language, **{name: printable(str(fact)) for name, fact in facts.items()})

    def say(self, text: str) -> None:
        """Print lines for a person, made printable before; nothing when a program listens."""
        if not self.as_json:
            write_out(text)

    def complain(self, text: str) -> None:
        """Print a line on stderr; where that leads nowhere, the exit code has to do."""
        with suppress(OSError):
            print(printable(text), file=sys.stderr, flush=True)

    def answer(self, document: dict[str, Any]) -> None:
        """Print the one JSON document, if that is wanted."""
        if self.as_json:
            write_out(json.dumps(document, ensure_ascii=False, indent=1))


def write_out(text: str) -> None:
    """Print a line on stdout. Raises EnvironmentProblem("output-unwritable"), BrokenPipeError if nobody reads it."""
    try:
        print(text, flush=True)
    except BrokenPipeError:
        raise
    except OSError as error:  # it leads into a file on a full disk, for example
        close_output()
        raise EnvironmentProblem("output-unwritable", reason=error.strerror or "") from error


def close_output() -> None:
    """Let what is still waiting to be printed go nowhere: Python would complain about it at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def printable(text: str) -> str:
    """Return text that cannot steer a terminal: control and direction characters of evidence become visible."""
    return "".join(
        char if unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Zl", "Zp"} else f"\\u{ord(char):04x}"
        for char in text
    )


def changed(call: Call, do: "Callable[[Session], int | None]") -> int:
    """Change something in the vault, and tell whether anything differed; ``do`` returns the custody entry."""
    with call.session(write=True) as session:
        seq = do(session)
    call.answer({"entry": seq})
    call.say(call.words("workspace.changed" if seq is not None else "workspace.unchanged"))
    return OK


def new(call: Call, given: argparse.Namespace) -> int:
    """Open a dispute; creates the vault if there is none."""
    from evidence_app.actions.disputes import NewDispute, new_dispute
    from evidence_app.actions.session import location_warnings

    wanted = NewDispute(
        title=given.title, type=DisputeType(given.type), institution=given.institution, zone_name=given.zone
    )
    for warning in location_warnings(call.vault):
        call.complain(call.words(f"warning.{warning}", folder=call.vault))
    with call.session(write=True, create=True) as session:
        dispute = new_dispute(session, wanted)
    call.say(call.words("new.done", folder=call.vault))
    write_out(dispute.id)
    return OK


def list_disputes(call: Call, given: argparse.Namespace) -> int:
    """Print all disputes."""
    from evidence_app.actions import disputes

    with call.session() as session:
        summaries = disputes.list_disputes(session)
        currencies = [disputes.usual_currency(session, each.dispute.id) for each in summaries]
    call.answer({"disputes": list(map(_dispute_document, summaries, currencies))})
    for summary in summaries:
        dispute = summary.dispute
        call.say(
            call.words(
                "list.line",
                id=dispute.id,
                title=dispute.title,
                type=name_of(dispute.type, call.language),
                institution=dispute.institution,
                exhibits=summary.exhibit_count,
                events=summary.event_count,
            )
        )
    if not summaries:
        call.say(call.words("list.empty"))
    return OK


def _dispute_document(summary: DisputeSummary, currency: str) -> dict[str, Any]:
    dispute = summary.dispute
    return {
        "id": dispute.id,
        "title": dispute.title,
        "type": dispute.type.value,
        "institution": dispute.institution,
        "aliases": list(dispute.aliases),
        "status": dispute.status.value,
        "zone": dispute.zone_name,
        "amount": plain_amount(dispute.amount) or None,
        "currency": currency,
        "complainant": dispute.complainant or None,
        "complainant_contact": dispute.complainant_contact or None,
        "representative": dispute.representative or None,
        "representative_contact": dispute.representative_contact or None,
        "summary": dispute.summary or None,
        "demands": list(dispute.demands),
        "disputed_since": dispute.disputed_since.isoformat() if dispute.disputed_since else None,
        "created_at": dispute.created_at.isoformat(),
        "exhibits": summary.exhibit_count,
        "events": summary.event_count,
        "open_conflicts": summary.open_conflict_count,
    }


def backup(call: Call, given: argparse.Namespace) -> int:
    """Back the vault up; works while the window holds it."""
    from evidence_app.actions.backup import back_up

    with call.session() as session:
        report = back_up(session, given.out, call.progress)
    facts = {"folder": str(report.folder), "copied": report.copied, "total": report.total}
    call.answer({**facts, "erased": report.erased})
    call.say(call.words("backup.done", **facts))
    return OK


def restore(call: Call, given: argparse.Namespace) -> int:
    """Make the vault from a backup."""
    from evidence_app.actions import backup as backups

    report = backups.restore(given.backup, call.vault, call.progress)
    facts = {"folder": str(report.folder), "total": report.total}
    call.answer(dict(facts))
    call.say(call.words("restore.done", **facts))
    return OK
