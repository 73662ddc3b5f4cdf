"""The ways into the states of the timeline, the inspector and what is asked."""

from collections.abc import Callable
from time import sleep
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from evidence_app.domain.events import EventKind
from tools.studio.stage import Stage, until
from ui.subjects import Subject
from ui.tabs import PageKey

if TYPE_CHECKING:
    from ui.timeline.page import TimelinePage

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
    until(lambda: shown.known_of == stage.bench.desk.dispute_id and not shown.is_reading)
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
