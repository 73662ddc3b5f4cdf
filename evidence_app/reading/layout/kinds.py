"""All kinds of pages that are understood, the most particular first. Adding one is a module and a line here."""

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
from evidence_app.reading.passages import joined

RECOGNISERS: tuple[Recogniser, ...] = (
    recognise_sms,
    recognise_chat,
    recognise_ticket,
    recognise_logins,
    recognise_plan,
    recognise_calls,
    recognise_bills,
    recognise_payment,
    recognise_contract,
)


def recognised(page: Page) -> Recognised:
    """Return what the first recogniser that understands the page made of it, or its lines as they are."""
    for recognise in RECOGNISERS:
        found = recognise(page)
        if found is not None:
            return found
    return Recognised(PageKind.TEXT, (), tuple(joined([line]) for line in page.lines))
