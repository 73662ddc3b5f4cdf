"""The timestamp authorities that a person can choose from, and those added by hand."""

from dataclasses import dataclass
from pathlib import Path

from evidence_app.domain.anchors import Authority


@dataclass(frozen=True, slots=True)
class ListedAuthority:
    """An authority on the list: whether a person added it, and whether it is asked unless others were chosen."""

    authority: Authority
    own: bool
    default: bool


def own_authorities_folder() -> Path:
    """Return where a person's own authorities are kept: with the program's settings, for all vaults."""
    raise NotImplementedError


def list_authorities(folder: Path | None = None) -> list[ListedAuthority]:
    """Return the authorities that come with the program, then a person's own by name."""
    raise NotImplementedError


def add_authority(name: str, url: str, pem: Path, folder: Path | None = None) -> Authority:
    """Add an authority with the root certificates in a PEM file; one with the same root is replaced.

    Raises InputProblem (``authority-address``, ``authority-root``, ``authority-name``), EnvironmentProblem.
    """
    raise NotImplementedError


def forget_authority(code: str, folder: Path | None = None) -> None:
    """Take one's own authority off the list; anchors that it gave stay."""
    raise NotImplementedError
