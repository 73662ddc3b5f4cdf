"""Which records of its imported exports a dossier prints on their pages: a hash alone shows nobody anything.

Pure; draws nothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from evidence_app.domain.events import Event
from evidence_app.dossier.content import Content

MOST_RECORDS = 200
"""Printed of one export, on about ten pages: a bill of years has thousands, and all of them are in the chronology."""


@dataclass(frozen=True)
class Records:
    """The ``printed`` events of one export in order, of ``read`` records; ``more`` stand in the chronology only."""

    printed: tuple[Event, ...]
    read: int
    more: int = 0

    @cached_property
    def ids(self) -> frozenset[str]:
        """The printed events by their ids."""
        return frozenset(each.id for each in self.printed)


def records_of(content: Content, most: int = MOST_RECORDS) -> dict[str, Records]:
    """Return them by exhibit; of too many, first those on which the first page and findings rest."""
    read = {each.exhibit_id: each.read for each in content.selections}
    events: dict[str, list[Event]] = {}
    for event in content.events:
        if event.imported:
            for exhibit_id in event.exhibit_ids:
                if exhibit_id in read:
                    events.setdefault(exhibit_id, []).append(event)
    return {each: _records(content, of_one, read[each], most) for each, of_one in events.items()}


def _records(content: Content, events: Sequence[Event], read: int, most: int) -> Records:
    if len(events) <= most:
        return Records(tuple(events), max(read, len(events)))
    own = {each.id for each in events}
    wanted = dict.fromkeys([each for each in _leading(content) if each in own] + [each.id for each in events])
    chosen = set(islice(wanted, most))
    printed = tuple(each for each in events if each.id in chosen)
    return Records(printed, max(read, len(events)), len(events) - len(printed))


def _leading(content: Content) -> Iterator[str]:
    yield from (each.id for each in content.key_events)
    findings = content.workspace.disclosed_findings if content.workspace is not None else ()
    for finding in findings:
        yield from finding.event_ids
