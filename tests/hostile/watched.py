"""A command watched by strace: what it opened, wrote, connected to and started."""

import os
import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

CALLS = (
    "connect,bind,sendto,execve,openat,open,creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,symlink,symlinkat,"
    "unlink,unlinkat,rmdir,truncate,chmod,fchmodat,chown,mknod,mknodat"
)
_CALL = re.compile(r"^\d+ +(\w+)\((.*)$")
_TEXT = re.compile(r'"((?:[^"\\]|\\.)*)"')


@dataclass(frozen=True, slots=True)
class Watched:
    """How a command ended, and each call it made: its name and the rest of its line."""

    code: int
    out: str
    err: str
    calls: tuple[tuple[str, str], ...]

    def naming(self, word: str) -> list[str]:
        """Return the calls that name something, to open it, to start it or to go there."""
        return [f"{call}({rest}" for call, rest in self.calls if word in rest]

    def connections(self) -> list[str]:
        """Return the calls that go into a network."""
        return [f"{call}({rest}" for call, rest in self.calls if "AF_INET" in rest]

    def written_outside(self, *folders: Path) -> list[str]:
        """Return the calls that write, make or delete anything that does not lie in one of the folders."""
        inside = tuple(f"{folder}/" for folder in folders) + tuple(str(folder) for folder in folders)
        return [
            f"{call}({rest}"
            for call, rest in self.calls
            if _changes(call, rest)
            and not any(path.startswith(inside) for path in _paths(rest))
            and "/__pycache__/" not in rest  # Python's own, of our modules
        ]

    def started(self) -> set[str]:
        """Return the programs that were started."""
        return {_paths(rest)[0] for call, rest in self.calls if call == "execve" and _paths(rest)}


def _changes(call: str, rest: str) -> bool:
    if call in {"connect", "bind", "sendto", "execve"}:
        return False
    if call in {"openat", "open"}:
        return any(flag in rest for flag in ("O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC")) and '"/dev/null"' not in rest
    return True


def _paths(rest: str) -> list[str]:
    """Return a call's paths; a relative one is that of the folder that strace names before it."""
    found = [
        path.encode().decode("unicode_escape").encode("latin-1").decode(errors="replace")
        for path in _TEXT.findall(rest)
    ]
    folder = re.match(r"(?:AT_FDCWD|\d+)<([^>]*)>", rest)
    return [path if path.startswith("/") or not folder else f"{folder[1]}/{path}" for path in found]


def watched(command: Sequence[str], log: Path, *, timeout_s: float, **environment: str) -> Watched:
    """Run a command to its end, with all it starts, and return what it did. Skips where nothing may be traced."""
    strace = ["strace", "-f", "-y", "-qq", "--seccomp-bpf", "-s", "4096", "-e", f"trace={CALLS}", "-e", "signal=none"]
    try:
        done = subprocess.run(
            [*strace, "-o", str(log), *command],
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
            timeout=timeout_s,
            env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"} | environment,
        )
    except FileNotFoundError:
        pytest.skip("NOT TESTED: strace is not installed here, nobody watched what was opened")
    if not log.exists() or not log.stat().st_size:
        pytest.skip(f"NOT TESTED: strace may not trace here, nobody watched what was opened: {done.stderr.strip()}")
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    calls = tuple(match.groups() for line in lines if (match := _CALL.match(line)))
    return Watched(done.returncode, done.stdout, done.stderr, calls)  # type: ignore[arg-type]
