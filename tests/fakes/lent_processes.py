"""Worker processes that one test after the other uses, as one vault after the other is opened in a program.

Starting one takes a tenth of a second of processor time, and a thousand tests need one to look at a picture. They are
the real processes with their real limits. One that was killed, hung or was busy when its vault was closed is not
handed on, nor one that a test put in a worker's place; what is handed on has let go of every file.
"""

import subprocess
import threading

from evidence_app import starting
from evidence_app.intake import decoders
from evidence_app.processes.framing import Fields
from evidence_app.processes.worker_process import CRASHED, NoAnswer, WorkerProcess

MOST = 3
"""Idle at a time: two look at what is brought in, one reads."""

FORGETTING_S = 10.0

_real_command = starting.worker_command
_idle: list["LentProcess"] = []
_lock = threading.Lock()


class LentProcess(WorkerProcess):
    """A worker that takes over a process nobody needs any more, and leaves its own to the next."""

    def __init__(self, module: str, process: "subprocess.Popen[bytes] | None" = None) -> None:
        super().__init__(module)
        self.module = module
        self._process = process
        self._asked = False

    def ask(self, fields: Fields, deadline_s: float, data: bytes = b"") -> tuple[dict[str, object], bytes]:
        with self._lock:
            if self._stopped:
                raise NoAnswer(CRASHED)
            self._asked = True
            if self._process is None and starting.worker_command is _real_command:
                self._process = _taken(self.module)
        try:
            return super().ask(fields, deadline_s, data)
        finally:
            with self._lock:
                self._asked = False

    def stop(self) -> None:
        with self._lock:
            if self._process and not self._asked and self._process.args == _real_command(self.module):
                self._process = _kept(self.module, self._process)
        super().stop()

    def taken(self) -> "subprocess.Popen[bytes] | None":
        """Return the process when it has let go of every file, None if it cannot."""
        try:
            if self.process_id and self.module == decoders.WORKER:
                self.ask({"do": "forget"}, FORGETTING_S)
        except NoAnswer:
            return None
        return self._process if self.process_id else None


def end_all() -> None:
    """End the processes that nobody uses."""
    with _lock:
        while _idle:
            _idle.pop().end()


def _kept(module: str, process: "subprocess.Popen[bytes]") -> "subprocess.Popen[bytes] | None":
    """Keep a process for whoever needs one; hand it back if there are enough."""
    with _lock:
        if len(_idle) >= MOST:
            return process
        _idle.append(LentProcess(module, process))
        return None


def _taken(module: str) -> "subprocess.Popen[bytes] | None":
    while idle := _one_idle(module):
        if process := idle.taken():
            return process
        idle.discard()
    return None


def _one_idle(module: str) -> LentProcess | None:
    with _lock:
        found = next((idle for idle in _idle if idle.module == module), None)
        if found:
            _idle.remove(found)
        return found
