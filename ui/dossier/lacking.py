"""What a reader of the dossier would miss, each with a way to where it can be filled in. Nothing here stops anybody."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from evidence_app.domain.readiness import Gap, Missing
from ui.controls import PlainLabel
from ui.dossier.lines import Lines, Offered
from ui.i18n import language

if TYPE_CHECKING:
    from collections.abc import Sequence

FIELDS = {Gap.COMPLAINANT: "complainant", Gap.DEMANDS: "demands", Gap.SUMMARY: "summary"}
"""Which of the dispute's fields fills a gap."""


class Lacking(QWidget):
    """The list. Signals carry where to go: the dispute's field, an event; or that exports shall be offered."""

    dispute_wanted = Signal(str)
    event_wanted = Signal(str)
    files_wanted = Signal()
    exports_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._gaps: Sequence[Missing] | None = None
        self._read_only = False
        self._next: dict[Gap, int] = {}
        self.lines = Lines()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.lines)
        language.changed.connect(self.retranslate)

    def show_gaps(self, gaps: "Sequence[Missing] | None", *, read_only: bool = False) -> None:
        """Show other gaps; nothing while they are not known."""
        if (gaps, read_only) != (self._gaps, self._read_only):
            self._gaps, self._read_only = gaps, read_only
            self.retranslate()

    def retranslate(self) -> None:
        """Set all texts."""
        if self._gaps is None:
            self.lines.replace(())
        elif not self._gaps:
            self.lines.replace([PlainLabel(self.tr("Nothing that a reader would ask for."), tone="muted", wrap=True)])
        else:
            self.lines.replace([self._line(gap) for gap in self._gaps])

    def _line(self, missing: Missing) -> QWidget:
        sentence = self._sentence(missing)
        if missing.gap is Gap.UNIMPORTED and not self._read_only:
            return Offered(sentence, self.tr("Import"), self.exports_wanted.emit)
        if missing.event_ids:
            return Offered(sentence, self.tr("Show"), partial(self._show_next, missing))
        if self._read_only:
            return PlainLabel(sentence, wrap=True)
        if missing.gap is Gap.EXHIBITS:
            return Offered(sentence, self.tr("Add evidence"), self.files_wanted.emit)
        return Offered(sentence, self.tr("Fill in"), partial(self.dispute_wanted.emit, FIELDS[missing.gap]))

    def _show_next(self, missing: Missing) -> None:
        """Lead to the first, and at the next press to the one after: some may stay as they are on purpose."""
        step = self._next.get(missing.gap, 0) % missing.count
        self._next[missing.gap] = step + 1
        self.event_wanted.emit(missing.event_ids[step])

    def _sentence(self, missing: Missing) -> str:
        count = missing.count
        match missing.gap:
            case Gap.EXHIBITS:
                return self.tr("No exhibit is in it.")
            case Gap.COMPLAINANT:
                return self.tr("The complainant's name.")
            case Gap.DEMANDS:
                return self.tr("What you ask for.")
            case Gap.SUMMARY:
                return self.tr("What happened, in your own words.")
            case Gap.TIMES_DISAGREE:
                return self.tr("%n entry(s) whose times disagree.", "", count)
            case Gap.TIME_FAR_OFF:
                return self.tr("%n time(s) far from all others: is the year right?", "", count)
            case Gap.TIME_UNKNOWN:
                return self.tr("%n entry(s) without a time.", "", count)
            case Gap.PROVES:
                return self.tr("%n exhibit(s) that do not say what they prove.", "", count)
            case Gap.TITLE:
                return self.tr("%n exhibit(s) called by their file name only.", "", count)
            case Gap.UNREAD:
                return self.tr("%n exhibit(s) that could not be read.", "", count)
            case Gap.UNIMPORTED:
                return self.tr("%n exported file(s) not put onto the timeline yet.", "", count)
            case Gap.UNOPENED:
                return self.tr("%n archive(s) not opened yet: nothing in them was added.", "", count)
            case Gap.UNCONFIRMED:
                return self.tr("%n machine-read entry(s), left out until you confirm them.", "", count)
            case Gap.PROMISE_OVERDUE:
                return self.tr("%n promise(s) whose day has passed: what became of them?", "", count)
