from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from pytestqt.qtbot import QtBot

from evidence_app.domain.events import Event, EventKind
from evidence_app.domain.times import ClockReading, EventTime, Precision, TimeMeaning, TimeSource
from tests.ui.test_timeline_model import entry
from ui.timeline.trayrow import Offer, TrayRow
from ui.timeline.undated import Basis, Dated, neighbours, proposals, undated

HOME = ZoneInfo("Asia/Shanghai")
MODIFIED = ClockReading(
    datetime(2025, 2, 24, 20, 1, 2), Precision.SECOND, TimeSource.MODIFIED, 40, 480, TimeMeaning.MODIFIED
)


def event(*readings: ClockReading) -> Event:
    return Event(
        id="e", dispute_id="d", ordinal=1, kind=EventKind.DOCUMENT, time=EventTime(readings, None, decided=True)
    )


def dated(number: int, day: int, name: str = "", month: int = 2) -> Dated:
    return Dated(number, name, datetime(2025, month, day, 8, 15, tzinfo=HOME))


def said(found: list[object]) -> list[tuple[str, Basis]]:
    return [(proposal.text, proposal.basis) for proposal in found]  # type: ignore[attr-defined]


def test_the_date_of_the_file_is_proposed_last_and_kept_as_that_reading() -> None:
    *_, last = proposals(event(MODIFIED), 4, "", [dated(3, 22)], HOME)
    assert (last.text, last.basis, last.source) == ("2025-02-24 20:01:02", Basis.READING, TimeSource.MODIFIED)
    assert last.time == EventTime((MODIFIED,), 0, decided=True)


def test_between_two_exhibits_of_one_day_that_day_is_proposed() -> None:
    (only,) = proposals(event(), 4, "", [dated(3, 22), dated(5, 22), dated(9, 28)], HOME)
    assert said([only]) == [("2025-02-22", Basis.ADDED_BETWEEN)]
    assert only.time.reading is not None
    assert (only.time.reading.source, only.time.precision) == (TimeSource.TYPED, Precision.DAY)


def test_between_two_days_of_a_month_the_month_and_each_day_are_proposed() -> None:
    assert said(proposals(event(), 4, "", [dated(3, 22), dated(5, 24)], HOME)) == [
        ("2025-02", Basis.ADDED_BETWEEN),
        ("2025-02-22", Basis.ADDED_AFTER),
        ("2025-02-24", Basis.ADDED_BEFORE),
    ]


def test_a_series_of_names_counts_more_than_the_order_of_adding() -> None:
    beside = [dated(3, 1, month=5), dated(8, 22, "IMG_0011.PNG"), dated(9, 22, "img_0014.png")]
    assert said(proposals(event(), 4, "IMG_0012.PNG", beside, HOME))[0] == ("2025-02-22", Basis.NAMED_BETWEEN)


@pytest.mark.parametrize("name", ["", "no number.png", "其他_0012.png"])
def test_a_name_of_no_known_series_proposes_nothing(name: str) -> None:
    found = proposals(event(), 4, name, [dated(8, 22, "IMG_0011.PNG")], HOME)
    assert said(found) == [("2025-02-22", Basis.ADDED_BEFORE)]


def test_an_event_without_exhibit_or_reading_has_nothing_proposed() -> None:
    assert proposals(event(), 0, "", [dated(3, 22)], HOME) == []


def test_neighbours_are_exhibits_whose_day_rests_on_more_than_the_last_writing() -> None:
    facts = {"kind": EventKind.DOCUMENT, "exhibit_id": "x"}
    entries = [
        entry(1, exhibit_number=2, **facts),
        entry(2, exhibit_number=1, **facts, time_source=TimeSource.MODIFIED),
        entry(3, exhibit_number=3, **facts, precision=Precision.MONTH),
        entry(4, exhibit_number=4, exhibit_id="x"),
        entry(5, exhibit_number=5, hours=-1, **facts),
    ]
    assert [(one.number, one.name) for one in neighbours(entries, {"x": "a.png"})] == [(2, "a.png")]
    assert [one.event_id for one in undated(entries)] == ["e5"]


@pytest.mark.parametrize(("place", "read_only", "taken"), [(0, False, 1), (4, False, 0), (0, True, 0)])
def test_only_a_proposal_that_is_offered_is_taken(qtbot: QtBot, place: int, read_only: bool, taken: int) -> None:
    (only,) = proposals(event(MODIFIED), 0, "", [], HOME)
    row = TrayRow(Offer(entry(1), event(MODIFIED), [only]), read_only=read_only)
    qtbot.addWidget(row)
    decided: list[object] = []
    row.decided.connect(decided.append)
    row.accept(place)
    assert len(decided) == taken
