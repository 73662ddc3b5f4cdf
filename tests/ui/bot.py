"""Pytest-qt's robot, as patient as a slow machine needs, which moreover owns the windows that tests make."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import MultiSignalBlocker, SignalBlocker

from tests.ui.acting import PATIENCE_MS
from ui.keeping import keep_until_destroyed


class PatientBot(QtBot):
    """Waits as long as `PATIENCE_MS` unless it is told otherwise: five seconds are not much on two busy processors.

    What it is given it holds until Qt has destroyed it. Pytest-qt knows a window only weakly: one that nobody holds any
    more was collected by Python in a circle with its own children, in whichever order, which crashes.
    """

    def addWidget(  # noqa: N802 - named by pytest-qt
        self, widget: QWidget, *, before_close_func: Callable[[QWidget], None] | None = None
    ) -> None:
        super().addWidget(widget, before_close_func=before_close_func)
        keep_until_destroyed(widget)

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE_MS) -> None:  # noqa: N802
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: object, *, timeout: int = PATIENCE_MS, **more: Any) -> SignalBlocker:  # noqa: N802, ANN401
        return super().waitSignal(signal, timeout=timeout, **more)

    def waitSignals(  # noqa: N802
        self,
        signals: list[Any],
        *,
        timeout: int = PATIENCE_MS,
        **more: Any,  # noqa: ANN401
    ) -> MultiSignalBlocker:
        return super().waitSignals(signals, timeout=timeout, **more)
