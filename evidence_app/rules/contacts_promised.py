"""Contacts by which a promise to be in touch may have been kept. Pure.

Whether a call kept what was promised, a person says; but while the other side was in touch in time, nothing claims that
it was not.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from evidence_app.characters import simplified
from evidence_app.domain.contacts import signature
from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.happenings import Happening
from evidence_app.rules.parties import TALK, OtherSide, is_company, is_named, is_named_otherwise

SAME_TALK = timedelta(minutes=10)
"""How soon after a promise the words around it still come: they keep nothing."""

NO_CONTACT = ("验证码", "驗證碼", "校验码", "verification code")
"""Words of messages that a person's own doing brings, in small letters."""

FROM_THEM = frozenset({Direction.IN, Direction.MISSED, Direction.REJECTED})

_TO_BE_IN_TOUCH = re.compile(
    r"联系|联络|回电|来电|致电|打给|电话|回复|回覆|答复|答覆|回访|回应|反馈|通知|告知|短信|邮件|"
    r"\b(?:call|contact|repl(?:y|ies)|answer|respond|response|get back|be in touch)|"
    r"\b(?:write (?!off)|e-?mail|text|notify|inform)",
    re.IGNORECASE,
)

_TO_DO_MORE = re.compile(
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
    return _TO_BE_IN_TOUCH.search(said) is not None and _TO_DO_MORE.search(said) is None


def contacts_of(happenings: Iterable[Happening], side: OtherSide) -> list[Happening]:
    """Return the calls and messages that came from the other side, codes left out.

    While nobody said which numbers are its own, those of bare numbers may be its own, too, unless somebody else signed
    them: nothing is claimed against it that these may belie.
    """
    return [
        each
        for each in happenings
        if each.kind in TALK
        and each.direction in FROM_THEM
        and each.at is not None
        and not (each.kind is EventKind.MESSAGE and asks_for_nothing(each.text))
        and (side.has(each.party, each.number) or _may_be_theirs(each, side))
    ]


def _may_be_theirs(each: Happening, side: OtherSide) -> bool:
    if side.numbers or not each.number or is_named_otherwise(each.party, each.number):
        return False
    signed = signature(each.text)
    return not signed or is_named(signed, side.names) or is_company(signed, side.names)


def contacts_in_time(
    promised: Happening, due: date | None, contacts: Sequence[Happening], again: Sequence[Happening] = ()
) -> tuple[str, ...]:
    """Return those that came after a promise to be in touch and no later than its day; empty for other promises.

    Who only says the same ``again``, and the words around that, keeps nothing.
    """
    if due is None or not is_to_be_in_touch(promised.promise):
        return ()
    return tuple(
        each.event_id
        for each in contacts
        if each is not promised and _is_in_time(promised, due, each) and not any(_is_around(each, one) for one in again)
    )


def _is_in_time(promised: Happening, due: date, each: Happening) -> bool:
    day, said = each.day, promised.day
    if day is None or said is None or not said <= day <= due:
        return False
    if promised.clock_at is None or each.clock_at is None:
        return promised.event_id != each.event_id
    return each.clock_at - promised.clock_at > SAME_TALK


def _is_around(each: Happening, said: Happening) -> bool:
    if each.clock_at is None or said.clock_at is None:
        return each.event_id == said.event_id
    return abs(each.clock_at - said.clock_at) <= SAME_TALK
