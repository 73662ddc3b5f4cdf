"""Timestamp authorities: those that come with the program, and those that a person adds."""

import hashlib
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from evidence_app.domain.anchors import Authority
from evidence_app.errors import InputProblem, IntegrityFailure
from evidence_app.resources import resource

MOST_ROOTS = 8
"""Certificates in one file that a person adds; whole bundles of a system's roots are no choice of whom to trust."""

LARGEST_ROOTS_FILE = 64 * 1024
LONGEST_ADDRESS = 500
OWN_CODE_DIGITS = 8
_BEGIN, _END = "-----BEGIN CERTIFICATE-----", "-----END CERTIFICATE-----"


@lru_cache(maxsize=1)
def bundled_authorities() -> tuple[Authority, ...]:
    """Return the authorities that come with the program, those first that are asked unless somebody chose others.

    Raises IntegrityFailure("authority-root-changed") where a root is not the one whose fingerprint was written down.
    """
    return tuple(authority for authority, _ in _bundled())


@lru_cache(maxsize=1)
def default_authorities() -> tuple[Authority, ...]:
    """Return the authorities that are asked unless somebody chose others: two, of different operators."""
    return tuple(authority for authority, asked in _bundled() if asked)


def _bundled() -> list[tuple[Authority, int]]:
    """Return the authorities with their places among those that are asked, 0 for none."""
    found = [_read(path) for path in sorted(resource("authorities").glob("*.toml"))]
    return sorted(found, key=lambda each: each[1] or len(found))


def _read(path: Path) -> tuple[Authority, int]:
    facts = tomllib.loads(path.read_text("utf-8"))
    authority = Authority(
        code=facts["code"],
        name=facts["name"],
        operator=facts["operator"],
        url=facts["url"],
        roots=tuple(_pinned(path.parent, root) for root in facts["root"]),
        policies=tuple(facts["policies"]),
        policy_url=facts["policy_url"],
    )
    return authority, facts.get("asked", 0)


def _pinned(folder: Path, root: dict[str, Any]) -> str:
    pem: str = (folder / root["file"]).read_text("ascii")
    if root_sha256(pem) != root["sha256"]:
        raise IntegrityFailure("authority-root-changed", name=root["file"])
    return pem


def authority_from(name: str, url: str, pem: str) -> Authority:
    """Return an authority that a person adds, with the root certificates in ``pem``.

    Raises InputProblem: ``authority-address`` for what is no http or https address, ``authority-root`` for what holds
    no certificate, or one that may not issue others.
    """
    roots = _roots_in(pem)
    address = usable_address(url)
    host = urlsplit(address).hostname or address
    return Authority(
        code=f"own-{root_sha256(roots[0])[:OWN_CODE_DIGITS]}",
        name=name.strip() or host,
        operator=host,
        url=address,
        roots=roots,
    )


def usable_address(url: str) -> str:
    """Return an address that can be asked. Raises InputProblem("authority-address")."""
    try:
        parts = urlsplit(url.strip())
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
        plain = parts.username is None and not parts.fragment and url.strip().isascii() and url.strip().isprintable()
    except ValueError as error:
        raise InputProblem("authority-address", url=url[:LONGEST_ADDRESS]) from error
    if not usable or not plain or " " in url.strip() or len(url) > LONGEST_ADDRESS:
        raise InputProblem("authority-address", url=url[:LONGEST_ADDRESS])
    return url.strip()


def _roots_in(text: str) -> tuple[str, ...]:
    """Return the certificates in a PEM text, each in its own, as they are written here."""
    found = [part.split(_END)[0].strip() for part in text[:LARGEST_ROOTS_FILE].split(_BEGIN)[1:]]
    if not 1 <= len(found) <= MOST_ROOTS:
        raise InputProblem("authority-root")
    return tuple(_normal(body) for body in found)


def _normal(body: str) -> str:
    from cryptography import x509
    from cryptography.hazmat.primitives.serialization import Encoding

    try:
        certificate = x509.load_pem_x509_certificate(f"{_BEGIN}\n{body}\n{_END}\n".encode("ascii"))
        issues = certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    except (ValueError, x509.ExtensionNotFound, x509.DuplicateExtension) as error:
        raise InputProblem("authority-root") from error
    if not issues:
        raise InputProblem("authority-root")
    return certificate.public_bytes(Encoding.PEM).decode("ascii")


def root_sha256(pem: str) -> str:
    """Return the fingerprint of a certificate: the SHA-256 of its DER, in lower-case hex."""
    import ssl

    return hashlib.sha256(ssl.PEM_cert_to_DER_cert(pem)).hexdigest()
