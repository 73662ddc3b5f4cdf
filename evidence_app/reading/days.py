"""Days as screens and people write them: one rule for each way of writing, in one visible list. Pure.

The rules work on texts that `written.plain` made.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from evidence_app.domain.times import Precision
from evidence_app.reading.written import NUMBER, number

YEARS = range(1949, 2100)
"""Years that anything about a dispute may name."""

ROC_BEGAN, REIWA_BEGAN = 1911, 2018
"""What is added to a year of the Republic of China, of Reiwa."""

USUAL_AGE = timedelta(days=400)
"""Of two ways to read 1/2/2025, the one that lies this close before the picture is meant."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What times are relative to. ``ahead``: due dates, which lie after it, instead of what was, which lies before."""

    at: datetime | None
    ahead: bool = False

    @property
    def day(self) -> date | None:
        """The day of it."""
        return self.at.date() if self.at else None

    @property
    def exact(self) -> datetime | None:
        """The moment of it, None if not even the time of day is known: then it is midnight sharp."""
        return self.at if self.at and self.at.time() != time() else None


class Use(StrEnum):
    """Where a form of writing may be believed."""

    ANYWHERE = "anywhere"
    BESIDE = "beside a clock or a weekday"  # 2/22 alone is as often a fraction
    ALONE = "alone"  # as a whole label, never inside a sentence


@dataclass(frozen=True, slots=True)
class Day:
    """A day that was read, and where it ends in the text. ``weekly``: only its weekday was said."""

    first: date
    end: int
    precision: Precision = Precision.DAY
    use: Use = Use.ANYWHERE
    weekly: bool = False


Read = Callable[[re.Match[str], Seen], Iterable[date]]
"""Returns the days that a match may mean, none if it is no day, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One way of writing a day."""

    pattern: re.Pattern[str]
    read: Read
    use: Use = Use.ANYWHERE
    precision: Precision = Precision.DAY


def _valid(year: int, month: int, day: int) -> Iterator[date]:
    try:
        made = date(year, month, day)
    except ValueError:
        return
    if made.year in YEARS:
        yield made


def _in_some_year(month: int, day: int, seen: Seen) -> Iterator[date]:
    """Give the last such day that is not after what it is relative to; ahead, the first that is not before."""
    if seen.day is None:
        return
    step = 1 if seen.ahead else -1
    for year in range(seen.day.year, seen.day.year + 9 * step, step):  # 29 February comes every eight years at worst
        for made in _valid(year, month, day):
            if (made >= seen.day) if seen.ahead else (made <= seen.day):
                yield made
                return


def _year_month_day(found: re.Match[str], seen: Seen) -> Iterator[date]:
    return _valid(number(found["y"]), number(found["m"]), number(found["d"]))


def _short_year_month_day(found: re.Match[str], seen: Seen) -> Iterator[date]:
    return _valid(2000 + int(found["y"]), number(found["m"]), number(found["d"]))


def _of_the_republic(found: re.Match[str], seen: Seen) -> Iterator[date]:
    return _valid(ROC_BEGAN + int(found["y"]), number(found["m"]), number(found["d"]))


def _of_reiwa(found: re.Match[str], seen: Seen) -> Iterator[date]:
    year = 1 if found["y"] == "元" else int(found["y"])
    return _valid(REIWA_BEGAN + year, number(found["m"]), number(found["d"]))


def _month_day(found: re.Match[str], seen: Seen) -> Iterator[date]:
    return _in_some_year(number(found["m"]), number(found["d"]), seen)


def _month_day_or_day_month(found: re.Match[str], seen: Seen) -> Iterator[date]:
    """Read 2/22, and 22/2 where the first number can be no month."""
    month, day = int(found["m"]), int(found["d"])
    return _in_some_year(day, month, seen) if month > 12 else _in_some_year(month, day, seen)


def _in_any_order(found: re.Match[str], seen: Seen) -> Iterable[date]:
    """Read 22/2/2025, 2/22/2025, 2/22/25 and 25/2/22: what can be meant, and of several what lies close."""
    a, b, c = int(found["a"]), int(found["b"]), int(found["c"])
    orders = [(c, b, a), (c, a, b)] if c > 31 else [(2000 + c, b, a), (2000 + c, a, b), (2000 + a, b, c)]
    days = {day for order in orders for day in _valid(*order)}
    if len(days) > 1 and seen.day and not seen.ahead:
        days = {day for day in days if timedelta(0) <= seen.day - day <= USUAL_AGE}
        return sorted(days, reverse=True)[:1]
    return days if len(days) == 1 else ()


_ENGLISH_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = (
    r"(?P<m>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)


def _english(found: re.Match[str], seen: Seen) -> Iterator[date]:
    month, day = _ENGLISH_MONTHS.index(found["m"][:3]) + 1, int(found["d"])
    return _valid(int(found["y"]), month, day) if found["y"] else _in_some_year(month, day, seen)


_DAYS_AWAY = {
    "大前天": -3,
    "前天": -2, "前日": -2, "一昨日": -2, "おととい": -2, "day before yesterday": -2, "the day before yesterday": -2,
    "昨天": -1, "昨日": -1, "昨": -1, "きのう": -1, "yesterday": -1,
    "今天": 0, "今日": 0, "今": 0, "当日": 0, "きょう": 0, "today": 0,
    "明天": 1, "明日": 1, "明": 1, "あした": 1, "tomorrow": 1,
    "后天": 2, "后日": 2, "明后日": 2, "あさって": 2,
    "大后天": 3,
}  # fmt: skip

_RELATIVE = re.compile(
    r"(?P<word>(?:大前|大后|(?<![提之以目])前|(?<![之以今然最])后|昨|今|明)天|(?:一昨|前|昨|今|明后|明|后)日(?!期|常|历|后)"
    r"|(?:昨|今|明)(?=[晚早晨夜]\s?\d)|(?:昨|今|明)[晚早晨夜](?!\s?\d)|おととい|きのう|きょう|あした|あさって"
    r"|(?:the )?day before yesterday|yesterday|today|tomorrow)"
)
"""``昨天``, ``今晚``, ``the day before yesterday``, but not 提前天数."""


def _relative(found: re.Match[str], seen: Seen) -> Iterator[date]:
    if seen.day:
        yield seen.day + timedelta(days=_DAYS_AWAY[found["word"].rstrip("晚早晨夜")])


_WEEKDAYS = {
    **dict(zip("一二三四五六日天", (0, 1, 2, 3, 4, 5, 6, 6), strict=True)),
    **dict(zip("月火水木金土", range(6), strict=True)),
    **dict(zip(["mon", "tue", "wed", "thu", "fri", "sat", "sun"], range(7), strict=True)),
}
_CHINESE_WEEKDAY = r"(?:星期|周|礼拜)\s?(?P<c>[一二三四五六日天])"
_JAPANESE_WEEKDAY = r"(?P<j>[月火水木金土日])曜日?"
_LONG_ENGLISH_WEEKDAY = r"(?P<e>(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
_ENGLISH_WEEKDAY = (
    r"(?P<e>mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs?|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\b\.?"
)
_TO_ANOTHER = r"(?!\s?(?:[至到-]|to)\s?(?:星期|周|礼拜)?(?:[一二三四五六日天]|(?:mon|tue|wed|thu|fri|sat|sun)))"
"""Business hours are no day."""

_ASIAN_WEEKDAY = rf"(?P<which>上个?|本|这个?|下个?)?(?:{_CHINESE_WEEKDAY}|{_JAPANESE_WEEKDAY})(?![次个年期天]|\d天)"
WEEKDAY = re.compile(rf"(?:{_ASIAN_WEEKDAY}|{_ENGLISH_WEEKDAY}){_TO_ANOTHER}")
_CERTAIN_WEEKDAY = re.compile(rf"(?:{_ASIAN_WEEKDAY}|{_LONG_ENGLISH_WEEKDAY}){_TO_ANOTHER}")
BESIDE_A_DAY = re.compile(
    rf"[,\s]{{0,2}}(?:{_CHINESE_WEEKDAY}|{_JAPANESE_WEEKDAY}|{_ENGLISH_WEEKDAY}"
    r"|\(\s?(?:(?:星期|周|礼拜)?[一二三四五六日天月火水木金土](?:曜日?)?|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?)\s?\))"
)
"""A weekday that goes with a day just written. The day counts: machines misread either, and one has to."""


def weekday_beside(text: str) -> int | None:
    """Return the weekday that stands beside the day that a plain text is, 0 for Monday; None without one."""
    found = BESIDE_A_DAY.search(text)
    said = re.search(r"[^\W_]+", found[0].replace("曜日", "").replace("曜", "")) if found else None
    return _WEEKDAYS.get(said[0][:3], _WEEKDAYS.get(said[0][-1])) if said else None


def _weekday(found: re.Match[str], seen: Seen) -> Iterator[date]:
    if seen.day is None:
        return
    wanted = _WEEKDAYS[found["c"] or found["j"] or found["e"][:3]]
    monday = seen.day - timedelta(days=seen.day.weekday())
    week = {"上": -7, "本": 0, "这": 0, "下": 7}.get((found["which"] or "")[:1])
    if week is not None:
        yield monday + timedelta(days=week + wanted)
    elif seen.ahead:
        yield seen.day + timedelta(days=(wanted - seen.day.weekday()) % 7)
    else:
        yield seen.day - timedelta(days=(seen.day.weekday() - wanted) % 7)


def _days_ago(found: re.Match[str], seen: Seen) -> Iterator[date]:
    if seen.day:
        yield seen.day - timedelta(days=number(found["n"]))


def _month(found: re.Match[str], seen: Seen) -> Iterator[date]:
    return _valid(number(found["y"]), number(found["m"]), 1)


def _month_of_some_year(found: re.Match[str], seen: Seen) -> Iterator[date]:
    return _in_some_year(number(found["m"]), 1, seen)


def _english_month(found: re.Match[str], seen: Seen) -> Iterator[date]:
    return _valid(int(found["y"]), _ENGLISH_MONTHS.index(found["m"][:3]) + 1, 1)


def _day_of_month(found: re.Match[str], seen: Seen) -> Iterator[date]:
    """Give 25号 of the month that is said, else of the month in which it lies on the right side."""
    if seen.day is None:
        return
    day, which = number(found["d"]), (found["which"] or "")[:1]
    if which:
        yield from _in_month(seen.day, {"上": -1, "本": 0, "这": 0, "下": 1}[which], day)
        return
    for away in (0, 1, 2) if seen.ahead else (0, -1, -2):
        for made in _in_month(seen.day, away, day):
            if (made >= seen.day) if seen.ahead else (made <= seen.day):
                yield made
                return


def _in_month(day: date, months_away: int, day_of_month: int) -> Iterator[date]:
    months = day.year * 12 + day.month - 1 + months_away
    return _valid(months // 12, months % 12 + 1, day_of_month)


_D, _CLOCK_FOLLOWS = r"\d{1,2}", r"(?:(?!\d)|(?=\d{1,2}:\d\d))"
_YEAR, _DAY_END = r"(?P<y>\d{4}|[〇零一二三四五六七八九]{4})", r"(?:\s?[日号目]|(?=\s?\d{1,2}:\d\d)|(?![\d\w]))"
_MD = rf"\s?年\s?(?P<m>{NUMBER})\s?月\s?(?P<d>{NUMBER}){_DAY_END}"

RULES: tuple[Rule, ...] = (
    # 2025年2月22日, 二〇二五年二月二十二日
    Rule(re.compile(rf"{_YEAR}{_MD}"), _year_month_day),
    # 114年2月22日, 民國114年2月22日
    Rule(re.compile(rf"(?:中华)?(?:民国)\s?(?P<y>\d{{2,3}}){_MD}"), _of_the_republic),
    Rule(re.compile(rf"(?P<y>1\d\d){_MD}"), _of_the_republic),
    # 令和7年2月22日
    Rule(re.compile(rf"令和\s?(?P<y>\d{{1,2}}|元){_MD}"), _of_reiwa),
    # 25年2月22日
    Rule(re.compile(rf"(?P<y>\d\d){_MD}"), _short_year_month_day),
    # 2025-02-22, 2025/2/22, 2025.2.22
    Rule(
        re.compile(rf"(?P<y>\d{{4}})\s?(?P<sep>[-/.])\s?(?P<m>{_D})\s?(?P=sep)\s?(?P<d>{_D}){_CLOCK_FOLLOWS}"),
        _year_month_day,
    ),
    # 114/02/22, 114.02.22, 114/2/22
    Rule(re.compile(rf"(?P<y>1\d\d)/(?P<m>{_D})/(?P<d>{_D}){_CLOCK_FOLLOWS}"), _of_the_republic),
    Rule(
        re.compile(rf"(?P<y>1\d\d)(?P<sep>[-/.])(?P<m>\d\d)(?P=sep)(?P<d>\d\d){_CLOCK_FOLLOWS}"),
        _of_the_republic,
    ),
    # 22/2/2025, 2/22/25, 25/2/22, 22.02.2025
    Rule(re.compile(rf"(?P<a>{_D})(?P<sep>[-/.])(?P<b>{_D})(?P=sep)(?P<c>\d{{4}})(?!\d)"), _in_any_order),
    Rule(re.compile(r"(?P<a>\d{1,2})(?P<sep>/)(?P<b>\d{1,2})(?P=sep)(?P<c>\d\d)(?!\d)"), _in_any_order, Use.ALONE),
    Rule(re.compile(r"(?P<a>\d{1,2})(?P<sep>[-/.])(?P<b>\d{1,2})(?P=sep)(?P<c>\d\d)(?!\d)"), _in_any_order, Use.BESIDE),
    # 2月22日, 2月22 08:15, 二月二十二日
    Rule(re.compile(rf"(?P<m>{NUMBER})\s?月\s?(?P<d>{NUMBER}){_DAY_END}"), _month_day),
    # 02-22, 12/31: alone only in two digits each, or it may be the third of twelve instalments
    Rule(re.compile(r"(?P<m>\d\d)[-/](?P<d>\d\d)(?!\d)"), _month_day, Use.ALONE),
    # 2/22 (六), 2/22 08:15, 22/2 08:15
    Rule(re.compile(rf"(?P<m>{_D})[-/](?P<d>{_D}){_CLOCK_FOLLOWS}"), _month_day_or_day_month, Use.BESIDE),
    # Feb 22, 2025 · 22 Feb
    Rule(re.compile(rf"{_MONTH}\s?(?P<d>{_D})(?:st|nd|rd|th)?(?!\d)(?:,?\s?(?P<y>\d{{4}})(?!\d))?"), _english),
    Rule(
        re.compile(rf"(?P<d>{_D})(?:st|nd|rd|th)?\s?(?:of )?{_MONTH}(?:,?\s?(?P<y>\d{{4}})(?!\d))?(?![a-z])"), _english
    ),
    # 昨天, 昨晚, Yesterday
    Rule(_RELATIVE, _relative),
    # 星期三, 上周五, 土曜日, Mon
    Rule(_CERTAIN_WEEKDAY, _weekday),
    Rule(WEEKDAY, _weekday, Use.ALONE),  # sun and sat are words of other meanings, too
    # 3天前, 3 days ago
    Rule(re.compile(rf"(?P<n>{NUMBER})\s?(?:天|日|days? )(?:前|ago)"), _days_ago, Use.ALONE),
    # 下月5号, 25号前
    Rule(re.compile(rf"(?P<which>(?:上|本|这|下)个?)月\s?(?P<d>{NUMBER})\s?[日号]"), _day_of_month),
    Rule(re.compile(rf"(?P<which>)(?P<d>{NUMBER})[日号](?=之?前|以前|[上下中]午|晚上)"), _day_of_month),
    # 2025年2月, 2025-02, Feb 2025, 2月
    Rule(re.compile(rf"{_YEAR}\s?年\s?(?P<m>{NUMBER})\s?月份?"), _month, Use.ALONE, Precision.MONTH),
    Rule(re.compile(r"(?P<y>\d{4})[-/.](?P<m>\d\d)"), _month, Use.ALONE, Precision.MONTH),
    Rule(re.compile(rf"{_MONTH},?\s?(?P<y>\d{{4}})"), _english_month, Use.ALONE, Precision.MONTH),
    Rule(re.compile(rf"(?P<m>{NUMBER})\s?月份?"), _month_of_some_year, Use.ALONE, Precision.MONTH),
)
"""Every way of writing a day that is understood; where several fit, the one that reads furthest counts."""


def days_at(text: str, start: int, seen: Seen) -> Iterator[Day]:
    """Give the days that may begin at ``start`` of a plain text."""
    for rule in RULES:
        found = rule.pattern.match(text, start)
        if found:
            for first in rule.read(found, seen):
                yield Day(first, found.end(), rule.precision, rule.use, rule.read is _weekday)
