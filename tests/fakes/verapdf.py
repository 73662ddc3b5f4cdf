"""veraPDF, the reference validator of PDF/A, as a judge. Where it cannot be run, the test says so and is skipped."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "tools" / "verapdf.sh"
UNAVAILABLE = 69
STARTING_S, ONE_FILE_S = 200, 20
"""Longer than a loaded machine takes."""


def check(paths: Sequence[Path], flavour: str = "3b") -> None:
    """Fail unless all files comply; skip, saying what is missing, where nobody can tell.

    One call for many files: starting Java takes longer than judging a dossier.
    """
    if sys.platform == "win32":
        pytest.skip("NOT CHECKED by veraPDF: tools/verapdf.sh needs a Unix shell")
    judged = subprocess.run(
        [SCRIPT, flavour, *paths],
        capture_output=True,
        text=True,
        check=False,
        timeout=STARTING_S + ONE_FILE_S * len(paths),
        env=os.environ | {"PYTHON": sys.executable},
    )
    if judged.returncode == UNAVAILABLE:
        pytest.skip(f"NOT CHECKED by veraPDF: {judged.stderr.strip().splitlines()[-1]}")
    assert judged.returncode == 0, judged.stdout + judged.stderr
    passed = judged.stdout.splitlines()
    assert passed == [f"PASS\t{path}" for path in paths], judged.stdout
