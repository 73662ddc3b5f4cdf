"""What a dispute amounts to, in a vault of 50 disputes and 100,000 events, against reading its rows with sqlite3 alone.

Prints the time of `workspace` for the median dispute and the slowest, and for one dispute that has all 100,000 events.
"""

import sqlite3
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from statistics import median

from evidence_app.actions.add_evidence import DataSource, add_evidence
from evidence_app.actions.disputes import NewDispute, new_dispute
from evidence_app.actions.import_exports import ALL_THAT_WAITS, import_waiting
from evidence_app.actions.session import Session, open_session
from evidence_app.actions.workspace import workspace
from evidence_app.domain.disputes import DisputeType
from evidence_app.progress import Silent

DISPUTES, EVENTS = 50, 100_000
EPOCH_MS = 1_740_000_000_000


def calls(count: int, seed: int) -> bytes:
    """Return a call log of so many calls, about forty a day."""
    rows = (
        f'<call number="9555{number % 7}" duration="{number % 90}" type="{1 + number % 3}" contact_name="(Unknown)" '
        f'date="{EPOCH_MS + (number * 2160 + seed) * 1000}" />'
        for number in range(count)
    )
    return (
        f"<?xml version='1.0' encoding='UTF-8' ?>\n<calls count=\"{count}\">\n{chr(10).join(rows)}\n</calls>".encode()
    )


def dispute_of(session: Session, count: int, seed: int) -> str:
    """Make a dispute with so many calls."""
    made = new_dispute(session, NewDispute(title=f"{seed}", type=DisputeType.HARASSMENT, institution="示例"))
    add_evidence(session, made.id, [DataSource("calls.xml", calls(count, seed))], Silent(), lambda _: None)
    import_waiting(session, made.id, ALL_THAT_WAITS, Silent(), lambda _: None)
    return made.id


def timed(session: Session, dispute_id: str) -> float:
    """Return how long working out takes, the best of three."""
    best = float("inf")
    for _ in range(3):
        begin = time.perf_counter()
        workspace(session, dispute_id)
        best = min(best, time.perf_counter() - begin)
    return best


def bare(catalog: Path, dispute_id: str) -> float:
    """Return how long reading the same rows takes, the best of three."""
    best = float("inf")
    for _ in range(3):
        begin = time.perf_counter()
        with closing(sqlite3.connect(catalog)) as raw:
            raw.execute("SELECT * FROM event WHERE dispute_id = ? ORDER BY at_ms, ordinal", (dispute_id,)).fetchall()
        best = min(best, time.perf_counter() - begin)
    return best


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        session = open_session(Path(folder) / "vault", create=True)
        try:
            ids = [dispute_of(session, EVENTS // DISPUTES, seed) for seed in range(DISPUTES)]
            catalog = Path(folder) / "vault" / "catalog.sqlite3"
            times = [timed(session, each) for each in ids]
            rows = [bare(catalog, each) for each in ids]
            took = f"overview {1000 * median(times):.0f} ms, slowest {1000 * max(times):.0f} ms (goal 300)"
            print(f"{DISPUTES} disputes, {EVENTS:,} events: {took}")
            print(f"ratio to reading the rows with sqlite3: {median(times) / median(rows):.1f}")
            if "--large" in sys.argv:
                large = dispute_of(session, EVENTS, 999)
                print(f"one dispute with {EVENTS:,} events: {1000 * timed(session, large):.0f} ms")
        finally:
            session.close()


if __name__ == "__main__":
    main()
