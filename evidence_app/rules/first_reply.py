"""How long the other side's first reply by a person took, as far as the timeline shows that a person replied. Pure."""

import re
from collections.abc import Iterable
from datetime import datetime, timedelta

from evidence_app.characters import simplified
from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.happenings import Happening
from evidence_app.rules.contacts_promised import asks_for_nothing

SHORTEST_TALK_S = 30
"""Seconds of a call below which a menu or a machine is as likely as a person, if nothing tells of one."""

_AUTOMATIC = re.compile(
    r"自动[回答][复覆]|机器人|智能(?:客服|助手|助理)|语音(?:菜单|导航|播报|提示|助手)|系统(?:自动|回复)|请勿(?:直接)?回复|按键|无人接听|留言信箱"
    r"|\bauto(?:matic(?:ally)?)?[- ]?(?:repl|respon|generated|answer)|\b(?:do not|don't) reply\b|\bno-?reply\b"
    r"|\bchat ?bot\b|\bIVR\b|\bvoice ?mail\b|\b(?:phone|voice|automated) (?:menu|system)\b",
    re.IGNORECASE,
)
_DEMAND = re.compile(
    r"逾期|(?:立即|尽快|及时|马上)还[款清]|欠款|\boverdue\b|\bpast due\b|\bpay (?:now|immediately)\b", re.IGNORECASE
)
"""Words of machines, and of notices that go to everybody; in simplified characters."""


def first_reply(happenings: Iterable[Happening]) -> timedelta | None:
    """Return the time from the person's first call or message to the first reply after it, None where none is shown.

    ``happenings`` are those with the other side, in order. Nothing if the first call was answered at once.
    """
    asked: datetime | None = None
    for each in happenings:
        if each.clock_at is None:
            continue
        if asked is None and _is_asking(each):
            if each.kind is EventKind.CALL and _was_talk(each):
                return timedelta()
            asked = each.clock_at
        elif asked is not None and _is_reply(each):
            return each.clock_at - asked
    return None


def answered_call(happenings: Iterable[Happening]) -> bool:
    """Tell whether the person's first contact was a call that somebody answered: a quick reply may be a written one."""
    asked = (each for each in happenings if each.clock_at is not None and _is_asking(each))
    first = next(asked, None)
    return first is not None and first.kind is EventKind.CALL and _was_talk(first)


def _is_asking(each: Happening) -> bool:
    return each.direction is Direction.OUT and each.kind in (EventKind.CALL, EventKind.MESSAGE)


def _is_reply(each: Happening) -> bool:
    if each.kind is EventKind.MESSAGE:
        return each.direction is Direction.IN and (_shows_person(each) or _is_of_person(each.text))
    return each.kind is EventKind.CALL and _was_talk(each)


def _shows_person(each: Happening) -> bool:
    return bool(each.agent_id or each.agent_name or each.promise)


def _is_of_person(text: str) -> bool:
    words = simplified(text)
    return not asks_for_nothing(text) and not _AUTOMATIC.search(words) and not _DEMAND.search(words)


def _was_talk(call: Happening) -> bool:
    """Tell whether a person spoke in a call: somebody is named, or it lasted, and no words tell of a machine."""
    if not call.duration_s and call.direction is not Direction.IN:
        return False
    if _shows_person(call):
        return True
    is_long = call.duration_s is None or call.duration_s >= SHORTEST_TALK_S
    return call.direction in (Direction.IN, Direction.OUT) and is_long and not _AUTOMATIC.search(simplified(call.text))
