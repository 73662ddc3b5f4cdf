"""A line of talk with marks in it, and what it becomes: words, entities and promises.

``@a[…]`` agent's ID, ``@m[…]`` amount, ``@r[…]`` reference, ``@p[…]`` phone; ``@m?[…]`` is optional, ``@m[words=value]``
says the value. ``#`` is any digit. ``{sentence|due}`` is a promise, ``{~sentence|due}`` one on which opinions differ; due
is like d3, w5, h24, fri, mon, eom. ``%D3`` is the date in three days, ``%F`` the Friday that ``fri`` means,
``(a/b)`` in angle brackets, ``<<a/b>>``, chooses.
"""

import calendar
import random
import re
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from benchmarks.truth.days import after_working_days
from benchmarks.truth.format import Entity, Promise

KINDS = {"a": "agent_id", "m": "amount", "r": "reference", "p": "phone"}
MARK = re.compile(r"@([amrp])(\??)\[([^\]]*)\]")
CHOICE = re.compile(r"<<([^<>]*)>>")
PROMISE = re.compile(r"\{([^{}]*)\}")
ENDS = "。！？!?\n"


@dataclass
class Told:
    """Words and the truth of them."""

    text: str
    entities: list[Entity] = field(default_factory=list)
    promises: list[Promise] = field(default_factory=list)


def told(line: str, source: random.Random, at: datetime, zone: str = "Asia/Shanghai") -> Told:
    """Return what a marked line says at a time."""
    while match := CHOICE.search(line):
        line = line[: match.start()] + source.choice(match[1].split("/")) + line[match.end() :]
    line = dated(digits(line, source), at)
    result = Told("")
    end = 0
    for match in PROMISE.finditer(line):
        result.text += _entities(line[end : match.start()], result, zone)
        if result.text and result.text[-1] not in ENDS:
            raise ValueError(f"a promise begins within a sentence: {line}")
        body, _, due = match[1].partition("|")
        words = _entities(body.removeprefix("~"), result, zone)
        day = due_day(due, at)
        result.promises.append(Promise(words, day.isoformat() if day else None, body.startswith("~")))
        result.text += words
        end = match.end()
        if words[-1] not in ENDS and end < len(line) and line[end] != "\n":
            raise ValueError(f"a promise ends within a sentence: {line}")
    result.text += _entities(line[end:], result, zone)
    return result


def digits(line: str, source: random.Random) -> str:
    """Return a line with digits in place of its number signs; a number does not begin with 0."""
    return re.sub(
        r"(?<![\d#.,\-A-Za-z])#|#", lambda match: source.choice("123456789" if _first(match) else "0123456789"), line
    )


def _first(match: "re.Match[str]") -> bool:
    before = match.string[match.start() - 1 : match.start()]
    return not before or before not in "#0123456789.,-"


def dated(line: str, at: datetime) -> str:
    """Return a line with its days written out."""
    line = re.sub(r"%D(\d+)", lambda match: _day(at + timedelta(days=int(match[1]))), line)
    line = re.sub(r"%S(\d+)", lambda match: f"{at + timedelta(days=int(match[1])):%m/%d}", line)
    line = re.sub(r"%B(\d+)", lambda match: _day(at - timedelta(days=int(match[1]))), line)
    this_week = at.weekday() <= 3
    return line.replace("%F", "本周五" if this_week else "下周五").replace("%G", "本週五" if this_week else "下週五")


def _day(at: datetime) -> str:
    return f"{at.month}月{at.day}日"


def due_day(code: str, at: datetime) -> date | None:
    """Return the day that a code means from a time on."""
    day = at.date()
    if not code:
        return None
    if code == "fri":
        ahead = 4 - at.weekday()
        return day + timedelta(days=ahead if at.weekday() <= 3 else ahead + 7)
    if code == "mon":
        return day + timedelta(days=7 - at.weekday())
    if code == "eom":
        return day.replace(day=calendar.monthrange(day.year, day.month)[1])
    count = int(code[1:])
    if code[0] == "w":
        return after_working_days(day, count)
    return (at + timedelta(hours=count)).date() if code[0] == "h" else day + timedelta(days=count)


def _entities(part: str, result: Told, zone: str) -> str:
    words, end = "", 0
    for match in MARK.finditer(part):
        shown, _, value = match[3].partition("=")
        words += part[end : match.start()] + shown
        end = match.end()
        value = value or (amount(shown, zone) if match[1] == "m" else phone(shown) if match[1] == "p" else shown)
        result.entities.append(Entity(KINDS[match[1]], value, bool(match[2])))
    return words + part[end:]


def phone(shown: str) -> str:
    """Return a number, and without the country's prefix if it has one."""
    found = re.match(r"\+(852|886|86) ?", shown)
    if found is None:
        return shown
    return f"{shown}|{'0' if found[1] == '886' else ''}{shown[found.end() :]}"


def amount(shown: str, zone: str) -> str:
    """Return the value of an amount as it is written, with the currencies that it may be in."""
    found = re.search(r"\d[\d,]*(\.\d+)?", shown)
    if found is None:
        raise ValueError(shown)
    number = float(found[0].replace(",", ""))
    if re.search("[万萬]", shown):
        number *= 10000
    return "|".join(f"{number:.2f} {each}" for each in currencies(shown, zone))


def currencies(shown: str, zone: str) -> list[str]:
    """Return what an amount may be in."""
    upper = shown.upper()
    for sign, currency in (("NT", "TWD"), ("新台幣", "TWD"), ("台幣", "TWD"), ("HK", "HKD"), ("港", "HKD")):
        if sign in upper:
            return [currency]
    for sign in ("RMB", "CNY", "人民币", "人民幣", "¥", "￥"):
        if sign in upper:
            return ["CNY"]
    local = {"Asia/Taipei": "TWD", "Asia/Hong_Kong": "HKD"}.get(zone, "CNY")
    if "$" in upper:
        return list(dict.fromkeys([local, "TWD", "HKD", "USD", "CNY"]))
    return list(dict.fromkeys([local, "CNY"]))
