"""Vaults to measure with, made once and kept in build/bench."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from evidence_app.actions.session import Session, open_session

BENCH = Path(__file__).resolve().parent.parent.parent / "build" / "bench"


def kept_vault(name: str, fill: Callable[[Session], None]) -> Path:
    """Return a vault's folder; ``fill`` puts everything in where it is not there yet, or was not finished."""
    kept = BENCH / name
    if not kept.is_dir():
        BENCH.mkdir(parents=True, exist_ok=True)
        part = Path(tempfile.mkdtemp(prefix=f"{name}-", dir=BENCH))
        session = open_session(part / "vault", create=True)
        try:
            fill(session)
        finally:
            session.close()
        (part / "vault").rename(kept)
        shutil.rmtree(part)
    return kept
