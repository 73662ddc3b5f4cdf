"""Searching as one types: what machines read is found, and marked on cards and pictures."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from evidence_app.actions.disputes import NewDispute
from evidence_app.actions.exhibits import list_exhibits
from evidence_app.actions.record_event import NewEvent
from evidence_app.domain.disputes import DisputeType
from evidence_app.domain.events import EventKind
from evidence_app.domain.machine_text import MachineLine, MachineText
from evidence_app.domain.suggestions import Findings
from evidence_app.vault.words import WORDS_NAME
from tests.ui.acting import PATIENCE_MS, add
from ui.sheets.everywhere import SearchEverywhere
from ui.tabs import PageKey
from ui.timeline.delegate import TimelineDelegate
from ui.workbench import Workbench


def read_off(bench: Workbench, *lines: str) -> None:
    """Keep lines as if a machine had read them off the dispute's first exhibit."""
    session = bench.desk.session
    assert session is not None
    (exhibit,) = list_exhibits(session, bench.desk.dispute_id)
    read = tuple(MachineLine(line, (10, 10 + 40 * row, 100, 30), 0.9) for row, line in enumerate(lines))
    with session.vault.change() as tx:
        tx.keep_reading(MachineText(exhibit.id, "RapidOCR 3.10.0", read, 1, session.now()), Findings())
    bench.desk.reload_all()


@pytest.fixture
def read(qtbot: QtBot, bench: Workbench, screenshot: Path) -> str:
    """A screenshot that a machine has read; its event."""
    event_id = add(qtbot, bench, screenshot)
    read_off(bench, "您好", "客服工號80231", "提現失敗")
    return event_id


def shown(bench: Workbench) -> list[str]:
    return list(bench.shown_event_ids())


@pytest.mark.parametrize("text", ["提现", "80231", "工号 失败"])
def test_what_a_machine_read_is_found_as_one_types(qtbot: QtBot, bench: Workbench, read: str, text: str) -> None:
    bench.header.search.setText(text)
    qtbot.waitUntil(lambda: shown(bench) == [read], timeout=PATIENCE_MS)
    bench.header.search.setText(f"{text} nothing")
    qtbot.waitUntil(lambda: shown(bench) == [], timeout=PATIENCE_MS)


def test_what_people_wrote_is_found_in_both_ways_of_writing(qtbot: QtBot, bench: Workbench) -> None:
    bench.desk.edits.record_event(NewEvent(kind=EventKind.NOTE, text="系統自動下款了"))
    qtbot.waitUntil(lambda: len(shown(bench)) == 1, timeout=PATIENCE_MS)
    bench.header.search.setText("自动下款")
    assert len(shown(bench)) == 1


def test_the_card_says_which_line_was_read(qtbot: QtBot, bench: Workbench, read: str) -> None:
    assert bench.timeline_page is not None
    page = bench.timeline_page
    bench.header.search.setText("提现")
    cards: TimelineDelegate = page.list.cards
    qtbot.waitUntil(lambda: cards.why(read).line_read == "提現失敗", timeout=PATIENCE_MS)
    entry = page.model.entry_at(page.model.row_of(read))
    assert entry is not None
    layout = cards.layout_of(entry, page.list.viewport().width())
    assert len(layout.found) == 1
    bench.header.search.setText("")
    assert cards.why(read).line_read == ""


def test_the_words_are_marked_on_the_picture(qtbot: QtBot, bench: Workbench, read: str) -> None:
    bench.header.search.setText("提现")
    qtbot.waitUntil(lambda: shown(bench) == [read], timeout=PATIENCE_MS)
    assert bench.timeline is not None
    bench.timeline.select_event(read)
    qtbot.waitUntil(lambda: bench.inspector is not None and bench.inspector.viewer is not None, timeout=PATIENCE_MS)
    assert bench.inspector is not None
    canvas = bench.inspector.viewer.canvas if bench.inspector.viewer is not None else None
    assert canvas is not None
    qtbot.waitUntil(lambda: [place.region for place in canvas.found] == [(10, 90, 50, 30)], timeout=PATIENCE_MS)
    bench.inspector.show_large()
    large = bench.inspector.large
    assert large is not None
    qtbot.waitUntil(lambda: len(large.viewer.canvas.found) == 1, timeout=PATIENCE_MS)
    large.close_view()
    bench.header.search.setText("")
    assert canvas.found == ()


def test_the_last_text_wins(qtbot: QtBot, bench: Workbench, read: str) -> None:
    for text in ("提", "提现", "提现x", "提现", "您好"):
        bench.header.search.setText(text)
    qtbot.waitUntil(lambda: shown(bench) == [read], timeout=PATIENCE_MS)
    assert bench.timeline_page is not None
    assert bench.timeline_page.model.filter.text == "您好"


def test_what_is_read_while_one_searches_is_found(qtbot: QtBot, bench: Workbench, screenshot: Path) -> None:
    event_id = add(qtbot, bench, screenshot)
    bench.header.search.setText("提现")
    assert shown(bench) == []
    read_off(bench, "提現失敗")
    qtbot.waitUntil(lambda: shown(bench) == [event_id], timeout=PATIENCE_MS)


def test_the_index_is_made_when_nothing_changed_for_a_while(
    qtbot: QtBot, bench: Workbench, read: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = bench.desk.session
    assert session is not None
    qtbot.waitUntil((session.folder / WORDS_NAME).exists, timeout=PATIENCE_MS)
    bench.header.search.setText("提现")
    qtbot.waitUntil(lambda: shown(bench) == [read], timeout=PATIENCE_MS)


def test_the_grid_of_exhibits_finds_what_a_machine_read(qtbot: QtBot, bench: Workbench, read: str) -> None:
    bench.show_page(PageKey.EVIDENCE)
    page = bench.further.evidence
    assert page is not None
    qtbot.waitUntil(lambda: page.model.rowCount() == 1, timeout=PATIENCE_MS)
    bench.header.search.setText("nothing like it")
    qtbot.waitUntil(lambda: page.model.rowCount() == 0, timeout=PATIENCE_MS)
    bench.header.search.setText("工号80231 提现")
    qtbot.waitUntil(lambda: page.model.rowCount() == 1, timeout=PATIENCE_MS)


def test_a_place_in_another_dispute_is_found_and_gone_to(qtbot: QtBot, bench: Workbench, read: str) -> None:
    first = bench.desk.dispute_id
    bench.desk.edits.new_dispute(NewDispute(title="other", type=DisputeType.OTHER, institution="x"))
    qtbot.waitUntil(lambda: bench.desk.dispute_id not in ("", first), timeout=PATIENCE_MS)
    bench.questions.search_everywhere("提现")
    sheet = bench.findChild(SearchEverywhere)
    assert isinstance(sheet, SearchEverywhere)
    qtbot.waitUntil(lambda: sheet.list.count() == 1, timeout=PATIENCE_MS)
    assert "read by machine" in sheet.list.item(0).text()
    sheet.primary.click()
    qtbot.waitUntil(lambda: bench.desk.event_id == read and bench.desk.dispute_id == first, timeout=PATIENCE_MS)
    assert bench.header.search.text() == "提现"


def test_what_no_dispute_has_is_said(qtbot: QtBot, bench: Workbench, read: str) -> None:
    bench.questions.search_everywhere("xyzzy")
    sheet = bench.findChild(SearchEverywhere)
    assert isinstance(sheet, SearchEverywhere)
    qtbot.waitUntil(lambda: "xyzzy" in sheet.says.text(), timeout=PATIENCE_MS)
    assert not sheet.primary.isEnabled()
    for text in ("提", "提现", "80231"):
        sheet.search.setText(text)
    qtbot.waitUntil(lambda: sheet.list.count() == 1 and "80231" in sheet.list.item(0).text(), timeout=PATIENCE_MS)
    sheet.close()


def test_a_search_that_was_cleared_is_found_again(qtbot: QtBot, bench: Workbench, read: str) -> None:
    assert bench.timeline_page is not None
    bench.header.search.setText("提现 失败")
    qtbot.waitUntil(lambda: shown(bench) == [read], timeout=PATIENCE_MS)
    bench.timeline_page.show_everything()
    bench.header.search.setText("提现 失败")
    qtbot.waitUntil(lambda: shown(bench) == [read], timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: bench.timeline_page.list.cards.why(read).line_read != "", timeout=PATIENCE_MS)


def test_what_a_machine_read_does_not_flicker_while_one_types(qtbot: QtBot, bench: Workbench, read: str) -> None:
    bench.header.search.setText("提")
    qtbot.waitUntil(lambda: shown(bench) == [read], timeout=PATIENCE_MS)
    bench.header.search.setText("提现")
    assert shown(bench) == [read]
