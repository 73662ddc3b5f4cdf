"""Who says what when: a talk between a complainant and an institution, in the order in which it is shown."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from benchmarks.truth.grammar import Said, say
from benchmarks.truth.heldout_4 import hans, hant
from benchmarks.truth.heldout_4.slots import Agent, slots

BRANDS = {
    "cn": ("禾易分期", "星桥消费金融", "云朵钱包", "快筹花", "麦田借款", "优柚商城"),
    "hk": ("恒匯財務", "易付錢包", "樂借"),
    "tw": ("鼎新融資", "樂付錢包", "好分期"),
}


@dataclass
class Turn:
    """One message; ``agent`` is who wrote it for the institution."""

    at: datetime
    side: str
    said: Said
    agent: Agent | None = None


class Deck:
    """Gives phrases in a shuffled order, and none a second time before all were given."""

    def __init__(self, phrases: Sequence[str], source: random.Random) -> None:
        self._phrases, self._source = list(phrases), source
        self._left: list[str] = []

    def next(self) -> str:
        """Return the next phrase."""
        if not self._left:
            self._left = list(self._phrases)
            self._source.shuffle(self._left)
        return self._left.pop()


@dataclass
class Decks:
    """The phrases of one place, by what they are for."""

    promises: Deck
    lookalikes: Deck
    introductions: Deck
    fillers: Deck
    users: Deck
    user_fillers: Deck
    sms: Deck
    english: tuple[Deck, Deck, Deck] | None = field(default=None, init=False)


def decks(place: str) -> Decks:
    """Return the phrases that people write in a place."""
    source = random.Random(f"decks of {place}")
    if place == "cn":
        parts = (
            hans.PROMISES,
            hans.LOOKALIKES,
            hans.INTRODUCTIONS,
            hans.FILLERS,
            hans.USERS,
            hans.USER_FILLERS,
            hans.SMS,
        )
        return Decks(*(Deck(part, source) for part in parts))
    common = hant.COMMON_PROMISES, hant.COMMON_LOOKALIKES, hant.COMMON_INTRODUCTIONS, hant.COMMON_FILLERS
    found = Decks(*(Deck(part, source) for part in (*common, hant.COMMON_USERS, hant.COMMON_USER_FILLERS, hant.SMS)))
    if place == "hk":
        found.english = (
            Deck(hant.ENGLISH_PROMISES, source),
            Deck(hant.ENGLISH_REST, source),
            Deck(hant.ENGLISH_USERS, source),
        )
    return found


@dataclass
class Talker:
    """Writes a talk, turn by turn."""

    source: random.Random
    deck: Decks
    place: str
    brand: str
    english: bool = False
    turns: list[Turn] = field(default_factory=list)
    agent: Agent = field(default_factory=lambda: Agent(""))

    def talk(self, start: datetime, count: int) -> list[Turn]:
        """Return so many turns from ``start`` on; after some of them a pause, and another agent."""
        at = start
        until_pause = self.source.randrange(5, 10)
        self._hire()
        for index in range(count):
            if until_pause == 0:
                at = self._later(at)
                until_pause = self.source.randrange(5, 10)
                self._hire()
            until_pause -= 1
            at += timedelta(seconds=self.source.randrange(8, 55))
            side = "out" if index == 0 or (index != 1 and self.source.random() < 0.4) else "in"
            introduces = side == "in" and not any(turn.agent is self.agent for turn in self.turns)
            self._turn(at, side, introduces)
        return self.turns

    def texts(self, start: datetime, count: int) -> list[Turn]:
        """Return so many one-sided short messages, some hours or days after each other."""
        at = start
        for _ in range(count):
            self._hire()
            self._keep(at, "in", self.deck.sms.next())
            at = self._later(at + timedelta(days=self.source.choice((0, 1, 1, 2))))
        return self.turns

    def _hire(self) -> None:
        self.agent = Agent.new(self.source, plain=self.source.random() < 0.6)

    def _later(self, at: datetime) -> datetime:
        """Return a later time of the same day, or of the next, in office hours."""
        later = at + timedelta(minutes=self.source.randrange(12, 160))
        if later.hour < 17 and self.source.random() < 0.55:
            return later
        morning = at.replace(hour=9, minute=0) + timedelta(days=1)
        return morning + timedelta(minutes=self.source.randrange(5, 400))

    def _turn(self, at: datetime, side: str, introduces: bool) -> None:
        deck = self.deck
        if self.english and deck.english and self.source.random() < 0.5:
            promises, rest, users = deck.english
            chosen = users if side == "out" else promises if self.source.random() < 0.5 else rest
            self._keep(at, side, chosen.next())
            return
        if side == "out":
            chosen = deck.users if self.source.random() < 0.75 else deck.user_fillers
        elif introduces:
            chosen = deck.introductions
        else:
            lot = self.source.random()
            chosen = deck.promises if lot < 0.42 else deck.lookalikes if lot < 0.72 else deck.fillers
        self._keep(at, side, chosen.next())

    def _keep(self, at: datetime, side: str, phrase: str) -> None:
        known = slots(self.place, self.brand, self.agent)
        agent = self.agent if side == "in" else None
        said = say(phrase, known, self.source, at)
        if self.source.random() < 0.35:  # many leave out the last full stop
            said.text = said.text.removesuffix("。")
        self.turns.append(Turn(at, side, said, agent))
