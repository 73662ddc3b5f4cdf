"""Naming the columns of a table again: its original is read anew, and its entries say what they hold now."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from evidence_app.domain.exports import EVERYTHING, ColumnProposal, Hints
from ui.activity import ActivityBar
from ui.desk import Desk
from ui.exports.offering import Offering
from ui.exports.wanted import Named, Offered
from ui.settings import Settings
from ui.tasks import Lane

if TYPE_CHECKING:
    from evidence_app.actions.import_exports import ImportReport
    from evidence_app.actions.session import Session
    from ui.exports.columns_sheet import ColumnsSheet


class RenamingWords(QObject):
    """Texts with numbers: lupdate finds plural forms in methods only."""

    def done(self, changed: int, taken: int) -> str:
        """Return what naming columns again changed."""
        parts = [self.tr("%n entry(ies) updated", "", changed)] if changed else []
        parts += [self.tr("%n new entry(ies)", "", taken)] if taken else []
        return ", ".join(parts) or self.tr("The columns change nothing in the entries.")


class Renaming(QObject):
    """Asks what the columns of a table hold, and has it read again; a table that waits is offered as when it came."""

    def __init__(self, window: QWidget, desk: Desk, bar: ActivityBar, settings: Settings, offering: Offering) -> None:
        super().__init__(window)
        self._window, self._desk, self._bar, self._settings, self._offering = window, desk, bar, settings, offering
        self.sheet: ColumnsSheet | None = None

    def ask_for(self, exhibit_id: str) -> None:
        """Find out how the table is read now, then ask."""
        session = self._desk.session
        if session is None or self._desk.read_only or self.sheet is not None:
            return
        self._desk.tasks.start(
            lambda _: _named(session, exhibit_id),
            lane=Lane.READ,
            then=self._desk.while_open(session, self._ask),
            failed=self._desk.while_open(session, self._desk.failed.emit),
            owner=self,
        )

    def _ask(self, table: Named) -> None:
        if table.proposal is None:
            self._bar.conclude(lambda: self.tr("There is no table in this file whose columns could be named."))
        elif table.hints is None:
            known = self._settings.columns().get(table.proposal.fingerprint, ())
            columns = tuple((field, heading) for field, heading in known)
            self._offering.ask([Offered(table.exhibit, proposal=table.proposal, known=columns)])
        elif self.sheet is None:
            self._present(table, table.proposal, table.hints)

    def _present(self, table: Named, proposal: ColumnProposal, hints: Hints) -> None:
        from ui.exports.columns_sheet import ColumnsSheet

        self.sheet = ColumnsSheet(self._window, table.exhibit.label, proposal, hints)
        self.sheet.named.connect(lambda named: self._read_again(table, proposal.fingerprint, named))
        self.sheet.finished.connect(self._asked)
        self.sheet.present()

    def _asked(self) -> None:
        self.sheet = None

    def _read_again(self, table: Named, fingerprint: str, hints: Hints) -> None:
        self._settings.remember_columns(fingerprint, hints.columns)
        self._desk.edits.name_columns(table.exhibit.id, hints, table.choice, self._conclude)

    def _conclude(self, report: "ImportReport") -> None:
        told = RenamingWords().done(len(report.changed), report.taken)
        self._bar.conclude(lambda: told, passing=True)
        self._offering.imported.emit()


def _named(session: "Session", exhibit_id: str) -> Named:
    from evidence_app.actions.columns_again import columns_named
    from evidence_app.actions.exhibits import get_exhibit
    from evidence_app.actions.import_exports import selections
    from evidence_app.actions.unknown_tables import propose_columns

    exhibit = get_exhibit(session, exhibit_id)
    named = columns_named(session, exhibit)
    chosen = (each for each in selections(session, exhibit.dispute_id) if each.exhibit_id == exhibit_id)
    last = next(chosen, None)
    hints, choice = (named[-1] if named else None), (last.entry.choice if last else EVERYTHING)
    return Named(exhibit, propose_columns(session, exhibit_id), hints, choice)
