"""From what recognisers made of an exhibit's pages to its suggestions, and to messages with fields filled. Pure."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from evidence_app.domain.events import MOVES_MONEY, Direction, EventKind
from evidence_app.domain.suggestions import ReadEvent, Suggested, SuggestionKind
from evidence_app.domain.times import Precision
from evidence_app.reading.currencies import meant_currency
from evidence_app.reading.entities.agent_codes import asks_for_agent
from evidence_app.reading.entities.fields import carried, filled, is_piece, with_speaker
from evidence_app.reading.entities.finding import find, introduced
from evidence_app.reading.entities.flat import flat
from evidence_app.reading.entities.found import Known
from evidence_app.reading.entities.institutions import house, with_short_form
from evidence_app.reading.entities.titles import title
from evidence_app.reading.entities.unwrapping import unwrapped
from evidence_app.reading.layout.page import Page, Recognised
from evidence_app.reading.paragraphs import paragraphs
from evidence_app.reading.passages import Passage, Speaker
from evidence_app.reading.when import When, parse_when
from evidence_app.rules.territories import territory_of

STILL_ANSWERED = 2
"""Messages after a question for an agent's number in which a bare number answers it."""

_SPEAKERS = {
    (EventKind.MESSAGE, Direction.IN): Speaker.INSTITUTION,
    (EventKind.MESSAGE, Direction.OUT): Speaker.COMPLAINANT,
    # what was filed stands on one page with what was answered: who says what is told from the words
    (EventKind.COMPLAINT, Direction.IN): Speaker.INSTITUTION,
}


def gathered(pages: Sequence[Page], found: Sequence[Recognised]) -> tuple[tuple[ReadEvent, ...], tuple[Suggested, ...]]:
    """Return the events of all pages in order, messages with what their words name, and the suggestions."""
    names = _names(pages, found)
    currency = _currency(pages, found)
    events: list[ReadEvent] = []
    suggestions: list[Suggested] = []
    for page, recognised in zip(pages, found, strict=True):
        known = Known(
            recognised.captured_at or page.around.captured,
            names,
            territory_of(page.around.home),
            currency,
        )
        page_events, page_suggestions = _of_page(recognised, known, len(events))
        events += page_events
        suggestions += page_suggestions
    titled = title(suggestions, events, found)
    return tuple(events), (*([titled] if titled else []), *suggestions)


def _currency(pages: Sequence[Page], found: Sequence[Recognised]) -> str:
    """Return what a bare 元 or $ means: what a recogniser took it for in the rows, or no amount would be said once."""
    of_rows = Counter(event.facts.currency for each in found for event in each.events if event.facts.amount is not None)
    if of_rows:
        return of_rows.most_common(1)[0][0]
    return meant_currency((line.text for page in pages for line in page.lines), pages[0].around.home)


def _said(recognised: Recognised, known: Known) -> list[tuple[Passage, Known]]:
    """Return what stands on a page apart from its events, in paragraphs, each with what is known of it."""
    rest = recognised.passages[len(recognised.events) :]
    single = [passage for passage in rest if _is_line(passage)]
    whole = [unwrapped(passage) for passage in rest if not _is_line(passage)]
    said = [(passage, replace(known, speaker=passage.speaker)) for passage in whole]
    for block in paragraphs(single):
        said += [(passage, replace(known, near=near)) for passage, near in _timed(block, known.near)]
    return said


def _is_line(passage: Passage) -> bool:
    return len(passage.lines) == 1 and passage.speaker is Speaker.UNKNOWN


def _timed(block: Sequence[Passage], near: datetime | None) -> list[tuple[Passage, datetime | None]]:
    """Return the paragraphs of a block, each with the time that stands alone below it, or else above it.

    A time that stands alone is itself as seen from the picture: 昨天 is not the day before yesterday.
    """
    times = [when.wall if (when := parse_when(each.text, near)) and _to_the_minute(when) else None for each in block]
    found = []
    for index, passage in enumerate(block):
        beside = [] if times[index] else [wall for wall in (*times[index:], *reversed(times[:index])) if wall]
        found.append((passage, beside[0] if beside else near))
    return found


def _to_the_minute(when: When) -> bool:
    return when.precision in (Precision.MINUTE, Precision.SECOND)


def _names(pages: Sequence[Page], found: Sequence[Recognised]) -> tuple[str, ...]:
    """Return the names of the dispute's institution and of those that introduce themselves anywhere on the exhibit.

    Elsewhere they are named in passing, which nothing in the sentence shows.
    """
    names = [name for given in pages[0].around.institutions for name in with_short_form(given)]
    known = Known(institutions=tuple(names))
    for recognised in found:
        spoken = [(passage, _at(known, event, passage)) for passage, event in _in_events(recognised)]
        for passage, own in [*spoken, *_said(recognised, known)]:
            names += [each for each in introduced(passage, own) if each not in names]
        names += [each for each in _shown(recognised) if each not in names]
    return tuple(names)


def _shown(recognised: Recognised) -> list[str]:
    """Return the institutions of a chat, a payment or a complaint, as its title, row or label names them."""
    paid = [event.facts.party for event in recognised.events if event.facts.kind is EventKind.PAYMENT]
    against = [event.facts.body for event in recognised.events if event.facts.kind is EventKind.COMPLAINT]
    return [name for name in map(house, dict.fromkeys([recognised.party, *paid, *against])) if name]


def _of_page(recognised: Recognised, known: Known, first: int) -> tuple[list[ReadEvent], list[Suggested]]:
    events: list[ReadEvent] = []
    suggestions: list[Suggested] = []
    anywhere: set[tuple[SuggestionKind, str]] = set()
    asked = 0
    for index, (passage, read) in enumerate(_in_events(recognised), first):
        event = with_speaker(read)
        own = replace(_at(known, event, passage), agent_asked=asked > 0)
        asked = STILL_ANSWERED if asks_for_agent(flat(passage).text) else asked - 1
        named = [replace(each, event_index=index) for each in find(passage, own)]
        named = [
            each
            for each in named
            if not (is_piece(each, event) or _is_nobodys(each, event) or _is_its_time(each, event))
        ]
        in_words = {(each.kind, each.value) for each in named}
        anywhere |= in_words
        added = carried(event, index, passage, in_words, anywhere)
        anywhere |= {(each.kind, each.value) for each in added}
        suggestions += [*named, *added]
        events.append(filled(event, named, passage))
    for passage, own in _said(recognised, known):
        suggestions += [each for each in find(passage, own) if not _is_title(each, recognised.party)]
    return events, suggestions


def _is_nobodys(named: Suggested, event: ReadEvent) -> bool:
    """Tell whether it is an agent of a row of a bill or plan: its title is nobody's words (工号80231工资代发)."""
    return named.kind is SuggestionKind.AGENT_ID and event.facts.kind in MOVES_MONEY


def _is_title(named: Suggested, party: str) -> bool:
    """Tell whether a threat is only how the other side is called, beside a number: 收數 強哥."""
    rest = named.quote.replace(party, "") if party else named.quote
    return named.kind is SuggestionKind.THREAT and not any(char.isalpha() for char in rest)


def _is_its_time(named: Suggested, event: ReadEvent) -> bool:
    """Tell whether it is the time of a row itself, which the event has by the day above it, too."""
    own = _wall(event) if event.facts.kind in _IN_LISTS else None
    if named.kind is not SuggestionKind.TIME or own is None:
        return False
    day, _, clock = named.value.partition("T")
    return f"{own:%H:%M:%S}".startswith(clock) if clock else day == f"{own:%Y-%m-%d}"


def _in_events(recognised: Recognised) -> list[tuple[Passage, ReadEvent]]:
    """Return the words of each event with it; there is a passage for each."""
    words = recognised.passages[: len(recognised.events)]
    return [(unwrapped(passage), event) for passage, event in zip(words, recognised.events, strict=True)]


def _at(known: Known, event: ReadEvent, passage: Passage) -> Known:
    """Return what is known of a message: when it was sent, and by whom where the passage does not say."""
    speaker = passage.speaker
    if speaker is Speaker.UNKNOWN:
        speaker = _SPEAKERS.get((event.facts.kind, event.facts.direction), speaker)
    own = None if event.facts.kind in _IN_LISTS else _wall(event)
    return replace(known, near=own or known.near, speaker=speaker)


_IN_LISTS = (EventKind.CALL, EventKind.PAYMENT)
"""Rows of lists, which show their own times as seen from the picture: 昨天 is not the day before yesterday."""


def _wall(event: ReadEvent) -> datetime | None:
    reading = event.facts.time.reading
    return reading.wall if reading else None
