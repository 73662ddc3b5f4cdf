"""What is known already is offered while typing; a view is kept under its name, with the vault and not in the log."""

from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection, event

from evidence_app.actions.add_evidence import DataSource, add_evidence
from evidence_app.actions.disputes import NewDispute, new_dispute
from evidence_app.actions.edit import edit_event, edit_exhibits
from evidence_app.actions.exhibits import custody_history, list_exhibits
from evidence_app.actions.known import KnownAgent, KnownValues, known_values
from evidence_app.actions.record_event import NewEvent, record_event
from evidence_app.actions.remove import remove_dispute, set_aside
from evidence_app.actions.session import Session, open_session
from evidence_app.actions.timeline import events_in_full
from evidence_app.actions.views import delete_view, list_views, save_view
from evidence_app.domain.disputes import Dispute, DisputeType
from evidence_app.domain.events import EventKind
from evidence_app.domain.identifiers import new_id
from evidence_app.errors import InputProblem
from evidence_app.progress import Silent
from evidence_app.vault.schema import EventRow

MANY = 20_000


def call(session: Session, dispute: Dispute, **facts: object) -> str:
    new = NewEvent(kind=EventKind.CALL, **facts)  # type: ignore[arg-type]
    return record_event(session, dispute.id, new).id


def test_the_values_used_most_come_first(session: Session, dispute: Dispute) -> None:
    for number in ("95000", "1069", "1069"):
        call(session, dispute, number=number, body="12378")
    known = known_values(session, dispute.id)
    assert (known.numbers, known.bodies) == (("1069", "95000"), ("12378",))


def test_an_agent_known_by_name_is_offered_with_it(session: Session, dispute: Dispute) -> None:
    for agent_id, name in (("80231", ""), ("80231", ""), ("80231", "小王"), ("", "小李"), ("80555", "")):
        call(session, dispute, agent_id=agent_id, agent_name=name)
    wanted = (KnownAgent("80231", "小王"), KnownAgent("", "小李"), KnownAgent("80555", ""))
    assert known_values(session, dispute.id).agents == wanted


def test_the_institution_is_known_before_anybody_called(session: Session, dispute: Dispute) -> None:
    facts = NewDispute(
        title="t", type=DisputeType.OTHER, institution="速融宝", aliases=("Surongbao",), complainant="李小明"
    )
    other = new_dispute(session, facts)
    assert known_values(session, other.id) == KnownValues(parties=("速融宝", "Surongbao"), people=("李小明",))


def test_devices_accounts_and_people_come_from_the_exhibits(session: Session, dispute: Dispute) -> None:
    add_evidence(session, dispute.id, [DataSource("a.txt", b"a"), DataSource("b.txt", b"b")], Silent(), lambda _: None)
    first, second = (exhibit.id for exhibit in list_exhibits(session, dispute.id))
    edit_exhibits(session, [first, second], {"device": "Redmi K60", "captured_by": "李小明"})
    edit_exhibits(session, [first], {"account": "138****0000", "translator": "Wang Fang"})
    known = known_values(session, dispute.id)
    assert (known.devices, known.accounts) == (("Redmi K60",), ("138****0000",))
    assert known.people == ("李小明", "Wang Fang")


def test_what_a_removed_file_says_is_not_offered(session: Session, dispute: Dispute) -> None:
    add_evidence(session, dispute.id, [DataSource("a.txt", b"a")], Silent(), lambda _: None)
    (event,) = events_in_full(session, dispute.id)
    edit_event(session, event.id, {"number": "95001", "agent_id": "80232"})
    set_aside(session, "exhibit", event.exhibit_ids, "somebody else's")
    known = known_values(session, dispute.id)
    assert (known.numbers, known.agents) == ((), ())


def test_what_was_removed_is_not_offered(session: Session, dispute: Dispute) -> None:
    wrong = call(session, dispute, number="95001", agent_id="80232")
    set_aside(session, "event", [wrong], "typed twice")
    known = known_values(session, dispute.id)
    assert (known.numbers, known.agents) == ((), ())


def test_another_disputes_values_are_not_offered(session: Session, dispute: Dispute) -> None:
    other = new_dispute(session, NewDispute(title="t", type=DisputeType.OTHER, institution="i"))
    call(session, other, number="95000")
    assert known_values(session, dispute.id).numbers == ()


def test_known_values_of_many_events_are_few_rows(session: Session, dispute: Dispute) -> None:
    """The database counts: what comes back grows with the values, not with the events."""
    template = call(session, dispute, number="95000", agent_id="80231")
    _copy_event(session, template)
    fetched: list[int] = []
    engine = session.vault._reader  # noqa: SLF001

    @event.listens_for(engine, "before_cursor_execute")
    def _count(connection: Connection, cursor: object, statement: str, *_: object) -> None:
        if "event" in statement:
            fetched.append(statement.count("GROUP BY"))

    known = known_values(session, dispute.id)
    assert known.numbers[0] == "95000"
    assert len(known.numbers) == 7
    assert fetched
    assert all(fetched)


def _copy_event(session: Session, event_id: str) -> None:
    """Repeat an event many times, with seven numbers, past the actions: they would take a minute."""
    with session.vault.change() as tx:
        rows = tx._session  # noqa: SLF001
        row = rows.get_one(EventRow, event_id)
        values = {column.name: getattr(row, column.name) for column in EventRow.__table__.columns}
        copies = [
            values | {"id": new_id(), "ordinal": number, "number": f"9500{number % 7}" if number % 2 else "95000"}
            for number in range(2, MANY)
        ]
        rows.execute(EventRow.__table__.insert(), copies)  # type: ignore[attr-defined]


def test_a_view_is_kept_with_the_vault(session: Session, dispute: Dispute, tmp_path: Path) -> None:
    saved = save_view(session, dispute.id, "  80231 的电话 ", "agent=80231")
    assert saved.name == "80231 的电话"
    session.close()
    with closing(open_session(session.folder)) as again:
        assert list_views(again, dispute.id) == [saved]


def test_a_view_of_the_same_name_takes_its_place(session: Session, dispute: Dispute) -> None:
    save_view(session, dispute.id, "calls", "old")
    save_view(session, dispute.id, "texts", "t")
    save_view(session, dispute.id, "calls", "new")
    assert sorted(view.criteria for view in list_views(session, dispute.id)) == ["new", "t"]


def test_a_deleted_view_is_gone_and_deleting_it_again_is_no_problem(session: Session, dispute: Dispute) -> None:
    view = save_view(session, dispute.id, "calls", "c")
    delete_view(session, view.id)
    delete_view(session, view.id)
    assert list_views(session, dispute.id) == []


def test_views_are_no_evidence_and_not_in_the_log(session: Session, dispute: Dispute) -> None:
    delete_view(session, save_view(session, dispute.id, "calls", "c").id)
    assert len(custody_history(session, dispute.id)) == 1


def test_views_go_with_their_dispute(session: Session, dispute: Dispute) -> None:
    save_view(session, dispute.id, "小王", "c")
    remove_dispute(session, dispute.id, "settled")
    assert list_views(session, dispute.id) == []


@pytest.mark.parametrize(
    ("name", "criteria", "code"),
    [(" ", "c", "field-empty"), ("x" * 101, "c", "field-unreadable"), ("n", "x" * 1_000_001, "field-unreadable")],
)
def test_a_view_without_a_name_or_too_long_is_refused(
    session: Session, dispute: Dispute, name: str, criteria: str, code: str
) -> None:
    with pytest.raises(InputProblem, match=code):
        save_view(session, dispute.id, name, criteria)


def test_a_view_belongs_to_a_dispute_that_is_there(session: Session) -> None:
    with pytest.raises(InputProblem, match="dispute-unknown"):
        save_view(session, "gone", "calls", "c")
