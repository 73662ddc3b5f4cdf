"""Texts made plain for the grammar of times: one character for one, so that places in them stay true."""

import re
import unicodedata
from functools import lru_cache

from evidence_app.characters import simplified

NUMBER = r"(?:\d{1,2}|[〇零一二三四五六七八九十两]{1,3})"
"""A number below a hundred, in digits or in Chinese."""

_MISREAD = str.maketrans(
    {
        "曰": "日",
        "夭": "天",
        "∶": ":",
        "︰": ":",
        "ː": ":",
        "–": "-",
        "—": "-",
        "−": "-",
        "‐": "-",
        "~": "-",
        "∼": "-",
    }
)

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}


def plain(text: str) -> str:
    """Return the text in half width, lower case and simplified, of the same length."""
    made = simplified("".join(_plain_char(char) for char in text)).translate(_MISREAD)
    return _ONE.sub(lambda found: found[0].replace("-", "一"), made) if "-" in made else made


_ONE = re.compile(r"\((?:周|星期)?\s?-\s?\)|(?:周|星期)-(?=[\s)]|$)")
"""A Monday, of which a dash was read."""


@lru_cache(maxsize=8192)
def _plain_char(char: str) -> str:
    if unicodedata.category(char) == "Cf":  # marks of direction, which messengers put around times
        return " "
    made = unicodedata.normalize("NFKC", char).lower()
    if len(made) != 1:
        return char
    return " " if made.isspace() else made


def number(words: str) -> int:
    """Return what a `NUMBER`, or a year in single Chinese digits (二〇二五), counts."""
    if words.isdecimal():
        return int(words)
    if "十" in words:
        tens, _, ones = words.partition("十")
        return number(tens or "一") * 10 + number(ones or "零")
    return int("".join(str(_DIGITS[char]) for char in words))
