"""What it costs to start a command, against a bare Python that loads what no command with a vault can do without.

Processor time of fresh processes, in turn: so that who else is at work on the computer does not count. The dispute has
one event, so that starting is all there is to measure.
"""

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 7
BARE = ("-c", "import argparse, json, sqlalchemy")


def spent(*arguments: str) -> float:
    """Run Python in a fresh process; return its processor's seconds."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *arguments], cwd=ROOT, env=environment, capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def commands(folder: Path) -> dict[str, tuple[str, ...]]:
    """Make a vault with one dispute and one text; return what is asked of it."""
    vault = ("-m", "evidence_app", "--vault", str(folder / "vault"))
    text = folder / "text.txt"
    text.write_text("2026-11-20 10:00 called", "utf-8")
    subprocess.run(
        [sys.executable, *vault, "new", "x", "--type", "other", "--institution", "x"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    listed = subprocess.run([sys.executable, *vault, "list", "--json"], cwd=ROOT, capture_output=True, check=True)
    dispute = json.loads(listed.stdout)["disputes"][0]["id"]
    subprocess.run([sys.executable, *vault, "add", dispute, str(text)], cwd=ROOT, capture_output=True, check=True)
    on_dispute = {word: (*vault, word, dispute) for word in ("timeline", "suggestions", "findings", "overview")}
    return {"help": (*vault, "--help"), "list": (*vault, "list"), **on_dispute}


def main() -> int:
    """Print medians and ratios to the bare Python."""
    with tempfile.TemporaryDirectory() as scratch:
        asked = {"bare": BARE, **commands(Path(scratch))}
        times: dict[str, list[float]] = {name: [] for name in asked}
        for _ in range(ROUNDS):
            for name, arguments in asked.items():
                times[name].append(spent(*arguments))
    medians = {name: statistics.median(each) * 1000 for name, each in times.items()}
    print(f"starting a command, medians of {ROUNDS} fresh processes, in turn")
    for name, median in medians.items():
        print(f"  {name:12} {median:5.0f} ms = {median / medians['bare']:.2f} x a bare Python with SQLAlchemy")
    return 0


if __name__ == "__main__":
    sys.exit(main())
