import json
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_app.domain.events import EventKind, EventStatus
from evidence_app.domain.timeline import Period
from evidence_app.domain.times import Precision, TimeSource
from tests.ui.test_timeline_model import entry
from ui.timeline.filter import SHOW_ALL, Facet, Footing, TimelineFilter, footings, from_text, tally, to_text

texts = st.text(max_size=20)
filters = st.builds(
    TimelineFilter,
    kinds=st.frozensets(st.sampled_from(EventKind)),
    text=texts,
    parties=st.frozensets(texts, max_size=3),
    agents=st.frozensets(texts, max_size=3),
    footings=st.frozensets(st.sampled_from(Footing)),
    period=st.builds(Period, st.none() | st.dates(), st.none() | st.dates()),
)


@given(filters)
def test_a_filter_is_read_again_as_it_was_written(wanted: TimelineFilter) -> None:
    assert from_text(to_text(wanted)) == wanted


@pytest.mark.parametrize("text", ["", "[", "null", "[1]", '{"kinds": 3, "first": "soon", "text": []}', "[" * 100_000])
def test_what_is_no_filter_shows_everything(text: str) -> None:
    assert from_text(text) == SHOW_ALL


def test_values_that_only_a_newer_version_knows_are_passed_over() -> None:
    kept = json.dumps({"kinds": ["call", "dream"], "footings": ["sworn"], "moods": ["calm"], "agents": ["80231", 5]})
    assert from_text(kept) == TimelineFilter(kinds=frozenset({EventKind.CALL}), agents=frozenset({"80231"}))


def test_kinds_parties_agents_and_text_restrict_together() -> None:
    wanted = TimelineFilter(text="逾期", parties=frozenset({"速融宝"}), agents=frozenset({"80231"}))
    assert wanted.accepts(entry(1))
    assert not wanted.accepts(entry(1, party=""))
    assert not wanted.accepts(entry(1, agent_id="80567"))
    assert not wanted.accepts(entry(1, text="refund"))


def test_the_empty_party_stands_for_events_that_name_none() -> None:
    assert TimelineFilter(parties=frozenset({""})).accepts(entry(1, party=""))


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"time_source": TimeSource.TYPED}, {Footing.EXACT}),
        ({"time_source": TimeSource.SCREEN}, {Footing.SCREEN}),
        ({"time_source": TimeSource.MODIFIED, "open_conflict": True}, {Footing.FILE, Footing.CONFLICT}),
        ({"precision": Precision.DAY, "status": EventStatus.SUGGESTED}, {Footing.PARTIAL, Footing.UNCONFIRMED}),
        ({"hours": -1}, {Footing.UNKNOWN}),
    ],
)
def test_an_event_stands_on_its_time_and_on_what_is_open_about_it(facts: dict[str, object], expected: set[str]) -> None:
    assert footings(entry(1, **facts)) == expected  # type: ignore[arg-type]


def test_a_month_of_unknown_day_is_in_every_period_that_it_touches() -> None:
    march = entry(1, precision=Precision.MONTH, at=datetime(2025, 3, 1, tzinfo=ZoneInfo("Asia/Shanghai")))
    touching, before = Period(date(2025, 3, 20), None), Period(None, date(2025, 2, 28))
    assert TimelineFilter(period=touching).accepts(march)
    assert not TimelineFilter(period=before).accepts(march)


def test_an_unknown_time_is_in_no_period() -> None:
    assert not TimelineFilter(period=Period(date(1990, 1, 1), None)).accepts(entry(1, hours=-1))


def test_counts_say_what_choosing_a_value_would_show_beside_the_other_criteria() -> None:
    entries = [entry(1), entry(2, kind=EventKind.CALL), entry(3, kind=EventKind.CALL, party="")]
    wanted = TimelineFilter(kinds=frozenset({EventKind.MESSAGE}), parties=frozenset({"速融宝"}))
    assert tally(entries, Facet.KINDS, wanted) == {"message": 1, "call": 1}
    assert tally(entries, Facet.PARTIES, wanted) == {"速融宝": 1, "": 0}
