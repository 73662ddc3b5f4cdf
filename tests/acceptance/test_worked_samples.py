"""The ten worked samples amount to what their stories say, and to nothing more."""

from datetime import date
from pathlib import Path

import pikepdf
import pytest

from evidence_app.actions.export_dossier import ExportOptions, export_dossier
from evidence_app.actions.letters import draft
from evidence_app.actions.session import open_session
from evidence_app.actions.verify import verify_vault
from evidence_app.actions.workspace import Workspace, workspace
from evidence_app.domain.disputes import Basis, DisputeType
from evidence_app.domain.letters import LetterKind
from evidence_app.phrases import Language
from evidence_app.progress import Silent
from tools.worked_samples import NOW, make

TODAY = date(2026, 11, 24)

EXPECTED = {  # by hand, from the stories; first periods of 2 November have run out by 24 November, where there are any
    DisputeType.UNAUTHORISED_LOAN: {"R1", "R2", "P1", "D"},
    DisputeType.LOAN_PORTAL: {"D"},
    DisputeType.MISDIRECTED_SMS: {"C1", "S1"},
    DisputeType.HARASSMENT: {"C1", "C2", "C3", "C6", "D", "S3", "E1-agent"},
    DisputeType.TOPUP_FAILED: {"P1", "D"},
    DisputeType.WITHDRAWAL_BLOCKED: {"D"},
    DisputeType.ACCOUNT_STOLEN: {"D"},
    DisputeType.REFUND_REFUSED: {"S2", "D"},
    DisputeType.POOR_SERVICE: {"P1", "K1", "D"},
    DisputeType.OTHER: {"D"},
}

OF_ALL = {"E1-anchor"}
"""Each sample has a file, and no timestamp was asked for."""


@pytest.fixture(scope="module")
def found(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[Path, dict[DisputeType, str], dict[DisputeType, Workspace]]:
    vault = tmp_path_factory.mktemp("samples") / "vault"
    ids = make(vault)
    session = open_session(vault, clock=lambda: NOW)
    try:
        return vault, ids, {kind: workspace(session, dispute_id, TODAY) for kind, dispute_id in ids.items()}
    finally:
        session.close()


Found = tuple[Path, dict[DisputeType, str], dict[DisputeType, Workspace]]


@pytest.mark.parametrize("kind", DisputeType)
def test_a_sample_finds_what_its_story_says(found: Found, kind: DisputeType) -> None:
    assert {each.rule.id for each in found[2][kind].findings} == EXPECTED[kind] | OF_ALL


def test_the_loan_costs_what_the_worked_example_says(found: Found) -> None:
    cost = found[2][DisputeType.UNAUTHORISED_LOAN].money.cost
    assert cost is not None
    assert (str(cost.nominal), str(cost.effective)) == ("34.14", "40.03")


def test_every_sample_has_something_there_and_something_missing(found: Found) -> None:
    for kind, amounts in found[2].items():
        assert 0 < amounts.completeness.per_cent <= 100, kind
        assert amounts.ladder.next_step is not None, kind


def test_every_sample_can_be_written_to_in_every_language_without_a_fact_that_nothing_shows(found: Found) -> None:
    vault, ids, _ = found
    session = open_session(vault, clock=lambda: NOW)
    try:
        letters = [
            draft(session, each, LetterKind.COMPLAINT, language) for each in ids.values() for language in Language
        ]
    finally:
        session.close()
    assert len(letters) == 30
    assert not any(statement.is_unsupported for letter in letters for statement in letter.statements)


def outlined(found: Found, kind: DisputeType, language: Language, folder: Path) -> tuple[dict[str, int], int]:
    """Return on which page, from 0, each section of a sample's dossier begins, and how many pages it has."""
    session = open_session(found[0], clock=lambda: NOW)
    try:
        options = ExportOptions(profile="lawyer", language=language)
        result = export_dossier(session, found[1][kind], folder / "dossier.pdf", options, Silent())
    finally:
        session.close()
    with pikepdf.open(result.path) as pdf, pdf.open_outline() as outline:
        pages = [page.obj.objgen for page in pdf.pages]
        return {entry.title: pages.index(entry.destination[0].objgen) for entry in outline.root}, len(pages)


def test_short_sections_share_a_page_and_the_cover_is_one_page(found: Found, tmp_path: Path) -> None:
    begins, pages = outlined(found, DisputeType.UNAUTHORISED_LOAN, Language.EN, tmp_path)
    assert len(begins) == 17
    assert list(begins.values())[:3] == [0, 1, 2]
    assert pages < 14  # one of them the exhibit's


def test_an_index_of_one_exhibit_is_no_page_of_its_own(found: Found, tmp_path: Path) -> None:
    begins, _ = outlined(found, DisputeType.LOAN_PORTAL, Language.ZH_HANT, tmp_path)
    assert begins["證據目錄"] == begins["圖表"]


def test_each_sample_is_in_dispute_since_the_trouble_began_and_not_since_the_first_complaint(found: Found) -> None:
    began = {kind: each.began for kind, each in found[2].items() if each.began is not None}
    assert {kind: (f"{each.day:%m-%d}", each.basis) for kind, each in began.items()} == {
        DisputeType.UNAUTHORISED_LOAN: ("07-22", Basis.SHOWN),
        DisputeType.LOAN_PORTAL: ("08-01", Basis.SHOWN),  # the fee
        DisputeType.MISDIRECTED_SMS: ("08-01", Basis.SHOWN),
        DisputeType.HARASSMENT: ("08-01", Basis.DEPARTED),  # the first call at night
        DisputeType.TOPUP_FAILED: ("09-02", Basis.PAID),
        DisputeType.WITHDRAWAL_BLOCKED: ("09-10", Basis.SHOWN),
        DisputeType.ACCOUNT_STOLEN: ("10-01", Basis.SHOWN),  # the call that asks to freeze it
        DisputeType.REFUND_REFUSED: ("09-01", Basis.SHOWN),  # the demand after the refund
        DisputeType.POOR_SERVICE: ("09-03", Basis.SHOWN),
        DisputeType.OTHER: ("08-30", Basis.PAID),
    }


def test_the_samples_vault_holds(found: Found) -> None:
    assert verify_vault(found[0], Silent()).holds


def test_letters_tell_what_the_stories_tell(found: Found) -> None:
    vault, ids, _ = found
    told = {  # by hand, from the stories
        (
            DisputeType.UNAUTHORISED_LOAN,
            "",
        ): "还款计划中，有记录的12期自2026年8月22日至2027年7月22日，每期人民币 945.60 元",
        (DisputeType.HARASSMENT, "cn-nfra"): "2026年8月11日，400-000-0000共来电8次，均未接，09:10–16:10",
        (DisputeType.WITHDRAWAL_BLOCKED, "cn-police"): "（失败；编号20260910000001）：账户存在风险，暂不能提现",
        (DisputeType.REFUND_REFUSED, "cn-court"): "退款人民币 1,299.00 元",
        (DisputeType.POOR_SERVICE, ""): "应于2026年9月1日当日或之前兑现；已兑现",
    }
    session = open_session(vault, clock=lambda: NOW)
    try:
        for (kind, body), words in told.items():
            letter = draft(session, ids[kind], LetterKind.COMPLAINT, Language.ZH_HANS, body).plain_text("")
            assert words in letter, kind
            assert ("贵方" in letter) == (not body), kind
    finally:
        session.close()
