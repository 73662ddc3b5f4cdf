"""From a template with slots to a sentence whose entities and promises are known.

``[a|b]`` chooses, ``<slot>`` is filled, ``{…}`` is a promise: the whole sentence, due when a slot inside it says;
``{~…}`` is one that may as well be taken for none.
"""

import random
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from benchmarks.truth.format import Entity, Promise

CHOICE = re.compile(r"\[([^\[\]]*)\]")
SLOT = re.compile(r"<([a-z_0-9]+)>")


@dataclass(frozen=True)
class Filled:
    """What a slot became: its words, what they are, and by when if they name a day by which."""

    words: str
    entities: tuple[Entity, ...] = ()
    due: date | None = None


Slot = Callable[[random.Random, datetime], Filled]


@dataclass
class Said:
    """A sentence and the truth of it."""

    text: str
    entities: list[Entity] = field(default_factory=list)
    promises: list[Promise] = field(default_factory=list)


def say(template: str, slots: Mapping[str, Slot], source: random.Random, at: datetime) -> Said:
    """Return one sentence of a template, said at a time."""
    while match := CHOICE.search(template):
        chosen = source.choice(match[1].split("|"))
        template = template[: match.start()] + chosen + template[match.end() :]
    said = Said("")
    for index, part in enumerate(re.split(r"[{}]", template)):
        words, due = _fill(part.removeprefix("~"), slots, source, at, said)
        said.text += words
        if index % 2:
            said.promises.append(Promise(words, due.isoformat() if due else None, part.startswith("~")))
    return said


def _fill(
    part: str, slots: Mapping[str, Slot], source: random.Random, at: datetime, said: Said
) -> tuple[str, date | None]:
    due = None
    words, end = "", 0
    for match in SLOT.finditer(part):
        filled = slots[match[1]](source, at)
        words += part[end : match.start()] + filled.words
        end = match.end()
        said.entities += filled.entities
        due = filled.due or due
    return words + part[end:], due
