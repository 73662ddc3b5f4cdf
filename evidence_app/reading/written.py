"""Texts made plain for the grammar of times: one character for one, so that places in them stay true."""

import unicodedata

NUMBER = r"(?:\d{1,2}|[〇零一二三四五六七八九十两]{1,3})"
"""A number below a hundred, in digits or in Chinese."""

_SAME = str.maketrans(
    {
        **dict(
            zip(
                "點時週禮後號兩鐘淩國剛個這間內結話長聽絕無應鈴語視頻撥來電槓桿",
                "点时周礼后号两钟凌国刚个这间内结话长听绝无应铃语视频拨来电杠杆",
                strict=True,
            )
        ),
        # what the recognition takes for something else
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
    """Return the text in half width, lower case and simplified where times are concerned, of the same length."""
    return "".join(_plain_char(char) for char in text).translate(_SAME)


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
