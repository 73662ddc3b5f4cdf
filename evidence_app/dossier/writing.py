"""The one door: write a dossier, whole or not at all."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path

from evidence_app.collecting import collector_resting
from evidence_app.dossier.attachments import store_files
from evidence_app.dossier.blocks import Typesetter
from evidence_app.dossier.book import exhibit_anchor, section_anchor
from evidence_app.dossier.content import Content
from evidence_app.dossier.gathering import StoredPicture, expected, gather, pages_shown
from evidence_app.dossier.layout import lay_out
from evidence_app.dossier.page import PAPERS, Flow
from evidence_app.dossier.pictures.store import PictureStore
from evidence_app.dossier.profiles import load_profile
from evidence_app.dossier.selecting import select
from evidence_app.dossier.source import DossierOptions, DossierResult, DossierSource, SectionStart, Undrawn
from evidence_app.dossier.wording import Wording
from evidence_app.dossier.workplace import workplace
from evidence_app.errors import InputProblem
from evidence_app.progress import Progress
from evidence_app.proof.enclosures import Enclosure
from evidence_app.rules.territories import home_of, territory_of
from evidence_app.vault.storage import storage_problems, sync_file, sync_folder

ROOT_CHARACTERS = 8
PAGES_OF_A_BEGINNING = 8
WORTH_A_BEGINNING = 4
"""Times the exhibits of a beginning that a dossier must have: below that the whole is there nearly as soon."""

MOSTLY_TEXT = 6_000
"""Events and custody entries from which on text takes longer than pictures: the beginning would need it all, too."""

PHASES = 3  # of progress, each one file long for each exhibit: its picture, its place, its drawing


def write_dossier(
    source: DossierSource,
    options: DossierOptions,
    out: Path,
    progress: Progress,
    enclosures: Sequence[Enclosure] = (),
    *,
    durable: bool = True,
) -> DossierResult:
    """Write the PDF/A-3b to ``out``, replacing a file there only when the new one is complete and on disk.

    ``enclosures`` are attached to it, in their order, under their names.
    With ``durable`` false the disk is not waited for: what is only looked at may be lost with the power.
    Equal sources, options and moments give equal bytes. Slow: never on the UI thread. Units of progress are files.
    Raises InputProblem("profile-unknown" | "exhibit-unknown" | "out-folder-missing" | "out-is-folder"),
    IntegrityFailure("original-changed" | "original-missing"), EnvironmentProblem("original-unreadable", or a code of
    the disk) and Cancelled; then nothing is left behind and ``out`` is as it was.
    """
    _check_place(out)
    selected = select(source, options, load_profile(options.profile))
    content = replace(selected, enclosures=tuple(enclosures))
    progress.start(PHASES * len(content.exhibits), "file")
    with (
        storage_problems(out),
        collector_resting(),  # a large dossier is a million objects, none of them garbage
        workplace(out.parent) as folder,
    ):
        finished = folder / "dossier.pdf"
        built = _build(source, options, content, finished, progress)
        size, digest = _settled(finished, durable=durable)
        progress.check()
        finished.replace(out)
        if durable:
            sync_folder(out.parent)
    return _result(content, built, out, size, digest)


def write_beginning(
    source: DossierSource, options: DossierOptions, out: Path, progress: Progress, enclosures: Sequence[Enclosure] = ()
) -> tuple[DossierResult, int] | None:
    """Write the first pages to a new file ``out``, up to the first few exhibits; return how many they are.

    Nothing is attached to it, though its pages tell of what will be.

    They are those of the whole dossier, which the result tells about, as far as the sizes of the other exhibits'
    pictures are known without looking at them. None where the whole is not much larger. Raises as `write_dossier`.
    """
    selected = select(source, options, load_profile(options.profile))
    content = replace(selected, enclosures=tuple(enclosures))
    shown = _first_exhibits(content)
    if len(content.exhibits) < WORTH_A_BEGINNING * shown or len(content.events) + len(content.log) > MOSTLY_TEXT:
        return None
    with (
        storage_problems(out),
        collector_resting(),  # a large dossier is a million objects, none of them garbage
        workplace(out.parent) as folder,
    ):
        finished = folder / "dossier.pdf"
        built = _build(source, options, content, finished, progress, shown=shown)
        finished.replace(out)
    return _result(content, built, out, 0, ""), built.page_count


def _first_exhibits(content: Content) -> int:
    """Return how many exhibits a beginning shows: their pages fill a few screens and are drawn in a moment."""
    pages = accumulate(pages_shown(exhibit, content.most_pages(exhibit)) for exhibit in content.exhibits)
    return max(1, sum(count <= PAGES_OF_A_BEGINNING for count in pages))


@dataclass(frozen=True, slots=True)
class _Built:
    """All pages, how many of them are written, and the pictures by exhibit id."""

    flow: Flow
    page_count: int
    pictures: Mapping[str, Sequence[StoredPicture]]


def _result(content: Content, built: _Built, out: Path, size_bytes: int, sha256: str) -> DossierResult:
    flow = built.flow
    return DossierResult(
        path=out,
        page_count=len(flow.pages),
        size_bytes=size_bytes,
        sha256=sha256,
        exhibit_count=len(content.exhibits),
        event_count=len(content.events),
        dossier_id=content.dossier_id,
        sections=tuple(_sections(content, flow)),
        page_width_pt=flow.sheet.width,
        page_height_pt=flow.sheet.height,
        undrawn=tuple(_undrawn(content, built.pictures)),
    )


def _undrawn(content: Content, pictures: Mapping[str, Sequence[StoredPicture]]) -> Iterator[Undrawn]:
    for exhibit in content.exhibits:
        problems = [picture.problem for picture in pictures[exhibit.id] if picture.problem]
        if problems:
            yield Undrawn(exhibit.number, len(problems), problems[0])


def _sections(content: Content, flow: Flow) -> Iterator[SectionStart]:
    for code in content.sections:
        yield SectionStart(code, flow.anchors[section_anchor(code)].page_index)


def _check_place(out: Path) -> None:
    if out.is_dir():
        raise InputProblem("out-is-folder", path=str(out))
    if not out.parent.is_dir():
        raise InputProblem("out-folder-missing", folder=str(out.parent))


def _build(
    source: DossierSource,
    options: DossierOptions,
    content: Content,
    finished: Path,
    progress: Progress,
    *,
    shown: int | None = None,
) -> _Built:
    """Write the pages up to the first ``shown`` exhibits, None for all."""
    from evidence_app.dossier.assembly import Metadata, Stored, assemble
    from evidence_app.dossier.drawing import Running, draw

    words = Wording(options.language, content.dispute.zone, territory_of(home_of(content.dispute)))
    setter = Typesetter(options.language, PAPERS[content.profile.paper])
    title = setter.bookmark_title(f"{content.dispute.title} – {words('title.dossier')}")
    author = setter.bookmark_title(content.prepared_by)
    about = Metadata(title, options.language, content.generated_at, author, content.seal.beside)
    with PictureStore(finished.with_name("pictures.pdf")) as store:
        pictures = gather(source, content.exhibits[:shown], store, content.most_pages, progress)
        files = store_files(content.enclosures if shown is None else (), store, about.stamp, progress)
        store.finish()
    if shown is not None:
        pictures |= {exhibit.id: expected(exhibit, content.most_pages(exhibit)) for exhibit in content.exhibits[shown:]}
    flow = lay_out(content, words, setter, pictures, progress)
    root = content.checkpoint.root.hex()[:ROOT_CHARACTERS]
    foot = words("footer.root", root=root, profile=words(f"profile.{content.profile.code}"))
    running = Running(content.dispute.title, words("title.subject", id=content.dossier_id), foot)
    ends = len(flow.pages) if shown is None else flow.anchors[exhibit_anchor(content.exhibits[shown])].page_index
    drawn = draw(flow, setter, running, progress, ends)
    assemble(drawn, flow, Stored(store.path, files), finished, about, progress)
    progress.advance(len(content.exhibits))
    return _Built(flow, ends, pictures)


def _settled(path: Path, *, durable: bool) -> tuple[int, str]:
    """Put a file's bytes on the disk; return their number and SHA-256."""
    with path.open("rb+") as file:
        if durable:
            sync_file(file.fileno())
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return path.stat().st_size, digest
