"""Messages of several lines, gathered as a text export goes by."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from evidence_app.domain.exports import LONGEST_WORDS, Unread
from evidence_app.domain.fields import MAX_TEXT
from evidence_app.domain.times import ClockReading, Precision
from evidence_app.intake.exports.source import Source
from evidence_app.intake.exports.values import stated

LONGEST_TEXT = MAX_TEXT
"""Characters of one message: a chat's longest have some thousands; of more, the beginning is kept, and that is told."""

LONGEST_OWN = 400
"""Characters of a line in which a program says when, who or which chat; longer ones are what people say.

So no line, however it is made, keeps an expression busy.
"""

MARKS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
"""Marks of writing direction, which chat programs put around names, files and their own words."""

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass
class Gathered:
    """A message whose lines are still coming. ``number`` is the speaker's, as shown."""

    place: str
    time: ClockReading | None
    speaker: str = ""
    number: str = ""
    warning: str = ""
    lines: list[str] = field(default_factory=list)
    _size: int = 0

    def add(self, line: str) -> None:
        """Take one more line; what goes beyond the longest text stays in the original alone, and is told."""
        room = LONGEST_TEXT - self._size
        self._size += len(line) + 1
        if room > 0:
            self.lines.append(line[:room])
        if self._size > LONGEST_TEXT + 1:
            self.warning = "text-cut"

    @property
    def text(self) -> str:
        """The lines as they are, without blank ones before and after."""
        return body_of(self.lines)


class Begun(NamedTuple):
    """What the first line of a message says. ``number`` is the speaker's account, as shown; ``text`` what follows."""

    time: ClockReading | None
    speaker: str
    number: str = ""
    text: str = ""


Begins = Callable[[str], Begun | None]
"""What a line says that begins a message, None for any other line."""


class Gathering:
    """Lines joined into messages as they go by: what ``begins`` one ends the one before it.

    ``after_blank`` says that a message begins only after a blank line, or at the top.
    """

    def __init__(self, begins: Begins, *, after_blank: bool) -> None:
        self._begins = begins
        self._after_blank = after_blank
        self._pending: Gathered | None = None
        self._blank = True

    def take(self, number: int, line: str) -> Iterator[Gathered | Unread]:
        """Yield what is finished, or cannot be read, now that this line has come; lines count from 1."""
        begun = self._begins(line) if self._blank or not self._after_blank else None
        if begun:
            yield from self.end()
            self._pending = Gathered(f"line:{number}", begun.time, begun.speaker, begun.number)
            if begun.text:
                self._pending.add(begun.text)
        elif self._pending is not None:
            self._pending.add(line)
        elif line.strip():
            yield Unread(f"line:{number}", "record-incomplete", line[:LONGEST_WORDS])
        self._blank = not line.strip()

    def end(self) -> Iterator[Gathered]:
        """Yield the message that was still coming; what follows stands at the top again."""
        if self._pending is not None:
            yield self._pending
        self._pending, self._blank = None, True

    def all(self, lines: Iterable[tuple[int, str]]) -> Iterator[Gathered | Unread]:
        """Yield the messages of numbered lines."""
        for number, line in lines:
            yield from self.take(number, line)
        yield from self.end()


def follow_blanks(lines: list[str], begins: Begins) -> bool:
    """Tell whether messages of this text begin after a blank line, so that others only look like beginnings."""
    at = [index for index, line in enumerate(lines) if index and begins(line)]
    blank = sum(not lines[index - 1].strip() or lines[index - 1].startswith("=====") for index in at)
    return blank * 10 >= len(at) * 8


def body_of(lines: list[str]) -> str:
    """Return lines as one text, without blank ones before and after."""
    first, last = 0, len(lines)
    while first < last and not lines[first].strip():
        first += 1
    while last > first and not lines[last - 1].strip():
        last -= 1
    return "\n".join(lines[first:last])


def head_lines(source: Source) -> list[str]:
    """Return the lines of a file's beginning, cut as `Source.lines` cuts them."""
    return _LINE_END.split(source.text)


def shown(
    wall: datetime | None, words: str, origin: str, precision: Precision = Precision.MINUTE
) -> ClockReading | None:
    """Return the reading of a time that a chat shows, in the zone of the phone that exported it."""
    return None if wall is None else stated(wall, precision, origin=origin, words=words.strip())


def stem_of(name: str) -> str:
    """Return a file's name without folders and ending."""
    base = re.split(r"[/\\]", name)[-1]
    return base.rpartition(".")[0] or base
