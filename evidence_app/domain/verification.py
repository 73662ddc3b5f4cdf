"""What checking a dossier, a bag or a vault found: a numbered plan, the outcome of each step, one verdict. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from evidence_app.errors import Fact


class CheckedKind(StrEnum):
    """What was given to be checked."""

    DOSSIER = "dossier"
    BAG = "bag"
    VAULT = "vault"


class Verdict(StrEnum):
    """The grade, from best to worst.

    WITNESSED: everything holds, and somebody independent witnessed since when. UNCHANGED: everything holds, but since
    when is only claimed. UNCHECKED: nothing contradicts, but something decisive could not be checked. CHANGED:
    something is not what was recorded, signed or stamped.
    """

    WITNESSED = "witnessed"
    UNCHANGED = "unchanged"
    UNCHECKED = "unchecked"
    CHANGED = "changed"


class Step(StrEnum):
    """The plan, in the order in which it is carried out; each kind of thing has its part of it (`PLANS`)."""

    PACKAGE = "package"  # the bag holds what its list names, nothing else, and every file hashes to what the list says
    DOCUMENT = "document"  # the dossier is a PDF that can be read in one way only
    SIGNATURE = "signature"  # its signature is whole, covers the whole file and permits no change
    FILE_TIME = "file-time"  # a timestamp over the file leads to a known authority
    ENCLOSURES = "enclosures"  # what is enclosed is named once, and the same inside the dossier and beside it
    CATALOG = "catalog"  # (vault) the database is whole
    CUSTODY = "custody"  # every entry of the log is canonical, chained, and true to what is disclosed of it
    RECORDS = "records"  # (vault) the catalog says what the log says
    CHECKPOINTS = "checkpoints"  # every checkpoint is the log's, and nothing follows the last one
    LOG_TIME = "log-time"  # timestamps over the checkpoints lead to known authorities
    ORIGINALS = "originals"  # every original is there and is what the log says
    EXHIBIT_TIME = "exhibit-time"  # timestamps made elsewhere are over the originals to which the log says they belong


TIME_STEPS = frozenset({Step.FILE_TIME, Step.LOG_TIME, Step.EXHIBIT_TIME})
"""Steps that tell since when; without them something can still be unchanged.

That over single exhibits is carried out where there is such a timestamp.
"""

PLANS: Mapping[CheckedKind, tuple[Step, ...]] = {
    CheckedKind.DOSSIER: (
        Step.DOCUMENT,
        Step.SIGNATURE,
        Step.FILE_TIME,
        Step.ENCLOSURES,
        Step.CUSTODY,
        Step.CHECKPOINTS,
        Step.LOG_TIME,
        Step.ORIGINALS,
        Step.EXHIBIT_TIME,
    ),
    CheckedKind.BAG: (
        Step.PACKAGE,
        Step.DOCUMENT,
        Step.SIGNATURE,
        Step.FILE_TIME,
        Step.ENCLOSURES,
        Step.CUSTODY,
        Step.CHECKPOINTS,
        Step.LOG_TIME,
        Step.ORIGINALS,
        Step.EXHIBIT_TIME,
    ),
    CheckedKind.VAULT: (Step.CATALOG, Step.CUSTODY, Step.RECORDS, Step.ORIGINALS, Step.LOG_TIME),
}


class StepOutcome(StrEnum):
    """How a step ended. ABSENT: there is nothing to check, such as a signature in an unsigned dossier."""

    HOLDS = "holds"
    FAILS = "fails"
    UNCHECKED = "unchecked"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing worth telling. ``code`` has words in the phrases ``verification``, or for a vault in ``errors``.

    ``item`` names what is affected: a file, an entry of the log, an exhibit. ``outcome`` HOLDS is a remark that
    contradicts nothing. ``exhibit`` is the affected exhibit's number, None where it is none or not known.
    """

    code: str
    item: str = ""
    outcome: StepOutcome = StepOutcome.FAILS
    facts: Mapping[str, Fact] = field(default_factory=dict)
    exhibit: int | None = None


@dataclass(frozen=True, slots=True)
class StepResult:
    """How one step of the plan ended, and all that it found. ``facts`` fill the words of its line, such as counts."""

    step: Step
    outcome: StepOutcome
    findings: tuple[Finding, ...] = ()
    facts: Mapping[str, Fact] = field(default_factory=dict)


class Witnessed(StrEnum):
    """What a timestamp is over."""

    FILE = "file"  # the finished file, beside which it lies
    SIGNATURE = "signature"  # the signature, and through it the whole file
    LOG = "log"  # a checkpoint of the custody log
    EXHIBIT = "exhibit"  # the original of one exhibit, by a timestamp made elsewhere


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """One timestamp that holds: whose, over what, and on whose root that rests.

    ``token`` is the name of the token's file or place. ``entry_count`` is how many entries of the log it covers, None
    unless it is over the log. ``root`` is the subject of the certificate that was trusted, not of one found inside.
    """

    subject: Witnessed
    token: str
    at: datetime
    authority: str
    operator: str
    signer: str
    root: str
    root_sha256: str
    policy: str
    entry_count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """Whom a signature names. Whether it is that person is not checked: ``self_declared`` names vouch for themselves.

    ``certificate_sha256`` is what two people can compare over the telephone. ``claimed_at`` is the signer's clock.
    """

    name: str
    issuer: str
    self_declared: bool
    certificate_sha256: str
    claimed_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """Everything that was found out about one dossier, bag or vault.

    ``witnessed_at`` is since when everything is witnessed to exist, None unless the verdict is WITNESSED. ``missing``
    are exhibits that the log discloses and whose originals are not among the files; no contradiction, but nothing was
    compared. The counts say how much was checked.
    """

    path: Path
    kind: CheckedKind
    verdict: Verdict
    results: tuple[StepResult, ...]
    witnesses: tuple[Witness, ...] = ()
    witnessed_at: datetime | None = None
    signer: Signer | None = None
    sha256: str = ""
    dispute_id: str = ""
    entry_count: int = 0
    exhibit_count: int = 0
    dispute_count: int = 0
    leftover_count: int = 0
    byte_count: int = 0
    missing: tuple[str, ...] = ()

    def result(self, step: Step) -> StepResult | None:
        """Return how one step ended, None if it is not in this kind's plan."""
        return next((result for result in self.results if result.step is step), None)

    @property
    def is_unsealed(self) -> bool:
        """Whether nothing is wrong, but nothing would show it either: no signature, no timestamp over the file."""
        endings = {result.outcome for result in self.results if result.step not in TIME_STEPS}
        return self.verdict is Verdict.UNCHECKED and StepOutcome.UNCHECKED not in endings

    @property
    def failures(self) -> tuple[Finding, ...]:
        """Everything that contradicts."""
        return tuple(each for result in self.results for each in result.findings if each.outcome is StepOutcome.FAILS)

    @property
    def affected(self) -> tuple[str, ...]:
        """What is named in the failures, each once, in the order of the plan."""
        return tuple(dict.fromkeys(finding.item for finding in self.failures if finding.item))
