"""Timestamp tokens put together by hand, each with as much wrong about it as asked for.

openssl makes none of these: it refuses to. That a token with nothing wrong is a good one, openssl says in a test.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from asn1crypto import algos, cms, core, tsp, x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding

from tests.fakes.authority_papers import Paper

HASHES = {"sha1": hashes.SHA1, "sha256": hashes.SHA256}


@dataclass(frozen=True, kw_only=True)
class Shape:
    """What a token should be like; the defaults are as RFC 3161 asks."""

    policy: str
    digest: bytes = b""
    imprint: str = ""
    nonce: int | None = None
    without_nonce: bool = False
    later: timedelta = timedelta()
    status: int = 0
    without_token: bool = False
    version: str = "v1"
    critical_extension: bool = False
    content_type: str = "tst_info"
    signed_with: str = "sha256"
    without_attributes: bool = False
    ess_of: bytes | None = b""
    signatures: int = 1
    later_after_signing: timedelta = timedelta()


def make(query: bytes, signer: Paper, certificates: Sequence[Paper], shape: Shape) -> bytes:
    """Return a TimeStampResp over what a TimeStampReq asked for, or over something else."""
    status = {"status": shape.status}
    if shape.without_token:
        return _sequence(tsp.PKIStatusInfo(status).dump())
    info = _info(query, shape, shape.later)
    signed = _info(query, shape, shape.later + shape.later_after_signing)
    data = cms.SignedData(
        {
            "version": "v3",
            "digest_algorithms": [{"algorithm": shape.signed_with}],
            "encap_content_info": {
                "content_type": shape.content_type,
                "content": core.ParsableOctetString(signed.dump()),
            },
            "signer_infos": [_signer_info(info.dump(), signer, shape)] * shape.signatures,
        }
    )
    if certificates:
        data["certificates"] = [x509.Certificate.load(paper.der) for paper in certificates]
    token = cms.ContentInfo({"content_type": "signed_data", "content": data})
    return bytes(tsp.TimeStampResp({"status": status, "time_stamp_token": token}).dump())


def _sequence(content: bytes) -> bytes:
    return bytes([0x30, len(content)]) + content


def _info(query: bytes, shape: Shape, later: timedelta) -> tsp.TSTInfo:
    asked = tsp.TimeStampReq.load(query)
    imprint = shape.imprint or "sha256"
    digest = shape.digest or asked["message_imprint"]["hashed_message"].native
    if shape.imprint:
        digest = hashlib.new(imprint, b"something").digest()
    facts: dict[str, object] = {
        "version": shape.version,
        "policy": shape.policy,
        "message_imprint": {"hash_algorithm": {"algorithm": imprint}, "hashed_message": digest},
        "serial_number": 4711,
        "gen_time": (datetime.now(UTC) + later).replace(microsecond=0),
    }
    if not shape.without_nonce:
        facts["nonce"] = asked["nonce"].native if shape.nonce is None else shape.nonce
    if shape.critical_extension:
        extension = {"extn_id": "1.2.3.4", "critical": True, "extn_value": core.OctetString(b"\x05\x00")}
        facts["extensions"] = [extension]
    return tsp.TSTInfo(facts)


def _signer_info(content: bytes, signer: Paper, shape: Shape) -> cms.SignerInfo:
    certificate = x509.Certificate.load(signer.der)
    attributes = cms.CMSAttributes(_attributes(content, certificate, shape))
    signs = content if shape.without_attributes else attributes.dump()
    facts: dict[str, object] = {
        "version": "v1",
        "sid": {"issuer_and_serial_number": {"issuer": certificate.issuer, "serial_number": certificate.serial_number}},
        "digest_algorithm": {"algorithm": shape.signed_with},
        "signature_algorithm": _algorithm(signer, shape.signed_with),
        "signature": _signature(signer, signs, shape.signed_with),
    }
    if not shape.without_attributes:
        facts["signed_attrs"] = attributes
    return cms.SignerInfo(facts)


def _attributes(content: bytes, certificate: x509.Certificate, shape: Shape) -> list[dict[str, object]]:
    digest = hashlib.new(shape.signed_with, content).digest()
    attributes: list[dict[str, object]] = [
        {"type": "content_type", "values": [shape.content_type]},
        {"type": "message_digest", "values": [digest]},
    ]
    if shape.ess_of is not None:
        named = hashlib.sha256(shape.ess_of or certificate.dump()).digest()
        algorithm = algos.DigestAlgorithm({"algorithm": "sha256"})
        essence = tsp.ESSCertIDv2({"hash_algorithm": algorithm, "cert_hash": named})
        value = tsp.SigningCertificateV2({"certs": [essence]})
        attributes.append({"type": "signing_certificate_v2", "values": [value]})
    return attributes


def _algorithm(signer: Paper, name: str) -> dict[str, str]:
    kind = "ecdsa" if isinstance(signer.key, ec.EllipticCurvePrivateKey) else "rsa"
    return {"algorithm": f"{name}_{kind}"}


def _signature(signer: Paper, data: bytes, name: str) -> bytes:
    if isinstance(signer.key, ec.EllipticCurvePrivateKey):
        return signer.key.sign(data, ec.ECDSA(HASHES[name]()))
    return signer.key.sign(data, padding.PKCS1v15(), HASHES[name]())
