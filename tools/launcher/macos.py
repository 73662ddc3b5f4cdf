"""The launcher on macOS: a small application bundle that starts the program from its folder.

Written from Apple's documentation of bundles and not tried on macOS yet. Dropped files arrive as open events, which
`ui.app` takes.
"""

import plistlib
import shlex
import shutil
from collections.abc import Sequence
from pathlib import Path


def install(command: Sequence[str], picture: Path) -> list[Path]:
    """Make the bundle in this person's applications and return where it is."""
    from tools.launcher.drawing import convert

    bundle = _place()
    for folder in ("MacOS", "Resources"):
        (bundle / "Contents" / folder).mkdir(parents=True, exist_ok=True)
    start = bundle / "Contents" / "MacOS" / "juzheng"
    start.write_text(f'#!/bin/sh\nexec {shlex.join(command)} "$@"\n', "utf-8")
    start.chmod(0o755)
    convert(picture, bundle / "Contents" / "Resources" / "juzheng.icns", "ICNS")
    (bundle / "Contents" / "Info.plist").write_bytes(plistlib.dumps(describe()))
    return [bundle]


def uninstall() -> list[Path]:
    """Remove the bundle."""
    bundle = _place()
    if not bundle.is_dir():
        return []
    shutil.rmtree(bundle)
    return [bundle]


def describe() -> dict[str, object]:
    """Return the bundle's property list."""
    from evidence_app import __version__

    return {
        "CFBundleName": "Juzheng",
        "CFBundleDisplayName": "Juzheng",
        "CFBundleIdentifier": "local.juzheng",
        "CFBundleExecutable": "juzheng",
        "CFBundleIconFile": "juzheng",
        "CFBundlePackageType": "APPL",
        "CFBundleShortVersionString": __version__,
        "NSHighResolutionCapable": True,
        "CFBundleDocumentTypes": [
            {"CFBundleTypeName": "Evidence", "CFBundleTypeRole": "Viewer", "LSItemContentTypes": ["public.item"]}
        ],
    }


def _place() -> Path:
    return Path.home() / "Applications" / "Juzheng.app"
