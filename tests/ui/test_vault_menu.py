"""The vault menu on real folders: open, back up, restore, verify, erase; and vaults that cannot be opened as usual."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from evidence_app.actions import session as sessions
from evidence_app.actions.disputes import NewDispute, list_disputes, new_dispute
from evidence_app.actions.exhibits import list_exhibits, original_path
from evidence_app.actions.session import open_session
from evidence_app.domain.disputes import DisputeType
from evidence_app.domain.verification import StepOutcome, Verdict
from evidence_app.errors import JuzhengError
from tests.ui.acting import PATIENCE_MS
from ui.dropping import Arrival
from ui.settings import Settings
from ui.sheets.restore import RestoreSheet
from ui.sheets.sheet import Sheet
from ui.sheets.vaults import EraseSheet, RiskySheet, UnfinishedSheet
from ui.vaulting import BACKUP_NAME, VAULT_NAME
from ui.verification.sheet import VerificationSheet
from ui.window import MainWindow
from ui.workbench import Workbench


def choose_folder(qtbot: QtBot, folder: Path) -> None:
    """Answer the folder dialog that is open."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog), timeout=PATIENCE_MS)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(folder))
    dialog.close()


def wait_for_sheet(qtbot: QtBot, kind: type[Sheet]) -> Sheet:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind), timeout=PATIENCE_MS)
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    return found


def says(qtbot: QtBot, bench: Workbench, words: str) -> None:
    qtbot.waitUntil(lambda: words in bench.bar.words.text(), timeout=PATIENCE_MS)


def opened(qtbot: QtBot, bench: Workbench, act: Callable[[], object]) -> None:
    with qtbot.waitSignal(bench.desk.opened, timeout=PATIENCE_MS):
        act()


def restore(qtbot: QtBot, bench: Workbench, backup: Path, folder: Path) -> RestoreSheet:
    """Answer the sheet: the backup by the dialog, the new folder by typing."""
    bench.sidebar.vault_menu.restore.trigger()
    asked = wait_for_sheet(qtbot, RestoreSheet)
    assert isinstance(asked, RestoreSheet)
    asked.backup.choose.click()
    choose_folder(qtbot, backup)
    asked.folder.editor.setText(str(folder))
    asked.primary.click()
    return asked


@pytest.fixture
def full(qtbot: QtBot, bench: Workbench, screenshot: Path) -> Workbench:
    """The workbench with one screenshot in its dispute."""
    with qtbot.waitSignal(bench.arrivals.importing.finished, timeout=PATIENCE_MS):
        bench.arrivals.receive(Arrival(paths=(screenshot,)))
    qtbot.waitUntil(lambda: len(bench.shown_event_ids()) == 1, timeout=PATIENCE_MS)
    return bench


# Backing up and restoring


def test_a_backup_is_made_where_one_says_and_can_be_opened_after_restoring(
    qtbot: QtBot, full: Workbench, tmp_path: Path
) -> None:
    full.sidebar.vault_menu.back_up.trigger()
    choose_folder(qtbot, tmp_path / "stick")
    says(qtbot, full, "Backed up and checked: 1 original")
    before = full.shown_event_ids()
    opened(qtbot, full, lambda: restore(qtbot, full, tmp_path / "stick", tmp_path / "again"))
    says(qtbot, full, "Restored and checked: 1 original")
    assert full.desk.session is not None
    assert full.desk.session.folder == tmp_path / "again"
    qtbot.waitUntil(lambda: full.shown_event_ids() == before, timeout=PATIENCE_MS)


def test_a_backup_beside_other_files_gets_a_folder_of_its_own(qtbot: QtBot, full: Workbench, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "holiday.jpg").write_bytes(b"mine")
    full.sidebar.vault_menu.back_up.trigger()
    choose_folder(qtbot, stick)
    says(qtbot, full, "Backed up and checked")
    assert sessions.is_vault(stick / BACKUP_NAME)
    assert sorted(path.name for path in stick.iterdir()) == ["holiday.jpg", BACKUP_NAME]


def test_a_second_backup_adds_what_is_new(qtbot: QtBot, full: Workbench, tmp_path: Path, screenshot: Path) -> None:
    full.vault_verbs.back_up()
    choose_folder(qtbot, tmp_path / "stick")
    says(qtbot, full, "Backed up and checked: 1 original")
    other = screenshot.with_name("note.txt")
    other.write_text("2025-03-02", encoding="utf-8")
    with qtbot.waitSignal(full.arrivals.importing.finished, timeout=PATIENCE_MS):
        full.arrivals.receive(Arrival(paths=(other,)))
    full.vault_verbs.back_up()
    choose_folder(qtbot, tmp_path / "stick")
    says(qtbot, full, "Backed up and checked: 2 originals")


def test_restoring_from_what_is_no_backup_is_explained(qtbot: QtBot, full: Workbench, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    asked = restore(qtbot, full, empty, tmp_path / "again")
    assert asked.isVisible()
    assert "no backup" in asked.problem.text()
    asked.cancel.click()
    assert not sessions.is_vault(tmp_path / "again")
    assert "Restored" not in full.bar.words.text()


# Verifying and erasing


def test_an_original_that_was_changed_behind_the_programs_back_is_found(qtbot: QtBot, full: Workbench) -> None:
    session = full.desk.session
    assert session is not None
    (exhibit,) = list_exhibits(session, full.desk.dispute_id)
    original = original_path(session, exhibit)
    original.chmod(0o600)
    original.write_bytes(b"forged")
    full.sidebar.vault_menu.verify.trigger()
    shown = wait_for_sheet(qtbot, VerificationSheet)
    assert isinstance(shown, VerificationSheet)
    assert shown.found.verdict is Verdict.CHANGED
    failing = [line.step.name for line in shown.lines if line.step.outcome is StepOutcome.FAILS]
    assert len(failing) == 1
    assert "riginal" in failing[0]
    shown.primary.click()


def test_erasing_takes_the_vault_but_not_the_backup(qtbot: QtBot, full: Workbench, tmp_path: Path) -> None:
    full.vault_verbs.back_up()
    choose_folder(qtbot, tmp_path / "stick")
    says(qtbot, full, "Backed up and checked")
    full.sidebar.vault_menu.erase.trigger()
    asked = wait_for_sheet(qtbot, EraseSheet)
    assert isinstance(asked, EraseSheet)
    asked.sure.setChecked(True)
    with qtbot.waitSignal(full.desk.refused, timeout=PATIENCE_MS):
        asked.primary.click()
    assert not sessions.is_vault(tmp_path / "vault")
    assert sessions.is_vault(tmp_path / "stick")
    assert full.settings.vault_folder is None
    assert full.problem_page.retry.isHidden()
    full.sidebar.vault_menu.open_other.trigger()
    opened(qtbot, full, lambda: choose_folder(qtbot, tmp_path / "new"))
    assert full.pages.currentWidget() is full.no_dispute_page


# Opening others


def test_another_folder_gets_a_new_vault(qtbot: QtBot, full: Workbench, tmp_path: Path) -> None:
    full.vault_verbs.open_other()
    opened(qtbot, full, lambda: choose_folder(qtbot, tmp_path / "other"))
    assert full.desk.disputes == []
    assert full.settings.vault_folder == tmp_path / "other"


def test_a_new_vault_beside_other_files_gets_a_folder_of_its_own(qtbot: QtBot, full: Workbench, tmp_path: Path) -> None:
    shared = tmp_path / "documents"
    shared.mkdir()
    (shared / "letter.txt").write_text("mine", encoding="utf-8")
    full.vault_verbs.open_other()
    opened(qtbot, full, lambda: choose_folder(qtbot, shared))
    assert full.settings.vault_folder == shared / VAULT_NAME


def test_a_risky_folder_is_warned_of_and_used_only_when_one_insists(
    qtbot: QtBot, full: Workbench, tmp_path: Path
) -> None:
    risky = tmp_path / "Dropbox" / "case"
    full.vault_verbs.open_other()
    choose_folder(qtbot, risky)
    asked = wait_for_sheet(qtbot, RiskySheet)
    asked.cancel.click()
    assert full.settings.vault_folder == tmp_path / "vault"
    full.vault_verbs.open_other()
    choose_folder(qtbot, risky)
    asked = wait_for_sheet(qtbot, RiskySheet)
    opened(qtbot, full, asked.primary.click)
    assert full.settings.vault_folder == risky


def test_a_vault_for_reading_offers_nothing_that_changes_it(qtbot: QtBot, full: Workbench, tmp_path: Path) -> None:
    opened(qtbot, full, lambda: full.desk.open(tmp_path / "vault", read_only=True))
    assert "read-only" in full.sidebar.vault_button.text()
    changing = [full.header.add, full.header.edit, *full.header.typed.values()]
    assert [button for button in changing if button.isEnabled()] == []
    for question in (full.questions.new_dispute, full.questions.files, full.export):
        question()
    assert QApplication.activeModalWidget() is None
    qtbot.waitUntil(lambda: len(full.shown_event_ids()) == 1, timeout=PATIENCE_MS)


def test_a_locked_vault_can_be_tried_again(qtbot: QtBot, empty_bench: Workbench, tmp_path: Path) -> None:
    other = open_session(tmp_path / "other", create=True)
    new_dispute(other, NewDispute(title="secret", type=DisputeType.OTHER, institution="B"))
    with qtbot.waitSignal(empty_bench.desk.refused, timeout=PATIENCE_MS) as refused:
        empty_bench.vault_verbs.open_folder(tmp_path / "other", create=False)
    assert isinstance(refused.args[0], JuzhengError)
    assert empty_bench.pages.currentWidget() is empty_bench.problem_page
    assert empty_bench.sidebar.model.rowCount() == 0
    assert empty_bench.header.isHidden()
    other.close()
    opened(qtbot, empty_bench, empty_bench.problem_page.retry.click)
    assert [line.dispute.title for line in empty_bench.desk.disputes] == ["secret"]


# Starting


@pytest.fixture
def cut_off(settings: Settings, screenshot: Path) -> Path:
    """A vault in which an import was cut off."""
    assert settings.vault_folder is not None
    session = open_session(settings.vault_folder, create=True)
    made = new_dispute(session, NewDispute(title="A", type=DisputeType.OTHER, institution="B"))
    with session.vault.change() as changes:
        changes.begin_import("cutoff", made.id, [str(screenshot)])
    session.close()
    return settings.vault_folder


@pytest.fixture
def started(qtbot: QtBot, settings: Settings, english: None, cut_off: Path) -> Iterator[Workbench]:
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.start()
    window.workbench.start()
    yield window.workbench
    window.close()


def test_an_interrupted_import_that_is_left_is_not_offered_again(
    qtbot: QtBot, started: Workbench, cut_off: Path
) -> None:
    wait_for_sheet(qtbot, UnfinishedSheet).cancel.click()
    qtbot.waitUntil(lambda: not started.tasks.changing, timeout=PATIENCE_MS)
    with qtbot.assertNotEmitted(started.desk.interrupted):
        opened(qtbot, started, lambda: started.desk.open(cut_off))
    assert started.desk.session is not None
    assert list_exhibits(started.desk.session, list_disputes(started.desk.session)[0].dispute.id) == []


def test_the_first_glance_shows_the_vault_before_it_is_open(
    qtbot: QtBot, full: Workbench, settings: Settings, tmp_path: Path
) -> None:
    shown = full.shown_event_ids()
    with qtbot.waitSignals([full.desk.timeline_changed, full.desk.opened], timeout=PATIENCE_MS, order="strict"):
        full.desk.open(tmp_path / "vault", dispute_id=full.settings.dispute_id)
    assert full.shown_event_ids() == shown


def test_what_is_selected_at_the_first_glance_is_shown_once_the_vault_is_open(
    qtbot: QtBot, full: Workbench, tmp_path: Path
) -> None:
    event_id = full.shown_event_ids()[0]
    full.desk.opened.connect(lambda: None)

    def select() -> None:
        if full.desk.session is None and full.timeline is not None and full.shown_event_ids():
            full.timeline.select_event(event_id)

    full.desk.timeline_changed.connect(select, Qt.ConnectionType.QueuedConnection)
    opened(qtbot, full, lambda: full.desk.open(tmp_path / "vault"))
    qtbot.waitUntil(lambda: full.desk.detail is not None and full.desk.detail.event.id == event_id, timeout=PATIENCE_MS)
