"""Build the program for people without Python: ``dist/juzheng-VERSION-PLATFORM`` and the archive of it.

Run by the Python of the packaging environment (`make package`). Only Linux was tried: on Windows and macOS it does
what PyInstaller's documentation says.
"""

import os
import platform
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterable
from pathlib import Path

from evidence_app import __version__
from evidence_app.actions.licences import OF_THE_SYSTEM
from evidence_app.resources import resource
from tools.package.contents import ROOT

WORK, DIST = ROOT / "build" / "package", ROOT / "dist"
SYSTEMS = {"linux": "linux", "win32": "windows", "darwin": "macos"}
NAME = f"juzheng-{__version__}-{SYSTEMS.get(sys.platform, sys.platform)}-{platform.machine().lower()}"
BUILT = "Juzheng.app" if sys.platform == "darwin" else "juzheng"


def main() -> Path:
    """Build and return the archive."""
    shutil.rmtree(WORK / "dist", ignore_errors=True)
    _draw_icon()
    _run_pyinstaller()
    built = _place()
    without = _add_licences(built, (WORK / "of-the-system.txt").read_text("utf-8").split("\n"))
    for library in without:
        print(f"no licence found for a library of this system: {library}")
    archive = _archive()
    print(f"{archive}  {archive.stat().st_size / 1e6:.0f} MB, unpacked {_size(DIST / NAME) / 1e6:.0f} MB")
    return archive


def _draw_icon() -> None:
    """Draw the icon that Windows and macOS have inside the program; Linux has it beside the menu's entry."""
    kind = {"win32": "ICO", "darwin": "ICNS"}.get(sys.platform)
    if kind is not None:
        from tools.launcher.drawing import convert

        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        convert(resource("icons", "juzheng.svg"), WORK / f"juzheng.{kind.lower()}", kind)


def _run_pyinstaller() -> None:
    options = ["--noconfirm", "--log-level=WARN", f"--distpath={WORK / 'dist'}", f"--workpath={WORK / 'work'}"]
    command = [sys.executable, "-m", "PyInstaller", *options, str(ROOT / "tools" / "package" / "juzheng.spec")]
    subprocess.run(command, cwd=ROOT, check=True)


def _place() -> Path:
    """Move what was built into its folder, with a text that says how to begin; return the folder of the program."""
    shutil.rmtree(DIST / NAME, ignore_errors=True)
    if sys.platform == "darwin":
        (DIST / NAME).mkdir(parents=True)
        shutil.move(WORK / "dist" / BUILT, DIST / NAME / BUILT)
    else:
        DIST.mkdir(exist_ok=True)
        shutil.move(WORK / "dist" / BUILT, DIST / NAME)
    shutil.copyfile(ROOT / "tools" / "package" / "README.txt", DIST / NAME / "README.txt")
    shutil.copyfile(ROOT / "LICENSE", DIST / NAME / "LICENSE.txt")
    return DIST / NAME


def _add_licences(built: Path, libraries: Iterable[str]) -> list[str]:
    """Put the licences of the system's libraries beside the others, as Debian records them; return those without."""
    folder = next(built.rglob("resources/licences")) / OF_THE_SYSTEM.name
    folder.mkdir(exist_ok=True)
    without = []
    for library in filter(None, libraries):
        package = _package_of(Path(library)) if sys.platform == "linux" else None
        text = Path("/usr/share/doc") / (package or "-") / "copyright"
        if text.is_file():
            shutil.copyfile(text, folder / f"{package}.txt")
        else:
            without.append(library)
    return without


def _package_of(library: Path) -> str | None:
    """Return the Debian package that a file came with; dpkg may know it under /lib."""
    places = {str(library), str(library.resolve())}
    places |= {place.removeprefix("/usr") for place in places}
    if shutil.which("dpkg") is None:
        return None
    told = subprocess.run(["dpkg", "-S", *sorted(places)], capture_output=True, text=True, check=False).stdout
    return told.partition(":")[0] or None


def _archive() -> Path:
    """Pack the folder: a ZIP keeps no marks of what can be run, so only Windows gets one."""
    if sys.platform == "win32":
        return Path(shutil.make_archive(str(DIST / NAME), "zip", DIST, NAME))
    archive = DIST / f"{NAME}.tar.gz"
    with tarfile.open(archive, "w:gz", compresslevel=6) as packed:  # more takes three times as long for one per cent
        packed.add(DIST / NAME, NAME)
    return archive


def _size(folder: Path) -> int:
    return sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file())


if __name__ == "__main__":
    main()
