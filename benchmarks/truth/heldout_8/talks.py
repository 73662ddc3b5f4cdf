"""How conversations are written down here, and how they become turns with times and truth."""

import random
from dataclasses import dataclass
from datetime import datetime, timedelta

from benchmarks.truth.grammar import Said

from .markup import Marks


@dataclass
class Turn:
    """``what`` is in, out, system, time, voice, picture or recall; ``quote`` what a reply repeats."""

    what: str
    at: datetime
    said: Said
    who: str = ""
    quote: str = ""


def turns(script: str, marks: Marks, source: random.Random) -> list[Turn]:
    """Return the turns of a conversation.

    ``@ 2025-03-05 14:02`` goes on to a time, ``>`` is the phone's owner, ``<`` the other or ``<name|``, ``=`` the app,
    ``^`` a reply as ``^side who|quoted|words``, ``*`` sound or picture, ``!`` what was taken back,
    ``%`` a card as ``title|label|value|…``.
    """
    found: list[Turn] = []
    at = datetime(2025, 1, 1)
    for line in filter(None, map(str.strip, script.splitlines())):
        sign, rest = line[0], line[1:].strip()
        if sign == "@":
            at = datetime.fromisoformat(rest)
            found.append(Turn("time", at, Said("")))
            continue
        who = quote = ""
        what = {">": "out", "<": "in", "=": "system", "*": "voice", "#": "picture", "!": "recall", "%": "card"}.get(
            sign, ""
        )
        if sign == "^":
            side, _, rest = rest.partition(" ")
            who, quote, rest = rest.split("|", 2)
            what = {">": "out", "<": "in"}[side]
        elif (
            what in ("in", "voice")
            and not rest.startswith("[[")
            and 0 < rest.find("|") < 14
            and "[[" not in rest[: rest.find("|")]
        ):
            who, rest = rest.split("|", 1)
        found.append(Turn(what, at, marks.said(rest.replace("\\n", "\n"), at), who, quote))
        at += timedelta(minutes=source.choice((0, 0, 1, 1, 2)))
    return found
