"""Sums of money that words name: 3,000元, 3，000元, 1.2万元, 三千元, 500美元, HK$ 500. Pure."""

import re
import unicodedata
from decimal import Decimal
from typing import NamedTuple

from evidence_app.characters import simplified
from evidence_app.domain.money import MAX_DIGITS
from evidence_app.domain.numerals import CHINESE, parse_number

_NAMES = {
    "CNY": r"人民币|rmb|cny",
    "HKD": r"港[币元]|hk\$|hkd",
    "TWD": r"新?台币|nt\$|twd",
    "USD": r"美[元金]|us\$|usd",
    "EUR": r"欧元|€|eur",
    "GBP": r"英镑|£|gbp",
}
"""How a currency is named beside a sum, in simplified characters and small letters. 元, ¥ and $ alone are several's."""

_CURRENCY = "|".join(_NAMES.values())
_FIGURE = r"(?<![\d.])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:\s?[万千亿wk](?:\d[千百]?)*)?"
_WORDS = f"(?<![几数上好多第每{CHINESE}])[{CHINESE}]+"
_UNIT = r"元(?![旦宵月素件])|圆|块钱"

_SUM = re.compile(
    rf"(?P<before>{_CURRENCY}|[¥$])\s*(?P<figure>{_FIGURE})"
    rf"|(?P<counted>{_FIGURE}|{_WORDS})\s*(?:(?:{_UNIT})?\s*(?P<after>{_CURRENCY})|{_UNIT}|yuan)"
    rf"|(?P<short>{_FIGURE}|{_WORDS}(?<!一))块"
    rf"|(?:退还|退回|返还|赔偿|refund)\s*(?:给?我|me\s|my\s)?\s*(?P<bare>{_FIGURE})(?=\s*(?:[。;、!)]|[,.](?!\d)|$))"
)

_MAY_NAME = re.compile("[元圆块币金¥￥$＄€£镑退还赔]|rmb|cny|hkd|twd|usd|eur|gbp|yuan|refund", re.IGNORECASE)
"""Something of that is in any text that names a sum: most messages have none, and need no more."""


class NamedSum(NamedTuple):
    """A sum as it is named; ``currency`` is empty where its words may mean several."""

    amount: Decimal
    currency: str = ""

    def is_of(self, amount: Decimal | None, currency: str) -> bool:
        """Tell whether an amount may be this sum."""
        return amount == self.amount and self.currency in ("", currency)


def sums_in(text: str) -> frozenset[NamedSum]:
    """Return the sums of money that a text names, in figures or in words; a bare number is one only of what to pay."""
    plain = simplified(text)
    if _MAY_NAME.search(plain) is None:
        return frozenset()
    plain = unicodedata.normalize("NFKC", plain).lower()
    return frozenset(filter(None, map(_named, _SUM.finditer(plain))))


def _named(match: re.Match[str]) -> NamedSum | None:
    words = next(filter(None, match.group("figure", "counted", "short", "bare")))
    amount = parse_number(words)
    if amount is None or len(amount.as_tuple().digits) > MAX_DIGITS:
        return None
    beside = match["before"] or match["after"] or ""
    return NamedSum(amount, next((code for code, name in _NAMES.items() if re.fullmatch(name, beside)), ""))
