"""Lists of payments: a name, a time and an amount in each row. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from evidence_app.characters import aligned, folded
from evidence_app.domain.events import Direction, EventFacts, EventKind, EventStatus, Outcome
from evidence_app.domain.machine_text import MachineLine
from evidence_app.domain.suggestions import PageKind
from evidence_app.reading.layout.figures import Amount, amounts, first_reference
from evidence_app.reading.layout.headings import is_furniture, is_headed
from evidence_app.reading.layout.ladder import Ladder
from evidence_app.reading.layout.moments import (
    NEVER,
    best_time,
    day_headings,
    event_time,
    in_month,
    is_of_sum,
    is_summary,
    near_in,
    page_near,
    taken,
    time_words,
)
from evidence_app.reading.layout.movements import (
    direction_of,
    is_means,
    is_type,
    name_shown,
    outcome_line,
    outcome_of,
    row_amount,
    said_alone,
    signed,
)
from evidence_app.reading.layout.page import Page, Recognised
from evidence_app.reading.layout.records import Record, cards, headed_cells, page_currency, record_of, table, understood
from evidence_app.reading.layout.rows import (
    Lines,
    across,
    beside,
    column_of,
    content,
    ems,
    height,
    left,
    looks_like_talk,
    middle,
    right,
    top,
)
from evidence_app.reading.layout.vocabulary import label_at_start, whole_label
from evidence_app.reading.when import When

TIMES = ("time", "time_created", "time_arrived")
IS_NO_NAME = ("reference", "reference_second", *TIMES)
NO_PAYMENT = ("balance", "summary", "fee", "principal", "interest", "due_amount")

MOST_LINES = 8
"""Lines of an entry: what has more is no list of payments."""

SECOND = 1.7
"""Heights of a line by which an amount stands at most below that of its row."""

LONGEST_LINE = 40
"""Ems of a line in a list of payments: what is longer is an article."""


@dataclass(frozen=True, slots=True)
class _Payment:
    facts: EventFacts
    lines: Lines
    signed: bool
    timed: bool


def recognise_bills(page: Page) -> Recognised | None:
    """Return the payments of a page that lists them."""
    lines = content(page)
    if looks_like_talk(page, lines):
        return None
    found = _labelled(page, lines) or _in_list(page, lines)
    return understood(PageKind.BILL, page, [(each.facts, each.lines) for each in found]) if found else None


def _labelled(page: Page, lines: Lines) -> list[_Payment]:
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


def _labelled_payment(record: Record, near: datetime, currency: str) -> _Payment:
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
    return _Payment(facts, record.lines, bool(found and found.sign), when is not None)


def _direction(record: Record, amount: Amount | None, said: str) -> Direction:
    labels = " ".join(pair.label for pair in record.pairs if pair.text and pair.key in ("amount", *TIMES))
    shown = signed(amount.sign) if amount else Direction.NONE
    columns = [_column_direction(pair.label) for pair in record.pairs if pair.key == "amount"]
    column = next(filter(None, columns), Direction.NONE)
    return shown or column or direction_of(said) or direction_of(labels)


def _free_name(record: Record) -> str:
    named = [line.text for line in record.free if not outcome_line(line.text) and not amounts(line.text)]
    return name_shown(named[0]) if named else ""


def _in_list(page: Page, lines: Lines) -> list[_Payment]:
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
    cells = headed_cells(anchors, body, headings)
    if any(len(each) > MOST_LINES or max(ems(line.text) for line in each) > LONGEST_LINE for each, _ in cells):
        return []
    records = [record_of(own, day) for own, day in cells if not _is_sum(own, near)]
    currency = page_currency(page)
    known = frozenset(anchors)
    found = [_listed(record, known, near, currency) for record in records]
    made = _with_directions([each for each in found if each])
    return made if len(made) >= 0.8 * len(records) and _hold_together(made, headed) else []


def _without_sums(lines: Lines, near: datetime) -> Lines:
    """Return lines without the sums beside the days above rows that say their own time of day."""
    days = day_headings(lines, near, summed=True)
    sums = [
        line for line in lines if is_of_sum(line.text) and any(beside(line, day) for day in days if day is not line)
    ]
    clocks = [line for line in lines if line not in days and re.search(r"\d:\d\d", aligned(line.text))]
    return tuple(line for line in lines if line not in sums) if len(days) < len(clocks) else lines


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


def _listed(record: Record, anchors: frozenset[MachineLine], near: datetime, currency: str) -> _Payment | None:
    line = next((each for each in record.lines if each in anchors), None)
    if line is None:
        return None
    amount = row_amount(line.text)
    others = [each for each in record.lines if each is not line]
    alone = [piece for each in others for piece in _pieces(each.text) if _is_time(piece, near)]
    alone = alone if any(map(_CLOCK.search, alone)) else []
    timed = [each for each in others if _is_timed(each.text, near, bool(alone))]
    when = best_time(
        [record.value(key) for key in TIMES if record.has(key)]
        + [in_month(text, record.day, near) for text in alone or [each.text for each in timed]],
        near,
        record.day,
    )
    if when is None and record.day:
        when = best_time([record.day], near)
    if number := _day_number(others, line):
        when = _on_day(number, [each.text for each in timed], record.day, near) or when
    bare = [each.text.replace(time_words(each.text, near), "") if each in timed else each.text for each in others]
    state = next((found for text in bare if (found := outcome_line(text))), Outcome.NONE)
    titles = _titles(others, timed, near)
    if amount is None or not titles:
        return None
    shown = _named_by(titles).text
    party = name_shown(_nameable(shown, near)) if alone else _without_time(shown, near)
    said = " ".join(each.text for each in titles)
    told = next((way for text in bare if len(text.strip()) > 1 and (way := said_alone(text))), Direction.NONE)
    direction = signed(amount.sign) or told
    facts = EventFacts(
        kind=EventKind.PAYMENT,
        time=event_time(when),
        direction=direction,
        party=_named(record, direction) or party,
        amount=amount.value,
        currency=amount.currency or currency,
        reference=first_reference(record.values("reference")),
        outcome=state or _outcome_in(titles[0].text),
        text=said,
        status=EventStatus.SUGGESTED,
    )
    return _Payment(facts, record.lines, bool(amount.sign or told), when is not None)


_CLOCK = re.compile(r"\d\s?[:\uff1a]\s?\d\d")


def _pieces(text: str) -> list[str]:
    """Return the parts of a line that strokes and dots part: 12:03 | 餐饮."""
    return [piece for piece in re.split(r"\s*[|\uff5c丨·•]\s*", text) if piece]


def _is_time(text: str, near: datetime) -> bool:
    """Tell whether a text is a time and nothing else: no name that holds one, as 7点半小酒馆 or 3月5日生日蛋糕."""
    return bool(time_words(text, near)) and not _rest(text, near)


def _is_timed(text: str, near: datetime, elsewhere: bool) -> bool:
    """Tell whether a line says when; where a time stands alone, only what holds one like that."""
    if elsewhere:
        return any(_is_time(piece, near) for piece in _pieces(text))
    return bool(time_words(text, near))


def _nameable(text: str, near: datetime) -> str:
    """Return a line without the parts of it that are times."""
    pieces = [piece for piece in _pieces(text) if not _is_time(piece, near)]
    return text if len(pieces) in (0, len(_pieces(text))) else " ".join(pieces)


def _day_number(others: Sequence[MachineLine], amount: MachineLine) -> str:
    """Return the day of the month that stands alone on the left of a row, as in a calendar."""
    first = min(map(left, others), default=0)
    found = [each for each in others if re.fullmatch(r"[0-3]?\d", each.text.strip()) and left(each) < left(amount)]
    found = [each for each in found if left(each) - first <= height(each)]
    return found[0].text.strip() if found else ""


def _on_day(number: str, times: Sequence[str], day: str, near: datetime) -> When | None:
    """Return the time of a row whose day is a number, in the month of its heading, or in that of the picture."""
    under = near_in(day, near)
    if under == NEVER:
        return None
    month = next((text for text in times if re.fullmatch(r"\d{1,2}月", text.strip())), f"{under.month}月")
    clock = next((text[found.start() :] for text in times if (found := re.search(r"\d{1,2}[:：]\d\d", text))), "")
    return best_time([f"{under.year}年{month}{int(number)}日 {clock}".strip()], under)


def _named(record: Record, direction: Direction) -> str:
    """Return the name beside a label that says with whom a payment was: 对方：王建国."""
    keys = ("payer", "party") if direction is Direction.IN else ("party", "payer")
    return name_shown(record.value(*keys))


def _named_by(titles: Sequence[MachineLine]) -> MachineLine:
    """Return the line that says with whom a payment was: the first, unless that says what kind of payment it is."""
    first, *others = [each for each in titles if not outcome_line(each.text)] or titles
    if not is_type(first.text):
        return first
    near = [each for each in others if left(each) - left(first) < height(first) or beside(each, first)]
    named = [each for each in (*near, *others) if not is_means(each.text)]
    return next(iter(named or near), first)


def _without_time(title: str, near: datetime) -> str:
    """Return the name in a title that begins or ends with its time, as narrow pages have it."""
    said = time_words(title, near)
    rest = title.replace(said, "", 1).strip(" ·|/,-–—(（)）") if said else title
    return name_shown(rest if rest and (title.startswith(said) or title.endswith(said)) else title)


def _outcome_in(title: str) -> Outcome:
    plain = folded(title)
    return Outcome.REFUNDED if plain.endswith("退款") or re.match(r"^退款[-–—·:]", plain) else Outcome.DONE


def _titles(others: Sequence[MachineLine], timed: Sequence[MachineLine], near: datetime) -> list[MachineLine]:
    """Return the lines of a row that say what it is for, the first line first, no icons."""
    found = []
    for line in others:
        found_label = label_at_start(line.text)
        if line in timed and (len(_rest(line.text, near)) < 2 or said_alone(_rest(line.text, near))):
            continue
        if said_alone(line.text) and len(others) > 2:
            continue
        if found_label and found_label[0] in IS_NO_NAME and not whole_label(line.text):
            continue
        if outcome_line(line.text) and not _is_first(line, others):
            continue
        if _is_icon(line, others) or _DAY_NUMBER.match(line.text.strip()):
            continue
        if (
            found_label
            and found_label[0] in NO_PAYMENT + ("method",)
            and _has_value(line)
            and not _is_first(line, others)
        ):
            continue
        if (amount := row_amount(line.text)) and amount.sure:
            continue
        found.append(line)
    return found


_DAY_NUMBER = re.compile(r"^(?:[0-3]?\d[日号號]?|(?:19|20)\d\d|(?:周|星期|週)[一二三四五六日天]|1?\d月)$")
"""What a column of days says of each row, in pieces."""


def _is_icon(line: MachineLine, others: Sequence[MachineLine]) -> bool:
    """Tell whether a line is what an icon shows: a single character, or the first two of the name to its right."""
    shown = line.text.strip()
    rest = [each for each in others if each is not line and beside(line, each)]
    if len(shown) == 1:
        return bool(rest)
    return len(shown) == 2 and any(each.text.strip().startswith(shown) and left(each) > right(line) for each in rest)


def _has_value(line: MachineLine) -> bool:
    """Tell whether a line that begins as a label does is one, alone or with its value: not 余额宝收益."""
    found = label_at_start(line.text)
    rest = line.text[found[1] :].strip() if found else ""
    return not rest or bool(amounts(rest)) or rest[0] in ":：" or not rest[0].isalpha()


def _is_first(line: MachineLine, others: Sequence[MachineLine]) -> bool:
    longer = [each for each in others if len(each.text.strip()) > 1]
    return bool(longer) and line is min(longer, key=lambda each: (round(top(each) / line.region[3]), left(each)))


def _rest(text: str, near: datetime) -> str:
    return re.sub(r"[\d\W]|星期.|周.", "", folded(text.replace(time_words(text, near), "")))


def _with_directions(found: list[_Payment]) -> list[_Payment]:
    """Return payments with the directions that their signs, the signs of the others, or their words say."""
    signs = {each.facts.direction for each in found if each.signed}
    if signs == {Direction.OUT} and _returns_only(found):
        return [_turned(each) for each in found]
    made = []
    for each in found:
        direction = each.facts.direction
        if not direction and each.facts.outcome is Outcome.REFUNDED:
            direction = Direction.IN
        if not direction and each.facts.outcome is Outcome.DONE and signs == {Direction.IN}:
            direction = Direction.OUT
        if not direction and each.facts.outcome is Outcome.DONE and signs == {Direction.OUT}:
            direction = Direction.IN
        if not direction and not signs:
            direction = direction_of(each.facts.text)
        made.append(replace(each, facts=replace(each.facts, direction=direction)))
    return made


def _returns_only(found: Sequence[_Payment]) -> bool:
    """Tell whether only what came back has a minus, as on a card's bill, which counts what is owed."""
    less = [each for each in found if each.signed]
    back = [
        each for each in less if each.facts.outcome is Outcome.REFUNDED or direction_of(each.facts.text) is Direction.IN
    ]
    return len(less) < len(found) and len(back) == len(less)


def _turned(each: _Payment) -> _Payment:
    direction = Direction.IN if each.signed else Direction.OUT
    return replace(each, facts=replace(each.facts, direction=direction))


def _hold_together(found: Sequence[_Payment], headed: bool) -> bool:
    """Tell whether what was found is a list of payments: with times, and signs where no heading says what it is."""
    timed = sum(each.timed for each in found)
    with_sign = sum(each.signed for each in found)
    told = sum(each.facts.outcome is not Outcome.DONE for each in found)
    if not found or timed < 0.8 * len(found):
        return False
    return headed or with_sign + told >= 0.5 * len(found)
