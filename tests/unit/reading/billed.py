"""Pages of one payment, for tests."""

from collections.abc import Sequence

from evidence_app.domain.events import EventFacts
from evidence_app.domain.suggestions import ReadEvent
from tests.unit.reading.drawn_lines import Sheet


def wall(facts: EventFacts) -> str:
    reading = facts.time.reading
    return reading.wall.isoformat(" ") if reading and reading.wall else ""


def detail(headline: str, amount: str, *pairs: tuple[str, str], status: str = "") -> Sheet:
    sheet = Sheet().centred("账单详情", 44).centred(headline).centred(amount, 84)
    if status:
        sheet.centred(status, 32)
    for label, value in pairs:
        sheet.row(label, value)
    return sheet


def times(events: Sequence[ReadEvent]) -> list[str]:
    readings = [event.facts.time.reading for event in events]
    return [reading.wall.isoformat(" ", "minutes") if reading and reading.wall else "" for reading in readings]
