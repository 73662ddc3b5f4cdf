"""Reads amounts as people type them: ``3000``, ``3,000元``, ``¥3000``, ``3千``, ``1.2万``, ``三千五``."""

import re
from decimal import Decimal

from evidence_app.domain.money import parse_amount

UNITS = {"百": 100, "佰": 100, "千": 1000, "仟": 1000, "k": 1000, "万": 10_000, "萬": 10_000, "w": 10_000}
DIGITS = {
    digit: value
    for value, digits in enumerate(
        ("零〇", "一壹", "二贰貳两兩", "三叁參", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖")
    )
    for digit in digits
}
_SIGNS = r"(?:[¥￥]|rmb|cny|人民币|人民幣)"
_ENDS = r"(?:元|块钱|塊錢|块|塊|圆|圓|rmb|cny)"
_PATTERN = re.compile(rf"{_SIGNS}?\s*(?P<number>.+?)\s*(?P<unit>[百千万萬kw])?\s*{_ENDS}?\s*整?", re.IGNORECASE)
TEN = 10


def typed_amount(text: str) -> Decimal | None:
    """Return the amount that somebody typed, None for empty text. Raises InputProblem("amount-unreadable").

    A sign of another currency is not taken for one's own: the currency has a field of its own.
    """
    words = text.strip()
    match = _PATTERN.fullmatch(words)
    if match is None:
        return parse_amount(words)
    spoken = _spoken(match["number"] + (match["unit"] or ""))
    if spoken is not None:
        return parse_amount(str(spoken))
    value = parse_amount(match["number"]) if re.fullmatch(r"[\d.,，]+", match["number"]) else parse_amount(words)
    return value * UNITS[match["unit"].lower()] if value is not None and match["unit"] else value


def _spoken(words: str) -> int | None:
    """Return the number that Chinese numerals say, None for anything else: ``三千五`` is 3500, ``一万零五十`` 10050."""
    if not words or not all(sign in DIGITS or sign in UNITS or sign in "十拾" for sign in words):
        return None
    total = section = digit = 0
    last_unit = 1
    for sign in words:
        if sign in DIGITS:
            digit, last_unit = DIGITS[sign], last_unit if DIGITS[sign] else TEN
            continue
        unit = TEN if sign in "十拾" else UNITS[sign]
        if unit == UNITS["万"]:
            total, section, digit = (total + section + digit) * unit, 0, 0
        else:
            section, digit = section + (digit or 1) * unit, 0
        last_unit = unit
    return total + section + digit * max(1, last_unit // TEN if last_unit > TEN else 1)
