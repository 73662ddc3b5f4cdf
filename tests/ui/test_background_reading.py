"""Text on pictures is read beside everything else: what is on the screen first, paused, stopped, gone on with."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from decimal import Decimal
from pathlib import Path

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from evidence_app.actions.suggestions import suggestions
from evidence_app.domain.machine_text import MachineLine
from evidence_app.domain.suggestions import SuggestionKind
from evidence_app.errors import InputProblem
from evidence_app.reading.readers import Readers, StripText
from tests.ui.acting import PATIENCE_MS, add, drop, urls
from ui.activity_panel import ActivityLine
from ui.inspector.text import Reading
from ui.reading.background import BackgroundReading, State
from ui.settings import Settings
from ui.subjects import Subject
from ui.tabs import PageKey
from ui.window import MainWindow
from ui.workbench import Workbench


class SlowReader(Readers):
    """Reads one picture whenever it is let, and fails on those whose names it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []
        self.failing: set[str] = set()
        self.waiting: list[Future[StripText]] = []
        self.free = False
        self.lock = threading.Lock()

    def read(self, pixels: bytes, width_px: int, height_px: int, name: str) -> "Future[StripText]":
        future: Future[StripText] = Future()
        with self.lock:
            self.asked.append(name)
            if name in self.failing:
                future.set_exception(InputProblem("decoder-crashed", name=name))
            elif self.free:
                future.set_result(answer(name))
            else:
                self.waiting.append(future)
        return future

    def let_go(self) -> None:
        """Answer all that waits and all that comes."""
        with self.lock:
            self.free = True
            for future in self.waiting:
                future.set_result(answer("late"))
            self.waiting.clear()


def answer(name: str) -> StripText:
    return StripText("stand-in 1", (MachineLine(f"text of {name}", (10, 10, 60, 20), 0.9),))


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.reading.background.SETTLE_MS", 10)
    monkeypatch.setattr("ui.reading.background.AT_START_MS", 10)


@pytest.fixture
def reader(bench: Workbench, monkeypatch: pytest.MonkeyPatch) -> Iterator[SlowReader]:
    found = SlowReader()
    monkeypatch.setattr(bench.desk.session, "_readers", found)
    yield found
    found.let_go()


def shots(folder: Path, count: int) -> list[Path]:
    paths = [folder / f"Screenshot_20250222_08{number:02}03_com.tencent.mm.png" for number in range(count)]
    for number, path in enumerate(paths):
        Image.new("RGB", (120, 260), (40 * number, 90, 90)).save(path)
    return paths


def begun(qtbot: QtBot, bench: Workbench, reader: SlowReader, folder: Path, count: int = 3) -> BackgroundReading:
    """Add pictures and wait until the first one is being read."""
    bench.settings.reads_pictures = True
    add(qtbot, bench, *shots(folder, count))
    background = bench.reading.background
    qtbot.waitUntil(lambda: bool(reader.asked) and background.state is State.READING, timeout=PATIENCE_MS)
    return background


def wait(qtbot: QtBot, condition: Callable[[], bool]) -> None:
    qtbot.waitUntil(condition, timeout=PATIENCE_MS)


def test_what_is_on_the_screen_is_read_before_the_rest(
    qtbot: QtBot, bench: Workbench, reader: SlowReader, tmp_path: Path
) -> None:
    background = begun(qtbot, bench, reader, tmp_path)
    last = next(entry.exhibit_id for entry in bench.desk.entries if entry.exhibit_number == 3)
    background.on_screen = lambda: [last]
    background._look_at_screen()  # noqa: SLF001 - instead of waiting for the timer
    reader.let_go()
    wait(qtbot, lambda: background.state is State.IDLE)
    assert [name[:24][-4:] for name in reader.asked[1:]] == ["0802", "0801"]


def test_it_can_be_paused_and_gone_on_with(qtbot: QtBot, bench: Workbench, reader: SlowReader, tmp_path: Path) -> None:
    background = begun(qtbot, bench, reader, tmp_path)
    line = ActivityLine(bench.bar.activities.running[0])
    qtbot.addWidget(line)
    line.pause.click()
    wait(qtbot, lambda: not bench.bar.activities.running)
    assert background.state is State.PAUSED
    reader.let_go()
    drop(bench, urls(*shots(tmp_path, 4)[3:]))
    wait(qtbot, lambda: len(bench.desk.entries) == 4)
    assert len(reader.asked) == 1
    ended = bench.bar.activities.ended
    paused = next(
        each for each in ended if each.conclusion is not None and each.conclusion.words().startswith("paused")
    )
    assert paused.conclusion is not None
    assert paused.conclusion.follow_link is not None
    paused.conclusion.follow_link()
    wait(qtbot, lambda: background.state is State.IDLE and not background.waiting)
    assert len(set(reader.asked)) == 4


def test_one_that_fails_is_told_by_name_and_left_alone(
    qtbot: QtBot, bench: Workbench, reader: SlowReader, tmp_path: Path
) -> None:
    reader.failing, reader.free = {shots(tmp_path, 2)[0].name}, True
    bench.settings.reads_pictures = True
    add(qtbot, bench, *shots(tmp_path, 2))
    background = bench.reading.background
    wait(qtbot, lambda: bool(background.failures) and background.state is State.IDLE)
    wait(qtbot, lambda: reader.asked[0] in bench.bar.words.text() or bool(bench.bar.activities.ended))
    said = [each.words() for each in bench.bar.activities.ended]
    assert any(shots(tmp_path, 2)[0].name in words for words in said)
    background.try_now()
    qtbot.wait(200)
    assert len(reader.asked) == 2


def test_what_was_not_read_is_read_when_the_vault_is_opened_again(
    qtbot: QtBot, bench: Workbench, reader: SlowReader, settings: Settings, tmp_path: Path
) -> None:
    begun(qtbot, bench, reader, tmp_path)
    window = bench.window()
    window.close()
    again = MainWindow(settings)
    qtbot.addWidget(again)
    again.workbench.start()
    wait(qtbot, lambda: again.workbench.desk.session is not None)
    second = SlowReader()
    second.free = True
    again.workbench.desk.session._readers = second  # noqa: SLF001 # type: ignore[union-attr]
    wait(qtbot, lambda: len(second.asked) == 3)
    wait(qtbot, lambda: again.workbench.reading.background.state is State.IDLE)
    again.close()


def test_who_turned_it_off_has_nothing_read(qtbot: QtBot, bench: Workbench, reader: SlowReader, tmp_path: Path) -> None:
    add(qtbot, bench, *shots(tmp_path, 1))
    qtbot.wait(200)
    assert reader.asked == []


def test_the_review_says_that_nothing_is_read_by_itself_and_changes_that(
    qtbot: QtBot, bench: Workbench, reader: SlowReader, tmp_path: Path
) -> None:
    bench.reading.background.choose(automatic=False)
    add(qtbot, bench, *shots(tmp_path, 1))
    bench.reading.review()
    page = bench.reading.page
    assert page is not None
    wait(qtbot, lambda: page.empty.read.isVisible())
    assert "switched off" in page.empty.advice.text()
    page.empty.read.click()
    wait(qtbot, lambda: bool(reader.asked))
    assert page.empty.read.isHidden()
    assert "in the background" in page.empty.advice.text()
    bench.reading.background.pause()
    assert page.empty.read.text() == "Go on reading"
    reader.let_go()


def test_the_inspector_shows_the_text_and_reads_it_again(
    qtbot: QtBot, bench: Workbench, reader: SlowReader, tmp_path: Path
) -> None:
    reader.free = True
    add(qtbot, bench, *shots(tmp_path, 1))
    assert bench.inspector is not None
    panel = bench.inspector.facts.text
    wait(qtbot, panel.read.isVisible)
    assert panel.words.text() == "Its text was not read yet."
    panel.read.click()
    wait(qtbot, lambda: panel.lines.toPlainText().startswith("text of"))
    panel.lit.emit(0)
    canvas = bench.inspector._viewer.canvas  # noqa: SLF001 # type: ignore[union-attr]
    assert canvas.lit == "line:0"
    panel.read.click()
    wait(qtbot, lambda: len(reader.asked) == 2 and panel._state.reading is Reading.READ)  # noqa: SLF001


def test_once_pictures_are_read_it_leads_to_the_review(
    qtbot: QtBot, bench: Workbench, reader: SlowReader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = MachineLine("客服工号80231为您服务", (10, 10, 90, 20), 0.9)
    monkeypatch.setattr(f"{__name__}.answer", lambda _: StripText("stand-in 1", (line,)))
    background = begun(qtbot, bench, reader, tmp_path, 2)
    assert bench.bar.words.text() == "2 added"
    reader.let_go()
    wait(qtbot, lambda: background.state is State.IDLE and not background.waiting)
    assert bench.bar.words.text().startswith("2 exhibits read.")
    bench.bar.link.click()
    assert bench.page_key is PageKey.REVIEW
    assert bench.bar.isHidden()


def test_who_corrects_the_currency_is_offered_to_have_read_again_what_nobody_reviewed(
    qtbot: QtBot, bench: Workbench, reader: SlowReader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = MachineLine("请今日18:00前还款200.00元", (10, 10, 90, 20), 0.9)
    monkeypatch.setattr(f"{__name__}.answer", lambda _: StripText("stand-in 1", (line,)))
    background = begun(qtbot, bench, reader, tmp_path, 1)
    reader.let_go()
    wait(qtbot, lambda: background.state is State.IDLE and not background.waiting)
    bench.bar.put_away()

    def currencies() -> set[str]:
        assert bench.desk.session is not None
        found = suggestions(bench.desk.session, bench.desk.dispute_id)
        return {each.value.split()[-1] for each in found if each.kind is SuggestionKind.AMOUNT}

    assert currencies() == {"CNY"}
    bench.desk.edits.edit(Subject.DISPUTE, bench.desk.dispute_id, {"amount": Decimal(200), "currency": "TWD"})
    wait(qtbot, lambda: "earlier currency" in bench.bar.words.text())
    bench.bar.link.click()
    wait(qtbot, lambda: currencies() == {"TWD"})


def test_news_of_what_was_read_covers_nothing_that_matters(
    qtbot: QtBot, bench: Workbench, reader: SlowReader, tmp_path: Path
) -> None:
    begun(qtbot, bench, reader, tmp_path, 1)
    bench.bar.conclude(lambda: "Removed", lambda: "Undo")
    bench.reading.background.found_some.emit(1)
    assert bench.bar.words.text() == "Removed"
