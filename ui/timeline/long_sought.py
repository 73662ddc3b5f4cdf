"""What a search finds in a long timeline. Knows nothing of widgets."""

from typing import TYPE_CHECKING

from ui.timeline.long_outline import LongOutline
from ui.timeline.sought import Sought

if TYPE_CHECKING:
    from evidence_app.actions.session import Session


SEEN = 40
"""Events of a large screen."""


def get_ready(session: "Session", outline: LongOutline) -> None:
    """Do now what only the first search would have to do."""
    outline.finder.get_ready(session)


def long_sought(session: "Session", outline: LongOutline, text: str) -> Sought:
    """Search a long timeline; what the list shows first is read, too."""
    found = outline.finder.find(session, text)
    rows = outline.rows.of_places(found.places)
    rows.find_all()
    outline.entries.pick(rows.places[:SEEN])
    return Sought(text, outline, (), rows.row_by_event, rows, rows.tallies, found.read)
