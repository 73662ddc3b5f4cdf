import time
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from evidence_app.domain.exhibits import Exhibit, Media, MediaKind, Original
from evidence_app.errors import InputProblem
from ui.viewer.canvas import Fit
from ui.viewer.source import PageSource
from ui.viewer.tiling import Box
from ui.viewer.viewer import ExhibitViewer


class DrawnPages:
    """Pages whose pixels tell where they are: red grows to the right, green downwards, blue is the page."""

    def __init__(self, *sizes: tuple[int, int], delay_s: float = 0.0) -> None:
        self.sizes = sizes
        self.delay_s = delay_s
        self.asked: list[tuple[int, Box | None, int]] = []
        self.problem: InputProblem | None = None

    def render(self, page_index: int, region: Box | None, width_px: int) -> QImage:
        self.asked.append((page_index, region, width_px))
        time.sleep(self.delay_s)
        if self.problem:
            raise self.problem
        width, height = self.sizes[page_index]
        part = region or Box(0, 0, width, height)
        out = QImage(width_px or part.width, max(1, round(part.height * (width_px or part.width) / part.width)), FORMAT)
        for y in range(0, out.height()):
            for x in range(0, out.width(), 16):
                colour = QColor(
                    255 * (part.x + x * part.width // out.width()) // width,
                    255 * (part.y + y * part.height // out.height()) // height,
                    page_index * 100,
                )
                for step in range(min(16, out.width() - x)):
                    out.setPixelColor(x + step, y, colour)
        return out

    def source(self) -> PageSource:
        return PageSource(lambda: None, self.render)


FORMAT = QImage.Format.Format_RGB32


def exhibit(kind: MediaKind, width: int = 0, height: int = 0, pages: int = 0, problem: str = "") -> Exhibit:
    media = Media(kind, "", ".bin", width, height, pages, 61_000 if kind is MediaKind.AUDIO else None, problem)
    return Exhibit(
        id="x",
        dispute_id="d",
        number=1,
        original=Original(f"{hash((kind, width, height, pages, problem)) & 0xFFFF:064x}", 1000, media),
        name="<b>a</b>.bin",
        added_at=datetime(2025, 2, 22, tzinfo=UTC),
    )


@pytest.fixture
def viewer(qtbot: QtBot) -> Iterator[ExhibitViewer]:
    shown = ExhibitViewer()
    qtbot.addWidget(shown)
    shown.resize(400, 500)
    shown.show()
    qtbot.waitExposed(shown)
    yield shown
    shown.close_source()


def colour_at(viewer: ExhibitViewer, x: int, y: int) -> QColor:
    return viewer.canvas.viewport().grab().toImage().pixelColor(x, y)


def test_a_long_screenshot_opens_at_full_width_from_its_top(viewer: ExhibitViewer, qtbot: QtBot) -> None:
    pages = DrawnPages((300, 3000))
    viewer.show_source(pages.source(), exhibit(MediaKind.IMAGE, 300, 3000, 1))
    assert viewer.canvas.fit is Fit.WIDTH
    qtbot.waitUntil(lambda: colour_at(viewer, 200, 5).green() < 10)
    assert 100 < colour_at(viewer, 200, 5).red() < 150
    assert viewer.canvas.verticalScrollBar().maximum() > 2000


def test_a_phone_s_screen_opens_at_full_width_so_that_it_can_be_read(viewer: ExhibitViewer) -> None:
    viewer.show_source(DrawnPages((1080, 2340)).source(), exhibit(MediaKind.IMAGE, 1080, 2340, 1))
    assert viewer.canvas.fit is Fit.WIDTH


def test_an_ordinary_picture_is_shown_whole(viewer: ExhibitViewer) -> None:
    viewer.show_source(DrawnPages((1080, 1440)).source(), exhibit(MediaKind.IMAGE, 1080, 1440, 1))
    assert viewer.canvas.fit is Fit.PAGE
    assert viewer.canvas.verticalScrollBar().maximum() == 0
    assert viewer.canvas.horizontalScrollBar().maximum() == 0


def test_scrolling_shows_the_part_that_lies_there(viewer: ExhibitViewer, qtbot: QtBot) -> None:
    viewer.show_source(DrawnPages((300, 3000)).source(), exhibit(MediaKind.IMAGE, 300, 3000, 1))
    bar = viewer.canvas.verticalScrollBar()
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: colour_at(viewer, 200, 400).green() > 230)


def test_zooming_keeps_what_is_under_the_pointer(viewer: ExhibitViewer, qtbot: QtBot) -> None:
    canvas = viewer.canvas
    viewer.show_source(DrawnPages((2000, 2000)).source(), exhibit(MediaKind.IMAGE, 2000, 2000, 1))
    canvas.zoom_to(1.0, QPointF(200, 200))
    qtbot.waitUntil(lambda: colour_at(viewer, 200, 200).red() > 0)
    before = colour_at(viewer, 200, 200)
    for delta in (120, 120, -120):
        wheel = QWheelEvent(
            QPointF(200, 200),
            QPointF(200, 200),
            QPoint(),
            QPoint(0, delta),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(canvas.viewport(), wheel)
    assert canvas.scale == pytest.approx(1.25)
    qtbot.wait(50)
    after = colour_at(viewer, 200, 200)
    assert abs(before.red() - after.red()) <= 4
    assert abs(before.green() - after.green()) <= 4


def test_dragging_pans(viewer: ExhibitViewer, qtbot: QtBot) -> None:
    viewer.show_source(DrawnPages((300, 3000)).source(), exhibit(MediaKind.IMAGE, 300, 3000, 1))
    port = viewer.canvas.viewport()
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=QPoint(100, 300))
    qtbot.mouseMove(port, QPoint(100, 180))
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=QPoint(100, 180))
    assert viewer.canvas.verticalScrollBar().value() == 120


def test_keys_zoom_and_fit(viewer: ExhibitViewer, qtbot: QtBot) -> None:
    viewer.show_source(DrawnPages((2000, 2000)).source(), exhibit(MediaKind.IMAGE, 2000, 2000, 1))
    canvas, fitted = viewer.canvas, viewer.canvas.scale
    qtbot.keyClick(canvas, Qt.Key.Key_1)
    assert canvas.scale == 1.0
    qtbot.keyClick(canvas, Qt.Key.Key_Minus)
    assert canvas.scale == pytest.approx(0.8)
    qtbot.keyClick(canvas, Qt.Key.Key_0)
    assert canvas.scale == pytest.approx(fitted)
    qtbot.mouseDClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    assert canvas.scale == 1.0


def test_turning_the_view_keeps_what_one_looks_at(viewer: ExhibitViewer, qtbot: QtBot) -> None:
    canvas = viewer.canvas
    viewer.show_source(DrawnPages((300, 3000)).source(), exhibit(MediaKind.IMAGE, 300, 3000, 1))
    canvas.verticalScrollBar().setValue(1500)
    middle = canvas.viewport().width() // 2, canvas.viewport().height() // 2
    with qtbot.waitSignal(canvas.all_pixels, raising=False, timeout=2000):
        canvas.viewport().update()
    before = colour_at(viewer, *middle)
    for turned in (1, 2, 3, 0):
        qtbot.keyClick(canvas, Qt.Key.Key_R)
        assert canvas.turned == turned
        middle = canvas.viewport().width() // 2, canvas.viewport().height() // 2
        qtbot.waitUntil(lambda at=middle: abs(colour_at(viewer, *at).green() - before.green()) <= 4)
        assert abs(colour_at(viewer, *middle).red() - before.red()) <= 8


def test_a_turned_picture_is_drawn_turned(viewer: ExhibitViewer, qtbot: QtBot) -> None:
    viewer.show_source(DrawnPages((400, 300)).source(), exhibit(MediaKind.IMAGE, 400, 300, 1))
    viewer.canvas.turn_view()
    view = viewer.canvas.viewport()
    top, bottom = (view.width() // 2, view.height() // 2 - 150), (view.width() // 2, view.height() // 2 + 150)
    view.update()
    qtbot.waitUntil(lambda: {colour_at(viewer, *place).blue() for place in (top, bottom)} == {0})
    assert colour_at(viewer, *bottom).red() > 200
    assert colour_at(viewer, *top).red() < 60
    left, right = (view.width() // 2 - 120, view.height() // 2), (view.width() // 2 + 120, view.height() // 2)
    assert colour_at(viewer, *left).green() > 200
    assert colour_at(viewer, *right).green() < 60


def test_pages_turn_and_take_their_own_size(viewer: ExhibitViewer, qtbot: QtBot) -> None:
    pages = DrawnPages((200, 300), (300, 200), (200, 300))
    viewer.show_source(pages.source(), exhibit(MediaKind.PDF, 200, 300, 3))
    viewer.turn(1)
    assert (viewer.page_index, viewer.page_count) == (1, 3)
    qtbot.waitUntil(lambda: colour_at(viewer, 200, 230).blue() == 100)
    qtbot.keyClick(viewer.canvas, Qt.Key.Key_PageDown)
    assert viewer.page_index == 2
    viewer.turn(5)
    assert viewer.page_index == 2


def test_only_what_is_visible_is_asked_for(viewer: ExhibitViewer, qtbot: QtBot) -> None:
    pages = DrawnPages((1080, 60_000))
    viewer.show_source(pages.source(), exhibit(MediaKind.IMAGE, 1080, 60_000, 1))
    qtbot.waitUntil(lambda: len(pages.asked) >= 1)
    qtbot.wait(100)
    assert len(pages.asked) <= 4


def test_requests_for_a_picture_left_behind_are_dropped(viewer: ExhibitViewer, qtbot: QtBot) -> None:
    slow = DrawnPages((4000, 4000), delay_s=0.05)
    viewer.show_source(slow.source(), exhibit(MediaKind.IMAGE, 4000, 4000, 1))
    viewer.canvas.zoom_to(1.0)
    qtbot.waitUntil(lambda: len(slow.asked) >= 2)
    viewer.show_source(DrawnPages((100, 100)).source(), exhibit(MediaKind.IMAGE, 100, 100, 1))
    asked = len(slow.asked)
    qtbot.wait(150)
    assert len(slow.asked) <= asked + 1


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        (exhibit(MediaKind.AUDIO), "1:01"),
        (exhibit(MediaKind.OTHER), "no preview"),
        (exhibit(MediaKind.PDF, problem="encrypted"), "password"),
    ],
)
def test_what_cannot_be_drawn_is_described_calmly(viewer: ExhibitViewer, shown: Exhibit, words: str) -> None:
    viewer.show_source(DrawnPages().source(), shown)
    card = viewer._stack.currentWidget()  # noqa: SLF001
    assert card is not None
    assert words in card.accessibleName()


def test_a_page_that_cannot_be_drawn_gives_way_to_the_facts(viewer: ExhibitViewer, qtbot: QtBot) -> None:
    pages = DrawnPages((100, 100))
    pages.problem = InputProblem("damaged")
    viewer.show_source(pages.source(), exhibit(MediaKind.IMAGE, 100, 100, 1))
    viewer.canvas.viewport().repaint()
    qtbot.waitUntil(lambda: "damaged" in viewer._stack.currentWidget().accessibleName())  # noqa: SLF001


def test_the_same_exhibit_again_keeps_zoom_and_place(viewer: ExhibitViewer) -> None:
    shown = exhibit(MediaKind.IMAGE, 300, 3000, 1)
    viewer.show_source(DrawnPages((300, 3000)).source(), shown)
    viewer.canvas.verticalScrollBar().setValue(500)
    viewer.show_source(DrawnPages((300, 3000)).source(), shown)
    assert viewer.canvas.verticalScrollBar().value() == 500


def test_every_button_has_a_name(viewer: ExhibitViewer) -> None:
    assert all(button.accessibleName() or button.text() for button in viewer.findChildren(QAbstractButton))
