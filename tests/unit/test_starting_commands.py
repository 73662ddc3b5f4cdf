"""A command loads what it works with, and nothing of what the others work with."""

import subprocess
import sys

HEAVY = ("sqlalchemy", "evidence_app.reading", "evidence_app.intake", "reportlab", "numpy", "PySide6")


def test_arguments_are_understood_before_anything_heavy_is_loaded() -> None:
    """So that a mistyped option is refused at once, and a check of a dossier needs no database."""
    code = f"import sys, evidence_app.__main__; print([each for each in {HEAVY} if each in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
