"""Scenes in their own small notation, and what they become at a time: lines whose truth is known.

``== key | title | second line of the title`` begins a scene. ``@ day HH:MM`` sets the time, in days from the scene's
day. ``<`` is the other side, ``>`` the phone's owner, ``-`` a line of the app; ``<(Name)`` says who in a group;
``<q quoted ‖ reply``, ``<* voice 6``, ``<* sticker 😂``, ``<* image``, ``<* card head ‖ body``.

In a text ``[a 8###]`` is an agent ID, ``m`` an amount, ``r`` a reference, ``p`` a phone number; ``#`` any digit; ``=``
gives the value where it is not what is shown, ``?`` after the letter makes it optional. ``[d -3]`` is a day shown as
month and day, ``[roc 6]`` one in years of the Republic. ``{+3w …}`` is a promise and when it is due (calendar_days.py),
``{~+3w …}`` one about which opinions differ.
"""

import random
import re
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

from benchmarks.truth.format import Entity, Promise
from benchmarks.truth.heldout_2.calendar_days import due

HERE = Path(__file__).parent
KINDS = {"a": "agent_id", "m": "amount", "r": "reference", "p": "phone"}
MARK = re.compile(r"\[(a|m|r|p|d|roc)(\??) ([^\]]+)\]")
PROMISE = re.compile(r"\{(~?)(\S+) ([^}]*)\}")
LINE = re.compile(r"([<>-])(?:\(([^)]*)\))?(\*|q)? (.*)")
CURRENCY = {"CN": "CNY", "TW": "TWD", "HK": "HKD"}

INSTITUTIONS = (
    *("金穗消费金融|金穗消金|金穗", "好易分期", "橙子钱包", "速达贷", "恒信小贷", "悦享白条", "普惠金融", "淘淘优品"),
    *("顺心租机", "潮买商城", "金穗商城", "好貸通", "街角Pay", "恆信資產", "樂購商城", "安鑫租賃", "QuickCash", "启航职业培训"),
    *("PayNow錢包|PayNow钱包", "盈峰財務", "好味速遞", "丰汇银行", "安和銀行", "诚泰担保", "金管局", "消费金融调解三群"),
)  # fmt: skip
"""Names of institutions on the screens. What one calls an institution is a matter of taste: they are optional."""


@dataclass
class Line:
    """One thing in a chat. ``act`` is empty for words, else ``q``, ``voice``, ``sticker``, ``image`` or ``card``."""

    side: str
    at: datetime
    block: datetime
    text: str = ""
    name: str = ""
    act: str = ""
    extra: str = ""
    entities: list[Entity] = field(default_factory=list)
    promises: list[Promise] = field(default_factory=list)


@dataclass
class Scene:
    """A conversation as it is written down, before it happens at a time."""

    key: str
    title: str
    second: str
    region: str
    lines: list[str]


def scenes(name: str, region: str) -> dict[str, Scene]:
    """Return the scenes of a file by their keys."""
    found: dict[str, Scene] = {}
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            key, title, *second = (part.strip() for part in line[3:].split("|"))
            scene = found[key] = Scene(key, title, second[0] if second else "", region, [])
        elif line and not line.startswith("#"):
            scene.lines.append(line)
    return found


@dataclass
class Cast:
    """Fills what a scene leaves open: digits, days."""

    source: random.Random
    region: str

    def titled(self, scene: Scene) -> Scene:
        """Return a scene whose title has its digits."""
        return replace(scene, title=self.digits(scene.title))

    def played(self, scene: Scene, day: datetime) -> list[Line]:
        """Return the lines of a scene that takes place on a day. Raises Unfit."""
        at = block = day
        played = []
        for line in scene.lines:
            if line.startswith("@"):
                _, shift, clock = line.split()
                hour, minute = map(int, clock.split(":"))
                at = block = day.replace(hour=hour, minute=minute) + timedelta(days=int(shift))
                continue
            played.append(self._line(line, at, block, day))
            at = min(at + timedelta(minutes=self.source.choice((0, 1, 1))), block + timedelta(minutes=4))
        return played

    def _line(self, line: str, at: datetime, block: datetime, day: datetime) -> Line:
        match = LINE.fullmatch(line)
        assert match, line
        side = {"<": "in", ">": "out", "-": "app"}[match[1]]
        made = Line(side, at, block, name=match[2] or "", act=match[3] or "")
        words = match[4]
        if made.act == "*":
            made.act, _, made.extra = words.partition(" ")
            return made
        if made.act == "q":
            made.extra, words = words.split(" ‖ ")
        self.fill(words.replace("\\n", "\n"), at, day, made)
        return made

    def fill(self, words: str, at: datetime, day: datetime, made: Line) -> None:
        """Put words with marks into a line, and what they mean."""
        words = MARK.sub(lambda mark: self._shown(mark, day, made), words)
        for promise in PROMISE.finditer(words):
            until = due(promise[2], at, self.region)
            made.promises.append(Promise(promise[3], until.isoformat() if until else None, bool(promise[1])))
        made.text = PROMISE.sub(r"\3", words)

    def _shown(self, mark: re.Match[str], day: datetime, made: Line) -> str:
        if mark[1] in ("d", "roc"):
            return self._day(mark[1], day + timedelta(days=int(mark[3])))
        shown, _, value = self.digits(mark[3]).partition("=")
        kind = KINDS[mark[1]]
        if kind == "amount":
            value = self.amount(value or shown, shown)
        made.entities.append(Entity(kind, value or shown, bool(mark[2])))
        return shown

    def digits(self, pattern: str) -> str:
        """Return a pattern with a digit for every ``#``; the first of them is no nought."""
        first = pattern.find("#")
        digits = ["1234567889"] + ["0123456789"] * len(pattern)
        return "".join(
            self.source.choice(digits[index > first]) if char == "#" else char for index, char in enumerate(pattern)
        )

    def amount(self, value: str, shown: str) -> str:
        """Return an amount of money with its currency."""
        number = re.sub(r"[^\d.]", "", value)
        factor = 10_000 if "万" in value or "萬" in value else 1
        currency = CURRENCY[self.region]
        for sign, name in (("NT$", "TWD"), ("HK$", "HKD"), ("¥", "CNY"), ("￥", "CNY")):
            currency = name if sign in shown else currency
        return f"{float(number) * factor:.2f} {currency}"

    def _day(self, form: str, day: datetime) -> str:
        if form == "roc":
            return f"{day.year - 1911}年{day.month}月{day.day}日"
        return f"{day.month}月{day.day}日"


def institutions(words: str) -> list[Entity]:
    """Return the institutions that words name."""
    return [
        Entity("institution", names, optional=True)
        for names in INSTITUTIONS
        if any(name in words for name in names.split("|"))
    ]
