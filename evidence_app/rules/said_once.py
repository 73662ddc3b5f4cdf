"""What several records show of one thing counts once, with what all say of it and all exhibits. Pure.

That is what a picture and an export show, and a call that two exports list, or that somebody wrote down. All events
stay on the timeline. Which are the same is worked out whenever it is shown, never kept.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import chain

from evidence_app.characters import folded
from evidence_app.domain.call_binding import directions_agree
from evidence_app.domain.continuity import are_alike
from evidence_app.domain.events import EventKind
from evidence_app.domain.happenings import Happening, Origin
from evidence_app.domain.times import Precision
from evidence_app.rules.parties import TALK, OtherSide, known_as

LATER = timedelta(minutes=10)
"""How much later an export has a message than a picture: chats show the time of the first of several."""

TELLING_ALONE = 8
"""Characters by which a message is known of which a picture shows no time."""

_NOT_WORDS = re.compile(r"\[[^\]\n]{1,60}\]")
"""[图片: 1.jpg], [微笑]: pictures have no words for them."""

_APART = re.compile(r"[\W_]+")
"""What stands between words and figures."""

FILLED = ("other", "direction", "agent_id", "agent_name", "amount", "reference", "duration_s", "promise", "body")
"""What is taken from the other event where the one that counts says nothing of it, with what belongs to it."""

OF_TALK = frozenset({"agent_id", "agent_name", "promise", "text"})
"""What only who spoke knows: no list of calls shows it, however surely it shows the call."""

TOGETHER = {"other": ("party", "number"), "promise": ("promise", "promise_due"), "amount": ("amount", "currency")}


@dataclass(frozen=True, slots=True)
class Once:
    """``happenings`` without those that another one shows; ``same`` names for each of those the one that counts."""

    happenings: Sequence[Happening]
    same: Mapping[str, str] = field(default_factory=dict)


def said_once(happenings: Sequence[Happening], side: OtherSide) -> Once:
    """Return all that happened, each once."""
    read = [each for each in happenings if each.origin is Origin.PICTURE and each.kind in TALK]
    same: dict[str, str] = {}
    kept: dict[str, Happening] = {}
    shelf = _Shelf(happenings, read, side) if read else None
    for each in read if shelf else ():
        found = shelf.best(each, kept) if shelf else None
        if found is not None:
            same[each.event_id] = found.event_id
            kept[found.event_id] = _joined(kept.get(found.event_id, found), each)
    left = [kept.get(each.event_id, each) for each in happenings if each.event_id not in same]
    calls = _calls_once(left, side)
    of_all = {each: calls.same.get(other, other) for each, other in same.items()}
    return Once(calls.happenings, {**of_all, **calls.same})


FEWEST_RECORDS = 2
"""Of one log, or of one picture, no two calls are one."""

_RANK = {Origin.EXPORT: 0, Origin.PERSON: 1, Origin.PICTURE: 2}
"""Which of several records of a call counts: a log knows it to the second."""


def _calls_once(happenings: Sequence[Happening], side: OtherSide) -> Once:
    """Return all that happened, a call that several records show in the same minute once."""
    every = [each for each in happenings if each.kind is EventKind.CALL]
    if len({(each.origin, each.exhibit_ids) for each in every}) < FEWEST_RECORDS:
        return Once(happenings)
    by_minute: defaultdict[tuple[int, ...], list[Happening]] = defaultdict(list)
    for each in every:
        at = each.clock_at
        if at is not None and each.other:  # all are in the dispute's zone; numbers are quicker to compare than moments
            by_minute[at.year, at.month, at.day, at.hour, at.minute].append(each)
    same: dict[str, str] = {}
    kept: dict[str, Happening] = {}
    for calls in by_minute.values():
        counting: list[Happening] = []
        for call in sorted(calls, key=lambda each: _RANK[each.origin]) if len(calls) > 1 else ():
            place = next((i for i, each in enumerate(counting) if _is_one_call(each, call, side)), None)
            if place is None:
                counting.append(call)
                continue
            counting[place] = kept[counting[place].event_id] = _joined(counting[place], call)
            same[call.event_id] = counting[place].event_id
    if not same:
        return Once(happenings)
    return Once([kept.get(each.event_id, each) for each in happenings if each.event_id not in same], same)


def _is_one_call(one: Happening, other: Happening, side: OtherSide) -> bool:
    """Tell it of two calls of one minute; one log, one picture or one person lists two only where there were two."""
    if one.origin is other.origin is Origin.PERSON or not set(one.exhibit_ids).isdisjoint(other.exhibit_ids):
        return False
    return directions_agree(one.direction, other.direction) and _are_with_the_same(one, other, side)


def _joined(counting: Happening, other: Happening) -> Happening:
    filled = (*FILLED, "text") if other.origin is Origin.PERSON else FILLED
    lacking = (name for name in filled if getattr(counting, name) in ("", None))
    missing = [each for name in lacking for each in TOGETHER.get(name, (name,))]
    exhibits = tuple(dict.fromkeys((*counting.exhibit_ids, *other.exhibit_ids)))
    typed = counting.typed | _typed(other, missing) | _typed(counting, OF_TALK)
    return counting._replace(**{name: getattr(other, name) for name in missing}, exhibit_ids=exhibits, typed=typed)


def _typed(each: Happening, names: Iterable[str]) -> frozenset[str]:
    """Return what of some fields a person told of a talk who has no exhibit of it."""
    if each.origin is not Origin.PERSON or each.exhibit_ids:
        return frozenset()
    return frozenset(name for name in names if name in OF_TALK and getattr(each, name))


def _are_with_the_same(one: Happening, other: Happening, side: OtherSide) -> bool:
    if not one.other or not other.other:
        return True
    two_numbers = one.kind is EventKind.CALL and one.number and other.number
    if not two_numbers and side.has(one.party, one.number) and side.has(other.party, other.number):
        return True
    shown, others = (
        {known_as(each, side.region) for each in (happening.party, happening.number) if each}
        for happening in (one, other)
    )
    return not shown.isdisjoint(others)


class _Shelf:
    """What exports show of the days of which there are pictures."""

    def __init__(self, happenings: Sequence[Happening], read: Sequence[Happening], side: OtherSide) -> None:
        self._side = side
        self._by_day: defaultdict[date, list[Happening]] = defaultdict(list)
        self._by_minute: defaultdict[datetime, list[Happening]] = defaultdict(list)
        self._untimed: defaultdict[date, list[Happening]] = defaultdict(list)
        self._by_month: defaultdict[tuple[int, int], list[Happening]] = defaultdict(list)
        self._by_words: defaultdict[str, list[Happening]] = defaultdict(list)
        self._words: dict[str, str] = {}
        days = {each.at.date() + timedelta(days=later) for each in read if each.at for later in (0, 1)}
        months = {(each.at.year, each.at.month) for each in read if each.at and each.precision is Precision.MONTH}
        any_day = any(each.at is None for each in read)
        for each in happenings:
            if each.origin is not Origin.EXPORT or each.kind not in TALK or each.at is None:
                continue
            day = each.at.date()
            month = day.year, day.month
            if month in months:
                self._by_month[month].append(each)
            if day in days or month in months:
                self._by_day[day].append(each)
                if each.clock_at is None:
                    self._untimed[day].append(each)
                else:
                    self._by_minute[_minute(each.at)].append(each)
            if any_day and each.text:
                self._by_words[_words(each)].append(each)

    def best(self, read: Happening, kept: Mapping[str, Happening]) -> Happening | None:
        """Return what is the same as a picture's event, the nearest in time; None if nothing is."""
        found = [
            (not exact, later, each.event_id, each)
            for each, later, exact in self._like(read)
            if _is_free(kept.get(each.event_id, each), read)
        ]
        if read.at is None and len(found) > 1:
            return None
        return min(found)[-1] if found else None

    def _like(self, read: Happening) -> Iterator[tuple[Happening, timedelta, bool]]:
        """Yield what says the same to the same side, how much later, and whether in exactly the same words."""
        words = _words(read)
        if not words and read.kind is EventKind.MESSAGE:
            return
        for each in self._near(read, words):
            later = _later(read, each) if _goes_the_same_way(read, each) else None
            if later is not None and _are_with_the_same(read, each, self._side):
                others = self._words_of(each)
                if words == others or are_alike(words, others):
                    yield each, later, words == others

    def _words_of(self, exported: Happening) -> str:
        """Return what an export's message says, worked out once: several pictures may show it."""
        if exported.event_id not in self._words:
            self._words[exported.event_id] = _words(exported)
        return self._words[exported.event_id]

    def _near(self, read: Happening, words: str) -> Sequence[Happening]:
        if read.at is None:
            return self._by_words[words] if len(words) >= TELLING_ALONE else ()
        if read.precision is Precision.MONTH:
            return self._by_month[read.at.year, read.at.month]
        if read.clock_at is None:
            return self._by_day[read.at.date()]
        first, most = _minute(read.at), LATER if read.kind is EventKind.MESSAGE else timedelta()
        minutes = (first + timedelta(minutes=later) for later in range(most // timedelta(minutes=1) + 1))
        timed = chain.from_iterable(self._by_minute.get(each, ()) for each in minutes)
        return [*timed, *self._untimed[read.at.date()]]


def _goes_the_same_way(read: Happening, exported: Happening) -> bool:
    if read.kind is exported.kind is EventKind.CALL:
        return directions_agree(read.direction, exported.direction)
    return (read.kind, read.direction) == (exported.kind, exported.direction)


def _is_free(exported: Happening, read: Happening) -> bool:
    """Tell whether no event of the same picture was found the same already: one picture shows two things."""
    return set(exported.exhibit_ids).isdisjoint(read.exhibit_ids) or not read.exhibit_ids


def _later(read: Happening, exported: Happening) -> timedelta | None:
    """Return how much later than on the picture it was by the export; None if these are two moments."""
    if read.at is None or exported.at is None:
        return timedelta() if read.kind is EventKind.MESSAGE else None
    if read.clock_at is None or exported.clock_at is None:
        if (read.at.year, read.at.month) != (exported.at.year, exported.at.month):
            return None
        by_month = Precision.MONTH in (read.precision, exported.precision)
        return timedelta() if by_month or read.at.day == exported.at.day else None
    later = _minute(exported.at) - _minute(read.at)
    most = LATER if read.kind is EventKind.MESSAGE else timedelta()
    return later if timedelta() <= later <= most else None


def _minute(at: datetime) -> datetime:
    return at.replace(second=0, microsecond=0)


def _words(each: Happening) -> str:
    """Return what a message says without spaces, width and punctuation; nothing for a call."""
    if each.kind is not EventKind.MESSAGE:
        return ""
    said = folded(_NOT_WORDS.sub("", each.text))
    return _APART.sub("", said) or said
