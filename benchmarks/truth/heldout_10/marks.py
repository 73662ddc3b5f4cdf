"""Sentences with their truth marked in them: ``<a:80231>`` is an agent ID, ``{3w:...}`` a promise due in 3 working days.

Kinds: a agent ID, m amount, r reference, p phone, i institution, x redaction; ``<m?:...>`` is optional and
``<m:words=value>`` has a value of its own. Promises: ``{-:...}`` names no day, ``{0:...}`` the same day, ``{2:...}`` two
days on, ``{2025-11-20:...}`` a date; ``{~-:...}`` is one that opinions differ on.
"""

import re
from datetime import date, datetime, timedelta

from benchmarks.truth.days import after_working_days
from benchmarks.truth.format import Entity, Promise
from benchmarks.truth.grammar import Said

KINDS = {"a": "agent_id", "m": "amount", "r": "reference", "p": "phone", "i": "institution", "x": "redaction"}
MARK = re.compile(r"<([amrpix])(\??):([^<>=]*)(?:=([^<>]*))?>")
PROMISE = re.compile(r"\{(~?)([^:{}]*):([^{}]*)\}")

SIGNED = re.compile("【([^】]*)】")
NAMES = (
    "星河消费金融",
    "星河金融",
    "长风律师事务所",
    "永盛資產管理",
    "鴻運收數",
    "好贷来",
    "鑫汇贷",
    "金管會",
    "银保监",
    "金管局",
    "派出所",
    "放債人註冊處",
    "消保會",
    "黑猫",
)


def said(marked: str, at: datetime, currency: str = "CNY") -> Said:
    """Return what was said without its marks, and the truth of it."""
    result = Said("")
    for mark in MARK.finditer(marked):
        kind = KINDS[mark[1]]
        value = mark[4] or mark[3]
        if kind == "amount":
            value = f"{mark[4] or number(mark[3])} {currency_of(mark[3], currency)}"
        optional = bool(mark[2]) or kind == "institution"
        result.entities.append(Entity(kind, value, optional))
        if kind == "phone":
            result.entities.append(Entity("redaction", value, True))
    bare = MARK.sub(lambda mark: mark[3], marked)
    result.entities += [Entity("institution", name, True) for name in SIGNED.findall(bare)]
    result.entities += [Entity("institution", name, True) for name in NAMES if name in bare]
    for found in PROMISE.finditer(bare):
        due = _due(found[2], at)
        result.promises.append(Promise(found[3], due.isoformat() if due else None, bool(found[1])))
    result.text = PROMISE.sub(lambda found: found[3], bare)
    return result


def number(words: str) -> str:
    """Return the number in an amount's words."""
    digits = re.sub(r"[^\d.]", "", words)
    times = 10000 if "万" in words or "萬" in words else 1
    return f"{float(digits) * times:.2f}"


def currency_of(words: str, usual: str) -> str:
    """Return the currency of an amount's words."""
    if "HK$" in words or "港" in words:
        return "HKD"
    return "TWD" if "NT$" in words or "新臺幣" in words or "新台幣" in words else usual


def _due(spec: str, at: datetime) -> date | None:
    if spec == "-":
        return None
    if spec.endswith("w"):
        return after_working_days(at.date(), int(spec[:-1]))
    if "-" in spec:
        return date.fromisoformat(spec)
    return at.date() + timedelta(days=int(spec))
