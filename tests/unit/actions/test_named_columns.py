"""A table that no importer knows: columns proposed by a worker, named by a person, imported as any export."""

import json
from pathlib import Path

import pytest

from evidence_app.__main__ import main
from evidence_app.actions.add_evidence import DataSource, add_evidence
from evidence_app.actions.edit import edit_event, take_back
from evidence_app.actions.exhibits import custody_history
from evidence_app.actions.import_exports import import_export, survey_export
from evidence_app.actions.session import Session
from evidence_app.actions.timeline import events_in_full
from evidence_app.actions.unknown_tables import propose_columns
from evidence_app.actions.verify import verify_vault
from evidence_app.actions.workspace import add
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import Direction, Event, EventKind
from evidence_app.domain.exports import ColumnProposal, Hints
from evidence_app.domain.workspace import EventMark
from evidence_app.errors import InputProblem
from evidence_app.intake.column_messages import parse_proposal, proposal_bytes
from evidence_app.narration import narrate
from evidence_app.phrases import Language
from evidence_app.progress import Silent

LEDGER = "哪天,给谁,多少,为什么\n2024-03-01,某平台,-500.00,还第一期\n2024-04-01,某平台,20.00,退\n"
NAMED = Hints(columns=(("time", "哪天"), ("party", "给谁"), ("amount", "多少"), ("text", "为什么")))


@pytest.fixture
def ledger(session: Session, dispute: Dispute) -> str:
    """Add the table; return its exhibit's id."""
    return (
        add_evidence(session, dispute.id, [DataSource("记账.csv", LEDGER.encode())], Silent(), lambda item: None)
        .items[0]
        .exhibit_id
    )


def test_what_the_columns_are_is_proposed_by_a_worker(session: Session, ledger: str) -> None:
    proposal = propose_columns(session, ledger)
    assert proposal is not None
    assert proposal.headings == ("哪天", "给谁", "多少", "为什么")
    assert dict(proposal.columns) == {"time": "哪天", "amount": "多少"}
    assert proposal.rows == (("2024-03-01", "某平台", "-500.00", "还第一期"), ("2024-04-01", "某平台", "20.00", "退"))


def test_a_table_is_surveyed_and_imported_with_the_columns_that_a_person_named(
    session: Session, dispute: Dispute, ledger: str
) -> None:
    with pytest.raises(InputProblem, match="not-an-export"):
        survey_export(session, ledger)
    assert survey_export(session, ledger, NAMED).count == 2
    assert import_export(session, ledger, hints=NAMED).taken == 2
    found = [each for each in events_in_full(session, dispute.id) if each.kind is EventKind.PAYMENT]
    assert [(each.party, each.direction, each.text) for each in found] == [
        ("某平台", Direction.OUT, "还第一期"),
        ("某平台", Direction.IN, "退"),
    ]


NAMELESS = Hints(columns=(("time", "哪天"), ("amount", "多少"), ("text", "为什么")))


def paid(session: Session, dispute: Dispute) -> list[Event]:
    return [each for each in events_in_full(session, dispute.id) if each.kind is EventKind.PAYMENT]


def test_columns_named_anew_are_read_from_the_original_and_what_a_person_did_stays(
    session: Session, dispute: Dispute, ledger: str
) -> None:
    import_export(session, ledger, hints=NAMELESS)
    first, second = paid(session, dispute)
    edit_event(session, second.id, {"party": "我妈", "text": "退款"})
    add(session, EventMark(id="", dispute_id=dispute.id, event_id=first.id, note="看这里"))
    report = import_export(session, ledger, hints=NAMED)
    assert (report.taken, report.known, len(report.changed)) == (0, 2, 1)
    assert [each.id for each in paid(session, dispute)] == [first.id, second.id]
    assert [(each.party, each.text) for each in paid(session, dispute)] == [("某平台", "还第一期"), ("我妈", "退款")]
    with session.vault.read() as catalog:
        assert catalog.touched_events(dispute.id) == {second.id}  # naming columns chooses no event
    told = [narrate(each.kind, each.payload or {}, Language.EN) for each in custody_history(session, dispute.id)]
    assert "By columns named anew, read from the original again: " in " ".join(told)
    assert "columns used: 哪天, 多少, 给谁, 为什么" in " ".join(told)
    assert verify_vault(session.folder, Silent()).holds
    back = take_back(session, dispute.id, report.changed)
    assert [each.party for each in paid(session, dispute)] == ["", "我妈"]
    with session.vault.read() as catalog:
        assert catalog.touched_events(dispute.id) == {second.id}
    take_back(session, dispute.id, back)
    assert [each.party for each in paid(session, dispute)] == ["某平台", "我妈"]


def test_columns_can_be_named_again_and_again_and_the_same_names_change_nothing(
    session: Session, dispute: Dispute, ledger: str
) -> None:
    import_export(session, ledger, hints=NAMED)
    assert import_export(session, ledger, hints=NAMED).changed == ()
    swapped = Hints(columns=(("time", "哪天"), ("party", "为什么"), ("amount", "多少")))
    take_back(session, dispute.id, import_export(session, ledger, hints=swapped).changed)
    report = import_export(session, ledger, hints=swapped)
    assert len(report.changed) == 2
    assert [(each.party, each.text) for each in paid(session, dispute)] == [("还第一期", ""), ("退", "")]
    assert len(import_export(session, ledger, hints=NAMED).changed) == 2
    assert [each.party for each in paid(session, dispute)] == ["某平台", "某平台"]


def test_several_columns_of_one_field_are_known_again(session: Session, dispute: Dispute, ledger: str) -> None:
    both = Hints(columns=(("time", "哪天"), ("amount", "多少"), ("text", "给谁"), ("text", "为什么")))
    import_export(session, ledger, hints=both)
    assert [each.text for each in paid(session, dispute)] == ["某平台 · 还第一期", "某平台 · 退"]
    assert len(import_export(session, ledger, hints=NAMED).changed) == 2
    assert [(each.party, each.text) for each in paid(session, dispute)] == [("某平台", "还第一期"), ("某平台", "退")]


STATEMENT = """示例农商银行账户明细
户名:林小明,卡号:6230********1234
入账日期,借方发生额,贷方发生额,当前余额,与谁往来,用途附言
2026-10-12,,9500.00,12345.67,速易分期科技有限公司,放款
2026-11-12,1083.50,,9900.10,支付宝,还款
"""


def test_a_column_that_a_statements_importer_does_not_know_can_be_named_later(
    session: Session, dispute: Dispute
) -> None:
    source = DataSource("账户明细.csv", STATEMENT.encode("gb18030"))
    statement = add_evidence(session, dispute.id, [source], Silent(), lambda item: None).items[0].exhibit_id
    import_export(session, statement)
    before = paid(session, dispute)
    assert [each.party for each in before] == ["", ""]
    proposal = propose_columns(session, statement)
    assert proposal is not None
    report = import_export(session, statement, hints=Hints(columns=(*proposal.columns, ("party", "与谁往来"))))
    assert (report.taken, report.known) == (0, 2)
    now = paid(session, dispute)
    assert [each.party for each in now] == ["速易分期科技有限公司", "支付宝"]
    assert [(each.id, each.text, each.amount, each.time) for each in now] == [
        (each.id, each.text, each.amount, each.time) for each in before
    ]
    assert len(take_back(session, dispute.id, report.changed)) == len(report.changed)
    assert paid(session, dispute) == before


def test_columns_are_named_on_the_command_line(
    session: Session, dispute: Dispute, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, dispute_id = session.folder, dispute.id
    session.close()
    (tmp_path / "记账.csv").write_text(LEDGER, "utf-8")
    (tmp_path / "other.csv").write_text("a,b\n1,2\n", "utf-8")
    named = [word for field, heading in NAMED.columns for word in ("--column", f"{field}={heading}")]
    paths = [str(tmp_path / "记账.csv"), str(tmp_path / "other.csv")]
    assert main(["--vault", str(folder), "add", dispute_id, *paths, "--json", *named]) == 0
    document = json.loads(capsys.readouterr().out)
    assert [(each["format"], each["taken"], each["code"]) for each in document["imports"]] == [("table", 2, None)]
    assert main(["--vault", str(folder), "add", dispute_id, paths[0], "--column", "colour=红"]) == 2


def test_add_says_which_table_waits_and_with_which_columns_it_is_imported(
    session: Session, dispute: Dispute, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, dispute_id = session.folder, dispute.id
    session.close()
    (tmp_path / "记账.csv").write_text(LEDGER, "utf-8")
    (tmp_path / "other.csv").write_text("a,b\n1,2\n", "utf-8")
    paths = [str(tmp_path / "记账.csv"), str(tmp_path / "other.csv")]
    command = ["--vault", str(folder), "--lang", "en", "add", dispute_id, *paths, "--json"]
    assert main(command) == 0
    told = capsys.readouterr()
    (table,) = json.loads(told.out)["tables"]
    assert (table["name"], table["certain"]) == ("记账.csv", True)
    proposed = [word for each in table["columns"] for word in ("--column", f"{each['field']}={each['heading']}")]
    assert "记账.csv" in told.err
    assert " ".join(proposed) in told.err
    assert main([*command, *proposed]) == 0
    again = capsys.readouterr()
    assert (json.loads(again.out)["tables"], json.loads(again.out)["imports"][0]["taken"]) == ([], 2)
    assert again.err == ""


@pytest.mark.parametrize(
    "data",
    [b"[]", b"{}", b"x", b'{"headings":[1],"columns":[["a"]],"rows":[],"fingerprint":""}', b" " * (4 * 2**20 + 1)],
)
def test_a_worker_that_answers_nonsense_proposes_nothing(data: bytes) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        parse_proposal(data)


def test_a_proposal_travels_whole() -> None:
    proposal = ColumnProposal(("a", "b"), (("time", "a"),), (("1", "2"), ("3", "\ud800x")), "f00")
    assert parse_proposal(proposal_bytes(proposal)) == proposal
    assert parse_proposal(proposal_bytes(None)) is None
