"""How smoothly the timeline scrolls while text is recognised on 100 screenshots in the background, until all are read.

A timer asks for a frame every 16 ms and scrolls a little; measured is the time between frames, at rest before and after
(the baseline: the same window on the same computer, as busy as it is), and while all pictures are read. Of frames that
came late it is told who took the time: the window's own work, other threads of the program, which hold Python's lock,
or other programs, of which the reading workers are some. Run under xvfb-run or with QT_QPA_PLATFORM=offscreen.
"""

import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from material.figures import percentile, told
from material.real_window import application, open_window, rest, until
from PIL import Image, ImageDraw, ImageFont
from PySide6.QtCore import QEventLoop, Qt, QTimer

from evidence_app.resources import resource
from ui.reading.background import State
from ui.window import MainWindow

SCREENSHOTS = 100
BUBBLES = 4  # few lines on a small screen, or 100 pictures take a quarter of an hour on two cores
SIZE = (720, 1000)
FRAME_MS = 16
AT_REST_S = 8.0
LONGEST_READING_S = 900.0
LATE_MS = 33.4  # a frame that was missed at 60 Hz
TARGET_SHARE = 0.99


@dataclass(frozen=True, slots=True)
class Frame:
    """Milliseconds from one frame to the next, and of the processor, of the window's thread and all of the program."""

    gap_ms: float
    own_ms: float
    all_ms: float


def screenshot(number: int) -> Image.Image:
    """Return a chat of some bubbles on a phone's screen."""
    font = ImageFont.truetype(str(resource("fonts", "NotoSansSC-Regular.ttf")), 34)
    picture = Image.new("RGB", SIZE, "#ededed")
    draw = ImageDraw.Draw(picture)
    for row in range(BUBBLES):
        top, left = 160 + 180 * row, 60 if row % 2 == 0 else 120
        box = (left, top, left + 540, top + 100)
        draw.rounded_rectangle(box, 16, fill="#ffffff" if row % 2 == 0 else "#95ec69")
        said = f"第{number}张{row}条 工号802{number % 90:02} 为您核实"
        draw.text((left + 24, top + 26), said, font=font, fill="#111111")
    return picture


def make_vault(folder: Path) -> None:
    """Make a vault with a dispute of so many screenshots."""
    from evidence_app.actions.add_evidence import FileSource, add_evidence
    from evidence_app.actions.disputes import NewDispute, new_dispute
    from evidence_app.actions.session import open_session
    from evidence_app.domain.disputes import DisputeType
    from evidence_app.progress import SILENT

    shots = folder.parent / "shots"
    shots.mkdir()
    for number in range(SCREENSHOTS):
        name = f"Screenshot_2025{1 + number // 28:02}{1 + number % 28:02}_{8 + number % 10:02}{number % 60:02}03.png"
        screenshot(number).save(shots / name)
    session = open_session(folder, create=True)
    try:
        dispute = new_dispute(session, NewDispute(title="x", type=DisputeType.OTHER, institution="y"))
        sources = [FileSource(path) for path in sorted(shots.iterdir())]
        add_evidence(session, dispute.id, sources, SILENT, lambda _: None)
    finally:
        session.close()


def frames(window: MainWindow, seconds: float, state: State) -> list[Frame]:
    """Scroll up and down while the reading is in a state; return the frames."""
    timeline, background = window.timeline, window.workbench.reading.background
    assert timeline is not None
    bar, step, loop = timeline.verticalScrollBar(), [6], QEventLoop()
    clocks = [(time.perf_counter(), time.thread_time(), time.process_time())]
    end = clocks[0][0] + seconds

    def tick() -> None:
        clocks.append((time.perf_counter(), time.thread_time(), time.process_time()))
        if bar.value() in {bar.minimum(), bar.maximum()}:
            step[0] = 6 if bar.value() == bar.minimum() else -6
        bar.setValue(bar.value() + step[0])
        if clocks[-1][0] > end or background.state is not state:
            loop.quit()

    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(tick)
    timer.start(FRAME_MS)
    loop.exec()
    timer.stop()
    return [
        Frame(*((now - before) * 1000 for before, now in zip(one, other, strict=True)))
        for one, other in zip(clocks[1:], clocks[2:], strict=False)
    ]


def on_time(found: list[Frame]) -> float:
    """Return which part of the frames came on time."""
    return sum(frame.gap_ms < LATE_MS for frame in found) / len(found)


def told_limits(found: list[Frame]) -> str:
    """Return who took the time of frames that came late."""
    late = [frame for frame in found if frame.gap_ms >= LATE_MS]
    whole = sum(frame.gap_ms for frame in late)
    if not late:
        return "  no frame was late"
    own = sum(frame.own_ms for frame in late) / whole
    threads = min(1 - own, sum(frame.all_ms - frame.own_ms for frame in late) / whole)
    longest = max(late, key=lambda frame: frame.gap_ms)
    return (
        f"  the longest took {longest.gap_ms:.0f} ms, of which its own work {longest.own_ms:.0f} ms, "
        f"other threads {longest.all_ms - longest.own_ms:.0f} ms\n"
        f"  of {len(late)} late frames' time the window's own work took {own:.0%}, other threads of the program "
        f"{threads:.0%}, the wait for a processor and for the timer {1 - own - threads:.0%}"
    )


def main() -> int:
    """Measure; exit 1 if more frames came late while pictures were read than at rest before and after."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "vault"
        make_vault(folder)
        app, settings = application(Path(scratch))
        window = open_window(settings, folder)
        rest(2.0)
        resting = frames(window, AT_REST_S, State.IDLE)
        background = window.workbench.reading.background
        background.choose(automatic=True)
        until(lambda: background.state is State.READING)
        before, begin = len(background.waiting), time.perf_counter()
        reading = frames(window, LONGEST_READING_S, State.READING)
        took_s, done = time.perf_counter() - begin, before - len(background.waiting)
        rest(2.0)
        resting += frames(window, AT_REST_S, background.state)
        window.close()
        app.processEvents()
    print(f"while {done} of {before} screenshots were read, in {took_s:.0f} s:")
    print(told("between frames, at rest before and after", [frame.gap_ms for frame in resting]))
    print(told("between frames, while reading", [frame.gap_ms for frame in reading]))
    busy, calm = (percentile([frame.gap_ms for frame in found], 0.95) for found in (reading, resting))
    print(f"  95 % of frames, while reading to at rest: {busy / calm:.2f}")
    shares = on_time(reading), on_time(resting)
    print(
        f"  on time while reading {shares[0]:.2%}, at rest {shares[1]:.2%}: {shares[0] / shares[1]:.2%} of that",
        end=" ",
    )
    print(f"(goal {TARGET_SHARE:.0%})")
    print(told_limits(reading))
    return 0 if done == before and shares[0] >= TARGET_SHARE * shares[1] else 1


if __name__ == "__main__":
    sys.exit(main())
