"""A verification on one printed page."""

import os
from datetime import UTC, datetime
from pathlib import Path

from evidence_app import __version__
from evidence_app.actions.verification_words import Told, ToldStep, told
from evidence_app.domain.verification import StepOutcome, Verification
from evidence_app.phrases import Language, name_of, phrase


def write_report(verification: Verification, out: Path, language: Language) -> None:
    """Write what checking found as a PDF of one page; the same lines as in the window and on the command line.

    Raises InputProblem("out-is-folder" | "out-folder-missing"), EnvironmentProblem (disk).
    """
    from evidence_app.dossier.verification_page import Report, ReportLine, write_page

    words = told(verification, language)
    now = _now()

    def say(key: str, **facts: object) -> str:
        return phrase("verification", f"report.{key}", language, **facts)

    def line(step: ToldStep) -> ReportLine:
        findings = tuple(
            say("finding", item=each.item, words=each.words) if each.item else each.words for each in step.findings
        )
        contradicts = step.outcome is StepOutcome.FAILS
        return ReportLine(step.number, step.name, step.ending, step.meaning, findings, contradicts)

    report = Report(
        title=say("title"),
        facts=_facts(verification, now, language),
        verdict=words.verdict,
        meaning=words.meaning,
        advice=words.advice,
        head=("", say("check"), say("outcome"), say("means")),
        lines=tuple(line(step) for step in words.steps),
        remarks=_remarks(words),
        closing=say("closing"),
        more=say("more", count="{count}"),
        foot=say("foot", version=__version__),
        generated_at=now,
    )
    write_page(report, out, language)


def _remarks(words: Told) -> tuple[str, ...]:
    return tuple(filter(None, (*words.witnesses, words.signer, words.affected, words.missing, words.not_proven)))


def _facts(verification: Verification, now: datetime, language: Language) -> tuple[tuple[str, str], ...]:
    def say(key: str, **facts: object) -> str:
        return phrase("verification", f"report.{key}", language, **facts)

    given = verification.path.name or str(verification.path)
    facts = [(name_of(verification.kind, language), given)]
    if verification.sha256:
        facts.append((say("sha256"), verification.sha256))
    facts.append((say("checked"), now.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S UTC")))
    counted = {"entries": verification.entry_count, "exhibits": verification.exhibit_count}
    facts.append((say("extent"), say("counts", **counted)))
    return tuple(facts)


def _now() -> datetime:
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(fixed), UTC) if fixed.isdecimal() else datetime.now(UTC)
