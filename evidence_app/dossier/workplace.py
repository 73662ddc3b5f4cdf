"""Where a dossier is made before it takes its place: a folder on the same disk, so that a rename can put it there."""

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext, suppress
from pathlib import Path

from pikepdf import PdfError

from evidence_app.errors import EnvironmentProblem
from evidence_app.vault.lock import try_to_hold

PREFIX = ".juzheng-"
IN_USE = "in-use"


@contextmanager
def workplace(beside: Path) -> Iterator[Path]:
    """Give a new folder in ``beside``, deleted afterwards; what a killed export left there goes first.

    Otherwise half a dossier would stay, hidden, on a stick that is handed over. Raises OSError, and
    EnvironmentProblem("disk-error") when what was written inside the block cannot be read back.
    """
    _sweep(beside)
    folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=beside))
    try:
        held = try_to_hold(folder / IN_USE)
        with closing(held) if held else nullcontext():  # without locks on that disk it is made all the same
            yield folder
    except PdfError as error:  # only files that were written here are read by it
        raise EnvironmentProblem("disk-error", path=str(beside), reason=os.strerror(errno.EIO)) from error
    finally:
        with suppress(OSError):  # the dossier has its place by now; the next one sweeps again
            shutil.rmtree(folder)


def _sweep(beside: Path) -> None:
    """Delete the folders of exports that no longer run: the system let go of their locks. What resists stays."""
    for folder in beside.glob(f"{PREFIX}*"):
        with suppress(OSError):
            mark = folder / IN_USE
            held = try_to_hold(mark) if mark.is_file() and not folder.is_symlink() else None
            if held:
                held.close()
                shutil.rmtree(folder)
