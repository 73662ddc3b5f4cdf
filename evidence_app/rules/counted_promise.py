"""How a promise of working days comes to its day: how many, and which holidays were left out. Pure.

Worked out anew from the words and the day of the promise, never kept: a calendar that is announced later counts then.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from evidence_app.characters import simplified
from evidence_app.rules.promises import Promise
from evidence_app.rules.territories import Territory
from evidence_app.rules.working_days import WorkingDays, add_working_days

_NAMES = re.compile(r"工\s?作\s?[日天]|交易日|(?:business|working)\s?days?", re.IGNORECASE)
_ONE = re.compile(r"(?:下|次)[一个]{0,2}(?:工作[日天]|营业日)|next (?:business|working) day", re.IGNORECASE)
_HAN = "零一二三四五六七八九十"
_WORDS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
MOST_COUNTED = 60
"""Working days from which on nobody promises by them."""


@dataclass(frozen=True, slots=True)
class CountedPromise:
    """So many working days after ``start``, which itself is not counted."""

    start: date
    count: int
    days: WorkingDays

    @property
    def left_out(self) -> tuple[tuple[date, date], ...]:
        """The holidays that did not count, those with nothing but a weekend between them as one stretch."""
        return tuple(_stretches([each.day for each in self.days.holidays_used]))


def counted_promise(promise: Promise, territory: Territory | None) -> CountedPromise | None:
    """Return how a promise comes to its day, None if it names no working days, or another number than leads there."""
    for said in promise.sayings:
        words = simplified(said.promise or said.text)
        if promise.due is None or said.day is None or not (_NAMES.search(words) or _ONE.search(words)):
            continue
        for count in range(1, MOST_COUNTED + 1):
            days = add_working_days(said.day, count, territory)
            if days.day >= promise.due:
                if days.day == promise.due and _says(words, count):
                    return CountedPromise(said.day, count, days)
                break
    return None


def _says(words: str, count: int) -> bool:
    """Tell whether words name a number of working days."""
    if count == 1 and _ONE.search(words):
        return True
    named = [str(count)] + ([_HAN[count], _WORDS[count]] if count < len(_WORDS) else [])
    if count > 10:  # ten
        tens, ones = divmod(count, 10)
        named.append(f"{_HAN[tens] if tens > 1 else ''}十{_HAN[ones] if ones else ''}")
    if count == 2:  # two has a word of its own before what is counted
        named += ["两", "俩"]
    number = "|".join(map(re.escape, named))
    return re.search(rf"(?<![\d十])(?:{number})\s?个?\s?(?:{_NAMES.pattern})", words, re.IGNORECASE) is not None


def _stretches(days: Sequence[date]) -> Iterator[tuple[date, date]]:
    first = last = None
    for day in days:
        if first is None or last is None:
            first = last = day
        elif _is_next(last, day):
            last = day
        else:
            yield first, last
            first = last = day
    if first is not None and last is not None:
        yield first, last


def _is_next(last: date, day: date) -> bool:
    """Tell whether only a weekend is between two days."""
    between = (last + timedelta(days=step) for step in range(1, (day - last).days))
    return all(each.weekday() >= 5 for each in between)  # Saturday and Sunday
