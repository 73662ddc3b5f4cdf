"""What is said on a screen of the tuning half, and when."""

import random
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from benchmarks.truth.grammar import Said, Slot, say
from benchmarks.truth.tuning.parts import Look

WEEKDAYS = "一二三四五六日"


@dataclass
class Turn:
    """One thing on a chat page: ``kind`` is ``sep``, ``system``, ``in`` or ``out``."""

    kind: str
    at: datetime
    said: Said


def phrases(script: str) -> dict[str, Any]:
    """Return the templates of simplified or traditional screens."""
    return tomllib.loads((Path(__file__).parent / f"phrases_{script}.toml").read_text(encoding="utf-8"))


def moments(source: random.Random, count: int, end: datetime) -> list[datetime]:
    """Return times, rising up to just before ``end``: bursts, pauses, nights."""
    gaps = []
    for _ in range(count):
        kind = source.random()
        if kind < 0.72:
            gaps.append(source.uniform(0.1, 3))
        elif kind < 0.92:
            gaps.append(source.uniform(6, 170))
        else:
            gaps.append(source.uniform(400, 1700))
    at = end - timedelta(minutes=sum(gaps) + 1)
    times = []
    for gap in gaps:
        times.append(at.replace(second=0))
        at += timedelta(minutes=gap)
    return times


def conversation(
    source: random.Random, look: Look, slots: Mapping[str, Slot], count: int, separators: bool
) -> list[Turn]:
    """Return a talk of ``count`` messages; with separators the last of them says when a message was sent."""
    book, turns, steps = phrases(look.script), [], []  # type: ignore[var-annotated]
    while len(steps) < count:
        steps += source.choice(book["flow"])["steps"]
    used: set[str] = set()
    last: datetime | None = None
    shown = look.captured
    for step, at in zip(steps, moments(source, count, look.captured), strict=False):
        side, kind = step.split(".")
        new = last is None or (at - last > timedelta(minutes=5) if separators else at.date() != last.date())
        if new:
            turns.append(Turn("sep", at, Said("")))
            shown = at
        last = at
        if source.random() < 0.05:
            turns.append(Turn("system", at, Said(source.choice(book["system"]["lines"]))))
        fresh = [template for template in book[side][kind] if template not in used] or book[side][kind]
        template = source.choice(fresh)
        used.add(template)
        turns.append(Turn(side, shown if separators else at, say(template, slots, source, shown if separators else at)))
    return turns


def separator(at: datetime, look: Look, source: random.Random) -> str:
    """Return what a separator of this app says."""
    from benchmarks.truth.sheet import hour_words

    days = (look.captured.date() - at.date()).days
    clock = hour_words(at, look.hours)
    far = f"{at.month}月{at.day}日" if at.year == look.captured.year else f"{at.year}年{at.month}月{at.day}日"
    week = ("星期" if look.app in ("wechat", "service") else "週" if look.script == "hant" else "周") + WEEKDAYS[
        at.weekday()
    ]
    if look.app == "line":
        return "今天" if not days else "昨天" if days == 1 else f"{at.month}/{at.day}（{WEEKDAYS[at.weekday()]}）"
    if look.app == "telegram":
        return "今天" if not days else far
    if look.app == "whatsapp":
        return "今天" if not days else "昨天" if days == 1 else f"{at.year}年{at.month}月{at.day}日"
    if look.app in ("imessage", "sms"):
        name = "今天" if not days else "昨天" if days == 1 else f"{far} {week}"
        return f"{name} {clock}"
    if look.app == "service":
        return f"{at:%Y-%m-%d %H:%M}" if days else f"{at:%H:%M}"
    return clock if not days else f"昨天 {clock}" if days == 1 else f"{week} {clock}" if days < 7 else f"{far} {clock}"
