"""What the program is made of, and under which licences: found in what is installed, so that it is always true."""

import platform
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from sysconfig import get_path

from evidence_app import __version__
from evidence_app.resources import RESOURCES, resource

PACKAGES = (
    "alembic",
    "av",
    "cn2an",
    "cryptography",
    "holidays",
    "ijson",
    "keyring",
    "lxml",
    "numpy",
    "numpy-financial",
    "olefile",
    "onnxruntime",
    "opencv-python-headless",
    "phonenumbers",
    "pikepdf",
    "pillow",
    "pillow-heif",
    "platformdirs",
    "pyHanko",
    "publicsuffixlist",
    "pypdfium2",
    "PySide6",
    "python-calamine",
    "python-docx",
    "python-oxmsg",
    "python-stdnum",
    "pyzipper",
    "rapidocr",
    "reportlab",
    "rfc8785",
    "segno",
    "silk-python",
    "SQLAlchemy",
    "tzdata",
)
"""What the program asks for by name; what these ask for in turn is found. A test holds this to pyproject.toml."""

BUILDER = "pyinstaller"
"""Its start is a part of a built program, and comes with it only there."""

OF_THE_SYSTEM = resource("licences", "of-the-system")
"""Where a built program has the licences of libraries that were taken from the system it was built on."""

LONGEST_LICENCE_NAME = 60
"""Some packages write the whole text where the name belongs."""
LARGEST_TEXT_BYTES = 1_000_000
TEXT_NAME = re.compile(r"licen[cs]e|copying|notice", re.IGNORECASE)
GPL = RESOURCES.parent / "LICENSE"
LGPL = resource("licences", "LGPL-3.0.txt")


@dataclass(frozen=True)
class Component:
    """One part of the program; ``licence`` is as its makers name it, ``texts`` lie in files that come with it."""

    name: str
    version: str
    licence: str
    texts: tuple[Path, ...] = ()


def components() -> list[Component]:
    """Return the program itself first, then everything that comes with it. Reads files."""
    python_text = Path(get_path("stdlib")) / "LICENSE.txt"
    return [
        Component("Juzheng 举证", __version__, "GPL-3.0-or-later", _there(GPL)),
        Component("Noto Sans SC", "", "OFL-1.1", _there(resource("fonts", "OFL-NotoSansSC.txt"))),
        Component("Noto Sans TC", "", "OFL-1.1", _there(resource("fonts", "OFL-NotoSansTC.txt"))),
        Component("Noto Emoji", "", "OFL-1.1", _there(resource("fonts", "OFL-NotoEmoji.txt"))),
        Component("Phosphor Icons", "", "MIT", _there(resource("icons", "LICENSE-Phosphor.txt"))),
        Component("OpenCC (table of characters)", "", "Apache-2.0", _there(resource("licences", "Apache-2.0.txt"))),
        Component("pypinyin (table of readings)", "0.55.0", "MIT", _there(resource("licences", "MIT-pypinyin.txt"))),
        *sorted(packages(), key=lambda component: component.name.lower()),
        Component("FFmpeg (in av)", "", "LGPL-3.0-or-later; x264, x265: GPL-2.0-or-later", _there(LGPL, GPL)),
        Component("Python", platform.python_version(), "PSF-2.0", _there(python_text)),
        *(Component(path.stem, "", "", (path,)) for path in sorted(OF_THE_SYSTEM.glob("*.txt"))),
    ]


def licence_text(component: Component) -> str:
    """Return the texts of a component's licence one below the other; empty if it brings none. Reads files."""
    texts = [path.read_bytes()[:LARGEST_TEXT_BYTES].decode("utf-8", "replace") for path in component.texts]
    if len(texts) == 1:
        return texts[0]
    return "\n\n".join(f"── {path.name} ──\n\n{text}" for path, text in zip(component.texts, texts, strict=True))


def _there(*paths: Path) -> tuple[Path, ...]:
    return tuple(path for path in paths if path.is_file())


def packages() -> Iterator[Component]:
    """Yield the installed packages that the program needs, directly or through another one."""
    wanted, seen = [*PACKAGES, BUILDER], set[str]()
    while wanted:
        name = wanted.pop()
        key = re.sub(r"[-_.]+", "-", name).lower()
        if key in seen:
            continue
        seen.add(key)
        try:
            found = metadata.distribution(name)
        except metadata.PackageNotFoundError:  # for another system or another Python
            continue
        wanted += _needed_by(found)
        yield Component(found.metadata["Name"], found.version, _licence_name(found), _texts(found))


def _needed_by(found: metadata.Distribution) -> list[str]:
    needed = [line for line in found.requires or [] if "extra ==" not in line]
    names = (re.match(r"[\w.-]+", line) for line in needed)
    return [name.group() for name in names if name is not None]


def _licence_name(found: metadata.Distribution) -> str:
    """Return the licence as the package's own record names it."""
    kept = found.metadata
    expression, words = (" ".join(kept.get_all(key) or []) for key in ("License-Expression", "License"))
    if expression:
        return expression
    if words and len(words) <= LONGEST_LICENCE_NAME and "\n" not in words:
        return words
    classified = [line.split(" :: ")[-1] for line in kept.get_all("Classifier") or [] if line.startswith("License ::")]
    return ", ".join(classified) or words.split("\n")[0][:LONGEST_LICENCE_NAME]


def _texts(found: metadata.Distribution) -> tuple[Path, ...]:
    """Return the licence files that a package brings; Qt's brings none, its text comes with this program."""
    brought = [
        Path(str(found.locate_file(file)))
        for file in found.files or []
        if any(part.endswith(".dist-info") for part in file.parts)
        and ("licenses" in file.parts or TEXT_NAME.search(file.name))
        and not file.name.endswith((".py", ".pyc"))
    ]
    if not brought and "LGPL-3.0" in _licence_name(found):
        return _there(LGPL, GPL)
    return _there(*brought)
