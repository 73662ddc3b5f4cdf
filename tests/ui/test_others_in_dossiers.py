"""The dossier's page warns of what would go out of other people, and leaves it out once theirs are known."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from evidence_app.actions.add_evidence import FileSource, add_evidence
from evidence_app.actions.disputes import NewDispute, new_dispute
from evidence_app.actions.import_exports import import_export
from evidence_app.actions.session import open_session
from evidence_app.actions.workspace import name_numbers
from evidence_app.domain.disputes import DisputeType
from evidence_app.progress import Silent
from tests.ui.acting import PATIENCE_MS, add, window_on_copy
from tests.ui.test_exporting import opened
from ui.casework.page import CasePage, CasePart
from ui.dossier.others import OthersChoice
from ui.dossier.page import DossierPage
from ui.settings import Settings
from ui.tabs import PageKey
from ui.workbench import Workbench

LINE = '<sms protocol="0" address="{number}" date="{at}" type="1" body="words of {number}" />'
PEOPLE = ("10690001", "10690001", "13900139000", "13800138000", "95588")


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("phone")
    lines = [LINE.format(number=number, at=1_738_368_000_000 + each * 60_000) for each, number in enumerate(PEOPLE)]
    path = folder / "sms.xml"
    path.write_text(f"<?xml version='1.0' encoding='UTF-8' ?><smses>{''.join(lines)}</smses>", "utf-8")
    session = open_session(folder / "vault", create=True)
    dispute = new_dispute(session, NewDispute(title="A", type=DisputeType.HARASSMENT, institution="FastLoan"))
    report = add_evidence(session, dispute.id, [FileSource(path)], Silent(), lambda item: None)
    import_export(session, report.items[0].exhibit_id)
    session.close()
    return folder / "vault"


@pytest.fixture
def phone(qtbot: QtBot, imported: Path, settings: Settings, english: None) -> Iterator[Workbench]:
    """The window on a phone's messages of which nobody said whose numbers are whose."""
    with window_on_copy(qtbot, settings, imported) as bench:
        yield bench


def _name(qtbot: QtBot, bench: Workbench, number: str) -> None:
    dispute_id = bench.desk.dispute_id
    bench.desk.edits.work_out("institution", lambda session: name_numbers(session, dispute_id, [number]))
    qtbot.waitUntil(lambda: not bench.tasks.changing, timeout=PATIENCE_MS)


def _others(page: DossierPage) -> OthersChoice:
    return page.choices.others


def _pages_say(page: DossierPage) -> str:
    assert page.drawing.file is not None
    return subprocess.run(["pdftotext", page.drawing.file, "-"], capture_output=True, text=True, check=True).stdout


def test_while_nobody_said_whose_numbers_are_whose_the_page_warns_and_leads_to_the_question(
    qtbot: QtBot, phone: Workbench
) -> None:
    page = opened(qtbot, phone)
    others = _others(page)
    assert others.sentence.text().startswith("5 calls, messages and payments with 4 people would go out.")
    assert (others.theirs.isVisible(), page.choices.options().only_theirs) == (False, False)
    others.ask.click()
    case = phone.dispute_page(PageKey.CASE)
    assert isinstance(case, CasePage)
    qtbot.waitUntil(lambda: case.parts[CasePart.FINDINGS].isVisible(), timeout=PATIENCE_MS)


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs poppler")
def test_once_theirs_are_known_only_they_are_in_it_and_undoing_brings_all_back(qtbot: QtBot, phone: Workbench) -> None:
    page = opened(qtbot, phone)
    others = _others(page)
    _name(qtbot, phone, "10690001")
    qtbot.waitUntil(lambda: others.only_theirs(), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: bool(page.drawing.file) and "words of 95588" not in _pages_say(page), timeout=PATIENCE_MS)
    assert others.sentence.text().startswith("3 calls, messages and payments with 3 other people stay out.")
    assert "1 export file stays in your vault" in others.files_note.text()
    assert "words of 10690001" in _pages_say(page)
    others.everything.click()
    qtbot.waitUntil(lambda: "words of 95588" in _pages_say(page) if page.drawing.file else False, timeout=PATIENCE_MS)
    assert "3 calls, messages and payments with 3 other people would go out" in others.sentence.text()
    others.theirs.click()
    phone.desk.edits.undo()
    qtbot.waitUntil(lambda: not others.only_theirs() and others.ask.isVisible(), timeout=PATIENCE_MS)
    phone.desk.edits.redo()
    qtbot.waitUntil(others.only_theirs, timeout=PATIENCE_MS)


def test_what_was_chosen_is_remembered_for_the_next_dossier(qtbot: QtBot, phone: Workbench) -> None:
    others = _others(opened(qtbot, phone))
    assert others.to_remember() == ""
    _name(qtbot, phone, "10690001")
    qtbot.waitUntil(others.only_theirs, timeout=PATIENCE_MS)
    others.files.click()
    assert others.to_remember() == "whole-exports"
    assert OthersChoice("whole-exports").files.isChecked()
    others.everything.click()
    assert others.to_remember() == "everything"


def test_a_dispute_without_other_people_is_asked_nothing(qtbot: QtBot, bench: Workbench, screenshot: Path) -> None:
    add(qtbot, bench, screenshot)
    page = opened(qtbot, bench)
    assert not _others(page).isVisibleTo(page)
    assert not page.choices.options().only_theirs


def test_an_export_asked_for_while_it_is_counted_goes_on_once_it_is_known(qtbot: QtBot, phone: Workbench) -> None:
    page = opened(qtbot, phone)
    page.choices.others.show_held(None)  # as it is until everything is read
    page.ask_where()
    assert "First it is counted" in page.exporting.problem.text()
    phone.desk.reload_all()
    qtbot.waitUntil(lambda: bool(page.findChildren(QFileDialog)), timeout=PATIENCE_MS)
    page.findChildren(QFileDialog)[0].close()
