"""Try a built archive as somebody without Python has it: unpack it, make, export and verify a dispute, open the window.

Usage: trial.py [ARCHIVE], else the one that was built last. It is unpacked in a folder whose name has spaces and
Chinese characters, with an empty home and no program on the path. Prints what was tried; ends with 1 at the first
thing that does not hold.
"""

import json
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from evidence_app import __version__
from evidence_app.progress import Silent
from evidence_app.sample.files import draw_files
from tests.fakes.authorities import LocalAuthority
from tests.fakes.made_recordings import write_steps
from tools.package.build import DIST, NAME

PATIENCE_S = 900
WINDOW_S = 60
PICTURES = 2
"""How many are brought in as files; the next one comes in an archive. Each takes some seconds to read."""

UNUSABLE = 2
"""The exit code of a command that is refused."""


class DoesNotHold(Exception):  # what is found, not what fails
    """Something that was tried did not do what it should."""


class Trial:
    """One unpacked program, and where it is tried."""

    def __init__(self, archive: Path, place: Path) -> None:
        shutil.unpack_archive(archive, place / "解开 的 文件夹")
        (folder,) = (place / "解开 的 文件夹").iterdir()
        self.folder = folder
        self.place = place
        self.vault = place / "证据 库"
        for name in ("home", "empty", "run"):
            (place / name).mkdir(mode=0o700)

    @property
    def environment(self) -> Mapping[str, str]:
        """What a program finds: no Python, no settings, no screen."""
        places = {"HOME": str(self.place / "home"), "PATH": str(self.place / "empty")}
        return places | {"LANG": "C.UTF-8", "XDG_RUNTIME_DIR": str(self.place / "run"), "QT_QPA_PLATFORM": "offscreen"}

    def run(self, *arguments: str | Path, expected: int = 0) -> str:
        """Return what a command says. Raises DoesNotHold if it ends otherwise than expected."""
        begun = time.monotonic()
        command = [str(self.folder / "juzheng-cli"), *map(str, arguments)]
        done = subprocess.run(
            command,
            env=self.environment,
            cwd=self.place,
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE_S,
        )
        if done.returncode != expected:
            raise DoesNotHold(f"{arguments} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
        print(f"{time.monotonic() - begun:6.1f} s  {' '.join(command[1:4])} …", flush=True)
        return done.stdout

    def command(self, verb: str, *arguments: str | Path, expected: int = 0) -> str:
        """Return what a verb says of the trial's vault."""
        return self.run("--vault", self.vault, verb, *arguments, expected=expected)


def main(archive: Path) -> int:
    """Try everything and return the exit code."""
    with tempfile.TemporaryDirectory(prefix="juzheng-") as place:
        trial = Trial(archive, Path(place))
        try:
            for part in (_version, _sample_dispute, _dispute, _window):
                part(trial)
        except DoesNotHold as found:
            print(f"does not hold: {found}")
            return 1
    print("The built program holds.")
    return 0


def _version(trial: Trial) -> None:
    _hold(trial.run("--version").strip() == __version__, "the version")


def _sample_dispute(trial: Trial) -> None:
    """Make, export and verify the sample dispute."""
    said = trial.run("--demo", trial.place / "demo")
    _hold((trial.place / "demo" / "dossier.pdf").is_file() and said.count("Verdict: Unchanged") == 2, said)


def _dispute(trial: Trial) -> None:
    """Add pictures, a recording, a PDF and an archive; read, export with a witness, verify."""
    brought, packed = trial.place / "证 据", trial.place / "packed"
    for folder in (brought, packed):
        folder.mkdir()
    drawn = draw_files(trial.place / "drawn", Silent())
    pictures = [path for path in drawn if path.suffix in {".png", ".jpg"}]
    for path in (*pictures[:PICTURES], *(path for path in drawn if path.suffix == ".pdf")):
        shutil.copy2(path, brought)
    shutil.copy2(pictures[PICTURES], packed)
    write_steps(packed / "call.mp3", kind="mp3")
    shutil.make_archive(str(brought / "all"), "zip", packed)
    dispute = trial.command("new", "试", "--type", "unauthorised_loan", "--institution", "示例").split()[-1]
    added = json.loads(trial.command("add", dispute, brought, "--json"))
    kept = [item["status"] for item in added["items"]]
    _hold(set(kept) == {"added"}, f"what was added: {kept}")
    trial.command("read", dispute)
    events = json.loads(trial.command("timeline", dispute, "--json"))["events"]
    read = [event for event in events if event["status"] == "suggested" and event["amount"]]
    print(
        f"          {kept.count('added')} files added; {len(events)} events, {len(read)} of them amounts that were read"
    )
    _hold(len(read) > 0, "no amount was read")
    out = trial.place / "dossier.pdf"
    with LocalAuthority(trial.place, "first") as authority:
        witness = ("--tsa", authority.url, "--tsa-root", authority.root_pem)
        trial.command("export", dispute, out, "--profile", "lawyer", *witness)
        verdict = json.loads(trial.run("verify", out, "--tsa-root", authority.root_pem, "--json"))["verdict"]
    print(f"          verdict: {verdict}")
    _hold("witnessed" in verdict, verdict)
    trial.run("verify", trial.vault)


def _window(trial: Trial) -> None:
    """Open the window on the vault, see that it holds it, and close it in order."""
    settings = trial.place / "home" / ".config" / "Juzheng" / "Juzheng.conf"
    settings.parent.mkdir(parents=True)
    shutil.copytree(trial.vault, trial.place / "home" / "vault")
    settings.write_text(f"[vault]\nfolder={trial.place / 'home' / 'vault'}\n", "utf-8")
    begun = time.monotonic()
    window = subprocess.Popen(
        [str(trial.folder / "juzheng")], env=trial.environment, cwd=trial.place, stderr=subprocess.PIPE, text=True
    )
    try:
        socket_folder = trial.place / "run" / "juzheng"
        while not (socket_folder.is_dir() and any(socket_folder.iterdir())):
            _hold(window.poll() is None and time.monotonic() < begun + WINDOW_S, "the window does not open")
            time.sleep(0.02)
        print(f"{time.monotonic() - begun:6.1f} s  the window holds its vault", flush=True)
        held = ("new", "x", "--type", "other", "--institution", "x")
        trial.run("--vault", trial.place / "home" / "vault", *held, expected=UNUSABLE)
        window.send_signal(signal.SIGTERM)
        _, complaints = window.communicate(timeout=WINDOW_S)
    finally:
        window.kill()
    _hold(window.returncode == 0 and not complaints, f"the window ended with {window.returncode}: {complaints}")


def _hold(holds: bool, what: str) -> None:
    if not holds:
        raise DoesNotHold(what)


if __name__ == "__main__":
    given = [Path(name) for name in sys.argv[1:]] or sorted(DIST.glob(f"{NAME}.*"))
    sys.exit(main(given[0].resolve()))
