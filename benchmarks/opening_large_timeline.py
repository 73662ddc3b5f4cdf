"""The window on a vault with a million imported messages: first cards, all of it, memory, and scrolling.

The baseline is the bare question: SQLite gives the rows of all events in the order of the timeline, in the same run.
Name a vault to use it again; else one is made in a folder that stays (build/bench). Run under xvfb-run or with
QT_QPA_PLATFORM=offscreen.
"""

import argparse
import os
import random
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from material.exports_written import write_messages
from material.figures import told
from material.real_window import SIZE, application, rest, until
from PySide6.QtCore import QEventLoop, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from ui.settings import Settings
from ui.timeline.view import TimelineView
from ui.window import MainWindow

ROOT = Path(__file__).resolve().parent.parent
MESSAGES = int(os.environ.get("JUZHENG_BENCH_MESSAGES", "1000000"))
GOAL_FIRST_S = 1.0
GOAL_MB = 500
GOAL_RATIO = 15.0  # opening asks for counts, reminders and removed items of all events at the same time
FRAME_MS = 16.0
GOAL_SHARE = 0.99
FRAMES = 300
JUMPS = 60

BARE = "SELECT rowid, at_ms, kind, party, number FROM event ORDER BY dispute_id, at_ms, ordinal"


def made(folder: Path) -> Path:
    """Return a vault with so many imported messages, made once."""
    vault = folder / f"messages-{MESSAGES}"
    if not (vault / "catalog.sqlite3").exists():
        folder.mkdir(parents=True, exist_ok=True)
        program = [sys.executable, "-m", "evidence_app", "--vault", str(vault)]
        new = [*program, "new", "t", "--type", "other", "--institution", "i"]
        subprocess.run(new, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        with closing(sqlite3.connect(vault / "catalog.sqlite3")) as connection:
            ((dispute_id,),) = connection.execute("SELECT id FROM dispute").fetchall()
        messages = folder / "sms.xml"
        write_messages(messages, MESSAGES)
        subprocess.run([*program, "add", dispute_id, str(messages)], cwd=ROOT, check=True)
        messages.unlink()
    return vault


def bare_s(vault: Path) -> float:
    """Return how long SQLite takes to give what the order of all events rests on."""
    begun = time.perf_counter()
    with closing(sqlite3.connect(f"file:{vault / 'catalog.sqlite3'}?mode=ro", uri=True)) as connection:
        for _ in connection.execute(BARE):
            pass
    return time.perf_counter() - begun


def memory_mb() -> tuple[int, int]:
    """Return how much memory this process has now, and had at the most."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    most_kb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return pages * resource.getpagesize() // 2**20, most_kb // 1024


def opened(settings: Settings, vault: Path) -> tuple[MainWindow, float, float, float]:
    """Return the window and after how many seconds it was there, painted cards, and had all of them."""
    settings.vault_folder = vault
    begun = time.perf_counter()
    painted: list[float] = []
    window = MainWindow(settings)
    window.resize(*SIZE)
    window.start()
    until(lambda: window.timeline is not None)
    there_s = time.perf_counter() - begun
    view = window.timeline

    def see() -> None:
        model = view.timeline_model()
        if model is not None and model.event_count and not painted:
            painted.append(time.perf_counter() - begun)

    view.painted.connect(see)
    until(lambda: bool(painted))
    until(lambda: view.timeline_model().event_count >= MESSAGES)
    return window, there_s, painted[0], time.perf_counter() - begun


def frame(view: TimelineView, app: QApplication, move: Callable[[], object]) -> float:
    """Return how many milliseconds pass from a move to the end of the paint that it causes."""
    painted: list[bool] = []
    connection = view.painted.connect(lambda: painted.append(True))
    begun = time.perf_counter()
    move()
    while not painted and time.perf_counter() < begun + 5:
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 10)
    took = (time.perf_counter() - begun) * 1000
    view.painted.disconnect(connection)
    return took


def wheel(view: TimelineView) -> None:
    """Turn the wheel by four notches."""
    centre = QPointF(view.viewport().rect().center())
    event = QWheelEvent(centre, view.viewport().mapToGlobal(centre), QPoint(), QPoint(0, -480), Qt.MouseButton.NoButton,
                        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)


def scrolled(view: TimelineView, app: QApplication) -> tuple[list[float], list[float]]:
    """Return the milliseconds of frames while the wheel turns, and of jumps to anywhere."""
    frames, jumps = [], []
    bar, chance = view.verticalScrollBar(), random.Random(1)
    for _ in range(FRAMES):
        began = time.perf_counter()
        frames.append(frame(view, app, lambda: wheel(view)))
        while time.perf_counter() < began + 1 / 60:
            app.processEvents()
            time.sleep(0.001)
    for _ in range(JUMPS):
        place = chance.randrange(bar.maximum())
        jumps.append(frame(view, app, lambda place=place: bar.setValue(place)))
        rest(0.01)
    return frames, jumps


def main() -> int:
    """Print what was measured; exit 1 if a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--vault", type=Path, default=None)
    vault = parser.parse_args().vault or made(ROOT / "build" / "bench")
    baseline_s = min(bare_s(vault) for _ in range(2))
    with tempfile.TemporaryDirectory() as name:
        app, settings = application(Path(name))
        window, there_s, first_s, whole_s = opened(settings, vault)
        now_mb, most_mb = memory_mb()
        view = window.timeline
        rest(1.0)
        frames, jumps = scrolled(view, app)
        window.close()
    share = sum(each < FRAME_MS for each in frames) / len(frames)
    print(f"a timeline of {MESSAGES} messages, {SIZE[0]}x{SIZE[1]}, {app.platformName()}")
    print(f"  window {there_s:.2f} s, first cards {first_s:.2f} s (goal {GOAL_FIRST_S}), all of them {whole_s:.2f} s")
    print(f"  bare SQL in the same order {baseline_s:.2f} s; ratio of all of them {whole_s / baseline_s:.1f}")
    print(f"  memory {now_mb} MB, at the most {most_mb} MB (goal {GOAL_MB})")
    print(told("wheel to end of paint", frames))
    print(f"  under {FRAME_MS:.0f} ms: {share:.1%} (goal {GOAL_SHARE:.0%})")
    print(told("jump to anywhere, to end of paint", jumps))
    print(f"  median jump {statistics.median(jumps):.1f} ms")
    fine = first_s <= GOAL_FIRST_S and most_mb <= GOAL_MB and share >= GOAL_SHARE
    return 0 if fine and whole_s / baseline_s <= GOAL_RATIO else 1


if __name__ == "__main__":
    sys.exit(main())
