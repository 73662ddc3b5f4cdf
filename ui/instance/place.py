"""Where two starts on the same vault meet: a socket that only this person can reach."""

import os
import stat
import sys
import tempfile
import zlib
from pathlib import Path

from ui.crash.runs import state_folder

WITHOUT_FILES = sys.platform == "win32"
"""Pipes are no files, so only trying tells whether somebody listens."""
LONGEST_SOCKET_PATH = 100
"""Bytes; the systems' limits are 104 and 108."""


def meeting_place(vault: Path | None) -> str:
    """Return the name for a vault's folder, None for the usual one; empty where there is no private place.

    A path of a socket on Unix, the name of a pipe on Windows.
    """
    digest = _digest(str(vault.absolute()) if vault is not None else "the usual vault")
    if WITHOUT_FILES:
        return f"juzheng-{_digest(str(Path.home()))}-{digest}"
    for folder in _candidates():
        place = str(folder / digest)
        if len(os.fsencode(place)) <= LONGEST_SOCKET_PATH and _make_private(folder):
            return place
    return ""


def _digest(text: str) -> str:
    """Return a short name for a text. Nobody gains by two alike; `hashlib` would cost three milliseconds."""
    data = os.fsencode(text)
    return f"{zlib.crc32(data):08x}{zlib.adler32(data):08x}{len(data):x}"


def _candidates() -> list[Path]:
    given = os.environ.get("XDG_RUNTIME_DIR", "")
    own = [Path(given) / "juzheng"] if given.startswith("/") else []
    return [*own, state_folder() / "meeting", Path(tempfile.gettempdir()) / f"juzheng-{os.getuid()}"]


def _make_private(folder: Path) -> bool:
    """Make a folder that is ours alone; false if it cannot be, or somebody else was there first."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        found = folder.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not found.st_mode & 0o077
