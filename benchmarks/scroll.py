"""Scroll through 20,000 events by wheel and tell how long each frame took, from wheel event to end of paint.

Every event has a picture of its own, loaded and decoded by the window's own loader while the list moves; wheel
events come 60 times a second, as from a hand that spins fast. Run under xvfb-run or with QT_QPA_PLATFORM=offscreen.
"""

import argparse
import random
import statistics
import sys
import time
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QBuffer, QByteArray, QEventLoop, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QFontDatabase, QImage, QPainter, QWheelEvent
from PySide6.QtWidgets import QApplication

from evidence_app.domain.events import Direction, EventKind, EventStatus, Outcome, TimelineEntry
from evidence_app.domain.times import Precision, TimeSource
from evidence_app.phrases import Language
from evidence_app.resources import resource
from ui.i18n import language
from ui.timeline.model import TimelineModel
from ui.timeline.outline import outlined
from ui.timeline.view import TimelineView
from ui.tokens import Density, theme

EVENTS = 20_000
WINDOW = (1280, 720)
FRAME_MS = 16.0
TARGET_SHARE = 0.99
WHEEL_INTERVAL_S = 1 / 60
PICTURES = 64  # different pictures; each event's original has its own name, so each is decoded
TEXTS = (
    "【速融宝】您的借款已逾期3天，请于今日18:00前还款3,000.00元，逾期将影响您的征信记录。如已还款请忽略本短信。",
    "您好，这边已经为您登记，3个工作日内会有专员与您联系处理，请您保持电话畅通。工单号：FW20250222001。请问还有其他可以帮您的吗？",
    "您的賬戶提現失敗，請稍後再試。",
    "I never applied for this loan. Please stop collection immediately and confirm in writing.",
    "我没有申请这笔贷款 😀 请核实",
)


def entries(number: int) -> list[TimelineEntry]:
    """Return a dispute's worth of varied events, each with a text and an original of its own."""
    chance = random.Random(20250222)
    at = datetime(2020, 1, 1, 8, 15, 3, tzinfo=ZoneInfo("Asia/Shanghai"))
    result = []
    for index in range(number):
        at += timedelta(minutes=chance.choice((3, 20, 45, 90, 400)))
        kind = chance.choice(list(EventKind))
        money = kind in {EventKind.PAYMENT, EventKind.REPAYMENT}
        result.append(
            TimelineEntry(
                event_id=f"e{index:011}",
                kind=kind,
                at=at,
                precision=chance.choice((Precision.SECOND, Precision.MINUTE, Precision.DAY)),
                time_source=chance.choice(list(TimeSource)),
                offset_stated=index % 2 == 0,
                open_conflict=index % 9 == 0,
                direction=chance.choice(list(Direction)),
                party=f"客服{index % 97}",
                agent_id=str(80000 + index % 500),
                text=f"{index} {chance.choice(TEXTS)}",
                amount=Decimal(index) if money else None,
                currency="CNY",
                duration_s=index % 900 if kind is EventKind.CALL else None,
                outcome=Outcome.DONE if money else Outcome.NONE,
                promise="3个工作日内给您答复" if index % 5 == 0 else "",
                status=EventStatus.ACCEPTED,
                exhibit_id=f"x{index:011}",
                exhibit_number=index + 1,
                sha256=f"{index:064x}",
                media_kind="image",
                exhibit_label=f"Screenshot_{index}.png",
            )
        )
    return result


def pictures() -> list[bytes]:
    """Return JPEGs that look like the tops of chat screenshots, as the vault caches them."""
    made = []
    for seed in range(PICTURES):
        chance = random.Random(seed)
        image = QImage(160, 320, QImage.Format.Format_RGB32)
        image.fill(QColor("#ededed"))
        painter = QPainter(image)
        for row in range(8):
            colour = QColor("#95ec69") if chance.random() < 0.4 else QColor("#ffffff")
            painter.fillRect(chance.randint(8, 60), 10 + row * 38, chance.randint(40, 90), 28, colour)
        painter.end()
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QBuffer.OpenModeFlag.WriteOnly)
        image.save(buffer, "JPEG", 85)
        made.append(data.data())
    return made


def use_bundled_fonts() -> None:
    """Draw with the fonts that come with the program, so that figures compare between machines."""
    families: list[str] = []
    for name in ("NotoSansSC-Regular.ttf", "NotoSansTC-Regular.ttf", "NotoEmoji-Regular.ttf"):
        number = QFontDatabase.addApplicationFont(str(resource("fonts", name)))
        families += QFontDatabase.applicationFontFamilies(number)
    theme.use_families(tuple(families))


def spin(app: QApplication, view: TimelineView, notches: int) -> tuple[list[float], list[float], int, int]:
    """Return each frame's milliseconds, those the UI thread computed, and how many cards of how many had a picture."""
    painted: list[bool] = []
    view.painted.connect(lambda: painted.append(True))
    centre = QPointF(view.viewport().rect().center())
    bar = view.verticalScrollBar()
    frames: list[float] = []
    computed: list[float] = []
    cards = with_picture = 0
    while bar.value() < bar.maximum():
        painted.clear()
        begin, begin_cpu = time.perf_counter(), time.thread_time()
        wheel = QWheelEvent(
            centre,
            view.viewport().mapToGlobal(centre),
            QPoint(),
            QPoint(0, -120 * notches),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(view.viewport(), wheel)
        while not painted:
            app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        frames.append((time.perf_counter() - begin) * 1000)
        computed.append((time.thread_time() - begin_cpu) * 1000)
        while (left := begin + WHEEL_INTERVAL_S - time.perf_counter()) > 0:
            app.processEvents()
            time.sleep(min(left, 0.001))
        shown = [entry for row in view.visible_rows() if (entry := view.model().entry_at(row))]
        cards += len(shown)
        with_picture += sum(1 for entry in shown if view.thumbnails and view.thumbnails.pixmap(entry.sha256))
    return frames, computed, cards, with_picture


def main() -> int:
    """Print the percentiles; exit 1 if fewer frames than the target were fast enough."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=EVENTS)
    parser.add_argument("--notches", type=int, default=4, help="wheel notches per event")
    parser.add_argument("--density", type=Density, default=Density.COMFORTABLE)
    options = parser.parse_args()
    app = QApplication.instance() or QApplication(sys.argv[:1])
    use_bundled_fonts()
    language.choose(Language.ZH_HANS)
    jpegs = pictures()
    view = TimelineView()
    model = TimelineModel(view)
    begin = time.perf_counter()
    model.replace(outlined(entries(options.events)))
    view.setModel(model)
    filled_ms = (time.perf_counter() - begin) * 1000
    view.set_density(options.density)
    view.set_thumbnail_source(lambda sha256: jpegs[int(sha256, 16) % PICTURES])
    view.resize(*WINDOW)
    view.show()
    until = time.perf_counter() + 1
    while time.perf_counter() < until:
        app.processEvents()
    frames, computed, cards, with_picture = spin(app, view, options.notches)
    view.set_thumbnail_source(None)
    frames.sort()
    cuts, cpu = statistics.quantiles(frames, n=100), statistics.quantiles(computed, n=100)
    share = sum(frame < FRAME_MS for frame in frames) / len(frames)
    print(f"scroll: {options.events} events, {options.density}, {WINDOW[0]}x{WINDOW[1]}, {app.platformName()}")
    print(f"  filling the model {filled_ms:.0f} ms; {with_picture / cards:.0%} of cards drawn with their picture")
    print(f"  wheel to end of paint, ms, {len(frames)} frames: 50 % {cuts[49]:.1f}  95 % {cuts[94]:.1f}", end="")
    print(f"  99 % {cuts[98]:.1f}  max {frames[-1]:.1f}")
    print(f"  of these the UI thread computed, ms: 50 % {cpu[49]:.1f}  95 % {cpu[94]:.1f}  99 % {cpu[98]:.1f}")
    print(f"  under {FRAME_MS:.0f} ms: {share:.2%} (target {TARGET_SHARE:.0%})")
    return 0 if share >= TARGET_SHARE else 1


if __name__ == "__main__":
    sys.exit(main())
