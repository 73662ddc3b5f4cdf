"""Labels and their values: beside each other, above each other, or in one line. Pure."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush

from evidence_app.characters import aligned
from evidence_app.domain.machine_text import MachineLine
from evidence_app.reading.layout.ladder import Ladder
from evidence_app.reading.layout.rows import Lines, across, beside, bottom, height, left, middle, right, top
from evidence_app.reading.layout.vocabulary import label_at_start, whole_label

TIMES = ("time", "time_created", "time_arrived")
"""Labels of when something was, the plainest first."""

CLOSE = 0.6
"""Part of a line's height that lies at most between the lines of one value."""

FAR = 1.6
"""Part of a line's height that lies at most between a label and the value below it."""

SAYS_ENOUGH = 4
"""Characters of a label after which a Chinese value may follow without colon or space."""


LONGEST_STRANGER = 12
"""Characters of a label that nobody knows."""

_GOES_ON = re.compile(r"(?:详情|管理|记录|纪录|明细|查询|说明|列表|设置|设定|编号|单|证|凭证|书)")
"""What goes on where a label stood for a longer word, not for a value."""


@dataclass(frozen=True, slots=True)
class Pair:
    """``key`` is what the label means, empty for one that nobody knows. ``line`` is the label's, or that of both."""

    key: str
    line: MachineLine
    label: str
    text: str
    lines: Lines


def pairs(lines: Sequence[MachineLine]) -> list[Pair]:
    """Return the labels among lines with their values, from top to bottom; a label without a value has empty text."""
    inline = {id(line): found for line in lines if (found := _inline(line))}
    labels = [line for line in lines if id(line) not in inline and whole_label(line.text)]
    named = Ladder(labels)
    inline = {at: found for at, found in inline.items() if not _is_told(found, named)}
    labels = _asking(labels, lines)
    listed = set(labels)
    free = [line for line in lines if id(line) not in inline and line not in listed]
    strangers = _strangers(labels, free)
    unlike = set(strangers)
    free = [line for line in free if line not in unlike]
    around = _Around(Ladder([*labels, *strangers, *(pair.line for pair in inline.values())]), Ladder(free))
    values = _values([*labels, *strangers], around)
    made = [_pair(label, values[id(label)]) for label in [*labels, *strangers]]
    loose = _Loose([line for line in free if id(line) not in around.taken], max(map(right, lines), default=0))
    made += [_continued(pair, loose) for pair in inline.values()]
    return sorted(made, key=lambda pair: (top(pair.line), left(pair.line)))


def _is_told(found: Pair, labels: Ladder) -> bool:
    """Tell whether what seems label and value run together is the value of a label: 失败原因 对方账户已被限制."""
    runs_on = found.line.text == found.label + found.text and found.text[0].isalpha() and not found.text[0].isascii()
    return runs_on and any(right(label) < left(found.line) for label in labels.beside(found.line))


def _asking(labels: list[MachineLine], lines: Sequence[MachineLine]) -> list[MachineLine]:
    """Return the labels that are not what another one asks for."""
    named, ladder = set(labels), Ladder(lines)
    return [line for line in labels if not _answers(line, named, ladder)]


def _answers(line: MachineLine, labels: set[MachineLine], lines: Ladder) -> bool:
    """Tell whether what looks like a label is the value of the one beside it: 付款方式 余额.

    In a table or a grid both have something else below them; in a list of labels the next one stands there.
    """
    row = lines.beside(line)
    if len(row) != 2 or line is not max(row, key=left):
        return False
    first = min(row, key=left)
    if first not in labels:
        return False
    reach = bottom(first) + 2 * FAR * height(first)
    near = lines.between(middle(first), reach)
    below = [other for other in near if middle(first) < top(other) <= reach and _same_column(first, other)]
    following = min(below, key=top, default=None)
    return following is None or following in labels or bool(_inline(following))


def _inline(line: MachineLine) -> Pair | None:
    """Return label and value of a line that holds both."""
    found = label_at_start(line.text)
    if found is None or whole_label(line.text):
        return None
    key, end = found
    rest = aligned(line.text)[end:]
    if _goes_on_in_letters(line.text, end):
        return None
    unit = rest.find(")") + 1 if rest.startswith("(") and 0 < rest.find(")") <= 5 else 0
    value = line.text[end + unit :].lstrip(" :：")
    if not value:
        return None
    divided = rest[unit:].lstrip().startswith(":")
    plain = aligned(value)[0]
    figure = (plain.isascii() and plain.isalnum()) or plain in "¥$+-*(["
    spaced = rest[:1] == " "
    if not divided and not figure and not spaced and end < SAYS_ENOUGH:
        return None
    if not divided and _GOES_ON.match(aligned(value)):
        return None
    if not divided and any(char in value for char in "，。！？"):
        return None
    return Pair(key, line, line.text[:end], value, ())


def _goes_on_in_letters(text: str, end: int) -> bool:
    """Tell whether what seems a label is the beginning of a longer word: iPad is no IP."""
    return bool(re.match(r"[A-Za-z][a-z]", text[end - 1 : end + 1]))


def _strangers(labels: list[MachineLine], free: list[MachineLine]) -> list[MachineLine]:
    """Return the lines that stand where labels stand, with a value beside them: labels that nobody knows."""
    if len(labels) < 2:
        return []
    ladder = Ladder(free)
    columns = _Columns(labels)
    valued = _Columns([label for label in labels if _has_value_beside(label, ladder)])
    found = []
    for line in free:
        column, alike = columns.count_at(left(line)), valued.count_at(left(line))
        likely = column >= 2 and 2 * alike >= column and len(line.text) <= LONGEST_STRANGER
        if likely and _has_value_beside(line, ladder):
            found.append(line)
    return found


class _Columns:
    """Where labels begin, so that it is known how many begin near a column of pixels."""

    def __init__(self, labels: Sequence[MachineLine]) -> None:
        reaches = [(left(label), int(CLOSE * height(label))) for label in labels]
        self._starts = sorted(at - reach for at, reach in reaches)
        self._ends = sorted(at + reach for at, reach in reaches)

    def count_at(self, column: int) -> int:
        return bisect_right(self._starts, column) - bisect_left(self._ends, column)


def _has_value_beside(label: MachineLine, free: Ladder) -> bool:
    return any(left(other) >= right(label) for other in free.beside(label))


@dataclass(frozen=True, slots=True)
class _Around:
    """All labels, and the lines that are none; of those, ``taken`` are the identities of what is a value already."""

    labels: Ladder
    free: Ladder
    taken: set[int] = field(default_factory=set)

    def take(self, lines: Iterable[MachineLine]) -> list[MachineLine]:
        """Return those of the lines that were not taken; now they are."""
        new = {id(line): line for line in lines if id(line) not in self.taken}
        self.taken.update(new)
        return list(new.values())


def _values(labels: Sequence[MachineLine], around: _Around) -> dict[int, list[MachineLine]]:
    """Return the lines of each label's value, by the label's identity."""
    values: dict[int, list[MachineLine]] = {id(label): [] for label in labels}
    for label in labels:
        values[id(label)] += around.take(_right_of(label, around))
    for label in labels:
        if not values[id(label)]:
            values[id(label)] += around.take(_nearest(label, around))
    for label in labels:
        _grow(values[id(label)], label, around)
    return values


def _right_of(label: MachineLine, around: _Around) -> list[MachineLine]:
    """Return the lines in the label's row between it and the next label."""
    row = around.labels.beside(label)
    end = min((left(each) for each in row if each is not label and left(each) >= right(label)), default=10**9)
    return [line for line in around.free.beside(label) if right(label) - height(label) / 2 <= left(line) < end]


def _nearest(label: MachineLine, around: _Around) -> list[MachineLine]:
    """Return the line right below the label, or right above it where that is nearer."""
    reach = FAR * max(height(label), around.free.tallest)
    best: list[tuple[float, MachineLine]] = []
    below = _column(label, around, bottom(label), bottom(label) + reach)
    line = min((line for line in below if middle(line) > bottom(label)), key=top, default=None)
    if line is not None and not _is_label_between(label, top(label), top(line), top, around):
        best.append((top(line) - bottom(label), line))
    above = _column(label, around, top(label) - reach, top(label))
    line = max((line for line in above if middle(line) < top(label)), key=bottom, default=None)
    if line is not None and not _is_label_between(label, bottom(line), bottom(label), bottom, around):
        best.append((top(label) - bottom(line) + 1, line))
    best = [(gap, line) for gap, line in best if gap <= FAR * max(height(label), height(line))]
    return [min(best, key=lambda pair: pair[0])[1]] if best else []


def _column(label: MachineLine, around: _Around, upper: float, lower: float) -> list[MachineLine]:
    """Return the lines between two rows that are nobody's value and stand above or below the label."""
    near = around.free.between(upper, lower)
    return [line for line in near if id(line) not in around.taken and _same_column(label, line)]


def _is_label_between(
    label: MachineLine, upper: int, lower: int, edge: Callable[[MachineLine], int], around: _Around
) -> bool:
    """Tell whether the edge of another label of the column lies between two rows."""
    near = around.labels.between(upper, lower)
    return any(upper < edge(each) < lower and each is not label and _same_column(label, each) for each in near)


def _same_column(one: MachineLine, other: MachineLine) -> bool:
    return across(one, other) > 0 or abs(left(one) - left(other)) <= height(one)


def _grow(value: list[MachineLine], label: MachineLine, around: _Around) -> None:
    """Add the lines into which a value was wrapped, below and above what is known of it.

    In turns, each through all lines in their order, until one adds nothing; only lines that touch the value are asked.
    """
    asked: set[int] = set()
    waiting = [(0, index) for line in value for index in _touching(line, around.free)]
    heapify(waiting)
    apart = beside_none(value, label)
    while waiting:
        turn, index = heappop(waiting)
        line = around.free.lines[index]
        if index in asked or id(line) in around.taken:
            continue
        asked.add(index)  # who is refused once is refused again: a value that stands beside its label stays there
        if not _may_go_on(line, label, apart, around.labels):
            continue
        value += around.take([line])
        apart = apart and not beside(line, label)
        for other in _touching(line, around.free):
            heappush(waiting, (turn if other > index else turn + 1, other))
    value.sort(key=lambda line: (middle(line), left(line)))


def _touching(value: MachineLine, free: Ladder) -> list[int]:
    """Return where the lines are that a value may have been wrapped into."""
    reach = CLOSE * height(value)
    near = free.indexes(top(value) - reach, bottom(value) + reach)
    return [index for index in near if _wrapped(free.lines[index], value)]


def _may_go_on(line: MachineLine, label: MachineLine, apart: bool, labels: Ladder) -> bool:
    """Tell whether a line that touches a value goes on with it; ``apart`` tells of one above or below its label."""
    if left(line) < right(label) - height(label) and any(each is not label for each in labels.beside(line)):
        return False
    under_label = left(line) < right(label) and apart
    return left(line) >= right(label) - height(label) / 2 or under_label


def beside_none(value: Sequence[MachineLine], label: MachineLine) -> bool:
    """Tell whether a label's value stands above or below it."""
    return not any(beside(line, label) for line in value)


def _wrapped(line: MachineLine, value: MachineLine) -> bool:
    gap = max(top(line) - bottom(value), top(value) - bottom(line))
    alike = 0.6 < height(line) / height(value) < 1.7
    return gap <= CLOSE * min(height(line), height(value)) and across(line, value) > 0 and alike and line is not value


def _pair(label: MachineLine, value: list[MachineLine]) -> Pair:
    return Pair(whole_label(label.text), label, label.text, value_text(value), tuple(value))


def value_text(value: Sequence[MachineLine]) -> str:
    """Return the lines of a value as one text: side by side with a space, one below the other with nothing between."""
    text = ""
    before: MachineLine | None = None
    for line in value:
        gap = " " if before is not None and beside(before, line) and across(before, line) <= 0 else ""
        text += gap + line.text
        before = line
    return text


class _Loose:
    """Lines that are nobody's; ``edge`` is how far right a line of the page reaches."""

    def __init__(self, lines: list[MachineLine], edge: int) -> None:
        self.ladder, self.edge = Ladder(lines), edge
        self._downwards = sorted(lines, key=top)

    def below(self, row: float) -> list[MachineLine]:
        """Return the lines that begin at a row or below it, from top to bottom."""
        return self._downwards[bisect_left(self._downwards, row, key=top) :]


def _continued(pair: Pair, loose: _Loose) -> Pair:
    """Return a pair of one line with the lines into which its value went on."""
    half = left(pair.line) + pair.line.region[2] / 2
    right_of = [line for line in loose.ladder.beside(pair.line) if left(line) > half]
    if right_of and len(pair.text) <= 2:
        more = min(right_of, key=left)
        said = more.text if more.text.startswith(pair.text) else pair.text + more.text
        return Pair(pair.key, pair.line, pair.label, said, (more,))
    rest = _going_on(pair.line, loose)
    if not rest:
        return pair
    return Pair(pair.key, pair.line, pair.label, pair.text + "".join(line.text for line in rest), tuple(rest))


def _going_on(reached: MachineLine, loose: _Loose) -> list[MachineLine]:
    """Return the lines right below each other with which a line goes on that was full."""
    rest: list[MachineLine] = []
    if right(reached) < 0.8 * loose.edge:
        return rest
    for line in loose.below(bottom(reached) - CLOSE * loose.ladder.tallest):
        gap = top(line) - bottom(reached)
        if gap < -CLOSE * height(line):
            continue
        if gap > CLOSE / 2 * height(line) or across(line, reached) <= 0 or right(reached) < 0.8 * loose.edge:
            break
        rest.append(line)
        reached = line
    return rest
