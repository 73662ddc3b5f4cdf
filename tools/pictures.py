"""Draw pictures of the real window in every state, look and language, and say what a machine sees wrong in them.

Usage: pictures.py [--only WORD] [--language zh-Hans] [--size 1280x720] [--scale 200] [--appearance dark] [FOLDER]

Each state of ``tools/studio/states.py`` is drawn in three languages, light and dark, 1280×720 and 2560×1440, with
text of 100 % and 200 %, into FOLDER/STATE/; FOLDER/STATE.png shows them side by side, FOLDER/report.txt has what the
judges say. ``--readme DOCS`` draws only the README's pictures of the window and of the dossier, into DOCS.
Every language and size has a process and an X server of its own, whose screen is exactly as large as the window.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import product
from pathlib import Path

from evidence_app.phrases import Language
from tools.studio.montage import contact_sheet
from tools.studio.vaults import Stores

DPI = 110  # of the dossier's pages
README_PAGES = (1, 5)
README_STATE = "timeline"
SIZES = ("1280x720", "2560x1440")
SCALES = (100, 200)
JOBS = 2
MOST_NAMED = 6  # pictures that the report names for one remark
COLUMNS = 4  # of a contact sheet: light and dark, 100 % and 200 %; a row is a language


def main(arguments: Sequence[str]) -> int:
    """Draw; exit 1 if a state could not be reached."""
    options = _options(arguments)
    if options.worker:
        return _work(options)
    begin = time.monotonic()
    options.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="juzheng-pictures-") as scratch:
        stores = Stores(Path(scratch))
        for chosen in options.language:
            stores.make(Language(chosen), dossier=bool(options.readme))
        if options.readme:
            _draw_pages(stores, options)
        missed = _draw(options, Path(scratch))
    _conclude(options, missed, time.monotonic() - begin)
    return 1 if missed else 0


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=Path("build/pictures"))
    parser.add_argument("--only", action="append", default=[], help="draw only states whose name contains this")
    parser.add_argument("--language", action="append", choices=[spoken.value for spoken in Language])
    parser.add_argument("--size", action="append", help="such as 1280x720")
    parser.add_argument("--scale", action="append", type=int, help="of the text, in percent")
    parser.add_argument("--appearance", action="append", choices=["light", "dark"])
    parser.add_argument("--readme", type=Path, help="draw the README's pictures into this folder")
    parser.add_argument("--jobs", type=int, default=JOBS, help="how many processes draw at the same time")
    parser.add_argument("--worker", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    options.language = options.language or [spoken.value for spoken in Language]
    options.size = options.size or list(SIZES[:1] if options.readme else SIZES)
    options.scale = options.scale or list(SCALES[:1] if options.readme else SCALES)
    options.appearance = options.appearance or ["light", "dark"]
    return options


# In the process that was started


def _draw(options: argparse.Namespace, scratch: Path) -> list[str]:
    """Let workers draw; return which states they could not reach."""
    jobs = [(spoken, size) for size in options.size for spoken in options.language]
    with ThreadPoolExecutor(options.jobs) as pool:
        outputs = list(pool.map(lambda job: _start_worker(options, scratch, *job), jobs))
    lines = [line for output in outputs for line in output]
    (options.folder / "report.txt").write_text(_report(lines), encoding="utf-8")
    return [line for line in lines if ": not reached: " in line]


def _report(lines: list[str]) -> str:
    """Return each remark once, with the pictures it is about."""
    pictures: dict[str, list[str]] = {}
    for line in lines:
        state, look, remark = (line.split(": ", 2) + ["", ""])[:3]  # a library may have printed something of its own
        pictures.setdefault(remark, []).append(f"{state}/{look}")
    return "".join(
        f"{remark}\n    {len(where)}: {' '.join(sorted(where)[:MOST_NAMED])}\n"
        for remark, where in sorted(pictures.items())
    )


def _start_worker(options: argparse.Namespace, scratch: Path, spoken: str, size: str) -> list[str]:
    passed = [f"--scale={scale}" for scale in options.scale] + [f"--appearance={name}" for name in options.appearance]
    passed += [f"--only={word}" for word in options.only] + ([f"--readme={options.readme}"] if options.readme else [])
    own = scratch / f"{spoken}-{size}"
    own.mkdir()
    screen = f"-screen 0 {size}x24 -noreset"
    done = subprocess.run(
        ["xvfb-run", "-a", "-s", screen, sys.executable, __file__, str(options.folder), f"--worker={scratch}"]
        + [f"--language={spoken}", f"--size={size}", *passed],
        check=False,
        capture_output=True,
        text=True,
        env=_environment(own),
    )
    if done.returncode:
        return [f"all: {spoken}-{size}: not reached: the worker failed: {done.stderr[-2000:]}"]
    return done.stdout.splitlines()


def _environment(home: Path) -> dict[str, str]:
    """Return an environment in which nothing of the person who draws is read or written."""
    kept = {name: value for name, value in os.environ.items() if name not in {"WAYLAND_DISPLAY", "DISPLAY"}}
    places = {f"XDG_{what}_HOME": str(home / what.lower()) for what in ("DATA", "CONFIG", "CACHE", "STATE")}
    python = str(Path(__file__).resolve().parent.parent)
    return kept | places | {"HOME": str(home), "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": python, "LANG": "C.UTF-8"}


def _conclude(options: argparse.Namespace, missed: list[str], seconds: float) -> None:
    pictures = sorted(options.folder.glob("*/*.png"))
    if options.readme:
        for path in options.folder.glob(f"{README_STATE}/*.png"):
            spoken, appearance = path.stem.split("-1280x720-100-")
            _optimize(path, options.readme / f"window-{spoken}-{appearance}.png")
    else:
        for state, size in product({path.parent for path in pictures}, SIZES):
            if paths := sorted(state.glob(f"*-{size}-*.png")):
                contact_sheet(paths, options.folder / f"{state.name}-{size}.png", COLUMNS)
    said = (options.folder / "report.txt").read_text(encoding="utf-8").splitlines()
    print(f"pictures: {len(pictures)} in {options.folder}, {len(said) // 2} remarks in report.txt, {seconds:.0f} s")
    for line in missed:
        print(line, file=sys.stderr)


def _optimize(path: Path, target: Path) -> None:
    from PIL import Image

    with Image.open(path) as picture:
        picture.convert("RGB").save(target, optimize=True)


def _draw_pages(stores: Stores, options: argparse.Namespace) -> None:
    import pypdfium2

    for spoken in options.language:
        document = pypdfium2.PdfDocument(stores.dossier(Language(spoken)))
        for page_index in README_PAGES:
            if page_index < len(document):
                picture = document[page_index].render(scale=DPI / 72).to_pil().convert("RGB")
                picture.save(options.readme / f"dossier-{spoken}-{page_index + 1}.png", optimize=True)


# In a worker: one language, one size


def _work(options: argparse.Namespace) -> int:
    from tools.studio.drawing import Drawing
    from tools.studio.stage import Look
    from ui.tokens import Appearance

    width, height = map(int, options.size[0].split("x"))
    look = Look(Language(options.language[0]), (width, height))
    looks = [
        replace(look, scale=scale / 100, appearance=Appearance(appearance))
        for scale in options.scale
        for appearance in options.appearance
    ]
    only = [README_STATE] if options.readme else options.only
    drawing = Drawing(Stores(options.worker), looks, options.folder, Path.home())
    for line in drawing.draw(only, exactly=bool(options.readme)):
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    if shutil.which("xvfb-run") is None:
        sys.exit("xvfb-run is needed: make system-test")
    sys.exit(main(sys.argv[1:]))
