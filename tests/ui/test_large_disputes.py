"""The window on a dispute whose timeline is long: its first entries at once, then all of it; what one does shows."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from evidence_app.actions.add_evidence import FileSource, add_evidence
from evidence_app.actions.disputes import NewDispute, new_dispute
from evidence_app.actions.edit import edit_event
from evidence_app.actions.import_exports import import_export
from evidence_app.actions.long_timeline import LongTimeline
from evidence_app.actions.record_event import NewEvent
from evidence_app.actions.session import open_session
from evidence_app.actions.timeline import timeline
from evidence_app.domain import long_timeline
from evidence_app.domain.disputes import DisputeType
from evidence_app.domain.events import EventKind
from evidence_app.domain.timeline import Period
from evidence_app.domain.times import ClockReading, Precision, TimeSource, choose
from evidence_app.progress import Silent
from evidence_app.vault import glance
from tests.ui.acting import PATIENCE_MS, window_on_copy
from ui import shelf
from ui.settings import Settings
from ui.subjects import Subject
from ui.timeline.filter import TimelineFilter
from ui.timeline.outline import outlined
from ui.workbench import Workbench

COUNT = 300
FIRST_MS = 1_738_368_000_000
HOUR_MS = 3_600_000
LINE = '<sms protocol="0" address="{number}" date="{at}" type="1" body="Message {each} {word}" />'


def _sms(path: Path) -> Path:
    lines = [
        LINE.format(
            number=95555 + each % 3, at=FIRST_MS + each * HOUR_MS, each=each, word="rarely" if each == 222 else "often"
        )
        for each in range(COUNT)
    ]
    path.write_text(f"<?xml version='1.0' encoding='UTF-8' ?><smses>{''.join(lines)}</smses>", "utf-8")
    return path


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vault with a small dispute and one with more messages than are read at once."""
    folder = tmp_path_factory.mktemp("large")
    session = open_session(folder / "vault", create=True)
    disputes = [
        new_dispute(session, NewDispute(title=title, type=DisputeType.OTHER, institution=title)) for title in "AB"
    ]
    source = FileSource(_sms(folder / "sms.xml"))
    report = add_evidence(session, disputes[0].id, [source], Silent(), lambda item: None)
    import_export(session, report.items[0].exhibit_id)
    session.close()
    return folder / "vault"


@pytest.fixture
def large(
    qtbot: QtBot, imported: Path, settings: Settings, english: None, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Workbench]:
    """The window on a copy of it, once its first entries are there."""
    monkeypatch.setattr(long_timeline, "LONG", 100)
    monkeypatch.setattr(glance, "FIRST_LINES", 20)
    with window_on_copy(qtbot, settings, imported) as bench:
        yield bench


@pytest.fixture
def whole(qtbot: QtBot, large: Workbench) -> Workbench:
    """The window once all of it is there."""
    qtbot.waitUntil(lambda: len(large.desk.entries) == COUNT + 1, timeout=PATIENCE_MS)
    return large


def _shown(bench: Workbench) -> list[str]:
    model = bench.timeline.timeline_model()
    assert model is not None
    entries = filter(None, map(model.entry_at, range(model.rowCount())))
    return [entry.text for entry in entries if entry.kind is EventKind.MESSAGE]


def _wait_for(qtbot: QtBot, bench: Workbench, texts: list[str]) -> None:
    qtbot.waitUntil(lambda: _shown(bench) == texts, timeout=PATIENCE_MS)


def _messages(bench: Workbench) -> list[str]:
    session = bench.desk.session
    assert session is not None
    return [entry.text for entry in timeline(session, bench.desk.dispute_id) if entry.kind is EventKind.MESSAGE]


def test_the_first_entries_say_that_the_others_are_being_read(qtbot: QtBot, whole: Workbench) -> None:
    page, desk = whole.timeline_page, whole.desk
    assert page is not None
    assert isinstance(desk.entries, LongTimeline)
    page.take(outlined(desk.entries[:20], desk.dispute_id, is_part=True))
    assert page.filters.state.text() == "The first events; the others are being read"
    assert not page.strip.isVisible()
    assert page.model.index(0).data() == "2025-02-01  Saturday"
    page.take(desk.outline)
    assert page.filters.state.text() == "300 events"
    qtbot.waitUntil(page.strip.isVisible)
    assert page.model.index(0).data() == "2025-02-01  Saturday, 16 events"


def test_a_glance_sees_the_first_entries_only(whole: Workbench) -> None:
    assert whole.desk.folder is not None
    seen = glance.glance(whole.desk.folder)
    assert seen is not None
    assert seen.is_part
    assert seen.entries == whole.desk.entries[:20]


def test_the_rows_keep_the_rules_of_models_and_are_those_of_the_vault(whole: Workbench) -> None:
    model = whole.timeline.timeline_model()
    assert model is not None
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert _shown(whole) == _messages(whole)


def test_an_entry_asked_for_too_early_is_gone_to_once_it_is_there(qtbot: QtBot, large: Workbench) -> None:
    desk = large.desk
    qtbot.waitUntil(lambda: desk.session is not None, timeout=PATIENCE_MS)
    assert desk.session is not None
    wanted = timeline(desk.session, desk.dispute_id)[222].event_id
    large.leading.go_to_event(wanted)
    qtbot.waitUntil(lambda: large.timeline.current_event() == wanted, timeout=PATIENCE_MS)
    assert large.timeline.visualRect(large.timeline.currentIndex()).intersects(large.timeline.viewport().rect())


def test_an_edit_its_undoing_and_a_removal_show_and_the_place_is_kept(qtbot: QtBot, whole: Workbench) -> None:
    desk, before = whole.desk, _messages(whole)
    chosen = desk.entries[150].event_id
    whole.timeline.select_event(chosen)
    top = whole.timeline.verticalScrollBar().value()
    desk.edits.edit(Subject.EVENT, chosen, {"text": "Changed"})
    _wait_for(qtbot, whole, [*before[:150], "Changed", *before[151:]])
    assert whole.timeline.current_event() == chosen
    assert abs(whole.timeline.verticalScrollBar().value() - top) <= 1
    desk.edits.undo()
    _wait_for(qtbot, whole, before)
    desk.edits.set_aside(Subject.EVENT, [chosen], "mine")
    _wait_for(qtbot, whole, [*before[:150], *before[151:]])
    desk.edits.undo()
    _wait_for(qtbot, whole, before)


def test_another_time_and_a_new_event_stand_where_they_belong(qtbot: QtBot, whole: Workbench) -> None:
    desk, before = whole.desk, _messages(whole)
    early = choose([ClockReading(datetime(2025, 1, 2, 9, 0), Precision.MINUTE, TimeSource.TYPED, 100)])
    desk.edits.edit(Subject.EVENT, desk.entries[150].event_id, {"time": early})
    moved = [before[150], *before[:150], *before[151:]]
    _wait_for(qtbot, whole, moved)
    desk.edits.record_event(NewEvent(kind=EventKind.MESSAGE, time=early, text="New"))
    _wait_for(qtbot, whole, [moved[0], "New", *moved[1:]])
    assert isinstance(desk.entries, LongTimeline)
    assert desk.event_id == desk.entries[1].event_id


def test_a_card_says_what_was_changed_before_all_is_read_again(qtbot: QtBot, whole: Workbench) -> None:
    desk, model, outline = whole.desk, whole.timeline.timeline_model(), whole.desk.outline
    assert desk.session is not None
    chosen = desk.entries[150].event_id
    row = model.row_of(chosen)
    edit_event(desk.session, chosen, {"text": "Changed"})
    with qtbot.waitSignal(model.dataChanged):
        desk.reload_timeline()
    assert desk.outline is outline
    assert model.entry_at(row).text == "Changed"


def test_a_filter_a_period_and_a_search_show_what_they_should(qtbot: QtBot, whole: Workbench) -> None:
    page, before = whole.timeline_page, _messages(whole)
    assert page is not None
    page.set_filter(TimelineFilter(parties=frozenset({"95556"})))
    assert _shown(whole) == before[1::3]
    assert page.filters.state.text() == "100 of 300 shown"
    page.set_filter(TimelineFilter(period=Period(date(2025, 2, 3), date(2025, 2, 3))))
    assert len(_shown(whole)) == 24
    page.show_everything()
    whole.header.search.setText("rarely")
    _wait_for(qtbot, whole, ["Message 222 rarely"])
    whole.header.search.setText("message 29")
    _wait_for(qtbot, whole, [text for text in before if "29" in text])
    whole.header.search.clear()
    _wait_for(qtbot, whole, before)


def test_everything_can_be_selected(whole: Workbench) -> None:
    whole.timeline.selectAll()
    assert whole.timeline.selected_events() == list(whole.shown_event_ids())


def test_another_dispute_and_back_shows_it_again(
    qtbot: QtBot, whole: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = whole.desk
    monkeypatch.setattr(shelf, "MOST_ENTRIES", COUNT)
    first = desk.dispute_id
    desk.choose_dispute(next(line.dispute.id for line in desk.disputes if line.dispute.id != first))
    qtbot.waitUntil(lambda: not desk.loading_timeline and not desk.entries, timeout=PATIENCE_MS)
    seen: list[int] = []
    desk.timeline_changed.connect(lambda outline: seen.append(len(outline.entries)))
    desk.choose_dispute(first)
    qtbot.waitUntil(lambda: len(desk.entries) == COUNT + 1, timeout=PATIENCE_MS)
    assert seen in ([0, 20, COUNT + 1], [0, COUNT + 1])


def test_a_vault_that_is_closed_takes_its_rows_along(qtbot: QtBot, whole: Workbench) -> None:
    outline = whole.desk.outline
    whole.desk.let_go(lambda _: None)
    assert _shown(whole) == []
    qtbot.waitUntil(lambda: not whole.desk.tasks.long_running, timeout=PATIENCE_MS)
    assert replace(outline, is_part=True).entries[COUNT - 1] is not None
