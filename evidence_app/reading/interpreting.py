"""From the lines of an exhibit to events and suggestions. Pure: the same lines always give the same."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from evidence_app.domain.suggestions import Findings
from evidence_app.domain.times import EventTime
from evidence_app.reading.entities.gathering import gathered
from evidence_app.reading.layout.kinds import recognised
from evidence_app.reading.layout.page import Page, Recognised
from evidence_app.reading.loose_days import believed, less_sure

NO_TIMES: Mapping[int, EventTime] = {}


def interpret(pages: Sequence[Page], times: Mapping[int, EventTime] = NO_TIMES) -> Findings:
    """Return all that can be made of an exhibit's pages; the kind and the other side are those of the first.

    ``times`` are those of events, by their index, that other pictures of the thread say.
    """
    if not pages:
        return Findings()
    pages = believed(pages)
    found = _timed([_recognised(page) for page in pages], times)
    events, suggestions = gathered(pages, found)
    return Findings(found[0].kind, found[0].party, events, suggestions, found[0].captured_at)


def _recognised(page: Page) -> Recognised:
    found = recognised(page)
    return less_sure(found) if page.around.loosely else found


def _timed(found: Sequence[Recognised], times: Mapping[int, EventTime]) -> list[Recognised]:
    timed, first = [], 0
    for each in found:
        events = tuple(
            replace(event, facts=replace(event.facts, time=times.get(first + number, event.facts.time)))
            for number, event in enumerate(each.events)
        )
        timed.append(replace(each, events=events))
        first += len(events)
    return timed
