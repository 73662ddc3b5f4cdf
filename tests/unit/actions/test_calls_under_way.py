"""Calls that are noted while they go on: kept until they are saved or discarded, and erased with their dispute."""

from datetime import UTC, datetime

import pytest

from evidence_app.actions.calls_under_way import forget_call, keep_call, kept_calls
from evidence_app.actions.remove import remove_dispute
from evidence_app.actions.session import Session
from evidence_app.domain.calls_under_way import CallUnderWay
from evidence_app.domain.disputes import Dispute

AT = datetime(2026, 11, 27, 10, 3, tzinfo=UTC)


def test_a_call_under_way_is_kept_as_typed_until_it_is_saved(session: Session, dispute: Dispute) -> None:
    call = CallUnderWay(
        dispute_id=dispute.id,
        kept_at=AT,
        began=AT,
        lasted_s=61,
        marks=("refused",),
        typed=(("text", "对方说“不行”\n下周再说"),),
    )
    keep_call(session, CallUnderWay(dispute_id=dispute.id, kept_at=AT))
    keep_call(session, call)
    assert kept_calls(session) == [call]
    forget_call(session, dispute.id)
    assert kept_calls(session) == []


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"began": 3}', "\x00"])
def test_what_somebody_changed_is_no_call(session: Session, dispute: Dispute, text: str) -> None:
    session.vault.under_way.keep(dispute.id, text)
    assert kept_calls(session) == []


def test_notes_of_a_call_are_erased_with_their_dispute(session: Session, dispute: Dispute) -> None:
    keep_call(session, CallUnderWay(dispute_id=dispute.id, kept_at=AT, typed=(("text", "林晓安"),)))
    remove_dispute(session, dispute.id, "no longer wanted")
    assert session.vault.under_way.kept() == {}
