"""What imported messages name. Their words are known exactly, and stand in no picture. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from evidence_app.characters import simplified
from evidence_app.domain.events import Direction, EventFacts, EventKind
from evidence_app.domain.machine_text import UNSEEN, MachineLine
from evidence_app.domain.suggestions import PageKind, ReadEvent, Suggested, SuggestionKind
from evidence_app.domain.times import UNKNOWN_TIME, ClockReading, EventTime, Precision, TimeSource
from evidence_app.reading.currencies import meant_currency
from evidence_app.reading.entities.finding import LONGEST_PASSAGE, find, introduced
from evidence_app.reading.entities.flat import Flat, flat_text
from evidence_app.reading.entities.found import Known
from evidence_app.reading.entities.institutions import house, with_short_form
from evidence_app.reading.entities.reports import reports_contact
from evidence_app.reading.entities.sentences import sentences
from evidence_app.reading.entities.titles import introduced_by_them, title
from evidence_app.reading.entities.words import either
from evidence_app.reading.layout.page import Recognised
from evidence_app.reading.passages import Passage, Speaker
from evidence_app.rules.territories import territory_of

_SPEAKERS = {Direction.IN: Speaker.INSTITUTION, Direction.OUT: Speaker.COMPLAINANT}

NOT_OF_MESSAGES = frozenset({SuggestionKind.TIME})
"""An import states when a message was sent; the days that it names are no times of the file."""

_SIGNATURE = re.compile(r"^\s{0,9}【([^】]{1,40})】|【([^】]{1,40})】\s{0,9}$")

WIDE = 1000
"""Of the line that stands for a message: where on it something stands is nobody's question."""


@dataclass(frozen=True, slots=True)
class Message:
    """``near`` is the wall time at which it was sent, in the dispute's zone; None if nobody knows.

    ``by_person`` tells that a person sent it, of whose words only reports of being contacted are looked for.
    """

    text: str
    direction: Direction
    near: datetime | None = None
    by_person: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known besides the messages: the dispute's home, and the names and aliases of its institution."""

    home: ZoneInfo
    institutions: tuple[str, ...] = ()


def found_in(messages: Sequence[Message], setting: Setting) -> tuple[Suggested, ...]:
    """Return what messages name, in their order, each with the index of its message."""
    names = [each for given in setting.institutions for each in with_short_form(given)]
    passages = [_passage(each) for each in messages]
    for passage in passages:
        if passage.speaker not in (Speaker.COMPLAINANT, Speaker.SOMEBODY):
            named = introduced(passage, Known(institutions=tuple(names), speaker=passage.speaker))
            names += [each for each in named if each not in names]
    currency = meant_currency((each.text for each in messages), setting.home)
    known = Known(None, tuple(names), territory_of(setting.home), currency)
    return tuple(
        replace(found, place=UNSEEN, event_index=index)
        for index, (message, passage) in enumerate(zip(messages, passages, strict=True))
        for found in find(passage, replace(known, near=message.near, speaker=passage.speaker))
        if found.kind not in NOT_OF_MESSAGES and (not message.by_person or found.kind is SuggestionKind.THIRD_PARTY)
    )


def title_of(
    found: Sequence[Suggested],
    messages: Sequence[Message],
    party: str,
    days: Sequence[date],
    *,
    is_sms: bool,
    is_mail: bool = False,
) -> Suggested | None:
    """Return a title for an export of one conversation, as one is given to pictures of it.

    ``days`` are those of its first and its last message, ``messages`` some of them, never none; what was found has
    the index of its message among these.
    """
    told = [replace(each, event_index=None) for each in found if _is_spoken(each, messages)]
    kind = PageKind.SMS if is_sms else PageKind.CHAT
    events = tuple(_on(day) for day in days) or (_on(None),)
    page = Recognised(kind, events, tuple(map(_passage, messages)), party)
    made = title(told, events, [page], _subject(messages) if is_mail else None)
    return None if made is None else replace(made, place=UNSEEN)


def _subject(messages: Sequence[Message]) -> str:
    """Return what the only mail is about: its first line, a blank one below it; empty for several."""
    first, _, rest = messages[0].text.partition("\n\n")
    is_one = len(messages) == 1 and bool(rest) and "\n" not in first and len(first) <= LONGEST_SUBJECT
    return first.strip() if is_one and not _GREETING.search(first) else ""


LONGEST_SUBJECT = 120
"""Characters; what is longer is the mail itself."""

_GREETING = re.compile(r"[,，:：]\s*$|^(?:dear|hi|hello)\b|[您你]好", re.IGNORECASE)


def _is_spoken(each: Suggested, messages: Sequence[Message]) -> bool:
    """Tell of an agent's ID whether it may be that of whoever writes: ``title`` knows no other message's words here."""
    if each.kind is not SuggestionKind.AGENT_ID or each.event_index is None:
        return True
    message = messages[each.event_index]
    return introduced_by_them(each.value, message.direction, message.text)


def _on(day: date | None) -> ReadEvent:
    """Return a message of a day."""
    time = UNKNOWN_TIME
    if day is not None:
        wall = datetime.combine(day, datetime.min.time())
        time = EventTime((ClockReading(wall, Precision.DAY, TimeSource.PLATFORM, 100),), chosen=0)
    return ReadEvent(EventFacts(kind=EventKind.MESSAGE, time=time), UNSEEN, 1.0)


def _passage(message: Message) -> Passage:
    text = message.text[:LONGEST_PASSAGE]
    line = MachineLine(text, (0, 0, WIDE, 1), 1.0)
    speaker = Speaker.SOMEBODY if message.by_person else _SPEAKERS.get(message.direction, Speaker.UNKNOWN)
    return Passage(text, (line,), (0,), speaker)


# -- whose messages ----------------------------------------------------------------------------------------------------


def is_office(name: str, number: str) -> bool:
    """Tell whether a sender is called, or numbered, as institutions are and people not."""
    said = simplified(name)
    if _words("groups").search(said):
        return False
    return bool(_services().fullmatch(_digits(number or name)) or house(name) or _words("offices").search(said))


def speaks_for_office(text: str) -> bool:
    """Tell whether a message says that an institution is speaking."""
    return introduces_office(text) or bool(_words("marks").search(simplified(text[:LONGEST_PASSAGE])))


def introduces_office(text: str) -> bool:
    """Tell whether a message begins as institutions introduce themselves: what people tell of one does not."""
    return bool(_words("introductions").search(simplified(text[:LONGEST_PASSAGE])))


def signature_of(text: str) -> str:
    """Return what stands in 【】 at the beginning or the end of a message, empty without it."""
    found = _SIGNATURE.search(text[:LONGEST_PASSAGE])
    return (found[1] or found[2]) if found else ""


def tells_of_calls(text: str) -> bool:
    """Tell whether a person's message reports that they were contacted about the complainant."""
    said = flat_text(text[:LONGEST_PASSAGE])
    return bool(_words("reported").search(said)) and any(
        reports_contact(each.text) for each in sentences(Flat(said, said))
    )


def is_of_matter(text: str) -> bool:
    """Tell whether a message may be about a dispute: quick, for messages of every service there is."""
    return bool(_words("matters").search(simplified(text[:LONGEST_PASSAGE])))


def _digits(number: str) -> str:
    return re.sub(r"[\s()-]|^(?:\+|00)86", "", number)


@lru_cache(maxsize=1)
def _services() -> re.Pattern[str]:
    return re.compile(either("messages", "services"))


@lru_cache(maxsize=8)
def _words(name: str) -> re.Pattern[str]:
    return re.compile(either("messages", name), re.IGNORECASE)
