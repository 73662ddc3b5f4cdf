"""Amounts of money, with the currency that is written or that is meant where the dispute is. Pure."""

import re
from decimal import Decimal
from functools import lru_cache

from evidence_app.domain.money import MAX_DIGITS, plain_amount
from evidence_app.domain.numerals import CHINESE, parse_number
from evidence_app.domain.suggestions import SuggestionKind
from evidence_app.reading.currencies import UNIT
from evidence_app.reading.entities.flat import Flat
from evidence_app.reading.entities.found import Expression, Found, Known, found_in_turn
from evidence_app.reading.entities.words import either, either_by_key

_ARABIC = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d{1,4})?(?!\d)"
_NUMBER = rf"(?:{_ARABIC}\s?(?:[万亿千百]\d+[千百十]?\d*[百十]?\d*|[万亿千百wWkK](?![A-Za-z]))|{_ARABIC})"
_WORDS = f"[{CHINESE}]+(?:点[{CHINESE}]+)?"
DOLLARS = ("HKD", "TWD", "MOP", "SGD", "USD")
"""Currencies whose screens write a bare $."""

_SMALL = {"角": Decimal("0.1"), "毛": Decimal("0.1"), "分": Decimal("0.01")}


def find_amounts(flat: Flat, known: Known) -> list[Found]:
    """Return amounts, as ``3000.00 CNY``."""
    return found_in_turn(flat, _expressions(), lambda match, confidence: _found(match, known, confidence))


def _found(match: re.Match[str], known: Known, confidence: float) -> Found | None:
    groups = match.groupdict()
    value = parse_number(groups["number"])
    if value is None or len(value.as_tuple().digits) > MAX_DIGITS:
        return None
    value += _small_change(groups)
    currency = _named(groups, "before_") or _named(groups, "after_") or known.currency
    if groups.get("before_") and not _named(groups, "after_") and currency not in DOLLARS:
        currency = "USD"
    start = match.start("number") if groups.get("label") else match.start()
    return Found(SuggestionKind.AMOUNT, f"{plain_amount(value)} {currency}", start, match.end(), confidence)


def _small_change(groups: dict[str, str | None]) -> Decimal:
    """Return what follows the unit: 285块5, 12元3角5分."""
    if tenth := groups.get("tenth"):
        return (parse_number(tenth) or Decimal(0)) * Decimal("0.1")
    change = Decimal(0)
    for number, unit in re.findall(rf"([\d{CHINESE}]+)([角毛分])", groups.get("change") or ""):
        change += (parse_number(number) or Decimal(0)) * _SMALL[unit]
    return change


def _named(groups: dict[str, str | None], prefix: str) -> str | None:
    return next((key.removeprefix(prefix) for key, words in groups.items() if key.startswith(prefix) and words), None)


_CHANGE = rf"(?:(?P<change>\d[角毛](?:\d分)?|\d分|[{CHINESE}][角毛](?:[{CHINESE}]分)?)|整|正)?"
_NOT_BEFORE = r"(?<![\dA-Za-z])(?<!\d[.:])"
_NOT_AMONG = f"(?<![几数上好多第每{CHINESE}])"
_COUNTED = "[人次个条笔家户名位公平字步粉分里件张种台米亿火多余几倍岁年天月日小度%]"
_CAPITALS = r"\s?[:\-+]?\s?(?:\((?:大写|小写)\)|大写|小写)?[:\s]{0,2}"
_DECIMALS = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d\d)?|\d+\.\d\d)(?![\d%.])(?!\s?%)"
_INTEGER = r"[1-9]\d{2,7}(?!,\d{3}|[\dA-Za-z%.\-/:*年月日天期次笔号个人位时分秒点条家])"


@lru_cache(maxsize=1)
def _expressions() -> tuple[Expression, ...]:
    before, after = _currencies("before") + r"|(?P<before_>\$)", _currencies("after")
    more = f"{either('amounts', 'approximate')}?"
    label = (
        rf"(?P<label>{either('amounts', 'labels')})(?:了|过|我|我的钱){{0,2}}"
        r"[\s:为是约共]{0,3}(?:\(.{1,6}\))?[\s:]{0,2}[+-]?"
    )
    unit = rf"\s?(?:{after}|{UNIT}){_CHANGE}"
    return tuple(
        (re.compile(expression, re.IGNORECASE), confidence)
        for expression, confidence in (
            (rf"{_NOT_BEFORE}(?P<number>{_ARABIC})(?=(?:[、和与及]{_ARABIC})+\s?[元块])", 0.85),
            (rf"(?:{before}){_CAPITALS}(?P<number>{_NUMBER}|{_WORDS}(?=[元圆]))(?:{unit})?", 0.98),
            (rf"(?<![\dA-Za-z.])(?P<number>{_ARABIC})块(?P<tenth>\d)(?![\d元块个])(?:毛|角)?", 0.95),
            (rf"{_NOT_BEFORE}(?P<number>{_NUMBER}){more}{unit}", 0.97),
            (rf"{_NOT_AMONG}(?P<number>{_WORDS}){more}(?:{after}|元(?![旦宵月素件])|圆|块钱){_CHANGE}", 0.93),
            (rf"{_NOT_AMONG}(?P<number>(?!一块)[{CHINESE}]+)块(?![儿{CHINESE}])", 0.85),
            (rf"{_NOT_BEFORE}(?P<number>{_ARABIC}万(?:\d千?)?)(?![{CHINESE}\d]|{_COUNTED})", 0.7),
            (rf"{_NOT_AMONG}(?P<number>[一二两三四五六七八九十][{CHINESE}]*万[{CHINESE}]*)(?!{_COUNTED})", 0.65),
            (r"(?<![A-Z])Y(?P<number>\d[\d,]*\.\d\d)(?!\d)元?", 0.85),
            (rf"{label}(?P<number>{_DECIMALS})", 0.85),
            (rf"{label}(?P<number>{_INTEGER})", 0.75),
            (
                r"^\s*[+-]?\s?(?!(?:19|20)\d\d\.(?:0[1-9]|1[0-2])\s*$)(?P<number>(?:\d{1,3}(?:,\d{3})+|\d+)\.\d\d)\s*$",
                0.75,
            ),
        )
    )


def _currencies(side: str) -> str:
    return "|".join(f"(?P<{side}_{code}>{words})" for code, words in either_by_key("amounts", side).items())
