"""Contacts by which a promise to be in touch may have been kept. Pure.

Whether a call kept what was promised, a person says; but while the other side was in touch in time, nothing claims that
it was not.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta

from evidence_app.characters import simplified
from evidence_app.domain.contacts import signature
from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.happenings import Happening
from evidence_app.rules.by_day import ByDay
from evidence_app.rules.parties import TALK, OtherSide, is_company, is_named, is_named_otherwise

SAME_TALK = timedelta(minutes=10)
"""How soon after a promise the words around it still come: they keep nothing."""

ONE_DAY = timedelta(days=1)

SOON_AFTER = timedelta(days=7)
"""How long after its day a contact may still be the promised one, too late: a collector's call weeks later is not."""

NO_CONTACT = ("验证码", "驗證碼", "校验码", "verification code")
"""Words of messages that a person's own doing brings, in small letters."""

FROM_THEM = frozenset({Direction.IN, Direction.MISSED, Direction.REJECTED})

_TO_BE_IN_TOUCH = re.compile(
    r"联系|联络|回电|来电|致电|打给|电话|回复|回覆|答复|答覆|回访|回应|反馈|通知|告知|短信|邮件|"
    r"\b(?:call|contact|repl(?:y|ies)|answer|respond|response|get back|be in touch)|"
    r"\b(?:write (?!off)|e-?mail|text|notify|inform)",
    re.IGNORECASE,
)

_BY_CALL = re.compile(r"回电|来电|致电|打给|电话|\bcalls?\b", re.IGNORECASE)

_IN_ANY_WAY = re.compile(
    r"(?<!电话)(?:联系|联络|回复|回覆|答复|答覆|回访|回应|反馈|通知|告知)|短信|邮件|微信|"
    r"\b(?:contact|repl(?:y|ies)|answer|respond|response|get back|be in touch|write|e-?mail|text|notify|inform)",
    re.IGNORECASE,
)
"""Words by which a message keeps a promise as well as a call."""

_NOT_KEPT_BY_CONTACT = re.compile(
    r"退款|退还|退回|到账|结清|撤销|取消|注销|删除|更正|修正|停止|减免|解冻|解除|赔|"
    r"refund|return|credit|settle|cancel|delete|correct|stop|waive|unfreeze|lift",
    re.IGNORECASE,
)
"""What no contact keeps, though it is told of in one."""


def asks_for_nothing(text: str) -> bool:
    """Tell whether a person's own doing brought a message."""
    words = text.casefold()
    return any(word in words for word in NO_CONTACT)


def is_to_be_in_touch(promise: str) -> bool:
    """Tell whether no more is promised than to call, to write or to answer: only this may be kept by a contact."""
    said = simplified(promise)
    return _TO_BE_IN_TOUCH.search(said) is not None and _NOT_KEPT_BY_CONTACT.search(said) is None


def is_to_call(promise: str) -> bool:
    """Tell whether it is promised to call, and nothing that a message would keep: none of a chat is a call back."""
    said = simplified(promise)
    return _BY_CALL.search(said) is not None and _IN_ANY_WAY.search(said) is None


def contacts_of(happenings: Iterable[Happening], side: OtherSide) -> ByDay:
    """Return the calls and messages that came from the other side, codes left out.

    While nobody said which numbers are its own, those of bare numbers may be its own, too, unless somebody else signed
    them: nothing is claimed against it that these may belie.
    """
    return ByDay.of(
        each
        for each in happenings
        if each.kind in TALK
        and each.direction in FROM_THEM
        and may_be_theirs(each, side)
        and not (each.kind is EventKind.MESSAGE and asks_for_nothing(each.text))
    )


def may_be_theirs(each: Happening, side: OtherSide) -> bool:
    """Tell whether an event is with the other side or, while nobody said which numbers are its own, may be."""
    if side.has(each.party, each.number):
        return True
    if side.numbers or not each.number or is_named_otherwise(each.party, each.number):
        return False
    signed = signature(each.text)
    return not signed or is_named(signed, side.names) or is_company(signed, side.names)


def contacts_in_time(
    promised: Happening, due: date | None, contacts: ByDay, again: Sequence[Happening] = ()
) -> tuple[str, ...]:
    """Return those that came after a promise to be in touch and no later than its day; empty for other promises.

    A promise to call back is kept by a call only. Who only says the same ``again``, and the words around that, keeps
    nothing.
    """
    said = promised.day
    if due is None or said is None or not is_to_be_in_touch(promised.promise):
        return ()
    by_call = is_to_call(promised.promise)
    found = (each for each in contacts.between(said, due) if each.kind is EventKind.CALL or not by_call)
    later = [each for each in found if _is_later(promised, each)]
    is_around = _around(again) if later else None
    return tuple(each.event_id for each in later if is_around is None or not is_around(each))


def first_contact_after(
    promised: Happening, due: date | None, contacts: ByDay, again: Sequence[Happening] = ()
) -> Happening | None:
    """Return the first contact soon after the day of a promise to be in touch that may have kept it too late."""
    if due is None or due >= date.max - SOON_AFTER or not is_to_be_in_touch(promised.promise):
        return None
    by_call, is_around = is_to_call(promised.promise), _around(again)
    soon = contacts.between(due + ONE_DAY, due + SOON_AFTER)
    later = (each for each in soon if each.kind is EventKind.CALL or not by_call)
    return next((each for each in later if _is_later(promised, each) and not is_around(each)), None)


def said_around(said: ByDay, first: Happening, due: date | None) -> Sequence[Happening]:
    """Return those of some sayings that may be part of a talk from the first one's day to the due one: of many, few."""
    if first.day is None or due is None:
        return ()
    earliest, latest = max(first.day, date.min + ONE_DAY), min(due, date.max - ONE_DAY)
    return said.between(earliest - ONE_DAY, latest + ONE_DAY)


def _is_later(promised: Happening, each: Happening) -> bool:
    if each.event_id == promised.event_id or promised.clock_at is None or each.clock_at is None:
        return each.event_id != promised.event_id
    return each.clock_at - promised.clock_at > SAME_TALK


def _around(said: Sequence[Happening]) -> Callable[[Happening], bool]:
    """Return what tells whether an event is one of some, or of the talk around one of them."""
    ids = {each.event_id for each in said}
    times = sorted(at for each in said if (at := each.clock_at) is not None)

    def is_around(each: Happening) -> bool:
        at = each.clock_at
        if at is None or each.event_id in ids:
            return each.event_id in ids
        place = bisect_left(times, at - SAME_TALK)
        return place < len(times) and times[place] <= at + SAME_TALK

    return is_around
