"""Import of 400 phone screenshots against a plain loop of copy, fsync, SHA-256 and Pillow thumbnail.

Prints the ratio of the two in the same run; the goal is at most 1.0 on two cores.
"""

import hashlib
import os
import random
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from evidence_app.actions.add_evidence import FileSource, ItemStatus, add_evidence
from evidence_app.actions.disputes import NewDispute, new_dispute
from evidence_app.actions.session import open_session
from evidence_app.domain.disputes import DisputeType
from evidence_app.progress import Silent

COUNT = int(os.environ.get("JUZHENG_BENCH_COUNT", "400"))
SIZE_PX = (1080, 2340)
THUMBNAIL_PX = (320, 320)


def draw_screenshots(folder: Path, count: int) -> list[Path]:
    """Draw chat-like screens with a photo-like patch, half PNG, half JPEG, about 180 MB for 400."""
    from PIL import Image, ImageDraw

    chance = random.Random(1)
    noise = Image.effect_noise(SIZE_PX, 18).convert("RGB")
    paths = []
    for number in range(count):
        screen = Image.new("RGB", SIZE_PX, chance.choice([(237, 237, 237), (17, 17, 17), (255, 255, 255)]))
        patch = noise.crop((0, 0, chance.randint(640, 1000), chance.randint(640, 880)))
        screen.paste(patch, (100, 1400))
        draw = ImageDraw.Draw(screen)
        for y in range(220, 2200, 110):
            x = chance.choice([120, 300])
            draw.rounded_rectangle((x, y, x + 660, y + 86), 18, fill=(149, 236, 105) if x > 200 else (255, 255, 255))
            for column in range(24):
                top = y + 20 + chance.randint(0, 20)
                draw.rectangle((x + 20 + column * 26, top, x + 38 + column * 26, top + 26), fill=(0, 0, 0))
        suffix = ".jpg" if number % 2 else ".png"
        clock = f"{8 + number // 3600:02}{number // 60 % 60:02}{number % 60:02}"
        path = folder / f"Screenshot_20250222_{clock}_com.tencent.mm{suffix}"
        screen.save(path, quality=90)
        paths.append(path)
    return paths


def plain_loop(paths: list[Path], out: Path) -> float:
    """Copy, fsync, hash and make a thumbnail of one file after the other; return seconds."""
    from PIL import Image

    begun = time.perf_counter()
    for path in paths:
        data = path.read_bytes()
        with (out / path.name).open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        hashlib.sha256(data).hexdigest()
        with Image.open(path) as picture:
            picture.thumbnail(THUMBNAIL_PX)
            picture.convert("RGB").save(out / f"{path.stem}.thumb.jpg")
    return time.perf_counter() - begun


def import_all(paths: list[Path], vault: Path) -> float:
    """Add the files to a new dispute, from an open vault to the last durable item; return seconds."""
    session = open_session(vault, create=True)
    dispute = new_dispute(session, NewDispute(title="b", type=DisputeType.OTHER, institution="b"))
    begun = time.perf_counter()
    report = add_evidence(session, dispute.id, [FileSource(p) for p in paths], Silent(), lambda item: None)
    seconds = time.perf_counter() - begun
    session.close()
    assert report.count(ItemStatus.ADDED) == len(paths), report
    return seconds


def main() -> None:
    """Measure both, twice, alternating; print the ratio of the better runs."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as scratch:
        folder = Path(scratch)
        (folder / "shots").mkdir()
        paths = draw_screenshots(folder / "shots", COUNT)
        size_mb = sum(path.stat().st_size for path in paths) / 1e6
        loops, imports = [], []
        for turn in range(2):
            (folder / f"plain{turn}").mkdir()
            loops.append(plain_loop(paths, folder / f"plain{turn}"))
            imports.append(import_all(paths, folder / f"vault{turn}"))
    ratio = min(imports) / min(loops)
    print(
        f"import of {len(paths)} screenshots ({size_mb:.0f} MB): {min(imports):.2f} s, "
        f"plain loop {min(loops):.2f} s, ratio {ratio:.2f} (goal <= 1.0)"
    )


if __name__ == "__main__":
    main()
