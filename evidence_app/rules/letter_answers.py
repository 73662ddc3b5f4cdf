"""Which messages of the other side only answer in a talk that the person began: nobody asks for these to stop. Pure."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.happenings import Happening
from evidence_app.rules.letter_bearing import is_courtesy
from evidence_app.rules.parties import known_as

SAME_TALK = timedelta(hours=24)
"""After so long without a message, the next one begins another talk."""


def answers(happenings: Iterable[Happening], region: str) -> frozenset[str]:
    """Return the messages that came in talks which the person began, by their ids; a greeting begins no talk."""
    last: dict[str, datetime] = {}
    is_own: dict[str, bool] = {}
    found = set[str]()
    for each in happenings:
        if each.kind is not EventKind.MESSAGE or each.at is None or not each.other:
            continue
        if each.direction is Direction.IN and is_courtesy(each):
            continue
        other = known_as(each.other, region)
        if other not in last or each.at - last[other] > SAME_TALK:
            is_own[other] = each.direction is Direction.OUT
        last[other] = each.at
        if is_own[other] and each.direction is Direction.IN:
            found.add(each.event_id)
    return frozenset(found)
