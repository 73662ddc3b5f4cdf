"""Chats that LINE exports as text: days on rows of their own, then time, name and words between tabs.

    [LINE] 與小美的聊天記錄
    儲存日期：2025/02/10 14:00

    2024/01/15（一）
    下午03:04⇥小美⇥早安～
    下午03:05⇥⇥小美已收回訊息

Words of several lines stand between quotation marks; nobody's words are LINE's own, as are lines with one tab. Calls
are lines too (☎). Exports of computers may write spaces instead of tabs, and no heading: there the name ends at the
first of them, unless it is one that the heading or the file's name names, or all its lines go on alike. 與X的 heads a
chat of two, X的 a group.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from evidence_app.domain.exports import LONGEST_WORDS, Read, Unread
from evidence_app.intake.exports import line_words as words
from evidence_app.intake.exports.chat_lines import Gathered, head_lines, shown, stem_of
from evidence_app.intake.exports.chat_sides import MOST_SPEAKERS, Sides, noted, said, sides_of
from evidence_app.intake.exports.clocks import PERIOD, hour_of, wall_time
from evidence_app.intake.exports.source import Source

_TIME = rf"(?P<before>{PERIOD})?\s?(?P<h>\d{{1,2}}):(?P<m>\d{{2}})\s?(?P<after>{PERIOD})?"
_TABBED = re.compile(rf"\ufeff?{_TIME}\t(?P<rest>.*)$", re.DOTALL)
_SPACED = re.compile(rf"\ufeff?{_TIME} (?P<rest>\S.*)$", re.DOTALL)
_HEADING_LINES = 5
_OPENING = '"'
_HEAD_OF_COMPUTERS = re.compile(r"\ufeff?\d{4}\.\d{2}\.\d{2} [^\s\d]+\s*$")
_NAMED = re.compile(r"\[LINE\]\s*(?P<title>.+?)(?:\s*\(\d+\))?$")
_ALIKE = 3
"""Lines of one speaker, at least, whose beginning may be taken for the rest of the name."""


def recognises(source: Source) -> bool:
    """Tell whether the file begins as LINE's exports do, or is days with times and tabs below."""
    lines = [line for line in head_lines(source) if line.strip()]
    first = lines[:_HEADING_LINES]
    if any(words.is_heading(line) for line in first[:1]):
        return any(words.SAVED.match(line) or words.day_in(line) for line in first[1:]) or len(lines) == 1
    if not first or words.day_in(first[0]) is None:
        return False
    if any((found := _TABBED.match(line)) and found["rest"].count("\t") for line in first[1:]):
        return True
    return bool(_HEAD_OF_COMPUTERS.match(first[0])) and _speaks_spaced(lines[1:], bool(_titled(source)))


def _speaks_spaced(lines: list[str], named: bool) -> bool:
    """Tell whether lines are said by somebody, with spaces between: by one who says more, or the file is named so."""
    said_by = [found["rest"].split(" ") for line in lines if (found := _SPACED.match(line))]
    names = Counter(each[0] for each in said_by if len(each) > 1)
    return bool(lines and _SPACED.match(lines[0])) and (named or max(names.values(), default=0) > 1)


def _titled(source: Source) -> str:
    """Return whose chat it is by the name that LINE gives the file: ``[LINE]小美.txt``."""
    stem = stem_of(source.file_name)
    found = _NAMED.match(stem)
    if not found:
        return ""
    named = words.title_in(stem)
    return named[0] if named else found["title"]


def asks(source: Source) -> tuple[str, ...]:
    """Return that somebody has to say who the complainant is, in a group."""
    return () if _known(source).sides.told_apart else ("owner",)


def read(source: Source) -> Iterator[Read]:
    """Yield every message, call and notice."""
    known = _known(source)
    day: tuple[int, int, int] | None = None
    pending: Gathered | None = None
    blank, is_open = True, False  # whether words of several lines have begun, and not ended yet
    for number, line in source.lines():
        found = words.day_in(line)
        if found and (blank or not is_open):
            yield from _finished(pending, known.sides)
            day, pending, is_open = found, None, False
        elif begun := known.begins(line):
            yield from _finished(pending, known.sides)
            pending = _begun(number, begun, day, known)
            is_open = _opens(pending.lines[0])
        elif pending is not None:
            pending.add(line)
            is_open = is_open and not line.endswith(_OPENING)
        elif line.strip() and not _is_heading(number, line):
            yield Unread(f"line:{number}", "record-incomplete", line[:LONGEST_WORDS])
        blank = not line.strip()
    yield from _finished(pending, known.sides)


def _is_heading(number: int, line: str) -> bool:
    return number <= _HEADING_LINES and (words.is_heading(line) or bool(words.SAVED.match(line)))


@dataclass
class _Known:
    """What the whole file tells of its chat."""

    expression: re.Pattern[str]
    sides: Sides
    title: str = ""
    longer: Mapping[str, str] = field(default_factory=dict)  # the names with blanks, by their first parts

    def begins(self, line: str) -> re.Match[str] | None:
        found = self.expression.match(line)
        return found if found and int(found["h"]) < 24 and int(found["m"]) < 60 else None

    def speaker(self, rest: str) -> tuple[str, str]:
        """Return who, and what; nobody for LINE's own words."""
        if self.expression is _TABBED:
            name, tab, text = rest.partition("\t")
            return (name.strip(), text) if tab else ("", rest)
        if self.title and rest.startswith(f"{self.title} "):
            return self.title, rest[len(self.title) + 1 :]
        name, space, text = rest.partition(" ")
        longer = self.longer.get(name, "")
        if longer and rest.startswith(f"{longer} "):
            return longer, rest[len(longer) + 1 :]
        return (name, text) if space else ("", rest)


def _known(source: Source) -> _Known:
    """Read the file once for what no single line tells."""
    lines = head_lines(source)
    titles = [named for line in lines[:_HEADING_LINES] if (named := words.title_in(line))]
    title = titles[0][0] if titles else _titled(source)
    is_group = not titles or titles[0][1]
    tabbed = any(_TABBED.match(line) for line in lines)
    known = _Known(_TABBED if tabbed else _SPACED, Sides(title), title)
    if not tabbed:
        known.longer = _longer_names(found["rest"] for line in lines if (found := known.begins(line)))
    speakers: set[str] = set()
    for _, line in source.lines():
        found = known.begins(line)
        name = known.speaker(found["rest"])[0] if found else ""
        if name and len(speakers) < MOST_SPEAKERS:
            speakers.add(name)
    known.sides = sides_of(title, speakers, source.hints.owner)
    if title and not is_group and not known.sides.told_apart and len(speakers) < 2:
        known.sides = Sides(title, other=title)
    return known


def _longer_names(said_by: Iterable[str]) -> dict[str, str]:
    """Return the names that go on behind their first blank: all lines of the speaker have the next part, and words."""
    lines: dict[str, list[list[str]]] = {}
    for each in said_by:
        parts = each.split(" ")
        if len(parts) > 1:
            lines.setdefault(parts[0], []).append(parts)
    found = {}
    for first, parts_of in lines.items():
        if len(parts_of) >= _ALIKE:
            length = _shared(parts_of)
            if length > 1:
                found[first] = " ".join(parts_of[0][:length])
    return found


def _shared(lines: list[list[str]]) -> int:
    """Return how many parts all lines begin with, with at least one left in each."""
    most = min(map(len, lines)) - 1
    return next((at for at in range(most) if len({line[at] for line in lines}) > 1), most)


def _begun(number: int, found: re.Match[str], day: tuple[int, int, int] | None, known: _Known) -> Gathered:
    hour = hour_of(int(found["h"]), found["before"] or found["after"] or "")
    wall = wall_time(day, (hour, int(found["m"]), 0)) if day else None
    clock = found[0][: found.start("rest")].strip()
    stated = f"{day[0]}/{day[1]}/{day[2]} {clock}" if day else clock
    name, text = known.speaker(found["rest"])
    pending = Gathered(f"line:{number}", shown(wall, stated, "line-text"), name)
    pending.add(text)
    return pending


def _opens(words_said: str) -> bool:
    """Tell whether the words of a line go on in the next ones."""
    return words_said.startswith(_OPENING) and (words_said == _OPENING or not words_said.endswith(_OPENING))


def _finished(pending: Gathered | None, sides: Sides) -> Iterator[Read]:
    if pending is None:
        return
    text = _unquoted(pending.text)
    if not pending.speaker and not text.startswith("☎"):
        yield noted(pending.place, pending.time, text, sides)
    else:
        yield said(pending.place, pending.time, pending.speaker, text, sides, warning=pending.warning)


def _unquoted(text: str) -> str:
    """Return words of several lines without the quotation marks around them."""
    if "\n" in text and text.startswith(_OPENING) and text.endswith(_OPENING):
        return text[1:-1].strip("\n")
    return text
