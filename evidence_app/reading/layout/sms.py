"""Threads of short messages with one sender, whose number or name is the title. Pure."""

import re

from evidence_app.domain.suggestions import PageKind
from evidence_app.reading.layout.conversation import conversation, is_number, recognised_as
from evidence_app.reading.layout.page import Page, Recognised
from evidence_app.reading.layout.thread import Thread

SHORT_MESSAGES = re.compile(r"短信|彩信|簡訊|简讯|短訊|text message|\bsms\b|\brcs\b|文字訊息|文字信息", re.IGNORECASE)
OTHERWISE = re.compile(r"imessage|whatsapp|telegram|line", re.IGNORECASE)


def recognise_sms(page: Page) -> Recognised | None:
    """Return the messages of a thread of short messages."""
    found = conversation(page)
    return recognised_as(PageKind.SMS, found, page) if found and is_short_messages(found) else None


def is_short_messages(found: Thread) -> bool:
    """Tell short messages from a chat: by their sender's number, or by words that say so around them."""
    around = [found.frame.field, *(line.text for line in found.separators)]
    if any(OTHERWISE.search(words) for words in around):
        return False
    if is_number(found.frame.title) or is_number(found.frame.beneath):
        return True
    return any(SHORT_MESSAGES.search(words) for words in around)
