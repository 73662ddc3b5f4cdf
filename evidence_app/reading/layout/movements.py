"""What the words of a payment say: which way the money went, what became of it, with whom it was. Pure."""

import re

from evidence_app.characters import aligned, folded
from evidence_app.domain.events import Direction, Outcome
from evidence_app.reading.layout.vocabulary import first_list, words

OUTCOMES = ("failed", "refunded", "closed", "pending", "done")

LONGEST_OUTCOME = 14
"""Characters of a line that says what became of a payment; longer ones tell a story."""


def outcome_of(text: str) -> Outcome:
    """Return what became of a payment, as its words say; NONE if they do not."""
    plain = folded(text)
    if "退款" in plain and "失败" not in plain and any(word in plain for word in ("退款中", "处理中", "申请", "审核")):
        return Outcome.PENDING
    return Outcome(first_list("outcomes", OUTCOMES, text))


def outcome_line(text: str) -> Outcome:
    """Return what a short line says became of a payment; NONE for lines that say more than that."""
    bare = re.sub(r"\W", "", folded(text))
    if not bare or len(bare) > LONGEST_OUTCOME or any(char in text for char in "，。？"):
        return Outcome.NONE
    return outcome_of(text)


def direction_of(text: str) -> Direction:
    """Return which way the money went, as words say: the first that is known decides."""
    plain = folded(text)
    found = [
        (plain.find(word), -len(word), direction)
        for key, direction in (("in", Direction.IN), ("out", Direction.OUT))
        for word in words("directions", key)
        if word in plain
    ]
    return min(found)[2] if found else Direction.NONE


def signed(sign: str) -> Direction:
    """Return the direction that a sign before an amount says."""
    return {"+": Direction.IN, "-": Direction.OUT}.get(sign, Direction.NONE)


_WITH = re.compile(
    r"^(?:微信)?(?:转账|转帐|红包|二维码(?:收款|付款)|扫二维码付款|扫码付款|二维码|付款|收款|转数快收款|转数快|fps|退款|汇款|群收款|亲属卡)?(?:支出|收入)?"
    r"\s?[-–—一·:]?\s?(?:来自|转给|付给|收自|给|to|from|致)\s?[:：-]?\s*(?=\S)"
)
_REFUND = re.compile(r"[-–—一·(]?\s?(?:已?(?:全额)?退款)\)?$")
_REFUND_OF = re.compile(r"^退款\s?[-–—一·:：]\s?(?=\S)")
_TYPE_FIRST = re.compile(r"^(?P<type>[\u4e00-\u9fff]{2,6})\s?[-–—·:：| ]\s?(?=\S)")


def counterparty(title: str) -> str:
    """Return with whom a payment was, from its title: 转账-来自王芳 is with 王芳."""
    shown = title.strip(" >›く")
    found = _WITH.match(aligned(shown))
    if found and found.end():
        return shown[found.end() :].strip()
    typed = _TYPE_FIRST.match(aligned(shown))
    if typed and folded(typed["type"]) in words("directions", "type") and not re.match(r"^退款", aligned(shown)):
        return shown[typed.end() :].strip()
    return shown


def is_type(title: str) -> bool:
    """Tell whether a title says what kind of movement it is instead of with whom."""
    return re.sub(r"\W", "", folded(title)) in words("directions", "type")
