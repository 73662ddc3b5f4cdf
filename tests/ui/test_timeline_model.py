import random
import time
from datetime import datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from evidence_app.domain.events import Direction, EventKind, EventStatus, Outcome, TimelineEntry
from evidence_app.domain.times import Precision, TimeSource
from evidence_app.phrases import Language
from ui.i18n import language
from ui.timeline.changes import steps
from ui.timeline.filter import TimelineFilter
from ui.timeline.model import Role, TimelineModel
from ui.timeline.outline import outlined
from ui.timeline.words import amount, outcome, sentence, title

START = datetime(2025, 2, 22, 8, 15, 3, tzinfo=ZoneInfo("Asia/Shanghai"))


def entry(number: int, *, hours: float | None = None, **facts: object) -> TimelineEntry:
    at = None if hours is not None and hours < 0 else START + timedelta(hours=number if hours is None else hours)
    known: dict[str, object] = {
        "event_id": f"e{number}",
        "kind": EventKind.MESSAGE,
        "at": at,
        "precision": Precision.SECOND if at else Precision.UNKNOWN,
        "time_source": TimeSource.SCREEN if at else None,
        "offset_stated": False,
        "open_conflict": False,
        "direction": Direction.IN,
        "party": "速融宝",
        "agent_id": "80231",
        "text": "您的借款已逾期",
        "amount": None,
        "currency": "CNY",
        "duration_s": None,
        "outcome": Outcome.NONE,
        "promise": "",
        "status": EventStatus.ACCEPTED,
        "exhibit_id": "",
        "exhibit_number": 0,
        "sha256": "",
        "media_kind": "",
    }
    return TimelineEntry(**(known | facts))  # type: ignore[arg-type]


@pytest.fixture
def model(qtbot: object) -> TimelineModel:
    language.choose(Language.EN)
    return TimelineModel()


def shown(model: TimelineModel) -> list[str]:
    return [str(model.index(row).data(Role.EVENT_ID)) for row in range(model.rowCount())]


def test_a_withdrawal_that_failed_is_no_money_received_and_a_missed_call_took_no_time() -> None:
    tried = entry(1, kind=EventKind.PAYMENT, outcome=Outcome.FAILED, text="提现", amount=Decimal(300))
    assert (title(tried), amount(tried), outcome(tried)) == ("Withdrawal failed", "¥300.00", "")
    missed = entry(2, kind=EventKind.CALL, direction=Direction.MISSED, duration_s=0)
    assert "0:00" not in sentence(missed)


@pytest.mark.parametrize(
    ("kind", "way", "said"),
    [
        (EventKind.PAYMENT, Direction.IN, "+¥3,000.00"),
        (EventKind.REPAYMENT, Direction.OUT, "\N{MINUS SIGN}¥3,000.00"),
        (EventKind.MESSAGE, Direction.OUT, "¥3,000.00"),
        (EventKind.CALL, Direction.IN, "¥3,000.00"),
    ],
)
def test_only_money_that_moved_has_a_sign(kind: EventKind, way: Direction, said: str) -> None:
    assert amount(entry(1, kind=kind, direction=way, amount=Decimal("3000.00"))) == said


def test_another_dispute_begins_afresh_with_all_its_events(model: TimelineModel) -> None:
    model.replace(outlined([entry(1), entry(2, party="")], "one"))
    model.set_filter(TimelineFilter(parties=frozenset({""})))
    kept = QPersistentModelIndex(model.index_of("e2"))
    model.replace(outlined([entry(2), entry(3)], "other"))
    assert (model.event_ids(), kept.isValid()) == (["e2", "e3"], False)


def test_each_day_has_a_header_and_unknown_times_come_last(model: TimelineModel) -> None:
    model.replace(outlined([entry(1), entry(2), entry(3, hours=-1), entry(4, hours=30)]))
    assert shown(model) == ["", "e1", "e2", "", "e4", "", "e3"]
    assert [model.index(row).data().partition(" event")[0] for row in (0, 3, 5)] == [
        "2025-02-22  Saturday, 2",
        "2025-02-23  Sunday, 1",
        "Time unknown, 1",
    ]


def test_a_month_of_unknown_day_stands_before_the_days_of_that_month(model: TimelineModel) -> None:
    first = START.replace(day=1)
    model.replace(
        outlined(
            [entry(1, hours=-24 * 40), entry(2, at=first, precision=Precision.MONTH), entry(3, at=first), entry(4)]
        )
    )
    assert shown(model)[:6] == ["", "e2", "", "e3", "", "e4"]
    assert "February 2025, day unknown" in model.index(0).data()


def test_headers_cannot_be_selected(model: TimelineModel) -> None:
    model.replace(outlined([entry(1)]))
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsSelectable
    assert model.flags(model.index(1)) & Qt.ItemFlag.ItemIsSelectable


def test_the_model_keeps_qts_rules_through_arbitrary_changes(model: TimelineModel) -> None:
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    chance = random.Random(7)
    pool = [entry(number, hours=chance.uniform(-5, 200)) for number in range(60)]
    for _ in range(120):
        chosen = sorted(
            chance.sample(pool, chance.randint(0, 60)), key=lambda one: (one.at is None, one.at or START, one.event_id)
        )
        model.replace(outlined(chosen))
        assert sorted(model.event_ids()) == sorted(one.event_id for one in chosen)


def test_added_events_appear_in_place_without_a_reset(model: TimelineModel, qtbot: object) -> None:
    model.replace(outlined([entry(number) for number in range(0, 40, 2)]))
    resets: list[bool] = []
    model.modelReset.connect(lambda: resets.append(True))
    kept = QPersistentModelIndex(model.index_of("e20"))
    model.replace(outlined([entry(number) for number in range(40)]))
    assert not resets
    assert kept.data(Role.EVENT_ID) == "e20"
    assert len(model.event_ids()) == 40


def test_an_edited_event_is_announced_as_changed_and_stays(model: TimelineModel) -> None:
    model.replace(outlined([entry(1), entry(2)]))
    changed: list[int] = []
    model.dataChanged.connect(lambda first, last: changed.append(first.row()))
    model.replace(outlined([entry(1), entry(2, text="另一段文字")]))
    assert changed == [2]


def test_an_event_that_gets_another_time_moves(model: TimelineModel) -> None:
    model.replace(outlined([entry(1), entry(2), entry(3)]))
    model.replace(outlined([entry(2), entry(3), entry(1, hours=40)]))
    assert shown(model) == ["", "e2", "e3", "", "e1"]


def test_the_filter_narrows_by_kind_and_by_every_word(model: TimelineModel) -> None:
    model.replace(outlined([entry(1, kind=EventKind.CALL), entry(2, agent_id="80567"), entry(3, text="Refund NOW")]))
    model.set_filter(TimelineFilter(kinds=frozenset({EventKind.CALL})))
    assert model.event_ids() == ["e1"]
    model.set_filter(TimelineFilter(text="速融宝 80567"))
    assert model.event_ids() == ["e2"]
    model.set_filter(TimelineFilter(text="refund now"))
    assert model.event_ids() == ["e3"]


def test_the_spoken_name_of_a_card_says_everything(model: TimelineModel) -> None:
    model.replace(outlined([entry(1, open_conflict=True, exhibit_number=12, status=EventStatus.SUGGESTED)]))
    spoken = model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    for part in ("2025-02-22 09:15", "Message received", "速融宝", "agent 80231", "逾期", "Exhibit 12", "disagree"):
        assert part in spoken


def test_signs_that_reorder_text_are_shown_by_name(model: TimelineModel) -> None:
    model.replace(outlined([entry(1, text="a\u202egpj.exe\nb")]))
    assert "a[U+202E]gpj.exe b" in model.index(1).data()


def test_twenty_thousand_events_take_little_time(model: TimelineModel) -> None:
    many = [entry(number, hours=number / 4) for number in range(20_000)]
    begin = time.thread_time()  # what it costs: a wait for other programs is none
    model.replace(outlined(many))
    taken_s = time.thread_time() - begin
    assert model.event_count == 20_000
    assert taken_s < 1.0


@settings(max_examples=300)
@given(st.lists(st.integers(0, 30), unique=True), st.lists(st.integers(0, 30), unique=True))
def test_the_steps_lead_from_any_list_to_any_other(old: list[int], new: list[int]) -> None:
    rows = list(old)
    for change in steps(old, new):
        if change.insert:
            rows[change.row : change.row] = new[change.source : change.source + change.count]
        else:
            del rows[change.row : change.row + change.count]
    assert rows == new


@given(st.sets(st.integers(0, 50)), st.sets(st.integers(0, 50)))
def test_rows_that_keep_their_order_are_never_touched(one: set[int], other: set[int]) -> None:
    touched = sum(change.count for change in steps(sorted(one), sorted(other)))
    assert touched == len(one ^ other)


def test_a_days_new_count_is_announced(model: TimelineModel) -> None:
    model.replace(outlined([entry(1)]))
    changed: list[int] = []
    model.dataChanged.connect(lambda first, last: changed.append(first.row()))
    model.replace(outlined([entry(1), entry(2)]))
    assert 0 in changed
    assert "2 event" in model.index(0).data()
