"""From the outcomes of the steps to one verdict."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from evidence_app.domain.verification import (
    TIME_STEPS,
    CheckedKind,
    Finding,
    Step,
    StepOutcome,
    StepResult,
    Verdict,
    Witness,
    Witnessed,
)
from evidence_app.errors import Fact

UNKNOWN_ROOT = "token-root-unknown"


def judged(step: Step, findings: Iterable[Finding], facts: Mapping[str, Fact] | None = None) -> StepResult:
    """Return a step whose outcome is the worst of its findings."""
    told = tuple(findings)
    return StepResult(step, worst_of(told), told, dict(facts or {}))


def worst_of(findings: Iterable[Finding]) -> StepOutcome:
    """Return the worst outcome among findings; without any, everything holds."""
    outcomes = {finding.outcome for finding in findings}
    worst = (StepOutcome.FAILS, StepOutcome.UNCHECKED)
    return next((outcome for outcome in worst if outcome in outcomes), StepOutcome.HOLDS)


def grade(kind: CheckedKind, results: Sequence[StepResult], witnesses: Iterable[Witness]) -> Verdict:
    """Return the verdict: the worst that any step found, and at best what somebody independent witnessed."""
    outcomes = {result.step: result.outcome for result in results}
    if StepOutcome.FAILS in outcomes.values():
        return Verdict.CHANGED
    if any(outcome is StepOutcome.UNCHECKED and step not in TIME_STEPS for step, outcome in outcomes.items()):
        return Verdict.UNCHECKED
    if not _is_sealed(kind, results, outcomes):
        return Verdict.UNCHECKED
    return Verdict.WITNESSED if _is_witnessed(kind, outcomes, tuple(witnesses)) else Verdict.UNCHANGED


def _is_sealed(kind: CheckedKind, results: Sequence[StepResult], outcomes: dict[Step, StepOutcome]) -> bool:
    """Tell whether anything at all would show that the whole was changed."""
    if kind is not CheckedKind.DOSSIER:
        return True
    stamped = any(
        finding.code == UNKNOWN_ROOT
        for result in results
        if result.step is Step.FILE_TIME
        for finding in result.findings
    )
    return stamped or StepOutcome.HOLDS in (outcomes.get(Step.SIGNATURE), outcomes.get(Step.FILE_TIME))


def _is_witnessed(kind: CheckedKind, outcomes: dict[Step, StepOutcome], witnesses: tuple[Witness, ...]) -> bool:
    """Tell whether file and log are witnessed both; of a vault the log, of a dossier that encloses no log the file."""
    file = any(witness.subject in (Witnessed.FILE, Witnessed.SIGNATURE) for witness in witnesses)
    log = outcomes.get(Step.LOG_TIME) is StepOutcome.HOLDS
    if kind is CheckedKind.VAULT:
        return log
    alone = kind is CheckedKind.DOSSIER and outcomes.get(Step.CUSTODY) is StepOutcome.ABSENT
    return file and outcomes.get(Step.FILE_TIME) is StepOutcome.HOLDS and (log or alone)


def witnessed_since(witnesses: Iterable[Witness]) -> datetime | None:
    """Return since when all of it is witnessed: the earliest witness of each part, the later of the parts.

    Of a log, what counts is who witnessed most of it.
    """
    found = list(witnesses)
    most = max((witness.entry_count or 0 for witness in found), default=0)
    file = [witness.at for witness in found if witness.subject in (Witnessed.FILE, Witnessed.SIGNATURE)]
    log = [witness.at for witness in found if witness.subject is Witnessed.LOG and witness.entry_count == most]
    return max((min(times) for times in (file, log) if times), default=None)
