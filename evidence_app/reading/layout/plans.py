"""Repayment plans: one repayment for each row, at its due date. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import combinations, pairwise
from math import inf
from typing import NamedTuple

from evidence_app.characters import aligned, folded
from evidence_app.domain.events import EventFacts, EventKind, EventStatus, Outcome
from evidence_app.domain.machine_text import MachineLine
from evidence_app.domain.suggestions import PageKind
from evidence_app.domain.times import Precision
from evidence_app.reading.layout.content import content
from evidence_app.reading.layout.figures import Amount, amounts, whole_amount
from evidence_app.reading.layout.headings import is_furniture, is_headed
from evidence_app.reading.layout.moments import NEVER, day_headings, event_time, taken
from evidence_app.reading.layout.page import Page, Recognised
from evidence_app.reading.layout.records import Record, cards, headed_cells, page_currency, record_of, table, understood
from evidence_app.reading.layout.rows import Lines, beside, bottom, column_of, ems, height, left, middle, top
from evidence_app.reading.layout.talk import looks_like_talk
from evidence_app.reading.layout.vocabulary import has_any, words
from evidence_app.reading.when import When, find_when, parse_when

STATES = ("paid", "overdue", "due")
NO_DUE = ("principal", "interest", "summary", "balance", "fee")
LEAST_BARE = 10
"""A bare whole number below counts periods; currencies without decimals show amounts so."""

MOST_LINES = 10
"""Lines of an entry: what has more is no list of due dates."""

LONGEST_LINE = 34
"""Ems of a line in a list of due dates: what is longer is an article."""

LONGEST_OUTCOME = 12
"""Ems of a line that says what became of a row: 已逾期12天，待还款. Longer ones warn or explain."""

_PERIOD = re.compile(
    r"第\s?[\d一二三四五六七八九十]{1,3}\s?[/／]?\s?\d{0,3}\s?期|(?<![\d.])\d{1,3}\s?/\s?\d{1,3}\s?期?(?![\d/])|(?<!\d)\d{1,2}\s?期"
)
"""``第3/12期``, ``3/12``, ``第三期``."""


@dataclass(frozen=True, slots=True)
class _Row:
    record: Record
    amount: Amount
    when: When
    outcome: Outcome
    has_period: bool


def recognise_plan(page: Page) -> Recognised | None:
    """Return the rows of a page that shows what is to be paid back when."""
    lines = content(page)
    if looks_like_talk(page, lines):
        return None
    near = taken(page)
    headed = is_headed(page, lines, "plan")
    order = _order(lines)
    for records in (
        table(lines),
        cards(lines),
        _listed(page, lines, near, order, by_period=True),
        _listed(page, lines, near, order),
    ):
        rows = [row for record in records if (row := _row(record, near, order))]
        if rows and len(rows) >= 0.75 * len(records) and _hold_together(rows, headed):
            return _understood(page, _in_order(rows, near), near)
    return None


def _listed(
    page: Page, lines: Lines, near: datetime, order: "_Order | None", *, by_period: bool = False
) -> list[Record]:
    """Return the entries of a list whose rows have a number of their own, or a due date."""
    states = [line for line in lines if _is_state(line, lines)]
    rows = [line for line in lines if line not in states]
    found = [line for line in rows if (_is_period(line.text) if by_period else _is_due(line.text, near, order))]
    anchors = column_of(found, page.width_px)
    if len(anchors) < 2:
        return []
    own = _said_below(states, anchors, lines)
    headings = [] if own else states
    headings += [line for line in day_headings(lines, near) if _is_year(line.text)] if by_period else []
    body = tuple(line for line in lines if not is_furniture(line.text) and line not in own)
    cells = [(_with_own(each, own, anchors), day) for each, day in headed_cells(anchors, body, headings)]
    fits = all(len(each) <= MOST_LINES and max(ems(line.text) for line in each) <= LONGEST_LINE for each, _ in cells)
    return [record_of(*each) for each in cells] if fits else []


_COUNT = re.compile(r"[(（]?\d+\s?期?[)）]?$")
"""How many rows a heading stands above: 待还(2期), 待还 2."""


def _is_state(line: MachineLine, lines: Lines) -> bool:
    """Tell whether a line says an outcome and nothing else, and stands where headings do: 待还(2期)."""
    bare = _COUNT.sub("", folded(line.text))
    known = any(bare in words("plans", key) for key in STATES)
    return known and _stands_alone(line, lines)


def _stands_alone(line: MachineLine, lines: Lines) -> bool:
    begins = left(line) <= min(map(left, lines)) + height(line)
    return begins and not any(beside(line, other) for other in lines if other is not line)


def _said_below(states: Sequence[MachineLine], anchors: Sequence[MachineLine], lines: Lines) -> Lines:
    """Return the outcomes that stand below their rows: each row has one there, or they are nearer to it than the next.

    What stands above the first row is a heading, and so is what counts its rows; where the first heading is scrolled
    away, the next ones are farther from the rows above them.
    """
    if not states or middle(states[0]) < middle(anchors[0]) or any(_COUNT.search(folded(line.text)) for line in states):
        return ()
    said = tuple(line for line in lines if line not in anchors and _is_outcome(line) and _stands_alone(line, lines))
    edges = [*map(middle, anchors), inf]
    if all(any(upper < middle(line) < lower for line in said) for upper, lower in pairwise(edges)):
        return said
    nearer = sum(_gap(line, lines, -1) < _gap(line, lines, +1) for line in states)
    return said if 2 * nearer > len(states) else ()


def _is_outcome(line: MachineLine) -> bool:
    return ems(line.text) <= LONGEST_OUTCOME and _outcome_in([line.text]) is not Outcome.NONE


def _gap(line: MachineLine, lines: Lines, way: int) -> float:
    """Return how far the next line above (``way`` -1) or below (+1) is."""
    others = [other for other in lines if way * (middle(other) - middle(line)) > 0]
    gaps = (top(other) - bottom(line) if way > 0 else top(line) - bottom(other) for other in others)
    return min(gaps, default=inf)


def _with_own(cells: Lines, own: Lines, anchors: Sequence[MachineLine]) -> Lines:
    """Return the lines of a row with the outcome that stands between it and the next one."""
    first = min((middle(anchor) for anchor in anchors if anchor in cells), default=inf)
    following = min((middle(anchor) for anchor in anchors if middle(anchor) > first), default=inf)
    return (*cells, *(line for line in own if first < middle(line) < following))


def _is_year(text: str) -> bool:
    return bool(re.fullmatch(r"\s*(?:19|20)\d\d\s?年?\s*", aligned(text)))


def _is_period(text: str) -> bool:
    plain = aligned(text)
    found = _PERIOD.search(plain)
    return found is not None and ems(text) <= LONGEST_LINE and not re.search(r"[共分]\s?$", plain[: found.start()])


def _is_due(text: str, near: datetime, order: "_Order | None") -> bool:
    return ems(text) <= LONGEST_LINE and _due(text, near, order) is not None


_SLASHED = re.compile(r"(?<![\d/])(?P<one>\d{1,2})/(?P<other>\d{1,2})/(?P<year>20\d\d)(?![\d/])")
"""``4/9/2025``: in Hong Kong the day stands first, elsewhere the month may."""


class _Order(NamedTuple):
    """Which part of such a day is the month, and which the day."""

    month: str
    day: str


DAY_FIRST, MONTH_FIRST = _Order("other", "one"), _Order("one", "other")
A_MONTH = range(28, 32)
"""Days between two dues of a plan that is paid back month by month."""


def _order(lines: Lines) -> _Order | None:
    """Return the order of the days of a page: the one in which they follow each other by months, if only one does."""
    found = [said for line in lines if (said := _SLASHED.search(aligned(line.text)))]
    fitting = [order for order in (DAY_FIRST, MONTH_FIRST) if _by_months([_slashed(said, order) for said in found])]
    return fitting[0] if len(fitting) == 1 else None


def _slashed(said: re.Match[str], order: _Order) -> date | None:
    try:
        return date(int(said["year"]), int(said[order.month]), int(said[order.day]))
    except ValueError:
        return None


def _by_months(days: Sequence[date | None]) -> bool:
    known = [day for day in days if day]
    steps = [(other - one).days for one, other in pairwise(known)]
    if len(known) < len(days) or not steps:
        return False
    return all(step in A_MONTH for step in steps) or all(-step in A_MONTH for step in steps)


def _ordered(text: str, order: _Order | None) -> str:
    """Return a text with its day in the one order that nobody misreads."""
    said = _SLASHED.search(aligned(text)) if order else None
    day = _slashed(said, order) if said and order else None
    return f"{text[: said.start()]}{day.isoformat()}{text[said.end() :]}" if said and day else text


@lru_cache(maxsize=4096)
def _due(text: str, near: datetime, order: _Order | None = None) -> When | None:
    """Return the day that a text names, without a time of day; ahead of ``near`` where no year is named."""
    if (plain := _ordered(text, order)) != text:
        when = _due(plain, near)
        return replace(when, words=text.strip()) if when else None
    found = [when for _, _, when in find_when(text, near, ahead=True)] or [
        when for when in (parse_when(text, near, ahead=True),) if when
    ]
    begins = re.match(r"\s*\d{1,2}[/.-]\d{1,2}(?=\s)", text)
    if begins and not found and (when := parse_when(begins[0], near, ahead=True)):
        found = [when]
    days = [when for when in found if when.precision is Precision.DAY]
    return days[0] if days else None


def _row(record: Record, near: datetime, order: _Order | None) -> _Row | None:
    texts = [record.value("due", "time")] if record.has("due", "time") else []
    texts += [line.text for line in sorted(record.lines, key=lambda line: _says_when_paid(line.text))]
    when = next((found for text in texts if (found := _due(text, near, order))), None)
    amount = _amount(record)
    if when is None or amount is None:
        return None
    outcome = _outcome(record)
    period = record.has("period") or any(_is_period(line.text) for line in record.lines)
    return _Row(record, amount, when, outcome, period)


def _says_when_paid(text: str) -> bool:
    """Tell whether a text says when a row was paid, which is not when it was due."""
    return bool(re.search(r"已还|实还|还清|结清|已缴|已于|实际|还款时间|paid", folded(text)))


def _amount(record: Record) -> Amount | None:
    """Return what a row says is to be paid: by its label, else the amount that is no part of another."""
    for key in ("due_amount", "amount"):
        if found := amounts(record.value(key)):
            return found[0]
    alone = [line for line in record.free if (amount := whole_amount(line.text)) and amount.sure]
    if alone:
        return _sum_among(alone) or whole_amount(max(alone, key=height).text)
    parts = {id(pair.line) for pair in record.pairs if pair.key in NO_DUE}
    inside = [found for line in record.lines if id(line) not in parts for found in amounts(line.text) if found.sure]
    if inside:
        return inside[0]
    bare = [amount for line in record.lines if id(line) not in parts and (amount := whole_amount(line.text))]
    large = [amount for amount in bare if amount.value >= LEAST_BARE]
    return large[0] if len(large) == 1 else None


MOST_PARTS = 6
"""Amounts of a row among which one is looked for that the others make."""


def _sum_among(lines: Sequence[MachineLine]) -> Amount | None:
    """Return the amount of a row that is what several others of it make together: principal, interest and fee."""
    found = [amount for line in lines if (amount := whole_amount(line.text))]
    if not 2 < len(found) <= MOST_PARTS:
        return None
    for whole in sorted(found, key=lambda each: each.value):
        parts = [each.value for each in found if 0 < each.value < whole.value]
        if any(sum(some) == whole.value for many in range(2, len(parts) + 1) for some in combinations(parts, many)):
            return whole
    return None


def _outcome(record: Record) -> Outcome:
    """Return what became of a row; overdue where it says so beside being still to pay."""
    texts = [record.value("status")] if record.has("status") else [line.text for line in record.lines]
    return _outcome_in(texts) or _outcome_in([record.day])


def _outcome_in(texts: Sequence[str]) -> Outcome:
    said = " ".join(
        re.sub(r"逾期(?:费|利息|罚息|金额|违约金)|应还(?:日|金额|款|本金|利息|总额|时间)|未逾期", "", folded(text))
        for text in texts
    )
    for key in STATES:
        listed_words = words("plans", key)
        if key == "paid" and re.search(r"未还|未结清|未缴|未还清", said):
            continue
        if has_any(said, listed_words):
            return Outcome(key)
    return Outcome.NONE


def _hold_together(rows: Sequence[_Row], headed: bool) -> bool:
    stated = sum(row.outcome is not Outcome.NONE for row in rows)
    numbered = sum(row.has_period for row in rows)
    days = [row.when.wall for row in rows]
    if len(rows) >= 2 and len(set(days)) < len(days):
        return False
    if headed:
        return stated >= 0.5 * len(rows) or numbered >= 0.5 * len(rows)
    return len(rows) >= 2 and stated >= 0.5 * len(rows) and (numbered >= 0.5 * len(rows) or stated == len(rows))


def _in_order(rows: list[_Row], near: datetime) -> list[_Row]:
    """Return rows whose dates name no year with the years that make them follow each other around ``near``."""
    if all(_names_year(row.when.words) for row in rows):
        return rows
    walls = _years(rows, near)
    return [replace(row, when=replace(row.when, wall=wall)) for row, wall in zip(rows, walls, strict=True)]


def _names_year(words_: str) -> bool:
    return bool(re.search(r"\d{3,4}\s?[年/.-]|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}", aligned(words_)))


def _years(rows: Sequence[_Row], near: datetime) -> list[datetime]:
    """Return the days of rows in order, paid and overdue ones not after ``near``, those not yet due after it."""
    stated = next((_year_of(row.record.day) for row in rows if _year_of(row.record.day)), None)
    falling = sum(_goes_back(one, other) for one, other in zip(rows, rows[1:], strict=False)) > (len(rows) - 1) / 2
    steps = list(reversed(rows)) if falling else list(rows)
    base = stated or near.year
    starts = (stated,) if stated else (base, base - 1, base + 1, base - 2)
    choices = [_following(steps, start) for start in starts]
    best = min(choices, key=lambda walls: _strangeness(steps, walls, near))
    return list(reversed(best)) if falling else best


def _strangeness(rows: Sequence[_Row], walls: Sequence[datetime], near: datetime) -> tuple[int, timedelta]:
    """Return how many rows cannot have been on such days, and how far the nearest of them is from the picture."""
    faults = sum(_is_fault(row, wall, near) for row, wall in zip(rows, walls, strict=True))
    return faults, min(abs(wall - near) for wall in walls)


def _goes_back(one: _Row, other: _Row) -> bool:
    """Tell whether a row's day is less than half a year before that of the row above it."""
    return 0 < (one.when.wall.timetuple().tm_yday - other.when.wall.timetuple().tm_yday) % 365 < 183


def _year_of(day: str) -> int | None:
    found = re.search(r"(?:19|20)\d\d", aligned(day))
    return int(found[0]) if found else None


def _following(rows: Sequence[_Row], year: int) -> list[datetime]:
    made: list[datetime] = []
    for row in rows:
        if _names_year(row.when.words):
            made.append(row.when.wall)
            continue
        wall = _in_year(row.when.wall, year)
        if made and wall <= made[-1] - timedelta(days=5):
            year = made[-1].year + 1 if _in_year(row.when.wall, made[-1].year) < made[-1] else made[-1].year
            wall = _in_year(row.when.wall, year)
        made.append(wall)
    return made


def _in_year(wall: datetime, year: int) -> datetime:
    return (
        wall.replace(year=year, day=min(wall.day, 28)) if (wall.month, wall.day) == (2, 29) else wall.replace(year=year)
    )


def _is_fault(row: _Row, wall: datetime, near: datetime) -> bool:
    if near == NEVER:
        return False
    if row.outcome is Outcome.OVERDUE:
        return wall > near
    if row.outcome is Outcome.DUE:
        return wall.date() < near.date()
    return row.outcome is Outcome.PAID and wall > near + timedelta(days=62)


def _understood(page: Page, rows: Sequence[_Row], near: datetime) -> Recognised:
    currency = page_currency(page)
    found = []
    for row in rows:
        facts = EventFacts(
            kind=EventKind.REPAYMENT,
            time=event_time(row.when),
            amount=row.amount.value,
            currency=row.amount.currency or currency,
            outcome=row.outcome or _by_date(row.when.wall.date(), near),
            text=row.record.text.replace("\n", " "),
            status=EventStatus.SUGGESTED,
        )
        found.append((facts, row.record.lines))
    return understood(PageKind.PLAN, page, found)


def _by_date(due: date, near: datetime) -> Outcome:
    """Return that a row which says nothing is still due, if its day has not come."""
    return Outcome.DUE if near != NEVER and due >= near.date() else Outcome.NONE
