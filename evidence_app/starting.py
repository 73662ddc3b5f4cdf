"""How this program and its worker processes are started: from their source, or built for people without Python.

Only here is it known which of the two this is.
"""

import json
import os
import sys
from collections.abc import MutableMapping, Sequence
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


def give_libraries_back(environment: MutableMapping[str, str] = os.environ) -> None:
    """Let programs of the system that are started from here load the system's libraries, not those of a built program.

    PyInstaller's start makes Linux look for libraries in the program's folder first. Workers, and the program where it
    starts itself again, are to be started as if nothing had been before: so they are told where theirs are.
    """
    environment["PYINSTALLER_RESET_ENVIRONMENT"] = "1"
    before = environment.pop("LD_LIBRARY_PATH_ORIG", None)
    environment.pop("LD_LIBRARY_PATH", None)
    if before is not None:
        environment["LD_LIBRARY_PATH"] = before


def window_command() -> list[str]:
    """Return the command that opens the window, for a launcher; files to add can follow."""
    if BUILT:
        return [_beside(WINDOW)]
    # the link in the environment, not what it leads to: only there Python finds the packages
    python = Path(sys.prefix) / ("Scripts/pythonw.exe" if sys.platform == "win32" else "bin/python")
    return [str(python.absolute()), str(_PROJECT / "main.py")]


def command_line() -> list[str]:
    """Return the command that a verb of the command line can follow."""
    return [_beside(COMMAND_LINE)] if BUILT else [sys.executable, "-m", "evidence_app"]


def _beside(name: str) -> str:
    """Return one of the two programs that lie beside each other where both were built."""
    return str(Path(sys.executable).with_name(name + Path(sys.executable).suffix))


def command_again(file_count: int) -> list[str]:
    """Return the command with which this process was started, without the ``file_count`` files at its end."""
    return [sys.executable, *sys.orig_argv[1 : len(sys.orig_argv) - file_count]]
