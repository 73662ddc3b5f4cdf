"""Every key that is listed does what is said of it."""

import contextlib
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.known import KnownAgent, KnownValues
from evidence_app.phrases import Language
from tests.fakes.made_recordings import write_steps
from tests.ui.acting import add, sheet
from ui.controls import PlainLabel
from ui.evidence.page import EvidencePage
from ui.i18n import language
from ui.inspector.large import LargeView
from ui.sheets.event import EventSheet
from ui.sheets.settings import SettingsSheet
from ui.sheets.shortcuts import ShortcutsSheet
from ui.shortcuts import TABLE, Place, bind, keys_for, verb_words
from ui.tabs import PageKey
from ui.timeline.view import TimelineView
from ui.tokens import theme
from ui.viewer import sounding
from ui.workbench import Workbench

SOON_MS = 10_000


def names(place: Place) -> list[str]:
    return [line.name for line in TABLE if line.place is place]


def press(widget: QWidget, name: str, place: Place) -> None:
    """Press the first key of a line."""
    combination = keys_for(name, place).sequences()[0][0]
    QTest.keyClick(widget, combination.key(), combination.keyboardModifiers())


def unheard(qtbot: QtBot, widget: QWidget, place: Place, asked: Mapping[str, SignalInstance]) -> list[str]:
    """Press the keys of a place and return those that ask for nothing; whatever one opens is closed for the next."""
    silent = []
    for name, signal in asked.items():
        with qtbot.waitSignal(signal, timeout=SOON_MS, raising=False) as waited:
            press(widget, name, place)
        if not waited.signal_triggered:
            silent.append(name)
        close_what_opened(widget)
    return silent


def changes(qtbot: QtBot, state: Callable[[], object], widget: QWidget, name: str, place: Place) -> None:
    """Press a key and wait until the state is another."""
    before = state()
    press(widget, name, place)
    with contextlib.suppress(qtbot.TimeoutError):
        qtbot.waitUntil(lambda: state() != before, timeout=SOON_MS)
    assert state() != before, f"nothing came of the key for {name}"


def close_what_opened(widget: QWidget) -> None:
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    for kind, close in ((QDialog, QDialog.reject), (LargeView, LargeView.close_view)):
        for opened in widget.window().findChildren(kind):
            if opened.isVisible():
                close(opened)


def test_a_key_of_the_window_is_there_once(qtbot: QtBot, empty_bench: Workbench) -> None:
    there = sum((QShortcut.keys(shortcut) for shortcut in empty_bench.findChildren(QShortcut)), [])
    listed = {(name, keys.toString()): keys for name in names(Place.WINDOW) for keys in keys_for(name).sequences()}
    assert {name: there.count(keys) for name, keys in listed.items()} == dict.fromkeys(listed, 1)


def test_no_key_means_two_things_in_one_place() -> None:
    for place in Place:
        told = [keys for line in TABLE if line.place is place for keys in line.told()]
        assert len(told) == len(set(told))


def test_a_key_that_is_not_in_the_table_cannot_be_bound(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    with pytest.raises(KeyError):
        bind(widget, {"dance": widget.close})


SIGNALS = {
    "edit": "event_activated",
    "large": "large_view_requested",
    "accept_read": "accept_requested",
    "dismiss_read": "dismiss_requested",
    "call": "call_requested",
    "note": "note_requested",
    "search_list": "search_requested",
    "filters": "filters_requested",
    "days": "days_requested",
    "views": "views_requested",
    "undated": "undated_requested",
    "times": "times_requested",
    "earlier": "move_requested",
    "later": "move_requested",
    "remove": "remove_requested",
}


def test_a_key_of_the_timeline_asks_for_what_is_listed(qtbot: QtBot, bench: Workbench, screenshot: Path) -> None:
    add(qtbot, bench, screenshot)
    view = bench.timeline
    assert isinstance(view, TimelineView)
    asked = {name: getattr(view, SIGNALS[name]) for name in names(Place.TIMELINE)}
    assert unheard(qtbot, view, Place.TIMELINE, asked) == []


GRID_SIGNALS = {
    "edit": "activated_by_key",
    "large": "large_view_requested",
    "search_list": "search_requested",
    "remove": "remove_requested",
}


def test_a_key_among_the_exhibits_asks_for_what_is_listed(qtbot: QtBot, bench: Workbench, screenshot: Path) -> None:
    add(qtbot, bench, screenshot)
    page = EvidencePage(bench.desk)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.model.count == 1, timeout=SOON_MS)
    page.grid.setCurrentIndex(page.grid.model().index(0, 0))
    asked = {name: getattr(page.grid, signal) for name, signal in GRID_SIGNALS.items()}
    assert unheard(qtbot, page.grid, Place.EVIDENCE, asked) == []


def test_a_key_in_a_fact_leads_to_the_same_fact_of_the_next_exhibit(
    qtbot: QtBot, bench: Workbench, screenshot: Path
) -> None:
    second = screenshot.with_name("Screenshot_20250223_081503_com.tencent.mm.png")
    Image.new("RGB", (120, 260), "#aabbcc").save(second)
    add(qtbot, bench, screenshot, second)
    bench.show_page(PageKey.EVIDENCE)
    page = bench.further.evidence
    assert page is not None
    qtbot.waitUntil(lambda: page.model.count == 2, timeout=SOON_MS)
    first, following = page.model.cards()
    page.go_to_event(first.event_id)
    qtbot.waitUntil(lambda: bench.desk.detail is not None and bench.desk.detail.event.id == first.event_id)
    assert bench.inspector is not None
    qtbot.waitUntil(bench.inspector.facts.claim.isVisible, timeout=SOON_MS)
    proves = bench.inspector.facts.claim.fields["proves"].widget
    proves.setFocus()
    QTest.keyClicks(proves, "the money came")
    press(proves, "describe_next", Place.EVIDENCE)
    qtbot.waitUntil(lambda: bench.desk.event_id == following.event_id, timeout=SOON_MS)
    qtbot.waitUntil(proves.hasFocus, timeout=SOON_MS)
    qtbot.waitUntil(lambda: page.model.described_count == 1, timeout=SOON_MS)
    assert page.grid.current_id() == following.exhibit_id
    assert bench.inspector.facts.claim.fields["proves"].value() == ""


@pytest.fixture
def large(qtbot: QtBot, bench: Workbench, tmp_path: Path) -> LargeView:
    """The large view over the second of three pictures, each larger than the screen."""
    shots = []
    for minute in range(3):
        shots.append(tmp_path / f"Screenshot_20250222_08{minute:02}03_com.tencent.mm.png")
        Image.new("RGB", (1200, 2400), (90 * minute, 40, 40)).save(shots[-1])
    add(qtbot, bench, *shots)
    assert bench.timeline is not None
    bench.timeline.select_event(bench.shown_event_ids()[1])
    press(bench.timeline, "large", Place.TIMELINE)
    (view,) = (view for view in bench.window().findChildren(LargeView) if view.isVisible())
    qtbot.waitUntil(lambda: view.viewer.canvas.scale > 0, timeout=SOON_MS)
    return view


def seen(large: LargeView, bench: Workbench, what: str) -> object:
    """Return one of all that a key of the large view can change."""
    canvas = large.viewer.canvas
    return {
        "there": large.isVisible(),
        "event": bench.desk.event_id,
        "scale": canvas.scale,
        "fit": canvas.fit,
        "side": large.side.isVisible(),
        "turned": canvas.turned,
        "sheet": any(dialog.isVisible() for dialog in large.window().findChildren(QDialog)),
    }[what]


SEEN = {  # what each key changes, in an order in which none is in the way of the next: another picture comes late
    "actual": "fit",
    "larger": "scale",
    "smaller": "scale",
    "fit_width": "fit",
    "fit_page": "fit",
    "turn": "turned",
    "facts": "side",
    "compare": "sheet",
    "next": "event",
    "previous": "event",
    "leave": "there",
}


def test_a_key_of_the_large_view_changes_what_is_seen(qtbot: QtBot, bench: Workbench, large: LargeView) -> None:
    assert SEEN.keys() == set(names(Place.LARGE))
    canvas = large.viewer.canvas
    for name, changed in SEEN.items():
        changes(qtbot, partial(seen, large, bench, changed), canvas, name, Place.LARGE)
        for dialog in large.window().findChildren(QDialog):
            dialog.close()


HEARD = {  # what each key changes; nothing moves by itself before it is played
    "mark": "marks",
    "consent": "marks",
    "seconds_on": "at",
    "seconds_back": "at",
    "faster": "speed",
    "slower": "speed",
    "words_back": "at",
    "back_typing": "at",
    "play": "playing",
    "play_typing": "playing",
}


def test_a_key_of_the_player_changes_what_is_heard_or_noted(
    qtbot: QtBot, bench: Workbench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert HEARD.keys() == set(names(Place.PLAYER))
    monkeypatch.setattr(sounding, "make_output", sounding.Silence)
    add(qtbot, bench, write_steps(tmp_path / "REC_20250222_081503.wav", 20))
    assert bench.inspector is not None
    bench.inspector.show_large()
    assert bench.inspector.large is not None
    player = bench.inspector.large.viewer.player
    assert player is not None
    player.playback.seek(10_000)
    bench.window().activateWindow()

    def heard(what: str) -> object:
        playback, marks = player.playback, len(player.marks.rows)
        return {"playing": playback.playing, "speed": playback.speed, "at": playback.at_ms, "marks": marks}[what]

    for name, changed in HEARD.items():
        typing = name.endswith("_typing")
        focused = bench.inspector.large.side.words.fields["transcript"].widget if typing else player.waveform
        focused.setFocus()
        qtbot.waitUntil(focused.hasFocus, timeout=SOON_MS)
        changes(qtbot, partial(heard, changed), focused, name, Place.PLAYER)


def test_f1_lists_the_keys_over_the_large_view(qtbot: QtBot, bench: Workbench, large: LargeView) -> None:
    bench.window().activateWindow()
    qtbot.waitUntil(large.viewer.canvas.hasFocus, timeout=SOON_MS)
    QTest.keyClick(large.viewer.canvas, Qt.Key.Key_F1)
    sheet(ShortcutsSheet).close()


def test_the_keys_of_a_sheet_finish_explain_and_leave(qtbot: QtBot, bench: Workbench) -> None:
    bench.questions.typed_event(EventKind.NOTE)
    asked = sheet(EventSheet)
    with qtbot.waitSignal(asked.rejected):
        press(asked, "leave", Place.SHEET)
    bench.questions.typed_event(EventKind.NOTE)
    asked = sheet(EventSheet)
    text = asked.fields.fields["text"].widget
    QTest.keyClicks(text, "hello")
    with qtbot.waitSignal(asked.wanted, timeout=SOON_MS):
        press(text, "submit", Place.SHEET)
    bench.questions.typed_event(EventKind.CALL)
    asked = sheet(EventSheet)
    way = asked.way
    assert way is not None
    qtbot.waitUntil(asked.time.editor.hasFocus, timeout=SOON_MS)
    way.choose(Direction.IN)
    press(asked.time.editor, "way", Place.SHEET)
    qtbot.waitUntil(lambda: way.way() is Direction.OUT, timeout=SOON_MS)
    line = asked.fields.fields["agent_id"].widget
    assert isinstance(line, QLineEdit)
    line.setText("80231")
    with qtbot.waitSignal(asked.wanted, timeout=SOON_MS):
        press(line, "submit_next", Place.SHEET)
    asked.complete(KnownValues(agents=(KnownAgent("80231", ""),)), [])
    press(line, "known", Place.SHEET)
    completer = line.completer()
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    assert popup.isVisible()
    popup.hide()
    asked.cancel.click()


@pytest.mark.parametrize("key", [Qt.Key.Key_F1, Qt.Key.Key_Question])
def test_f1_and_the_question_mark_list_the_keys(qtbot: QtBot, empty_bench: Workbench, key: Qt.Key) -> None:
    empty_bench.window().activateWindow()
    shift = Qt.KeyboardModifier.ShiftModifier if key is Qt.Key.Key_Question else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(empty_bench.sidebar.list, key, shift)
    listed = sheet(ShortcutsSheet)
    words = {label.text() for label in listed.findChildren(PlainLabel)}
    assert {verb_words(line.name) for line in TABLE} <= words
    listed.close()


def test_a_question_mark_is_typed_into_a_field_as_usual(qtbot: QtBot, bench: Workbench) -> None:
    bench.header.search.setFocus()
    QTest.keyClicks(bench.header.search, "why?")
    assert bench.header.search.text() == "why?"


def test_control_comma_opens_the_settings(qtbot: QtBot, empty_bench: Workbench) -> None:
    QTest.keyClick(empty_bench, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    sheet(SettingsSheet).close()


def test_the_list_of_keys_follows_language_and_text_size(qtbot: QtBot, empty_bench: Workbench) -> None:
    empty_bench.doors.shortcuts()
    listed = sheet(ShortcutsSheet)
    language.choose(Language.ZH_HANS)
    theme.scale_text(2.0)
    assert listed.windowTitle() == "键盘快捷键"
    room = listed.screen().availableGeometry()
    qtbot.waitUntil(lambda: listed.height() > room.height() // 2)
    assert listed.width() <= room.width()
    theme.scale_text(1.0)
    listed.close()


def test_the_menu_names_the_keys(empty_bench: Workbench) -> None:
    assert QKeySequence("F1").toString() in empty_bench.sidebar.settings_menu.shortcuts.text()
