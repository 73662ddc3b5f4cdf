"""Keeps what Python knows of a widget until Qt has destroyed it.

Between `deleteLater` and the deletion itself nothing in Python may hold the widget any more. Its wrapper, and those of
its layouts, are freed then while Qt still has the objects, and destroying these could crash in native code.
"""

from PySide6.QtCore import QObject

_kept: dict[int, QObject] = {}


def keep_until_destroyed(thing: QObject) -> None:
    """Hold an object that will be deleted by Qt for as long as Qt has it."""
    key = id(thing)
    _kept[key] = thing
    thing.destroyed.connect(lambda: _kept.pop(key, None))
