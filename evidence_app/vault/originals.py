"""Originals: content-addressed, write-once files ``originals/ab/<sha256>``."""

import hashlib
import secrets
import shutil
import tempfile
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from evidence_app.errors import EnvironmentProblem, InputProblem, IntegrityFailure
from evidence_app.vault.storage import make_folder, storage_problems, sync_file, sync_folder

CHUNK_BYTES = 1 << 20
READ_ONLY = 0o400  # silently ignored on exFAT and FAT


@dataclass(frozen=True, slots=True)
class Staged:
    """Bytes copied to the vault's volume and durable, not yet an original."""

    path: Path
    sha256: str
    size_bytes: int


def never() -> None:
    """Stand for a check that never cancels."""


class Originals:
    """The folder of originals of one vault. Files are never changed; only a removal erases them.

    Safe to use from any thread.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "originals"
        self._staging = folder / "staging"
        self._lock = threading.Lock()
        self._held: Counter[str] = Counter()

    def path(self, sha256: str) -> Path:
        """Return where the original lies, whether or not it is there."""
        return self._folder / sha256[:2] / sha256

    def prepare(self) -> None:
        """Create the folders and clear what an interrupted import left in staging."""
        make_folder(self._folder)
        make_folder(self._staging)
        with storage_problems(self._staging):
            for leftover in self._staging.iterdir():
                if leftover.is_dir() and not leftover.is_symlink():
                    shutil.rmtree(leftover)
                else:
                    _delete(leftover)

    @contextmanager
    def scratch(self) -> Iterator[Path]:
        """Give a folder for unpacked evidence, deleted afterwards; what a crash leaves there, `prepare` clears.

        It lies in the vault: on a borrowed computer nothing may stay behind in the system's temporary folder.
        """
        with storage_problems(self._staging):
            folder = Path(tempfile.mkdtemp(prefix="unpacked-", dir=self._staging))
        try:
            yield folder
        finally:
            with suppress(OSError):  # Python 3.11 ignores most errors here, not all
                shutil.rmtree(folder, ignore_errors=True)

    def stage(self, source: Path, check: Callable[[], None] = never, name: str = "") -> Staged:
        """Copy a file into the vault's volume, durably; ``name`` is what messages call it.

        ``check`` is called for every chunk and may raise Cancelled. Raises InputProblem (``file-vanished``,
        ``file-unreadable``, ``file-empty``) naming the source, or EnvironmentProblem about the vault's disk.
        """
        label = name or source.name
        try:
            file = source.open("rb")
        except FileNotFoundError as error:
            raise InputProblem("file-vanished", name=label) from error
        except OSError as error:
            raise InputProblem("file-unreadable", name=label, reason=error.strerror or "") from error
        with file:
            return self._stage(_chunks(file, label), label, check)

    def stage_bytes(self, data: bytes, name: str) -> Staged:
        """Write bytes that came without a file (a pasted picture) into the vault's volume, durably."""
        return self._stage(iter([data] if data else []), name, never)

    def _stage(self, chunks: Iterator[bytes], name: str, check: Callable[[], None]) -> Staged:
        path = self._staging / secrets.token_hex(16)
        digest, size = hashlib.sha256(), 0
        try:
            with storage_problems(self._staging), path.open("xb") as out:
                for chunk in chunks:
                    check()
                    digest.update(chunk)
                    size += len(chunk)
                    out.write(chunk)
                out.flush()
                sync_file(out.fileno())
            if size == 0:
                raise InputProblem("file-empty", name=name)
        except BaseException:
            with suppress(OSError):
                path.unlink(missing_ok=True)
            raise
        return Staged(path, digest.hexdigest(), size)

    def hold(self, sha256: str) -> None:
        """Protect an original, there or about to be, from `erase` until it is released as often as it was held.

        An import holds what it keeps until it is catalogued: the same bytes may be removed elsewhere meanwhile.
        """
        with self._lock:
            self._held[sha256] += 1

    def release(self, sha256: str) -> None:
        """Take back one `hold`."""
        with self._lock:
            self._held[sha256] -= 1
            if not self._held[sha256]:
                del self._held[sha256]

    def keep(self, staged: Staged) -> Path:
        """Make staged bytes an original: re-read, compare, rename, sync the folder. Keeping twice is harmless.

        Raises EnvironmentProblem("disk-unreliable") if the disk gave back other bytes than were written.
        """
        with storage_problems(staged.path):
            if hash_file(staged.path) != staged.sha256:
                staged.path.unlink(missing_ok=True)
                raise EnvironmentProblem("disk-unreliable", path=str(staged.path.parent))
            place = self.path(staged.sha256)
            make_folder(place.parent)
            if self._is_intact(place, staged.sha256):
                staged.path.unlink()
            else:
                staged.path.chmod(READ_ONLY)
                replace_read_only(staged.path, place)
            sync_folder(place.parent)  # for one that was there too: whoever renamed it may not have come that far
        return place

    def _is_intact(self, place: Path, sha256: str) -> bool:
        """Tell whether the original is there and whole; a rotten one is replaced by the good copy at hand."""
        return place.exists() and hash_file(place) == sha256

    def discard(self, staged: Staged) -> None:
        """Forget staged bytes that will not be kept."""
        with storage_problems(staged.path):
            staged.path.unlink(missing_ok=True)

    def check(self, sha256: str, label: str) -> None:
        """Re-hash one original. Raises IntegrityFailure (``original-missing``, ``original-changed``)."""
        try:
            found = hash_file(self.path(sha256))
        except FileNotFoundError as error:
            raise IntegrityFailure("original-missing", name=label, sha256=sha256) from error
        except OSError as error:
            raise IntegrityFailure("original-unreadable", name=label, sha256=sha256) from error
        if found != sha256:
            raise IntegrityFailure("original-changed", name=label, sha256=sha256)

    def erase(self, sha256: str) -> bool:
        """Delete an original's bytes for good and return True; False, and nothing done, while somebody holds it.

        One that is gone already is no error.
        """
        place = self.path(sha256)
        with self._lock, storage_problems(place):
            if sha256 in self._held:
                return False
            if place.exists():
                _delete(place)
                sync_folder(place.parent)
        return True

    def all_kept(self) -> Iterator[str]:
        """Yield the names of all files among the originals, in order, whether or not they are known."""
        for bucket in sorted(self._folder.iterdir()) if self._folder.is_dir() else ():
            if bucket.is_dir():
                yield from sorted(path.name for path in bucket.iterdir())


def _chunks(file: BinaryIO, name: str) -> Iterator[bytes]:
    while True:
        try:
            chunk = file.read(CHUNK_BYTES)
        except OSError as error:
            raise InputProblem("file-unreadable", name=name, reason=error.strerror or "") from error
        if not chunk:
            return
        yield chunk


def holds_originals(folder: Path) -> bool:
    """Tell whether a vault's folder holds originals, without looking at them."""
    return next(Originals(folder).all_kept(), None) is not None


def hash_file(path: Path) -> str:
    """Return a file's SHA-256 in lower-case hex. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _delete(path: Path) -> None:
    path.chmod(0o600)  # Windows refuses to delete read-only files
    path.unlink()


def replace_read_only(source: Path, target: Path) -> None:
    """Rename over a target that may be marked read-only, which Windows refuses as it stands. Raises OSError."""
    if target.exists():
        target.chmod(0o600)
    source.replace(target)


def copy_durably(source: Path, target: Path) -> None:
    """Copy an original so that ``target`` is whole, durable and read-only, or not there. Raises OSError."""
    part = target.with_name(f".{target.name}.part")
    if part.exists():
        _delete(part)
    with source.open("rb") as src, part.open("xb") as out:
        while chunk := src.read(CHUNK_BYTES):
            out.write(chunk)
        out.flush()
        sync_file(out.fileno())
    part.chmod(READ_ONLY)
    replace_read_only(part, target)
    sync_folder(target.parent)
