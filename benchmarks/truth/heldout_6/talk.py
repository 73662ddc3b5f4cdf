"""Puts exchanges together to a conversation: who said what, and when."""

import random
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from benchmarks.truth.format import Entity
from benchmarks.truth.grammar import Said, say
from benchmarks.truth.heldout_6 import words_hans, words_hant, words_sms
from benchmarks.truth.heldout_6.slots import as_on_the_mainland, slots

SIDES = {"i": "in", "o": "out"}


@dataclass
class Line:
    """One thing in a conversation. ``kind``: text, note (said by the app), voice, picture, sticker, transfer."""

    kind: str
    side: str
    said: Said
    at: datetime
    who: str = ""
    quote: str = ""
    quoted: list[Entity] = field(default_factory=list)


def blocks(text: str) -> list[list[str]]:
    """Return the exchanges of a list of them."""
    return [part.splitlines() for part in text.strip().split("\n\n")]


class Deck:
    """Exchanges dealt one after the other, so that all are used before one comes again."""

    def __init__(self, text: str, source: random.Random) -> None:
        self._all = blocks(text)
        self._left: list[list[str]] = []
        self._source = source

    def deal(self) -> list[str]:
        """Return the next exchange."""
        if not self._left:
            self._left = self._source.sample(self._all, len(self._all))
        return self._left.pop()


class Writer:
    """Writes conversations of one region, ``cn``, ``tw`` or ``hk``."""

    def __init__(self, region: str, seed: int) -> None:
        self.region = region
        self._source = random.Random(seed)
        self._slots = slots(region)
        texts = {
            "cn": (words_hans.OPENINGS, words_hans.TOPICS, words_hans.CLOSINGS, words_hans.GROUP, words_sms.CN),
            "tw": (
                words_hant.TW_OPENINGS,
                words_hant.TW_TOPICS,
                words_hant.TW_CLOSINGS,
                words_hant.TW_GROUP,
                words_sms.TW,
            ),
            "hk": (
                words_hant.HK_OPENINGS,
                words_hant.HK_TOPICS,
                words_hant.HK_CLOSINGS,
                words_hant.HK_GROUP,
                words_sms.HK,
            ),
        }[region]
        names = ("openings", "topics", "closings", "group", "sms")
        self._decks = {name: Deck(text, self._source) for name, text in zip(names, texts, strict=True)}

    def chat(self, start: datetime, topics: int, until: datetime, *, close: bool = True) -> list[Line]:
        """Return a conversation with an agent; ``topics`` exchanges after the opening, the last before ``until``."""
        exchanges = [self._decks["openings"].deal(), *(self._decks["topics"].deal() for _ in range(topics))]
        if close:
            exchanges.append(self._decks["closings"].deal())
        return [line for line in self._timed(exchanges, start, until) if line.at < until]

    def group(self, start: datetime, until: datetime) -> list[Line]:
        """Return what several customers say to each other."""
        exchanges = [self._decks["group"].deal() for _ in range(2 if self.region != "cn" else 3)]
        return self._timed(exchanges, start, until)

    def texts(self, starts: list[datetime], signature: str) -> list[Line]:
        """Return text messages, one exchange at each of the times."""
        lines = []
        for at in starts:
            for index, line in enumerate(self._decks["sms"].deal()):
                said = self._said(line[2:].replace("§", f"【{signature}】"), at + timedelta(minutes=3 * index))
                lines.append(Line("text", SIDES[line[0]], said, at + timedelta(minutes=3 * index)))
        return lines

    def _said(self, template: str, at: datetime) -> Said:
        said = say(template.replace("\\n", "\n"), self._slots, self._source, at)
        for promise in said.promises:
            if promise.due and "個工作" in promise.text:  # where calendars differ, so do opinions
                same = as_on_the_mainland(self.region, at.date(), date.fromisoformat(promise.due))
                promise.optional = promise.optional or not same
        return said

    def _timed(self, exchanges: list[list[str]], start: datetime, until: datetime) -> list[Line]:
        at, lines = start, []
        room = (until - start) / max(1, len(exchanges))
        for exchange in exchanges:
            for line in exchange:
                kind = {"s": "note", "v": "voice"}.get(line[0], "text")
                side = {"s": "", "v": "in"}.get(line[0]) if line[0] in "sv" else SIDES[line[0]]
                lines.append(Line(kind, side or "", self._said(line[2:], at), at))
                at += timedelta(seconds=self._source.choice((15, 40, 60, 90, 130)))
            step = timedelta(minutes=self._source.choice((1, 3, 8, 14)))
            if room > timedelta(hours=3) and self._source.random() < 0.6:
                step = self._waking(at, room)
            if at + step + timedelta(minutes=12) < until:
                at += step
        return lines

    def _waking(self, at: datetime, room: timedelta) -> timedelta:
        """Return how long nobody says anything: until some hour of a day at which offices work."""
        then = at + room * self._source.uniform(0.7, 1.5)
        then = then.replace(hour=self._source.randint(9, 20), minute=self._source.randint(0, 59))
        return max(then - at, timedelta(minutes=7))


def said(text: str) -> Said:
    """Return something without entities."""
    return Said(text)


def ornamented(lines: list[Line], source: random.Random, often: float) -> list[Line]:
    """Put pictures, stickers and quotations between and into what was said."""
    result: list[Line] = []
    for index, line in enumerate(lines):
        before = next((one for one in reversed(result) if one.side not in ("", line.side)), None)
        near = before is not None and line.at - before.at < timedelta(minutes=30)
        short = near and before is not None and before.kind == "text" and 4 <= len(before.said.text) < 30
        if before and short and not before.said.promises and line.kind == "text" and source.random() < often * 0.5:
            line.quote, line.quoted = before.said.text, before.said.entities
        result.append(line)
        if index and line.side and source.random() < often:
            kind = source.choice(("picture", "picture", "sticker", "recall", "spoken"))
            if line.side == "in" and kind in ("sticker", "spoken"):
                kind = "recall"
            result.append(Line(kind, line.side, Said(""), line.at + timedelta(seconds=8), line.who))
    return result
