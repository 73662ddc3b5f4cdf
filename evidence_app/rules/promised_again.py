"""The same promise said again: one that several events show, or one that is renewed by a later day. Pure.

The same words of the same party that are due on the same day are one promise, however many events show it; so are other
words that promise the same for that day (`promised_otherwise`). Said again with a later day, it is renewed. What
somebody marked as kept is over: the same words after it are a new promise. Events of which somebody said different
things stay promises of their own: no decision is lost in another.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from evidence_app.characters import folded
from evidence_app.domain.continuity import are_alike
from evidence_app.domain.happenings import Happening, Origin
from evidence_app.domain.workspace import PromiseState
from evidence_app.rules.parties import OtherSide, known_as
from evidence_app.rules.promised_otherwise import said_otherwise

OVER = frozenset({PromiseState.KEPT, PromiseState.WITHDRAWN})
"""What becomes of a promise that is waited for no more: the same words later are a new one."""

MOST_COMPARED = 20
"""Other words of one day with which those of a picture are compared, the last ones."""

THE_OTHER_SIDE = ""
"""How the institution is known here, by whichever of its names and numbers; of what names nobody, nobody else."""


@dataclass(frozen=True, slots=True)
class Dated:
    """What was promised by one day: the events that show it, in order, and what somebody said became of it."""

    sayings: tuple[Happening, ...]
    state: PromiseState = PromiseState.OPEN

    @property
    def first(self) -> Happening:
        """The event that shows it first."""
        return self.sayings[0]

    @property
    def due(self) -> date | None:
        """By which day it was promised, None where no event says it."""
        return next((each.promise_due for each in self.sayings if each.promise_due is not None), None)

    @property
    def event_ids(self) -> tuple[str, ...]:
        """The events that show it, by their ids."""
        return tuple(each.event_id for each in self.sayings)


Became = Callable[[Happening], PromiseState]
"""Tells what somebody said became of the promise in an event."""


def promised_again(sayings: Sequence[Happening], became: Became, side: OtherSide) -> tuple[tuple[Dated, ...], ...]:
    """Return each promise as the days by which it was promised, the first one first; all in the order of events."""
    order = {each.event_id: place for place, each in enumerate(sayings)}
    found: list[list[Dated]] = []
    for same in _said_alike(sayings, side):
        days = [part for day in _by_day(same) for part in _as_decided(day, became)]
        of_these: list[list[Dated]] = []
        for day in sorted(days, key=lambda each: order[each.first.event_id]):
            before = next((each for each in reversed(of_these) if _renews(each[-1], day)), None)
            if before is None:
                of_these.append([day])
            else:
                before.append(day)
        found += of_these
    return tuple(tuple(days) for days in sorted(found, key=lambda days: order[days[0].first.event_id]))


def _renews(before: Dated, later: Dated) -> bool:
    """Tell whether a promise is another one made again: later, and by a later day if both have one."""
    if before.state in OVER:
        return False
    if before.due is not None and later.due is not None:
        return later.due > before.due and not _is_earlier(later.first, before.first)
    one, other = before.first.day, later.first.day
    return one is not None and other is not None and other > one


def _is_earlier(one: Happening, other: Happening) -> bool:
    return one.at is not None and other.at is not None and one.at < other.at


# -- the same words of the same party ----------------------------------------------------------------------------------


@dataclass(slots=True, eq=False)
class _Thread:
    """The sayings of one text by one party."""

    words: set[str] = field(default_factory=set)
    parties: set[str] = field(default_factory=set)
    sayings: list[Happening] = field(default_factory=list)


def _said_alike(sayings: Sequence[Happening], side: OtherSide) -> list[list[Happening]]:
    """Return what says the same, each in order; words of a picture may be misread, where the day is the same."""
    threads: list[_Thread] = []
    by_words: defaultdict[str, list[_Thread]] = defaultdict(list)
    by_day: defaultdict[date | None, list[_Thread]] = defaultdict(list)
    for each in sayings:
        words, parties = same_words(each.promise or each.text), _parties(each, side)
        day = each.promise_due or each.day
        thread = _of_party(by_words[words], parties) or _misread(by_day[day][-MOST_COMPARED:], each, words, parties)
        if thread is None:
            thread = _Thread()
            threads.append(thread)
        if words not in thread.words:
            by_words[words].append(thread)
        if thread not in by_day[day][-MOST_COMPARED:]:
            by_day[day].append(thread)
        thread.words.add(words)
        thread.parties |= parties
        thread.sayings.append(each)
    return [each.sayings for each in _joined(threads, sayings)]


def _joined(threads: list[_Thread], sayings: Sequence[Happening]) -> list[_Thread]:
    """Return the threads with those joined that promise the same for one day in other words."""
    into = {id(each): each for each in threads}
    thread_of = {saying.event_id: each for each in threads for saying in each.sayings}

    def root(thread: _Thread) -> _Thread:
        while into[id(thread)] is not thread:
            thread = into[id(thread)]
        return thread

    for first, *others in said_otherwise(sayings):
        for each in others:
            one, other = root(thread_of[first.event_id]), root(thread_of[each.event_id])
            if one is not other and not one.parties.isdisjoint(other.parties):
                into[id(other)] = one
                one.parties |= other.parties
    joined: defaultdict[int, list[Happening]] = defaultdict(list)
    for each in sayings:
        joined[id(root(thread_of[each.event_id]))].append(each)
    return [_Thread(sayings=same) for same in joined.values()]


def _of_party(threads: Iterable[_Thread], parties: set[str]) -> _Thread | None:
    return next((each for each in threads if not each.parties.isdisjoint(parties)), None)


def _misread(threads: Sequence[_Thread], each: Happening, words: str, parties: set[str]) -> _Thread | None:
    """Return what a picture and another exhibit show alike but for what was misread."""
    for thread in threads:
        is_read = each.origin is Origin.PICTURE or any(other.origin is Origin.PICTURE for other in thread.sayings)
        if is_read and not thread.parties.isdisjoint(parties) and any(are_alike(words, one) for one in thread.words):
            return thread
    return None


def same_words(promise: str) -> str:
    """Return what is promised without spaces, width and punctuation."""
    said = folded(promise)
    return "".join(filter(str.isalnum, said)) or said


def _parties(each: Happening, side: OtherSide) -> set[str]:
    if not each.other or side.has(each.party, each.number):
        return {THE_OTHER_SIDE}
    return {known_as(shown, side.region) for shown in (each.party, each.number) if shown}


# -- by which day ------------------------------------------------------------------------------------------------------


def _by_day(sayings: Sequence[Happening]) -> list[list[Happening]]:
    """Return sayings by the day on which they are due; without one, they belong to what was said on the same day."""
    days: dict[tuple[date | None, date | None], list[Happening]] = {}
    for each in sayings:
        if each.promise_due is not None:
            days.setdefault((each.promise_due, None), []).append(each)
    said_on: dict[date | None, list[Happening]] = {}
    for day in days.values():
        for each in day:
            said_on.setdefault(each.day, day)
    for each in sayings:
        if each.promise_due is None and each.day is not None:
            if each.day not in said_on:
                said_on[each.day] = days.setdefault((None, each.day), [])
            said_on[each.day].append(each)
    unknown = [each for each in sayings if each.promise_due is None and each.day is None]
    if unknown:
        only = next(iter(days.values())) if len(days) == 1 else days.setdefault((None, None), [])
        only.extend(unknown)
    order = {each.event_id: place for place, each in enumerate(sayings)}
    return [sorted(day, key=lambda each: order[each.event_id]) for day in days.values()]


def _as_decided(day: Sequence[Happening], became: Became) -> list[Dated]:
    """Return what one day's sayings are: one promise, or as many as a person said different things of."""
    states = {each.event_id: became(each) for each in day}
    decided = list(dict.fromkeys(state for state in states.values() if state is not PromiseState.OPEN))
    if len(decided) <= 1:
        return [Dated(tuple(day), *decided)]
    apart = dict.fromkeys(states.values())
    return [Dated(tuple(each for each in day if states[each.event_id] is state), state) for state in apart]
