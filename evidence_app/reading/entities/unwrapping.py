"""A passage of rows as a text in which what was wrapped runs on: no sentence and no number is broken. Pure."""

import re
from datetime import datetime

from evidence_app.domain.machine_text import MachineLine
from evidence_app.domain.times import Precision
from evidence_app.reading.paragraphs import goes_on_centred
from evidence_app.reading.passages import Passage
from evidence_app.reading.when import parse_when

_ENDED = re.compile(r"[。！？!?；;：:…]\s*$")
_BEGINS = re.compile(
    r"\s*(?:\d{4}[-/.年]\d|\d{1,2}[:：]\d\d|[•·●▪※►\-—]|\d{1,2}[、.．)）]|[（(]?[一二三四五六七八九十]+[、）)]|第.{1,3}[条條期])"
)
"""``2025-02-22 已受理``, ``• 上传合同``, ``第三条``: a line that begins so goes on from none before."""

_NUMBER = re.compile(r"[A-Za-z0-9-]+")
_LATIN = re.compile(r"[A-Za-z]$")

LONG = 12
"""Characters of a number that may not have fitted on a line."""

FULL = 0.85
"""A line that was wrapped reaches this far towards the right end of the widest one."""


def unwrapped(passage: Passage) -> Passage:
    """Return the passage without the new lines at which a line was only wrapped."""
    if "\n" not in passage.text:
        return passage
    right = max(line.region[0] + line.region[2] for line in passage.lines)
    text, starts = "", []
    for index, line in enumerate(passage.lines):
        if index:
            text += _between(passage, index, right)
        starts.append(len(text))
        text += line.text
    return Passage(text, passage.lines, tuple(starts), passage.speaker)


def _between(passage: Passage, index: int, right: int) -> str:
    """Return what parts a line from the one before it."""
    before, line = passage.lines[index - 1], passage.lines[index]
    end = passage.starts[index - 1] + len(before.text)
    parted = passage.text[end : passage.starts[index]]
    if "\n" not in parted or not _was_wrapped(before, line, right):
        return parted
    return " " if _LATIN.search(before.text) and line.text[:1].isascii() and line.text[:1].isalpha() else ""


SOME_DAY = datetime(2024, 12, 31, 23, 59)


def _is_moment(text: str) -> bool:
    """Tell whether a line is a day with a time of day and nothing else: below a sentence, it says when."""
    when = parse_when(text.strip(), SOME_DAY)
    return when is not None and when.precision in (Precision.MINUTE, Precision.SECOND)


def _was_wrapped(before: MachineLine, line: MachineLine, right: int) -> bool:
    if _ENDED.search(before.text) or _BEGINS.match(line.text) or _is_moment(line.text):
        return False
    left, _, width, height = before.region
    same_left = abs(line.region[0] - left) <= height
    same_right = abs(line.region[0] + line.region[2] - left - width) <= height
    if _NUMBER.fullmatch(before.text) and _NUMBER.fullmatch(line.text):
        return (same_left or same_right) and len(before.text) >= LONG and line.region[2] <= width
    return (same_left and width >= FULL * (right - left)) or goes_on_centred(before, line)
