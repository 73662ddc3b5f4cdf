"""The companion of a call: what is timed, marked and noted becomes one call on the timeline."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from evidence_app.actions.calls_under_way import kept_calls
from evidence_app.actions.disputes import NewDispute, new_dispute
from evidence_app.actions.edit import edit_dispute
from evidence_app.actions.workspace import add as state
from evidence_app.domain.disputes import DisputeType
from evidence_app.domain.events import EventKind
from evidence_app.domain.happenings import Happening
from evidence_app.domain.workspace import LoanTerms
from tests.ui.acting import PATIENCE_MS
from ui.casework.at_hand import MASK
from ui.casework.companion import Companion, open_companion, open_ones
from ui.casework.keeping_call import LASTING_S
from ui.casework.stopwatch import Stopwatch
from ui.controls import IconButton, PlainLabel
from ui.subjects import Subject
from ui.workbench import Workbench

DISCARDS = QMessageBox.ButtonRole.DestructiveRole


@pytest.fixture
def companion(qtbot: QtBot, bench: Workbench) -> Companion:
    bench.questions.companion()
    [shown] = bench.window().findChildren(Companion)
    qtbot.waitUntil(lambda: shown.to_ask.count() > 5, timeout=PATIENCE_MS)
    return shown


def calls(bench: Workbench) -> list[Happening]:
    session = bench.desk.session
    assert session is not None
    with session.vault.read() as catalog:
        return [each for each in catalog.happenings(bench.desk.dispute_id) if each.kind is EventKind.CALL]


def test_a_call_is_saved_with_its_length_its_marks_and_its_promise(
    qtbot: QtBot, bench: Workbench, companion: Companion
) -> None:
    seconds = iter((0.0, 60.0, 90.0, 200.0))
    companion.watch = Stopwatch(lambda: next(seconds, 200.0))
    companion.watch.start(datetime(2025, 3, 1, 10, 0))
    companion.watch.hold(on=True)
    companion.watch.hold(on=False)
    companion.watch.stop()
    companion._show_time()  # noqa: SLF001
    companion.facts.fields["agent_id"].show_value("80231")
    companion.marks["promised"].click()
    companion.promise.fields["promise"].show_value("三天内答复")
    companion.marks["recording"].click()
    companion.notes.fields["text"].show_value("退款已登记")
    companion.primary.click()
    qtbot.waitUntil(lambda: len(calls(bench)) == 1, timeout=PATIENCE_MS)
    [call] = calls(bench)
    assert (call.duration_s, call.agent_id, call.promise) == (200, "80231", "三天内答复")
    assert call.at is not None
    assert call.at.strftime("%Y-%m-%d %H:%M") == "2025-03-01 10:00"
    assert call.text == "退款已登记\nNoted during the call: Told them I record; on hold 0:30"


def test_what_is_private_is_masked_until_it_is_shown(companion: Companion, qtbot: QtBot) -> None:
    companion.at_hand.put("Name", "林晓安", private=True)
    assert "林晓安" not in [label.text() for label in companion.findChildren(PlainLabel)]
    assert MASK in [label.text() for label in companion.findChildren(PlainLabel)]
    companion.findChildren(IconButton)[-1].click()
    assert "林晓安" in [label.text() for label in companion.findChildren(PlainLabel)]


def test_the_window_stays_usable_and_one_companion_is_enough_for_a_dispute(
    qtbot: QtBot, bench: Workbench, companion: Companion
) -> None:
    assert not companion.isModal()
    bench.questions.companion()
    assert bench.window().findChildren(Companion) == [companion]
    session = bench.desk.session
    assert session is not None
    other = new_dispute(session, NewDispute(title="示例银行", type=DisputeType.OTHER, institution="示例银行"))
    open_companion(bench.window(), bench.desk, other)
    assert [each.dispute.id for each in open_ones(bench.window())] == [companion.dispute.id, other.id]
    assert open_ones(bench.window())[1].title.text() == other.title
    places = [each.geometry() for each in open_ones(bench.window())]
    assert all(companion.screen().availableGeometry().contains(place) for place in places)
    assert places[0].topLeft() != places[1].topLeft()
    bench.desk.reload_all()
    qtbot.waitUntil(lambda: len(bench.desk.disputes) == 2, timeout=PATIENCE_MS)
    bench.desk.choose_dispute(other.id)
    companion.notes.fields["text"].show_value("said")
    companion.primary.click()
    assert bench.desk.dispute_id == companion.dispute.id
    qtbot.waitUntil(lambda: [call.text for call in calls(bench)] == ["said"], timeout=PATIENCE_MS)
    [shown] = open_ones(bench.window())
    shown.notes.fields["text"].show_value("not said yet")
    bench.desk.edits.set_aside(Subject.DISPUTE, [other.id], "not mine")
    qtbot.waitUntil(lambda: not open_ones(bench.window()), timeout=PATIENCE_MS)
    let_changes_end(qtbot, bench)
    assert [call.typed for call in kept_calls(session)] == [(("text", "not said yet"),)]  # it may be put back


def test_enter_in_a_field_and_closing_by_mistake_lose_no_call(
    qtbot: QtBot, bench: Workbench, companion: Companion
) -> None:
    companion.at_hand.identity.setText("110101199003077777")
    assert companion.under_way() is None
    companion.go.click()
    qtbot.keyClicks(companion.facts.fields["agent_id"].widget, "80231")
    qtbot.keyClick(companion.facts.fields["agent_id"].widget, Qt.Key.Key_Return)
    assert companion.isVisible()
    companion.cancel.click()
    [box] = companion.findChildren(QMessageBox)
    assert companion.isVisible()
    assert box.textFormat() is Qt.TextFormat.PlainText
    next(button for button in box.buttons() if button.text() == companion.primary.text()).click()
    qtbot.waitUntil(lambda: len(calls(bench)) == 1, timeout=PATIENCE_MS)


def test_nothing_is_kept_of_a_call_that_is_discarded_while_it_goes_on(
    qtbot: QtBot, bench: Workbench, companion: Companion
) -> None:
    session, now = bench.desk.session, [0.0]
    assert session is not None
    companion.watch = Stopwatch(lambda: now[0])
    companion.go.click()
    companion.cancel.click()
    now[0] += LASTING_S + 1  # since it was kept last
    [box] = companion.findChildren(QMessageBox)
    next(button for button in box.buttons() if box.buttonRole(button) == DISCARDS).click()
    let_changes_end(qtbot, bench)
    assert kept_calls(session) == []


def let_changes_end(qtbot: QtBot, bench: Workbench) -> None:
    """Wait for all that was asked for before."""
    done: list[None] = []
    bench.desk.edits.change(lambda _: None, done.append, bench)
    qtbot.waitUntil(lambda: bool(done), timeout=PATIENCE_MS)


def test_what_was_noted_comes_back_when_the_program_had_ended(
    qtbot: QtBot, bench: Workbench, companion: Companion, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = bench.desk.session
    assert session is not None
    seconds = iter((0.0,))
    companion.watch = Stopwatch(lambda: next(seconds, 75.0))
    companion.go.click()
    companion.marks["promised"].click()
    qtbot.keyClicks(companion.promise.fields["promise"].widget, "three days")
    companion.at_hand.identity.setText("110101199003077777")
    questions(companion)[1].click()
    companion.leave()
    qtbot.waitUntil(lambda: bool(kept_calls(session)), timeout=PATIENCE_MS)
    assert "110101199003077777" not in repr(session.vault.under_way.kept())
    bench.questions.kept_calls()
    qtbot.waitUntil(lambda: bool(open_ones(bench.window())), timeout=PATIENCE_MS)
    [again] = open_ones(bench.window())
    qtbot.waitUntil(lambda: not again.note.isHidden(), timeout=PATIENCE_MS)
    assert (again.clock.text(), again.go.text()) == ("1:15", "It goes on")
    assert [tick.isChecked() for tick in questions(again)][:3] == [False, True, False]
    monkeypatch.setattr("ui.casework.companion.forget", lambda *_: None)  # the program ends before that
    again.primary.click()
    qtbot.waitUntil(lambda: [call.promise for call in calls(bench)] == ["three days"], timeout=PATIENCE_MS)
    let_changes_end(qtbot, bench)  # the notes are erased right after the call was written, on the same thread
    assert kept_calls(session) == []


def questions(companion: Companion) -> list[QCheckBox]:
    return companion.content.findChildren(QCheckBox)


def test_what_it_is_about_is_at_hand_in_one_sentence_with_amount_and_demands(qtbot: QtBot, bench: Workbench) -> None:
    session, dispute_id = bench.desk.session, bench.desk.dispute_id
    assert session is not None
    about = {"summary": "没有申请却被放款3.5元。后来又催收。", "amount": "9500", "demands": ("撤销借款", "停止催收")}
    edit_dispute(session, dispute_id, about)
    state(session, LoanTerms(id="", dispute_id=dispute_id, contract_day=date(2025, 2, 21)))
    bench.desk.reload_all()
    qtbot.waitUntil(lambda: bool(bench.desk.dispute and bench.desk.dispute.demands), timeout=PATIENCE_MS)
    bench.questions.companion()
    [shown] = bench.window().findChildren(Companion)

    def told() -> list[str]:
        return [label.text() for label in shown.findChildren(PlainLabel)]

    qtbot.waitUntil(lambda: "2025-02-21" in told(), timeout=PATIENCE_MS)
    assert "没有申请却被放款3.5元。" in told()
    assert {"撤销借款", "停止催收"} <= set(told())
    assert any("9,500" in each for each in told())
    field = shown.at_hand.identity
    needed = field.fontMetrics().horizontalAdvance(field.placeholderText())
    qtbot.waitUntil(lambda: needed <= field.contentsRect().width())  # beside the longest caption


def test_an_id_number_is_hidden_and_kept_nowhere(qtbot: QtBot, bench: Workbench, companion: Companion) -> None:
    companion.at_hand.identity.setText("110101199003077777")
    assert companion.at_hand.identity.echoMode() is QLineEdit.EchoMode.Password
    assert "110101199003077777" not in companion.typed_texts()
    companion.facts.fields["agent_id"].show_value("80231")
    companion.primary.click()
    qtbot.waitUntil(lambda: len(calls(bench)) == 1, timeout=PATIENCE_MS)
    [call] = calls(bench)
    assert "110101199003077777" not in repr(call)
