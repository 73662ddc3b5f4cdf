"""Records: the rows of a list, the cards of a page, the whole of a page of labels; and their times. Pure."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

from evidence_app.characters import aligned, folded
from evidence_app.domain.events import EventFacts, EventStatus
from evidence_app.domain.machine_text import MachineLine, Place
from evidence_app.domain.suggestions import PageKind, ReadEvent
from evidence_app.domain.times import UNKNOWN_TIME, ClockReading, EventTime, Precision, TimeSource, choose
from evidence_app.reading.clocks import parse_clock
from evidence_app.reading.layout.figures import stated_currency
from evidence_app.reading.layout.page import Page, Recognised
from evidence_app.reading.layout.pairs import Pair, pairs
from evidence_app.reading.layout.rows import (
    Lines,
    across,
    beside,
    centre,
    entries,
    left,
    middle,
    right,
    rows_of,
    top,
    typical_height,
)
from evidence_app.reading.layout.vocabulary import whole_label, words
from evidence_app.reading.passages import Passage, around, joined
from evidence_app.reading.when import When, find_when, parse_when

SURE = 80
"""How sure a time is that a row of a list shows, out of 100."""


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of one row, card or page. ``day`` are the words of the heading it stands under, a date.

    ``free`` are its lines that are neither label nor value, in reading order.
    """

    lines: Lines
    pairs: tuple[Pair, ...] = ()
    free: Lines = ()
    day: str = ""

    def value(self, *keys: str) -> str:
        """Return the first value of the first key that has one; empty without one."""
        return next(iter(self.values(*keys)), "")

    def values(self, *keys: str) -> list[str]:
        """Return all values, those of the first key first."""
        return [pair.text for key in keys for pair in self.pairs if pair.key == key and pair.text]

    def has(self, *keys: str) -> bool:
        """Tell whether there is a value for any of the keys."""
        return bool(self.value(*keys))

    @property
    def text(self) -> str:
        """All words of it, rows below each other."""
        return passage_of(self.lines).text


def record_of(lines: Lines, day: str = "") -> Record:
    """Return lines as a record, with labels and values told apart."""
    found = tuple(pairs(lines))
    used = {id(line) for pair in found for line in (pair.line, *pair.lines)}
    return Record(lines, found, tuple(line for line in lines if id(line) not in used), day)


def passage_of(lines: Lines) -> Passage:
    """Return lines as one text in which nothing runs together: a space between cells, a new line between rows.

    Lines of one value that was wrapped are for `joined`.
    """
    text, starts, ordered = "", [], []
    for row in rows_of(lines):
        for index, line in enumerate(row):
            if text:
                text += " " if index else "\n"
            starts.append(len(text))
            text += line.text
            ordered.append(line)
    return Passage(text, tuple(ordered), tuple(starts))


def table(lines: Lines) -> list[Record]:
    """Return the rows of a table below its head of labels; empty without a table of two columns and a row."""
    rows = rows_of(lines)
    for row in rows:
        heads = [line for line in row if whole_label(line.text)]
        if len(heads) >= 3 and len(heads) >= len(row) - 1:
            below = [line for line in lines if middle(line) > max(middle(head) for head in row)]
            below = [line for line in below if line not in row]
            return _table_rows(row, below)
    return []


def _table_rows(heads: Lines, below: Sequence[MachineLine]) -> list[Record]:
    columns: dict[int, list[MachineLine]] = {index: [] for index in range(len(heads))}
    for line in below:
        columns[_column(line, heads)].append(line)
    filled = [column for column in columns.values() if column]
    if len(filled) < 3:
        return []
    usual = Counter(len(column) for column in filled).most_common(1)[0][0]
    anchors = next(column for column in filled if len(column) == usual)
    found = [record_in(heads, cells) for cells in entries(anchors, below)]
    return [record for record in found if len(record.pairs) >= min(3, len(filled))]


def record_in(heads: Lines, cells: Lines) -> Record:
    """Return one row of a table as a record."""
    by_column: dict[int, list[MachineLine]] = {}
    for line in sorted(cells, key=lambda line: (middle(line), left(line))):
        by_column.setdefault(_column(line, heads), []).append(line)
    made = []
    for index, lines in sorted(by_column.items()):
        head = heads[index]
        gap = " " if whole_label(head.text) in ("time", "due") else ""
        text = gap.join(line.text for line in lines)
        made.append(Pair(whole_label(head.text), head, head.text, text, tuple(lines)))
    return Record(cells, tuple(made))


def _column(line: MachineLine, heads: Lines) -> int:
    def distance(head: MachineLine) -> float:
        shared = across(line, head)
        near = min(abs(centre(line) - centre(head)), abs(left(line) - left(head)), abs(right(line) - right(head)))
        return near - (shared if shared > 0 else 0)

    return min(range(len(heads)), key=lambda index: distance(heads[index]))


def cards(lines: Lines) -> list[Record]:
    """Return the records of a page that repeats the same labels; empty where none stands twice below itself."""
    found = [pair for pair in pairs(lines) if pair.key and pair.text]
    counts: dict[tuple[str, str], list[Pair]] = {}
    for pair in found:
        counts.setdefault((pair.key, folded(pair.label)), []).append(pair)
    repeated = [same for same in counts.values() if len(same) >= 2 and _below_each_other(same)]
    if len(repeated) < 2:
        return []
    most = Counter(len(same) for same in repeated).most_common(1)[0][0]
    anchors = min((same for same in repeated if len(same) == most), key=lambda same: top(same[0].line))
    timed = any(pair.key in ("time", "time_created", "time_arrived", "due") for same in repeated for pair in same)
    headings = [] if timed else _times_alone(lines)
    return listed([pair.line for pair in anchors], lines, headings)


def _times_alone(lines: Lines) -> list[MachineLine]:
    """Return the times that stand alone in their rows, as above the cards of a thread."""
    alone = [row[0] for row in rows_of(lines) if len(row) == 1]
    return [line for line in alone if parse_when(line.text, SOME_DAY)]


def _below_each_other(same: Sequence[Pair]) -> bool:
    slack = typical_height([pair.line for pair in same])
    first = same[0].line
    return all(abs(left(pair.line) - left(first)) <= slack for pair in same) and not any(
        beside(one.line, other.line) for one, other in zip(same, same[1:], strict=False)
    )


def listed(anchors: Sequence[MachineLine], lines: Lines, headings: Sequence[MachineLine] = ()) -> list[Record]:
    """Return the entries of a list, each with the heading that it stands under."""
    body = tuple(line for line in lines if line not in headings)
    made = []
    for cells in entries(anchors, body):
        start = min(map(top, cells))
        above = [line for line in headings if middle(line) < start]
        made.append(record_of(cells, max(above, key=middle).text if above else ""))
    return made


def moment(record: Record, near: datetime | None, keys: Sequence[str], *, ahead: bool = False) -> When | None:
    """Return when a record says that it happened: by its labels, else by its free lines and the heading above."""
    texts = [record.value(key) for key in keys if record.has(key)]
    texts += [line.text for line in record.free]
    return best_time(texts, near, record.day, ahead=ahead)


def best_time(texts: Sequence[str], near: datetime | None, day: str = "", *, ahead: bool = False) -> When | None:
    """Return the time in the first of the texts that has one; a day and a time of day in two texts are one time."""
    near = near_in(day, near)
    days: list[When] = []
    for text in texts:
        found = _time_in(text, near, ahead)
        if found is None:
            continue
        if found.precision not in (Precision.DAY, Precision.MONTH) and not is_clock(found.words):
            return found
        if is_clock(found.words):
            return _on(days[0].words if days else day, found.words, near, ahead) or found
        days.append(found)
        clock = next((each for each in texts if is_clock(each)), None)
        if clock is not None:
            return _on(found.words, clock, near, ahead) or found
    return days[0] if days else None


@lru_cache(maxsize=4096)
def _time_in(text: str, near: datetime | None, ahead: bool) -> When | None:
    text = _spread(text)
    whole = parse_when(text, near, ahead=ahead)
    if whole is not None:
        return whole
    found = [when for _, _, when in find_when(text, near, ahead=ahead)]
    if found:
        return min(found, key=lambda when: when.precision in (Precision.DAY, Precision.MONTH))
    clock = _CLOCK.search(aligned(text))
    return parse_when(text[clock.start() : clock.end()], near or NEVER) if clock else None


_COMPACT = re.compile(r"^\s*((?:19|20)\d\d)(0\d|1[0-2])([0-3]\d)\s*(?:([0-2]\d):?([0-5]\d)(?::?([0-5]\d))?)?\s*$")


def _spread(text: str) -> str:
    """Return a day written as 20250222, with or without a time of day, as others write it."""
    found = _COMPACT.match(aligned(text))
    if not found:
        return text
    year, month, day, *clock = found.groups()
    return f"{year}-{month}-{day} " + ":".join(part for part in clock if part)


NEVER = datetime(1900, 1, 1)
"""Stands for a day that nobody knows; a time of day on it is none until a day is found."""

SOME_DAY = datetime(2024, 12, 31, 23, 59)
"""What times are relative to where only matters whether they are one."""

_CLOCK = re.compile(r"(?<![\d:])\d{1,2}:\d\d(?::\d\d)?(?![\d:])")


def time_words(text: str, near: datetime | None) -> str:
    """Return the words of a text that say when, verbatim; empty without any."""
    found = _time_in(text, near or NEVER, ahead=False)
    return found.words if found else ""


def page_near(lines: Lines, near: datetime | None) -> datetime | None:
    """Return what times on a page are relative to that names its month, or the period that it covers, at its top."""
    for line in lines:
        last = [when for _, _, when in find_when(line.text, near) if when.precision in (Precision.DAY, Precision.MONTH)]
        if last and re.search(r"(?:19|20)\d\d", aligned(line.text)):
            return near_in(last[-1].words, near)
    return near


def is_clock(text: str) -> bool:
    """Tell whether a text is a time of day and nothing else."""
    return parse_clock(text) is not None


def _on(day: str, clock: str, near: datetime | None, ahead: bool) -> When | None:
    if not day:
        return None
    found = _time_in(f"{_day_words(day, near)} {clock}", near, ahead)
    return found if found and found.precision in (Precision.MINUTE, Precision.SECOND) else None


def _day_words(text: str, near: datetime | None) -> str:
    """Return only what says the day in a heading that may say more."""
    found = [when.words for _, _, when in find_when(text, near)]
    return found[0] if found else text


def near_in(day: str, near: datetime | None) -> datetime | None:
    """Return what times under a heading are relative to: the end of what it names, never after ``near``."""
    found = parse_when(day, near) if day else None
    if found is None:
        return near
    if found.precision is Precision.MONTH:
        end = (found.wall.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(minutes=1)
        return end if near is None or end < near else near
    return near or found.wall + timedelta(hours=23, minutes=59)


def day_headings(lines: Lines, near: datetime | None) -> list[MachineLine]:
    """Return the lines that are a day or a month and stand first in a row without another column of a list."""
    found = []
    for row in rows_of(lines):
        when = parse_when(row[0].text.strip(" ▾▼>vV~"), near or NEVER)
        if when is None or is_clock(row[0].text) or when.precision not in (Precision.DAY, Precision.MONTH):
            continue
        others = row[1:]
        if all(
            _is_summary(line.text) or parse_when(line.text, near or NEVER) and not is_clock(line.text)
            for line in others
        ):
            found.append(row[0])
    return found


def _is_summary(text: str) -> bool:
    plain = folded(text)
    return any(plain.startswith(word) for word in (*words("labels", "summary"), "统计", "共", "合计"))


def event_time(when: When | None) -> EventTime:
    """Return a time as events hold it."""
    if when is None or when.wall.year == NEVER.year:
        return UNKNOWN_TIME
    reading = ClockReading(
        when.wall, when.precision, TimeSource.SCREEN, SURE, when.offset_min, origin="screen-row", words=when.words
    )
    return choose([reading])


def read_event(facts: EventFacts, lines: Lines) -> ReadEvent:
    """Return an event that stands on these lines, as sure as the least sure half of them."""
    assert facts.status is EventStatus.SUGGESTED
    sure = sorted(line.confidence for line in lines)
    place = Place(around([line.region for line in lines]), lines[0].page_index)
    return ReadEvent(facts, place, round(sum(sure[: len(sure) // 2 + 1]) / (len(sure) // 2 + 1), 3))


def understood(kind: PageKind, page: Page, found: Sequence[tuple[EventFacts, Lines]], party: str = "") -> Recognised:
    """Return what a page was understood as, the lines that belong to no event as they are."""
    used = {id(line) for _, lines in found for line in lines}
    rest = [joined([line]) for line in page.lines if id(line) not in used]
    return Recognised(
        kind,
        tuple(read_event(facts, lines) for facts, lines in found),
        (*(passage_of(lines) for _, lines in found), *rest),
        party,
    )


def page_currency(page: Page) -> str:
    """Return the currency of amounts that name none: what the page names most, its writing, the dispute's zone."""
    texts = [line.text for line in page.lines]
    stated = stated_currency(texts)
    if stated:
        return stated
    text = "".join(texts)
    if any(word in text for word in ("港", "轉數快", "八達通", "FPS")) and _is_traditional(text):
        return "HKD"
    if _is_traditional(text) and re.search(r"民國|(?<!\d)1[01]\d[/.年]\d{1,2}[/.月]\d{1,2}|臺|新[台臺]|信用卡帳", text):
        return "TWD"
    return {"Asia/Taipei": "TWD", "Asia/Hong_Kong": "HKD", "Asia/Macau": "MOP"}.get(str(page.around.home), "CNY")


def _is_traditional(text: str) -> bool:
    changed = sum(one != other for one, other in zip(text, aligned(text), strict=True) if "\u4e00" <= one <= "\u9fff")
    return changed >= 3
