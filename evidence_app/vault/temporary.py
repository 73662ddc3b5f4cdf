"""Folders among the system's temporary files, where the vault itself cannot be written.

They hold copies of evidence. What a killed run left of them is deleted by a later one: nothing else would ever do it.
"""

import os
import shutil
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext, suppress
from pathlib import Path

from evidence_app.vault.lock import try_to_hold

PREFIX = "juzheng-scratch-"
IN_USE = "in-use"
OLD_S = 24 * 3600
"""Younger ones may be of a run that is about to hold its lock, or on a disk that knows no locks."""


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """Give a new folder that is deleted afterwards, as far as no other program holds it. Raises OSError."""
    with tempfile.TemporaryDirectory(prefix=PREFIX, ignore_cleanup_errors=True) as name:
        held = try_to_hold(Path(name) / IN_USE)
        with closing(held) if held else nullcontext():
            yield Path(name)


def sweep_temporary_folders() -> None:
    """Delete such folders that are older than a day, are of the same user, and that no run holds."""
    with suppress(OSError):
        for folder in _place().glob(f"{PREFIX}*"):
            with suppress(OSError):
                if _is_left_over(folder):
                    shutil.rmtree(folder)


def _place() -> Path:
    """Return where such folders are made, as `tempfile` knows it; asked anew, that would write a file to find out."""
    given = filter(None, map(os.environ.get, ("TMPDIR", "TEMP", "TMP")))
    return Path(tempfile.tempdir or next(given, "/tmp"))  # noqa: S108 - nothing is made there, only looked for


def _is_left_over(folder: Path) -> bool:
    found = folder.lstat()
    is_own = _user() in (None, found.st_uid)
    if not stat.S_ISDIR(found.st_mode) or not is_own or time.time() - found.st_mtime < OLD_S:
        return False
    mark = folder / IN_USE
    if not mark.is_file() or mark.is_symlink():
        return True
    held = try_to_hold(mark)
    if held is not None:
        held.close()
    return held is not None


def _user() -> int | None:
    """Return the user as files know him; None on Windows, where temporary files are each user's own."""
    return os.getuid() if hasattr(os, "getuid") else None
