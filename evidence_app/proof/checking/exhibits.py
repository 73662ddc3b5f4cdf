"""The exhibits that a log discloses, and the timestamps made elsewhere that were attached to them."""

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from evidence_app.domain.anchors import Authority
from evidence_app.domain.custody import CustodyKind
from evidence_app.domain.verification import Finding, Step, StepOutcome, StepResult, Witness, Witnessed
from evidence_app.proof.checking.custody import CheckedLog
from evidence_app.proof.checking.witnesses import CheckedTokens, FoundToken, check_token, imprint_of

STAMP = re.compile(r"E(?P<number>\d{3,9})(\.[1-9]\d{0,3})?\.(tsr|tsa|tst)")
"""The name of a timestamp over an exhibit's original."""

Digest = Callable[[int, str], bytes | None]


@dataclass(frozen=True, slots=True)
class Added:
    """An exhibit as the log has it."""

    id: str
    number: int
    sha256: str
    name: str

    @property
    def label(self) -> str:
        """What people call it."""
        return f"#{self.number} {self.name}"


def added_exhibits(log: CheckedLog) -> list[Added]:
    """Return the exhibits whose addition the log discloses."""
    return [
        Added(
            id=str(entry.payload.get("exhibit", "")),
            number=entry.payload["number"],
            sha256=entry.payload["sha256"],
            name=entry.payload["name"],
        )
        for entry in log.disclosed
        if entry.kind == CustodyKind.ADD and "duplicate_of" not in entry.payload
    ]


def stamps_among(files: Iterable[str], digests: Mapping[str, str], added: Iterable[Added]) -> set[str]:
    """Return which files are timestamps over an exhibit: named like one, and not an exhibit of the log themselves."""
    exhibits = {exhibit.sha256 for exhibit in added}
    return {name for name in files if STAMP.fullmatch(name) and digests.get(name) not in exhibits}


def check_stamps(
    stamps: Mapping[str, bytes], log: CheckedLog, digest: Digest, authorities: Sequence[Authority]
) -> tuple[StepResult, list[Witness]]:
    """Say whether each timestamp is the one that the log has, over the original that it was attached to.

    ``digest`` gives the digest of an exhibit's original by its number and an algorithm, None where it is not there.
    """
    by_number, attached = {exhibit.number: exhibit for exhibit in added_exhibits(log)}, _attached(log)
    checked = CheckedTokens()
    for name, response in sorted(stamps.items()):
        match = STAMP.fullmatch(name)
        exhibit = by_number.get(int(match["number"])) if match else None
        if exhibit is None or (hashlib.sha256(response).hexdigest(), exhibit.id) not in attached:
            checked.findings.append(Finding("exhibit-token-not-in-log", name))
            continue
        result = _judge(name, response, exhibit, digest, authorities)
        if isinstance(result, Witness):
            checked.witnesses.append(result)
        else:
            checked.findings.append(result)
    facts = {"count": len(checked.witnesses)}
    return StepResult(Step.EXHIBIT_TIME, checked.outcome, tuple(checked.findings), facts), checked.witnesses


def _attached(log: CheckedLog) -> set[tuple[str, str]]:
    """Return the hashes of the timestamps that the log has, each with the id of its exhibit."""
    said = (entry.payload for entry in log.disclosed if entry.kind == CustodyKind.ANCHOR)
    return {(str(payload.get("token")), str(payload["exhibit"])) for payload in said if "exhibit" in payload}


def _judge(
    name: str, response: bytes, exhibit: Added, digest: Digest, authorities: Sequence[Authority]
) -> Witness | Finding:
    item, algorithm = f"{name} ({exhibit.label})", imprint_of(response)
    over = bytes.fromhex(exhibit.sha256) if algorithm == "sha256" else digest(exhibit.number, algorithm)
    if over is None:
        return Finding("exhibit-token-without-original", item, StepOutcome.UNCHECKED, exhibit=exhibit.number)
    token = FoundToken(name=name, response=response, digest=over, algorithm=algorithm, subject=Witnessed.EXHIBIT)
    result = check_token(token, authorities)
    return replace(result, item=item, exhibit=exhibit.number) if isinstance(result, Finding) else result
