"""One writer per vault: an advisory lock of the operating system, gone with its process however that ends.

A pid file would survive ``kill -9`` and lock people out of their evidence.
"""

import errno
import os
import sys
from pathlib import Path
from typing import IO

from evidence_app.errors import EnvironmentProblem
from evidence_app.vault.storage import storage_problems

LOCK_NAME = "vault.lock"

if sys.platform == "win32":
    import msvcrt

    def _try_lock(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _try_lock(file: IO[bytes]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


def try_to_hold(path: Path) -> IO[bytes] | None:
    """Hold a file, made if it is not there, until it is closed or this process ends; None if that cannot be had.

    Another process holds it, or the disk knows no locks. Raises OSError if the file cannot be opened.
    """
    file = path.open("a+b")
    os.set_inheritable(file.fileno(), False)
    try:
        _try_lock(file)
    except OSError:
        file.close()
        return None
    return file


_HELD = frozenset({errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK})
"""What systems answer when another process holds the lock; Windows the last two."""


class VaultLock:
    """Holds the vault for this process until released.

    Raises EnvironmentProblem (``vault-locked``, ``locks-missing`` where the disk knows no locks, ``disk-…``).
    """

    def __init__(self, folder: Path) -> None:
        with storage_problems(folder):
            self._file = (folder / LOCK_NAME).open("a+b")
        os.set_inheritable(self._file.fileno(), False)
        try:
            _try_lock(self._file)
        except OSError as error:
            self._file.close()
            held = error.errno in _HELD
            raise EnvironmentProblem(
                "vault-locked" if held else "locks-missing", folder=str(folder), reason=error.strerror or ""
            ) from error

    def release(self) -> None:
        """Let another instance open the vault. The file stays: removing it would race with that instance."""
        self._file.close()
