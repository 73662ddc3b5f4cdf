"""What a drop leaves to ask comes one at a time, always in the same order."""

from pathlib import Path

import pytest
import pyzipper
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.acting import PATIENCE_MS, sheet
from tests.ui.test_offering_exports import CALLS
from ui.dropping import Arrival
from ui.exports.preview import PreviewSheet
from ui.sheets.password import PasswordSheet
from ui.workbench import Workbench


@pytest.fixture
def mixed(tmp_path: Path) -> tuple[Path, ...]:
    calls, locked = tmp_path / "calls.xml", tmp_path / "alipay.zip"
    calls.write_text(CALLS, "utf-8")
    with pyzipper.AESZipFile(locked, "w", encryption=pyzipper.WZ_AES) as archive:
        archive.setpassword(b"428571")
        archive.writestr("bill.txt", "bill")
    return calls, locked


def test_first_the_password_then_the_exports_and_last_the_witnesses(
    qtbot: QtBot, bench: Workbench, mixed: tuple[Path, ...]
) -> None:
    bench.arrivals.receive(Arrival(paths=mixed))
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None, timeout=PATIENCE_MS)
    password = sheet(PasswordSheet)
    qtbot.wait(700)  # longer than it takes to look into the export
    assert bench.offering.sheet is None
    password.cancel.click()
    qtbot.waitUntil(lambda: bench.offering.sheet is not None, timeout=PATIENCE_MS)
    assert not bench.consent.isVisible()
    sheet(PreviewSheet).cancel.click()
    qtbot.waitUntil(bench.consent.isVisible, timeout=PATIENCE_MS)


def test_nothing_is_asked_about_a_vault_that_is_gone(qtbot: QtBot, bench: Workbench, mixed: tuple[Path, ...]) -> None:
    bench.arrivals.receive(Arrival(paths=mixed))
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None, timeout=PATIENCE_MS)
    bench.desk.let_go(lambda _: None)
    sheet(PasswordSheet).cancel.click()
    qtbot.wait(700)
    assert QApplication.activeModalWidget() is None
    assert not bench.consent.isVisible()
