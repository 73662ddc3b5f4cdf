"""Keeps what Python knows of an object until Qt has destroyed it.

Between `deleteLater` and the deletion itself nothing in Python may hold a widget any more. Its wrapper, and those of
its layouts, are freed then while Qt still has the objects, and destroying these could crash in native code
(PySide6 6.11, in `releaseWrapper`).
"""

from PySide6.QtCore import QObject

_kept: dict[int, QObject] = {}


def keep_until_destroyed(thing: QObject) -> None:
    """Hold an object that will be deleted by Qt for as long as Qt has it."""
    key = id(thing)
    if key not in _kept:
        _kept[key] = thing
        thing.destroyed.connect(lambda: _kept.pop(key, None))


def discard(thing: QObject) -> None:
    """Let Qt delete an object once nothing is being done with it, and hold it until then."""
    keep_until_destroyed(thing)
    thing.deleteLater()
