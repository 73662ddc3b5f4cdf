"""Which currency a bare 元 or $ means on an exhibit. Pure."""

import re
from collections.abc import Iterable
from functools import lru_cache
from zoneinfo import ZoneInfo

from evidence_app.domain.money import DEFAULT_CURRENCY
from evidence_app.reading.entities.words import either_by_key
from evidence_app.rules.working_days import Territory, territory_of

_ZONES = {"Asia/Macau": "MOP", "Asia/Singapore": "SGD"}
_TERRITORIES = {Territory.TW: "TWD", Territory.HK: "HKD", Territory.US: "USD", Territory.GB: "GBP"}
_DOLLARS = ("HKD", "TWD")
"""The currencies whose screens write a bare $ or 元 beside their own sign."""


def currency_of(lines: Iterable[str], home: ZoneInfo) -> str:
    """Return the dispute's own, or the one of these that the exhibit itself names, if it names one."""
    text = "\n".join(lines)
    named = [code for code in _DOLLARS if _signs()[code].search(text)]
    if len(named) == 1 and not _signs()["CNY"].search(text):
        return named[0]
    territory = territory_of(home)
    return _ZONES.get(home.key) or (_TERRITORIES.get(territory) if territory else None) or DEFAULT_CURRENCY


@lru_cache(maxsize=1)
def _signs() -> "dict[str, re.Pattern[str]]":
    return {code: re.compile(words, re.IGNORECASE) for code, words in either_by_key("amounts", "before").items()}
