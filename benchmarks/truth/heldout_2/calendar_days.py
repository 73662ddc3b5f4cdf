"""When a promise falls due, as a careful person counts; the working days of three territories.

How each form of words is understood, settled before anything was measured:

- ``+5w`` "5个工作日内": the day on which it is said does not count, days off and holidays do not count, weekend days that
  the State Council made working days do. "1至3个工作日" is due on the last of them.
- ``+3d`` "3天内", "三日内", "一周内", "15天内": calendar days after the day on which it is said. "今天" is 0, "明天" 1, "后天" 2.
- ``+48h`` "48小时内": the day on which that many hours after the message have gone by.
- ``+1m`` "一个月内": the same day of the next month.
- ``tw5`` "本周五": the Friday of the week (it begins on Monday) in which it is said, where that is still to come.
- ``nw3`` "下周三": the Wednesday of the week after the one in which it is said.
- ``eom`` "月底前": the last day of the month in which it is said.
- "3月10日前" names the tenth: a careful person writes down that day.
- ``-``: no day is named.
"""

import calendar
from datetime import date, datetime, timedelta

from benchmarks.truth import days

# In Hong Kong and Taiwan offices work from Monday to Friday but for holidays. Scenes of both are set in November 2025
# and March 2026, which have no holiday there.
OFF = {"TW": {date(2026, 2, 27), date(2026, 4, 3), date(2026, 4, 6)}, "HK": {date(2026, 4, 3), date(2026, 4, 6)}}


class Unfit(Exception):
    """These words are not said on this day: "this Friday" on a Saturday."""


def after_working_days(start: date, count: int, region: str) -> date:
    """Return the last of so many working days after a day, which does not count."""
    if region == "CN":
        return days.after_working_days(start, count)
    day = start
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < 5 and day not in OFF[region]
    return day


def due(words: str, said: datetime, region: str) -> date | None:
    """Return the day that a mark names, for words said at a time. Raises Unfit."""
    if words == "-":
        return None
    day = said.date()
    if words == "eom":
        return day.replace(day=calendar.monthrange(day.year, day.month)[1])
    if words[:2] in ("tw", "nw"):
        return _day_of_week(words[:2], int(words[2:]), day)
    count, unit = int(words[1:-1]), words[-1]
    if unit == "w":
        return after_working_days(day, count, region)
    if unit == "h":
        return (said + timedelta(hours=count)).date()
    if unit == "m":
        return _months_later(day, count)
    return day + timedelta(days=count)


def _day_of_week(which: str, number: int, day: date) -> date:
    monday = day - timedelta(days=day.weekday())
    wanted = monday + timedelta(days=number - 1 + (7 if which == "nw" else 0))
    if wanted <= day or day.weekday() == 6:
        raise Unfit(which)
    return wanted


def _months_later(day: date, count: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
