"""The timestamp authorities that a person can choose from, and those added by hand."""

import contextlib
import json
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from evidence_app.domain.anchors import Authority
from evidence_app.errors import InputProblem, JuzhengError
from evidence_app.proof.authorities import (
    LARGEST_ROOTS_FILE,
    authority_from,
    bundled_authorities,
    default_authorities,
)
from evidence_app.vault.storage import make_folder, storage_problems

ENDING = ".json"
LARGEST_FILE = 2 * LARGEST_ROOTS_FILE


@dataclass(frozen=True, slots=True)
class ListedAuthority:
    """An authority on the list: whether a person added it, and whether it is asked unless others were chosen."""

    authority: Authority
    own: bool
    default: bool


def own_authorities_folder() -> Path:
    """Return where a person's own authorities are kept: with the program's settings, for all vaults."""
    from platformdirs import user_config_path

    return user_config_path("Juzheng", appauthor=False) / "authorities"


def list_authorities(folder: Path | None = None) -> list[ListedAuthority]:
    """Return the authorities that come with the program, then a person's own by name. Reads files."""
    asked = default_authorities()
    bundled = [ListedAuthority(each, own=False, default=each in asked) for each in bundled_authorities()]
    own = sorted(_own(folder or own_authorities_folder()), key=lambda each: (each.name, each.code))
    return bundled + [ListedAuthority(each, own=True, default=False) for each in own]


def known_authorities(folder: Path | None = None) -> tuple[Authority, ...]:
    """Return all authorities whose tokens are recognised: those on the list."""
    return tuple(listed.authority for listed in list_authorities(folder))


def _own(folder: Path) -> list[Authority]:
    """Return a person's own authorities; a file that cannot be read any more is passed over."""
    found = []
    for path in sorted(folder.glob(f"*{ENDING}")):
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError, JuzhengError):
            with path.open("rb") as file:
                facts = json.loads(file.read(LARGEST_FILE))
            found.append(authority_from(str(facts["name"]), str(facts["url"]), "".join(map(str, facts["roots"]))))
    return found


def add_authority(name: str, url: str, pem: Path, folder: Path | None = None) -> Authority:
    """Add an authority with the root certificates in a PEM file; one with the same first root is replaced.

    Raises InputProblem (``authority-address``, ``authority-root``), EnvironmentProblem (disk).
    """
    with storage_problems(pem), pem.open("rb") as file:
        read = file.read(LARGEST_ROOTS_FILE + 1)
    if len(read) > LARGEST_ROOTS_FILE:
        raise InputProblem("authority-root")
    authority = authority_from(name, url, read.decode("ascii", "replace"))
    place = folder or own_authorities_folder()
    make_folder(place)
    facts = {"name": authority.name, "url": authority.url, "roots": list(authority.roots)}
    _write_whole(place / f"{authority.code}{ENDING}", json.dumps(facts, ensure_ascii=False, indent=1).encode())
    return authority


def _write_whole(path: Path, data: bytes) -> None:
    with storage_problems(path):
        descriptor, part = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        Path(part).replace(path)


def forget_authority(code: str, folder: Path | None = None) -> None:
    """Take one's own authority off the list; anchors that it gave stay. Raises EnvironmentProblem (disk)."""
    place = folder or own_authorities_folder()
    for path in place.glob(f"*{ENDING}"):
        if path.stem == code:
            with storage_problems(path):
                path.unlink(missing_ok=True)


__all__ = [
    "ListedAuthority",
    "add_authority",
    "default_authorities",
    "forget_authority",
    "known_authorities",
    "list_authorities",
    "own_authorities_folder",
]
