"""What rules know of a dispute's files: each is known by the event that stands for it. Pure."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from evidence_app.domain.pages import FilePage


@dataclass(frozen=True, slots=True)
class Documents:
    """The events that stand for files: by kind, with what each shows, and those of files that lack something.

    ``unsourced`` are those of captures without a named device, ``unwitnessed`` those of files that no timestamp covers.
    """

    by_media: Mapping[str, Sequence[str]] = field(default_factory=dict)
    unsourced: Sequence[str] = ()
    pages: Sequence[FilePage] = ()
    translated: frozenset[str] = frozenset()
    """The exhibits of which there is a translation."""

    unwitnessed: Sequence[str] = ()

    def among(self, event_ids: AbstractSet[str]) -> "Documents":
        """Return them without what files lack that others than these events stand for."""
        return replace(
            self,
            unsourced=[each for each in self.unsourced if each in event_ids],
            unwitnessed=[each for each in self.unwitnessed if each in event_ids],
        )


NO_DOCUMENTS = Documents()
