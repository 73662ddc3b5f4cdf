"""Whatever machines read and people do with it, in whatever order: the log accounts for everything that is kept."""

import os
import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from evidence_app.actions.continuity import Threads
from evidence_app.actions.correct_text import correct_line
from evidence_app.actions.edit import edit_event, take_back
from evidence_app.actions.exhibits import list_exhibits
from evidence_app.actions.remove import put_back, remove_event, remove_exhibit, set_aside
from evidence_app.actions.session import Session
from evidence_app.actions.suggestions import Corrected, accept, accept_waiting, dismiss
from evidence_app.actions.timeline import events_in_full, timeline
from evidence_app.actions.verify import verify_vault
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import EventKind
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.machine_text import MachineLine, MachineText, Place
from evidence_app.domain.suggestions import Findings, PageKind, Suggested, SuggestionKind
from evidence_app.domain.times import UNKNOWN_TIME
from evidence_app.errors import InputProblem
from evidence_app.progress import Silent
from evidence_app.vault.glance import glance
from tests.fakes.machine_read import add_pictures, message

ROUNDS = 40 if os.environ.get("JUZHENG_SOAK") else 3
STEPS = 30
PICTURES = 5
SHOWN = 6
"""Messages on a picture; the next one begins two further on, so that neighbours overlap."""

KINDS = (SuggestionKind.AGENT_ID, SuggestionKind.PROMISE, SuggestionKind.TITLE, SuggestionKind.TIME)
VALUES = {SuggestionKind.TIME: "2025-02-22T08:10"}


REFUSED = {"changed-since", "suggestion-unknown", "not-an-edit", "line-unknown", "event-unknown"}
"""What was decided already, is gone, or was changed since."""


class Anybody:
    """Machines that read and people who do something with it, by chance."""

    def __init__(self, session: Session, dispute: Dispute, chance: random.Random) -> None:
        self.session, self.dispute, self.chance = session, dispute, chance
        self.threads, self.seqs = Threads(), list[int]()

    def do_something(self) -> None:
        steps: list[Callable[[], object]] = [self.read] * 5 + [self.decide] * 5 + [self.undo] * 2
        steps += [self.edit, self.correct, self.remove, self.put_back, self.erase]
        try:
            self.chance.choice(steps)()
        except InputProblem as problem:
            if problem.code not in REFUSED:
                raise

    def exhibit(self) -> Exhibit:
        return self.chance.choice(self.living())

    def living(self) -> list[Exhibit]:
        return [each for each in list_exhibits(self.session, self.dispute.id) if not each.removed_at]

    def read(self) -> None:
        exhibit = self.exhibit()
        found = self.found(exhibit)
        lines = tuple(MachineLine(f"第{each}行", (10, 50 * each, 300, 40), 0.9) for each in range(4))
        text = MachineText(exhibit.id, "stand-in", lines[self.chance.randrange(2) :], 1, self.session.now())
        with self.session.vault.change() as tx:
            placed = self.threads.placed(tx, exhibit, found)
            tx.keep_reading(text, found, joined=placed.events)
            self.threads.tell_others(tx, exhibit, placed)

    def found(self, exhibit: Exhibit) -> Findings:
        """What this picture shows of one chat: now and then the machine misses something, or begins elsewhere."""
        first = 2 * exhibit.number
        told = [each for each in range(first, first + SHOWN) if self.chance.random() < 0.9]
        events = [message(f"第{each}条消息说的是{each * 7919}元整", 100 * (each - first), each) for each in told]
        if self.chance.random() < 0.5:  # no separator above the first one
            events[0] = replace(events[0], facts=replace(events[0].facts, time=UNKNOWN_TIME))
        if self.chance.random() < 0.5:  # cut off at the bottom
            events[-1] = replace(events[-1], facts=replace(events[-1].facts, text=events[-1].facts.text[:8]))
        suggestions = tuple(
            Suggested(kind, VALUES.get(kind, f"值{index}"), "据此", Place((40, 100 * index, 90, 40)), 0.9, due, index)
            for index in range(len(told))
            if self.chance.random() < 0.5
            for kind in [self.chance.choice(KINDS)]
            for due in [date(2025, 3, 1) if kind is SuggestionKind.PROMISE else None]
        )
        return Findings(kind=PageKind.CHAT, party="客服", events=tuple(events), suggestions=suggestions)

    def decide(self) -> None:
        with self.session.vault.read() as catalog:
            ids = [each.id for each in catalog.suggestions(self.dispute.id)]
            ids += [each.event_id for each in catalog.kept_places(self.dispute.id)]
        some = self.chance.sample(ids, min(len(ids), self.chance.randrange(4)))
        match self.chance.randrange(4):
            case 0:
                self.seqs += dismiss(self.session, some, "误读")
            case 1:
                self.seqs += accept_waiting(self.session, self.dispute.id, kind=self.chance.choice(KINDS)).entries
            case 2:
                corrected = {each: Corrected("2025-02-22T08:11") for each in some}
                self.seqs += accept(self.session, some, corrected)
            case _:
                self.seqs += accept(self.session, some)

    def undo(self) -> None:
        if self.seqs:
            seq = self.seqs.pop(self.chance.randrange(len(self.seqs)))
            self.seqs += take_back(self.session, self.dispute.id, [seq], "撤销")

    def edit(self) -> None:
        event = self.message()
        if event:
            seq = edit_event(self.session, event, {"text": f"改{self.chance.random()}"})
            self.seqs += [seq] if seq else []

    def correct(self) -> None:
        seq = correct_line(self.session, self.exhibit().id, self.chance.randrange(3), self.chance.choice(["", "改读"]))
        self.seqs += [seq] if seq else []

    def message(self) -> str:
        events = [each for each in events_in_full(self.session, self.dispute.id) if each.kind is EventKind.MESSAGE]
        return self.chance.choice(events).id if events else ""

    def remove(self) -> None:
        self.seqs += set_aside(self.session, "exhibit", [self.exhibit().id], "无关")

    def put_back(self) -> None:
        with self.session.vault.read() as catalog:
            aside = [each.id for each in catalog.kept_exhibits(self.dispute.id) if each.set_aside]
        put_back(self.session, "exhibit", aside)

    def erase(self) -> None:
        event = self.message()
        if self.chance.random() < 0.5 and event:
            remove_event(self.session, event, "误加")
        elif len(self.living()) > 2:
            remove_exhibit(self.session, self.exhibit().id, "误加")


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_the_log_accounts_for_whatever_is_done(seed: int, session: Session, dispute: Dispute) -> None:
    add_pictures(session, dispute, PICTURES)
    anybody = Anybody(session, dispute, random.Random(f"{seed} {os.environ.get('JUZHENG_SEED', '')}"))
    for _ in range(STEPS):
        anybody.do_something()
    assert verify_vault(session.folder, Silent()).findings == ()
    seen = glance(session.folder, dispute.id)
    assert seen is not None
    assert seen.entries == timeline(session, dispute.id)
    assert {each.event_id for each in seen.entries} == {each.id for each in events_in_full(session, dispute.id)}
