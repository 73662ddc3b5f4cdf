"""Which events a letter may tell of: whole phones are imported, and most of what they hold belongs to others."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from evidence_app.domain.happenings import Happening
from evidence_app.rules.parties import TALK, OtherSide, known_as


def of_the_dispute(
    happenings: Sequence[Happening], other_side: OtherSide, tags: Mapping[str, frozenset[str]]
) -> list[Happening]:
    """Return the events without calls and messages of other people, in their order.

    Once the person states numbers as the other side's, only theirs are told. While there are none, an exhibit in which
    several people write or call is told of only where an event of an institution carries a promise or an agent, or any
    a mark. ``tags`` are the marks of each event id.
    """
    people: dict[str, set[str]] = defaultdict(set)
    for each in happenings:
        if each.kind in TALK:
            for exhibit_id in each.exhibit_ids:
                people[exhibit_id].add(known_as(each.other, other_side.region))

    def may_be_told(each: Happening) -> bool:
        if each.kind not in TALK or tags.get(each.event_id):
            return True
        if (each.promise or each.agent_id) and other_side.may_speak(each):
            return True
        if other_side.numbers:
            return other_side.has(each.party, each.number)
        return all(len(people[exhibit_id]) <= 1 for exhibit_id in each.exhibit_ids)

    return [each for each in happenings if may_be_told(each)]
