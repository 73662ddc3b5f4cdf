"""Amounts and numbers as records show them, with the slips of recognition mended. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from evidence_app.characters import aligned
from evidence_app.reading.currencies import UNIT, marks, named_currency

_NUMBER = r"[1-9]\d{0,2}(?:\s?[,.]\s?\d{3})+(?:\s?[.,]\s?\d{1,2})?(?!\d)|\d+(?:\s?\.\s?\d{1,2}|,\d\d)?(?!\d)"
_AMOUNT = re.compile(
    rf"(?:(?P<sign>[+-])\s*)?(?:(?P<mark>{marks('before')}|\$|(?<![a-z])y(?=\s?\d)|(?<!\d)半(?=\s?\d))\s*)?(?:(?P<inner>[+-])\s*)?"
    rf"(?P<number>{_NUMBER})\s*(?P<unit>万元|{marks('after')}|nt\$|{UNIT})?(?:整|正)?"
)
"""``-¥1,200.00``, ``y 300.00``, ``+hk$500``, ``3.2万元``: a ¥ may be read as y or 半."""

_STUCK = re.compile(r"[\d:/%-]|\.(?!\s|$)")


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount in a text; ``currency`` is empty where only a number, ``元`` or ``$`` says it is money.

    ``sign`` is ``+``, ``-`` or empty. ``sure`` is false for a bare whole number, which may count anything.
    """

    start: int
    end: int
    value: Decimal
    currency: str
    sign: str
    sure: bool


def amounts(text: str) -> list[Amount]:
    """Return the amounts in a text, from left to right; never pieces of dates, times, addresses and long numbers."""
    plain = _dashes_before_numbers(aligned(text))
    found = (_amount(plain, match) for match in _AMOUNT.finditer(plain))
    return [amount for amount in found if amount]


@lru_cache(maxsize=4096)
def whole_amount(text: str) -> Amount | None:
    """Return the amount that a text is and nothing else, but for a mark that leads on."""
    found = amounts(text)
    if len(found) != 1:
        return None
    around = text[: found[0].start] + text[found[0].end :]
    return found[0] if not any(char.isalnum() for char in around.strip(" >›く")) else None


def _dashes_before_numbers(plain: str) -> str:
    """Return the text with a dash before a number as a minus: recognition takes a minus for 一 or a long dash."""
    return re.sub(r"(?:(?<=^)|(?<=\s))[–—−‐‑﹣一](?=\s*(?:¥|nt\$|hk\$|\$|\d))", "-", plain).translate(
        {ord(char): "-" for char in "–—−‐‑﹣"}
    )


def _amount(plain: str, match: re.Match[str]) -> Amount | None:
    before, after = plain[: match.start()], plain[match.end() :]
    sign = match["sign"] or match["inner"] or ""
    if before and not match["mark"] and (before[-1].isascii() and before[-1].isalnum() or before[-1] in ".:/#*"):
        return None
    if (
        sign
        and match["sign"]
        and before
        and (before[-1].isalnum() and before[-1].isascii() or before[-1] == ")")
        and not match["mark"]
    ):
        return None
    if not match["unit"] and after and (_STUCK.match(after) or (after[0].isascii() and after[0].isalpha())):
        return None
    if (
        not match["unit"]
        and not match["mark"]
        and after
        and after[0] in "年月日期个天次条分秒点时号笔人台件小折倍第级岁"
    ):
        return None
    value = _value(match["number"])
    if value is None:
        return None
    unit = match["unit"] or ""
    if unit == "万元":
        value *= 10_000
    code = named_currency(match["mark"] or "") or named_currency(unit)
    code = code or ("CNY" if match["mark"] in ("y", "半") else "")
    sure = bool(match["mark"] or sign or unit or re.search(r"[.,]\s?\d{2,3}$", match["number"]))
    return Amount(match.start(), match.end(), value, code, sign, sure)


def _value(number: str) -> Decimal | None:
    """Return a number whose groups and decimals may have been misread one for the other."""
    digits = re.sub(r"\s", "", number)
    if re.match(r"0\d", digits):  # 02.22 is a day
        return None
    tail = re.search(r"[.,](\d{1,2})$", digits)
    whole = re.sub(r"[.,]", "", digits[: tail.start()] if tail else digits)
    if len(whole) > 12:
        return None
    return Decimal(f"{whole}.{tail[1]}" if tail else whole)


_PHONE = re.compile(r"^\(?\+?[\d(][\d\s()*x#-]{2,22}[\d*)]$|^\d{3,6}$")
_GROUPED = re.compile(r"\s*[(\[]\s*(\d{1,3})\s*[)\]]?\s*$")


def phone_number(text: str) -> str:
    """Return a telephone number as it is shown, without the count of calls behind it; empty for other texts."""
    shown = without_count(text.strip())
    plain = aligned(shown)
    digits = sum(char.isdigit() for char in plain)
    if not _PHONE.match(plain) or not 3 <= digits <= 16 or re.match(r"^\d{1,4}[-/]\d{1,2}[-/]\d{1,2}$", plain):
        return ""
    return shown


def without_count(text: str) -> str:
    """Return the name or number before the count of calls in brackets: 95188 (3)."""
    found = _GROUPED.search(aligned(text))
    return text[: found.start()].rstrip() if found and found.start() else text


def count_of_calls(called: str, *others: str) -> int:
    """Return how many calls a row stands for, as brackets behind its name or number say, or 未接来电 3次; else 1."""
    found = _GROUPED.search(aligned(called))
    if found and found.start():
        return max(1, int(found[1]))
    counts = (counted for text in others if not _RANG.search(text) and (counted := _COUNTED.search(aligned(text))))
    return max((int(counted[1]) for counted in counts), default=1)


_COUNTED = re.compile(r"(?<![第\d:.])([1-9]\d?)\s?(?:次(?!数)|calls?\b)")
_RANG = re.compile(r"响铃|響鈴|第|每|rang", re.IGNORECASE)
"""It rang so many times, or was the third call."""


def first_reference(values: Iterable[str]) -> str:
    """Return the first order or case number among values; empty without one."""
    return next((found for value in values if (found := reference(value))), "")


_REFERENCE = re.compile(r"[a-z0-9][a-z0-9_\-/]{4,63}")


def reference(text: str) -> str:
    """Return the order or case number that a value is: letters and digits, lines and spaces within it closed up."""
    closed = "".join(text.split())
    plain = aligned(closed)
    found = max(_REFERENCE.finditer(plain), key=lambda match: match.end() - match.start(), default=None)
    if found is None or not any(char.isdigit() for char in found[0]):
        return ""
    return closed[found.start() : found.end()].strip("-_/")
