"""What files show, as the checklist is told: what people say of them, and what was read off all but conversations."""

from pathlib import Path

from evidence_app.actions.add_evidence import FileSource, add_evidence
from evidence_app.actions.correct_text import correct_line
from evidence_app.actions.edit import edit_exhibit
from evidence_app.actions.session import Session
from evidence_app.actions.workspace import workspace
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.machine_text import MachineLine, MachineText
from evidence_app.domain.pages import FilePage
from evidence_app.domain.suggestions import Findings, PageKind
from evidence_app.progress import Silent
from tests.fakes.machine_read import add_pictures


def keep(session: Session, exhibit: Exhibit, words: str, kind: PageKind) -> None:
    lines = (MachineLine(words, (10, 20, 300, 40), 0.9),)
    with session.vault.change() as tx:
        tx.keep_reading(MachineText(exhibit.id, "RapidOCR 3.10.0", lines, 1, session.now()), Findings(kind))


def pages(session: Session, dispute: Dispute) -> list[FilePage]:
    return list(workspace(session, dispute.id).pages.values())


def test_the_last_reading_and_what_a_person_makes_of_it_is_told(session: Session, dispute: Dispute) -> None:
    (exhibit,) = add_pictures(session, dispute, 1)
    keep(session, exhibit, "登录", PageKind.TEXT)
    keep(session, exhibit, "登录记泉", PageKind.LOGINS)
    correct_line(session, exhibit.id, 0, "登录记录")
    edit_exhibit(session, exhibit.id, {"title": "安全设置"})
    (page,) = pages(session, dispute)
    assert (page.number, page.name, page.kind) == (exhibit.number, "安全设置", "logins")
    assert page.words.splitlines()[0] == "安全设置"
    assert page.words.splitlines()[-1] == "登录记录"


def test_the_words_of_conversations_are_left_to_their_messages(session: Session, dispute: Dispute) -> None:
    (exhibit,) = add_pictures(session, dispute, 1)
    keep(session, exhibit, "登录记录在哪里看", PageKind.CHAT)
    (page,) = pages(session, dispute)
    assert page.kind == "chat"
    assert "登录" not in page.words


def test_a_record_of_payments_is_told_with_what_reads_it(session: Session, dispute: Dispute, tmp_path: Path) -> None:
    statement = tmp_path / "流水.csv"
    headings = "交易日期,摘要,交易场所,记账金额(收入),记账金额(支出)"
    statement.write_text(f"{headings}\n2025-03-02,快捷支付,海豚钱包,,500.00\n", encoding="utf-8")
    add_evidence(session, dispute.id, [FileSource(statement)], Silent(), lambda item: None)
    (page,) = pages(session, dispute)
    assert page.importer == "icbc"
