"""How this program and its worker processes are started: from their source, or built for people without Python.

Only here is it known which of the two this is.
"""

import json
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

BUILT = bool(getattr(sys, "frozen", False))
"""PyInstaller's start says so. Then ``sys.executable`` is the program itself, and there is no other Python."""

WINDOW, COMMAND_LINE = ("juzheng", "juzheng-cli") if BUILT else ("python main.py", "python -m evidence_app")
"""What a person types to start each of the two doors."""

WORKER = "--worker"
"""Behind it, a built program is told which module of its own it shall run in place of a window or a command."""

_PROJECT = Path(__file__).resolve().parent.parent
_START = (
    "import sys, json, importlib; sys.path[:] = json.loads(sys.argv[1]); importlib.import_module(sys.argv[2]).main()"
)


def worker_command(module: str) -> list[str]:
    """Return the command that starts a worker, whose ``main`` is in a module.

    It searches modules exactly where this process does, wherever that was started, and never in the current folder.
    """
    if BUILT:
        return [sys.executable, WORKER, module]
    places = [str(_PROJECT), *(place for place in sys.path if place and Path(place).is_absolute())]
    return [sys.executable, "-I", "-X", "utf8", "-c", _START, json.dumps(places), module]


def served_as_worker(arguments: Sequence[str]) -> bool:
    """Tell whether a built program was started as a worker, after it has done that work.

    ``arguments`` are the program's name and what follows it.
    """
    if len(arguments) != 3 or arguments[1] != WORKER:
        return False
    import_module(arguments[2]).main()
    return True


def window_command() -> list[str]:
    """Return the command that opens the window, for a launcher; files to add can follow."""
    if BUILT:
        return [sys.executable]
    # the link in the environment, not what it leads to: only there Python finds the packages
    python = Path(sys.prefix) / ("Scripts/pythonw.exe" if sys.platform == "win32" else "bin/python")
    return [str(python.absolute()), str(_PROJECT / "main.py")]


def command_again(file_count: int) -> list[str]:
    """Return the command with which this process was started, without the ``file_count`` files at its end."""
    return [sys.executable, *sys.orig_argv[1 : len(sys.orig_argv) - file_count]]
