"""Putting what was exported where the person wants it: all of it or nothing, and no token beside a file not its own."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from evidence_app.errors import InputProblem
from evidence_app.proof.enclosures import token_name
from evidence_app.vault.storage import sync_file, sync_folder

MOST_TOKENS = 9
PDF, ZIP = ".pdf", ".zip"


def is_bag(out: Path) -> bool:
    """Tell whether a bag is to be written there, and not a PDF.

    Raises InputProblem: ``out-is-folder`` for a PDF's or ZIP's name, ``out-not-empty`` for a bag's folder that holds
    something, ``out-not-pdf`` for another ending than ``.pdf`` and ``.zip``, ``out-folder-missing``.
    """
    ending = out.suffix.lower()
    if ending and ending not in (PDF, ZIP):
        raise InputProblem("out-not-pdf", path=str(out))
    if not out.parent.is_dir():
        raise InputProblem("out-folder-missing", folder=str(out.parent))
    if out.is_dir() and ending:
        raise InputProblem("out-is-folder", path=str(out))
    if not ending and out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise InputProblem("out-not-empty", path=str(out))
    return ending != PDF


def settle(files: Iterable[Path]) -> None:
    """Put the bytes of finished files on the disk; a bag's folder is there already. Raises OSError."""
    for path in files:
        if path.is_file():
            with path.open("rb+") as file:
                sync_file(file.fileno())


def put(finished: Path, tokens: Sequence[Path], out: Path) -> None:
    """Put a finished, settled file and its tokens at ``out`` and beside it, durably.

    An older file's tokens go before it is replaced: beside the new one they would make it look changed. If it cannot be
    replaced, they are put back. Raises OSError.
    """
    old = _older_tokens(out)
    aside = [finished.with_name(f"older-{token.name}") for token in old]
    try:
        for token, place in zip(old, aside, strict=True):
            token.replace(place)
        if out.is_dir():
            out.rmdir()  # it is empty: a bag's folder that was made before
        finished.replace(out)
    except OSError:
        for token, place in zip(old, aside, strict=True):
            with suppress(OSError):
                if place.exists():
                    place.replace(token)
        raise
    for count, token in enumerate(tokens, 1):
        token.replace(out.with_name(token_name(out.name, count)))
    sync_folder(out.parent)


def _older_tokens(out: Path) -> list[Path]:
    names = (token_name(out.name, count) for count in range(1, MOST_TOKENS + 1))
    return [path for name in names if (path := out.with_name(name)).is_file()]
