"""Sealed dossiers and bags made by hand, without the program's own sealing: by pyHanko, openssl and the file system."""

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path

from asn1crypto import keys as asn1_keys
from asn1crypto import tsp
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.timestamps import TimeStamper
from pyhanko_certvalidator.registry import SimpleCertificateStore

from evidence_app.domain.anchors import Anchor, Authority
from evidence_app.domain.custody import checkpoint
from evidence_app.dossier.writing import write_dossier
from evidence_app.progress import Silent
from evidence_app.proof.enclosures import (
    Enclosure,
    Relationship,
    log_enclosures,
    original_enclosures,
    script_enclosures,
)
from tests.fakes.authorities import LocalAuthority
from tests.fakes.authority_server import reply
from tests.fakes.dossier_case import START, Case, encoded, image_media, new_case, options, picture


def stamped(authority: LocalAuthority, data: bytes, algorithm: str = "sha256") -> bytes:
    """Return openssl's timestamp over bytes."""
    return reply(authority.folder, request(data, algorithm).dump())


def bare(response: bytes) -> bytes:
    """Return the token in a response, as some authorities hand it out."""
    token: bytes = tsp.TimeStampResp.load(response)["time_stamp_token"].dump()
    return token


def request(data: bytes, algorithm: str) -> tsp.TimeStampReq:
    """Return a query for a timestamp over bytes."""
    imprint = {"hash_algorithm": {"algorithm": algorithm}, "hashed_message": hashlib.new(algorithm, data).digest()}
    nonce = int.from_bytes(os.urandom(8)) | 1
    return tsp.TimeStampReq({"version": 1, "message_imprint": imprint, "nonce": nonce, "cert_req": True})


class OpensslStamper(TimeStamper):
    """Has openssl stamp signatures."""

    def __init__(self, authority: LocalAuthority) -> None:
        super().__init__()
        self._authority = authority

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        return tsp.TimeStampResp.load(reply(self._authority.folder, req.dump()))


@lru_cache
def own_signer(name: str = "Li Xiaoming (self-declared)") -> signers.SimpleSigner:
    """Return a key that vouches for itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    whom = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder(whom, whom, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=365))
        .add_extension(x509.KeyUsage(True, True, *[False] * 7), critical=True)
        .sign(key, hashes.SHA256())
    )
    der = key.private_bytes(serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    return signers.SimpleSigner(
        signing_cert=asn1_x509.Certificate.load(certificate.public_bytes(serialization.Encoding.DER)),
        signing_key=asn1_keys.PrivateKeyInfo.load(der),
        cert_registry=SimpleCertificateStore(),
    )


def signed(
    pdf: Path,
    out: Path,
    authority: LocalAuthority | None = None,
    *,
    permits: MDPPerm | None = MDPPerm.NO_CHANGES,
    field: str = "DossierSignature",
    signer: signers.SimpleSigner | None = None,
) -> Path:
    """Sign a PDF as an incremental update; ``permits`` None makes an ordinary signature instead of a certification."""
    facts = signers.PdfSignatureMetadata(
        field_name=field,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        certify=permits is not None,
        **({"docmdp_permissions": permits} if permits is not None else {}),
    )
    with pdf.open("rb") as source, out.open("w+b") as target:
        signers.sign_pdf(
            IncrementalPdfFileWriter(source),
            facts,
            signer=signer or own_signer(),
            timestamper=OpensslStamper(authority) if authority else None,
            output=target,
        )
    return out


@dataclass(frozen=True)
class Sealed:
    """A sealed dossier with what went into it."""

    path: Path
    case: Case
    enclosures: list[Enclosure]
    authorities: tuple[Authority, ...]

    @property
    def data(self) -> bytes:
        return self.path.read_bytes()


def small_case(folder: Path, count: int = 3, width: int = 90) -> Case:
    """Return a dispute with some small screenshots, its log from 0."""
    case = new_case(folder)
    for number in range(1, count + 1):
        image = picture(width, width * 2, number)
        case.add(f"截图 {number}.png", encoded(image, "PNG"), image_media(image, "image/png"))
    return case


def enclosed(case: Case, witnesses: Sequence[LocalAuthority] = ()) -> list[Enclosure]:
    """Return everything that goes into a dossier, its log witnessed by these."""
    custody = case.source().custody
    body = checkpoint(case.dispute.id, custody).body()
    anchors = [
        Anchor(
            dispute_id=case.dispute.id,
            size=len(custody),
            checkpoint=body,
            response=stamped(each, body),
            authority=each.authority.code,
            name=each.name,
            witnessed_at=START,
            seq=len(custody),
        )
        for each in witnesses
    ]
    logged = log_enclosures(case.dispute.id, custody, anchors, lambda entry: not entry.private)
    return [*original_enclosures(case.exhibits, case.source().original), *logged, *script_enclosures()]


def sealed_dossier(
    folder: Path, witnesses: Sequence[LocalAuthority] = (), *, sign: bool = True, attach: bool = True, count: int = 3
) -> Sealed:
    """Make a small dossier, sign it, and have the first witness stamp signature and file, the others the file."""
    folder.mkdir(parents=True, exist_ok=True)
    case = small_case(folder / "kept", count)
    enclosures = enclosed(case, witnesses)
    path = finished(folder, case, enclosures if attach else (), witnesses, sign=sign)
    return Sealed(path, case, enclosures, tuple(each.authority for each in witnesses))


def finished(
    folder: Path,
    case: Case,
    attached: Sequence[Enclosure],
    witnesses: Sequence[LocalAuthority] = (),
    *,
    sign: bool = True,
) -> Path:
    """Write, sign and stamp the dossier of a dispute."""
    plain, out = folder / "plain.pdf", folder / "dossier.pdf"
    write_dossier(case.source(), options(), plain, Silent(), attached)
    if sign:
        signed(plain, out, witnesses[0] if witnesses else None)
    else:
        plain.replace(out)
    for number, witness in enumerate(witnesses, 1):
        suffix = ".tsr" if number == 1 else f".{number}.tsr"
        out.with_name(out.name + suffix).write_bytes(stamped(witness, out.read_bytes()))
    return out


def bagged(sealed: Sealed, bag: Path) -> Path:
    """Lay a bag around a sealed dossier, as RFC 8493 has it."""
    data = bag / "data"
    (data / "originals").mkdir(parents=True)
    for path in sealed.path.parent.glob("dossier.pdf*"):
        (data / path.name).write_bytes(path.read_bytes())
    for each in sealed.enclosures:
        place = data / "originals" if each.relationship is Relationship.SOURCE else data
        (place / each.name).write_bytes(each.content())
    (data / "timeline.csv").write_text("at,what\n", encoding="utf-8-sig")
    (bag / "bagit.txt").write_text("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
    (bag / "bag-info.txt").write_text("Source-Organization: self\n")
    (bag / "VERIFY.txt").write_text("sha256sum -c manifest-sha256.txt\n")
    listed(bag)
    return bag


def listed(bag: Path) -> None:
    """Write the bag's list as its files are now: what anybody who changes a file can do as well."""
    files = sorted(path for path in (bag / "data").rglob("*") if path.is_file())
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(bag).as_posix()}\n" for path in files]
    (bag / "manifest-sha256.txt").write_text("".join(lines))
