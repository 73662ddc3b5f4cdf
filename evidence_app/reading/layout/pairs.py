"""Labels and their values: beside each other, above each other, or in one line. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from evidence_app.characters import aligned
from evidence_app.domain.machine_text import MachineLine
from evidence_app.reading.layout.rows import Lines, across, beside, bottom, height, left, middle, right, top
from evidence_app.reading.layout.vocabulary import label_at_start, whole_label

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
    inline = {at: found for at, found in inline.items() if not _is_told(found, labels)}
    answers = {id(line) for line in labels if _answers(line, labels, lines)}
    labels = [line for line in labels if id(line) not in answers]
    free = [line for line in lines if id(line) not in inline and line not in labels]
    strangers = _strangers(labels, [pair.line for pair in inline.values()], free)
    free = [line for line in free if line not in strangers]
    values = _values([*labels, *strangers], [*labels, *strangers, *(pair.line for pair in inline.values())], free)
    made = [_pair(label, values[id(label)]) for label in [*labels, *strangers]]
    taken = {id(line) for pair in made for line in pair.lines}
    loose = [line for line in free if id(line) not in taken]
    made += [_continued(pair, loose, list(lines)) for pair in inline.values()]
    return sorted(made, key=lambda pair: (top(pair.line), left(pair.line)))


def _is_told(found: Pair, labels: Sequence[MachineLine]) -> bool:
    """Tell whether what seems label and value run together is the value of a label: 失败原因 对方账户已被限制."""
    runs_on = found.line.text == found.label + found.text and found.text[0].isalpha() and not found.text[0].isascii()
    return runs_on and any(beside(label, found.line) and right(label) < left(found.line) for label in labels)


def _answers(line: MachineLine, labels: Sequence[MachineLine], lines: Sequence[MachineLine]) -> bool:
    """Tell whether what looks like a label is the value of the one beside it: 付款方式 余额.

    In a table or a grid both have something else below them; in a list of labels the next one stands there.
    """
    row = [other for other in lines if other is line or beside(other, line)]
    if len(row) != 2 or line is not max(row, key=left):
        return False
    first = min(row, key=left)
    if first not in labels:
        return False
    below = [other for other in lines if top(other) > middle(first) and _same_column(first, other)]
    following = min(below, key=top, default=None)
    far = following is None or top(following) - bottom(first) > 2 * FAR * height(first)
    return far or following in labels or bool(following and _inline(following))


def _inline(line: MachineLine) -> Pair | None:
    """Return label and value of a line that holds both."""
    found = label_at_start(line.text)
    if found is None or whole_label(line.text):
        return None
    key, end = found
    rest = aligned(line.text)[end:]
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


def _strangers(
    labels: Lines | list[MachineLine], inline: list[MachineLine], free: list[MachineLine]
) -> list[MachineLine]:
    """Return the lines that stand where labels stand, with a value beside them: labels that nobody knows."""
    if len(labels) < 2:
        return []
    valued = {id(label) for label in labels if _has_value_beside(label, free)}
    found = []
    for line in free:
        column = [label for label in labels if abs(left(label) - left(line)) <= CLOSE * height(label)]
        alike = [label for label in column if id(label) in valued]
        likely = len(column) >= 2 and 2 * len(alike) >= len(column) and len(line.text) <= LONGEST_STRANGER
        if likely and _has_value_beside(line, free):
            found.append(line)
    return found


def _has_value_beside(label: MachineLine, free: list[MachineLine]) -> bool:
    return any(left(other) >= right(label) and beside(label, other) for other in free)


def _values(
    labels: Sequence[MachineLine], all_labels: Sequence[MachineLine], free: Sequence[MachineLine]
) -> dict[int, list[MachineLine]]:
    """Return the lines of each label's value, by the label's identity."""
    values: dict[int, list[MachineLine]] = {id(label): [] for label in labels}
    taken: set[int] = set()
    for label in labels:
        for line in _right_of(label, all_labels, free):
            if id(line) not in taken:
                values[id(label)].append(line)
                taken.add(id(line))
    for label in labels:
        if not values[id(label)]:
            near = _nearest(label, all_labels, [line for line in free if id(line) not in taken])
            values[id(label)] += near
            taken.update(id(line) for line in near)
    for label in labels:
        _grow(values[id(label)], label, all_labels, free, taken)
    return values


def _right_of(label: MachineLine, labels: Sequence[MachineLine], free: Sequence[MachineLine]) -> list[MachineLine]:
    """Return the lines in the label's row between it and the next label."""
    ends = [left(each) for each in labels if each is not label and left(each) >= right(label) and beside(each, label)]
    end = min(ends, default=10**9)
    return [line for line in free if right(label) - height(label) / 2 <= left(line) < end and beside(line, label)]


def _nearest(label: MachineLine, labels: Sequence[MachineLine], free: Sequence[MachineLine]) -> list[MachineLine]:
    """Return the line right below the label, or right above it where that is nearer."""
    column = [line for line in free if _same_column(label, line)]
    others = [each for each in labels if each is not label and _same_column(label, each)]
    below = [line for line in column if middle(line) > bottom(label)]
    above = [line for line in column if middle(line) < top(label)]
    best: list[tuple[float, MachineLine]] = []
    if below:
        line = min(below, key=top)
        if not any(top(label) < top(each) < top(line) for each in others):
            best.append((top(line) - bottom(label), line))
    if above:
        line = max(above, key=bottom)
        if not any(bottom(line) < bottom(each) < bottom(label) for each in others):
            best.append((top(label) - bottom(line) + 1, line))
    best = [(gap, line) for gap, line in best if gap <= FAR * max(height(label), height(line))]
    return [min(best, key=lambda pair: pair[0])[1]] if best else []


def _same_column(one: MachineLine, other: MachineLine) -> bool:
    return across(one, other) > 0 or abs(left(one) - left(other)) <= height(one)


def _grow(
    value: list[MachineLine],
    label: MachineLine,
    labels: Sequence[MachineLine],
    free: Sequence[MachineLine],
    taken: set[int],
) -> None:
    """Add the lines into which a value was wrapped, below and above what is known of it."""
    grown = bool(value)
    while grown:
        grown = False
        for line in free:
            if id(line) in taken or not any(_wrapped(line, each) for each in value):
                continue
            if left(line) < right(label) - height(label) and any(
                beside(line, each) for each in labels if each is not label
            ):
                continue
            under_label = left(line) < right(label) and beside_none(value, label)
            if left(line) < right(label) - height(label) / 2 and not under_label:
                continue
            value.append(line)
            taken.add(id(line))
            grown = True
    value.sort(key=lambda line: (middle(line), left(line)))


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


def _continued(pair: Pair, loose: list[MachineLine], lines: list[MachineLine]) -> Pair:
    """Return a pair of one line with the lines into which its value went on."""
    right_of = [
        line for line in loose if beside(line, pair.line) and left(line) > left(pair.line) + pair.line.region[2] / 2
    ]
    if right_of and len(pair.text) <= 2:
        more = min(right_of, key=left)
        said = more.text if more.text.startswith(pair.text) else pair.text + more.text
        return Pair(pair.key, pair.line, pair.label, said, (more,))
    rest: list[MachineLine] = []
    reached = pair.line
    for line in sorted(loose, key=top):
        gap = top(line) - bottom(reached)
        if gap < -CLOSE * height(line) or line is pair.line:
            continue
        if (
            gap > CLOSE / 2 * height(line)
            or across(line, reached) <= 0
            or right(reached) < 0.8 * max(map(right, lines))
        ):
            break
        rest.append(line)
        reached = line
    if not rest:
        return pair
    return Pair(pair.key, pair.line, pair.label, pair.text + "".join(line.text for line in rest), tuple(rest))
