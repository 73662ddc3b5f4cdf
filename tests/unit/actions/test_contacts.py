"""An address book among the exhibits names numbers on the timeline, and nothing in the events."""

import shutil
import subprocess
from pathlib import Path

import pytest

from evidence_app.actions.add_evidence import FileSource, add_evidence
from evidence_app.actions.contacts import address_book, contact_of
from evidence_app.actions.export_dossier import ExportOptions, export_dossier
from evidence_app.actions.import_exports import ALL_THAT_WAITS, import_waiting
from evidence_app.actions.remove import put_back, set_aside
from evidence_app.actions.search import matches, search
from evidence_app.actions.session import Session
from evidence_app.actions.timeline import events_in_full, timeline
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import EventKind
from evidence_app.phrases import Language
from evidence_app.progress import SILENT, Silent

CALLS = (
    "<?xml version='1.0' encoding='UTF-8' ?>\n<calls count=\"2\">\n"
    '<call number="+8613800138000" duration="42" date="1740182103123" type="1" />\n'
    '<call number="95188" duration="42" date="1740182103123" type="1" contact_name="Alipay" />\n</calls>'
)
CARDS = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:催收小王\r\nTEL:138 0013 8000\r\nEND:VCARD\r\n"
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:支付宝\r\nTEL:95188\r\nEND:VCARD\r\n"
)


def add(session: Session, dispute: Dispute, folder: Path) -> str:
    (folder / "calls.xml").write_text(CALLS, "utf-8")
    (folder / "contacts.vcf").write_text(CARDS, "utf-8", newline="")
    report = add_evidence(
        session,
        dispute.id,
        [FileSource(folder / "calls.xml"), FileSource(folder / "contacts.vcf")],
        SILENT,
        lambda _: None,
    )
    import_waiting(session, dispute.id, ALL_THAT_WAITS, SILENT, lambda _: None)
    return next(item.exhibit_id for item in report.items if item.name == "contacts.vcf")


def called(session: Session, dispute: Dispute) -> list[str]:
    return sorted(entry.party for entry in timeline(session, dispute.id) if entry.kind is EventKind.CALL)


def test_a_contact_names_a_number_and_overwrites_no_name(session: Session, dispute: Dispute, tmp_path: Path) -> None:
    add(session, dispute, tmp_path)
    assert called(session, dispute) == ["Alipay", "催收小王"]


def test_events_say_no_more_than_their_records_did(session: Session, dispute: Dispute, tmp_path: Path) -> None:
    add(session, dispute, tmp_path)
    calls = [event for event in events_in_full(session, dispute.id) if event.kind is EventKind.CALL]
    assert sorted((event.party, event.number) for event in calls) == [("", "+8613800138000"), ("Alipay", "95188")]


def test_names_go_with_the_address_book_and_come_back_with_it(
    session: Session, dispute: Dispute, tmp_path: Path
) -> None:
    exhibit_id = add(session, dispute, tmp_path)
    set_aside(session, "exhibit", [exhibit_id], "not needed")
    assert called(session, dispute) == ["+8613800138000", "Alipay"]
    put_back(session, "exhibit", [exhibit_id])
    assert called(session, dispute) == ["Alipay", "催收小王"]


def test_an_address_book_that_is_gone_names_nobody(session: Session, dispute: Dispute, tmp_path: Path) -> None:
    add(session, dispute, tmp_path)
    for path in (session.folder / "originals").rglob("*"):
        if path.is_file():
            path.chmod(0o600)
            path.unlink()
    assert address_book(session, dispute.id).is_empty


def test_events_are_found_by_the_name_of_their_numbers_contact(
    session: Session, dispute: Dispute, tmp_path: Path
) -> None:
    exhibit_id = add(session, dispute, tmp_path)
    call = next(each.event_id for each in timeline(session, dispute.id) if each.party == "催收小王")
    for query in ("催收小王", "小王 13800138000", "催收小王 8613800138000"):
        [hit] = [each for each in search(session, dispute.id, query) if each.event_id]
        assert (hit.event_id, hit.text) == (call, "催收小王 (+8613800138000)")
        assert matches(session, dispute.id, query).has_all(call, "", stands_for_exhibit=False)
    assert [each.event_id for each in search(session, None, "催收小王")] == [call]
    assert search(session, dispute.id, "小王 95188") == []
    assert [each.text for each in search(session, dispute.id, "支付宝") if each.event_id] == []  # its record names it
    set_aside(session, "exhibit", [exhibit_id], "not needed")
    assert search(session, dispute.id, "催收小王") == []


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs poppler")
def test_the_dossiers_lines_name_a_number_by_its_contact_and_say_where_the_name_is_from(
    session: Session, dispute: Dispute, tmp_path: Path
) -> None:
    add(session, dispute, tmp_path)
    options = ExportOptions(profile="plain", language=Language.ZH_HANS)
    export_dossier(session, dispute.id, tmp_path / "out.pdf", options, Silent())
    read = subprocess.run(["pdftotext", tmp_path / "out.pdf", "-"], capture_output=True, text=True, check=True).stdout
    words = "".join(read.split())
    assert "催收小王(+8613800138000)" in words
    assert "Alipay" in words
    assert "来自所加入的通讯录" in words


def test_an_event_has_its_contacts_name_beside_it_and_none_once_its_dispute_is_removed(
    session: Session, dispute: Dispute, tmp_path: Path
) -> None:
    add(session, dispute, tmp_path)
    calls = [event for event in events_in_full(session, dispute.id) if event.kind is EventKind.CALL]
    assert sorted(contact_of(session, event) for event in calls) == ["", "催收小王"]
    set_aside(session, "dispute", [dispute.id], "not needed")
    assert {contact_of(session, event) for event in calls} == {""}
