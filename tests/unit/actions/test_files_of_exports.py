"""Files that go with the records of an export become exhibits that their events show: inside it, beside it, locked."""

import io
import json
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest
import pyzipper

from evidence_app.actions.add_evidence import FileSource, add_evidence
from evidence_app.actions.exhibits import list_exhibits
from evidence_app.actions.import_exports import ImportReport, WhatToImport, import_waiting
from evidence_app.actions.session import Session
from evidence_app.actions.timeline import events_in_full
from evidence_app.actions.verify import verify_vault
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import Direction, EventKind
from evidence_app.progress import Silent

PASSWORD = "Xq428571"


def brought(session: Session, dispute: Dispute, path: Path, *passwords: str) -> list[ImportReport]:
    add_evidence(session, dispute.id, [FileSource(path)], Silent(), lambda item: None, passwords=passwords)
    return import_waiting(session, dispute.id, WhatToImport(passwords=passwords), Silent(), lambda report: None)


def shown(session: Session, dispute: Dispute) -> dict[str, list[str]]:
    """Names of the exhibits that show each message, by the first line of its text."""
    names = {exhibit.id: exhibit.name for exhibit in list_exhibits(session, dispute.id)}
    return {
        event.text.split("\n")[0]: [names[each] for each in event.exhibit_ids]
        for event in events_in_full(session, dispute.id)
        if event.kind is EventKind.MESSAGE
    }


def places(session: Session, dispute: Dispute) -> dict[str, str]:
    return {exhibit.name: exhibit.came_from for exhibit in list_exhibits(session, dispute.id)}


def mail(subject: str, *files: tuple[str, bytes], inside: EmailMessage | None = None) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "cs@surong.example", "li@mail.example", subject
    message["Date"] = "Mon, 24 Feb 2025 10:30:05 +0800"
    message.set_content("正文")
    for name, data in files:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    if inside is not None:
        message.add_attachment(inside)
    return message


def written(path: Path, message: EmailMessage) -> Path:
    path.write_bytes(message.as_bytes())
    return path


def locked_zip() -> bytes:
    out = io.BytesIO()
    with pyzipper.AESZipFile(out, "w", encryption=pyzipper.WZ_AES) as archive:
        archive.setpassword(PASSWORD.encode())
        archive.writestr("账单.txt", "账单")
    return out.getvalue()


def test_the_files_of_a_mail_are_exhibits_that_its_message_shows(
    session: Session, dispute: Dispute, tmp_path: Path
) -> None:
    brought(session, dispute, written(tmp_path / "催收.eml", mail("逾期", ("合同.txt", b"contract"))))
    assert shown(session, dispute) == {"逾期": ["催收.eml", "合同.txt"]}
    assert places(session, dispute)["合同.txt"] == "催收.eml"
    assert verify_vault(session.folder, Silent()).holds


def test_a_lone_mail_is_from_or_to_the_address_of_the_disputes_other_mails(
    session: Session, dispute: Dispute, tmp_path: Path
) -> None:
    known, lone = mail("收到"), mail("发出")
    known["Delivered-To"] = "li@mail.example"
    lone.replace_header("From", "Li@mail.example")
    lone.replace_header("To", "zhang@other.example")
    for each in (known, lone):
        brought(session, dispute, written(tmp_path / f"{each['Subject']}.eml", each))
    way = {each.text.split("\n")[0]: each.direction for each in events_in_full(session, dispute.id)}
    assert (way["收到"], way["发出"]) == (Direction.IN, Direction.OUT)


def test_mails_in_mails_are_imported_too(session: Session, dispute: Dispute, tmp_path: Path) -> None:
    innermost = mail("最初", ("欠条.txt", b"note"))
    reports = brought(
        session, dispute, written(tmp_path / "a.eml", mail("转发", inside=mail("原件", inside=innermost)))
    )
    assert [report.taken for report in reports] == [1, 1, 1]
    assert shown(session, dispute)["最初"] == ["最初.eml", "欠条.txt"]
    assert places(session, dispute)["欠条.txt"] == "a.eml/原件.eml/最初.eml"


def test_mails_in_mails_without_end_are_opened_to_a_depth(session: Session, dispute: Dispute, tmp_path: Path) -> None:
    message = mail("0")
    for level in range(1, 12):
        message = mail(str(level), inside=message)
    reports = brought(session, dispute, written(tmp_path / "a.eml", message))
    assert len(reports) == 6


@pytest.mark.parametrize(("given", "names"), [((PASSWORD,), ["账单.txt"]), ((), ["账单.zip"])])
def test_an_archive_in_a_mail_is_unpacked_with_its_password_and_kept_whole_without(
    session: Session, dispute: Dispute, tmp_path: Path, given: tuple[str, ...], names: list[str]
) -> None:
    brought(session, dispute, written(tmp_path / "a.eml", mail("账单", ("账单.zip", locked_zip()))), *given)
    assert shown(session, dispute) == {"账单": ["a.eml", *names]}


def test_importing_again_brings_nothing_twice(session: Session, dispute: Dispute, tmp_path: Path) -> None:
    path = written(tmp_path / "a.eml", mail("逾期", ("合同.txt", b"contract"), inside=mail("原件")))
    brought(session, dispute, path)
    before = [exhibit.id for exhibit in list_exhibits(session, dispute.id)]
    assert brought(session, dispute, path) == []
    assert [exhibit.id for exhibit in list_exhibits(session, dispute.id)] == before


def test_pictures_of_a_chat_that_lie_in_its_archive_are_shown_by_its_messages(
    session: Session, dispute: Dispute, tmp_path: Path
) -> None:
    message = {"id": 1, "type": "message", "date": "2025-02-24T10:30:00", "date_unixtime": "1740364200"}
    message |= {"from": "催收", "from_id": "user2", "photo": "photos/p_1.jpg", "text": "看图"}
    chat = {"name": "催收", "type": "personal_chat", "id": 2, "messages": [message]}
    with zipfile.ZipFile(tmp_path / "telegram.zip", "w") as archive:
        archive.writestr("ChatExport/result.json", json.dumps(chat))
        archive.writestr("ChatExport/photos/p_1.jpg", b"picture of the chat")
        archive.writestr("elsewhere/p_1.jpg", b"another picture")
    brought(session, dispute, tmp_path / "telegram.zip")
    (names,) = shown(session, dispute).values()
    assert names == ["result.json", "p_1.jpg"]
    linked = next(each for each in list_exhibits(session, dispute.id) if each.came_from.endswith("photos"))
    event = next(each for each in events_in_full(session, dispute.id) if each.kind is EventKind.MESSAGE)
    assert event.exhibit_ids[1] == linked.id
