"""From the written scenes to what was said, by whom and when."""

import random
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

from benchmarks.truth.format import Entity
from benchmarks.truth.grammar import Said, say
from benchmarks.truth.heldout_3.cast import Cast

HERE = Path(__file__).parent
LONG_PAUSE_MIN = 600
"""After a pause like this people come back in office hours."""


@dataclass(frozen=True)
class Scene:
    """``place`` is ``cn``, ``tw`` or ``hk``, ``kind`` chat or sms."""

    name: str
    kind: str
    place: str
    lines: tuple[str, ...]


@dataclass
class Turn:
    """``side`` is in, out, ``line`` (of the system) or ``menu``; ``fresh`` after a pause, at which a time is shown."""

    side: str
    said: Said
    at: datetime
    fresh: bool = False
    quote: str = ""
    agent: str = ""
    agent_entity: Entity | None = None
    second: int = 0


@cache
def scenes() -> dict[str, Scene]:
    """Return all scenes by their names."""
    found: dict[str, Scene] = {}
    for path in sorted(HERE.glob("scenes*.txt")):
        for block in path.read_text(encoding="utf-8").split("\n== ")[1:]:
            head, *lines = [line for line in block.splitlines() if line.strip()]
            name, _, kind = head.partition(" ")
            kind, _, place = kind.partition("-")
            found[name] = Scene(name, kind, place or "cn", tuple(lines))
    return found


def of(kind: str, *places: str) -> list[Scene]:
    """Return the scenes of a kind in places, in the order in which they were written."""
    return [scene for scene in scenes().values() if scene.kind == kind and scene.place in places]


def performed(scene: Scene, source: random.Random, start: datetime) -> list[Turn]:
    """Return a scene as it was played from ``start`` on."""
    cast = Cast(source, scene.place, start)
    turns: list[Turn] = []
    at, fresh, quote = start, True, ""
    for line in scene.lines:
        mark, text = line[0], line.partition(" ")[2]
        if mark == "@":
            at, fresh = _later(at, int(text), source), True
        elif mark == "^":
            quote = text
        else:
            turn = Turn(
                {"<": "in", ">": "out", "-": "line", "?": "menu"}[mark],
                say(text.replace("\\n", "\n"), cast, source, at),
                at,
                fresh,
                quote,
                cast.agent.words,
                cast.agent.entity,
                second=_second(turns, at, source),
            )
            turns.append(turn)
            at, fresh, quote = at + timedelta(minutes=source.choice((0, 0, 1, 1, 2))), False, ""
    return turns


def _second(turns: list[Turn], at: datetime, source: random.Random) -> int:
    """Return a second of the minute that is not before what was said before."""
    past = turns[-1].second if turns and turns[-1].at == at else 0
    return min(59, past + source.randrange(3, 20))


def _later(at: datetime, minutes: int, source: random.Random) -> datetime:
    later = at + timedelta(minutes=minutes)
    return later.replace(hour=source.randrange(9, 15)) if minutes > LONG_PAUSE_MIN else later


def decoys() -> int:
    """Return how many sentences look like promises and are none, as their authors marked them."""
    return sum(line[1:2] == "%" for scene in scenes().values() for line in scene.lines)
