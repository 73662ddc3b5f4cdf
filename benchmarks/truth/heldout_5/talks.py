"""Makes conversations: which exchanges in which order, said when, and what is true of each line."""

import random
import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from benchmarks.truth.format import Entity, Promise
from benchmarks.truth.grammar import say
from benchmarks.truth.heldout_5 import said_cn, said_hk, said_tw
from benchmarks.truth.heldout_5.slots import INSTITUTIONS, Talk

WORDS = {"cn": said_cn, "tw": said_tw, "hk": said_hk}
SIDES = {">": "in", "<": "out", "=": ""}
ENDS = "。！？!?\n"
CALM = ((2025, 7, 2, 20), (2025, 7, 21, 25), (2025, 11, 3, 5))
"""Weeks without a holiday in Taiwan or Hong Kong: year, month, day, how many days."""


@dataclass
class Line:
    """One thing in a conversation; ``kind`` is text, system, voice, heard, picture, sticker, card or transfer."""

    side: str
    text: str
    at: datetime
    kind: str = "text"
    name: str = ""
    quote: str = ""
    entities: list[Entity] = field(default_factory=list)
    promises: list[Promise] = field(default_factory=list)


def exchanges(text: str) -> list[list[str]]:
    """Return the paragraphs of a module of wordings as lists of lines."""
    return [part.strip().split("\n") for part in re.split(r"\n\s*\n", text.strip())]


def picked_exchanges(region: str, topics: list[str], source: random.Random, lines: int) -> list[list[str]]:
    """Return an opening and then exchanges of the topics, till there are as many lines as wanted."""
    words = WORDS[region]
    pool = [each for topic in topics for each in exchanges(getattr(words, topic, "")) if each != [""]]
    pool.sort(key=lambda each: source.random() + _worth(each))
    chosen: list[list[str]] = []
    if "FRIEND" not in topics and "SMS" not in topics:
        chosen.append(source.choice(exchanges(words.OPENINGS)))
    while pool and sum(map(len, chosen)) < lines:
        chosen.append(pool.pop())
    if region != "cn" or lines < 40:
        rest = chosen[1:]
        source.shuffle(rest)
        chosen[1:] = rest
    return chosen


def _worth(exchange: list[str]) -> float:
    """Return by how much an exchange is likelier: people capture what holds a promise or a number."""
    text = "".join(exchange)
    return 0.3 * ("{" in text) + 0.2 * ("<nid>" in text) + 0.1 * ("<mob>" in text or "<hot>" in text)


def first_day(region: str, source: random.Random) -> datetime:
    """Return a day on which a conversation may begin, at a time at which people answer."""
    if region == "cn":
        day = datetime(2025, 1, 6) + timedelta(source.randint(0, 400))
    else:
        year, month, date, count = source.choice(CALM)
        day = datetime(year, month, date) + timedelta(source.randint(0, count))
    return day + timedelta(hours=source.randint(9, 18), minutes=source.randint(0, 59))


def times(chosen: list[list[str]], start: datetime, source: random.Random, pace: str) -> list[list[datetime]]:
    """Return when each line was said. ``pace`` is quick, slow (over days), texts (SMS) or night."""
    at, all_times = start, []
    if pace == "night":
        at = at.replace(hour=23, minute=source.randint(35, 52))
    for index, lines in enumerate(chosen):
        if index:
            at += _pause(source, pace)
            if pace != "night" and not 8 <= at.hour < 22:
                at = at.replace(hour=9, minute=source.randint(0, 59)) + timedelta(days=int(at.hour >= 22))
        inside = []
        for _ in lines:
            inside.append(at)
            at += timedelta(seconds=source.randint(12, 110) if pace != "texts" else source.randint(100, 400))
        all_times.append(inside)
    return all_times


def _pause(source: random.Random, pace: str) -> timedelta:
    if pace == "texts":
        return timedelta(hours=source.choice((3, 21, 26, 49, 70, 97)), minutes=source.randint(0, 59))
    chance = source.random()
    if pace in ("quick", "night") or chance < 0.5:
        return timedelta(minutes=source.choice((1, 2, 3, 4, 7, 12)))
    if chance < 0.8:
        return timedelta(minutes=source.randint(25, 220))
    return timedelta(days=source.randint(1, 2), minutes=source.randint(0, 200))


def separated(lines: list[list[datetime]], gap: int) -> list[list[datetime]]:
    """Return times as an app with separators shows them: a new one after ``gap`` minutes and on a new day."""
    shown: list[list[datetime]] = []
    last, current = None, datetime.min
    for inside in lines:
        row = []
        for at in inside:
            if last is None or at - last > timedelta(minutes=gap) or at.date() != last.date():
                current = at
            last = at
            row.append(current)
        shown.append(row)
    return shown


def conversation(talk: Talk, chosen: list[list[str]], when: list[list[datetime]], source: random.Random) -> list[Line]:
    """Say all lines at their times."""
    slots, lines = talk.slots(), []
    for exchange, inside in zip(chosen, when, strict=True):
        for template, at in zip(exchange, inside, strict=True):
            said = say(template[2:], slots, source, at)
            side = SIDES[template[0]]
            promises = [_whole(each, said.text) for each in said.promises]
            for each in promises:
                each.optional = each.optional or (at.hour < 5 and each.due is not None)  # whose tomorrow?
            kind = "text" if side else "system"
            lines.append(Line(side, said.text, at, kind, entities=said.entities, promises=promises))
    for line in lines:
        line.entities += institutions(line.text, talk.region)
    return lines


def _whole(promise: Promise, text: str) -> Promise:
    """Return a promise as the whole sentence in which it stands; the sender in 【】 is no part of it."""
    start = text.index(promise.text)
    end = start + len(promise.text)
    while start and text[start - 1] not in ENDS + "】":
        start -= 1
    while end < len(text) and text[end - 1] not in ENDS:
        end += 1
    return Promise(text[start:end].strip(), promise.due, promise.optional)


def institutions(text: str, region: str) -> list[Entity]:
    """Return the institutions a text names: a sender in 【】 is wanted, others may be found."""
    found = []
    for name in INSTITUTIONS[region]:
        if name in text:
            found.append(Entity("institution", name, f"【{name}】" not in text))
    return found


PLAIN = {
    "cn": ("收到", "好的", "嗯嗯", "知道了", "行", "。。。", "麻烦快点", "截图已保存"),
    "tw": ("收到", "好喔", "嗯", "了解", "……", "麻煩快一點", "我截圖了"),
    "hk": ("收到", "好", "嗯", "明白", "……", "快啲啦", "我cap咗圖"),
}
HEARD = {
    "cn": (
        "你们上次说的退款到现在都没有到账，我已经等了半个多月了",
        "那个借款真的不是我弄的，你们查一下登录记录就知道了",
        "我现在在上班不方便打字，晚点再说",
    ),
    "tw": ("我已經等了快一個月了，你們到底要不要處理", "我現在不方便打字，晚一點再說"),
    "hk": ("我等咗好耐喇，你哋幾時先覆我", "我而家返緊工，遲啲先講"),
}
RECALLED = {
    "cn": ("你撤回了一条消息", "对方撤回了一条消息"),
    "tw": ("你已收回一則訊息", "對方已收回訊息"),
    "hk": ("你已收回一則訊息", "對方已收回訊息"),
}


def decorated(
    lines: list[Line], region: str, source: random.Random, share: float, extras: tuple[str, ...]
) -> list[Line]:
    """Put in what is not plain text, at about ``share`` of the lines, and let some answers quote."""
    result: list[Line] = []
    for index, line in enumerate(lines):
        result.append(line)
        before = lines[index - 1] if index else None
        if (
            before
            and line.side == "out"
            and before.side == "in"
            and len(before.text) < 34
            and source.random() < share / 2
        ):
            line.quote = before.text if not before.entities and "quote" in extras else ""
        if line.side == "" or source.random() > share:
            continue
        after = lines[index + 1].side if index + 1 < len(lines) else ""
        kind = source.choice(extras)
        if kind != "unread" or (line.side == "out" and after == "in"):
            result.append(_extra(line, region, source, kind))
    return result


def _extra(line: Line, region: str, source: random.Random, kind: str) -> Line:
    side = line.side
    if kind == "recalled":
        text = RECALLED[region][side == "in"]
        return Line("", text, line.at, "system")
    if kind == "heard":
        return Line("out", source.choice(HEARD[region]), line.at, "heard")
    if kind == "emoji":
        return Line(side, source.choice(("👌", "🙏🙏", "😡😡😡", "😂", "👍", "🤦‍♀️")), line.at, "sticker")
    if kind in ("quote", "short"):
        return Line("out", source.choice(PLAIN[region]), line.at)
    return Line(side, "", line.at, kind)
