"""Talks as they are written here: plain text with what counts in it marked.

``[m:￥300]`` is an amount (a agent, r reference, p phone, i institution, d to be redacted; ``[m?:…]`` optional;
``[m:三百元=300 CNY]`` says its value). ``{whole sentence|+3w}`` is a promise: due after 3 working days, ``+1d`` days,
an ISO date, or nothing; ``{?…}`` is one of which opinions differ.
"""

import re
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from benchmarks.truth.days import after_working_days
from benchmarks.truth.format import Entity, Promise

MARK = re.compile(r"\[([a-z])(\??):([^\[\]=]+)(?:=([^\[\]]+))?\]")
PROMISE = re.compile(r"\{(\??)([^{}|]+)\|([^{}]*)\}")
KINDS = {"a": "agent_id", "m": "amount", "r": "reference", "p": "phone", "i": "institution", "d": "redaction"}


@dataclass
class Marked:
    """What stands there, and what it is."""

    text: str
    entities: list[Entity] = field(default_factory=list)
    promises: list[Promise] = field(default_factory=list)


def marked(source: str, at: datetime, money: str = "CNY") -> Marked:
    """Return a text without its marks, said at a time."""
    found = Marked("")

    def promise(match: re.Match[str]) -> str:
        words = MARK.sub(lambda each: each[3], match[2])
        due = due_day(match[3], at.date())
        found.promises.append(Promise(words, due.isoformat() if due else None, bool(match[1])))
        return match[2]

    source = PROMISE.sub(promise, source).replace("\\n", "\n")

    def entity(match: re.Match[str]) -> str:
        kind = KINDS[match[1]]
        value = match[4] or _value(kind, match[3], money)
        found.entities.append(Entity(kind, value, bool(match[2])))
        return match[3]

    found.text = MARK.sub(entity, source)
    return found


def _value(kind: str, words: str, money: str) -> str:
    if kind == "amount":
        return amount(words, money)
    if kind == "phone":
        return phone(words)
    return words


def phone(words: str) -> str:
    """Return a number's digits; with a country before it, either way."""
    digits = re.sub(r"\D", "", words)
    country = re.match(r"\+(86|852|886) ", words)
    return f"{digits}|{digits[len(country[1]) :]}" if country else digits


def amount(words: str, money: str = "CNY") -> str:
    """Return an amount's value; a bare 元 in a talk of Taiwan or Hong Kong may be taken for yuan, too."""
    number = float(re.sub(r"[^\d.]", "", words)) * (10000 if re.search("[万萬]", words) else 1)
    plain = f"{number:.2f}"
    if re.search(r"NT|[台臺]幣", words):
        return f"{plain} TWD"
    if re.search(r"HK|港", words):
        return f"{plain} HKD"
    if money != "CNY":
        return f"{plain} {money}|{plain} CNY|{plain} "
    return f"{plain} CNY"


def due_day(words: str, start: date) -> date | None:
    """Return the day that a promise names."""
    if not words:
        return None
    if words.endswith("w"):
        return after_working_days(start, int(words[1:-1]))
    if words.endswith("d"):
        return start + timedelta(days=int(words[1:-1]))
    return date.fromisoformat(words)
