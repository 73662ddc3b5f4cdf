"""How lines stand to each other: rows, columns, and where a list is cut into its entries. Pure.

All lengths are relative to the height of the lines themselves; nothing knows how an app looks.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from statistics import median

from evidence_app.characters import aligned, folded
from evidence_app.domain.machine_text import MachineLine, Region
from evidence_app.reading.clocks import parse_clock
from evidence_app.reading.layout.once import once
from evidence_app.reading.layout.page import Page
from evidence_app.reading.passages import around
from evidence_app.reading.when import parse_when

Lines = tuple[MachineLine, ...]

SAME_ROW = 0.4
"""Part of the lower line's height by which two lines overlap that stand beside each other."""

STATUS_BAR = 0.16
"""Part of a screen's width within which its status bar ends, notch and all."""

MIDDLE = 0.04
"""Part of a page's width by which a centred line may miss the middle."""

ASIDE = 0.3
"""Part of a page's width that the bubbles of the other side leave free."""

ANY_DAY = datetime(2000, 1, 1)
"""What times are relative to where only their form matters."""

WIDEST_BUBBLE = 0.85
"""Part of a page's width that a bubble has at most."""

BUBBLES_DIFFER = 0.06
"""Part of a page's width by which the widths of bubbles differ, and those of cards do not."""

PADDING = 3.0
"""Heights of a line that a bubble is at most wider than its text."""

LIKELY_CUT = 0.8
"""Gaps of this part of the largest one may as well be where one entry ends."""


def left(line: MachineLine) -> int:
    """Return the left edge."""
    return line.region[0]


def top(line: MachineLine) -> int:
    """Return the upper edge."""
    return line.region[1]


def right(line: MachineLine) -> int:
    """Return the right edge."""
    return line.region[0] + line.region[2]


def bottom(line: MachineLine) -> int:
    """Return the lower edge."""
    return line.region[1] + line.region[3]


def height(line: MachineLine) -> int:
    """Return the height of its box."""
    return line.region[3]


def middle(line: MachineLine) -> float:
    """Return the row of pixels half way down."""
    return line.region[1] + line.region[3] / 2


def centre(line: MachineLine) -> float:
    """Return the column of pixels half way across."""
    return line.region[0] + line.region[2] / 2


def ems(text: str) -> float:
    """Return how long a text is in the width of Chinese characters."""
    return sum(1.0 if char > "\u2e7f" else 0.55 for char in text)


def typical_height(lines: Sequence[MachineLine]) -> float:
    """Return the height of most lines; never 0."""
    return max(1.0, median(height(line) for line in lines)) if lines else 1.0


def beside(one: MachineLine, other: MachineLine) -> bool:
    """Tell whether two lines stand in one row."""
    (_, first, _, high), (_, second, _, other_high) = one.region, other.region  # asked of every two lines of a page
    return min(first + high, second + other_high) - max(first, second) >= SAME_ROW * min(high, other_high)


def across(one: MachineLine, other: MachineLine) -> int:
    """Return how far two lines stand above each other, in pixels of width; negative: how far apart."""
    return min(right(one), right(other)) - max(left(one), left(other))


def rows_of(lines: Sequence[MachineLine]) -> list[Lines]:
    """Return lines in rows from top to bottom, each from left to right."""
    rows: list[list[MachineLine]] = []
    for line in sorted(lines, key=middle):
        if rows and beside(line, rows[-1][0]) and all(across(line, each) < height(line) / 2 for each in rows[-1]):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [tuple(sorted(row, key=left)) for row in rows]


@once
def content(page: Page) -> Lines:
    """Return the lines of a page without its status bar and signs, figures put together that were read in pieces."""
    cells = _apart_in_table if sum(bool(_TWO_SUMS.match(aligned(each.text))) for each in page.lines) > 1 else _apart
    kept = [part for line in page.lines if _is_text(line) for part in cells(line)]
    rows = rows_of(kept)
    if rows and _is_status_bar(rows[0], page.width_px):
        rows = rows[1:]
    return tuple(line for row in rows for line in _put_together(row) if not _is_mark(line))


_TIME_AND_SUM = re.compile(
    r"^(?P<day>(?:\d{4}[./年-])?\d{1,2}[./月-]\d{1,2}日?(?:\s?\d\d:\d\d(?::\d\d)?)?|\d\d:\d\d(?::\d\d)?)\s+"
    r"(?P<sum>[+-]\s?(?:¥|nt\$|hk\$|\$)?\s?\d[\d,]*\.\d\d|[+-]?\s?(?:¥|nt\$|hk\$)\s?\d[\d,]*(?:\.\d\d)?)$"
)
"""``02-22 08:15 -¥100.00``, ``2025年2月22日 +1,200.00``: of a row in lower case and half width."""


_NAME_AND_SUM = re.compile(
    r"^(?!支出|收入|付款|收款|转出|转入|余额|优惠)(?P<day>[^¥$.,]*[\u4e00-\u9fff)])\s+(?P<sum>[+-]\s?(?:¥|nt\$|hk\$)?\s?\d[\d,]*\.\d\d)$"
)
"""``速融宝还款 -1,200.00``: of a row in half width."""


_ROW = re.compile(r"^(?:\d{1,3}\s+)?\d{4}[-/.]\d\d[-/.]\d\d(?:\s+[+-]?[\d,]+\.\d\d){2,}(?:\s+[^\s\d]{2,6})?$")
"""A row of a plan's table: a day, amounts, what became of them."""


def _cells(line: MachineLine) -> list[MachineLine]:
    """Return the cells of a row of a table that was read as one line, as far apart as their widths leave room."""
    words = line.text.split()
    x, y, width, high = float(line.region[0]), *line.region[1:]
    wide = [ems(word) * high * LETTER for word in words]
    scale = min(1.0, width / sum(wide))
    gap = (width - sum(wide) * scale) / max(1, len(words) - 1)
    made = []
    for word, room in zip(words, wide, strict=True):
        made.append(replace(line, text=word, region=(round(x), y, max(1, round(room * scale)), high)))
        x += room * scale + gap
    return made


LETTER = 0.8
"""Of a line's height: how wide a Chinese character is in it."""


_TWO_SUMS = re.compile(r"^(?P<day>[+-]\s?\d[\d,]*\.\d\d)\s*(?P<sum>[+-]?\d[\d,]*\.\d\d)$")
_DAY_AND_NAME = re.compile(r"^(?P<day>\d{4}[-/.]\d\d[-/.]\d\d|(?:19|20)\d{6}|\d\d[-/]\d\d)\s+(?P<sum>[^\d\s].*)$")
"""Two cells of a table that was drawn so narrow that its columns were read as one."""


def _apart_in_table(line: MachineLine) -> list[MachineLine]:
    """Return the cells of a table in which what was moved and what is left stand too near to be told apart."""
    found = _TWO_SUMS.match(aligned(line.text)) or _DAY_AND_NAME.match(aligned(line.text))
    return _two(line, found.start("sum")) if found else _apart(line)


def _apart(line: MachineLine) -> list[MachineLine]:
    """Return a day or name and an amount in two lines that stand so near that they were read as one."""
    if _ROW.match(aligned(line.text)):
        return _cells(line)
    found = _TIME_AND_SUM.match(aligned(line.text)) or _NAME_AND_SUM.match(aligned(line.text))
    if not found:
        return [line]
    return _two(line, found.start("sum"))


def _two(line: MachineLine, at: int) -> list[MachineLine]:
    """Return a line as two, of which the second begins with a character."""
    x, y, width, high = line.region
    begins = x + round(width * ems(line.text[:at]) / ems(line.text))
    return [
        replace(line, text=line.text[:at].rstrip(), region=(x, y, max(1, begins - x - high // 4), high)),
        replace(line, text=line.text[at:], region=(begins, y, max(1, x + width - begins), high)),
    ]


UNSURE = 0.8
"""A single character of which the machine is less sure is mostly an icon."""


def _is_text(line: MachineLine) -> bool:
    shown = line.text.strip()
    if shown in SIGNS:
        return True
    return any(char.isalnum() for char in shown) and (len(shown) > 1 or line.confidence >= UNSURE)


_CARRIER = re.compile(r"^[^\d\s:\uff1a]{2,8}\s?(?=\d{1,2}[:\uff1a]\d\d)")
"""Whose network it is, before the clock."""


def _is_status_bar(row: Lines, width_px: int) -> bool:
    if middle(row[0]) > STATUS_BAR * width_px:
        return False
    shown = _CARRIER.sub("", row[0].text)
    clock = parse_clock(shown) or parse_clock(shown.split()[0]) or _CLOCK_FIRST.match(aligned(shown))
    if clock and left(row[0]) < width_px / 2 and not any(_is_chinese(line.text) for line in row[1:-1]):
        return True
    return len(row) > 1 and _has_clock_further_right(row)


_CLOCK_FIRST = re.compile(r"^[0-2]?\d:[0-5]\d(?=\d{1,3}\.\d|\W*$)")
"""A clock that stuck to how fast the network is, or to a mark."""

_BESIDE_CLOCK = re.compile(
    r"中国(?:移动|联通|电信|广电)|中华电信|远传(?:电信)?|台湾(?:大哥大|之星)|亚太电信|数码通|无sim卡|无服务|仅限紧急呼叫"
    r"|cmhk|csl|smartone|china(?:mobile|unicom|telecom)|[2-6]g|lte|volte|vowifi|wi-?fi|hd|\d[\d.]{0,6}[km]b?/s"
)
"""What stands in a status bar besides its clock."""


def _is_beside_clock(text: str) -> bool:
    """Tell whether a text names a network, or is how full a battery is, or signs of which nothing was read."""
    rest = _BESIDE_CLOCK.sub("", folded(text))
    return not any(map(str.isalpha, rest)) and sum(map(str.isdigit, rest)) <= len("100")


def _has_clock_further_right(row: Lines) -> bool:
    """Tell whether a row is a clock and nothing else but what is beside clocks: Huawei's stands last."""
    others = [line for line in row if parse_clock(line.text) is None]
    return len(others) == len(row) - 1 and all(_is_beside_clock(line.text) for line in others)


def _is_chinese(text: str) -> bool:
    return sum("\u4e00" <= char <= "\u9fff" for char in text) > 4


SIGNS = frozenset("+-–—−一＋－¥￥$")
_JOINED_AFTER = (
    *SIGNS,
    "NT$",
    "HK$",
    "US$",
    "RMB",
    "+¥",
    "-¥",
    "+￥",
    "-￥",
    "+NT$",
    "-NT$",
    "+HK$",
    "-HK$",
    "CNY",
    "HKD",
    "TWD",
)
_MARKS = frozenset("vVく〈〉<>ⓘ①①◎〇○●ⓧxX①›‹①iI!？?…")


def _is_mark(line: MachineLine) -> bool:
    """Tell whether a line is an arrow or another sign that recognition took for a character, or a sign left alone."""
    return line.text.strip() in _MARKS or line.text.strip() in SIGNS


def _put_together(row: Lines) -> list[MachineLine]:
    """Return a row in which signs, currencies and decimals in boxes of their own are one with their number."""
    made: list[MachineLine] = []
    for line in row:
        if made and _belong_together(made[-1], line):
            before = made.pop()
            line = replace(
                line,
                text=before.text.strip() + line.text.strip(),
                region=around([before.region, line.region]),
                confidence=min(before.confidence, line.confidence),
            )
        made.append(line)
    return made


def _belong_together(one: MachineLine, other: MachineLine) -> bool:
    near = left(other) - right(one) < max(height(one), height(other))
    first, second = one.text.strip(), other.text.strip()
    if not near or not second:
        return False
    if first.upper() in _JOINED_AFTER:
        return second[0].isdigit() or second[0] in "¥￥NHY"
    decimals = second[0] in ".," and second[1:].isdigit()
    return first[-1].isdigit() and (decimals or second in ("元", "圆", "万元"))


@once
def looks_like_talk(page: Page, lines: Sequence[MachineLine]) -> bool:
    """Tell whether a page is a chat: times alone in the middle, and what is said alone on either side.

    In records, what stands on the right has something on its left in its row.
    """
    alone = [row[0] for row in rows_of(lines) if len(row) == 1]
    middles = [line for line in alone if abs(centre(line) - page.width_px / 2) <= MIDDLE * page.width_px]
    centred = set(middles)
    times = [line for line in middles if parse_when(line.text, page.around.captured or ANY_DAY)]
    said = [line for line in alone if line not in centred]
    mine = [line for line in said if centre(line) > page.width_px / 2 and left(line) > ASIDE * page.width_px]
    theirs = [line for line in said if centre(line) <= page.width_px / 2]
    return (bool(times) and bool(mine) and len(theirs) >= 2) or _stands_in_bubbles(page, lines)


def _stands_in_bubbles(page: Page, lines: Sequence[MachineLine]) -> bool:
    """Tell whether most lines stand in areas of many widths that are just large enough for them."""
    alone = [row[0] for row in rows_of(lines) if len(row) == 1]
    inside: dict[Region | None, list[MachineLine]] = {}
    for line in lines:
        inside.setdefault(line.panel, []).append(line)
    filled = [
        line.panel for line in alone if line.panel and _fills(line, line.panel, page.width_px, inside[line.panel])
    ]
    widths = {round(panel[2] / (BUBBLES_DIFFER * page.width_px)) for panel in filled}
    return len(set(filled)) >= 3 and len(widths) >= 2 and len(filled) >= 0.5 * len(lines)


def _fills(line: MachineLine, panel: Region, width_px: int, inside: Sequence[MachineLine]) -> bool:
    used = max(map(right, inside)) - min(map(left, inside))
    return panel[2] < WIDEST_BUBBLE * width_px and panel[2] - used <= PADDING * height(line)


def cuts(anchors: Sequence[MachineLine], lines: Sequence[MachineLine]) -> list[float]:
    """Return where entries are cut, one height less than there are anchors.

    Each entry has one anchor, from top to bottom. It is cut at the largest gap between two anchors; where several are
    as large, where the others are cut.
    """
    order = {id(line): index for index, line in enumerate(lines)}
    downwards = sorted(lines, key=middle)
    choices = [
        _gaps(one, other, sorted(_within(downwards, middle(one), middle(other)), key=lambda line: order[id(line)]))
        for one, other in zip(anchors, anchors[1:], strict=False)
    ]
    firsts = [max(gaps)[1] for gaps in choices]
    usual = median([cut - middle(anchor) for cut, anchor in zip(firsts, anchors, strict=False)] or [0])
    made = []
    for gaps, anchor in zip(choices, anchors, strict=False):
        largest = max(gaps)[0]
        likely = [cut for size, cut in gaps if size >= LIKELY_CUT * largest or size == largest]
        made.append(min(likely, key=lambda cut: abs(cut - middle(anchor) - usual)))
    return made


def _within(downwards: Sequence[MachineLine], upper: float, lower: float) -> Sequence[MachineLine]:
    """Return those of lines in the order of their middles whose middles lie between two rows."""
    return downwards[bisect_left(downwards, upper, key=middle) : bisect_right(downwards, lower, key=middle)]


def _gaps(one: MachineLine, other: MachineLine, between: Sequence[MachineLine]) -> list[tuple[float, float]]:
    """Return the gaps between two anchors: how high each is and where its middle lies; at least one."""
    reached = float(bottom(one))
    found = []
    for line in sorted([*between, other], key=top):
        if line is not one and middle(line) > middle(one):
            found.append((top(line) - reached, (top(line) + reached) / 2))
        reached = max(reached, bottom(line))
    return found or [(0.0, (middle(one) + middle(other)) / 2)]


def entries(anchors: Sequence[MachineLine], lines: Sequence[MachineLine]) -> list[Lines]:
    """Return the lines of each entry, in reading order; what stands above the first and below the last is left out.

    The outer edges of the first and the last entry are those that the others have.
    """
    ordered = sorted(anchors, key=middle)
    edges = cuts(ordered, lines)
    above = [middle(anchor) - cut for anchor, cut in zip(ordered[1:], edges, strict=True)]
    below = [cut - middle(anchor) for anchor, cut in zip(ordered, edges, strict=False)]
    first = _outer_edge(ordered[0], lines, -1, median(above) if above else None)
    last = _outer_edge(ordered[-1], lines, +1, max(below) if below else None)
    bounds = [first, *edges, last]
    downwards = sorted(lines, key=middle)
    made = []
    for upper, lower in zip(bounds, bounds[1:], strict=False):
        own = downwards[bisect_left(downwards, upper, key=middle) : bisect_left(downwards, lower, key=middle)]
        made.append(tuple(line for row in rows_of(own) for line in row))
    return made


def _outer_edge(anchor: MachineLine, lines: Sequence[MachineLine], way: int, usual: float | None) -> float:
    """Return where the first entry begins (``way`` -1) or the last ends (+1)."""
    if usual is not None:
        return middle(anchor) + way * usual
    reached = bottom(anchor) if way > 0 else top(anchor)
    for line in sorted(lines, key=middle, reverse=way < 0):
        if way * (middle(line) - middle(anchor)) <= 0:
            continue
        gap = top(line) - reached if way > 0 else reached - bottom(line)
        if gap > 0.8 * min(height(line), height(anchor)):
            break
        reached = max(reached, bottom(line)) if way > 0 else min(reached, top(line))
    return reached + way


def column_of(lines: Sequence[MachineLine], width_px: int) -> list[MachineLine]:
    """Return the lines of the column that most of them form, from top to bottom.

    A sign that recognition took for a part of a line moves its edge: what overlaps the column by half belongs to it.
    """
    best = _aligned(lines, width_px)
    if not best:
        return []
    start, end = min(map(left, best)), max(map(right, best))
    inside = [line for line in lines if min(right(line), end) - max(left(line), start) >= line.region[2] / 2]
    return sorted(inside, key=middle)


def _aligned(lines: Sequence[MachineLine], width_px: int) -> Lines:
    """Return the most lines that end, begin or are centred at one place."""
    slack = max(0.6 * typical_height(lines), 0.012 * width_px)
    halves = int(2 * slack)  # of pixels, in which edges and centres are whole numbers
    best: list[tuple[int, int, Callable[[MachineLine], float]]] = []
    for edge in (right, left, centre):
        places = [round(2 * edge(line)) for line in lines]
        ordered = sorted(places)
        for place in places:
            count = bisect_right(ordered, place + halves) - bisect_left(ordered, place - halves)
            if not best or count > best[0][0]:
                best = [(count, place, edge)]
    return tuple(line for line in lines for _, place, edge in best if abs(round(2 * edge(line)) - place) <= halves)
