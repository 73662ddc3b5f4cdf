import threading

from PySide6.QtCore import QBuffer, QByteArray, QSize
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from evidence_app.errors import EnvironmentProblem
from ui.timeline.thumbnails import ThumbnailLoader, framed

SIZE = QSize(60, 70)


def jpeg(width: int = 100, height: int = 300) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG")
    return bytes(data.data())


class SlowSource:
    """Answers only when allowed; notes the order of questions."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.go = threading.Semaphore(0)

    def __call__(self, sha256: str) -> bytes | None:
        self.asked.append(sha256)
        self.go.acquire(timeout=5)
        return jpeg()


def test_visible_ones_come_first_and_those_scrolled_away_are_dropped(qtbot: QtBot) -> None:
    source = SlowSource()
    loader = ThumbnailLoader(source, SIZE)
    loader.want(["a", "b", "c", "d"])
    qtbot.waitUntil(lambda: len(source.asked) == 2)
    loader.want(["x", "y"])
    for _ in range(9):
        source.go.release()
    qtbot.waitUntil(lambda: loader.pixmap("y") is not None)
    loader.close()
    assert sorted(source.asked[:2]) == ["a", "b"]
    assert sorted(source.asked[2:]) == ["x", "y"]


def test_an_original_without_picture_is_asked_for_once(qtbot: QtBot) -> None:
    asked: list[str] = []

    def source(sha256: str) -> bytes | None:
        asked.append(sha256)
        return None

    loader = ThumbnailLoader(source, SIZE)
    with qtbot.waitSignal(loader.failed):
        loader.want(["a"])
    loader.want(["a"])
    loader.close()
    assert asked == ["a"]


def test_a_failing_source_costs_one_picture_only(qtbot: QtBot) -> None:
    def source(sha256: str) -> bytes | None:
        if sha256 == "bad":
            raise EnvironmentProblem("original-missing")
        return jpeg()

    loader = ThumbnailLoader(source, SIZE)
    loader.want(["bad", "good"])
    qtbot.waitUntil(lambda: loader.pixmap("good") is not None)
    loader.close()
    assert loader.pixmap("bad") is None


def test_the_cache_is_bounded_in_bytes_and_keeps_what_was_seen_last(qtbot: QtBot) -> None:
    loader = ThumbnailLoader(lambda sha256: jpeg(), SIZE)
    one = 60 * 70 * 4
    loader._cache_bytes = 3 * one  # noqa: SLF001
    for key in "abcde":
        with qtbot.waitSignal(loader.ready):
            loader.want([key])
    loader.close()
    assert loader.kept_bytes <= 3 * one
    assert loader.pixmap("a") is None
    assert loader.pixmap("e") is not None


def test_pictures_asked_for_in_an_old_size_are_not_shown_in_the_new_one(qtbot: QtBot) -> None:
    source = SlowSource()
    loader = ThumbnailLoader(source, SIZE)
    loader.want(["a"])
    qtbot.waitUntil(lambda: source.asked == ["a"])
    loader.set_size(QSize(30, 30), 2.0)
    loader.want(["a"])
    for _ in range(4):
        source.go.release()
    qtbot.waitUntil(lambda: loader.pixmap("a") is not None)
    pixmap = loader.pixmap("a")
    loader.close()
    assert pixmap is not None
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (60, 2.0)


def test_closing_never_waits_for_a_slow_source(qtbot: QtBot) -> None:
    source = SlowSource()
    loader = ThumbnailLoader(source, SIZE)
    loader.want(["a"])
    qtbot.waitUntil(lambda: source.asked == ["a"])
    loader.close()
    source.go.release()
    assert loader.pixmap("a") is None


def test_a_tall_screenshot_shows_its_top_in_device_pixels(qtbot: QtBot) -> None:
    image = QImage(100, 1000, QImage.Format.Format_RGB32)
    image.fill(QColor("blue"))
    image.setPixelColor(50, 0, QColor("blue"))
    for y in range(100):
        for x in range(100):
            image.setPixelColor(x, y, QColor("red"))
    small = framed(image, SIZE, 2.0)
    assert (small.width(), small.height()) == (120, 140)
    assert small.pixelColor(60, 100).red() > 200
