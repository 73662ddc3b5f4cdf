from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from evidence_app.domain.events import EventFacts, EventKind
from evidence_app.domain.typed_time import typed_time
from tests.ui.acting import settle
from ui.timeline.filter import SHOW_ALL, Facet, TimelineFilter
from ui.timeline.page import TimelinePage
from ui.timeline.views import ViewsPanel
from ui.workbench import Workbench

CALLS = TimelineFilter(kinds=frozenset({EventKind.CALL}), text="loan")


@pytest.fixture
def page(bench: Workbench, qtbot: QtBot) -> TimelinePage:
    for kind, text in ((EventKind.NOTE, "a"), (EventKind.CALL, "about the loan"), (EventKind.CALL, "b")):
        bench.desk.edits.record_event(EventFacts(kind=kind, time=typed_time("2025-02-23 10:00"), text=text))
    settle(qtbot, bench, lambda: len(bench.shown_event_ids()) == 3)
    assert bench.timeline_page is not None
    return bench.timeline_page


def panel(page: TimelinePage, qtbot: QtBot) -> ViewsPanel:
    qtbot.keyClick(page.list, Qt.Key.Key_V)
    assert page.views_panel is not None
    return page.views_panel


def keep(page: TimelinePage, bench: Workbench, qtbot: QtBot, name: str, wanted: TimelineFilter) -> None:
    page.set_filter(wanted)
    found = panel(page, qtbot)
    found.typing.setText(name)
    qtbot.keyClick(found.typing, Qt.Key.Key_Return)
    settle(qtbot, bench, lambda: name in [view.name for view in page.views.views])


def test_what_is_shown_is_kept_under_a_name_and_one_click_shows_it_again(
    page: TimelinePage, bench: Workbench, qtbot: QtBot
) -> None:
    keep(page, bench, qtbot, "Calls about the loan", CALLS)
    page.show_everything()
    chip = page.filters.view_chips[0]
    chip.click()
    assert page.model.filter == CALLS
    assert bench.header.search.text() == "loan"
    chip.click()
    assert page.model.filter == SHOW_ALL


def test_a_number_chooses_a_view(page: TimelinePage, bench: Workbench, qtbot: QtBot) -> None:
    keep(page, bench, qtbot, "one", CALLS)
    keep(page, bench, qtbot, "two", CALLS.choose(Facet.KINDS, []))
    page.show_everything()
    qtbot.keyClick(panel(page, qtbot), Qt.Key.Key_1)
    assert page.model.filter == CALLS


def test_views_are_kept_in_the_vault_and_not_in_the_settings(
    page: TimelinePage, bench: Workbench, qtbot: QtBot, tmp_path: Path
) -> None:
    keep(page, bench, qtbot, "about 速融宝", CALLS)
    assert "速融宝" not in (tmp_path / "settings.ini").read_text(encoding="utf-8")
    page.views.views = []
    page.views.reload()
    qtbot.waitUntil(lambda: [view.name for view in page.views.views] == ["about 速融宝"])


def test_a_view_is_renamed_but_not_over_another(page: TimelinePage, bench: Workbench, qtbot: QtBot) -> None:
    keep(page, bench, qtbot, "one", CALLS)
    keep(page, bench, qtbot, "two", CALLS.choose(Facet.KINDS, []))
    row = panel(page, qtbot).rows[0]
    row.pencil.click()
    row.typing.setText("two")
    row.typing.finish()
    assert page.views_panel is not None
    row.typing.setText("first")
    row.typing.finish()
    settle(qtbot, bench, lambda: sorted(view.name for view in page.views.views) == ["first", "two"])


def test_a_view_is_deleted_after_one_more_question(page: TimelinePage, bench: Workbench, qtbot: QtBot) -> None:
    keep(page, bench, qtbot, "one", CALLS)
    row = panel(page, qtbot).rows[0]
    row.bin.click()
    assert page.views.views
    row.sure.click()
    settle(qtbot, bench, lambda: not page.views.views)
    assert page.model.event_count == 1


def test_without_a_filter_there_is_nothing_to_keep(page: TimelinePage, qtbot: QtBot) -> None:
    found = panel(page, qtbot)
    assert found.typing.isHidden() or found.typing.parent() is None


def test_another_dispute_has_views_of_its_own(page: TimelinePage, bench: Workbench, qtbot: QtBot) -> None:
    from evidence_app.actions.disputes import NewDispute
    from evidence_app.domain.disputes import DisputeType

    keep(page, bench, qtbot, "one", CALLS)
    bench.desk.edits.new_dispute(NewDispute(title="other", type=DisputeType.OTHER, institution="x"))
    settle(qtbot, bench, lambda: not page.views.views)
