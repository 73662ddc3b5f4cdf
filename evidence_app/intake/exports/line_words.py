"""The headings and days of LINE's exports in its languages."""

import re
from datetime import date

from evidence_app.intake.exports.chat_lines import LONGEST_OWN

_TITLES = tuple(
    (re.compile(rf"(?:\[LINE\]\s*)?{each}\s*$", re.IGNORECASE), is_group)
    for each, is_group in (
        (r"Chat history with (?P<title>.+)", False),
        (r"Chat history in (?:group )?(?P<title>.+)", True),
        (r"[與与和跟](?P<title>.+?)的?(?:聊天|對話|对话)(?:[記记紀][錄录])?", False),
        (r"(?P<title>.+?)的(?:聊天|對話|对话)(?:[記记紀][錄录])?", True),
        (r"(?P<title>.+?)(?:さん)?とのトーク(?:履歴)?", False),
        (r"(?P<title>.+?)のトーク(?:履歴)?", True),
        (r"(?P<title>.+?)님과의? 대화(?: ?내용)?", False),
    )
)
_MARK = re.compile(r"\ufeff?\[LINE\]")
SAVED = re.compile(
    r"\s*(?:[儲储]存日期|保存日期|保存日時|保存时间|儲存時間|Saved on|Saved at|저장한 날짜)\s*[:：]", re.IGNORECASE
)

_WEEKDAYS = ("mon|一|月", "tue|二|火", "wed|三|水", "thu|四|木", "fri|五|金", "sat|六|土", "sun|日|天")
_WEEKDAY = (
    r"(?:週|周|星期|禮拜|礼拜)?[一二三四五六日天月火水木金土](?:曜日|曜)?|"
    r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
)
_YEAR_FIRST = re.compile(
    rf"(?P<y>\d{{4}})\s?[./年-]\s?(?P<m>\d{{1,2}})\s?[./月-]\s?(?P<d>\d{{1,2}})日?[.]?\s*[,，]?\s*"
    rf"(?:[(（]?\s*(?P<week>{_WEEKDAY})\s*[)）]?)?\s*$",
    re.IGNORECASE,
)
"""``2025/02/22（週六）``, ``2025年2月22日 星期六``."""

_YEAR_LAST = re.compile(
    rf"(?P<week>{_WEEKDAY})[.]?,?\s+(?P<a>\d{{1,2}})[./-](?P<b>\d{{1,2}})[./-](?P<y>\d{{4}})\s*$", re.IGNORECASE
)
"""``Sat, 02/22/2025``."""

_DAY_ONLY = re.compile(
    rf"(?P<a>\d{{1,2}})[./-](?P<b>\d{{1,2}})[./-](?P<y>\d{{4}})\s*[(（]?(?P<week>{_WEEKDAY})[)）]?\s*$", re.IGNORECASE
)
"""``02/22/2025(Sat)``."""

_LONGEST_DAY = 60


def is_heading(line: str) -> bool:
    """Tell whether a line is the first of an export."""
    return bool(_MARK.match(line)) or title_in(line) is not None


def title_in(line: str) -> tuple[str, bool] | None:
    """Return the name of the chat, and whether it is a group, out of the first line; None for other lines."""
    if len(line) > LONGEST_OWN:
        return None
    bare = line.strip("\ufeff \t")
    marked = bool(_MARK.match(bare))
    for expression, is_group in _TITLES:
        found = expression.match(bare)
        if found and (marked or bare.lower().startswith("chat history")):
            return found["title"].strip(), is_group
    return None


def day_in(line: str) -> tuple[int, int, int] | None:
    """Return the year, month and day of a row that is nothing but a day, None for other lines.

    Where the day of the week stands, it tells which of two numbers is the month.
    """
    if len(line) > _LONGEST_DAY:
        return None
    bare = line.strip("\ufeff \t")
    if found := _YEAR_FIRST.match(bare):
        return int(found["y"]), int(found["m"]), int(found["d"])
    found = _YEAR_LAST.match(bare) or _DAY_ONLY.match(bare)
    if not found:
        return None
    year, first, second = int(found["y"]), int(found["a"]), int(found["b"])
    for month, day in ((first, second), (second, first)):
        if _falls_on(year, month, day, found["week"]):
            return year, month, day
    return (year, first, second) if first <= 12 else (year, second, first)


def _falls_on(year: int, month: int, day: int, weekday: str) -> bool:
    try:
        names = _WEEKDAYS[date(year, month, day).weekday()].split("|")
    except ValueError:
        return False
    shown = re.sub(r"^(?:週|周|星期|禮拜|礼拜)|曜日?$", "", weekday.lower())
    return shown[:3] == names[0] or shown[:1] in names[1:]
