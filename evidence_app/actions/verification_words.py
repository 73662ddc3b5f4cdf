"""A verification in words: the same lines on the command line, in the window and in the printed report."""

from dataclasses import dataclass
from datetime import UTC, datetime

from evidence_app.domain.verification import (
    CheckedKind,
    Finding,
    Signer,
    StepOutcome,
    StepResult,
    Verification,
    Witness,
)
from evidence_app.errors import JuzhengError
from evidence_app.phrases import Language, error_words, in_one_line, name_of, phrase, section
from evidence_app.proof.keys import name_in

WORDS = "verification"


@dataclass(frozen=True, slots=True)
class ToldFinding:
    """One finding in words; ``item`` is untrusted text, empty if it concerns the whole."""

    item: str
    words: str
    outcome: StepOutcome


@dataclass(frozen=True, slots=True)
class ToldStep:
    """One line of the plan: its number from 1, its name, how it ended, and what that means."""

    number: int
    name: str
    outcome: StepOutcome
    ending: str
    meaning: str
    findings: tuple[ToldFinding, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """Everything that is said about one verification, in the order in which it is read.

    ``affected`` and ``missing`` are whole sentences, empty where nothing is. All may hold untrusted names: whoever
    shows them makes them harmless.
    """

    verdict: str
    meaning: str
    advice: str
    steps: tuple[ToldStep, ...]
    witnesses: tuple[str, ...]
    signer: str
    affected: str
    missing: str
    not_proven: str


def told(verification: Verification, language: Language) -> Told:
    """Put a verification into words."""
    say = _Words(language)
    key = f"verdict.{'unsealed' if verification.is_unsealed else verification.verdict.value}"
    what = say(f"what.{verification.kind.value}")
    at = _moment(verification.witnessed_at) if verification.witnessed_at else ""
    return Told(
        verdict=name_of(verification.verdict, language),
        meaning=say(f"{key}.meaning", what=what, at=at),
        advice=say(f"{key}.do"),
        steps=tuple(say.step(number, result, verification) for number, result in enumerate(verification.results, 1)),
        witnesses=tuple(say.witness(witness) for witness in verification.witnesses),
        signer=say.signer(verification.signer) if verification.signer else "",
        affected=say.listed("affected", "items", verification.affected),
        missing=say.listed("missing", "exhibits", verification.missing),
        not_proven=say("not-proven"),
    )


class _Words:
    def __init__(self, language: Language) -> None:
        self._language = language

    def __call__(self, key: str, **facts: object) -> str:
        return phrase(WORDS, key, self._language, **facts)

    def step(self, number: int, result: StepResult, verification: Verification) -> ToldStep:
        pdf = "data/dossier.pdf" if verification.kind is CheckedKind.BAG else verification.path.name
        facts = {"tsr": f"{pdf}.tsr", **result.facts}
        return ToldStep(
            number=number,
            name=name_of(result.step, self._language),
            outcome=result.outcome,
            ending=name_of(result.outcome, self._language),
            meaning=self(f"step.{result.step.value}.{result.outcome.value}", **facts),
            findings=tuple(
                ToldFinding(finding.item, self._finding(finding), finding.outcome) for finding in result.findings
            ),
        )

    def _finding(self, finding: Finding) -> str:
        key = f"finding.{finding.code}"
        if key in section(WORDS, self._language):
            return self(key, **finding.facts)
        item = finding.item  # a vault's findings are errors as well, with their words there
        error = JuzhengError(finding.code, item=item, name=item, path=item, sha256=item)
        return in_one_line(error_words(error, self._language), self._language)

    def witness(self, witness: Witness) -> str:
        return self(
            "witness",
            authority=witness.authority,
            operator=witness.operator,
            at=_moment(witness.at),
            subject=name_of(witness.subject, self._language),
            token=witness.token,
            root=witness.root,
            root_sha256=witness.root_sha256,
        )

    def signer(self, signer: Signer) -> str:
        key = "signer.self-declared" if signer.self_declared else "signer.issued"
        name = name_in(signer.name)
        if name != signer.name:
            name = self("signer.unverified", name=name)
        facts = {"name": name, "issuer": signer.issuer, "certificate": signer.certificate_sha256}
        return self(key, **facts)

    def listed(self, key: str, fact: str, items: tuple[str, ...]) -> str:
        if not items:
            return ""
        shown = ", ".join(items[:MOST_LISTED]) + (", …" if len(items) > MOST_LISTED else "")
        return self(key, **{fact: shown})


MOST_LISTED = 20


def _moment(at: datetime) -> str:
    """Return a moment in UTC, which means the same to whoever reads it wherever."""
    return at.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S UTC")
