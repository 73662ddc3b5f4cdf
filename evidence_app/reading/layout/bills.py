"""Lists of payments: a name, a time and an amount in each row. Pure."""

import re
from collections.abc import Sequence, Set
from dataclasses import replace
from datetime import datetime
from statistics import median

from evidence_app.characters import aligned, folded
from evidence_app.domain.events import Direction, EventFacts, EventKind, EventStatus, Outcome
from evidence_app.domain.machine_text import MachineLine
from evidence_app.domain.suggestions import PageKind
from evidence_app.reading.layout.bill_rows import CLOCK, NO_PAYMENT, TIMES, Payment, listed
from evidence_app.reading.layout.content import content
from evidence_app.reading.layout.figures import Amount, amounts, first_reference
from evidence_app.reading.layout.headings import is_furniture, is_headed
from evidence_app.reading.layout.ladder import Ladder
from evidence_app.reading.layout.line_rows import rows_in_lines
from evidence_app.reading.layout.moments import (
    best_time,
    day_headings,
    event_time,
    in_month,
    is_of_sum,
    is_sum,
    is_summary,
    page_near,
    taken,
    time_words,
)
from evidence_app.reading.layout.movements import (
    direction_of,
    name_shown,
    outcome_line,
    outcome_of,
    row_amount,
    said_alone,
    signed,
)
from evidence_app.reading.layout.page import Page, Recognised
from evidence_app.reading.layout.records import Record, cards, headed_cells, page_currency, record_of, table, understood
from evidence_app.reading.layout.rows import Lines, across, beside, column_of, ems, height, left, middle, right, top
from evidence_app.reading.layout.talk import looks_like_talk
from evidence_app.reading.layout.vocabulary import whole_label

MOST_LINES = 8
"""Lines of an entry: what has more is no list of payments."""

SECOND = 1.7
"""Heights of a line by which an amount stands at most below that of its row."""

LONGEST_LINE = 40
"""Ems of a line in a list of payments: what is longer is an article."""


def recognise_bills(page: Page) -> Recognised | None:
    """Return the payments of a page that lists them."""
    lines = content(page)
    if looks_like_talk(page, lines):
        return None
    found = _labelled(page, lines) or _in_list(page, lines) or _in_lines(page, lines)
    return understood(PageKind.BILL, page, [(each.facts, each.lines) for each in found]) if found else None


def _in_lines(page: Page, lines: Lines) -> list[Payment]:
    """Return the payments of rows that are one line each."""
    return rows_in_lines(lines, page_near(lines, taken(page)), page_currency(page))


def _labelled(page: Page, lines: Lines) -> list[Payment]:
    """Return the payments of a table or of cards of labels."""
    for records in ([_with_amount(record) for record in table(lines)], cards(lines)):
        chosen = [record for record in records if record.has("amount") and (record.has(*TIMES) or record.day)]
        if len(chosen) >= 2 and len(chosen) >= 0.8 * len(records):
            near, currency = page_near(lines, taken(page)), page_currency(page)
            made = [_labelled_payment(record, near, currency) for record in chosen]
            return [each for each in made if each.facts.amount is not None and each.timed]
    return []


def _with_amount(record: Record) -> Record:
    """Return a row whose amount stands in one of two columns, money in and money out, as one with an amount."""
    if record.has("amount"):
        return record
    moved = [pair for pair in record.pairs if _column_direction(pair.label) and _is_moved(pair.text)]
    if len(moved) != 1:
        return record
    return replace(
        record, pairs=(*(pair for pair in record.pairs if pair is not moved[0]), replace(moved[0], key="amount"))
    )


def _is_moved(text: str) -> bool:
    return any(amount.value for amount in amounts(text))


def _column_direction(label: str) -> Direction:
    """Return which way the money of a column went: 支出, 借方发生额, 存入金额."""
    return said_alone(re.sub(r"(?:发生额|金额|额|amount|\(.*\))$", "", folded(label)))


def _labelled_payment(record: Record, near: datetime, currency: str) -> Payment:
    found = next(iter(amounts(record.value("amount"))), None)
    when = best_time([*(record.value(key) for key in TIMES if record.has(key)), record.day], near)
    said = " ".join(text for key in ("type", "description", "party") for text in record.values(key))
    state = record.value("status") or " ".join(line.text for line in record.free)
    facts = EventFacts(
        kind=EventKind.PAYMENT,
        time=event_time(when),
        direction=_direction(record, found, said),
        party=record.value("party", "payer") or _free_name(record) or record.value("description", "type"),
        amount=found.value if found else None,
        currency=(found.currency if found else "") or currency,
        reference=first_reference(record.values("reference", "reference_second")),
        outcome=outcome_of(state) or Outcome.DONE,
        text=said.strip(),
        status=EventStatus.SUGGESTED,
    )
    return Payment(facts, record.lines, bool(found and found.sign), when is not None)


def _direction(record: Record, amount: Amount | None, said: str) -> Direction:
    labels = " ".join(pair.label for pair in record.pairs if pair.text and pair.key in ("amount", *TIMES))
    shown = signed(amount.sign) if amount else Direction.NONE
    columns = [_column_direction(pair.label) for pair in record.pairs if pair.key == "amount"]
    column = next(filter(None, columns), Direction.NONE)
    return shown or column or direction_of(said) or _withdrawn(record) or direction_of(labels)


_WITHDRAWN = re.compile(r"(?:提现|提领|提款|取现|出金)(?:金额|额)(?:\(.*\))?")
"""``提现金额(USDT)``: the label of a withdrawal's sum, which has no sign."""


def _withdrawn(record: Record) -> Direction:
    """Return that what was withdrawn left the wallet that lists it; not what was lent, or said to have arrived."""
    labels = [folded(pair.label) for pair in record.pairs if pair.text]
    arrived = any(label.startswith(("到账", "到帐", "入账", "入帐", "收款")) for label in labels)
    lent = any(word in label for label in labels for word in ("借款", "贷款", "放款", "期数", "期限"))
    wallet = any(map(_WITHDRAWN.fullmatch, labels))
    return Direction.OUT if wallet and not arrived and not lent else Direction.NONE


def _free_name(record: Record) -> str:
    named = [line.text for line in record.free if not outcome_line(line.text) and not amounts(line.text)]
    return name_shown(named[0]) if named else ""


def _in_list(page: Page, lines: Lines) -> list[Payment]:
    """Return the payments of a list whose rows end in an amount."""
    near = taken(page)
    lines = _without_sums(lines, near)
    anchors = _anchors(page, lines)
    headed = is_headed(page, lines, "bills")
    if len(anchors) < (1 if headed else 2):
        return []
    body = tuple(line for line in lines if not (is_furniture(line.text) and _is_outside(line, anchors)))
    headings = _headings(body, anchors, near)
    body = tuple(line for line in body if not any(is_summary(line.text) and beside(line, day) for day in headings))
    body = tuple(line for line in body if line not in headings)
    headings = [_with_month(day, headings, near) for day in headings]
    cells = _of_one_row(headed_cells(anchors, body, headings), anchors)
    if any(len(each) > MOST_LINES or max(ems(line.text) for line in each) > LONGEST_LINE for each, _ in cells):
        return []
    records = [record_of(own, day) for own, day in cells if not _is_sum(own, near)]
    currency = page_currency(page)
    known = frozenset(anchors)
    found = [listed(record, known, near, currency) for record in records]
    found = _without_cut_row(found)
    made = _with_directions([each for each in found if each])
    return made if len(made) >= 0.8 * len(records) and _hold_together(made, headed) else []


def _of_one_row(cells: Sequence[tuple[Lines, str]], anchors: Sequence[MachineLine]) -> list[tuple[Lines, str]]:
    """Return the entries without the rows beside them whose amounts were not read.

    Such an entry has more lines than any, or two times; of its own are those that stand as in the other entries.
    """
    known = set(anchors)
    own = [next((line for line in cell if line in known), cell[0]) for cell, _ in cells]
    reach = [[middle(line) - middle(anchor) for line in cell] for (cell, _), anchor in zip(cells, own, strict=True)]
    if len(cells) < 3:
        return list(cells)
    above, below = (median(edge(each) for each in reach) for edge in (min, max))
    made = []
    for (cell, day), anchor in zip(cells, own, strict=True):
        kept = [
            line for line in cell if above <= middle(line) - middle(anchor) + height(line) / 2 <= below + height(line)
        ]
        doubled = len(cell) > MOST_LINES or sum(bool(CLOCK.search(line.text)) for line in cell) > 1
        made.append((tuple(kept) if doubled and anchor in kept else cell, day))
    return made


def _without_cut_row(found: list[Payment | None]) -> list[Payment | None]:
    """Return rows without the last one if only it says no time: the picture ends in it."""
    *others, last = found or [None]
    cut = len(others) > 1 and last is not None and not last.timed and all(each and each.timed for each in others)
    return others if cut else found


def _without_sums(lines: Lines, near: datetime) -> Lines:
    """Return lines without the sums beside the days above rows that say their own time of day."""
    days = day_headings(lines, near, summed=True)
    lines = tuple(line for line in lines if not _are_two_sums(line.text))
    sums = [
        line for line in lines if is_of_sum(line.text) and any(beside(line, day) for day in days if day is not line)
    ]
    clocks = [line for line in lines if line not in days and re.search(r"\d:\d\d", aligned(line.text))]
    return tuple(line for line in lines if line not in sums) if len(days) < len(clocks) else lines


def _are_two_sums(text: str) -> bool:
    """Tell whether a line says what went out and what came in, as below the day above rows: 支 ¥12.00 收入 ¥0.00."""
    return is_sum(text) and len(amounts(text)) == 2 and len(_WAY.findall(aligned(text))) == 2


_WAY = re.compile(r"支出?|出|收入?|入|expenses?|income|\bin\b|\bout\b|spent|received")


def _with_month(heading: MachineLine, headings: Sequence[MachineLine], near: datetime) -> MachineLine:
    """Return a heading that names only a day with the month of the one above it."""
    above = [other for other in headings if middle(other) < middle(heading) and "月" in aligned(other.text)]
    month = max(above, key=middle).text if above else ""
    return replace(heading, text=in_month(heading.text, month, near))


def _is_sum(lines: Lines, near: datetime) -> bool:
    """Tell whether an entry is a label with a sum instead of a payment: 本月支出 ¥3,210.00."""
    if all(is_of_sum(line.text) for line in lines):
        return True
    sums = any(whole_label(line.text) in NO_PAYMENT for line in lines)
    return sums and not any(time_words(line.text, near) for line in lines) and len(lines) <= 4


def _is_outside(line: MachineLine, anchors: Sequence[MachineLine]) -> bool:
    return not min(map(top, anchors)) - line.region[3] < middle(line) < max(map(middle, anchors)) + line.region[3]


def _anchors(page: Page, lines: Lines) -> list[MachineLine]:
    """Return the amounts of a list: lines that are one and nothing else, below each other, none of them a total."""
    lines = _without_directions(lines)
    sums = [line for line in lines if whole_label(line.text) in NO_PAYMENT]
    found = [line for line in lines if (amount := row_amount(line.text)) and amount.sure and not _is_total(line, sums)]
    signed_ones = [line for line in found if (amount := row_amount(line.text)) and amount.sign]
    ladder = Ladder(found)
    found = [line for line in found if not any(_is_second(line, other) for other in _shortly_above(line, ladder))]
    column = column_of(signed_ones if len(signed_ones) >= 0.7 * len(found) else found, page.width_px)
    if not column:
        return []
    start = min(map(left, column)) - max(line.region[3] for line in column)
    end = max(map(right, column))
    inside = [line for line in found if start <= left(line) and right(line) <= end + line.region[3]]
    return sorted([*inside, *_bare(page, lines, inside)], key=middle)


def _bare(page: Page, lines: Lines, column: Sequence[MachineLine]) -> list[MachineLine]:
    """Return the bare whole numbers that end where signed ones of a bill list end: currencies without decimals."""
    if not is_headed(page, lines, "bills") or not all(_is_whole_and_signed(line.text) for line in column):
        return []
    numbers = [line for line in lines if (amount := row_amount(line.text)) and not amount.sure]
    return [line for line in numbers if any(abs(right(line) - right(each)) <= height(line) / 3 for each in column)]


def _is_whole_and_signed(text: str) -> bool:
    amount = row_amount(text)
    return amount is not None and amount.value == int(amount.value) and bool(amount.sign or "," in text)


def _without_directions(lines: Lines) -> Lines:
    """Return lines without the words that stand in most rows for a sign; alone, 支出 is the label of a sum."""
    figures = [line for line in lines if (amount := row_amount(line.text)) and amount.sure]
    told = [line for line in lines if len(line.text.strip()) > 1 and said_alone(line.text)]
    rows = [line for line in told if any(beside(line, other) or _under(line, other) for other in figures)]
    return tuple(line for line in lines if line not in told) if len(rows) >= 0.4 * len(figures) else lines


def _under(line: MachineLine, other: MachineLine) -> bool:
    return abs(middle(line) - middle(other)) <= 2 * max(height(line), height(other)) and across(line, other) > 0


def _shortly_above(line: MachineLine, lines: Ladder) -> list[MachineLine]:
    return lines.between(middle(line) - SECOND * max(height(line), lines.tallest), middle(line))


def _is_second(line: MachineLine, other: MachineLine) -> bool:
    """Tell whether an amount stands right below that of its row: a balance, or a price before it was reduced."""
    amount, first = row_amount(line.text), row_amount(other.text)
    if line is other or not amount or not first or (amount.sign and not first.sign):
        return False
    below = 0 < middle(line) - middle(other) <= SECOND * max(height(line), height(other))
    lesser = height(line) < 0.95 * height(other) or bool(first.sign and not amount.sign)
    return below and across(line, other) > 0 and lesser


def _is_total(line: MachineLine, sums: Sequence[MachineLine]) -> bool:
    """Tell whether a label beside or above an amount says that it is a sum, a balance or a fee."""
    for other in sums:
        before = beside(other, line) and 0 <= left(line) - right(other) <= 6 * line.region[3]
        near = abs(middle(other) - middle(line)) <= 1.6 * max(line.region[3], other.region[3])
        if before or (near and not beside(other, line) and abs(left(other) - left(line)) < line.region[3]):
            return True
    return False


def _headings(lines: Lines, anchors: Sequence[MachineLine], near: datetime) -> list[MachineLine]:
    """Return the days and months that stand above several rows, not in one of them."""
    days = day_headings(lines, near, summed=True)
    clocked = [line for line in lines if line not in days and time_words(line.text, near)]
    if len(clocked) >= 0.6 * len(anchors):
        return days
    inside = [day for day in days if min(map(middle, anchors)) < middle(day)]
    return days if len(inside) < len(anchors) - 1 or not inside else [day for day in days if day not in inside]


def _with_directions(found: list[Payment]) -> list[Payment]:
    """Return payments with the directions that their signs, the signs of the others, or their words say."""
    signs = {each.facts.direction for each in found if each.signed}
    if signs == {Direction.OUT} and _returns_only(found):
        return [_turned(each, Direction.IN if each.signed else Direction.OUT) for each in found]
    return [_turned(each, each.facts.direction or _way_without_sign(each.facts, signs)) for each in found]


def _way_without_sign(facts: EventFacts, signs: Set[Direction]) -> Direction:
    """Return which way a payment went that has no sign, where the others went the ways of these ``signs``, if any."""
    if facts.outcome is Outcome.REFUNDED:
        return Direction.IN
    if facts.outcome is Outcome.DONE and signs == {Direction.IN}:
        return Direction.OUT
    if facts.outcome is Outcome.DONE and signs == {Direction.OUT}:
        return Direction.IN
    return Direction.NONE if signs else direction_of(facts.text)


def _returns_only(found: Sequence[Payment]) -> bool:
    """Tell whether only what came back has a minus, as on a card's bill, which counts what is owed."""
    less = [each for each in found if each.signed]
    back = [
        each for each in less if each.facts.outcome is Outcome.REFUNDED or direction_of(each.facts.text) is Direction.IN
    ]
    return len(less) < len(found) and len(back) == len(less)


def _turned(each: Payment, direction: Direction) -> Payment:
    return replace(each, facts=replace(each.facts, direction=direction))


def _hold_together(found: Sequence[Payment], headed: bool) -> bool:
    """Tell whether what was found is a list of payments: with times, and signs where no heading says what it is."""
    timed = sum(each.timed for each in found)
    with_sign = sum(each.signed for each in found)
    told = sum(each.facts.outcome is not Outcome.DONE for each in found)
    if not found or timed < 0.8 * len(found):
        return False
    return headed or with_sign + told >= 0.5 * len(found)
