"""Ctrl+V while a field has the focus: text goes into the field, pictures and files become evidence."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from evidence_app.actions.exhibits import list_exhibits
from tests.ui.acting import PATIENCE_MS
from ui.editors import LineEditor, LinesEditor
from ui.workbench import Workbench


@pytest.fixture(autouse=True)
def _nothing_is_left_to_be_pasted() -> Iterator[None]:
    """Python crashes on ending while the clipboard still has something that was made in Python."""
    yield
    QGuiApplication.clipboard().clear()


def picture() -> QImage:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("#b4740e"))
    return image


def field(qtbot: QtBot, bench: Workbench, kind: str) -> QWidget:
    """Return a field of the window with the focus in it."""
    made: QWidget = {"search": bench.header.search, "line": LineEditor(), "lines": LinesEditor()}[kind]
    if kind != "search":
        made.setParent(bench.header)
        made.show()
    bench.window().activateWindow()
    made.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is made, timeout=PATIENCE_MS)
    return made


@pytest.mark.parametrize("kind", ["search", "line", "lines"])
def test_a_picture_pasted_while_typing_becomes_evidence(qtbot: QtBot, bench: Workbench, kind: str) -> None:
    focused = field(qtbot, bench, kind)
    QGuiApplication.clipboard().setImage(picture())
    with qtbot.waitSignal(bench.arrivals.importing.finished, timeout=PATIENCE_MS):
        qtbot.keyClick(focused, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert bench.desk.session is not None
    assert len(list_exhibits(bench.desk.session, bench.desk.dispute_id)) == 1


def test_a_file_pasted_while_typing_becomes_evidence(qtbot: QtBot, bench: Workbench, screenshot: Path) -> None:
    focused = field(qtbot, bench, "line")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(screenshot))])
    mime.setText(str(screenshot))
    QGuiApplication.clipboard().setMimeData(mime)
    with qtbot.waitSignal(bench.arrivals.importing.finished, timeout=PATIENCE_MS):
        qtbot.keyClick(focused, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(focused, LineEditor)
    assert focused.text() == ""


@pytest.mark.parametrize("kind", ["search", "line", "lines"])
def test_text_is_pasted_into_the_field(qtbot: QtBot, bench: Workbench, kind: str) -> None:
    focused = field(qtbot, bench, kind)
    mime = QMimeData()
    mime.setText("工单号 FW1")
    mime.setImageData(picture())  # as spreadsheets and word processors put it there
    QGuiApplication.clipboard().setMimeData(mime)
    qtbot.keyClick(focused, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    typed = focused.toPlainText() if isinstance(focused, LinesEditor) else focused.text()  # type: ignore[attr-defined]
    assert typed == "工单号 FW1"
    assert not bench.arrivals.importing.busy
