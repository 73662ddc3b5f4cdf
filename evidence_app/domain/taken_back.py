"""Messages that somebody took back: a chat's program says so in their place, and no more of them is left. Pure.

That one was there, who took it back and when is evidence all the same.
"""

import re

from evidence_app.domain.events import Direction

_TAKEN_BACK = re.compile(
    r"[\W_]*(?:(?P<who>[^，。,.:：]{1,16}?)[\"”」』]?\s?已?(?:收回|撤回)了?(?:一[则則條条])?(?:訊息|消息|信息|讯息)"
    r"(?:[。,，]?\s?重新[編编][辑輯])?|"
    r"(?P<one>[^，。,.:：]{1,24}?)[\"”]? (?:has )?(?:recalled|unsent|took back|withdrew) (?:a|the|this) message"
    r"(?:[.,]?\s?re-?edit)?)[\s.。>〉]*",
    re.IGNORECASE,
)
"""对方撤回了一条消息, "李专员" 撤回了一条消息, 您已收回訊息, Lee recalled a message, You unsent a message."""

_OWN = frozenset({"你", "您", "妳", "我", "you"})
_OTHER = frozenset({"对方", "對方"})


def taken_back(text: str) -> Direction | None:
    """Return which side's message a program says was taken back, None where it says nothing of it."""
    who = taken_back_by(text)
    return None if who is None else side_of(who) or Direction.IN


def taken_back_by(text: str) -> str | None:
    """Return who took a message back as a program says it, by a word or a name; None where it says nothing of it."""
    found = _TAKEN_BACK.fullmatch(text.strip())
    return (found["who"] or found["one"]).strip('"“”「」『』 已') if found is not None else None


def side_of(who: str) -> Direction:
    """Return whose side a word for one of the two is of; none of a name."""
    if who.casefold() in _OWN:
        return Direction.OUT
    return Direction.IN if who in _OTHER else Direction.NONE
