"""Which currency an amount is in: what stands beside it, else what its page, or the dispute, speaks for. Pure.

The words are those of ``[amounts]`` in resources/reading/words.toml.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from zoneinfo import ZoneInfo

from evidence_app.characters import aligned
from evidence_app.domain.money import DEFAULT_CURRENCY
from evidence_app.reading.entities.words import either_by_key
from evidence_app.rules.territories import currency_of

_OF_HONG_KONG = ("港", "轉數快", "八達通", "FPS")
_OF_TAIWAN = re.compile(r"民國|(?<!\d)1[01]\d[/.年]\d{1,2}[/.月]\d{1,2}|臺|新[台臺]|信用卡帳")
FEWEST_TRADITIONAL = 3
"""Characters that only traditional writing has, from which on a page counts as written so."""


def meant_currency(lines: Iterable[str], home: ZoneInfo) -> str:
    """Return what a bare 元, $ or number means on a page: what it names most, else its writing or the zone says."""
    texts = list(lines)
    return _stated(texts) or _written("".join(texts)) or currency_of(home) or DEFAULT_CURRENCY


def named_currency(words: str) -> str:
    """Return the currency of a sign or a word beside an amount; empty for none, and for 元 and $ alone."""
    plain = aligned(words)
    return next((code for code, sign in _signs().items() if sign.fullmatch(plain)), "")


UNIT = r"元(?![旦宵月素件])|圆|块钱?(?!儿)"
"""What stands behind an amount of whichever currency, in simplified characters."""


@lru_cache(maxsize=2)
def marks(side: str) -> str:
    """Return an expression for the signs and words that stand before or after amounts, in folded text."""
    return f"(?i:{'|'.join(either_by_key('amounts', side).values())})"


def _stated(texts: Iterable[str]) -> str:
    plain = "\n".join(map(aligned, texts))
    counts = {code: len(sign.findall(plain)) for code, sign in _signs("before").items()}
    code = max(counts, key=lambda each: counts[each])
    return code if counts[code] else ""


def _written(text: str) -> str:
    changed = sum(one != other for one, other in zip(text, aligned(text), strict=True) if "\u4e00" <= one <= "\u9fff")
    if changed < FEWEST_TRADITIONAL:
        return ""
    if any(word in text for word in _OF_HONG_KONG):
        return "HKD"
    return "TWD" if _OF_TAIWAN.search(text) else ""


@lru_cache(maxsize=2)
def _signs(*sides: str) -> dict[str, re.Pattern[str]]:
    """Return what names each currency, in whole words: S$ is no part of US$."""
    words = [either_by_key("amounts", side) for side in sides or ("before", "after")]
    codes = dict.fromkeys(code for each in words for code in each)
    expressions = {code: "|".join(each[code] for each in words if code in each) for code in codes}
    return {
        code: re.compile(rf"(?<![a-z])(?:{expression})(?![a-z])", re.IGNORECASE)
        for code, expression in expressions.items()
    }
