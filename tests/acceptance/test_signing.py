"""Dossiers are signed so that poppler and openssl find every signature whole, and honest where nobody witnessed it."""

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from evidence_app.errors import EnvironmentProblem, IntegrityFailure
from evidence_app.proof import witnesses
from evidence_app.proof.asking import Witnessed
from evidence_app.proof.keys import SigningKey, own_key
from evidence_app.proof.signing import Level, Signed, sign
from evidence_app.resources import resource
from tests.acceptance.poppler import said_by_poppler
from tests.fakes.authorities import LocalAuthority

Authorities = tuple[LocalAuthority, LocalAuthority]


@pytest.fixture(scope="session")
def key() -> SigningKey:
    return own_key("李小明", None)


def checked_with_openssl(path: Path, folder: Path) -> None:
    """Take the signature out with the script that travels with the dossier, and check it as the dossier says."""
    folder.mkdir()
    script = resource("verification", "extract_sig.py")
    said = subprocess.run([sys.executable, "-I", script, path], cwd=folder, check=True, capture_output=True, text=True)
    assert "WHOLE FILE" in said.stdout
    certificates = ["openssl", "pkcs7", "-inform", "DER", "-in", "sig1.der", "-print_certs", "-out", "signer.pem"]
    subprocess.run(certificates, cwd=folder, check=True, capture_output=True)
    check = [
        "openssl",
        "cms",
        "-verify",
        "-cades",
        "-binary",
        "-inform",
        "DER",
        "-in",
        "sig1.der",
        "-content",
        "sig1.signed",
    ]
    rest = ["-CAfile", "signer.pem", "-purpose", "any", "-out", "/dev/null"]
    subprocess.run([*check, *rest], cwd=folder, check=True, capture_output=True)


def test_without_authorities_the_signature_has_no_witness(dossier: Path, key: SigningKey, tmp_path: Path) -> None:
    assert sign(dossier, tmp_path / "out.pdf", key) == Signed(Level.B)
    said = said_by_poppler(tmp_path / "out.pdf")
    assert "Signature is Valid" in said
    assert "Total document signed" in said
    assert "identity not verified" in said
    checked_with_openssl(tmp_path / "out.pdf", tmp_path / "check")


def test_the_first_authority_witnesses_the_signature(
    dossier: Path, key: SigningKey, tmp_path: Path, two_authorities: Authorities
) -> None:
    first, second = (each.authority for each in two_authorities)
    signed = sign(dossier, tmp_path / "out.pdf", key, [first, second])
    assert (signed.level, signed.authority, signed.refusals) == (Level.T, first, ())
    assert "Signature is Valid" in said_by_poppler(tmp_path / "out.pdf")
    checked_with_openssl(tmp_path / "out.pdf", tmp_path / "check")


def refusing(*names: str, real: bool = False) -> object:
    """Return an `ask` in which authorities of these names refuse."""
    asked = witnesses.ask

    def ask(authority: object, digest: bytes, *rest: object) -> Witnessed:
        if authority.name in names:  # type: ignore[attr-defined]
            raise EnvironmentProblem("authority-silent", name=authority.name)  # type: ignore[attr-defined]
        if not real:
            raise IntegrityFailure("token-broken")
        return asked(authority, digest)  # type: ignore[arg-type]

    return ask


def test_where_one_refuses_the_other_witnesses(
    dossier: Path, key: SigningKey, tmp_path: Path, two_authorities: Authorities, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = (each.authority for each in two_authorities)
    monkeypatch.setattr(witnesses, "ask", refusing("first", real=True))
    signed = sign(dossier, tmp_path / "out.pdf", key, [first, second])
    assert (signed.level, signed.authority) == (Level.T, second)
    assert [refusal.authority for refusal in signed.refusals] == [first]


def test_where_nobody_witnesses_it_is_signed_all_the_same_and_says_so(
    dossier: Path, key: SigningKey, tmp_path: Path, two_authorities: Authorities, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(witnesses, "ask", refusing("first"))
    signed = sign(dossier, tmp_path / "out.pdf", key, [each.authority for each in two_authorities])
    assert (signed.level, signed.witnessed_at) == (Level.B, None)
    assert [refusal.problem.code for refusal in signed.refusals] == ["authority-silent", "token-broken"]
    assert "Signature is Valid" in said_by_poppler(tmp_path / "out.pdf")
    checked_with_openssl(tmp_path / "out.pdf", tmp_path / "check")


def test_a_token_too_large_for_its_place_costs_the_witness_not_the_signature(
    dossier: Path, key: SigningKey, tmp_path: Path, two_authorities: Authorities, monkeypatch: pytest.MonkeyPatch
) -> None:
    from evidence_app.proof import pades

    monkeypatch.setattr(pades, "TOKEN_BYTES", -3000)
    signed = sign(dossier, tmp_path / "out.pdf", key, [two_authorities[0].authority])
    assert signed.level is Level.B
    assert "Signature is Valid" in said_by_poppler(tmp_path / "out.pdf")


def test_nothing_of_the_file_is_touched_but_a_signature_appended(
    dossier: Path, key: SigningKey, tmp_path: Path
) -> None:
    sign(dossier, tmp_path / "out.pdf", key)
    before = dossier.read_bytes()
    after = (tmp_path / "out.pdf").read_bytes()
    assert after.startswith(before)
    assert b"pyHanko" not in after


def test_a_file_can_be_signed_in_its_place(dossier: Path, key: SigningKey, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    out.write_bytes(dossier.read_bytes())
    sign(out, out, key)
    assert "Signature is Valid" in said_by_poppler(out)


def test_the_signature_certifies_that_no_change_is_allowed(dossier: Path, key: SigningKey, tmp_path: Path) -> None:
    import pikepdf

    sign(dossier, tmp_path / "out.pdf", key)
    with pikepdf.open(tmp_path / "out.pdf") as pdf:
        signature = pdf.Root.Perms.DocMDP
        assert signature.Reference[0].TransformParams.P == 1
        assert signature.SubFilter == "/ETSI.CAdES.detached"
        assert str(signature.M).endswith("Z") or "+00" in str(signature.M)


def test_what_nobody_can_vouch_for_is_said_to_be_unvouched(
    dossier: Path, key: SigningKey, tmp_path: Path, two_authorities: Authorities
) -> None:
    signed = sign(dossier, tmp_path / "out.pdf", key, [two_authorities[0].authority], long_term=True)
    assert (signed.level, signed.unvouched) == (Level.T, True)


def test_what_is_no_pdf_is_not_signed(key: SigningKey, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"nothing")
    with pytest.raises(EnvironmentProblem, match="signing-failed"):
        sign(tmp_path / "a.pdf", tmp_path / "out.pdf", key)


def test_the_file_signed_from_is_left_alone(dossier: Path, key: SigningKey, tmp_path: Path) -> None:
    before = hashlib.sha256(dossier.read_bytes()).hexdigest()
    sign(dossier, tmp_path / "out.pdf", key)
    assert hashlib.sha256(dossier.read_bytes()).hexdigest() == before
