"""What Qt will delete is held by Python until then, and not a moment longer."""

import gc
import weakref

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.keeping import discard, pieces_of


def test_what_is_discarded_is_held_until_qt_has_destroyed_it(qtbot: QtBot) -> None:
    frame = QFrame()
    QHBoxLayout(frame)
    held = weakref.ref(frame)
    discard(frame)
    del frame
    gc.collect()
    assert held() is not None
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert held() is None


def test_a_window_that_only_the_robot_was_told_of_is_not_collected(qtbot: QtBot) -> None:
    def made() -> weakref.ref[QFrame]:
        window = QFrame()
        window.circle = window  # type: ignore[attr-defined] # as what is connected to its own children makes one
        qtbot.addWidget(window)
        return weakref.ref(window)

    window = made()
    gc.collect()
    assert window() is not None


def test_asking_a_layout_for_its_pieces_leaves_no_trace_that_another_object_is_taken_for(qtbot: QtBot) -> None:
    frame = QFrame()
    qtbot.addWidget(frame)
    column, edits = QVBoxLayout(frame), list[QPlainTextEdit]()
    for _ in range(600):
        column.addWidget(QWidget())
        for piece in pieces_of(column):
            discard(piece)
        del piece
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        edits.append(QPlainTextEdit())
        assert isinstance(edits[-1].viewport(), QWidget)
        if len(edits) > 20:
            discard(edits.pop(0))
    for edit in edits:
        discard(edit)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
