"""What was done to the evidence, as sentences."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from evidence_app.domain.custody import CustodyKind
from ui.controls import PlainLabel
from ui.fields import label_of
from ui.i18n import word
from ui.timeline.words import safe
from ui.tokens import SPACE_2

if TYPE_CHECKING:
    from evidence_app.actions.exhibits import HistoryLine

MOST_SHOWN = 200  # the newest ones; the whole log is in the dossier


def sentence(kind: CustodyKind, payload: Mapping[str, Any] | None) -> str:
    """Return what one custody entry says: ``Title changed from “a” to “b”``."""
    if payload is None:
        return QCoreApplication.translate("History", "%1 (content erased)").replace("%1", word(kind))
    match kind:
        case CustodyKind.ADD if "duplicate_of" in payload:
            text = QCoreApplication.translate("History", "The same bytes arrived again as “%1”")
            return text.replace("%1", safe(str(payload.get("name", ""))))
        case CustodyKind.ADD:
            text = QCoreApplication.translate("History", "Added as “%1”")
            return text.replace("%1", safe(str(payload.get("name", ""))))
        case CustodyKind.EDIT:
            return _edit(payload)
        case CustodyKind.EXPORT:
            return QCoreApplication.translate("History", "Exported in a dossier")
        case CustodyKind.REMOVE:
            text = QCoreApplication.translate("History", "Removed: %1")
            return text.replace("%1", safe(str(payload.get("reason", ""))))
        case CustodyKind.NOTE | CustodyKind.COMPLAINT:
            return QCoreApplication.translate("History", "Written down")
    return word(kind)


def _edit(payload: Mapping[str, Any]) -> str:
    changes = payload.get("changes", [])
    text = "; ".join(_change(change) for change in changes if isinstance(change, Mapping))
    if "undoes" in payload:
        return QCoreApplication.translate("History", "Taken back: %1").replace("%1", text)
    return text


def _change(change: Mapping[str, Any]) -> str:
    field = label_of(str(change.get("field", "")))
    before, after = _value(change.get("before")), _value(change.get("after"))
    if not before:
        text = QCoreApplication.translate("History", "%1 set to “%3”")
    elif not after:
        text = QCoreApplication.translate("History", "%1 emptied, was “%2”")
    else:
        text = QCoreApplication.translate("History", "%1 changed from “%2” to “%3”")
    for mark, value in (("%1", field), ("%2", before), ("%3", after)):
        head, found, tail = text.partition(mark)
        text = head + (value if found else "") + tail if found else text
    return text


def _value(plain: object) -> str:
    """Return a plain value as it was typed; of a time the chosen reading."""
    if isinstance(plain, Mapping):
        readings, chosen = plain.get("readings", []), plain.get("chosen")
        if isinstance(chosen, int) and 0 <= chosen < len(readings):
            return str(readings[chosen].get("wall", "")).replace("T", " ")
        return QCoreApplication.translate("History", "unknown")
    if isinstance(plain, list):
        return safe(", ".join(map(str, plain)))
    return safe(str(plain if plain is not None else ""))


class HistoryPanel(QWidget):
    """The entries about one exhibit or event, the newest first."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(7, 0, 0, 0)
        self._rows.setSpacing(SPACE_2)

    def show_lines(self, lines: "Sequence[HistoryLine]") -> None:
        """Show entries in the computer's own time."""
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for line in list(reversed(lines))[:MOST_SHOWN]:
            words = PlainLabel(sentence(line.kind, line.payload), wrap=True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            at = PlainLabel(f"{line.seq} · {_local(line.at)}", "caption", "muted")
            box = QWidget()
            column = QVBoxLayout(box)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            column.addWidget(words)
            column.addWidget(at)
            self._rows.addWidget(box)


def _local(at: datetime) -> str:
    return f"{at.astimezone():%Y-%m-%d %H:%M:%S}"
