"""What pyHanko is made to do, and kept from doing, while it signs. Slow to import: only from `signing`."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from typing import IO, Any

import aiohttp
from asn1crypto import cms, tsp, x509
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pyhanko.keys.pemder import load_certs_from_pemder_data
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.signers.pdf_signer import DSSContentSettings, PdfSigningSession, SigDSSPlacementPreference
from pyhanko.sign.timestamps import TimeStamper
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.fetchers.aiohttp_fetchers import AIOHttpFetcherBackend
from pyhanko_certvalidator.registry import SimpleCertificateStore

from evidence_app.domain.anchors import Authority
from evidence_app.proof.asking import Witnessed
from evidence_app.proof.keys import SigningKey
from evidence_app.proof.witnesses import Refusal, Switch, ask_first

MD = "sha256"
FIELD = "DossierSignature"

SIGNATURE_BYTES, TOKEN_BYTES = 4096, 16 * 1024
"""Room for a signature without certificates, and for a token with its own: real ones have 3 to 12 thousand."""

ONE_REQUEST_S = 8
"""For an issuer's answer about one certificate."""


class VerifiedTimeStamper(TimeStamper):
    """Gives pyHanko tokens that `proof.asking` verified, and remembers who witnessed and who did not.

    ``switch`` ends the asking.
    """

    def __init__(self, authorities: Sequence[Authority]) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._authorities = authorities
        self.switch = Switch()
        self.witnessed: Witnessed | None = None
        self.refusals: tuple[Refusal, ...] = ()

    async def async_timestamp(self, message_digest: bytes, md_algorithm: str) -> cms.ContentInfo:
        """Return a token over a digest. Raises SigningError where nobody witnesses."""
        if md_algorithm != MD:
            raise SigningError("only SHA-256 is witnessed")
        said = await asyncio.to_thread(ask_first, self._authorities, message_digest, self.switch)  # it blocks
        self.refusals = said.refusals
        self.witnessed = said.witnessed[0] if said.witnessed else None
        if self.witnessed is None:
            raise SigningError("no authority witnessed")
        return tsp.TimeStampResp.load(self.witnessed.response)["time_stamp_token"]


class _Appending(IncrementalPdfFileWriter):
    """Adds the signature and nothing else: title, dates and producer of the file stay what they were."""

    def _update_meta(self) -> None:
        """Leave the metadata alone."""


class _ClockedSigner(PdfSigner):
    """States the moment that it is told, in UTC, and not the computer's zone."""

    moment: datetime

    def init_signing_session(self, pdf_out: BasePdfFileWriter, existing_fields_only: bool = False) -> PdfSigningSession:
        """Begin to sign."""
        session = super().init_signing_session(pdf_out, existing_fields_only)
        session.system_time = self.moment
        return session


async def sign_in_place(
    file: IO[bytes],
    key: SigningKey,
    moment: datetime,
    stamper: VerifiedTimeStamper | None,
    issuers: ValidationContext | None = None,
) -> None:
    """Append a signature to an open PDF, with what the ``issuers`` said. Raises what pyHanko raises."""
    about: dict[str, Any] = {}
    if issuers is not None:
        together = SigDSSPlacementPreference.TOGETHER_WITH_SIGNATURE  # else bytes follow that it does not cover
        about["embed_validation_info"] = True
        about["validation_context"] = issuers
        about["dss_settings"] = DSSContentSettings(include_vri=False, placement=together)
    metadata = PdfSignatureMetadata(
        field_name=FIELD,
        md_algorithm=MD,
        subfilter=SigSeedSubFilter.PADES,
        certify=True,
        docmdp_permissions=MDPPerm.NO_CHANGES,
        name=key.subject,
        **about,
    )
    signer = _ClockedSigner(metadata, _simple_signer(key), timestamper=stamper)
    signer.moment = moment
    writer = _Appending(file)
    await signer.async_sign_pdf(writer, bytes_reserved=_room(key, stamped=stamper is not None), in_place=True)


def _room(key: SigningKey, *, stamped: bool) -> int:
    """Return how many hexadecimal digits are kept free for the signature."""
    certificates = sum(len(each.public_bytes(Encoding.DER)) for each in (key.certificate, *key.above))
    return 2 * (SIGNATURE_BYTES + certificates + (TOKEN_BYTES if stamped else 0))


def _simple_signer(key: SigningKey) -> SimpleSigner:
    from asn1crypto.keys import PrivateKeyInfo

    private = key.private.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    store = SimpleCertificateStore()  # type: ignore[no-untyped-call]
    store.register_multiple(_certificate(each) for each in key.above)
    return SimpleSigner(
        signing_cert=_certificate(key.certificate), signing_key=PrivateKeyInfo.load(private), cert_registry=store
    )


def _certificate(certificate: Any) -> x509.Certificate:  # noqa: ANN401 - cryptography's, made asn1crypto's
    return x509.Certificate.load(certificate.public_bytes(Encoding.DER))


@asynccontextmanager
async def asking_issuers(key: SigningKey, authorities: Sequence[Authority]) -> AsyncIterator[ValidationContext]:
    """Give the way in which issuers are asked whether certificates were revoked.

    Each that names an address for that must have answered, and the signer's own has to name one: there is nothing to
    prove otherwise. Trusted are the highest certificates that the key came with, and the authorities' pinned roots.
    """
    own, above = _certificate(key.certificate), [_certificate(each) for each in key.above]
    if not (own.crl_distribution_points or own.ocsp_urls):
        raise SigningError("nobody to ask")
    tops = [each for each in above if each.self_issued] or above[-1:] or [own]
    roots = [each for authority in authorities for pem in authority.roots for each in _roots(pem)]
    async with aiohttp.ClientSession() as session:
        yield ValidationContext(
            trust_roots=[*tops, *roots],
            other_certs=above,
            allow_fetching=True,
            fetcher_backend=AIOHttpFetcherBackend(session, per_request_timeout=ONE_REQUEST_S),
            revocation_mode="hard-fail",
        )


def _roots(pem: str) -> list[x509.Certificate]:
    return list(load_certs_from_pemder_data(pem.encode()))
