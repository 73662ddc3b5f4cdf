"""Asking for the system's keyring starts no other program."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


@pytest.mark.skipif(sys.platform == "darwin", reason="Apple's own libraries are wanted there")
def test_no_library_of_another_system_is_looked_for() -> None:
    code = (
        "import ctypes.util\n"
        "ctypes.util.find_library = lambda name: print('looked for', name)\n"
        "from evidence_app.proof.keys import usual_keeper\n"
        "usual_keeper('')\n"
    )
    environment = {name: value for name, value in os.environ.items() if name != "PYTHON_KEYRING_BACKEND"}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout == ""
