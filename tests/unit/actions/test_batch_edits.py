"""Several things are edited, zoned, arranged and taken back together: in one transaction, all or none."""

import os
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_app.actions.add_evidence import DataSource, FileSource, add_evidence
from evidence_app.actions.edit import edit_events, edit_exhibits, in_zone, set_zone, take_back
from evidence_app.actions.exhibits import custody_history, list_exhibits
from evidence_app.actions.order import arrange
from evidence_app.actions.record_event import NewEvent, record_event
from evidence_app.actions.remove import set_aside
from evidence_app.actions.session import Session
from evidence_app.actions.timeline import event_detail, events_in_full, timeline
from evidence_app.actions.verify import verify_vault
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import EventKind
from evidence_app.domain.exhibits import Exhibit, TimeMark
from evidence_app.domain.times import ClockReading, EventTime, Precision, TimeSource, choose, instant, zone
from evidence_app.errors import InputProblem
from evidence_app.progress import Cancelled, Silent
from tests.fakes.impatience import CancelledAfterSteps

NOON = ClockReading(datetime(2025, 7, 22, 12, 0), Precision.MINUTE, TimeSource.SCREEN, 70)
SOME_ZONES = ("Asia/Shanghai", "Asia/Hong_Kong", "Europe/Berlin", "America/St_Johns", "Pacific/Apia", "UTC")


@pytest.fixture
def exhibits(session: Session, dispute: Dispute) -> list[Exhibit]:
    """Three text files among the exhibits."""
    sources = [DataSource(f"{number}.txt", b"text %d" % number) for number in range(3)]
    add_evidence(session, dispute.id, sources, Silent(), lambda item: None)
    return list_exhibits(session, dispute.id)


@pytest.fixture
def calls(session: Session, dispute: Dispute) -> list[str]:
    """Four calls at the same minute, as they were recorded."""
    new = NewEvent(kind=EventKind.CALL, time=choose([NOON]))
    return [record_event(session, dispute.id, new).id for _ in range(4)]


def ids(exhibits: Sequence[Exhibit]) -> list[str]:
    return [exhibit.id for exhibit in exhibits]


def log_size(session: Session, dispute: Dispute) -> int:
    return len(custody_history(session, dispute.id))


def holds(session: Session) -> bool:
    return verify_vault(session.folder, Silent()).holds


@pytest.mark.parametrize("kind", [EventKind.DOCUMENT, EventKind.CALL])
def test_no_edit_makes_an_event_stand_for_a_file_or_cease_to(
    session: Session, dispute: Dispute, exhibits: list[Exhibit], kind: EventKind
) -> None:
    own = next(event for event in events_in_full(session, dispute.id) if exhibits[0].id in event.exhibit_ids)
    call = record_event(session, dispute.id, NewEvent(kind=EventKind.CALL, exhibit_ids=own.exhibit_ids))
    with pytest.raises(InputProblem, match="event-belongs-to-exhibit"):
        edit_events(session, [own.id, call.id], {"kind": kind})
    assert edit_events(session, [call.id], {"kind": EventKind.NOTE, "text": "a"})
    assert holds(session)


def test_files_of_which_nothing_but_their_date_is_known_can_be_arranged(
    session: Session, dispute: Dispute, tmp_path: Path
) -> None:
    paths = [tmp_path / f"{name}.txt" for name in "abc"]
    for number, path in enumerate(paths):
        path.write_text(path.name)
        os.utime(path, (1_700_000_000 + number, 1_700_000_000 + number))
    add_evidence(session, dispute.id, [FileSource(path) for path in paths], Silent(), lambda item: None)
    shown = [entry.event_id for entry in timeline(session, dispute.id) if entry.at is None]
    assert len(shown) == 3
    seqs = arrange(session, dispute.id, shown[::-1])
    assert [entry.event_id for entry in timeline(session, dispute.id)] == shown[::-1]
    take_back(session, dispute.id, seqs)
    assert [entry.event_id for entry in timeline(session, dispute.id)] == shown
    assert holds(session)


def test_a_batch_is_an_entry_for_each_that_changes(session: Session, dispute: Dispute, exhibits: list[Exhibit]) -> None:
    edit_exhibits(session, [exhibits[1].id], {"device": "Redmi K60"})
    seqs = edit_exhibits(session, [*ids(exhibits), exhibits[0].id], {"device": "Redmi K60"})
    assert seqs == [5, 6]
    assert [exhibit.device for exhibit in list_exhibits(session, dispute.id)] == ["Redmi K60"] * 3
    assert holds(session)


def test_a_batch_with_one_that_cannot_be_changed_changes_none(
    session: Session, dispute: Dispute, exhibits: list[Exhibit], calls: list[str]
) -> None:
    before = log_size(session, dispute)
    with pytest.raises(InputProblem, match="exhibit-unknown"):
        edit_exhibits(session, [*ids(exhibits), "gone"], {"device": "Redmi K60"})
    with pytest.raises(InputProblem, match="event-unknown"):
        edit_events(session, [*calls, "gone"], {"party": "速融宝"})
    with pytest.raises(InputProblem, match="field-unreadable"):
        edit_events(session, calls, {"direction": "sideways"})
    assert log_size(session, dispute) == before
    assert {exhibit.device for exhibit in list_exhibits(session, dispute.id)} == {""}


def test_a_batch_is_taken_back_as_one(session: Session, dispute: Dispute, calls: list[str]) -> None:
    before = events_in_full(session, dispute.id)
    seqs = edit_events(session, calls, {"party": "速融宝", "agent_id": "80231"})
    after = events_in_full(session, dispute.id)
    undone = take_back(session, dispute.id, seqs)
    assert events_in_full(session, dispute.id) == before
    take_back(session, dispute.id, undone)
    assert events_in_full(session, dispute.id) == after
    assert holds(session)


def test_a_batch_of_which_one_was_changed_since_stays_as_it_is(
    session: Session, dispute: Dispute, calls: list[str]
) -> None:
    seqs = edit_events(session, calls, {"party": "速融宝"})
    edit_events(session, [calls[0]], {"party": "某某催收"})
    before, size = events_in_full(session, dispute.id), log_size(session, dispute)
    with pytest.raises(InputProblem, match="changed-since"):
        take_back(session, dispute.id, seqs)
    assert (events_in_full(session, dispute.id), log_size(session, dispute)) == (before, size)


def test_edits_on_top_of_each_other_are_taken_back_together(
    session: Session, dispute: Dispute, calls: list[str]
) -> None:
    before = events_in_full(session, dispute.id)
    seqs = edit_events(session, calls, {"party": "a"}) + edit_events(session, calls, {"party": "b"})
    take_back(session, dispute.id, seqs)
    assert events_in_full(session, dispute.id) == before


def test_a_text_and_a_private_note_are_taken_back_together(
    session: Session, dispute: Dispute, exhibits: list[Exhibit]
) -> None:
    seqs = edit_exhibits(session, ids(exhibits), {"title": "Chat", "private_note": "my fear"})
    assert len(seqs) == 6
    take_back(session, dispute.id, seqs)
    assert list_exhibits(session, dispute.id) == exhibits


@pytest.mark.parametrize("seq", [0, 1, 99, -1])
def test_what_is_no_edit_is_not_taken_back(
    session: Session, dispute: Dispute, exhibits: list[Exhibit], seq: int
) -> None:
    edited = edit_exhibits(session, ids(exhibits), {"title": "Chat"})
    with pytest.raises(InputProblem, match="not-an-edit"):
        take_back(session, dispute.id, [*edited, seq])
    assert list_exhibits(session, dispute.id)[0].title == "Chat"


# -- zones ----------------------------------------------------------------------------------------------------------


def test_a_zone_stated_for_several_events_moves_them_and_keeps_what_was_read(
    session: Session, dispute: Dispute, calls: list[str]
) -> None:
    before = events_in_full(session, dispute.id)
    seqs = set_zone(session, calls, "Europe/Berlin")
    (time,) = {event.time for event in events_in_full(session, dispute.id)}
    assert time.readings[0] == NOON
    assert time.decided
    assert time.reading is not None
    assert (time.reading.wall, time.reading.offset_min, time.reading.source) == (NOON.wall, 120, TimeSource.TYPED)
    assert timeline(session, dispute.id)[0].at == datetime(2025, 7, 22, 10, 0, tzinfo=UTC)
    take_back(session, dispute.id, seqs)
    assert events_in_full(session, dispute.id) == before
    assert holds(session)


def test_a_zone_stated_twice_is_one_reading(session: Session, dispute: Dispute, calls: list[str]) -> None:
    set_zone(session, calls, "Europe/Berlin")
    set_zone(session, calls, "Asia/Hong_Kong")
    assert set_zone(session, calls, "Asia/Hong_Kong") == []
    set_zone(session, calls, "Europe/Berlin")
    time = event_detail(session, calls[0]).time
    assert (len(time.readings), time.chosen) == (3, 1)


def test_an_event_without_a_time_has_none_in_any_zone(session: Session, dispute: Dispute) -> None:
    note = record_event(session, dispute.id, NewEvent(kind=EventKind.NOTE))
    assert set_zone(session, [note.id], "Europe/Berlin") == []


def test_a_zone_that_is_none_changes_nothing(session: Session, calls: list[str]) -> None:
    with pytest.raises(InputProblem, match="zone-unknown"):
        set_zone(session, calls, "Mars/Olympus")


@given(
    st.datetimes(datetime(1900, 1, 1), datetime(2199, 12, 31)),
    st.sampled_from(SOME_ZONES),
    st.sampled_from(SOME_ZONES),
    st.none() | st.integers(-900, 900),
)
def test_a_time_in_a_stated_zone_is_that_of_its_clocks_wherever_the_dispute_is(
    wall: datetime, stated: str, home: str, offset_min: int | None
) -> None:
    read = ClockReading(wall, Precision.SECOND, TimeSource.EXIF, 80, offset_min=offset_min)
    told = in_zone(EventTime((read,), 0), zone(stated))
    assert told.readings[0] == read
    assert told.reading is not None
    at, there = instant(told.reading, zone(home)), instant(ClockReading(wall, *TYPED), zone(stated))
    assert at is not None
    assert there is not None
    assert abs((at - there).total_seconds()) <= 30  # offsets before 1912 have seconds


TYPED = (Precision.SECOND, TimeSource.TYPED, 100)


# -- order ----------------------------------------------------------------------------------------------------------


def order(session: Session, dispute: Dispute) -> list[str]:
    return [entry.event_id for entry in timeline(session, dispute.id)]


def test_events_of_the_same_time_take_the_order_that_a_person_gives(
    session: Session, dispute: Dispute, calls: list[str]
) -> None:
    seqs = arrange(session, dispute.id, [calls[2], calls[0]])
    assert order(session, dispute) == [calls[2], calls[1], calls[0], calls[3]]
    assert [event.id for event in events_in_full(session, dispute.id)] == order(session, dispute)
    assert len(seqs) == 2
    assert holds(session)


def test_an_arrangement_is_taken_back_and_done_again(session: Session, dispute: Dispute, calls: list[str]) -> None:
    wanted = [calls[3], calls[0], calls[2], calls[1]]
    undone = take_back(session, dispute.id, arrange(session, dispute.id, wanted))
    assert order(session, dispute) == calls
    take_back(session, dispute.id, undone)
    assert order(session, dispute) == wanted
    assert holds(session)


def test_a_part_of_an_arrangement_is_not_taken_back(session: Session, dispute: Dispute, calls: list[str]) -> None:
    seqs = arrange(session, dispute.id, [calls[1], calls[0]])
    with pytest.raises(InputProblem, match="changed-since"):
        take_back(session, dispute.id, seqs[:1])
    assert order(session, dispute) == [calls[1], calls[0], *calls[2:]]


def test_an_arrangement_that_was_changed_since_is_not_taken_back(
    session: Session, dispute: Dispute, calls: list[str]
) -> None:
    seqs = arrange(session, dispute.id, [calls[1], calls[0]])
    arrange(session, dispute.id, [calls[2], calls[0]])
    with pytest.raises(InputProblem, match="changed-since"):
        take_back(session, dispute.id, seqs)


def test_the_order_that_is_there_is_no_entry(session: Session, dispute: Dispute, calls: list[str]) -> None:
    assert arrange(session, dispute.id, calls) == []
    assert arrange(session, dispute.id, []) == []


def test_events_of_different_times_keep_their_order(session: Session, dispute: Dispute, calls: list[str]) -> None:
    later = record_event(session, dispute.id, NewEvent(kind=EventKind.NOTE, time=choose([LATER]))).id
    undated = record_event(session, dispute.id, NewEvent(kind=EventKind.NOTE)).id
    for other in (later, undated):
        with pytest.raises(InputProblem, match="order-times-differ"):
            arrange(session, dispute.id, [other, calls[0]])


LATER = ClockReading(datetime(2025, 7, 22, 12, 1), Precision.MINUTE, TimeSource.SCREEN, 70)


def test_events_without_a_time_can_be_arranged(session: Session, dispute: Dispute) -> None:
    first, second = (record_event(session, dispute.id, NewEvent(kind=EventKind.NOTE)).id for _ in range(2))
    arrange(session, dispute.id, [second, first])
    assert order(session, dispute) == [second, first]


def test_only_events_in_use_of_one_dispute_are_arranged(session: Session, dispute: Dispute, calls: list[str]) -> None:
    set_aside(session, "event", [calls[0]], "typed twice")
    for stray in (calls[0], "gone"):
        with pytest.raises(InputProblem, match="event-unknown"):
            arrange(session, dispute.id, [calls[2], stray])


# -- notes at times of a recording ------------------------------------------------------------------------------------


def test_notes_at_times_of_a_recording_are_kept_in_order(
    session: Session, dispute: Dispute, exhibits: list[Exhibit]
) -> None:
    early, late = TimeMark(0, "hangs up\n"), TimeMark(83_000, "承诺核销")
    seqs = edit_exhibits(session, [exhibits[0].id], {"marks": (late, early)})
    assert list_exhibits(session, dispute.id)[0].marks == (early, late)
    assert holds(session)
    take_back(session, dispute.id, seqs)
    assert list_exhibits(session, dispute.id)[0].marks == ()


def test_what_is_edited_can_be_read_in_the_same_change(session: Session, calls: list[str]) -> None:
    with session.vault.change() as tx:
        tx.edit(tx.kept_event(calls[0]), {"party": "a"})
        tx.edit(tx.kept_event(calls[0]), {"text": "b"})
        tx.edit(tx.kept_event(calls[0]), {"party": "c"})
        seen = tx.kept_event(calls[0])
    assert (seen.party, seen.text) == ("c", "b")
    assert event_detail(session, calls[0]) == seen
    assert holds(session)


def test_a_batch_that_is_cancelled_changes_nothing(session: Session, dispute: Dispute, calls: list[str]) -> None:
    before = log_size(session, dispute)
    with pytest.raises(Cancelled):
        edit_events(session, calls, {"party": "a"}, CancelledAfterSteps(2))
    assert log_size(session, dispute) == before
    assert {event.party for event in events_in_full(session, dispute.id)} == {""}
