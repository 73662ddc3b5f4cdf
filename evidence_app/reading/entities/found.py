"""What a finder is given besides the text, and what it gives back. Pure."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from evidence_app.domain.suggestions import SuggestionKind
from evidence_app.reading.entities.flat import Flat
from evidence_app.reading.passages import Speaker
from evidence_app.rules.territories import Territory, home_territory


@dataclass(frozen=True, slots=True)
class Known:
    """What is known besides a passage.

    ``near`` is the wall time at which it was said, in the dispute's zone; None if nobody knows. ``institutions`` are
    the names and aliases of the dispute's institution. ``territory`` is whose working days count, ``currency`` what a
    bare 元 or $ means there. ``agent_asked`` tells whether an agent's number was asked for just before.
    """

    near: datetime | None = None
    institutions: tuple[str, ...] = ()
    territory: Territory | None = field(default_factory=home_territory)
    currency: str = "CNY"
    speaker: Speaker = Speaker.UNKNOWN
    agent_asked: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """An entity in a passage: ``start`` and ``end`` are indexes in its text. The rest is as in `Suggested`."""

    kind: SuggestionKind
    value: str
    start: int
    end: int
    confidence: float
    due: date | None = None


Finder = Callable[[Flat, Known], list[Found]]

Expression = tuple[re.Pattern[str], float]
"""What is looked for, and how sure it is what it looks like."""


def found_in_turn(
    flat: Flat, expressions: Iterable[Expression], make: Callable[[re.Match[str], float], Found | None]
) -> list[Found]:
    """Return what is made of all that expressions find, one after the other: none gets what one before it has taken.

    ``make`` returns None for what only looks like it: that is left for the next.
    """
    found: list[Found] = []
    for expression, confidence in expressions:
        made = [made for each in expression.finditer(flat.text) if (made := make(each, confidence)) is not None]
        found += made
        flat = flat.without((each.start, each.end) for each in made)
    return found
