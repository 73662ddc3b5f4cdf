"""System calls that fail: strace answers one call of a running command with an error of our choice."""

import random
import re
import subprocess
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.faults.program import Ended, Program, Running

FAULTS: dict[str, Sequence[str]] = {
    "write": ("ENOSPC", "EIO", "EDQUOT", "EFBIG", "EINTR"),
    "pwrite64": ("ENOSPC", "EIO", "EDQUOT", "EROFS"),
    "pread64": ("EIO",),
    "read": ("EIO", "EINTR"),
    "fsync": ("EIO", "ENOSPC", "EINTR"),
    "fdatasync": ("EIO", "ENOSPC"),
    "ftruncate": ("EIO", "ENOSPC", "EROFS"),
    "rename": ("EACCES", "EIO", "ENOSPC", "EROFS"),
    "openat": ("EACCES", "EIO", "EMFILE", "ENOSPC", "EROFS", "EINTR"),
    "unlink": ("EACCES", "EIO", "EROFS"),
    "rmdir": ("EACCES", "EIO", "EBUSY"),
    "mkdir": ("EACCES", "ENOSPC", "EROFS"),
    "chmod": ("EPERM", "EROFS"),
    "flock": ("ENOLCK", "EIO"),
    "fcntl": ("ENOLCK", "EIO"),
    "newfstatat": ("EIO", "EACCES"),
    "getdents64": ("EIO",),
    "mmap": ("ENOMEM",),
    "clone3": ("EAGAIN", "ENOMEM"),
    "vfork": ("EAGAIN", "ENOMEM"),
    "pipe2": ("EMFILE",),
    "execve": ("ENOMEM",),
}
"""What each call may really answer when a disk is full, failing, read-only or refused, or the computer is short of
memory, files or processes."""

ATTACHING_S = 10.0
_LINE = re.compile(r"^(\d+) +(?:<\.\.\. )?(\w+)")


@dataclass(frozen=True, slots=True)
class Fault:
    """The ``when``-th call of each thread fails; every later one, too, where ``when`` ends in a plus."""

    call: str
    error: str
    when: str

    def __str__(self) -> str:
        return f"{self.call} {self.error} at {self.when}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a command ended under a fault, and the calls that were answered with it."""

    ended: Ended
    struck: tuple[str, ...]


def require_strace() -> None:
    """Skip, with the reason, where processes may not be traced."""
    try:
        tried = subprocess.run(["strace", "-qq", "true"], capture_output=True, text=True, check=False, timeout=30)
    except FileNotFoundError:
        pytest.skip("NOT TESTED: strace is not installed here, no system call was made to fail")
    if tried.returncode:
        pytest.skip(f"NOT TESTED: strace may not trace here, no system call was made to fail: {tried.stderr.strip()}")


def traced(program: Program, log: Path, options: Sequence[str], words: Sequence[str]) -> Ended:
    """Run a command under strace, from its first call on."""
    running = program.start(*words, wait=True)
    command = ["strace", "-f", "-qq", "-y", "-s", "64", "-o", str(log), *options, "-p", str(running.process_id)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as strace:
        if not _is_attached(running):
            running.kill()
            running.ended()
            strace.kill()
            pytest.skip(f"NOT TESTED: strace cannot attach here: {strace.stderr and strace.stderr.read()}")
        running.go()
        ended = running.ended()
        with suppress(subprocess.TimeoutExpired):
            strace.wait(20)
        strace.kill()
    return ended


def _is_attached(running: Running) -> bool:
    status, deadline = Path(f"/proc/{running.process_id}/status"), time.monotonic() + ATTACHING_S
    while time.monotonic() < deadline:
        if "TracerPid:\t0\n" not in status.read_text(encoding="utf-8"):
            return True
        time.sleep(0.002)
    return False


def under(program: Program, fault: Fault, log: Path, *words: str) -> Outcome:
    """Run a command while one of its system calls fails."""
    inject = f"inject={fault.call}:error={fault.error}:when={fault.when}"
    ended = traced(program, log, ["-e", f"trace={fault.call}", "-e", inject], words)
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    return Outcome(ended, tuple(line for line in lines if "(INJECTED)" in line))


def places(program: Program, log: Path, near: Sequence[Path], *words: str) -> dict[str, list[int]]:
    """Return for each call at which of its turns, in any thread, it has to do with the folders ``near``.

    Of calls that name no file, every turn.
    """
    ended = traced(program, log, ["-e", f"trace={','.join(FAULTS)}"], words)
    assert ended.code == 0, ended
    turns: dict[tuple[str, str], int] = defaultdict(int)
    found: dict[str, set[int]] = defaultdict(set)
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
        match = _LINE.match(line)
        if match is None or "resumed>" in line:
            continue
        thread, call = match.groups()
        turns[thread, call] += 1
        if call in NAMELESS or any(str(folder) in line for folder in near):
            found[call].add(turns[thread, call])
    return {call: sorted(numbers) for call, numbers in found.items()}


NAMELESS = frozenset({"mmap", "clone3", "vfork", "pipe2", "execve"})


def plan(found: dict[str, list[int]], chance: random.Random) -> Iterator[Fault]:
    """Yield every fault at every place in a random order; every third lasts: the disk does not come back."""
    faults = [
        Fault(call, error, f"{number}+" if error != "EINTR" and chance.random() < 1 / 3 else str(number))
        for call, numbers in found.items()
        for error in FAULTS[call]
        for number in numbers
    ]
    chance.shuffle(faults)
    yield from faults
