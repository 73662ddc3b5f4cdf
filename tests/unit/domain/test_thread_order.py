"""A message of which only the day is known stands where its page shows it, if the page goes on in time."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from evidence_app.domain.events import Event, EventKind
from evidence_app.domain.timeline import in_order
from evidence_app.domain.times import ClockReading, Precision, TimeSource, choose

HOME = ZoneInfo("Asia/Shanghai")
MINUTE, DAY = Precision.MINUTE, Precision.DAY


def said(name: str, ordinal: int, when: str, page: str = "p", kind: EventKind = EventKind.MESSAGE) -> Event:
    precision = MINUTE if ":" in when else DAY
    reading = ClockReading(datetime.fromisoformat(when), precision, TimeSource.SCREEN, 80)
    return Event(id=name, dispute_id="d", ordinal=ordinal, kind=kind, time=choose([reading]), read_from=page)


EARLY, LATE = said("early", 1, "2026-11-06 09:00"), said("late", 4, "2026-11-06 15:00")
FIRST, SECOND = said("first", 2, "2026-11-06"), said("second", 3, "2026-11-06")


@pytest.mark.parametrize(
    ("events", "order"),
    [
        ((EARLY, FIRST, SECOND, LATE), "early first second late"),
        ((EARLY, LATE, said("last", 5, "2026-11-06")), "early late last"),
        ((said("top", 0, "2026-11-06"), EARLY, LATE), "top early late"),
        ((EARLY, FIRST, LATE, said("call", 9, "2026-11-06 10:00", "q")), "early first call late"),
        ((EARLY, said("other", 2, "2026-11-06", "q"), LATE), "other early late"),
        ((EARLY, said("paid", 2, "2026-11-06", kind=EventKind.PAYMENT), LATE), "paid early late"),
        ((EARLY, said("next", 2, "2026-11-07"), LATE), "early late next"),
        ((said("late", 1, "2026-11-06 15:00"), FIRST, said("early", 4, "2026-11-06 09:00")), "first early late"),
        ((EARLY, FIRST), "first early"),  # one time does not tell which way the page goes
    ],
)
def test_a_message_of_a_mere_day_stands_behind_what_its_page_shows_above_it(
    events: tuple[Event, ...], order: str
) -> None:
    assert " ".join(each.id for each in in_order(events, HOME)) == order
