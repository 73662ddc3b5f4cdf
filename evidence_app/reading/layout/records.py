"""Records: the rows of a list, the cards of a page, the whole of a page of labels; and their times. Pure."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evidence_app.characters import folded
from evidence_app.domain.events import EventFacts, EventStatus
from evidence_app.domain.machine_text import MachineLine, Place
from evidence_app.domain.suggestions import PageKind, ReadEvent
from evidence_app.reading.currencies import meant_currency
from evidence_app.reading.layout.entries import entries
from evidence_app.reading.layout.figures import whole_amount
from evidence_app.reading.layout.moments import SOME_DAY
from evidence_app.reading.layout.once import once
from evidence_app.reading.layout.page import Page, Recognised
from evidence_app.reading.layout.pairs import Pair, pairs
from evidence_app.reading.layout.rows import (
    Lines,
    across,
    beside,
    centre,
    left,
    middle,
    right,
    rows_of,
    top,
    typical_height,
)
from evidence_app.reading.layout.vocabulary import whole_label
from evidence_app.reading.passages import Passage, around, joined
from evidence_app.reading.when import parse_when


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


@once
def page_record(lines: Lines) -> Record:
    """Return all lines of a page as one record."""
    return record_of(lines)


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


@once
def table(lines: Lines) -> list[Record]:
    """Return the rows of a table below its head of labels; empty without a table of two columns and a row."""
    rows = rows_of(lines)
    for row in rows:
        heads = [line for line in row if whole_label(line.text)]
        if len(heads) >= 3 and (len(heads) >= len(row) - 1 or _is_wide_head(row, len(heads))):
            below = [line for line in lines if middle(line) > max(middle(head) for head in row)]
            below = [line for line in below if line not in row]
            return _table_rows(row, below)
    return []


FEWEST_OF_WIDE = 5
"""Columns of a table some of whose labels may be ones that nobody knows."""


def _is_wide_head(row: Lines, known: int) -> bool:
    """Tell whether a row without any figures, half of whose cells are known labels, is the head of a wide table."""
    return len(row) >= FEWEST_OF_WIDE and 2 * known >= len(row) and not any(re.search(r"\d", line.text) for line in row)


def _table_rows(heads: Lines, below: Sequence[MachineLine]) -> list[Record]:
    columns: dict[int, list[MachineLine]] = {index: [] for index in range(len(heads))}
    places = _places(heads, below)
    for line in below:
        columns[places[id(line)]].append(line)
    filled = [column for column in columns.values() if column]
    if len(filled) < 3:
        return []
    usual = Counter(len(column) for column in filled).most_common(1)[0][0]
    anchors = next(column for column in filled if len(column) == usual)
    found = [record_in(heads, cells, places) for cells in entries(anchors, below)]
    return [record for record in found if len(record.pairs) >= min(3, len(filled))]


def _places(heads: Lines, below: Sequence[MachineLine]) -> dict[int, int]:
    """Return the column of each line, by its identity: that of the nearest of the figures that end where it does."""
    places = {id(line): _column(line, heads) for line in below}
    figures = [line for line in below if whole_amount(line.text)]
    slack = int(typical_height(figures) / 2)
    ordered = sorted(figures, key=right)
    nearness = [(_distance(line, heads[places[id(line)]]), places[id(line)]) for line in ordered]
    order = {id(line): index for index, line in enumerate(ordered)}
    for line in figures:
        first = bisect_left(ordered, right(line) - slack, key=right)
        column = min(nearness[first : bisect_right(ordered, right(line) + slack, key=right)])[1]
        nearness[order[id(line)]] = _distance(line, heads[column]), places[id(line)]
        places[id(line)] = column
    return places


def record_in(heads: Lines, cells: Lines, places: Mapping[int, int] | None = None) -> Record:
    """Return one row of a table as a record; ``places`` are the columns of its cells where they are known."""
    by_column: dict[int, list[MachineLine]] = {}
    for line in sorted(cells, key=lambda line: (middle(line), left(line))):
        if _is_number_of_row(line, heads):
            continue
        by_column.setdefault((places or {}).get(id(line), _column(line, heads)), []).append(line)
    made = []
    for index, lines in sorted(by_column.items()):
        head = heads[index]
        gap = " " if whole_label(head.text) in ("time", "due") else ""
        text = gap.join(line.text for line in lines)
        made.append(Pair(whole_label(head.text), head, head.text, text, tuple(lines)))
    return Record(cells, tuple(made))


def _is_number_of_row(line: MachineLine, heads: Lines) -> bool:
    """Tell whether a line only counts the rows, before the first column that has a label."""
    return line.text.isdecimal() and len(line.text) <= 3 and right(line) < min(map(left, heads))


def _column(line: MachineLine, heads: Lines) -> int:
    return min(range(len(heads)), key=lambda index: _distance(line, heads[index]))


def _distance(line: MachineLine, head: MachineLine) -> float:
    shared = across(line, head)
    near = min(abs(centre(line) - centre(head)), abs(left(line) - left(head)), abs(right(line) - right(head)))
    return near - (shared if shared > 0 else 0)


@once
def cards(lines: Lines) -> list[Record]:
    """Return the records of a page that repeats the same labels; empty where none stands twice below itself."""
    found = [pair for pair in page_record(lines).pairs if pair.key and pair.text]
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
    return [record_of(cells, day) for cells, day in headed_cells(anchors, lines, headings)]


def headed_cells(
    anchors: Sequence[MachineLine], lines: Lines, headings: Sequence[MachineLine] = ()
) -> list[tuple[Lines, str]]:
    """Return the lines of the entries of a list, each with the words of the heading that it stands under.

    For those who look at the lines first: to tell labels and values apart takes far longer.
    """
    aside = set(headings)
    body = tuple(line for line in lines if line not in aside)
    downwards = sorted(reversed(headings), key=middle)  # of two in one row the first one counts
    rows = [middle(line) for line in downwards]
    made = []
    for cells in filter(None, entries(anchors, body)):
        above = bisect_left(rows, min(map(top, cells)))
        made.append((cells, downwards[above - 1].text if above else ""))
    return made


def read_event(facts: EventFacts, lines: Lines) -> ReadEvent:
    """Return an event that stands on these lines, as sure as the least sure half of them."""
    assert facts.status is EventStatus.SUGGESTED
    sure = sorted(line.confidence for line in lines)
    place = Place(around([line.region for line in lines]), lines[0].page_index)
    return ReadEvent(facts, place, round(sum(sure[: len(sure) // 2 + 1]) / (len(sure) // 2 + 1), 3))


def understood(kind: PageKind, page: Page, found: Sequence[tuple[EventFacts, Lines]], party: str = "") -> Recognised:
    """Return what a page was understood as, the lines that belong to no event as they are."""
    used = {id(line) for _, lines in found for line in lines}
    rest = [line for line in page.lines if id(line) not in used]
    told = _told_beside(rest)
    used |= {id(line) for lines in told for line in lines}
    return Recognised(
        kind,
        tuple(read_event(facts, lines) for facts, lines in found),
        (
            *(passage_of(lines) for _, lines in found),
            *map(passage_of, told),
            *(joined([line]) for line in rest if id(line) not in used),
        ),
        party,
    )


def _told_beside(lines: Sequence[MachineLine]) -> list[Lines]:
    """Return the labels with the one line that stands beside each: it ends there, and does not go on in the next."""
    found = [pair for pair in pairs(lines) if pair.key and len(pair.lines) == 1 and beside(pair.line, pair.lines[0])]
    return [(pair.line, *pair.lines) for pair in found]


def page_currency(page: Page) -> str:
    """Return the currency of a page's amounts that name none."""
    return meant_currency((line.text for line in page.lines), page.around.home)
