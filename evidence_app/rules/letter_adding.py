"""Adds a statement to a letter as somebody wrote it on: at its place in its section, numbered, with its evidence."""

import re
from collections.abc import Sequence

from evidence_app.rules.letter_text import Addition, LetterText, Section

_NUMBER = re.compile(r"\d+\. ")


def with_added(text: str, letter: LetterText, addition: Addition) -> str | None:
    """Return the text with a statement, None where nothing of its section is left beside which it could stand."""
    lines = text.split("\n")
    place = _place(lines, letter, addition)
    if place is None:
        return None
    lines.insert(place, f"0. {addition.statement.text}")
    _number_anew(lines, place)
    for line in addition.evidence:
        _add_evidence(lines, line, letter.sections[-1])
    return "\n".join(lines)


def _place(lines: Sequence[str], letter: LetterText, addition: Addition) -> int | None:
    """Return before which line it belongs: behind what it follows, or before what follows it, as far as it is there.

    What was added before stands in its section, too; it counts by its own place.
    """
    drafted = [(place, each.text) for place, each in enumerate(letter.sections[addition.section].statements)]
    others = [
        (each.after - 0.5, each.statement.text)
        for each in letter.additions[: letter.additions.index(addition)]
        if each.section == addition.section
    ]
    before = sorted(each for each in (*drafted, *others) if each[0] < addition.after)
    at = {_said(line): number for number, line in enumerate(lines) if _NUMBER.match(line)}
    found = [at[said] for _, said in before if said in at]
    if found:
        return max(found) + 1
    return min((at[said] for _, said in drafted if said in at), default=None)


def _said(line: str) -> str:
    return _NUMBER.sub("", line, count=1)


def _number_anew(lines: list[str], place: int) -> None:
    """Give the numbered lines around a place their numbers, from that of the first on."""
    first = place
    while first > 0 and _NUMBER.match(lines[first - 1]):
        first -= 1
    begin = int(lines[first].split(".")[0]) or 1
    for number, at in enumerate(range(first, len(lines)), begin):
        if not _NUMBER.match(lines[at]):
            break
        lines[at] = f"{number}. {_said(lines[at])}"


def _add_evidence(lines: list[str], line: str, evidence: Section) -> None:
    """Put a line into the list of evidence in the order of its numbers, unless it is there."""
    if line in lines:
        return
    listed = [at for at, each in enumerate(lines) if _is_evidence(each, evidence)]
    if listed:
        later = (at for at in listed if _number_in(lines[at]) > _number_in(line))
        lines.insert(next(later, listed[-1] + 1), line)


def _is_evidence(line: str, evidence: Section) -> bool:
    """Tell whether a line is one of the list of evidence, whatever its number and name."""
    likeness = evidence.statements[0].text
    beginning = re.split(r"\d", likeness, maxsplit=1)[0]
    return bool(beginning) and re.match(rf"{re.escape(beginning)}\d+[:　]", line) is not None


def _number_in(line: str) -> int:
    found = re.search(r"\d+", line)
    return int(found[0]) if found else 0
