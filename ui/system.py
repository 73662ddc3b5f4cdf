"""Which program this is and on what it runs: for the about box and for reports. Nothing about the person."""

import platform

from PySide6.QtCore import QLibraryInfo
from PySide6.QtGui import QGuiApplication

from evidence_app import __version__


def versions() -> str:
    """Return the versions of the program and of what it stands on, one per line."""
    lines = (
        f"Juzheng {__version__}",
        f"Python {platform.python_version()} ({platform.python_implementation()})",
        f"Qt {QLibraryInfo.version().toString()} ({QGuiApplication.platformName()})",
        f"{platform.system()} {platform.release()} ({platform.machine()})",
    )
    return "\n".join(lines)
