"""What a hostile case is: a file's name, and what makes its bytes."""

from collections.abc import Callable
from dataclasses import dataclass

CANARY = "canary-juzheng"
"""Stands in every place that a file tries to make somebody open: whoever does is seen doing it."""

CANARY_FILE = f"/{CANARY}/secret"
CANARY_URL = f"http://127.0.0.1:9/{CANARY}"
CANARY_SHARE = rf"\\{CANARY}\share\secret"

Make = Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Case:
    """One hostile file; ``file_name`` may be any bytes a file system takes."""

    file_name: bytes
    make: Make


def case(file_name: str | bytes, data: bytes | str | Make) -> Case:
    """Return a case, of bytes or of what makes them when they are needed."""
    name = file_name.encode() if isinstance(file_name, str) else file_name
    if isinstance(data, str):
        data = data.encode()
    if isinstance(data, bytes):
        fixed = data
        return Case(name, lambda: fixed)
    return Case(name, data)
