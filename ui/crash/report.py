"""A report about a failure that holds nothing of the evidence.

Only what the program's own text says is written: names of our files and functions, line numbers, types of errors,
stable codes. Messages and values are left out because they can hold evidence, and so are paths, which can hold names.
"""

import errno
import logging
import re
import sys
import sysconfig
import traceback
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

from evidence_app.errors import JuzhengError
from evidence_app.resources import RESOURCES
from ui.system import versions

ROOT = RESOURCES.parent
OWN = frozenset({"ui", "evidence_app", "main.py"})
LONGEST_CHAIN = 20
MOST_FRAMES = 100
PLAIN_NAME = re.compile(r"[A-Za-z_<][\w<>.]{0,119}", re.ASCII)
CODE = re.compile(r"[a-z0-9-]{1,60}")
FAULT = re.compile(
    r"(?:Fatal Python error|Windows fatal exception): "
    r"(Segmentation fault|Aborted|Bus error|Illegal instruction|Floating[ -]point exception|access violation"
    r"|stack overflow|Cannot recover from stack overflow|code 0x[0-9a-fA-F]{1,16})"
)
FAULT_FRAME = re.compile(r'\s+File "(.*)", line (\d+) in (.*)')
FAULT_THREAD = re.compile(r"(?:Current thread|Thread) 0x[0-9a-fA-F]+")
KEPT_OUT = "Messages, values and paths are left out: they could hold evidence."


def error_report(error: BaseException) -> str:
    """Return a report about an error that nobody expected."""
    return _report("An error that the program did not expect", _told(error))


def log_error(log: logging.Logger, what: str, error: BaseException) -> None:
    """Log an error as it is reported: some systems keep for ever what a program writes there."""
    log.error("%s\n%s", what, error_report(error))


def fault_report(log: str) -> str:
    """Return a report about a run that ended without being closed; ``log`` is what `faulthandler` wrote, or empty."""
    return _report("The last run ended without being closed", _fault_lines(log))


def _report(what: str, lines: Iterable[str]) -> str:
    now = datetime.now(UTC)
    return "\n".join([versions(), f"{now:%Y-%m-%d %H:%M} UTC", "", what, KEPT_OUT, "", *lines, ""])


def _told(error: BaseException) -> Iterator[str]:
    """Yield the error and what it came from, each with its frames."""
    waiting: list[tuple[str, BaseException]] = [("", error)]
    seen = set[int]()
    while waiting and len(seen) < LONGEST_CHAIN:
        how, each = waiting.pop(0)
        if id(each) in seen:
            continue
        seen.add(id(each))
        yield f"{how}{_type_name(each)}{_number(each)}"
        frames = traceback.StackSummary.extract(
            traceback.walk_tb(each.__traceback__), limit=-MOST_FRAMES, lookup_lines=False, capture_locals=False
        )
        yield from _frame_lines((frame.filename, frame.lineno or 0, frame.name) for frame in frames)
        if isinstance(each, BaseExceptionGroup):
            waiting += [("with ", inner) for inner in each.exceptions]
        before = each.__cause__ or (None if each.__suppress_context__ else each.__context__)
        if before is not None:
            waiting.append(("after ", before))


def _type_name(error: BaseException) -> str:
    name = f"{type(error).__module__}.{type(error).__qualname__}"
    return name.removeprefix("builtins.") if PLAIN_NAME.fullmatch(name) else "an error"


def _number(error: BaseException) -> str:
    """Return what can be told of an error without its words: our own code, or the system's number."""
    if isinstance(error, JuzhengError):
        return f" [{error.code}]" if CODE.fullmatch(error.code) else ""
    if isinstance(error, OSError) and isinstance(error.errno, int):
        return f" [{errno.errorcode.get(error.errno, str(error.errno))}]"
    return ""


def _fault_lines(log: str) -> Iterator[str]:
    found = FAULT.search(log)
    yield found[1] if found else "Nothing was written about why."
    frames: list[tuple[str, int, str]] = []
    for line in log.splitlines():
        if frame := FAULT_FRAME.fullmatch(line):
            frames.append((frame[1], int(frame[2]), frame[3]))
        elif FAULT_THREAD.match(line):
            yield from _frame_lines(frames)
            frames = []
            yield "thread"
    yield from _frame_lines(frames)


def _frame_lines(frames: Iterable[tuple[str, int, str]]) -> Iterator[str]:
    """Yield a line for each frame of our own, and one for each row of others."""
    placed = [(_place(filename), filename, line, name) for filename, line, name in frames]
    for (own, whose), group in groupby(placed, key=lambda frame: frame[0]):
        members = list(group)
        if not own:
            yield f"  ({len(members)} in {whose})"
            continue
        for _, _, line, name in members:
            yield f"  {whose}:{line} {name if PLAIN_NAME.fullmatch(name) else ''}".rstrip()


def _place(filename: str) -> tuple[bool, str]:
    """Return whether a file is ours, and its name from the program's folder, or the package it belongs to."""
    path = Path(filename)
    parts = _below(path)
    if parts and parts[0] in OWN and all(PLAIN_NAME.fullmatch(part) for part in parts):
        return True, "/".join(parts)
    if not path.is_absolute():
        package = path.parts[0].removesuffix(".py") if path.parts else ""
        known = package in sys.modules and package not in sys.stdlib_module_names
        return False, package if known else _python_or_elsewhere(filename, package)
    if "site-packages" in path.parts:
        package = path.parts[path.parts.index("site-packages") + 1].removesuffix(".py")
        return False, package if package in sys.modules else "a library"
    return False, _python_or_elsewhere(filename)


def _below(path: Path) -> tuple[str, ...]:
    """Return a path from the program's folder; a built program knows no other ones of its modules."""
    if not path.is_absolute():
        return path.parts
    return path.relative_to(ROOT).parts if path.is_relative_to(ROOT) else ()


def _python_or_elsewhere(filename: str, module: str = "") -> str:
    of_python = filename.startswith((sysconfig.get_path("stdlib"), "<frozen ")) or module in sys.stdlib_module_names
    return "Python" if of_python else "elsewhere"
