"""Start-up in fresh processes, one after the other in turn, against a bare PySide6 window.

First paint: from the start of the process to the end of the window's first paint; ours against a bare window.
Usable: to the end of the first paint of a timeline of 20,000 events; against a bare window + import sqlalchemy.orm.
Writable: until the vault is open and locked, so that something can be changed; told without a target.

Python's compiled files are used on both sides, as on every computer where the program was started before; they lie
in a folder of their own, because an installation or an environment variable may have suppressed them.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 9
TARGET = 2.0

BARE = """
import sys, time
{more}
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
class Window(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, lambda: (print("painted", time.monotonic(), flush=True), QApplication.quit()))
app = QApplication(sys.argv[:1])
window = Window()
window.resize(1280, 720)
window.show()
app.exec()
"""

OURS = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QSettings, QTimer
from ui.settings import Settings
from ui.app import make_application
from ui.window import MainWindow
settings = Settings(QSettings(sys.argv[2], QSettings.Format.IniFormat))
settings.vault_folder = Path(sys.argv[1])
settings.reads_pictures = False
app = make_application(sys.argv[:1], settings)
window = MainWindow(settings)
def say(what):
    print(what, time.monotonic(), flush=True)
def painted():
    if len(window.timeline.timeline_model().header_rows) > 1:
        window.timeline.painted.disconnect(painted)
        window.usable.disconnect(follow)
        say("usable")
def opened():
    say("writable")
    QTimer.singleShot(0, lambda: (window.close(), app.quit()))
def first_painted():
    say("painted")
    window.workbench.desk.opened.connect(opened)
window.painted.connect(first_painted)
window.usable.connect(follow := lambda: window.timeline.painted.connect(painted))
QTimer.singleShot(0, window.start)
QTimer.singleShot(60_000, lambda: app.exit(3))
if app.exec():
    sys.exit("the timeline did not appear within a minute")
"""


def environment() -> dict[str, str]:
    """Return the environment of the measured programs: compiled Python files are kept and used."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(ROOT / "build" / "bench" / "bytecode")}


def measure(code: str, *arguments: str) -> dict[str, float]:
    """Run a program in a fresh process; return the seconds after which it reported what."""
    begin = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    reports = [line.split() for line in done.stdout.splitlines()]
    if done.returncode or not reports:
        raise RuntimeError(f"the measured program failed:\n{done.stderr}")
    return {what: float(at) - begin for what, at in reports}


def imported(vault: Path, store: str) -> set[str]:
    """Return which heavy packages the way to a usable window imports, although it needs none of them."""
    heavy = ("alembic", "reportlab", "PIL", "onnxruntime", "av", "pikepdf", "pypdfium2")
    ask = OURS + f"\nprint('heavy', *[name for name in {heavy!r} if name in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", ask, str(vault), store],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    return set(done.stdout.splitlines()[-1].split()[1:])


def main() -> int:
    """Print medians and ratios; exit 1 if a ratio is above the target."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    rounds = max(7, parser.parse_args().rounds)
    sys.path.insert(0, str(ROOT))
    from material.large_vault import EVENTS, large_vault

    vault = large_vault()
    bare, with_orm, painted, usable, writable = [], [], [], [], []
    with tempfile.TemporaryDirectory() as scratch:
        store = str(Path(scratch) / "settings.ini")
        for program in (BARE.format(more=""), BARE.format(more="import sqlalchemy.orm"), OURS):
            measure(program, str(vault), store)  # files into the system's cache, compiled ones written
        for _ in range(rounds):
            bare.append(measure(BARE.format(more=""))["painted"])
            with_orm.append(measure(BARE.format(more="import sqlalchemy.orm"))["painted"])
            ours = measure(OURS, str(vault), store)
            painted.append(ours["painted"])
            usable.append(ours["usable"])
            writable.append(ours["writable"])
        heavy = imported(vault, store)
    medians = [statistics.median(times) * 1000 for times in (bare, with_orm, painted, usable, writable)]
    first, later = medians[2] / medians[0], medians[3] / medians[1]
    print(f"start-up with {EVENTS} events, medians of {rounds} fresh processes, in turn")
    print(f"  bare window {medians[0]:.0f} ms, bare window + sqlalchemy.orm {medians[1]:.0f} ms")
    print(f"  first paint {medians[2]:.0f} ms = {first:.2f} x bare (target {TARGET})")
    print(f"  usable {medians[3]:.0f} ms = {later:.2f} x bare + sqlalchemy.orm (target {TARGET})")
    print(f"  writable {medians[4]:.0f} ms = {medians[4] / medians[1]:.2f} x bare + sqlalchemy.orm")
    print(f"  heavy packages imported on the way: {', '.join(sorted(heavy)) or 'none'}")
    return 0 if first <= TARGET and later <= TARGET and not heavy else 1


if __name__ == "__main__":
    sys.exit(main())
