"""Which call a recording is of, and in what the two agree."""

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_app.domain.call_binding import (
    Agreement,
    Binding,
    Recording,
    bindings,
    numbers_agree,
    recordings,
)
from evidence_app.domain.events import Direction, Event, EventKind
from evidence_app.domain.times import ClockReading, EventTime, Precision, TimeMeaning, TimeSource

HOME = ZoneInfo("Asia/Shanghai")
START = datetime(2025, 2, 22, 15, 30, 0)
NUMBERS = count(1)


def call(
    minutes: float = 0, number: str = "95188", lasted: int | None = 300, party: str = "", id: str = "", **more: object
) -> Event:
    utc = START + timedelta(minutes=minutes) - timedelta(hours=8)
    reading = ClockReading(utc, Precision.SECOND, TimeSource.PLATFORM, 95, 0)
    name = id or f"call{next(NUMBERS)}"
    return Event(
        id=name,
        dispute_id="d",
        ordinal=1,
        kind=EventKind.CALL,
        time=EventTime((reading,), 0),
        direction=Direction.OUT,
        number=number,
        party=party,
        duration_s=lasted,
        **more,  # type: ignore[arg-type]
    )


def recorded(
    seconds: float = 0,
    number: str = "95188",
    lasted: int | None = 296,
    party: str = "",
    meaning: TimeMeaning = TimeMeaning.HAPPENED,
    precision: Precision = Precision.SECOND,
) -> Recording:
    source = TimeSource.MODIFIED if meaning is TimeMeaning.MODIFIED else TimeSource.FILENAME
    reading = ClockReading(START + timedelta(seconds=seconds), precision, source, 85, meaning=meaning)
    return Recording("x1", "doc1", (reading,), number, party, Direction.NONE, lasted)


def bound(recording: Recording, *calls: Event) -> Binding | None:
    found = bindings([recording], calls, HOME)
    return found[0] if found else None


@pytest.mark.parametrize("direction", [Direction.MISSED, Direction.REJECTED])
def test_a_call_that_nobody_took_has_no_recording(direction: Direction) -> None:
    in_vain = replace(call(0, lasted=0), direction=direction)
    assert bound(recorded(8), in_vain) is None
    found = bound(recorded(8), in_vain, call(-1, id="taken"))
    assert found is not None
    assert found.call_id == "taken"


def test_the_call_that_began_when_the_recording_did_is_found_among_others() -> None:
    found = bound(recorded(8), call(-60), call(0, id="this"), call(0, "13800138000"), call(55))
    assert found is not None
    assert (found.call_id, found.agreed, found.differing) == ("this", ("time", "number", "duration"), ())
    assert (found.apart_s, found.longer_s, found.at_end) == (8, -4, False)


def test_a_time_that_was_written_at_the_end_fits_the_end_of_the_call() -> None:
    found = bound(recorded(305), call(0, id="this"))
    assert found is not None
    assert (found.call_id, found.at_end, found.time) == ("this", True, Agreement.AGREES)


def test_when_the_file_was_modified_is_the_end_of_the_call() -> None:
    found = bound(recorded(310, meaning=TimeMeaning.MODIFIED), call(0, id="this"))
    assert found is not None
    assert (found.call_id, found.at_end) == ("this", True)


@pytest.mark.parametrize("hours", [-8, 1, 5.5, 8])
def test_clocks_of_two_zones_are_shown_as_a_difference(hours: float) -> None:
    found = bound(recorded(hours * 3600 + 5), call(0, id="this"))
    assert found is not None
    assert (found.call_id, found.time, found.shifted_min) == ("this", Agreement.DIFFERS, hours * 60)


def test_a_shift_alone_without_the_number_binds_nothing() -> None:
    assert bound(recorded(3600, number=""), call(0)) is None


def test_a_number_that_differs_is_shown_where_all_else_agrees_and_binds_nothing_otherwise() -> None:
    found = bound(recorded(2, number="13800138000", lasted=300), call(0))
    assert found is not None
    assert found.differing == ("number",)
    assert bound(recorded(2, number="13800138000", lasted=100), call(0)) is None


def test_a_call_with_the_right_number_is_preferred_to_a_nearer_one() -> None:
    found = bound(recorded(60), call(1, "13800138000", id="near"), call(0, "95188", id="right"))
    assert found is not None
    assert found.call_id == "right"


def test_a_recording_that_is_much_longer_than_the_call_differs() -> None:
    found = bound(recorded(2, lasted=900), call(0))
    assert found is not None
    assert (found.differing, found.longer_s) == (("duration",), 600)


def test_names_tell_who_it_was_where_numbers_are_missing() -> None:
    found = bound(recorded(2, number="", party="速融宝"), call(0, party="速融宝"))
    assert found is not None
    assert found.number is Agreement.AGREES


def test_minutes_are_believed_as_minutes() -> None:
    found = bound(recorded(-110, precision=Precision.MINUTE), call(0))
    assert found is not None
    assert found.time is Agreement.AGREES


def test_what_a_person_linked_is_the_call_whatever_fits_better() -> None:
    linked = call(-300, "123", id="linked", exhibit_ids=("log", "x1"))
    found = bound(recorded(2), call(0), linked)
    assert found is not None
    assert (found.call_id, found.linked) == ("linked", True)
    assert set(found.differing) == {"time", "number"}


def test_a_recording_without_a_call_near_it_is_bound_to_none() -> None:
    assert bound(recorded(0), call(37), call(-44)) is None
    assert bound(recorded(0)) is None


@pytest.mark.parametrize(
    ("one", "other", "agreement"),
    [
        ("+86 138-0013-8000", "13800138000", Agreement.AGREES),
        ("008613800138000", "13800138000", Agreement.AGREES),
        ("02195188", "95188", Agreement.AGREES),
        ("1395188", "95188", Agreement.DIFFERS),
        ("95188", "95188", Agreement.AGREES),
        ("1069012345", "1069012346", Agreement.DIFFERS),
        ("010-12345678", "12345678", Agreement.AGREES),
        ("", "95188", Agreement.UNKNOWN),
        ("未知号码", "95188", Agreement.UNKNOWN),
    ],
)
def test_numbers_are_compared_however_they_are_written(one: str, other: str, agreement: Agreement) -> None:
    assert numbers_agree(one, other) is agreement


def test_only_documents_that_are_recordings_are_looked_at() -> None:
    document = Event(id="e", dispute_id="d", ordinal=1, kind=EventKind.DOCUMENT, exhibit_ids=("x1",))
    assert [each.exhibit_id for each in recordings([document, call()], {"x1"})] == ["x1"]
    assert list(recordings([document], frozenset({"x2"}))) == []


@given(st.lists(st.floats(-3000, 3000), max_size=12), st.floats(-9e4, 9e4), st.sampled_from(["95188", "", "123456789"]))
def test_whatever_the_log_holds_a_recording_is_bound_to_one_call_at_most(
    minutes: list[float], seconds: float, number: str
) -> None:
    calls = [call(each) for each in minutes]
    found = bindings([recorded(seconds, number)], calls, HOME)
    assert len(found) <= 1
    assert all(each.call_id in {one.id for one in calls} for each in found)
