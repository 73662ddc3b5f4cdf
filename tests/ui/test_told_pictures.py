"""A picture whose messages stand in the timeline is folded away there, and always within reach."""

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from evidence_app.actions.exhibits import list_exhibits
from evidence_app.domain.events import EventKind, TimelineEntry
from tests.fakes.readings import chat, keep, words_only
from tests.ui.acting import PATIENCE_MS, add
from ui.timeline.filter import SHOW_ALL, Facet, from_text, to_text
from ui.timeline.filterbar import FilterBar
from ui.workbench import Workbench


@pytest.fixture
def bench_read(qtbot: QtBot, bench: Workbench, tmp_path: Path) -> Workbench:
    """Two pictures of one chat, read, and one of which only words are known; the last one is selected."""
    paths = [tmp_path / f"Screenshot_20250222_08{number:02}03_com.tencent.mm.png" for number in range(3)]
    for number, path in enumerate(paths):
        Image.new("RGB", (400, 700), (40 * number, 90, 90)).save(path)
    add(qtbot, bench, *paths)
    assert bench.timeline is not None
    bench.timeline.select_event(documents(bench)[2].event_id)
    read(bench, 3)
    qtbot.waitUntil(lambda: sum(entry.told for entry in bench.desk.entries) == 2, timeout=PATIENCE_MS)
    return bench


def read(bench: Workbench, count: int) -> None:
    session = bench.desk.session
    assert session is not None
    exhibits = list_exhibits(session, bench.desk.dispute_id)
    for exhibit, made in list(zip(exhibits, (chat, chat, words_only), strict=True))[:count]:
        keep(session, exhibit, made(exhibit))
    bench.desk.reload_timeline()


def documents(bench: Workbench) -> list[TimelineEntry]:
    found = [entry for entry in bench.desk.entries if entry.kind is EventKind.DOCUMENT]
    return sorted(found, key=lambda entry: entry.exhibit_number)


def shown_documents(bench: Workbench) -> list[int]:
    shown = set(bench.shown_event_ids())
    return [entry.exhibit_number for entry in documents(bench) if entry.event_id in shown]


def bar(bench: Workbench) -> FilterBar:
    assert bench.timeline_page is not None
    return bench.timeline_page.filters


def test_only_what_no_other_entry_tells_is_shown(bench_read: Workbench) -> None:
    assert shown_documents(bench_read) == [3]
    assert len(bench_read.shown_event_ids()) == 11
    assert bar(bench_read).state.text() == "11 events"
    assert not bar(bench_read).clear.isVisible()


def test_a_button_shows_the_pictures_and_folds_them_again(bench_read: Workbench) -> None:
    button = bar(bench_read).pictures
    assert button.text() == "Files: 2"
    button.click()
    assert shown_documents(bench_read) == [1, 2, 3]
    assert bar(bench_read).state.text() == "13 events"
    button.click()
    assert shown_documents(bench_read) == [3]


def test_searching_and_choosing_files_show_them(qtbot: QtBot, bench_read: Workbench) -> None:
    page = bench_read.timeline_page
    assert page is not None
    page.search("Screenshot_20250222_0800")
    qtbot.waitUntil(lambda: shown_documents(bench_read) == [1], timeout=PATIENCE_MS)
    page.search("")
    qtbot.waitUntil(lambda: shown_documents(bench_read) == [3], timeout=PATIENCE_MS)
    page.set_filter(SHOW_ALL.choose(Facet.KINDS, [EventKind.DOCUMENT]))
    assert shown_documents(bench_read) == [1, 2, 3]


def test_who_goes_to_a_picture_finds_it_there(bench_read: Workbench) -> None:
    first = documents(bench_read)[0]
    bench_read.leading.go_to_exhibit(first.exhibit_id)
    assert bench_read.timeline is not None
    assert bench_read.timeline.current_event() == first.event_id
    assert shown_documents(bench_read) == [1, 3]


def test_what_somebody_looks_at_is_not_folded_under_their_eyes(qtbot: QtBot, bench: Workbench, tmp_path: Path) -> None:
    path = tmp_path / "Screenshot_20250222_081003_com.tencent.mm.png"
    Image.new("RGB", (400, 700), "#dceeec").save(path)
    event_id = add(qtbot, bench, path)
    session = bench.desk.session
    assert session is not None
    (exhibit,) = list_exhibits(session, bench.desk.dispute_id)
    keep(session, exhibit, chat(exhibit))
    bench.desk.reload_timeline()
    qtbot.waitUntil(lambda: len(bench.shown_event_ids()) == 6, timeout=PATIENCE_MS)
    assert bench.timeline is not None
    assert bench.timeline.current_event() == event_id
    bench.timeline.select_event(bench.shown_event_ids()[-1])
    bench.desk.edits.accept([bench.shown_event_ids()[-1]])
    qtbot.waitUntil(lambda: len(bench.shown_event_ids()) == 5, timeout=PATIENCE_MS)


def test_how_two_pictures_follow_each_other_stands_at_the_first_message_then(
    qtbot: QtBot, bench_read: Workbench
) -> None:
    timeline = bench_read.timeline
    assert timeline is not None
    model, second = timeline.model(), documents(bench_read)[1]

    def said() -> list[str]:
        rows = (model.index(row, 0) for row in range(model.rowCount()))
        texts = (str(index.data(Qt.ItemDataRole.AccessibleTextRole)) for index in rows)
        return [text for text in texts if "after exhibit 1" in text]

    qtbot.waitUntil(lambda: len(said()) == 1, timeout=PATIENCE_MS)
    assert "工号80231为您服务" in said()[0]
    assert f"Exhibit {second.exhibit_number}" in said()[0]


def test_a_kept_view_remembers_whether_pictures_are_shown() -> None:
    wanted = replace(SHOW_ALL, unfolds=True)
    assert from_text(to_text(wanted)) == wanted
    assert from_text(to_text(SHOW_ALL)) == SHOW_ALL
