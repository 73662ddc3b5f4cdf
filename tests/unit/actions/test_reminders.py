"""What a person is reminded of when the app opens."""

from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from evidence_app.actions.disputes import NewDispute, new_dispute
from evidence_app.actions.record_event import NewEvent, record_event
from evidence_app.actions.reminders import reminders
from evidence_app.actions.session import Session, open_session
from evidence_app.actions.workspace import add, change
from evidence_app.domain.disputes import Dispute, DisputeType
from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.times import ClockReading, Precision, TimeSource, choose
from evidence_app.domain.workspace import Complaint, ComplaintOutcome, PromiseRecord, PromiseState


@pytest.fixture
def dispute(session: Session) -> Dispute:
    """A dispute in which somebody promised an answer by 4 March."""
    made = new_dispute(session, NewDispute(type=DisputeType.HARASSMENT, institution="速融宝", title="催收"))
    at = ClockReading(datetime(2025, 3, 1, 10, 0), Precision.MINUTE, TimeSource.TYPED, 100)
    promise = NewEvent(kind=EventKind.PROMISE, time=choose([at]), promise="三天内答复", promise_due=date(2025, 3, 4))
    record_event(session, made.id, promise)
    return made


def test_a_promise_is_reminded_of_from_the_day_after_it_was_due(session: Session, dispute: Dispute) -> None:
    [reminder] = reminders(session, date(2025, 3, 5))
    assert (reminder.dispute.id, reminder.promises, reminder.due, reminder.deadline) == (dispute.id, 1, 0, None)


def test_a_promise_is_reminded_of_on_its_day_and_the_day_before(session: Session, dispute: Dispute) -> None:
    assert reminders(session, date(2025, 3, 2)) == []
    for day in (3, 4):
        [reminder] = reminders(session, date(2025, 3, day))
        assert (reminder.promises, reminder.due) == (0, 1)


def test_a_complaint_that_only_the_timeline_shows_has_its_period_but_nobody_is_late_with_it(session: Session) -> None:
    made = new_dispute(session, NewDispute(type=DisputeType.POOR_SERVICE, institution="速融宝", title="无人答复"))
    at = ClockReading(datetime(2025, 3, 3, 10, 0), Precision.MINUTE, TimeSource.TYPED, 100)
    filed = NewEvent(kind=EventKind.COMPLAINT, time=choose([at]), direction=Direction.OUT, body="速融宝")
    record_event(session, made.id, filed)
    assert [each.deadline for each in reminders(session, date(2025, 3, 17))] == [date(2025, 3, 18)]
    assert reminders(session, date(2025, 6, 1)) == []


def test_a_period_that_ran_out_without_an_answer_is_reminded_of_until_there_is_one(
    session: Session, dispute: Dispute
) -> None:
    filed = Complaint(id="", dispute_id=dispute.id, body="cn-institution", filed_on=date(2025, 3, 3))
    item = add(session, filed).item
    found = reminders(session, date(2026, 3, 14))
    assert [each.late is not None and each.late < date(2026, 3, 14) for each in found] == [True]
    assert found[0].cited is not None
    change(session, item.id, {"replied_on": date(2025, 3, 10), "outcome": ComplaintOutcome.REFUSED})
    assert [each.late for each in reminders(session, date(2026, 3, 14))] == [None]


def test_nobody_is_reminded_of_a_promise_that_was_kept(session: Session, dispute: Dispute) -> None:
    with session.vault.read() as catalog:
        [event_id] = [each.event_id for each in catalog.happenings(dispute.id)]
    add(session, PromiseRecord(id="", dispute_id=dispute.id, event_id=event_id, state=PromiseState.KEPT))
    assert reminders(session, date(2025, 3, 9)) == []


def test_nobody_is_reminded_of_what_a_person_of_their_own_promised(session: Session, dispute: Dispute) -> None:
    at = ClockReading(datetime(2025, 3, 1, 11, 0), Precision.MINUTE, TimeSource.TYPED, 100)
    facts = {"party": "妈妈", "number": "13800138000", "promise": "明天还你", "promise_due": date(2025, 3, 2)}
    record_event(session, dispute.id, NewEvent(kind=EventKind.MESSAGE, time=choose([at]), **facts))  # type: ignore[arg-type]
    assert [each.promises for each in reminders(session, date(2025, 3, 9))] == [1]


def test_a_period_is_reminded_of_three_days_before_it_ends(session: Session, dispute: Dispute) -> None:
    # the institution answers within 15 days: filed on 3 March, until 18 March
    add(session, Complaint(id="", dispute_id=dispute.id, body="cn-institution", filed_on=date(2025, 3, 3)))
    assert [each.deadline for each in reminders(session, date(2025, 3, 14))] == [None]
    assert [each.deadline for each in reminders(session, date(2025, 3, 15))] == [date(2025, 3, 18)]


def test_what_day_it_is_is_that_of_the_disputes_zone(tmp_path: Path) -> None:
    evening = datetime(2025, 3, 4, 17, 0, tzinfo=UTC)  # in Shanghai the fifth has begun
    with closing(open_session(tmp_path / "zones", create=True, clock=lambda: evening)) as session:
        for zone_name in ("Asia/Shanghai", "Europe/London"):
            new = NewDispute(type=DisputeType.OTHER, institution="x", title=zone_name, zone_name=zone_name)
            at = ClockReading(datetime(2025, 3, 1, 10, 0), Precision.MINUTE, TimeSource.TYPED, 100)
            promise = NewEvent(kind=EventKind.PROMISE, time=choose([at]), promise="答复", promise_due=date(2025, 3, 4))
            record_event(session, new_dispute(session, new).id, promise)
        found = {each.dispute.title: (each.promises, each.due) for each in reminders(session)}
        assert found == {"Asia/Shanghai": (1, 0), "Europe/London": (0, 1)}


def test_the_day_after_a_day_off_on_which_ones_own_period_ended_is_told_as_perhaps_its_last(session: Session) -> None:
    """In the UK no rule is known that moves it: 29 November 2026 is a Sunday."""
    london = NewDispute(type=DisputeType.POOR_SERVICE, institution="Bank", title="t", zone_name="Europe/London")
    made = new_dispute(session, london)
    answered = Complaint(id="", dispute_id=made.id, body="uk-institution", filed_on=date(2026, 4, 20))
    add(session, replace(answered, replied_on=date(2026, 5, 29), outcome=ComplaintOutcome.REFUSED))
    told = {day: reminders(session, date(2026, 11, day)) for day in (28, 29, 30)}
    assert [told[day][0].perhaps_to for day in (28, 29, 30)] == [None, None, date(2026, 11, 30)]
    assert told[30][0].deadline == date(2026, 11, 29)
    assert reminders(session, date(2026, 12, 1)) == []
