"""Dossiers that older versions made: checked as what they are, and accused of nothing."""

from pathlib import Path

import pytest

from evidence_app.actions.verification_words import told
from evidence_app.actions.verify import verify
from evidence_app.domain.verification import Step, StepOutcome, Verdict
from evidence_app.phrases import Language
from evidence_app.progress import Silent
from tests.fakes.authorities import LocalAuthority
from tests.fakes.sealed import stamped

OLD = sorted((Path(__file__).parents[1] / "old_dossiers").glob("*.pdf"))


@pytest.mark.parametrize("path", OLD, ids=lambda path: path.name)
def test_an_unsigned_dossier_is_accused_of_nothing_and_vouched_for_by_nothing(path: Path) -> None:
    found = verify(path, (), Silent())
    assert found.verdict is Verdict.UNCHECKED
    assert found.failures == ()
    assert "Nothing seals this dossier" in told(found, Language.EN).meaning
    assert {result.outcome for result in found.results} == {StepOutcome.HOLDS, StepOutcome.ABSENT}


@pytest.mark.parametrize("algorithm", ["sha256", "sha384", "sha512"])
def test_a_timestamp_made_elsewhere_may_name_another_digest(algorithm: str, tmp_path: Path) -> None:
    authority, copy = LocalAuthority(tmp_path, "one"), tmp_path / "old.pdf"
    copy.write_bytes(OLD[0].read_bytes())
    (tmp_path / "old.pdf.tsr").write_bytes(stamped(authority, copy.read_bytes(), algorithm))
    assert verify(copy, [authority.authority], Silent()).verdict is Verdict.WITNESSED


@pytest.mark.parametrize("path", OLD, ids=lambda path: path.name)
def test_a_timestamp_got_later_seals_it_from_then_on(path: Path, tmp_path: Path) -> None:
    authority, copy = LocalAuthority(tmp_path, "one"), tmp_path / "old.pdf"
    copy.write_bytes(path.read_bytes())
    (tmp_path / "old.pdf.tsr").write_bytes(stamped(authority, copy.read_bytes()))
    found = verify(copy, [authority.authority], Silent())
    assert (found.verdict, [each.subject.value for each in found.witnesses]) == (Verdict.WITNESSED, ["file"])
    copy.write_bytes(copy.read_bytes() + b"\n")
    changed = verify(copy, [authority.authority], Silent())
    result = changed.result(Step.FILE_TIME)
    assert result is not None
    assert (changed.verdict, result.findings[0].code) == (Verdict.CHANGED, "token-other-bytes")
