"""What the words of a row in a list of calls say: when, with whom, which way, how long. Pure."""

import re
from datetime import datetime

from evidence_app.characters import aligned, folded
from evidence_app.domain.events import Direction
from evidence_app.reading.clocks import parse_duration
from evidence_app.reading.layout.figures import phone_number, without_count
from evidence_app.reading.layout.moments import is_clock, time_words
from evidence_app.reading.layout.rows import ems
from evidence_app.reading.layout.vocabulary import has_any, words

LONGEST_LINE = 26
"""Ems of a line in a list of calls: what is longer is a message or an article."""

MOST_BESIDE_TIME = 8
"""Ems that may stand in the line of a time besides how the call went: a place, a card."""


def is_whole(text: str) -> bool:
    """Tell whether a text names a day and a time of day: 09:59 呼入 names no day."""
    alone = is_clock(text) or is_clock(re.sub(r"\W*[\u4e00-\u9fff]+$", "", text))
    return bool(re.search(r"\d:\d\d", text)) and not alone and not looks_like_length(text)


def says_when(text: str, near: datetime) -> bool:
    """Tell whether a text is a time, with no more beside it than how the call went and a place or a card."""
    if ems(text) > LONGEST_LINE:
        return False
    said = time_words(text, near)
    return bool(said) and ems(_bare(text.replace(said, ""))) <= MOST_BESIDE_TIME


def _bare(text: str) -> str:
    """Return a text without what says how a call went."""
    plain = folded(text)
    plain = re.sub(r"\d+(?:个?小时|时|分钟?|秒|声)|\d{1,2}:\d\d(?::\d\d)?", "", plain)
    for key in ("rejected", "out_unanswered", "missed", "out", "in", "label"):
        for word in words("calls", key):
            plain = plain.replace(word, "")
    return re.sub(r"[^\w]", "", plain)


def number_in(text: str) -> str:
    """Return the telephone number that a line is, whatever says how the call went beside it."""
    bare = without_arrow(text)
    number = phone_number(bare) or phone_number(_PLACE.sub("", bare))
    if number and sum(char.isdigit() for char in number) >= 5:
        return number
    return ""


_PLACE = re.compile(r"(?<=\d)[\s·|,，]*[\u4e00-\u9fff]{2,6}(?:[\s·|]*[\u4e00-\u9fff]{2,4})?$")
"""Where a number is registered, behind it: 02-7700-1188 台北市, 13800138000 广东深圳 移动."""


OUTWARD, INWARD = "↗", "↙"
ARROWS = (OUTWARD, INWARD)
"""Which way a call went, as icons say it; what came in and is red was missed."""


def without_arrow(text: str) -> str:
    """Return a text without the arrow of which way the call went."""
    return text.strip().lstrip("".join(ARROWS) + " \ue00f").strip()


def looks_like_length(text: str) -> bool:
    """Tell whether a text ends with what is rather how long a call was than a time of day."""
    plain = folded(text)
    if re.match(r"\d{1,2}:\d\d\D+\d", plain):  # a time, and a length behind it
        return False
    return bool(re.search(r"[^\d:](?:\d{1,2}:)?\d{1,2}:\d\d$|^\d\d:\d\d:\d\d$|\d秒", plain)) and not re.search(
        r"[月日天/午期周晚晨早]|\d-\d", plain
    )


def is_only_time(text: str, near: datetime) -> bool:
    """Tell whether a text is a time and nothing else."""
    said = time_words(text, near)
    return bool(said) and not any(char.isalnum() for char in text.replace(said, ""))


def is_name_with_time(text: str, near: datetime) -> bool:
    """Tell whether a name has a word for a time in it: 周五快递."""
    return not is_only_time(text, near) and says_who(text) and not re.search(r"\d:\d\d", text)


def says_who(text: str) -> bool:
    """Tell whether a text is a number, or more than how a call went and how long it was: a name."""
    return bool(number_in(text)) or len(_bare(without_count(without_arrow(text)))) > 0 and not parse_duration(text)


_MINUTES_SECONDS = re.compile(r"(\d{1,3})['’′](\d\d)(?:[\"”″]|''|’’)?")
"""3'12", as some phones write a length."""

_CARD = re.compile(r"(?:卡|sim)\s?[12]")
"""Of a phone with two cards, before a length from which no space may part it: 卡12分8秒 is 2 minutes on card 1."""


def stated_length(text: str) -> int | None:
    """Return how many seconds a call lasted whose length a line tells in units, wherever in it."""
    plain = _CARD.sub(" ", _MINUTES_SECONDS.sub(r"\1分\2秒", aligned(text)))
    if "响铃" in plain:
        return None
    pieces = [parse_duration(piece) for piece in re.split(r"[·•|,]", plain) if re.search(r"\d\s?(?:s|m|h)", piece)]
    if any(pieces):
        return next(piece for piece in pieces if piece)
    found = _IN_UNITS.search(plain)
    return parse_duration(found[0]) if found and "前" not in plain[found.end() : found.end() + 1] else None


_IN_UNITS = re.compile(
    r"(?:\d+\s?个?小时\s?)?(?:\d+\s?分钟?\s?)?(?:\d+\s?秒)|(?:\d+\s?个?小时\s?)?\d+\s?分(?:钟)?(?!\d)"
)


def length_at_end(text: str) -> str:
    """Return the length in figures with which a text ends: 1:46."""
    found = re.search(r"\d{1,2}:\d\d(?::\d\d)?\s*$", aligned(text))
    return found[0].strip() if found else ""


def direction_of(text: str) -> Direction:
    """Return which way a call went, or that it was missed or rejected, as its words say."""
    text = _OF_NUMBERS.sub("", folded(text))
    if has_any(text, words("calls", "out")):
        return Direction.OUT
    if has_any(text, words("calls", "out_unanswered")):
        rest = text
        for word in words("calls", "out_unanswered"):
            rest = rest.replace(word, " ")
        came_in = has_any(rest, ("来电", "呼入", "被叫", "incoming", "未接", "漏接", "missed"))
        return Direction.MISSED if came_in else Direction.OUT
    for key, direction in (("rejected", Direction.REJECTED), ("missed", Direction.MISSED), ("in", Direction.IN)):
        if has_any(text, words("calls", key)):
            return direction
    return Direction.NONE


_OF_NUMBERS = re.compile(r"(?:未知|陌生|匿名|骚扰|私人|受限)(?:来电|号码)|unknowncaller|nocallerid")
"""What a list says of a number, whichever way the call went."""
