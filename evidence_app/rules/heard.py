"""What counts of all that happened, each once, and what of it may be the other side's words. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from evidence_app.domain.contacts import is_acquaintance
from evidence_app.domain.happenings import Happening
from evidence_app.rules.named_domains import doubted_domains
from evidence_app.rules.parties import OtherSide, known_as
from evidence_app.rules.said_once import said_once
from evidence_app.rules.stated import Stated


@dataclass(frozen=True, slots=True)
class Heard:
    """What happened, each once, and what was stated of it; ``speaking`` may show the other side's people."""

    happenings: Sequence[Happening]
    speaking: Sequence[Happening]
    stated: Stated
    same: Mapping[str, str]


def heard(happenings: Sequence[Happening], stated: Stated, side: OtherSide) -> Heard:
    """Return what counts of all that happened."""
    once = said_once(happenings, side)
    speaking = [each for each in once.happenings if side.may_speak(each)]
    stated = stated.of_the_same(once.same)
    theirs = _of_them(stated, speaking, side.region)
    stated = replace(
        stated,
        threats=(stated.threats & theirs) - _told_by_others(speaking, side),
        third_parties=stated.third_parties & theirs,
        disclosed=stated.disclosed & theirs,
    )
    return Heard(once.happenings, speaking, stated, once.same)


def _told_by_others(speaking: Iterable[Happening], side: OtherSide) -> frozenset[str]:
    """Return the events in which the person's own people tell of something: a colleague's report threatens nobody."""
    return frozenset(
        each.event_id for each in speaking if is_acquaintance(each.party) and not side.has(each.party, each.number)
    )


def _of_them(stated: Stated, speaking: Iterable[Happening], region: str) -> frozenset[str]:
    """Return what was accepted of words that may be the other side's: not those of others' numbers, nor of fakes."""
    accepted = stated.threats | stated.third_parties | stated.disclosed
    said = [each for each in speaking if each.event_id in accepted]
    fakes = {
        event_id for doubt in doubted_domains(stated.institution, said, stated.channels) for event_id in doubt.event_ids
    }
    others = {known_as(number, region) for number in stated.not_theirs}
    return frozenset(each.event_id for each in said if known_as(each.other, region) not in others) - fakes
