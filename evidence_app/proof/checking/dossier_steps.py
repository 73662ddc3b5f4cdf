"""Judging what was read of a dossier's PDF, step by step."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from evidence_app.domain.anchors import Authority
from evidence_app.domain.verification import Finding, Signer, Step, StepOutcome, StepResult, Witness, Witnessed
from evidence_app.progress import Progress
from evidence_app.proof.checking.bagit import CHUNK_BYTES
from evidence_app.proof.checking.contents import LARGEST_PART_BYTES, LOG, SCRIPTS, TABLE, Contents, is_part
from evidence_app.proof.checking.exhibits import STAMP
from evidence_app.proof.checking.grading import judged
from evidence_app.proof.checking.pdf import ReadPdf
from evidence_app.proof.checking.witnesses import CheckedTokens, FoundToken, check_tokens, imprint_of

TOKEN_SUFFIXES = (".tsr", *(f".{count}.tsr" for count in range(2, 10)))

HOLDS, FAILS, UNCHECKED, ABSENT = StepOutcome.HOLDS, StepOutcome.FAILS, StepOutcome.UNCHECKED, StepOutcome.ABSENT


def digest_of(file: BinaryIO, algorithm: str, progress: Progress) -> bytes:
    """Return a file's digest."""
    digest = hashlib.new(algorithm)
    file.seek(0)
    while chunk := file.read(CHUNK_BYTES):
        progress.check()
        digest.update(chunk)
    return digest.digest()


def hashed(file: BinaryIO, progress: Progress) -> tuple[str, int]:
    """Return a file's SHA-256 and size. Units of progress are bytes."""
    digest, size = hashlib.sha256(), file.seek(0, 2)
    file.seek(0)
    progress.start(size, "byte")
    while chunk := file.read(CHUNK_BYTES):
        progress.check()
        digest.update(chunk)
        progress.advance(len(chunk))
    return digest.hexdigest(), size


def judge_document(found: ReadPdf) -> StepResult:
    """Say whether the PDF can be read, and in one way only."""
    return judged(Step.DOCUMENT, found.findings)


def judge_signatures(found: ReadPdf) -> tuple[StepResult, Signer | None]:
    """Judge all signatures together: each is whole, and one covers the file to its end."""
    if not found.signatures:
        return _unsigned(found), None
    findings = [Finding(each.problem, each.field_name) for each in found.signatures if each.problem]
    whole = [each for each in found.signatures if not each.problem and not each.appended_bytes]
    for each in found.signatures:
        if each.appended_bytes and not (each.only_archival and any(last.is_timestamp for last in whole)):
            findings.append(Finding("signature-appended", each.field_name, facts={"bytes": each.appended_bytes}))
    people = [each for each in found.signatures if not each.is_timestamp]
    findings += [
        Finding("signature-not-final", each.field_name, HOLDS)
        for each in people[:1]
        if not (each.certified or each.problem)
    ]
    signer = people[0].signer if people else None
    return judged(Step.SIGNATURE, findings, {"name": signer.name if signer else ""}), signer


def _unsigned(found: ReadPdf) -> StepResult:
    """Of a dossier without signature only this can be told: whether somebody appended to it after it was written.

    Other programs append whenever somebody saves, which is no sign of anything.
    """
    if not found.is_read:
        return StepResult(Step.SIGNATURE, UNCHECKED)
    if found.is_dossier and found.revisions > 1:
        return judged(Step.SIGNATURE, [Finding("pdf-appended")])
    return StepResult(Step.SIGNATURE, ABSENT)


def tokens_beside(path: Path) -> Mapping[str, bytes | None]:
    """Return the timestamps beside a file by their names' ends; None for one that cannot be read."""
    found: dict[str, bytes | None] = {}
    for suffix in TOKEN_SUFFIXES:
        token = path.with_name(path.name + suffix)
        try:
            if token.is_file():
                with token.open("rb") as file:
                    found[suffix] = file.read(LARGEST_PART_BYTES)
        except OSError:
            found[suffix] = None
    return found


def tokens_over(
    name: str, responses: Mapping[str, bytes | None], digest: Callable[[str], bytes | None]
) -> list[FoundToken | Finding]:
    """Return tokens with what they should be over, and a finding for each that cannot be read.

    ``digest`` gives the file's digest by an algorithm's name, None if the file cannot be read.
    """
    return [_token_over(name + suffix, response, digest) for suffix, response in responses.items()]


def _token_over(name: str, response: bytes | None, digest: Callable[[str], bytes | None]) -> FoundToken | Finding:
    algorithm = imprint_of(response) if response is not None else ""
    found = digest(algorithm) if algorithm else None
    if response is None or found is None:
        return Finding("file-unreadable", name, UNCHECKED)
    return FoundToken(name=name, response=response, digest=found, algorithm=algorithm, subject=Witnessed.FILE)


def judge_file_time(
    found: ReadPdf, signature: StepResult, beside: Sequence[FoundToken | Finding], authorities: Sequence[Authority]
) -> tuple[StepResult, list[Witness]]:
    """Check the timestamps beside the file, and those in signatures that cover all of it and permit no change."""
    inside = [
        FoundToken(
            name=each.field_name,
            response=each.stamp.token,
            digest=each.stamp.digest,
            algorithm=each.stamp.algorithm,
            subject=Witnessed.SIGNATURE,
        )
        for each in found.signatures
        if each.stamp and not each.problem and each.stamp_bound
    ]
    sealing = {each.field_name for each in found.signatures if each.certified or not each.appended_bytes}
    checked = check_tokens([*(each for each in beside if isinstance(each, FoundToken)), *inside], authorities)
    checked.findings += [each for each in beside if isinstance(each, Finding)]
    checked.findings += [
        Finding("token-not-bound", each.field_name, UNCHECKED)
        for each in found.signatures
        if each.stamp and not each.stamp_bound
    ]
    holds = signature.outcome is HOLDS
    witnesses = [
        each for each in checked.witnesses if each.subject is Witnessed.FILE or (holds and each.token in sealing)
    ]
    outcome = CheckedTokens(witnesses, checked.findings).outcome
    return StepResult(Step.FILE_TIME, outcome, tuple(checked.findings), {"count": len(witnesses)}), witnesses


def judge_enclosures(found: ReadPdf) -> StepResult:
    """Say whether what a lone dossier encloses is named once, safely."""
    if not found.is_read:
        return StepResult(Step.ENCLOSURES, UNCHECKED)
    if not found.enclosed and not found.enclosure_findings:
        return StepResult(Step.ENCLOSURES, ABSENT)
    return judged(Step.ENCLOSURES, found.enclosure_findings, {"count": len(found.enclosed)})


def contents_of_pdf(found: ReadPdf) -> Contents:
    """Sort what is attached."""
    log = found.enclosed.get(LOG)
    return Contents(
        log=log.data if log else None,
        parts={name: each.data for name, each in found.enclosed.items() if is_part(name) and each.data is not None},
        originals={name: each.sha256 for name, each in found.enclosed.items() if is_original(name)},
        stamps={
            name: each.data
            for name, each in found.enclosed.items()
            if STAMP.fullmatch(name) and each.data is not None and len(each.data) <= LARGEST_PART_BYTES
        },
        digest=lambda name, algorithm: found.enclosed[name].digests.get(algorithm),
    )


def is_original(name: str) -> bool:
    """Tell whether an attachment is an original, or a timestamp over one: whatever is nothing else."""
    return name not in (LOG, TABLE) and name not in SCRIPTS and not is_part(name)


def unless_unread(results: Iterable[StepResult], found: ReadPdf) -> list[StepResult]:
    """Say of what could not be read that it was not checked, not that it is absent."""
    if found.is_read:
        return list(results)
    return [StepResult(result.step, UNCHECKED) for result in results]
