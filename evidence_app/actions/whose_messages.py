"""Who wrote imported messages: the dispute's institution, the office of another one, or a person."""

import hashlib
from dataclasses import dataclass, field

from evidence_app.characters import folded
from evidence_app.domain.contacts import is_mobile
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import Direction
from evidence_app.domain.workspace import Institution
from evidence_app.reading.imported import (
    introduces_office,
    is_of_matter,
    is_office,
    signature_of,
    speaks_for_office,
    tells_of_calls,
)
from evidence_app.rules.named_bodies import is_called_as_one
from evidence_app.rules.parties import OtherSide, is_named, other_side_of
from evidence_app.vault.message_lines import MessageLine
from evidence_app.vault.reading import Catalog

Key = tuple[str, str]
"""Name and number of a sender, as shown."""


@dataclass(frozen=True, slots=True)
class Theirs:
    """By what the dispute's institution is known: its names, and the numbers that a person says are its own.

    ``mark`` changes with them.
    """

    names: tuple[str, ...]
    side: OtherSide
    mark: str

    @classmethod
    def of(cls, catalog: Catalog, dispute: Dispute) -> "Theirs":
        """Return what is known now."""
        items = catalog.items(dispute.id, Institution)
        names = tuple(each for each in (dispute.institution, *dispute.aliases) if each)
        side = other_side_of(dispute, items[-1] if items else None)
        return cls(names, side, _digest("|".join([*map(folded, names), *sorted(side.numbers)])))

    def sent(self, party: str, number: str) -> bool:
        """Tell whether a sender is the institution."""
        return self.side.has(party, number)

    def is_person(self, party: str, number: str) -> bool:
        """Tell whether a sender is a person, whatever they write of what an institution told them."""
        return self.side.is_person(party, number) and not is_office(party, number) and not is_called_as_one(party)

    def speaks(self, line: MessageLine) -> bool:
        """Tell whether a message says that an institution is speaking, not what somebody tells of one."""
        if self.is_person(line.party, line.number):
            return False
        shown = line.number or line.party
        is_service = is_office(line.party, line.number) or (
            shown[-1:].isdigit() and not is_mobile(shown, self.side.region)
        )
        return speaks_for_office(line.text) if is_service else introduces_office(line.text)

    def named_in(self, text: str) -> bool:
        """Tell whether a text names the institution as who writes it: signed by a bank, it tells of one."""
        signed = signature_of(text)
        if signed and is_named(signed, self.side.names):  # short messages are signed without 有限公司
            return True
        said = folded(signed or text)
        return any(folded(each) in said for each in self.names if len(each) > 1)


def _digest(words: str) -> str:
    return hashlib.blake2b(words.encode(), digest_size=4).hexdigest()


def digest_of(key: Key) -> str:
    """Return by what the log knows a sender again, without naming anybody."""
    return _digest("\n".join(key))


@dataclass(slots=True)
class Senders:
    """Who of an export is an institution: ``theirs`` the dispute's own, ``offices`` others; people are neither."""

    theirs: set[Key] = field(default_factory=set)
    offices: set[Key] = field(default_factory=set)

    def takes(self, line: MessageLine) -> bool:
        """Tell whether a message is looked into."""
        key = (line.party, line.number)
        if key in self.theirs or key in self.offices:
            return key in self.theirs or is_of_matter(line.text)
        return self.is_report(line)

    def is_report(self, line: MessageLine) -> bool:
        """Tell whether a person tells of being called about the complainant: all that is read of people's messages."""
        is_theirs_to_tell = line.direction is Direction.IN and self.is_persons((line.party, line.number))
        return is_theirs_to_tell and tells_of_calls(line.text)

    def is_persons(self, key: Key) -> bool:
        """Tell whether a sender is a person, as far as is known: neither the institution nor the office of another."""
        return key not in self.theirs and key not in self.offices

    @property
    def digests(self) -> set[str]:
        """By what it is known later who was looked into wholly, without naming anybody in the log."""
        return {digest_of(each) for each in self.theirs}
