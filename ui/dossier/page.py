"""The dossier of the chosen dispute: choices on the left, its real pages on the right, and the export below."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from evidence_app.domain.disputes import DEFAULT_ZONE, Dispute
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.timeline import Days, days_of_exhibits
from evidence_app.domain.times import zone
from evidence_app.errors import InputProblem
from ui.choosing import ask_file, ask_place, start_folder
from ui.controls import ScrollColumn, chain_tabs, in_visual_order, part
from ui.desk import Desk
from ui.dossier.choices import DossierChoices
from ui.dossier.disclosed import Disclosed
from ui.dossier.drawing import Drawing
from ui.dossier.exporting import Exporting
from ui.dossier.history import Exported, FileCheck
from ui.dossier.lacking import Lacking
from ui.dossier.naming import suggested_name
from ui.dossier.others import OthersChoice
from ui.dossier.preview import PreviewPane
from ui.dossier.sealing import Form, Seal, Sealing, sealed
from ui.i18n import language
from ui.inspector.section import Section
from ui.messages import message, sentences
from ui.settings import Purpose
from ui.tasks import Lane, Task
from ui.tokens import SPACE_4, SPACE_5, scaled, theme
from ui.witnessing.choice import Consent
from ui.witnessing.witnessing import Witnessing, listed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from zoneinfo import ZoneInfo

    from evidence_app.actions.dossier_readiness import Readiness
    from evidence_app.actions.export_dossier import Exported as ExportedDossier
    from evidence_app.actions.export_dossier import ExportOptions, PastExport
    from evidence_app.actions.other_people import OtherPeople
    from evidence_app.actions.recognise_dossier import Recognised
    from evidence_app.actions.session import Session

AFTER_TYPING_MS = 350
"""How long to wait for the next choice before the pages are drawn anew."""

CONTROL = Qt.KeyboardModifier.ControlModifier
LEAST_CHOICES, LEAST_PREVIEW, CHOICES_WIDTH = 280, 300, 360


class DossierPage(QWidget):
    """Makes dossiers. Its signals carry where else to go: an event, a field of the dispute, adding evidence."""

    event_wanted = Signal(str)
    dispute_wanted = Signal(str)
    files_wanted = Signal()
    exports_wanted = Signal()
    theirs_wanted = Signal(str)
    """It shall be said which numbers are the other side's, in this part of the case's page."""

    began = Signal(object)
    """The task of an export that has begun."""

    check_wanted = Signal(object)
    """A file that shall be checked thoroughly."""

    def __init__(self, desk: Desk, witnessing: Witnessing) -> None:
        super().__init__()
        part(self, "surface")
        self._desk, self._witnessing, self._settings = desk, witnessing, witnessing.settings
        settings = witnessing.settings
        self._dispute_id = ""
        self._stale = True
        self._export_wanted = self._shared = False
        self._serial = 0
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(AFTER_TYPING_MS)
        self._wait.timeout.connect(self._draw)
        self.choices = DossierChoices(settings.prepared_by, OthersChoice(settings.of_other_people))
        self.sealing = Sealing(settings, witnessing)
        self.disclosed = Disclosed()
        self.lacking = Lacking()
        self.exported = Exported()
        self.check = FileCheck()
        self.exporting = Exporting()
        self.preview = PreviewPane()
        self.drawing = Drawing(desk, self.preview)
        self._lay_out()
        self._connect()
        self.splitter.splitterMoved.connect(lambda *_: setattr(self, "_shared", True))
        theme.changed.connect(self._share_out)
        self._take_dispute()

    # What the desk tells

    def _connect(self) -> None:
        desk = self._desk
        desk.dispute_changed.connect(self._take_dispute)
        desk.timeline_changed.connect(lambda _: self._refresh())
        desk.opened.connect(self._take_dispute)
        desk.closed.connect(self._close_vault)
        self.choices.changed.connect(self._choices_changed)
        self.choices.others.theirs_wanted.connect(self.theirs_wanted)
        self.choices.others.known.connect(self._go_on, Qt.ConnectionType.QueuedConnection)
        self.lacking.event_wanted.connect(self.event_wanted)
        self.lacking.dispute_wanted.connect(self.dispute_wanted)
        self.lacking.files_wanted.connect(self.files_wanted)
        self.lacking.exports_wanted.connect(self.exports_wanted)
        self.exporting.wanted.connect(self.ask_where)
        self.exporting.gaps_wanted.connect(lambda: self.show_section(self.lacking))
        language.changed.connect(self._order_tabs)
        self.exporting.exported.connect(self._read_exports)
        self.exporting.exported.connect(self._show_seal)
        self.exporting.exported.connect(self.sealing.forget_passphrase)
        self.drawing.counted.connect(self._show_counts)
        self.drawing.drawn.connect(self.exporting.show_preview)
        self.drawing.undrawn.connect(lambda: self.exporting.show_preview(None))
        self.preview.retry_wanted.connect(self._draw)
        self.check.choosing_wanted.connect(self._ask_which)
        self.check.wanted.connect(self.compare)
        self.check.check_wanted.connect(self.check_wanted)
        self.sealing.changed.connect(self._choices_changed)

    def _take_dispute(self) -> None:
        """Show the chosen dispute; nothing of another one stays."""
        if self._desk.dispute_id != self._dispute_id:
            self._dispute_id = self._desk.dispute_id
            self._forget()
        self.exporting.set_read_only(self._desk.read_only)
        self._refresh()

    def _close_vault(self) -> None:
        self.exporting.stop()
        self._dispute_id = ""
        self._forget()

    def _forget(self) -> None:
        self._export_wanted = False
        self.drawing.clear()
        self.choices.reset()
        self.sealing.forget_passphrase()
        self.disclosed.show_facts(None)
        self.lacking.show_gaps(None)
        self.exporting.show_gap_count(0)
        self.exporting.forget()
        self.exported.show_exports((), self._home)
        self.check.show_answer(None, self._home)

    def _refresh(self) -> None:
        """Read the dispute again, now or when the page is shown next."""
        self._stale = True
        if self.isVisible():
            self._read()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while another page was shown."""
        super().showEvent(event)
        if self._stale:
            self._read()

    def _read(self) -> None:
        dispute = self._desk.dispute
        if dispute is None or self._desk.session is None:
            return
        self._stale = False
        self._serial += 1
        self._desk.read(
            partial(_other_people, dispute=dispute), partial(self._take_others, self._serial, dispute), self
        )
        self._read_exports()

    def _take_others(self, serial: int, dispute: Dispute, found: "OtherPeople") -> None:
        """Warn at once of other people's messages; days of a hundred thousand events take longer."""
        if serial == self._serial and dispute.id == self._dispute_id:
            self.choices.show_others(found)
            self._desk.read(partial(_exhibits_and_days, dispute=dispute), partial(self._take, serial, dispute.id), self)

    def _take(self, serial: int, dispute_id: str, found: "tuple[list[Exhibit], Mapping[str, frozenset[Days]]]") -> None:
        dispute = self._desk.dispute
        if serial == self._serial and dispute is not None and dispute.id == dispute_id == self._dispute_id:
            self.choices.show_dispute(*found)
            self._draw()

    def _read_exports(self) -> None:
        dispute_id = self._dispute_id

        def work(session: "Session") -> "list[PastExport]":
            from evidence_app.actions.export_dossier import exports

            return exports(session, dispute_id)

        def show(found: "list[PastExport]") -> None:
            if dispute_id == self._dispute_id:
                self.exported.show_exports(found, self._home)
                self._order_tabs()

        if dispute_id:
            self._desk.read(work, show, self)

    # Drawing

    def _choices_changed(self) -> None:
        self.exporting.complain("")
        self._wait.start()

    def _draw(self) -> None:
        """Count what is disclosed and missing, and draw the pages, for the choices as they are now."""
        self._wait.stop()
        session = self._desk.session
        if session is None or not self._dispute_id:
            return
        try:
            options = sealed(self.choices.options(), self.sealing.foreseen(), self.sealing.witnesses())
        except InputProblem as problem:
            self.disclosed.show_facts(None)
            self.drawing.call_outdated(sentences(message(problem)))
            return
        self.drawing.draw(session, self._dispute_id, options)

    def _show_counts(self, found: "Readiness") -> None:
        self.disclosed.show_facts(found.disclosure)
        self.choices.others.show_counts(found.disclosure.others)
        self.lacking.show_gaps(found.missing, read_only=self._desk.read_only)
        self.exporting.show_gap_count(len(found.missing))
        self._order_tabs()

    # Exporting

    def ask_where(self) -> None:
        """Ask where the dossier goes, then export it; a wrong choice is said and shown instead."""
        dispute = self._desk.dispute
        if dispute is None or self._desk.read_only or self.exporting.busy:
            return
        if not self.choices.others.is_read:
            self._export_wanted = True
            self.exporting.complain(self.tr("First it is counted what is of other people; then you say where to save."))
            return
        try:
            options = self.choices.options()
            seal = self.sealing.seal()
        except InputProblem as problem:
            self.exporting.complain(sentences(message(problem)))
            self._show_culprit()
            return
        ask_place(
            self,
            self.tr("Export dossier"),
            lambda path: self.export(path, options, seal),
            name=str(Path(suggested_name(dispute)).with_suffix(seal.suffix)),
            kind=self.tr("PDF document (*.pdf)") if seal.form is Form.PDF else self.tr("ZIP archive (*.zip)"),
            folder=start_folder(self._settings, Purpose.DOSSIER),
        )

    def _go_on(self) -> None:
        """Ask where the dossier goes, if that was wanted before it was known what is of other people."""
        wanted, self._export_wanted = self._export_wanted, False
        if wanted and self.isVisible():
            self.exporting.complain("")
            self.ask_where()

    def export(self, path: Path, options: "ExportOptions", seal: Seal | None = None) -> None:
        """Write the dossier to a file, in the background."""
        wanted = seal or Seal()
        choice, folder = self._witnessing.choice, self._settings.authorities_folder
        session, dispute_id = self._desk.session, self._dispute_id
        if session is None or self.exporting.busy:
            return
        self._settings.prepared_by = options.prepared_by
        self._settings.of_other_people = self.choices.others.to_remember() or self._settings.of_other_people
        self._settings.set_folder(Purpose.DOSSIER, path.parent)
        self.sealing.remember(wanted)

        def work(task: Task) -> "ExportedDossier":
            from evidence_app.actions.export_dossier import export_dossier

            authorities = choice.among(listed(folder)) if choice.consent is Consent.GIVEN else ()
            return export_dossier(session, dispute_id, path, sealed(options, wanted, authorities), task)

        task = self._desk.tasks.start(work, lane=Lane.LONG, failed=lambda _: None, owner=self)
        self.exporting.follow(task)
        self.began.emit(task)

    def _show_seal(self) -> None:
        """Bring into view how the export is sealed, once it has its place."""
        QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(self.exporting.sealed))

    def _show_culprit(self) -> None:
        field = self.choices.culprit
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(field))

    def show_section(self, part_of_it: QWidget) -> None:
        """Bring one of the sections on the left into view, and go into it where there is something to press."""
        self._area.ensureWidgetVisible(part_of_it)
        first = next(in_visual_order(part_of_it), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    # Comparing

    def _ask_which(self) -> None:
        folder, kinds = start_folder(self._settings, Purpose.DOSSIER), [self.tr("PDF document (*.pdf)")]
        ask_file(self, self.tr("Compare a dossier"), self.compare, kinds=kinds, folder=folder)

    def compare(self, path: Path) -> None:
        """Say whether a file is byte for byte a dossier that was exported from this dispute."""
        session, dispute_id = self._desk.session, self._dispute_id
        if session is None:
            return

        def work(task: Task) -> "Recognised":
            from evidence_app.actions.recognise_dossier import recognise_dossier

            return recognise_dossier(session, dispute_id, path, task)

        def show(found: "Recognised") -> None:
            self.check.show_answer(found if dispute_id == self._dispute_id else None, self._home)

        def fail(error: BaseException) -> None:
            self.check.show_answer(None, self._home)
            self._desk.failed.emit(error)

        self.check.run()
        self._desk.tasks.start(work, then=show, failed=fail, owner=self)

    # Inside

    @property
    def _home(self) -> "ZoneInfo":
        dispute = self._desk.dispute
        return dispute.zone if dispute is not None else zone(DEFAULT_ZONE)

    def _order_tabs(self) -> None:
        """Let Tab go through everything as it stands: lines that were replaced would come last otherwise."""
        parts = (self._area, self.exporting, self.preview)
        chain_tabs([widget for each in parts for widget in in_visual_order(each)])

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first choice. A focus proxy would do so, too, but keep Tab inside the page for ever."""
        super().focusInEvent(event)
        self.choices.profile.setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Export with Ctrl+Enter from anywhere in the page."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and event.modifiers() & CONTROL:
            self.ask_where()
            return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(SPACE_4, SPACE_4, SPACE_4, SPACE_4)
        column.setSpacing(SPACE_5)
        for section in self._sections():
            column.addWidget(section)
        column.addStretch(1)
        self._area = ScrollColumn()
        self._area.hold(inside)
        left = QWidget()
        left.setMinimumWidth(LEAST_CHOICES)
        lines = QVBoxLayout(left)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self._area, 1)
        lines.addWidget(self.exporting)
        self.preview.setMinimumWidth(LEAST_PREVIEW)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.preview)
        self.splitter.setStretchFactor(0, 0)
        self.splitter.setStretchFactor(1, 1)
        self._share_out()
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.splitter)

    def _share_out(self) -> None:
        """Give the choices the width that their text needs, the pages the rest; not once a person has shared it out."""
        if self._shared:
            return
        width = self.width()
        choices = min(scaled(CHOICES_WIDTH), max(LEAST_CHOICES, width // 2))
        self.splitter.setSizes([choices, max(LEAST_PREVIEW, width - choices)])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out anew."""
        super().resizeEvent(event)
        self._share_out()

    def _sections(self) -> list[Section]:
        contents = Section(lambda: self.tr("What is in it"), term="profile")
        contents.add(self.choices)
        contents.add(self.exporting.limits)
        disclosed = Section(lambda: self.tr("What it discloses"), term="dossier")
        disclosed.add(self.disclosed)
        lacking = Section(lambda: self.tr("What is still missing"))
        lacking.add(self.lacking)
        before = Section(lambda: self.tr("Exported so far"))
        before.add(self.exported)
        before.add(self.check)
        handed = Section(lambda: self.tr("How it is handed over"))
        handed.add(self.sealing)
        handed.add(self.exporting.sealed)
        sections = [contents, handed, lacking, disclosed, before]
        for section in sections:
            section.heading.setContentsMargins(0, 0, 0, 0)
        return sections


def _other_people(session: "Session", *, dispute: Dispute) -> "OtherPeople":
    from evidence_app.actions.other_people import other_people

    return other_people(session, dispute.id)


def _exhibits_and_days(
    session: "Session", *, dispute: Dispute
) -> "tuple[list[Exhibit], Mapping[str, frozenset[Days]]]":
    from evidence_app.actions.exhibits import list_exhibits
    from evidence_app.actions.timeline import events_in_full

    days = days_of_exhibits(events_in_full(session, dispute.id), dispute.zone)
    return list_exhibits(session, dispute.id), days
