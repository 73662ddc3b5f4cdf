"""Times in records: of a row, of the heading above it, of the page. Pure."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import lru_cache

from evidence_app.characters import aligned, folded
from evidence_app.domain.machine_text import MachineLine
from evidence_app.domain.times import (
    ORIGINS_OF_YEARS,
    UNKNOWN_TIME,
    YEARLESS,
    ClockReading,
    EventTime,
    Precision,
    TimeSource,
    YearFrom,
    choose,
)
from evidence_app.reading.clocks import parse_clock
from evidence_app.reading.layout.page import Page
from evidence_app.reading.layout.rows import Lines, rows_of
from evidence_app.reading.layout.vocabulary import words
from evidence_app.reading.when import When, find_when, parse_when

SURE = 80
"""How sure a time is that a row of a list shows, out of 100."""

SURE_BUT_FOR_THE_YEAR = 60
"""How sure it is where the year is assumed."""


def taken(page: Page) -> datetime:
    """Return what times on a page are relative to: when the picture was taken, `NEVER` if nobody knows."""
    return page.around.captured or NEVER


def best_time(texts: Sequence[str], near: datetime, day: str = "", *, ahead: bool = False) -> When | None:
    """Return the time in the first of the texts that has one; a day and a time of day in two texts are one time."""
    under = near_in(day, near)
    days: list[When] = []
    for text in texts:
        near = under if _DAY_OF_MONTH.search(text) else near
        found = _time_in(text, near, ahead)
        if found is None:
            continue
        if found.precision not in (Precision.DAY, Precision.MONTH) and not is_clock(found.words):
            return found
        if is_clock(found.words):
            return _on(days[0].words if days else day, found.words, near, ahead) or found
        days.append(found)
        clock = next((each for each in texts if is_clock(each)), None)
        if clock is not None:
            return _on(found.words, clock, near, ahead) or found
    return days[0] if days else None


_DAY_OF_MONTH = re.compile(r"\d{1,2}\s?[月/.-]\s?\d{1,2}")
"""What lies in the month of the heading above it; yesterday is that of the picture."""


@lru_cache(maxsize=4096)
def _time_in(text: str, near: datetime, ahead: bool) -> When | None:
    text = _spread(text)
    whole = parse_when(text, near, ahead=ahead)
    if whole is not None:
        return whole
    found = [when for _, _, when in find_when(text, near, ahead=ahead)]
    if found:
        return min(found, key=lambda when: when.precision in (Precision.DAY, Precision.MONTH))
    clock = _CLOCK.search(aligned(text))
    return parse_when(text[clock.start() : clock.end()], near) if clock else None


_DOTTED = re.compile(r"^\s*(0[1-9]|1[0-2])\.(0[1-9]|[12]\d|3[01])(?P<clock>\s+[0-2]?\d:[0-5]\d(?::[0-5]\d)?)?\s*$")
"""``02.22``, ``02.22 08:15``."""

_STUCK = re.compile(r"[^\d\s:\uff1a.,]\s?\d{4}([01]\d[:\uff1a][0-5]\d|2[0-3][:\uff1a][0-5]\d)$")
_COMPACT = re.compile(r"^\s*((?:19|20)\d\d)(0\d|1[0-2])([0-3]\d)\s*(?:([0-2]\d):?([0-5]\d)(?::?([0-5]\d))?)?\s*$")
"""``20250222``, ``20250222 08:15``."""


def _spread(text: str) -> str:
    """Return a day written as 20250222, with or without a time of day, or as 02.22, as others write it.

    Also a time that stuck to the last figures of a card.
    """
    if stuck := _STUCK.search(text):
        text = f"{text[: stuck.start(1)]} {stuck[1]}"
    dotted = _DOTTED.match(aligned(text))
    if dotted:
        return f"{dotted[1]}-{dotted[2]}{dotted['clock'] or ''}"
    found = _COMPACT.match(aligned(text))
    if not found:
        return text
    year, month, day, *clock = found.groups()
    return f"{year}-{month}-{day} " + ":".join(part for part in clock if part)


NEVER = datetime(1993, 1, 1)
"""When pictures were taken of which nobody knows it: what is relative to it is a time that nobody knows."""

AROUND_NEVER_YEARS = 9
"""Years that what is relative to `NEVER` lies before or after it at most; no app shows a time so early."""

SOME_DAY = datetime(2024, 12, 31, 23, 59)
"""What times are relative to where only matters whether they are one."""

_CLOCK = re.compile(r"(?<![\d:])\d{1,2}:\d\d(?::\d\d)?(?![\d:])")


def time_words(text: str, near: datetime) -> str:
    """Return the words of a text that say when, verbatim; empty without any."""
    found = _time_in(text, near, ahead=False)
    return found.words if found else ""


def page_near(lines: Lines, near: datetime) -> datetime:
    """Return what times on a page are relative to that names its month, or the period that it covers, at its top."""
    for line in lines:
        if not re.search(r"(?:19|20)\d\d", aligned(line.text)):
            continue
        whole = parse_when(line.text.strip(" ▾▼>vV~"), near)
        found = [whole] if whole else [when for _, _, when in find_when(line.text, near)]
        last = [when for when in found if when.precision in (Precision.DAY, Precision.MONTH)]
        if last:
            return _end_of(last[-1], near)
    return near


def is_clock(text: str) -> bool:
    """Tell whether a text is a time of day and nothing else."""
    return parse_clock(text) is not None


def _on(day: str, clock: str, near: datetime, ahead: bool) -> When | None:
    if not day:
        return None
    found = _time_in(f"{_day_words(day, near)} {clock}", near, ahead)
    return found if found and found.precision in (Precision.MINUTE, Precision.SECOND) else None


def _day_words(text: str, near: datetime) -> str:
    """Return only what says the day in a heading that may say more."""
    found = [when.words for _, _, when in find_when(text, near)]
    return found[0] if found else text


def near_in(day: str, near: datetime) -> datetime:
    """Return what times under a heading are relative to: the end of what it names, never after ``near``."""
    found = parse_when(day, near) if day else None
    return _end_of(found, near) if found else near


def _end_of(found: When, near: datetime) -> datetime:
    """Return the last moment of what a heading names, if that is a month of a year that is known."""
    if found.precision is Precision.MONTH:
        end = (found.wall.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(minutes=1)
        return end if near == NEVER or end < near else near
    return near if near != NEVER else found.wall + timedelta(hours=23, minutes=59)


def day_headings(lines: Lines, near: datetime, *, summed: bool = False) -> list[MachineLine]:
    """Return the lines that are a day or a month and stand first in a row without another column of a list.

    With ``summed``, what stands beside them may be any sums, and days may leave their month to what is above them.
    """
    found = []
    for row in rows_of(lines):
        when = _heading_time(in_month(row[0].text, "", near) if summed else row[0].text, near)
        if when is None or is_clock(row[0].text) or when.precision not in (Precision.DAY, Precision.MONTH):
            continue
        others = row[1:]
        sums = summed and bool(others) and is_sum(" ".join(line.text for line in others))
        if sums or all(is_summary(line.text) or _is_date(line.text, near) for line in others):
            found.append(row[0])
    return found


def _is_date(text: str, near: datetime) -> bool:
    return parse_when(text, near) is not None and not is_clock(text)


_SAID_TWICE = re.compile(
    r"[\s,(·•|/-]*(?:今天|今日|昨天|昨日|前天|前日|today|yesterday|(?:星期|周|礼拜)[一二三四五六日天])[\s),·•|/-]*"
)


def _heading_time(text: str, near: datetime) -> When | None:
    """Return the time that a heading names, which may say its day in two ways: 3月11日 昨天."""
    shown = text.strip(" ▾▼>vV~")
    found = parse_when(shown, near)
    if found is None and re.search(r"\d", shown):
        rest = _SAID_TWICE.sub(" ", aligned(shown)).strip()
        return parse_when(rest, near) if rest else None
    return found


_BARE_DAY = re.compile(r"(?<![\d月/.-])(?P<day>[12]\d|3[01]|0?[1-9])[日号](?!\d)")


def in_month(text: str, day: str, near: datetime) -> str:
    """Return a text whose day names no month with that of the heading it stands under, else of the picture."""
    found = _BARE_DAY.search(aligned(text))
    under = near_in(day, near)
    if not found or under == NEVER or re.search(r"[\d一二三四五六七八九十]\s?月", text):
        return text
    return f"{text[: found.start()]}{under.year}年{under.month}月{int(found['day'])}日 {text[found.end() :]}"


_SUM_WORDS = re.compile(
    r"[支出收入合计共总小净结余流转付笔条项:：,+\-·|/、\s]|expense|income|spent|received|total|net|in|out|nt\$|hk\$|[¥$元]"
)


def is_sum(text: str) -> bool:
    """Tell whether a text is nothing but sums and counts, as beside the day above its rows: 出 305.33 入 300.00."""
    return bool(re.search(r"\d", text)) and is_of_sum(text)


def is_of_sum(text: str) -> bool:
    """Tell whether a text is a sum, or words of one."""
    return not _SUM_WORDS.sub("", re.sub(r"\d[\d,.]*", "", aligned(text)))


def is_summary(text: str) -> bool:
    """Tell whether a text is a sum over several rows."""
    plain = folded(text)
    return any(plain.startswith(word) for word in (*words("labels", "summary"), "统计", "共", "合计"))


def event_time(when: When | None) -> EventTime:
    """Return a time as events hold it."""
    if when is None or when.wall.year <= NEVER.year + AROUND_NEVER_YEARS:
        return UNKNOWN_TIME
    reading = ClockReading(
        when.wall, when.precision, TimeSource.SCREEN, SURE, when.offset_min, origin="screen-row", words=when.words
    )
    return choose([reading])


def time_by(when: When | None, made_by: datetime | None) -> EventTime:
    """Return a time as events hold it, of a picture of which at most is known when it was made at the latest.

    A day without its year is the last such day until then, and says that this is assumed. Where not even that is
    known, only its words are kept: another record may tell the year.
    """
    if when is None or not _is_without_year(when):
        return event_time(when)
    wall = _last_until(when.wall, made_by) if made_by else None
    reading = ClockReading(
        wall,
        when.precision if wall else Precision.UNKNOWN,
        TimeSource.SCREEN,
        SURE_BUT_FOR_THE_YEAR,
        when.offset_min,
        origin=ORIGINS_OF_YEARS[YearFrom.FILE_DATE] if wall else YEARLESS,
        words=when.words,
    )
    return choose([reading])


_DAY_OF_YEAR = re.compile(
    r"月\s?\S|(?<!\d)\d{1,2}\s?[-/]\s?\d{1,2}(?!\d)|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z.]*\b"
)
"""``2月22日``, ``2/22``, ``feb 22``."""


def _is_without_year(when: When) -> bool:
    """Tell whether words name month and day, as "yesterday" does not, and nothing tells the year."""
    if when.wall.year > NEVER.year + AROUND_NEVER_YEARS or when.precision is Precision.MONTH:
        return False
    return bool(_DAY_OF_YEAR.search(aligned(when.words).lower()))


def _last_until(wall: datetime, until: datetime) -> datetime | None:
    """Return the last such day and clock that is not after the day of another; 29 February may be years ago."""
    for year in range(until.year, until.year - AROUND_NEVER_YEARS, -1):
        try:
            made = wall.replace(year=year)
        except ValueError:
            continue
        if made.date() <= until.date():
            return made
    return None
