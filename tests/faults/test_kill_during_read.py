"""``kill -9`` while a machine reads: each exhibit is read with all that was found on it, or as it was before."""

from contextlib import closing
from pathlib import Path

import pytest

from evidence_app.actions.exhibits import custody_history, list_exhibits
from evidence_app.actions.session import Session, open_session
from evidence_app.actions.suggestions import accept, findings, suggestions
from evidence_app.actions.timeline import events_in_full
from evidence_app.actions.verify import verify_vault
from evidence_app.domain.custody import CustodyKind
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import EventKind, EventStatus
from evidence_app.progress import Silent
from tests.fakes.machine_read import MESSAGES, add_screenshots, keep_chat
from tests.faults.campaign import Campaign
from tests.faults.test_kill_during_changes import killed

PICTURES = 4

READ = """
import pathlib, sys
from evidence_app.actions import interpret
from evidence_app.actions.read_exhibits import read_exhibits
from evidence_app.actions.session import open_session
from evidence_app.progress import Silent
from tests.fakes.machine_read import Recogniser, a_chat
session = open_session(pathlib.Path(sys.argv[1]))
session._readers = Recogniser()
interpret.interpret = lambda pages, times: a_chat()
while True:
    read_exhibits(session, sys.argv[2], Silent(), lambda item: print(item.exhibit.number, flush=True), again=True)
"""


@pytest.mark.timeout(3600)
def test_a_reading_is_whole_or_was_not(session: Session, dispute: Dispute, tmp_path: Path) -> None:
    accepted = read_once(session, dispute)
    session.close()
    campaign, readings = Campaign(tmp_path, 6, 300), 0
    for _ in campaign.rounds():
        with campaign.kept_if_it_fails(session.folder):
            before = reading_count(session.folder, dispute)
            told = killed(READ, str(session.folder), dispute.id, after_s=campaign.chance.random() * 0.6)
            kept = reading_count(session.folder, dispute) - before
            readings += kept
            assert len(told) <= kept <= len(told) + 1  # what was told is kept; one more may have been
            with closing(open_session(session.folder)) as again:
                read = [event for event in events_in_full(again, dispute.id) if event.kind is EventKind.MESSAGE]
                assert len(read) == PICTURES * MESSAGES
                assert {event.id for event in read if event.status is EventStatus.ACCEPTED} == accepted
                assert len(suggestions(again, dispute.id)) == PICTURES
            assert verify_vault(session.folder, Silent()).holds
    print(f"kills during reading: {campaign.done}, exhibits read in them: {readings}")
    assert campaign.failures == []


def read_once(session: Session, dispute: Dispute) -> set[str]:
    """Have all pictures read and a part of the events accepted; return the ids of these."""
    add_screenshots(session, dispute, PICTURES)
    accepted: list[str] = []
    for exhibit in list_exhibits(session, dispute.id):
        keep_chat(session, exhibit)
        found = findings(session, exhibit.id)
        assert found is not None
        accepted += found.event_ids[:3]
    accept(session, accepted)
    return set(accepted)


def reading_count(vault: Path, dispute: Dispute) -> int:
    with closing(open_session(vault, read_only=True)) as session:
        return sum(entry.kind is CustodyKind.READ for entry in custody_history(session, dispute.id))
