"""Promises to stop making contact: what keeps them is that nothing comes, and no record can show that. Pure."""

import re
from datetime import date

from evidence_app.characters import simplified
from evidence_app.domain.events import EventKind
from evidence_app.domain.happenings import Happening
from evidence_app.rules.by_day import ByDay

_TO_STOP = re.compile(
    r"(?:停止|暂停|终止|不再|不会再|停掉)[^，。；,;.]{0,12}?"
    r"(?:催收|催缴|催款|联系|联络|短信|简讯|电话|来电|致电|拨打|提醒|打扰|骚扰)|"
    r"\b(?:stop|cease|no longer|will not|won't)\b[^,;.]{0,40}?"
    r"\b(?:collect\w*|contact\w*|call\w*|text\w*|messag\w*|remind\w*)",
    re.IGNORECASE,
)

_TO_DO_MORE = re.compile(
    r"退款|退还|退回|到账|结清|撤销|取消|注销|删除|更正|修正|减免|解冻|赔|扣款|"
    r"refund|return|credit|settle|cancel|delete|correct|waive|unfreeze|deduct",
    re.IGNORECASE,
)
"""What is promised besides, and no silence keeps."""

_WAYS = {
    EventKind.MESSAGE: re.compile(r"短信|简讯|\b(?:text|messag)", re.IGNORECASE),
    EventKind.CALL: re.compile(r"电话|来电|致电|拨打|\bcall", re.IGNORECASE),
}

NEAR = 8
"""Characters behind the first way of contact in which a second one is named."""


def is_kept_by_silence(promised: Happening, due: date | None, contacts: ByDay) -> bool:
    """Tell whether it was promised to stop contacts, and none of that kind came after the day; ``contacts`` are theirs.

    Who promises in a message to stop messages speaks for the own number; whoever promises to stop collection, for all.
    """
    words = simplified(promised.promise)
    stops = _TO_STOP.search(words)
    if due is None or stops is None or _TO_DO_MORE.search(words):
        return False
    kinds = {kind for kind, named in _WAYS.items() if named.search(words, stops.start(), stops.end() + NEAR)}
    sender = promised.other if promised.kind in kinds else ""

    def breaks(each: Happening) -> bool:
        return each.day != due and (not kinds or each.kind in kinds) and sender in ("", each.other)

    return not any(map(breaks, contacts.between(due, date.max)))
