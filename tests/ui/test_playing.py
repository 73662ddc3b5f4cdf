"""Playing in the real window: the clock, seeking, speed, marks; what fails says so and nothing else does."""

import os
import signal
import sys
import time
from dataclasses import replace
from pathlib import Path
from threading import Timer

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from evidence_app.actions import play
from evidence_app.actions.session import Session
from evidence_app.domain.exhibits import TimeMark
from evidence_app.intake import played
from tests.fakes.made_recordings import write_film, write_steps
from tests.ui.acting import PATIENCE_MS, add, settle
from ui.inspector.large import LargeView
from ui.tabs import PageKey
from ui.viewer import envelope, playback, sounding
from ui.viewer.marks import MarkRow, NoteEditor
from ui.viewer.player import PlayerView
from ui.viewer.viewer import ExhibitViewer
from ui.workbench import Workbench

Key = Qt.Key


@pytest.fixture(autouse=True)
def no_device(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a computer without a sound device."""
    monkeypatch.setattr(sounding, "make_output", sounding.Silence)


@pytest.fixture
def call(tmp_path: Path) -> Path:
    return write_steps(tmp_path / "REC_20250222_081503.m4a", 6, "m4a")


def opened(qtbot: QtBot, bench: Workbench, path: Path) -> tuple[LargeView, PlayerView]:
    """Add a recording, press Space and return the large view and its player, once it knows its waveform."""
    add(qtbot, bench, path)
    assert bench.inspector is not None
    bench.inspector.show_large()
    large = bench.inspector.large
    assert large is not None
    player = large.viewer.player
    assert player is not None
    qtbot.waitUntil(lambda: player.waveform.known_ms() > 500, timeout=PATIENCE_MS)
    return large, player


def saved(bench: Workbench) -> tuple[TimeMark, ...]:
    assert bench.desk.detail is not None
    return bench.desk.detail.exhibits[0].marks


def test_what_the_window_knows_about_playing_is_what_the_workers_send() -> None:
    assert (sounding.RATE, sounding.FRAME_BYTES) == (played.RATE, played.FRAME_BYTES)
    assert playback.SPEEDS == play.SPEEDS
    assert envelope.BINS_PER_S == played.BINS_PER_S


def test_it_plays_to_the_end_and_again_from_the_start(qtbot: QtBot, bench: Workbench, call: Path) -> None:
    _, player = opened(qtbot, bench, call)
    player.playback.seek(5_000)
    qtbot.keyClick(player.waveform, Key.Key_K)
    qtbot.waitUntil(lambda: player.playback.at_ms > 5_300, timeout=PATIENCE_MS)
    assert "no sound device" in player.note.text()
    qtbot.waitUntil(lambda: not player.playback.playing, timeout=PATIENCE_MS)
    assert player.playback.at_ms == pytest.approx(6_000, abs=150)
    qtbot.keyClick(player.waveform, Key.Key_K)
    qtbot.waitUntil(lambda: 0 < player.playback.at_ms < 3_000, timeout=PATIENCE_MS)


def test_the_clock_runs_as_fast_as_it_is_told(qtbot: QtBot, bench: Workbench, call: Path) -> None:
    _, player = opened(qtbot, bench, call)
    player.playback.set_speed(200)
    player.toggle()
    qtbot.waitUntil(lambda: player.playback.at_ms > 200, timeout=PATIENCE_MS)
    before, since = player.playback.at_ms, time.monotonic()
    qtbot.wait(1000)
    passed_ms = (time.monotonic() - since) * 1000  # more than was asked for, on a busy machine
    assert 1.5 * passed_ms < player.playback.at_ms - before < 2.7 * passed_ms


def test_a_click_on_the_waveform_and_arrows_go_there(qtbot: QtBot, bench: Workbench, call: Path) -> None:
    _, player = opened(qtbot, bench, call)
    shown = player.waveform
    qtbot.mouseClick(shown, Qt.MouseButton.LeftButton, pos=QPoint(shown.width() // 2, 30))
    assert player.playback.at_ms == pytest.approx(3_000, abs=60)
    qtbot.keyClick(shown, Key.Key_Right)
    assert player.playback.at_ms == pytest.approx(6_000, abs=100)
    qtbot.keyClick(shown, Key.Key_Home)
    assert player.playback.at_ms == 0
    qtbot.keyClick(shown, Key.Key_J)
    assert player.playback.at_ms == 0


def test_that_somebody_is_told_of_the_recording_is_noted_with_a_key_or_a_button_and_can_be_changed(
    qtbot: QtBot, bench: Workbench, call: Path
) -> None:
    large, player = opened(qtbot, bench, call)
    player.playback.seek(2_000)
    qtbot.keyClick(player.waveform, Key.Key_T)
    settle(qtbot, bench, lambda: [mark.at_ms for mark in saved(bench)] == [2_000])
    assert "being recorded" in saved(bench)[0].text
    player.marks.consent.click()  # noted already
    player.playback.seek(4_000)
    player.marks.consent.click()
    settle(qtbot, bench, lambda: [mark.at_ms for mark in saved(bench)] == [2_000, 4_000])
    player.marks.rows[1].note.setFocus()
    player.marks.rows[1].note.setPlainText("she says: fine")
    player.marks.finish()
    settle(qtbot, bench, lambda: saved(bench)[1].text == "she says: fine")
    large.close_view()


def test_a_moment_is_marked_typed_changed_and_removed_and_each_can_be_taken_back(
    qtbot: QtBot, bench: Workbench, call: Path
) -> None:
    large, player = opened(qtbot, bench, call)
    player.playback.seek(2_000)
    qtbot.keyClick(player.waveform, Key.Key_M)
    note = bench.window().focusWidget()
    assert isinstance(note, NoteEditor)
    qtbot.keyClicks(note, "no written record")
    qtbot.keyClick(note, Key.Key_Return)
    settle(qtbot, bench, lambda: saved(bench) == (TimeMark(2_000, "no written record"),))
    player.marks.rows[0].note.setFocus()
    player.marks.rows[0].note.setPlainText("no record")
    player.marks.finish()
    settle(qtbot, bench, lambda: saved(bench) == (TimeMark(2_000, "no record"),))
    player.marks.rows[0].cross.click()
    settle(qtbot, bench, lambda: saved(bench) == ())
    for expected in ("no record", "no written record"):
        bench.desk.edits.undo()
        settle(qtbot, bench, lambda expected=expected: [mark.text for mark in saved(bench)] == [expected])
    assert [row.text for row in player.marks.rows] == ["no written record"]
    large.close_view()


def test_a_mark_leads_to_its_moment_and_nothing_typed_is_no_mark(qtbot: QtBot, bench: Workbench, call: Path) -> None:
    _, player = opened(qtbot, bench, call)
    player.marks.edited.emit((TimeMark(1_000, "first"), TimeMark(4_000, "second")))
    settle(qtbot, bench, lambda: len(player.marks.rows) == 2)
    player.marks.rows[1].time.click()
    assert player.playback.at_ms == 4_000
    player.playback.seek(3_000)
    player.begin_mark()
    assert len(player.marks.rows) == 3
    bench.window().activateWindow()
    qtbot.waitUntil(player.marks.rows[1].note.hasFocus, timeout=PATIENCE_MS)
    player.waveform.setFocus()
    assert len(player.marks.rows) == 2
    assert len(saved(bench)) == 2


def test_a_note_that_is_being_typed_stays_with_its_recording(qtbot: QtBot, bench: Workbench, call: Path) -> None:
    large, player = opened(qtbot, bench, call)
    assert bench.desk.session is not None
    exhibit = large.viewer.exhibit
    assert exhibit is not None
    told: list[str] = []
    large.viewer.edited.connect(lambda exhibit_id, _: told.append(exhibit_id))
    for following in (
        replace(exhibit, id="another"),  # the same file, in another dispute
        replace(exhibit, id="a third", original=replace(exhibit.original, sha256="0" * 64)),
    ):
        shown = large.viewer.exhibit
        assert shown is not None
        player.begin_mark()
        player.marks.rows[-1].note.insertPlainText(f"typed for {shown.id}")
        told.clear()
        large.viewer.show_exhibit(bench.desk.session, following)
        assert told == [shown.id]


def test_space_closes_the_large_view_and_stops_playing(qtbot: QtBot, bench: Workbench, call: Path) -> None:
    large, player = opened(qtbot, bench, call)
    player.toggle()
    qtbot.keyClick(player.waveform, Key.Key_Space)
    assert large.isHidden()
    assert not player.playback.playing


def test_another_page_of_the_dispute_stops_it(qtbot: QtBot, bench: Workbench, call: Path) -> None:
    large, _ = opened(qtbot, bench, call)
    large.close_view()
    assert bench.inspector is not None
    viewer = bench.inspector.findChild(ExhibitViewer)
    assert viewer is not None
    assert viewer.player is not None
    viewer.player.toggle()
    assert viewer.player.playback.playing
    bench.show_page(PageKey.OVERVIEW)
    assert not viewer.player.playback.playing


def test_a_film_shows_the_picture_of_the_moment(qtbot: QtBot, bench: Workbench, tmp_path: Path) -> None:
    _, player = opened(qtbot, bench, write_film(tmp_path / "VID_20250222_081503.mp4", 4, sound=True))

    def red() -> int:
        return player.film.grab().toImage().pixelColor(player.film.width() // 2, player.film.height() // 2).red()

    for second in (3, 0, 2):
        player.playback.seek(second * 1000 + 500)
        qtbot.waitUntil(lambda second=second: abs(red() - 60 - 20 * second) <= 8, timeout=PATIENCE_MS)
    player.playback.seek(0)
    player.toggle()
    qtbot.waitUntil(lambda: player.playback.at_ms > 1_600, timeout=PATIENCE_MS)

    def is_of_the_moment() -> bool:  # which moves on: a slow machine never sees a certain one
        second = min(3, player.playback.at_ms // 1000)
        return abs(red() - 60 - 20 * second) <= 8

    qtbot.waitUntil(is_of_the_moment, timeout=PATIENCE_MS)
    assert red() > 72  # not the first one, which a player that stands still would show


@pytest.mark.skipif(sys.platform == "win32", reason="stops processes by signals")
def test_a_worker_that_dies_is_told_and_playing_goes_on_with_another(
    qtbot: QtBot, bench: Workbench, call: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, player = opened(qtbot, bench, call)
    session = bench.desk.session
    assert session is not None
    real = play.sound_at

    def dying(asked: Session, sha256: str, *when: int) -> played.Sound:
        """Ask a worker that has stopped and is killed a moment later."""
        for process_id in session.sound_decoders.process_ids:
            os.kill(process_id, signal.SIGSTOP)
            Timer(0.1, os.kill, (process_id, signal.SIGKILL)).start()
        return real(asked, sha256, *when)

    with monkeypatch.context() as patch:
        patch.setattr(play, "sound_at", dying)
        player.toggle()
        qtbot.waitUntil(lambda: bool(player.note.text()), timeout=PATIENCE_MS)
        assert not player.playback.playing
    player.toggle()
    qtbot.waitUntil(lambda: player.playback.at_ms > 100, timeout=PATIENCE_MS)
    assert "no sound device" in player.note.text()


def test_a_recording_cut_off_is_played_as_far_as_it_can_be_read(qtbot: QtBot, bench: Workbench, tmp_path: Path) -> None:
    whole = write_steps(tmp_path / "whole.mp3", 6, "mp3").read_bytes()
    (tmp_path / "REC_20250222_081503.mp3").write_bytes(whole[: len(whole) // 3])
    _, player = opened(qtbot, bench, tmp_path / "REC_20250222_081503.mp3")
    player.toggle()
    qtbot.waitUntil(lambda: player.playback.at_ms > 300, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not player.playback.playing, timeout=PATIENCE_MS)
    assert player.playback.at_ms < 3_000


def test_a_recording_that_cannot_be_decoded_says_so_and_offers_another_program(
    qtbot: QtBot, bench: Workbench, tmp_path: Path
) -> None:
    whole = write_steps(tmp_path / "whole.mp3", 6, "mp3").read_bytes()
    (tmp_path / "REC_20250222_081503.mp3").write_bytes(whole[:200] + bytes(len(whole) - 200))
    add(qtbot, bench, tmp_path / "REC_20250222_081503.mp3")
    assert bench.inspector is not None
    bench.inspector.show_large()
    large = bench.inspector.large
    assert large is not None
    player = large.viewer.player
    if player is not None:
        player.toggle()
        qtbot.waitUntil(lambda: not player.playback.playing, timeout=PATIENCE_MS)
        assert player.note.text()
    offered = {button.accessibleName() or button.text() for button in large.viewer.findChildren(QAbstractButton)}
    assert "Open original" in offered


def test_closing_the_vault_while_it_plays_leaves_the_window_alive(qtbot: QtBot, bench: Workbench, call: Path) -> None:
    large, player = opened(qtbot, bench, call)
    player.toggle()
    qtbot.waitUntil(lambda: player.playback.at_ms > 100, timeout=PATIENCE_MS)
    with qtbot.waitSignals([bench.desk.opened, large.closed], timeout=PATIENCE_MS):
        bench.desk.open(bench.settings.vault_folder)
    qtbot.waitUntil(lambda: bool(bench.shown_event_ids()), timeout=PATIENCE_MS)


def test_silence_is_never_ahead_of_the_sound_it_was_given() -> None:
    clock = sounding.Silence()
    clock.write(bytes(sounding.BYTES_PER_S // 100))
    assert clock.heard_s() <= 0.01
    clock.pause()
    before = clock.heard_s()
    assert clock.heard_s() == before


class Sink:
    """A device that has played all but what its buffer holds."""

    def __init__(self) -> None:
        self.held = 0

    def bytesFree(self) -> int:
        return 400 - self.held

    def bufferSize(self) -> int:
        return 400

    def write(self, data: bytes) -> int:
        taken = min(len(data), self.bytesFree())
        self.held += taken
        return taken


def test_what_waits_in_the_device_was_not_heard_yet() -> None:
    sink = Sink()
    speaker = sounding.Speaker(sink, sink)  # type: ignore[arg-type]
    assert speaker.write(bytes(1000)) == 400
    assert speaker.heard_s() == 0
    sink.held = 100
    assert speaker.heard_s() == pytest.approx(300 / sounding.BYTES_PER_S)


def test_a_device_that_goes_is_replaced_and_at_last_done_without(
    qtbot: QtBot, bench: Workbench, call: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []

    class Unplugged(sounding.Silence):
        silent = False
        broken = True

        def __init__(self) -> None:
            super().__init__()
            made.append(self)

    monkeypatch.setattr(sounding, "make_output", Unplugged)
    _, player = opened(qtbot, bench, call)
    player.toggle()
    qtbot.waitUntil(lambda: player.playback.at_ms > 200, timeout=PATIENCE_MS)
    assert len(made) == playback.MOST_BROKEN
    assert "no sound device" in player.note.text()


def test_a_device_that_says_nothing_any_more_is_given_up(
    qtbot: QtBot, bench: Workbench, call: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Dead(sounding.Silence):
        silent = False

        def heard_s(self) -> float:
            return 0.0

    lost: list[bool] = []
    monkeypatch.setattr(sounding, "_lost", lost)
    monkeypatch.setattr(sounding, "make_output", lambda: sounding.Silence() if lost else Dead())
    monkeypatch.setattr(playback, "STALLED_S", 0.3)
    _, player = opened(qtbot, bench, call)
    player.toggle()
    qtbot.waitUntil(lambda: player.playback.at_ms > 200, timeout=PATIENCE_MS)
    assert lost == [True]
    assert "no sound device" in player.note.text()


@pytest.mark.qt_log_ignore("PulseAudioService.*", "Couldn't .*", extend=True)
def test_a_computer_without_a_device_or_without_its_libraries_plays_silently(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    assert sounding.make_output().silent


def test_a_long_note_takes_as_many_lines_as_it_needs(qtbot: QtBot) -> None:
    row = MarkRow(1_000, "客服说二十四日十八点前书面答复，" * 6, read_only=False)
    qtbot.addWidget(row)
    row.resize(320, 400)
    row.show()
    document = row.note.document()
    assert row.note.height() > 3 * row.note.fontMetrics().lineSpacing()
    assert row.note.verticalScrollBar().maximum() == 0
    assert document.blockCount() == 1
