"""What a telephone's list of calls writes beside a call, which the call's own fields say already."""

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
