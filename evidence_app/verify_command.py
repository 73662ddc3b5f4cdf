"""The command that checks a dossier, a bag or a vault: what holds and what does not, for people or as JSON."""

import argparse
from typing import Any

from evidence_app.actions.verification_words import Told, told
from evidence_app.actions.verify import trusted
from evidence_app.actions.verify import verify as verify_path
from evidence_app.commands import CANNOT_CHECK, FAILS, OK, Call, printable
from evidence_app.domain.verification import StepOutcome, Verdict, Verification, Witness

HELD = {StepOutcome.HOLDS: True, StepOutcome.FAILS: False}
"""Whether a check holds; null in JSON where nothing was or could be checked."""

VERDICT_CODES = {
    Verdict.WITNESSED: OK,
    Verdict.UNCHANGED: OK,
    Verdict.CHANGED: FAILS,
    Verdict.UNCHECKED: CANNOT_CHECK,
}


def verify(call: Call, given: argparse.Namespace) -> int:
    """Check a dossier, a bag or a vault, and say what holds and what does not."""
    found = verify_path(given.path, trusted(given.tsa_root or []), call.progress)
    call.answer(_verdict_document(found))
    _tell(call, told(found, call.language))
    if found.leftover_count:
        call.say(call.words("verify.leftovers", count=found.leftover_count))
    return VERDICT_CODES[found.verdict]


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
