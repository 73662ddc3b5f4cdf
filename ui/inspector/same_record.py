"""Under what happened: that another record tells of the same payment, call or message, and a way to it."""

from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from evidence_app.domain.events import EventKind
from evidence_app.domain.times import Precision, instant
from ui.controls import Button, PlainLabel
from ui.i18n import language
from ui.subjects import SameRecord


class SameRecordLine(QWidget):
    """Hidden where there is no other record; ``wanted`` has the other event's id."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._same: SameRecord | None = None
        self._when = ""
        self.words = PlainLabel(wrap=True)
        self.go = Button(look="link", icon_name="link")
        column = QVBoxLayout(self)
        column.setContentsMargins(7, 0, 0, 0)  # where the fields' texts begin
        column.setSpacing(0)
        column.addWidget(self.words)
        column.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeft)
        self.go.clicked.connect(self._go)
        language.changed.connect(self.retranslate)
        self.retranslate()
        self.hide()

    def show_same(self, same: SameRecord | None, home: ZoneInfo) -> None:
        """Show which record it is."""
        self._same = same
        self._when = _when(same, home) if same is not None else ""
        self.setVisible(same is not None)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts."""
        self.go.setText(self.tr("Go to the other record"))
        if self._same is None:
            return
        number, kind = self._same.exhibit_number, self._same.event.kind
        words = (self._bare if number is None else self._in_exhibit)(kind)
        self.words.setText(words.replace("%2", str(number)).replace("%1", self._when))
        self.words.setToolTip(self._explained(kind))

    def _bare(self, kind: EventKind) -> str:
        return {
            EventKind.CALL: self.tr("Same call as on %1; it counts once"),
            EventKind.MESSAGE: self.tr("Same message as on %1; it counts once"),
        }.get(kind, self.tr("Same money as on %1"))

    def _in_exhibit(self, kind: EventKind) -> str:
        return {
            EventKind.CALL: self.tr("Same call as on %1, exhibit %2; it counts once"),
            EventKind.MESSAGE: self.tr("Same message as on %1, exhibit %2; it counts once"),
        }.get(kind, self.tr("Same money as on %1, exhibit %2"))

    def _explained(self, kind: EventKind) -> str:
        if kind in (EventKind.CALL, EventKind.MESSAGE):
            return self.tr("Two records show it, such as a call log and a picture. Findings and letters count it once.")
        return self.tr("Two records show this payment, for example a wallet's and a bank's. Sums count it once.")

    def _go(self) -> None:
        if self._same is not None:
            self.wanted.emit(self._same.event.id)


def _when(same: SameRecord, home: ZoneInfo) -> str:
    reading = same.event.time.reading
    at = instant(reading, home) if reading is not None else None
    if reading is None or at is None:
        return ""
    return f"{at:%Y-%m-%d %H:%M}" if reading.precision in (Precision.SECOND, Precision.MINUTE) else f"{at:%Y-%m-%d}"
