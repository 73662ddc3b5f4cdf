"""Trusted timestamps (RFC 3161): read without trusting, then verified down to a pinned root.

pyHanko 0.38 checks that there is one signer, its signature, the digest of what it signed, ESSCertID where there is
one, and the certificates' path to a root at the time of the token. What it does not ask is asked here: status, form,
imprint, nonce, policy, clock, that ESSCertID is there, that the signer's certificate is for timestamping and nothing
else, and critically so (RFC 3161 2.3), that the root was valid too, and no SHA-1. Revocation is not asked: it would
need the network, and a token has to be checked offline and in twenty years.
"""

import asyncio
import hashlib
import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from evidence_app.domain.anchors import Authority
from evidence_app.errors import InputProblem, IntegrityFailure, JuzhengError
from evidence_app.proof.der import content_start, is_der

if TYPE_CHECKING:
    from asn1crypto import cms, core, tsp, x509

LARGEST_TOKEN = 64 * 1024
"""Bytes. Tokens with their certificates have 3 to 12 thousand."""

MOST_CERTIFICATES = 6
"""Certificates in a token. Real ones bring two to four. pyHanko tries every path through those that could have issued
each other: with eight of one name and key that took 13 seconds, with six it takes a fifth of one."""

IMPRINTS = ("sha256", "sha384", "sha512")
"""Digests that a token may be over. SHA-1 has collisions: a token over one says nothing of these bytes."""

LONGEST_NAME = 200
"""Characters of a certificate's subject that are told."""

_OBJECT_IDENTIFIER = 0x06

logging.getLogger("pyhanko").addHandler(logging.NullHandler())  # else what it warns of goes to standard error


class UnknownRoot(IntegrityFailure):
    """The token is whole, and over these bytes, but nobody known vouches for it. ``token`` is what it claims."""

    def __init__(self, token: "Token") -> None:
        super().__init__("token-root-unknown", signer=token.signer)
        self.token = token


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """What a token claims; nothing of it is verified. ``response`` are the bytes as they were received.

    ``algorithm`` is ``sha256`` or another name that `hashlib` knows, ``policy`` an object identifier, ``signer`` a
    certificate's subject, empty where that certificate is missing. ``bare`` tells a TimeStampToken by itself from the
    complete answer of an authority (TimeStampResp).
    """

    response: bytes
    algorithm: str
    digest: bytes
    witnessed_at: datetime
    policy: str
    serial: int
    nonce: int | None
    signer: str
    bare: bool
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


@contextmanager
def _as(code: str, family: type[JuzhengError]) -> Iterator[None]:
    """Take whatever the libraries stumble over in hostile bytes for what it is."""
    try:
        yield
    except JuzhengError:
        raise
    except Exception as error:  # what the libraries raise over hostile bytes has no common parent
        raise family(code) from error


# -- reading, without trust ------------------------------------------------------------------------------------------


def parse_response(der: bytes) -> Token:
    """Return what a TimeStampResp or a bare TimeStampToken says, without trusting any of it.

    Raises InputProblem: ``token-unreadable``; ``token-rejected`` for a refusal by the authority.
    """
    if len(der) > LARGEST_TOKEN or not is_der(der):
        raise InputProblem("token-unreadable")
    with _as("token-unreadable", InputProblem):
        signed_data = _signed_data(_token_of(der))
        info = _info(signed_data)
        imprint = info["message_imprint"]
        return Token(
            response=der,
            algorithm=imprint["hash_algorithm"]["algorithm"].native,
            digest=imprint["hashed_message"].native,
            witnessed_at=info["gen_time"].native.astimezone(UTC),
            policy=info["policy"].dotted,
            serial=info["serial_number"].native,
            nonce=info["nonce"].native,
            signer=_signer_name(signed_data),
            bare=_is_bare(der),
            signed_data=signed_data,
        )


def _token_of(der: bytes) -> "cms.ContentInfo":
    """Return the token of a response, or the bare token that the bytes are."""
    from asn1crypto import cms, tsp

    assert tsp  # which teaches cms what a timestamp is, whoever imported what before
    if _is_bare(der):
        return cms.ContentInfo.load(der, strict=True)
    response = _response_type().load(der, strict=True)
    status = response["status"]["status"].native
    if status != "granted":
        raise InputProblem("token-rejected", status=str(status))
    return response["time_stamp_token"]


def _is_bare(der: bytes) -> bool:
    """Tell a token by itself, which begins with its type, from a response, which begins with a status."""
    return der[content_start(der) :][:1] == bytes([_OBJECT_IDENTIFIER])


@lru_cache(maxsize=1)
def _response_type() -> "type[core.Sequence]":
    """Return TimeStampResp (RFC 3161 2.4.2); asn1crypto's own cannot read a refusal, which has no token."""
    from asn1crypto import cms, core, tsp

    class TimeStampResp(core.Sequence):  # type: ignore[misc]  # asn1crypto has no types
        _fields = [
            ("status", tsp.PKIStatusInfo),
            ("time_stamp_token", cms.ContentInfo, {"optional": True}),
        ]

    return TimeStampResp


def _signed_data(token: "cms.ContentInfo") -> "cms.SignedData":
    if token["content_type"].native != "signed_data":
        raise ValueError("no signed data")
    signed_data = token["content"]
    if signed_data["encap_content_info"]["content_type"].native != "tst_info":
        raise ValueError("no timestamp")
    return signed_data


def _info(signed_data: "cms.SignedData") -> "tsp.TSTInfo":
    """Return what was signed. It lies in an octet string, so that its form was not looked at yet."""
    from asn1crypto import tsp

    der = bytes(signed_data["encap_content_info"]["content"])
    if not is_der(der):
        raise ValueError("not in the one form")
    info = tsp.TSTInfo.load(der, strict=True)
    if info["version"].native != "v1" or any(each["critical"].native for each in info["extensions"] or ()):
        raise ValueError("of a kind that is not known")
    return info


def _signer_name(signed_data: "cms.SignedData") -> str:
    from pyhanko.sign.general import CMSExtractionError, extract_certificate_info

    try:
        return _subject(extract_certificate_info(signed_data).signer_cert)
    except (CMSExtractionError, TypeError):  # TypeError: no certificates at all
        return ""


def _subject(certificate: "x509.Certificate") -> str:
    """Return a subject's values, the common name first, as one line."""
    values = dict(certificate.subject.native)
    names = [values.pop("common_name", ""), *values.values()]
    told = ", ".join(str(name) for name in names if name)
    return "".join(each if each.isprintable() else " " for each in told)[:LONGEST_NAME]


# -- verifying ---------------------------------------------------------------------------------------------------------


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
    ``token-policy``; UnknownRoot where everything else holds. The plan is numbered in the code.
    """
    token = parse_response(response)  # 1. one canonical, granted answer with a timestamp of version 1
    _require_imprint(token, digest, algorithm)  # 2. over exactly these bytes
    if nonce is not None and token.nonce != nonce:  # 3. the answer to this question, not to an earlier one
        raise IntegrityFailure("token-other-nonce")
    _require_time(token, not_before, not_after)  # 4. at a time that can be
    known = tuple(authorities)
    signature = _checked_signature(token, known)  # 5. signed once, whole, by the certificate that it names
    signer = signature["signing_cert"]
    with _as("token-broken", IntegrityFailure):
        _require_usage(signer)  # 6. a certificate for timestamping and nothing else
        _require_valid(signer, token.witnessed_at)  # 7. which was valid then
    root = _root(token, signature)  # 8. and leads to a pinned root
    return _verified(token, _authority(token, root, known), root)  # 9. of an authority that stamps under this policy


def _verified(token: Token, authority: Authority, root: "x509.Certificate") -> VerifiedToken:
    return VerifiedToken(
        witnessed_at=token.witnessed_at,
        authority=authority,
        signer=token.signer,
        root=_subject(root),
        root_sha256=root.sha256.hex(),
        policy=token.policy,
        serial=token.serial,
    )


def _require_imprint(token: Token, digest: bytes, algorithm: str) -> None:
    if token.algorithm not in IMPRINTS:
        raise IntegrityFailure("token-weak", algorithm=token.algorithm)
    if token.algorithm != algorithm or token.digest != digest:
        raise IntegrityFailure("token-other-bytes")
    if len(digest) != hashlib.new(algorithm).digest_size:
        raise IntegrityFailure("token-broken")


def _require_time(token: Token, not_before: datetime | None, not_after: datetime | None) -> None:
    early = not_before is not None and token.witnessed_at < not_before
    if early or (not_after is not None and token.witnessed_at > not_after):
        raise IntegrityFailure("token-clock", claimed=f"{token.witnessed_at:%Y-%m-%d %H:%M:%S} UTC")


def _checked_signature(token: Token, authorities: tuple[Authority, ...]) -> dict[str, Any]:
    """Return what pyHanko found, of which the signature itself is known to hold."""
    with _as("token-broken", IntegrityFailure):
        from pyhanko.sign.general import extract_signer_info
        from pyhanko.sign.validation.generic_cms import get_signing_cert_attr, validate_tst_signed_data
        from pyhanko_certvalidator import ValidationContext

        attributes = extract_signer_info(token.signed_data)["signed_attrs"]
        if len(token.signed_data["certificates"]) > MOST_CERTIFICATES or get_signing_cert_attr(attributes) is None:
            raise IntegrityFailure("token-broken")
        context = ValidationContext(
            trust_roots=[root for authority in authorities for root in roots_of(authority)],
            moment=token.witnessed_at,
            best_signature_time=token.witnessed_at,
            allow_fetching=False,
        )
        found: dict[str, Any] = asyncio.run(
            validate_tst_signed_data(token.signed_data, context, lambda algorithm: token.digest)
        )
        if not (found["intact"] and found["valid"]):
            raise IntegrityFailure("token-broken")
        return found


def _require_usage(signer: "x509.Certificate") -> None:
    """Require what RFC 3161 2.3 does: the extended key usage is critical, and timestamping alone."""
    usages = signer.extended_key_usage_value
    critical = any(
        each["extn_id"].native == "extended_key_usage" and each["critical"].native
        for each in signer["tbs_certificate"]["extensions"]
    )
    key_usage = signer.key_usage_value
    signs = key_usage is None or bool({"digital_signature", "non_repudiation"} & key_usage.native)
    if usages is None or usages.native != ["time_stamping"] or not critical or signer.ca or not signs:
        raise IntegrityFailure("token-wrong-usage")


def _require_valid(certificate: "x509.Certificate", at: datetime) -> None:
    if not certificate.not_valid_before <= at <= certificate.not_valid_after:
        raise IntegrityFailure("token-expired", until=f"{certificate.not_valid_after:%Y-%m-%d}")


def _root(token: Token, signature: dict[str, Any]) -> "x509.Certificate":
    """Return the pinned root to which the path leads that pyHanko found."""
    with _as("token-broken", IntegrityFailure):
        from pyhanko.sign.ades.report import AdESIndeterminate as Trouble

        match signature["trust_problem_indic"]:
            case None:
                root: x509.Certificate = signature["validation_path"].trust_anchor.authority.certificate
                _require_valid(root, token.witnessed_at)
                return root
            case Trouble.CRYPTO_CONSTRAINTS_FAILURE | Trouble.CRYPTO_CONSTRAINTS_FAILURE_NO_POE:
                raise IntegrityFailure("token-weak", algorithm=str(signature["md_algorithm"]))
            case _:
                path = signature["validation_path"]
                for each in path.iter_certs(include_root=False) if path is not None else ():
                    _require_valid(each, token.witnessed_at)
                raise UnknownRoot(token)


def _authority(token: Token, root: "x509.Certificate", authorities: tuple[Authority, ...]) -> Authority:
    pinning = [authority for authority in authorities if root.dump() in _root_ders(authority)]
    for authority in pinning:
        if not authority.policies or token.policy in authority.policies:
            return authority
    raise IntegrityFailure("token-policy", policy=token.policy)


def roots_of(authority: Authority) -> tuple["x509.Certificate", ...]:
    """Return an authority's pinned roots as pyHanko takes them.

    Made anew each time: asn1crypto reads them bit by bit when it is asked, which two threads must not do at once.
    """
    from asn1crypto import x509

    return tuple(x509.Certificate.load(der) for der in _root_ders(authority))


def _root_ders(authority: Authority) -> tuple[bytes, ...]:
    return tuple(_der(pem) for pem in authority.roots)


@lru_cache(maxsize=64)
def _der(text: str) -> bytes:
    from asn1crypto import pem

    _, _, der = pem.unarmor(text.encode("ascii"))
    return bytes(der)
