"""Real files of others: no part of the project, because they are not ours to hand on; tests of them need the files."""

import os
from pathlib import Path

SAMPLES = Path(os.environ.get("JUZHENG_SAMPLES") or Path(__file__).resolve().parents[2] / "shared" / "samples")
"""Their folder, by default beside the project's."""
