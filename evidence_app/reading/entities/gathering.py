"""From what recognisers made of an exhibit's pages to its suggestions, and to messages with fields filled. Pure."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.suggestions import ReadEvent, Suggested
from evidence_app.reading.entities.fields import carried, filled
from evidence_app.reading.entities.finding import find, introduced
from evidence_app.reading.entities.found import Known
from evidence_app.reading.entities.money import currency_of
from evidence_app.reading.entities.titles import title
from evidence_app.reading.entities.unwrapping import unwrapped
from evidence_app.reading.layout.page import Page, Recognised
from evidence_app.reading.passages import Passage, Speaker
from evidence_app.rules.working_days import region_of

_SPOKEN = (EventKind.MESSAGE, EventKind.COMPLAINT)
_SPEAKERS = {Direction.IN: Speaker.INSTITUTION, Direction.OUT: Speaker.COMPLAINANT}


def gathered(pages: Sequence[Page], found: Sequence[Recognised]) -> tuple[tuple[ReadEvent, ...], tuple[Suggested, ...]]:
    """Return the events of all pages in order, messages with what their words name, and the suggestions."""
    found = [replace(each, passages=tuple(unwrapped(passage) for passage in each.passages)) for each in found]
    names = _names(pages, found)
    currency = currency_of([line.text for page in pages for line in page.lines], pages[0].around.home)
    events: list[ReadEvent] = []
    suggestions: list[Suggested] = []
    for page, recognised in zip(pages, found, strict=True):
        known = Known(
            recognised.captured_at or page.around.captured,
            names,
            region_of(page.around.home),
            currency,
        )
        page_events, page_suggestions = _of_page(recognised, known, len(events))
        events += page_events
        suggestions += page_suggestions
    titled = title(suggestions, events, found)
    return tuple(events), (*([titled] if titled else []), *suggestions)


def _names(pages: Sequence[Page], found: Sequence[Recognised]) -> tuple[str, ...]:
    """Return the names of the dispute's institution and of those that introduce themselves anywhere on the exhibit.

    Elsewhere they are named in passing, which nothing in the sentence shows.
    """
    names = list(pages[0].around.institutions)
    known = Known(institutions=tuple(names))
    for recognised in found:
        for number, passage in enumerate(recognised.passages):
            event = recognised.events[number] if number < len(recognised.events) else None
            spoken = _at(known, event, passage) if event else replace(known, speaker=passage.speaker)
            names += [each for each in introduced(passage, spoken) if each not in names]
    return tuple(names)


def _of_page(recognised: Recognised, known: Known, first: int) -> tuple[list[ReadEvent], list[Suggested]]:
    events: list[ReadEvent] = []
    suggestions: list[Suggested] = []
    for number, passage in enumerate(recognised.passages):
        event = recognised.events[number] if number < len(recognised.events) else None
        if event is None:
            suggestions += find(passage, replace(known, speaker=passage.speaker))
            continue
        index = first + number
        named = [replace(each, event_index=index) for each in find(passage, _at(known, event, passage))]
        suggestions += [*named, *carried(event, index, named)]
        events.append(filled(event, named))
    return events, suggestions


def _at(known: Known, event: ReadEvent, passage: Passage) -> Known:
    """Return what is known of a message: when it was sent, and by whom where the passage does not say."""
    speaker = passage.speaker
    if speaker is Speaker.UNKNOWN and event.facts.kind in _SPOKEN:
        speaker = _SPEAKERS.get(event.facts.direction, speaker)
    return replace(known, near=_wall(event) or known.near, speaker=speaker)


def _wall(event: ReadEvent) -> datetime | None:
    reading = event.facts.time.reading
    return reading.wall if reading else None
