"""With whom there was contact, for a person to say which of them are the other side. Pure."""

from dataclasses import dataclass

from evidence_app.rules.parties import TALK, known_as
from evidence_app.rules.situation import Situation


@dataclass(frozen=True, slots=True)
class Correspondent:
    """Somebody who called or wrote, or was called or written to; ``count`` is how often.

    ``number`` and ``name`` are as shown; one of them may be empty.
    """

    number: str
    name: str
    count: int

    @property
    def shown(self) -> str:
        """What is stated to say that this is the other side: the number, else the name."""
        return self.number or self.name


def unplaced(situation: Situation) -> tuple[Correspondent, ...]:
    """Return who of a dispute's calls and messages counts for nobody, the most frequent first.

    Empty once somebody said whose numbers are the other side's: the others are other people then.
    """
    if situation.numbers:
        return ()
    found: dict[str, Correspondent] = {}
    for each in situation.happenings:
        if each.kind in TALK and each.other and not situation.is_of_other_side(each):
            key = known_as(each.other, situation.region)
            known = found.get(key, Correspondent(each.number, each.party, 0))
            found[key] = Correspondent(known.number or each.number, known.name or each.party, known.count + 1)
    return tuple(sorted(found.values(), key=lambda each: (-each.count, each.shown)))
