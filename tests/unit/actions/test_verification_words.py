"""Everything that checking can find has words in three languages that fit its facts."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from evidence_app.actions.verification_words import told
from evidence_app.domain.verification import (
    PLANS,
    CheckedKind,
    Finding,
    Signer,
    Step,
    StepOutcome,
    StepResult,
    Verdict,
    Verification,
)
from evidence_app.phrases import Language, section

ROOT = Path(__file__).resolve().parents[3]
CODE = re.compile(r'"((?:bag|file|pdf|signature|token|enclosure|log|checkpoint|original|dossier|exhibit)-[a-z0-9-]+)"')
NOT_FINDINGS = {"dossier-unreadable", "file-time", "log-time", "exhibit-time"}
FACTS = {"count": 3, "covered": 2, "disclosed": 1, "name": "Li", "bytes": 9, "at": "2025", "signer": "x", "seq": 4}


def found_codes() -> set[str]:
    sources = [
        *(ROOT / "evidence_app" / "proof" / "checking").glob("*.py"),
        ROOT / "evidence_app/actions/verify_vault.py",
    ]
    codes = {code for path in sources for code in CODE.findall(path.read_text("utf-8"))}
    tokens = (ROOT / "evidence_app" / "proof" / "tokens.py").read_text("utf-8")
    return (codes | set(re.findall(r'"(token-[a-z-]+)"', tokens))) - NOT_FINDINGS


@pytest.mark.parametrize("code", sorted(found_codes()))
def test_a_finding_has_words(code: str) -> None:
    for language in Language:
        assert f"finding.{code}" in section("verification", language)


def test_no_words_are_left_over() -> None:
    words = {key.removeprefix("finding.") for key in section("verification", Language.EN) if key.startswith("finding.")}
    assert words - found_codes() == set()


BARE = Verification(path=Path("x.pdf"), kind=CheckedKind.DOSSIER, verdict=Verdict.CHANGED, results=())


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("outcome", StepOutcome)
def test_every_ending_of_every_step_can_be_told(outcome: StepOutcome, language: Language) -> None:
    results = tuple(StepResult(step, outcome, facts=FACTS) for step in Step)
    lines = told(replace(BARE, results=results), language).steps
    assert [line.number for line in lines] == list(range(1, len(Step) + 1))
    assert all("{" not in line.meaning for line in lines)


@pytest.mark.parametrize("language", Language)
def test_every_finding_can_be_told(language: Language) -> None:
    findings = tuple(Finding(code, facts=FACTS) for code in sorted(found_codes()))
    step = StepResult(Step.DOCUMENT, StepOutcome.FAILS, findings)
    assert all(each.words for each in told(replace(BARE, results=(step,)), language).steps[0].findings)


@pytest.mark.parametrize("kind", CheckedKind)
@pytest.mark.parametrize("outcome", [StepOutcome.FAILS, StepOutcome.UNCHECKED, StepOutcome.ABSENT])
def test_what_did_not_hold_needs_no_facts(kind: CheckedKind, outcome: StepOutcome) -> None:
    results = tuple(StepResult(step, outcome) for step in PLANS[kind])
    for language in Language:
        assert told(replace(BARE, kind=kind, results=results), language).steps


@pytest.mark.parametrize(("own", "said"), [(True, "not verified by anybody"), (False, "not judged here")])
def test_a_signer_is_never_called_verified(own: bool, said: str) -> None:
    signer = Signer(name="Li", issuer="CA", self_declared=own, certificate_sha256="ab")
    assert said in told(replace(BARE, signer=signer), Language.EN).signer


@pytest.mark.parametrize(
    ("language", "said"), [(Language.EN, "Li (identity not verified)"), (Language.ZH_HANS, "Li（身份未经核实）")]
)
def test_what_a_certificate_says_of_itself_is_said_in_the_readers_language(language: Language, said: str) -> None:
    signer = Signer(name="Li (identity not verified)", issuer="x", self_declared=True, certificate_sha256="ab")
    assert said in told(replace(BARE, signer=signer), language).signer


def test_in_a_bag_the_timestamp_is_looked_for_beside_the_dossier_inside() -> None:
    absent = (StepResult(Step.FILE_TIME, StepOutcome.ABSENT),)
    bag = replace(BARE, path=Path("bag.zip"), kind=CheckedKind.BAG, results=absent)
    assert "data/dossier.pdf.tsr" in told(bag, Language.EN).steps[0].meaning
    assert "x.pdf.tsr" in told(replace(BARE, results=absent), Language.EN).steps[0].meaning
