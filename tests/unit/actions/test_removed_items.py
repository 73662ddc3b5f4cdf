"""What is removed lies in the tray: nowhere to be seen, nothing lost, and erased only when the tray is emptied."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace

import pytest

from evidence_app.actions.add_evidence import DataSource, ItemStatus, add_evidence
from evidence_app.actions.disputes import list_disputes
from evidence_app.actions.edit import edit_event, edit_events, edit_exhibits, set_zone, take_back
from evidence_app.actions.exhibits import custody_history, get_exhibit, list_exhibits, original_path
from evidence_app.actions.interrupted import interrupted_imports
from evidence_app.actions.order import arrange
from evidence_app.actions.record_event import NewEvent, record, record_event
from evidence_app.actions.remove import empty_tray, put_back, set_aside, tray
from evidence_app.actions.session import Session, open_session
from evidence_app.actions.timeline import event_detail, events_in_full, timeline
from evidence_app.actions.verify import verify_vault
from evidence_app.actions.views import delete_view, list_views, save_view
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import Event, EventKind
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.fields import clean
from evidence_app.errors import EnvironmentProblem, InputProblem
from evidence_app.progress import Silent
from evidence_app.vault.glance import Glance, glance


@pytest.fixture
def exhibits(session: Session, dispute: Dispute) -> list[Exhibit]:
    """Three text files among the exhibits."""
    sources = [DataSource(f"Screenshot_2025022{day}_081503.txt", b"day %d" % day) for day in range(3)]
    add_evidence(session, dispute.id, sources, Silent(), lambda item: None)
    return list_exhibits(session, dispute.id)


@pytest.fixture
def call(session: Session, dispute: Dispute, exhibits: list[Exhibit]) -> Event:
    """A call that the first two of them show."""
    shown = (exhibits[0].id, exhibits[1].id)
    return record_event(session, dispute.id, NewEvent(kind=EventKind.CALL, text="will cancel", exhibit_ids=shown))


def all_seen(session: Session, dispute: Dispute) -> tuple[object, ...]:
    """Return all that a person sees of a dispute."""
    dispute_id = dispute.id
    return (
        list_disputes(session),
        list_exhibits(session, dispute_id),
        events_in_full(session, dispute_id),
        timeline(session, dispute_id),
    )


def holds(session: Session) -> bool:
    return verify_vault(session.folder, Silent()).holds


def test_a_removed_exhibit_is_nowhere_to_be_seen(session: Session, dispute: Dispute, exhibits: list[Exhibit]) -> None:
    set_aside(session, "exhibit", [exhibits[1].id], "mine, not theirs")
    assert [exhibit.number for exhibit in list_exhibits(session, dispute.id)] == [1, 3]
    assert [entry.exhibit_number for entry in timeline(session, dispute.id)] == [1, 3]
    assert len(events_in_full(session, dispute.id)) == 2
    (summary,) = list_disputes(session)
    assert (summary.exhibit_count, summary.event_count) == (2, 2)
    assert holds(session)


def test_what_is_put_back_is_as_it_was(
    session: Session, dispute: Dispute, exhibits: list[Exhibit], call: Event
) -> None:
    before = all_seen(session, dispute)
    set_aside(session, "exhibit", [each.id for each in exhibits], "wrong dispute")
    set_aside(session, "event", [call.id], "typed twice")
    assert timeline(session, dispute.id) == []
    put_back(session, "event", [call.id])
    put_back(session, "exhibit", [each.id for each in exhibits])
    assert all_seen(session, dispute) == before
    assert holds(session)


def test_a_removal_taken_back_is_as_it_was(session: Session, dispute: Dispute, exhibits: list[Exhibit]) -> None:
    before = all_seen(session, dispute)
    seqs = set_aside(session, "exhibit", [each.id for each in exhibits], "wrong dispute")
    again = take_back(session, dispute.id, seqs)
    assert all_seen(session, dispute) == before
    take_back(session, dispute.id, again)
    assert list_exhibits(session, dispute.id) == []


def test_a_first_look_sees_what_the_open_vault_sees(
    session: Session, dispute: Dispute, exhibits: list[Exhibit], call: Event
) -> None:
    set_aside(session, "exhibit", [exhibits[0].id], "blurred")
    record_event(session, dispute.id, NewEvent(kind=EventKind.NOTE, text="a"))
    set_aside(session, "event", [events_in_full(session, dispute.id)[-1].id], "no")
    told = Glance(list_disputes(session), dispute.id, timeline(session, dispute.id))
    assert glance(session.folder, dispute.id) == told


def test_the_exhibits_that_are_shown_already_are_no_change(
    session: Session, exhibits: list[Exhibit], call: Event
) -> None:
    set_aside(session, "exhibit", [exhibits[0].id], "blurred")
    assert edit_events(session, [call.id], {"exhibit_ids": (exhibits[1].id,)}) == []
    put_back(session, "exhibit", [exhibits[0].id])
    assert event_detail(session, call.id).exhibit_ids == call.exhibit_ids


def test_a_call_is_shown_by_the_exhibits_in_use_only(
    session: Session, dispute: Dispute, exhibits: list[Exhibit], call: Event
) -> None:
    def shown() -> tuple[tuple[str, ...], int]:
        (line,) = (entry for entry in timeline(session, dispute.id) if entry.event_id == call.id)
        return event_detail(session, call.id).exhibit_ids, line.exhibit_number

    set_aside(session, "exhibit", [exhibits[0].id], "blurred")
    assert shown() == ((exhibits[1].id,), 2)
    set_aside(session, "exhibit", [exhibits[1].id], "blurred")
    assert shown() == ((), 0)
    assert holds(session)
    put_back(session, "exhibit", [exhibits[0].id])
    assert shown() == ((exhibits[0].id,), 1)
    put_back(session, "exhibit", [exhibits[1].id])
    assert shown() == ((exhibits[0].id, exhibits[1].id), 1)


def test_another_choice_of_exhibits_keeps_those_that_nobody_saw(
    session: Session, exhibits: list[Exhibit], call: Event
) -> None:
    first, second, third = (exhibit.id for exhibit in exhibits)
    set_aside(session, "exhibit", [first], "blurred")
    edit_event(session, call.id, {"exhibit_ids": (third,)})
    assert event_detail(session, call.id).exhibit_ids == (third,)
    put_back(session, "exhibit", [first])
    assert event_detail(session, call.id).exhibit_ids == (third, first)
    assert holds(session)


def test_a_call_recorded_beside_a_removed_exhibit_holds(
    session: Session, dispute: Dispute, exhibits: list[Exhibit]
) -> None:
    set_aside(session, "exhibit", [exhibits[0].id], "blurred")
    shown = (exhibits[0].id, exhibits[2].id)
    record_event(session, dispute.id, NewEvent(kind=EventKind.CALL, exhibit_ids=shown))
    assert timeline(session, dispute.id)[-1].exhibit_number == 3
    assert holds(session)


def test_a_removed_dispute_is_in_no_list_and_says_so(session: Session, dispute: Dispute) -> None:
    set_aside(session, "dispute", [dispute.id], "settled")
    assert list_disputes(session) == []
    for look in (timeline, list_exhibits, events_in_full):
        with pytest.raises(InputProblem, match="dispute-set-aside"):
            look(session, dispute.id)
    with pytest.raises(InputProblem, match="dispute-set-aside"):
        record_event(session, dispute.id, NewEvent(kind=EventKind.CALL))
    assert holds(session)
    put_back(session, "dispute", [dispute.id])
    assert [each.dispute for each in list_disputes(session)] == [dispute]


def test_an_import_into_a_removed_dispute_is_not_offered_to_go_on(session: Session, dispute: Dispute) -> None:
    with session.vault.change() as tx:
        tx.begin_import("i", dispute.id, ["a.png"])
    set_aside(session, "dispute", [dispute.id], "settled")
    assert interrupted_imports(session) == []
    put_back(session, "dispute", [dispute.id])
    assert len(interrupted_imports(session)) == 1


def test_the_event_of_a_file_is_removed_with_its_exhibit_only(
    session: Session, dispute: Dispute, exhibits: list[Exhibit]
) -> None:
    event = events_in_full(session, dispute.id)[0]
    with pytest.raises(InputProblem, match="event-belongs-to-exhibit"):
        set_aside(session, "event", [event.id], "no")


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_a_removal_into_the_tray_needs_a_reason(session: Session, exhibits: list[Exhibit], reason: str) -> None:
    with pytest.raises(InputProblem, match="reason-missing"):
        set_aside(session, "exhibit", [exhibits[0].id], reason)


def test_all_or_none_of_several_are_removed(session: Session, dispute: Dispute, exhibits: list[Exhibit]) -> None:
    with pytest.raises(InputProblem, match="exhibit-unknown"):
        set_aside(session, "exhibit", [exhibits[0].id, "gone"], "no")
    assert len(list_exhibits(session, dispute.id)) == 3


def test_the_tray_tells_what_was_removed_when_and_why(
    session: Session, dispute: Dispute, exhibits: list[Exhibit], call: Event
) -> None:
    set_aside(session, "exhibit", [exhibits[2].id], "blurred")
    set_aside(session, "event", [call.id], "typed twice")
    event, exhibit = tray(session, dispute.id)
    assert (event.kind, event.id, event.label, event.reason) == ("event", call.id, "will cancel", "typed twice")
    assert event.event_kind is EventKind.CALL
    assert (exhibit.kind, exhibit.number, exhibit.label) == ("exhibit", 3, exhibits[2].name)
    assert exhibit.sha256 == exhibits[2].original.sha256
    logged = custody_history(session, dispute.id)
    assert [line.at for line in logged[-2:]] == [
        exhibit.at.replace(microsecond=exhibit.at.microsecond // 1000 * 1000),
        event.at.replace(microsecond=event.at.microsecond // 1000 * 1000),
    ]
    assert tray(session) == [event, exhibit]


def test_the_tray_of_the_vault_shows_a_removed_dispute_as_one_item(
    session: Session, dispute: Dispute, exhibits: list[Exhibit]
) -> None:
    set_aside(session, "exhibit", [exhibits[0].id], "blurred")
    set_aside(session, "dispute", [dispute.id], "settled")
    (item,) = tray(session)
    assert (item.kind, item.id, item.dispute_id, item.label) == ("dispute", dispute.id, dispute.id, dispute.title)


def test_emptying_the_tray_erases_for_the_reason_that_was_given(
    session: Session, dispute: Dispute, exhibits: list[Exhibit], call: Event
) -> None:
    set_aside(session, "exhibit", [exhibits[0].id], "blurred")
    set_aside(session, "event", [call.id], "typed twice")
    path = original_path(session, exhibits[0])
    empty_tray(session, tray(session, dispute.id))
    assert not path.exists()
    assert tray(session) == []
    assert get_exhibit(session, exhibits[0].id).removed_reason == "blurred"
    reasons = [line.payload["reason"] for line in custody_history(session, dispute.id)[-2:] if line.payload]
    assert sorted(reasons) == ["blurred", "typed twice"]
    assert holds(session)


def test_emptying_the_tray_erases_a_dispute_with_all_that_lies_in_it(
    session: Session, dispute: Dispute, exhibits: list[Exhibit]
) -> None:
    set_aside(session, "exhibit", [exhibits[0].id], "blurred")
    set_aside(session, "dispute", [dispute.id], "settled")
    empty_tray(session, tray(session))
    assert not list((session.folder / "originals").rglob("[0-9a-f]" * 64))
    assert holds(session)


def test_what_was_put_back_meanwhile_is_not_erased(session: Session, dispute: Dispute, exhibits: list[Exhibit]) -> None:
    set_aside(session, "exhibit", [exhibits[0].id, exhibits[1].id], "blurred")
    listed = tray(session)
    put_back(session, "exhibit", [exhibits[0].id])
    empty_tray(session, listed)
    empty_tray(session, listed)
    assert [exhibit.removed_at is None for exhibit in list_exhibits(session, dispute.id)] == [True, False, True]


def test_a_file_added_again_comes_back_from_the_tray(
    session: Session, dispute: Dispute, exhibits: list[Exhibit]
) -> None:
    set_aside(session, "exhibit", [exhibits[0].id], "blurred")
    items = add_evidence(session, dispute.id, [DataSource("again.txt", b"day 0")], Silent(), lambda item: None).items
    assert [(item.status, item.number, item.exhibit_id) for item in items] == [(ItemStatus.ADDED, 1, exhibits[0].id)]
    assert items[0].event_id == timeline(session, dispute.id)[0].event_id
    assert list_exhibits(session, dispute.id)[0] == replace(exhibits[0], also_named=("again.txt",))
    last = custody_history(session, dispute.id)[-1].payload
    assert last is not None
    assert last["changes"] == [{"field": "set_aside", "before": "blurred", "after": ""}]
    assert holds(session)


def test_undoing_the_recording_of_an_event_loses_nothing(session: Session, dispute: Dispute) -> None:
    recorded = record(session, dispute.id, NewEvent(kind=EventKind.CALL, text="will cancel"))
    undone = take_back(session, dispute.id, [recorded.seq], "undone")
    assert timeline(session, dispute.id) == []
    assert tray(session, dispute.id)[0].reason == "undone"
    take_back(session, dispute.id, undone)
    assert event_detail(session, recorded.event.id) == recorded.event
    assert holds(session)


def test_undoing_a_recording_needs_a_reason_and_an_event_in_use(session: Session, dispute: Dispute) -> None:
    recorded = record(session, dispute.id, NewEvent(kind=EventKind.COMPLAINT))
    with pytest.raises(InputProblem, match="reason-missing"):
        take_back(session, dispute.id, [recorded.seq])
    set_aside(session, "event", [recorded.event.id], "typed twice")
    with pytest.raises(InputProblem, match="changed-since"):
        take_back(session, dispute.id, [recorded.seq], "undone")


CHANGES: list[Callable[[Session, Dispute], object]] = [
    lambda session, dispute: set_aside(session, "dispute", [dispute.id], "settled"),
    lambda session, dispute: put_back(session, "dispute", [dispute.id]),
    lambda session, dispute: empty_tray(session, []),
    lambda session, dispute: take_back(session, dispute.id, [0]),
    lambda session, dispute: edit_events(session, [], {}),
    lambda session, dispute: edit_exhibits(session, [], {}),
    lambda session, dispute: set_zone(session, [], "UTC"),
    lambda session, dispute: arrange(session, dispute.id, []),
    lambda session, dispute: save_view(session, dispute.id, "calls", "c"),
    lambda session, dispute: delete_view(session, "v"),
]


@pytest.mark.parametrize("change", CHANGES)
def test_a_vault_that_is_only_read_or_closed_is_not_changed(
    session: Session, dispute: Dispute, change: Callable[[Session, Dispute], object]
) -> None:
    with closing(open_session(session.folder, read_only=True)) as reader:
        with pytest.raises(EnvironmentProblem, match="vault-read-only"):
            change(reader, dispute)
        assert tray(reader) == []
        assert list_views(reader, dispute.id) == []
    session.close()
    with pytest.raises(EnvironmentProblem, match="vault-closed"):
        change(session, dispute)


def test_removing_nothing_and_emptying_an_empty_tray_are_no_problem(session: Session, dispute: Dispute) -> None:
    assert set_aside(session, "exhibit", [], "why") == []
    empty_tray(session, [])
    assert put_back(session, "event", []) == []
    assert put_back(session, "dispute", [dispute.id]) == []
    assert len(custody_history(session, dispute.id)) == 1


@pytest.mark.parametrize("reason", ["\udcff", "\x00<b>{reason}</b>\u202e", "长" * 100_000])
def test_any_reason_is_kept_and_told(session: Session, dispute: Dispute, exhibits: list[Exhibit], reason: str) -> None:
    set_aside(session, "exhibit", [exhibits[0].id], reason)
    assert tray(session)[0].reason == clean(reason)
    assert holds(session)
    empty_tray(session, tray(session))
    assert holds(session)


def test_a_reason_of_endless_length_is_refused(session: Session, exhibits: list[Exhibit]) -> None:
    with pytest.raises(InputProblem, match="field-unreadable"):
        set_aside(session, "exhibit", [exhibits[0].id], "x" * 1_000_001)
