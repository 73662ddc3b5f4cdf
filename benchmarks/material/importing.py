"""Adding a file from the command line into a new vault, with an eye on time and memory."""

import subprocess
import sys
import threading
import time
from contextlib import closing, suppress
from pathlib import Path

from evidence_app.actions.disputes import list_disputes
from evidence_app.actions.session import open_session

ROOT = Path(__file__).resolve().parent.parent.parent


def seconds(*command: object) -> float:
    """Return how long a process takes."""
    begun = time.perf_counter()
    subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun


class Memory(threading.Thread):
    """Watches how much memory a process and those it started have together; shared pages count once."""

    def __init__(self, process_id: int) -> None:
        super().__init__(daemon=True)
        self.most_kb = 0
        self._process_id = process_id
        self._over = threading.Event()

    def run(self) -> None:
        """Look ten times a second."""
        while not self._over.wait(0.1):
            self.most_kb = max(self.most_kb, sum(map(_size_kb, _family(self._process_id))))

    def stop(self) -> None:
        """Stop looking."""
        self._over.set()
        self.join()


def _family(process_id: int) -> list[int]:
    found = [process_id]
    for each in found:
        with suppress(OSError):
            for task in Path(f"/proc/{each}/task").iterdir():
                found += map(int, (task / "children").read_text().split())
    return found


def _size_kb(process_id: int) -> int:
    with suppress(OSError):
        for line in Path(f"/proc/{process_id}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0


def imported(vault: Path, path: Path) -> tuple[float, int]:
    """Add a file from the command line; return seconds, and megabytes at the most."""
    program = [sys.executable, "-m", "evidence_app", "--vault", str(vault)]
    made = subprocess.run([*program, "new", "t", "--type", "other", "--institution", "i"], cwd=ROOT, check=True,
                          capture_output=True, text=True)  # fmt: skip
    dispute = made.stdout.split()[-1]
    begun = time.perf_counter()
    with subprocess.Popen([*program, "add", dispute, str(path)], cwd=ROOT, stdout=subprocess.DEVNULL) as adding:
        memory = Memory(adding.pid)
        memory.start()
        code = adding.wait()
        took = time.perf_counter() - begun
        memory.stop()
    if code:
        sys.exit(f"add failed: {code}")
    return took, memory.most_kb // 1024


def events_in(vault: Path) -> int:
    """Return how many events a vault has, but for those of files."""
    with closing(open_session(vault, read_only=True)) as session:
        (summary,) = list_disputes(session)
    return summary.event_count - 1
