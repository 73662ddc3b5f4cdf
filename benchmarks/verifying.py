"""How long checking a whole bag takes, command line and all, against `sha256sum` over the same files, in one run.

Checking reads every byte once, and besides reads the PDF, its signature, the log, and every timestamp.
Usage: python benchmarks/verifying.py [--megabytes N] [--rounds N]
"""

import argparse
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

COUNT = 400
ALLOWED_RATIO = 1.5
ATTACHED_BYTES = 25 << 20


def make_bag(folder: Path, megabytes: int) -> tuple[Path, Path]:
    """Make a sealed bag with that many megabytes of originals; return it and its authority's root."""
    from evidence_app.domain.exhibits import Media, MediaKind
    from tests.fakes.authorities import LocalAuthority
    from tests.fakes.dossier_case import new_case
    from tests.fakes.sealed import Sealed, bagged, enclosed, finished

    chance, witness = random.Random(1), LocalAuthority(folder, "one")  # the same in every run
    (folder / "made").mkdir()
    case = new_case(folder / "kept")
    for number in range(COUNT):
        data = chance.randbytes(megabytes * (1 << 20) // COUNT)
        case.add(f"{number}.m4a", data, Media(MediaKind.OTHER, "audio/mp4"))
    enclosures, attached, room = enclosed(case, [witness]), [], ATTACHED_BYTES
    for each in enclosures:
        room -= each.size
        attached += [each] if room > 0 or each.data is not None else []
    path = finished(folder / "made", case, attached, [witness])
    sealed = Sealed(path, case, enclosures, (witness.authority,))
    return bagged(sealed, folder / "bag"), witness.root_pem


def seconds(command: list[str], bag: Path) -> float:
    """Return how long a command takes in the bag's folder. It must succeed."""
    start = time.perf_counter()
    subprocess.run(command, cwd=bag, check=True, capture_output=True, env={"PYTHONPATH": str(ROOT)})
    return time.perf_counter() - start


def main() -> int:
    """Print the comparison; 1 if a limit is broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=int, default=800)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        bag, root = make_bag(Path(scratch), arguments.megabytes)
        theirs_command = ["/usr/bin/sha256sum", "--quiet", "-c", "manifest-sha256.txt"]
        ours_command = [sys.executable, "-m", "evidence_app", "verify", str(bag), "--tsa-root", str(root)]
        rounds = [(seconds(ours_command, bag), seconds(theirs_command, bag)) for _ in range(arguments.rounds)]
    ours, theirs = (min(run[side] for run in rounds) for side in (0, 1))
    print(f"verifying a bag of {COUNT} originals, {arguments.megabytes} MB: {ours:.2f} s; sha256sum: {theirs:.2f} s")
    print(f"ratio {ours / theirs:.2f} (allowed {ALLOWED_RATIO})")
    return int(ours / theirs > ALLOWED_RATIO)


if __name__ == "__main__":
    raise SystemExit(main())
