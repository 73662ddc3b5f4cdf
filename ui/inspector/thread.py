"""Says of the picture that the inspector shows what joins it to others of its chat, or that nothing does."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.threads import Seam
from ui.desk import Desk
from ui.i18n import language
from ui.inspector.text import TextPanel

if TYPE_CHECKING:
    from evidence_app.actions.continuity import Join
    from evidence_app.actions.session import Session


class InspectorThread(QObject):
    """Follows the exhibit that the inspector shows; what joins a dispute's pictures is asked for when its log grew."""

    def __init__(self, desk: Desk, panel: TextPanel) -> None:
        super().__init__(panel)
        self._desk, self._panel = desk, panel
        self._exhibit: Exhibit | None = None
        self._known: tuple[str, int] | None = None  # of which dispute, and how long its log was
        self._joins: Sequence[Join] = ()
        language.changed.connect(self._say)

    def show(self, exhibit: Exhibit | None) -> None:
        """Speak of this exhibit."""
        self._exhibit = exhibit
        if exhibit is None:
            return
        if self._known is not None and self._known[0] != exhibit.dispute_id:
            self._known, self._joins = None, ()
        self._say()
        dispute_id, length = exhibit.dispute_id, self._known[1] if self._known is not None else None
        self._desk.read(lambda session: (dispute_id, *_joins(session, dispute_id, length)), self._take, self)

    def _take(self, found: "tuple[str, int, list[Join] | None]") -> None:
        dispute_id, length, joins = found
        if self._exhibit is None or self._exhibit.dispute_id != dispute_id:
            return
        self._known = dispute_id, length
        if joins is not None:
            self._joins = joins
        self._say()

    def _say(self) -> None:
        exhibit = self._exhibit
        mine = (
            [] if exhibit is None else [each for each in self._joins if exhibit.id in (each.before.id, each.after.id)]
        )
        self._panel.show_joins([join_words(each, exhibit) for each in mine if exhibit is not None])


def join_words(join: "Join", exhibit: Exhibit) -> str:
    """Return how a picture stands to the other one, as a sentence."""
    is_after = join.after.id == exhibit.id
    other = join.before if is_after else join.after
    words = _Words().of(join.seam, is_after=is_after)
    return words.replace("%1", str(other.number)).replace("%2", f"{join.in_common:,}")


class _Words(QObject):
    def of(self, seam: Seam, *, is_after: bool) -> str:
        match seam, is_after:
            case Seam.JOINED, _:
                return self.tr("Overlaps exhibit %1; entries on both: %2.")
            case Seam.GAP, True:
                return self.tr(
                    "Nothing joins it to exhibit %1, which comes before it, although the conversation goes on within "
                    "the hour: something may be missing."
                )
            case Seam.GAP, False:
                return self.tr(
                    "Nothing joins it to exhibit %1, which comes after it, although the conversation goes on within "
                    "the hour: something may be missing."
                )
            case _, True:
                return self.tr(
                    "Nothing joins it to exhibit %1, which comes before it; whether anything was said in between is "
                    "not shown."
                )
        return self.tr(
            "Nothing joins it to exhibit %1, which comes after it; whether anything was said in between is not shown."
        )


def _joins(session: "Session", dispute_id: str, known_length: int | None) -> "tuple[int, list[Join] | None]":
    from evidence_app.actions.continuity import continuity_since

    return continuity_since(session, dispute_id, known_length)
