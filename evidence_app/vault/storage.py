"""What disks and operating systems answer, in the program's own errors; and durable writing."""

import errno
import os
import sys
import sysconfig
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from evidence_app.errors import EnvironmentProblem
from evidence_app.resources import RESOURCES

_CODES = {
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EROFS: "disk-read-only",
    errno.EACCES: "no-permission",
    errno.EPERM: "no-permission",
    errno.EFBIG: "file-too-large-for-disk",
    errno.ENODEV: "disk-gone",
    errno.ENXIO: "disk-gone",
    errno.ESTALE: "disk-gone",
    errno.ENOTCONN: "disk-gone",
}


@contextmanager
def storage_problems(path: Path) -> Iterator[None]:
    """Turn operating-system errors inside the block into EnvironmentProblems that name ``path``."""
    try:
        yield
    except OSError as error:
        raise storage_problem(error, path) from error


def storage_problem(error: OSError, path: Path) -> EnvironmentProblem:
    """Return what an operating-system error about ``path`` means for the person."""
    if error.errno == errno.ENOENT and _is_of_the_program(error.filename):
        return EnvironmentProblem("part-missing", path=os.fsdecode(error.filename))
    code = _CODES.get(error.errno or 0, "disk-error")
    return EnvironmentProblem(code, path=str(path), reason=os.strerror(error.errno or errno.EIO))


def _is_of_the_program(name: str | bytes | None) -> bool:
    """Tell whether a file is one that comes with the program, or with a library that it is made of."""
    if not isinstance(name, str | bytes):
        return False
    path = Path(os.fsdecode(name))
    libraries = [Path(sysconfig.get_path(kind)) for kind in ("purelib", "platlib")]
    return any(path.is_relative_to(each) for each in (RESOURCES, Path(__file__).parents[1], *libraries))


def sync_file(descriptor: int) -> None:
    """Make a file's bytes durable; on macOS down to the platter (fsync there stops at the drive's cache)."""
    if sys.platform == "darwin":
        import fcntl

        with suppress(OSError):  # file systems without F_FULLFSYNC fall back to fsync
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)


def sync_folder(folder: Path) -> None:
    """Make a rename inside ``folder`` durable. Windows has no such call and needs none: NTFS journals renames."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def make_folder(folder: Path) -> None:
    """Create a folder and those above it, each durably; one that exists is left as it is."""
    with storage_problems(folder):
        if not folder.is_dir():
            if folder.parent != folder:
                make_folder(folder.parent)
            folder.mkdir(exist_ok=True)
            sync_folder(folder.parent)
