"""What is said on the terminal in place of a window: to ``--help``, to ``--version``, where there is no screen."""

import os
import sys
from collections.abc import Mapping, Sequence

from evidence_app import __version__, starting
from evidence_app.phrases import Language, phrase

NO_SCREEN = 2
"""The exit code of a start that could not show anything, as the command line's for a problem with what was given."""


def answered(arguments: Sequence[str], language: Language) -> int | None:
    """Say what is to be said in place of opening a window and return the exit code, None where one is to be opened.

    ``arguments`` are those after the program's name.
    """
    if {"-h", "--help"} & set(arguments):
        print(_words("window.usage", language))
        return 0
    if "--version" in arguments:
        print(__version__)
        return 0
    if not has_screen(os.environ):
        print(_words("window.no-screen", language), file=sys.stderr)
        return NO_SCREEN
    return None


def _words(key: str, language: Language) -> str:
    return phrase("commands", key, language, window=starting.WINDOW, command_line=starting.COMMAND_LINE)


def has_screen(environment: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Return whether a window could be shown: other systems than Linux always have a screen for who is logged in."""
    if platform != "linux" or environment.get("QT_QPA_PLATFORM", "xcb").split(";")[0] not in {"xcb", "wayland"}:
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))
