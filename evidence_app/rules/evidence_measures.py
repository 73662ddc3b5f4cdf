"""Ways of counting what the person's own evidence lacks: reminders, for nobody else's eyes."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

from evidence_app.domain.events import EventKind
from evidence_app.domain.happenings import Happening, Origin
from evidence_app.domain.pages import TALK_PAGES, FilePage
from evidence_app.domain.suggestions import PageKind
from evidence_app.domain.workspace import ChannelKind
from evidence_app.rules.evidence_words import is_said
from evidence_app.rules.foreign_words import begins_in_chinese, is_foreign
from evidence_app.rules.found import Found
from evidence_app.rules.law import Rule
from evidence_app.rules.situation import Situation


def evidence_gaps(_rule: Rule, situation: Situation) -> Iterator[Found]:
    """Yield exhibits whose evidence could be more complete."""
    yield from _counted(situation.documents.unsourced)


def not_witnessed(_rule: Rule, situation: Situation) -> Iterator[Found]:
    """Yield files of which no timestamp witnesses when they were there."""
    yield from _counted(situation.documents.unwitnessed)


def unmasked_numbers(_rule: Rule, situation: Situation) -> Iterator[Found]:
    """Yield what shows the whole number of an identity or bank card."""
    yield from _counted(situation.documents.unmasked)


def gaps_between_pictures(_rule: Rule, situation: Situation) -> Iterator[Found]:
    """Yield between which pictures of a conversation something may be missing, by the entries at both sides."""
    at_both_sides: list[str] = []
    count = 0
    for before, after in situation.documents.breaks:
        sides = [next((each for each in side if each in situation.days), "") for side in (before, after)]
        if all(sides):
            at_both_sides += sides
            count += 1
    if count:
        yield Found(tuple(dict.fromkeys(at_both_sides)), {"count": str(count)})


ACCOUNTS = frozenset({ChannelKind.APP_CHAT, ChannelKind.SOCIAL})
"""Channels whose picture shows whose account it is with which somebody talks."""


def chats_without_profile(rule: Rule, situation: Situation) -> Iterator[Found]:
    """Yield chats with the other side that pictures show, where no picture shows whose account it is.

    That is a file whose words say so, those that a person gave it too, or the picture of a channel on which one chats.
    """
    pages = situation.documents.pages
    chats = {each.exhibit_id for each in pages if each.kind == PageKind.CHAT}
    told = [each.event_id for each in situation.theirs if _is_message_in(each, chats)] if chats else []
    if told and not any(_shows_account(each, rule, situation) for each in pages):
        yield from _counted(told)


def _is_message_in(each: Happening, exhibit_ids: AbstractSet[str]) -> bool:
    """Tell whether a message was seen on such pictures: that of an export or an e-mail was not."""
    is_seen = each.kind is EventKind.MESSAGE and each.origin is not Origin.EXPORT
    return is_seen and not exhibit_ids.isdisjoint(each.exhibit_ids)


def _shows_account(page: FilePage, rule: Rule, situation: Situation) -> bool:
    pictured = {each.exhibit_id for each in situation.channels if each.kind in ACCOUNTS}
    is_of_channel = page.exhibit_id in pictured and page.kind not in TALK_PAGES  # a chat shows its title at most
    return is_of_channel or is_said(rule.numbers["words"], page.words)


def talks_without_agent(_rule: Rule, situation: Situation) -> Iterator[Found]:
    """Yield talks with the other side of which nobody noted with whom they were."""
    yield from _counted(
        each.event_id for each in situation.theirs if each.has_talk and not (each.agent_id or each.agent_name)
    )


def without_date(_rule: Rule, situation: Situation) -> Iterator[Found]:
    """Yield what exhibits show without a date."""
    yield from _counted(each.event_id for each in situation.happenings if each.at is None and each.exhibit_ids)


def untranslated(_rule: Rule, situation: Situation) -> Iterator[Found]:
    """Yield messages in a foreign language whose exhibits have no translation."""
    yield from _counted(
        each.event_id
        for each in situation.happenings
        if each.kind is EventKind.MESSAGE
        and not begins_in_chinese(each.text)
        and each.exhibit_ids
        and situation.documents.translated.isdisjoint(each.exhibit_ids)
        and is_foreign(each.words)
    )


def _counted(lacking: Iterable[str]) -> Iterator[Found]:
    event_ids = tuple(lacking)
    if event_ids:
        yield Found(event_ids, {"count": str(len(event_ids))})
