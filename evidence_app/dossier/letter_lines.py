"""A letter as paragraphs: what each is, for its look, and which are numbered. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from evidence_app.phrases import Language, phrase, section
from evidence_app.rules.letters import LetterText

_NO_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML document may hold."""

_NUMBER = re.compile(r"([1-9]\d{0,2})\. +(?=\S)")
"""``1. On 3 March …``: how drafts number, and people go on; a day (``3.3``) and a year are no number."""


class Part(Enum):
    """What a line of a letter is, for its look."""

    TITLE = auto()
    OPENING = auto()
    HEADING = auto()
    BODY = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a letter; ``ends`` says that a gap follows."""

    text: str
    part: Part
    ends: bool = False


@dataclass(frozen=True, slots=True)
class Numbered:
    """The number and the words of a numbered paragraph; ``begins`` says that no number goes on from the one before."""

    number: int
    text: str
    begins: bool


def lines_of(written: LetterText, language: Language) -> list[Line]:
    """Return a drafted letter's paragraphs; a fact that nothing shows is marked."""
    return lines_in(written.plain_text(mark=mark(language)), language)


def lines_in(text: str, language: Language) -> list[Line]:
    """Return the paragraphs of a letter that somebody wrote on: the title first, headings as in drafts."""
    headings = {value for key, value in section("letters", language).items() if key.startswith("heading.")}
    stripped = [line.rstrip() for line in text.strip("\n").split("\n")]
    told = [index for index, line in enumerate(stripped) if line]
    found: list[Line] = []
    for order, index in enumerate(told):
        line, follows = stripped[index], index + 1 < len(stripped) and bool(stripped[index + 1])
        opens = all(line.part in (Part.TITLE, Part.OPENING) for line in found) and not (order and follows)
        part = Part.HEADING if line.strip() in headings and follows else Part.OPENING if opens else Part.BODY
        found.append(Line(line, part if order else Part.TITLE, not follows))
    return found


def numbered(written: Sequence[Line]) -> Mapping[int, Numbered]:
    """Return the paragraphs that begin with a number, by their places."""
    found: dict[int, Numbered] = {}
    for place, line in enumerate(written):
        number = _NUMBER.match(line.text) if line.part is Part.BODY else None
        if number is not None:
            before = found.get(place - 1)
            goes_on = before is not None and before.number + 1 == int(number[1])
            found[place] = Numbered(int(number[1]), line.text[number.end() :], not goes_on)
    return found


def mark(language: Language) -> str:
    """Return what stands behind a fact that no event shows."""
    return phrase("letters", "unsupported", language)


def title_of(written: Sequence[Line]) -> str:
    """Return a letter's title, empty for an empty letter."""
    return written[0].text.strip() if written else ""


def drawable(text: str) -> str:
    """Return text that XML 1.0 (its rule 2, ``Char``) can carry, and UTF-8; what they cannot becomes visible."""
    return _NO_XML.sub(lambda found: f"[U+{ord(found[0]):04X}]", text)
