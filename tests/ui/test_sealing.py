"""How a dossier is handed over: PDF or bag, signed how, witnessed by whom; said before it is exported and after."""

import zipfile
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from evidence_app.actions.authorities import add_authority
from evidence_app.domain.verification import Verdict
from evidence_app.errors import InputProblem
from tests.fakes.authorities import LocalAuthority
from tests.ui.acting import PATIENCE_MS, add
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
    add(qtbot, bench, screenshot)
    bench.export()
    page = bench.dispute_page(PageKey.DOSSIER)
    assert isinstance(page, DossierPage)
    qtbot.waitUntil(lambda: page.preview.pages.document is not None and not page.drawing.busy, timeout=PATIENCE_MS)
    return page


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
    qtbot: QtBot, page: DossierPage, tmp_path: Path
) -> None:
    said = export(qtbot, page, tmp_path / "dossier.pdf", Seal())
    assert "Signed (B-B)" in said
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


def test_a_bag_holds_the_original(qtbot: QtBot, page: DossierPage, screenshot: Path, tmp_path: Path) -> None:
    out = tmp_path / "bag.zip"
    export(qtbot, page, out, Seal(Form.BAG))
    with zipfile.ZipFile(out) as bag:
        originals = [name for name in bag.namelist() if "/originals/" in name]
        assert [bag.read(name) for name in originals] == [screenshot.read_bytes()]


def test_a_plain_pdf_carries_and_signs_nothing(qtbot: QtBot, page: DossierPage, tmp_path: Path) -> None:
    plain, full = tmp_path / "plain.pdf", tmp_path / "full.pdf"
    said = export(qtbot, page, plain, Seal(attach=False, signature=Signature.NONE))
    export(qtbot, page, full, Seal())
    assert "Not signed" in said
    assert b"/EmbeddedFile" not in plain.read_bytes()
    assert b"/ByteRange" in full.read_bytes()


def test_without_a_certificate_file_one_cannot_sign_with_it(page: DossierPage) -> None:
    choose(page, Form.PDF, Signature.OWN)
    assert page.sealing.passphrase.isVisibleTo(page)
    with pytest.raises(InputProblem, match="certificate-missing"):
        page.sealing.seal()
    page.ask_where()
    assert page.exporting.problem.text()


def test_the_choices_are_remembered_but_no_passphrase(qtbot: QtBot, page: DossierPage, settings: Settings) -> None:
    page.sealing.remember(Seal(Form.BAG, False, Signature.OWN, Path("/media/me.p12"), "secret"))
    assert settings.seal == ("bag", "no", "own", str(Path("/media/me.p12")))
    assert "secret" not in repr(settings.seal)


def test_an_export_that_was_checked_says_the_grade(qtbot: QtBot, page: DossierPage, tmp_path: Path) -> None:
    from ui.i18n import word

    said = export(qtbot, page, tmp_path / "dossier.pdf", Seal())
    assert word(Verdict.UNCHANGED) in said
