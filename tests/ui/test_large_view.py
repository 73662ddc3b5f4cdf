"""The large view over the real window: opened and closed by keys, beside it what is typed, two beside each other."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QDragEnterEvent, QNativeGestureEvent, QPointingDevice
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from tests.fakes.made_recordings import write_steps
from tests.ui.acting import PATIENCE_MS, add, settle, sheet, urls
from ui.evidence.page import EvidencePage
from ui.inspector.large import LargeView
from ui.sheets.exhibits import ExhibitPicker
from ui.tabs import PageKey
from ui.workbench import Workbench

Key = Qt.Key


@pytest.fixture
def shots(tmp_path: Path) -> list[Path]:
    """Three screenshots of different minutes: red, green, and a long blue one."""
    made = []
    for minute, (colour, size) in enumerate((("red", (300, 500)), ("green", (300, 500)), ("blue", (540, 9000)))):
        path = tmp_path / f"Screenshot_20250222_08{minute:02}03_com.tencent.mm.png"
        Image.new("RGB", size, colour).save(path)
        made.append(path)
    return made


def opened(qtbot: QtBot, bench: Workbench) -> LargeView:
    """Press Space in the timeline and return the large view, once something of its picture is seen."""
    assert bench.timeline is not None
    bench.timeline.setFocus()
    qtbot.keyClick(bench.timeline, Key.Key_Space)
    found = [view for view in bench.window().findChildren(LargeView) if view.isVisible()]
    assert len(found) == 1
    return found[0]


def test_space_opens_and_closes_it_and_the_list_has_the_keys_again(
    qtbot: QtBot, bench: Workbench, shots: list[Path]
) -> None:
    add(qtbot, bench, *shots)
    large = opened(qtbot, bench)
    assert large.size() == bench.window().size()
    qtbot.keyClick(large.viewer.canvas, Key.Key_Space)
    assert large.isHidden()
    assert bench.timeline is not None
    assert bench.isVisible()
    assert bench.window().focusWidget() is bench.timeline


def test_arrows_go_through_the_exhibits_as_the_timeline_has_them(
    qtbot: QtBot, bench: Workbench, shots: list[Path]
) -> None:
    add(qtbot, bench, *shots)
    large = opened(qtbot, bench)
    seen = []
    for _ in range(3):
        assert large.exhibit is not None
        seen.append(large.exhibit.name)
        before = large.exhibit.id
        qtbot.keyClick(large.viewer.canvas, Key.Key_Right)
        if len(seen) < 3:
            qtbot.waitUntil(lambda before=before: large.exhibit.id != before, timeout=PATIENCE_MS)
    assert seen == [path.name for path in shots]
    assert large.place.text() == "3 / 3"
    assert not large.next.isEnabled()
    assert bench.timeline is not None
    assert bench.timeline.current_event() == bench.shown_event_ids()[2]


def test_from_the_exhibits_one_stays_among_them(qtbot: QtBot, bench: Workbench, shots: list[Path]) -> None:
    add(qtbot, bench, *shots)
    bench.show_page(PageKey.EVIDENCE)
    page = bench.dispute_page(PageKey.EVIDENCE)
    assert isinstance(page, EvidencePage)
    qtbot.waitUntil(lambda: page.model.count == 3, timeout=PATIENCE_MS)
    bench._show_large()  # noqa: SLF001
    large = bench.window().findChild(LargeView)
    assert large is not None
    first = large.exhibit
    large.step(1)
    qtbot.waitUntil(lambda: large.exhibit != first, timeout=PATIENCE_MS)
    assert bench.page_key is PageKey.EVIDENCE
    assert large.place.text() == "2 / 3"


def test_files_dragged_in_bring_the_window_back(qtbot: QtBot, bench: Workbench, shots: list[Path]) -> None:
    add(qtbot, bench, shots[0])
    large = opened(qtbot, bench)
    action, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    mime = urls(shots[1])
    QApplication.sendEvent(large, QDragEnterEvent(QPoint(50, 50), action, mime, button, keys))
    qtbot.waitUntil(bench.isVisible, timeout=PATIENCE_MS)


def test_two_fingers_zoom(qtbot: QtBot, bench: Workbench, shots: list[Path]) -> None:
    add(qtbot, bench, shots[0])
    canvas = opened(qtbot, bench).viewer.canvas
    before, at = canvas.scale, QPointF(50, 50)
    pinch = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture, QPointingDevice.primaryPointingDevice(), 2, at, at, at, 0.5, QPointF()
    )
    QApplication.sendEvent(canvas.viewport(), pinch)
    assert canvas.scale == pytest.approx(before * 1.5)


def test_what_is_typed_beside_the_picture_is_kept_and_can_be_taken_back(
    qtbot: QtBot, bench: Workbench, shots: list[Path]
) -> None:
    add(qtbot, bench, *shots)
    large = opened(qtbot, bench)
    field = large.side.words.fields["transcript"].widget
    assert isinstance(field, QPlainTextEdit)
    field.setFocus()
    qtbot.keyClicks(field, "on time")
    qtbot.keyClick(field, Key.Key_Space)
    assert large.isVisible()
    qtbot.keyClick(large, Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, bench, lambda: bench.desk.event_id == bench.shown_event_ids()[1])
    large.step(-1)
    qtbot.waitUntil(lambda: large.exhibit is not None and large.exhibit.transcript == "on time", timeout=PATIENCE_MS)
    bench.desk.edits.undo()
    qtbot.waitUntil(lambda: large.exhibit is not None and large.exhibit.transcript == "", timeout=PATIENCE_MS)


def test_tab_stays_inside(qtbot: QtBot, bench: Workbench, shots: list[Path]) -> None:
    add(qtbot, bench, shots[0])
    large = opened(qtbot, bench)
    for _ in range(40):
        focused = bench.window().focusWidget()
        assert focused is not None
        assert large.isAncestorOf(focused)
        qtbot.keyClick(focused, Key.Key_Tab)


def test_the_minimap_moves_a_long_screenshot(qtbot: QtBot, bench: Workbench, shots: list[Path]) -> None:
    add(qtbot, bench, shots[2])
    large = opened(qtbot, bench)
    canvas = large.viewer.canvas
    assert canvas.minimap.isVisible()
    assert canvas.minimap.frame().top() < 20
    qtbot.mouseClick(canvas.minimap, Qt.MouseButton.LeftButton, pos=QPoint(20, canvas.minimap.height() - 1))
    assert canvas.verticalScrollBar().value() == canvas.verticalScrollBar().maximum()
    assert canvas.minimap.frame().bottom() > canvas.minimap.height() - 20


def test_a_turned_view_says_that_the_original_stays(qtbot: QtBot, bench: Workbench, shots: list[Path]) -> None:
    add(qtbot, bench, shots[0])
    large = opened(qtbot, bench)
    with qtbot.waitSignal(large.viewer.canvas.all_pixels, timeout=PATIENCE_MS):
        large.viewer.canvas.viewport().update()
    qtbot.keyClick(large.viewer.canvas, Key.Key_R)
    assert large.viewer.canvas.turned == 1
    assert large.viewer._note.isVisible()  # noqa: SLF001
    before = large.exhibit
    qtbot.keyClick(large.viewer.canvas, Key.Key_Space)
    again = opened(qtbot, bench)
    assert again.viewer.canvas.turned == 0
    assert again.exhibit == before


def test_two_exhibits_are_compared_and_move_together_until_they_are_parted(
    qtbot: QtBot, bench: Workbench, shots: list[Path]
) -> None:
    add(qtbot, bench, *shots)
    large = opened(qtbot, bench)
    qtbot.keyClick(large.viewer.canvas, Key.Key_C)
    picker = sheet(ExhibitPicker)
    rows = [picker.list.item(row) for row in range(picker.list.count())]
    for item in [row for row in rows if row.data(Qt.ItemDataRole.UserRole) is not None]:
        picker.list.toggle(item)
    assert len(picker._ticked()) == 1  # noqa: SLF001
    picker.primary.click()
    qtbot.waitUntil(lambda: large.pair is not None and large.pair.isVisible(), timeout=PATIENCE_MS)
    assert large.pair is not None
    left, right = large.pair.canvases
    left.zoom_with(4.0 / left.scale, QPointF(10, 10))
    before = right.scale
    left.zoom_by(1)
    assert right.scale == pytest.approx(before * 1.25)
    qtbot.keyClick(left, Key.Key_L)
    left.zoom_by(1)
    assert right.scale == pytest.approx(before * 1.25)
    qtbot.keyClick(left, Key.Key_Space)
    assert large.isVisible()
    assert not large.pair.isVisible()


def test_two_entries_of_the_timeline_are_compared(qtbot: QtBot, bench: Workbench, shots: list[Path]) -> None:
    add(qtbot, bench, *shots)
    bench.compare(bench.shown_event_ids()[:2])
    large = bench.window().findChild(LargeView)
    assert large is not None
    qtbot.waitUntil(lambda: large.pair is not None and large.pair.isVisible(), timeout=PATIENCE_MS)
    assert large.pair is not None
    assert [exhibit.number for exhibit in large.pair.exhibits] == [1, 2]


def test_closing_the_vault_closes_it(qtbot: QtBot, bench: Workbench, shots: list[Path]) -> None:
    add(qtbot, bench, shots[0])
    large = opened(qtbot, bench)
    with qtbot.waitSignals([bench.desk.opened, large.closed], timeout=PATIENCE_MS):
        bench.desk.open(bench.settings.vault_folder)
    assert bench.isVisible()


def test_it_closes_although_what_had_the_keys_before_is_gone(qtbot: QtBot, bench: Workbench, shots: list[Path]) -> None:
    add(qtbot, bench, shots[0])
    going = QLineEdit(bench)
    going.show()
    going.setFocus()
    assert bench.inspector is not None
    bench.inspector.show_large()
    large = bench.inspector.large
    assert large is not None
    delete(going)
    large.close_view()
    assert bench.isVisible()
    assert bench.window().focusWidget() is bench.timeline


def nameless(large: LargeView) -> list[QWidget]:
    """Return what takes the keys and does not say what it is."""
    reached = [widget for widget in large.findChildren(QWidget) if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]
    return [widget for widget in reached if widget.isVisibleTo(large) and not _spoken(widget)]


def _spoken(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def test_every_control_says_what_it_is(qtbot: QtBot, bench: Workbench, shots: list[Path], tmp_path: Path) -> None:
    call = write_steps(tmp_path / "REC_20250222_090003.wav", 2)
    add(qtbot, bench, *shots, call)
    large = opened(qtbot, bench)
    assert nameless(large) == []
    bench.compare(bench.shown_event_ids()[:2])
    qtbot.waitUntil(lambda: large.pair is not None and large.pair.isVisible(), timeout=PATIENCE_MS)
    assert nameless(large) == []
    qtbot.keyClick(large, Key.Key_Escape)
    large.event_wanted.emit(bench.shown_event_ids()[-1])
    qtbot.waitUntil(lambda: large.viewer.player is not None and large.viewer.player.isVisible(), timeout=PATIENCE_MS)
    assert large.viewer.player is not None
    large.viewer.player.begin_mark()
    assert nameless(large) == []
