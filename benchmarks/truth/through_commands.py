"""Has screens read through the product's command line, as a person without the window would, and asks what it found."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from benchmarks.truth.format import Truth
from benchmarks.truth.scoring import Json, Reading

ROOT = Path(__file__).resolve().parents[2]
TOGETHER = 12
"""Screens of one dispute: several, as people have them."""
INSTITUTION = "速融宝"

Screens = Sequence[tuple[Path, Truth]]


def readings(screens: Screens, folder: Path) -> Iterator[tuple[Path, Reading]]:
    """Give each screen's path and what was read of it; vaults are made in ``folder`` and removed."""
    vault = folder / "vault"
    shutil.rmtree(vault, ignore_errors=True)
    try:
        for zone, group in groupby(sorted(screens, key=lambda each: each[1].zone), lambda each: each[1].zone):
            same = list(group)
            for start in range(0, len(same), TOGETHER):
                yield from _dispute(vault, zone, same[start : start + TOGETHER])
    finally:
        shutil.rmtree(vault, ignore_errors=True)


def _dispute(vault: Path, zone: str, screens: Screens) -> Iterator[tuple[Path, Reading]]:
    kind = ("--type", "unauthorised_loan", "--institution", INSTITUTION, "--zone", zone)
    dispute = _run(vault, "new", "截图", *kind).split()[-1]
    _run(vault, "add", dispute, *(str(path.resolve()) for path, _ in screens))
    _run(vault, "read", dispute)
    events = json.loads(_run(vault, "timeline", dispute, "--json"))["events"]
    found = json.loads(_run(vault, "suggestions", dispute, "--json"))
    suggestions = [*found["suggestions"], *found.get("observations", ())]
    for path, _ in screens:
        sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
        own = [each for each in suggestions if each["exhibit"] == sha256]
        yield path, Reading([_seen_on(each, sha256) for each in events if sha256 in each["exhibits"]], own)


def _seen_on(event: Json, sha256: str) -> Json:
    """Return an event as this screen shows it: the region is that of the first screen that does."""
    return event if event["exhibit"] == sha256 else {**event, "region": None}


def _run(vault: Path, *words: str) -> str:
    command = [sys.executable, "-m", "evidence_app", "--vault", str(vault), "--lang", "en", *words]
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
    if done.returncode:
        raise SystemExit(f"{words[0]}: {done.stderr or done.stdout}")
    return done.stdout
