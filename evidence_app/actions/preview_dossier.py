"""A dossier to look at before it is exported: the real file, in a place of its own, never in the custody log."""

import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from evidence_app.actions.export_dossier import ExportOptions, dossier_options, dossier_source
from evidence_app.actions.session import Session
from evidence_app.actions.size_limits import SizeLimit, limits_exceeded
from evidence_app.dossier.source import DossierResult, SectionStart
from evidence_app.intake.pictures import Picture, RenderRequest
from evidence_app.progress import Progress
from evidence_app.vault.storage import storage_problems


@dataclass(frozen=True, slots=True)
class Preview:
    """A dossier that can be looked at until it is discarded. ``dossier.path`` is its file.

    ``too_large_for`` are the limits of recipients that it exceeds.
    """

    dossier: DossierResult
    too_large_for: tuple[SizeLimit, ...]


def preview_dossier(session: Session, dispute_id: str, options: ExportOptions, progress: Progress) -> Preview:
    """Write the dossier that an export with these choices would give, among the vault's temporary files.

    Works in a vault that is open for reading only. Raises as `export_dossier` does.
    """
    from evidence_app.dossier.writing import write_dossier

    source = dossier_source(session, dispute_id)
    folder = session.scratch_folder()
    with storage_problems(folder):
        place = Path(tempfile.mkdtemp(prefix="preview-", dir=folder))
    out = place / "dossier.pdf"
    try:
        dossier = write_dossier(source, dossier_options(session, options), out, progress, durable=False)
    except BaseException:
        _discard(out)
        raise
    return Preview(dossier, limits_exceeded(dossier.size_bytes))


def page_picture(session: Session, preview: Preview, page_index: int, width_px: int) -> Picture:
    """Return one page, drawn by a worker process because pictures of the evidence are in it. Blocks.

    Raises InputProblem, also ``file-vanished`` once the preview is discarded.
    """
    request = RenderRequest(page_index=page_index, width_px=width_px, format="rgb")
    return session.view_decoders.render(preview.dossier.path, request).result()


def discard_preview(preview: Preview) -> None:
    """Delete a preview's file; what cannot be deleted now goes when the vault is closed."""
    _discard(preview.dossier.path)


def _discard(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)
        path.parent.rmdir()


__all__ = ["Preview", "SectionStart", "SizeLimit", "discard_preview", "page_picture", "preview_dossier"]
