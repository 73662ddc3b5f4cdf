"""Runs the command line many times, quickly, to be killed or to have system calls fail under it."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PATIENCE_S = 90.0
"""A command that takes longer hangs: without a fault it takes a second, and a worker is given up after a minute."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How one command ended; ``code`` is negative for a signal, ``hung`` if it had to be killed for taking too long."""

    code: int
    out: str
    err: str
    hung: bool = False


class Running:
    """One command that runs in a process group of its own."""

    def __init__(self, process: "subprocess.Popen[str]", folder: Path) -> None:
        assert process.stdout is not None
        self._answers = process.stdout
        self._folder = folder
        self.process_id = int(process.stdout.readline())

    def go(self) -> None:
        """Let it begin, if it was started to wait."""
        os.kill(self.process_id, signal.SIGUSR1)

    def kill(self) -> None:
        """``kill -9``; harmless if it has ended."""
        with suppress(ProcessLookupError):
            os.kill(self.process_id, signal.SIGKILL)

    def is_there(self) -> bool:
        """Tell whether it still runs; it is not yet waited for."""
        try:
            state = Path(f"/proc/{self.process_id}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
        except OSError:
            return False
        return state not in {"Z", "X"}

    def ended(self) -> Ended:
        """Wait for its end; kill it if that does not come."""
        deadline, hung = time.monotonic() + PATIENCE_S, False
        while self.is_there() and not hung:
            time.sleep(0.002)
            hung = time.monotonic() > deadline
        self.kill()
        code = int(self._answers.readline())
        out, err = ((self._folder / name).read_text(encoding="utf-8", errors="replace") for name in ("out", "err"))
        return Ended(code, out, err, hung)


class Program:
    """The program, loaded once; see `tests.faults.loaded`."""

    def __init__(self, process: "subprocess.Popen[str]", folder: Path) -> None:
        self._process = process
        self._folder = folder

    def start(self, *words: str, wait: bool = False) -> Running:
        """Start one command line; with ``wait`` it does nothing until `Running.go`."""
        assert self._process.stdin is not None
        for name in ("out", "err"):  # killed before it prints, it must not seem to say what the last one did
            (self._folder / name).write_bytes(b"")
        wanted = {"words": words, "out": str(self._folder / "out"), "err": str(self._folder / "err"), "wait": wait}
        self._process.stdin.write(json.dumps(wanted) + "\n")
        self._process.stdin.flush()
        return Running(self._process, self._folder)

    def run(self, *words: str) -> Ended:
        """Run one command line to its end."""
        return self.start(*words).ended()


@contextmanager
def loaded_program(folder: Path) -> Iterator[Program]:
    """Give the program, loaded; what commands print passes through files in ``folder``."""
    line = [sys.executable, "-m", "tests.faults.loaded"]
    search = os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])
    with subprocess.Popen(
        line,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": search, "PYTHONWARNINGS": "ignore"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        yield Program(process, folder)
        assert process.stdin is not None
        process.stdin.close()
