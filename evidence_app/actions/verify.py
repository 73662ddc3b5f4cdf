"""Checking a dossier, a bag or a vault: everything re-hashed and recomputed, and named where it does not hold."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from evidence_app.domain.anchors import Authority
from evidence_app.domain.verification import (
    PLANS,
    CheckedKind,
    Finding,
    Signer,
    Step,
    StepOutcome,
    StepResult,
    Verdict,
    Verification,
    Witness,
    Witnessed,
)
from evidence_app.errors import InputProblem
from evidence_app.progress import Progress
from evidence_app.vault.location import is_vault

if TYPE_CHECKING:
    from evidence_app.actions.verify_vault import VaultReport

ZIP_MARKS = (b"PK\x03\x04", b"PK\x05\x06")
PDF_MARK = b"%PDF-"


def verify(path: Path, authorities: Sequence[Authority], progress: Progress) -> Verification:
    """Check whatever lies there: a dossier with the timestamps beside it, a bag (folder or ZIP), or a vault.

    ``authorities`` are the only ones whose timestamps count. Slow: reads everything. Never raises for what is found,
    nor for a disk that gives nothing back: that is a verdict, too. Raises InputProblem("not-verifiable" |
    "dossier-unreadable"), EnvironmentProblem for a vault that cannot be opened, Cancelled.
    """
    kind = kind_of(path)
    if kind is CheckedKind.VAULT:
        from evidence_app.actions.verify_vault import check_vault  # slow to import, and dossiers need none of it

        return check_vault(path, authorities, progress)
    from evidence_app.proof.checking.plan import check_bag_at, check_dossier

    check = check_bag_at if kind is CheckedKind.BAG else check_dossier
    try:
        return check(path, authorities, progress)
    except OSError as error:
        return _unread(path, kind, error)


def trusted(roots: Iterable[Path] = ()) -> tuple[Authority, ...]:
    """Return whose timestamps count: the authorities that the program knows, a person's own, and these roots (PEM).

    Raises InputProblem("authority-root") for a file that holds no such certificate.
    """
    from evidence_app.actions.authorities import known_authorities

    return (*(_given(root) for root in roots), *known_authorities())


def _given(root: Path) -> Authority:
    """Return the authority behind a root certificate, which nobody but the person who gives it vouches for."""
    return replace(given_authority("", "http://localhost/", root), name="", operator=root.name, url="")


def given_authority(name: str, url: str, root: Path) -> Authority:
    """Return an authority at an address, with the root certificates in a file (PEM).

    Raises InputProblem("authority-root" | "authority-address").
    """
    from evidence_app.proof.authorities import authority_from

    try:
        pem = root.read_text("latin-1")  # comments around a certificate may be in any language
    except OSError as error:
        raise InputProblem("authority-root", name=root.name) from error
    return authority_from(name, url, pem)


def kind_of(path: Path) -> CheckedKind:
    """Return what lies at a path. Raises InputProblem("not-verifiable" | "dossier-unreadable")."""
    if path.is_dir():
        if is_vault(path):
            return CheckedKind.VAULT
        if (path / "bagit.txt").is_file():
            return CheckedKind.BAG
        raise InputProblem("not-verifiable", name=path.name)
    try:
        if path.exists() and not path.is_file():  # a pipe would be waited for for ever
            raise InputProblem("not-verifiable", name=path.name)
        with path.open("rb") as file:
            start = file.read(len(PDF_MARK))
    except OSError as error:
        raise InputProblem("dossier-unreadable", name=path.name, reason=error.strerror or "") from error
    if start.startswith(ZIP_MARKS) or path.suffix.lower() == ".zip":
        return CheckedKind.BAG
    if start == PDF_MARK or path.suffix.lower() == ".pdf":
        return CheckedKind.DOSSIER
    raise InputProblem("not-verifiable", name=path.name)


def _unread(path: Path, kind: CheckedKind, error: OSError) -> Verification:
    """Return what can be said of something that the disk does not give back: nothing."""
    first, *others = PLANS[kind]
    item = os.path.basename(error.filename) if isinstance(error.filename, str) else path.name  # noqa: PTH119
    finding = Finding("file-unreadable", item, StepOutcome.UNCHECKED)
    results = [StepResult(first, StepOutcome.UNCHECKED, (finding,))]
    results += [StepResult(step, StepOutcome.UNCHECKED) for step in others]
    return Verification(path=path, kind=kind, verdict=Verdict.UNCHECKED, results=tuple(results))


def verify_vault(folder: Path, progress: Progress) -> "VaultReport":
    """Check a vault, which another instance may hold. Slow: reads all evidence.

    Raises InputProblem("not-a-vault"), EnvironmentProblem if it could not be checked.
    """
    from evidence_app.actions.verify_vault import verify_vault as verify

    return verify(folder, progress)


__all__ = [
    "Finding",
    "Signer",
    "Step",
    "StepOutcome",
    "StepResult",
    "Verdict",
    "Verification",
    "Witness",
    "Witnessed",
    "kind_of",
    "trusted",
    "verify",
    "verify_vault",
]
