"""A test that waits for ever ends, and says where it waited, even if the interpreter waits with it."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

WAITING = """
import ctypes

def test_that_locks_what_it_has_locked():
    library, mutex = ctypes.PyDLL(None), ctypes.create_string_buffer(64)
    library.pthread_mutex_lock(mutex)
    library.pthread_mutex_lock(mutex)
"""
"""A ``PyDLL`` keeps the interpreter's lock: no signal's handler runs, and so no limit that is one."""


@pytest.mark.skipif(sys.platform != "linux", reason="a mutex of zeros is one there")
def test_what_waits_in_a_library_with_the_interpreter_is_ended_and_named(tmp_path: Path) -> None:
    test = tmp_path / "test_waiting.py"
    test.write_text(WAITING, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-c", ROOT / "pyproject.toml", "-p", "no:cacheprovider", test]
    ended = subprocess.run([*command, "-o", "faulthandler_timeout=0.5"], timeout=60, capture_output=True, text=True)
    assert ended.returncode == 1
    assert "in test_that_locks_what_it_has_locked" in ended.stderr
