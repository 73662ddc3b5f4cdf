"""Trusted timestamps (RFC 3161): read without trusting, then verified down to a pinned root. Slow to import: lazily.

pyHanko 0.38 checks that there is one signer, its signature, the digest of what it signed, ESSCertID where there is
one, and the certificates' path to a root at the time of the token. What it does not ask is asked here: status, form,
imprint, nonce, policy, clock, that ESSCertID is there, that the signer's certificate is for timestamping and nothing
else, and critically so (RFC 3161 2.3), and no SHA-1. Revocation is not asked: it would need the network, and a token
has to be checked offline and in twenty years.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from evidence_app.domain.anchors import Authority
from evidence_app.errors import IntegrityFailure

if TYPE_CHECKING:
    from asn1crypto import cms

LARGEST_TOKEN = 64 * 1024
"""Bytes. Tokens with their certificates have 3 to 12 thousand."""

MOST_CERTIFICATES = 8
"""Certificates in a token. Real ones bring two to four; paths through many could be tried for ever."""

IMPRINTS = ("sha256", "sha384", "sha512")
"""Digests that a token may be over. SHA-1 has collisions: a token over one says nothing of these bytes."""


class UnknownRoot(IntegrityFailure):
    """The token is whole, and over these bytes, but nobody known vouches for it. ``token`` is what it claims."""

    def __init__(self, token: "Token") -> None:
        super().__init__("token-root-unknown", signer=token.signer)
        self.token = token


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """What a token claims; nothing of it is verified. ``response`` are the bytes as they were received.

    ``algorithm`` is ``sha256`` or another name that `hashlib` knows, ``policy`` an object identifier.
    """

    response: bytes
    algorithm: str
    digest: bytes
    witnessed_at: datetime
    policy: str
    serial: int
    nonce: int | None
    signer: str
    signed_data: "cms.SignedData" = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedToken:
    """A token that holds. ``root`` and ``signer`` are certificates' subjects, ``root_sha256`` is lower-case hex."""

    witnessed_at: datetime
    authority: Authority
    signer: str
    root: str
    root_sha256: str
    policy: str
    serial: int


def parse_response(der: bytes) -> Token:
    """Return what a TimeStampResp or a bare TimeStampToken says, without trusting any of it.

    Raises InputProblem: ``token-unreadable``; ``token-rejected`` for a refusal by the authority.
    """
    raise NotImplementedError


def verify_token(
    response: bytes,
    digest: bytes,
    authorities: Iterable[Authority],
    *,
    algorithm: str = "sha256",
    nonce: int | None = None,
    not_before: datetime | None = None,
    not_after: datetime | None = None,
) -> VerifiedToken:
    """Return who witnessed a digest, and when, down to a pinned root of one of these authorities.

    ``digest`` is by ``algorithm``, SHA-256 unless the token was made elsewhere. ``nonce`` is what was asked with, and
    has to come back. The time may lie neither before ``not_before`` nor after ``not_after``. That a certificate expired
    since does not matter.

    Raises InputProblem as `parse_response`; IntegrityFailure: ``token-other-bytes``, ``token-weak``,
    ``token-other-nonce``, ``token-clock``, ``token-broken``, ``token-wrong-usage``, ``token-expired``,
    ``token-policy``; UnknownRoot where everything else holds.
    """
    raise NotImplementedError
