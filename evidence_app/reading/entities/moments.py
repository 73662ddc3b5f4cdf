"""Times and dates that a passage names. Pure."""

import re
from datetime import date, datetime, timedelta

from evidence_app.domain.suggestions import SuggestionKind
from evidence_app.domain.times import Precision
from evidence_app.reading.entities.flat import Flat
from evidence_app.reading.entities.found import Found, Known
from evidence_app.reading.when import When, find_when

_MAY_BE_A_TIME = re.compile(
    r"\d\s?[年月日号点时:/.-]\s?\d?|[今明昨后前]\s?[天日晚早]|(?:周|星期|礼拜)[一二三四五六日天]|\d\s?(?:am|pm)|"
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|today|tomorrow|yesterday)|[十一二三四五六七八九]月",
    re.IGNORECASE,
)
"""Looking for times is slow: most of what people write names none."""

_CLOCK = re.compile(r"\D{0,3}\d{1,2}[:：]\d\d(?:[:：]\d\d)?\D{0,3}")
_BY = re.compile(r"\s?(?:之|以)?前(?!天)")
_NAMES_A_DAY = re.compile(r"\d")
_ISO = {
    Precision.SECOND: "%Y-%m-%dT%H:%M:%S",
    Precision.MINUTE: "%Y-%m-%dT%H:%M",
    Precision.DAY: "%Y-%m-%d",
    Precision.MONTH: "%Y-%m",
}
_YEAR = re.compile(r"\d{4}|\d{2,3}年|民国")


def find_moments(flat: Flat, known: Known) -> list[Found]:
    """Return times with a digit in them, as ISO 8601 in the precision in which they are written."""
    found = times_in(flat.text, known.near)
    found = [(start, end, _tonight(flat.text, start, end, when, known)) for start, end, when in found]
    found = [each for each in found if _NAMES_A_DAY.search(each[2].words) and not _is_clock_alone(flat.text, each[2])]
    return [_found(start, end, when, known) for start, end, when in found]


def _tonight(text: str, start: int, end: int, when: When, known: Known) -> When:
    """Return the coming hour of a clock by which something is to be: 晚上10点前 said at noon is not last night."""
    near, gone = known.near, timedelta()
    if near is not None and _BY.match(text, end):
        gone = near - when.wall
    if near is None or not timedelta() < gone < timedelta(days=1):
        return when
    [*_, (_, _, later)] = [(0, 0, when), *find_when(text[start:end], near, ahead=True)]
    return later if timedelta() < later.wall - near < timedelta(days=1) else when


def _is_clock_alone(text: str, when: When) -> bool:
    """Tell whether a time of day is all there is: the phone's clock, or a message's own."""
    return _CLOCK.fullmatch(when.words.strip()) is not None and when.words.strip() == text.strip()


def times_in(text: str, near: datetime | None, *, ahead: bool = False) -> list[tuple[int, int, When]]:
    """Return what `find_when` does, sooner: it is only asked about what is around something that may be a time."""
    found = []
    for start, end in _windows(text):
        found += [(start + a, start + b, when) for a, b, when in find_when(text[start:end], near, ahead=ahead)]
    return found


BEFORE, AFTER = 12, 24
"""Characters around a piece of a time, within which the whole of it stands."""


def _windows(text: str) -> list[tuple[int, int]]:
    windows: list[tuple[int, int]] = []
    for each in _MAY_BE_A_TIME.finditer(text):
        start, end = max(0, each.start() - BEFORE), min(len(text), each.end() + AFTER)
        if windows and start <= windows[-1][1]:
            start = windows.pop()[0]
        windows.append((start, end))
    return [(_whole(text, start), end) for start, end in windows]


def _whole(text: str, start: int) -> int:
    """Return where the number or word begins that a window would cut."""
    while start > 0 and text[start - 1].isascii() and text[start - 1].isalnum():
        start -= 1
    return start


def _found(start: int, end: int, when: When, known: Known) -> Found:
    wall = when.wall.replace(year=_nearest_year(when, known))
    return Found(SuggestionKind.TIME, wall.strftime(_ISO.get(when.precision, "%Y-%m-%d")), start, end, 0.8)


def _nearest_year(when: When, known: Known) -> int:
    """Return the year in which the day is nearest to when it was said: people write of days ahead, too."""
    year = when.wall.year
    if known.near is None or _YEAR.search(when.words):
        return year
    try:
        ahead = date(year + 1, when.wall.month, when.wall.day)
    except ValueError:
        return year
    behind = known.near.date() - when.wall.date()
    return year + 1 if timedelta(0) < ahead - known.near.date() < behind else year
