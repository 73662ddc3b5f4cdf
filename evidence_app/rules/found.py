"""What ways of counting have in common: what they found, and the events behind it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from evidence_app.domain.happenings import Happening
from evidence_app.rules.cost_of_credit import Reference
from evidence_app.rules.law import Rule
from evidence_app.rules.situation import Situation


@dataclass(frozen=True, slots=True)
class Found:
    """What a measure found. ``facts`` fill the rule's words: numbers and dates as plain text.

    ``reference`` is the rate that was compared with, ``clocks`` the places of clocks among the situation's; where these
    are several, ``parts`` are the facts of each. ``about``
    is the id of the one thing that it is about, beside the timeline or the first of several events that show it; empty
    where there is no such thing. ``is_mere_fact`` tells that it departs from nothing, as far as the timeline shows.
    ``own_word`` is what of it a person states beside the timeline and nothing shows: "answer", that something was not
    stated to them, or "principal"; empty where the events show all.
    """

    event_ids: tuple[str, ...]
    facts: Mapping[str, str] = field(default_factory=dict)
    reference: Reference | None = None
    clocks: tuple[int, ...] = ()
    about: str = ""
    parts: tuple[Mapping[str, str], ...] = ()
    is_mere_fact: bool = False
    own_word: str = ""


Measure = Callable[[Rule, Situation], Iterator[Found]]


def ids_of(happenings: Iterable[Happening]) -> tuple[str, ...]:
    """Return the ids of events, in their order."""
    return tuple(each.event_id for each in happenings)


def days_of(happenings: Iterable[Happening]) -> dict[str, str]:
    """Return from which day to which something was, of what is counted: a count alone cannot be looked up."""
    days = sorted(each.day for each in happenings if each.day is not None)
    return {"from_day": days[0].isoformat(), "to_day": days[-1].isoformat()} if days else {}
