"""A bag as it lies there, a folder or a ZIP, opened so that nothing in it reaches outside of it.

Names are what the bag says; none is ever used to write. Links, encrypted members, members that overlap (the trick of
small archives that unpack for ever) and names that two platforms would read differently make the bag unreadable.
"""

import errno
import io
import os
import stat
import unicodedata
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

MOST_FILES = 100_000
"""A dispute of 400 exhibits has some hundred; a list that is longer fills memory and time, not evidence."""

LONGEST_NAME = 1024
DEEPEST = 16

MOST_EXPANSION = 200
"""By how much a ZIP may expand in all. Evidence hardly shrinks; logs and tables shrink to a twentieth."""

ALLOWANCE_BYTES = 64 << 20
"""What any ZIP may expand to."""

LARGEST_DIRECTORY_BYTES = 16 << 20
"""Of a ZIP's list of contents: a hundred bytes for each of `MOST_FILES`, and half as many again."""

METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
FLAG_ENCRYPTED = 0x1
UNIX = 3

DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{digit}" for port in ("com", "lpt") for digit in "123456789")}
)
"""Names that are no files on Windows, whatever ending follows."""

SYSTEM_FILES = frozenset({".ds_store", "thumbs.db", "desktop.ini"})
"""What Finder and Explorer leave in folders that somebody looked at."""


class Unsafe(Exception):  # a finding about the bag
    """The bag cannot be opened safely; ``code`` says why, ``item`` where."""

    def __init__(self, code: str, item: str = "") -> None:
        super().__init__(code, item)
        self.code = code
        self.item = item


@dataclass(frozen=True, slots=True)
class Package:
    """The files of a bag by name, with ``/`` between folders, relative to where ``bagit.txt`` lies."""

    sizes: dict[str, int]
    opener: Callable[[str], BinaryIO]

    def open(self, name: str) -> BinaryIO:
        """Open one file. Raises OSError, zipfile.BadZipFile, KeyError."""
        return self.opener(name)


@contextmanager
def open_package(path: Path) -> Iterator[Package]:
    """Open a bag, a folder or a ZIP. Raises Unsafe; OSError, also after the block for what was changed meanwhile."""
    if path.is_dir():
        found = dict(_walk(path, "", 0))
        yield _folder(path, found)
        if _meant(dict(_walk(path, "", 0))) != _meant(found):
            raise _changed_meanwhile(path)
        return
    with _Sparing(path) as file, steady(file):
        try:
            archive = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, ValueError, NotImplementedError, RuntimeError) as error:
            raise Unsafe("bag-damaged", path.name) from error
        with archive:
            yield _archive(archive, path.stat().st_size)


class _Sparing(io.FileIO):
    """A ZIP as `zipfile` reads it, which takes its whole list of contents into memory, however long that is."""

    def read(self, size: int | None = -1, /) -> bytes:
        """Read. Raises Unsafe for more at once than the list of any bag takes."""
        if size is not None and size > LARGEST_DIRECTORY_BYTES:
            raise Unsafe("bag-too-much", Path(os.fsdecode(self.name)).name)
        return super().read(size)


@contextmanager
def steady(file: BinaryIO) -> Iterator[None]:
    """Raise OSError after the block if the file was changed meanwhile: what is hashed has to be what is read."""
    before = _State.of(os.fstat(file.fileno()))
    yield
    if _State.of(os.fstat(file.fileno())) != before:
        raise _changed_meanwhile(Path(file.name))


def _changed_meanwhile(path: Path) -> OSError:
    return OSError(errno.EIO, "changed while it was checked", str(path))


@dataclass(frozen=True, slots=True)
class _State:
    """A file as the disk tells of it: changed bytes, or another file in its place, make another state."""

    size: int
    identity: tuple[int, ...]

    @classmethod
    def of(cls, found: os.stat_result) -> "_State":
        """Return the state in what `os.stat` says."""
        return cls(found.st_size, (found.st_dev, found.st_ino, found.st_mtime_ns, found.st_ctime_ns))


def _meant(found: Mapping[str, _State]) -> dict[str, _State]:
    """Return the files that no operating system leaves behind whenever somebody looks at a folder."""
    return {name: state for name, state in found.items() if not is_system_file(name)}


def _folder(path: Path, found: Mapping[str, _State]) -> Package:
    _unambiguous(found)
    sizes = {name: state.size for name, state in found.items()}
    return Package(sizes, lambda name: cast("BinaryIO", (path / name).open("rb")))


def _walk(folder: Path, prefix: str, depth: int) -> Iterator[tuple[str, _State]]:
    """Yield every file below a folder. Raises Unsafe for whatever is neither file nor folder."""
    with os.scandir(folder) as found:
        for count, item in enumerate(found):
            name = f"{prefix}{item.name}"
            if count > MOST_FILES or depth > DEEPEST:
                raise Unsafe("bag-too-much", name)
            if item.is_symlink() or item.is_junction() if hasattr(item, "is_junction") else item.is_symlink():
                raise Unsafe("bag-link", name)
            if item.is_dir(follow_symlinks=False):
                yield from _walk(Path(item.path), f"{name}/", depth + 1)
            elif item.is_file(follow_symlinks=False):
                yield name, _State.of(os.stat(item.path, follow_symlinks=False))  # noqa: PTH116 - all of it on Windows
            else:
                raise Unsafe("bag-link", name)  # a pipe would be waited for for ever


def _archive(archive: zipfile.ZipFile, archive_bytes: int) -> Package:
    members = [member for member in archive.infolist() if not member.is_dir()]
    if len(members) > MOST_FILES:
        raise Unsafe("bag-too-much")
    for member in members:
        _check_member(member)
    _check_extent(members, archive_bytes)
    root = _root(member.filename for member in members)
    by_name = {member.filename.removeprefix(root): member for member in members}
    if len(by_name) != len(members):
        raise Unsafe("bag-ambiguous", _repeated(member.filename for member in members))
    sizes = {name: member.file_size for name, member in by_name.items()}
    _unambiguous(sizes)
    return Package(sizes, lambda name: cast("BinaryIO", archive.open(by_name[name])))


def _check_member(member: zipfile.ZipInfo) -> None:
    if member.flag_bits & FLAG_ENCRYPTED:
        raise Unsafe("bag-encrypted", member.filename)
    if member.compress_type not in METHODS or member.orig_filename != member.filename:
        raise Unsafe("bag-damaged", member.filename)
    kind = stat.S_IFMT(member.external_attr >> 16) if member.create_system == UNIX else 0
    if kind not in (0, stat.S_IFREG):
        raise Unsafe("bag-link", member.filename)
    if not is_safe(member.filename):
        raise Unsafe("bag-unsafe-name", member.filename)


def _check_extent(members: Iterable[zipfile.ZipInfo], archive_bytes: int) -> None:
    """Refuse members that share bytes or expand beyond all measure."""
    end = 0
    for member in sorted(members, key=lambda each: each.header_offset):
        if member.header_offset < end:
            raise Unsafe("bag-too-much", member.filename)
        end = member.header_offset + 30 + len(member.orig_filename.encode()) + member.compress_size
    if sum(member.file_size for member in members) > MOST_EXPANSION * archive_bytes + ALLOWANCE_BYTES:
        raise Unsafe("bag-too-much")


def _root(names: Iterable[str]) -> str:
    """Return the one folder in which everything lies, with its ``/``; nothing if ``bagit.txt`` lies at the top."""
    names = list(names)
    top = {name.split("/", 1)[0] for name in names}
    only = next(iter(top)) + "/" if len(top) == 1 else ""
    return only if "bagit.txt" not in names and f"{only}bagit.txt" in names else ""


def is_safe(name: str) -> bool:
    """Tell whether a name stays inside and means one file on every platform."""
    parts = name.split("/")
    return (
        0 < len(name) <= LONGEST_NAME
        and len(parts) <= DEEPEST
        and all(_is_portable(part) for part in parts)
        and not any(character in '\\:*?"<>|' or ord(character) < 32 or ord(character) == 127 for character in name)
    )


def _is_portable(part: str) -> bool:
    """Tell whether Windows takes a part of a name for a file, and not for another one without its end, or a device."""
    return part != "" and not part.endswith((".", " ")) and part.split(".")[0].rstrip().lower() not in DEVICES


def is_system_file(name: str) -> bool:
    """Tell whether an operating system left this file, nobody who meant it."""
    last = name.rsplit("/", 1)[-1].lower()
    return last in SYSTEM_FILES or last.startswith("._")


def _unambiguous(names: Iterable[str]) -> None:
    """Refuse names that another platform takes for the same file. Raises Unsafe."""
    seen: set[str] = set()
    for name in names:
        if not is_safe(name):
            raise Unsafe("bag-unsafe-name", name)
        folded = unicodedata.normalize("NFC", name).casefold()
        if folded in seen:
            raise Unsafe("bag-ambiguous", name)
        seen.add(folded)


def _repeated(names: Iterable[str]) -> str:
    seen: set[str] = set()
    return next((name for name in names if name in seen or seen.add(name)), "")  # type: ignore[func-returns-value]
