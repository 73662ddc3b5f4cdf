"""The about box names every part of the program and shows its licence."""

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from evidence_app import __version__
from evidence_app.phrases import Language
from tests.ui.acting import PATIENCE_MS, sheet
from ui.i18n import language
from ui.sheets.about import AboutSheet
from ui.workbench import Workbench


def opened(qtbot: QtBot, bench: Workbench) -> AboutSheet:
    bench.sidebar.settings_menu.about.trigger()
    about = sheet(AboutSheet)
    qtbot.waitUntil(lambda: bool(about.text.toPlainText()), timeout=PATIENCE_MS)
    return about


def choose(qtbot: QtBot, about: AboutSheet, name: str) -> str:
    rows = (row for row in range(about.parts.count()) if about.parts.item(row).text().startswith(name))
    before = about.text.toPlainText()
    about.parts.setCurrentRow(next(rows))
    qtbot.waitUntil(lambda: about.text.toPlainText() != before, timeout=PATIENCE_MS)
    return about.text.toPlainText()


def test_the_version_and_the_whole_licence_can_be_read(qtbot: QtBot, empty_bench: Workbench) -> None:
    about = opened(qtbot, empty_bench)
    assert __version__ in about.version.text()
    assert "END OF TERMS AND CONDITIONS" in about.text.toPlainText()
    about.close()


def test_a_chosen_part_shows_its_own_licence(qtbot: QtBot, empty_bench: Workbench) -> None:
    about = opened(qtbot, empty_bench)
    assert "SIL OPEN FONT LICENSE" in choose(qtbot, about, "Noto Sans TC")
    assert "Phosphor" in choose(qtbot, about, "Phosphor")
    about.close()


def test_versions_can_be_copied_and_name_nobody(qtbot: QtBot, empty_bench: Workbench) -> None:
    about = opened(qtbot, empty_bench)
    about.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert f"Juzheng {__version__}" in copied
    assert "Qt " in copied
    assert "/" not in copied
    about.close()


def test_closing_while_the_licences_are_read_breaks_nothing(qtbot: QtBot, empty_bench: Workbench) -> None:
    empty_bench.sidebar.settings_menu.about.trigger()
    sheet(AboutSheet).close()
    qtbot.wait(300)


def test_the_about_box_speaks_every_language(qtbot: QtBot, empty_bench: Workbench) -> None:
    about = opened(qtbot, empty_bench)
    language.choose(Language.ZH_HANT)
    assert about.windowTitle() == "關於舉證"
    about.close()
