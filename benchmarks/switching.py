"""Switching between a dispute of 20,000 events and one of 18: from the choice to the end of the paint that shows it.

The baseline reads the same rows of the same catalog with plain sqlite3, and does nothing with them.
"""

import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from material.figures import percentile, told
from material.large_vault import EVENTS
from material.real_window import application, copy_of_large_vault, open_window, rest, until

from evidence_app.actions.disputes import NewDispute, list_disputes, new_dispute
from evidence_app.actions.record_event import NewEvent, record_event
from evidence_app.actions.session import open_session
from evidence_app.domain.disputes import DisputeType
from evidence_app.domain.events import EventKind
from ui.window import MainWindow

SMALL = 18
ROUNDS = 15
GOAL_MS = 100.0


def add_small_dispute(vault: Path) -> dict[str, int]:
    """Add a dispute of 18 events; return the disputes by id with their numbers of events."""
    from evidence_app.domain.typed_time import typed_time

    session = open_session(vault)
    small = new_dispute(session, NewDispute(title="small", type=DisputeType.OTHER, institution="b"))
    for number in range(SMALL):
        day = datetime(2025, 2, 1 + number).date().isoformat()
        record_event(session, small.id, NewEvent(kind=EventKind.NOTE, time=typed_time(day), text=f"note {number}"))
    found = {line.dispute.id: SMALL if line.dispute.id == small.id else EVENTS for line in list_disputes(session)}
    session.close()
    return found


def switch(window: MainWindow, dispute_id: str, count: int) -> float:
    """Choose a dispute as a click in the sidebar does; return milliseconds until its timeline was painted."""
    bench, timeline = window.workbench, window.timeline
    assert timeline is not None
    done: list[float] = []

    def painted() -> None:
        if bench.desk.dispute_id == dispute_id and len(bench.shown_event_ids()) == count:
            done.append(time.perf_counter())

    timeline.painted.connect(painted)
    begin = time.perf_counter()
    bench.sidebar.dispute_chosen.emit(dispute_id)
    until(lambda: bool(done))
    timeline.painted.disconnect(painted)
    return (done[0] - begin) * 1000


def plainly(vault: Path, dispute_id: str) -> float:
    """Read all events of a dispute; return milliseconds."""
    begin = time.perf_counter()
    with closing(sqlite3.connect(vault / "catalog.sqlite3")) as catalog:
        catalog.execute("SELECT * FROM event WHERE dispute_id = ?", (dispute_id,)).fetchall()
    return (time.perf_counter() - begin) * 1000


def measure(rounds: int, work: Callable[[], float]) -> list[float]:
    """Return the times of several rounds."""
    return [work() for _ in range(rounds)]


def main() -> int:
    """Print percentiles and ratios; exit 1 if the goal is missed."""
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        vault = copy_of_large_vault(scratch)
        counts = add_small_dispute(vault)
        small, large = sorted(counts, key=lambda dispute_id: counts[dispute_id])
        _, settings = application(scratch)
        settings.dispute_id = large
        window = open_window(settings, vault)
        to_small, to_large = [], []
        for _ in range(ROUNDS):
            to_small.append(switch(window, small, SMALL))
            rest(0.4)
            to_large.append(switch(window, large, EVENTS))
            rest(0.4)
        plain = measure(ROUNDS, lambda: plainly(vault, large))
        window.close()
    print(f"switching disputes, of {SMALL} and of {EVENTS} events")
    print(told(f"to {SMALL} events on the screen", to_small))
    print(told(f"to {EVENTS} events on the screen", to_large))
    print(told(f"reading the rows of {EVENTS} events with sqlite3", plain))
    ratio = percentile(to_large, 0.5) / percentile(plain, 0.5)
    print(f"  ratio of the medians, {EVENTS} events to reading their rows: {ratio:.2f}; ", end="")
    print(f"goal: 95 % within {GOAL_MS:.0f} ms")
    return 0 if percentile([*to_small, *to_large], 0.95) <= GOAL_MS else 1


if __name__ == "__main__":
    sys.exit(main())
