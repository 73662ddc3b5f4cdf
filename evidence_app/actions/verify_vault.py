"""Checking a vault: everything re-hashed and recomputed, and who witnessed how much of its logs."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evidence_app.domain.anchors import Anchor, Authority
from evidence_app.domain.custody import CustodyEntry
from evidence_app.domain.verification import (
    CheckedKind,
    Finding,
    Step,
    StepOutcome,
    StepResult,
    Verdict,
    Verification,
    Witness,
    Witnessed,
)
from evidence_app.domain.witnessed import is_covered
from evidence_app.errors import Fact, InputProblem, IntegrityFailure
from evidence_app.progress import Progress
from evidence_app.proof.checking.grading import UNKNOWN_ROOT, grade, worst_of
from evidence_app.proof.checking.witnesses import FoundToken, check_tokens
from evidence_app.vault.audit import Check, audit, leftovers
from evidence_app.vault.audit import Finding as VaultFinding
from evidence_app.vault.location import is_vault
from evidence_app.vault.reading import Catalog
from evidence_app.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class VaultReport:
    """What was checked and found. ``leftover_count`` files belong to no exhibit: debris of a crash, no harm."""

    folder: Path
    findings: tuple[VaultFinding, ...]
    dispute_count: int
    exhibit_count: int
    entry_count: int
    leftover_count: int

    @property
    def holds(self) -> bool:
        """Whether everything kept is what was recorded."""
        return not self.findings

    def failed(self, check: Check) -> list[VaultFinding]:
        """Return what one check of the plan found."""
        return [finding for finding in self.findings if finding.check is check]


def verify_vault(folder: Path, progress: Progress) -> VaultReport:
    """Check a vault, which another instance may hold. Slow: reads all evidence.

    Raises InputProblem("not-a-vault"), EnvironmentProblem if it could not be checked.
    """
    if not is_vault(folder):
        raise InputProblem("not-a-vault", path=str(folder))
    try:
        vault = Vault.open_for_reading(folder)
        try:
            return _report(vault, progress)
        finally:
            vault.close()
    except IntegrityFailure as failure:  # too damaged to be read to the end
        finding = VaultFinding(Check.CATALOG, failure.code, str(failure.facts.get("path", folder)))
        return VaultReport(folder, (finding,), 0, 0, 0, 0)


def _report(vault: Vault, progress: Progress) -> VaultReport:
    findings = audit(vault, progress)
    with vault.read() as catalog:
        disputes = catalog.kept_disputes()
        return VaultReport(
            folder=vault.folder,
            findings=tuple(findings),
            dispute_count=len(disputes),
            exhibit_count=sum(_living_exhibits(catalog, dispute.id) for dispute in disputes),
            entry_count=sum(len(catalog.leaves(dispute_id)) for dispute_id in catalog.all_dispute_ids()),
            leftover_count=len(leftovers(catalog, vault.originals)),
        )


def _living_exhibits(catalog: Catalog, dispute_id: str) -> int:
    return sum(exhibit.removed_at is None for exhibit in catalog.kept_exhibits(dispute_id))


def check_vault(folder: Path, authorities: Sequence[Authority], progress: Progress) -> Verification:
    """Check a vault, and who of these authorities witnessed its logs. Raises as `verify_vault`."""
    report = verify_vault(folder, progress)
    results = [_step_of(check, report) for check in Check]
    parts = _witnessed_parts(folder, authorities, progress) if report.holds else []
    results += [_log_time(parts)] if parts else []
    witnesses = tuple(witness for part in parts for witness in part.witnesses)
    verdict = grade(CheckedKind.VAULT, results, witnesses)
    since = [min(witness.at for witness in part.witnesses) for part in parts if part.witnesses]
    return Verification(
        path=folder,
        kind=CheckedKind.VAULT,
        verdict=verdict,
        results=tuple(results),
        witnesses=witnesses,
        witnessed_at=max(since) if verdict is Verdict.WITNESSED else None,
        entry_count=report.entry_count,
        exhibit_count=report.exhibit_count,
        dispute_count=report.dispute_count,
        leftover_count=report.leftover_count,
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """Who witnessed one dispute's log, and how many of its entries: the witnesses of most of it."""

    witnesses: tuple[Witness, ...]
    findings: tuple[Finding, ...]
    covered: int
    count: int


def _witnessed_parts(folder: Path, authorities: Sequence[Authority], progress: Progress) -> list[_Part]:
    """Check the anchors of every dispute, of those set aside too; nothing where nothing was ever anchored.

    That they are over the logs' beginnings is part of the audit; here it is who witnessed them, and how much.
    """
    vault = Vault.open_for_reading(folder)
    try:
        with vault.read() as catalog:
            disputes = catalog.kept_disputes()
            anchors = {dispute.id: catalog.anchors(dispute.id) for dispute in disputes}
            logs = {dispute.id: catalog.custody(dispute.id) for dispute in disputes}
    finally:
        vault.close()
    if not any(anchors.values()):
        return []
    parts = []
    for dispute in disputes:
        progress.check()
        parts.append(_part(dispute.title, anchors[dispute.id], logs[dispute.id], authorities))
    return parts


def _part(
    title: str, anchors: Sequence[Anchor], log: Sequence[CustodyEntry], authorities: Sequence[Authority]
) -> _Part:
    checked = check_tokens(_tokens(title, anchors), authorities)
    covered = max((witness.entry_count or 0 for witness in checked.witnesses), default=0)
    findings = list(checked.findings)
    if not is_covered(log, covered):
        facts: dict[str, Fact] = {"covered": covered, "count": len(log)}
        findings.append(Finding("log-witnessed-in-part", title, StepOutcome.UNCHECKED, facts))
    witnesses = tuple(witness for witness in checked.witnesses if witness.entry_count == covered)
    return _Part(witnesses, tuple(findings), covered, len(log))


def _log_time(parts: Sequence[_Part]) -> StepResult:
    findings = tuple(finding for part in parts for finding in part.findings)
    # where somebody known witnessed something of every log, strangers' tokens beside it are no lack
    passed_over = {UNKNOWN_ROOT} if all(part.witnesses for part in parts) else set[str]()
    outcome = worst_of(finding for finding in findings if finding.code not in passed_over)
    facts = {"covered": sum(part.covered for part in parts), "count": sum(part.count for part in parts)}
    return StepResult(Step.LOG_TIME, outcome, findings, facts)


def _tokens(title: str, anchors: Iterable[Anchor]) -> Iterator[FoundToken]:
    for anchor in anchors:
        digest = hashlib.sha256(anchor.checkpoint).digest()
        name = f"{title} #{anchor.size}"
        yield FoundToken(
            name=name, response=anchor.response, digest=digest, subject=Witnessed.LOG, entry_count=anchor.size
        )


def _step_of(check: Check, report: VaultReport) -> StepResult:
    findings = tuple(
        Finding(finding.code, finding.item, facts={"item": finding.item}) for finding in report.failed(check)
    )
    counts = {Check.CUSTODY: report.entry_count, Check.ORIGINALS: report.exhibit_count}
    outcome = StepOutcome.FAILS if findings else StepOutcome.HOLDS
    return StepResult(Step(check.value), outcome, findings, {"count": counts.get(check, 0)})
