"""Certificates for made-up timestamp authorities: a root, an issuing authority, a signer, each as asked for."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

TIMESTAMPING = ExtendedKeyUsageOID.TIME_STAMPING
MAIL = ExtendedKeyUsageOID.EMAIL_PROTECTION
YEAR = timedelta(days=365)

Key = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey


@dataclass(frozen=True)
class Paper:
    """A certificate with its private key."""

    certificate: x509.Certificate
    key: Key

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.PEM)

    @property
    def der(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.DER)

    @property
    def key_pem(self) -> bytes:
        return self.key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )


@dataclass(frozen=True)
class Wish:
    """What a signer's certificate should be like; the defaults are as RFC 3161 asks."""

    usages: tuple[x509.ObjectIdentifier, ...] = (TIMESTAMPING,)
    usage_critical: bool = True
    valid_from: datetime = field(default_factory=lambda: datetime.now(UTC) - timedelta(days=30))
    valid_for: timedelta = 10 * YEAR
    rsa_bits: int = 0


def root(name: str) -> Paper:
    """Return a self-signed certificate authority."""
    key = new_key()
    return Paper(_built(_name(f"{name} Root"), _name(f"{name} Root"), key, key, is_ca=True), key)


def issuing(name: str, above: Paper, wish: Wish | None = None) -> Paper:
    """Return an authority between the root and its signers, as real ones have it."""
    key = new_key()
    subject = _name(f"{name} Issuing")
    return Paper(_built(subject, above.certificate.subject, key, above.key, is_ca=True, wish=wish), key)


def cross_signed(name: str, count: int) -> list[Paper]:
    """Return a signer below authorities of one name and key that all issued each other."""
    key = new_key()
    subject = _name(name)
    ring = [Paper(_built(subject, subject, key, key, is_ca=True), key) for _ in range(count)]
    return [signer(name, ring[0]), *ring]


def signer(name: str, above: Paper | None, wish: Wish | None = None) -> Paper:
    """Return the certificate with which tokens are signed; self-signed with nobody above it."""
    wish = wish or Wish()
    key = new_key(wish.rsa_bits)
    subject = _name(f"{name} Stamping Unit")
    issuer, issuer_key = (above.certificate.subject, above.key) if above else (subject, key)
    return Paper(_built(subject, issuer, key, issuer_key, is_ca=False, wish=wish), key)


def new_key(rsa_bits: int = 0) -> Key:
    """Return a P-256 key, which is made in no time, or an RSA one."""
    if rsa_bits:
        return rsa.generate_private_key(public_exponent=65537, key_size=rsa_bits)
    return ec.generate_private_key(ec.SECP256R1())


def _name(common: str) -> x509.Name:
    return x509.Name(
        [x509.NameAttribute(NameOID.COMMON_NAME, common), x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Test")]
    )


def _built(
    subject: x509.Name, issuer: x509.Name, key: Key, issuer_key: Key, *, is_ca: bool, wish: Wish | None = None
) -> x509.Certificate:
    wish = wish or Wish(valid_for=20 * YEAR)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(wish.valid_from)
        .not_valid_after(wish.valid_from + wish.valid_for)
        .add_extension(x509.BasicConstraints(ca=is_ca, path_length=None), critical=True)
        .add_extension(key_usage(is_ca=is_ca), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), critical=False)
    )
    if not is_ca and wish.usages:
        builder = builder.add_extension(x509.ExtendedKeyUsage(wish.usages), critical=wish.usage_critical)
    return builder.sign(issuer_key, hashes.SHA256())


def key_usage(*, is_ca: bool) -> x509.KeyUsage:
    """Return what the key of an authority may be used for: to sign certificates; that of anybody else: to sign."""
    return x509.KeyUsage(
        digital_signature=not is_ca,
        content_commitment=not is_ca,
        key_cert_sign=is_ca,
        crl_sign=is_ca,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )
