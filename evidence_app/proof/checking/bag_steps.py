"""Judging what lies in a bag, step by step: beside the dossier, and the dossier in it."""

import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping

from evidence_app.domain.verification import Finding, Step, StepOutcome, StepResult
from evidence_app.progress import Progress
from evidence_app.proof.checking.bagit import (
    CHUNK_BYTES,
    DAMAGED,
    DECLARATION,
    INFO,
    MANIFEST,
    TAG_MANIFEST,
    CheckedBag,
    read_small,
)
from evidence_app.proof.checking.contents import KEPT_BYTES, LARGEST_PART_BYTES, LOG, SCRIPTS, Contents, is_part
from evidence_app.proof.checking.custody import LONGEST_LOG_BYTES
from evidence_app.proof.checking.dossier_steps import TOKEN_SUFFIXES, digest_of, is_original
from evidence_app.proof.checking.exhibits import STAMP
from evidence_app.proof.checking.grading import judged
from evidence_app.proof.checking.packages import Package, is_system_file
from evidence_app.proof.checking.pdf import ReadPdf, read_pdf

DOSSIER = "data/dossier.pdf"
DATA = "data/"
ORIGINALS = "data/originals/"

HOLDS, UNCHECKED, ABSENT = StepOutcome.HOLDS, StepOutcome.UNCHECKED, StepOutcome.ABSENT


def tokens_in(package: Package, name: str) -> Mapping[str, bytes | None]:
    """Return the timestamps over a bag's file by their names' ends; None for one that cannot be read."""
    return {
        suffix: read_small(package, name + suffix, LARGEST_PART_BYTES)
        for suffix in TOKEN_SUFFIXES
        if name + suffix in package.sizes
    }


def digests_in(package: Package, name: str, sha256: str, progress: Progress) -> Callable[[str], bytes | None]:
    """Return a function that gives the digests of a bag's file, None if it cannot be read."""

    def digest(algorithm: str) -> bytes | None:
        if algorithm == "sha256" or not sha256:
            return bytes.fromhex(sha256) or None
        try:
            with package.open(name) as file:
                return digest_of(file, algorithm, progress)
        except (OSError, *DAMAGED):
            return None

    return digest


def dossier_in(package: Package, progress: Progress) -> ReadPdf:
    """Read the dossier of a bag; out of a ZIP through a nameless temporary file, which reading here and there needs."""
    if DOSSIER not in package.sizes:
        return ReadPdf(findings=[Finding("dossier-missing", DOSSIER)])
    try:
        with package.open(DOSSIER) as file:
            if not isinstance(file, zipfile.ZipExtFile):
                return read_pdf(file, DOSSIER, progress)
            with tempfile.TemporaryFile() as copy:
                shutil.copyfileobj(file, copy, CHUNK_BYTES)
                return read_pdf(copy, DOSSIER, progress)
    except (OSError, *DAMAGED):
        return ReadPdf(findings=[Finding("file-unreadable", DOSSIER, UNCHECKED)])


def contents_of_bag(package: Package, bag: CheckedBag, progress: Progress) -> Contents:
    """Sort what lies beside the dossier."""
    originals = {name: bag.digests[ORIGINALS + name] for name in _names(package, ORIGINALS) if _is_meant(name, bag)}
    stamps = {
        name: read_small(package, ORIGINALS + name, LARGEST_PART_BYTES) for name in originals if STAMP.fullmatch(name)
    }
    return Contents(
        log=read_small(package, DATA + LOG, LONGEST_LOG_BYTES),
        parts=_parts(package),
        originals=originals,
        stamps={name: data for name, data in stamps.items() if data is not None},
        digest=lambda name, algorithm: digests_in(package, ORIGINALS + name, originals[name], progress)(algorithm),
    )


def _parts(package: Package) -> dict[str, bytes]:
    """Return checkpoints and tokens, as many as there is room for: what is left out will be missed."""
    parts, room = dict[str, bytes](), KEPT_BYTES
    for name in filter(is_part, _names(package, DATA)):
        data = read_small(package, DATA + name, min(LARGEST_PART_BYTES, room))
        if data is not None:
            parts[name], room = data, room - len(data)
    return parts


def _names(package: Package, folder: str) -> list[str]:
    return sorted(name.removeprefix(folder) for name in package.sizes if name.startswith(folder))


def _is_meant(name: str, bag: CheckedBag) -> bool:
    return ORIGINALS + name in bag.digests and not is_system_file(name)


def judge_twins(found: ReadPdf, bag: CheckedBag) -> StepResult:
    """Compare the dossier's attachments, and the files that it names, with the bag's: each is the same twice."""
    if not found.is_read:
        return StepResult(Step.ENCLOSURES, UNCHECKED)
    findings = list(found.enclosure_findings)
    for name, enclosed in sorted(found.enclosed.items()):
        beside = bag.digests.get(_place(name))
        if beside is None and name not in SCRIPTS:
            findings.append(Finding("enclosure-missing", _place(name)))
        elif beside is not None and beside != enclosed.sha256:
            findings.append(Finding("enclosure-differs", _place(name)))
    findings += _named_beside(found, bag)
    if not found.enclosed and not found.beside and not findings:
        return StepResult(Step.ENCLOSURES, ABSENT)
    return judged(Step.ENCLOSURES, findings, {"count": len(found.enclosed)})


def _named_beside(found: ReadPdf, bag: CheckedBag) -> Iterator[Finding]:
    """Compare the files that the dossier names; a log that it knows nothing of may be that of another one."""
    for name, sha256 in sorted(found.beside.items()):
        if bag.digests.get(_place(name)) != sha256:
            yield Finding("dossier-names-other", _place(name))
    if DATA + LOG in bag.digests and LOG not in found.enclosed.keys() | found.beside.keys():
        yield Finding("log-not-named", DATA + LOG, UNCHECKED)


def _place(name: str) -> str:
    """Return where in a bag an attachment lies."""
    return (ORIGINALS if is_original(name) else DATA) + name


def judge_package(bag: CheckedBag, found: ReadPdf, contents: Contents) -> StepResult:
    """Add what only the bag's list vouches for: whoever changed it could have changed the list as well."""
    tokens = {DOSSIER + suffix for suffix in TOKEN_SUFFIXES}
    bound = {DOSSIER, DATA + LOG, *(DATA + name for name in contents.parts), *(_place(name) for name in found.enclosed)}
    bound |= {_place(name) for name in found.beside}
    bound |= {ORIGINALS + name for name in contents.originals} | tokens
    bound |= {DECLARATION, INFO, MANIFEST, TAG_MANIFEST}
    loose = [name for name in bag.digests if name not in bound and not is_system_file(name)]
    remarks = [Finding("file-only-listed", name, HOLDS) for name in sorted(loose)]
    if found.is_read and not found.signatures and not tokens & bag.digests.keys():
        remarks.append(Finding("dossier-only-listed", DOSSIER, HOLDS))
    return judged(Step.PACKAGE, [*bag.findings, *remarks], {"count": len(bag.digests), "bytes": bag.byte_count})
