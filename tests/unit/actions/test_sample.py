"""The sample shows what there is to state: channels, a filing, a contradiction."""

from datetime import UTC, date, datetime
from pathlib import Path

from evidence_app.actions.sample import make_sample_dispute
from evidence_app.actions.session import open_session
from evidence_app.actions.workspace import workspace
from evidence_app.phrases import Language
from evidence_app.progress import Silent
from evidence_app.rules.channels import Doubt


def test_the_sample_shows_channels_a_filing_and_a_contradiction(tmp_path: Path) -> None:
    at = datetime(2026, 11, 24, 2, tzinfo=UTC)
    session = open_session(tmp_path / "vault", create=True, clock=lambda: at)
    try:
        dispute = make_sample_dispute(session, Language.ZH_HANS, Silent())
        found = workspace(session, dispute.id)
    finally:
        session.close()
    [filing] = found.stated.complaints
    assert (filing.body, filing.reference, filing.filed_on) == ("cn-association", "2025022801734", date(2025, 2, 28))
    assert (filing.is_only_shown, bool(filing.event_id)) == (False, True)
    assert {each.doubt for each in found.doubts if each.channel_id} == {Doubt.ONLY_FROM_THEM, Doubt.DOUBTED}
    assert len(found.stated.channels) == 2
    assert {each.agent_id for each in found.contradicting} == {"80567", "80231"}
    assert "K1" in {each.rule.id for each in found.findings}
    assert found.ladder.next_step is not None
    assert found.ladder.next_step.body.id == "cn-institution"
