"""Keeps what Python knows of an object until Qt has destroyed it.

Between `deleteLater` and the deletion itself nothing in Python may hold a widget any more. Its wrapper, and those of
its layouts, are freed then while Qt still has the objects, and destroying these could crash in native code
(PySide6 6.11, in `releaseWrapper`).
"""

from collections.abc import Iterator

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLayout, QStackedLayout, QWidget
from shiboken6 import Shiboken

_kept: dict[int, QObject] = {}


def keep_until_destroyed(thing: QObject) -> None:
    """Hold an object that will be deleted by Qt for as long as Qt has it."""
    key = id(thing)
    if key not in _kept:
        _kept[key] = thing
        thing.destroyed.connect(lambda: _kept.pop(key, None))


def pieces_of(layout: QLayout) -> Iterator[QWidget | QLayout]:
    """Yield the widgets and layouts that lie in a layout, in its order. Nobody else asks a layout for its items.

    PySide keeps what it knows of an item for as long as the layout lives. Once Qt has deleted the item with its widget,
    any object that comes to lie at its address is taken for it: a text's viewport was a ``QWidgetItem``.
    """
    of_qt = isinstance(layout, (QBoxLayout, QGridLayout, QStackedLayout))  # one of ours keeps its items itself
    for position in range(layout.count()):
        item = layout.itemAt(position)
        widget = item.widget() if item is not None else None
        if item is not None and widget is not None:
            if of_qt:
                Shiboken.invalidate(item)
            yield widget
        elif item is not None and (inner := item.layout()) is not None:
            yield inner


def discard(thing: QObject) -> None:
    """Let Qt delete an object once nothing is being done with it, and hold it until then."""
    keep_until_destroyed(thing)
    thing.deleteLater()
