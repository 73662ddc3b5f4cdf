"""Signing with one's own certificate: with what its issuer says about revocation, and honestly without."""

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pikepdf
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12
from cryptography.x509.oid import NameOID

from evidence_app.progress import Cancelled, Silent
from evidence_app.proof.keys import SigningKey, load_pkcs12
from evidence_app.proof.pades import ONE_REQUEST_S
from evidence_app.proof.signing import Level, sign
from tests.acceptance.poppler import said_by_poppler
from tests.fakes.authorities import LocalAuthority

Authorities = tuple[LocalAuthority, LocalAuthority]
PASSPHRASE = "秘密 horse"
NOW = datetime.now(UTC).replace(microsecond=0)


def named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def usage(*, issuing: bool) -> x509.KeyUsage:
    return x509.KeyUsage(not issuing, not issuing, False, False, False, issuing, issuing, False, False)


@dataclass
class Issuer:
    """Somebody who issues certificates and publishes which of them were revoked, unless ``silent`` or ``hanging``."""

    folder: Path
    silent: bool = False
    revoked: bool = False
    hanging: bool = False

    def __post_init__(self) -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        builder = x509.CertificateBuilder(named("Issuer"), named("Issuer"), self.key.public_key(), 1)
        builder = builder.not_valid_before(NOW - timedelta(days=9)).not_valid_after(NOW + timedelta(days=999))
        builder = builder.add_extension(x509.BasicConstraints(True, None), True)
        builder = builder.add_extension(usage(issuing=True), True)
        self.certificate = builder.add_extension(
            x509.SubjectKeyIdentifier.from_public_key(self.key.public_key()), False
        ).sign(self.key, hashes.SHA256())
        self.asked = 0
        self.ended = threading.Event()
        issuer = self

        class Answering(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                issuer.asked += 1
                if issuer.hanging:
                    issuer.ended.wait()
                self.send_response(503 if issuer.silent else 200)
                self.end_headers()
                if not issuer.silent:
                    self.wfile.write(issuer.list_of_revoked())

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def list_of_revoked(self) -> bytes:
        builder = (
            x509.CertificateRevocationListBuilder().issuer_name(named("Issuer")).last_update(NOW - timedelta(hours=1))
        )
        builder = builder.next_update(NOW + timedelta(days=5)).add_extension(x509.CRLNumber(1), False)
        builder = builder.add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(self.key.public_key()), False
        )
        if self.revoked:
            entry = x509.RevokedCertificateBuilder().serial_number(2).revocation_date(NOW - timedelta(hours=2)).build()
            builder = builder.add_revoked_certificate(entry)
        return builder.sign(self.key, hashes.SHA256()).public_bytes(Encoding.DER)

    def own_certificate(self, *, asking: bool = True) -> SigningKey:
        """Return a key whose certificate says where to ask, or does not."""
        key = ec.generate_private_key(ec.SECP256R1())
        builder = x509.CertificateBuilder(named("Issuer"), named("Wang Fang"), key.public_key(), 2)
        builder = builder.not_valid_before(NOW - timedelta(days=2)).not_valid_after(NOW + timedelta(days=99))
        builder = builder.add_extension(usage(issuing=False), True)
        address = x509.UniformResourceIdentifier(f"http://127.0.0.1:{self.server.server_port}/revoked.crl")
        if asking:
            point = x509.DistributionPoint([address], None, None, None)
            builder = builder.add_extension(x509.CRLDistributionPoints([point]), False)
        certificate = builder.add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(self.key.public_key()), False
        ).sign(self.key, hashes.SHA256())
        locked = BestAvailableEncryption(PASSPHRASE.encode())
        data = pkcs12.serialize_key_and_certificates(b"me", key, certificate, [self.certificate], locked)
        path = self.folder / "me.p12"
        path.write_bytes(data)
        return load_pkcs12(path, PASSPHRASE)


@pytest.fixture
def issuer(tmp_path: Path) -> Iterator[Issuer]:
    made = Issuer(tmp_path)
    yield made
    made.ended.set()
    made.server.shutdown()
    made.server.server_close()


def test_the_issuers_answer_stands_in_the_file_and_under_the_signature(
    issuer: Issuer, dossier: Path, tmp_path: Path, two_authorities: Authorities
) -> None:
    out = tmp_path / "out.pdf"
    signed = sign(dossier, out, issuer.own_certificate(), [two_authorities[0].authority], long_term=True)
    assert (signed.level, signed.unvouched) == (Level.LT, False)
    assert issuer.asked > 0
    with pikepdf.open(out) as pdf:
        assert len(pdf.Root.DSS.CRLs) >= 1
    said = said_by_poppler(out)
    assert "Signature is Valid" in said
    assert "Total document signed" in said


def test_an_issuer_that_is_not_named_is_not_asked(
    issuer: Issuer, dossier: Path, tmp_path: Path, two_authorities: Authorities
) -> None:
    key = issuer.own_certificate()
    assert sign(dossier, tmp_path / "out.pdf", key, [two_authorities[0].authority]).level is Level.T
    assert issuer.asked == 0


@pytest.mark.parametrize("trouble", ["silent", "revoked", "nobody to ask"])
def test_without_a_good_answer_it_is_signed_with_a_witnessed_time_and_says_so(
    trouble: str, issuer: Issuer, dossier: Path, tmp_path: Path, two_authorities: Authorities
) -> None:
    issuer.silent, issuer.revoked = trouble == "silent", trouble == "revoked"
    key = issuer.own_certificate(asking=trouble != "nobody to ask")
    signed = sign(dossier, tmp_path / "out.pdf", key, [two_authorities[0].authority], long_term=True)
    assert (signed.level, signed.unvouched) == (Level.T, True)
    assert "Signature is Valid" in said_by_poppler(tmp_path / "out.pdf")


def test_an_issuer_that_hangs_keeps_nobody_from_cancelling(
    issuer: Issuer, dossier: Path, tmp_path: Path, two_authorities: Authorities
) -> None:
    class Impatient(Silent):
        def check(self) -> None:
            if issuer.asked:
                raise Cancelled

    issuer.hanging = True
    key, started = issuer.own_certificate(), time.monotonic()
    (tmp_path / "out.pdf").write_bytes(dossier.read_bytes())
    with pytest.raises(Cancelled):
        sign(
            tmp_path / "out.pdf",
            tmp_path / "out.pdf",
            key,
            [two_authorities[0].authority],
            Impatient(),
            long_term=True,
        )
    assert time.monotonic() - started < ONE_REQUEST_S - 1
    assert (tmp_path / "out.pdf").read_bytes() == dossier.read_bytes()
