"""Whose an event is, as evidence of a dispute: what may show a piece of evidence, and what never does."""

import re
from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from enum import Enum, auto
from functools import lru_cache

from evidence_app.characters import folded
from evidence_app.domain.events import MOVES_MONEY
from evidence_app.domain.happenings import Happening
from evidence_app.phrases import Language
from evidence_app.rules.evidence_words import is_said
from evidence_app.rules.law import BodyKind, bodies
from evidence_app.rules.parties import TALK, called, known_as
from evidence_app.rules.situation import Situation
from evidence_app.rules.telling import Known, of_the_dispute


class Whose(Enum):
    """Whose an event is."""

    THEIRS = auto()  # with the institution
    OURS = auto()  # of the dispute: typed, of its amount, in an exhibit of its own
    PERHAPS = auto()  # nobody said yet, or it names the institution
    OTHERS = auto()  # with somebody else


def anybody(_happening: Happening) -> Whose:
    """Take every event for one with the institution."""
    return Whose.THEIRS


def whose_in(situation: Situation, known: Known, not_theirs: Iterable[str] = ()) -> Callable[[Happening], Whose]:
    """Return what tells whose an event of a situation is; ``not_theirs`` are numbers that are somebody else's."""
    told = frozenset(each.event_id for each in of_the_dispute(situation.happenings, known))
    others = frozenset(known_as(each, situation.region) for each in not_theirs)

    answers: dict[str, Whose] = {}

    def whose(each: Happening) -> Whose:
        """Answer from what was answered before: every piece of evidence asks it of the same events."""
        if each.event_id not in answers:
            answers[each.event_id] = judged(each)
        return answers[each.event_id]

    def judged(each: Happening) -> Whose:
        if situation.is_money_of_dispute(each):
            return Whose.THEIRS
        if each.event_id in told:
            return Whose.OURS
        return Whose.PERHAPS if _is_perhaps(each, situation, others) else Whose.OTHERS

    return whose


def _is_perhaps(each: Happening, situation: Situation, others: AbstractSet[str]) -> bool:
    if each.kind in MOVES_MONEY or known_as(each.other, situation.region) in others:
        return False
    if each.kind in TALK and not situation.numbers and situation.other_side.may_speak(each):
        return True
    said = called(each.text)
    return any(len(name) >= LEAST_NAME and name in said for name in situation.names)


LEAST_NAME = 3
"""Characters of an institution's name that is looked for in other people's messages: those of its bank, for example."""


AUTHORITY = "authority"
"""The recogniser of whom a complaint goes to that is not the institution."""


@lru_cache(maxsize=1024)
def is_elsewhere(body: str) -> bool:
    """Tell whether to whom a complaint went is known to be an authority, and not the institution itself."""
    said = folded(body)
    return is_said(AUTHORITY, body) or any(name in said for name in _authorities())


@lru_cache(maxsize=1)
def _authorities() -> frozenset[str]:
    names = (each.name[language] for each in bodies() if each.kind is not BodyKind.INSTITUTION for language in Language)
    return frozenset(folded(re.sub(r"[(（].*", "", name)) for name in names)
