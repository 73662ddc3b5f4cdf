"""What a dossier encloses, sorted: log, checkpoints with their tokens, originals; the same for a PDF and for a bag."""

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from evidence_app.domain.anchors import Authority
from evidence_app.domain.verification import Finding, Step, StepOutcome, StepResult, Witness, Witnessed
from evidence_app.progress import Progress
from evidence_app.proof.checking.custody import CheckedLog, TreeHeads, check_checkpoint, check_log, parse_checkpoint
from evidence_app.proof.checking.exhibits import Added, Digest, added_exhibits, check_stamps, stamps_among
from evidence_app.proof.checking.grading import judged
from evidence_app.proof.checking.witnesses import FoundToken, check_tokens, imprint_of

LOG = "custody.jsonl"
CHECKPOINT = "checkpoint.txt"
EARLIER = re.compile(r"checkpoint-[1-9]\d{0,11}\.txt")
TOKEN = re.compile(r"(?P<over>checkpoint(-[1-9]\d{0,11})?\.txt)(\.[2-9])?\.tsr")
ORIGINAL = re.compile(r"E(?P<number>\d{3,9})\.[A-Za-z0-9]{1,8}")
SCRIPTS = frozenset({"verify.py", "extract_sig.py"})
TABLE = "timeline.csv"

MOST_CHECKPOINTS = 10_000
"""One for every time that a log was witnessed: some a day, for many years."""

KEPT_BYTES = 256 << 20
"""Of all checkpoints and tokens together: so many, with two tokens each, have less."""

LARGEST_PART_BYTES = 1 << 20
"""Checkpoints have a hundred bytes, tokens some thousands."""


@dataclass(slots=True)
class Contents:
    """The enclosed files by name. ``originals`` are digests by file name.

    ``stamps`` are those among the originals that are named like timestamps over one. ``digest`` gives a file's digest
    by its name and an algorithm, None where it is not known.
    """

    log: bytes | None = None
    parts: dict[str, bytes] = field(default_factory=dict)
    originals: dict[str, str] = field(default_factory=dict)
    stamps: dict[str, bytes] = field(default_factory=dict)
    digest: Callable[[str, str], bytes | None] = lambda name, algorithm: None


@dataclass(slots=True)
class CheckedContents:
    """What the steps over the contents found."""

    results: list[StepResult] = field(default_factory=list)
    witnesses: list[Witness] = field(default_factory=list)
    log: CheckedLog | None = None
    missing: tuple[str, ...] = ()


def is_part(name: str) -> bool:
    """Tell whether a file is a checkpoint or a token over one."""
    return name == CHECKPOINT or bool(EARLIER.fullmatch(name) or TOKEN.fullmatch(name))


def check_contents(
    contents: Contents, authorities: Sequence[Authority], progress: Progress, *, must_have_log: bool = False
) -> CheckedContents:
    """Carry out the plan's steps from the log to the originals."""
    checked = CheckedContents()
    if contents.log is None:
        checked.results += _without_log(contents, must_have_log)
        return checked
    # The log by itself: every entry canonical, chained, true to its disclosed payload.
    log = checked.log = check_log(contents.log, progress)
    checked.results.append(judged(Step.CUSTODY, log.findings, _counts(log)))
    # Its checkpoints: each is a state of this log, and the last one is its end.
    checked.results.append(judged(Step.CHECKPOINTS, _checkpoints(contents, log)))
    # Who witnessed the checkpoints, and since when.
    checked.results.append(_log_time(contents, log, authorities, checked.witnesses, progress))
    # The originals: each is in the log, under the number it bears.
    stamps = stamps_among(contents.stamps, contents.originals, added_exhibits(log))
    originals = {name: sha256 for name, sha256 in contents.originals.items() if name not in stamps}
    findings, checked.missing = _originals(originals, log)
    checked.results.append(_originals_result(findings, originals))
    # Timestamps made elsewhere: each is over the original that the log says it was attached to.
    if stamps:
        found = {name: contents.stamps[name] for name in stamps}
        result, witnesses = check_stamps(found, log, _digest_by_number(originals, contents.digest), authorities)
        checked.results.append(result)
        checked.witnesses += witnesses
    return checked


def _digest_by_number(originals: Iterable[str], digest: Callable[[str, str], bytes | None]) -> Digest:
    """Return a function that gives an original's digest by its exhibit's number."""
    names = {int(match["number"]): name for name in originals if (match := ORIGINAL.fullmatch(name))}
    return lambda number, algorithm: digest(names[number], algorithm) if number in names else None


def _without_log(contents: Contents, must_have_log: bool) -> list[StepResult]:
    """Nothing to check, or, where the log's companions are there without it, something taken away."""
    is_missing = must_have_log or contents.parts or contents.originals
    custody = judged(Step.CUSTODY, [Finding("log-missing", LOG)]) if is_missing else StepResult(Step.CUSTODY, ABSENT)
    return [custody, *(StepResult(step, ABSENT) for step in (Step.CHECKPOINTS, Step.LOG_TIME, Step.ORIGINALS))]


ABSENT = StepOutcome.ABSENT


def _counts(log: CheckedLog) -> dict[str, int]:
    return {"count": len(log.leaves), "disclosed": len(log.disclosed)}


def _checkpoints(contents: Contents, log: CheckedLog) -> list[Finding]:
    names = [name for name in sorted(contents.parts) if name == CHECKPOINT or EARLIER.fullmatch(name)]
    if CHECKPOINT not in names:
        return [Finding("checkpoint-missing", CHECKPOINT)]
    if len(names) > MOST_CHECKPOINTS:
        return [Finding("checkpoint-unreadable", names[MOST_CHECKPOINTS])]
    heads = TreeHeads(log.leaves)
    findings = [
        Finding(code, name)
        for name in names
        if (code := check_checkpoint(log, contents.parts[name], is_last=name == CHECKPOINT, heads=heads))
    ]
    orphans = (name for name in contents.parts if (match := TOKEN.fullmatch(name)) and match["over"] not in names)
    return findings + [Finding("checkpoint-missing", TOKEN.fullmatch(name)["over"]) for name in orphans]  # type: ignore[index]


def _log_time(
    contents: Contents,
    log: CheckedLog,
    authorities: Sequence[Authority],
    witnesses: list[Witness],
    progress: Progress,
) -> StepResult:
    checked = check_tokens(_log_tokens(contents, progress), authorities)
    witnesses += checked.witnesses
    covered = max((witness.entry_count or 0 for witness in checked.witnesses), default=0)
    findings, outcome = list(checked.findings), checked.outcome
    if outcome is StepOutcome.HOLDS and covered < len(log.leaves):
        facts = {"covered": covered, "count": len(log.leaves)}
        findings.append(Finding("log-witnessed-in-part", outcome=StepOutcome.UNCHECKED, facts=facts))
        outcome = StepOutcome.UNCHECKED
    return StepResult(Step.LOG_TIME, outcome, tuple(findings), {"covered": covered, "count": len(log.leaves)})


def _log_tokens(contents: Contents, progress: Progress) -> Iterable[FoundToken]:
    for name, response in sorted(contents.parts.items()):
        progress.check()
        match = TOKEN.fullmatch(name)
        body = contents.parts.get(match["over"]) if match else None
        if match and body is not None:
            claimed = parse_checkpoint(body)
            yield FoundToken(
                name=name,
                response=response,
                digest=hashlib.new(imprint_of(response), body).digest(),
                algorithm=imprint_of(response),
                subject=Witnessed.LOG,
                entry_count=claimed.size if claimed else 0,
            )


def _originals(originals: Mapping[str, str], log: CheckedLog) -> tuple[list[Finding], tuple[str, ...]]:
    """Compare files with the log both ways: what is not in the log, and what is not among the files."""
    added = added_exhibits(log)
    by_number = {exhibit.number: exhibit for exhibit in added}
    findings = [finding for name, sha256 in sorted(originals.items()) if (finding := _judge(name, sha256, by_number))]
    present = set(originals.values())
    missing = [exhibit for exhibit in added if exhibit.sha256 not in present]
    if originals:  # a dossier without any encloses none; that is said once, not for each
        findings += [
            Finding("original-not-enclosed", exhibit.label, StepOutcome.HOLDS, exhibit=exhibit.number)
            for exhibit in missing
        ]
    return findings, tuple(exhibit.label for exhibit in missing)


def _judge(name: str, sha256: str, added: Mapping[int, Added]) -> Finding | None:
    match = ORIGINAL.fullmatch(name)
    exhibit = added.get(int(match["number"])) if match else None
    if exhibit is None:
        return Finding("original-not-in-log", name)
    if exhibit.sha256 != sha256:
        return Finding("original-other-bytes", f"{name} ({exhibit.label})", exhibit=exhibit.number)
    return None


def _originals_result(findings: list[Finding], originals: Mapping[str, str]) -> StepResult:
    if not originals:
        return StepResult(Step.ORIGINALS, StepOutcome.ABSENT, tuple(findings))
    return judged(Step.ORIGINALS, findings, {"count": len(originals)})
