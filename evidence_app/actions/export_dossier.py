"""Exporting a dossier, and recording that it left the vault."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from evidence_app.actions.session import Session
from evidence_app.domain.custody import CustodyEntry, CustodyKind, Plain, checkpoint
from evidence_app.domain.exhibits import Exhibit, MediaKind
from evidence_app.domain.timeline import ALL_TIME, Period
from evidence_app.dossier.source import DossierOptions, DossierResult, DossierSource, RenderedPage
from evidence_app.errors import EnvironmentProblem, InputProblem
from evidence_app.intake.pictures import RenderRequest
from evidence_app.phrases import Language
from evidence_app.progress import Progress

PAGE_WIDTH_PX = 1654
"""A4 width at 200 dpi: small print of contracts stays readable, pages stay under half a megabyte."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOptions:
    """What the person chose; ``exhibit_ids`` None means every exhibit of the period."""

    profile: str
    language: Language
    period: Period = ALL_TIME
    exhibit_ids: tuple[str, ...] | None = None
    prepared_by: str = ""


def export_dossier(
    session: Session, dispute_id: str, out: Path, options: ExportOptions, progress: Progress
) -> DossierResult:
    """Write the dossier of a dispute as it is now; ``out`` is replaced only by a finished file.

    Raises InputProblem (``dispute-unknown``, ``profile-unknown``, ``out-not-pdf``), EnvironmentProblem (disk,
    ``vault-read-only``), IntegrityFailure if an original is not what was added, Cancelled.
    """
    from evidence_app.dossier.writing import write_dossier

    if out.suffix.lower() != ".pdf":
        raise InputProblem("out-not-pdf", path=str(out))
    if session.read_only:
        raise EnvironmentProblem("vault-read-only", folder=str(session.folder))
    source = dossier_source(session, dispute_id)
    result = write_dossier(source, dossier_options(session, options), out, progress)
    with session.vault.change() as tx:
        tx.log_export(dispute_id, _facts(source, options, result))
    return result


def dossier_source(session: Session, dispute_id: str) -> DossierSource:
    """Return everything of a dispute that may go into a dossier. Raises InputProblem("dispute-unknown")."""
    with session.vault.read() as catalog:
        kept = catalog.kept_exhibits(dispute_id)
        return DossierSource(
            dispute=catalog.dispute(dispute_id),
            exhibits=tuple(exhibit for exhibit in kept if not exhibit.set_aside),
            events=tuple(catalog.events(dispute_id)),
            custody=tuple(catalog.custody(dispute_id)),
            original=session.vault.originals.path,
            rendered=lambda exhibit, page_index: _rendered(session, exhibit, page_index),
            set_aside_count=sum(bool(exhibit.set_aside) for exhibit in kept),
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


def dossier_options(session: Session, options: ExportOptions) -> DossierOptions:
    """Return the choices together with the moment at which they are carried out."""
    return DossierOptions(
        profile=options.profile,
        language=options.language,
        generated_at=export_time(session),
        period=options.period,
        exhibit_ids=options.exhibit_ids,
        prepared_by=options.prepared_by,
    )


def export_time(session: Session) -> datetime:
    """Return the dossier's date: ``SOURCE_DATE_EPOCH`` (reproducible-builds.org) if set, else the present."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(fixed), UTC) if fixed.isdecimal() else session.now()


def _facts(source: DossierSource, options: ExportOptions, result: DossierResult) -> Mapping[str, Plain]:
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
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class PastExport:
    """A dossier that left the vault, as the custody log has it; ``at`` is in UTC."""

    seq: int
    at: datetime
    dossier_id: str
    profile: str
    language: str
    pages: int
    exhibits: int
    bytes: int
    sha256: str


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
        )
    except (ValueError, KeyError, TypeError):
        return None


__all__ = ["DossierResult", "ExportOptions", "PastExport", "export_dossier", "exports"]
