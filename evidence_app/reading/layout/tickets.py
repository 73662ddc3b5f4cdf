"""Lists of complaints: a number, a time and what became of it in each entry. Pure."""

from datetime import datetime

from evidence_app.domain.events import Direction, EventFacts, EventKind, EventStatus
from evidence_app.domain.machine_text import MachineLine
from evidence_app.domain.suggestions import PageKind
from evidence_app.reading.layout.content import content
from evidence_app.reading.layout.figures import first_reference
from evidence_app.reading.layout.headings import is_furniture
from evidence_app.reading.layout.moments import best_time, event_time, taken, time_words
from evidence_app.reading.layout.page import Page, Recognised
from evidence_app.reading.layout.records import Record, listed, page_record, understood
from evidence_app.reading.layout.rows import Lines, column_of, middle
from evidence_app.reading.layout.talk import looks_like_talk

LEAST = 2
"""Complaints of a list."""

MOST_LINES = 9
"""Lines of one of them: what has more is a complaint with its story."""

LONGEST_SAID = 40
"""Characters of a line of an entry: what is longer is a story, too."""


def recognise_tickets(page: Page) -> Recognised | None:
    """Return the complaints of a page that lists them, each as filed; what became of it is in its words."""
    lines = content(page)
    if looks_like_talk(page, lines):
        return None
    numbered = [pair.line for pair in page_record(lines).pairs if pair.key == "ticket" and first_reference([pair.text])]
    anchors = column_of(numbered, page.width_px) if len(numbered) >= LEAST else []
    if len(anchors) < LEAST:
        return None
    start = min(map(middle, anchors))
    body = tuple(line for line in lines if not (is_furniture(line.text) and middle(line) < start))
    near = taken(page)
    found = [_complaint(record, near) for record in listed(sorted(anchors, key=middle), body)]
    if len(found) < LEAST or not all(found):
        return None
    return understood(PageKind.TICKET, page, [each for each in found if each])


def _complaint(record: Record, near: datetime) -> tuple[EventFacts, Lines] | None:
    """Return one entry as a complaint that was filed, None where it has several times or tells a story."""
    timed = [line for line in record.lines if time_words(line.text, near)]
    if len(timed) != 1 or len(record.lines) > MOST_LINES or any(len(each.text) > LONGEST_SAID for each in record.lines):
        return None
    numbers = [pair for pair in record.pairs if pair.key == "ticket"]
    number = first_reference([pair.text for pair in numbers])
    told = {id(line) for pair in numbers for line in (pair.line, *pair.lines)} | {id(timed[0])}
    facts = EventFacts(
        kind=EventKind.COMPLAINT,
        time=event_time(best_time([timed[0].text], near, record.day)),
        direction=Direction.OUT,
        text="\n".join(line.text for line in record.lines if id(line) not in told and not _is_mark(line)),
        reference=number,
        status=EventStatus.SUGGESTED,
    )
    return (facts, record.lines) if facts.time.reading and number else None


def _is_mark(line: MachineLine) -> bool:
    return len(line.text.strip()) < LEAST
