"""Bubbles and what stands around them to messages, each with who says it and when. Pure."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from evidence_app.domain.events import Direction
from evidence_app.domain.machine_text import MachineLine, Region
from evidence_app.domain.taken_back import taken_back
from evidence_app.domain.times import UNKNOWN_TIME, EventTime
from evidence_app.reading.layout.areas import SMALL
from evidence_app.reading.layout.bars import Frame, framed
from evidence_app.reading.layout.boxes import (
    below,
    beside,
    bottom,
    centre,
    contrast,
    median,
    right,
    rows,
)
from evidence_app.reading.layout.bubble import ALIGNED, Bubble
from evidence_app.reading.layout.bubble_ends import (
    clocks_name_halves,
    end_with_clocks,
    has_small_clock,
    mended,
    without_clock,
    without_name,
)
from evidence_app.reading.layout.bubbles import CLEAR, Spoken, paper_of, reading_order, spoken
from evidence_app.reading.layout.clocks import Clocks, captured_at, last_of_today
from evidence_app.reading.layout.columns import column_of
from evidence_app.reading.layout.ladder import Rungs
from evidence_app.reading.layout.notices import (
    Label,
    begins_with_receipt,
    is_bare_clock,
    is_notice,
    is_receipt,
    label,
    names_clock,
    time_words,
)
from evidence_app.reading.layout.page import Page
from evidence_app.reading.layout.quotes import FAINT, contrast_of, without_answered, without_quotes
from evidence_app.reading.layout.unseen import CENTRED, is_centred
from evidence_app.reading.passages import around

NEAR_LABEL = 1.3
"""Lines' heights between a bubble and the name or time that belongs to it at the most."""

NEAR_END = 0.5
"""Lines' heights below the last words at which a time outside a bubble begins at the most: at its lower edge."""


SEVERAL = 2
"""Bubbles that end with their times from which others do, too."""

TALLEST_LABEL = 1.25
"""Of the height of what is said: names are smaller, but a short line's height is seen badly."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message. ``party`` is who is named as saying it, empty where nobody is.

    ``own_words`` are a time of its own, beside, in or above it; ``names_day`` tells whether it stands above, where apps
    write the day too unless it is that of the picture. ``name_inside`` tells whether the name stands in the bubble,
    ``begins_cut`` and ``ends_cut`` whether the picture begins or ends in the message.
    """

    bubble: Bubble
    lines: tuple[MachineLine, ...]
    own_words: str = ""
    names_day: bool = False
    party: str = ""
    name_inside: bool = False
    time: EventTime = UNKNOWN_TIME
    begins_cut: bool = False
    ends_cut: bool = False

    @property
    def cut(self) -> bool:
        """Whether the picture shows only a part of it."""
        return self.begins_cut or self.ends_cut


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What an app says of a message that somebody took back, when, and of which side it was."""

    line: MachineLine
    direction: Direction
    time: EventTime = UNKNOWN_TIME


@dataclass(frozen=True, slots=True)
class Thread:
    """A page taken for a conversation, whether it is one or not. ``separators`` are the times between messages.

    ``taken_back`` tells in the same order of messages that are there no more.
    ``others`` are lines that belong to no message; ``stray`` those of them that nothing explains.
    """

    frame: Frame
    said: Spoken
    messages: tuple[Message, ...]
    separators: tuple[MachineLine, ...]
    others: tuple[MachineLine, ...]
    stray: tuple[MachineLine, ...]
    captured_at: datetime | None
    left: int = 0
    taken_back: tuple[TakenBack, ...] = ()


def thread(page: Page) -> Thread:
    """Return a page's messages as far as it has any, from top to bottom.

    All places are in pixels of the column of the page that the conversation takes, which begins at ``left``.
    """
    page, left = column_of(page)
    frame = framed(page)
    paper = paper_of(page.lines, (page.width_px, page.height_px))
    body = [_as_day(line, paper) for line in _with_whole_times(frame.body)]
    said = spoken(body, paper, is_notice)
    said = replace(said, bubbles=tuple(without_quotes(said)))
    said, frame = _without_field(said, frame)
    gone = [TakenBack(line, side) for line in said.loose if (side := taken_back(line.text)) is not None]
    messages, rest = _messages(said, frame, page)
    separators = [line for line in rest if _is_separator(line, said) and not _is_cut_off(line, messages, said)]
    shown = captured_at(frame, page.around.captured)
    dated, told = _dated(messages, gone, separators, shown or page.around.captured, page.around.made_by)
    known = {line.region for message in messages for line in message.bubble.lines} | {each.line.region for each in told}
    others = tuple(line for line in page.lines if line.region not in known)
    dividing = set(separators)
    stray = tuple(line for line in rest if line not in dividing and not _is_system(line, said))
    return Thread(frame, said, tuple(dated), tuple(separators), others, stray, shown, left, tuple(told))


def _with_whole_times(lines: Sequence[MachineLine]) -> list[MachineLine]:
    """Return lines with each time in one: an engine sees 2月26日 and (三) in two boxes."""
    found: list[MachineLine] = []
    for row in rows(lines):
        for line in row:
            before = found[-1] if found else None
            whole = _one_time(before, line) if before in row else None
            if whole is None:
                found.append(line)
            else:
                found[-1] = whole
                row[row.index(line)] = whole
    return found


_WEEKDAY = re.compile(r"[(（].{1,4}[)）]")
"""What stands behind a day and says of it which one it is."""


def _one_time(before: MachineLine | None, line: MachineLine) -> MachineLine | None:
    if before is None or before.panel != line.panel or line.region[0] - right(before.region) > line.region[3]:
        return None
    text = f"{before.text} {line.text}"
    if not time_words(text):
        return None
    if time_words(before.text) and time_words(line.text) and not _WEEKDAY.fullmatch(line.text.strip()):
        return None
    sure = min(before.confidence, line.confidence)
    return replace(before, text=text, region=around([before.region, line.region]), confidence=sure)


_DAY = re.compile(r"(0?[1-9]|1[0-2])/(0?[1-9]|[12]\d|3[01])")


def _as_day(line: MachineLine, paper: Region) -> MachineLine:
    """Return 3/10 alone in the middle as the day that it is there: its weekday may not have been seen."""
    found = _DAY.fullmatch(line.text.strip()) if is_centred(line.region, paper) else None
    return line if found is None else replace(line, text=f"{int(found[1]):02}/{int(found[2]):02}")


def _without_field(said: Spoken, frame: Frame) -> tuple[Spoken, Frame]:
    """Return what is said, and the frame, without a field for typing below it that no words gave away.

    What stands in it is faint, and it begins and ends where no bubble does.
    """
    if len(said.bubbles) < 2:
        return said, frame
    *others, last = said.bubbles
    clear = median(contrast_of(bubble) for bubble in others)
    reach = said.tall * ALIGNED
    in_line = any(
        abs(last.region[0] - bubble.region[0]) <= reach or abs(right(last.region) - right(bubble.region)) <= reach
        for bubble in others
    )
    if in_line or not last.panelled or len(rows(last.lines)) > 1 or contrast_of(last) >= clear * FAINT:
        return said, frame
    left = replace(said, bubbles=tuple(others), loose=(*said.loose, *last.lines))
    return left, replace(frame, field=last.lines[0].text, bottom=min(frame.bottom, last.region[1]))


def _messages(said: Spoken, frame: Frame, page: Page) -> tuple[list[Message], list[MachineLine]]:
    """Return the messages, not yet dated, and the lines that belong to none."""
    messages, rest, receipts = _labelled(said)
    if _are_dated_below(messages):
        messages = [
            replace(message, own_words=receipts[index]) if index in receipts and not message.own_words else message
            for index, message in enumerate(messages)
        ]
    named = _with_names_carried_on(messages)
    return [_edged(message, frame, page, said) for message in named if message.lines], rest


def _are_dated_below(messages: Sequence[Message]) -> bool:
    """Tell whether the other side's messages all have a time of day of their own.

    Then the one beside a receipt is that at which the complainant's was sent; else that at which it was read.
    """
    theirs = [message for message in messages if not message.bubble.outgoing and message.lines]
    return bool(theirs) and all(is_bare_clock(message.own_words) for message in theirs)


def _labelled(said: Spoken) -> tuple[list[Message], list[MachineLine], dict[int, str]]:
    """Return the messages, the lines that belong to none, and the times that stand beside receipts of messages."""
    inside, halves = end_with_clocks(said), clocks_name_halves(said)
    messages = [_message(bubble, inside, halves) for bubble in said.bubbles]
    rest: list[MachineLine] = []
    receipts: dict[int, str] = {}
    rungs, reach = Rungs([bubble.region for bubble in said.bubbles]), said.tall * NEAR_LABEL
    within = sum(bool(message.own_words) for message in messages) >= SEVERAL
    for row in rows(said.loose):
        for line in row:
            near = rungs.between(line.region[1] - reach, bottom(line.region) + reach)
            index = _owner(line, {at: messages[at] for at in near}, said, within)
            if index is None:
                rest.append(line)
            elif _is_receipt_below(line, messages[index]):
                if is_bare_clock(words := time_words(line.text)):
                    receipts[index] = words
            else:
                messages[index] = _with_label(messages[index], line)
    return messages, rest, receipts


def _is_receipt_below(line: MachineLine, message: Message) -> bool:
    under = line.region[1] >= bottom(message.bubble.region) - line.region[3] / 2
    return under and begins_with_receipt(line.text)


def _with_names_carried_on(messages: Sequence[Message]) -> list[Message]:
    """Return messages with the names that groups show in the first of several bubbles of one person only."""
    carried: list[Message] = []
    for message in messages:
        before = carried[-1] if carried else None
        if before and before.name_inside and not (message.party or message.bubble.outgoing or before.bubble.outgoing):
            message = replace(message, party=before.party, name_inside=True)
        carried.append(message)
    return carried


def _message(bubble: Bubble, clocks_inside: bool, name_halves: bool) -> Message:
    lines, words = reading_order(bubble.lines), ""
    if clocks_inside or has_small_clock(lines):
        lines, words = without_clock(lines, name_halves)
    lines = without_answered(lines)
    lines, name = without_name(lines, bubble.outgoing)
    return Message(bubble, tuple(mended(lines)), words, party=name, name_inside=bool(name))


def _owner(line: MachineLine, near: Mapping[int, Message], said: Spoken, clocks_within: bool) -> int | None:
    """Return the index of the message, of those near it, that a line beside, above or below it belongs to.

    Where other bubbles of the page end with their times, one in the middle may end such a one, too.
    """
    centred = is_centred(line.region, said.paper)
    if clocks_within or not centred:
        in_corner = (index for index, message in near.items() if _is_in_corner(line, message.bubble, said.tall))
        if (corner := next(in_corner, None)) is not None:
            return corner
    if centred and not _is_beside_one(line, near.values()):
        return None
    best: tuple[float, int] | None = None
    for index, message in near.items():
        distance = _distance(line, message, said.tall)
        if distance is not None and (best is None or distance < best[0]):
            best = distance, index
    return best[1] if best else None


def _is_in_corner(line: MachineLine, bubble: Bubble, tall: float) -> bool:
    """Tell whether a line is a fainter time in the lower right corner of a bubble whose area was not seen."""
    under = line.region[1] - bottom(bubble.region)
    return (
        not bubble.panelled
        and is_bare_clock(time_words(line.text))
        and -tall / 2 < under < tall * NEAR_LABEL
        and bubble.region[0] - tall / 2 < line.region[0] <= right(bubble.region)
        and right(line.region) >= right(bubble.region) - tall
        and contrast(line) < contrast_of(bubble) * CLEAR
    )


def _is_beside_end(line: MachineLine, bubble: Bubble, tall: float) -> bool:
    """Tell whether a time of day stands outside the lower end of a bubble whose area was not seen, where it ends."""
    under = line.region[1] - bottom(bubble.region)
    if bubble.panelled or not is_bare_clock(time_words(line.text)) or not -tall < under < tall * NEAR_END:
        return False
    if bubble.outgoing:
        return right(line.region) < bubble.region[0] + tall / 2
    return line.region[0] > right(bubble.region) - tall / 2


def _is_beside_one(line: MachineLine, messages: Iterable[Message]) -> bool:
    return any(beside(line.region, message.bubble.region) > 0.5 for message in messages)


def _distance(line: MachineLine, message: Message, tall: float) -> float | None:
    """Return how far a line is from a bubble, in pixels, None if it cannot belong to it."""
    region, bubble = line.region, message.bubble.region
    is_time = is_notice(line)
    under_all = is_time or _is_signed(line, message)
    if beside(region, bubble) > 0.5 and below(region, bubble) < 0.2:
        return 0.0 if is_time else None
    if is_time and not message.bubble.panelled and beside(region, bubble) > 0.5:
        return 0.0 if region[0] > right(message.bubble.lines[-1].region) else None
    if is_time and _is_beside_end(line, message.bubble, tall):
        return 0.0
    edges = (abs(region[0] - bubble[0]), abs(right(region) - right(bubble)))
    aligned = edges[1] if message.bubble.outgoing else edges[0]
    if aligned > tall * (3 if is_time else 1.2) or line.region[3] > tall * TALLEST_LABEL:
        return None
    above, under = bubble[1] - bottom(region), region[1] - bottom(bubble)
    if -tall / 2 < above < tall * NEAR_LABEL:
        return max(0.0, above)
    if under_all and -tall / 2 < under < tall * NEAR_LABEL:
        return max(0.0, under)
    return None


def _is_signed(line: MachineLine, message: Message) -> bool:
    """Tell whether a line says in small or faint letters who wrote something and when, below it: Ann • 20 Nov 9:01."""
    said = label(line.text)
    small = line.region[3] < median(each.region[3] for each in message.bubble.lines) * SMALL
    faint = contrast(line) < contrast_of(message.bubble) * CLEAR
    return bool(said.name and said.words) and names_clock(said.words) and (small or faint)


def _with_label(message: Message, line: MachineLine) -> Message:
    """Return a message with what a line beside, above or below it says of it."""
    said = Label() if is_receipt(line.text) else label(line.text)
    above = centre(line.region)[1] < message.bubble.region[1]
    named = above or (said.words and said.name)
    name = said.name if named and not message.bubble.outgoing else ""
    if message.names_day and not above and is_bare_clock(message.own_words) and is_bare_clock(said.words):
        return replace(message, own_words=said.words, names_day=False)  # above stands that of a message out of sight
    if message.own_words or not said.words:
        return replace(message, party=message.party or name)
    return replace(message, own_words=said.words, names_day=above, party=message.party or name)


def _edged(message: Message, frame: Frame, page: Page, said: Spoken) -> Message:
    """Return a message marked as cut if the conversation's upper or lower edge runs through its bubble."""
    region = message.bubble.region
    floor = min(frame.bottom, page.height_px)
    reach = said.tall * 0.2
    at_top = region[1] <= frame.top + reach and region[1] > 0 if frame.has_bar else region[1] <= reach
    lines = reading_order(message.bubble.lines)
    cut_line = lines[-1].region[3] < said.tall * 0.75 and len(lines[-1].text) > 2
    at_bottom = bottom(region) >= floor - reach or (cut_line and bottom(region) >= floor - said.tall * 3)
    return replace(message, begins_cut=at_top, ends_cut=at_bottom) if message.bubble.panelled else message


def _is_separator(line: MachineLine, said: Spoken) -> bool:
    """Tell whether a line is the time of what follows it."""
    return bool(time_words(line.text)) and line.region[3] <= said.tall * 1.5


def _is_cut_off(line: MachineLine, messages: Sequence[Message], said: Spoken) -> bool:
    """Tell whether a time is that of a message above the picture: of no day, at a side, where each message has one."""
    own = sum(bool(message.own_words) for message in messages)
    alone = is_bare_clock(time_words(line.text)) and not is_centred(line.region, said.paper)
    return alone and own > len(messages) / 2


def _is_system(line: MachineLine, said: Spoken) -> bool:
    """Tell whether a line is a notice in the middle, or too short to mean anything."""
    near_middle = abs(centre(line.region)[0] - centre(said.paper)[0]) < said.paper[2] * CENTRED * 2
    return near_middle or is_notice(line) or len(line.text) < 3


def _dated(
    messages: Sequence[Message],
    gone: Sequence[TakenBack],
    separators: Sequence[MachineLine],
    near: datetime | None,
    made_by: datetime | None,
) -> tuple[list[Message], list[TakenBack]]:
    """Return messages, and what is said of others, with their times: their own, on the day of the separator above.

    Those that have none of their own have the separator's.
    """
    dated: list[Message] = []
    told: list[TakenBack] = []
    clock = Clocks(near, made_by)
    ordered = sorted(separators, key=lambda line: centre(line.region)[1])
    last = last_of_today([time_words(line.text) for line in ordered], near)
    before = centre(ordered[last].region)[1] if last >= 0 else -1
    items: list[tuple[float, MachineLine | Message | TakenBack]] = [(centre(line.region)[1], line) for line in ordered]
    items += [(centre(message.bubble.region)[1], message) for message in messages]
    items += [(centre(each.line.region)[1], each) for each in gone]
    for at, item in sorted(items, key=lambda each: each[0]):
        if isinstance(item, MachineLine):
            clock.separate(time_words(item.text), before_today=at < before)
        elif isinstance(item, TakenBack):
            told.append(replace(item, time=clock.of("", False)))
        else:
            dated.append(replace(item, time=clock.of(item.own_words, item.names_day and at >= before)))
    return dated, told
