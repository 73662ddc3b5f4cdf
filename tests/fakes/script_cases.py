"""Cases for the stand-alone scripts, as data: for their tests, and for the runner that changes the scripts."""

import contextlib
import io
import os
import sys
import types
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from unittest import mock


@dataclass(frozen=True)
class ScriptCase:
    """Files, a command line, and what has to come of it.

    ``files`` by their path; ``prepare`` makes what is no plain file. ``says`` has to be in the output, ``never`` must
    not be; ``leaves`` are the files that have to be there afterwards, with their bytes.
    """

    name: str
    files: dict[str, bytes]
    arguments: Sequence[str]
    code: int
    says: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    prepare: Callable[[Path], None] | None = None
    leaves: dict[str, bytes] = field(default_factory=dict)
    absent: tuple[str, ...] = ()
    encoding: str = "utf-8"

    def lay(self, folder: Path) -> None:
        """Put the case's files into a folder."""
        for name, data in self.files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        if self.prepare:
            self.prepare(folder)

    def run(self, program: types.CodeType, folder: Path) -> str:
        """Run a compiled script on the case's files in an empty folder; return what is not as it has to be."""
        self.lay(folder)
        return self.complaint(*run_in_process(program, self.arguments, folder, self.encoding), folder)

    def complaint(self, code: int, output: str, folder: Path) -> str:
        """Return what is not as it has to be, empty if all is."""
        if code != self.code:
            return f"exit code {code} instead of {self.code}: {output}"
        for words in self.says:
            if words not in output:
                return f"does not say {words!r}: {output}"
        for words in self.never:
            if words in output:
                return f"says {words!r}: {output}"
        for name, data in self.leaves.items():
            if not (folder / name).is_file() or (folder / name).read_bytes() != data:
                return f"{name} is missing or other than expected"
        for name in self.absent:
            if (folder / name).exists():
                return f"{name} was written"
        return ""


def run_in_process(
    program: types.CodeType, arguments: Sequence[str], folder: Path, encoding: str = "utf-8"
) -> tuple[int, str]:
    """Run a compiled script here, in a folder; return its exit code and output. What it raises comes out."""
    output = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="\n")
    errors = io.StringIO()
    before = Path.cwd()
    os.chdir(folder)
    try:
        with (
            mock.patch.object(sys, "argv", ["script", *arguments]),
            contextlib.redirect_stdout(output),
            contextlib.redirect_stderr(errors),
        ):
            exec(program, {"__name__": "__main__"})  # the scripts are ours
    except SystemExit as end:
        code = 0 if end.code is None else int(end.code) if isinstance(end.code, int) else 1
    else:
        code = 0
    finally:
        os.chdir(before)
    output.seek(0)
    return code, output.read() + errors.getvalue()
