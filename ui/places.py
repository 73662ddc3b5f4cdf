"""Where a vault may be: what lies in a folder already, and what is risky about it. Reads folders: off the UI thread."""

from dataclasses import dataclass
from pathlib import Path

from evidence_app.errors import EnvironmentProblem

VAULT_NAME = "juzheng-vault"


@dataclass(frozen=True)
class Place:
    """A folder somebody chose for a vault: where exactly, whether one is there, what is risky about it.

    ``name`` is what a drive is called, empty for a folder of this computer; ``usual`` marks the recommended place.
    """

    folder: Path
    holds_vault: bool
    warnings: tuple[str, ...]
    name: str = ""
    usual: bool = False

    def problems(self) -> list[EnvironmentProblem]:
        """Return the warnings as problems that have words."""
        return [EnvironmentProblem(code, folder=str(self.folder)) for code in self.warnings]


def is_taken(folder: Path) -> bool:
    """Tell whether something lies in a folder."""
    return folder.is_dir() and any(folder.iterdir())


def place_in(folder: Path, name: str = "", *, own_folder: bool = False) -> Place:
    """Look where a vault would be: in the folder itself, or in one of its own beside other files.

    With ``own_folder`` never in the folder itself, unless a vault is there already: at the root of a stick.
    """
    from evidence_app.actions.session import is_vault, location_warnings

    beside = own_folder or is_vault(folder / VAULT_NAME) or is_taken(folder)
    if beside and not is_vault(folder):
        folder = folder / VAULT_NAME
    return Place(folder, is_vault(folder), tuple(location_warnings(folder)), name)


def usual_place() -> Place:
    """Return the place on this computer that is recommended."""
    from evidence_app.actions.session import default_vault_folder, is_vault, location_warnings

    folder = default_vault_folder()
    return Place(folder, is_vault(folder), tuple(location_warnings(folder)), usual=True)


def carried_places() -> list[Place]:
    """Return a place on each drive that can be carried away."""
    from contextlib import suppress

    from ui.drives import carried_drives

    found = []
    for drive in carried_drives():
        with suppress(OSError):  # a stick that was pulled out meanwhile
            found.append(place_in(drive.root, drive.name, own_folder=True))
    return found
