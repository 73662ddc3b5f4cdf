"""Whether a page is a conversation, and its events if it is one. Pure.

Precision first: what could as well be a list, a bill or an article stays text.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from evidence_app.domain.contacts import is_acquaintance
from evidence_app.domain.continuity import MORE
from evidence_app.domain.events import Direction, EventFacts, EventKind, EventStatus
from evidence_app.domain.machine_text import MachineLine, Place
from evidence_app.domain.suggestions import PageKind, ReadEvent
from evidence_app.reading.layout.bars import CLOCK
from evidence_app.reading.layout.boxes import beside, bottom, median, region_of, right, rows
from evidence_app.reading.layout.bubble import ALIGNED, Bubble
from evidence_app.reading.layout.bubbles import Spoken, hugs
from evidence_app.reading.layout.columns import moved
from evidence_app.reading.layout.ladder import Rungs
from evidence_app.reading.layout.notices import names_clock, time_words
from evidence_app.reading.layout.page import Page, Recognised
from evidence_app.reading.layout.thread import Message, TakenBack, Thread, thread
from evidence_app.reading.layout.unseen import is_centred
from evidence_app.reading.passages import Passage, Speaker, joined

ENOUGH = 3.0
"""Points that a page needs to be a conversation."""

LEAST_ALIGNED = 0.75
"""Part of one side's bubbles that begin, or end, at the same column."""

SOUND = 3
"""Characters of a voice message at the most: its bubble is as long as it takes to hear."""

VERY_MIDDLE = 0.3
"""Lines' heights by which the space left and right of a card differs at the most."""

PORTRAIT = 0.12
"""Of the page's width: what a portrait and the space around it take at least."""

LEAST_CERTAIN = 0.85
"""Confidence below which words are patterns: a screen upside down, letters mirrored."""

FURTHEST_SIDE = 0.28
"""Of the page's width: how far from its edge what one side says begins, or ends, at the most: large portraits."""

LOOSELY = 1.2
"""Lines' heights by which the edges of what is aligned differ where areas are guessed, mostly on photographs."""

MOST_STRAY = 0.34
"""Part of the words that nothing explains at the most."""

COLUMN_GAP = 2.0
"""Lines' heights between words of one row from which they stand in columns."""

MOST_COLUMNED = 0.34
"""Part of the messages that may hold such rows, cards say, in a conversation."""

MOST_DAYS = 3
"""Messages that have a day of their own, and no time of day, from which it is a list: of calls, say."""

MOST_TIMES = 3
"""Lines that are times and nothing else, within one area, from which it is a list."""

SEEN, GUESSED, CUT = 1.0, 0.8, 0.5
"""What a message's confidence is multiplied by if its area was seen, if not, and if the picture ends in it."""


@lru_cache(maxsize=1)
def conversation(page: Page) -> Thread | None:
    """Return the page's messages if it is a conversation, None if it may be something else.

    Remembers the last page: two recognisers ask for it.
    """
    if len(page.lines) < 2:
        return None
    found = thread(page)
    return found if found.messages and _points(found) >= ENOUGH else None


def _points(found: Thread) -> float:
    bubbles = [message.bubble for message in found.messages]
    if _certainty(found) < LEAST_CERTAIN or _stray_part(found) > MOST_STRAY or not _aligned(bubbles, found.said):
        return 0.0
    if _are_cards(bubbles, found.said) or _are_rows(found):
        return 0.0
    panelled = [bubble for bubble in bubbles if bubble.panelled]
    worded = [bubble for bubble in panelled if sum(len(line.text) for line in bubble.lines) > SOUND]
    points = 0.0
    points += 2.0 if len({bubble.outgoing for bubble in bubbles if bubble.sure}) == 2 else 0.0
    middle = sum(is_centred(line.region, found.said.paper) for line in found.separators)
    points += min(2.0, 1.5 * middle) - min(3.0, len(found.separators) - middle)
    points += 1.5 if sum(bool(message.own_words) for message in found.messages) >= len(bubbles) / 2 else 0.0
    points += 1.0 if found.frame.field else 0.0
    points += 1.0 if sum(bool(message.party) for message in found.messages) >= 2 else 0.0
    points += 0.5 if found.frame.title else 0.0
    hugging = sum(hugs(bubble) for bubble in worded)
    points += 1.0 if worded and hugging >= len(worded) * 0.8 else 0.0 if hugging > len(worded) * 0.5 else -1.0
    mine = [bubble for bubble in bubbles if bubble.outgoing]
    points -= 1.0 if len(panelled) < len(bubbles) / 2 and not (mine and all(each.panelled for each in mine)) else 0.0
    points -= 3.0 if _shares_rows(bubbles) else 0.0
    points -= 2.0 * len(found.said.crowded) / max(1, len(bubbles))
    return points


def _are_cards(bubbles: list[Bubble], said: Spoken) -> bool:
    """Tell whether all stands in the very middle of the page and leaves no room for portraits beside it."""
    left = median(bubble.region[0] - said.paper[0] for bubble in bubbles)
    ends = median(right(said.paper) - right(bubble.region) for bubble in bubbles)
    middle = abs(left - ends) < said.tall * VERY_MIDDLE
    return left < said.paper[2] * PORTRAIT and middle and not any(bubble.sure for bubble in bubbles)


def _are_rows(found: Thread) -> bool:
    """Tell whether words stand in columns, as labels and values do, or times of several things below each other."""
    columned = sum(_has_columns(message) for message in found.messages)
    listed = any(sum(bool(time_words(line.text)) for line in message.lines) >= MOST_TIMES for message in found.messages)
    days = [words for words in (message.own_words for message in found.messages) if words and not names_clock(words)]
    return columned > len(found.messages) * MOST_COLUMNED or listed or len(days) >= MOST_DAYS


def _has_columns(message: Message) -> bool:
    """Tell whether something stands far apart from something else in the same row."""
    return any(
        after.region[0] - right(before.region) > max(before.region[3], after.region[3]) * COLUMN_GAP
        for row in rows(message.lines)
        for before, after in pairwise(row)
    )


def _certainty(found: Thread) -> float:
    """Return how sure the engine was of what is said, on average of its characters."""
    lines = [line for message in found.messages for line in message.lines]
    return sum(line.confidence * len(line.text) for line in lines) / max(1, sum(len(line.text) for line in lines))


def _shares_rows(bubbles: list[Bubble]) -> bool:
    """Tell whether beside something without an area of its own something else is said, as labels and values stand."""
    rungs = Rungs([bubble.region for bubble in bubbles])
    return any(
        other != index and beside(bubble.region, bubbles[other].region) > 0.5
        for index, bubble in enumerate(bubbles)
        if not bubble.panelled
        for other in rungs.between(bubble.region[1], bottom(bubble.region))
    )


def _stray_part(found: Thread) -> float:
    """Return which part of the words between the bars is neither said nor a notice."""
    stray = sum(len(line.text) for line in found.stray)
    said = sum(len(line.text) for message in found.messages for line in message.lines)
    return stray / max(1, stray + said)


def _aligned(bubbles: list[Bubble], said: Spoken) -> bool:
    """Tell whether what each side says begins, or ends, at one column, near that side's edge."""
    incoming = [bubble for bubble in bubbles if not bubble.outgoing]
    mine = [right(bubble.region) for bubble in bubbles if bubble.outgoing]
    reach = said.tall * (LOOSELY if any(not bubble.panelled for bubble in bubbles) else ALIGNED)
    words = _in_line([region_of(bubble.lines)[0] for bubble in incoming], reach)
    areas = _in_line([bubble.region[0] for bubble in incoming], reach)  # an icon before the words moves these
    in_line = max(words, areas) + _in_line(mine, reach)
    left = median((bubble.region[0] for bubble in bubbles if not bubble.outgoing), said.paper[0])
    ends = median(mine, right(said.paper))
    near = max(left - said.paper[0], right(said.paper) - ends) < said.paper[2] * FURTHEST_SIDE
    return near and in_line >= len(bubbles) * LEAST_ALIGNED


def _in_line(edges: list[int], reach: float) -> int:
    middle = median(edges)
    return sum(abs(edge - middle) <= reach for edge in edges)


def recognised_as(kind: PageKind, found: Thread, page: Page) -> Recognised:
    """Return what a conversation's messages are as events."""
    speakers = _speakers(found)
    passages = [
        _as_said(moved(_marked(message, found), found.left), speaker)
        for message, speaker in zip(found.messages, speakers, strict=True)
    ]
    said = [
        (message.bubble.region[1], _event(message, passage, found, page), passage)
        for message, passage in zip(found.messages, passages, strict=True)
    ]
    said += [(each.line.region[1], *_told(each, found, page)) for each in found.taken_back]
    if found.taken_back:
        said.sort(key=lambda each: each[0])
    others = tuple(joined([line]) for line in moved(found.others, found.left))
    events, spoken = tuple(event for _, event, _ in said), tuple(passage for _, _, passage in said)
    return Recognised(kind, events, (*spoken, *others), found.frame.title, found.captured_at)


_WHOLE = re.compile(r"[。！!？?…～~.]\W*$")
"""A sentence that is over."""


def _marked(message: Message, found: Thread) -> Sequence[MachineLine]:
    """Return a message's lines, with a mark where the picture cut words off; a whole sentence's end needs none.

    Where the words are as far from the edge of the bubble as elsewhere, or the message's time stands at its end, none
    are missing.
    """
    lines = list(message.lines)
    room = [_room(each) for each in found.messages if each.bubble.panelled and not each.cut]
    if not room or not message.cut:
        return lines
    usual = median(above for above, _ in room), median(below for _, below in room)
    above, below = _room(message)
    ends = below < usual[1] * LESS_ROOM or lines[-1].region[3] < found.said.tall * HALVED
    is_over = _WHOLE.search(lines[-1].text) or (message.own_words and not message.names_day)
    if message.ends_cut and ends and not is_over:
        lines[-1] = replace(lines[-1], text=lines[-1].text + MORE)
    if message.begins_cut and above < usual[0] * LESS_ROOM:
        lines[0] = replace(lines[0], text=MORE + lines[0].text)
    return lines


def _room(message: Message) -> tuple[int, int]:
    """Return the room above the words in a bubble, and that below them."""
    region, shown = message.bubble.region, [line.region for line in message.bubble.lines]
    return min(each[1] for each in shown) - region[1], bottom(region) - max(map(bottom, shown))


LESS_ROOM = 0.5
"""Of the room that other bubbles of the page leave around their words: less is left where an edge cuts one."""

HALVED = 0.75
"""Of the height of what is said: a lower line is one of which the picture shows a part."""


def _told(gone: TakenBack, found: Thread, page: Page) -> tuple[ReadEvent, Passage]:
    """Return what the app says of a message that was taken back: a note, and nobody's words."""
    [line] = moved([gone.line], found.left)
    facts = EventFacts(
        kind=EventKind.NOTE,
        time=gone.time,
        direction=gone.direction,
        party=found.frame.title,
        number=_number_of(found),
        text=line.text,
        status=EventStatus.SUGGESTED,
    )
    event = ReadEvent(facts, Place(line.region, page.page_index), round(line.confidence * GUESSED, 3))
    return event, joined([line], Speaker.SOMEBODY)


def _as_said(lines: Sequence[MachineLine], speaker: Speaker) -> Passage:
    """Return a message's lines joined, with a new line after each label and value that end before they had to."""
    end = max(right(line.region) for line in lines)
    parted = [index for index, pair in enumerate(pairwise(lines), 1) if _ends_a_line(*pair, end)]
    return joined(lines, speaker, parted)


def _ends_a_line(line: MachineLine, after: MachineLine, end: int) -> bool:
    if beside(line.region, after.region) > 0.5 or not _LABELLED.fullmatch(line.text):
        return False
    room = (end - right(line.region)) / line.region[3]
    first = _WORD.match(after.text)
    return room > NO_ROOM + (first.end() * LATIN if first else 1)


_LABELLED = re.compile(r"\W*[^\s，。,.:：]{2,10}[:：][^，。,:：]{1,32}")
"""受理编号：C2507-29369: a line of a receipt, which is no part of the next one."""

_WORD = re.compile(r"[A-Za-z0-9.,:/-]+")
NO_ROOM, LATIN = 1.0, 0.6
"""Lines' heights that are left free at most at the end of a line that was wrapped; how wide a Latin letter is."""


_OF_MANY = re.compile(r"群|社群|维权|維權|受害者|互助|交流|自救")
"""In the title of a group: of people who complain together, mostly."""


def _is_of_many(found: Thread) -> bool:
    """Tell whether several people speak on the other side, of whom nobody knows who is the institution's."""
    names = {message.party for message in found.messages if message.party and not message.bubble.outgoing}
    return bool(_OF_MANY.search(found.frame.title)) and (len(names) != 1 or not _is_staff(min(names)))


def _speakers(found: Thread) -> list[Speaker]:
    """Return who says each message; in a group, who is called or calls himself so speaks for the institution.

    Whom the complainant calls a colleague or a mother does not.
    """
    if not _is_of_many(found):
        others = [
            Speaker.SOMEBODY if is_acquaintance(message.party or found.frame.title) else Speaker.INSTITUTION
            for message in found.messages
        ]
    else:
        introduced = {message.party for message in found.messages if message.party and _introduces_staff(message)}
        others = [
            Speaker.INSTITUTION
            if message.party in introduced or _is_staff(message.party) or _introduces_staff(message)
            else Speaker.SOMEBODY
            for message in found.messages
        ]
    return [
        Speaker.COMPLAINANT if message.bubble.outgoing else other
        for message, other in zip(found.messages, others, strict=True)
    ]


_INTRODUCES = re.compile(
    r"(?:我是|我系|我係|这里是|這裡是|這邊是|这边是)[^，,。!！?？]{0,10}(?:客服|专员|專員|运营|營運)"
)
"""``我是平台的客服小李``: how staff begin in a group, where anybody may write."""


def _introduces_staff(message: Message) -> bool:
    """Tell whether somebody says of himself that he is the institution's."""
    return bool(_INTRODUCES.search("".join(line.text for line in message.lines)))


def _is_staff(name: str) -> bool:
    """Tell whether somebody is the institution's; a badge that all have says nothing without a name."""
    return bool(_STAFF.search(name)) and name.strip() not in ("客服", "专员", "專員")


_STAFF = re.compile(r"客服|专员|專員|客户经理|催收|法务|法務|官方")
"""Badges in a group's names. Not the roles of `agent_codes`, said of a person beside a code (同事, 老师), nor the words
of `parties`, which stand in the names of chats, too."""


def _event(message: Message, passage: Passage, found: Thread, page: Page) -> ReadEvent:
    outgoing = message.bubble.outgoing
    facts = EventFacts(
        kind=EventKind.MESSAGE,
        time=message.time,
        direction=Direction.OUT if outgoing else Direction.IN,
        party=(message.party if not outgoing else "") or found.frame.title,
        number=_number_of(found),
        text=passage.text,
        status=EventStatus.SUGGESTED,
    )
    left, top, width, height = message.bubble.region
    return ReadEvent(facts, Place((left + found.left, top, width, height), page.page_index), _confidence(message))


def _number_of(found: Thread) -> str:
    return next((text for text in (found.frame.title, found.frame.beneath) if is_number(text)), "")


def is_number(text: str) -> bool:
    """Tell whether a title is a telephone number or a short code."""
    digits = sum(char.isdigit() for char in text)
    return digits >= 3 and all(char.isdigit() or char in "+-() *（）" for char in text) and not CLOCK.search(text)


def _confidence(message: Message) -> float:
    read = min(line.confidence for line in message.lines)
    seen = SEEN if message.bubble.panelled and message.bubble.sure else GUESSED
    return float(round(Decimal(read * seen * (CUT if message.cut else 1.0)), 3))
