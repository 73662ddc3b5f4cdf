"""The timeline of a dispute with very many events, without the events: which stand where, when, and which are alike.

Events of an import say little that tells them apart but their words: a million of them are of a few hundred kinds.
What one filters and counts by is known of each kind; the words are read when they are looked at.
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from evidence_app.domain.events import TimelineEntry

LONG = 50_000
"""From so many events on, a timeline is not read whole: that takes 15 µs and 1 kB for each."""


@dataclass(frozen=True, eq=False)
class Skeleton:
    """One number for each event, in the order of the timeline, in each of the arrays.

    ``keys`` are the catalog's own numbers of the events, by which they are read; ``at_ms`` their times in milliseconds
    since 1970, only in order among those that have one. ``alike`` tells to which of the ``samples`` an event is alike:
    an event of the same kind, party, agent, footing, exhibit and term. ``told`` are the exhibits whose content other
    events tell.
    """

    keys: "array[int]"
    at_ms: "array[int]"
    alike: "array[int]"
    samples: Sequence[TimelineEntry]
    told: frozenset[str]
