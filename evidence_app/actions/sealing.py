"""How a dossier is signed and witnessed: the choice, the key for it, and the tokens beside the finished file."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from evidence_app.domain.anchors import Authority
from evidence_app.dossier.source import Seal
from evidence_app.errors import InputProblem
from evidence_app.progress import Progress

if TYPE_CHECKING:
    from evidence_app.proof.keys import SigningKey
    from evidence_app.proof.signing import Signed
    from evidence_app.proof.witnesses import Refusal, Testimony

CHUNK_BYTES = 1 << 20

UNKNOWN_YET = "·" * 64
"""Stands in a preview for the fingerprint of a certificate that is made, or asked for, when it is needed."""


class SigningMode(StrEnum):
    """Whose key signs."""

    NONE = "none"
    SELF_DECLARED = "self-declared"
    PKCS12 = "pkcs12"


@dataclass(frozen=True, slots=True)
class Signing:
    """What the person chose.

    ``path`` is the certificate file (PKCS#12). ``passphrase`` opens it; for a key made here it is what that key is kept
    under where the system has no keyring, and with none the key is for this dossier only. ``long_term`` asks the
    issuers of the certificates, over the network, whether they were revoked.
    """

    mode: SigningMode = SigningMode.SELF_DECLARED
    path: Path | None = None
    passphrase: str = field(default="", repr=False)
    long_term: bool = False


NO_SIGNATURE = Signing(SigningMode.NONE)


def key_for(signing: Signing, name: str) -> "SigningKey | None":
    """Return the key to sign with, made now where there is none yet; None for no signature.

    Raises InputProblem (``signing-passphrase``, ``pkcs12-…``).
    """
    from evidence_app.proof.keys import load_pkcs12, own_key, usual_keeper

    if signing.mode is SigningMode.NONE:
        return None
    if signing.mode is SigningMode.PKCS12:
        return load_pkcs12(signing.path or Path(), signing.passphrase)
    return own_key(name, usual_keeper(signing.passphrase))


def seal_with(key: "SigningKey | None", asked: Sequence[Authority], silent: Sequence[Authority] = ()) -> Seal:
    """Return what the dossier tells of its own seal; ``silent`` are those who were asked and did not answer."""
    from evidence_app.proof.keys import KeyKind

    names, missing = (tuple(authority.name for authority in group) for group in (asked, silent))
    if key is None:
        return Seal(asked=names, silent=missing)
    fingerprint = key.fingerprint if key.kind is not KeyKind.ONE_TIME else ""
    return Seal(key=key.kind, signer=key.subject, fingerprint=fingerprint, asked=names, silent=missing)


def seal_foreseen(signing: Signing, name: str, authorities: Sequence[Authority]) -> Seal:
    """Return what the dossier will tell of its seal, without making a key or asking the system's keyring for one."""
    from evidence_app.proof.keys import KeyKind, kind_foreseen, subject_for

    asked = tuple(authority.name for authority in authorities)
    if signing.mode is SigningMode.NONE:
        return Seal(asked=asked)
    if signing.mode is SigningMode.PKCS12:
        try:
            return seal_with(key_for(signing, name), authorities)
        except InputProblem:  # the export will tell
            file_name = signing.path.name if signing.path else ""
            return Seal(key=KeyKind.OWN, signer=file_name, fingerprint=UNKNOWN_YET, asked=asked)
    kind = kind_foreseen(signing.passphrase)
    fingerprint = "" if kind is KeyKind.ONE_TIME else UNKNOWN_YET
    return Seal(key=kind, signer=subject_for(name), fingerprint=fingerprint, asked=asked)


@dataclass(frozen=True, slots=True)
class Sealed:
    """A file as it is now, with the tokens over it, as files beside it. ``signed`` is None where it was not to be."""

    sha256: str
    signed: "Signed | None" = None
    testimony: "Testimony | None" = None
    tokens: tuple[Path, ...] = ()

    @property
    def refusals(self) -> "tuple[Refusal, ...]":
        """Who was asked and did not witness."""
        found = (*(self.signed.refusals if self.signed else ()), *(self.testimony.refusals if self.testimony else ()))
        return tuple({refusal.authority.code: refusal for refusal in found}.values())


def seal(
    path: Path, key: "SigningKey | None", authorities: Sequence[Authority], signing: Signing, progress: Progress
) -> Sealed:
    """Sign a finished PDF in its place, have it witnessed as it then is, and put the tokens beside it.

    Raises EnvironmentProblem("signing-failed"), OSError, Cancelled. Blocks for as long as the authorities take.
    """
    from evidence_app.proof.enclosures import token_name
    from evidence_app.proof.signing import sign
    from evidence_app.proof.witnesses import ask_all

    signed = sign(path, path, key, authorities, progress, long_term=signing.long_term) if key else None
    silent = {refusal.authority.code for refusal in signed.refusals} if signed else set()
    digest = _digest(path, progress)
    testimony = ask_all([each for each in authorities if each.code not in silent], digest, progress)
    tokens = []
    for count, witnessed in enumerate(testimony.witnessed, 1):
        tokens.append(path.with_name(token_name(path.name, count)))
        tokens[-1].write_bytes(witnessed.response)
    return Sealed(digest.hex(), signed, testimony, tuple(tokens))


def _digest(path: Path, progress: Progress) -> bytes:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK_BYTES):
            progress.check()
            digest.update(chunk)
    return digest.digest()
