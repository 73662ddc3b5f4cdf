"""The timeline's page in the real window: filters, what they say, and the ways back."""

from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from evidence_app.domain.events import EventFacts, EventKind
from evidence_app.domain.timeline import Period
from evidence_app.domain.typed_time import typed_time
from tests.ui.acting import add, settle
from ui.timeline.filter import Facet, TimelineFilter
from ui.timeline.page import TimelinePage
from ui.tokens import Density, theme
from ui.workbench import Workbench


@pytest.fixture
def page(bench: Workbench, qtbot: QtBot, tmp_path: Path) -> TimelinePage:
    """Two screenshots of one day and a note of the next."""
    files = [tmp_path / f"Screenshot_20250222_0815{second:02}.png" for second in (3, 4)]
    for number, file in enumerate(files):
        Image.new("RGB", (120, 200 + number), "#dceeec").save(file)
    add(qtbot, bench, *files)
    bench.desk.edits.record_event(EventFacts(kind=EventKind.NOTE, time=typed_time("2025-02-23 10:00"), text="note"))
    settle(qtbot, bench, lambda: len(bench.shown_event_ids()) == 3)
    assert bench.timeline_page is not None
    return bench.timeline_page


def kinds(*chosen: EventKind) -> TimelineFilter:
    return TimelineFilter(kinds=frozenset(chosen))


def test_ticking_a_kind_shows_only_that_and_says_how_much(page: TimelinePage, qtbot: QtBot) -> None:
    assert page.filters.state.text() == "3 events"
    page.filters.choose(Facet.KINDS)
    rows = page.filters.open_list.rows  # type: ignore[union-attr]
    assert [line.text() for line in rows.lines()] == ["Note", "Document"]
    qtbot.keyClick(rows, Qt.Key.Key_Space)
    assert page.filters.state.text() == "1 of 3 shown"
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert page.filters.open_list is None


def test_where_all_events_are_alike_there_is_no_chip_to_choose_by(page: TimelinePage) -> None:
    assert [facet for facet, chip in page.filters.chips.items() if not chip.isHidden()] == [Facet.KINDS]


def test_a_brushed_period_shows_its_events_and_can_be_dropped(page: TimelinePage, qtbot: QtBot) -> None:
    page.strip.period_changed.emit(Period(date(2025, 2, 22), date(2025, 2, 22)))
    assert page.model.event_count == 2
    page.filters.period.click()
    assert page.model.event_count == 3


def test_no_chip_pushes_the_days_away_while_they_are_brushed(page: TimelinePage, qtbot: QtBot) -> None:
    first, second = (page.strip.slot_rect(index).center() for index in (0, 1))
    qtbot.mousePress(page.strip, Qt.MouseButton.LeftButton, pos=second)
    qtbot.mouseMove(page.strip, first)
    qtbot.mouseMove(page.strip, second)
    qtbot.waitUntil(lambda: page.model.event_count == 1)
    assert page.filters.period.isHidden()
    qtbot.mouseRelease(page.strip, Qt.MouseButton.LeftButton, pos=second)
    assert page.filters.period.isVisible()


def test_clearing_also_clears_the_search(page: TimelinePage, bench: Workbench) -> None:
    bench.header.search.setText("note")
    page.set_filter(page.model.filter.choose(Facet.KINDS, ["note"]))
    assert page.filters.state.text() == "1 of 3 shown"
    page.filters.clear.click()
    assert bench.header.search.text() == ""
    assert page.model.event_count == 3


def test_where_nothing_passes_all_filters_that_is_said_with_a_way_back(page: TimelinePage, bench: Workbench) -> None:
    page.set_filter(kinds(EventKind.CALL))
    assert page.no_hits.isVisible()
    assert "filters" in page.no_hits.sentence.text()
    page.no_hits.button.click()
    assert page.list.isVisible()
    assert page.model.event_count == 3


def test_going_to_an_event_that_the_filters_hide_takes_them_away(page: TimelinePage, bench: Workbench) -> None:
    hidden = bench.shown_event_ids()[0]
    page.set_filter(kinds(EventKind.NOTE))
    bench.leading.go_to_event(hidden)
    assert page.list.current_event() == hidden


def test_another_dispute_begins_without_the_filters(page: TimelinePage, bench: Workbench, qtbot: QtBot) -> None:
    from evidence_app.actions.disputes import NewDispute
    from evidence_app.domain.disputes import DisputeType

    page.set_filter(kinds(EventKind.NOTE))
    bench.desk.edits.new_dispute(NewDispute(title="other", type=DisputeType.OTHER, institution="x"))
    settle(qtbot, bench, lambda: page.model.filter == TimelineFilter())


def test_keys_lead_to_the_filters_and_the_days_and_back(page: TimelinePage, qtbot: QtBot) -> None:
    focused = page.window().focusWidget
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_F)
    assert focused() is page.filters.chips[Facet.KINDS]
    qtbot.keyClick(page.filters.chips[Facet.KINDS], Qt.Key.Key_Escape)
    assert focused() is page.list
    qtbot.keyClick(page.list, Qt.Key.Key_D)
    assert focused() is page.strip
    qtbot.keyClick(page.strip, Qt.Key.Key_Return)
    assert focused() is page.list


def test_the_density_is_changed_with_one_click_and_remembered(page: TimelinePage, bench: Workbench) -> None:
    page.filters.density.click()
    assert page.list.density is bench.settings.density is Density.COMPACT
    page.filters.density.click()
    assert page.list.density is theme.density is Density.COMFORTABLE


def test_the_smallest_window_shows_seven_entries_below_all_its_bars(
    page: TimelinePage, bench: Workbench, qtbot: QtBot
) -> None:
    page.tray.show()  # as where something has no time
    bench.bar.put_away()

    def shown() -> tuple[int, int]:
        measures = page.list.cards.metrics
        return measures.most_lines, (page.list.height() - measures.header_height) // measures.row_height

    for height, lines in ((720, 1), (1080, 2), (720, 1)):
        bench.window().resize(1280, height)
        qtbot.waitUntil(lambda lines=lines: shown() >= (lines, 7) and shown()[0] == lines)  # type: ignore[misc]
        assert page.strip.isVisible()


def test_where_thousands_are_searched_they_are_once_typing_pauses(
    page: TimelinePage, bench: Workbench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.timeline.page.MANY", 2)
    bench.header.search.setText("note")
    assert page.model.event_count == 3
    qtbot.waitUntil(lambda: page.model.event_count == 1)
    assert page.filters.state.text() == "1 of 3 shown"


def test_where_everything_has_a_time_the_key_to_the_tray_says_so(page: TimelinePage, qtbot: QtBot) -> None:
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_U)
    assert QToolTip.text() == "Every entry has a time"
    QToolTip.hideText()
