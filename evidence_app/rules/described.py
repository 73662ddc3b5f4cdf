"""With whom money moved of which only the bank's own description says it: 速付通儲值 names 速付通. Pure."""

import re
from collections.abc import Iterator

from evidence_app.characters import simplified
from evidence_app.domain.events import EventKind
from evidence_app.domain.happenings import Happening, Origin
from evidence_app.rules.parties import OtherSide

_PARTS = re.compile(r"[·\r\n|,;，；]")
"""What stands between the fields of a row that a description is made of."""

_MOVES = (
    r"(?:储值|充值|加值|转[账帐]|转入|转出|汇[入出]?款|入金|出金|提领|提现|取现|扣款|代扣|代付|代收|缴款|缴费|还款|付款|支付|消费|退款|"
    r"存入|存款|跨行|网银|网路|手机|快捷|自动|委托|约定|分期|"
    r"\b(?:dd|so|fps|bacs|pos|ref|to|from|direct debit|standing order|faster payments?|bank|online|top[ -]?up|transfer|"
    r"payment|repayment|refund|withdrawal|deposit|debit|credit|instal?lment)\b|[\W\d_])+"
)
"""What banks write around a name to say what was done; any other word may make it somebody else's."""

_BEFORE, _BEHIND = re.compile(rf"^{_MOVES}"), re.compile(rf"{_MOVES}$")

LONGEST_PART = 80
"""Characters of a description that is looked at: names are shorter."""


def is_described_as(each: Happening, side: OtherSide) -> bool:
    """Tell whether a bill's payment that names nobody has the other side in its description, as a whole word."""
    if each.kind is not EventKind.PAYMENT or each.origin is not Origin.EXPORT or each.other or not each.text:
        return False
    return any(side.takes_money(name, "") for name in _names_in(each.text))


def _names_in(text: str) -> Iterator[str]:
    """Yield what may be a name: each part of a description, with and without what was done before and behind it."""
    for part in _PARTS.split(text):
        said = simplified(part).casefold().strip()
        if 0 < len(said) <= LONGEST_PART:
            behind = _BEHIND.sub("", said)
            yield from filter(None, (said, behind, _BEFORE.sub("", said), _BEFORE.sub("", behind)))
