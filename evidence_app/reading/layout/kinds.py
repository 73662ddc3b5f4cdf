"""All kinds of pages that are understood, the most particular first. Adding one is a module and a line here."""

from evidence_app.domain.suggestions import PageKind
from evidence_app.reading.layout.page import Page, Recognised, Recogniser
from evidence_app.reading.passages import joined

RECOGNISERS: tuple[Recogniser, ...] = ()


def recognised(page: Page) -> Recognised:
    """Return what the first recogniser that understands the page made of it, or its lines as they are."""
    for recognise in RECOGNISERS:
        found = recognise(page)
        if found is not None:
            return found
    return Recognised(PageKind.TEXT, (), tuple(joined([line]) for line in page.lines))
