"""Since when a matter is in dispute is known without working out the rest, and as that has it."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from evidence_app.actions import since
from evidence_app.actions.disputes import NewDispute, new_dispute
from evidence_app.actions.edit import edit_dispute
from evidence_app.actions.record_event import NewEvent, record_event
from evidence_app.actions.session import Session, open_session
from evidence_app.actions.since import began
from evidence_app.actions.workspace import add, workspace
from evidence_app.domain.disputes import Basis, DisputeType
from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.times import ClockReading, Precision, TimeSource, choose
from evidence_app.domain.workspace import Complaint


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    session = open_session(tmp_path / "vault", create=True)
    yield session
    session.close()


def dispute_of(session: Session, *texts: str) -> str:
    wanted = NewDispute(title="t", type=DisputeType.WITHDRAWAL_BLOCKED, institution="海豚钱包")
    dispute_id = new_dispute(session, wanted).id
    for number, text in enumerate(texts):
        said = NewEvent(
            kind=EventKind.MESSAGE,
            time=choose([_on(number)]),
            direction=Direction.IN if number % 2 else Direction.OUT,
            party="妈妈" if text == "吃饭了吗" else "海豚钱包",
            text=text,
        )
        record_event(session, dispute_id, said)
    return dispute_id


def _on(number: int) -> ClockReading:
    return ClockReading(datetime(2025, 3, 1 + number, 9, 0), Precision.MINUTE, TimeSource.TYPED, 100)


SAID = ("您好", "在的", "请问", "您的账户已被限制提现", "为什么", "吃饭了吗")


@pytest.mark.parametrize("at_first", [since.AT_FIRST, 2, 4])
def test_it_is_as_the_whole_has_it_however_many_events_are_looked_at_first(
    session: Session, monkeypatch: pytest.MonkeyPatch, at_first: int
) -> None:
    monkeypatch.setattr(since, "AT_FIRST", at_first)
    dispute_id = dispute_of(session, *SAID)
    found = began(session, dispute_id)
    assert found is not None
    assert found == workspace(session, dispute_id).began
    assert (found.day, found.basis) == (date(2025, 3, 4), Basis.SHOWN)


def test_a_complaint_later_than_the_first_events_does_not_hide_what_shows_it_before(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(since, "AT_FIRST", 2)
    dispute_id = dispute_of(session, *SAID)
    add(session, Complaint(id="", dispute_id=dispute_id, body="cn-12378", filed_on=date(2025, 3, 20)))
    found = began(session, dispute_id)
    assert found is not None
    assert found == workspace(session, dispute_id).began
    assert found.day == date(2025, 3, 4)


def test_as_the_person_says_and_where_nothing_is_known(session: Session) -> None:
    dispute_id = dispute_of(session, "吃饭了吗")
    whole = workspace(session, dispute_id).began
    assert whole is not None
    assert whole.basis is Basis.FIRST  # which tells of no trouble
    assert began(session, dispute_id) is None
    edit_dispute(session, dispute_id, {"disputed_since": date(2025, 2, 1)})
    found = began(session, dispute_id)
    assert found is not None
    assert (found.day, found.basis) == (date(2025, 2, 1), Basis.STATED)
