"""Describing one exhibit after the other: Ctrl+Enter in a fact saves it and goes on to the same fact of the next."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from ui.desk import Desk
from ui.field import Field
from ui.panes import Panes


class GoingOn(QObject):
    """Follows the order of what is shown beside the inspector; ``select`` goes to an entry there."""

    def __init__(self, panes: Panes, desk: Desk, select: Callable[[str], object]) -> None:
        super().__init__(panes)
        self._panes, self._desk, self._select = panes, desk, select
        self._event_id = self._name = ""
        panes.installEventFilter(self)
        desk.detail_changed.connect(self._arrived)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Ctrl+Enter from a fact in the inspector, once nothing nearer wanted it."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        keys = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if event.key() not in keys or event.modifiers() != Qt.KeyboardModifier.ControlModifier:
            return False
        return self.go_on()

    def go_on(self) -> bool:
        """Go to the next entry, the cursor in the same fact; false if none is being typed or there is no next one."""
        inspector, field = self._panes.inspector, _field_of(QApplication.focusWidget())
        if inspector is None or field is None or not inspector.isAncestorOf(field):
            return False
        order = inspector.order()
        following = order[order.index(self._desk.event_id) + 1 :] if self._desk.event_id in order else []
        if not following:
            inspector.commit()
            return False
        self._event_id, self._name = following[0], field.spec.name
        self._select(self._event_id)
        return True

    def _arrived(self) -> None:
        detail = self._desk.detail
        if self._event_id and detail is not None and detail.event.id == self._event_id:
            name, self._event_id = self._name, ""
            QTimer.singleShot(0, self, lambda: self._begin(name))

    def _begin(self, name: str) -> None:
        inspector = self._panes.inspector
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


def _field_of(widget: QWidget | None) -> Field | None:
    """Return the fact that is typed in a widget, None for anything else."""
    while widget is not None and not isinstance(widget, Field):
        widget = widget.parentWidget()
    return widget
