"""A locked archive is opened with its password from the inspector; films give their pages by themselves."""

from pathlib import Path

import pytest
import pyzipper
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.fakes.made_recordings import write_screen_recording
from tests.ui.acting import PATIENCE_MS, add, sheet
from ui.controls import PlainLabel
from ui.dropping import Arrival
from ui.sheets.password import PasswordSheet
from ui.workbench import Workbench

pytestmark = pytest.mark.usefixtures("inspector_soon")  # entries are chosen past the lists


def locked(path: Path) -> Path:
    with pyzipper.AESZipFile(path, "w", encryption=pyzipper.WZ_AES) as archive:
        archive.setpassword(b"428571")
        archive.writestr("bill.txt", "bill")
    return path


def names(bench: Workbench) -> set[str]:
    return {entry.exhibit_label for entry in bench.desk.entries}


def asked(bench: Workbench) -> PasswordSheet:
    assert bench.inspector is not None
    bench.inspector.facts.original.unlock.click()
    return sheet(PasswordSheet)


def test_a_locked_archive_is_opened_with_its_password(qtbot: QtBot, bench: Workbench, tmp_path: Path) -> None:
    add(qtbot, bench, locked(tmp_path / "alipay.zip"))
    bench.desk.select_event(bench.desk.entries[0].event_id)
    assert bench.inspector is not None
    original = bench.inspector.facts.original
    qtbot.waitUntil(lambda: not original.unlock.isHidden(), timeout=PATIENCE_MS)
    asking = asked(bench)
    assert asking.password.echoMode() is QLineEdit.EchoMode.Password
    assert not asking.primary.isEnabled()
    qtbot.keyClicks(asking.password, "428571")
    asking.primary.click()
    qtbot.waitUntil(lambda: names(bench) == {"alipay.zip", "bill.txt"}, timeout=PATIENCE_MS)


def test_a_wrong_password_is_asked_for_again(qtbot: QtBot, bench: Workbench, tmp_path: Path) -> None:
    add(qtbot, bench, locked(tmp_path / "alipay.zip"))
    first = sheet(PasswordSheet)
    qtbot.keyClicks(first.password, "999999")
    first.primary.click()

    def asked_again() -> bool:
        shown = QApplication.activeModalWidget()
        return isinstance(shown, PasswordSheet) and shown is not first

    qtbot.waitUntil(asked_again, timeout=PATIENCE_MS)
    again = sheet(PasswordSheet)
    assert again.problem.isVisible()
    qtbot.keyClicks(again.password, "428571")
    again.primary.click()
    qtbot.waitUntil(lambda: names(bench) == {"alipay.zip", "bill.txt"}, timeout=PATIENCE_MS)


def test_what_no_password_opens_does_not_offer_it(qtbot: QtBot, bench: Workbench, screenshot: Path) -> None:
    add(qtbot, bench, screenshot)
    bench.desk.select_event(bench.desk.entries[0].event_id)
    assert bench.inspector is not None
    original = bench.inspector.facts.original
    qtbot.waitUntil(lambda: original.facts.text() != "", timeout=PATIENCE_MS)
    assert original.unlock.isHidden()
    assert original.pictures.isHidden()


def test_a_recording_of_a_screen_gives_its_pages_once_it_is_added(
    qtbot: QtBot, bench: Workbench, tmp_path: Path
) -> None:
    add(qtbot, bench, write_screen_recording(tmp_path / "Screenrecorder-2025-02-22-15-30-00-123.mp4"))
    qtbot.waitUntil(lambda: len(bench.desk.entries) == 4, timeout=PATIENCE_MS)
    assert {entry.media_kind for entry in bench.desk.entries} == {"video", "image"}


def several(folder: Path, words: dict[str, bytes]) -> tuple[Path, ...]:
    """Write a locked archive for each name, in which lies one file that is called after it."""
    for name, word in words.items():
        with pyzipper.AESZipFile(folder / name, "w", encryption=pyzipper.WZ_AES) as archive:
            archive.setpassword(word)
            archive.writestr(f"{name}.txt", name)
    return tuple(folder / name for name in words)


def next_question(qtbot: QtBot, *before: PasswordSheet) -> PasswordSheet:
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() not in {None, *before}, timeout=PATIENCE_MS)
    return sheet(PasswordSheet)


def name_of(asking: PasswordSheet) -> str:
    return next(label.text() for label in asking.findChildren(PlainLabel) if label.text().endswith(".zip"))


def give(qtbot: QtBot, asking: PasswordSheet, word: str) -> None:
    qtbot.keyClicks(asking.password, word)
    asking.primary.click()


def test_locked_archives_are_asked_for_one_after_the_other(qtbot: QtBot, bench: Workbench, tmp_path: Path) -> None:
    words = {"a.zip": b"111111", "b.zip": b"222222", "c.zip": b"333333", "d.zip": b"111111"}
    bench.arrivals.receive(Arrival(paths=several(tmp_path, words)))
    first = next_question(qtbot)
    assert name_of(first) == "a.zip"
    first.cancel.click()  # skipping one does not lose the others
    second = next_question(qtbot, first)
    assert name_of(second) == "b.zip"
    give(qtbot, second, "999999")
    again = next_question(qtbot, first, second)
    assert (name_of(again), again.problem.isVisible()) == ("b.zip", True)
    give(qtbot, again, "222222")
    third = next_question(qtbot, first, second, again)
    assert (name_of(third), third.problem.isVisible()) == ("c.zip", False)
    give(qtbot, third, "333333")
    last = next_question(qtbot, first, second, again, third)
    assert name_of(last) == "d.zip"
    give(qtbot, last, "111111")  # what was skipped opens with it, too
    opened = {*words, *(f"{name}.txt" for name in words)}
    qtbot.waitUntil(lambda: names(bench) == opened, timeout=PATIENCE_MS)
    qtbot.wait(500)
    assert QApplication.activeModalWidget() in {None, bench.consent}


def test_a_password_that_opens_one_is_tried_on_the_others(qtbot: QtBot, bench: Workbench, tmp_path: Path) -> None:
    words = {"a.zip": b"111111", "b.zip": b"222222", "c.zip": b"111111"}
    bench.arrivals.receive(Arrival(paths=several(tmp_path, words)))
    first = next_question(qtbot)
    give(qtbot, first, "111111")
    second = next_question(qtbot, first)
    assert (name_of(second), second.problem.isVisible()) == ("b.zip", False)
    qtbot.waitUntil(lambda: names(bench) >= {"a.zip.txt", "c.zip.txt"}, timeout=PATIENCE_MS)
    second.cancel.click()
    qtbot.wait(500)
    assert not isinstance(QApplication.activeModalWidget(), PasswordSheet)
