"""A vault is witnessed as far as known authorities witnessed its logs."""

import pytest

from evidence_app.actions.add_evidence import DataSource, add_evidence
from evidence_app.actions.anchor import anchor_dispute
from evidence_app.actions.disputes import NewDispute, new_dispute
from evidence_app.actions.remove import set_aside
from evidence_app.actions.session import Session
from evidence_app.actions.verify import Step, StepOutcome, Verdict, Verification, verify
from evidence_app.domain.anchors import Authority
from evidence_app.domain.disputes import Dispute, DisputeType
from evidence_app.progress import Silent
from tests.fakes.authorities import LocalAuthority

Two = tuple[LocalAuthority, LocalAuthority]


@pytest.fixture
def both(two_authorities: Two) -> list[Authority]:
    return [each.authority for each in two_authorities]


def checked(session: Session, authorities: list[Authority]) -> Verification:
    return verify(session.folder, authorities, Silent())


def test_a_vault_that_nobody_witnessed_is_unchanged(session: Session, dispute: Dispute) -> None:
    found = checked(session, [])
    assert (found.verdict, found.result(Step.LOG_TIME)) == (Verdict.UNCHANGED, None)


def test_a_vault_whose_logs_are_anchored_is_witnessed(
    session: Session, dispute: Dispute, both: list[Authority]
) -> None:
    kept = anchor_dispute(session, dispute.id, both, Silent()).anchors
    found = checked(session, both)
    assert found.verdict is Verdict.WITNESSED
    assert found.witnessed_at == min(anchor.witnessed_at for anchor in kept)


def test_strangers_do_not_witness(session: Session, dispute: Dispute, both: list[Authority]) -> None:
    anchor_dispute(session, dispute.id, both, Silent())
    found = checked(session, [])
    result = found.result(Step.LOG_TIME)
    assert result is not None
    assert (found.verdict, result.outcome) == (Verdict.UNCHANGED, StepOutcome.UNCHECKED)


def test_what_came_after_the_last_anchor_is_told(session: Session, dispute: Dispute, both: list[Authority]) -> None:
    anchor_dispute(session, dispute.id, both, Silent())
    add_evidence(session, dispute.id, [DataSource("a.txt", b"later")], Silent(), lambda item: None)
    found = checked(session, both)
    result = found.result(Step.LOG_TIME)
    assert result is not None
    assert [finding.code for finding in result.findings] == ["log-witnessed-in-part"]
    assert found.verdict is Verdict.UNCHANGED


def test_a_dispute_set_aside_is_not_witnessed_by_the_others(
    session: Session, dispute: Dispute, both: list[Authority]
) -> None:
    other = new_dispute(session, NewDispute(title="旧账", type=DisputeType.OTHER, institution="速融宝"))
    add_evidence(session, other.id, [DataSource("a.txt", b"never witnessed")], Silent(), lambda item: None)
    set_aside(session, "dispute", [other.id], "settled")
    anchor_dispute(session, dispute.id, both, Silent())
    assert checked(session, both).verdict is Verdict.UNCHANGED
