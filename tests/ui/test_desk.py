"""What the desk tells about one vault or dispute never reaches the next one."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from evidence_app.actions import disputes, timeline
from evidence_app.actions.disputes import NewDispute, list_disputes
from evidence_app.actions.exhibits import list_exhibits
from evidence_app.actions.session import Session, open_session
from evidence_app.domain.disputes import Dispute, DisputeSummary, DisputeType
from evidence_app.errors import EnvironmentProblem
from tests.ui.acting import PATIENCE_MS, add, settle
from ui.desk import Desk
from ui.editors import LineEditor
from ui.subjects import Subject
from ui.workbench import Workbench

ANOTHER = NewDispute(title="another", type=DisputeType.UNAUTHORISED_LOAN, institution="somebody")


def held(released: Event, result: str = "old") -> Callable[[Session], str]:
    """Return a reading that takes until it is released."""

    def work(_: Session) -> str:
        released.wait(10)
        return result

    return work


def change_vault(qtbot: QtBot, desk: Desk, folder: Path) -> None:
    with qtbot.waitSignal(desk.opened, timeout=PATIENCE_MS):
        desk.open(folder, create=True)


def type_title(bench: Workbench, words: str) -> str:
    """Type a title without leaving the field; return whose it is."""
    assert bench.inspector is not None
    assert bench.desk.detail is not None
    editor = bench.inspector.facts.title.fields["title"].widget
    assert isinstance(editor, LineEditor)
    editor.setFocus()
    editor.insert(words)
    return bench.desk.detail.exhibits[0].id


def test_what_was_asked_of_one_vault_is_not_told_in_the_next(qtbot: QtBot, bench: Workbench, tmp_path: Path) -> None:
    told: list[str] = []
    failures: list[object] = []
    released = Event()
    bench.desk.failed.connect(failures.append)
    bench.desk.read(held(released), told.append, bench)
    change_vault(qtbot, bench.desk, tmp_path / "another")
    released.set()
    with qtbot.waitSignal(bench.tasks.busy_changed, timeout=PATIENCE_MS):
        bench.desk.reload_disputes()
    qtbot.wait(50)
    assert (told, failures) == ([], [])


def test_a_change_made_in_one_vault_is_not_offered_for_undo_in_the_next(
    qtbot: QtBot, bench: Workbench, tmp_path: Path
) -> None:
    dispute_id = bench.desk.dispute_id
    bench.desk.edits.edit(Subject.DISPUTE, dispute_id, {"title": "another title"})
    change_vault(qtbot, bench.desk, tmp_path / "another")
    settle(qtbot, bench, lambda: True)
    assert bench.desk.edits.stack.done == []


def test_a_list_read_before_a_dispute_was_made_does_not_take_it_away(
    qtbot: QtBot, bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    was_read, released = Event(), Event()

    def read_long_ago(session: Session) -> list[DisputeSummary]:
        monkeypatch.setattr(disputes, "list_disputes", list_disputes)
        listed = list_disputes(session)
        was_read.set()
        released.wait(10)
        return listed

    monkeypatch.setattr(disputes, "list_disputes", read_long_ago)
    bench.desk.reload_disputes()
    assert was_read.wait(10)
    made: list[Dispute] = []
    bench.desk.edits.new_dispute(ANOTHER, made.append)
    qtbot.waitUntil(lambda: bool(made), timeout=PATIENCE_MS)
    with qtbot.waitSignal(bench.tasks.busy_changed, timeout=PATIENCE_MS):
        released.set()
    qtbot.wait(50)
    assert bench.desk.dispute_id == made[0].id
    assert made[0].id in [line.dispute.id for line in bench.desk.disputes]


def test_the_timeline_is_read_again_after_a_reading_failed(
    qtbot: QtBot, bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise EnvironmentProblem("disk-full")

    bench.desk.failed.disconnect(bench.report)
    with monkeypatch.context() as broken, qtbot.waitSignal(bench.desk.failed, timeout=PATIENCE_MS):
        broken.setattr(timeline, "timeline_since", fail)
        bench.desk.reload_timeline()
    with qtbot.waitSignal(bench.desk.timeline_changed):
        bench.desk.reload_timeline()


def test_what_is_being_typed_is_saved_before_another_vault_is_opened(
    qtbot: QtBot, bench: Workbench, screenshot: Path, tmp_path: Path
) -> None:
    add(qtbot, bench, screenshot)
    assert bench.desk.session is not None
    folder, dispute_id = bench.desk.session.folder, bench.desk.dispute_id
    type_title(bench, "typed last")
    change_vault(qtbot, bench.desk, tmp_path / "another")
    with closing(open_session(folder)) as session:
        assert list_exhibits(session, dispute_id)[0].title == "typed last"


def test_what_is_being_typed_is_a_step_of_the_dispute_it_belongs_to(
    qtbot: QtBot, bench: Workbench, screenshot: Path
) -> None:
    first = bench.desk.dispute_id
    made: list[Dispute] = []
    bench.desk.edits.new_dispute(ANOTHER, made.append)
    settle(qtbot, bench, lambda: bool(made))
    bench.desk.choose_dispute(first)
    add(qtbot, bench, screenshot)
    type_title(bench, "typed last")
    bench.desk.choose_dispute(made[0].id)
    settle(qtbot, bench, lambda: bool(bench.desk.edits.stack.done))
    assert bench.desk.edits.stack.done[-1].dispute_id == first


@pytest.mark.parametrize("name", ["title", "time"])
def test_what_is_being_typed_stays_with_its_entry_when_another_one_is_shown(
    qtbot: QtBot, bench: Workbench, tmp_path: Path, name: str
) -> None:
    paths = [tmp_path / f"Screenshot_2025022{day}_081503_com.tencent.mm.png" for day in (2, 3)]
    for shade, path in enumerate(paths):
        Image.new("RGB", (120, 260), f"#dcee{shade}c").save(path)
    add(qtbot, bench, *paths)
    first, second = bench.shown_event_ids()
    assert bench.inspector is not None
    facts = bench.inspector.facts
    editor = facts.times.editor if name == "time" else facts.title.fields["title"].widget
    assert isinstance(editor, LineEditor)
    editor.setFocus()
    editor.selectAll()
    editor.insert("2024-12-24 10:00")
    bench.desk.select_event(second)  # as if it were read while somebody goes on typing
    qtbot.waitUntil(lambda: bench.desk.detail is not None and bench.desk.detail.event.id == second)
    assert editor.text() != "2024-12-24 10:00"
    settle(qtbot, bench, lambda: len(bench.desk.edits.stack.done) == 1)
    assert bench.desk.edits.stack.done[0].event_id in ("", first)
    bench.save_typing()
    settle(qtbot, bench, lambda: len(bench.desk.edits.stack.done) == 1)
