"""One row of a list of payments: its time, with whom, which way the money went, what became of it. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from evidence_app.characters import aligned, folded
from evidence_app.domain.events import Direction, EventFacts, EventKind, EventStatus, Outcome
from evidence_app.domain.machine_text import MachineLine
from evidence_app.domain.times import Precision
from evidence_app.reading.layout.boxes import apart
from evidence_app.reading.layout.figures import amounts, first_reference
from evidence_app.reading.layout.moments import (
    NEVER,
    best_time,
    event_time,
    in_month,
    near_in,
    time_words,
)
from evidence_app.reading.layout.movements import (
    is_means,
    is_type,
    name_shown,
    outcome_line,
    row_amount,
    said_alone,
    signed,
)
from evidence_app.reading.layout.records import Record
from evidence_app.reading.layout.rows import Lines, beside, bottom, ems, height, left, middle, right, top
from evidence_app.reading.layout.vocabulary import label_at_start, whole_label
from evidence_app.reading.when import When, parse_when

TIMES = ("time", "time_created", "time_arrived")
IS_NO_NAME = ("reference", "reference_second", *TIMES)
NO_PAYMENT = ("balance", "summary", "fee", "principal", "interest", "due_amount")
NO_TITLE = (*NO_PAYMENT, "method")


@dataclass(frozen=True, slots=True)
class Payment:
    """A payment with its lines. ``signed`` tells whether its own sign or word says which way the money went."""

    facts: EventFacts
    lines: Lines
    signed: bool
    timed: bool


def listed(record: Record, anchors: frozenset[MachineLine], near: datetime, currency: str) -> Payment | None:
    """Return what a row of a list, whose amount is one of the anchors, says; None if it names nobody."""
    line = next((each for each in record.lines if each in anchors), None)
    if line is None:
        return None
    amount = row_amount(line.text)
    others = [each for each in record.lines if each is not line]
    timing = _timing(record, line, others, near)
    timed = timing.lines
    bare = [each.text.replace(time_words(each.text, near), "") if each in timed else each.text for each in others]
    state = next((found for text in bare if (found := outcome_line(text))), Outcome.NONE)
    titles = _titles(others, timed, near)
    if amount is None or not titles:
        return None
    shown = _whole_name(_named_by(titles), titles)
    party = name_shown(_nameable(shown, near)) if timing.alone else _without_time(shown, near)
    said = " ".join(each.text for each in titles)
    told = next((way for text in (*bare, *_before_times(others, near)) if (way := _told(text))), Direction.NONE)
    direction = signed(amount.sign) or told
    facts = EventFacts(
        kind=EventKind.PAYMENT,
        time=event_time(timing.when),
        direction=direction,
        party=_named(record, direction) or party,
        amount=amount.value,
        currency=amount.currency or currency,
        reference=first_reference(record.values("reference")),
        outcome=state or _outcome_in(titles[0].text),
        text=said,
        status=EventStatus.SUGGESTED,
    )
    return Payment(facts, record.lines, bool(amount.sign or told), timing.when is not None)


@dataclass(frozen=True, slots=True)
class _Timing:
    """When a row was, the lines that tell it, and the pieces of them that are nothing but a time."""

    when: When | None
    lines: Lines
    alone: tuple[str, ...]


def _timing(record: Record, amount: MachineLine, others: Sequence[MachineLine], near: datetime) -> _Timing:
    alone = [piece for each in others for piece in _pieces(each.text) if _is_time(piece, near)]
    alone = alone if any(map(CLOCK.search, alone)) else []
    timed = [each for each in others if _is_timed(each.text, near, bool(alone))]
    when = best_time(
        [record.value(key) for key in TIMES if record.has(key)]
        + [in_month(text, record.day, near) for text in alone or [each.text for each in timed]],
        near,
        record.day,
    )
    if when is None and record.day:
        when = best_time([record.day], near)
    told = any(_names_day(text, near) for text in (record.day, *(alone or [each.text for each in timed])))
    if not told and (number := _day_number(others, amount)):
        when = _on_day(number, [each.text for each in timed], record.day, near) or when
    return _Timing(when, tuple(timed), tuple(alone))


def _told(text: str) -> Direction:
    """Return the direction that a line of more than one character says: alone, or before the kind of movement."""
    if len(text.strip()) < 2:
        return Direction.NONE
    begun = _BEGUN.match(aligned(text))
    return said_alone(text) or (said_alone(begun[0]) if begun else Direction.NONE)


_BEGUN = re.compile(r"(?:支出|收入)(?=\W|[\u4e00-\u9fff]{2,4}(?:\W|$))")


def _before_times(lines: Sequence[MachineLine], near: datetime) -> list[str]:
    """Return what stands before the time of a line: 支出 in 支出 2025/11/12 15:15 花呗."""
    said = [(line.text, time_words(line.text, near)) for line in lines]
    return [text[: text.find(words)] for text, words in said if words and text.find(words) > 1]


CLOCK = re.compile(r"\d\s?[:\uff1a]\s?\d\d")


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


def _names_day(said: str, near: datetime) -> bool:
    """Tell whether a heading or a row's own time says its day: a number beside it is none, but an icon's."""
    named = _MONTH_AND_DAY.search(aligned(said)) or _NEAR_DAY.search(aligned(said))
    found = parse_when(said, near) if named else None
    return found is not None and found.precision is not Precision.MONTH


_MONTH_AND_DAY = re.compile(r"\d\s?(?:月\s?|[-/.])\d")
_NEAR_DAY = re.compile(r"[今昨前]\s?[天日]|today|yesterday")


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


def _whole_name(first: MachineLine, titles: Sequence[MachineLine]) -> str:
    """Return a name with the end of it that stands in the next line: of one size and colour, or in its bracket."""
    below = [each for each in titles if middle(each) > middle(first)]
    after = min(below, key=middle, default=None)
    if (
        after is None
        or abs(left(after) - left(first)) > height(first) / 2
        or top(after) - bottom(first) > height(first)
    ):
        return first.text
    opened = sum(first.text.count(each) for each in "(（") > sum(first.text.count(each) for each in ")）")
    if opened and after.text.rstrip()[-1:] in (")", "）"):
        return first.text + after.text
    if first.ink is None or apart(after.ink, first.ink) > SAME_INK or is_type(after.text):
        return first.text
    higher = abs(height(after) - height(first)) / height(first)
    if _UNFINISHED.search(first.text):
        return first.text + after.text if higher <= HIGHER_SHORT else first.text
    broken = ems(first.text) >= LONG_NAME and ems(after.text) <= END_OF_NAME
    short = len(after.text) <= SHORT_END
    return first.text + after.text if broken and higher <= (HIGHER_SHORT if short else HIGHER) else first.text


_UNFINISHED = re.compile(r"(?:[给給至自]|[-－—])$")
"""The end of a line whose name stands in the next one: 扫二维码付款-给."""

SAME_INK = 25
"""Of 255: how far the colours of the two lines of one name lie apart at the most."""
LONG_NAME, END_OF_NAME = 7, 4
"""Ems of a name that goes on in the next line, and of what stands there."""
HIGHER, HIGHER_SHORT, SHORT_END = 0.12, 0.4, 2
"""Parts of a line's height by which its name's other line is higher or lower; of one of so few characters more."""


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
    untimed = [line for line in others if line not in timed or _says_more(_rest(line.text, near))]
    return [line for line in untimed if _is_title(line, others)]


def _says_more(rest: str) -> bool:
    """Tell whether what a line says besides its time may be a name."""
    return len(rest) >= 2 and not said_alone(rest)


def _is_title(line: MachineLine, others: Sequence[MachineLine]) -> bool:
    found = label_at_start(line.text)
    label = found[0] if found else ""
    if said_alone(line.text) and len(others) > 2:
        return False
    if label in IS_NO_NAME and not whole_label(line.text):
        return False
    if (outcome_line(line.text) or (label in NO_TITLE and _has_value(line))) and not _is_first(line, others):
        return False
    if _is_icon(line, others) or _DAY_NUMBER.match(line.text.strip()):
        return False
    amount = row_amount(line.text)
    return amount is None or not amount.sure


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
