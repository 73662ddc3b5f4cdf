"""From the lines of an exhibit to events and suggestions. Pure: the same lines always give the same."""

from collections.abc import Sequence

from evidence_app.domain.suggestions import Findings
from evidence_app.reading.layout.kinds import recognised
from evidence_app.reading.layout.page import Page


def interpret(pages: Sequence[Page]) -> Findings:
    """Return all that can be made of an exhibit's pages; the kind and the other side are those of the first."""
    found = [recognised(page) for page in pages]
    events = tuple(event for each in found for event in each.events)
    if not found:
        return Findings()
    return Findings(kind=found[0].kind, party=found[0].party, events=events, captured_at=found[0].captured_at)
