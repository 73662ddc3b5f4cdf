"""Calls that are noted while they go on: kept until they are saved or discarded, and erased with their dispute."""

from datetime import UTC, datetime

import pytest

from evidence_app.actions.calls_under_way import forget_call, keep_call, kept_calls, record_call
from evidence_app.actions.record_event import NewEvent
from evidence_app.actions.remove import remove_dispute
from evidence_app.actions.session import Session, open_session
from evidence_app.domain.calls_under_way import CallUnderWay
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import EventKind
from evidence_app.errors import EnvironmentProblem
from evidence_app.vault.vault import Vault

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
    part = session.folder / "under-way" / f"{dispute.id}.part"
    part.write_text("林晓", encoding="utf-8")  # as a crash leaves it
    late = CallUnderWay(dispute_id=dispute.id, kept_at=AT, typed=(("text", "林晓安说"),))
    remove_dispute(session, dispute.id, "no longer wanted")
    keep_call(session, late)  # from the companion's window, which is still open
    assert [*part.parent.iterdir()] == []


def test_notes_of_an_erased_dispute_go_though_the_rest_cannot_be_erased(
    session: Session, dispute: Dispute, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_call(session, CallUnderWay(dispute_id=dispute.id, kept_at=AT))

    def held(_: Vault) -> None:
        raise EnvironmentProblem("disk-failed")

    monkeypatch.setattr(Vault, "forget_old_pages", held)
    with pytest.raises(EnvironmentProblem):
        remove_dispute(session, dispute.id, "no longer wanted")
    assert session.vault.under_way.kept() == {}


def test_what_another_program_held_then_is_erased_at_the_next_opening(session: Session, dispute: Dispute) -> None:
    remove_dispute(session, dispute.id, "no longer wanted")
    folder = session.folder
    session.vault.under_way.keep(dispute.id, "{}")
    (folder / "under-way" / "gone.part").write_text("林晓", encoding="utf-8")
    session.close()
    open_session(folder).close()
    assert [*(folder / "under-way").iterdir()] == []


@pytest.mark.parametrize("held", [False, True])
def test_a_call_that_is_recorded_is_not_offered_again(
    session: Session, dispute: Dispute, monkeypatch: pytest.MonkeyPatch, *, held: bool
) -> None:
    keep_call(session, CallUnderWay(dispute_id=dispute.id, kept_at=AT, began=AT))
    if held:
        monkeypatch.setattr(type(session.vault.under_way), "forget", _held)
    event = record_call(session, dispute.id, NewEvent(kind=EventKind.CALL))
    with session.vault.read() as catalog:
        assert catalog.event(event.id).kind is EventKind.CALL
    assert bool(kept_calls(session)) is held


def _held(*_: object) -> None:
    raise EnvironmentProblem("disk-failed")
