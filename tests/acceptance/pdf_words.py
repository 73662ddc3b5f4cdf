"""What other programs say of a finished PDF."""

import re
import subprocess
from functools import cache
from pathlib import Path


@cache
def run(*command: str | Path) -> str:
    """Return what a program says; asked once of each finished file, which does not change any more."""
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def words_of(path: Path, page_number: int | None = None) -> str:
    """Return the text without spaces and line ends, of one page or all."""
    text = run("pdftotext", path, "-")
    return squeezed(text.split("\f")[page_number - 1] if page_number else text)


def squeezed(text: str) -> str:
    """Return a text without spaces and line ends."""
    return re.sub(r"\s", "", text)
