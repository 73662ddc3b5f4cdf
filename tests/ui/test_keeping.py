"""What Qt will delete is held by Python until then, and not a moment longer."""

import gc
import weakref

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout
from pytestqt.qtbot import QtBot

from ui.keeping import discard


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
