"""Exporting a dossier: witnessed, written, signed, checked again, and recorded as having left the vault."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from evidence_app.actions.anchor import anchor_dispute
from evidence_app.actions.contacts import address_book
from evidence_app.actions.continuity import showings
from evidence_app.actions.making import BAG_PLACE, DOSSIER, Exported, Making, checked
from evidence_app.actions.other_people import others_going_out
from evidence_app.actions.review import reviews
from evidence_app.actions.sealing import NO_SIGNATURE, Signing, SigningMode, key_for, seal_with
from evidence_app.actions.session import Session
from evidence_app.actions.workspace import documents_in, stated_in
from evidence_app.domain.anchors import Authority
from evidence_app.domain.custody import CustodyEntry, CustodyKind, Plain, checkpoint
from evidence_app.domain.exhibits import Exhibit, MediaKind
from evidence_app.domain.timeline import ALL_TIME, Period
from evidence_app.domain.witnessed import witnessed_part
from evidence_app.domain.workspace import LEAVABLE_SECTIONS
from evidence_app.dossier.source import DossierOptions, DossierResult, DossierSource, RenderedPage, Seal
from evidence_app.errors import EnvironmentProblem, InputProblem
from evidence_app.intake.pictures import RenderRequest
from evidence_app.phrases import Language
from evidence_app.processes.worker_process import CRASHED
from evidence_app.progress import Progress, Unwatched
from evidence_app.vault.storage import storage_problems

PAGE_WIDTH_PX = 1654
"""A4 width at 200 dpi: small print of contracts stays readable, pages stay under half a megabyte."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOptions:
    """What the person chose; ``exhibit_ids`` None means every exhibit of the period.

    ``authorities`` are asked to witness: that they are named is the consent. ``attach`` puts originals, log and scripts
    into the PDF. ``in_bag`` is for looking before an export, whose ``out`` tells whether it is one. ``without``
    are sections that are left out, of `LEAVABLE_SECTIONS`. ``only_theirs`` leaves out what of imported exports is with
    other people, and the originals of those exports, unless ``whole_exports``.
    """

    profile: str
    language: Language
    period: Period = ALL_TIME
    exhibit_ids: tuple[str, ...] | None = None
    prepared_by: str = ""
    authorities: tuple[Authority, ...] = ()
    signing: Signing = Signing()
    attach: bool = True
    in_bag: bool = False
    without: frozenset[str] = frozenset()
    only_theirs: bool = False
    whole_exports: bool = False


def export_dossier(
    session: Session, dispute_id: str, out: Path, options: ExportOptions, progress: Progress
) -> Exported:
    """Write the dossier of a dispute as it is now; ``out`` is replaced only by a finished file, checked again.

    ``out`` ending in ``.pdf`` is the PDF, with its tokens beside it; ``.zip``, or a name without an ending, is the bag.
    No authority's failure stops it: what was not witnessed is said, in the result and in the log.
    Raises InputProblem (``dispute-unknown``, ``profile-unknown``, ``theirs-unknown``, ``out-…``, ``pkcs12-…``,
    ``signing-passphrase``), EnvironmentProblem (disk, ``vault-read-only``, ``signing-failed``), IntegrityFailure if an
    original is not what was added, or the finished file does not hold, Cancelled. Then nothing new is at ``out``, and
    no export in the log.
    """
    from evidence_app.actions.placing import is_bag, put, settle
    from evidence_app.dossier.workplace import workplace

    bagged = is_bag(out)
    options = replace(options, in_bag=bagged)
    if session.read_only:
        raise EnvironmentProblem("vault-read-only", folder=str(session.folder))
    key = key_for(options.signing, options.prepared_by)
    anchored = anchor_dispute(session, dispute_id, options.authorities, Unwatched(progress))
    silent = [failure.authority for failure in anchored.failures]
    alive = [authority for authority in options.authorities if authority not in silent]
    source = dossier_source(session, dispute_id)
    chosen = dossier_options(session, options, seal_with(key, alive, silent))
    making = Making(source, chosen, key, options.signing, alive, options.attach, progress)
    with storage_problems(out), workplace(out.parent) as folder:
        exported, made, tokens = _made(making, folder, out, bagged=bagged)
        verdict = checked(made, exported, options.authorities, progress)
        failures = (*anchored.failures, *exported.failures)
        beside = tuple(out.with_name(token.name) for token in tokens)
        others = others_going_out(source, chosen, originals=options.attach or bagged)
        told = replace(exported, others=others, verdict=verdict, failures=failures)
        exported = replace(told, path=out, out=out, tokens=beside)
        settle((made, *tokens))
        progress.check()
        with session.vault.change() as tx:  # nothing leaves the vault of which it cannot keep a record
            tx.log_export(dispute_id, _facts(source, options, exported))
            put(made, tokens, out)
    return exported


def _made(making: Making, folder: Path, out: Path, *, bagged: bool) -> tuple[Exported, Path, tuple[Path, ...]]:
    """Make the PDF, or the bag; return what came of it, where it lies, and the tokens beside it."""
    exported = making.dossier(folder / (DOSSIER if bagged else out.name))
    if not bagged:
        return exported, exported.path, exported.tokens
    made = folder / BAG_PLACE / out.name  # in a folder of its own: it may have any name
    made.parent.mkdir()
    making.bag(exported, made)
    return exported, made, ()


def dossier_source(session: Session, dispute_id: str) -> DossierSource:
    """Return everything of a dispute that may go into a dossier, the log as far as it is witnessed.

    Raises InputProblem("dispute-unknown").
    """
    contacts = address_book(session, dispute_id)
    with session.vault.read() as catalog:
        kept = catalog.kept_exhibits(dispute_id)
        anchors = catalog.anchors(dispute_id)
        dispute, events = catalog.dispute(dispute_id), tuple(catalog.events(dispute_id))
        exhibits = tuple(exhibit for exhibit in kept if not exhibit.set_aside)
        return DossierSource(
            dispute=dispute,
            exhibits=exhibits,
            events=events,
            custody=tuple(witnessed_part(catalog.custody(dispute_id), anchors)),
            original=session.vault.originals.path,
            rendered=lambda exhibit, page_index: _rendered(session, exhibit, page_index),
            set_aside_count=sum(bool(exhibit.set_aside) for exhibit in kept),
            anchors=tuple(anchors),
            tokens=tuple(catalog.exhibit_tokens(dispute_id)),
            showings=tuple(showings(catalog, dispute, exhibits, events)),
            readings=tuple(each for each in reviews(catalog, dispute_id) if not each.was_imported),
            happenings=tuple(catalog.happenings(dispute_id)),
            stated=stated_in(catalog, dispute_id),
            documents=documents_in(catalog, dispute_id),
            selections=tuple(catalog.selections(dispute_id)),
            contacts=contacts,
            touched=catalog.touched_events(dispute_id),
        )


def _rendered(session: Session, exhibit: Exhibit, page_index: int) -> RenderedPage:
    """Have a worker draw what a PDF cannot carry: its decoders never run in this process.

    A worker that died or could not be started gets a successor once: it may have been short of memory for a moment.
    """
    lossy = exhibit.original.media.kind is not MediaKind.IMAGE or exhibit.original.media.mime in LOSSY_MIMES
    request = RenderRequest(
        page_index=page_index,
        width_px=PAGE_WIDTH_PX if exhibit.original.media.kind is MediaKind.PDF else 0,
        format="jpeg" if lossy else "png",
    )
    path = session.vault.originals.path(exhibit.original.sha256)
    try:
        return RenderedPage(session.import_decoders.render(path, request).result().data)
    except InputProblem as problem:
        if problem.code != CRASHED:
            raise
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
        without=options.without & LEAVABLE_SECTIONS,
        only_theirs=options.only_theirs,
        whole_exports=options.whole_exports,
        seal=replace(seal or Seal(), in_bag=options.in_bag),
    )


def export_time(session: Session) -> datetime:
    """Return the dossier's date: ``SOURCE_DATE_EPOCH`` (reproducible-builds.org) if set, else the present."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(fixed), UTC) if fixed.isdecimal() else session.now()


def _facts(source: DossierSource, options: ExportOptions, result: Exported) -> Mapping[str, Plain]:
    """Return what the log says of an export; also who did not witness it, though asked."""
    mark = checkpoint(source.dispute.id, source.custody)
    chosen: dict[str, Plain] = {"only_theirs": 1, "whole_exports": int(options.whole_exports)}
    return (chosen if options.only_theirs else {}) | {
        "dossier": result.dossier_id,
        "profile": options.profile,
        "language": options.language.value,
        "sha256": result.sha256,
        "bytes": result.size_bytes,
        "pages": result.page_count,
        "exhibits": result.exhibit_count,
        "checkpoint": mark.body().decode(),
        "form": "bag" if options.in_bag else "pdf",
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
