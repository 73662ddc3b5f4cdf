"""Messages as vMessage (``.vmsg``, ``.vmg``), which phones of many makers write, each in its own dialect.

IrMC 1.1 has a sender's vCard, envelopes around those of who gets it, and a body of plain lines that begin with a
date. Android vendors have one vCard, ``X-BOX`` in place of ``X-IRMC-BOX``, and the text in ``Subject``; others
have it in ``TEXT`` or ``X-BODY-CONTENTS``. No dialect states a zone: the ``Z`` of ``X-NOK-DT`` stands behind a local
time, so that it is only believed where there is no other.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from evidence_app.domain.events import Direction, EventKind, Outcome
from evidence_app.domain.exports import Read, Record, Unread
from evidence_app.domain.times import ClockReading
from evidence_app.intake.exports.clocks import wall_time
from evidence_app.intake.exports.source import Source
from evidence_app.intake.exports.values import epoch_ms, known, stated
from evidence_app.intake.exports.vobjects import Property, before_soft_break, property_of

_BOXES: dict[str, tuple[Direction, Outcome, str]] = {
    "INBOX": (Direction.IN, Outcome.NONE, ""),
    "DELIVER": (Direction.IN, Outcome.NONE, ""),
    "SENT": (Direction.OUT, Outcome.NONE, ""),
    "SENTBOX": (Direction.OUT, Outcome.NONE, ""),
    "SENDBOX": (Direction.OUT, Outcome.NONE, ""),
    "SENTITEMS": (Direction.OUT, Outcome.NONE, ""),
    "SUBMIT": (Direction.OUT, Outcome.NONE, ""),
    "OUTBOX": (Direction.OUT, Outcome.PENDING, "message-unsent"),
    "DRAFT": (Direction.OUT, Outcome.PENDING, "message-draft"),
    "DRAFTS": (Direction.OUT, Outcome.PENDING, "message-draft"),
    "DRAFTBOX": (Direction.OUT, Outcome.PENDING, "message-draft"),
    "FAILED": (Direction.OUT, Outcome.FAILED, "message-failed"),
}
_BOX_NAMES = ("X-IRMC-BOX", "X-BOX", "X-MESSAGE-TYPE")
_STAMP_NAMES = ("X-NOK-DT", "X-SS-DT", "X-IRMC-DT")
_WANTED = frozenset({"DATE", *_BOX_NAMES, *_STAMP_NAMES})
_TEXT_NAMES = frozenset({"SUBJECT", "TEXT", "BODY", "X-BODY-CONTENTS", "X-BODY-SUBJECT"})

_MOST_PEOPLE = 1000
"""Of one message; phones send to a hundred at the most."""

_BEGINS = frozenset({"BEGIN:VCARD", "BEGIN:VENV", "BEGIN:VBODY"})
_ENDS = frozenset({"END:VCARD", "END:VENV", "END:VBODY"})

_YEAR_FIRST = re.compile(r"(\d{4})[./-](\d{1,2})[./-](\d{1,2})[ .T]+(\d{1,2})[.:](\d{1,2})(?:[.:](\d{1,2}))?")
"""``2025/2/22 8:15:33``."""

_DAY_FIRST = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})[ .T]+(\d{1,2})[.:](\d{1,2})(?:[.:](\d{1,2}))?")
"""``22.02.2025 08.15.33``."""

_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(Z?)")


def recognises(source: Source) -> bool:
    """Tell whether the file begins with a message."""
    return source.first_line.upper() == "BEGIN:VMSG"


def read(source: Source) -> Iterator[Read]:
    """Yield every message; and once that the file is cut, if it is."""
    message: _Message | None = None
    for number, line in source.lines():
        mark = line.strip().upper()
        if mark == "BEGIN:VMSG":
            if message is not None:
                yield Unread(message.place, "record-damaged", message.text)
            message = _Message(f"line:{number}")
        elif mark == "END:VMSG":
            if message is not None:
                yield message.finished()
            message = None
        elif mark in _BEGINS and (message is None or message.is_of_another(mark)):  # where it begins is damaged
            if message is not None:
                yield message.finished()
            message = _Message(f"line:{number}")
            message.add(number, line)
        elif message is not None:
            message.add(number, line)
    if message is not None:
        yield Unread(message.place, "cut-off", message.text)


@dataclass(slots=True)
class _Person:
    """Who a vCard names; ``is_enveloped`` if it says who gets the message."""

    is_enveloped: bool
    name: str = ""
    number: str = ""


@dataclass(slots=True)
class _Message:
    """A message being read."""

    place: str
    block: str = ""
    envelopes: int = 0
    has_body: bool = False
    values: dict[str, str] = field(default_factory=dict)
    people: list[_Person] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    soft: list[str] = field(default_factory=list)  # what a soft line break continues, so far

    def add(self, number: int, line: str) -> None:
        """Take in a line."""
        mark = line.strip().upper()
        if self.soft and mark not in _ENDS:
            self._go_on(number, line)
        elif mark in _BEGINS:
            self._add_soft(number)
            self.block = mark[6:]
            self.envelopes += self.block == "VENV"
            self.has_body = self.has_body or self.block == "VBODY"
            if self.block == "VCARD" and len(self.people) < _MOST_PEOPLE:
                self.people.append(_Person(self.envelopes > 0))
        elif mark in _ENDS:
            self._add_soft(number)
            self.block = ""
        else:
            self._add_content(number, line)

    def is_of_another(self, mark: str) -> bool:
        """Tell whether a block that begins can only be the next message's: each has one body, and people before it."""
        return self.has_body and (mark == "BEGIN:VBODY" or bool(self.people))

    def finished(self) -> Read:
        """Return what it says."""
        box = next((self.values[name] for name in _BOX_NAMES if self.values.get(name) in _BOXES), "")
        time = self._time()
        if not box or time is None:
            return Unread(self.place, "record-incomplete", self.text)
        direction, outcome, warning = _BOXES[box]
        others = self._others(direction)
        return Record(
            self.place,
            EventKind.MESSAGE,
            time,
            direction,
            party=", ".join(filter(None, (known(each.name) for each in others))),
            number=", ".join(filter(None, (known(each.number) for each in others))),
            text=self.text,
            outcome=outcome,
            warning=warning,
        )

    @property
    def text(self) -> str:
        """The words of the message, as far as it was read."""
        return "\n".join((*self.texts, *self.lines)).strip("\r\n")

    def _others(self, direction: Direction) -> list[_Person]:
        """Return who sent it, or all who were to get it."""
        named = [each for each in self.people if each.number or each.name]
        enveloped = [each for each in named if each.is_enveloped]
        if direction is Direction.OUT and enveloped:
            return enveloped
        return named[:1]

    def _time(self) -> ClockReading | None:
        found = _time_of(self.values.get("DATE", ""))
        return found or next(filter(None, (_time_of(self.values.get(name, "")) for name in _STAMP_NAMES)), None)

    def _go_on(self, number: int, line: str) -> None:
        self.soft.append(line if (begun := before_soft_break(line)) is None else begun)
        if begun is None:
            self._add_soft(number)

    def _add_soft(self, number: int) -> None:
        if self.soft:
            whole, self.soft = "".join(self.soft), []
            self._add_content(number, whole)

    def _add_content(self, number: int, line: str) -> None:
        found = None if self.lines else property_of(number, line)
        if found and found.is_quoted_printable and (begun := before_soft_break(line)) is not None:
            self.soft.append(begun)
            return
        if self.block == "VCARD":
            if found and self.people:
                self._add_person(found)
        elif found and found.name in _TEXT_NAMES:
            self.texts.append(found.value if found.is_quoted_printable or found.data is not None else found.text)
        elif found and found.name in _WANTED:
            self.values.setdefault(found.name, found.value.strip().upper())
        elif self.block == "VBODY" and not (found and found.name.startswith("X-")):
            self.lines.append(line)

    def _add_person(self, found: Property) -> None:
        person = self.people[-1]
        if found.name == "TEL":
            person.number = person.number or found.text.strip()
        elif found.name == "FN" or (found.name == "N" and not person.name):
            person.name = " ".join(filter(None, map(str.strip, found.fields))) or person.name


def _time_of(words: str) -> ClockReading | None:
    """Return a time as these dialects write it: year or day first, with dots, strokes or slashes."""
    if found := _YEAR_FIRST.fullmatch(words):
        year, month, day, *clock = found.groups("0")
    elif found := _DAY_FIRST.fullmatch(words):
        day, month, year, *clock = found.groups("0")
    elif found := _COMPACT.fullmatch(words):
        year, month, day, *clock = found.groups()[:6]
    else:
        return epoch_ms(words)
    wall = wall_time((int(year), int(month), int(day)), (int(clock[0]), int(clock[1]), int(clock[2])))
    offset_min = 0 if words.endswith("Z") else None
    return None if wall is None else stated(wall, offset_min=offset_min, origin="vmsg", words=words)
