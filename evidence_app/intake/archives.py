"""Archives opened one member at a time, with limits; members' names are display text, never paths.

Only a listing and a decompressor touch the bytes here. Whatever comes out is written under generated names.
"""

import bz2
import gzip
import io
import lzma
import stat
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import IO, cast

from evidence_app.errors import InputProblem
from evidence_app.intake.locked import Unlocking, is_locked
from evidence_app.vault.storage import storage_problems

MAX_MEMBERS = 20_000
"""More files than any dispute has; a hundred times that would only fill the timeline with noise."""

MAX_INNER_ARCHIVES = 64
"""Archives inside one archive, at all depths: a backup has some dozens, bombs multiply them by thousands."""

MAX_TOTAL_BYTES = 16 * 2**30
"""All members together: a phone's complete album fits, a disk of a borrowed laptop does not overflow."""

RATIO_COUNTS_ABOVE_BYTES = 256 * 2**20
MAX_RATIO = 100
"""Members may be this many times larger than their archive once they exceed 256 MiB; pictures and recordings
hardly shrink at all, and text shrinks some twentyfold."""

MAX_READ_BYTES = 8 * 2**20
"""Largest single read from an archive: enough for the directory of 80,000 members of a zip, and more than any
honest header of a tar. Longer ones would be held in memory before anyone could look at them."""

CHUNK_BYTES = 256 * 2**10
STEPWISE_CHUNK_BYTES = 4096
"""zipfile inflates bzip2 and LZMA input without an upper bound: 4 KiB of it becomes at most some 80 MB."""

BROKEN = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    ValueError,
    KeyError,
    IndexError,
    OverflowError,
    RecursionError,
    RuntimeError,  # zipfile: password required
    NotImplementedError,  # zipfile: unknown compression
)
"""What the standard library raises for archives that are not what they claim to be; gzip and bzip2 also raise
OSError without an error number, which distinguishes it from a failing disk."""


@dataclass(frozen=True, slots=True)
class Member:
    """One regular file of an archive. ``copy_to`` writes its bytes; it must be called before the next member.

    ``copy_to`` raises InputProblem (archive-encrypted, archive-password-wrong, archive-damaged, archive-too-large,
    file-unreadable), and EnvironmentProblem about the disk it writes to.
    """

    name: str
    modified: datetime | None
    copy_to: Callable[[Path], int]


@dataclass(frozen=True, slots=True)
class Passed:
    """A member that is not a file and is therefore not taken: a link or a device."""

    name: str
    problem: InputProblem


class _Bounded(io.RawIOBase):
    """A file for zipfile and tarfile that refuses reads of a size no honest archive asks for."""

    def __init__(self, file: IO[bytes]) -> None:
        super().__init__()
        self._file = file

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def read(self, size: int | None = -1, /) -> bytes:
        everything = size is None or size < 0
        data = self._file.read(MAX_READ_BYTES + 1 if everything or size is None else min(size, MAX_READ_BYTES + 1))
        if len(data) > MAX_READ_BYTES:
            raise InputProblem("archive-too-large", limit=MAX_READ_BYTES)
        return data

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()


@dataclass(slots=True)
class Allowance:
    """Counts what comes out of one archive, and out of archives inside it, against the limits."""

    archive_bytes: int
    members: int = 0
    total_bytes: int = 0
    archives: int = 0

    def one_more_member(self) -> None:
        """Count a member. Raises InputProblem("archive-too-large")."""
        self.members += 1
        if self.members > MAX_MEMBERS:
            raise InputProblem("archive-too-large", limit=MAX_MEMBERS)

    def one_more_archive(self) -> None:
        """Count an archive inside the archive. Raises InputProblem("archive-too-large")."""
        self.archives += 1
        if self.archives > MAX_INNER_ARCHIVES:
            raise InputProblem("archive-too-large", limit=MAX_INNER_ARCHIVES)

    def more_bytes(self, count: int) -> None:
        """Count unpacked bytes. Raises InputProblem("archive-too-large")."""
        self.total_bytes += count
        limit = min(MAX_TOTAL_BYTES, max(RATIO_COUNTS_ABOVE_BYTES, self.archive_bytes * MAX_RATIO))
        if self.total_bytes > limit:
            raise InputProblem("archive-too-large", limit=limit)


def package_names(path: Path) -> tuple[str, ...]:
    """Return the names in a zip, to tell documents from archives; nothing if it cannot be listed."""
    try:
        with path.open("rb") as file, zipfile.ZipFile(_as_file(_Bounded(file))) as archive:
            return tuple(info.filename for info in archive.infolist())
    except (*BROKEN, InputProblem):
        return ()


def zip_members(path: Path, allowance: Allowance, passwords: Sequence[str] = ()) -> Iterator[Member | Passed]:
    """Yield the files of a zip in their order in it; ``passwords`` are tried on those that are locked.

    Raises InputProblem for the archive as a whole.
    """
    with path.open("rb") as file, _reported(), zipfile.ZipFile(_as_file(_Bounded(file))) as archive:
        infos = [(index, info) for index, info in enumerate(archive.infolist()) if not info.is_dir()]
        _check_zip([info for _, info in infos], replace(allowance), openable=bool(passwords))
        copies = _ZipCopies(archive, Unlocking(_as_file(_Bounded(file)), passwords), allowance)
        for index, info in infos:
            allowance.one_more_member()
            name = readable_zip_name(info)
            if stat.S_ISLNK(info.external_attr >> 16):
                yield Passed(name, InputProblem("link-not-followed", name=name))
            else:
                yield Member(name, _zip_modified(info), partial(copies.copy, index, info))


def zip_member_count(path: Path) -> int:
    """Return how many files a zip's directory lists; 1 for what is no zip: it will be taken whole."""
    try:
        with path.open("rb") as file, zipfile.ZipFile(_as_file(_Bounded(file))) as archive:
            return sum(not info.is_dir() for info in archive.infolist())
    except (*BROKEN, OSError, InputProblem):
        return 1


def _check_zip(infos: list[zipfile.ZipInfo], allowance: Allowance, *, openable: bool) -> None:
    """Refuse before unpacking what its own directory shows to be too much, to use the same bytes twice, or locked."""
    for info in infos:
        allowance.one_more_member()
        allowance.more_bytes(info.file_size)
    end = 0
    for info in sorted(infos, key=lambda info: info.header_offset):
        if info.header_offset < end:
            raise InputProblem("archive-damaged")
        end = info.header_offset + info.compress_size
    if infos and not openable and all(is_locked(info) for info in infos):
        raise InputProblem("archive-encrypted")


@dataclass(frozen=True, slots=True)
class _ZipCopies:
    """Writes members of one zip, counted against what is allowed."""

    archive: zipfile.ZipFile
    unlocking: Unlocking
    allowance: Allowance

    def copy(self, index: int, info: zipfile.ZipInfo, path: Path) -> int:
        with _reported():
            if is_locked(info):
                return self.unlocking.copy(index, info, path, self._copy_stepwise)
            plain = info.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
            with self.archive.open(info) as member:
                return _copy(member, path, self.allowance, CHUNK_BYTES if plain else STEPWISE_CHUNK_BYTES)

    def _copy_stepwise(self, member: IO[bytes], path: Path) -> int:
        return _copy(member, path, self.allowance, STEPWISE_CHUNK_BYTES)


def readable_zip_name(info: zipfile.ZipInfo) -> str:
    """Return a member's name in its true script: without the UTF-8 flag zipfile shows GBK as code page 437."""
    if info.flag_bits & 0x800:
        return info.filename
    try:
        return readable_name(info.orig_filename.split("\0")[0].encode("cp437"))
    except UnicodeEncodeError:
        return info.filename


def readable_name(raw: bytes) -> str:
    """Return a name given as bytes: UTF-8, else GB 18030, else Big5, else with the bytes escaped."""
    for encoding in ("utf-8", "gb18030", "big5"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("utf-8", "backslashreplace")


def _zip_modified(info: zipfile.ZipInfo) -> datetime | None:
    """Return the UTC time of the extended timestamp field; the usual field is in an unknown zone."""
    extra, at = info.extra, 0
    while at + 4 <= len(extra):
        tag, size = struct.unpack_from("<HH", extra, at)
        if tag == 0x5455 and size >= 5 and at + 9 <= len(extra) and extra[at + 4] & 1:
            return _from_epoch(struct.unpack_from("<i", extra, at + 5)[0])
        at += 4 + size
    return None


def _from_epoch(seconds: float) -> datetime | None:
    try:
        return datetime.fromtimestamp(seconds, UTC) if seconds > 0 else None
    except (OverflowError, OSError, ValueError):
        return None


def _inflated(file: IO[bytes], compression: str) -> IO[bytes]:
    """Return the file as it is, or what comes out of gzip, bzip2 or xz."""
    match compression:
        case ".gz":
            return cast("IO[bytes]", gzip.GzipFile(fileobj=file))
        case ".bz2":
            return cast("IO[bytes]", bz2.BZ2File(file))
        case ".xz":
            return cast("IO[bytes]", lzma.LZMAFile(file))  # the caller closes it
    return file


def is_tar_inside(path: Path, compression: str) -> bool:
    """Tell whether a compressed file holds a tar archive, by its first header."""
    try:
        with path.open("rb") as file, closing(_inflated(file, compression)) as plain:
            return plain.read(512)[257:262] == b"ustar"
    except (*BROKEN, OSError):
        return False


def tar_members(path: Path, compression: str, allowance: Allowance) -> Iterator[Member | Passed]:
    """Yield the files of a tar, in order. Raises InputProblem when reading on becomes impossible."""
    with path.open("rb") as file, _reported(), closing(_inflated(file, compression)) as plain:
        # Names are kept as bytes in surrogates, to be shown in their true script.
        bounded = _as_file(_Counted(plain, allowance))
        with tarfile.open(fileobj=bounded, mode="r:", encoding="utf-8", errors="surrogateescape") as archive:
            while (info := archive.next()) is not None:
                allowance.one_more_member()
                found = _tar_member(archive, info)
                if found:
                    yield found


class _Counted(_Bounded):
    """The tar inside a compressed file: everything that is inflated counts, also what is skipped."""

    def __init__(self, file: IO[bytes], allowance: Allowance) -> None:
        super().__init__(file)
        self._allowance = allowance
        self._farthest = 0

    def read(self, size: int | None = -1, /) -> bytes:
        data = super().read(size)
        self._count()
        return data

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        if whence != io.SEEK_SET or offset < self.tell():
            return super().seek(offset, whence)
        while (missing := offset - self.tell()) > 0 and self.read(min(missing, CHUNK_BYTES)):
            pass
        return self.tell()

    def _count(self) -> None:
        now = self.tell()
        if now > self._farthest:
            self._allowance.more_bytes(now - self._farthest)
            self._farthest = now


def _tar_member(archive: tarfile.TarFile, info: tarfile.TarInfo) -> Member | Passed | None:
    name = readable_name(info.name.encode("utf-8", "surrogateescape"))
    if info.isdir():
        return None
    if info.issym() or info.islnk():
        return Passed(name, InputProblem("link-not-followed", name=name))
    if not info.isreg() or info.issparse():
        return Passed(name, InputProblem("not-a-file", name=name))

    def copy_to(path: Path) -> int:
        with _reported():
            member = archive.extractfile(info)
            if member is None:
                raise InputProblem("archive-damaged")
            with member:
                return _copy(member, path, None, CHUNK_BYTES)

    return Member(name, _from_epoch(info.mtime), copy_to)


def _copy(source: IO[bytes], path: Path, allowance: Allowance | None, chunk_bytes: int) -> int:
    total = 0
    with storage_problems(path), path.open("xb") as target:
        while chunk := _chunk_of(source, chunk_bytes):
            if allowance:
                allowance.more_bytes(len(chunk))
            target.write(chunk)
            total += len(chunk)
    return total


def _chunk_of(source: IO[bytes], size: int) -> bytes:
    """Read on in a member; what its own disk answers must not pass for what the vault's disk says."""
    try:
        return source.read(size)
    except OSError as error:
        if error.errno is None:
            raise InputProblem("archive-damaged") from error
        name = str(getattr(source, "name", ""))
        raise InputProblem("file-unreadable", name=name, reason=error.strerror or "") from error


def _as_file(bounded: _Bounded) -> IO[bytes]:
    """Name the few methods that are there by the type the standard library asks for."""
    return bounded  # type: ignore[return-value]


class _reported:  # reads as a phrase in `with` statements
    """Turns what the standard library raises for bad archives into InputProblem("archive-damaged")."""

    def __enter__(self) -> None: ...

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, BROKEN) or (isinstance(error, OSError) and error.errno is None):
            raise InputProblem("archive-damaged") from error
