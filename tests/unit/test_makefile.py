"""What CI runs is parted by hand; no test may fall between the parts."""

import shlex
import subprocess
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def asked_for(words: list[str]) -> list[Path]:
    """Return the test files that a call of pytest collects, of its folders, files and ``--ignore``."""
    ignored = [ROOT / word.removeprefix("--ignore=") for word in words if word.startswith("--ignore=")]
    named = [ROOT / path for word in words if word.startswith("tests") for path in ROOT.glob(word)]
    files = [each for path in named for each in (path.rglob("test_*.py") if path.is_dir() else [path])]
    return [file for file in files if file.name.startswith("test_") and not any(map(file.is_relative_to, ignored))]


def test_each_test_is_run_by_one_part() -> None:
    command = ["make", "--no-print-directory", "--dry-run", "unit"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    calls = [shlex.split(line.partition("-m pytest")[2]) for line in told.splitlines() if "-m pytest" in line]
    runs = Counter(file for call in calls for file in asked_for(call))
    there = set((ROOT / "tests").rglob("test_*.py"))
    print(f"{len(there)} files with tests in {len(calls)} parts")
    assert there - runs.keys() == set()
    assert [file for file, times in runs.items() if times > 1] == []
