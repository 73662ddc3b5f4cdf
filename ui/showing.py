"""Shows in the panes what the desk tells: which vault is open, its disputes, and the chosen one's timeline."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from evidence_app.domain.disputes import Dispute
from evidence_app.errors import EnvironmentProblem, JuzhengError
from ui.desk import Desk
from ui.leading import Leading
from ui.panes import Panes
from ui.settings import Settings
from ui.since_when import SinceWhen
from ui.tabs import PageKey
from ui.timeline.outline import NOTHING, Outline

READING_CODES = frozenset({"vault-locked", "vault-read-only", "disk-read-only"})
"""Refusals after which the vault can still be opened for reading."""


class Showing(QObject):
    """What is shown of the vault. ``folder`` is the vault's, None as long as it is not known where that is."""

    timeline_shown = Signal()

    def __init__(self, panes: Panes, desk: Desk, settings: Settings, leading: Leading) -> None:
        super().__init__(panes)
        self._panes, self._desk, self._settings, self._leading = panes, desk, settings, leading
        self.folder: Path | None = settings.vault_folder
        self._since = SinceWhen(desk, self)
        self._since.known.connect(panes.header.take_since)

    def opening(self) -> None:
        """Show that a vault is being opened."""
        self.folder = self._desk.folder
        self._panes.pages.setCurrentWidget(self._panes.opening_page)

    def opened(self) -> None:
        """Name the vault that is open now."""
        self.folder = self._desk.session.folder if self._desk.session is not None else None
        self.show_vault_name()

    def closed(self) -> None:
        """Show nothing of the vault that was open."""
        self._panes.header.hide()
        self._panes.sample_banner.hide()
        self._panes.place_inspector()
        if self._panes.timeline is not None:
            self._panes.timeline.set_thumbnail_source(None)
        self._take_outline(NOTHING)
        self.show_disputes()
        self.show_vault_name()

    def refused(self, error: BaseException) -> None:
        """Say why the vault was not opened, and offer to read it where that still can be done."""
        code = error.code if isinstance(error, JuzhengError) else ""
        self._panes.problem_page.show_error(error, offer_reading=code in READING_CODES)
        self._panes.pages.setCurrentWidget(self._panes.problem_page)
        if isinstance(error, EnvironmentProblem) and code == "vault-erased":
            self.folder = None
        self.show_vault_name()

    def show_vault_name(self) -> None:
        """Name the vault, in the language of the moment."""
        folder = self.folder
        name = folder.name if folder is not None and self._settings.vault_folder is not None else self.tr("My vault")
        session = self._desk.session
        if session is not None and session.read_only:
            name = self.tr("%1 (read-only)").replace("%1", name)
        self._panes.sidebar.show_vault(name, str(folder or ""))
        self._panes.sidebar.vault_menu.set_open(session is not None)
        self._panes.sidebar.new_button.setEnabled(not self._desk.read_only)

    def show_disputes(self) -> None:
        """List the disputes."""
        self._panes.sidebar.show_disputes(self._desk.disputes, self._desk.dispute_id)

    def show_dispute(self) -> None:
        """Show what the chosen dispute is called, or that there is none."""
        dispute = self._desk.dispute
        self.show_disputes()
        self._panes.header.setVisible(dispute is not None)
        self._panes.place_inspector()
        self._panes.sample_banner.setVisible(dispute is not None and not self._desk.read_only and dispute.is_sample)
        self._panes.no_dispute_page.set_read_only(self._desk.read_only)
        if dispute is not None:
            self._settings.dispute_id = dispute.id
            self._show_header(dispute)
        elif self._desk.session is not None:
            self._panes.pages.setCurrentWidget(self._panes.no_dispute_page)

    def _show_header(self, dispute: Dispute) -> None:
        self._panes.header.show_dispute(dispute, read_only=self._desk.read_only)

    def show_timeline(self, outline: Outline) -> None:
        """Show the events of the chosen dispute, and go where somebody wanted to."""
        self._take_outline(outline)
        dispute = self._desk.dispute
        if dispute is None or self._panes.timeline is None:
            return
        self._show_header(dispute)
        self._since.look()
        self._panes.pages.setCurrentWidget(self._panes.dispute_pages)
        if not outline.entries or self._panes.page_key is not PageKey.TIMELINE:
            self._desk.glance_shown()  # no timeline will be painted that opening has to wait for
        if self._desk.event_id and self._panes.timeline.current_event() != self._desk.event_id:
            self._panes.timeline.select_event(self._desk.event_id)
            self._desk.reload_detail()
        self._leading.follow_event()
        self._leading.follow_conflict()
        self._leading.follow_found()
        self.timeline_shown.emit()

    def _take_outline(self, outline: Outline) -> None:
        page = self._panes.timeline_page
        if page is not None and outline is not page.model.outline:
            page.take(outline)
        if page is not None and (outline.entries or not self._desk.loading_timeline):
            page.show_found(any_events=bool(outline.entries))

    def follow_selection(self) -> None:
        """Select nothing once nothing is selected any more."""
        if not self._desk.event_id and self._panes.timeline is not None:
            self._panes.timeline.clearSelection()
