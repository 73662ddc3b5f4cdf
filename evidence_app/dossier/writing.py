"""The one door: write a dossier, whole or not at all."""

import hashlib
import tempfile
from collections.abc import Iterator
from pathlib import Path

from evidence_app.dossier.blocks import Typesetter
from evidence_app.dossier.book import section_anchor
from evidence_app.dossier.content import Content, select
from evidence_app.dossier.gathering import gather
from evidence_app.dossier.layout import lay_out
from evidence_app.dossier.page import PAPERS, Flow
from evidence_app.dossier.pictures.store import PictureStore
from evidence_app.dossier.profiles import load_profile
from evidence_app.dossier.source import DossierOptions, DossierResult, DossierSource, SectionStart
from evidence_app.dossier.wording import Wording
from evidence_app.errors import InputProblem
from evidence_app.progress import Progress
from evidence_app.vault.storage import storage_problems, sync_file, sync_folder

ROOT_CHARACTERS = 8
PHASES = 3  # of progress, each one file long for each exhibit: its picture, its place, its drawing


def write_dossier(
    source: DossierSource, options: DossierOptions, out: Path, progress: Progress, *, durable: bool = True
) -> DossierResult:
    """Write the PDF to ``out``, replacing a file there only when the new one is complete and on disk.

    With ``durable`` false the disk is not waited for: what is only looked at may be lost with the power.
    Equal sources, options and moments give equal bytes. Slow: never on the UI thread. Units of progress are files.
    Raises InputProblem("profile-unknown" | "exhibit-unknown" | "out-folder-missing" | "out-is-folder"),
    IntegrityFailure("original-changed" | "original-missing"), EnvironmentProblem("original-unreadable", or a code of
    the disk) and Cancelled; then nothing is left behind and ``out`` is as it was.
    """
    _check_place(out)
    content = select(source, options, load_profile(options.profile))
    progress.start(PHASES * len(content.exhibits), "file")
    with storage_problems(out), tempfile.TemporaryDirectory(prefix=".juzheng-", dir=out.parent) as folder:
        finished = Path(folder) / "dossier.pdf"
        flow = _build(source, options, content, finished, progress)
        size, digest = _settled(finished, durable=durable)
        progress.check()
        finished.replace(out)
        if durable:
            sync_folder(out.parent)
    return DossierResult(
        path=out,
        page_count=len(flow.pages),
        size_bytes=size,
        sha256=digest,
        exhibit_count=len(content.exhibits),
        event_count=len(content.events),
        dossier_id=content.dossier_id,
        sections=tuple(_sections(content, flow)),
        page_width_pt=flow.sheet.width,
        page_height_pt=flow.sheet.height,
    )


def _sections(content: Content, flow: Flow) -> Iterator[SectionStart]:
    for code in content.profile.sections:
        yield SectionStart(code, flow.anchors[section_anchor(code)].page_index)


def _check_place(out: Path) -> None:
    if out.is_dir():
        raise InputProblem("out-is-folder", path=str(out))
    if not out.parent.is_dir():
        raise InputProblem("out-folder-missing", folder=str(out.parent))


def _build(
    source: DossierSource, options: DossierOptions, content: Content, finished: Path, progress: Progress
) -> Flow:
    from evidence_app.dossier.assembly import Metadata, assemble
    from evidence_app.dossier.drawing import Running, draw

    words = Wording(options.language, content.dispute.zone)
    setter = Typesetter(options.language, PAPERS[content.profile.paper])
    with PictureStore(finished.with_name("pictures.pdf")) as store:
        pictures = gather(source, content.exhibits, store, content.profile.pages_per_exhibit, progress)
        store.finish()
    flow = lay_out(content, words, setter, pictures, progress)
    root = content.checkpoint.root.hex()[:ROOT_CHARACTERS]
    foot = words("footer.root", root=root, profile=words(f"profile.{content.profile.code}"))
    running = Running(content.dispute.title, words("title.subject", id=content.dossier_id), foot)
    drawn = draw(flow, setter, running, progress)
    title = setter.bookmark_title(f"{content.dispute.title} – {words('title.dossier')}")
    author = setter.bookmark_title(content.prepared_by)
    about = Metadata(title, options.language, content.generated_at, author)
    assemble(drawn, flow, store.path, finished, about, progress)
    progress.advance(len(content.exhibits))
    return flow


def _settled(path: Path, *, durable: bool) -> tuple[int, str]:
    """Put a file's bytes on the disk; return their number and SHA-256."""
    with path.open("rb+") as file:
        if durable:
            sync_file(file.fileno())
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return path.stat().st_size, digest
