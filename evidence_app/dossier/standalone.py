"""Writing laid-out pages as a PDF of their own: a report, a letter."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from evidence_app.dossier.blocks import Typesetter
from evidence_app.dossier.page import Flow
from evidence_app.dossier.pictures.store import PictureStore
from evidence_app.dossier.workplace import workplace
from evidence_app.errors import InputProblem
from evidence_app.phrases import Language
from evidence_app.progress import Silent
from evidence_app.vault.storage import storage_problems, sync_file, sync_folder


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a document says of itself: ``head`` and ``foot`` stand on every page, ``at`` is when it was made.

    Where ``head`` is None the title stands there, where it is empty nothing does.
    """

    title: str
    at: datetime
    language: Language
    foot: str = ""
    head: str | None = None


def write_flow(flow: Flow, setter: Typesetter, imprint: Imprint, out: Path) -> None:
    """Write pages as PDF/A, replacing a file there only with a finished one.

    Raises InputProblem("out-is-folder" | "out-folder-missing"), EnvironmentProblem (disk).
    """
    from evidence_app.dossier.assembly import Metadata, Stored, assemble
    from evidence_app.dossier.drawing import Running, draw

    require_place(out)
    head = imprint.title if imprint.head is None else imprint.head
    with storage_problems(out), workplace(out.parent) as folder:
        finished = folder / "pages.pdf"
        with PictureStore(folder / "pictures.pdf") as store:
            store.finish()
        drawn = draw(flow, setter, Running(head, "", imprint.foot), Silent(), len(flow.pages))
        about = Metadata(setter.bookmark_title(imprint.title), imprint.language, imprint.at, "")
        assemble(drawn, flow, Stored(store.path), finished, about, Silent())
        with finished.open("rb+") as file:
            sync_file(file.fileno())
        finished.replace(out)
        sync_folder(out.parent)


def require_place(out: Path) -> None:
    """Refuse a folder, or a place in a folder that is not there. Raises InputProblem."""
    if out.is_dir():
        raise InputProblem("out-is-folder", path=str(out))
    if not out.parent.is_dir():
        raise InputProblem("out-folder-missing", folder=str(out.parent))
