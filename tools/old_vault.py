"""Make the vault that stands for the current schema among ``tests/old_vaults``: run once, when a schema is released.

Usage: python tools/old_vault.py tests/old_vaults
"""

import shutil
import sys
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

from evidence_app.actions.add_evidence import DataSource, add_evidence
from evidence_app.actions.anchor import anchor_dispute, attach_token
from evidence_app.actions.correct_text import correct_line
from evidence_app.actions.disputes import NewDispute, new_dispute
from evidence_app.actions.edit import edit_dispute, edit_event, edit_exhibit
from evidence_app.actions.exhibits import list_exhibits
from evidence_app.actions.import_exports import import_export
from evidence_app.actions.order import arrange
from evidence_app.actions.record_event import NewEvent, record_event
from evidence_app.actions.remove import remove_event, remove_exhibit, set_aside
from evidence_app.actions.session import Session, open_session
from evidence_app.actions.suggestions import accept, suggestions_about
from evidence_app.actions.timeline import events_in_full
from evidence_app.actions.views import save_view
from evidence_app.actions.workspace import add, change
from evidence_app.domain.disputes import DisputeType
from evidence_app.domain.events import EventFacts, EventKind, EventStatus
from evidence_app.domain.exhibits import Exhibit, TimeMark
from evidence_app.domain.exports import Choice
from evidence_app.domain.machine_text import MachineLine, MachineText, Place
from evidence_app.domain.suggestions import Findings, PageKind, ReadEvent, Suggested, SuggestionKind
from evidence_app.domain.workspace import Complaint
from evidence_app.progress import Silent
from evidence_app.proof.asking import ask
from evidence_app.vault.backup import back_up
from evidence_app.vault.schema import CURRENT_REVISION
from tests.fakes.authorities import LocalAuthority


def main(folder: Path) -> None:
    """Write the vault, as a backup is written: one database file without companions."""
    target = folder / CURRENT_REVISION
    if target.exists():
        sys.exit(f"{target} exists: an old vault is never made anew")
    with tempfile.TemporaryDirectory() as scratch:
        session = open_session(Path(scratch) / "vault", create=True, clock=lambda: datetime(2025, 3, 1, tzinfo=UTC))
        wanted = NewDispute(title="点石成金自动下款", type=DisputeType.UNAUTHORISED_LOAN, institution="速融宝")
        dispute = new_dispute(session, wanted)
        sources = [DataSource(f"Screenshot_2025022{day}_081503.txt", f"第{day}天".encode()) for day in range(4)]
        add_evidence(session, dispute.id, sources, Silent(), lambda item: None)
        first, second, third, _ = list_exhibits(session, dispute.id)
        edit_exhibit(session, first.id, {"title": "首次通话", "private_note": "私人备注"})
        edit_exhibit(session, first.id, {"marks": (TimeMark(83_000, "承诺核销"),)})
        remove_exhibit(session, second.id, "误加")
        call = NewEvent(kind=EventKind.CALL, agent_id="80231", exhibit_ids=(third.id, first.id))
        events = [record_event(session, dispute.id, call).id for _ in range(3)]
        set_aside(session, "exhibit", [third.id], "无关")
        set_aside(session, "event", events[2:], "重复")
        arrange(session, dispute.id, [events[1], events[0]])
        save_view(session, dispute.id, "80231", "agent=80231")
        read(session, first)
        import_calls(session, dispute.id)
        filed = Complaint(id="", dispute_id=dispute.id, body="cn-nfra", filed_on=date(2025, 3, 1), reference="2025-1")
        change(session, add(session, filed).item.id, {"replied_on": date(2025, 3, 1)})
        edit_dispute(session, dispute.id, {"disputed_since": date(2025, 2, 22)})
        witness(session, dispute.id, first, Path(scratch))
        back_up(session.vault, Path(scratch) / "copy", Silent())
        session.close()
        shutil.copytree(Path(scratch) / "copy", target, ignore=shutil.ignore_patterns("vault.lock", "staging"))


CALLS = """<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>
<calls count="4">
  <call number="95555" duration="61" date="1738483200000" type="1" contact_name="(Unknown)" />
  <call number="10690001" duration="0" date="1738569600000" type="3" contact_name="(Unknown)" />
  <call number="10690001" duration="12" date="1738656000000" type="1" contact_name="(Unknown)" />
  <call number="95555" duration="5" date="1738300000000" type="2" contact_name="(Unknown)" />
</calls>
"""


def import_calls(session: Session, dispute_id: str) -> None:
    """Import a call log from a day on, name the other side of one call, and erase another."""
    add_evidence(session, dispute_id, [DataSource("calls.xml", CALLS.encode())], Silent(), lambda item: None)
    export = list_exhibits(session, dispute_id)[-1]
    import_export(session, export.id, Choice(since=date(2025, 2, 2)))
    named, erased, _ = (event for event in events_in_full(session, dispute_id) if event.place)
    edit_event(session, named.id, {"party": "银行"})
    remove_event(session, erased.id, "无关")


def read(session: Session, exhibit: Exhibit) -> None:
    """Have a message and two suggestions read, one accepted, and the line corrected."""
    line = MachineLine("工号80231承诺核销", (40, 120, 600, 48), 0.987)
    place = Place(line.region)
    facts = EventFacts(kind=EventKind.MESSAGE, text=line.text, status=EventStatus.SUGGESTED)
    found = Findings(
        kind=PageKind.CHAT,
        events=(ReadEvent(facts, place, 0.98),),
        suggestions=(
            Suggested(SuggestionKind.AGENT_ID, "80231", "工号80231", place, 0.97, event_index=0),
            Suggested(SuggestionKind.PROMISE, "承诺核销", "承诺核销", place, 0.9, date(2025, 3, 4), 0),
        ),
    )
    with session.vault.change() as tx:
        tx.keep_reading(MachineText(exhibit.id, "RapidOCR 3.10.0", (line,), 1, session.now()), found)
    accept(session, [suggestions_about(session, exhibit.id)[0].id])
    correct_line(session, exhibit.id, 0, "工号80231：承诺核销")


def witness(session: Session, dispute_id: str, exhibit: Exhibit, scratch: Path) -> None:
    """Have two local authorities witness the log, and attach a timestamp of a third that nobody knows."""
    with LocalAuthority(scratch, "first") as one, LocalAuthority(scratch, "second") as two:
        outcome = anchor_dispute(session, dispute_id, [one.authority, two.authority], Silent())
        assert len(outcome.anchors) == 2, outcome.failures
        stamp = scratch / "第0天.tsa"
        stamp.write_bytes(ask(one.authority, bytes.fromhex(exhibit.original.sha256)).response)
        attach_token(session, exhibit.id, stamp)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
