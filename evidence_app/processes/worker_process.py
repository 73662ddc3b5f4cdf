"""One worker process as seen from the app: started when needed, asked with a deadline, killed when in doubt."""

import contextlib
import subprocess
import threading
from collections.abc import Iterator
from typing import BinaryIO, cast

from evidence_app import starting
from evidence_app.processes import limits
from evidence_app.processes.framing import Fields, Garbled, read_message, write_message

CRASHED = "decoder-crashed"
TIMED_OUT = "decoder-timeout"

CLOSING_S = 5.0
"""How long to wait for a killed process; after that the operating system is left to clean up."""


class NoAnswer(Exception):  # a finding about the file that was asked about
    """The worker died, hung or answered nonsense; ``code`` says which."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class WorkerProcess:
    """Asked by one thread; `stop` may be called from any. ``module`` is what the process runs."""

    def __init__(self, module: str) -> None:
        self._module = module
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._stopped = False

    @property
    def process_id(self) -> int | None:
        """The running process, None if there is none."""
        process = self._process
        return process.pid if process and process.poll() is None else None

    def ask(self, fields: Fields, deadline_s: float, data: bytes = b"") -> tuple[dict[str, object], bytes]:
        """Return the answer to one request, starting a process if none is running. Raises NoAnswer."""
        process = self._running()
        with _Deadline(process, deadline_s) as deadline:
            answer = _exchange(process, fields, data)
        if answer is None or deadline.expired:
            self.discard()
        if answer is None:
            raise NoAnswer(TIMED_OUT if deadline.expired else CRASHED)
        return answer

    def discard(self) -> None:
        """Kill the process; the next request gets a fresh one."""
        with self._lock:
            process, self._process = self._process, None
        if process:
            process.kill()
            _buried(process)

    def end(self) -> None:
        """Let an idle process go by closing its input."""
        with self._lock:
            process, self._process = self._process, None
        if process:
            with contextlib.suppress(OSError):
                cast("BinaryIO", process.stdin).close()
            _buried(process)

    def stop(self) -> None:
        """Kill the process and never start another; a request under way ends with NoAnswer at once."""
        with self._lock:
            self._stopped = True
            if self._process:
                self._process.kill()

    def _running(self) -> "subprocess.Popen[bytes]":
        with self._lock:
            if self._stopped:
                raise NoAnswer(CRASHED)
            if self._process and self._process.poll() is None:
                return self._process
        self.end()
        try:
            process = subprocess.Popen(
                starting.worker_command(self._module),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                **limits.launch_options(),
            )
        except OSError as error:  # no memory or no descriptor left: the item is kept unread
            raise NoAnswer(CRASHED) from error
        for pipe in _pipes_of(process):
            limits.widen(pipe)
        with self._lock:
            self._process = process
            if self._stopped:
                process.kill()
        return process


class _Deadline:
    """Kills a process that takes too long. Pipes have no time-outs on Windows, a killed process ends them."""

    def __init__(self, process: "subprocess.Popen[bytes]", seconds: float) -> None:
        self.expired = False
        self._process = process
        self._lock = threading.Lock()
        self._over = False
        self._timer = threading.Timer(seconds, self._expire)
        self._timer.daemon = True

    def __enter__(self) -> "_Deadline":
        try:
            self._timer.start()
        except RuntimeError as error:  # the system has no thread left: nothing is decoded without a deadline
            raise NoAnswer(CRASHED) from error
        return self

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._over = True
        self._timer.cancel()

    def _expire(self) -> None:
        with self._lock:
            if not self._over:
                self.expired = True
                self._process.kill()


def _exchange(
    process: "subprocess.Popen[bytes]", fields: Fields, data: bytes
) -> tuple[dict[str, object], bytes] | None:
    """Send a request and wait for the answer; None if the process dies or answers nonsense."""
    try:
        write_message(cast("BinaryIO", process.stdin), fields, data)
        return read_message(cast("BinaryIO", process.stdout))
    except (OSError, ValueError, Garbled):  # ValueError: a pipe that is closed already
        return None


def _buried(process: "subprocess.Popen[bytes]") -> None:
    """Wait for the end of a process and close its pipes; kill it if it does not end by itself."""
    for pause in (CLOSING_S / 2, CLOSING_S / 2):
        try:
            process.wait(pause)
            break
        except subprocess.TimeoutExpired:
            process.kill()
    for pipe in _pipes_of(process):
        with contextlib.suppress(OSError):
            pipe.close()


def _pipes_of(process: "subprocess.Popen[bytes]") -> Iterator[BinaryIO]:
    for pipe in (process.stdin, process.stdout):
        if pipe:
            yield cast("BinaryIO", pipe)
