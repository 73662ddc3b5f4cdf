"""Put the program into the applications menu and on the desktop, for this person; ``--uninstall`` takes it away again.

The launcher starts the program from the folder in which it lies now: after moving that folder, install once more.
"""

import os
import sys
from types import ModuleType

from evidence_app.resources import resource
from evidence_app.starting import window_command


def main(arguments: list[str]) -> int:
    """Install or uninstall, and say what was done."""
    launcher = _for_this_system()
    if arguments == ["--uninstall"]:
        done = launcher.uninstall()
        print("removed:" if done else "there was nothing to remove")
    else:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        done = launcher.install(window_command(), resource("icons", "juzheng.svg"))
        print("installed:")
    for path in done:
        print(f"  {path}")
    return 0


def _for_this_system() -> ModuleType:
    if sys.platform == "win32":
        from tools.launcher import windows

        return windows
    if sys.platform == "darwin":
        from tools.launcher import macos

        return macos
    from tools.launcher import linux

    return linux


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
