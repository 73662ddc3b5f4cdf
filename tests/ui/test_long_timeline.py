"""A long timeline, of which lines are read when one looks at them, says and counts what one read whole does."""

import random
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from evidence_app.actions.add_evidence import FileSource, add_evidence
from evidence_app.actions.disputes import NewDispute, new_dispute
from evidence_app.actions.edit import edit_event
from evidence_app.actions.long_timeline import GONE, PAGE, LongTimeline
from evidence_app.actions.record_event import NewEvent, record_event
from evidence_app.actions.search import refresh_index
from evidence_app.actions.session import Session, open_session
from evidence_app.actions.timeline import first_lines, timeline, timeline_since
from evidence_app.domain import long_timeline
from evidence_app.domain.disputes import DisputeType
from evidence_app.domain.events import EventKind, EventStatus, TimelineEntry
from evidence_app.domain.machine_text import MachineLine, MachineText
from evidence_app.domain.suggestions import Findings
from evidence_app.domain.timeline import ALL_TIME, Period
from evidence_app.progress import Silent
from evidence_app.vault import timelines
from ui.overview.counted import counted
from ui.timeline.days import slots
from ui.timeline.filter import SHOW_ALL, Facet, Footing, TimelineFilter
from ui.timeline.long_outline import LongOutline
from ui.timeline.long_sought import SEEN
from ui.timeline.outline import Outline, outlined
from ui.timeline.rows import Rows
from ui.timeline.sought import get_ready, sought

EVENTS = 700
FIRST_MS = 1_735_689_600_000  # 2025-01-01
DAY_MS = 86_400_000


class Both:
    """The same dispute both ways; no dataclass, of which Hypothesis would write down all events."""

    def __init__(self, session: Session, whole: Outline, long: LongOutline) -> None:
        self.session, self.whole, self.long = session, whole, long

    def __repr__(self) -> str:
        return "Both"

    def __iter__(self) -> Iterator[Any]:
        return iter((self.session, self.whole, self.long))


def _varied(catalog: Path, dispute_id: str, exhibits: list[str]) -> None:
    """Write events of all kinds and times straight into the catalog: what the timeline shows is in its columns."""
    chance = random.Random(20250222)
    with closing(sqlite3.connect(catalog, timeout=60)) as connection, connection:
        columns = [row[1] for row in connection.execute("PRAGMA table_info(event)")]
        (base,) = connection.execute("SELECT * FROM event WHERE kind = 'note'").fetchall()
        numbers = list(range(100, 100 + EVENTS))
        chance.shuffle(numbers)
        for number in numbers:
            event = dict(zip(columns, base, strict=True))
            at_ms = FIRST_MS + chance.randrange(40) * DAY_MS // 2 + chance.choice((0, 0, 1, 3_600_000))
            event |= {
                "id": f"e{number:011}",
                "ordinal": number,
                "kind": chance.choice([*EventKind][:-1]),
                "at_ms": chance.choice((at_ms, at_ms, at_ms, at_ms, None)),
                "precision": chance.choice(("second", "second", "minute", "day", "month")),
                "time_source": chance.choice(("typed", "platform", "screen", "modified")),
                "open_conflict": chance.random() < 0.05,
                "party": chance.choice(("", "客服", "A\x1eB", "Lender")),
                "number": chance.choice(("95188", "10086")),
                "agent_id": chance.choice(("", "", "80231")),
                "text": f"text {number} " + chance.choice(("\x00 nul", '"\\ quoted"', "😀\n\u2028", "\ufffe")),
                "promise": chance.choice(("", "", "soon")),
                "promise_due": chance.choice(("", "", "2025-01-20")),
                "status": chance.choice(("accepted", "accepted", "suggested")),
                "first_exhibit_id": chance.choice((None, *exhibits)),
                "set_aside": chance.choice(("", "", "", "", "", "gone")),
            }
            if event["at_ms"] is None:
                event["precision"] = "unknown"
            marks = ", ".join("?" * len(columns))
            connection.execute(f"INSERT INTO event VALUES ({marks})", [event[name] for name in columns])
        connection.execute(
            "INSERT INTO event_exhibit SELECT id, first_exhibit_id, 0 FROM event WHERE first_exhibit_id IS NOT NULL "
            "AND id LIKE 'e000000%'"
        )
        connection.execute("UPDATE event SET read_from = first_exhibit_id WHERE id LIKE 'e000000%' AND ordinal % 2")


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Both]:
    """The same dispute's outline as it is read whole, and as a long one."""
    folder = tmp_path_factory.mktemp("long")
    session = open_session(folder / "vault", create=True)
    dispute = new_dispute(session, NewDispute(title="A", type=DisputeType.OTHER, institution="速融宝"))
    for number, name in enumerate(("Screenshot_20250122_081503_com.tencent.mm.png", "none.png", "other.png")):
        Image.new("RGB", (30 + number, 40)).save(folder / name)
    sources = [FileSource(path) for path in sorted(folder.glob("*.png"))]
    report = add_evidence(session, dispute.id, sources, Silent(), lambda item: None)
    record_event(session, dispute.id, NewEvent(kind=EventKind.NOTE, text="base"))
    exhibits = [item.exhibit_id for item in report.items]
    _varied(folder / "vault" / "catalog.sqlite3", dispute.id, exhibits[:2])
    for exhibit_id, lines in zip(exhibits, (("您好 80231", "text 12"), ("客服", "提現"), ("提現失敗",)), strict=True):
        read = tuple(MachineLine(line, (10, 10 + 40 * row, 100, 30), 0.9) for row, line in enumerate(lines))
        with session.vault.change() as tx:
            tx.keep_reading(MachineText(exhibit_id, "RapidOCR 3.10.0", read, 1, session.now()), Findings())
    with pytest.MonkeyPatch.context() as patch:
        whole = outlined(timeline(session, dispute.id), dispute.id)
        patch.setattr(long_timeline, "LONG", 100)
        patch.setattr(timelines, "PART", 64)
        _, entries = timeline_since(session, dispute.id, None)
        assert isinstance(entries, LongTimeline)
        long = outlined(entries, dispute.id)
        assert isinstance(long, LongOutline)
        yield Both(session, whole, long)
    session.close()


def _waits(entry: TimelineEntry) -> bool:
    return entry.status is EventStatus.SUGGESTED


def _same_rows(whole: Rows, long: Rows) -> None:
    assert list(long.content) == list(whole.content)
    assert list(long.headers) == list(whole.headers)
    assert list(long.event_ids) == list(whole.event_ids)
    assert long.counts == whole.counts
    assert list(long.disputed_rows) == list(whole.disputed_rows)
    assert long.event_count == whole.event_count


def test_every_line_is_the_same_and_in_its_place(both: Both) -> None:
    _, whole, long = both
    assert list(long.entries) == [long.entries[place] for place in range(len(long.entries))] == whole.entries
    assert long.entries[3 : PAGE + 9] == whole.entries[3 : PAGE + 9]
    assert long.entries[-1] == whole.entries[-1]


def test_rows_days_and_what_is_said_of_all_are_the_same(both: Both) -> None:
    _, whole, long = both
    _same_rows(whole.rows, long.rows)
    _same_rows(whole.folded_rows, long.folded_rows)
    assert (long.days, long.folded_days) == (whole.days, whole.folded_days)
    assert 0 < long.told_count == whole.told_count
    assert (long.facets, long.usual_year) == (whole.facets, whole.usual_year)
    assert list(long.undated) == list(whole.undated)
    assert list(long.disputed) == list(whole.disputed)
    assert (long.documents, long.first_telling) == (whole.documents, whole.first_telling)


def test_each_event_is_found_in_its_row_and_an_unknown_one_nowhere(both: Both) -> None:
    _, whole, long = both
    assert {event_id: long.rows.row_by_event[event_id] for event_id in whole.rows.row_by_event} == (
        whole.rows.row_by_event
    )
    assert long.rows.row_by_event.get("nothing") is None
    ids = list(whole.rows.row_by_event)
    assert [long.rows.event_ids.index(event_id) for event_id in ids[::17]] == list(range(len(ids)))[::17]
    assert long.of_ids([ids[90], ids[3], "nothing"]) == whole.of_ids([ids[3], ids[90]])
    rows = range(5, 500, 7)
    assert long.rows.ids_in(rows) == whole.rows.ids_in(rows)
    for row in range(-1, 500, 11):
        assert long.rows.first_from(row, _waits) == whole.rows.first_from(row, _waits)
    pictured = whole.pictured(whole.rows.event_ids)
    assert list(long.pictured(long.rows.event_ids)) == long.pictured(ids) == pictured
    assert long.pictured(long.rows.event_ids).index(pictured[7]) == 7


def test_where_a_dispute_stands_is_the_same(both: Both) -> None:
    _, whole, long = both
    of_whole, of_long = counted(whole), counted(long)
    for name in ("any", "days", "conflicts", "far_off", "timeless", "own"):
        assert getattr(of_long, name) == getattr(of_whole, name), name


_DATES = st.none() | st.dates(date(2024, 12, 28), date(2025, 2, 10))
FILTERS = st.builds(
    TimelineFilter,
    kinds=st.frozensets(st.sampled_from(list(EventKind)), max_size=3),
    parties=st.frozensets(st.sampled_from(("客服", "95188", "Lender", "A\x1eB")), max_size=2),
    agents=st.frozensets(st.sampled_from(("", "80231")), max_size=1),
    footings=st.frozensets(st.sampled_from(list(Footing)), max_size=2),
    period=st.just(ALL_TIME) | st.builds(Period, _DATES, _DATES),
    unfolds=st.booleans(),
    held=st.just("") | st.sampled_from(("", "held")),
)


@settings(max_examples=60)
@given(wanted=FILTERS)
def test_any_filter_shows_and_counts_the_same(both: Both, wanted: TimelineFilter) -> None:
    _, whole, long = both
    if wanted.held:
        told = next(entry.event_id for entry in whole.entries if entry.told)
        object.__setattr__(wanted, "held", told)
    (rows, days), (long_rows, long_days) = whole.shown(wanted), long.shown(wanted)
    _same_rows(rows, long_rows)
    assert long_days == days
    for most in (3, 40, 1000):
        assert slots(long_days, most) == slots(days, most)
    for facet in Facet:
        assert +long.tally(facet, wanted) == +whole.tally(facet, wanted)
        assert set(long.tally(facet, wanted)) == set(whole.tally(facet, wanted))


def test_where_nothing_is_picked_no_kind_of_event_is_asked(both: Both, monkeypatch: pytest.MonkeyPatch) -> None:
    _, whole, long = both
    wanted = [SHOW_ALL, replace(SHOW_ALL, unfolds=True)]
    expected = [whole.shown(each) for each in wanted]
    monkeypatch.setattr(TimelineFilter, "fits", lambda *_: pytest.fail("asked"))
    for each, (rows, days) in zip(wanted, expected, strict=True):
        _same_rows(rows, long.shown(each)[0])
        assert long.shown(each)[1] == days


def test_a_period_alone_unfolds_nothing(both: Both) -> None:
    _, whole, long = both
    day = next(entry.at.date() for entry in whole.entries if entry.told and entry.at is not None)
    wanted = TimelineFilter(period=Period(day, day))
    for outline in (whole, long):
        rows, _ = outline.shown(wanted)
        assert not [row for row in rows.content if isinstance(row, TimelineEntry) and row.told]


def test_some_of_the_events_stand_below_the_same_days(both: Both) -> None:
    _, whole, long = both
    for share in (3, 40):
        ids = frozenset(list(whole.rows.row_by_event)[::share])
        _same_rows(whole.rows.among(ids), long.rows.among(ids))


def _without_index(session: Session, whole: Outline) -> None:
    session.vault.words.erase()


def _with_index(session: Session, whole: Outline) -> None:
    refresh_index(session)


def _with_an_index_that_is_behind(session: Session, whole: Outline) -> None:
    changed = [entry for entry in whole.entries if entry.kind is EventKind.NOTE][:3]
    for entry in changed:
        edit_event(session, entry.event_id, {"text": "another text"})
    refresh_index(session)
    for entry in changed:
        edit_event(session, entry.event_id, {"text": entry.text})


_SOUGHT = (
    *("1", "12", "te", "客", "客服", "客服 1", "80231", "9518", "A", "lender soon", "提现", "提现 失败", "提现 text"),
    *(
        "screenshot",
        "tencent 您好",
        "您好 12",
        "base",
        "速融",
        "quoted\\",
        "😀",
        "nothing",
        "9 8 7",
        "text " * 20,
        "  ",
    ),
)
QUERIES = st.sampled_from(_SOUGHT) | st.lists(st.sampled_from([*_SOUGHT, "5", "x"]), max_size=3).map(" ".join)


@pytest.mark.parametrize(
    ("prepare", "examples"), [(_without_index, 10), (_with_index, 60), (_with_an_index_that_is_behind, 30)]
)
def test_any_search_finds_shows_and_counts_the_same(
    both: Both, prepare: Callable[[Session, Outline], None], examples: int
) -> None:
    session, whole, long = both
    prepare(session, whole)
    found_some: set[int] = set()

    @settings(max_examples=examples)
    @given(query=QUERIES)
    def search(query: str) -> None:
        of_whole, of_long = sought(session, whole, query), sought(session, long, query)
        _same_rows(of_whole.rows, of_long.rows)
        assert (of_long.days, of_long.read) == (of_whole.days, of_whole.read)
        for event_id in whole.rows.row_by_event:
            assert (event_id in of_long.event_ids) == (event_id in of_whole.event_ids)
        wanted = TimelineFilter(text=query, sought=of_whole, kinds=frozenset({EventKind.CALL}))
        _same_rows(whole.shown(wanted)[0], long.shown(replace(wanted, sought=of_long))[0])
        found_some.add(of_whole.rows.event_count)

    search()
    assert len(found_some) > 3


def test_what_a_search_shows_first_is_read_with_it_and_read_again_once_lines_are_forgotten(
    both: Both, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, whole, long = both
    refresh_index(session)
    long.entries.forget_lines()
    get_ready(session, long)
    rows = sought(session, long, "text 1 5").rows
    expected = sought(session, whole, "text 1 5").rows
    assert rows.event_count > SEEN
    with monkeypatch.context() as nothing_read:
        nothing_read.setattr(long.entries, "_read", lambda keys: None)
        assert list(rows.content)[:SEEN] == list(expected.content)[:SEEN]
        first = next(iter(expected.row_by_event))
        assert rows.row_by_event[first] == expected.row_by_event[first]
        long.entries.forget_lines()
        assert rows.content[1] == GONE
    assert rows.content[1] == expected.content[1]


def test_a_search_after_the_index_was_made_anew_is_right(both: Both) -> None:
    session, whole, long = both
    refresh_index(session)
    before = sought(session, long, "text 1").rows
    session.vault.words.erase()
    with session.vault.words.writing() as index, session.vault.read() as catalog, index.at_once():  # in another order
        index.begin(whole.dispute_id)
        index.add(whole.dispute_id, list(catalog.worded(whole.dispute_id))[::-1])
        length = catalog.log_length(whole.dispute_id)
        index.settle(whole.dispute_id, length, catalog.leaf(whole.dispute_id, length - 1) or b"")
    _same_rows(before, sought(session, long, "text 1").rows)
    assert before.event_count > 0


IN_ANOTHER_ORDER = """
import sys
from pathlib import Path
from evidence_app.vault.words import Words

words = Words(Path(sys.argv[1]))
with words.reading() as index:
    (dispute_id, standing), = index.standings.items()
    things = [found.thing for word in ("text", "80231", "提", "a") for found in index.having([word])]
things = {(thing.found_in, thing.id): thing for thing in things}
with words.writing() as index, index.at_once():
    index.begin(dispute_id)
    index.add(dispute_id, list(things.values())[::-1])
    index.settle(dispute_id, standing.length, standing.leaf)
"""


def test_a_search_sees_that_another_process_gave_the_things_other_numbers(both: Both) -> None:
    session, whole, long = both
    refresh_index(session)
    before = sought(session, long, "text 1").rows
    subprocess.run([sys.executable, "-c", IN_ANOTHER_ORDER, str(session.folder)], check=True)
    _same_rows(before, sought(session, long, "text 1").rows)
    _same_rows(sought(session, whole, "text 12").rows, sought(session, long, "text 12").rows)
    assert before.event_count > 0


def test_what_is_seen_first_are_the_first_lines(both: Both) -> None:
    session, whole, _ = both
    first = first_lines(session, whole.dispute_id)
    assert first is not None
    assert first == whole.entries[: len(first)]


@pytest.fixture
def damaged(both: Both) -> Iterator[tuple[int, ...]]:
    """Three events of the vault are damaged until the test is over."""
    session, whole, long = both
    changes = {77: "text = CAST(X'FF41' AS TEXT)", 90: "amount = 'much'", 91: "kind = 'nothing'"}
    with closing(
        sqlite3.connect(session.vault.folder / "catalog.sqlite3", timeout=60, isolation_level=None)
    ) as connection:
        kept = {}
        for place, change in changes.items():
            event_id = whole.entries[place].event_id
            columns = connection.execute("SELECT text, amount, kind FROM event WHERE id = ?", (event_id,))
            kept[event_id] = columns.fetchone()
            connection.execute(f"UPDATE event SET {change} WHERE id = ?", (event_id,))
        long.entries.forget_lines()
        yield tuple(changes)
        for event_id, values in kept.items():
            connection.execute("UPDATE event SET text = ?, amount = ?, kind = ? WHERE id = ?", (*values, event_id))
        long.entries.forget_lines()


def test_a_line_whose_columns_were_damaged_is_the_only_one_without_words(both: Both, damaged: tuple[int, ...]) -> None:
    _, whole, long = both
    read = long.entries[64:128]
    assert tuple(place for place, entry in enumerate(read, 64) if entry == GONE) == damaged
    fine = [entry for place, entry in enumerate(whole.entries[64:128], 64) if place not in damaged]
    assert [entry for entry in read if entry != GONE] == fine


def test_a_closed_vault_leaves_a_line_without_words(both: Both, tmp_path: Path) -> None:
    session = open_session(tmp_path / "vault", create=True)
    _, _, long = both
    timeline = LongTimeline(session, long.entries.dispute, long.entries.skeleton)
    session.close()
    assert timeline[0] == GONE
    assert timeline.place_of("nothing") == -1
    assert timeline.ids_at([0, 1]) == []
