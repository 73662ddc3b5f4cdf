"""The timelines that were read last, so that going back to a dispute shows it at once."""

from collections import OrderedDict
from dataclasses import dataclass

from ui.timeline.outline import Outline

MOST_ENTRIES = 60_000
"""Kept at the most, over all disputes: about 60 MB."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """A dispute's outline as it was at a length of its custody log: every change of evidence makes that longer."""

    log_length: int
    outline: Outline

    @property
    def dispute_id(self) -> str:
        """Whose timeline it is."""
        return self.outline.dispute_id


class Shelf:
    """Keeps timelines, the ones used last within a bound."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, Timeline] = OrderedDict()

    def put(self, timeline: Timeline) -> None:
        """Keep a timeline in place of the earlier one of its dispute; readings may end in another order."""
        kept = self._kept.get(timeline.dispute_id)
        if kept is not None and kept.log_length > timeline.log_length:
            return
        self._kept[timeline.dispute_id] = timeline
        self._kept.move_to_end(timeline.dispute_id)
        while len(self._kept) > 1 and self.entry_count > MOST_ENTRIES:
            self._kept.popitem(last=False)

    def get(self, dispute_id: str) -> Timeline | None:
        """Return a dispute's timeline if it is kept."""
        found = self._kept.get(dispute_id)
        if found is not None:
            self._kept.move_to_end(dispute_id)
        return found

    def has_room_for(self, count: int) -> bool:
        """Tell whether so many more entries can be kept without letting go of any."""
        return self.entry_count + count <= MOST_ENTRIES

    def clear(self) -> None:
        """Let go of everything: another vault is coming."""
        self._kept.clear()

    @property
    def entry_count(self) -> int:
        """How many entries are kept."""
        return sum(len(timeline.outline.entries) for timeline in self._kept.values())
