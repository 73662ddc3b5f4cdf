"""Every page, sheet and state by name, and how to get there. One line per state: `STATES` is the table."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from evidence_app.domain.events import EventKind, TimelineEntry
from evidence_app.domain.exports import ColumnProposal, PartyCount, Survey, Unread
from evidence_app.errors import EnvironmentProblem
from tools.studio.stage import Stage, until
from tools.studio.vaults import Stock
from ui.subjects import Subject
from ui.tabs import PageKey
from ui.timeline.filter import Facet
from ui.witnessing.consent import ConsentSheet

if TYPE_CHECKING:
    from ui.custody.page import CustodyPage
    from ui.dossier.page import DossierPage
    from ui.review.page import ReviewPage
    from ui.timeline.page import TimelinePage


@dataclass(frozen=True)
class State:
    """A state of the window. ``spoils``: the window has to be made anew afterwards."""

    name: str
    enter: Callable[[Stage], object]
    stock: Stock = Stock.SAMPLE
    spoils: bool = False


# The timeline and the inspector


def first_run(stage: Stage) -> None:
    """Ask where the vault shall be, once the places are known."""
    from ui.welcome import PlaceChoice

    until(lambda: any(choice.buttons() for choice in stage.bench.findChildren(PlaceChoice)))


def conflict(stage: Stage) -> None:
    """Select the event that has most to show: one whose time has several readings, else the second exhibit."""
    entries = {entry.event_id: entry for entry in stage.bench.desk.entries}
    ids = stage.bench.shown_event_ids()
    wanted = [event_id for event_id in ids if entries[event_id].open_conflict]
    wanted += [event_id for event_id in ids if entries[event_id].sha256]
    select(stage, wanted[0])


def select(stage: Stage, event_id: str) -> None:
    """Select one event and wait for what is known about it."""
    assert stage.bench.timeline is not None
    stage.bench.timeline.select_event(event_id)
    until(lambda: stage.bench.desk.detail is not None and stage.bench.desk.detail.event.id == event_id)


def typed_event(kind: EventKind) -> Callable[[Stage], None]:
    """Select the first event of a kind."""

    def enter(stage: Stage) -> None:
        select(stage, next(entry.event_id for entry in stage.bench.desk.entries if entry.kind is kind))

    return enter


def facts(stage: Stage) -> None:
    """Everything that is known about an exhibit, unfolded, at its end."""
    conflict(stage)
    inspector = stage.bench.inspector
    assert inspector is not None
    for section in inspector.facts.foldable_sections():
        if not section.open:
            section.toggle()
    stage.quiet()
    bar = inspector.area.verticalScrollBar()
    bar.setValue(bar.maximum())


def searching(words: str) -> Callable[[Stage], None]:
    """Search for something."""

    def enter(stage: Stage) -> None:
        stage.bench.header.search.setText(words)

    return enter


def searching_pictures(stage: Stage) -> None:
    """Search for a word that a machine read off pictures, and look at the first one."""
    from evidence_app.actions.exhibits import list_exhibits
    from tests.fakes.readings import read_all

    desk = stage.bench.desk
    assert desk.session is not None
    read_all(desk.session, list_exhibits(desk.session, desk.dispute_id))
    desk.reload_timeline()
    until(lambda: not desk.loading_timeline)
    stage.bench.header.search.setText("80231")
    page = timeline_page(stage)
    until(lambda: page.model.filter.found is not None)
    found = page.model.filter.found
    assert found is not None
    select(stage, next(event_id for event_id in page.model.event_ids() if event_id in found.read))
    stage.quiet()


def searching_everywhere(stage: Stage) -> None:
    """Search all disputes."""
    stage.sheet(lambda: stage.bench.questions.search_everywhere("80231"))
    stage.quiet()


def searching_large(stage: Stage) -> None:
    """Look at a picture with the words of the search as large as the window."""
    searching_pictures(stage)
    show_large(stage)


def no_events(stage: Stage) -> None:
    """Choose the dispute that has no events."""
    desk = stage.bench.desk
    titles = {line.dispute.title: line.dispute.id for line in desk.disputes}
    from tools.studio.vaults import EMPTY_TITLES

    desk.choose_dispute(titles[EMPTY_TITLES[stage.look.language]])
    until(lambda: not desk.loading_timeline)


def far_down(stage: Stage) -> None:
    """Scroll 20,000 events to their middle."""
    timeline = stage.bench.timeline
    assert timeline is not None
    timeline.verticalScrollBar().setValue(timeline.verticalScrollBar().maximum() // 2)
    stage.quiet()


def page(key: PageKey) -> Callable[[Stage], None]:
    """Show one of the dispute's pages."""

    def enter(stage: Stage) -> None:
        stage.bench.show_page(key)
        if stage.bench.page_key is not key:
            raise LookupError(f"the page {key} is not offered")

    return enter


def overview(stage: Stage) -> None:
    """Show the overview once it is known where the dispute stands."""
    from ui.overview.page import OverviewPage

    page(PageKey.OVERVIEW)(stage)
    shown = stage.bench.dispute_page(PageKey.OVERVIEW)
    assert isinstance(shown, OverviewPage)
    until(lambda: shown.known_of == stage.bench.desk.dispute_id)
    QTest.qWait(0)  # for the cards that are shown only now to take their room
    stage.quiet()


def several(stage: Stage) -> None:
    """Select several entries to change at once."""
    timeline = stage.bench.timeline
    assert timeline is not None
    conflict(stage)
    for _ in range(2):
        QTest.keyClick(timeline, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)


def timeline_page(stage: Stage) -> "TimelinePage":
    """Return the page with the list, its filters and its tray."""
    found = stage.bench.timeline_page
    assert found is not None
    return found


def tray(stage: Stage) -> None:
    """Open the tray of what has no time."""
    timeline_page(stage).tray.begin()


def compact(stage: Stage) -> None:
    """Show more entries at once."""
    conflict(stage)
    timeline_page(stage).filters.density.click()


def offered_times(stage: Stage) -> None:
    """Offer the times that disagree beside the card."""
    conflict(stage)
    QTest.keyClick(timeline_page(stage).list, Qt.Key.Key_T)
    until(lambda: timeline_page(stage).readings is not None)


def help_open(stage: Stage) -> None:
    """Explain a word of law in a sheet."""
    from ui.help import HelpMark

    sheet: QWidget = stage.sheet(lambda: stage.bench.questions.typed_event(EventKind.CALL))
    next(mark for mark in sheet.findChildren(HelpMark) if mark.isVisible()).click()
    until(lambda: QApplication.activePopupWidget() is not None)


def removing(stage: Stage) -> None:
    """Ask why an exhibit is removed."""
    conflict(stage)
    stage.quiet()
    listed = timeline_page(stage).list
    stage.sheet(lambda: QTest.keyClick(listed, Qt.Key.Key_Delete))


def removed(stage: Stage) -> None:
    """List what was removed."""
    ids = [line.event_id for line in stage.bench.desk.entries if line.kind is EventKind.CALL][:2]
    stage.bench.desk.edits.set_aside(Subject.EVENT, ids, "belongs to another dispute")
    until(lambda: not stage.bench.sidebar.tray_button.isHidden())  # with large text the sidebar itself is folded away
    stage.sheet(stage.bench.removed.show)


# Arriving


def dropping(stage: Stage) -> None:
    """Drag something over the window."""
    desk = stage.bench.desk
    stage.bench.arrivals.target.aim(desk.dispute.title if desk.dispute else "")


def importing(stage: Stage) -> None:
    """Stop the clock in the middle of a long import."""
    from ui.tasks import REPORT_INTERVAL_S, Task

    stage.running = Task()  # type: ignore[attr-defined]  # kept for as long as the window
    task: Task = stage.running  # type: ignore[attr-defined]
    stage.bench.arrivals.importing.began.emit(task)
    task.start(400, "files")
    until(lambda: stage.bench.bar.isVisible())
    sleep(REPORT_INTERVAL_S)
    task.advance(127)


def imported(stage: Stage) -> None:
    """Add files that cannot be read, are there twice, are gone."""
    from ui.dropping import Arrival

    folder = stage.scratch / "arriving"
    folder.mkdir(exist_ok=True)
    (folder / "empty.png").touch()
    (folder / "IMG_20250301_101500.png").write_bytes(b"\x89PNG\r\n\x1a\nnot really")
    (folder / "notes.txt").write_text("2025-03-02", encoding="utf-8")
    finished: list[object] = []
    stage.bench.arrivals.importing.finished.connect(finished.append)
    stage.bench.arrivals.receive(Arrival(paths=(folder, folder / "gone.jpg")))
    until(lambda: bool(finished))


def results(stage: Stage) -> None:
    """Show what became of each file."""
    imported(stage)
    stage.quiet()
    stage.sheet(stage.bench.bar.link.click)


# Sheets


def asking(present: Callable[[Stage], object]) -> Callable[[Stage], object]:
    """Open a sheet."""
    return lambda stage: stage.sheet(lambda: present(stage))


def typed(kind: EventKind) -> Callable[[Stage], object]:
    """Open the sheet of a typed event."""
    return asking(lambda stage: stage.bench.questions.typed_event(kind))


def refused_sheet(stage: Stage) -> None:
    """Try to create a dispute from nothing."""
    from ui.sheets.dispute import NewDisputeSheet

    sheet = stage.sheet(stage.bench.questions.new_dispute, NewDisputeSheet)
    sheet.primary.click()


def discarding(stage: Stage) -> None:
    """Press Escape after typing."""
    from PySide6.QtWidgets import QPlainTextEdit

    from ui.sheets.event import EventSheet

    sheet = stage.sheet(lambda: stage.bench.questions.typed_event(EventKind.NOTE), EventSheet)
    sheet.findChildren(QPlainTextEdit)[0].setPlainText("…")
    stage.sheet(sheet.reject)


def open_choice(stage: Stage) -> None:
    """Open a list of choices in a sheet."""
    sheet: QWidget = stage.sheet(stage.bench.questions.new_dispute)
    sheet.findChildren(QComboBox)[0].showPopup()


def exported(stage: Stage) -> None:
    """Export the dossier and show how that ended."""
    page = dossier_page(stage)
    page.export(stage.scratch / "dossier.pdf", page.choices.options())
    until(lambda: not page.exporting.busy)
    stage.quiet()


def dossier_page(stage: Stage) -> "DossierPage":
    """Show the dossier's page and wait until its pages are drawn."""
    from ui.dossier.page import DossierPage
    from ui.tabs import PageKey

    stage.bench.export()
    page = stage.bench.dispute_page(PageKey.DOSSIER)
    assert isinstance(page, DossierPage)
    until(lambda: page.preview.pages.document is not None and not page.drawing.busy)
    until(lambda: page.preview.pages.drawn(0))
    stage.quiet()
    return page


def dossier_handed(stage: Stage) -> None:
    """Show how the dossier is handed over, signed with a certificate of one's own."""
    from ui.dossier.sealing import Signature

    page = dossier_page(stage)
    page.sealing.signature.set_member(Signature.OWN)
    page.sealing.signature.activated.emit(1)
    page.show_section(page.sealing)
    page.show_section(page.sealing.passphrase)
    stage.quiet()


def dossier_selected(stage: Stage) -> None:
    """Let some exhibits be ticked."""
    page = dossier_page(stage)
    page.choices.exhibits.some.setChecked(True)
    stage.quiet()


def dossier_explained(stage: Stage) -> None:
    """Ask of everything that is disclosed what it is."""
    from ui.dossier.lines import Explained

    page = dossier_page(stage)
    for line in page.disclosed.findChildren(Explained):
        line.question.click()
    page.show_section(page.disclosed)
    stage.quiet()


def event_read(stage: Stage) -> None:
    """Select a message that a machine read: its picture is shown where it stands."""
    wanted = [
        line for line in stage.bench.desk.entries if line.kind is EventKind.MESSAGE and line.text.startswith("我没")
    ]
    select(stage, wanted[0].event_id)
    inspector = stage.bench.inspector
    assert inspector is not None
    until(inspector.facts.text.review.isVisible)
    stage.quiet()
    inspector.area.ensureWidgetVisible(inspector.facts.text)


def several_read(stage: Stage) -> None:
    """Select several messages that nobody has confirmed."""
    event_read(stage)
    timeline = stage.bench.timeline
    assert timeline is not None
    timeline.setFocus()
    for _ in range(2):
        QTest.keyClick(timeline, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    until(lambda: stage.bench.batching is not None and stage.bench.batching.panel is not None)
    stage.quiet()


def menu_read(stage: Stage) -> None:
    """Open the menu of several messages that nobody has confirmed."""
    several_read(stage)
    timeline = stage.bench.timeline
    assert timeline is not None
    timeline.context_menu_requested.emit(
        timeline.selected_events(), timeline.viewport().mapToGlobal(timeline.viewport().rect().center())
    )
    until(lambda: QApplication.activePopupWidget() is not None)


def overview_read(stage: Stage) -> None:
    """Show that pictures wait to be reviewed."""
    overview(stage)


def evidence_read(stage: Stage) -> None:
    """Show the way to the review from the exhibits."""
    page(PageKey.EVIDENCE)(stage)
    until(lambda: stage.bench.reading.counts[1] > 0)


def review(stage: Stage) -> "ReviewPage":
    """Show what was read on the first picture."""
    stage.bench.show_page(PageKey.REVIEW)
    page = stage.bench.reading.page
    assert page is not None
    until(lambda: page.shown is not None)
    page.review(page.reviewing.reviews[0].exhibit.id)
    stage.quiet()
    return page


def activity_reading(stage: Stage) -> None:
    """Open the list of activities while pictures are read, one of which failed before."""
    from evidence_app.errors import InputProblem
    from ui.activities import Conclusion
    from ui.activity_panel import ActivityButton
    from ui.messages import message, sentences
    from ui.tasks import Task

    activities, background = stage.bench.bar.activities, stage.bench.reading.background
    before, now = Task(), Task()
    stage.running = now  # type: ignore[attr-defined]  # kept for as long as the window
    problem = InputProblem("decoder-crashed", name="Screenshot_20250222_081503.png")
    failed = activities.follow(before, lambda: background.tr("Reading the text on pictures"))
    failed.conclude(Conclusion(lambda: sentences(message(problem)), lambda: background.tr("Show"), stage.quiet))
    before.ended.emit()
    activity = activities.follow(now, lambda: background.tr("Reading the text on pictures"))
    activity.pause = background.pause
    now.start(100, "exhibit")
    now.advance(37)
    stage.quiet()
    stage.bench.findChildren(ActivityButton)[0].click()
    until(lambda: QApplication.activePopupWidget() is not None)


def review_records(stage: Stage) -> None:
    """Show records whose times disagree."""
    review(stage).step(1)


def review_words(stage: Stage) -> None:
    """Show a page of which only the words are known."""
    review(stage).step(2)


def review_correct(stage: Stage) -> None:
    """Correct an event."""
    stage.sheet(review(stage).correct)


def consent(stage: Stage) -> None:
    """Ask whether the time may be witnessed."""
    stage.bench.witnessing.consent_wanted.emit()


def strips(stage: Stage) -> None:
    """Ask for witnesses while something is said at the bottom and an entry without a time waits."""
    consent(stage)
    bar = stage.bench.bar
    from evidence_app.actions.add_evidence import AddReport, ItemResult, ItemStatus
    from evidence_app.errors import InputProblem
    from ui.sheets.results import Summary, summary

    added = tuple(ItemResult(f"{number}.png", ItemStatus.ADDED) for number in range(18))
    locked = ItemResult("a.zip", ItemStatus.KEPT_UNREAD, InputProblem("archive-encrypted", name="a.zip"))
    report = AddReport((*added, locked))
    first = (lambda: Summary().show_times(2), stage.quiet)
    bar.conclude(lambda: summary(report, 2), lambda: stage.bench.arrivals.tr("Show the list"), stage.quiet, first=first)


def exports(stage: Stage) -> None:
    """Show what two exported files hold, one of them with many other sides, and a table that nobody knows."""
    from ui.exports.preview import PreviewSheet
    from ui.exports.wanted import Offered

    def ask() -> None:
        kept = stage.bench.desk.session
        assert kept is not None
        from evidence_app.actions.exhibits import list_exhibits

        first, second, *_ = list_exhibits(kept, stage.bench.desk.dispute_id)
        parties = tuple(
            PartyCount("", f"1069{number:04}", 30 - number, "2025-02-01", "2025-03-01") for number in range(20)
        )
        sms = Survey(
            "sms-backup", 1234, 2, (Unread("element:17", "record-incomplete"),), "2025-02-01", "2025-03-01", parties
        )
        chat = Survey(
            "whatsapp", 88, first="2025-02-03", last="2025-02-09", parties=parties[:2], asks=("day-order", "owner")
        )
        headings = ("日期", "摘要", "金额", "余额")
        columns = tuple(zip(("date", "text", "amount", "balance"), headings, strict=True))
        proposal = ColumnProposal(headings, columns, (("2025-02-01", "手续费", "-100.00", "1,200.00"),), "f")
        offered = [Offered(first, sms), Offered(second, chat), Offered(second, None, proposal)]
        PreviewSheet(stage.bench, offered).present()

    stage.sheet(ask, PreviewSheet)


MOST_QUESTIONS = 5  # that are asked in any call
CASE_PARTS = ("complaints", "checklist", "letters", "pictures", "promises", "findings", "money", "channels")


def case(key: str) -> Callable[[Stage], None]:
    """Return what shows a part of what the dispute amounts to, once it is worked out."""

    def reach(stage: Stage) -> None:
        from ui.casework.page import CasePage, CasePart

        page(PageKey.CASE)(stage)
        shown = stage.bench.dispute_page(PageKey.CASE)
        assert isinstance(shown, CasePage)
        shown.show_part(CasePart(key))
        until(lambda: shown.found is not None)

    return reach


def companion(stage: Stage) -> None:
    """Stand by during a call in which something was promised."""
    from ui.casework.companion import Companion

    stage.bench.questions.companion()
    [shown] = stage.frame.findChildren(Companion)
    until(lambda: shown.to_ask.count() > MOST_QUESTIONS)
    shown.marks["promised"].setChecked(True)
    shown.move(40, 20)


def letter(stage: Stage) -> None:
    """Show a complaint being written, once it is drafted."""
    from evidence_app.actions.letters import LetterKind
    from ui.casework.letter_sheet import LetterSheet, Wanted
    from ui.casework.page import CasePage

    case("letters")(stage)
    shown = stage.bench.dispute_page(PageKey.CASE)
    assert isinstance(shown, CasePage)
    found = shown.found
    assert found is not None
    sheet = LetterSheet(stage.frame, stage.bench.desk, found, Wanted(LetterKind.COMPLAINT, stage.look.language))
    stage.sheet(sheet.present, LetterSheet)
    until(lambda: bool(sheet.editor.toPlainText()))


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


STATES = (
    State("first-run", first_run, Stock.NOTHING, spoils=True),
    State("no-dispute", lambda stage: None, Stock.BLANK),
    State("opening", opening, spoils=True),
    State("overview", overview),
    State("overview-20000", overview, Stock.LARGE),
    State("timeline", conflict),
    State("timeline-nothing-selected", lambda stage: None, spoils=True),
    State("timeline-no-events", no_events, spoils=True),
    State("timeline-search", searching("速融"), spoils=True),
    State("timeline-search-read", searching_pictures, spoils=True),
    State("search-everywhere", searching_everywhere),
    State("exhibit-large-found", searching_large, spoils=True),
    State("timeline-no-hits", searching("xyzzy-速融-没有"), spoils=True),
    State("timeline-20000", far_down, Stock.LARGE),
    State("timeline-read-only", conflict, Stock.READ_ONLY),
    State("timeline-menu", context_menu),
    State("timeline-several", several, spoils=True),
    State("timeline-filter", lambda stage: timeline_page(stage).filters.choose(Facet.PARTIES)),
    State("timeline-views", lambda stage: timeline_page(stage).show_views()),
    State("timeline-compact", compact, spoils=True),
    State("timeline-times", offered_times, spoils=True),
    State("timeline-undated", tray, spoils=True),
    State("event-call", typed_event(EventKind.CALL)),
    State("event-payment", typed_event(EventKind.PAYMENT)),
    State("event-complaint", typed_event(EventKind.COMPLAINT)),
    State("evidence", page(PageKey.EVIDENCE)),
    State("evidence-20000", page(PageKey.EVIDENCE), Stock.LARGE),
    State("event-read", event_read, Stock.READ),
    State("timeline-several-read", several_read, Stock.READ),
    State("timeline-menu-read", menu_read, Stock.READ, spoils=True),
    State("overview-read", overview_read, Stock.READ),
    State("evidence-read", evidence_read, Stock.READ),
    State("review", review, Stock.READ),
    State("activity-reading", activity_reading, Stock.READ, spoils=True),
    State("review-records", review_records, Stock.READ),
    State("review-words", review_words, Stock.READ),
    State("review-correct", review_correct, Stock.READ),
    State("exhibit-facts", facts, spoils=True),
    State("exhibit-large", large, spoils=True),
    State("exhibit-large-pdf", large_of("pdf"), spoils=True),
    State("exhibit-large-audio", large_of("audio"), spoils=True),
    State("exhibit-large-other", large_of("other"), spoils=True),
    State("exhibit-large-long", long_screenshot, spoils=True),
    State("exhibit-compare", comparing, spoils=True),
    State("exhibit-remove", removing),
    State("archive-password", asking(lambda stage: stage.bench.questions.password("", "支付宝交易明细(20250101).zip"))),
    State("removed-items", removed, spoils=True),
    State("dropping", dropping, spoils=True),
    State("dropping-new", dropping, Stock.BLANK, spoils=True),
    State("importing", importing, spoils=True),
    State("imported", imported, spoils=True),
    State("import-results", results, spoils=True),
    State("import-unfinished", unfinished),
    State("dispute-new", asking(lambda stage: stage.bench.questions.new_dispute())),
    State("dispute-new-refused", refused_sheet),
    State("dispute-new-choice", open_choice),
    State("dispute-edit", asking(lambda stage: stage.bench.questions.edit_dispute(stage.bench.desk.dispute_id))),
    State("dispute-remove", asking(lambda stage: stage.bench.questions.remove_dispute(stage.bench.desk.dispute_id))),
    State("type-call", typed(EventKind.CALL)),
    State("type-note", typed(EventKind.NOTE)),
    State("type-payment", typed(EventKind.PAYMENT)),
    State("type-complaint", typed(EventKind.COMPLAINT)),
    State("type-discard", discarding),
    State("type-exhibits", picking),
    State("type-help", help_open),
    State("dossier", dossier_page),
    State("dossier-selected", dossier_selected),
    State("dossier-handed", dossier_handed, spoils=True),
    State("dossier-explained", dossier_explained),
    State("dossier-exported", exported, spoils=True),
    *(State(f"case-{key}", case(key)) for key in CASE_PARTS),
    State("letter", letter),
    State("companion", companion, spoils=True),
    State("exports", exports, spoils=True),
    State("custody", custody),
    State("custody-entry", custody_entry, spoils=True),
    State("custody-20000", custody, Stock.LARGE),
    State("checked", checked),
    State("check-offered", check_offered),
    State("exhibit-stamps", stamps, spoils=True),
    State("custody-receipt", receipt, spoils=True),
    State("witnessed-overview", overview, Stock.WITNESSED),
    State("witnessed-timeline", witnessed_day, Stock.WITNESSED, spoils=True),
    State("witnessed-custody", witnessed_entry, Stock.WITNESSED, spoils=True),
    State("witnessed-receipt", witnessed_receipt, Stock.WITNESSED, spoils=True),
    State("witness-consent", consent, spoils=True),
    State("timeline-strips", strips, spoils=True),
    State("witness-consent-sheet", asking(lambda stage: ConsentSheet(stage.bench, stage.bench.witnessing).present())),
    State("witness-settings", witnesses),
    State("witness-own-authority", own_authority, spoils=True),
    State("vault-menu", lambda stage: stage.menu(stage.bench.sidebar.vault_menu, stage.bench.sidebar.vault_button)),
    State("vault-erase", asking(lambda stage: stage.bench.vault_verbs.erase())),
    State("vault-restore", restoring),
    State("add-menu", lambda stage: stage.menu(stage.bench.header.add_menu, stage.bench.header.add)),
    State(
        "gear-menu", lambda stage: stage.menu(stage.bench.sidebar.settings_menu, stage.bench.sidebar.settings_button)
    ),
    State("settings", asking(lambda stage: stage.bench.sidebar.settings_menu.settings.trigger())),
    State("shortcuts", asking(lambda stage: stage.bench.sidebar.settings_menu.shortcuts.trigger())),
    State("about", asking(lambda stage: stage.bench.sidebar.settings_menu.about.trigger())),
    State("problem-missing", problem("vault-missing"), spoils=True),
    State("problem-locked", problem("vault-locked"), spoils=True),
    State("problem-erased", problem("vault-erased"), spoils=True),
    State("problem-newer", problem("vault-newer"), spoils=True),
    State("error", error_box),
    State("crash", crash),
)
"""All states, in the order of the pictures."""
