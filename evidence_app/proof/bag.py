"""A bag (BagIt, RFC 8493): the dossier, its proofs and the originals in one folder or ZIP, with a list of hashes.

What is in it can be checked with `sha256sum`, `openssl` and Python alone; `VERIFY.txt` says how. Equal parts and
moments give equal bytes.
"""

import hashlib
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Protocol

from evidence_app import __version__
from evidence_app.errors import EnvironmentProblem, IntegrityFailure
from evidence_app.progress import Progress
from evidence_app.proof.enclosures import EXHIBIT_TOKEN, Enclosure, Relationship, token_name
from evidence_app.vault.storage import storage_problems, sync_file, sync_folder

PAYLOAD = "data"
DOSSIER = "dossier.pdf"
ORIGINALS = "originals"

DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
ALGORITHM = "sha256"

CHUNK_BYTES = 1 << 20
LARGEST_PLAIN_ZIP_BYTES = (1 << 31) - 1
"""Larger members need ZIP64, which has to be known before they are written."""

REGULAR_FILE = 0o100644 << 16  # as Unix tools store it in a ZIP
EARLIEST_ZIP_YEAR = 1980  # MS-DOS time begins there


@dataclass(frozen=True, slots=True, kw_only=True)
class BagParts:
    """Everything that goes into a bag.

    ``dossier`` is the finished PDF and ``dossier_tokens`` the tokens over it, the first witness first. ``instructions``
    are texts by file name. ``generated_at`` is the dossier's own moment, aware.
    """

    dossier: Path
    dossier_tokens: Sequence[bytes]
    enclosures: Sequence[Enclosure]
    instructions: Mapping[str, bytes]
    dispute_id: str
    dossier_id: str
    generated_at: datetime


class _Writer(Protocol):
    """Where files go: a folder or a ZIP."""

    def write(self, name: str, size: int, chunks: Iterable[bytes]) -> None:
        """Write one file; ``name`` has ``/`` between folders."""


def write_bag(out: Path, parts: BagParts, progress: Progress, *, name: str = "") -> None:
    """Write a bag to ``out``, which must not exist yet: a ZIP if it ends in ``.zip``, else a folder.

    In a ZIP all lies in one folder, ``name`` or what ``out`` is called. Units of progress are bytes. What is left
    after an error is unfinished: whoever calls puts it into a folder of its own and renames it when it is done.
    Raises IntegrityFailure("original-changed" | "original-missing"), EnvironmentProblem (disk), Cancelled.
    """
    files = list(_payload(parts))
    progress.start(sum(file.size for file in files), "byte")
    with storage_problems(out), _writer(out, name or out.stem, parts.generated_at) as writer:
        hashes = {f"{PAYLOAD}/{file.name}": _written(writer, file, progress) for file in files}
        tags = {
            "bagit.txt": DECLARATION,
            "bag-info.txt": _info(parts, files),
            f"manifest-{ALGORITHM}.txt": _manifest(hashes),
            **parts.instructions,
        }
        listed = {tag: hashlib.sha256(data).hexdigest() for tag, data in tags.items()}
        for tag, data in (tags | {f"tagmanifest-{ALGORITHM}.txt": _manifest(listed)}).items():
            writer.write(tag, len(data), [data])


@dataclass(frozen=True, slots=True)
class _File:
    """A file of the payload: where its bytes are, and the hash it must have, if that is known."""

    name: str
    size: int
    data: bytes | None = None
    path: Path | None = None
    sha256: str = ""


def _payload(parts: BagParts) -> Iterator[_File]:
    yield _File(DOSSIER, parts.dossier.stat().st_size, path=parts.dossier)
    for count, token in enumerate(parts.dossier_tokens, start=1):
        yield _File(token_name(DOSSIER, count), len(token), token)
    for each in parts.enclosures:
        beside_originals = each.relationship is Relationship.SOURCE or EXHIBIT_TOKEN.fullmatch(each.name)
        name = f"{ORIGINALS}/{each.name}" if beside_originals else each.name
        yield _File(name, each.size, each.data, each.path, each.sha256)


def _written(writer: _Writer, file: _File, progress: Progress) -> str:
    """Write one file and return its hash. Raises IntegrityFailure unless it is what was recorded."""
    digest = hashlib.sha256()
    size = 0

    def hashed() -> Iterator[bytes]:
        nonlocal size
        for chunk in _chunks(file):
            progress.check()
            digest.update(chunk)
            size += len(chunk)
            yield chunk
            progress.advance(len(chunk))

    writer.write(f"{PAYLOAD}/{file.name}", file.size, hashed())
    if file.sha256 and (size, digest.hexdigest()) != (file.size, file.sha256):
        raise IntegrityFailure("original-changed", name=file.name)
    return digest.hexdigest()


def _chunks(file: _File) -> Iterator[bytes]:
    if file.path is None:
        yield file.data or b""
        return
    try:
        with file.path.open("rb") as opened:
            while chunk := _read(opened, file):
                yield chunk
    except FileNotFoundError as error:
        raise IntegrityFailure("original-missing", name=file.name) from error


def _read(opened: IO[bytes], file: _File) -> bytes:
    """Read a chunk; trouble with the source is no trouble with the disk that is written to."""
    try:
        return opened.read(CHUNK_BYTES)
    except OSError as error:
        raise EnvironmentProblem("original-unreadable", path=str(file.path), name=file.name) from error


def _info(parts: BagParts, files: Sequence[_File]) -> bytes:
    """Return bag-info.txt (RFC 8493 section 2.2.2)."""
    fields = {
        "Bag-Software-Agent": f"Juzheng {__version__}",
        "Bagging-Date": parts.generated_at.astimezone(UTC).date().isoformat(),
        "External-Identifier": parts.dossier_id,
        "Internal-Sender-Identifier": parts.dispute_id,
        "Payload-Oxum": f"{sum(file.size for file in files)}.{len(files)}",
    }
    return "".join(f"{label}: {value}\n" for label, value in fields.items()).encode()


def _manifest(hashes: Mapping[str, str]) -> bytes:
    """Return a list that `sha256sum -c` reads, too; all names are ASCII without signs to escape."""
    return "".join(f"{digest}  {name}\n" for name, digest in sorted(hashes.items())).encode()


@contextmanager
def _writer(out: Path, name: str, moment: datetime) -> Iterator[_Writer]:
    if out.suffix.lower() != ".zip":
        out.mkdir()
        yield _FolderWriter(out)
        return
    with out.open("xb") as file:
        with zipfile.ZipFile(file, "w") as archive:
            yield _ZipWriter(archive, name, moment)
        file.flush()
        sync_file(file.fileno())


class _FolderWriter:
    """Writes files durably into a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def write(self, name: str, size: int, chunks: Iterable[bytes]) -> None:  # a ZIP needs the size
        path = self._folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            for chunk in chunks:
                file.write(chunk)
            file.flush()
            sync_file(file.fileno())
        sync_folder(path.parent)


class _ZipWriter:
    """Writes files into a ZIP as they are: pictures, films and PDFs do not get smaller by packing."""

    def __init__(self, archive: zipfile.ZipFile, folder: str, moment: datetime) -> None:
        self._archive = archive
        self._folder = folder
        utc = moment.astimezone(UTC)
        self._moment = (max(utc.year, EARLIEST_ZIP_YEAR), utc.month, utc.day, utc.hour, utc.minute, utc.second)

    def write(self, name: str, size: int, chunks: Iterable[bytes]) -> None:
        member = zipfile.ZipInfo(f"{self._folder}/{name}", self._moment)
        member.external_attr, member.create_system = REGULAR_FILE, 3
        with self._archive.open(member, "w", force_zip64=size > LARGEST_PLAIN_ZIP_BYTES) as file:
            for chunk in chunks:
                file.write(chunk)
