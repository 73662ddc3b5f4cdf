"""One writer per vault: an advisory lock of the operating system, gone with its process however that ends.

A pid file would survive ``kill -9`` and lock people out of their evidence.
"""

import errno
import os
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import IO

from evidence_app.errors import EnvironmentProblem
from evidence_app.vault.storage import storage_problems

LOCK_NAME = "vault.lock"

PATIENCE_S = 1.0
"""How long somebody else's lock is waited for. A process that was killed while it started a worker leaves one behind
that holds the lock until it has become the worker: milliseconds, more on a busy computer."""

PAUSE_S = 0.02

if sys.platform == "win32":
    import msvcrt

    def _try_lock(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

    def _unlock(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _try_lock(file: IO[bytes]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(file: IO[bytes]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_UN)


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
            _lock_soon(self._file)
        except OSError as error:
            self._file.close()
            held = error.errno in _HELD
            raise EnvironmentProblem(
                "vault-locked" if held else "locks-missing", folder=str(folder), reason=error.strerror or ""
            ) from error

    def release(self) -> None:
        """Let another instance open the vault. The file stays: removing it would race with that instance.

        Closing it would not be enough: a worker that is just being started still has it open, too.
        """
        with suppress(OSError):  # of a disk that is gone
            _unlock(self._file)
        self._file.close()


def _lock_soon(file: IO[bytes]) -> None:
    """Lock a file, within a moment if somebody holds it. Raises OSError."""
    deadline = time.monotonic() + PATIENCE_S
    while True:
        try:
            _try_lock(file)
        except OSError as error:
            if error.errno not in _HELD or time.monotonic() > deadline:
                raise
        else:
            return
        time.sleep(PAUSE_S)
