"""Describing one exhibit after the other: Ctrl+Enter in a fact saves it and goes on to the same fact of the next.

What is typed before that one is there waits for it: it is never written to the one before.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from ui.desk import Desk
from ui.field import Field
from ui.panes import Panes

PATIENCE_MS = 3_000
"""How long typing waits for an entry that does not come; then it goes where the cursor is, as ever."""

KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
TYPING = frozenset(
    {QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride, QEvent.Type.InputMethod}
)


class GoingOn(QObject):
    """Follows the order of what is shown beside the inspector; ``select`` goes to an entry there."""

    def __init__(self, panes: Panes, desk: Desk, select: Callable[[str], object]) -> None:
        super().__init__(panes)
        self._panes, self._desk, self._select = panes, desk, select
        self._event_id = self._name = ""
        self._waiting = False
        self._typed: list[QKeyEvent | QInputMethodEvent] = []
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._stop_waiting)
        panes.installEventFilter(self)
        desk.detail_changed.connect(self._arrived)
        desk.failed.connect(self._stop_waiting)
        desk.closed.connect(self._stop_waiting)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Ctrl+Enter from a fact in the inspector, once nothing nearer wanted it; keep what is typed too early."""
        if self._waiting and event.type() in TYPING:
            self._keep(event)
            return True
        if self._waiting and event.type() is QEvent.Type.MouseButtonPress:
            self._stop_waiting()  # somebody goes elsewhere
        if watched is not self._panes or event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() not in KEYS or event.modifiers() != Qt.KeyboardModifier.ControlModifier:
            return False
        return self.go_on()

    def go_on(self) -> bool:
        """Go to the next entry, the cursor in the same fact; false if none is being typed or there is no next one."""
        inspector, field = self._panes.inspector, _field_of(QApplication.focusWidget())
        if inspector is None or field is None or not inspector.isAncestorOf(field):
            return False
        order = inspector.order()
        at = order.index(self._desk.event_id) + 1 if self._desk.event_id in order else len(order)
        following = order[at : at + 1]
        if not following:
            inspector.commit()
            return False
        self._event_id, self._name = following[0], field.spec.name
        self._select(self._event_id)
        self._wait()
        return True

    @property
    def waiting(self) -> bool:
        """Whether what is typed waits for the next entry."""
        return self._waiting

    def _wait(self) -> None:
        application = QApplication.instance()
        if application is not None and self._event_id:
            self._waiting = True
            application.installEventFilter(self)
            self._patience.start()

    def _keep(self, event: QEvent) -> None:
        event.accept()  # nor is it a shortcut
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            kept = QKeyEvent(event.type(), event.key(), event.modifiers(), event.text(), event.isAutoRepeat())
            self._typed.append(kept)
        elif isinstance(event, QInputMethodEvent) and event.commitString():
            composed = QInputMethodEvent()
            composed.setCommitString(event.commitString())
            self._typed.append(composed)

    def _stop_waiting(self) -> list[QKeyEvent | QInputMethodEvent]:
        """Let typing go its usual way again; return what was typed meanwhile."""
        application = QApplication.instance()
        if self._waiting and application is not None:
            application.removeEventFilter(self)
        self._waiting, self._event_id = False, ""
        self._patience.stop()
        typed, self._typed = self._typed, []
        return typed

    def _arrived(self) -> None:
        detail = self._desk.detail
        if self._event_id and detail is not None and detail.event.id == self._event_id:
            name, self._event_id = self._name, ""
            QTimer.singleShot(0, self, lambda: self._begin(name))

    def _begin(self, name: str) -> None:
        inspector, typed = self._panes.inspector, self._stop_waiting()
        if inspector is None:
            return
        fields = (field for field in inspector.facts.findChildren(Field) if field.spec.name == name)
        field = next((field for field in fields if field.isVisible() and field.isEnabled()), None)
        if field is None:
            inspector.begin_editing()
            return
        field.widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if isinstance(field.widget, QLineEdit):
            field.widget.selectAll()
        inspector.area.ensureWidgetVisible(field)
        for event in typed:
            QApplication.sendEvent(field.widget, event)


def _field_of(widget: QWidget | None) -> Field | None:
    """Return the fact that is typed in a widget, None for anything else."""
    while widget is not None and not isinstance(widget, Field):
        widget = widget.parentWidget()
    return widget
