"""Lets the garbage collector rest while many objects are made that stay: looking through them stops all threads."""

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class _Rest:
    """How many asked for rest, and whether the collector was at work before the first of them."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.wanted = 0
        self.was_enabled = True


_rest = _Rest()


@contextmanager
def collector_resting() -> Iterator[None]:
    """Have nothing collected meanwhile, in any thread; after the last rest the collector is as it was before."""
    with _rest.lock:
        if not _rest.wanted:
            _rest.was_enabled = gc.isenabled()
        _rest.wanted += 1
        gc.disable()
    try:
        yield
    finally:
        with _rest.lock:
            _rest.wanted -= 1
            if not _rest.wanted and _rest.was_enabled:
                gc.enable()


def is_resting() -> bool:
    """Tell whether somebody asked for rest, for whoever collects by hand."""
    return _rest.wanted > 0
