"""Exporting a dossier: witnessed, written, signed, checked again, and recorded as having left the vault."""

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from evidence_app.actions.anchor import AuthorityFailure, anchor_dispute
from evidence_app.actions.sealing import NO_SIGNATURE, Signing, SigningMode, key_for, seal, seal_with
from evidence_app.actions.session import Session
from evidence_app.domain.anchors import Authority
from evidence_app.domain.custody import CustodyEntry, CustodyKind, Plain, checkpoint
from evidence_app.domain.exhibits import Exhibit, MediaKind
from evidence_app.domain.timeline import ALL_TIME, Period
from evidence_app.domain.verification import Verdict
from evidence_app.domain.witnessed import witnessed_part
from evidence_app.dossier.source import DossierOptions, DossierResult, DossierSource, RenderedPage, Seal
from evidence_app.errors import EnvironmentProblem, IntegrityFailure
from evidence_app.intake.pictures import RenderRequest
from evidence_app.phrases import Language
from evidence_app.progress import Progress, Unwatched
from evidence_app.vault.storage import storage_problems

if TYPE_CHECKING:
    from evidence_app.proof.keys import SigningKey

DOSSIER = "dossier.pdf"

PAGE_WIDTH_PX = 1654
"""A4 width at 200 dpi: small print of contracts stays readable, pages stay under half a megabyte."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOptions:
    """What the person chose; ``exhibit_ids`` None means every exhibit of the period.

    ``authorities`` are asked to witness: that they are named is the consent. ``attach`` puts originals, log and scripts
    into the PDF.
    """

    profile: str
    language: Language
    period: Period = ALL_TIME
    exhibit_ids: tuple[str, ...] | None = None
    prepared_by: str = ""
    authorities: tuple[Authority, ...] = ()
    signing: Signing = Signing()
    attach: bool = True


@dataclass(frozen=True, slots=True)
class Exported(DossierResult):
    """A dossier that left the vault. ``path``, ``size_bytes`` and ``sha256`` are those of the finished PDF.

    ``out`` is what was written: the PDF, or the bag. ``tokens`` are the files with the tokens over the PDF.
    ``signature`` is the level of the signature, empty for none; ``signed_at`` when it was witnessed. ``witnessed_by``
    are the names of those whose tokens are over the log, the signature or the file; ``failures`` who was asked and did
    not witness. ``verdict`` is what our own verifier says, as anybody's would who knows the authorities.
    """

    out: Path = Path()
    tokens: tuple[Path, ...] = ()
    signature: str = ""
    signed_at: datetime | None = None
    log_witnessed_at: datetime | None = None
    file_witnessed_at: datetime | None = None
    witnessed_by: tuple[str, ...] = ()
    failures: tuple[AuthorityFailure, ...] = ()
    verdict: Verdict = Verdict.UNCHANGED


def export_dossier(
    session: Session, dispute_id: str, out: Path, options: ExportOptions, progress: Progress
) -> Exported:
    """Write the dossier of a dispute as it is now; ``out`` is replaced only by a finished file, checked again.

    ``out`` ending in ``.pdf`` is the PDF, with its tokens beside it; ``.zip``, or a name without an ending, is the bag.
    No authority's failure stops it: what was not witnessed is said, in the result and in the log.
    Raises InputProblem (``dispute-unknown``, ``profile-unknown``, ``out-…``, ``pkcs12-…``, ``signing-passphrase``),
    EnvironmentProblem (disk, ``vault-read-only``, ``signing-failed``), IntegrityFailure if an original is not what was
    added, or the finished file does not hold, Cancelled. Then nothing new is at ``out``.
    """
    from evidence_app.actions.placing import is_bag, put
    from evidence_app.dossier.workplace import workplace

    bagged = is_bag(out)
    if session.read_only:
        raise EnvironmentProblem("vault-read-only", folder=str(session.folder))
    key = key_for(options.signing, options.prepared_by)
    anchored = anchor_dispute(session, dispute_id, options.authorities, Unwatched(progress))
    silent = [failure.authority for failure in anchored.failures]
    alive = [authority for authority in options.authorities if authority not in silent]
    plan = replace(seal_with(key, alive, silent), in_bag=bagged)
    source, chosen = dossier_source(session, dispute_id), dossier_options(session, options, plan)
    with storage_problems(out), workplace(out.parent) as folder:
        finished = folder / (DOSSIER if bagged else out.name)
        exported = _made(_Making(source, chosen, options, key, alive, finished, progress))
        verdict = _checked(finished, exported, options, progress)
        failures = (*anchored.failures, *exported.failures)
        exported = replace(exported, verdict=verdict, failures=failures, out=out)
        progress.check()
        put(finished, exported.tokens, out)
    placed = tuple(out.with_name(token.name) for token in exported.tokens)
    exported = replace(exported, path=out, tokens=placed)
    with session.vault.change() as tx:
        tx.log_export(dispute_id, _facts(source, options, exported))
    return exported


@dataclass(frozen=True)
class _Making:
    """Everything that one dossier is made of."""

    source: DossierSource
    chosen: DossierOptions
    options: ExportOptions
    key: "SigningKey | None"
    authorities: Sequence[Authority]
    finished: Path
    progress: Progress


def _made(making: _Making) -> Exported:
    """Write, sign and witness the PDF."""
    from evidence_app.dossier.enclosing import enclose, inside
    from evidence_app.dossier.writing import write_dossier

    attached = inside(enclose(making.source, making.chosen)) if making.options.attach else []
    written = write_dossier(making.source, making.chosen, making.finished, making.progress, attached, durable=False)
    making.progress.check()
    sealed = seal(making.finished, making.key, making.authorities, making.options.signing)
    making.progress.check()
    signed, file_witnesses = sealed.signed, sealed.testimony.witnessed if sealed.testimony else ()
    with making.finished.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    log_witnesses = [anchor for anchor in making.source.anchors if anchor.size == len(making.source.custody)]
    names = [anchor.name for anchor in log_witnesses]
    names += [signed.authority.name] if signed and signed.authority else []
    names += [witness.token.authority.name for witness in file_witnesses]
    own = {each.name: getattr(written, each.name) for each in fields(DossierResult)}
    return Exported(
        **own | {"size_bytes": making.finished.stat().st_size, "sha256": digest},
        tokens=sealed.tokens,
        signature=signed.level.value if signed else "",
        signed_at=signed.witnessed_at if signed else None,
        log_witnessed_at=min((anchor.witnessed_at for anchor in log_witnesses), default=None),
        file_witnessed_at=min((witness.token.witnessed_at for witness in file_witnesses), default=None),
        witnessed_by=tuple(dict.fromkeys(names)),
        failures=tuple(AuthorityFailure(each.authority, each.problem) for each in sealed.refusals),
    )


def _checked(path: Path, exported: Exported, options: ExportOptions, progress: Progress) -> Verdict:
    """Return what our own verifier says of the finished file.

    Raises IntegrityFailure("export-does-not-hold") unless that is what was to be expected.
    """
    from evidence_app.actions.verify import trusted, verify

    found = verify(path, (*options.authorities, *trusted()), Unwatched(progress))
    sealed = bool(exported.signature or exported.tokens)
    if found.failures or found.verdict is Verdict.CHANGED or (sealed and found.verdict is Verdict.UNCHECKED):
        code = found.failures[0].code if found.failures else found.verdict.value
        raise IntegrityFailure("export-does-not-hold", reason=code)
    return found.verdict


def dossier_source(session: Session, dispute_id: str) -> DossierSource:
    """Return everything of a dispute that may go into a dossier, the log as far as it is witnessed.

    Raises InputProblem("dispute-unknown").
    """
    with session.vault.read() as catalog:
        kept = catalog.kept_exhibits(dispute_id)
        anchors = catalog.anchors(dispute_id)
        return DossierSource(
            dispute=catalog.dispute(dispute_id),
            exhibits=tuple(exhibit for exhibit in kept if not exhibit.set_aside),
            events=tuple(catalog.events(dispute_id)),
            custody=tuple(witnessed_part(catalog.custody(dispute_id), anchors)),
            original=session.vault.originals.path,
            rendered=lambda exhibit, page_index: _rendered(session, exhibit, page_index),
            set_aside_count=sum(bool(exhibit.set_aside) for exhibit in kept),
            anchors=tuple(anchors),
        )


def _rendered(session: Session, exhibit: Exhibit, page_index: int) -> RenderedPage:
    """Have a worker draw what a PDF cannot carry: its decoders never run in this process."""
    lossy = exhibit.original.media.kind is not MediaKind.IMAGE or exhibit.original.media.mime in LOSSY_MIMES
    request = RenderRequest(
        page_index=page_index,
        width_px=PAGE_WIDTH_PX if exhibit.original.media.kind is MediaKind.PDF else 0,
        format="jpeg" if lossy else "png",
    )
    path = session.vault.originals.path(exhibit.original.sha256)
    return RenderedPage(session.import_decoders.render(path, request).result().data)


LOSSY_MIMES = frozenset({"image/jpeg", "image/heic", "image/heif", "image/avif", "image/webp"})
"""Pictures that were compressed with loss once: another careful JPEG looks the same and is a tenth of the size."""


def dossier_options(session: Session, options: ExportOptions, seal: Seal | None = None) -> DossierOptions:
    """Return the choices together with the moment at which they are carried out."""
    return DossierOptions(
        profile=options.profile,
        language=options.language,
        generated_at=export_time(session),
        period=options.period,
        exhibit_ids=options.exhibit_ids,
        prepared_by=options.prepared_by,
        seal=seal or Seal(),
    )


def export_time(session: Session) -> datetime:
    """Return the dossier's date: ``SOURCE_DATE_EPOCH`` (reproducible-builds.org) if set, else the present."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(fixed), UTC) if fixed.isdecimal() else session.now()


def _facts(source: DossierSource, options: ExportOptions, result: Exported) -> Mapping[str, Plain]:
    """Return what the log says of an export; also who did not witness it, though asked."""
    mark = checkpoint(source.dispute.id, source.custody)
    return {
        "dossier": result.dossier_id,
        "profile": options.profile,
        "language": options.language.value,
        "sha256": result.sha256,
        "bytes": result.size_bytes,
        "pages": result.page_count,
        "exhibits": result.exhibit_count,
        "checkpoint": mark.body().decode(),
        "signature": result.signature or "none",
        "verdict": result.verdict.value,
        "witnessed_by": list(result.witnessed_by),
        "not_witnessed_by": [f"{failure.authority.name}: {failure.problem.code}" for failure in result.failures],
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class PastExport:
    """A dossier that left the vault, as the custody log has it; ``at`` is in UTC.

    ``signature`` is the level, ``none`` for none, empty where an older version did not sign. ``witnessed_by`` names who
    witnessed its time.
    """

    seq: int
    at: datetime
    dossier_id: str
    profile: str
    language: str
    pages: int
    exhibits: int
    bytes: int
    sha256: str
    signature: str = ""
    witnessed_by: tuple[str, ...] = ()


def exports(session: Session, dispute_id: str) -> list[PastExport]:
    """Return the dossiers exported of a dispute, the last one first. Raises InputProblem("dispute-unknown")."""
    with session.vault.read() as catalog:
        entries = catalog.custody(catalog.dispute(dispute_id).id)
    return [found for entry in reversed(entries) if (found := _past(entry)) is not None]


def _past(entry: CustodyEntry) -> PastExport | None:
    """Return an export's facts; None for any other entry, and for one whose payload was erased or cannot be read."""
    if entry.kind is not CustodyKind.EXPORT or entry.payload is None:
        return None
    try:
        facts = json.loads(entry.payload)
        return PastExport(
            seq=entry.seq,
            at=entry.at,
            dossier_id=str(facts["dossier"]),
            profile=str(facts["profile"]),
            language=str(facts["language"]),
            pages=int(facts["pages"]),
            exhibits=int(facts["exhibits"]),
            bytes=int(facts["bytes"]),
            sha256=str(facts["sha256"]),
            signature=str(facts.get("signature", "")),
            witnessed_by=tuple(map(str, facts.get("witnessed_by", ()))),
        )
    except (ValueError, KeyError, TypeError):
        return None


__all__ = [
    "NO_SIGNATURE",
    "DossierResult",
    "ExportOptions",
    "Exported",
    "PastExport",
    "Signing",
    "SigningMode",
    "export_dossier",
    "exports",
]
