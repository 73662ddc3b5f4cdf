"""What rules know of a dispute's files: each is known by the event that stands for it. Pure."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from evidence_app.domain.pages import FilePage


class Break(NamedTuple):
    """Two pictures of a conversation that nothing joins although it goes on: what each shows, nearest the gap first."""

    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Documents:
    """The events that stand for files: by kind, with what each shows, and those of files that lack something.

    ``unsourced`` are those of captures without a named device, ``unwitnessed`` those of files that no timestamp covers.
    ``breaks`` are where something may be missing between pictures, by what these show. ``twins`` are payments that the
    record of another file shows already. ``unmasked`` are the events that stand for pictures on which a whole number of
    an identity or bank card was read, and the imported messages that hold one.
    """

    by_media: Mapping[str, Sequence[str]] = field(default_factory=dict)
    unsourced: Sequence[str] = ()
    pages: Sequence[FilePage] = ()
    translated: frozenset[str] = frozenset()
    """The exhibits of which there is a translation."""

    unwitnessed: Sequence[str] = ()
    breaks: Sequence[Break] = ()
    twins: frozenset[str] = frozenset()
    unmasked: Sequence[str] = ()

    def among(self, event_ids: AbstractSet[str]) -> "Documents":
        """Return them without what files lack that others than these events stand for."""
        return replace(
            self,
            unsourced=[each for each in self.unsourced if each in event_ids],
            unwitnessed=[each for each in self.unwitnessed if each in event_ids],
            unmasked=[each for each in self.unmasked if each in event_ids],
        )

    def beside(self, same: Mapping[str, str]) -> "Documents":
        """Return them without the gaps of which an export, by ``same``, has both sides: it has what lies between."""
        left = [
            each for each in self.breaks if same.keys().isdisjoint(each.before) or same.keys().isdisjoint(each.after)
        ]
        return replace(self, breaks=left)


NO_DOCUMENTS = Documents()
