"""A signature made today that bears a timestamp of long ago: a key is looked for that fits a signature that is there.

To any ECDSA signature and any message there is a public key under which the one verifies over the other (duplicate
signature key selection: Blake-Wilson and Menezes, 1999). Nobody needs its private key: the certificate is signed by
another one.
"""

import hashlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

from asn1crypto import algos, cms, core
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import signers
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter

Point = tuple[int, int] | None

P = 0xFFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF
N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
B = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
G: Point = (
    0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
    0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5,
)


def add(one: Point, other: Point) -> Point:
    """Add two points of P-256."""
    if one is None or other is None:
        return one or other
    (x, y), (u, v) = one, other
    if x == u and (y + v) % P == 0:
        return None
    slope = ((3 * x * x - 3) * pow(2 * y, -1, P) if one == other else (v - y) * pow(u - x, -1, P)) % P
    third = (slope * slope - x - u) % P
    return third, (slope * (x - third) - y) % P


def times(count: int, point: Point) -> Point:
    """Multiply a point of P-256."""
    total: Point = None
    for bit in bin(count)[2:]:
        total = add(total, total)
        if bit == "1":
            total = add(total, point)
    return total


def fitting_key(signature: bytes, message: bytes) -> ec.EllipticCurvePublicKey:
    """Return the key under which a signature (DER) is one over this message."""
    found = algos.DSASignature.load(signature).native
    r, s = found["r"], found["s"]
    e = int.from_bytes(hashlib.sha256(message).digest())
    y = pow(r**3 - 3 * r + B, (P + 1) // 4, P)
    inverse = pow(r, -1, N)
    fitting = add(times(s * inverse % N, (r, y)), times(-e * inverse % N, G))
    assert fitting is not None
    return ec.EllipticCurvePublicNumbers(*fitting, ec.SECP256R1()).public_key()


def certificate_for(key: ec.EllipticCurvePublicKey) -> asn1_x509.Certificate:
    """Return a certificate that vouches for a key of which nobody has the private one."""
    issuer = ec.generate_private_key(ec.SECP256R1())
    names = [x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]) for name in ("Zhang San", "Some CA")]
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(names[1], names[0], key, x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=365))
        .sign(issuer, hashes.SHA256())
    )
    return asn1_x509.Certificate.load(made.public_bytes(serialization.Encoding.DER))


class Borrower(signers.SimpleSigner):
    """Signs with a signature value, and the timestamp over it, that belong to another file."""

    def __init__(self, like: signers.SimpleSigner, value: bytes, stamps: cms.CMSAttributes) -> None:
        super().__init__(signing_cert=like.signing_cert, signing_key=like.signing_key, cert_registry=like.cert_registry)
        self._value, self._stamps = value, stamps

    async def async_sign(self, data_digest: bytes, digest_algorithm: str, **kwargs: object) -> cms.ContentInfo:
        attributes = cms.CMSAttributes(
            [
                cms.CMSAttribute({"type": "content_type", "values": ["data"]}),
                cms.CMSAttribute({"type": "message_digest", "values": [data_digest]}),
            ]
        )
        certificate = certificate_for(fitting_key(self._value, attributes.dump()))
        by = cms.IssuerAndSerialNumber({"issuer": certificate.issuer, "serial_number": certificate.serial_number})
        signer = {
            "version": "v1",
            "sid": cms.SignerIdentifier("issuer_and_serial_number", by),
            "digest_algorithm": {"algorithm": digest_algorithm},
            "signed_attrs": attributes,
            "signature_algorithm": {"algorithm": "sha256_ecdsa"},
            "signature": core.OctetString(self._value),
            "unsigned_attrs": self._stamps,
        }
        content = {
            "version": "v1",
            "digest_algorithms": [{"algorithm": digest_algorithm}],
            "encap_content_info": {"content_type": "data"},
            "certificates": [certificate],
            "signer_infos": [signer],
        }
        return cms.ContentInfo({"content_type": "signed_data", "content": cms.SignedData(content)})


def borrowed(pdf: Path, stamped: Path, like: signers.SimpleSigner, out: Path) -> Path:
    """Sign a PDF with the signature value, and the timestamp, of one that was signed and stamped long ago."""
    with stamped.open("rb") as file:
        info = PdfFileReader(file).embedded_signatures[0].signer_info
        value, stamps = info["signature"].native, info["unsigned_attrs"].copy()
    facts = signers.PdfSignatureMetadata(
        field_name="DossierSignature",
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.ADOBE_PKCS7_DETACHED,
        certify=True,
        docmdp_permissions=MDPPerm.NO_CHANGES,
    )
    with pdf.open("rb") as source, out.open("w+b") as target:
        signer = signers.PdfSigner(facts, Borrower(like, value, stamps))
        signer.sign_pdf(IncrementalPdfFileWriter(source), output=target, bytes_reserved=32768)
    return out
