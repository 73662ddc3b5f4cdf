"""The signatures of a PDF: whole, over the whole file, permitting no change; whoever signed is named, never trusted.

The known ways to change a signed PDF unnoticed are closed one by one: a signature that a reader skips (USF) counts as
broken; the signed bytes are everything but the signature itself, whose gap holds one hexadecimal number and zeros
(SWA); nothing may follow them (ISA, shadow, EAA, SSA) but what keeps a signature checkable for decades, as pyHanko's
difference analysis judges it, below a timestamp over the whole file.
"""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, BinaryIO

from evidence_app.domain.verification import Signer
from evidence_app.proof.checking.witnesses import imprint_of

if TYPE_CHECKING:
    from asn1crypto import cms, x509
    from pyhanko.pdf_utils.generic import DictionaryObject, Reference
    from pyhanko.pdf_utils.reader import PdfFileReader

LARGEST_GAP_BYTES = 1 << 20
"""A signature with its timestamp and certificates takes some tens of kilobytes, in hexadecimal digits."""

MOST_SIGNATURES = 64
DEEPEST_FIELDS = 16
CHUNK_BYTES = 1 << 20

DIGESTS = frozenset({"sha256", "sha384", "sha512"})
"""Digests without known collisions."""

SIGNING_DIGESTS = DIGESTS | {"shake256"}  # inside Ed448

Digest = Callable[[str], bytes]
"""From a digest's name to the digest of the signed bytes."""

LARGEST_RSA_BITS = 16384
SMALLEST_RSA_BITS = 2048

CAdES, PKCS7, RFC3161 = "/ETSI.CAdES.detached", "/adbe.pkcs7.detached", "/ETSI.RFC3161"


class BrokenSignature(Exception):  # a finding about the file
    """A signature that does not hold; ``code`` says in what."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Stamp:
    """A timestamp in a signature, not verified here, and what it has to be over."""

    token: bytes
    algorithm: str
    digest: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """One signature and what was checked of it; ``problem`` is the code of what does not hold, empty if all does.

    ``appended_bytes`` follow what it covers. ``only_archival`` says that they are a signature's validation data and
    timestamps, nothing that shows. ``signer`` is None of one that does not hold, and of a document timestamp, which is
    nothing but its ``stamp``. ``stamp_bound`` tells that what the stamp is over can belong to this file only.
    """

    field_name: str
    problem: str = ""
    is_timestamp: bool = False
    appended_bytes: int = 0
    only_archival: bool = False
    certified: bool = False
    signer: Signer | None = None
    stamp: Stamp | None = None
    stamp_bound: bool = True


def signatures(reader: "PdfFileReader", file: BinaryIO) -> list[Signature]:
    """Return every signature of a PDF. Raises whatever the library raises for a structure that is broken."""
    fields = list(_signed_fields(reader))
    certification = _certification(reader)
    found = [_signature(reader, file, name, signed_field, certification) for name, signed_field in fields]
    if certification is not None and all(_reference(each) != certification for _, each in fields):
        found.append(Signature(field_name="/DocMDP", problem="signature-hidden"))
    return found


def _certification(reader: "PdfFileReader") -> "Reference | None":
    """Return which signature certifies the document, None if none does."""
    permissions = value_of(reader.root, "/Perms")
    if permissions is None or "/DocMDP" not in permissions:
        return None
    reference: Reference = permissions.raw_get("/DocMDP").reference
    return reference


def _reference(signed_field: "DictionaryObject") -> "Reference | None":
    """Return where a field's signature lies, None if it lies in the field itself."""
    return getattr(signed_field.raw_get("/V"), "reference", None)


def _signed_fields(reader: "PdfFileReader") -> Iterator[tuple[str, "DictionaryObject"]]:
    """Yield the form's signature fields that are filled in, each once, however the tree is knotted."""
    form = value_of(reader.root, "/AcroForm", {})
    seen: set[int] = set()
    waiting = [(child.get_object(), "", DEEPEST_FIELDS, "") for child in _array(value_of(form, "/Fields"))]
    count = 0
    while waiting:
        node, prefix, depth, kind = waiting.pop()
        if depth == 0 or id(node) in seen:
            raise BrokenSignature("signature-hidden")
        seen.add(id(node))
        name, kind = f"{prefix}{value_of(node, '/T', '')}", value_of(node, "/FT", kind)
        if kind == "/Sig" and value_of(node, "/V") is not None:
            count += 1
            if count > MOST_SIGNATURES:
                raise BrokenSignature("signature-hidden")
            yield name, node
        waiting += [(child.get_object(), f"{name}.", depth - 1, kind) for child in _array(value_of(node, "/Kids"))]


def value_of(node: Any, name: str, otherwise: Any = None) -> Any:  # noqa: ANN401 - whatever a file has there
    """Return a dictionary's value, wherever in the file it lies; pyHanko's own ``get`` gives references as they are."""
    return node[name] if name in node else otherwise  # noqa: SIM401 - that is what `get` does not do


def _array(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _signature(
    reader: "PdfFileReader",
    file: BinaryIO,
    name: str,
    signed_field: "DictionaryObject",
    certification: "Reference | None",
) -> Signature:
    try:
        return _checked(reader, file, name, signed_field, certification)
    except BrokenSignature as broken:
        return Signature(field_name=name, problem=broken.code)
    except OSError:
        raise
    except Exception:  # whatever a forged structure makes of the libraries: it is no signature that holds
        return Signature(field_name=name, problem="signature-broken")


def _checked(
    reader: "PdfFileReader",
    file: BinaryIO,
    name: str,
    signed_field: "DictionaryObject",
    certification: "Reference | None",
) -> Signature:
    signed = signed_field["/V"]
    size = file.seek(0, 2)
    start, length, resume, rest = _range(signed, size)
    der = _gap(file, length, resume)
    if bytes(signed.raw_get("/Contents").original_bytes).rstrip(b"\0") != der.rstrip(b"\0"):
        raise BrokenSignature("signature-range")  # signed around one number, shows another
    content = _content_of(der)
    digest = _digester(file, ((start, length), (resume, rest)))
    appended = size - (resume + rest)
    archival = bool(appended) and _only_archival(reader, signed_field, name)
    if value_of(signed, "/SubFilter") == RFC3161:
        return Signature(
            field_name=name,
            is_timestamp=True,
            appended_bytes=appended,
            only_archival=archival,
            stamp=Stamp(der, imprint_of(der), digest(imprint_of(der))),
        )
    if value_of(signed, "/SubFilter") not in (CAdES, PKCS7):
        raise BrokenSignature("signature-unknown-kind")
    signer, certificate = _check_cms(content["content"], digest, strict=signed["/SubFilter"] == CAdES)
    return Signature(
        field_name=name,
        appended_bytes=appended,
        only_archival=archival,
        certified=certification is not None and _reference(signed_field) == certification and _permits_nothing(signed),
        signer=_whom(certificate, _claimed_at(signed)),
        stamp=_stamp(signer),
        stamp_bound=_names_certificate(signer),
    )


def _content_of(der: bytes) -> "cms.ContentInfo":
    """Return a CMS that says it holds signed data. Raises BrokenSignature, ValueError."""
    from asn1crypto import cms

    content = cms.ContentInfo.load(der, strict=True)
    if content["content_type"].native != "signed_data":
        raise BrokenSignature("signature-broken")
    return content


def _range(signed: "DictionaryObject", size: int) -> tuple[int, int, int, int]:
    """Return the signed byte ranges: from the beginning to the signature, and from there on."""
    given = value_of(signed, "/ByteRange")
    if not isinstance(given, list) or len(given) != 4 or not all(isinstance(part, int) for part in given):
        raise BrokenSignature("signature-range")
    start, length, resume, rest = (int(part) for part in given)
    if start != 0 or not 0 < length < resume or rest <= 0 or resume + rest > size:
        raise BrokenSignature("signature-range")
    if resume - length > LARGEST_GAP_BYTES:
        raise BrokenSignature("signature-range")
    return start, length, resume, rest


def _gap(file: BinaryIO, start: int, end: int) -> bytes:
    """Return the signature from the gap between the ranges, which holds it, zeros, and nothing else."""
    file.seek(start)
    written = file.read(end - start)
    digits = written[1:-1]
    if written[:1] != b"<" or written[-1:] != b">" or digits.strip(b"0123456789abcdefABCDEF"):
        raise BrokenSignature("signature-range")
    der = bytes.fromhex(digits.decode("ascii"))
    length = _der_length(der)
    if any(der[length:]):
        raise BrokenSignature("signature-range")
    return der[:length]


def _der_length(der: bytes) -> int:
    """Return how many bytes the first element takes."""
    if len(der) < 2 or der[0] != 0x30:
        raise BrokenSignature("signature-broken")
    if der[1] < 0x80:
        return 2 + der[1]
    count = der[1] & 0x7F
    return 2 + count + int.from_bytes(der[2 : 2 + count], "big")


def _digester(file: BinaryIO, ranges: tuple[tuple[int, int], ...]) -> Digest:
    """Return a function from a digest's name to the digest of the signed bytes."""

    def digest(name: str) -> bytes:
        made = hashlib.new(name)
        for start, length in ranges:
            file.seek(start)
            while length > 0 and (chunk := file.read(min(length, CHUNK_BYTES))):
                made.update(chunk)
                length -= len(chunk)
        return made.digest()

    return digest


def _check_cms(data: "cms.SignedData", digest: Digest, *, strict: bool) -> tuple["cms.SignerInfo", "x509.Certificate"]:
    """Check one CMS signature, without asking whose it is. Raises BrokenSignature and what the libraries raise."""
    from asn1crypto import core
    from pyhanko.sign.validation.generic_cms import extract_certs_for_validation, validate_sig_integrity

    enclosed = data["encap_content_info"]
    if len(data["signer_infos"]) != 1 or enclosed["content_type"].native != "data":
        raise BrokenSignature("signature-broken")
    if not isinstance(enclosed["content"], core.Void):  # signs what it brings instead of the file
        raise BrokenSignature("signature-range")
    signer = data["signer_infos"][0]
    algorithm = signer["digest_algorithm"]["algorithm"].native
    sound = algorithm in DIGESTS and _signing_digest(signer, algorithm) in SIGNING_DIGESTS
    if not sound or not len(signer["signed_attrs"]):
        raise BrokenSignature("signature-weak")
    certificate = extract_certs_for_validation(data).signer_cert
    _check_key(certificate)
    if strict and not _names_certificate(signer):
        raise BrokenSignature("signature-broken")
    intact, valid = validate_sig_integrity(signer, certificate, "data", digest(algorithm))
    if not intact:
        raise BrokenSignature("signature-other-bytes")
    if not valid:
        raise BrokenSignature("signature-broken")
    return signer, certificate


def _signing_digest(signer: "cms.SignerInfo", otherwise: str) -> str:
    """Return the digest that was signed itself: many algorithms name their own, whatever the file's digest is."""
    try:
        return str(signer["signature_algorithm"].hash_algo)
    except ValueError:  # of those that leave it open, such as plain RSA
        return otherwise


def _names_certificate(signer: "cms.SignerInfo") -> bool:
    """Tell whether what is signed names the signer's certificate (RFC 5035); that it is this one is checked with it.

    Where it does not, a key can be found under which the value of any signature, and so a timestamp over it, of long
    ago perhaps, fits any other file (duplicate signature key selection).
    """
    from pyhanko.sign.validation.generic_cms import get_signing_cert_attr

    return get_signing_cert_attr(signer["signed_attrs"]) is not None


def _check_key(certificate: "x509.Certificate") -> None:
    key = certificate.public_key
    if key.algorithm == "rsa" and not SMALLEST_RSA_BITS <= key.bit_size <= LARGEST_RSA_BITS:
        raise BrokenSignature("signature-weak")
    if key.algorithm not in ("rsa", "rsassa_pss", "ec", "ed25519", "ed448"):
        raise BrokenSignature("signature-weak")


def _permits_nothing(signed: "DictionaryObject") -> bool:
    """Tell whether a certification forbids every change (DocMDP, P 1)."""
    references = [reference.get_object() for reference in _array(value_of(signed, "/Reference"))]
    permitted = [
        value_of(value_of(reference, "/TransformParams", {}), "/P", 2)  # ISO 32000-2 table 257: 2 if nothing is said
        for reference in references
        if value_of(reference, "/TransformMethod") == "/DocMDP"
    ]
    return permitted == [1]


def _only_archival(reader: "PdfFileReader", signed_field: "DictionaryObject", name: str) -> bool:
    """Tell whether what was appended after a signature only keeps it checkable (PAdES B-LT, B-LTA)."""
    from pyhanko.sign.diff_analysis import DEFAULT_DIFF_POLICY, DiffResult, ModificationLevel
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
    from pyhanko.sign.validation.status import SignatureCoverageLevel

    embedded = EmbeddedPdfSignature(reader, signed_field, name)
    embedded.compute_integrity_info(DEFAULT_DIFF_POLICY)  # type: ignore[no-untyped-call]
    return (
        embedded.coverage == SignatureCoverageLevel.ENTIRE_REVISION
        and isinstance(embedded.diff_result, DiffResult)
        and embedded.diff_result.modification_level <= ModificationLevel.LTA_UPDATES
    )


def _stamp(signer: "cms.SignerInfo") -> Stamp | None:
    """Return the timestamp over a signature with what it has to be over, None if there is none."""
    token = _timestamp(signer)
    if token is None:
        return None
    algorithm = imprint_of(token)
    return Stamp(token, algorithm, hashlib.new(algorithm, signer["signature"].native).digest())


def _timestamp(signer: "cms.SignerInfo") -> bytes | None:
    """Return the timestamp over a signature, None if it has none."""
    from asn1crypto import core

    attributes = signer["unsigned_attrs"]
    found = [
        value.dump()  # as it is: ``native`` would write everything anew, and take a second for it
        for attribute in (() if isinstance(attributes, core.Void) else attributes)
        if attribute["type"].native == "signature_time_stamp_token"
        for value in attribute["values"]
    ]
    if len(found) > 1:
        raise BrokenSignature("signature-broken")
    return found[0] if found else None


def _claimed_at(signed: "DictionaryObject") -> datetime | None:
    """Return the signer's clock, None where it says nothing that is a time."""
    from pyhanko.pdf_utils.generic import parse_pdf_date
    from pyhanko.pdf_utils.misc import PdfReadError

    try:
        at = parse_pdf_date(str(value_of(signed, "/M", "")), strict=True)
    except (ValueError, PdfReadError):
        return None
    return at if at.tzinfo else None


def _whom(certificate: "x509.Certificate", claimed_at: datetime | None) -> Signer:
    return Signer(
        name=_name(certificate.subject),
        issuer=_name(certificate.issuer),
        self_declared=certificate.subject == certificate.issuer,
        certificate_sha256=certificate.sha256.hex(),
        claimed_at=claimed_at,
    )


def _name(subject: "x509.Name") -> str:
    """Return what a certificate calls somebody, in full where it gives no common name."""
    given = subject.native.get("common_name") or subject.human_friendly
    return str(given)[:200]
