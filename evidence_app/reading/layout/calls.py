"""Lists of calls, the calls with one number, and a carrier's detailed list. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from evidence_app.characters import aligned, folded
from evidence_app.domain.call_lists import merged_words
from evidence_app.domain.events import Direction, EventFacts, EventKind, EventStatus
from evidence_app.domain.machine_text import MachineLine
from evidence_app.domain.suggestions import PageKind
from evidence_app.reading.clocks import parse_duration
from evidence_app.reading.layout.call_words import (
    ARROWS,
    LONGEST_LINE,
    OUTWARD,
    direction_of,
    is_name_with_time,
    is_only_time,
    is_whole,
    length_at_end,
    looks_like_length,
    number_in,
    says_when,
    says_who,
    stated_length,
    without_arrow,
)
from evidence_app.reading.layout.content import content, is_beside_clock
from evidence_app.reading.layout.figures import amounts, count_of_calls, phone_number, without_count
from evidence_app.reading.layout.headings import is_furniture, is_headed
from evidence_app.reading.layout.moments import (
    best_time,
    day_headings,
    is_clock,
    page_near,
    taken,
    time_by,
    time_words,
)
from evidence_app.reading.layout.page import Page, Recognised
from evidence_app.reading.layout.records import Record, cards, headed_cells, record_of, table, understood
from evidence_app.reading.layout.rows import Lines, beside, centre, column_of, ems, height, left, middle
from evidence_app.reading.layout.talk import looks_like_talk
from evidence_app.reading.layout.vocabulary import whole_label, words

MOST_LINES = 7
"""Lines of an entry: what has more is no list of calls."""

SAME_ENTRY = 0.6
"""Part of the distance between two entries within which lines belong to one of them."""


@dataclass(frozen=True, slots=True)
class _Call:
    """One row.

    ``said`` tells whether a word, a length or a label says that it is a call, ``timed`` whether it says when.
    """

    facts: EventFacts
    lines: Lines
    said: bool
    timed: bool


def recognise_calls(page: Page) -> Recognised | None:
    """Return the calls of a page that lists them."""
    lines = content(page)
    if looks_like_talk(page, lines):
        return None
    found = _labelled(page, lines) or _in_list(page, lines)
    if not found:
        return None
    return understood(PageKind.CALLS, page, [(call.facts, call.lines) for call in found])


def _labelled(page: Page, lines: Lines) -> list[_Call]:
    """Return the calls of a table or of cards of labels, as carriers show them."""
    for found in (table(lines), cards(lines)):
        records = [_with_way_called(record) for record in found]
        if not any(map(_is_of_call, records)):
            continue
        near = page_near(lines, taken(page))
        by = page.around.made_by
        calls = [_labelled_call(record, near, by) for record in records if record.has("number", "party")]
        return [call for call in calls if call.timed]
    return []


def _with_way_called(record: Record) -> Record:
    """Return a card whose label of the number is the way of the call (主叫 02160129981) as one with both."""
    called = [pair for pair in record.pairs if not pair.key and _is_way(pair.label) and number_in(pair.text)]
    if len(called) != 1 or record.has("way") or record.has("number"):
        return record
    pair = called[0]
    told = (replace(pair, key="way", text=pair.label, lines=()), replace(pair, key="number"))
    return replace(record, pairs=(*told, *(other for other in record.pairs if other is not pair)))


def _is_way(text: str) -> bool:
    return folded(text) in (word for key in ("out", "in", "missed", "rejected") for word in words("calls", key))


def _is_of_call(record: Record) -> bool:
    """Tell whether a row is a call's: by a column for the way or the length, or by what its other columns hold."""
    if record.has("way") or (record.has("duration") and record.has("number")):
        return True
    return record.has("number") and bool(direction_of(record.value("type"))) and bool(_length(record))


def _length(record: Record) -> str:
    """Return how long a call was, which carriers call its time, too: 通话时间 3分10秒."""
    lengths = (text for text in record.values("time") if parse_duration(text) and re.search(r"[分秒]", aligned(text)))
    return record.value("duration") or next(lengths, "")


def _labelled_call(record: Record, near: datetime, made_by: datetime | None) -> _Call:
    clocks = [pair.text for pair in record.pairs if not pair.key and is_clock(pair.text)]
    when = best_time([*record.values("time"), *clocks, *(line.text for line in record.free)], near)
    number = phone_number(record.value("number"))
    way = " ".join(record.value(key) for key in ("way", "type", "status")).strip()
    facts = EventFacts(
        kind=EventKind.CALL,
        time=time_by(when, made_by),
        direction=direction_of(way or record.text),
        party=record.value("party") or ("" if number else record.value("number")),
        number=number,
        duration_s=_seconds(_length(record)),
        text=way,
        status=EventStatus.SUGGESTED,
    )
    return _Call(facts, record.lines, said=True, timed=when is not None)


def _seconds(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 6 else parse_duration(text)


def _in_list(page: Page, lines: Lines) -> list[_Call]:
    """Return the calls of a list whose rows say when, and with whom or how."""
    near = taken(page)
    arrows = _arrows(page)
    places = {line.region for line in arrows}
    lines = tuple(_without_icon(line, near) for line in lines if line.region not in places) + arrows
    anchors = _anchors(page, lines, near)
    headed = is_headed(page, lines, "calls")
    if len(anchors) < (1 if headed else 2):
        return []
    headings = [line for line in day_headings(lines, near) if line not in anchors]
    kept = [line for line in lines if not is_furniture(line.text, "calls") or _is_between(line, anchors)]
    body = tuple(line for line in kept if folded(line.text) not in words("calls", "sections"))
    cells = headed_cells(anchors, body, headings)
    if any(_is_no_call(each) for each, _ in cells):
        return []
    records = [record_of(*each) for each in cells]
    with_one = _only_number(lines, records, near)
    records = [record for record in (_without(record, with_one) for record in records) if record.lines]
    calls = [_listed_call(record, near, with_one, page.around.made_by) for record in records]
    return _with_received(calls, arrows) if _hold_together(calls, headed) else []


def _arrows(page: Page) -> Lines:
    """Return the arrows of a page, with those in their column that were read as what they look like."""
    arrows = tuple(line for line in page.lines if line.text in ARROWS)
    alike = (line for line in page.lines if line not in arrows and _POINTS_OUT.fullmatch(line.text.strip()))
    column = [line for line in alike if any(abs(centre(line) - centre(other)) <= height(other) / 2 for other in arrows)]
    return (*arrows, *(replace(line, text=OUTWARD) for line in column))


_POINTS_OUT = re.compile("[7➚⬈]")
"""As what the arrow of a call out is read."""


def _with_received(calls: Sequence[_Call], arrows: Sequence[MachineLine]) -> list[_Call]:
    """Return calls with those that have no mark as received where only calls out have one, as on an iPhone."""
    if not arrows or any(line.text != OUTWARD for line in arrows):
        return list(calls)
    return [replace(call, facts=replace(call.facts, direction=call.facts.direction or Direction.IN)) for call in calls]


def _is_between(line: MachineLine, anchors: Sequence[MachineLine]) -> bool:
    return min(map(middle, anchors)) - 2 * height(line) < middle(line) < max(map(middle, anchors)) + 2 * height(line)


def _anchors(page: Page, lines: Lines, near: datetime) -> list[MachineLine]:
    """Return the lines that say when a call was, in one column."""
    timed = [line for line in lines if says_when(line.text, near)]
    timed = [line for line in timed if not _is_length_beside(line, timed)]
    timed = [line for line in timed if not _is_of_screen(line, timed, lines)]
    surely = [line for line in timed if not looks_like_length(line.text)]
    timed = surely if len(surely) >= len(timed) / 2 else timed
    headings = [line for line in day_headings(tuple(timed), near) if left(line) < page.width_px / 2]
    clocked = [line for line in timed if line not in headings or len(headings) == len(timed)]
    if len(clocked) < len(headings):
        with_others = [line for line in headings if any(beside(line, other) for other in lines if other is not line)]
        clocked = clocked + with_others
    else:
        clocked += [line for line in headings if any(beside(line, other) for other in lines if other is not line)]
    column = column_of(list({id(line): line for line in clocked}.values()), page.width_px)
    return [line for line in column if line not in headings or not any(_goes_on(line, other) for other in column)]


def _is_of_screen(line: MachineLine, timed: Sequence[MachineLine], lines: Lines) -> bool:
    """Tell whether a time of day is the clock of a screen in a photo: it alone names no day, and begins the page."""
    others = [other for other in timed if other is not line]
    if not is_clock(line.text) or len(others) < 2 or not all(is_whole(other.text) for other in others):
        return False
    rest = [other for other in lines if other is not line]
    return all(
        middle(line) < middle(other) for other in rest if not (beside(line, other) and is_beside_clock(other.text))
    )


def _is_length_beside(line: MachineLine, timed: Sequence[MachineLine]) -> bool:
    """Tell whether what looks like a time of day is how long a call was, whose time stands in the same entry."""
    if not is_clock(line.text):
        return False
    whole = sorted(middle(other) for other in timed if is_whole(other.text))
    steps = [one - other for other, one in zip(whole, whole[1:], strict=False)]
    return bool(steps) and min(abs(at - middle(line)) for at in whole) < SAME_ENTRY * min(steps)


def _goes_on(day: MachineLine, clock: MachineLine) -> bool:
    """Tell whether a time of day stands right below a day, so that both are one time."""
    return is_clock(clock.text) and 0 < middle(clock) - middle(day) < 1.8 * height(day)


def _without_icon(line: MachineLine, near: datetime) -> MachineLine:
    """Return a line without the icon that was read as a last figure of its date: 2025/2/151."""
    shorter = line.text[:-1]
    if time_words(line.text, near) or not re.search(r"\d{4}[/.-]\d{1,2}[/.-]\d{3}$", line.text):
        return line
    return replace(line, text=shorter) if time_words(shorter, near) else line


def _is_no_call(lines: Lines) -> bool:
    if sum(line.text not in ARROWS for line in lines) > MOST_LINES or any(
        ems(line.text) > LONGEST_LINE for line in lines
    ):
        return True
    if _is_billed(lines):
        return False
    return any(amount.sure for line in lines if not number_in(line.text) for amount in amounts(line.text))


def _is_billed(lines: Lines) -> bool:
    """Tell whether a row with an amount is a carrier's: it names a number, the way and the length of a call."""
    said = " ".join(line.text for line in lines)
    way = any(word in said for word in ("主叫", "被叫", "发话", "受话", "發話", "受話"))
    return way and any(map(number_in, (line.text for line in lines))) and bool(re.search(r"\d\s?[秒分]", said))


def _numbers(record: Record) -> list[MachineLine]:
    return [line for line in record.lines if number_in(line.text)]


def _only_number(lines: Lines, records: Sequence[Record], near: datetime) -> str:
    """Return the number that a page of calls with one number is about; empty where rows have numbers or names."""
    numbers = [number for line in lines if (number := number_in(line.text))]
    inside = sum(bool(_numbers(record)) for record in records)
    if inside and any(_has_row(record, near) for record in records):
        return ""
    return numbers[0] if len(numbers) == 1 and inside <= 1 < len(records) else ""


def _has_row(record: Record, near: datetime) -> bool:
    """Tell whether the number of a record stands in a row of its own list: beside a time."""
    times = [line for line in record.lines if time_words(line.text, near)]
    return any(beside(number, time) for number in _numbers(record) for time in times)


def _without(record: Record, number: str) -> Record:
    """Return a record without the line of the number that the whole page is about, and what stands below it."""
    own = [line for line in record.lines if number and number_in(line.text) == number]
    if not own:
        return record
    kept = tuple(line for line in record.lines if middle(line) < middle(own[0]) and whole_label(line.text) != "number")
    return replace(record, lines=kept, free=tuple(line for line in record.free if line in kept))


def _listed_call(record: Record, near: datetime, with_one: str, made_by: datetime | None) -> _Call:
    when = best_time([line.text for line in _by_likely_time(record, near)], near, record.day)
    who = None if with_one else _party_line(record, near)
    called = without_arrow(who.text) if who else ""
    shown = without_count(called)
    number = with_one or number_in(shown)
    others = [line for line in record.lines if line is not who]
    several = merged_words(count_of_calls(called, *(line.text for line in others)))
    direction = direction_of(" ".join(line.text for line in others)) or _shown_direction(who, record.lines)
    facts = EventFacts(
        kind=EventKind.CALL,
        time=time_by(when, made_by),
        direction=direction,
        party="" if number else shown,
        number=number,
        duration_s=None if direction in (Direction.MISSED, Direction.REJECTED) else _duration(record, who, near),
        text=" ".join(
            filter(None, (several, *(without_arrow(line.text) for line in others if not is_only_time(line.text, near))))
        ),
        status=EventStatus.SUGGESTED,
    )
    said = direction is not Direction.NONE or facts.duration_s is not None
    return _Call(facts, record.lines, said, when is not None)


def _shown_direction(who: MachineLine | None, lines: Lines) -> Direction:
    """Return which way a call went that no word says: by an arrow, or by the colour of missed calls."""
    pointing = [line for line in lines if line.text.strip()[:1] in ARROWS]
    if any(line.text.strip()[0] == OUTWARD for line in pointing):
        return Direction.OUT
    if any(map(_is_red, [*pointing, *([who] if who else [])])):
        return Direction.MISSED
    if pointing:
        return Direction.IN
    outward = any(_OUTWARD.match(line.text) for line in lines if line is not who)
    return Direction.OUT if outward else Direction.NONE


_OUTWARD = re.compile(r"^\s*[7↗➚⬈](?:\s*$|\s+\d{1,3}\s?(?:['’′:]|分|秒))")
"""What an arrow that points up and to the right is read as, alone or before the length of a call."""


def _by_likely_time(record: Record, near: datetime) -> list[MachineLine]:
    """Return the lines of an entry, those first that are more surely its time than the length of a call."""
    return sorted(
        record.lines,
        key=lambda line: (not says_when(line.text, near), looks_like_length(line.text), not is_whole(line.text)),
    )


def _party_line(record: Record, near: datetime) -> MachineLine | None:
    """Return the line that says with whom: a number, else the first that says nothing else."""
    likely = [line for line in record.lines if not time_words(line.text, near) and says_who(line.text)]
    likely = likely or [line for line in record.lines if is_name_with_time(line.text, near)]
    numbers = [line for line in likely if number_in(line.text)]
    names = [line for line in likely if len(line.text.strip()) > 1] or likely
    if not names:
        return numbers[0] if numbers else None
    first = min(names, key=middle)
    return min((line for line in names if line is first or beside(line, first)), key=left)


def _duration(record: Record, who: MachineLine | None, near: datetime) -> int | None:
    """Return how long a call was, from the line that says so beside or without its time."""
    for line in record.lines:
        length = None if line is who else stated_length(line.text)
        if length is not None:
            return length
    whole = [line for line in record.lines if is_whole(line.text)]
    clocks = [line for line in record.lines if is_clock(line.text)]
    if whole and clocks:
        return parse_duration(clocks[0].text)
    rests = [length_at_end(line.text.replace(time_words(line.text, near), "")) for line in whole]
    if any(rests):
        return parse_duration(next(rest for rest in rests if rest))
    lengths = [line for line in record.lines if line is not who and looks_like_length(line.text)]
    if lengths and len([line for line in record.lines if says_when(line.text, near)]) > 1:
        return parse_duration(length_at_end(lengths[-1].text))
    return None


def _is_red(line: MachineLine) -> bool:
    """Tell whether a name is written in red, as calls that were missed are."""
    if line.ink is None:
        return False
    red, green, blue = line.ink
    return red > 1.5 * max(green, blue, 1)


def _hold_together(calls: Sequence[_Call], headed: bool) -> bool:
    """Tell whether what was found is a list of calls: all with somebody at some time, most said to be calls."""
    known = [call for call in calls if (call.facts.number or call.facts.party) and call.timed]
    if not calls or len(known) < 0.8 * len(calls):
        return False
    said = sum(call.said for call in calls)
    numbers = sum(bool(call.facts.number) for call in calls)
    if headed:
        return said >= 0.3 * len(calls) or numbers >= 0.3 * len(calls)
    return said >= 0.6 * len(calls) and numbers >= 0.3 * len(calls)
