"""All that a passage names, each place once: the surest kinds first, and what one has taken no other gets. Pure."""

from collections.abc import Sequence

from evidence_app.domain.continuity import MORE
from evidence_app.domain.suggestions import Suggested, SuggestionKind
from evidence_app.reading.entities.agent_names import find_names
from evidence_app.reading.entities.agents import find_agents
from evidence_app.reading.entities.amounts import find_amounts
from evidence_app.reading.entities.cards import find_cards
from evidence_app.reading.entities.flat import Flat, flat
from evidence_app.reading.entities.found import Finder, Found, Known
from evidence_app.reading.entities.institutions import find_institutions
from evidence_app.reading.entities.moments import find_moments
from evidence_app.reading.entities.nothing import without_nothing
from evidence_app.reading.entities.phones import find_phones
from evidence_app.reading.entities.promises import find_promises
from evidence_app.reading.entities.references import find_labelled, find_unlabelled
from evidence_app.reading.entities.reports import find_reports
from evidence_app.reading.entities.third_parties import find_third_parties
from evidence_app.reading.entities.threats import find_threats
from evidence_app.reading.entities.urls import find_urls
from evidence_app.reading.passages import Passage

FIRST: tuple[Finder, ...] = (find_urls, find_cards)
"""These know their own by more than a number's look."""

TAKING: tuple[Finder, ...] = (
    find_agents,
    find_labelled,
    find_moments,
    find_amounts,
    find_phones,
    find_unlabelled,
)
"""An order number holds what looks like a phone, a time what looks like an amount: the order decides."""

BESIDE: tuple[Finder, ...] = (
    find_institutions,
    find_promises,
    find_threats,
    find_third_parties,
    find_reports,
    find_names,
)
"""These lie over the others: an amount stands within a promise."""

_VERBATIM = {SuggestionKind.PROMISE, SuggestionKind.THREAT, SuggestionKind.THIRD_PARTY, SuggestionKind.AGENT_NAME}

LONGEST_PASSAGE = 5_000
"""Characters. More is no bubble and no paragraph; what lies behind is not looked at, so that it costs no minutes."""


def find(passage: Passage, known: Known) -> list[Suggested]:
    """Return what a passage names, in the order in which it stands there."""
    text = _searched(passage)
    found: list[Found] = []
    for finder in BESIDE:
        found += finder(text, known)
    text, taken = _taken(text, known, FIRST)
    found += taken
    _, taken = _taken(without_nothing(text), known, TAKING)
    found += taken
    return [_suggested(passage, each, known) for each in sorted(found, key=lambda each: (each.start, each.end))]


def _taken(text: Flat, known: Known, finders: Sequence[Finder]) -> tuple[Flat, list[Found]]:
    """Return what the finders find one after the other, and the text without it."""
    found: list[Found] = []
    for finder in finders:
        each_found = finder(text, known)
        found += each_found
        text = text.without((each.start, each.end) for each in each_found)
    return text, found


def introduced(passage: Passage, known: Known) -> list[str]:
    """Return the institutions that a passage introduces, verbatim."""
    return [passage.text[each.start : each.end] for each in find_institutions(_searched(passage), known)]


def _searched(passage: Passage) -> Flat:
    text = flat(passage)
    if len(text.text) <= LONGEST_PASSAGE:
        return text
    return Flat(text.text[:LONGEST_PASSAGE], text.words[:LONGEST_PASSAGE])


def _suggested(passage: Passage, found: Found, known: Known) -> Suggested:
    start = 0 if passage.text[: found.start] == MORE and found.kind in _VERBATIM else found.start
    quote = passage.text[start : found.end]  # with the mark of a picture's edge before it
    named = found.kind is SuggestionKind.INSTITUTION and found.value not in known.institutions
    of_court = found.kind is SuggestionKind.REFERENCE and not found.value.isascii()
    value = quote if named or of_court or found.kind in _VERBATIM else found.value
    if found.kind is SuggestionKind.URL and not value.isascii():  # 速融寶 is another host than 速融宝
        value = "".join(quote.split())
    place = passage.place_of(found.start, found.end)
    confidence = round(found.confidence * passage.confidence_of(found.start, found.end), 3)
    return Suggested(found.kind, value, quote, place, confidence, found.due)
