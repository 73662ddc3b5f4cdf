"""Files inside the PDF: their bytes go from disk to disk, checked on the way, and the catalog names them."""

import hashlib
import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from evidence_app.dossier.pictures.store import PictureStore
from evidence_app.errors import EnvironmentProblem, IntegrityFailure
from evidence_app.progress import Progress
from evidence_app.proof.enclosures import Enclosure

if TYPE_CHECKING:
    from pikepdf import Pdf

CHUNK_BYTES = 1 << 20
ANY_MIME = "application/octet-stream"
"""What ISO 19005-3 6.8 prescribes where the type is not known."""

PLAIN_MIME = re.compile(r"[a-z0-9][a-z0-9.+-]*/[a-z0-9][a-z0-9.+-]*")


@dataclass(frozen=True, slots=True)
class StoredFile:
    """An enclosed file and the key under which its bytes lie in the store."""

    enclosure: Enclosure
    key: int


def store_files(
    enclosures: Iterable[Enclosure], store: PictureStore, stamp: str, progress: Progress
) -> list[StoredFile]:
    """Write the files into the store, as they are; texts made for this dossier are compressed.

    ``stamp`` is the moment of the dossier as a PDF date. Originals are screenshots, films and PDFs, which no
    compression makes smaller.
    Raises IntegrityFailure("original-changed" | "original-missing"), EnvironmentProblem("original-unreadable"),
    Cancelled.
    """
    return [StoredFile(each, _stored(each, store, stamp, progress)) for each in enclosures]


def _stored(enclosure: Enclosure, store: PictureStore, stamp: str, progress: Progress) -> int:
    mime = enclosure.mime if PLAIN_MIME.fullmatch(enclosure.mime) else ANY_MIME
    about = f"/Type /EmbeddedFile /Subtype /{mime.replace('/', '#2F')} "
    about += f"/Params << /Size {enclosure.size} /ModDate ({stamp}) >>"
    if enclosure.data is not None:
        packed = zlib.compress(enclosure.data, 9)
        return store.add_stream(f"{about} /Filter /FlateDecode", len(packed), [packed])
    return store.add_stream(about, enclosure.size, _checked(enclosure, progress))


def _checked(enclosure: Enclosure, progress: Progress) -> Iterator[bytes]:
    """Yield a file's bytes, and raise at the end unless they are what was recorded."""
    digest, size = hashlib.sha256(), 0
    try:
        for chunk in _chunks(enclosure):
            progress.check()
            digest.update(chunk)
            size += len(chunk)
            if size > enclosure.size:
                break
            yield chunk
    except FileNotFoundError as error:
        raise IntegrityFailure("original-missing", name=enclosure.name) from error
    if size != enclosure.size or digest.hexdigest() != enclosure.sha256:
        raise IntegrityFailure("original-changed", name=enclosure.name)


def _chunks(enclosure: Enclosure) -> Iterator[bytes]:
    """Yield a file's bytes. What cannot be read is told of here: a disk's errors elsewhere are those of the output."""
    if enclosure.path is None:
        return
    try:
        with enclosure.path.open("rb") as file:
            while chunk := file.read(CHUNK_BYTES):
                yield chunk
    except FileNotFoundError:
        raise
    except OSError as error:
        path = str(enclosure.path)
        raise EnvironmentProblem("original-unreadable", path=path, name=enclosure.name) from error


def attach(pdf: "Pdf", files: Sequence[StoredFile]) -> None:
    """Name the files in the catalog: by name for every viewer, and as what the dossier rests on (``/AF``)."""
    from pikepdf import Array, Dictionary, Name, String

    specifications = {
        file.enclosure.name: pdf.make_indirect(
            Dictionary(
                Type=Name.Filespec,
                F=String(file.enclosure.name),
                UF=String(file.enclosure.name),
                Desc=String(file.enclosure.description),
                AFRelationship=Name(f"/{file.enclosure.relationship.value}"),
                EF=Dictionary(F=pdf.get_object(file.key, 0), UF=pdf.get_object(file.key, 0)),
            )
        )
        for file in files
    }
    if not specifications:
        return
    named = [part for name in sorted(specifications) for part in (String(name), specifications[name])]
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array(named)))
    pdf.Root.AF = Array(list(specifications.values()))
