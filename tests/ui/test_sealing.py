"""How a dossier is handed over: PDF or bag, signed how, witnessed by whom; said before it is exported and after."""

import subprocess
import zipfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from evidence_app.actions.authorities import add_authority
from evidence_app.domain.verification import Verdict
from evidence_app.errors import InputProblem
from tests.fakes.authorities import LocalAuthority
from tests.ui.acting import PATIENCE_MS, bring
from ui.dossier.history import ExportLine
from ui.dossier.page import DossierPage
from ui.dossier.sealing import Form, Seal, Signature
from ui.settings import Settings
from ui.tabs import PageKey
from ui.witnessing.choice import Consent, WitnessChoice
from ui.workbench import Workbench


@pytest.fixture
def page(qtbot: QtBot, bench: Workbench, screenshot: Path) -> DossierPage:
    """The page over a dispute with one screenshot."""
    bring(qtbot, bench, screenshot)
    bench.export()
    page = bench.dispute_page(PageKey.DOSSIER)
    assert isinstance(page, DossierPage)
    qtbot.waitUntil(lambda: page.preview.pages.document is not None and not page.drawing.busy, timeout=PATIENCE_MS)
    return page


@pytest.fixture
def seen(seen_page: DossierPage) -> DossierPage:
    """The same page for all tests that put nothing into the vault but exports."""
    choose(seen_page, Form.PDF, Signature.SELF_DECLARED)
    seen_page.exporting.complain("")
    return seen_page


def export(qtbot: QtBot, page: DossierPage, out: Path, seal: Seal) -> str:
    """Export, and return what is said then."""
    with qtbot.waitSignal(page.exporting.exported, timeout=PATIENCE_MS):
        page.export(out, page.choices.options(), seal)
    return page.exporting.sealed.text()


def choose(page: DossierPage, form: Form, signature: Signature) -> None:
    """Choose as a click into the open lists does."""
    for choice, member in ((page.sealing.form, form), (page.sealing.signature, signature)):
        choice.set_member(member)
        choice.activated.emit(choice.currentIndex())


def test_by_default_it_is_a_signed_pdf_with_everything_attached(page: DossierPage) -> None:
    assert page.sealing.seal() == Seal(Form.PDF, True, Signature.SELF_DECLARED)
    assert "nothing is sent" in page.sealing.time.text()
    assert page.sealing.agree.isVisibleTo(page)


def test_without_consent_it_is_signed_and_the_time_is_said_to_be_only_claimed(
    qtbot: QtBot, seen: DossierPage, tmp_path: Path
) -> None:
    said = export(qtbot, seen, tmp_path / "dossier.pdf", Seal())
    assert "only claimed (B-B)" in said
    assert "Time not witnessed" in said
    assert "Checked again: " in said
    assert list(tmp_path.glob("*.tsr")) == []


def test_with_consent_it_is_witnessed_and_that_is_said(
    qtbot: QtBot, page: DossierPage, settings: Settings, tmp_path: Path
) -> None:
    with LocalAuthority(tmp_path, "first") as local:
        own = add_authority(local.name, local.url, local.root_pem, settings.authorities_folder)
        settings.witnesses = WitnessChoice(Consent.GIVEN, (own.code,))
        said = export(qtbot, page, tmp_path / "dossier.pdf", Seal())
    assert "Time witnessed by first" in said
    assert (tmp_path / "dossier.pdf.tsr").exists()
    qtbot.waitUntil(lambda: bool(page.exported.shown), timeout=PATIENCE_MS)
    assert page.exported.shown[0].witnessed_by == ("first",)
    line = page.exported.lines.lines[0]
    assert isinstance(line, ExportLine)


def test_an_authority_that_is_not_there_stops_nothing_and_is_named(
    qtbot: QtBot, page: DossierPage, settings: Settings, tmp_path: Path
) -> None:
    with LocalAuthority(tmp_path, "first") as local:
        own = add_authority(local.name, "http://127.0.0.1:1/", local.root_pem, settings.authorities_folder)
    settings.witnesses = WitnessChoice(Consent.GIVEN, (own.code,))
    said = export(qtbot, page, tmp_path / "dossier.pdf", Seal())
    assert "Time not witnessed" in said
    assert "Could not be reached: first" in said


def test_a_bag_holds_the_original(qtbot: QtBot, seen: DossierPage, screenshot: Path, tmp_path: Path) -> None:
    out = tmp_path / "bag.zip"
    export(qtbot, seen, out, Seal(Form.BAG))
    with zipfile.ZipFile(out) as bag:
        originals = [name for name in bag.namelist() if "/originals/" in name]
        assert [bag.read(name) for name in originals] == [screenshot.read_bytes()]


def test_a_plain_pdf_carries_and_signs_nothing(qtbot: QtBot, seen: DossierPage, tmp_path: Path) -> None:
    plain, full = tmp_path / "plain.pdf", tmp_path / "full.pdf"
    said = export(qtbot, seen, plain, Seal(attach=False, signature=Signature.NONE))
    export(qtbot, seen, full, Seal())
    assert "Not signed" in said
    assert b"/EmbeddedFile" not in plain.read_bytes()
    assert b"/ByteRange" in full.read_bytes()


def test_without_a_certificate_file_one_cannot_sign_with_it(seen: DossierPage) -> None:
    choose(seen, Form.PDF, Signature.OWN)
    assert seen.sealing.passphrase.isVisibleTo(seen)
    with pytest.raises(InputProblem, match="certificate-missing"):
        seen.sealing.seal()
    seen.ask_where()
    assert seen.exporting.problem.text()


def test_the_choices_are_remembered_but_no_passphrase(qtbot: QtBot, page: DossierPage, settings: Settings) -> None:
    page.sealing.remember(Seal(Form.BAG, False, Signature.OWN, Path("/media/me.p12"), "secret"))
    assert settings.seal == ("bag", "no", "own", str(Path("/media/me.p12")))
    assert "secret" not in repr(settings.seal)


def test_an_export_that_was_checked_says_the_grade(qtbot: QtBot, seen: DossierPage, tmp_path: Path) -> None:
    from ui.i18n import word

    said = export(qtbot, seen, tmp_path / "dossier.pdf", Seal())
    assert word(Verdict.UNCHANGED) in said


# Keys and passphrases


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A PKCS#12 file as openssl writes it, under the passphrase ``Geheim 秘密``."""
    key, crt, made = tmp_path / "key.pem", tmp_path / "crt.pem", tmp_path / "me.p12"
    subject = ["-subj", "/CN=Wang Fang", "-days", "100", "-keyout", key, "-out", crt]
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", *subject], check=True)
    password = ["-passout", "pass:Geheim 秘密"]
    subprocess.run(["openssl", "pkcs12", "-export", "-inkey", key, "-in", crt, "-out", made, *password], check=True)
    return made


def sign_with(page: DossierPage, certificate: Path, passphrase: str) -> None:
    choose(page, Form.PDF, Signature.OWN)
    page.sealing.certificate.show_folder(certificate)
    page.sealing.passphrase.setText(passphrase)


def press_export(qtbot: QtBot, page: DossierPage, out: Path) -> None:
    """Press the button, and answer where."""
    page.exporting.primary.click()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog), timeout=PATIENCE_MS)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(out))
    dialog.close()
    qtbot.waitUntil(lambda: not page.exporting.busy, timeout=PATIENCE_MS)


def signer_of(pdf: Path) -> str:
    """Return who signed, as poppler reads it."""
    told = subprocess.run(["pdfsig", "-nocert", pdf], capture_output=True, text=True, check=False).stdout
    return next((line.split(":", 1)[1].strip() for line in told.splitlines() if "Common Name" in line), "")


def test_ones_own_certificate_signs_from_the_window_and_its_passphrase_is_forgotten(
    qtbot: QtBot, page: DossierPage, certificate: Path, tmp_path: Path, settings: Settings
) -> None:
    sign_with(page, certificate, "Geheim 秘密")
    press_export(qtbot, page, tmp_path / "signed.pdf")
    assert "Signed; when it was signed is only claimed (B-B)" in page.exporting.sealed.text()
    assert signer_of(tmp_path / "signed.pdf") == "Wang Fang"
    assert page.sealing.passphrase.text() == ""
    kept = [path for path in tmp_path.rglob("*") if path.is_file() and b"Geheim" in path.read_bytes()]
    assert kept == []


def test_a_wrong_passphrase_is_said_and_nothing_is_written(
    qtbot: QtBot, page: DossierPage, certificate: Path, tmp_path: Path
) -> None:
    sign_with(page, certificate, "wrong")
    press_export(qtbot, page, tmp_path / "signed.pdf")
    assert "passphrase" in page.exporting.problem.text()
    assert not (tmp_path / "signed.pdf").exists()


def test_without_a_keyring_a_passphrase_keeps_the_key_from_one_dossier_to_the_next(
    qtbot: QtBot, page: DossierPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    qtbot.waitUntil(lambda: page.sealing.passphrase.isVisibleTo(page), timeout=PATIENCE_MS)
    for name in ("first.pdf", "second.pdf"):
        page.sealing.passphrase.setText("correct horse")
        press_export(qtbot, page, tmp_path / name)
        assert page.exporting.problem.isHidden()
    assert len(list((tmp_path / "config" / "Juzheng" / "keys").iterdir())) == 1
    page.sealing.passphrase.setText("wrong horse")
    press_export(qtbot, page, tmp_path / "third.pdf")
    assert "passphrase" in page.exporting.problem.text()


def test_without_a_keyring_and_a_passphrase_no_key_is_kept(
    qtbot: QtBot, page: DossierPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    press_export(qtbot, page, tmp_path / "once.pdf")
    assert "Signed; when it was signed is only claimed (B-B)" in page.exporting.sealed.text()
    assert not (tmp_path / "config").exists()


def test_a_passphrase_that_was_typed_for_another_signature_is_not_used(page: DossierPage) -> None:
    choose(page, Form.PDF, Signature.OWN)
    page.sealing.passphrase.setText("secret")
    choose(page, Form.PDF, Signature.NONE)
    assert page.sealing.seal().passphrase == ""
    assert page.sealing.passphrase.text() == ""


def test_a_passphrase_is_in_no_text_that_a_report_could_hold(page: DossierPage) -> None:
    assert "secret" not in repr(Seal(passphrase="secret"))


def test_another_dispute_or_vault_finds_no_passphrase(qtbot: QtBot, page: DossierPage, bench: Workbench) -> None:
    page.sealing.passphrase.setText("secret")
    with qtbot.waitSignal(bench.desk.opened, timeout=PATIENCE_MS):
        bench.desk.open(bench.desk.folder)
    assert page.sealing.passphrase.text() == ""


# Who is asked


def test_the_preview_names_those_who_are_asked_as_soon_as_that_is_agreed_to(
    qtbot: QtBot, page: DossierPage, settings: Settings, tmp_path: Path, bench: Workbench
) -> None:
    with LocalAuthority(tmp_path, "first") as local:
        own = add_authority("Office next door", local.url, local.root_pem, settings.authorities_folder)
        bench.witnessing.read_listed()
        qtbot.waitUntil(lambda: any(line.own for line in bench.witnessing.listed), timeout=PATIENCE_MS)
        with qtbot.waitSignal(page.drawing.drawn, timeout=PATIENCE_MS):
            bench.witnessing.choose(WitnessChoice(Consent.GIVEN, (own.code,)))
        assert "Office next door" in page.sealing.time.text()
        usual = bench.witnessing.listed[0].authority
        bench.witnessing.choose(WitnessChoice(Consent.GIVEN, (usual.code,)))
        assert usual.name in page.sealing.time.text()
        bench.witnessing.stop()


def test_after_an_export_the_window_knows_that_the_log_was_witnessed(
    qtbot: QtBot, page: DossierPage, settings: Settings, tmp_path: Path, bench: Workbench
) -> None:
    with LocalAuthority(tmp_path, "first") as local:
        own = add_authority(local.name, local.url, local.root_pem, settings.authorities_folder)
        settings.witnesses = WitnessChoice(Consent.GIVEN, (own.code,))
        export(qtbot, page, tmp_path / "dossier.pdf", Seal())
        qtbot.waitUntil(lambda: bench.witnessing.standing.holds, timeout=PATIENCE_MS)
