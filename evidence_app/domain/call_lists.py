"""What a telephone's list of calls writes beside a call: what its own fields say already, and how many it stands for.

A list puts calls with one number that follow each other into one row: 400-820-6631 (3). Its time is that of the last.
When the others were stands nowhere, so the row counts as one call wherever days are counted, and is told as what it is.
"""

import re

from evidence_app.domain.events import Direction

_ANY = r"已接(?:听|聽)?|通话|通話|call"
_WAYS = {
    Direction.IN: r"已接来电|已接來電|来电|來電|呼入|incoming",
    Direction.OUT: r"去电|去電|呼出|拨出|撥出|outgoing",
}
_HOURS, _MINUTES = r"(?:(?P<h>\d+) ?(?:小时|小時|h) ?)?", r"(?:(?P<m>\d+) ?(?:分钟|分鐘|分|min|m) ?)?"
_SECONDS = r"(?:(?P<s>\d+) ?(?:秒钟|秒鐘|秒|sec|s))?"
_LENGTH = rf"(?:(?:(?P<hh>\d+):)?(?P<mm>\d+):(?P<ss>\d\d)|{_HOURS}{_MINUTES}{_SECONDS})"
_ROWS = {
    way: re.compile(rf"(?:(?:{words}|{_ANY})[ ,，:：·]*)*{_LENGTH}[ 。.]*", re.IGNORECASE)
    for way, words in _WAYS.items()
}


def is_only_row(text: str, direction: Direction, duration_s: int | None) -> bool:
    """Tell whether a text says which way a call went and how long it lasted, as the call says itself, and no more."""
    pattern = _ROWS.get(direction)
    row = pattern.fullmatch(text.strip()) if pattern is not None else None
    if row is None or not duration_s:
        return False
    hours, minutes, seconds = (int(row[short] or row[short * 2] or 0) for short in "hms")
    return hours * 3600 + minutes * 60 + seconds == duration_s


def told_duration(direction: Direction, duration_s: int | None) -> int | None:
    """Return how long a call lasted as it is told: of one that nobody answered, lists write that it took no time."""
    return None if direction in (Direction.MISSED, Direction.REJECTED) and not duration_s else duration_s


_MERGED = re.compile(r"^\(([2-9]|[1-9]\d{1,2})\)(?: |$)")
"""As `merged_words` writes it, and the reader behind that."""


def merged_words(count: int) -> str:
    """Return how the text of a call begins that stands for several: with their number, as the list writes it."""
    return f"({count})" if count > 1 else ""


def merged_calls(text: str, *, is_read: bool) -> int:
    """Return how many calls a row stands for, of which only the last has a time; 1 where it does not say.

    Only what was read off a picture, ``is_read``, says so: a person's "(3) 三天内回复" is their own words.
    """
    found = _MERGED.match(text) if is_read else None
    return int(found[1]) if found else 1


def without_merged(text: str, *, is_read: bool) -> str:
    """Return the text of a call without how many it stands for; what was not read off a picture as it is."""
    return _MERGED.sub("", text, count=1) if is_read else text
