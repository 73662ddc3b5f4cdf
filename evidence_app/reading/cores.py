"""How many threads reading may use."""

import os

MOST_THREADS = 4
"""Beyond which the engine gains little on pictures of this size."""


def reading_threads() -> int:
    """Return half of the cores: the rest is for the window; on two cores one thread also costs a fifth less work."""
    return max(1, min(MOST_THREADS, (os.cpu_count() or 1) // 2))
