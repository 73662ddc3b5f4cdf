"""Pictures of which only a day in the file's name says when they were taken: 陈主管20261110.png. Pure.

It may be the day of something else that the name speaks of. So it is not believed where the picture itself shows a
later day, and what is reckoned from it is less sure than what a page says.
"""

from collections.abc import Sequence
from dataclasses import replace

from evidence_app.domain.suggestions import ReadEvent
from evidence_app.domain.times import EventTime, TimeSource
from evidence_app.reading.layout.notices import time_words
from evidence_app.reading.layout.page import Page, Recognised
from evidence_app.reading.when import When, parse_when

RECKONED = 55
"""Confidence in a time that is reckoned from such a day."""


def believed(pages: Sequence[Page]) -> list[Page]:
    """Return pages, without the day of the file's name if any of them shows a later one."""
    if not any(page.around.loosely and _shows_later(page) for page in pages):
        return list(pages)
    return [replace(page, around=replace(page.around, captured=None, loosely=False)) for page in pages]


def _shows_later(page: Page) -> bool:
    last = page.around.captured
    if last is None:
        return False
    words = (time_words(line.text) for line in page.lines)
    shown = (_of_stated_year(each) for each in words if each)
    return any(when is not None and when.wall.date() > last.date() for when in shown)


def _of_stated_year(words: str) -> When | None:
    """Return the time that words are, if they name its year: 工号2026 and 150年 name none."""
    return parse_when(words, None)


def less_sure(found: Recognised) -> Recognised:
    """Return what was recognised on such a page with less confidence in all times that do not name their year."""
    events = tuple(_reckoned(event) for event in found.events)
    return replace(found, events=events, captured_at=None)


def _reckoned(event: ReadEvent) -> ReadEvent:
    time = event.facts.time
    readings = tuple(
        each._replace(confidence=min(each.confidence, RECKONED))
        if each.source is TimeSource.SCREEN and _of_stated_year(each.words) is None
        else each
        for each in time.readings
    )
    return replace(event, facts=replace(event.facts, time=EventTime(readings, time.chosen, time.decided)))
