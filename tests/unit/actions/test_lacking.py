"""What a person's own evidence lacks, as the vault has it: it is told while it is so, and of what is in use only."""

from datetime import date

import pytest

from evidence_app.actions.add_evidence import DataSource, add_evidence
from evidence_app.actions.anchor import anchor_dispute, attach_token
from evidence_app.actions.exhibits import list_exhibits
from evidence_app.actions.remove import put_back, remove_exhibit, set_aside
from evidence_app.actions.session import Session
from evidence_app.actions.workspace import workspace
from evidence_app.domain.anchors import Authority
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.exhibits import Exhibit
from evidence_app.progress import Silent
from evidence_app.proof.asking import ask
from tests.fakes.authorities import LocalAuthority

TODAY = date(2025, 6, 1)


@pytest.fixture
def authority(two_authorities: tuple[LocalAuthority, LocalAuthority]) -> Authority:
    return two_authorities[0].authority


def reminded(session: Session, dispute: Dispute, rule: str) -> list[str]:
    """Return the events that a reminder names, empty where there is none."""
    told = [each for each in workspace(session, dispute.id, TODAY).findings if each.rule.id == rule]
    return [event_id for each in told for event_id in each.event_ids]


def entry_of(session: Session, exhibit: Exhibit) -> str:
    with session.vault.read() as catalog:
        event = catalog.document_event(exhibit.id)
    assert event is not None
    return event.id


def added(session: Session, dispute: Dispute, name: str, data: bytes = b"b") -> Exhibit:
    add_evidence(session, dispute.id, [DataSource(name, data)], Silent(), lambda _: None)
    return list_exhibits(session, dispute.id)[-1]


def test_a_file_that_was_added_after_the_last_timestamp_is_told_until_the_next(
    session: Session, dispute: Dispute, exhibit: Exhibit, authority: Authority
) -> None:
    assert reminded(session, dispute, "E1-anchor") == [entry_of(session, exhibit)]
    anchor_dispute(session, dispute.id, [authority], Silent())
    assert reminded(session, dispute, "E1-anchor") == []
    later = added(session, dispute, "b.txt")
    assert reminded(session, dispute, "E1-anchor") == [entry_of(session, later)]
    anchor_dispute(session, dispute.id, [authority], Silent())
    assert reminded(session, dispute, "E1-anchor") == []


def test_a_file_with_a_timestamp_of_its_own_needs_no_other(
    session: Session, dispute: Dispute, exhibit: Exhibit, authority: Authority, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("stamp") / "证书.tsa"
    path.write_bytes(ask(authority, bytes.fromhex(exhibit.original.sha256)).response)
    attach_token(session, exhibit.id, path, [authority])
    assert reminded(session, dispute, "E1-anchor") == []


def test_what_is_removed_lacks_nothing(session: Session, dispute: Dispute, exhibit: Exhibit) -> None:
    set_aside(session, "exhibit", [exhibit.id], "误加")
    assert reminded(session, dispute, "E1-anchor") == []
    put_back(session, "exhibit", [exhibit.id])
    assert reminded(session, dispute, "E1-anchor") == [entry_of(session, exhibit)]
    remove_exhibit(session, exhibit.id, "误加")
    assert reminded(session, dispute, "E1-anchor") == []
