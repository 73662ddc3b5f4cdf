"""Keys with which dossiers are signed: made on this computer and labelled as such, or the person's own PKCS#12.

A key made here says who signed only as far as one believes the name: nobody checked it. What it adds is that the same
key stands behind several dossiers, and that whoever changes one has to sign anew. It is kept by the operating system,
or in a file under a passphrase, or it lives for one dossier only and is never written down.
"""

import base64
import hashlib
import os
import sys
import unicodedata
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from evidence_app.errors import InputProblem
from evidence_app.vault.storage import storage_problems, sync_file

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
    from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes
    from cryptography.x509 import Certificate, KeyUsage

UNVERIFIED = "identity not verified"
"""Stands in the subject of every certificate made here."""

ISSUER = "Self-declared with Juzheng"
NOBODY = "Juzheng user"

NAME_BYTES = 64 - len(f" ({UNVERIFIED})")
"""A common name has at most 64 characters (RFC 5280, ub-common-name), counted by some as bytes of UTF-8."""

YEARS = 20
"""A dossier made today must verify in twenty years, and tools ask whether the certificate is still valid."""

LARGEST_PKCS12 = 1 << 20
SERVICE = "Juzheng signing key"


class KeyKind(StrEnum):
    """Where the key is, and so how long it lives and what the signature says."""

    KEYRING = "keyring"
    FILE = "file"
    ONE_TIME = "one-time"
    OWN = "own-pkcs12"


@dataclass(frozen=True, slots=True, eq=False)
class SigningKey:
    """A key with its certificate, and the certificates above it. It is never printed, also not by accident."""

    kind: KeyKind
    private: "PrivateKeyTypes" = field(repr=False)
    certificate: "Certificate" = field(repr=False)
    above: tuple["Certificate", ...] = field(default=(), repr=False)

    @property
    def subject(self) -> str:
        """Whom the certificate names, as a common name or else in full."""
        from cryptography.x509.oid import NameOID

        names = self.certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
        return str(names[0].value) if names else self.certificate.subject.rfc4514_string()

    @property
    def fingerprint(self) -> str:
        """The SHA-256 of the certificate, lower-case hex: the same in all dossiers that this key signs."""
        from cryptography.hazmat.primitives.serialization import Encoding

        return hashlib.sha256(self.certificate.public_bytes(Encoding.DER)).hexdigest()


class Keeper(Protocol):
    """Where a key made here is kept from one dossier to the next, by the name in it."""

    @property
    def kind(self) -> KeyKind:
        """What keys kept here are."""

    def kept(self, name: str) -> "tuple[EllipticCurvePrivateKey, Certificate] | None":
        """Return the key kept for a name, None if there is none, or none that can be read."""

    def keep(self, name: str, private: "EllipticCurvePrivateKey", certificate: "Certificate") -> bool:
        """Keep a key; tell whether it will be found again."""


def own_key(name: str, keeper: Keeper | None) -> SigningKey:
    """Return the key made here for this name, a new one where none is kept.

    Without a keeper, or with one that cannot keep it, it is a key for one time: once signed with and forgotten, nobody
    can sign with it again. Raises InputProblem("signing-passphrase") for the wrong passphrase.
    """
    name = presentable(name)
    kept = keeper.kept(name) if keeper else None
    if keeper and kept:
        return SigningKey(keeper.kind, *kept)
    if keeper:
        made = new_key(name)
        if keeper.keep(name, *made):
            return SigningKey(keeper.kind, *made)
    return SigningKey(KeyKind.ONE_TIME, *new_key(name))  # not the one just made: a keeper may have kept that after all


def presentable(name: str) -> str:
    """Return a name as it may stand in a certificate: one line, nothing invisible, not too long."""
    shown = (char for char in " ".join(name.split()) if unicodedata.category(char)[0] != "C")
    return "".join(shown).encode()[:NAME_BYTES].decode(errors="ignore").strip() or NOBODY


def subject_for(name: str) -> str:
    """Return whom the certificate of a key made here names."""
    return f"{presentable(name)} ({UNVERIFIED})"


def name_in(subject: str) -> str:
    """Return the name in a certificate's subject, without what one made here says of it."""
    return subject.removesuffix(f" ({UNVERIFIED})")


def new_key(name: str) -> "tuple[EllipticCurvePrivateKey, Certificate]":
    """Return a new P-256 key and the certificate that it signs for itself."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    private = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name(
        [
            x509.NameAttribute(NameOID.COMMON_NAME, subject_for(name)),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, ISSUER),
        ]
    )
    begins = datetime.now(UTC) - timedelta(days=1)  # a reader's clock may be behind ours
    builder = (
        x509.CertificateBuilder(subject, subject, private.public_key(), x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(begins + timedelta(days=366 * YEARS))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_signing_only(), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(private.public_key()), critical=False)
    )
    return private, builder.sign(private, hashes.SHA256())


def _signing_only() -> "KeyUsage":
    from cryptography import x509

    others = (
        "key_encipherment",
        "data_encipherment",
        "key_agreement",
        "key_cert_sign",
        "crl_sign",
        "encipher_only",
        "decipher_only",
    )
    return x509.KeyUsage(digital_signature=True, content_commitment=True, **dict.fromkeys(others, False))


class KeyringKeeper:
    """The operating system's own store: Keychain, Credential Manager, Secret Service."""

    kind = KeyKind.KEYRING

    def kept(self, name: str) -> "tuple[EllipticCurvePrivateKey, Certificate] | None":
        """Return the kept key; what is there and cannot be read is as good as none."""
        import keyring
        from keyring.errors import KeyringError

        try:
            text = keyring.get_password(SERVICE, name)
        except KeyringError:
            return None
        return _from_text(text) if text else None

    def keep(self, name: str, private: "EllipticCurvePrivateKey", certificate: "Certificate") -> bool:
        """Keep a key and read it back: not every store that takes a text also gives it back."""
        import keyring
        from keyring.errors import KeyringError

        text = _as_text(private, certificate)
        try:
            keyring.set_password(SERVICE, name, text)
            return keyring.get_password(SERVICE, name) == text
        except KeyringError:
            return False


def _as_text(private: "EllipticCurvePrivateKey", certificate: "Certificate") -> str:
    """Return key and certificate on one line of less than 1,280 characters, all that Windows' store takes."""
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    key = private.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    return " ".join(base64.b64encode(part).decode() for part in (key, certificate.public_bytes(Encoding.DER)))


def _from_text(text: str) -> "tuple[EllipticCurvePrivateKey, Certificate] | None":
    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
    from cryptography.hazmat.primitives.serialization import load_der_private_key

    try:
        key, certificate = (base64.b64decode(part, validate=True) for part in text.split(" "))
        private, owner = load_der_private_key(key, None), x509.load_der_x509_certificate(certificate)
    except (ValueError, TypeError):
        return None
    if not isinstance(private, EllipticCurvePrivateKey) or private.public_key() != owner.public_key():
        return None
    return private, owner


@dataclass(frozen=True, slots=True)
class FileKeeper:
    """A folder of PKCS#12 files, one for each name, under one passphrase."""

    folder: Path
    passphrase: str = field(repr=False)
    kind: KeyKind = KeyKind.FILE

    def _path(self, name: str) -> Path:
        return self.folder / f"signing-key-{hashlib.sha256(name.encode()).hexdigest()[:12]}.p12"

    def kept(self, name: str) -> "tuple[EllipticCurvePrivateKey, Certificate] | None":
        """Return the kept key. Raises InputProblem("signing-passphrase"), so that no second key takes its place."""
        from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

        path = self._path(name)
        if not path.is_file():
            return None
        private, certificate, _ = _unlocked(path, self.passphrase, "signing-passphrase")
        return (private, certificate) if isinstance(private, EllipticCurvePrivateKey) else None

    def keep(self, name: str, private: "EllipticCurvePrivateKey", certificate: "Certificate") -> bool:
        """Write the file, whole or not at all, for this user only; a disk that refuses it keeps nothing."""
        from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12

        locked = BestAvailableEncryption(self.passphrase.encode())
        data = pkcs12.serialize_key_and_certificates(name.encode(), private, certificate, None, locked)
        path = self._path(name)
        new = path.with_suffix(".new")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with open(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:  # noqa: PTH123
                file.write(data)
                file.flush()
                sync_file(file.fileno())
            new.replace(path)
        except OSError:
            return False
        return True


def usual_keeper(passphrase: str = "") -> Keeper | None:
    """Return the system's keyring where there is one; else, with a passphrase, this user's own folder; else None."""
    if _has_keyring():
        return KeyringKeeper()
    if not passphrase:
        return None
    from platformdirs import user_config_path

    return FileKeeper(user_config_path("Juzheng", appauthor=False) / "keys", passphrase)


def kind_foreseen(passphrase: str = "") -> KeyKind:
    """Return what the next key made here will be, as far as that is known without touching the keyring."""
    keeper = usual_keeper(passphrase)
    return keeper.kind if keeper else KeyKind.ONE_TIME


def _has_keyring() -> bool:
    """Tell whether the system keeps secrets: without a desktop keyring's backend is one that fails or forgets."""
    if sys.platform != "darwin":
        # it looks for Apple's libraries everywhere, on Linux by starting a compiler that writes temporary files
        sys.modules.setdefault("keyring.backends.macOS.api", None)  # type: ignore[arg-type]
    import keyring
    from keyring.backends import fail, null

    return not isinstance(keyring.get_keyring(), fail.Keyring | null.Keyring)


def load_pkcs12(path: Path, passphrase: str) -> SigningKey:
    """Return the person's own key and certificates.

    Raises InputProblem: ``pkcs12-unreadable``, ``pkcs12-passphrase``, ``pkcs12-no-key``, ``pkcs12-key-kind``,
    ``pkcs12-expired``; EnvironmentProblem (disk).
    """
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa

    private, certificate, above = _unlocked(path, passphrase, "pkcs12-passphrase")
    if not isinstance(private, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey):
        raise InputProblem("pkcs12-key-kind", name=path.name)
    if not certificate.not_valid_before_utc <= datetime.now(UTC) <= certificate.not_valid_after_utc:
        raise InputProblem("pkcs12-expired", name=path.name, until=f"{certificate.not_valid_after_utc:%Y-%m-%d}")
    return SigningKey(KeyKind.OWN, private, certificate, above)


def _unlocked(
    path: Path, passphrase: str, wrong: str
) -> "tuple[PrivateKeyTypes, Certificate, tuple[Certificate, ...]]":
    """Return what a PKCS#12 file holds. Raises InputProblem, with the code ``wrong`` for another passphrase."""
    from cryptography.hazmat.primitives.serialization import pkcs12

    data = _content(path)
    try:
        found = pkcs12.load_pkcs12(data, passphrase.encode() or None)
    except ValueError as error:
        is_locked = "password" in str(error).lower()
        raise InputProblem(wrong if is_locked else "pkcs12-unreadable", name=path.name) from error
    if found.key is None or found.cert is None:
        raise InputProblem("pkcs12-no-key", name=path.name)
    return found.key, found.cert.certificate, tuple(each.certificate for each in found.additional_certs)


def _content(path: Path) -> bytes:
    if not path.is_file():
        raise InputProblem("pkcs12-unreadable", name=path.name)
    with storage_problems(path), path.open("rb") as file:
        data = file.read(LARGEST_PKCS12 + 1)
    if len(data) > LARGEST_PKCS12:
        raise InputProblem("pkcs12-unreadable", name=path.name)
    return data
