"""What the window holds and does while nobody does anything: memory with 20,000 events, and processor time.

Each program runs in a fresh process: the window on the large vault, from which 20,000 events with thumbnails were
scrolled through and an exhibit was looked at; and, as the baseline, a bare PySide6 window. Linux only.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from material.large_vault import EVENTS, large_vault

ROOT = Path(__file__).resolve().parent.parent
REST_S = 20.0
GOAL_MB = 400.0
GOAL_SHARE = 0.01  # of one processor

MEASURE = """
import os, time
from pathlib import Path
def memory_mb():
    fields = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    return int(fields["VmRSS"].split()[0]) / 1024
def children():
    return [int(pid) for task in Path("/proc/self/task").iterdir() for pid in (task / "children").read_text().split()]
def processor_s():
    ticks = 0
    for pid in [os.getpid(), *children()]:
        numbers = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        ticks += int(numbers[11]) + int(numbers[12])
    return ticks / os.sysconf("SC_CLK_TCK")
def measure(rest):
    before = processor_s()
    rest(%(rest)s)
    print("memory", memory_mb(), flush=True)
    print("processor", processor_s() - before, flush=True)
"""

BARE = """
import sys
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication(sys.argv[:1])
window = QWidget()
window.resize(1280, 720)
window.show()
def rest(seconds):
    loop = QEventLoop()  # to quit the application would close its windows
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()
rest(1)
measure(rest)
"""

OURS = """
import sys
from PySide6.QtCore import QEventLoop, QTimer
sys.path.insert(0, "benchmarks")
from material.real_window import application, open_window, until
import material.real_window as real
app, settings = application(Path(sys.argv[2]))
window = open_window(settings, Path(sys.argv[1]))
def rest(seconds):
    loop = QEventLoop()  # to quit the application would close its windows
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()
rest(2)
print("opened", memory_mb(), flush=True)
bar = window.timeline.verticalScrollBar()
for step in range(400):
    bar.setValue(bar.maximum() * step // 400)
    real.rest(0.02)
shown = window.workbench.shown_event_ids()
window.timeline.select_event(shown[len(shown) // 2])
until(lambda: window.workbench.desk.detail is not None)
rest(3)
measure(rest)
window.close()
"""


def measured(code: str, *arguments: str, rest_s: float) -> dict[str, float]:
    """Run a program in a fresh process and return what it reported."""
    done = subprocess.run(
        [sys.executable, "-c", MEASURE % {"rest": rest_s} + code, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"the measured program failed:\n{done.stderr}")
    return {line.split()[0]: float(line.split()[1]) for line in done.stdout.splitlines()}


def main() -> int:
    """Print both and their ratios; exit 1 if a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rest", type=float, default=REST_S, help="seconds in which nobody does anything")
    rest_s = parser.parse_args().rest
    if sys.platform != "linux":
        print("resting: measured on Linux only")
        return 0
    with tempfile.TemporaryDirectory() as name:
        bare = measured(BARE, rest_s=rest_s)
        ours = measured(OURS, str(large_vault()), name, rest_s=rest_s)
    share = ours["processor"] / rest_s
    print(f"resting with {EVENTS} events, after scrolling through them and opening an exhibit")
    before, after = ours["opened"], ours["memory"]
    print(f"  memory {after:.0f} MB ({before:.0f} MB before scrolling), a bare window {bare['memory']:.0f}", end="")
    print(f" MB, ratio {ours['memory'] / bare['memory']:.1f}; goal {GOAL_MB:.0f} MB")
    print(f"  processor {share:.2%} of one over {rest_s:.0f} s, a bare window {bare['processor'] / rest_s:.2%}", end="")
    print(f"; goal {GOAL_SHARE:.0%}")
    return 0 if ours["memory"] <= GOAL_MB and share <= GOAL_SHARE else 1


if __name__ == "__main__":
    sys.exit(main())
