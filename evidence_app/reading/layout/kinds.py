"""All kinds of pages that are understood, the most particular first. Adding one is a module and a line here."""

from statistics import fmean

from evidence_app.domain.suggestions import PageKind
from evidence_app.reading.layout.bills import recognise_bills
from evidence_app.reading.layout.calls import recognise_calls
from evidence_app.reading.layout.chat import recognise_chat
from evidence_app.reading.layout.logins import recognise_logins
from evidence_app.reading.layout.page import Page, Recognised, Recogniser
from evidence_app.reading.layout.papers import recognise_contract, recognise_ticket
from evidence_app.reading.layout.payments import recognise_payment
from evidence_app.reading.layout.plans import recognise_plan
from evidence_app.reading.layout.sms import recognise_sms
from evidence_app.reading.layout.straight import as_seen, straightened, view_of
from evidence_app.reading.layout.tickets import recognise_tickets
from evidence_app.reading.passages import joined

RECOGNISERS: tuple[Recogniser, ...] = (
    recognise_sms,
    recognise_chat,
    recognise_tickets,
    recognise_ticket,
    recognise_logins,
    recognise_plan,
    recognise_calls,
    recognise_bills,
    recognise_payment,
    recognise_contract,
)

MOST_LINES = 2000
"""Of a page that is looked at closely, four times what the longest screenshots have."""

LEAST_SURE = 0.85
"""Mean confidence of a page's lines below which they are no text: upside down and mirrored, letters become others."""


def recognised(page: Page) -> Recognised:
    """Return what the first recogniser that understands the page made of it, or its lines as they are.

    In what is no text nothing is looked for: upside down, figures become other figures, which look like sums.
    """
    if not _is_legible(page):
        return Recognised(PageKind.TEXT, (), ())
    understood = len(page.lines) <= MOST_LINES
    view = view_of(page) if understood else None
    flat = straightened(page, view) if view else page
    for recognise in RECOGNISERS if understood else ():
        found = recognise(flat)
        if found is not None:
            return as_seen(found, view) if view else found
    return Recognised(PageKind.TEXT, (), tuple(joined([line]) for line in page.lines))


def _is_legible(page: Page) -> bool:
    return not page.lines or fmean(line.confidence for line in page.lines) >= LEAST_SURE
