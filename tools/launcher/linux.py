"""The launcher on freedesktop systems: a desktop entry, icons in the hicolor theme, and one more on the desktop."""

import hashlib
import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from tools.launcher.words import COMMENTS, KINDS, NAMES

ENTRY = "juzheng.desktop"
SIDES_PX = (16, 22, 24, 32, 48, 64, 128, 256, 512)
TOOL_TIMEOUT_S = 20
QUOTED = '"`$\\'


def install(command: Sequence[str], picture: Path) -> list[Path]:
    """Put the launcher in its places and return what was written. Only this person's folders are touched."""
    data = _data_home()
    entry = desktop_entry(command)
    written = [_write(data / "applications" / ENTRY, entry), *_icons(data / "icons" / "hicolor", picture)]
    desktop = desktop_folder()
    if desktop is not None:
        written.append(_write(desktop / ENTRY, entry))
        _trust(desktop / ENTRY)
    _tell_caches(data)
    return written


def uninstall() -> list[Path]:
    """Take away what `install` put there, and nothing else; return what was removed."""
    data = _data_home()
    desktop = desktop_folder()
    icons = data / "icons" / "hicolor"
    places = [data / "applications" / ENTRY, icons / "scalable" / "apps" / "juzheng.svg"]
    places += [icons / f"{side}x{side}" / "apps" / "juzheng.png" for side in SIDES_PX]
    places += [desktop / ENTRY] if desktop is not None else []
    removed = [place for place in places if place.is_file()]
    for place in removed:
        place.unlink()
    _tell_caches(data)
    return removed


def desktop_entry(command: Sequence[str]) -> str:
    """Return the entry's text (Desktop Entry Specification 1.0, which every system reads)."""
    lines = ["[Desktop Entry]", "Type=Application", "Version=1.0"]
    lines += _translated("Name", NAMES)
    lines += _translated("Comment", COMMENTS)
    lines += [
        f"Exec={' '.join(map(quoted, command))} %F",
        "Icon=juzheng",
        "Terminal=false",
        "StartupNotify=true",
        "StartupWMClass=Juzheng",
        "Categories=Office;",
        "Keywords=evidence;complaint;timeline;dossier;证据;投诉;證據;投訴;",
        f"MimeType={';'.join(KINDS)};",
    ]
    return "\n".join(lines) + "\n"


def quoted(argument: str) -> str:
    """Return an argument of an Exec line: quoted, then escaped once more because the line is a string value."""
    inside = "".join(f"\\{character}" if character in QUOTED else character for character in argument)
    return f'"{inside}"'.replace("\\", "\\\\").replace("%", "%%")


def desktop_folder() -> Path | None:
    """Return the folder whose content lies on the desktop, None where there is none."""
    try:
        told = subprocess.run(
            ["xdg-user-dir", "DESKTOP"], capture_output=True, text=True, timeout=TOOL_TIMEOUT_S, check=True
        ).stdout.strip()
    except (OSError, subprocess.SubprocessError):
        told = str(Path.home() / "Desktop")
    folder = Path(told)
    return folder if told and folder.is_dir() and folder != Path.home() else None


def _data_home() -> Path:
    given = Path(os.environ.get("XDG_DATA_HOME") or "")
    return given if given.is_absolute() else Path.home() / ".local" / "share"


def _translated(key: str, words: dict[str, str]) -> list[str]:
    return [f"{key}[{locale}]={text}" if locale else f"{key}={text}" for locale, text in words.items()]


def _write(path: Path, text: str) -> Path:
    """Write through a second file, so that a file manager never reads half an entry; executable, as desktops ask."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f".{path.name}.new")
    half.write_text(text, encoding="utf-8")
    half.chmod(0o755)
    half.replace(path)
    return path


def _icons(theme: Path, picture: Path) -> Iterator[Path]:
    from tools.launcher.drawing import draw

    drawn = theme / "scalable" / "apps" / "juzheng.svg"
    drawn.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(picture, drawn)
    yield drawn
    for side in SIDES_PX:
        path = theme / f"{side}x{side}" / "apps" / "juzheng.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        draw(picture, side, path)
        yield path


def _trust(entry: Path) -> None:
    """Mark the icon on the desktop as put there on purpose, as GNOME and Xfce ask before they start it."""
    checksum = hashlib.sha256(entry.read_bytes()).hexdigest()
    _try("gio", "set", str(entry), "metadata::trusted", "true")
    _try("gio", "set", "-t", "string", str(entry), "metadata::xfce-exe-checksum", checksum)


def _tell_caches(data: Path) -> None:
    _try("update-desktop-database", "-q", str(data / "applications"))
    if (data / "icons" / "hicolor" / "index.theme").exists():
        _try("gtk-update-icon-cache", "-q", "-f", str(data / "icons" / "hicolor"))


def _try(*command: str) -> None:
    """Run a tool that only makes things quicker or smoother; it may be missing, or hang where there is no desktop."""
    if shutil.which(command[0]) is not None:
        with suppress(subprocess.TimeoutExpired):
            subprocess.run(command, capture_output=True, timeout=TOOL_TIMEOUT_S, check=False)
