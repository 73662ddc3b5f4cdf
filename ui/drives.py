"""Sticks and other drives that somebody may carry a vault on."""

import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStorageInfo

MEDIA_FOLDERS = ("/media/", "/run/media/", "/mnt/", "/Volumes/")
"""Where systems other than Windows put what was plugged in."""


@dataclass(frozen=True)
class Drive:
    """A drive that can be written: its name as people know it, where it is, how much is free."""

    name: str
    root: Path
    free_bytes: int


def carried_drives() -> list[Drive]:
    """Return the drives that can be carried away and written to. Slow with sleeping disks: not on the UI thread."""
    found = []
    for volume in QStorageInfo.mountedVolumes():
        if volume.isValid() and volume.isReady() and not volume.isReadOnly() and _is_carried(volume.rootPath()):
            root = Path(volume.rootPath())
            found.append(Drive(volume.displayName() or root.name or str(root), root, volume.bytesAvailable()))
    return found


if sys.platform == "win32":

    def _is_carried(root: str) -> bool:
        import ctypes

        removable_drive = 2  # DRIVE_REMOVABLE of winbase.h
        return bool(ctypes.windll.kernel32.GetDriveTypeW(root) == removable_drive)

else:

    def _is_carried(root: str) -> bool:
        return root.startswith(MEDIA_FOLDERS)
