"""The report of a verification: one page, in every language, whatever was found."""

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from evidence_app.actions.verification_report import write_report
from evidence_app.actions.verify import verify
from evidence_app.domain.verification import Finding, StepOutcome, Verification
from evidence_app.phrases import Language, name_of
from evidence_app.progress import Silent
from tests.fakes.authorities import LocalAuthority
from tests.fakes.sealed import bagged, sealed_dossier


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Verification:
    folder = tmp_path_factory.mktemp("report")
    sealed = sealed_dossier(folder, [LocalAuthority(folder, "one")])
    return verify(bagged(sealed, folder / "bag"), sealed.authorities, Silent())


def read(path: Path) -> tuple[int, str]:
    """Return how many pages poppler counts, and what it reads on them."""
    told = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
    return int(told.split("Pages:")[1].split()[0]), text


@pytest.mark.parametrize("language", Language)
def test_a_report_is_one_page_with_the_verdict_in_words(
    found: Verification, language: Language, tmp_path: Path
) -> None:
    write_report(found, tmp_path / "report.pdf", language)
    pages, text = read(tmp_path / "report.pdf")
    assert pages == 1
    assert name_of(found.verdict, language) in text
    assert found.sha256 in text


def test_a_report_of_thousands_of_contradictions_is_one_page_still(found: Verification, tmp_path: Path) -> None:
    findings = tuple(Finding("file-extra", f"data/<b>{'长' * 300}{number}.png") for number in range(3000))
    results = tuple(replace(result, outcome=StepOutcome.FAILS, findings=findings) for result in found.results)
    write_report(replace(found, results=results), tmp_path / "report.pdf", Language.EN)
    assert read(tmp_path / "report.pdf")[0] == 1


def test_equal_verifications_make_equal_reports(
    found: Verification, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    for name in ("a.pdf", "b.pdf"):
        write_report(found, tmp_path / name, Language.ZH_HANT)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
