"""Editable fields and their plain form."""

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_app.domain.custody import Plain, canonical
from evidence_app.domain.disputes import Dispute, DisputeType
from evidence_app.domain.events import Direction, Event, EventKind, Outcome
from evidence_app.domain.exhibits import Exhibit, TimeMark
from evidence_app.domain.fields import EVENT_FIELDS, EXHIBIT_FIELDS, checked, plain, plain_fields
from evidence_app.domain.times import ClockReading, EventTime, Precision, TimeMeaning, TimeSource
from evidence_app.errors import InputProblem

texts = st.text(max_size=40).map(lambda text: text.encode("utf-8", "replace").decode())
readings = st.builds(
    ClockReading,
    wall=st.datetimes(),
    precision=st.sampled_from([Precision.SECOND, Precision.DAY, Precision.MONTH]),
    source=st.sampled_from(TimeSource),
    confidence=st.integers(0, 100),
    offset_min=st.none() | st.integers(-900, 900),
    meaning=st.sampled_from(TimeMeaning),
    origin=texts,
    words=texts,
)
times = st.lists(readings, max_size=4).flatmap(
    lambda found: st.builds(
        EventTime,
        st.just(tuple(found)),
        st.sampled_from([None, *range(len(found))]),
        st.booleans(),
    )
)
events = st.builds(
    Event,
    id=st.just("e"),
    dispute_id=st.just("d"),
    kind=st.sampled_from(EventKind),
    ordinal=st.just(1),
    time=times,
    direction=st.sampled_from(Direction),
    party=texts,
    text=texts,
    amount=st.none() | st.decimals(0, 10**9, places=2),
    duration_s=st.none() | st.integers(0, 10**6),
    outcome=st.sampled_from(Outcome),
    promise_due=st.none() | st.dates(),
    exhibit_ids=st.lists(texts, max_size=3).map(tuple),
)


@given(events)
def test_every_field_survives_its_plain_form(event: Event) -> None:
    for name, field in EVENT_FIELDS.items():
        assert field.parse(plain(getattr(event, name))) == getattr(event, name)


@given(events)
def test_the_plain_form_is_a_payload(event: Event) -> None:
    assert canonical(plain_fields(event))


plain_marks = st.lists(st.fixed_dictionaries({"at_ms": st.integers(0, 2**31 - 1), "text": texts.filter(str.strip)}))


@given(plain_marks)
def test_notes_at_times_survive_their_plain_form(shape: list[dict[str, int | str]]) -> None:
    marks = EXHIBIT_FIELDS["marks"].parse(shape)
    assert plain(marks) == shape
    assert EXHIBIT_FIELDS["marks"].parse(plain(marks)) == marks


nearly_marks = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**40), 2**40) | st.floats() | texts,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["at_ms", "text", "x"]), inner, max_size=3)
        | st.fixed_dictionaries({"at_ms": inner, "text": inner})
    ),
)


@given(nearly_marks)
def test_what_is_no_note_at_a_time_is_a_clear_problem(shape: Plain) -> None:
    with suppress(InputProblem):
        marks = EXHIBIT_FIELDS["marks"].parse(shape)
        assert canonical(plain(marks)) == canonical(shape)


@pytest.mark.parametrize(
    "value",
    [
        (TimeMark(-1, "x"),),
        (TimeMark(2**31, "x"),),
        (TimeMark(True, "x"),),
        (TimeMark(1, " "),),
        (TimeMark(1, "x" * 10_001),),
        (TimeMark(1, "x"),) * 1001,
        ("x",),
        "1:23 x",
    ],
)
def test_a_note_that_a_recording_cannot_have_is_refused(value: object) -> None:
    with pytest.raises(InputProblem, match="field-unreadable"):
        checked(Exhibit, "marks", value)


@given(st.text(alphabet=st.characters(), max_size=30))
def test_no_text_breaks_the_log(text: str) -> None:
    canonical([plain(text)])


def a_dispute() -> Dispute:
    return Dispute(
        id="d", title="t", type=DisputeType.OTHER, institution="i", created_at=datetime(2025, 1, 1, tzinfo=UTC)
    )


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("id", "x", "field-unknown"),
        ("created_at", "x", "field-unknown"),
        ("zone_name", "Mars/Olympus", "zone-unknown"),
        ("type", "nonsense", "field-unreadable"),
        ("title", "  ", "field-empty"),
        ("amount", Decimal("-1"), "amount-unreadable"),
        ("currency", "元", "currency-unknown"),
        ("title", 3, "field-unreadable"),
        ("aliases", "not a list", "field-unreadable"),
        ("summary", "x" * 1_000_001, "field-unreadable"),
    ],
)
def test_a_value_that_a_field_cannot_hold_is_a_clear_problem(field: str, value: object, code: str) -> None:
    with pytest.raises(InputProblem, match=code):
        checked(Dispute, field, value)


def test_unknown_is_left_out_of_the_log() -> None:
    assert "summary" not in plain_fields(a_dispute())
    assert plain_fields(replace(a_dispute(), summary="s"))["summary"] == "s"


def test_a_day_and_an_amount_are_plain_texts() -> None:
    assert plain(date(2025, 3, 1)) == "2025-03-01"
    assert plain(Decimal("3000")) == "3000.00"
