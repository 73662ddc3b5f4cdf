"""One dossier on its way out: written, signed and witnessed, put into a bag, and checked as a stranger would."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from evidence_app.actions.other_people import OtherPeople
from evidence_app.actions.sealing import Sealed, Signing, seal
from evidence_app.domain.anchors import Authority
from evidence_app.domain.verification import StepOutcome, Verdict
from evidence_app.dossier.source import DossierOptions, DossierResult, DossierSource
from evidence_app.errors import EnvironmentProblem, IntegrityFailure
from evidence_app.progress import Progress, Unwatched
from evidence_app.proof.witnesses import Refusal

if TYPE_CHECKING:
    from evidence_app.proof.enclosures import Enclosure
    from evidence_app.proof.instructions import Checkable
    from evidence_app.proof.keys import SigningKey

DOSSIER = "dossier.pdf"
BAG_PLACE = "bag"
TOKEN, CHECKPOINT = ".tsr", "checkpoint"


@dataclass(frozen=True, slots=True)
class Exported(DossierResult):
    """A dossier that left the vault. ``size_bytes`` and ``sha256`` are those of the finished PDF.

    ``path`` and ``out`` are what was written: the PDF, or the bag. ``tokens`` are the files with the tokens over the
    PDF, beside it; in a bag they lie inside. ``signature`` is the level of the signature, empty for none; ``signed_at``
    when it was witnessed. ``witnessed_by`` are the names of those whose tokens are over the log, the signature or the
    file; ``failures`` who was asked and did not witness; ``unvouched`` tells that the issuers were to be asked about
    revocation and did not all say that nothing was revoked. ``verdict`` is what our own verifier says, as anybody's
    would who knows the authorities. ``others`` is what went out that is with other people, or was left out.
    """

    out: Path = Path()
    tokens: tuple[Path, ...] = ()
    signature: str = ""
    signed_at: datetime | None = None
    log_witnessed_at: datetime | None = None
    file_witnessed_at: datetime | None = None
    witnessed_by: tuple[str, ...] = ()
    failures: tuple[Refusal, ...] = ()
    unvouched: bool = False
    verdict: Verdict = Verdict.UNCHANGED
    others: OtherPeople = OtherPeople()


@dataclass(frozen=True)
class Making:
    """What a dossier is made of. ``authorities`` are asked to witness it, ``key`` signs it, None for no signature."""

    source: DossierSource
    options: DossierOptions
    key: "SigningKey | None"
    signing: Signing
    authorities: Sequence[Authority]
    attach: bool
    progress: Progress

    @cached_property
    def enclosures(self) -> "list[Enclosure]":
        """Everything that goes with it."""
        from evidence_app.dossier.enclosing import enclose

        return enclose(self.source, self.options)

    @cached_property
    def attached(self) -> "list[Enclosure]":
        """What lies inside the PDF."""
        from evidence_app.dossier.enclosing import inside

        return inside(self.enclosures) if self.attach else []

    @property
    def _naming(self) -> DossierOptions:
        """The options with which the dossier names what will lie beside it in a bag."""
        from evidence_app.proof.enclosures import Relationship

        if not self.options.seal.in_bag:
            return self.options
        loose = [each for each in self.enclosures if each not in self.attached]
        named = {each.name: each.sha256 for each in loose if each.relationship is not Relationship.SOURCE}
        return replace(self.options, seal=replace(self.options.seal, beside=tuple(named.items())))

    def dossier(self, path: Path) -> Exported:
        """Write, sign and witness the PDF; its tokens are put beside it."""
        from evidence_app.dossier.writing import write_dossier

        written = write_dossier(self.source, self._naming, path, self.progress, self.attached, durable=False)
        self.progress.check()
        sealed = seal(path, self.key, self.authorities, self.signing, Unwatched(self.progress))
        self.progress.check()
        return self._told(written, sealed)

    def _told(self, written: DossierResult, sealed: Sealed) -> Exported:
        """Return what came of it."""
        signed, path = sealed.signed, written.path
        log = [anchor for anchor in self.source.anchors if anchor.size == len(self.source.custody)]
        tokens = [witness.token for witness in sealed.testimony.witnessed] if sealed.testimony else []
        names = [anchor.name for anchor in log]
        names += [signed.authority.name] if signed and signed.authority else []
        names += [token.authority.name for token in tokens]
        own = {each.name: getattr(written, each.name) for each in fields(DossierResult)}
        return Exported(
            **own | {"size_bytes": path.stat().st_size, "sha256": sealed.sha256},
            out=path,
            tokens=sealed.tokens,
            signature=signed.level.value if signed else "",
            signed_at=signed.witnessed_at if signed else None,
            log_witnessed_at=min((anchor.witnessed_at for anchor in log), default=None),
            file_witnessed_at=min((token.witnessed_at for token in tokens), default=None),
            witnessed_by=tuple(dict.fromkeys(names)),
            unvouched=signed is not None and signed.unvouched,
            failures=sealed.refusals,
        )

    def bag(self, dossier: Exported, place: Path) -> None:
        """Write the bag around a finished dossier to ``place``, which must not exist: a ZIP or a folder."""
        from evidence_app.proof.bag import BagParts, write_bag
        from evidence_app.proof.instructions import instructions

        parts = BagParts(
            dossier=dossier.path,
            dossier_tokens=[token.read_bytes() for token in dossier.tokens],
            enclosures=self.enclosures,
            instructions=instructions(self._checkable(dossier), self.options.language),
            dispute_id=self.source.dispute.id,
            dossier_id=dossier.dossier_id,
            generated_at=self.options.generated_at,
        )
        write_bag(place, parts, Unwatched(self.progress))

    def _checkable(self, dossier: Exported) -> "Checkable":
        from evidence_app.dossier.enclosing import originals, stamped_originals
        from evidence_app.proof.instructions import Checkable

        names = [each.name for each in self.enclosures]
        return Checkable(
            has_originals=bool(originals(self.enclosures)),
            stamped=tuple(stamped_originals(self.enclosures)),
            dossier_tokens=len(dossier.tokens),
            log_tokens=tuple(name for name in names if name.startswith(CHECKPOINT) and name.endswith(TOKEN)),
            is_signed=self.key is not None,
            signature_stamped=dossier.signed_at is not None,
            attached=tuple(each.name for each in self.attached),
            authorities=tuple((each.name, each.policy_url or each.url) for each in self.authorities),
        )


def checked(made: Path, exported: Exported, authorities: Sequence[Authority], progress: Progress) -> Verdict:
    """Return what our own verifier says of what was made.

    Raises IntegrityFailure("export-does-not-hold"), and EnvironmentProblem("export-unchecked") for what is sealed and
    too large to be checked within the verifier's limits: whoever gets it could not check it either.
    """
    from evidence_app.actions.verify import trusted, verify

    found = verify(made, (*authorities, *trusted()), Unwatched(progress))
    if found.failures or found.verdict is Verdict.CHANGED:
        code = found.failures[0].code if found.failures else found.verdict.value
        raise IntegrityFailure("export-does-not-hold", reason=code)
    if found.verdict is Verdict.UNCHECKED and (exported.signature or exported.tokens):
        undecided = (each for result in found.results for each in result.findings)
        codes = [finding.code for finding in undecided if finding.outcome is StepOutcome.UNCHECKED]
        raise EnvironmentProblem("export-unchecked", reason=codes[0] if codes else found.verdict.value)
    return found.verdict
