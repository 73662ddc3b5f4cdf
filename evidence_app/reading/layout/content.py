"""What stands on a page without its status bar and signs, mended where lines were read as one or in pieces. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace

from evidence_app.characters import aligned, folded
from evidence_app.domain.machine_text import MachineLine
from evidence_app.reading.clocks import parse_clock
from evidence_app.reading.layout.once import once
from evidence_app.reading.layout.page import Page
from evidence_app.reading.layout.rows import Lines, ems, height, left, middle, right, rows_of
from evidence_app.reading.passages import around

STATUS_BAR = 0.16
"""Part of a screen's width within which its status bar ends, notch and all."""

UNSURE = 0.8
"""A single character of which the machine is less sure is mostly an icon."""

LETTER = 0.8
"""Of a line's height: how wide a Chinese character is in it."""


@once
def content(page: Page) -> Lines:
    """Return the lines of a page without its status bar and signs, figures put together that were read in pieces."""
    doubled = [line for line in page.lines if _TWO_SUMS.match(aligned(line.text))]
    cells = _apart_in_table if len(doubled) > 1 or _end_in_column(doubled, page.lines) else _apart
    kept = [part for line in page.lines if _is_text(line) for part in cells(line)]
    rows = rows_of(kept)
    if rows and _is_status_bar(rows[0], page.width_px):
        rows = rows[1:]
    return tuple(line for row in rows for line in _put_together(row) if not _is_mark(line))


_TIME_AND_SUM = re.compile(
    r"^(?:(?:\d{4}[./年-])?\d{1,2}[./月-]\d{1,2}日?(?:\s?\d\d:\d\d(?::\d\d)?)?|\d\d:\d\d(?::\d\d)?)\s+"
    r"(?P<sum>[+-]\s?(?:¥|nt\$|hk\$|\$)?\s?\d[\d,]*\.\d\d|[+-]?\s?(?:¥|nt\$|hk\$)\s?\d[\d,]*(?:\.\d\d)?)$"
)
"""``02-22 08:15 -¥100.00``, ``2025年2月22日 +1,200.00``: of a row in lower case and half width."""

_NAME_AND_SUM = re.compile(
    r"^(?!支出|收入|付款|收款|转出|转入|余额|优惠)[^¥$.,]*[\u4e00-\u9fff)]\s+(?P<sum>[+-]\s?(?:¥|nt\$|hk\$)?\s?\d[\d,]*\.\d\d)$"
)
"""``速融宝还款 -1,200.00``: of a row in half width."""

_NUMBER_AND_WAY = re.compile(r"^\+?\d{5,15}\s+(?P<sum>主叫|被叫|主叫通话|被叫通话|发话|受话)$")
"""``075582259227 被叫``: of a row of a carrier's bill, in simplified characters."""

_ROW = re.compile(r"^(?:\d{1,3}\s+)?\d{4}[-/.]\d\d[-/.]\d\d(?:\s+[+-]?[\d,]+\.\d\d){2,}(?:\s+[^\s\d]{2,6})?$")
"""A row of a plan's table: a day, amounts, what became of them."""

_TWO_SUMS = re.compile(r"^[+-]\s?\d[\d,]*\.\d\d\s*(?P<sum>[+-]?\d[\d,]*\.\d\d)$")

_DAY_AND_NAME = re.compile(r"^(?:\d{4}[-/.]\d\d[-/.]\d\d|(?:19|20)\d{6}|\d\d[-/]\d\d)\s+(?P<sum>[^\d\s].*)$")
"""Two cells of a table that was drawn so narrow that its columns were read as one."""


def _end_in_column(doubled: Sequence[MachineLine], lines: Sequence[MachineLine]) -> bool:
    """Tell whether what was read as one cell ends where a column of amounts does."""
    bare = [line for line in lines if _BARE_SUM.match(aligned(line.text))]
    return any(sum(abs(right(each) - right(line)) <= height(line) / 3 for each in bare) > 1 for line in doubled)


_BARE_SUM = re.compile(r"^\d[\d,]*\.\d\d$")


def _apart_in_table(line: MachineLine) -> list[MachineLine]:
    """Return the cells of a table in which what was moved and what is left stand too near to be told apart."""
    found = _TWO_SUMS.match(aligned(line.text)) or _DAY_AND_NAME.match(aligned(line.text))
    return _two(line, found.start("sum")) if found else _apart(line)


def _apart(line: MachineLine) -> list[MachineLine]:
    """Return a day or name and an amount in two lines that stand so near that they were read as one."""
    if _ROW.match(aligned(line.text)):
        return _cells(line)
    text = aligned(line.text)
    found = _TIME_AND_SUM.match(text) or _NAME_AND_SUM.match(text) or _NUMBER_AND_WAY.match(text)
    if not found:
        return [line]
    return _two(line, found.start("sum"))


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


def _two(line: MachineLine, at: int) -> list[MachineLine]:
    """Return a line as two, of which the second begins with a character."""
    x, y, width, high = line.region
    begins = x + round(width * ems(line.text[:at]) / ems(line.text))
    return [
        replace(line, text=line.text[:at].rstrip(), region=(x, y, max(1, begins - x - high // 4), high)),
        replace(line, text=line.text[at:], region=(begins, y, max(1, x + width - begins), high)),
    ]


def _is_text(line: MachineLine) -> bool:
    shown = line.text.strip()
    if shown in SIGNS:
        return True
    return any(char.isalnum() for char in shown) and (len(shown) > 1 or line.confidence >= UNSURE)


_CARRIER = re.compile(r"^[^\d\s:\uff1a]{2,8}\s?(?=\d{1,2}[:\uff1a]\d\d)")
"""Whose network it is, before the clock."""

_CLOCK_FIRST = re.compile(r"^[0-2]?\d:[0-5]\d(?=\d{1,3}\.\d|\W*$)")
"""A clock that stuck to how fast the network is, or to a mark."""

_BESIDE_CLOCK = re.compile(
    r"中国(?:移动|联通|电信|广电)|中华电信|远传(?:电信)?|台湾(?:大哥大|之星)|亚太电信|数码通|无sim卡|无服务|仅限紧急呼叫"
    r"|cmhk|csl|smartone|china(?:mobile|unicom|telecom)|[2-6]g|lte|volte|vowifi|wi-?fi|hd|\d[\d.]{0,6}[km]b?/s"
)
"""What stands in a status bar besides its clock."""


def _is_status_bar(row: Lines, width_px: int) -> bool:
    if middle(row[0]) > STATUS_BAR * width_px:
        return False
    shown = _CARRIER.sub("", row[0].text)
    clock = parse_clock(shown) or parse_clock(shown.split()[0]) or _CLOCK_FIRST.match(aligned(shown))
    if clock and left(row[0]) < width_px / 2 and not any(_is_chinese(line.text) for line in row[1:-1]):
        return True
    return len(row) > 1 and _has_clock_further_right(row)


def is_beside_clock(text: str) -> bool:
    """Tell whether a text names a network, or is how full a battery is, or signs of which nothing was read."""
    rest = _BESIDE_CLOCK.sub("", folded(text))
    return not any(map(str.isalpha, rest)) and sum(map(str.isdigit, rest)) <= len("100")


def _has_clock_further_right(row: Lines) -> bool:
    """Tell whether a row is a clock and nothing else but what is beside clocks: Huawei's stands last."""
    others = [line for line in row if parse_clock(line.text) is None]
    return len(others) == len(row) - 1 and all(is_beside_clock(line.text) for line in others)


def _is_chinese(text: str) -> bool:
    return sum("\u4e00" <= char <= "\u9fff" for char in text) > 4


SIGNS = frozenset("+-–—−一＋－¥￥$")

_JOINED_AFTER = frozenset(
    (*SIGNS, "NT$", "HK$", "US$", "RMB", "+¥", "-¥", "+￥", "-￥", "+NT$", "-NT$", "+HK$", "-HK$", "CNY", "HKD", "TWD")
)
"""Signs and currencies that belong to the number behind them."""

_MARKS = frozenset("vVく〈〉<>›‹ⓘⓧ①◎〇○●xXiI!？?…")
"""What icons are read as."""


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
