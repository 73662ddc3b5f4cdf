"""The plan of checking a dossier or a bag, step by step, and the one verdict that comes of it.

Nothing found inside is believed: no script is run, no root is taken, no verdict is read. Each step says what it found
and leaves judging to `grade`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from evidence_app.domain.anchors import Authority
from evidence_app.domain.verification import (
    CheckedKind,
    Finding,
    Signer,
    Step,
    StepOutcome,
    StepResult,
    Verdict,
    Verification,
    Witness,
)
from evidence_app.errors import InputProblem
from evidence_app.progress import Progress
from evidence_app.proof.checking.bag_steps import (
    DOSSIER,
    contents_of_bag,
    digests_in,
    dossier_in,
    judge_package,
    judge_twins,
    tokens_in,
)
from evidence_app.proof.checking.bagit import DECLARATION, MANIFEST, check_bag, hashing
from evidence_app.proof.checking.contents import CheckedContents, check_contents
from evidence_app.proof.checking.dossier_steps import (
    contents_of_pdf,
    digest_of,
    hashed,
    judge_document,
    judge_enclosures,
    judge_file_time,
    judge_signatures,
    tokens_beside,
    tokens_over,
    unless_unread,
)
from evidence_app.proof.checking.grading import grade, witnessed_since
from evidence_app.proof.checking.packages import Package, Unsafe, open_package, steady
from evidence_app.proof.checking.pdf import read_pdf

BEYOND_CHECKING = frozenset({"bag-encrypted", "bag-too-much"})
"""Bags of which it cannot be told whether they are as they were."""


def check_dossier(path: Path, authorities: Sequence[Authority], progress: Progress) -> Verification:
    """Check a dossier's PDF, with the timestamps that lie beside it. Raises OSError, Cancelled."""
    with path.open("rb") as file, steady(file):
        sha256, size = hashed(file, progress)
        found = read_pdf(file, path.name, progress)
    # 1. The document can be read, in one way only.
    document = judge_document(found)
    # 2. The signature is whole, over everything, and permits no change.
    signature, signer = judge_signatures(found)
    # 3. Who witnessed the file, and since when.
    tokens = tokens_over(path.name, tokens_beside(path), _digests_of(path, sha256, progress))
    file_time, witnesses = judge_file_time(found, signature, tokens, authorities)
    # 4. What is enclosed, each thing named once.
    enclosures = judge_enclosures(found)
    # 5.-9. The log, its checkpoints, their witnesses, the originals, and what was stamped elsewhere.
    checked = check_contents(contents_of_pdf(found), authorities, progress)
    results = [document, signature, file_time, enclosures, *unless_unread(checked.results, found)]
    about = _File(path, CheckedKind.DOSSIER, sha256, size)
    return _verification(about, results, [*witnesses, *checked.witnesses], checked, signer)


def _digests_of(path: Path, sha256: str, progress: Progress) -> Callable[[str], bytes]:
    """Return a function that gives a file's digests; SHA-256, nearly always the one, is known already."""

    def digest(algorithm: str) -> bytes:
        if algorithm == "sha256":
            return bytes.fromhex(sha256)
        with path.open("rb") as file:
            return digest_of(file, algorithm, progress)

    return digest


def check_bag_at(path: Path, authorities: Sequence[Authority], progress: Progress) -> Verification:
    """Check a bag, a folder or a ZIP. Raises InputProblem("not-verifiable") for another ZIP, OSError, Cancelled."""
    try:
        with open_package(path) as package:
            if package.sizes.keys().isdisjoint((DECLARATION, MANIFEST)):
                raise InputProblem("not-verifiable", name=path.name)
            return _check_package(path, package, authorities, progress)
    except Unsafe as unsafe:
        outcome = StepOutcome.UNCHECKED if unsafe.code in BEYOND_CHECKING else StepOutcome.FAILS
        results = [StepResult(Step.PACKAGE, outcome, (Finding(unsafe.code, unsafe.item, outcome),))]
        return Verification(
            path=path, kind=CheckedKind.BAG, verdict=grade(CheckedKind.BAG, results, ()), results=tuple(results)
        )


def _check_package(path: Path, package: Package, authorities: Sequence[Authority], progress: Progress) -> Verification:
    # 1. The bag is what its list says; every byte is hashed here, once, and meanwhile the dossier is read.
    with hashing(package) as hashed_files:
        found = dossier_in(package, progress)
        bag = check_bag(package, hashed_files, progress)
    # 2.-4. The dossier in it, as if it lay alone.
    document, (signature, signer) = judge_document(found), judge_signatures(found)
    sha256 = bag.digests.get(DOSSIER, "")
    tokens = tokens_over(DOSSIER, tokens_in(package, DOSSIER), digests_in(package, DOSSIER, sha256, progress))
    file_time, witnesses = judge_file_time(found, signature, tokens, authorities)
    # 5. What lies beside the dossier is what lies in it.
    enclosures = judge_twins(found, bag)
    # 6.-10. The log, its checkpoints, their witnesses, the originals, and what was stamped elsewhere.
    contents = contents_of_bag(package, bag, progress)
    checked = check_contents(contents, authorities, progress, must_have_log=True)
    package_result = judge_package(bag, found, contents)
    results = [package_result, document, signature, file_time, enclosures, *checked.results]
    about = _File(path, CheckedKind.BAG, sha256, bag.byte_count)
    return _verification(about, results, [*witnesses, *checked.witnesses], checked, signer)


@dataclass(frozen=True, slots=True)
class _File:
    """What was checked. ``sha256`` is the dossier's, ``byte_count`` that of all files."""

    path: Path
    kind: CheckedKind
    sha256: str
    byte_count: int


def _verification(
    about: _File,
    results: Sequence[StepResult],
    witnesses: Sequence[Witness],
    checked: CheckedContents,
    signer: Signer | None,
) -> Verification:
    verdict = grade(about.kind, results, witnesses)
    originals = next((result for result in results if result.step is Step.ORIGINALS), None)
    return Verification(
        path=about.path,
        kind=about.kind,
        verdict=verdict,
        results=tuple(results),
        witnesses=tuple(witnesses),
        witnessed_at=witnessed_since(witnesses) if verdict is Verdict.WITNESSED else None,
        signer=signer,
        sha256=about.sha256,
        dispute_id=checked.log.dispute_id if checked.log else "",
        entry_count=len(checked.log.leaves) if checked.log else 0,
        exhibit_count=int(originals.facts.get("count", 0)) if originals else 0,
        byte_count=about.byte_count,
        missing=checked.missing,
    )
