"""What kind of place a folder is: network shares and cloud-synced folders endanger a database."""

import sys
from pathlib import Path

CATALOG_NAME = "catalog.sqlite3"


def is_vault(folder: Path) -> bool:
    """Tell whether a folder holds a vault."""
    return (folder / CATALOG_NAME).is_file()


CLOUD_FOLDERS = (
    "onedrive",
    "dropbox",
    "icloud",
    "com~apple~clouddocs",
    "google drive",
    "googledrive",
    "坚果云",
    "nutstore",
    "百度网盘",
    "baidunetdisk",
    "baidusyncdisk",
    "微云",
    "weiyun",
    "天翼云",
    "wps云盘",
    "wps cloud",
)
NETWORK_FILE_SYSTEMS = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "afpfs", "9p", "fuse.sshfs", "davfs"})


def location_warnings(folder: Path) -> list[str]:
    """Return the codes of what is risky about keeping a vault there: ``cloud-synced``, ``network-share``."""
    warnings = []
    parts = [part.casefold() for part in folder.absolute().parts]
    if any(part.startswith(name) for part in parts for name in CLOUD_FOLDERS):
        warnings.append("cloud-synced")
    if _is_on_network(folder):
        warnings.append("network-share")
    return warnings


if sys.platform == "win32":

    def _is_on_network(folder: Path) -> bool:
        import ctypes

        remote_drive = 4  # DRIVE_REMOTE of winbase.h
        anchor = folder.absolute().anchor
        return anchor.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(anchor) == remote_drive

elif sys.platform == "darwin":

    def _is_on_network(folder: Path) -> bool:
        import subprocess

        mounts = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=False).stdout
        table = []
        for line in mounts.splitlines():
            _, _, rest = line.partition(" on ")
            point, _, options = rest.rpartition(" (")
            table.append((point, options.split(",")[0].strip(" )")))
        return _network_in(table, folder)

else:

    def _is_on_network(folder: Path) -> bool:
        try:
            lines = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            return False
        table = [(words[1].replace("\\040", " "), words[2]) for words in map(str.split, lines) if len(words) > 2]
        return _network_in(table, folder)


def _network_in(mounts: list[tuple[str, str]], folder: Path) -> bool:
    """Tell whether the innermost mount point above ``folder`` is of a network file system."""
    place = folder.absolute()
    above = [(len(Path(point).parts), kind) for point, kind in mounts if place.is_relative_to(point)]
    return bool(above) and max(above)[1] in NETWORK_FILE_SYSTEMS
