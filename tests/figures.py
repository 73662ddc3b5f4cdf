"""What counts as a figure of law in a text, in three languages, and where one stands without its source and date."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache

from evidence_app.day_words import day_words
from evidence_app.phrases import Language
from evidence_app.rules.law import bodies, rules
from evidence_app.rules.rates import reference_rates
from evidence_app.rules.words import Words
from evidence_app.rules.workspace import Workspace

_SEVERAL = (
    r"(?:\d[\d,]*(?:\.\d+)?|[二三四五六七八九十百千万萬两兩半]+"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|twenty|thirty|forty-five|sixty|"
    r"ninety|hundred))"
)
_ONE = r"(?:[一1]|\bone )"
_LONG = r"(?:个?小时|個?小時|个月|個月|年|周|週|工作日|(?:working |business )?(?:hours?|weeks?|months?|years?)\b)"
_UNIT = (
    r"(?:%|％|per ?cent\b|个工作日|個工作日|工作日|日|天|次|倍|元|分钟|分鐘|星期|"
    r"(?:working |business |calendar |consecutive )?(?:days?|times|minutes?|yuan|dollars?)\b"
)
_MONEY = r"(?:CNY|RMB|HKD|TWD|USD|GBP|EUR|HK\$|NT\$|US\$|[¥￥$£€]|港币|港幣|新台币|新臺幣|人民币|人民幣)"
FIGURE = re.compile(
    rf"{_SEVERAL}[\s-]*(?:{_LONG}|{_UNIT}))|{_ONE}\s*{_LONG}|{_MONEY}\s*\d[\d,]*(?:\.\d+)?|百分之{_SEVERAL}"
    r"|\b\d{1,2}:\d\d\b|[\d十]+[点點]",
    re.IGNORECASE,
)
"""Money, rates, hours, times of day, days, weeks, months, years, times; in digits and in words."""

_DATES = re.compile(r"\d{4}年(?:\d+月(?:\d+日)?)?|\d{4}-\d\d-\d\d|\{\w+\}")
_ONCE = re.compile(r"1\s*[日天次]")
"""Said of what happened: how often, on which day."""

_CITED = re.compile(
    r"(?:the text was read|from secondary sources|unconfirmed), checked \d"
    r"|(?:已读原文|据二手资料|未经证实|已讀原文|據二手資料|未經證實)，\d[\d-]+(?:核对|核對)"
)
"""On screen and in a dossier: also how it was read."""

NAMED = re.compile(r", as checked on \d|，\d[\d年月]+日(?:核对|核對)")
"""In a letter: how it was read is for the writer alone."""

HOW_READ = re.compile(
    r"the text was read|secondary sources|unconfirmed|confidence|please check|已读原文|据二手资料|未经证实|可信度"
    r"|请核对|已讀原文|據二手資料|未經證實|請核對"
)
"""What a letter says of no source."""


def figures(text: str) -> list[str]:
    """Return the figures of a text; days of the calendar, as when a law came into force, are none."""
    return [each.strip() for each in FIGURE.findall(_DATES.sub("", text)) if not _ONCE.fullmatch(each.strip())]


def words_in(given: object) -> Iterator[Words]:
    """Yield all texts in three languages of a thing of the law's data."""
    if isinstance(given, Words):
        yield given
    elif is_dataclass(given):
        for field in fields(given):
            if field.name not in ("source", "also"):
                yield from words_in(getattr(given, field.name))
    elif isinstance(given, (list, tuple, frozenset)):
        for each in given:
            yield from words_in(each)
    elif isinstance(given, Mapping):
        yield from words_in(tuple(given.values()))


@cache
def _of_the_law(language: Language) -> frozenset[str]:
    """Return all figures that stand in the law's data, and the numbers that its rules count by."""
    found = {
        each
        for of in (*bodies(), *reference_rates(), *rules())
        for words in words_in(of)
        for each in figures(words[language])
    }
    for rule in rules():
        found |= {str(value) for value in rule.numbers.values() if isinstance(value, str) and ":" in value}
    return frozenset(found)


def of_law(found: Workspace, language: Language) -> frozenset[str]:
    """Return the figures of law that a dispute's texts may hold: those of the data, and the days that they lead to."""
    theirs = " ".join(f"{each.text} {each.promise}" for each in found.happenings)
    days: list[date] = [each.deadline.day for each in found.ladder.clocks]
    told = {day.isoformat() for day in days} | {day_words(day, language) for day in days}
    told |= {f"{rate.per_cent}%" for rate in reference_rates() if rate.territory == found.territory and rate.per_cent}
    return frozenset(each for each in _of_the_law(language) if each not in theirs) | told


def uncited(
    blocks: Iterable[Sequence[str]], of: Iterable[str], *, in_letter: bool = False
) -> tuple[int, list[tuple[str, str]]]:
    """Return in how many blocks a figure of law stands, and those that say not where it is from.

    A block is what a person sees as one: a card, a line of the overview with what is below it, a row of a table.
    """
    wanted = re.compile("|".join(rf"(?<![\d:-]){re.escape(each)}(?!\d)" for each in sorted(of, key=len, reverse=True)))
    seen, bare = 0, []
    for block in blocks:
        text = "\n".join(block)
        hit = wanted.search(text)
        seen += hit is not None
        if hit is not None and not (NAMED if in_letter else _CITED).search(text):
            bare.append((hit.group(), text))
    return seen, bare
