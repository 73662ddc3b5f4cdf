"""Whatever people do to a dispute, in whatever order: the vault holds, and all of it can be taken back."""

import random
from collections.abc import Callable, Sequence
from datetime import datetime

import pytest

from evidence_app.actions.add_evidence import DataSource, add_evidence
from evidence_app.actions.disputes import list_disputes
from evidence_app.actions.edit import edit_events, edit_exhibits, set_zone, take_back
from evidence_app.actions.order import arrange
from evidence_app.actions.record_event import NewEvent, record
from evidence_app.actions.remove import put_back, set_aside, tray
from evidence_app.actions.session import Session
from evidence_app.actions.timeline import events_in_full, timeline
from evidence_app.actions.verify import verify_vault
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import EventKind
from evidence_app.domain.exhibits import TimeMark
from evidence_app.domain.times import ClockReading, Precision, TimeSource, choose
from evidence_app.progress import Silent
from evidence_app.vault.glance import Glance, glance

STEPS = 40


class Person:
    """Does one thing after the other to a dispute, at random, and remembers the custody entries of each."""

    def __init__(self, session: Session, dispute: Dispute, chance: random.Random) -> None:
        self.session, self.dispute_id, self.chance = session, dispute.id, chance
        self.steps: list[list[int]] = []
        deeds = [self.edit, self.mark, self.remove, self.bring_back, self.arrange, self.state_zone, self.record]
        self.deeds: Sequence[Callable[[], list[int]]] = [*deeds, self.undo_last]

    def do_something(self) -> None:
        seqs = self.chance.choice(self.deeds)()
        if seqs:
            self.steps.append(seqs)

    def everything(self) -> tuple[object, ...]:
        """Return all that is kept of the dispute, seen or not; times of removal aside."""
        with self.session.vault.read() as catalog:
            return (
                catalog.kept_exhibits(self.dispute_id),
                catalog.kept_single_events(self.dispute_id),
                timeline(self.session, self.dispute_id),
                list_disputes(self.session),
            )

    def some_exhibits(self) -> list[str]:
        with self.session.vault.read() as catalog:
            known = [exhibit.id for exhibit in catalog.kept_exhibits(self.dispute_id)]
        return self.chance.sample(known, self.chance.randint(1, len(known)))

    def some_events(self, kind: EventKind | None = None) -> list[str]:
        events = [event for event in events_in_full(self.session, self.dispute_id) if kind in (None, event.kind)]
        return [event.id for event in self.chance.sample(events, min(len(events), self.chance.randint(1, 4)))]

    def edit(self) -> list[int]:
        changes = {"party": self.chance.choice("abc"), "exhibit_ids": tuple(self.some_exhibits())}
        return edit_events(self.session, self.some_events(EventKind.CALL), changes)

    def mark(self) -> list[int]:
        changes = {"marks": (TimeMark(self.chance.randrange(99), "x"),), "private_note": self.chance.choice("abc")}
        return edit_exhibits(self.session, self.some_exhibits(), changes)

    def remove(self) -> list[int]:
        if self.chance.random() < 0.5:
            return set_aside(self.session, "exhibit", self.some_exhibits()[:2], "wrong")
        return set_aside(self.session, "event", self.some_events(EventKind.CALL), "wrong")

    def bring_back(self) -> list[int]:
        items = tray(self.session, self.dispute_id)
        return put_back(self.session, items[-1].kind, [items[-1].id]) if items else []

    def arrange(self) -> list[int]:
        return arrange(self.session, self.dispute_id, self.some_events(EventKind.CALL))

    def state_zone(self) -> list[int]:
        zone_name = self.chance.choice(["Europe/Berlin", "Asia/Hong_Kong"])
        calls = [event.id for event in events_in_full(self.session, self.dispute_id) if event.kind is EventKind.CALL]
        return set_zone(self.session, calls, zone_name)  # all of them: only events of one time can be arranged

    def record(self) -> list[int]:
        at = next((e.time for e in events_in_full(self.session, self.dispute_id) if e.kind is EventKind.CALL), NOON)
        new = NewEvent(kind=EventKind.CALL, time=at, exhibit_ids=tuple(self.some_exhibits()))
        return [record(self.session, self.dispute_id, new).seq]

    def undo_last(self) -> list[int]:
        return take_back(self.session, self.dispute_id, self.steps[-1], "undone") if self.steps else []


NOON = choose([ClockReading(datetime(2025, 7, 22, 12, 0), Precision.MINUTE, TimeSource.SCREEN, 70)])


@pytest.mark.parametrize("seed", range(6))
def test_whatever_was_done_the_vault_holds_and_all_of_it_can_be_taken_back(
    session: Session, dispute: Dispute, seed: int
) -> None:
    sources = [DataSource(f"Screenshot_2025022{number}_081503.txt", b"%d" % number) for number in range(4)]
    add_evidence(session, dispute.id, sources, Silent(), lambda item: None)
    person = Person(session, dispute, random.Random(seed))
    before = person.everything()
    for _ in range(STEPS):
        person.do_something()
        told = Glance(list_disputes(session), dispute.id, timeline(session, dispute.id))
        assert glance(session.folder, dispute.id) == told
        assert [entry.event_id for entry in told.entries] == [e.id for e in events_in_full(session, dispute.id)]
    assert verify_vault(session.folder, Silent()).holds
    after, steps = person.everything(), list(person.steps)
    redo = [take_back(session, dispute.id, seqs, "undone") for seqs in reversed(steps)]
    assert verify_vault(session.folder, Silent()).holds
    remaining = [event for event in person.everything()[1] if not event.set_aside]  # type: ignore[attr-defined]
    assert remaining == before[1]
    assert person.everything()[0] == before[0]
    for seqs in reversed(redo):
        take_back(session, dispute.id, seqs)
    assert person.everything() == after
