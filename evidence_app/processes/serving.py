"""The worker's side of the pipe: one request after the other, until the input ends."""

import faulthandler
import os
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import BinaryIO

from evidence_app.processes import limits
from evidence_app.processes.framing import Fields, read_message, write_message

GRACE_S = 10
"""The app ends a worker that is late; if the app itself is gone, the worker does so this much later."""

STDERR = 2  # leads nowhere, see `_pipes`

Reply = tuple[dict[str, object], bytes]
Answer = Callable[[Fields, bytes], Reply]


def _nothing() -> None:
    """Wait for the next request."""


def serve(answer: Answer, memory_bytes: int, afterwards: Callable[[], None] = _nothing) -> None:
    """Confine this process, then answer requests until the input ends.

    Whatever ``answer`` raises becomes a problem: ``too-large`` for too little memory, else ``damaged``. ``afterwards``
    is done after each answer, while the app has other work; the next request waits for it.
    """
    requests, replies = _pipes()
    warnings.simplefilter("ignore")  # libraries warn about what is reported here as a problem
    limits.confine(memory_bytes)
    while (message := read_message(requests)) is not None:
        asked, _ = message
        with _deadline(asked):
            fields, data = _answered(answer, *message)
        try:
            write_message(replies, fields, data)
        except OSError:
            return  # the app is gone
        with _deadline(asked):
            afterwards()


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """Return private input and output; what libraries print goes nowhere instead of between the messages."""
    requests = os.fdopen(os.dup(0), "rb")
    replies = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    return requests, replies


@contextmanager
def _deadline(fields: Fields) -> Iterator[None]:
    """End this process if what is done takes longer than whoever asked wanted to wait."""
    deadline_s = fields.get("deadline_s")
    if isinstance(deadline_s, int | float):
        faulthandler.dump_traceback_later(deadline_s + GRACE_S, exit=True, file=STDERR)
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()


def _answered(answer: Answer, fields: Fields, data: bytes) -> Reply:
    """Return the answer, or the code of the problem."""
    try:
        return answer(fields, data)
    except MemoryError:
        return {"problem": "too-large"}, b""
    except Exception as error:  # hostile bytes make decoders raise anything: one item is lost, no worker
        return {"problem": "damaged", "detail": type(error).__name__}, b""
