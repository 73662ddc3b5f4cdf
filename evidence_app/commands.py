"""What each command does: calls one action and prints what came of it, for people or as JSON.

The actions are imported by the commands that call them: checking a dossier needs no database and does not wait for it.
"""

import argparse
import json
import os
import re
import sys
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from evidence_app.actions.verification_words import Told, told
from evidence_app.actions.verify import trusted
from evidence_app.actions.verify import verify as verify_path
from evidence_app.call_words import call_words
from evidence_app.domain.disputes import Dispute, DisputeSummary, DisputeType
from evidence_app.domain.events import Event, EventKind, EventStatus
from evidence_app.domain.exhibits import clock
from evidence_app.domain.machine_text import Place
from evidence_app.domain.money import plain_amount
from evidence_app.domain.times import ClockReading, EventTime, Precision, instant
from evidence_app.domain.verification import StepOutcome, Verdict, Verification, Witness
from evidence_app.errors import EnvironmentProblem
from evidence_app.phrases import Language, name_of, phrase
from evidence_app.progress import Cancelled

if TYPE_CHECKING:
    from evidence_app.actions.continuity import Join
    from evidence_app.actions.session import Session
    from evidence_app.domain.call_binding import Binding

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
    call.answer({"disputes": [_dispute_document(summary) for summary in summaries]})
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


def _dispute_document(summary: DisputeSummary) -> dict[str, Any]:
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
        "currency": dispute.currency,
        "created_at": dispute.created_at.isoformat(),
        "exhibits": summary.exhibit_count,
        "events": summary.event_count,
        "open_conflicts": summary.open_conflict_count,
    }


def timeline(call: Call, given: argparse.Namespace) -> int:
    """Print the ordered events of a dispute, and what joins the pictures that they were read from."""
    from evidence_app.actions.timeline import telling
    from evidence_app.domain.pairs_of_payments import pairs_among

    with call.session() as session:
        told = telling(session, given.dispute, with_joins=not call.as_json)
    standing = {(each.event_id, each.exhibit_id): each.place for each in told.places}
    hashes = {exhibit.id: exhibit.original.sha256 for exhibit in told.exhibits}
    names = {exhibit.id: exhibit.label for exhibit in told.exhibits}
    partners, events = pairs_among(told.events, told.dispute.zone).partner, told.events
    if not told.contacts.is_empty:
        events = [replace(each, party=told.contacts.shown(each.party, each.number)) for each in events]
    documents = [
        event_document(event, told.dispute, hashes, standing)
        | {"paired_with": partners.get(event.id)}
        | recording_facts(event, told.bound, hashes)
        for event in events
    ]
    call.answer({"dispute": told.dispute.id, "events": documents})
    for event in events:
        call.say(printable(_event_line(call, event, told.dispute, names)))
    for join in told.joins:
        call.say(printable(join_words(call, join)))
    numbers = {exhibit.id: exhibit.number for exhibit in told.exhibits}
    times = {event.id: _at(event.time.reading, told.dispute) or "" for event in events}
    for each in told.bound:
        words = call_words(each, times[each.call_id], call.language)
        call.say(printable(f"#{numbers[each.recording_id]}  {words}"))
    if not events:
        call.say(call.words("timeline.empty"))
    return OK


def recording_facts(event: Event, bound: "Sequence[Binding]", hashes: Mapping[str, str]) -> dict[str, Any]:
    """Return which recordings fit a call, or which call fits a recording; nothing for events that are neither."""
    of_call = [
        {"exhibit": hashes[each.recording_id], **_agreement(each)}
        for each in bound
        if each.call_id == event.id and each.recording_id in hashes
    ]
    mine = next((each for each in bound if each.document_id == event.id), None)
    facts: dict[str, Any] = {"recordings": of_call} if of_call else {}
    return facts | ({"recording_of": {"event": mine.call_id, **_agreement(mine)}} if mine else {})


def _agreement(binding: "Binding") -> dict[str, Any]:
    return {
        "agrees": list(binding.agreed),
        "differs": list(binding.differing),
        "apart_s": binding.apart_s,
        "shifted_min": binding.shifted_min,
        "at_end": binding.at_end,
        "longer_s": binding.longer_s,
        "confirmed": binding.linked,
    }


def join_words(call: Call, join: "Join") -> str:
    """Return how two pictures of a thread follow each other, as a sentence."""
    facts = {"before": join.before.number, "after": join.after.number, "count": join.in_common}
    words = call.words(f"continuity.{join.seam.value}", **facts)
    return f"{join.party}: {words}" if join.party else words


def event_document(
    event: Event, dispute: Dispute, hashes: Mapping[str, str], places: Mapping[tuple[str, str], Place]
) -> dict[str, Any]:
    """Return an event in the stable form of ``timeline --json``; ``hashes`` maps exhibits in use to their SHA-256.

    ``places`` are where machines read events, by the ids of event and exhibit.
    """
    return {
        "id": event.id,
        "kind": event.kind.value,
        **_time_document(event.time, dispute),
        "direction": event.direction.value or None,
        "party": event.party or event.number or None,
        "number": event.number or None,
        "agent_id": event.agent_id or None,
        "agent_name": event.agent_name or None,
        "text": event.text or None,
        "amount": plain_amount(event.amount) or None,
        "currency": event.currency if event.amount is not None else None,
        "reference": event.reference or None,
        "duration_s": event.duration_s,
        "outcome": event.outcome.value or None,
        "promise": {"text": event.promise, "due": _iso(event)} if event.promise else None,
        "body": event.body or None,
        "account": event.account or None,
        **_source_document(event, hashes, places),
        "status": event.status.value,
    }


def _time_document(time: EventTime, dispute: Dispute) -> dict[str, Any]:
    reading = time.reading
    return {
        "at": _at(reading, dispute),
        "precision": time.precision.value,
        "time_source": reading.source.value if reading else None,
        "offset_source": reading.offset_source.value if reading else None,
        "readings": [
            {"at": _at(each, dispute), "source": each.source.value, "confidence": each.confidence / 100}
            for each in time.readings
        ],
    }


def _source_document(
    event: Event, hashes: Mapping[str, str], places: Mapping[tuple[str, str], Place]
) -> dict[str, Any]:
    in_use = [exhibit_id for exhibit_id in event.exhibit_ids if exhibit_id in hashes]
    shown = [hashes[exhibit_id] for exhibit_id in in_use]
    place = places.get((event.id, in_use[0])) if in_use else None
    return {
        "exhibit": shown[0] if shown else None,
        "exhibits": shown,
        "region": list(place.region) if place else None,
        "page": place.page_index if place else None,
        "place": place_document(event.place) if in_use[:1] == [event.read_from] else None,
    }


def place_document(place: str) -> dict[str, Any] | str | None:
    """Return a place in the form of the JSON: a kind and a number, text for one that has none, null for no place."""
    kind, _, number = place.rpartition(":")
    if kind and number.isascii() and number.isdigit():
        return {"kind": kind, "number": int(number)}
    return place or None


def _iso(event: Event) -> str | None:
    return event.promise_due.isoformat() if event.promise_due else None


def _at(reading: ClockReading | None, dispute: Dispute) -> str | None:
    at = instant(reading, dispute.zone) if reading else None
    return at.isoformat() if at else None


BREAKS = re.compile(r"\s*[\r\n\t]\s*", re.ASCII)
"""What a line for a person stands on one line without."""


def _event_line(call: Call, event: Event, dispute: Dispute, names: dict[str, str]) -> str:
    reading = event.time.reading
    at = instant(reading, dispute.zone) if reading else None
    shape = {Precision.MONTH: "%Y-%m", Precision.DAY: "%Y-%m-%d", Precision.MINUTE: "%Y-%m-%d %H:%M"}
    when = at.strftime(shape.get(event.time.precision, "%Y-%m-%d %H:%M:%S")) if at else call.words("timeline.unknown")
    source = name_of(reading.source, call.language) if reading else ""
    amount = f"{plain_amount(event.amount)} {event.currency}" if event.amount is not None else ""
    files = ", ".join(names.get(exhibit_id, "") for exhibit_id in event.exhibit_ids[:1])
    other = event.party or event.number
    parts = [
        name_of(event.kind, call.language),
        name_of(event.direction, call.language),
        other,
        event.agent_id,
        amount,
        clock(event.duration_s * 1000) if event.duration_s and event.kind is EventKind.CALL else "",
        BREAKS.sub(" ", event.text).strip() or ("" if other and event.kind is not EventKind.DOCUMENT else files),
        call.words("timeline.suggested") if event.status is EventStatus.SUGGESTED else "",
    ]
    return f"{when:<19}  [{source}]  " + "  ".join(part for part in parts if part)


def verify(call: Call, given: argparse.Namespace) -> int:
    """Check a dossier, a bag or a vault, and say what holds and what does not."""
    found = verify_path(given.path, trusted(given.tsa_root or []), call.progress)
    call.answer(_verdict_document(found))
    _tell(call, told(found, call.language))
    if found.leftover_count:
        call.say(call.words("verify.leftovers", count=found.leftover_count))
    return VERDICT_CODES[found.verdict]


HELD = {StepOutcome.HOLDS: True, StepOutcome.FAILS: False}
"""Whether a check holds; null in JSON where nothing was or could be checked."""

VERDICT_CODES = {
    Verdict.WITNESSED: OK,
    Verdict.UNCHANGED: OK,
    Verdict.CHANGED: FAILS,
    Verdict.UNCHECKED: CANNOT_CHECK,
}


def _tell(call: Call, words: Told) -> None:
    """Print a verification as a person reads it: the plan, who witnessed, who signed, the verdict, what to do."""
    for step in words.steps:
        facts = {"number": step.number, "name": step.name, "ending": step.ending, "meaning": step.meaning}
        call.say(call.words("verify.step", **facts))
        for finding in step.findings:
            told_of = {"item": finding.item, "words": finding.words}
            call.say("   " + (call.words("verify.finding", **told_of) if finding.item else printable(finding.words)))
    call.say("")
    for line in filter(None, (*words.witnesses, words.signer, words.missing, words.affected)):
        call.say(printable(line))
    call.say(call.words("verify.verdict", verdict=words.verdict))
    for line in (words.meaning, words.advice, words.not_proven):
        call.say(printable(line))


def _verdict_document(found: Verification) -> dict[str, Any]:
    return {
        "path": str(found.path),
        "kind": found.kind.value,
        "verdict": found.verdict.value,
        "time": "witnessed" if found.verdict is Verdict.WITNESSED else "claimed",
        "witnessed_at": found.witnessed_at.isoformat() if found.witnessed_at else None,
        "checks": [
            {
                "check": result.step.value,
                "holds": HELD.get(result.outcome),
                "outcome": result.outcome.value,
                "findings": [
                    {"code": finding.code, "item": finding.item, "outcome": finding.outcome.value}
                    for finding in result.findings
                ],
            }
            for result in found.results
        ],
        "witnesses": [_witness_document(witness) for witness in found.witnesses],
        "signer": _signer_document(found),
        "affected": list(found.affected),
        "missing": list(found.missing),
        "sha256": found.sha256 or None,
        "dispute": found.dispute_id or None,
        "disputes": found.dispute_count,
        "exhibits": found.exhibit_count,
        "entries": found.entry_count,
        "leftovers": found.leftover_count,
    }


def _witness_document(witness: Witness) -> dict[str, Any]:
    return {
        "over": witness.subject.value,
        "token": witness.token,
        "at": witness.at.isoformat(),
        "authority": witness.authority,
        "operator": witness.operator,
        "signer": witness.signer,
        "root": witness.root,
        "root_sha256": witness.root_sha256,
        "policy": witness.policy,
        "entries": witness.entry_count,
    }


def _signer_document(found: Verification) -> dict[str, Any] | None:
    if found.signer is None:
        return None
    return {
        "name": found.signer.name,
        "issuer": found.signer.issuer,
        "self_declared": found.signer.self_declared,
        "identity": "not verified",
        "certificate_sha256": found.signer.certificate_sha256,
        "claimed_at": found.signer.claimed_at.isoformat() if found.signer.claimed_at else None,
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
