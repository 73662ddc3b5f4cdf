"""Finding things: the search and its keys, conflicts after an import and behind the sidebar's badge."""

from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from PIL import Image
from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from evidence_app.actions.add_evidence import AddReport, ItemResult, ItemStatus
from evidence_app.actions.edit import edit_exhibit
from evidence_app.actions.exhibits import list_exhibits
from evidence_app.actions.record_event import NewEvent
from evidence_app.domain.events import Direction, EventKind, Outcome, TimelineEntry
from evidence_app.phrases import Language
from tests.ui.acting import PATIENCE_MS, add
from ui.i18n import language
from ui.settings import Purpose, Settings
from ui.sheets.results import WAY, ResultsSheet
from ui.sidebar.delegate import badge_rect
from ui.timeline import words
from ui.workbench import Workbench


@pytest.fixture
def disputed(tmp_path: Path) -> Path:
    """A picture whose name and metadata name different days."""
    path = tmp_path / "Screenshot_20250222_081503_com.tencent.mm.jpg"
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9003] = "2025:03:01 10:00:00"
    Image.new("RGB", (120, 260), "#dceeec").save(path, exif=exif)
    return path


def test_a_search_without_hits_says_so_and_can_be_cleared(qtbot: QtBot, bench: Workbench, screenshot: Path) -> None:
    add(qtbot, bench, screenshot)
    bench.header.search.setText("no such words")
    assert bench.timeline_page.stack.currentWidget() is bench.timeline_page.no_hits
    assert "no such words" in bench.timeline_page.no_hits.sentence.text()
    bench.timeline_page.no_hits.button.click()
    assert bench.timeline_page.stack.currentWidget() is bench.timeline
    assert bench.header.search.text() == ""


@pytest.mark.parametrize("text", ["021-7716", "李敏", "HUAWEI", "WeChat", "Screenshot_2025", "80231", "JD-4411"])
def test_the_search_looks_everywhere_one_would_expect(
    qtbot: QtBot, bench: Workbench, screenshot: Path, text: str
) -> None:
    add(qtbot, bench, screenshot)
    session = bench.desk.session
    assert session is not None
    (exhibit,) = list_exhibits(session, bench.desk.dispute_id)
    edit_exhibit(session, exhibit.id, {"title": "a", "device": "HUAWEI Mate", "app": "WeChat"})
    call = NewEvent(
        kind=EventKind.CALL, party="X", number="021-7716", agent_id="80231", agent_name="李敏", reference="JD-4411"
    )
    bench.desk.edits.record_event(call)
    qtbot.waitUntil(lambda: len(bench.shown_event_ids()) == 2, timeout=PATIENCE_MS)
    bench.header.search.setText(text)
    assert len(bench.shown_event_ids()) == 1


def test_keys_lead_from_the_search_into_the_list_and_out_of_it(
    qtbot: QtBot, bench: Workbench, screenshot: Path
) -> None:
    event_id = add(qtbot, bench, screenshot)
    search = bench.header.search
    search.setText("screenshot")
    QTest.keyClick(search, Qt.Key.Key_Down)
    assert bench.window().focusWidget() is bench.timeline
    assert bench.timeline is not None
    assert bench.timeline.current_event() == event_id
    search.setFocus()
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""


def test_after_an_import_the_bar_leads_to_a_time_that_waits(qtbot: QtBot, bench: Workbench, disputed: Path) -> None:
    add(qtbot, bench, disputed)
    qtbot.waitUntil(lambda: "1 time to confirm" in bench.bar.words.text(), timeout=PATIENCE_MS)
    assert bench.timeline is not None
    bench.desk.select_event("")
    bench.timeline.clearSelection()
    bench.bar.first_link.click()
    qtbot.waitUntil(lambda: bench.desk.event_id == bench.shown_event_ids()[0], timeout=PATIENCE_MS)


def test_the_badge_in_the_sidebar_leads_to_the_first_conflict(qtbot: QtBot, bench: Workbench, disputed: Path) -> None:
    add(qtbot, bench, disputed)
    qtbot.waitUntil(lambda: bench.desk.disputes[0].open_conflict_count == 1, timeout=PATIENCE_MS)
    bench.desk.select_event("")
    listed = bench.sidebar.list
    badge = badge_rect(listed.visualRect(bench.sidebar.model.index(0)), 1)
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=badge.center().toPoint())
    qtbot.waitUntil(lambda: bench.desk.event_id != "", timeout=PATIENCE_MS)


def test_a_click_on_show_leads_to_an_item(qtbot: QtBot) -> None:
    item = ItemResult("a.png", ItemStatus.ADDED, None, "exhibit", "event", "", 1)
    sheet = ResultsSheet(None, AddReport((item,), False))
    qtbot.addWidget(sheet)
    sheet.present()
    index = sheet.model.index(0, WAY)
    assert index.data() == "Show"
    with qtbot.waitSignal(sheet.event_chosen) as told:
        sheet.table.clicked.emit(index)
    assert told.args == ["event"]


def test_one_word_says_which_way_on_the_card_and_in_the_field(english: None) -> None:
    language.choose(Language.ZH_HANS)
    for way in (Direction.IN, Direction.OUT, Direction.MISSED, Direction.REJECTED):
        entry = SimpleNamespace(kind=EventKind.CALL, direction=way, outcome=Outcome.NONE, text="")
        card = words.title(cast("TimelineEntry", entry))
        assert card == words.direction(EventKind.CALL, way)
    assert words.direction(EventKind.MESSAGE, Direction.OUT) == "发出"


@pytest.mark.parametrize(
    ("due", "said"), [(date(2025, 2, 28), "by 2025-02-28, overdue"), (date(2999, 1, 1), "by 2999-01-01")]
)
def test_a_promise_says_by_when_and_whether_that_has_passed(english: None, due: date, said: str) -> None:
    entry = SimpleNamespace(promise_due=due, at=datetime(2025, 2, 22, tzinfo=UTC))
    assert words.due(cast("TimelineEntry", entry)) == said


def test_a_first_window_fits_the_screen_or_takes_all_of_it(qtbot: QtBot, settings: Settings) -> None:
    from ui.window import FIRST_SIZE, FRAME, MainWindow

    window = MainWindow(settings)
    qtbot.addWidget(window)
    room = window.screen().availableGeometry().size()
    if QSize(*FIRST_SIZE) + QSize(*FRAME) == (QSize(*FIRST_SIZE) + QSize(*FRAME)).boundedTo(room):
        assert not window.isMaximized()
    else:
        assert window.isMaximized()
    assert window.minimumWidth() <= room.width()


def test_folders_are_remembered_by_purpose_and_forgotten_with_the_vault(tmp_path: Path) -> None:
    from ui.choosing import start_folder

    settings = Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    assert start_folder(settings, Purpose.EVIDENCE) != str(Path.cwd())
    settings.set_folder(Purpose.EVIDENCE, tmp_path)
    settings.prepared_by = "Li"
    settings.dispute_id = "d"
    assert start_folder(settings, Purpose.EVIDENCE) == str(tmp_path)
    settings.forget_vault()
    assert (settings.folder(Purpose.EVIDENCE), settings.prepared_by, settings.dispute_id) == (None, "", "")


def test_the_title_s_hint_stays_the_file_s_name_in_every_language(
    qtbot: QtBot, bench: Workbench, screenshot: Path
) -> None:
    add(qtbot, bench, screenshot)
    assert bench.inspector is not None
    title = bench.inspector.facts.title.fields["title"].editor
    language.choose(Language.ZH_HANS)
    assert title.placeholderText() == screenshot.name  # type: ignore[attr-defined]


def test_adding_offers_files_a_folder_and_what_can_be_typed(qtbot: QtBot, bench: Workbench) -> None:
    bench.header.add.click()
    assert bench.header.add_menu.isVisible()
    offered = [action.text() for action in bench.header.add_menu.actions() if not action.isSeparator()]
    assert offered[:3] == ["Files…", "A whole folder…", "Record a call…"]
    bench.header.add_menu.close()
