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
from ui.overview.page import OverviewPage
from ui.overview.standing import Wait
from ui.sheets.password import PasswordSheet
from ui.tabs import PageKey
from ui.turns import PATIENCE_MS as BETWEEN_LOOKS_MS
from ui.turns import Turn
from ui.workbench import Workbench


@pytest.fixture
def mixed(tmp_path: Path) -> tuple[Path, ...]:
    calls, locked = tmp_path / "calls.xml", tmp_path / "alipay.zip"
    calls.write_text(CALLS, "utf-8")
    with pyzipper.AESZipFile(locked, "w", encryption=pyzipper.WZ_AES) as archive:
        archive.setpassword(b"428571")
        archive.writestr("bill.txt", "bill")
        archive.writestr("older-calls.xml", CALLS.replace("1738", "1638"))
    return calls, locked


def asked_for_password(qtbot: QtBot, *before: PasswordSheet) -> PasswordSheet:
    """Wait for the next sheet that asks for the password."""
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() not in {None, *before}, timeout=PATIENCE_MS)
    return sheet(PasswordSheet)


def give(qtbot: QtBot, asking: PasswordSheet, word: str) -> None:
    qtbot.keyClicks(asking.password, word)
    asking.primary.click()


def exports_are_not_asked_about(qtbot: QtBot, bench: Workbench) -> None:
    """Have the export looked into, and see that it waits also when it is asked whose turn it is."""
    qtbot.waitUntil(lambda: Turn.EXPORTS in bench.turns.waiting, timeout=PATIENCE_MS)
    qtbot.wait(2 * BETWEEN_LOOKS_MS)
    assert bench.offering.sheet is None
    assert Turn.EXPORTS in bench.turns.waiting


def shown_exports(bench: Workbench) -> set[str]:
    return {card.offered.exhibit.label for card in sheet(PreviewSheet).cards}


def test_first_the_password_then_the_exports_and_last_the_witnesses(
    qtbot: QtBot, bench: Workbench, mixed: tuple[Path, ...]
) -> None:
    bench.arrivals.receive(Arrival(paths=mixed))
    password = asked_for_password(qtbot)
    exports_are_not_asked_about(qtbot, bench)
    password.cancel.click()
    qtbot.waitUntil(lambda: bench.offering.sheet is not None, timeout=PATIENCE_MS)
    assert not bench.consent.isVisible()
    sheet(PreviewSheet).cancel.click()
    qtbot.waitUntil(bench.consent.isVisible, timeout=PATIENCE_MS)


def test_what_a_password_opens_is_offered_with_the_rest_also_after_a_wrong_one(
    qtbot: QtBot, bench: Workbench, mixed: tuple[Path, ...]
) -> None:
    bench.arrivals.receive(Arrival(paths=mixed))
    first = asked_for_password(qtbot)
    exports_are_not_asked_about(qtbot, bench)
    give(qtbot, first, "999999")
    again = asked_for_password(qtbot, first)
    exports_are_not_asked_about(qtbot, bench)
    give(qtbot, again, "428571")
    qtbot.waitUntil(lambda: bench.offering.sheet is not None, timeout=PATIENCE_MS)
    assert shown_exports(bench) == {"calls.xml", "older-calls.xml"}


def test_what_is_in_an_archive_is_offered_again_when_the_archive_is_added_again(
    qtbot: QtBot, bench: Workbench, mixed: tuple[Path, ...]
) -> None:
    bench.arrivals.receive(Arrival(paths=mixed[1:]))
    give(qtbot, asked_for_password(qtbot), "428571")
    qtbot.waitUntil(lambda: bench.offering.sheet is not None, timeout=PATIENCE_MS)
    sheet(PreviewSheet).cancel.click()
    qtbot.waitUntil(lambda: bench.offering.sheet is None, timeout=PATIENCE_MS)
    bench.arrivals.receive(Arrival(paths=mixed[1:]))
    qtbot.waitUntil(lambda: bench.offering.sheet is not None, timeout=PATIENCE_MS)
    assert shown_exports(bench) == {"older-calls.xml"}


def test_an_archive_that_stayed_locked_is_told_of_and_asked_for_when_it_is_added_again(
    qtbot: QtBot, bench: Workbench, mixed: tuple[Path, ...]
) -> None:
    bench.arrivals.receive(Arrival(paths=mixed[1:]))
    first = asked_for_password(qtbot)
    first.cancel.click()
    bench.show_page(PageKey.OVERVIEW)
    page = bench.dispute_page(PageKey.OVERVIEW)
    assert isinstance(page, OverviewPage)
    qtbot.waitUntil(lambda: Wait.UNOPENED in {line.task.wait for line in page.tasks.lines()}, timeout=PATIENCE_MS)
    bench.arrivals.receive(Arrival(paths=mixed[1:]))
    give(qtbot, asked_for_password(qtbot, first), "428571")
    qtbot.waitUntil(lambda: Wait.UNOPENED not in {line.task.wait for line in page.tasks.lines()}, timeout=PATIENCE_MS)


def test_nothing_is_asked_about_a_vault_that_is_gone(qtbot: QtBot, bench: Workbench, mixed: tuple[Path, ...]) -> None:
    bench.arrivals.receive(Arrival(paths=mixed))
    password = asked_for_password(qtbot)
    bench.desk.let_go(lambda _: None)
    password.cancel.click()
    qtbot.wait(700)
    assert QApplication.activeModalWidget() is None
    assert not bench.consent.isVisible()
