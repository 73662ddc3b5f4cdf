"""An unexpected error is told calmly, once, with a report, a restart, and going on."""

import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from evidence_app.errors import InputProblem
from evidence_app.phrases import Language
from tests.ui.acting import PATIENCE_MS, sheet
from ui.crash.dialog import BadEndSheet, CrashSheet
from ui.crash.hooks import ErrorHooks
from ui.crash.restart import restart
from ui.crash.runs import BadEnd
from ui.i18n import language
from ui.loading import ImageLoader
from ui.workbench import Workbench

SECRET = "王小明欠款三千元"


@pytest.fixture
def crash(empty_bench: Workbench) -> CrashSheet:
    empty_bench.report(ValueError(SECRET))
    return sheet(CrashSheet)


def test_it_says_that_the_evidence_is_safe_and_shows_none_of_it(crash: CrashSheet) -> None:
    assert "evidence is safe" in crash.safe.text()
    assert "ValueError" in crash.report.toPlainText()
    assert SECRET not in crash.report.toPlainText()
    crash.primary.click()


def test_going_on_leaves_the_window_as_it_was(qtbot: QtBot, empty_bench: Workbench, crash: CrashSheet) -> None:
    with qtbot.waitSignal(crash.finished):
        crash.primary.click()
    assert empty_bench.isVisible()
    assert not restart.wanted


def test_the_report_is_saved_where_somebody_wants_it(qtbot: QtBot, crash: CrashSheet, tmp_path: Path) -> None:
    crash.save.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "report.txt"))
    dialog.close()
    qtbot.waitUntil(crash.saved.isVisible, timeout=PATIENCE_MS)
    assert (tmp_path / "report.txt").read_text("utf-8") == crash.report.toPlainText()
    assert "report.txt" in crash.saved.text()
    crash.primary.click()


def test_a_report_that_cannot_be_written_says_so(qtbot: QtBot, crash: CrashSheet, tmp_path: Path) -> None:
    crash.write(tmp_path / "missing" / "report.txt")
    qtbot.waitUntil(crash.saved.isVisible, timeout=PATIENCE_MS)
    assert "could not be saved" in crash.saved.text()
    crash.primary.click()


def test_restarting_closes_the_window_in_order_first(
    qtbot: QtBot, empty_bench: Workbench, crash: CrashSheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[list[str]] = []
    monkeypatch.setattr(
        "ui.crash.restart.QProcess.startDetached", lambda program, arguments: started.append([program, *arguments])
    )
    monkeypatch.setattr("sys.orig_argv", ["python", "main.py", "a.png", "b.png"])
    crash.cancel.click()
    assert not empty_bench.window().isVisible()
    assert empty_bench.desk.session is None
    restart.carry_out(2)
    assert [command[1:] for command in started] == [["main.py"]]
    restart.carry_out(2)
    assert len(started) == 1


def test_many_errors_at_once_open_one_sheet(empty_bench: Workbench, crash: CrashSheet) -> None:
    assert empty_bench.report(KeyError(SECRET)) is crash
    crash.primary.click()


def test_an_expected_problem_is_told_as_before(empty_bench: Workbench) -> None:
    box = empty_bench.report(InputProblem("reason-missing"))
    assert isinstance(box, QMessageBox)
    box.close()


def test_an_error_in_a_thread_reaches_the_window(qtbot: QtBot, empty_bench: Workbench) -> None:
    hooks = ErrorHooks(empty_bench.report, lambda: None, empty_bench)
    before = threading.excepthook
    threading.excepthook = hooks._in_thread  # noqa: SLF001
    try:
        thread = threading.Thread(target=lambda: int(SECRET))
        thread.start()
        thread.join()
    finally:
        threading.excepthook = before
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), CrashSheet), timeout=PATIENCE_MS)
    sheet(CrashSheet).primary.click()


def test_it_speaks_the_language_of_the_moment(crash: CrashSheet) -> None:
    language.choose(Language.ZH_HANT)
    assert "證據是安全的" in crash.safe.text()
    crash.primary.click()


def test_a_bad_end_is_told_with_what_was_written_about_it(empty_bench: Workbench) -> None:
    told = BadEndSheet(empty_bench, BadEnd("Fatal Python error: Segmentation fault\n"))
    told.present()
    assert "Segmentation fault" in told.report.toPlainText()
    assert not told.cancel.isVisible()
    told.primary.click()


def test_what_the_log_says_of_an_error_holds_no_evidence(
    qtbot: QtBot, qapp: QApplication, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> QImage:
        raise ValueError(SECRET)

    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    hooks = ErrorHooks(lambda _: QMessageBox(), lambda: None, qapp)
    hooks.install()
    try:
        fail()
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)
        threading.excepthook(threading.ExceptHookArgs((type(error), error, error.__traceback__, None)))
    hooks.deleteLater()
    loader = ImageLoader(fail, cache_bytes=1)
    with qtbot.waitSignal(loader.failed, timeout=PATIENCE_MS):
        loader.want(["a"])
    loader.close()
    assert caplog.text.count("ValueError") == 3
    assert SECRET not in caplog.text
