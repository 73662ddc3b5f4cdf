"""What sealing costs: a signed and witnessed export of 400 screenshots against the bare PDF, and checking a bag.

Both exports go through the action that the window and the command line call, each in a process of its own, with two
authorities on loopback (openssl). Prints the ratio of the best times and the peak memory. A bag of the same dispute is
checked by `verify` and by `sha256sum`, which reads the same bytes and nothing more.
Usage: python benchmarks/sealing.py [--folder FOLDER] [--rounds N]   (FOLDER: screenshots to use, not made-up ones)
"""

import argparse
import importlib.util
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

ALLOWED_MEGABYTES, ALLOWED_CHECKING_RATIO = 400, 1.5
DISPUTE = "dispute.txt"


def screenshots(folder: Path) -> list[Path]:
    """Draw the pictures of the other benchmark of exports."""
    specification = importlib.util.spec_from_file_location("export_benchmark", ROOT / "benchmarks" / "export.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    found: list[Path] = module.make_screenshots(folder)
    return found


def make_vault(folder: Path, files: list[Path]) -> None:
    """Add the screenshots to a dispute in a new vault."""
    from evidence_app.actions.add_evidence import FileSource, add_evidence
    from evidence_app.actions.disputes import NewDispute, new_dispute
    from evidence_app.actions.session import open_session
    from evidence_app.domain.disputes import DisputeType
    from evidence_app.progress import Silent

    session = open_session(folder / "vault", create=True)
    dispute = new_dispute(session, NewDispute(title="Bench", type=DisputeType.OTHER, institution="Bench"))
    add_evidence(session, dispute.id, [FileSource(path) for path in files], Silent(), lambda item: None)
    (folder / DISPUTE).write_text(dispute.id)
    session.close()


def export_once(folder: Path, what: str, out: Path) -> None:
    """Export in this process and print seconds and peak megabytes; ``what`` is ``bare`` or ``sealed``."""
    from evidence_app.actions.session import open_session
    from tests.fakes.authorities import LocalAuthority

    dispute_id = (folder / DISPUTE).read_text()
    session = open_session(folder / "vault")
    with LocalAuthority(folder, "first") as first, LocalAuthority(folder, "second") as second:
        start = time.perf_counter()
        from evidence_app.actions.export_dossier import NO_SIGNATURE, ExportOptions, export_dossier
        from evidence_app.phrases import Language
        from evidence_app.progress import Silent

        options = ExportOptions(profile="lawyer", language=Language.ZH_HANS, signing=NO_SIGNATURE, attach=False)
        if what == "sealed":
            witnesses = (first.authority, second.authority)
            options = ExportOptions(profile="lawyer", language=Language.ZH_HANS, authorities=witnesses)
        exported = export_dossier(session, dispute_id, out, options, Silent())
        seconds = time.perf_counter() - start
    session.close()
    print(seconds, peak_megabytes(), exported.size_bytes, exported.verdict.value)


def peak_megabytes() -> int:
    """Return this process's peak resident memory."""
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // (1 << 20) if sys.platform == "darwin" else peak // (1 << 10)


def measured(folder: Path, what: str, out: Path) -> tuple[float, int, int, str]:
    """Run one export in a fresh interpreter."""
    out.unlink(missing_ok=True)
    command = [sys.executable, __file__, "--once", what, "--folder", str(folder), "--out", str(out)]
    run = subprocess.run(command, check=True, capture_output=True, text=True)
    seconds, megabytes, size, verdict = run.stdout.split()
    return float(seconds), int(megabytes), int(size), verdict


def check_bag(folder: Path) -> tuple[float, float]:
    """Return the seconds our verifier takes for a bag, and those of sha256sum over the same bytes, both warm."""
    out = folder / "bag"
    shutil.rmtree(out, ignore_errors=True)
    measured_bag = [sys.executable, __file__, "--once", "sealed", "--folder", str(folder), "--out", str(out)]
    subprocess.run(measured_bag, check=True, capture_output=True)
    roots = [word for root in sorted(folder.glob("authority-*/root.pem")) for word in ("--tsa-root", str(root))]
    ours = [sys.executable, "-m", "evidence_app", "verify", str(out), *roots]
    theirs = ["sha256sum", "--quiet", "-c", "manifest-sha256.txt"]
    best = {}
    for _ in range(3):
        for name, command, where in (("theirs", theirs, out), ("ours", ours, ROOT)):
            start = time.perf_counter()
            subprocess.run(command, cwd=where, check=True, capture_output=True)
            best[name] = min(best.get(name, float("inf")), time.perf_counter() - start)
    return best["ours"], best["theirs"]


def main() -> int:
    """Print the comparison; 1 if a limit is broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--out", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--once", choices=("bare", "sealed"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.once:
        export_once(given.folder, given.once, given.out)
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        shots = given.folder or folder / "shots"
        shots.mkdir(exist_ok=True)
        files = sorted(given.folder.iterdir()) if given.folder else screenshots(shots)
        make_vault(folder, files)
        return compare(folder, len(files), given.rounds)


def compare(folder: Path, count: int, rounds: int) -> int:
    """Measure and print; 1 if a limit is broken."""
    runs = [[measured(folder, what, folder / f"{what}.pdf") for what in ("bare", "sealed")] for _ in range(rounds)]
    bare, sealed = (min(run[side][0] for run in runs) for side in (0, 1))
    memory = max(run[side][1] for run in runs for side in (0, 1))
    sizes = [runs[0][side][2] / 1e6 for side in (0, 1)]
    print(f"export of {count} exhibits, bare: {bare:.2f} s, {sizes[0]:.0f} MB")
    print(f"with attachments, signature, two witnesses: {sealed:.2f} s, {sizes[1]:.0f} MB, {runs[0][1][3]}")
    print(f"ratio {sealed / bare:.2f}; peak {memory} MB (allowed {ALLOWED_MEGABYTES})")
    broken = memory > ALLOWED_MEGABYTES
    ours, theirs = check_bag(folder)
    print(f"verify of the bag: {ours:.2f} s; sha256sum: {theirs:.2f} s")
    print(f"ratio {ours / theirs:.2f} (allowed {ALLOWED_CHECKING_RATIO})")
    return int(broken or ours / theirs > ALLOWED_CHECKING_RATIO)


if __name__ == "__main__":
    raise SystemExit(main())
