"""Who and what a scene is about: its slots are filled once, and the marks of days say by when.

How each way of naming a day is read (``at`` is when it was said):

- ``N个工作日内``, ``N個工作天``, ``營業日``: the N-th working day after the day it was said, which does not count, by
  the State Council's calendar (weekends that are worked count); of ``3-5`` the later. Scenes of Taiwan and Hong Kong
  play where no holiday of theirs or of the mainland falls on one of the days counted, so that all calendars agree.
- ``N天/日/自然日内``, ``一周之内``: N days after the day it was said (Civil Code 201: the day itself does not count).
- ``N小时内``, ``N分钟内``: the day on which that many hours after it was said end.
- ``今天/今晚/下班前``: that day; ``明天/次日/明早``: the next; ``后天``: the one after.
- ``本周五``, ``周四``, ``這個禮拜五``: that day of the running week, Monday first; ``下周三``: that day of the next.
- ``周五前``, ``…之前``, ``最迟M月D日``: the day named still counts; ``月底前``: the month's last day.
- A time of day does not change the day. ``尽快``, ``会…的`` without a day: None.
"""

import calendar
import random
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, timedelta

from benchmarks.truth.days import after_working_days
from benchmarks.truth.format import Entity
from benchmarks.truth.grammar import Filled, Slot
from benchmarks.truth.heldout_3.numbers import Shown, digits, money, reference, some_amount, staff, telephone

REFERENCES = ("iou", "tk", "ord", "con", "flow", "wd_no", "pol", "txn", "ref")
PHONES = ("hot", "mob", "land")


class Cast(Mapping[str, Slot]):
    """The slots of one scene. ``place`` is ``cn``, ``tw`` or ``hk``; what was named once is the same thereafter."""

    def __init__(self, source: random.Random, place: str, at: datetime) -> None:
        self._source, self._place, self._day = source, place, f"{at:%Y%m%d}"
        self._sums: dict[str, float] = {}
        self._named: dict[str, Shown] = {}

    @property
    def agent(self) -> Shown:
        """Whoever speaks for the institution."""
        return self.named("me")

    def named(self, name: str) -> Shown:
        """Return what a slot stands for."""
        if name not in self._named:
            self._named[name] = self._make(name)
        return self._named[name]

    def _make(self, name: str) -> Shown:
        if name in ("me", "id", "id2"):
            return staff(self._source, self._place)
        if name in REFERENCES:
            return reference(self._source, name, self._day)
        if name in PHONES:
            return telephone(self._source, name, self._place)
        return money(self._source, self._place, self._sum(name))

    def _sum(self, name: str) -> float:
        if name == "half":
            return round(self._sum("amt") / 2, 2)
        kept = "amt" if name == "same" else name
        if kept in ("amt2", "amt3") and kept not in self._sums:  # fees and instalments are less than what they are of
            part = self._sum("amt") / self._source.randrange(3, 14)
            self._sums[kept] = round(part, 2) if self._place == "hk" else float(max(12, round(part)))
        if kept not in self._sums:
            self._sums[kept] = some_amount(self._source, self._place)
        return self._sums[kept]

    def __getitem__(self, name: str) -> Slot:
        if name in ("tail", "otp", "tail5"):
            count = {"tail": 4, "otp": 6, "tail5": 5}[name]
            return lambda source, _: Filled(digits(source, count, "0123456789"))
        if due := due_slot(name):
            return due
        shown = self.named(name)
        return lambda *_: Filled(shown.words, (shown.entity,))

    def __iter__(self) -> Iterator[str]:
        return iter(self._named)

    def __len__(self) -> int:
        return len(self._named)


WEEKDAYS = ("mon", "tue", "wed", "thu", "fri")


def due_slot(name: str) -> Slot | None:
    """Return the slot that says by when, None if it is none: ``wd3`` ``d2`` ``h24`` ``m30`` ``date5`` ``next1`` ``fri``."""
    letters, count = name.rstrip("0123456789"), int("0" + name.lstrip("abcdefghijklmnopqrstuvwxyz_"))
    if name in WEEKDAYS:
        return lambda _, at: Filled("", due=this_week(at.date(), WEEKDAYS.index(name)))
    if letters == "date" and name != "date":
        return lambda _, at: _dated(at.date() + timedelta(days=count))
    counted: dict[str, Callable[[datetime], date]] = {
        "wd": lambda at: after_working_days(at.date(), count),
        "d": lambda at: at.date() + timedelta(days=count),
        "h": lambda at: (at + timedelta(hours=count)).date(),
        "m": lambda at: (at + timedelta(minutes=count)).date(),
        "next": lambda at: at.date() - timedelta(days=at.weekday()) + timedelta(days=7 + count),
        "eom": lambda at: at.date().replace(day=calendar.monthrange(at.year, at.month)[1]),
    }
    last = counted.get(letters)
    return (lambda _, at: Filled("", due=last(at))) if last else None


def this_week(day: date, weekday: int) -> date:
    """Return a later day of the same week. Raises ValueError where it is over, so that no scene says it too late."""
    wanted = day + timedelta(days=weekday - day.weekday())
    if wanted <= day:
        raise ValueError(f"{day} is too late in its week")
    return wanted


def _dated(day: date) -> Filled:
    return Filled(f"{day.month}月{day.day}日", due=day)


def institution(name: str) -> list[Entity]:
    """Return a brand as truth holds it: how much of its name is the institution is a matter of taste."""
    return [Entity("institution", name, optional=True)]
