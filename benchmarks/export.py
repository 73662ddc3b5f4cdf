"""How long a complete `lawyer` dossier of 400 screenshots takes, against img2pdf on the same files, in one run.

Prints the ratio of the best times, and the peak memory of one export in a process of its own.
Usage: python benchmarks/export.py [--folder FOLDER] [--rounds N]   (FOLDER: screenshots to use instead of made-up ones)
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
ALLOWED_RATIO, ALLOWED_MEGABYTES = 0.7, 400
SCREEN = (1080, 2340)


def make_screenshots(folder: Path) -> list[Path]:
    """Draw chats with text and a noisy photo, every other one as JPEG: about 180 MB, like a phone's."""
    from PIL import Image, ImageDraw, ImageFont

    from evidence_app.resources import resource

    chance = random.Random(1)  # the same pictures in every run
    font = ImageFont.truetype(str(resource("fonts", "NotoSansSC-Regular.ttf")), 38)
    photo = Image.effect_noise(SCREEN, 18).convert("RGB")
    paths = []
    for index in range(COUNT):
        image = Image.new("RGB", SCREEN, chance.choice([(237, 237, 237), (17, 17, 17), (255, 255, 255)]))
        image.paste(photo.crop((0, 0, chance.randint(300, 560), chance.randint(300, 440))), (100, 1500))
        _draw_chat(ImageDraw.Draw(image), font, chance)
        path = folder / f"Screenshot_20250222_{8 + index // 60:02d}{index % 60:02d}00.{'jpg' if index % 2 else 'png'}"
        image.save(path, **({"quality": 90} if index % 2 else {}))
        paths.append(path)
    return paths


def _draw_chat(draw: "ImageDraw.ImageDraw", font: "ImageFont.FreeTypeFont", chance: random.Random) -> None:  # noqa: F821
    top = 220
    while top < 2200:
        mine, lines = chance.random() < 0.5, chance.randint(1, 3)
        left = 300 if mine else 120
        bubble = (left, top, left + 660, top + 30 + lines * 56)
        draw.rounded_rectangle(bubble, 18, fill=(149, 236, 105) if mine else (255, 255, 255))
        for line in range(lines):
            text = "".join(chr(0x4E00 + chance.randint(0, 3000)) for _ in range(15))
            draw.text((left + 20, top + 10 + line * 56), text, font=font, fill=(0, 0, 0))
        top += lines * 56 + 70


def export_once(files: list[Path], folder: Path) -> tuple[float, int]:
    """Return seconds and peak megabytes of one whole export, all imports included, in this process."""
    from tests.fakes.dossier_case import many_shots, options

    source = many_shots(folder / "vault", files).source()
    start = time.perf_counter()
    from evidence_app.dossier.writing import write_dossier
    from evidence_app.progress import Silent

    write_dossier(source, options("lawyer"), folder / "dossier.pdf", Silent())
    return time.perf_counter() - start, peak_megabytes()


def baseline_once(files: list[Path], folder: Path) -> tuple[float, int]:
    """Return seconds and peak megabytes of img2pdf on the same files, import included."""
    start = time.perf_counter()
    import img2pdf

    with (folder / "baseline.pdf").open("wb") as out:
        img2pdf.convert([str(path) for path in files], outputstream=out)
    return time.perf_counter() - start, peak_megabytes()


def peak_megabytes() -> int:
    """Return this process's peak resident memory."""
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // (1 << 20) if sys.platform == "darwin" else peak // (1 << 10)


def in_own_process(what: str, shots: Path) -> tuple[float, int]:
    """Run one measurement in a fresh interpreter."""
    command = [sys.executable, __file__, "--folder", str(shots), "--once", what]
    seconds, megabytes = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return float(seconds), int(megabytes)


def main() -> int:
    """Print the comparison; 1 if a limit is broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--once", choices=("export", "baseline"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        if arguments.once:
            files = sorted(arguments.folder.iterdir())
            once = export_once if arguments.once == "export" else baseline_once
            print(*once(files, Path(scratch)))
            return 0
        shots = arguments.folder or Path(scratch)
        files = sorted(shots.iterdir()) if arguments.folder else make_screenshots(shots)
        rounds = [(in_own_process("export", shots), in_own_process("baseline", shots)) for _ in range(arguments.rounds)]
    ours, theirs = (min(run[side][0] for run in rounds) for side in (0, 1))
    memory = max(run[0][1] for run in rounds)
    print(f"export of {len(files)} exhibits, profile lawyer: {ours:.2f} s; img2pdf: {theirs:.2f} s")
    print(f"ratio {ours / theirs:.2f} (allowed {ALLOWED_RATIO}); peak {memory} MB (allowed {ALLOWED_MEGABYTES})")
    return int(ours / theirs > ALLOWED_RATIO or memory > ALLOWED_MEGABYTES)


if __name__ == "__main__":
    raise SystemExit(main())
