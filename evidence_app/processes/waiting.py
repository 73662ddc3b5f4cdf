"""Waiting for what a worker process answers, ready to stop."""

from concurrent.futures import Future, wait
from typing import TypeVar

from evidence_app.progress import Cancelled, Progress

T = TypeVar("T")

PATIENCE_S = 0.2
"""How often a cancel is looked for while the worker is busy."""


def wait_for(future: "Future[T]", progress: Progress) -> None:
    """Wait until it is done, whatever came of it. Raises Cancelled if asked to stop meanwhile."""
    while not wait([future], PATIENCE_S).done:
        progress.check()


def answer_of(future: "Future[T]", progress: Progress) -> T:
    """Return what the worker answers. Raises Cancelled if asked to stop meanwhile, and what the worker raised."""
    wait_for(future, progress)
    progress.check()
    if future.cancelled():  # the vault is being closed
        raise Cancelled
    return future.result()
