"""By when something is promised: 3个工作日内, 24小时内, 明天上午, 月底前. Pure."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from evidence_app.domain.numerals import parse_number
from evidence_app.reading.entities.deadline_words import in_known_words
from evidence_app.reading.entities.found import Known
from evidence_app.reading.entities.moments import times_in
from evidence_app.rules.territories import Territory
from evidence_app.rules.working_days import MOST_DAYS, add_working_days

_COUNT = (
    r"(?:\d+(?:\.\d+)?|[一二两三四五六七八九十百半俩壹贰叁肆伍陆柒捌玖拾]+|an?|one|two|three|four|five|six|seven|ten)"
)
_ENGLISH = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10}
_RANGE = rf"(?:(?P<least>{_COUNT})\s?(?:个|至|到|-|~|—|or|to|、)+\s?)?(?P<count>{_COUNT})\s?个?\s?"
_NOT_ALWAYS = (
    r"(?!\s?(?:在线|客服|服务|人工|热线|专线|全天|不间断|营业|为[您你](?:提供)?服务|[为向][您你]提供|hotline|service))"
)
"""24小时服务 says when one is there."""

_WORKING = re.compile(rf"{_RANGE}个?\s?(?:工\s?作\s?[日天]|business\s?days?|working\s?days?|交易日)", re.IGNORECASE)
_NEXT_WORKING = re.compile(
    r"(?:下|次)[一个]{0,2}(?:工作[日天]|营业日)|(?<!\d)(?<!\d )next (?:business|working) day", re.IGNORECASE
)
_HOURS = re.compile(
    rf"{_RANGE}(?P<half>半)?(?:小时|钟头|个?钟(?!头)|hours?|hrs?|h(?![a-z])){_NOT_ALWAYS}", re.IGNORECASE
)
_MINUTES = re.compile(rf"{_RANGE}(?:分钟|minutes?|mins?)", re.IGNORECASE)
_DAYS = re.compile(
    rf"(?:{_RANGE}(?:个?(?:自然|日历)[日天]|天(?!数)|(?:calendar\s?)?days?)|(?P<count_2>{_COUNT})日(?=之?内|以内|后|时间))",
    re.IGNORECASE,
)
_WEEKS = re.compile(rf"{_RANGE}(?:周|星期|礼拜|weeks?)(?=之?内|以内|左右|后|时间|$|\W)", re.IGNORECASE)
_MONTHS = re.compile(rf"{_RANGE}(?:个?月(?=之?内|以内|左右|后)|months?)", re.IGNORECASE)

_MONTH_END = re.compile(
    r"(?P<next>下个?月)?(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2})?(?:本|这个?|今个?|当)?月(?:底|末|内|尾)"
    r"|(?P<later>下个?月)(?![\d初中上旬底末内尾一二三四五六七八九十])"
    r"|(?:end of |within |in )(?P<coming>next )?(?:the |this )?month(?!s)|month[- ]end"
    r"|(?:end of|late) (?P<named>jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\b|\bthis month"
    r"|(?P<following>next month)",
    re.IGNORECASE,
)
"""``月底前``, ``下个月``, ``end of this month``, ``late March``."""

_WEEK_END = re.compile(
    r"(?P<next>下个?)?(?:本|这个?|今个?)?(?:周|星期|礼拜)(?:内|末|底|之内)"
    r"|(?P<later>下)个?(?:周|星期|礼拜)(?![一二三四五六日天\d])|(?:本|这)个?周(?![一二三四五六日天\d期年刊报边密全])"
    r"|end of (?P<coming>next )?(?:the |this )?week(?!end|s)|\bthis week(?!end)|(?P<following>next week(?!end))",
    re.IGNORECASE,
)
"""``本周内``, ``下周给``, ``by end of the week``: but 下周三 is a day."""

_YEAR_END = re.compile(r"(?P<quarter>本?季度?(?:内|末|底))|年(?:底|末)|年内")
_TODAY = re.compile(
    r"当[天日]|(?<!\d)\d{1,2}点(?:半|整|\d{1,2}分)?钟?(?:之?前|以前)"
    r"|[一二两三四五六七八九十]{1,3}点(?:半|整)?钟?(?:之?前|以前)"
    r"|下午|晚上|傍晚|下班(?:之)?前|收工前|end of (?:the |this )?(?:business )?day"
    r"|\bclose of (?:business|play)\b|\bEOD\b"
    r"|\bthis (?:morning|afternoon|evening)|\btonight",
    re.IGNORECASE,
)
"""``当天``, ``5点前``, ``下班前``, ``by close of business``: by when, on the day on which it is said."""

_LOCAL = (
    ("听日", "明日"), ("今个", "今个"), ("下昼", "下午"), ("上昼", "上午"), ("明后天", "后天"), ("明后两天", "后天"),
    ("翌日", "明日"), ("隔日", "明日"), ("隔天", "明天"), ("次日", "明日"),
)  # fmt: skip
_EVENT_BEFORE = re.compile(
    r"(?:核实|核查|审核|审批|查实|结清|缴清|还清|补齐|签署|调查|确认|受理|通过|登记|提交|处理|收到|退回|完成|审查|申请|结束|办结|成功|结案|收受|收悉|接获|接到|签收|假期|长假|国庆|春节|节)[^,;。\d]{0,6}(?:之?后|以后|起|之日起)(?:的|在|于|预计|大约|大概|约)?第?\s?$"
)
"""``审核通过后``, ``自受理之日起``: what follows counts from something that has not happened."""

_DAY_OF_MONTH = re.compile(r"(?<![\d月.])(?P<day>[12]\d|3[01]|[1-9])[号日](?=[^\d楼线店院房门客坐专机]|$)")
_SLASHED = re.compile(
    r"(?<![\d/.])(0?[1-9]|1[0-2])/(0?[1-9]|[12]\d|3[01])(?=\s?(?:之?前|以前|[入到][账帐]|退[款还回]|汇[入出款]|[拨打放]款))"
)
"""``3/20以前``, ``12/5入帐``: of a fraction, nothing is done before it nor on it."""
_SINCE = re.compile(
    r"自?(?:从)?(?:今[日天]|即[日刻]|现在|明[日天]|此刻|本月)(?:开始|起)"
    r"|\bfrom (?:today|tomorrow|now)\b(?: on(?:wards?)?)?"
    r"|每隔?\s?(?:\d+|[一二两三四五六七八九十])个?(?:工作日|小时|天|日|周|星期)"
    r"|\bevery (?:\w+ )?(?:days?|hours?|weeks?)\b"
)
"""自今日起 says from when on, and 每两天 how often, not by when."""
_MIDNIGHT = re.compile(r"24\s?[:：点點时時]|(?:晚上?|夜里?|夜裡?)\s?12\s?[:：点點时時]")
_RUN_IN = re.compile(r"(?:by|before|on|until|next)(?=[A-Z\d])")
_NEXT = re.compile(r"next\s$", re.IGNORECASE)
_UNTIL = re.compile(r"(?:周|星期|礼拜)[一二三四五六日天]\s?[到至~或、-]?\s?(?=(?:周|星期|礼拜)[一二三四五六日天])")
"""周三到周五: the last of several days counts."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """``day`` is the last day; None where it counts from something that has not happened, or from nobody knows when."""

    day: date | None


def deadlines(clause: str, known: Known) -> list[Deadline]:
    """Return the deadlines that a clause states."""
    found, rest = _counted(_UNTIL.sub("", _SINCE.sub("", in_known_words(clause))), known)
    if found:
        return found
    for words, same in _LOCAL:
        rest = rest.replace(words, same)
    rest = _SLASHED.sub(r"\1月\2日", rest)
    return _ends(rest, known.near) or _days(rest, known.near)


def _counted(clause: str, known: Known) -> tuple[list[Deadline], str]:
    """Return the deadlines that count from now on, and the clause without them."""
    found = []
    clause = _NEXT_WORKING.sub(" 1个工作日", clause)
    for expression, later in _COUNTED:
        for each in expression.finditer(clause):
            count, before = _number(each), clause[: each.start()]
            lasts = _HOW_LONG.search(before) and not _WITHIN.match(clause[each.end() :])
            if count is None or count > MOST or lasts:
                continue
            start = None if _EVENT_BEFORE.search(before) else known.near
            found.append(Deadline(later(start, count, known.territory) if start else None))
        clause = expression.sub(lambda each: "\x00" * len(each[0]), clause)
    return found, clause


_HOW_LONG = re.compile(r"(?:停催|停止催收|暂停(?:催收)?|宽限|延期|延长|展期|顺延|缓)(?:了|至多|最多|各)?\s?$")
_WITHIN = re.compile(r"\s?之?内")
"""停催7天 says how long something lasts, not by when it comes."""

MOST = 999
"""Days, hours or months: nobody promises anything for later, and a misread number leaves the calendar."""


def _number(match: re.Match[str]) -> Decimal | None:
    groups = match.groupdict()
    words = next((each for name, each in groups.items() if name.startswith("count") and each), "").lower()
    if words == "半":
        return Decimal("0.5")
    if len(words) == 2 and "十" not in words and not words.isascii():
        words = words[-1]  # 两三天, 三五天
    number = Decimal(_ENGLISH[words]) if words in _ENGLISH else parse_number(words)
    return number + Decimal("0.5") if number is not None and groups.get("half") else number


def _after_working_days(start: datetime, count: Decimal, territory: Territory | None) -> date:
    return add_working_days(start.date(), min(max(int(count), 1), MOST_DAYS), territory).day


def _after_hours(start: datetime, count: Decimal, _territory: Territory | None) -> date:
    return (start + timedelta(hours=float(count))).date()


def _after_minutes(start: datetime, count: Decimal, _territory: Territory | None) -> date:
    return (start + timedelta(minutes=float(count))).date()


def _after_days(start: datetime, count: Decimal, _territory: Territory | None) -> date:
    return start.date() + timedelta(days=int(count))


def _after_weeks(start: datetime, count: Decimal, _territory: Territory | None) -> date:
    return start.date() + timedelta(days=int(count * 7))


def _after_months(start: datetime, count: Decimal, _territory: Territory | None) -> date:
    months = start.year * 12 + start.month - 1 + max(1, int(count))
    year, month = divmod(months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


_COUNTED = (
    (_WORKING, _after_working_days),
    (_HOURS, _after_hours),
    (_MINUTES, _after_minutes),
    (_DAYS, _after_days),
    (_WEEKS, _after_weeks),
    (_MONTHS, _after_months),
)


def _ends(clause: str, near: datetime | None) -> list[Deadline]:
    """Return the ends of months, weeks and of this day."""
    if month := _MONTH_END.search(clause):
        return [Deadline(_month_end(month, near.date()) if near else None)]
    if near and (ending := _YEAR_END.search(clause)):
        return [Deadline(_year_part_end(ending, near.date()))]
    if week := _WEEK_END.search(clause):
        later = 7 if any(week[name] for name in ("next", "coming", "later", "following")) else 0
        return [Deadline(near.date() + timedelta(days=6 - near.weekday() + later) if near else None)]
    if _TODAY.search(clause) and not _PAST_DAY.search(clause) and not _days(clause, near):
        return [Deadline(near.date() if near else None)]
    return []


_PAST_DAY = re.compile(r"\d月\d{1,2}[日号]|昨[天日晚]|前[天日]")
"""今晚 may be left out of a sentence, but not beside another day."""


def _year_part_end(match: re.Match[str], today: date) -> date:
    month = today.month + 2 - (today.month - 1) % 3 if match["quarter"] else 12
    return date(today.year, month, monthrange(today.year, month)[1])


def _month_end(match: re.Match[str], today: date) -> date:
    year, month = today.year, today.month
    if match["month"] or match["named"]:
        named = _number_of(match, month)
        year, month = (year + 1, named) if named < month else (year, named)
    elif any(match[name] for name in ("next", "coming", "later", "following")):
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    month = min(max(month, 1), 12)
    return date(year, month, monthrange(year, month)[1])


def _number_of(match: re.Match[str], otherwise: int) -> int:
    if match["named"]:
        return _MONTHS_IN_ENGLISH.index(match["named"][:3].lower()) + 1
    return int(parse_number(match["month"]) or otherwise)


_MONTHS_IN_ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def _days(clause: str, near: datetime | None) -> list[Deadline]:
    """Return the days that are named, those before today left out: they are told of, not promised."""
    found = []
    clause = _RUN_IN.sub(r"\g<0> ", clause)
    for start, _end, when in times_in(clause, near, ahead=True):
        day = when.wall.date() - timedelta(days=bool(_MIDNIGHT.search(when.words)))
        if near and _NEXT.search(clause[:start]) and day - near.date() < timedelta(days=1):
            day += timedelta(days=7)
        longest = FARTHEST if _YEAR.search(when.words) else LONGEST
        if near is None or near.date() <= day <= near.date() + longest:
            found.append(Deadline(day))
    return found or _days_of_month(clause, near)


def _days_of_month(clause: str, near: datetime | None) -> list[Deadline]:
    """Return 28号, 25日: the first such day that is not before the day on which it was said."""
    found = []
    for each in _DAY_OF_MONTH.finditer(clause):
        day, month = int(each["day"]), near.replace(day=1).date() if near else None
        while month and near and (day > monthrange(month.year, month.month)[1] or month.replace(day=day) < near.date()):
            month = (month + timedelta(days=31)).replace(day=1)
        found.append(Deadline(month.replace(day=day) if month else None))
    return found


LONGEST = timedelta(days=200)
"""A day without a year that lies further ahead was one of the past."""

FARTHEST = timedelta(days=1100)
_YEAR = re.compile(r"\d{4}|\d{2,3}年|民国|明年|next year", re.IGNORECASE)
