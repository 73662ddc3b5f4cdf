"""Timestamps that were made elsewhere over single exhibits leave with the dossier, and are checked with it."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from evidence_app.actions.add_evidence import FileSource, add_evidence
from evidence_app.actions.anchor import anchor_dispute, attach_token, awaiting_witness
from evidence_app.actions.disputes import NewDispute, new_dispute
from evidence_app.actions.export_dossier import ExportOptions, export_dossier
from evidence_app.actions.session import Session, open_session
from evidence_app.actions.verify import verify
from evidence_app.domain.anchors import Authority
from evidence_app.domain.disputes import Dispute, DisputeType
from evidence_app.domain.verification import Step, StepOutcome, Verdict, Verification, Witnessed
from evidence_app.phrases import Language
from evidence_app.progress import Silent
from tests.fakes.authorities import LocalAuthority
from tests.fakes.sealed import bare, listed, stamped

FIRST, SECOND = "a screenshot", "another one"


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> LocalAuthority:
    return LocalAuthority(tmp_path_factory.mktemp("elsewhere"), "Elsewhere")


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Session, Dispute]]:
    folder = tmp_path_factory.mktemp("vault")
    session = open_session(folder / "vault", create=True)
    dispute = new_dispute(
        session, NewDispute(title="自动下款", type=DisputeType.UNAUTHORISED_LOAN, institution="速融宝")
    )
    for name, text in (("1.txt", FIRST), ("2.txt", SECOND)):
        (folder / name).write_text(text)
        add_evidence(session, dispute.id, [FileSource(folder / name)], Silent(), lambda item: None)
    yield session, dispute
    session.close()


@pytest.fixture(scope="module")
def bag(vault: tuple[Session, Dispute], elsewhere: LocalAuthority, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bag in which the first exhibit has two timestamps of its own."""
    folder = tmp_path_factory.mktemp("bag")
    session, dispute = vault
    with session.vault.read() as catalog:
        exhibit = catalog.exhibits(dispute.id)[0]
    tokens = {
        "mine.tsa": bare(stamped(elsewhere, FIRST.encode())),
        "x.bin": stamped(elsewhere, FIRST.encode(), "sha512"),
    }
    for name, token in tokens.items():
        (folder / name).write_bytes(token)
        attach_token(session, exhibit.id, folder / name, [elsewhere.authority])
    export_dossier(session, dispute.id, folder / "bag", ExportOptions(profile="plain", language=Language.EN), Silent())
    return folder / "bag"


@pytest.fixture
def copy(bag: Path, tmp_path: Path) -> Path:
    return shutil.copytree(bag, tmp_path / "bag")


def checked(path: Path, *authorities: Authority) -> Verification:
    return verify(path, authorities, Silent())


def outcome(found: Verification) -> StepOutcome | None:
    result = found.result(Step.EXHIBIT_TIME)
    return result.outcome if result else None


def codes(found: Verification) -> set[str]:
    return {finding.code for result in found.results for finding in result.findings}


def test_they_lie_beside_the_original_and_are_named_after_it(bag: Path) -> None:
    names = {path.name for path in (bag / "data/originals").iterdir()}
    assert names == {"E001.txt", "E001.tsa", "E001.2.tsr", "E002.txt"}


def test_each_is_held_against_the_original_in_the_bag_and_in_the_pdf_alone(
    bag: Path, elsewhere: LocalAuthority, tmp_path: Path
) -> None:
    alone = shutil.copy(bag / "data/dossier.pdf", tmp_path / "dossier.pdf")
    for path in (bag, alone):
        found = checked(path, elsewhere.authority)
        assert outcome(found) is StepOutcome.HOLDS
        witnesses = [each for each in found.witnesses if each.subject is Witnessed.EXHIBIT]
        assert [witness.token for witness in witnesses] == ["E001.2.tsr", "E001.tsa"]
        assert found.verdict is Verdict.UNCHANGED  # nobody witnessed the dossier itself
        assert found.exhibit_count == 2


def test_one_of_nobody_known_contradicts_nothing(bag: Path) -> None:
    found = checked(bag)
    assert outcome(found) is StepOutcome.UNCHECKED
    assert codes(found) - {"file-only-listed"} == {"token-root-unknown"}
    assert found.verdict is Verdict.UNCHANGED


def test_without_one_there_is_no_such_step(vault: tuple[Session, Dispute], tmp_path: Path) -> None:
    session, dispute = vault
    with session.vault.read() as catalog:
        second = catalog.exhibits(dispute.id)[1].id
    options = ExportOptions(profile="plain", language=Language.EN, exhibit_ids=(second,))
    export_dossier(session, dispute.id, tmp_path / "bag", options, Silent())
    assert outcome(checked(tmp_path / "bag")) is None
    assert not list((tmp_path / "bag").rglob("E001*"))


def test_an_exchanged_one_is_noticed_though_it_is_over_the_original(copy: Path, elsewhere: LocalAuthority) -> None:
    (copy / "data/originals/E001.tsa").write_bytes(stamped(elsewhere, FIRST.encode()))
    listed(copy)
    found = checked(copy, elsewhere.authority)
    assert {"exhibit-token-not-in-log", "enclosure-differs"} <= codes(found)
    assert found.verdict is Verdict.CHANGED


def test_one_moved_to_another_exhibit_is_noticed(copy: Path, elsewhere: LocalAuthority) -> None:
    originals = copy / "data/originals"
    (originals / "E001.tsa").rename(originals / "E002.tsa")
    listed(copy)
    found = checked(copy, elsewhere.authority)
    assert "exhibit-token-not-in-log" in codes(found)
    assert found.verdict is Verdict.CHANGED


def test_one_over_another_digest_needs_the_original(copy: Path, elsewhere: LocalAuthority) -> None:
    (copy / "data/originals/E001.txt").unlink()
    listed(copy)
    assert "exhibit-token-without-original" in codes(checked(copy, elsewhere.authority))


def test_the_dossier_names_who_made_it_below_the_exhibit(bag: Path) -> None:
    text = subprocess.run(
        ["pdftotext", "-layout", bag / "data/dossier.pdf", "-"], capture_output=True, text=True, check=True
    ).stdout
    assert "attached as E001.tsa" in text
    assert "Elsewhere" in text
    assert "openssl ts -verify -token_in -in E001.tsa -data E001.txt -CAfile ../tsa_roots.pem" in text


def test_attaching_one_awaits_a_witness_again(
    vault: tuple[Session, Dispute], elsewhere: LocalAuthority, tmp_path: Path
) -> None:
    session, dispute = vault
    with elsewhere:
        anchor_dispute(session, dispute.id, [elsewhere.authority], Silent())
    assert awaiting_witness(session) == []
    with session.vault.read() as catalog:
        second = catalog.exhibits(dispute.id)[1].id
    (tmp_path / "late.tsr").write_bytes(stamped(elsewhere, SECOND.encode()))
    attach_token(session, second, tmp_path / "late.tsr", [elsewhere.authority])
    assert awaiting_witness(session) == [dispute.id]
