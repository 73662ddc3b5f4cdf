"""Going back to a dispute shows at once what is known of it, and what changed meanwhile a moment later."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from evidence_app.actions.disputes import NewDispute
from evidence_app.actions.record_event import NewEvent, record_event
from evidence_app.domain.disputes import DisputeType
from evidence_app.domain.events import EventKind
from tests.ui.acting import PATIENCE_MS, settle
from ui import shelf
from ui.shelf import Shelf, Timeline
from ui.timeline.outline import NOTHING
from ui.workbench import Workbench


def two_disputes(qtbot: QtBot, bench: Workbench) -> tuple[str, str]:
    """Return the ids of a dispute with a note and of an empty one, which is chosen."""
    first = bench.desk.dispute_id
    bench.desk.edits.record_event(NewEvent(kind=EventKind.NOTE, text="kept"))
    settle(qtbot, bench, lambda: len(bench.desk.entries) == 1)
    bench.desk.edits.new_dispute(NewDispute(title="B", type=DisputeType.OTHER, institution="B"))
    settle(qtbot, bench, lambda: bench.desk.dispute_id != first and not bench.desk.loading_timeline)
    return first, bench.desk.dispute_id


def test_a_dispute_seen_before_is_shown_without_waiting(qtbot: QtBot, bench: Workbench) -> None:
    first, _ = two_disputes(qtbot, bench)
    bench.desk.choose_dispute(first)
    assert [entry.text for entry in bench.desk.entries] == ["kept"]


def test_what_was_written_meanwhile_follows(qtbot: QtBot, bench: Workbench) -> None:
    first, _ = two_disputes(qtbot, bench)
    assert bench.desk.session is not None
    record_event(bench.desk.session, first, NewEvent(kind=EventKind.NOTE, text="new"))
    bench.desk.choose_dispute(first)
    qtbot.waitUntil(lambda: len(bench.desk.entries) == 2, timeout=PATIENCE_MS)


def test_a_dispute_that_did_not_change_is_not_drawn_anew(qtbot: QtBot, bench: Workbench) -> None:
    first, _ = two_disputes(qtbot, bench)
    bench.desk.choose_dispute(first)
    shown = bench.desk.entries
    qtbot.waitUntil(lambda: not bench.desk.loading_timeline, timeout=PATIENCE_MS)
    assert bench.desk.entries is shown


def test_a_dispute_seen_before_is_laid_out_once(qtbot: QtBot, bench: Workbench) -> None:
    first, _ = two_disputes(qtbot, bench)
    assert bench.timeline_page is not None
    times: list[bool] = []
    bench.timeline_page.model.replaced.connect(lambda: times.append(True))
    bench.desk.choose_dispute(first)
    qtbot.waitUntil(lambda: not bench.desk.loading_timeline, timeout=PATIENCE_MS)
    assert len(times) == 1


def of(dispute_id: str, log_length: int = 1, entries: int = 0) -> Timeline:
    """Return a dispute's timeline of so many entries that nobody looks at."""
    return Timeline(log_length, replace(NOTHING, dispute_id=dispute_id, entries=[None] * entries))  # type: ignore[list-item]


def test_the_shelf_lets_go_of_what_was_used_longest_ago() -> None:
    kept, half = Shelf(), shelf.MOST_ENTRIES // 2
    for name in ("a", "b"):
        kept.put(of(name, entries=half))
    assert kept.get("a") is not None
    kept.put(of("c", entries=half))
    assert (kept.get("a") is None, kept.get("b") is None) == (False, True)


def test_an_earlier_reading_that_ends_late_is_not_kept() -> None:
    kept = Shelf()
    kept.put(of("a", log_length=2))
    kept.put(of("a", log_length=1))
    found = kept.get("a")
    assert found is not None
    assert found.log_length == 2
