"""Pictures for what is on screen: loaded and decoded off the UI thread, the most wanted first, the rest forgotten."""

import logging
import sys
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from concurrent.futures import CancelledError, ThreadPoolExecutor
from functools import partial
from threading import Lock

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from evidence_app.errors import JuzhengError
from evidence_app.progress import Cancelled
from ui.handing import be_ready, hand_over

Load = Callable[[Hashable], QImage]
"""Returns the picture of a key, a null image if there is none. Blocks; called from pool threads."""

THREADS = 2
MOST_WITHOUT = 20_000  # how many keys without a picture are remembered

SWITCH_S = 0.001
"""How long a decoding thread may keep Python from the UI thread; the usual 5 ms are a third of a frame."""

log = logging.getLogger(__name__)


class ImageLoader(QObject):
    """Keeps the pixmaps that were asked for last, within a bound of bytes.

    ``ready`` names a key whose picture can now be drawn, ``failed`` a key that has none and why (None: it just has
    none).
    """

    ready = Signal(object)
    failed = Signal(object, object)

    def __init__(self, load: Load, *, cache_bytes: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(SWITCH_S)
        be_ready()
        self._load = load
        self._cache_bytes = cache_bytes
        self._generation = 0
        self._pixmaps: OrderedDict[Hashable, QPixmap] = OrderedDict()
        self._bytes = 0
        self._without: set[Hashable] = set()
        self._lock = Lock()
        self._wanted: list[Hashable] = []
        self._underway: set[Hashable] = set()
        self._running = 0
        self._closed = False
        self._pool = ThreadPoolExecutor(THREADS, thread_name_prefix="pictures")

    @property
    def kept_bytes(self) -> int:
        """How much the kept pictures take."""
        return self._bytes

    def pixmap(self, key: Hashable) -> QPixmap | None:
        """Return a picture if it is loaded."""
        pixmap = self._pixmaps.get(key)
        if pixmap is not None:
            self._pixmaps.move_to_end(key)
        return pixmap

    def want(self, wanted: Sequence[Hashable]) -> None:
        """Load these, the first ones first, and forget earlier wishes that were not begun."""
        missing = [key for key in dict.fromkeys(wanted) if key not in self._pixmaps and key not in self._without]
        with self._lock:
            if self._closed:
                return
            self._wanted = [key for key in reversed(missing) if key not in self._underway]
            starts = max(min(THREADS - self._running, len(self._wanted)), 0)
            self._running += starts
        for _ in range(starts):
            self._pool.submit(self._work)

    def load_by(self, load: Load) -> None:
        """Load everything anew, in this way, when it is wanted next."""
        with self._lock:
            self._load = load
            self._generation += 1
            self._wanted = []
            self._underway.clear()
        self._pixmaps.clear()
        self._without.clear()
        self._bytes = 0

    def retry(self, key: Hashable) -> None:
        """Ask again for one that had no picture, because it may have one now."""
        self._without.discard(key)

    def close(self) -> None:
        """Stop loading; what is underway ends by itself and is dropped. Does not wait."""
        with self._lock:
            self._closed = True
            self._wanted = []
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _work(self) -> None:
        """Load one wish after another (in a pool thread) until there is none."""
        while True:
            with self._lock:
                if not self._wanted or self._closed:
                    self._running -= 1
                    return
                key = self._wanted.pop()
                self._underway.add(key)
                generation, load = self._generation, self._load
            image, error = _attempt(load, key)
            with self._lock:
                if self._closed:
                    self._running -= 1
                    return
            hand_over(self, partial(self._keep, generation, key, image, error))

    def _keep(self, generation: int, key: Hashable, image: QImage, error: Exception | None) -> None:
        with self._lock:
            if self._closed or generation != self._generation:
                return
            self._underway.discard(key)
        if image.isNull():
            if len(self._without) >= MOST_WITHOUT:
                self._without.clear()
            self._without.add(key)
            self.failed.emit(key, error)
            return
        pixmap = QPixmap.fromImage(image)
        self._pixmaps[key] = pixmap
        self._bytes += _size_of(pixmap)
        while self._bytes > self._cache_bytes and len(self._pixmaps) > 1:
            _, oldest = self._pixmaps.popitem(last=False)
            self._bytes -= _size_of(oldest)
        self.ready.emit(key)


def _attempt(load: Load, key: Hashable) -> tuple[QImage, Exception | None]:
    try:
        return load(key), None
    except (JuzhengError, Cancelled, CancelledError) as error:  # the latter two: the vault is being closed
        return QImage(), error
    except Exception as error:  # the thread's border: one picture less must not end the loading of all others
        from ui.crash.report import log_error

        log_error(log, "a picture", error)
        return QImage(), error


def _size_of(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * 4
