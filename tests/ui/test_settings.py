"""Settings are effective at once and remembered."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from evidence_app.phrases import Language
from tests.ui.acting import PATIENCE_MS, sheet
from ui.controls import Choice
from ui.i18n import language
from ui.settings import Settings
from ui.sheets.settings import SettingsSheet
from ui.tokens import Appearance, Density, Motion, current, theme
from ui.workbench import Workbench


@pytest.fixture
def asked(bench: Workbench) -> SettingsSheet:
    bench.sidebar.settings_menu.settings.trigger()
    return sheet(SettingsSheet)


def choose(choice: Choice[Language] | Choice[Appearance] | Choice[Motion] | Choice[Density], index: int) -> None:
    """Choose as a click into the open list does."""
    choice.setCurrentIndex(index)
    choice.activated.emit(index)


def test_a_language_is_spoken_at_once_by_the_sheet_too(asked: SettingsSheet, settings: Settings) -> None:
    choose(asked.language, list(Language).index(Language.ZH_HANT))
    assert language.chosen is settings.language is Language.ZH_HANT
    assert asked.windowTitle() == "設定"
    asked.close()


def test_an_appearance_is_shown_at_once(asked: SettingsSheet, settings: Settings) -> None:
    choose(asked.appearance, list(Appearance).index(Appearance.DARK))
    assert current().dark
    assert settings.appearance is Appearance.DARK
    asked.close()


def test_the_sample_grows_with_the_text_size_that_is_chosen(
    qtbot: QtBot, asked: SettingsSheet, settings: Settings
) -> None:
    before = asked.sample.font().pointSizeF()
    asked.scale.buttons[1.5].click()
    assert asked.sample.font().pointSizeF() == pytest.approx(1.5 * before)
    assert settings.text_scale == theme.text_scale == 1.5
    asked.scale.buttons[1.0].click()
    asked.close()


def test_motion_and_density_reach_the_theme_and_the_timeline(
    bench: Workbench, asked: SettingsSheet, settings: Settings
) -> None:
    choose(asked.motion, list(Motion).index(Motion.REDUCED))
    choose(asked.density, list(Density).index(Density.COMPACT))
    assert (theme.motion, settings.motion) == (Motion.REDUCED, Motion.REDUCED)
    assert settings.density is Density.COMPACT
    assert bench.timeline is not None
    assert bench.timeline.density is Density.COMPACT
    theme.move(Motion.SYSTEM)
    theme.set_density(Density.COMFORTABLE)
    asked.close()


def test_who_prepares_dossiers_is_kept_without_asking(qtbot: QtBot, asked: SettingsSheet, settings: Settings) -> None:
    QTest.keyClicks(asked.prepared_by, "Legal aid")
    with qtbot.waitSignal(asked.rejected):
        QTest.keyClick(asked.prepared_by, Qt.Key.Key_Escape)
    assert settings.prepared_by == "Legal aid"


def test_the_vaults_folder_is_shown_and_another_can_be_opened(
    qtbot: QtBot, asked: SettingsSheet, tmp_path: Path
) -> None:
    assert asked.folder.text() == str(tmp_path / "vault")
    asked.other_vault.click()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog), timeout=PATIENCE_MS)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    dialog.reject()


def test_everything_in_the_settings_can_be_reached_by_tab(asked: SettingsSheet) -> None:
    wanted = {asked.language, asked.appearance, asked.motion, asked.density, asked.other_vault, asked.prepared_by}
    reached = set()
    for _ in range(20):
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.add(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert wanted <= reached
    asked.close()
