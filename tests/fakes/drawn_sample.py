"""The sample's files, drawn once for all processes that test: that takes four seconds, and always gives the same.

`tests/unit/sample` shows that it does. They lie in ``build`` and are drawn anew as soon as anything they are made of
is another: the modules, fonts and words that draw them, and the packages.
"""

import hashlib
import shutil
import tempfile
from functools import cache
from pathlib import Path

from evidence_app.progress import Progress, Silent
from evidence_app.resources import resource
from evidence_app.sample.files import FILES, NAMES, draw_files

ROOT = Path(__file__).parents[2]


def copied_files(folder: Path, progress: Progress) -> list[Path]:
    """Do what `draw_files` does, with files drawn earlier."""
    drawn = _drawn()
    folder.mkdir(parents=True, exist_ok=True)
    progress.start(len(FILES), "file")
    copies = []
    for key, _, _ in FILES:
        progress.check()
        copies.append(shutil.copy2(drawn / NAMES[key], folder / NAMES[key]))
        progress.advance()
    return copies


def _drawn() -> Path:
    """Return the folder with the files. Two processes that draw at a time do not disturb each other."""
    place = ROOT / "build" / f"sample-{_digest()}"
    if not place.exists():
        place.parent.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(dir=place.parent) as scratch:
            draw_files(Path(scratch, "drawn"), Silent())
            try:
                Path(scratch, "drawn").rename(place)
            except OSError:
                if not place.exists():  # another process was quicker
                    raise
    return place


@cache
def _digest() -> str:
    made_of = [
        ROOT / "requirements.lock",
        resource("samples", "pictures.toml"),
        *sorted((ROOT / "evidence_app" / "sample").glob("*.py")),
        *sorted(resource("fonts").iterdir()),
    ]
    return hashlib.sha256(b"".join(hashlib.sha256(path.read_bytes()).digest() for path in made_of)).hexdigest()[:16]
