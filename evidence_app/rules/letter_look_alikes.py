"""Addresses that are taken for the institution's, as letters tell them: which, what it resembles, where it was. Pure.

A person has to have recorded a domain as genuine, or none resembles it; nothing says who stands behind an address.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from evidence_app.domain.contacts import is_acquaintance
from evidence_app.domain.disputes import DisputeType
from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.happenings import Happening
from evidence_app.domain.letters import LetterKind
from evidence_app.rules.channels import LOOKED_AT, ChannelDoubt, Doubt
from evidence_app.rules.letter_sentences import shortened
from evidence_app.rules.letter_text import LookAlike, Statement
from evidence_app.rules.letter_writing import Writing
from evidence_app.rules.one_time_codes import without_code
from evidence_app.rules.telling import MONEY_TO_OTHERS
from evidence_app.rules.workspace import Workspace

DECIDED_BY_IT = MONEY_TO_OTHERS | {DisputeType.OTHER, DisputeType.UNAUTHORISED_LOAN}
"""Disputes in which it decides whether money or data went to somebody who only seemed to be the institution."""

_RANK = (Doubt.LOOKS_LIKE, Doubt.EXTRA_WORDS, Doubt.CARRIES_NAME, Doubt.MIXED_SCRIPTS, Doubt.PUBLISHER_DIFFERS)
"""Of several reasons about one address, the one that says most."""


def look_alikes_shown(found: Workspace) -> tuple[LookAlike, ...]:
    """Return the addresses that were warned about and that something shows, with all that shows them.

    One that a channel has with ``www.`` and a message without is one address. What somebody close wrote of it is no
    warning that came: a letter names no mother.
    """
    about: dict[str, list[ChannelDoubt]] = defaultdict(list)
    for doubt in found.doubts:
        if doubt.doubt in LOOKED_AT or doubt.doubt is Doubt.PUBLISHER_DIFFERS:
            about[doubt.shown.removeprefix("www.")].append(doubt)
    made = [_made_of(shown, doubts, found) for shown, doubts in about.items()]
    return tuple(each for each in made if each.event_ids)


def _made_of(shown: str, doubts: Sequence[ChannelDoubt], found: Workspace) -> LookAlike:
    first = min(doubts, key=lambda each: _RANK.index(each.doubt))
    channels = {each.channel_id for each in doubts}
    exhibits = {each.exhibit_id for each in found.stated.channels if each.id in channels and each.exhibit_id}
    named = {event_id for each in doubts for event_id in each.event_ids}
    is_named = _naming(shown)
    saying = tuple(
        each
        for each in found.happenings
        if (each.event_id in named or _came_with(each, is_named)) and not is_acquaintance(each.party)
    )
    quoted = (each.words for each in saying if not found.other_side.is_person(each.party, each.number))
    pages = (each for each in found.pages.values() if is_named(each.words) or each.exhibit_id in exhibits)
    return LookAlike(
        first.doubt.value,
        shown,
        first.compared_with,
        saying,
        tuple(each.event_id for each in pages),
        next(quoted, ""),
    )


def _naming(shown: str) -> Callable[[str], bool]:
    """Return what tells whether a text has an address, but not as a part of another: the genuine one may begin so."""
    whole = re.compile(rf"(?<![a-z0-9_-]){re.escape(shown.casefold())}(?![a-z0-9_-])(?!\.[a-z])")
    return lambda text: whole.search(text.casefold()) is not None


def _came_with(each: Happening, is_named: Callable[[str], bool]) -> bool:
    return each.kind is EventKind.MESSAGE and each.direction is not Direction.OUT and is_named(each.text)


def told_of_look_alikes(to: Writing) -> Iterator[tuple[date | None, Statement]]:
    """Yield what a complaint says of them, each with its first day and with the messages and exhibits that show it."""
    if to.kind is not LetterKind.COMPLAINT or to.matter.dispute.type not in DECIDED_BY_IT:
        return
    for each in to.matter.look_alikes:
        first = min((one.day for one in each.messages if one.day is not None), default=None)
        yield first, Statement(_sentence(to, each) + to.shown(each.event_ids), each.event_ids, is_fact=True)


def _sentence(to: Writing, each: LookAlike) -> str:
    facts: dict[str, object] = {"shown": each.shown, "other": each.other}
    why = to.say(f"look_alike.{each.why}", **facts)
    saying = each.messages
    days = sorted(one.day for one in saying if one.day is not None)
    if not days:
        return why
    senders = dict.fromkeys(one.party or one.number or to.say("event.them") for one in saying)
    key = "look_alike.quoted" if len(saying) == 1 else "look_alike.quoted_one"
    quoted = to.say(key, text=shortened(without_code(each.words))) if each.words else ""
    facts |= {"since": to.day(days[0]), "until": to.day(days[-1]), "count": len(saying), "why": why, "quoted": quoted}
    form = "named" if len(saying) == 1 else "named_in_a_day" if days[0] == days[-1] else "named_again"
    return to.say(f"look_alike.{form}", party=to.say("between.numbers").join(senders), **facts)
