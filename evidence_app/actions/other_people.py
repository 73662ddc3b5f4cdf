"""What of a dispute's imported exports is with other people, before a dossier discloses it: counted, never guessed."""

from collections.abc import Collection, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from evidence_app.actions.session import Session
from evidence_app.actions.workspace import stated_in
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.happenings import Happening
from evidence_app.domain.imports import Selection
from evidence_app.domain.timeline import within
from evidence_app.rules.one_time_codes import is_one_time_code
from evidence_app.rules.others import Others, others_of

if TYPE_CHECKING:
    from evidence_app.dossier.source import DossierOptions, DossierSource


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherPeople:
    """What is with other people than the other side.

    ``events`` with so many ``people``, and the exhibits ``files`` that came with them, are in the dossier, or
    ``left_out``; ``codes`` of the events bring one-time codes. ``whole_exports`` counts the exports whose originals
    hold more than is with the other side, ``naming`` are those of the events that name the amount in dispute or one of
    its numbers. ``is_known`` and ``is_answered`` are as in `Others`.
    """

    events: int = 0
    people: int = 0
    codes: int = 0
    files: frozenset[str] = frozenset()
    whole_exports: int = 0
    naming: tuple[str, ...] = ()
    is_known: bool = False
    is_answered: bool = False
    left_out: bool = False


def other_people(session: Session, dispute_id: str) -> OtherPeople:
    """Return what all of a dispute's exports hold of other people. Raises InputProblem("dispute-unknown")."""
    with session.vault.read() as catalog:
        dispute, happenings = catalog.dispute(dispute_id), catalog.happenings(dispute_id)
        others = others_of(dispute, happenings, stated_in(catalog, dispute_id), catalog.touched_events(dispute_id))
        held = _Held(catalog.exhibits(dispute_id), catalog.selections(dispute_id), happenings, others)
    return held.counted(others.people)


def other_people_in(
    source: "DossierSource", chosen: "DossierOptions", shown_exhibits: Iterable[Exhibit]
) -> OtherPeople:
    """Return what the dossier of these choices, with these exhibits, holds of other people, or leaves out."""
    zone = source.dispute.zone
    present = [event.id for event in source.events if within(event, chosen.period, zone)]
    shown = {exhibit.id for exhibit in shown_exhibits}
    if chosen.only_theirs:  # files of other people are left out already, and counted all the same
        shown |= {exhibit.id for exhibit in source.exhibits} if chosen.exhibit_ids is None else {*chosen.exhibit_ids}
    exhibits = [exhibit for exhibit in source.exhibits if exhibit.id in shown]
    held = _Held(exhibits, source.selections, source.happenings, source.others)
    return held.counted(present, left_out=chosen.only_theirs)


def others_going_out(source: "DossierSource", chosen: "DossierOptions", *, originals: bool) -> OtherPeople:
    """Return the same of a dossier that is exported; ``whole_exports`` are those that leave with it as they are."""
    from evidence_app.dossier.choosing import choice_of

    others = other_people_in(source, chosen, choice_of(source, chosen).exhibits)
    leave = originals and (chosen.whole_exports or not chosen.only_theirs)
    return others if leave else replace(others, whole_exports=0)


@dataclass(frozen=True, slots=True)
class _Held:
    exhibits: Sequence[Exhibit]
    selections: Sequence[Selection]
    happenings: Sequence[Happening]
    others: Others

    def counted(self, event_ids: Collection[str], *, left_out: bool = False) -> OtherPeople:
        from evidence_app.dossier.belonging import exports_of_others, files_of_others

        events, people = self.others.of(event_ids)
        whole = exports_of_others(self.exhibits, self.selections, self.happenings, self.others)
        return OtherPeople(
            events=events,
            people=people,
            codes=self._codes(frozenset(event_ids)),
            files=frozenset(files_of_others(self.exhibits, self.selections, self.happenings, self.others)),
            whole_exports=sum(1 for _ in whole),
            naming=tuple(each for each in event_ids if each in self.others.naming),
            is_known=self.others.is_known,
            is_answered=self.others.is_answered,
            left_out=left_out,
        )

    def _codes(self, event_ids: AbstractSet[str]) -> int:
        ids = event_ids & self.others.people.keys()
        return sum(each.event_id in ids and is_one_time_code(each.text) for each in self.happenings)
