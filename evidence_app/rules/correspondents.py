"""With whom there was contact, for a person to say which of them are the other side. Pure."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from evidence_app.domain.contacts import is_acquaintance, signature
from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.happenings import Happening
from evidence_app.rules.parties import TALK, is_company, is_named, known_as, shares_brand
from evidence_app.rules.situation import Situation

MOST_SIGNATURES = 2
SAMPLE_CHARACTERS = 24
_OF_COMPLAINANTS = re.compile(r"维权|維權|受害|互助|投诉群|投訴群|自救")

MOST_SAMPLES = 20
"""Contacts by which somebody can be looked up."""


@dataclass(frozen=True, slots=True)
class Correspondent:
    """Somebody who called or wrote, was called or written to, or was paid under such a name; ``count`` is how often.

    ``number`` and ``name`` are as shown; one of them may be empty. ``sample`` is how the messages are signed, else the
    first words of one. ``signs_as_theirs`` tells that all signatures are the institution's names: anybody can write
    them, so that it is a hint and no more. ``named_in`` is the event in which the other side itself names the number,
    ``is_channel`` tells that a person keeps it as a way to reach the institution. ``shares_brand`` tells that its name,
    or what its messages are signed with, holds the institution's brand. ``was_paid`` tells that money went to it or
    came from it. ``event_ids`` are the first of these.
    """

    number: str
    name: str
    count: int
    sample: str = ""
    signs_as_theirs: bool = False
    event_ids: tuple[str, ...] = field(default=(), compare=False)
    named_in: str = ""
    is_channel: bool = False
    shares_brand: bool = False
    was_paid: bool = False

    @property
    def calls_itself_theirs(self) -> bool:
        """Whether it calls, writes or signs under the institution's name or brand."""
        return not self.was_paid and (self.signs_as_theirs or self.shares_brand)

    @property
    def is_proposed(self) -> bool:
        """Whether there is a reason to take it for the other side, for a person to look at."""
        return self.signs_as_theirs or bool(self.named_in) or self.is_channel

    @property
    def shown(self) -> str:
        """What is stated to say that this is the other side: the number, else the name."""
        return self.number or self.name


@dataclass(frozen=True, slots=True)
class Hints:
    """Why somebody may be the other side: its own words name them (`named_by_them`), or they are kept as its channels.

    ``not_theirs`` were said to be somebody else's.
    """

    named: Mapping[str, str] = field(default_factory=dict)
    channels: Sequence[str] = ()
    not_theirs: Sequence[str] = ()


NO_HINTS = Hints()


def unplaced(situation: Situation, hints: Hints = NO_HINTS) -> tuple[Correspondent, ...]:
    """Return who of a dispute's calls and messages counts for nobody, the most frequent first.

    Empty once somebody said whose numbers are the other side's: the others are other people then. So are those that
    somebody said to be not theirs, and whose name says whose they are (小王(同事)); who calls or writes later is asked
    about.
    """
    return () if situation.numbers else _correspondents(situation, hints)


def joinable(situation: Situation, hints: Hints) -> tuple[Correspondent, ...]:
    """Return who is not stated to be the other side, but is named by it, kept as its channel, or shares its brand.

    Nobody is taken for it by what anybody can write; but of whom nothing counts, a person is told.
    """
    if not situation.numbers:
        return ()
    found = _correspondents(situation, hints)
    return tuple(each for each in found if each.is_proposed or each.shares_brand)


def _correspondents(situation: Situation, hints: Hints) -> tuple[Correspondent, ...]:
    others = {known_as(each, situation.region) for each in hints.not_theirs}
    channels = {known_as(each, situation.region) for each in hints.channels}
    contacts: defaultdict[str, list[Happening]] = defaultdict(list)
    for each in situation.happenings:
        if other := _other(each, situation):
            contacts[known_as(other, situation.region)].append(each)
    found = (
        replace(
            _correspondent(group, situation.names), named_in=hints.named.get(known, ""), is_channel=known in channels
        )
        for known, group in contacts.items()
        if known not in others and not any(is_acquaintance(each.party) for each in group)
    )
    return tuple(sorted(found, key=lambda each: (-each.count, each.shown)))


def _other(each: Happening, situation: Situation) -> str:
    """Return with whom an event is, if a person has to say whether that is the other side; else empty."""
    if each.kind is EventKind.PAYMENT:
        asked = shares_brand(each.party, situation.names) and not situation.is_money_with_other_side(each)
        return each.party if asked else ""
    return each.other if each.kind in TALK and not situation.is_of_other_side(each) else ""


def _correspondent(contacts: Sequence[Happening], names: frozenset[str]) -> Correspondent:
    written = [each for each in contacts if each.kind is EventKind.MESSAGE and each.text.strip()]
    received = [each.text for each in written if each.direction is Direction.IN]
    signatures = tuple(dict.fromkeys(filter(None, map(signature, received))))
    paid = [each for each in contacts if each.kind is EventKind.PAYMENT]
    return Correspondent(
        number=next((each.number for each in contacts if each.number and each.kind in TALK), ""),
        name=next((each.party for each in contacts if each.party and each.party != each.number), ""),
        count=len(contacts),
        sample=_signed(signatures) or _beginning((*received, *(each.text for each in (*written, *paid)))),
        signs_as_theirs=bool(signatures)
        and all(is_named(each, names) or is_company(each, names) for each in signatures),
        shares_brand=bool(paid) or any(shares_brand(each, names) for each in (*signatures, *_names(contacts))),
        was_paid=bool(paid),
        event_ids=tuple(each.event_id for each in contacts[:MOST_SAMPLES]),
    )


def _names(contacts: Sequence[Happening]) -> AbstractSet[str]:
    """Return under which names somebody is kept, without those of groups of complainants: they name the brand, too."""
    return {each.party for each in contacts if each.party != each.number and not _OF_COMPLAINANTS.search(each.party)}


def _signed(signatures: Sequence[str]) -> str:
    more = "…" if len(signatures) > MOST_SIGNATURES else ""
    return "".join(f"【{each}】" for each in signatures[:MOST_SIGNATURES]) + more


def _beginning(texts: Sequence[str]) -> str:
    words = " ".join(texts[0].split()) if texts else ""
    return words if len(words) <= SAMPLE_CHARACTERS else f"{words[:SAMPLE_CHARACTERS]}…"
