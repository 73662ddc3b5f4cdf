"""Keys made here say that nobody checked the name, are found again, and never leave a trace where none was wanted."""

import base64
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import keyring
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import dsa, ec, rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, NoEncryption, pkcs12
from hypothesis import given
from hypothesis import strategies as st
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordSetError

from evidence_app.errors import InputProblem
from evidence_app.proof.keys import (
    NAME_BYTES,
    NOBODY,
    FileKeeper,
    KeyKind,
    KeyringKeeper,
    load_pkcs12,
    new_key,
    own_key,
    presentable,
    usual_keeper,
)

WINDOWS_CHARACTERS = 1280


class Remembering(KeyringBackend):
    """A keyring that works."""

    priority = 1  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password


class Locked(Remembering):
    """A keyring whose owner closed the question for its password."""

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked

    def set_password(self, service: str, username: str, password: str) -> None:
        raise PasswordSetError


class Forgetting(Remembering):
    """A keyring that takes everything and keeps nothing."""

    def set_password(self, service: str, username: str, password: str) -> None:
        pass


class TellingNobody(Remembering):
    """A keyring that keeps everything and gives nothing back."""

    def get_password(self, service: str, username: str) -> str | None:
        return None


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch) -> Remembering:
    backend = Remembering()
    monkeypatch.setattr(keyring, "get_keyring", lambda: backend)
    monkeypatch.setattr(keyring, "get_password", lambda *names: backend.get_password(*names))
    monkeypatch.setattr(keyring, "set_password", lambda *names: backend.set_password(*names))
    return backend


def test_without_a_keeper_each_dossier_gets_a_key_of_its_own() -> None:
    first, second = own_key("李小明", None), own_key("李小明", None)
    assert first.kind is KeyKind.ONE_TIME
    assert first.fingerprint != second.fingerprint


def test_a_key_for_one_time_was_never_given_to_a_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    backend = TellingNobody()
    monkeypatch.setattr(keyring, "get_password", backend.get_password)
    monkeypatch.setattr(keyring, "set_password", backend.set_password)
    key = own_key("李小明", KeyringKeeper())
    certificate = key.certificate.public_bytes(Encoding.DER)
    assert key.kind is KeyKind.ONE_TIME
    assert backend.kept
    assert all(base64.b64encode(certificate).decode() not in text for text in backend.kept.values())


def test_the_certificate_says_that_nobody_checked_the_name() -> None:
    key = own_key("李小明", None)
    assert key.subject == "李小明 (identity not verified)"
    assert key.certificate.subject == key.certificate.issuer


def test_the_key_can_sign_and_nothing_else() -> None:
    usage = own_key("", None).certificate.extensions.get_extension_for_class(x509.KeyUsage)
    assert usage.critical
    assert usage.value.digital_signature
    assert usage.value.content_commitment
    assert not usage.value.key_cert_sign


def test_the_certificate_is_valid_for_twenty_years_and_already_yesterday() -> None:
    certificate = own_key("", None).certificate
    assert certificate.not_valid_before_utc < datetime.now(UTC) - timedelta(hours=23)
    assert certificate.not_valid_after_utc > datetime.now(UTC) + timedelta(days=365 * 20)


def test_a_key_is_never_printed() -> None:
    assert repr(own_key("李小明", None)) == "SigningKey(kind=<KeyKind.ONE_TIME: 'one-time'>)"


def test_the_passphrase_is_never_printed(tmp_path: Path) -> None:
    assert "secret" not in repr(FileKeeper(tmp_path, "secret"))


@given(st.text(max_size=200))
def test_whatever_the_name_it_fits_into_a_certificate(name: str) -> None:
    shown = presentable(name)
    assert 0 < len(shown.encode()) <= NAME_BYTES
    assert shown.isprintable()


@pytest.mark.parametrize("name", ["", " \n", "\u202e\u0000", "\ud800"])
def test_without_a_name_a_neutral_one_stands(name: str) -> None:
    assert own_key(name, None).subject.startswith(NOBODY)


def test_a_name_with_half_a_character_can_be_certified() -> None:
    assert new_key(presentable("李\ud800小明"))[1].subject


def test_the_keyring_gives_the_same_key_back(system: Remembering) -> None:
    first, again = own_key("李小明", KeyringKeeper()), own_key("李小明", KeyringKeeper())
    assert first.kind is KeyKind.KEYRING
    assert first.fingerprint == again.fingerprint
    assert len(system.kept) == 1


def test_another_name_is_another_key(system: Remembering) -> None:
    assert own_key("李小明", KeyringKeeper()).fingerprint != own_key("王芳", KeyringKeeper()).fingerprint
    assert len(system.kept) == 2


def test_what_is_kept_fits_into_the_smallest_keyring(system: Remembering) -> None:
    own_key("鑫" * 100, KeyringKeeper())
    assert max(map(len, system.kept.values())) < WINDOWS_CHARACTERS


@pytest.mark.parametrize("backend", [Locked, Forgetting])
def test_a_keyring_that_does_not_keep_makes_it_a_key_for_one_time(
    backend: type[Remembering], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = backend()
    monkeypatch.setattr(keyring, "get_password", lambda *names: made.get_password(*names))
    monkeypatch.setattr(keyring, "set_password", lambda *names: made.set_password(*names))
    assert own_key("李小明", KeyringKeeper()).kind is KeyKind.ONE_TIME


@pytest.mark.parametrize("text", ["", "nonsense", "AAAA BBBB", "AAAA", "ä ö"])
def test_nonsense_in_the_keyring_is_replaced_by_a_new_key(text: str, system: Remembering) -> None:
    key = own_key("李小明", KeyringKeeper())
    system.kept = dict.fromkeys(system.kept, text)
    again = own_key("李小明", KeyringKeeper())
    assert again.kind is KeyKind.KEYRING
    assert again.fingerprint != key.fingerprint


def test_a_file_gives_the_same_key_back_to_its_owner_only(tmp_path: Path) -> None:
    keeper = FileKeeper(tmp_path / "keys", "correct horse")
    first, again = own_key("李小明", keeper), own_key("李小明", keeper)
    assert first.kind is KeyKind.FILE
    assert first.fingerprint == again.fingerprint
    (path,) = (tmp_path / "keys").iterdir()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_wrong_passphrase_is_told_and_no_key_replaced(tmp_path: Path) -> None:
    first = own_key("李小明", FileKeeper(tmp_path, "right"))
    with pytest.raises(InputProblem, match="signing-passphrase"):
        own_key("李小明", FileKeeper(tmp_path, "wrong"))
    assert own_key("李小明", FileKeeper(tmp_path, "right")).fingerprint == first.fingerprint


def test_a_folder_that_cannot_be_written_makes_it_a_key_for_one_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert own_key("李小明", FileKeeper(tmp_path / "file" / "keys", "right")).kind is KeyKind.ONE_TIME


def test_a_forgetful_system_and_no_passphrase_keep_nothing() -> None:
    assert usual_keeper() is None
    assert isinstance(usual_keeper("passphrase"), FileKeeper)


def test_a_keyring_goes_before_a_file(system: Remembering) -> None:
    assert isinstance(usual_keeper("passphrase"), KeyringKeeper)


def made_pkcs12(path: Path, key: object, *, passphrase: str = "", days: int = 100, with_key: bool = True) -> Path:
    """Write a PKCS#12 file whose certificate a curve key issued."""
    issuer = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Wang Fang")])
    begins = datetime.now(UTC) - timedelta(days=200)
    builder = x509.CertificateBuilder(name, name, key.public_key(), 7)  # type: ignore[attr-defined]
    builder = builder.not_valid_before(begins).not_valid_after(begins + timedelta(days=200 + days))
    certificate = builder.sign(issuer, hashes.SHA256())
    locking = BestAvailableEncryption(passphrase.encode()) if passphrase else NoEncryption()
    own = key if with_key else None
    others = None if with_key else [certificate]
    path.write_bytes(
        pkcs12.serialize_key_and_certificates(b"me", own, certificate if own else None, others, locking)  # type: ignore[arg-type]
    )
    return path


@pytest.mark.parametrize("passphrase", ["", "秘密"])
def test_a_certificate_file_is_opened(passphrase: str, tmp_path: Path) -> None:
    key = rsa.generate_private_key(65537, 2048)
    loaded = load_pkcs12(made_pkcs12(tmp_path / "me.p12", key, passphrase=passphrase), passphrase)
    assert (loaded.kind, loaded.subject) == (KeyKind.OWN, "Wang Fang")


def test_each_defect_of_a_certificate_file_has_its_own_words(tmp_path: Path) -> None:
    curve = ec.generate_private_key(ec.SECP256R1())
    (tmp_path / "nonsense.p12").write_bytes(b"nonsense")
    (tmp_path / "empty.p12").write_bytes(b"")
    (tmp_path / "huge.p12").write_bytes(bytes(1 << 21))
    files = {
        made_pkcs12(tmp_path / "locked.p12", curve, passphrase="a"): "pkcs12-passphrase",
        made_pkcs12(tmp_path / "old.p12", curve, days=-1): "pkcs12-expired",
        made_pkcs12(tmp_path / "bare.p12", curve, with_key=False): "pkcs12-no-key",
        made_pkcs12(tmp_path / "dsa.p12", dsa.generate_private_key(2048)): "pkcs12-key-kind",
        tmp_path / "nonsense.p12": "pkcs12-unreadable",
        tmp_path / "empty.p12": "pkcs12-unreadable",
        tmp_path / "huge.p12": "pkcs12-unreadable",
        tmp_path / "missing.p12": "pkcs12-unreadable",
        tmp_path: "pkcs12-unreadable",
    }
    for path, code in files.items():
        with pytest.raises(InputProblem, match=code):
            load_pkcs12(path, "b" if "locked" in path.name else "")
