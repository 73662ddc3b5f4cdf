"""Chats: of messengers, and with an institution's service in its own app. Pure."""

from evidence_app.domain.suggestions import PageKind
from evidence_app.reading.layout.conversation import conversation, recognised_as
from evidence_app.reading.layout.page import Page, Recognised


def recognise_chat(page: Page) -> Recognised | None:
    """Return the messages of a chat."""
    found = conversation(page)
    return recognised_as(PageKind.CHAT, found, page) if found else None
