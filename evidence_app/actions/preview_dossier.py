"""A dossier to look at before it is exported: the real file, in a place of its own, never in the custody log."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from evidence_app.actions.dossier_readiness import Readiness, readiness_of
from evidence_app.actions.export_dossier import ExportOptions, dossier_options, dossier_source
from evidence_app.actions.sealing import seal_foreseen
from evidence_app.actions.session import Session
from evidence_app.actions.size_limits import SizeLimit, limits_exceeded
from evidence_app.dossier.source import DossierResult, SectionStart
from evidence_app.intake.pictures import Picture, RenderRequest
from evidence_app.progress import Progress, Unwatched
from evidence_app.vault.storage import storage_problems


@dataclass(frozen=True, slots=True)
class Preview:
    """A dossier that can be looked at until it is discarded. ``dossier.path`` is its file.

    ``page_count`` is how many of its pages are there: fewer than it has while it is only the beginning, of which size
    and hash are not known. ``too_large_for`` are the limits of recipients that it exceeds.
    """

    dossier: DossierResult
    page_count: int
    too_large_for: tuple[SizeLimit, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether all pages are there."""
        return self.page_count == self.dossier.page_count


def preview_dossier(
    session: Session,
    dispute_id: str,
    options: ExportOptions,
    progress: Progress,
    counted: Callable[[Readiness], object] = lambda _: None,
    begun: Callable[[Preview], object] | None = None,
) -> Preview:
    """Write the dossier that an export with these choices would give, among the vault's temporary files.

    Before that ``counted`` gets what it discloses and lacks. Of a large one ``begun`` then gets the beginning, a
    preview of its own, to be looked at and discarded like any other. Works in a vault that is open for reading only.
    Raises as `export_dossier` does.
    """
    from evidence_app.dossier.enclosing import enclose, inside
    from evidence_app.dossier.writing import write_beginning, write_dossier

    source = dossier_source(session, dispute_id)
    seal = seal_foreseen(options.signing, options.prepared_by, options.authorities)
    chosen = dossier_options(session, options, seal)
    counted(readiness_of(source, chosen, attach=options.attach))
    enclosures = inside(enclose(source, chosen)) if options.attach else []
    if begun is not None:
        with _place(session) as out:
            beginning = write_beginning(source, chosen, out, Unwatched(progress), enclosures)
        if beginning is None:
            _discard(out)
        else:
            begun(Preview(*beginning))
    with _place(session) as out:
        dossier = write_dossier(source, chosen, out, progress, enclosures, durable=False)
    return Preview(dossier, dossier.page_count, limits_exceeded(dossier.size_bytes))


@contextmanager
def _place(session: Session) -> Iterator[Path]:
    """Give a path for a new file in a folder of its own, which goes again if that fails.

    Raises EnvironmentProblem("vault-closed") if it was closed meanwhile: nobody would delete the file then.
    """
    folder = session.scratch_folder()
    with storage_problems(folder):
        out = Path(tempfile.mkdtemp(prefix="preview-", dir=folder)) / "dossier.pdf"
    try:
        yield out
        session.scratch_folder()
    except BaseException:
        _discard(out)
        raise


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
