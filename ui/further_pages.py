"""The pages of a dispute beside its timeline: made when first shown, joined to the rest of the window by signals."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.leading import Leading
from ui.panes import Panes
from ui.reading.parts import ReadingParts
from ui.tabs import UNDER, PageKey
from ui.tasks import Task
from ui.witnessing.witnessing import Witnessing

if TYPE_CHECKING:
    from ui.custody.page import CustodyPage
    from ui.evidence.page import EvidencePage

AFTER_THE_PANES_MS = 200  # the inspector comes a moment after the vault; Tab is led through all panes at once


class FurtherPages(QObject):
    """Offers overview, evidence, dossier and custody log among the tabs. Ids in signals are those of timeline entries.

    ``field_wanted`` names a field of the dispute that is to be filled in.
    """

    event_selected = Signal(str)
    edit_wanted = Signal()
    large_wanted = Signal()
    remove_wanted = Signal(list)
    menu_wanted = Signal(list, QPoint)
    dispute_edit_wanted = Signal()
    field_wanted = Signal(str)
    files_wanted = Signal()
    exports_wanted = Signal()
    export_wanted = Signal()
    backup_wanted = Signal()
    check_wanted = Signal(object)
    """A dossier's file that is to be checked."""

    def __init__(
        self, panes: Panes, desk: Desk, leading: Leading, witnessing: Witnessing, reading: ReadingParts
    ) -> None:
        super().__init__(panes)
        self._panes, self._desk, self._leading, self._witnessing = panes, desk, leading, witnessing
        self._reading = reading
        self._settings = witnessing.settings
        self.evidence: EvidencePage | None = None
        self.custody: CustodyPage | None = None

    def offer(self) -> None:
        """Put the pages among the tabs."""
        self._panes.add_dispute_page(PageKey.OVERVIEW, self._make_overview)
        self._panes.add_dispute_page(PageKey.EVIDENCE, self._make_evidence)
        self._panes.add_dispute_page(PageKey.REVIEW, self._reading.make_page)
        self._panes.add_dispute_page(PageKey.CASE, self._make_case)
        self._panes.add_dispute_page(PageKey.DOSSIER, self._make_dossier)
        self._panes.add_dispute_page(PageKey.CUSTODY, self._make_custody)
        self._show_last()

    def _show_last(self) -> None:
        """Show the page that was shown last, once all panes are there, and remember from then on which one is."""
        last = self._settings.page

        def show() -> None:
            if last in set(PageKey) and self._panes.page_key is PageKey.TIMELINE:
                self._panes.show_page(PageKey(last))

        self._panes.page_shown.connect(
            lambda key: setattr(self._settings, "page", UNDER.get(PageKey(key), PageKey(key)).value)
        )
        self._desk.opened.connect(
            lambda: QTimer.singleShot(AFTER_THE_PANES_MS, self, show), Qt.ConnectionType.SingleShotConnection
        )

    def _make_overview(self) -> QWidget:
        from ui.overview.page import OverviewPage

        page = OverviewPage(self._desk, self._witnessing, self._backed_up_at)
        page.log_wanted.connect(lambda: self._panes.show_page(PageKey.CUSTODY))
        page.since_known.connect(self._panes.header.take_since)
        page.review_wanted.connect(self._reading.review)
        page.part_wanted.connect(self.show_case)
        page.event_wanted.connect(self._leading.go_to_event)
        page.attention_wanted.connect(self._show_attention)
        page.edit_wanted.connect(self.dispute_edit_wanted)
        page.field_wanted.connect(self.field_wanted)
        page.files_wanted.connect(self.files_wanted)
        page.exports_wanted.connect(self.exports_wanted)
        page.export_wanted.connect(self.export_wanted)
        page.backup_wanted.connect(self.backup_wanted)
        return page

    def _make_evidence(self) -> QWidget:
        from ui.evidence.page import EvidencePage

        page = EvidencePage(self._desk)
        search = self._panes.header.search
        page.event_selected.connect(self.event_selected)
        page.edit_wanted.connect(self.edit_wanted)
        page.large_wanted.connect(self.large_wanted)
        page.remove_wanted.connect(self.remove_wanted)
        page.menu_wanted.connect(self.menu_wanted)
        page.files_wanted.connect(self.files_wanted)
        page.search_wanted.connect(self._leading.begin_search)
        page.clear_search_wanted.connect(self._leading.clear_search)
        page.review_wanted.connect(self._reading.review)
        self._reading.counted.connect(page.bar.show_review)
        page.bar.show_review(*self._reading.counts)
        self._leading.evidence_list_wanted.connect(page.enter_list)
        search.textChanged.connect(page.search)
        page.search(search.text())
        self.evidence = page
        return page

    def _make_case(self) -> QWidget:
        from ui.casework.page import CasePage

        page = CasePage(self._desk)
        page.event_wanted.connect(self._leading.go_to_event)
        page.field_wanted.connect(self.field_wanted)
        page.files_wanted.connect(self.files_wanted)
        return page

    def show_case(self, part: str) -> None:
        """Show a part of what the dispute amounts to."""
        from ui.casework.page import CasePage, CasePart

        self._panes.show_page(PageKey.CASE)
        page = self._panes.dispute_page(PageKey.CASE)
        if isinstance(page, CasePage):
            page.show_part(CasePart(part))

    def _make_dossier(self) -> QWidget:
        from ui.dossier.page import DossierPage

        page = DossierPage(self._desk, self._witnessing)
        page.check_wanted.connect(self.check_wanted)
        page.event_wanted.connect(self._leading.go_to_event)
        page.dispute_wanted.connect(self.field_wanted)
        page.began.connect(self._follow_export)
        page.files_wanted.connect(self.files_wanted)
        page.exports_wanted.connect(self.exports_wanted)
        page.theirs_wanted.connect(self.show_case)
        page.exporting.exported.connect(self._tell_exported)
        return page

    def _make_custody(self) -> QWidget:
        from ui.custody.page import CustodyPage

        page = CustodyPage(self._desk, self._witnessing)
        search = self._panes.header.search
        page.exhibit_wanted.connect(self._leading.go_to_exhibit)
        page.search_wanted.connect(self._leading.begin_search)
        page.receipt_wanted.connect(self._show_receipt)
        self._leading.log_wanted.connect(page.enter_list)
        search.textChanged.connect(page.search)
        page.search(search.text())
        self.custody = page
        return page

    def _show_receipt(self) -> None:
        """Offer the latest witnessed state of the log to be sent to oneself."""
        from ui.custody.receipt import ReceiptSheet

        ReceiptSheet(self._panes, self._desk, self._witnessing).present()

    def _tell_exported(self) -> None:
        """Say on another page that the dossier is there."""
        if self._panes.page_key is not PageKey.DOSSIER:
            self._panes.bar.conclude(
                lambda: self.tr("The dossier is exported."),
                lambda: self.tr("Show"),
                lambda: self._panes.show_page(PageKey.DOSSIER),
            )

    def _follow_export(self, task: Task) -> None:
        """List an export among the activities, and look then how far the log is witnessed; its page shows the rest."""
        task.ended.connect(self._witnessing.refresh)
        self._panes.bar.activities.follow(task, lambda: self.tr("Exporting the dossier"))

    def _show_attention(self) -> None:
        """Show the exhibits that want attention."""
        self._panes.header.search.clear()
        self._panes.show_page(PageKey.EVIDENCE)
        if self.evidence is not None:
            self.evidence.show_only_needy()

    def _backed_up_at(self) -> datetime | None:
        session = self._desk.session
        return self._settings.backed_up_at(session.folder) if session is not None else None
