"""Workers that die as soon as they are asked something: all of them, or the first few."""

import sys

import pytest

from evidence_app import starting

DIES = [sys.executable, "-I", "-c", "import sys; sys.stdin.buffer.read(1)"]


def workers_die(monkeypatch: pytest.MonkeyPatch, times: int | None = None) -> None:
    """Let the next workers that are started die, ``times`` None for all of them."""
    real, started = starting.worker_command, 0

    def command(module: str) -> list[str]:
        nonlocal started
        started += 1
        return DIES if times is None or started <= times else real(module)

    monkeypatch.setattr(starting, "worker_command", command)
