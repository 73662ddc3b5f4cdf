"""How the last run ended is known at the next start, and told once."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ui.crash.runs import Run

ROOT = Path(__file__).resolve().parents[2]
HELD = """
import sys, time
from pathlib import Path
from ui.crash.runs import Run
run = Run(Path(sys.argv[1]))
run.begin()
print("running", flush=True)
{then}
"""


def begin(folder: Path, then: str) -> subprocess.Popen[str]:
    """Start a run in a process of its own and wait until it is marked."""
    code = HELD.format(then=then)
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(folder)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout is not None
    with process.stdout as lines:
        lines.readline()
    return process


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "runs"


def test_a_run_that_was_closed_leaves_nothing(folder: Path) -> None:
    assert begin(folder, "run.end()").wait(30) == 0
    assert Run(folder).earlier_bad_ends() == []
    assert list(folder.iterdir()) == []


def test_a_run_that_was_killed_is_told_once(folder: Path) -> None:
    process = begin(folder, "time.sleep(60)")
    process.kill()
    process.wait(30)
    (end,) = Run(folder).earlier_bad_ends()
    assert end.log == ""
    assert Run(folder).earlier_bad_ends() == []


def test_a_native_crash_says_where_it_happened(folder: Path) -> None:
    process = begin(folder, "import faulthandler; faulthandler._sigsegv()")
    assert process.wait(30) != 0
    (end,) = Run(folder).earlier_bad_ends()
    assert "Segmentation fault" in end.log


def test_a_run_that_still_goes_on_is_left_alone(folder: Path) -> None:
    process = begin(folder, "time.sleep(60)")
    assert Run(folder).earlier_bad_ends() == []
    process.kill()
    process.wait(30)
    assert len(Run(folder).earlier_bad_ends()) == 1


def test_where_nothing_can_be_written_the_program_starts_nevertheless(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    run = Run(tmp_path / "file" / "runs")
    run.begin()
    run.end()
    assert run.earlier_bad_ends() == []


def test_a_damaged_marker_breaks_nothing(folder: Path) -> None:
    folder.mkdir()
    (folder / "1.log").write_bytes(b"\xff\xfe\x00" * 10)
    (folder / "2.log").mkdir()
    assert len(Run(folder).earlier_bad_ends()) == 1


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """An environment whose settings, state and vault lie in the test's folder."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    places = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    return kept | places | {"HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}


PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ui import app
{more}
make = app.make_application
def made(*given):
    made = make(*given)
    QTimer.singleShot(300, ready)
    QTimer.singleShot(60_000, lambda: QApplication.exit(3))
    return made
app.make_application = made
app.LOOK_BACK_DELAY_MS = 10
sys.exit(app.run(["juzheng"]))
"""
READY = """
def ready():
    print("ready", flush=True)
"""


@pytest.fixture
def started(home: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    """The whole program, running, with its window on the screen."""
    command = [sys.executable, "-c", PROGRAM.format(more=READY)]
    process = subprocess.Popen(
        command, env=home, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert process.stdout is not None
    with process.stdout as lines:
        assert lines.readline() == "ready\n"
    yield process
    if process.poll() is None:
        process.kill()
    process.wait(30)


def markers(tmp_path: Path) -> list[Path]:
    return list((tmp_path / "STATE" / "Juzheng" / "runs").glob("*.log"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows closes windows instead of sending signals")
def test_the_program_closes_in_order_when_the_system_asks_it_to_end(
    started: subprocess.Popen[str], tmp_path: Path
) -> None:
    assert len(markers(tmp_path)) == 1
    started.send_signal(signal.SIGTERM)
    assert started.wait(30) == 0
    assert markers(tmp_path) == []


TELLING = """
def ready():
    sheet = QApplication.activeModalWidget()
    if sheet is None:
        QTimer.singleShot(100, ready)
        return
    print(type(sheet).__name__, flush=True)
    print(sheet.report.toPlainText(), flush=True)
    sheet.primary.click()
    QTimer.singleShot(0, lambda: [widget.close() for widget in QApplication.topLevelWidgets()])
"""


def test_the_next_start_after_a_kill_tells_it_calmly_and_the_one_after_that_does_not(
    started: subprocess.Popen[str], home: dict[str, str], tmp_path: Path
) -> None:
    started.kill()
    started.wait(30)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(more=TELLING)],
        env=home,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("BadEndSheet")
    assert str(tmp_path) not in done.stdout
    assert markers(tmp_path) == []
