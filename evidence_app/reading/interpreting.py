"""From the lines of an exhibit to events and suggestions. Pure: the same lines always give the same."""

from collections.abc import Sequence

from evidence_app.domain.suggestions import Findings
from evidence_app.reading.entities.gathering import gathered
from evidence_app.reading.layout.kinds import recognised
from evidence_app.reading.layout.page import Page


def interpret(pages: Sequence[Page]) -> Findings:
    """Return all that can be made of an exhibit's pages; the kind and the other side are those of the first."""
    if not pages:
        return Findings()
    found = [recognised(page) for page in pages]
    events, suggestions = gathered(pages, found)
    return Findings(found[0].kind, found[0].party, events, suggestions, found[0].captured_at)
