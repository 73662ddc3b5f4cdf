"""Which events a letter may tell of: whole phones are imported, and most of what they hold belongs to others."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from evidence_app.domain.events import EventKind
from evidence_app.domain.happenings import Happening
from evidence_app.rules.situation import known_as

TALK = frozenset({EventKind.CALL, EventKind.MESSAGE})


def of_the_dispute(
    happenings: Sequence[Happening], numbers: Iterable[str], region: str, tags: Mapping[str, frozenset[str]]
) -> list[Happening]:
    """Return the events without calls and messages of other people, in their order.

    ``numbers`` are those that the person states as the other side's; once there are some, only theirs are told. While
    there are none, an exhibit in which several people write or call is told of only where an event carries a promise,
    an agent or a mark. ``tags`` are the marks of each event id.
    """
    stated = {known_as(each, region) for each in numbers}
    people: dict[str, set[str]] = defaultdict(set)
    for each in happenings:
        if each.kind in TALK:
            for exhibit_id in each.exhibit_ids:
                people[exhibit_id].add(known_as(each.other, region))

    def may_be_told(each: Happening) -> bool:
        if each.kind not in TALK or each.promise or each.agent_id or tags.get(each.event_id):
            return True
        if stated:
            return any(known_as(shown, region) in stated for shown in (each.number, each.party) if shown)
        return all(len(people[exhibit_id]) <= 1 for exhibit_id in each.exhibit_ids)

    return [each for each in happenings if may_be_told(each)]
