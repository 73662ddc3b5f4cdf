"""What was done to the evidence, as sentences."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from evidence_app.domain.custody import CustodyKind
from evidence_app.narration import narrate
from ui.controls import PlainLabel
from ui.i18n import language, word
from ui.keeping import discard
from ui.timeline.words import safe
from ui.tokens import SPACE_2

if TYPE_CHECKING:
    from evidence_app.actions.exhibits import HistoryLine

MOST_SHOWN = 200  # the newest ones; the whole log is in the dossier


def sentence(kind: CustodyKind, payload: Mapping[str, Any] | None) -> str:
    """Return what one custody entry says: ``Title changed from “a” to “b”``, as it stands in the dossier."""
    if payload is None:
        return QCoreApplication.translate("History", "%1 (content erased)").replace("%1", word(kind))
    return safe(narrate(kind, payload, language.chosen))


class HistoryPanel(QWidget):
    """The entries about one exhibit or event, the newest first."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(7, 0, 0, 0)
        self._rows.setSpacing(SPACE_2)

    def show_lines(self, lines: "Sequence[HistoryLine]", home: ZoneInfo) -> None:
        """Show entries, their times in the dispute's zone."""
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                discard(widget)
        for line in list(reversed(lines))[:MOST_SHOWN]:
            words = PlainLabel(sentence(line.kind, line.payload), wrap=True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            at = PlainLabel(f"{line.seq} · {line.at.astimezone(home):%Y-%m-%d %H:%M:%S}", "caption", "muted")
            box = QWidget()
            column = QVBoxLayout(box)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            column.addWidget(words)
            column.addWidget(at)
            self._rows.addWidget(box)
