"""What goes into the built program beside its modules, and what of the libraries stays out."""

import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from sysconfig import get_path

ROOT = Path(__file__).resolve().parents[2]

WITH_DATA = ("cn2an", "holidays", "pikepdf", "publicsuffixlist", "pyhanko", "rapidocr")
"""Packages that read files of their own which PyInstaller does not know of; the reading models are in the last."""

WITH_HIDDEN = ("evidence_app", "ui", "tools.launcher", "keyring.backends")
"""Packages whose modules are also asked for by name: workers, and the places where systems keep keys."""

OTHER_MODULES = ("tools.demo", "tools.install", "logging.config")

LEFT_OUT = ("setuptools", "pkg_resources", "tkinter", "pytest", "pygments", "IPython", "matplotlib", "numpy.f2py")
"""Modules that libraries name and the program never runs."""

SOURCES_ONLY = (".ts",)
"""Endings of files that are compiled, and not read when the program runs."""

WITHOUT = (
    # other ways to draw than a desktop's, and a keyboard that brings QML
    *(
        "*/platforms/*eglfs*",
        "*/platforms/*linuxfb*",
        "*/platforms/*vnc*",
        "*/platforms/*vkkhr*",
        "*/platforms/*minimal*",
    ),
    *("*/egldeviceintegrations/*", "*/generic/*", "*/xcbglintegrations/*", "*/wayland-graphics-integration-client/*"),
    *("*/platforminputcontexts/*virtualkeyboard*", "*Qt6VirtualKeyboard*", "*Qt6Qml*", "*Qt6Quick*", "*Qt6Egl*"),
    # GTK of this computer beside libraries of that one would end the program
    *(
        "*/platformthemes/*gtk3*",
        "libatk*",
        "libcairo*",
        "libgdk*",
        "libpango*",
        "libpixman*",
        "libthai*",
        "libdatrie*",
    ),
    *("libfribidi*", "libgio-*", "libharfbuzz.so*"),
    # Qt's own network, PDF and FFmpeg: nothing is fetched, PDFs and recordings are decoded by workers
    *("*/networkinformation/*", "*/tls/*", "*/imageformats/*qpdf*", "*Qt6Pdf*", "*/multimedia/*", "*Qt6FFmpegStub*"),
    *("libavcodec.so*", "libavformat.so*", "libavutil.so*", "libswresample.so*", "libswscale.so*"),
    "*/Qt/translations/*",  # the window's own catalogs have Qt's words
    "*/tests/*",
)
"""Patterns of files that libraries bring and the program does not use."""


def resource_files() -> Iterator[tuple[str, str]]:
    """Yield each bundled file with the folder in which the built program looks for it."""
    for path in sorted((ROOT / "resources").rglob("*")):
        if path.is_file() and path.suffix not in SOURCES_ONLY:
            yield str(path), str(path.parent.relative_to(ROOT))
    yield str(ROOT / "LICENSE"), "."


def migration_files() -> Iterator[tuple[str, str]]:
    """Yield the steps that bring an older vault up to date: Alembic reads them as files."""
    migrations = ROOT / "evidence_app" / "vault" / "migrations"
    for path in sorted([*migrations.rglob("*.py"), *migrations.rglob("*.mako")]):
        yield str(path), str(path.parent.relative_to(ROOT))


def licence_of_python() -> Iterator[tuple[str, str]]:
    """Yield Python's own licence with the folder in which a built program looks for it, where Python brings one."""
    library = Path(get_path("stdlib"))
    if (library / "LICENSE.txt").is_file():
        yield str(library / "LICENSE.txt"), str(library.relative_to(sys.base_prefix))


def is_wanted(name: str) -> bool:
    """Tell whether a library or data file, by its place in the program, is used."""
    place = name.replace("\\", "/")
    return not any(fnmatch(place, pattern) for pattern in WITHOUT)


def is_of_the_system(library: Path) -> bool:
    """Tell whether a library came neither with a package nor with Python, so that its licence lies elsewhere."""
    return "site-packages" not in library.parts and not library.name.startswith("libpython")
