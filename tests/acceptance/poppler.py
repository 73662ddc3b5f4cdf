"""What poppler, a PDF reader of others, says of a file."""

import subprocess
from pathlib import Path


def said_by_poppler(path: Path) -> str:
    """Return what it says of the signatures in a PDF."""
    return subprocess.run(["pdfsig", "-nocert", path], check=True, capture_output=True, text=True).stdout
