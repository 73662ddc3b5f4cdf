"""Timestamps beside or inside what is checked: whose they are, by roots that we know, never by what they bring."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from evidence_app.domain.anchors import Authority
from evidence_app.domain.verification import Finding, StepOutcome, Witness, Witnessed
from evidence_app.errors import InputProblem, IntegrityFailure


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundToken:
    """A token that nobody has checked yet, and the digest of what it should be over, by `imprint_of` the token."""

    name: str
    response: bytes
    digest: bytes
    subject: Witnessed
    algorithm: str = "sha256"
    entry_count: int | None = None


def imprint_of(response: bytes) -> str:
    """Return by which digest a token names what it is over: SHA-256 for ours, another one for some made elsewhere."""
    from evidence_app.proof.tokens import IMPRINTS, parse_response

    try:
        algorithm = parse_response(response).algorithm
    except InputProblem:
        return "sha256"  # to be told by whoever verifies it
    return algorithm if algorithm in IMPRINTS else "sha256"


@dataclass(slots=True)
class CheckedTokens:
    """What came of some tokens: those that hold, and what is to be said of the others."""

    witnesses: list[Witness] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def outcome(self) -> StepOutcome:
        """One that does not belong here fails all: somebody exchanged it, or what it is over."""
        outcomes = {finding.outcome for finding in self.findings}
        if StepOutcome.FAILS in outcomes:
            return StepOutcome.FAILS
        if self.witnesses:
            return StepOutcome.HOLDS
        return StepOutcome.UNCHECKED if StepOutcome.UNCHECKED in outcomes else StepOutcome.ABSENT


def check_tokens(tokens: Iterable[FoundToken], authorities: Sequence[Authority]) -> CheckedTokens:
    """Check tokens against the roots of these authorities."""
    checked = CheckedTokens()
    for token in tokens:
        result = check_token(token, authorities)
        if isinstance(result, Witness):
            checked.witnesses.append(result)
        else:
            checked.findings.append(result)
    return checked


def check_token(token: FoundToken, authorities: Sequence[Authority]) -> Witness | Finding:
    """Return the witness, or why there is none. That nobody known vouches for a whole token is no contradiction."""
    from evidence_app.proof.tokens import UnknownRoot, verify_token

    try:
        verified = verify_token(token.response, token.digest, authorities, algorithm=token.algorithm)
    except UnknownRoot as unknown:
        return Finding("token-root-unknown", token.name, StepOutcome.UNCHECKED, dict(unknown.facts))
    except (InputProblem, IntegrityFailure) as problem:
        return Finding(problem.code, token.name, StepOutcome.FAILS, dict(problem.facts))
    return Witness(
        subject=token.subject,
        token=token.name,
        at=verified.witnessed_at,
        authority=verified.authority.name or verified.root,
        operator=verified.authority.operator,
        signer=verified.signer,
        root=verified.root,
        root_sha256=verified.root_sha256,
        policy=verified.policy,
        entry_count=token.entry_count,
    )
