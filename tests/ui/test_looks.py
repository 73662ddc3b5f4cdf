"""What must stay readable: long titles, the large view, importing while one watches."""

from pathlib import Path

from PIL import Image
from pytestqt.qtbot import QtBot

from tests.ui.acting import PATIENCE_MS
from ui.dropping import Arrival
from ui.fitting import FittingLabel
from ui.inspector.large import LargeView
from ui.pages import NoEventsPage
from ui.workbench import Workbench


def test_a_heading_becomes_smaller_and_then_two_lines_before_it_is_cut(qtbot: QtBot, english: None) -> None:
    heading = FittingLabel("page", "title")
    qtbot.addWidget(heading)
    heading.resize(300, 40)
    heading.setText("Short")
    short = heading.height()
    heading.setText("A title that needs two lines of this width")
    assert heading.height() > short
    assert heading.toolTip() == ""
    heading.setText("A <b>title</b> that goes on and on " * 9)
    assert "&lt;b&gt;" in heading.toolTip()


def test_the_large_view_offers_the_original_but_not_itself(qtbot: QtBot, bench: Workbench, screenshot: Path) -> None:
    with qtbot.waitSignal(bench.arrivals.importing.finished, timeout=PATIENCE_MS):
        bench.arrivals.receive(Arrival(paths=(screenshot,)))
    qtbot.waitUntil(lambda: len(bench.shown_event_ids()) == 1, timeout=PATIENCE_MS)
    assert bench.timeline is not None
    bench.timeline.select_event(bench.shown_event_ids()[0])
    qtbot.waitUntil(lambda: bench.desk.detail is not None, timeout=PATIENCE_MS)
    bench.timeline.large_view_requested.emit(bench.shown_event_ids()[0])
    large = bench.window().findChild(LargeView)
    assert large is not None
    names = {
        button.accessibleName() for button in large.findChildren(type(bench.bar.dismiss)) if button.isVisibleTo(large)
    }
    assert "Open original" in names
    assert "Large view (Space)" not in names
    large.close_view()


def test_a_running_import_can_be_stopped_from_the_bar_and_keeps_what_is_saved(
    qtbot: QtBot, bench: Workbench, tmp_path: Path
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(120):
        Image.new("RGB", (400, 800), (number, 2 * number, 90)).save(folder / f"Screenshot_20250222_08{number:04}.png")
    reports: list[object] = []
    bench.arrivals.importing.finished.connect(reports.append)
    bench.arrivals.importing.saved.connect(lambda: bench.bar.cancel.isEnabled() and bench.bar.cancel.click())
    bench.arrivals.receive(Arrival(paths=(folder,)))
    assert bench.bar.cancel.isVisible()
    qtbot.waitUntil(lambda: bool(reports) and not bench.arrivals.importing.busy, timeout=PATIENCE_MS)
    assert "stopped before the end" in bench.bar.words.text()
    qtbot.waitUntil(lambda: 0 < len(bench.shown_event_ids()) < 120, timeout=PATIENCE_MS)


def test_the_keys_of_the_list_work_where_nothing_is_in_it_yet(qtbot: QtBot) -> None:
    page, pressed = NoEventsPage(), []
    qtbot.addWidget(page)
    page.call_wanted.connect(lambda: pressed.append("call"))
    page.note_wanted.connect(lambda: pressed.append("note"))
    qtbot.keyClicks(page, "cnx")
    assert pressed == ["call", "note"]
