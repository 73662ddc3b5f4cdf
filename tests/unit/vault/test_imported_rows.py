"""What is put together quickly is what the plain functions of the domain say."""

import hashlib
import json
import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_app.domain.events import Direction, Event, EventKind, Outcome
from evidence_app.domain.exports import Attachment, Record, Unread
from evidence_app.domain.fields import clean, plain_fields
from evidence_app.domain.identifiers import LENGTH, id_after, id_number, ids_after, new_series
from evidence_app.domain.imports import IdRanges, fingerprint, ids_of, leaf, plain_text, runs_of
from evidence_app.domain.timeline import sort_instant_ms
from evidence_app.domain.times import UNKNOWN_TIME, ClockReading, Precision, TimeMeaning, TimeSource, choose
from evidence_app.intake.record_messages import parse_rows, rows_bytes
from evidence_app.vault.imported_rows import MOST_BOUND, Origin, RowMaker, fingerprints, insertions
from evidence_app.vault.records import time_columns
from evidence_app.vault.schema import EventRow

HOME = ZoneInfo("Europe/Berlin")  # whose clocks change
KINDS = [kind for kind in EventKind if kind is not EventKind.DOCUMENT]
words = st.text(max_size=30).map(clean)
readings = st.builds(
    ClockReading,
    st.datetimes(datetime(1880, 1, 1), datetime(2230, 1, 1)).map(lambda at: at.replace(microsecond=0)),
    st.sampled_from([Precision.SECOND, Precision.MINUTE, Precision.DAY]),
    st.sampled_from(TimeSource),
    st.integers(0, 100),
    st.sampled_from([None, 0, 480, -90]),
    st.sampled_from(TimeMeaning),
    st.sampled_from(["", "epoch-ms", 'a "code"']),
    words,
)
records = st.builds(
    Record,
    st.integers(1, 99999).map(lambda number: f"line:{number}"),
    st.sampled_from(KINDS),
    st.none() | readings,
    st.sampled_from(Direction),
    *[words] * 5,
    st.none() | st.decimals(0, 99999, places=2),
    st.sampled_from(["CNY", "HKD"]),
    words,
    st.none() | st.integers(0, 9999),
    st.sampled_from(Outcome),
    words,
    st.sampled_from([(), (Attachment("a.jpg", "1"),)]),
    st.sampled_from(["", "id-damaged"]),
)


def event_of(record: Record, event_id: str, ordinal: int) -> Event:
    """Return the event that a record should become."""
    time = choose((record.time,)) if record.time is not None else UNKNOWN_TIME
    values = record._asdict() | {"time": time}
    for name in ("attachments", "warning"):
        del values[name]
    return Event(id=event_id, dispute_id="d", ordinal=ordinal, read_from="e", **values)


@given(st.lists(records | st.builds(Unread, words, words, words), min_size=1, max_size=8))
@settings(max_examples=150)
def test_rows_say_what_events_of_the_records_would(given: list[Record | Unread]) -> None:
    columns, unread = parse_rows(rows_bytes(given))
    assert list(unread) == [each for each in given if isinstance(each, Unread)]
    read = [each for each in given if isinstance(each, Record)]
    if not read:
        assert not columns.place
        return
    maker = RowMaker(Origin("d", "e", "abcdefg00000", 7, HOME))
    made = maker.columns(columns, fingerprints(columns))
    digest = hashlib.sha256()
    for index, record in enumerate(read):
        event = event_of(record, id_after("abcdefg00000", index), 7 + index)
        fields = plain_fields(event)
        digest.update(leaf(event.id, event.ordinal, record.place, fields))
        assert json.loads(made["time"][index]) == fields["time"]
        assert made["fingerprint"][index] == fingerprint(fields)
        assert made["at_ms"][index] == sort_instant_ms(event, HOME)
        shown = time_columns(event, HOME)
        assert all(made[name][index] == shown[name] for name in ("precision", "time_source", "offset_stated"))
        assert (made["id"][index], made["ordinal"][index]) == (event.id, event.ordinal)
        said = (record.text, record.party, record.outcome.value, record.duration_s)
        assert tuple(made[name][index] for name in ("text", "party", "outcome", "duration_s")) == said
    assert maker.sha256 == digest.hexdigest()


def test_what_all_rows_have_in_common_is_bound_where_it_is_no_plain_word() -> None:
    record = Record("line:1", EventKind.MESSAGE, party="a'); DROP TABLE event; --", text="x", amount=Decimal("1.00"))
    columns, _ = parse_rows(rows_bytes([record]))
    maker = RowMaker(Origin("d", "e'e", "abcdefg00000", 1, HOME))
    ((statement, values),) = insertions(Origin("d", "e'e", "abcdefg00000", 1, HOME), maker.columns(columns, [1]))
    assert "DROP" not in statement
    assert "'e''e'" in statement
    assert record.party in next(values)


def test_rows_are_inserted_many_at_once_and_all_of_them_in_their_order() -> None:
    given = [Record(f"line:{number}", EventKind.NOTE, text=f"{number % 7}?") for number in range(MOST_BOUND)]
    columns, _ = parse_rows(rows_bytes(given))
    origin = Origin("d", "e", "abcdefg00000", 1, HOME)
    made = RowMaker(origin).columns(columns, range(MOST_BOUND))
    with closing(sqlite3.connect(":memory:")) as catalog:
        catalog.execute(f"CREATE TABLE event ({', '.join(EventRow.__table__.columns.keys())})")
        catalog.setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, 999)
        for statement, bound in insertions(origin, made):
            catalog.executemany(statement, bound)
        inserted = catalog.execute("SELECT place, text, fingerprint, id FROM event ORDER BY rowid").fetchall()
    assert inserted == [
        (row.place, row.text, index, id_after("abcdefg00000", index)) for index, row in enumerate(given)
    ]


def test_halves_of_characters_become_a_mark_and_words_that_look_like_them_stay() -> None:
    texts = ("a\ud83d", "\\ud83d")
    columns, _ = parse_rows(rows_bytes([Record(f"line:{len(text)}", EventKind.NOTE, text=text) for text in texts]))
    assert columns.text == ["a\ufffd\ufffd\ufffd", "\\ud83d"]


@pytest.mark.parametrize("seed", range(3))
def test_a_worker_that_writes_nonsense_is_not_believed(seed: int) -> None:
    chance, tried, kept = random.Random(seed), 0, 0
    reading = ClockReading(datetime(2025, 2, 1), Precision.SECOND, TimeSource.PLATFORM, 95, 0, words="1")
    rows = [Record(f"line:{number}", EventKind.PAYMENT, reading, amount=Decimal(number)) for number in range(1, 4)]
    good = rows_bytes([*rows, Unread("line:9", "cut-off")])
    for damaged in _damaged(good, chance, 400):
        tried += 1
        try:
            columns, unread = parse_rows(damaged)
            maker = RowMaker(Origin("d", "e", "abcdefg00000", 1, HOME))
            if columns.place:
                made = maker.columns(columns, fingerprints(columns))
                for _, bound in insertions(Origin("d", "e", "abcdefg00000", 1, HOME), made):
                    list(bound)
            kept += 1
        except (ValueError, TypeError, LookupError):
            continue
    print(f"{tried} damaged answers, {kept} of them still records")
    assert kept * 10 < tried


def _damaged(good: bytes, chance: random.Random, count: int) -> Iterator[bytes]:
    pieces = [b"null", b"1", b'"x"', b"[]", b"{}", b"-1", b"1e9", b'"\\ud800"', b"true"]
    for _ in range(count):
        at = chance.randrange(len(good))
        yield good[:at] + chance.choice(pieces) + good[at + chance.randrange(12) :]


@given(st.dictionaries(st.sampled_from(["a", "text", "time"]), words | st.integers(1 - 2**53, 2**53 - 1)))
def test_the_quick_form_is_that_of_rfc_8785(shape: dict[str, str | int]) -> None:
    assert plain_text(shape).encode() == rfc8785.dumps(shape)


def test_ids_of_a_series_count_and_sort() -> None:
    first = new_series()
    ids = ids_after(first, 1000, 3000)
    assert ids == [id_after(first, 1000 + index) for index in range(3000)] == sorted(ids)
    assert (len(first), id_number(ids[-1])) == (LENGTH, 3999)
    with pytest.raises(ValueError, match="33554432"):
        id_after(first, 32**5)


def test_runs_and_ranges_know_their_ids() -> None:
    first = new_series()
    wanted = [*ids_after(first, 5, 40), *ids_after(first, 99, 1), *ids_after("zzzzzzz00000", 0, 2)]
    runs = runs_of(wanted)
    assert (len(runs), list(ids_of(runs))) == (3, wanted)
    ranges = IdRanges()
    ranges.put(runs, 7)
    assert ranges.standing_for(wanted[3]) == [7]
    assert ranges.standing_for(id_after(first, 45)) == ranges.standing_for("nonsense") == []


def test_a_note_is_known_again_whichever_side_it_is_of_now_and_a_message_is_not() -> None:
    facts = {"time": {"chosen": None, "readings": []}, "text": "对方撤回了一条消息"}
    for kind, is_known in ((EventKind.NOTE, True), (EventKind.MESSAGE, False)):
        before, now = ({**facts, "kind": kind.value, "direction": way} for way in ("", "in"))
        assert (fingerprint(before) == fingerprint(now)) is is_known
