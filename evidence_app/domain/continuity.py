"""Which pictures of one thread overlap: what two of them show is one event, and where nothing joins them is a gap.

Pure. A thread is a chat, a list of calls, a bill: pages of one kind with one other side. Two pictures of it overlap
where the end of one is the beginning of the other, or one lies within the other. Machines misread some characters, cut
the messages at the edges, and miss some; people repeat themselves. So an overlap counts by what it is worth: long
words count more than short ones, words said often hardly, an equal time much, and what only one of the two shows
counts against it. Times that contradict each other are never the same event.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from difflib import SequenceMatcher
from enum import Enum

from evidence_app.characters import folded
from evidence_app.domain.call_lists import without_merged
from evidence_app.domain.events import EventFacts, EventKind
from evidence_app.domain.suggestions import PageKind
from evidence_app.domain.times import BETWEEN, HALF_OF_DAY, ClockReading, Precision

ENOUGH = 10.0
"""What an overlap has to be worth: ten characters, or two with the same minute."""

MOST_OF_WORDS = 14
"""What the words of one event are worth at most: one long message alone is evidence, but no more than that."""

OF_TIME = 8.0
"""What an equal minute is worth."""

OF_CLOCK = 4.0
"""What an equal time of day is worth where one of two pictures does not show the day."""

OF_DAY = 1.0
"""What an equal day is worth, where no time of day is known."""

COMMON = 3
"""What any words are worth at least (好的), and at most those that occur more than once in a thread (a standard
reply): three that follow each other in both pictures are not enough, four different ones are."""

ALONE_COSTS = 6.0
"""What counts against an overlap for each event within it that only one of the pictures shows."""

ALIKE = 0.8
"""Share of characters in common from which on words are the same, misread."""

FEWEST_TO_MISREAD = 5
"""Shorter words must be equal: 不是 and 是 are not misread, they are the contrary."""

FEWEST_OF_CUT = 4
"""Characters left of a message cut at the edge from which on it can be recognised."""

SEEN_OF_CUT = 0.6
"""Share of what is left that must be legible: the line at the very edge is halved."""


CARRIED_OVER = "overlapping-picture"
"""Where the time of a message comes from that another picture of its thread says."""

_CLOCK = re.compile(rf"\W*(?:(?:{HALF_OF_DAY})\s?)?\d{{1,2}}\s?[:：∶]\s?\d\d(?:\s?[ap]\.?m\.?)?\W*", re.IGNORECASE)

MORE = "…"
"""Stands for words that a picture's edge cut off: what is quoted of them is never taken for the whole."""

WHOLLY_COMPARED = 300
"""So many known events are compared one by one; of more, only those around words that are quite the same."""

MOST_MISSED = 6
"""How many events of an overlap one reading may have missed without being lost in a long thread."""

IMPOSSIBLE = float("-inf")


@dataclass(frozen=True, slots=True)
class Said:
    """An event as far as telling it again needs. ``side`` is its kind and direction, ``words`` are folded.

    ``reading`` is its time as the picture itself says it, None if it does not. ``event_id`` names it where it is kept
    already. ``is_cut`` tells that its text has a mark where a picture's edge cut it.
    """

    side: str
    words: str
    reading: ClockReading | None = None
    event_id: str = ""
    is_cut: bool = False

    @property
    def at(self) -> datetime | None:
        """When it happened, None if the picture does not say."""
        return self.reading.wall if self.reading else None

    @property
    def is_clock_alone(self) -> bool:
        """Whether the picture shows the time of day only, between messages: its day was taken for the picture's."""
        return (
            self.reading is not None and self.reading.origin == BETWEEN and bool(_CLOCK.fullmatch(self.reading.words))
        )

    @property
    def precision(self) -> Precision:
        """How precisely its time is known."""
        return self.reading.precision if self.reading else Precision.UNKNOWN


@dataclass(frozen=True, slots=True)
class Picture:
    """What one exhibit shows of a thread, in order. ``party`` is as read, empty if the page does not say.

    ``number`` is the exhibit's number in its dispute, ``captured`` the day on which it was taken, if its clock
    was understood.
    """

    exhibit_id: str
    kind: PageKind
    party: str
    said: tuple[Said, ...]
    number: int = 0
    captured: date | None = None


class Whole(Enum):
    """Which of two showings of one event shows more of it."""

    BOTH = "both"
    NEW = "new"
    OLD = "old"


@dataclass(frozen=True, slots=True)
class Common:
    """An event that two pictures show: its index in the new one and in the old one."""

    new: int
    old: int
    whole: Whole = Whole.BOTH


@dataclass(frozen=True, slots=True)
class Placing:
    """Which of a new picture's events are there already.

    ``events`` has their ids by index; ``wholer`` are the indexes of those that only the new picture shows uncut.
    """

    events: Mapping[int, str]
    wholer: frozenset[int] = frozenset()


def said(facts: EventFacts, event_id: str = "") -> Said:
    """Return what tells an event apart from others of its thread."""
    reading = facts.time.reading
    if reading is not None and reading.origin == CARRIED_OVER:  # the picture itself says another time, or none
        reading = next((each for each in facts.time.readings if each.origin != CARRIED_OVER), None)
    is_cut = facts.kind is EventKind.MESSAGE and (facts.text.startswith(MORE) or facts.text.endswith(MORE))
    return Said(f"{facts.kind.value} {facts.direction.value}", _words(facts), reading, event_id, is_cut)


def _words(facts: EventFacts) -> str:
    if facts.kind is EventKind.MESSAGE:
        text = folded(facts.text)
        return "".join(char for char in text if char.isalnum()) or text
    amount = "" if facts.amount is None else f"{facts.amount:f}"  # a bare 元 may have been read as another currency
    duration = "" if facts.duration_s is None else f"{facts.duration_s}s"
    text = without_merged(facts.text, is_read=True) if facts.kind is EventKind.CALL else facts.text
    parts = (facts.party, facts.number, amount, facts.reference, duration, facts.outcome.value, text)
    return folded("|".join(parts))


def placing(new: Picture, known: Iterable[Picture]) -> Placing:
    """Return which events of a new picture those already known of its thread show, too."""
    thread = [picture for picture in known if picture.exhibit_id != new.exhibit_id and _one_thread(new, picture)]
    often = said_often([new, *thread])
    found = [(overlap(new.said, picture.said, often), picture) for picture in thread]
    events: dict[int, str] = {}
    wholer: set[int] = set()
    cut_elsewhere: set[int] = set()
    for common, picture in sorted(found, key=lambda each: len(each[0]), reverse=True):
        for each in common:
            event_id = picture.said[each.old].event_id
            if not event_id or events.get(each.new, event_id) != event_id:
                continue
            if each.new not in events and event_id in events.values():
                continue
            events[each.new] = event_id
            (wholer if each.whole is Whole.NEW else cut_elsewhere).add(each.new)
    return Placing(events, frozenset(wholer - cut_elsewhere))


def _one_thread(one: Picture, other: Picture) -> bool:
    """Tell whether pictures may be of one thread; one that does not name the other side may be of any."""
    if one.kind is not other.kind or one.kind is PageKind.TEXT:
        return False
    a, b = folded(one.party), folded(other.party)
    return not a or not b or a == b or are_alike(a, b)


def said_often(pictures: Iterable[Picture]) -> frozenset[str]:
    """Return the words that occur more than once in a thread: in one picture, or as events of their own."""
    events: dict[str, set[str]] = {}
    often: set[str] = set()
    for picture in pictures:
        counts = Counter(each.words for each in picture.said)
        often |= {words for words, count in counts.items() if count > 1}
        for each in picture.said:
            if each.event_id:
                events.setdefault(each.words, set()).add(each.event_id)
    return frozenset(often | {words for words, ids in events.items() if len(ids) > 1})


# -- two pictures ------------------------------------------------------------------------------------------------------


def overlap(new: Sequence[Said], old: Sequence[Said], often: frozenset[str] = frozenset()) -> tuple[Common, ...]:
    """Return the events that two pictures have in common, in order; none where too little speaks for an overlap."""
    found = [(pair, *_best_path(pair)) for pair in _pairs(new, old, often)]
    if not found:
        return ()
    pair, best, common = max(found, key=lambda each: each[1])
    enough = min(best, _worth_of_different(pair, common)) >= ENOUGH
    if not enough or not _in_time(pair.new, pair.old, common):
        return ()
    return tuple(Common(each.new, each.old + pair.first, each.whole) for each in common)


def _pairs(new: Sequence[Said], old: Sequence[Said], often: frozenset[str]) -> "list[_Pair]":
    """Return the stretches of what is known with which a new picture is worth comparing: all of it, if it is short.

    Of a long thread, those around words that both have, with room for what one reading missed.
    """
    if len(old) <= WHOLLY_COMPARED:
        return [_Pair(new, old, often)]
    places: dict[tuple[str, str], list[int]] = {}
    for j, each in enumerate(old):
        places.setdefault((each.side, each.words), []).append(j)
    anchors = {j - i for i, each in enumerate(new) for j in places.get((each.side, each.words), ())}
    spans: list[tuple[int, int]] = []
    for start in sorted(anchors):
        first, last = max(0, start - MOST_MISSED), min(len(old), start + len(new) + MOST_MISSED)
        if spans and first <= spans[-1][1]:
            first = spans.pop()[0]
        spans.append((first, last))
    return [_Pair(new, old[first:last], often, first, first == 0, last == len(old)) for first, last in spans]


def _worth_of_different(pair: "_Pair", common: Sequence[Common]) -> float:
    """Return what an overlap is worth if words that are repeated within it count once (在吗, 在吗, 在吗)."""
    return sum({pair.new[each.new].words: pair.worth(each.new, each.old)[0] for each in common}.values())


@dataclass(frozen=True, slots=True)
class _Pair:
    """``old`` is what is known from its index ``first`` on; ``begins`` and ``ends`` tell whether that is all."""

    new: Sequence[Said]
    old: Sequence[Said]
    often: frozenset[str]
    first: int = 0
    begins: bool = True
    ends: bool = True

    def worth(self, i: int, j: int) -> tuple[float, Whole]:
        """Return what it is worth that two events are the same one, 0 if they cannot be."""
        one, other = self.new[i], self.old[j]
        if one.side != other.side or not _times_agree(one, other):
            return 0.0, Whole.BOTH
        whole = self._same_words(i, j)
        if whole is None:
            return 0.0, Whole.BOTH
        words = float(max(COMMON, min(len(one.words), len(other.words), MOST_OF_WORDS)))
        if one.side.startswith(EventKind.MESSAGE):
            often = bool({one.words, other.words} & self.often)
            return (COMMON if often else words) + _worth_of_time(one, other), whole
        timed = one.at is not None and other.at is not None  # rows of a list are told apart by their times
        return (words + OF_TIME if timed else 0.0), whole

    def _same_words(self, i: int, j: int) -> Whole | None:
        one, other = self.new[i].words, self.old[j].words
        if one == other or are_alike(one, other):
            cut = self.new[i].is_cut, self.old[j].is_cut
            return Whole.BOTH if cut[0] is cut[1] else Whole.OLD if cut[0] else Whole.NEW
        if _is_rest(one, other, cut_above=i == 0, cut_below=i == len(self.new) - 1):
            return Whole.OLD
        above, below = self.begins and j == 0, self.ends and j == len(self.old) - 1
        if _is_rest(other, one, cut_above=above, cut_below=below):
            return Whole.NEW
        return None


_Step = tuple[int, int, Whole | None]
"""Where a way came from, and whether the two events there are one."""


def _best_path(pair: _Pair) -> tuple[float, tuple[Common, ...]]:
    """Return the best way to lay one picture over the other, and its worth.

    What stands before the overlap in one picture, and after it in one, costs nothing (semi-global alignment).
    """
    rows, columns = len(pair.new), len(pair.old)
    worth = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(1, rows + 1) if not pair.begins else ():
        worth[i][0] = IMPOSSIBLE
    step: dict[tuple[int, int], _Step] = {}
    for i in range(1, rows + 1):
        for j in range(1, columns + 1):
            here, whole = pair.worth(i - 1, j - 1)
            ways: list[tuple[float, _Step]] = [
                (worth[i - 1][j] - ALONE_COSTS, (i - 1, j, None)),
                (worth[i][j - 1] - ALONE_COSTS, (i, j - 1, None)),
            ]
            if here:
                ways.insert(0, (worth[i - 1][j - 1] + here, (i - 1, j - 1, whole)))
            worth[i][j], step[i, j] = max(ways, key=lambda way: way[0])
    ends = [(rows, j) for j in range(columns + 1)]
    ends += [(i, columns) for i in range(rows + 1)] if pair.ends else []
    i, j = max(ends, key=lambda end: worth[end[0]][end[1]])
    return worth[i][j], _traced(step, i, j)


def _traced(step: Mapping[tuple[int, int], _Step], i: int, j: int) -> tuple[Common, ...]:
    common: list[Common] = []
    while i and j:
        i_before, j_before, whole = step[i, j]
        if whole is not None:
            common.append(Common(i_before, j_before, whole))
        i, j = i_before, j_before
    return tuple(reversed(common))


def _times_agree(one: Said, other: Said) -> bool:
    """Tell whether two times may be the same moment, each as precisely as it is known."""
    if one.at is None or other.at is None:
        return True
    if Precision.MONTH in (one.precision, other.precision):
        return (one.at.year, one.at.month) == (other.at.year, other.at.month)
    if Precision.DAY in (one.precision, other.precision):
        return one.at.date() == other.at.date()
    if one.is_clock_alone is not other.is_clock_alone and one.precision is other.precision is Precision.MINUTE:
        return one.at.time() == other.at.time()
    if one.precision is other.precision is Precision.SECOND:
        return one.at == other.at
    return one.at.replace(second=0, microsecond=0) == other.at.replace(second=0, microsecond=0)


def _worth_of_time(one: Said, other: Said) -> float:
    if one.at is None or other.at is None:
        return 0.0
    if one.at.date() != other.at.date():
        return OF_CLOCK
    coarse = {Precision.DAY, Precision.MONTH, Precision.UNKNOWN} & {one.precision, other.precision}
    return OF_DAY if coarse else OF_TIME


def _in_time(new: Sequence[Said], old: Sequence[Said], common: Sequence[Common]) -> bool:
    """Tell whether what comes after an overlap in one picture is not earlier than what comes before it in the other."""
    if not common:
        return False
    first, last = common[0], common[-1]
    if not new[first.new].side.startswith(EventKind.MESSAGE):
        return True  # lists may begin with the newest; their rows agree in their times already
    if any(_on_two_days(new[each.new], old[each.old]) for each in common):
        return True  # one of them took a time alone for its own day's
    return _not_later(old[: first.old], new[last.new + 1 :]) and _not_later(new[: first.new], old[last.old + 1 :])


def _on_two_days(one: Said, other: Said) -> bool:
    return one.at is not None and other.at is not None and one.at.date() != other.at.date()


def _not_later(before: Iterable[Said], after: Iterable[Said]) -> bool:
    latest = max((each.at for each in before if each.at), default=None)
    earliest = min((each.at for each in after if each.at), default=None)
    return latest is None or earliest is None or latest.date() <= earliest.date()


# -- words -------------------------------------------------------------------------------------------------------------


def are_alike(one: str, other: str) -> bool:
    """Tell whether words are the same but for what was misread; another number is another message."""
    shorter, longer = sorted((len(one), len(other)))
    if shorter < FEWEST_TO_MISREAD or shorter < longer * ALIKE or _digits(one) != _digits(other):
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def _digits(words: str) -> list[str]:
    return re.findall(r"\d+", words)


def _is_rest(rest: str, whole: str, *, cut_above: bool, cut_below: bool) -> bool:
    """Tell whether words are what the edge of a picture left of others: their end at the top, or their beginning."""
    if not (cut_above or cut_below) or not FEWEST_OF_CUT <= len(rest) < len(whole):
        return False
    block = SequenceMatcher(None, rest, whole, autojunk=False).find_longest_match()
    if block.size < max(FEWEST_OF_CUT, SEEN_OF_CUT * len(rest)):
        return False
    ends = block.a + block.size == len(rest) and block.b + block.size == len(whole)
    begins = block.a == 0 and block.b == 0
    return (cut_above and ends) or (cut_below and begins)
