"""What the other side, or a person's own note, tells as done: a promise to do it may have been kept so. Pure.

Words only ask: whether it was done, a person says; but while they stand on the timeline, nothing claims that none do.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import takewhile
from typing import Any

from evidence_app.characters import folded, simplified
from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.happenings import Happening, Origin
from evidence_app.rules.by_day import ByDay
from evidence_app.rules.contacts_promised import FROM_THEM, is_to_be_in_touch, may_be_theirs
from evidence_app.rules.evidence_words import MOST_CHARACTERS, Recogniser
from evidence_app.rules.law_files import read_law
from evidence_app.rules.named_sums import NamedSum, sums_in
from evidence_app.rules.parties import OtherSide
from evidence_app.rules.promised_otherwise import acts_in
from evidence_app.rules.stop_promised import is_to_stop_contacts

_HINTS = (
    "已",
    "完成",
    "完毕",
    "完畢",
    "成功",
    "了",
    "办结",
    "辦結",
    "办妥",
    "辦妥",
    "生效",
    "ed",
    "paid",
    "sent",
    "frozen",
)
"""Words as they are written of which all that is told as done has one."""

_DENIES = re.compile(r"未|没|不(?:能|会|予|是|到|属)|无|(?:\bnot?\b|n't\b|\bnever\b)", re.IGNORECASE)
"""What makes a person's own note say more than that something is done: 称已退款，实际没有到账."""


class Told:
    """The events in which something may be told as done."""

    def __init__(self, happenings: Iterable[Happening] = ()) -> None:
        self._events = ByDay.of(happenings)
        self._by_act: dict[str, ByDay] = {}

    def first_done(self, promised: Happening, until: date) -> tuple[Happening, ...]:
        """Return the first events by which all that was promised is told as done by a day; none where some is left."""
        since, acts = promised.day, _acts(promised.promise)
        if since is None or not acts:
            return ()
        found = [self._first(act, promised, since, until) for act in sorted(acts)]
        done = {each.event_id: each for each in found if each is not None}
        return tuple(ByDay.of(done.values()).happenings) if all(found) else ()

    def _first(self, act: str, promised: Happening, since: date, until: date) -> Happening | None:
        in_time = takewhile(lambda each: each.day is not None and each.day <= until, self._telling(act).since(since))
        told = (each for each in in_time if _is_after(promised, each))
        return next((each for each in told if act != "money" or _may_be_its_sum(promised, each)), None)

    def _telling(self, act: str) -> ByDay:
        if act not in self._by_act:
            self._by_act[act] = ByDay.of(each for each in self._events.happenings if _is_told(act, _words(each)))
        return self._by_act[act]


def told_of(happenings: Iterable[Happening], side: OtherSide) -> Told:
    """Return the events that may tell of something as done: the other side's words, and a person's notes."""
    return Told(each for each in happenings if _may_tell(each, side))


def _may_tell(each: Happening, side: OtherSide) -> bool:
    if not each.text or not any(hint in each.text for hint in _HINTS):
        return False
    match each.kind:
        case EventKind.NOTE:
            return each.origin is Origin.PERSON and not _DENIES.search(simplified(each.text))
        case EventKind.MESSAGE:
            return each.direction in FROM_THEM and (not each.other or may_be_theirs(each, side))
        case EventKind.CALL:
            return (not each.other or may_be_theirs(each, side)) and not _DENIES.search(simplified(each.text))
        case EventKind.COMPLAINT:
            return each.direction is Direction.IN
        case _:
            return False


def _is_after(promised: Happening, each: Happening) -> bool:
    before, after = promised.clock_at, each.clock_at
    return each.event_id != promised.event_id and (before is None or after is None or after > before)


@lru_cache(maxsize=4096)
def _acts(promise: str) -> frozenset[str]:
    """Return what of a promise can be told as done; that no contact comes is shown by silence only."""
    if is_to_be_in_touch(promise):
        return frozenset()
    known = _recognisers().keys()
    return frozenset(act for act in acts_in(promise) & known if act != "stop" or not is_to_stop_contacts(promise))


def _words(each: Happening) -> str:
    """Return what an event says beside what it promises itself."""
    return each.words.replace(each.promise, " ") if each.promise else each.words


def _may_be_its_sum(promised: Happening, each: Happening) -> bool:
    """Tell whether what is told is of a promised sum, or one of the two names none."""
    sums, told = _sums(promised.promise), _sums(_words(each))
    return not (sums and told) or any(one.amount == other.amount for one in sums for other in told)


@lru_cache(maxsize=32_768)
def _sums(text: str) -> frozenset[NamedSum]:
    """Return the sums that a text names, each text looked at once: many promises ask it of the same ones."""
    return sums_in(text)


@lru_cache(maxsize=32_768)
def _is_told(act: str, text: str) -> bool:
    return _recognisers()[act].finds(folded(text[:MOST_CHARACTERS]))


@lru_cache(maxsize=1)
def _recognisers() -> Mapping[str, Recogniser]:
    return read_law("done_words.toml", _recognisers_of)


def _recognisers_of(table: Mapping[str, Any]) -> Mapping[str, Recogniser]:
    words = table["words"]
    unless = re.compile("|".join(f"(?:{each})" for each in words["unless"]))
    return {act: Recogniser(_done(words, verbs), None, unless=unless) for act, verbs in table["acts"].items()}


def _done(words: Mapping[str, str], verbs: Sequence[str]) -> re.Pattern[str]:
    chinese, english = verbs
    before, behind = words["zh_before"], words["zh_behind"]
    said = rf"(?:{chinese})"
    return re.compile(simplified(rf"{before}{said}|{said}{behind}|{words['en_before']}(?:{english})"))
