from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from evidence_app.domain.events import TimelineEntry
from evidence_app.domain.times import Precision
from tests.ui.test_timeline_model import entry
from ui.timeline.days import tallies, tallies_of
from ui.timeline.rows import Rows, rows_of


def some(number: int, hours: int, precision: Precision, *, disputed: bool) -> TimelineEntry:
    made = replace(entry(number, hours=hours), precision=precision, open_conflict=disputed)
    return replace(made, at=None) if precision is Precision.UNKNOWN else made


ENTRIES = st.lists(st.tuples(st.integers(0, 2000), st.sampled_from(Precision), st.booleans()), max_size=30).map(
    lambda given: [some(number, *each[:2], disputed=each[2]) for number, each in enumerate(sorted(given))]
)


@given(ENTRIES, st.data())
def test_the_rows_of_some_events_are_those_that_would_be_made_of_them(
    entries: list[TimelineEntry], data: st.DataObject
) -> None:
    whole = Rows(rows_of(entries))
    chosen = data.draw(st.sets(st.sampled_from([each.event_id for each in entries] or [""])))
    found, left = whole.among(chosen | {"gone"}), [each for each in entries if each.event_id in chosen]
    made = Rows(rows_of(left))
    assert list(found.content) == list(made.content)
    assert (found.headers, found.row_by_event, found.counts) == (made.headers, made.row_by_event, made.counts)
    assert tallies_of(found) == tallies(left)
