"""How smoothly the timeline scrolls while text is recognised on 100 screenshots in the background.

A timer asks for a frame every 16 ms and scrolls a little; measured is the time between frames, first at rest (the
baseline), then while pictures are read, for at most a minute. Run under xvfb-run or with QT_QPA_PLATFORM=offscreen.
"""

import sys
import tempfile
import time
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
FRAME_MS = 16
AT_REST_S = 8.0
READING_S = 60.0
LATE_MS = 33.4  # a frame that was missed at 60 Hz
TARGET_SHARE = 0.99


def screenshot(number: int) -> Image.Image:
    """Return a chat of ten bubbles on a phone's screen."""
    font = ImageFont.truetype(str(resource("fonts", "NotoSansSC-Regular.ttf")), 42)
    picture = Image.new("RGB", (1080, 2340), "#ededed")
    draw = ImageDraw.Draw(picture)
    for row in range(10):
        top, left = 260 + 190 * row, 140 if row % 2 == 0 else 260
        box = (left, top, left + 680, top + 120)
        draw.rounded_rectangle(box, 16, fill="#ffffff" if row % 2 == 0 else "#95ec69")
        draw.text(
            (left + 30, top + 30), f"第{number}张{row}条 工号802{number % 90:02} 为您核实", font=font, fill="#111111"
        )
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


def frames(window: MainWindow, seconds: float, state: State) -> list[float]:
    """Scroll up and down while the reading is in a state; return the milliseconds between frames."""
    timeline, background = window.timeline, window.workbench.reading.background
    assert timeline is not None
    bar, step, loop = timeline.verticalScrollBar(), [6], QEventLoop()
    gaps: list[float] = []
    last = [time.perf_counter()]
    end = last[0] + seconds

    def tick() -> None:
        now = time.perf_counter()
        gaps.append((now - last[0]) * 1000)
        last[0] = now
        if bar.value() in {bar.minimum(), bar.maximum()}:
            step[0] = 6 if bar.value() == bar.minimum() else -6
        bar.setValue(bar.value() + step[0])
        if now > end or background.state is not state:
            loop.quit()

    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(tick)
    timer.start(FRAME_MS)
    loop.exec()
    timer.stop()
    return gaps[1:]


def main() -> int:
    """Measure; exit 1 if more frames came late while pictures were read than on the computer as busy as it is."""
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
        before = len(background.waiting)
        reading = frames(window, READING_S, State.READING)
        print(f"while {before - len(background.waiting)} of {before} screenshots were read:")
        window.close()
        app.processEvents()
    on_time, at_rest = (sum(gap < LATE_MS for gap in gaps) / len(gaps) for gaps in (reading, resting))
    print(told("between frames, at rest", resting))
    print(told("between frames, while reading", reading))
    ratio = percentile(reading, 0.95) / percentile(resting, 0.95)
    print(f"  95 % of frames, while reading to at rest: {ratio:.2f}")
    print(f"  on time {on_time:.2%}, at rest {at_rest:.2%} (goal {TARGET_SHARE:.0%} of that)")
    return 0 if on_time >= TARGET_SHARE * at_rest else 1


if __name__ == "__main__":
    sys.exit(main())
