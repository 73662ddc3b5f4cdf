"""Locked archives: opened when they are added or later, with a password that is kept nowhere."""

from dataclasses import replace
from pathlib import Path

import pytest
import pyzipper

from evidence_app.actions.add_evidence import AddReport, FileSource, ItemStatus, add_evidence
from evidence_app.actions.exhibits import list_exhibits
from evidence_app.actions.interrupted import interrupted_imports
from evidence_app.actions.session import Session
from evidence_app.actions.unlock_archive import unlock_archive, unopened_archives
from evidence_app.actions.verify import verify_vault
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.exhibits import Media, MediaKind, Original
from evidence_app.errors import InputProblem
from evidence_app.progress import Silent

PASSWORD = "Xq428571"
OTHER = Original("a" * 64, 1, Media(MediaKind.OTHER, "text/csv"))


@pytest.fixture
def bill(tmp_path: Path) -> Path:
    path = tmp_path / "支付宝.zip"
    with pyzipper.AESZipFile(path, "w", encryption=pyzipper.WZ_AES) as archive:
        archive.setpassword(PASSWORD.encode())
        archive.writestr("alipay/bill.csv", "交易时间,金额".encode("gb18030"))
        archive.writestr("alipay/说明.txt", "说明".encode())
    return path


def add(session: Session, dispute: Dispute, path: Path, *passwords: str) -> AddReport:
    return add_evidence(session, dispute.id, [FileSource(path)], Silent(), lambda item: None, passwords=passwords)


def test_a_locked_archive_is_added_opened_where_its_password_is_given(
    session: Session, dispute: Dispute, bill: Path
) -> None:
    add(session, dispute, bill, PASSWORD)
    exhibits = list_exhibits(session, dispute.id)
    assert [exhibit.name for exhibit in exhibits] == ["bill.csv", "说明.txt"]
    assert {exhibit.came_from for exhibit in exhibits} == {"支付宝.zip/alipay"}


def test_one_that_was_kept_whole_is_opened_later(session: Session, dispute: Dispute, bill: Path) -> None:
    report = add(session, dispute, bill)
    assert [item.problem and item.problem.code for item in report.items] == ["archive-encrypted"]
    opened = unlock_archive(session, report.items[0].exhibit_id, PASSWORD, Silent(), lambda item: None)
    assert [item.status for item in opened.items] == [ItemStatus.ADDED] * 2
    assert [each.name for each in list_exhibits(session, dispute.id)] == ["支付宝.zip", "bill.csv", "说明.txt"]
    assert verify_vault(session.folder, Silent()).holds


def test_one_waits_to_be_opened_until_something_came_out_of_it_or_lies_unpacked_beside_it(
    session: Session, dispute: Dispute, bill: Path
) -> None:
    report = add(session, dispute, bill)
    locked = list_exhibits(session, dispute.id)
    assert unopened_archives(locked) == locked
    assert unopened_archives([*locked, replace(locked[0], id="b", name="支付宝.csv", original=OTHER)]) == []
    unlock_archive(session, report.items[0].exhibit_id, PASSWORD, Silent(), lambda item: None)
    assert unopened_archives(list_exhibits(session, dispute.id)) == []


def test_a_wrong_password_changes_nothing(session: Session, dispute: Dispute, bill: Path) -> None:
    report = add(session, dispute, bill)
    with pytest.raises(InputProblem, match="archive-password-wrong"):
        unlock_archive(session, report.items[0].exhibit_id, "123456", Silent(), lambda item: None)
    assert len(list_exhibits(session, dispute.id)) == 1
    assert interrupted_imports(session) == []


def test_one_that_is_there_already_is_tried_with_the_password_and_refused_if_it_stays_shut(
    session: Session, dispute: Dispute, bill: Path
) -> None:
    add(session, dispute, bill)
    again = add(session, dispute, bill, "123456")
    told = [(item.status, item.problem and item.problem.code) for item in again.items]
    assert told == [(ItemStatus.REFUSED, "archive-password-wrong")]
    assert [item.status for item in add(session, dispute, bill).items] == [ItemStatus.DUPLICATE]
    opened = add(session, dispute, bill, PASSWORD)
    assert [item.status for item in opened.items] == [ItemStatus.ADDED] * 2


def test_only_a_zip_is_opened_with_a_password(session: Session, dispute: Dispute, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    report = add(session, dispute, tmp_path / "a.txt")
    with pytest.raises(InputProblem, match="not-an-archive"):
        unlock_archive(session, report.items[0].exhibit_id, PASSWORD, Silent(), lambda item: None)


def test_the_password_stands_nowhere_in_the_vault(session: Session, dispute: Dispute, bill: Path) -> None:
    report = add(session, dispute, bill, "wrong" + PASSWORD)
    unlock_archive(session, report.items[0].exhibit_id, PASSWORD, Silent(), lambda item: None)
    files = [path for path in session.folder.rglob("*") if path.is_file()]
    assert files
    assert not any(PASSWORD.encode() in path.read_bytes() for path in files)
