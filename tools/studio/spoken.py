"""The window as a screen reader and a keyboard find it: the tree of names and roles, the order of the Tab key."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QPushButton,
    QScrollBar,
    QTabBar,
    QWidget,
)
from shiboken6 import isValid

from tools.studio.judges import name_of, shown
from tools.studio.stage import until
from ui.help import HelpMark

Role = QAccessible.Role
CONTROLS = frozenset(
    {
        Role.Button,
        Role.ButtonDropDown,
        Role.ButtonMenu,
        Role.CheckBox,
        Role.ComboBox,
        Role.Dial,
        Role.EditableText,
        Role.HotkeyField,
        Role.Link,
        Role.List,
        Role.ListItem,
        Role.MenuItem,
        Role.PageTab,
        Role.ProgressBar,
        Role.PushButton,
        Role.RadioButton,
        Role.Slider,
        Role.SpinBox,
        Role.Table,
        Role.Tree,
    }
)
"""Roles of what a person can do something with, or has to be told about."""
MOST_CHILDREN = 60
"""Of one item list: enough to hear how its items are named."""
SETTLING_MS = 5
"""After each Tab: what gets the focus may fill a pane beside it."""
COLUMN_PX = 24
"""What begins within so many pixels begins in the same column."""
LINE_PX = 100
"""What is higher is no line, but an area with lines in it."""


@dataclass(frozen=True)
class Spoken:
    """One node of the accessibility tree."""

    role: QAccessible.Role
    name: str
    description: str
    where: str

    @property
    def is_control(self) -> bool:
        """Whether a person can do something with it."""
        return self.role in CONTROLS


def spoken_tree(window: QWidget) -> list[Spoken]:
    """Return what a screen reader finds in a window, the window itself first; the list of a choice is its own."""
    if isinstance(window.parentWidget(), QComboBox):
        return []
    top = QAccessible.queryAccessibleInterface(window)
    return list(_walk(top, "")) if top is not None else []


def _walk(node: QAccessibleInterface, where: str) -> Iterator[Spoken]:
    state = node.state()
    if state.invisible or not node.isValid():
        return
    role, name = node.role(), node.text(QAccessible.Text.Name)
    yield Spoken(role, name.strip(), node.text(QAccessible.Text.Description), where)
    thing = node.object()
    if isinstance(thing, (QComboBox, QScrollBar)):
        return  # what they are made of is Qt's own business
    inside = f"{where} > {type(thing).__name__}" if thing is not None else where
    for number in range(min(node.childCount(), MOST_CHILDREN)):
        child = node.child(number)
        if child is not None:
            yield from _walk(child, inside)


# The keyboard


def focusable(window: QWidget) -> list[QWidget]:
    """Return what the Tab key has to reach in a window: everything enabled that takes the focus by it."""
    if isinstance(window.parentWidget(), QComboBox):
        return []
    return [
        widget
        for widget in shown(window)
        if widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
    ]


def tab_round(window: QWidget, key: Qt.Key = Qt.Key.Key_Tab, most: int = 400) -> list[QWidget]:
    """Press Tab until the focus is where it was, and return what had it, in order.

    Raises LookupError if the focus gets nowhere or never comes back.
    """
    window.activateWindow()
    until(window.isActiveWindow)
    if QApplication.focusWidget() is None:
        QTest.keyClick(window, key)
    here = QApplication.focusWidget()
    if here is None:
        raise LookupError("nothing takes the focus")
    visited = [here]
    for _ in range(most):
        QTest.keyClick(visited[-1], key)
        QTest.qWait(SETTLING_MS)
        now = QApplication.focusWidget()
        if now is None or now is visited[-1]:
            raise LookupError(f"Tab does not leave {name_of(visited[-1])}")
        if now in visited:
            return list(
                filter(isValid, visited[visited.index(now) :])
            )  # fields are made anew for other kinds of events
        visited.append(now)
    raise LookupError("Tab never comes back")


def steps_back(order: list[QWidget]) -> list[tuple[QWidget, QWidget]]:
    """Return neighbours in a round where the second is read before the first: above it, or left in its line.

    A step up to a column further right is the way one reads columns. Among a sheet's verbs one goes left to Cancel.
    The step to the first of all, be it the topmost or the leftmost, closes the round and is none.
    """
    firsts = {
        min(order, key=lambda widget: (_corner(widget).x() // COLUMN_PX, _corner(widget).y())),
        min(order, key=lambda widget: (_corner(widget).y(), _corner(widget).x())),
    }
    pairs = zip(order, order[1:] + order[:1], strict=True)
    return [(one, other) for one, other in pairs if other not in firsts and _leads_back(one, other)]


def _leads_back(one: QWidget, other: QWidget) -> bool:
    shared = next((area for area in _areas(one) if area in _areas(other)), None)
    before, after = _box(one, shared), _box(other, shared)
    parent = one.parentWidget()
    if isinstance(one, QPushButton) and isinstance(parent, QDialog) and parent is other.parentWidget():
        return False
    above = after.bottom() < before.top() and after.left() < before.right() - COLUMN_PX
    same_line = before.height() < LINE_PX and before.top() < after.center().y() < before.bottom()
    return above or (same_line and after.right() < before.left())


def _corner(widget: QWidget) -> QPoint:
    """Return where a widget begins in its window while nothing is scrolled."""
    corner = QPoint()
    at: QWidget | None = widget
    while at is not None and not at.isWindow():
        parent = at.parentWidget()
        area = parent.parentWidget() if parent is not None else None
        if not (isinstance(area, QAbstractScrollArea) and parent is area.viewport()):
            corner += at.pos()
        at = parent
    return corner


def _areas(widget: QWidget) -> list[QAbstractScrollArea]:
    """Return the areas in which a widget can be scrolled, the innermost first."""
    found: list[QAbstractScrollArea] = []
    at = widget.parentWidget()
    while at is not None:
        if isinstance(at, QAbstractScrollArea):
            found.append(at)
        at = at.parentWidget()
    return found


def _box(widget: QWidget, shared: QAbstractScrollArea | None) -> QRect:
    """Return where a widget lies; what can be scrolled, other than within the shared area, lies where its area does."""
    own = [area for area in _areas(widget) if area is not shared and (shared is None or shared.isAncestorOf(area))]
    seen = own[-1] if own else widget
    top = shared.viewport() if shared is not None else widget.window()
    return QRect(seen.mapTo(top, QPoint()), seen.size())


def mouse_only(window: QWidget) -> list[QWidget]:
    """Return enabled controls that the keyboard cannot reach: no Tab, no shortcut, no place in a group."""
    if isinstance(window.parentWidget(), QComboBox):
        return []  # the open list of a choice: the choice's own keys walk in it
    reachable = set(focusable(window))
    return [widget for widget in shown(window) if _is_control(widget) and widget not in reachable]


def _is_control(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    if isinstance(widget, HelpMark):
        return False  # Shift+F1 in the field beside it opens it
    if not widget.isEnabled() or isinstance(
        parent, (QAbstractSpinBox, QLineEdit, QTabBar, QAbstractItemView, QDialogButtonBox)
    ):
        return False
    if isinstance(widget, QAbstractButton):
        group = widget.group()
        one_of_several = widget.autoExclusive() or (group is not None and group.exclusive())  # arrows lead there
        return widget.shortcut().isEmpty() and not one_of_several
    return isinstance(widget, (QComboBox, QAbstractItemView)) or (
        isinstance(widget, QLineEdit) and not isinstance(parent, QComboBox)
    )
