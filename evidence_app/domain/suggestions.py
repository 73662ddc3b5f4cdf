"""What the machine made of the text it read: events and suggestions. A person accepts, corrects or dismisses them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from evidence_app.domain.events import EventFacts
from evidence_app.domain.machine_text import Place

KNOWN = "known"
"""Marks, in kept findings, what was there before a reading found it again: an event, a suggestion decided on."""


class PageKind(StrEnum):
    """What kind of screen or page was recognised. ``TEXT`` is one that was not: it gives its words, no structure."""

    CHAT = "chat"
    SMS = "sms"
    CALLS = "calls"
    BILL = "bill"
    PLAN = "plan"
    ERROR = "error"
    LOGINS = "logins"
    CONTRACT = "contract"
    TICKET = "ticket"
    TEXT = "text"


class SuggestionKind(StrEnum):
    """What a suggestion is about."""

    AGENT_ID = "agent_id"
    AGENT_NAME = "agent_name"
    AMOUNT = "amount"
    PHONE = "phone"
    REFERENCE = "reference"
    PROMISE = "promise"
    INSTITUTION = "institution"
    TIME = "time"
    TITLE = "title"
    REDACTION = "redaction"  # an identity or bank card number, to be masked
    URL = "url"  # to be held against the institution's genuine channels
    THREAT = "threat"  # threats and announcements of legal action
    THIRD_PARTY = "third_party"  # contact with others that has happened


TITLED_BY = (SuggestionKind.PROMISE, SuggestionKind.THREAT, SuggestionKind.THIRD_PARTY)
"""What a title tells of where it stands in an event, the strongest first."""


class SuggestionState(StrEnum):
    """What a person said of a suggestion. ``WITHDRAWN``: a later reading took its place before anybody decided."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    DISMISSED = "dismissed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class ReadEvent:
    """An event as the machine read it; ``facts.status`` is suggested, ``facts.exhibit_ids`` empty.

    ``place`` is the bubble, row or card it was read from. ``confidence`` is 0 to 1.
    """

    facts: EventFacts
    place: Place
    confidence: float


@dataclass(frozen=True, slots=True)
class Suggested:
    """A suggestion before it is kept.

    ``value`` is normalised (an amount as ``3000.00 CNY``, a phone without spaces, a time as ISO 8601, a promise's whole
    sentence), ``quote`` the words it rests on as they were read. ``due`` is a promise's last day, None if it
    names none. ``event_index`` says in which of the reading's events it stands, None for none.
    """

    kind: SuggestionKind
    value: str
    quote: str
    place: Place
    confidence: float
    due: date | None = None
    event_index: int | None = None


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was made of one exhibit's text.

    ``party`` is whom the page names as the other side (a chat's title, an SMS's sender), empty if nobody.
    ``captured_at`` is the phone's clock as the page shows it, in the dispute's zone.
    """

    kind: PageKind = PageKind.TEXT
    party: str = ""
    events: tuple[ReadEvent, ...] = ()
    suggestions: tuple[Suggested, ...] = ()
    captured_at: datetime | None = None


def only(findings: Findings, kept: Sequence[int]) -> Findings:
    """Return findings with these of their events, by index in their order, and without what was found in the others."""
    places = {index: place for place, index in enumerate(kept)}
    stays = (each for each in findings.suggestions if each.event_index is None or each.event_index in places)
    suggestions = (
        replace(each, event_index=None if each.event_index is None else places[each.event_index]) for each in stays
    )
    return replace(findings, events=tuple(findings.events[index] for index in kept), suggestions=tuple(suggestions))


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A suggestion as it is kept. ``event_id`` is empty where it stands in no event.

    ``decided_value`` is what a person made of it on accepting, ``value`` where it was right; so is ``decided_due``. Of
    a title that waits it is how it reads since a person corrected the promise that it tells of.
    """

    id: str
    dispute_id: str
    exhibit_id: str
    event_id: str
    kind: SuggestionKind
    value: str
    quote: str
    place: Place
    confidence: float
    due: date | None = None
    state: SuggestionState = SuggestionState.WAITING
    decided_value: str = ""
    decided_due: date | None = None

    @property
    def proposed(self) -> str:
        """What a person is asked: the machine's value, of a title as it reads by now."""
        is_reworded = self.state is SuggestionState.WAITING and bool(self.decided_value)
        return self.decided_value if is_reworded else self.value


@dataclass(frozen=True, slots=True)
class EventPlace:
    """Where on one of its exhibits an event was read, and how sure the machine was, from 0 to 1."""

    event_id: str
    exhibit_id: str
    place: Place
    confidence: float


@dataclass(frozen=True, slots=True)
class KeptFindings:
    """What the last reading of an exhibit found, as the machine had it, whatever people made of it since.

    ``event_ids`` and ``suggestion_ids`` are in the order of the findings' events and suggestions; an event that was
    there before, because another exhibit shows it too, is named again. ``seq`` is the reading's entry in the log.
    """

    exhibit_id: str
    seq: int
    findings: Findings
    event_ids: tuple[str, ...]
    suggestion_ids: tuple[str, ...]
