"""What was dropped on the app, one file at a time: files, folders walked, archives unpacked.

Links inside folders and archives are never followed, special files never opened, and whatever cannot be taken
is named with the reason instead of stopping the rest.
"""

import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from evidence_app.domain.times import ClockReading, Precision, TimeMeaning, TimeSource
from evidence_app.errors import InputProblem
from evidence_app.intake import archives, kinds
from evidence_app.intake.archives import Allowance, Member, Passed
from evidence_app.progress import Progress
from evidence_app.vault.location import is_vault
from evidence_app.vault.vault import OWN_NAMES

MAX_FOLDER_DEPTH = 64
"""Folders in folders; deeper ones come from loops that the file system hides, or from nobody."""

NESTED_ARCHIVES = 3
"""A chat's zip in a phone's backup that was mailed as an attachment of a saved mail; deeper ones are kept whole."""

LONGEST_PLACE = 300
"""Characters of where a file was found, the nearest folders kept: what a line of the dossier can show."""

LITTER = frozenset(
    {".ds_store", "thumbs.db", "desktop.ini", "ehthumbs.db", "__macosx", ".spotlight-v100", ".trashes", ".nomedia"}
)
"""What operating systems and phones leave in folders (compared in lower case); nobody's evidence."""

MODIFIED_CONFIDENCE = 20
"""A file's modification time is when it was copied as often as when it was made: believed last."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One file that can be taken.

    ``name`` is display text, never a path. ``came_from`` is where it was found in what was given: folders and archives
    (``phone/backup.zip/WhatsApp``), empty for a file given by itself, so that files that belong together find each
    other. ``path`` lies in the scratch folder if the file was unpacked; who
    takes it may delete it there. ``problem`` says why an archive is taken whole instead of, or besides, its members.
    """

    path: Path
    name: str
    came_from: str = ""
    modified: datetime | None = None
    size_bytes: int = 0
    problem: InputProblem | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """One thing that cannot be taken, and why."""

    name: str
    problem: InputProblem


Found = Candidate | Refusal


def candidates(
    paths: Sequence[Path], scratch: Path, progress: Progress, passwords: Sequence[str] = ()
) -> Iterator[Found]:
    """Yield everything that lies in and under ``paths``, folders and archives in the order of their names.

    ``scratch`` is an existing folder that the caller removes. A link among ``paths`` themselves is followed: it was
    chosen. ``passwords`` are tried on locked archives. Raises Cancelled, and EnvironmentProblem when the scratch
    folder's disk fails (``disk-full`` and others).
    """
    return _Search(scratch, progress, passwords).among(paths)


def unpacked(archive: Candidate, scratch: Path, progress: Progress, passwords: Sequence[str] = ()) -> Iterator[Found]:
    """Yield what an archive holds that is in the vault already, and it itself where something in it stays shut.

    Raises as `candidates` does.
    """
    return _Search(scratch, progress, passwords).in_file(archive)


def expected_count(paths: Sequence[Path]) -> int:
    """Return about how many files `candidates` will yield, without opening anything but zips.

    An estimate for progress: what an archive in an archive or a tar holds shows only when it is unpacked.
    """
    return sum(_expected_at(path, depth=0) for path in paths)


def _expected_at(path: Path, depth: int) -> int:
    with suppress(OSError, ValueError):
        if depth <= MAX_FOLDER_DEPTH and path.is_dir() and (depth == 0 or not path.is_symlink()):
            return sum(_expected_at(each, depth + 1) for each in path.iterdir() if not _is_litter(each.name))
        if path.suffix.lower() == ".zip" and path.is_file():
            return archives.zip_member_count(path)
    return 1


def modified_reading(modified: datetime) -> ClockReading:
    """Return the reading that a file's modification time is worth."""
    wall = modified.astimezone(UTC).replace(tzinfo=None)
    return ClockReading(
        wall=wall.replace(microsecond=0),
        precision=Precision.SECOND,
        source=TimeSource.MODIFIED,
        confidence=MODIFIED_CONFIDENCE,
        offset_min=0,
        meaning=TimeMeaning.MODIFIED,
        origin="file-modified",
        words=modified.isoformat(timespec="seconds"),
    )


class _Search:
    """The state of one search: where to unpack, and which folders have been seen."""

    def __init__(self, scratch: Path, progress: Progress, passwords: Sequence[str]) -> None:
        self._scratch = scratch
        self._progress = progress
        self._passwords = passwords
        self._unpacked = 0
        self._seen: set[tuple[int, int]] = set()

    def among(self, paths: Sequence[Path]) -> Iterator[Found]:
        for path in paths:
            self._seen.clear()
            yield from self._at(path, "", depth=0)

    def in_file(self, found: Candidate) -> Iterator[Found]:
        return self._file(found, NESTED_ARCHIVES, Allowance(found.size_bytes))

    def _at(self, path: Path, place: str, depth: int) -> Iterator[Found]:
        self._progress.check()
        name = display_name(path)
        try:
            status = path.stat() if depth == 0 else path.lstat()
            if stat.S_ISDIR(status.st_mode) and not _is_junction(status):
                yield from self._folder(path, status, place, depth)
            elif stat.S_ISLNK(status.st_mode) or _is_junction(status):
                yield Refusal(name, InputProblem("link-not-followed", name=name))
            elif not stat.S_ISREG(status.st_mode):
                yield Refusal(name, InputProblem("not-a-file", name=name))
            else:
                modified = datetime.fromtimestamp(max(status.st_mtime, 0), UTC)
                yield from self.in_file(Candidate(path, name, place, modified, status.st_size))
        except (OSError, ValueError, OverflowError) as error:  # ValueError: a null byte in a path
            yield _unreadable(name, error)

    def _folder(self, folder: Path, status: os.stat_result, place: str, depth: int) -> Iterator[Found]:
        node = (status.st_dev, status.st_ino)
        if depth > MAX_FOLDER_DEPTH or (node in self._seen and status.st_ino):
            yield Refusal(display_name(folder), InputProblem("link-not-followed", name=display_name(folder)))
            return
        self._seen.add(node)
        own: frozenset[str] = frozenset()
        if is_vault(folder):  # evidence of other disputes, and this vault while it grows
            own = frozenset(OWN_NAMES)
            yield Refusal(display_name(folder), InputProblem("vault-not-evidence", name=display_name(folder)))
        for path in sorted(folder.iterdir(), key=os.fsencode):
            if path.name not in own and not _is_litter(path.name):
                yield from self._at(path, joined_place(place, display_name(folder)), depth + 1)

    def _file(self, found: Candidate, levels: int, allowance: Allowance) -> Iterator[Found]:
        """Yield a file, or what is in it if it is an archive that may still be opened."""
        if found.size_bytes == 0:
            yield Refusal(found.name, InputProblem("file-empty", name=found.name))
            return
        format = kinds.format_of(found.path, found.name)
        members = _members(found.path, format, allowance, self._passwords) if levels >= 0 else None
        if members is None:
            yield found
        else:
            if levels < NESTED_ARCHIVES:
                allowance.one_more_archive()
            yield from self._archive(found, members, levels, allowance)

    def _archive(
        self, archive: Candidate, members: Iterator[Member | Passed], levels: int, allowance: Allowance
    ) -> Iterator[Found]:
        """Yield an archive's members; the archive itself too if something in it could not be unpacked."""
        problem: InputProblem | None = None
        taken = 0
        try:
            for member in members:
                self._progress.check()
                if _is_litter_path(member.name):
                    continue
                taken += 1
                found = self._member(member, archive)
                if isinstance(found, Candidate):
                    yield from self._file(found, levels - 1, allowance)
                elif isinstance(found, Refusal):
                    yield found
                else:
                    problem = found
        except InputProblem as error:
            problem = error
        if problem or not taken:
            yield _whole(archive, problem)
        elif archive.path.parent == self._scratch:  # what was in it lies beside it now
            with suppress(OSError):
                archive.path.unlink()

    def _member(self, member: Member | Passed, archive: Candidate) -> Candidate | Refusal | InputProblem:
        """Unpack one member. What is wrong with it alone is returned; what ends the unpacking is raised."""
        if isinstance(member, Passed):
            return Refusal(last_component(member.name), member.problem)
        try:
            return self._unpack(member, archive)
        except InputProblem as problem:
            if problem.code == "archive-too-large":
                raise
            return problem

    def _unpack(self, member: Member, archive: Candidate) -> Candidate:
        self._unpacked += 1
        target = self._scratch / f"{self._unpacked:06d}"
        try:
            size_bytes = member.copy_to(target)
        except BaseException:
            with suppress(OSError):
                target.unlink(missing_ok=True)
            raise
        place = joined_place(archive.came_from, archive.name, *folders_of(member.name))
        return Candidate(target, last_component(member.name), place, member.modified, size_bytes)


def _whole(archive: Candidate, problem: InputProblem | None) -> Candidate:
    facts = {**problem.facts, "name": archive.name} if problem else {}
    named = InputProblem(problem.code, **facts) if problem else None
    return Candidate(archive.path, archive.name, archive.came_from, archive.modified, archive.size_bytes, named)


def _members(
    path: Path, format: kinds.Format, allowance: Allowance, passwords: Sequence[str]
) -> Iterator[Member | Passed] | None:
    """Return the members of an archive, None for everything else."""
    if format is kinds.ZIP:
        return archives.zip_members(path, allowance, passwords)
    if format is kinds.TAR:
        return archives.tar_members(path, "", allowance)
    if format in (kinds.GZIP, kinds.BZIP2, kinds.XZ) and archives.is_tar_inside(path, format.extension):
        return archives.tar_members(path, format.extension, allowance)
    return None


def _unreadable(name: str, error: Exception) -> Refusal:
    if isinstance(error, FileNotFoundError):
        return Refusal(name, InputProblem("file-vanished", name=name))
    reason = getattr(error, "strerror", None) or type(error).__name__
    return Refusal(name, InputProblem("file-unreadable", name=name, reason=reason))


def _is_junction(status: os.stat_result) -> bool:
    """Tell whether Windows would lead elsewhere: junctions are links that do not look like symbolic links."""
    attributes: int = getattr(status, "st_file_attributes", 0)
    reparse_point: int = getattr(stat, "FILE_ATTRIBUTE_REPARSE_POINT", 0x400)
    tag: int = getattr(status, "st_reparse_tag", 0)
    return bool(attributes & reparse_point) and tag == 0xA0000003  # IO_REPARSE_TAG_MOUNT_POINT; cloud files differ


def _is_litter(name: str) -> bool:
    return name.lower() in LITTER or name.startswith("._")


def _is_litter_path(name: str) -> bool:
    return any(_is_litter(part) for part in name.replace("\\", "/").split("/"))


def display_name(path: Path) -> str:
    """Return a file's own name as text that can be stored; names in another encoding are decoded as such."""
    return archives.readable_name(os.fsencode(path.name or str(path)))


def last_component(name: str) -> str:
    """Return what a member of an archive is called without its folders, whatever the name tries to reach."""
    return PurePosixPath(name.replace("\\", "/")).name or name


def folders_of(name: str) -> tuple[str, ...]:
    """Return the folders in which a member of an archive lies, without those by which a name tries to get out."""
    parts = name.replace("\\", "/").split("/")[:-1]
    return tuple(part for part in parts if part not in ("", ".", "..") and not part.endswith(":"))


def joined_place(*parts: str) -> str:
    """Return where a file was found as one text, shortened at its far end."""
    return "/".join(part for part in parts if part)[-LONGEST_PLACE:]
