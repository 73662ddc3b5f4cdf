"""The first run: a welcome instead of a silent vault, and the sample dispute."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from evidence_app.actions import session as sessions
from evidence_app.domain.disputes import SAMPLE_INSTITUTION, DisputeType
from evidence_app.phrases import Language
from evidence_app.sample.story import story
from tests.ui.acting import PATIENCE_MS
from ui import places, welcome
from ui.i18n import language
from ui.places import Place, place_in
from ui.settings import Settings
from ui.welcome import WelcomePage
from ui.window import MainWindow
from ui.workbench import Workbench


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The usual place, in the test's own folder, and no drives."""
    folder = tmp_path / "home" / "vault"
    monkeypatch.setattr(sessions, "default_vault_folder", lambda: folder)
    monkeypatch.setattr(welcome, "carried_places", list)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return folder


@pytest.fixture
def first(qtbot: QtBot, settings: Settings, english: None, home: Path) -> Iterator[Workbench]:
    """The window of somebody who never used the program."""
    settings.vault_folder = None
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.start()
    bench = window.workbench
    with qtbot.waitSignal(bench.desk.none_yet, timeout=PATIENCE_MS):
        bench.start()
    yield bench
    window.close()


def page_of(qtbot: QtBot, bench: Workbench) -> WelcomePage:
    page = bench.first_run.page
    assert page is not None
    qtbot.waitUntil(lambda: page.places.place() is not None, timeout=PATIENCE_MS)
    return page


def shown(bench: Workbench) -> QWidget:
    return bench.pages.currentWidget()


def test_nothing_is_made_before_somebody_says_where(qtbot: QtBot, first: Workbench, home: Path) -> None:
    page = page_of(qtbot, first)
    assert shown(first) is page
    assert first.sidebar.isHidden()
    assert not home.exists()


def test_start_makes_the_vault_in_the_recommended_place(qtbot: QtBot, first: Workbench, home: Path) -> None:
    page = page_of(qtbot, first)
    with qtbot.waitSignal(first.desk.opened, timeout=PATIENCE_MS):
        page.start.click()
    assert sessions.is_vault(home)
    assert not first.sidebar.isHidden()
    assert shown(first) is first.no_dispute_page


def test_the_language_is_effective_at_once_and_remembered(qtbot: QtBot, first: Workbench, settings: Settings) -> None:
    page = page_of(qtbot, first)
    before = page.start.text()
    page.languages[Language.ZH_HANS].click()
    assert page.start.text() != before
    assert language.chosen is Language.ZH_HANS
    assert settings.language is Language.ZH_HANS


def test_a_folder_of_ones_own_becomes_the_vault(
    qtbot: QtBot, first: Workbench, tmp_path: Path, settings: Settings
) -> None:
    page = page_of(qtbot, first)
    own = tmp_path / "stick"
    own.mkdir()
    (own / "holiday.jpg").touch()
    page.take_folder(own)
    wanted = own / places.VAULT_NAME
    qtbot.waitUntil(lambda: page.places.place() == Place(wanted, False, ()), timeout=PATIENCE_MS)
    with qtbot.waitSignal(first.desk.opened, timeout=PATIENCE_MS):
        page.start.click()
    assert sessions.is_vault(wanted)
    assert settings.vault_folder == wanted


def test_a_synchronised_folder_is_warned_about(qtbot: QtBot, first: Workbench, tmp_path: Path) -> None:
    page = page_of(qtbot, first)
    assert page.places.warning.isHidden()
    risky = tmp_path / "Dropbox"
    risky.mkdir()
    page.take_folder(risky)
    qtbot.waitUntil(lambda: not page.places.warning.isHidden(), timeout=PATIENCE_MS)
    page.places.buttons()[0].click()
    assert page.places.warning.isHidden()


def test_a_stick_that_is_plugged_in_appears_and_one_pulled_out_goes(qtbot: QtBot, first: Workbench) -> None:
    page = page_of(qtbot, first)
    usual = page.places.place()
    assert usual is not None
    stick = Place(Path("/media/stick/juzheng-vault"), True, (), "A & B")
    page.places.offer([usual, stick])
    page.places.choose(stick.folder)
    assert "A && B" in page.places.buttons()[1].text()
    assert "already" in page.places.buttons()[1].text()
    page.places.offer([usual])
    assert page.places.place() == usual
    assert page.places.buttons()[0].isChecked()


def test_a_vault_on_a_stick_is_found_again(tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    assert place_in(stick, "S", own_folder=True).folder == stick / places.VAULT_NAME
    sessions.open_session(stick / places.VAULT_NAME, create=True).close()
    assert place_in(stick, "S", own_folder=True).holds_vault


def test_the_sample_is_one_click_away_labelled_and_removable(qtbot: QtBot, first: Workbench) -> None:
    page = page_of(qtbot, first)
    page.sample.click()
    qtbot.waitUntil(lambda: first.desk.dispute is not None, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not first.tasks.changing and bool(first.shown_event_ids()), timeout=PATIENCE_MS)
    assert first.sample_banner.isVisible()
    first.sample_banner.remove.click()
    qtbot.waitUntil(lambda: first.desk.dispute is None, timeout=PATIENCE_MS)
    assert shown(first) is first.no_dispute_page
    assert first.sample_banner.isHidden()


def test_the_sample_is_told_by_its_lender_in_every_language() -> None:
    assert {story(chosen).institution for chosen in Language} == {SAMPLE_INSTITUTION}


def test_a_file_dropped_on_the_welcome_page_is_kept_for_the_first_dispute(
    qtbot: QtBot, first: Workbench, screenshot: Path
) -> None:
    from tests.ui.acting import drop, sheet, urls
    from ui.sheets.dispute import NewDisputeSheet

    page = page_of(qtbot, first)
    drop(first, urls(screenshot))
    with qtbot.waitSignal(first.desk.opened, timeout=PATIENCE_MS):
        page.start.click()
    qtbot.waitUntil(lambda: isinstance(first.window().findChild(NewDisputeSheet), NewDisputeSheet), timeout=PATIENCE_MS)
    asked = sheet(NewDisputeSheet)
    asked.kinds.choose(DisputeType.OTHER)
    asked.first.fields["institution"].editor.show_value("速融宝")
    with qtbot.waitSignal(first.arrivals.importing.finished, timeout=PATIENCE_MS):
        asked.primary.click()
