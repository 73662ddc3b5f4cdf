"""The ways into the states of the custody log, the vault and the large view."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from evidence_app.domain.events import EventKind, TimelineEntry
from evidence_app.errors import EnvironmentProblem
from tools.studio.reaching import conflict, page, searching_pictures, select
from tools.studio.stage import Stage, until
from ui.tabs import PageKey

if TYPE_CHECKING:
    from ui.custody.page import CustodyPage


def custody(stage: Stage) -> "CustodyPage":
    """Show the custody log once it is read."""
    page(PageKey.CUSTODY)(stage)
    shown = stage.bench.further.custody
    assert shown is not None
    until(lambda: shown.model.entry_count > 0)
    return shown


def custody_entry(stage: Stage) -> None:
    """Show what proves an entry of the custody log."""
    shown = custody(stage)
    shown.enter_list()
    shown.more.click()


def receipt(stage: Stage) -> None:
    """Show the receipt."""
    stage.sheet(custody(stage).receipt.click)


def witnessed_day(stage: Stage) -> None:
    """Show the timeline once the day is marked on which its log was witnessed."""
    until(lambda: bool(stage.bench.witnessing.witnessed_days()))
    stage.quiet()


def witnessed_entry(stage: Stage) -> None:
    """Show what proves that strangers witnessed the log."""
    until(lambda: stage.bench.witnessing.standing.holds)
    custody_entry(stage)


def witnessed_receipt(stage: Stage) -> None:
    """Show a receipt that there is."""
    from ui.custody.receipt import ReceiptSheet

    sheet = stage.sheet(custody(stage).receipt.click, ReceiptSheet)
    until(sheet.primary.isEnabled)


def checked(stage: Stage) -> None:
    """Check the vault, and show the verdict with what each step means."""
    from ui.verification.sheet import VerificationSheet

    session = stage.bench.desk.session
    assert session is not None
    sheet = stage.sheet(lambda: stage.bench.checking.check(session.folder), VerificationSheet)
    sheet.lines[0].question.click()


def check_offered(stage: Stage) -> None:
    """Ask whether a dossier that was dropped shall be checked or added."""
    from evidence_app.domain.verification import CheckedKind
    from ui.verification.offer import OfferSheet

    dispute = stage.bench.desk.dispute
    assert dispute is not None
    place = Path("/media/stick/dossier.pdf")
    stage.sheet(lambda: OfferSheet(stage.bench, place, CheckedKind.DOSSIER, dispute.title).present())


def stamps(stage: Stage) -> None:
    """Show the timestamps made elsewhere over an exhibit."""
    conflict(stage)
    inspector = stage.bench.inspector
    assert inspector is not None
    inspector.facts.stamps_section.toggle()
    stage.quiet()
    inspector.area.ensureWidgetVisible(inspector.facts.stamps.attach)


def own_authority(stage: Stage) -> None:
    """Ask for an authority of one's own."""
    from ui.sheets.settings import SettingsSheet

    sheet = stage.sheet(stage.bench.sidebar.settings_menu.settings.trigger, SettingsSheet)
    stage.sheet(sheet.witnesses.add.click)


def witnesses(stage: Stage) -> None:
    """Show the settings' part about time witnesses."""
    from ui.sheets.settings import SettingsSheet

    sheet = stage.sheet(stage.bench.sidebar.settings_menu.settings.trigger, SettingsSheet)
    sheet.show_field(sheet.witnesses.add)


def picking(stage: Stage) -> None:
    """Choose the exhibits that show a call."""
    from ui.sheets.event import EventSheet

    sheet = stage.sheet(lambda: stage.bench.questions.typed_event(EventKind.CALL), EventSheet)
    stage.sheet(sheet.picking_wanted.emit)


def restoring(stage: Stage) -> None:
    """Ask for a backup."""
    stage.sheet(stage.bench.vault_verbs.restore)


def unfinished(stage: Stage) -> None:
    """Offer to go on with an import that a crash ended."""
    from evidence_app.actions.interrupted import InterruptedImport

    paths = tuple(Path(f"/media/phone/Screenshots/Screenshot_20250222_08{number:02}03.png") for number in range(12))
    stage.sheet(lambda: stage.bench.questions.unfinished([InterruptedImport("1", "1", paths)]))


def error_box(stage: Stage) -> None:
    """Tell of an error that belongs to no place."""
    stage.sheet(lambda: stage.bench.report(EnvironmentProblem("disk-full", path="/media/stick/juzheng-vault")))


def crash(stage: Stage) -> None:
    """Tell of a defect of the program."""
    stage.sheet(lambda: stage.bench.report(ZeroDivisionError("division by zero")))


def problem(code: str) -> Callable[[Stage], None]:
    """Refuse to open a vault: really, where there is none, and in the same way for other reasons."""

    def enter(stage: Stage) -> None:
        desk, page = stage.bench.desk, stage.bench.problem_page
        desk.open(Path("/media/stick/juzheng-vault"))
        until(page.isVisible)
        if code != "vault-missing":
            desk.refused.emit(EnvironmentProblem(code, folder="/media/stick/juzheng-vault"))

    return enter


def opening(stage: Stage) -> None:
    """Stay in the moment in which the vault opens."""
    stage.bench.header.hide()
    stage.bench.sample_banner.hide()
    stage.bench.inspector_place.hide()
    stage.bench.pages.setCurrentWidget(stage.bench.opening_page)


def large(stage: Stage) -> None:
    """Look at an exhibit as large as the window."""
    conflict(stage)
    show_large(stage)


def large_of(kind: str) -> Callable[[Stage], None]:
    """Look at the first exhibit of a media kind as large as the window."""

    def enter(stage: Stage) -> None:
        select(stage, next(line.event_id for line in documents(stage) if line.media_kind == kind))
        show_large(stage)

    return enter


def long_screenshot(stage: Stage) -> None:
    """Look at the longest screenshot, which has a minimap."""
    select(stage, [line.event_id for line in documents(stage) if line.media_kind == "image"][-1])
    show_large(stage)


def comparing(stage: Stage) -> None:
    """Two exhibits beside each other."""
    pictures = [line for line in documents(stage) if line.media_kind == "image"]
    select(stage, pictures[0].event_id)
    inspector = stage.bench.inspector
    assert inspector is not None
    inspector.compare([pictures[0].exhibit_id, pictures[1].exhibit_id])
    until(lambda: inspector.large is not None and inspector.large.pair is not None)


def show_large(stage: Stage) -> None:
    """Let the selected exhibit fill the window."""
    inspector = stage.bench.inspector
    assert inspector is not None
    stage.quiet()
    inspector.show_large()
    until(lambda: inspector.large is not None and inspector.large.side.furnished)
    stage.quiet()


def documents(stage: Stage) -> list[TimelineEntry]:
    """Return the entries of files."""
    return [entry for entry in stage.bench.desk.entries if entry.kind is EventKind.DOCUMENT]


def context_menu(stage: Stage) -> None:
    """Open the menu of an entry."""
    conflict(stage)
    timeline = stage.bench.timeline
    assert timeline is not None
    place = timeline.viewport().mapToGlobal(timeline.viewport().rect().center())
    timeline.context_menu_requested.emit([timeline.current_event()], place)
    until(lambda: QApplication.activePopupWidget() is not None)


def searching_large(stage: Stage) -> None:
    """Look at a picture with the words of the search as large as the window."""
    searching_pictures(stage)
    show_large(stage)
