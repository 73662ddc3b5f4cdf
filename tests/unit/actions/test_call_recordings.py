"""Recordings beside the call log: bound by what both say, in the timeline's document and in the chronology."""

import json
from pathlib import Path

import pytest

from evidence_app.actions.add_evidence import DataSource, FileSource, add_evidence
from evidence_app.actions.call_recordings import call_recordings_since
from evidence_app.actions.edit import edit_event
from evidence_app.actions.import_exports import ALL_THAT_WAITS, import_waiting
from evidence_app.actions.session import Session
from evidence_app.actions.timeline import events_in_full
from evidence_app.domain.disputes import Dispute
from evidence_app.progress import Silent
from tests.fakes.made_recordings import write_steps

FIRST_MS = 1_740_209_400_000  # 2025-02-22 15:30:00 in China
CALLS = f"""<?xml version='1.0' encoding='UTF-8' ?>
<calls count="2">
<call number="95188" duration="6" date="{FIRST_MS}" type="2" presentation="1" contact_name="(Unknown)" />
<call number="13800138000" duration="6" date="{FIRST_MS + 60_000}" type="1" contact_name="(Unknown)" />
</calls>"""


@pytest.fixture
def brought(session: Session, dispute: Dispute, tmp_path: Path) -> Session:
    """A call log and the recording of one of its calls."""
    path = write_steps(tmp_path / "95188_20250222153008.wav", 6)
    sources = [DataSource("calls.xml", CALLS.encode()), FileSource(path)]
    add_evidence(session, dispute.id, sources, Silent(), lambda item: None)
    import_waiting(session, dispute.id, ALL_THAT_WAITS, Silent(), lambda report: None)
    return session


def test_a_recording_is_bound_to_the_call_that_agrees(brought: Session, dispute: Dispute) -> None:
    _, found = call_recordings_since(brought, dispute.id, None)
    (binding,) = found or []
    events = {event.id: event for event in events_in_full(brought, dispute.id)}
    assert events[binding.call_id].number == "95188"
    assert (binding.agreed, binding.differing, binding.linked) == (("time", "number", "duration"), (), False)


def test_adding_the_recording_to_the_call_confirms_it(brought: Session, dispute: Dispute) -> None:
    length, found = call_recordings_since(brought, dispute.id, None)
    (binding,) = found or []
    call = next(event for event in events_in_full(brought, dispute.id) if event.id == binding.call_id)
    edit_event(brought, call.id, {"exhibit_ids": (*call.exhibit_ids, binding.recording_id)})
    _, again = call_recordings_since(brought, dispute.id, length)
    assert again is not None
    assert [each.linked for each in again] == [True]


def test_the_timelines_document_says_it_on_both_sides(
    brought: Session, dispute: Dispute, capsys: pytest.CaptureFixture[str]
) -> None:
    from evidence_app.__main__ import main

    assert main(["--vault", str(brought.folder), "timeline", dispute.id, "--json"]) == 0
    events = json.loads(capsys.readouterr().out)["events"]
    (call,) = [event for event in events if event.get("recordings")]
    (recording,) = [event for event in events if event.get("recording_of")]
    assert call["recordings"][0]["exhibit"] == recording["exhibit"]
    assert recording["recording_of"]["event"] == call["id"]
    assert recording["recording_of"]["agrees"] == ["time", "number", "duration"]
    assert recording["recording_of"]["apart_s"] == 8
