"""Checking a vault: everything re-hashed and recomputed, and named where it does not hold."""

from dataclasses import dataclass
from pathlib import Path

from evidence_app.errors import InputProblem, IntegrityFailure
from evidence_app.progress import Progress
from evidence_app.vault.audit import Check, Finding, audit, leftovers
from evidence_app.vault.reading import Catalog
from evidence_app.vault.vault import Vault, is_vault


@dataclass(frozen=True, slots=True)
class VaultReport:
    """What was checked and found. ``leftover_count`` files belong to no exhibit: debris of a crash, no harm."""

    folder: Path
    findings: tuple[Finding, ...]
    dispute_count: int
    exhibit_count: int
    entry_count: int
    leftover_count: int

    @property
    def holds(self) -> bool:
        """Whether everything kept is what was recorded."""
        return not self.findings

    def failed(self, check: Check) -> list[Finding]:
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
        finding = Finding(Check.CATALOG, failure.code, str(failure.facts.get("path", folder)))
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


__all__ = ["Check", "Finding", "VaultReport", "verify_vault"]
