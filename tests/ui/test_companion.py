"""The companion of a call: what is timed, marked and noted becomes one call on the timeline."""

from datetime import datetime

import pytest
from pytestqt.qtbot import QtBot

from evidence_app.domain.events import EventKind
from evidence_app.domain.happenings import Happening
from tests.ui.acting import PATIENCE_MS
from ui.casework.companion import MASK, Companion, Stopwatch
from ui.controls import IconButton, PlainLabel
from ui.workbench import Workbench


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
    companion._put_at_hand("Name", "林晓安", private=True)  # noqa: SLF001
    assert "林晓安" not in [label.text() for label in companion.findChildren(PlainLabel)]
    assert MASK in [label.text() for label in companion.findChildren(PlainLabel)]
    companion.findChildren(IconButton)[-1].click()
    assert "林晓安" in [label.text() for label in companion.findChildren(PlainLabel)]


def test_the_window_stays_usable_and_one_companion_is_enough(bench: Workbench, companion: Companion) -> None:
    assert not companion.isModal()
    bench.questions.companion()
    assert bench.window().findChildren(Companion) == [companion]
