"""What is under way and no evidence yet: small texts beside the catalog, each replaced as a whole."""

from collections.abc import Collection
from pathlib import Path

from evidence_app.vault.storage import make_folder, storage_problems, sync_file

UNDER_WAY = "under-way"
"""Folder of what is noted during calls: no evidence, in no log and no backup."""
_ENDING, _PART = ".json", ".part"


class UnderWay:
    """One text for each name. Names are ids: safe in file names."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / UNDER_WAY

    def keep(self, name: str, text: str) -> None:
        """Replace what is kept under a name; a crash leaves the old or the new. Raises EnvironmentProblem."""
        make_folder(self._folder)
        part = self._folder / f"{name}{_PART}"
        with storage_problems(part):
            with part.open("w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                sync_file(file.fileno())
            part.replace(self._folder / f"{name}{_ENDING}")

    def kept(self) -> dict[str, str]:
        """Return what is kept, by name; what cannot be read is left out. Raises EnvironmentProblem."""
        with storage_problems(self._folder):
            paths = sorted(self._folder.glob(f"*{_ENDING}")) if self._folder.is_dir() else []
            return {path.stem: path.read_text(encoding="utf-8", errors="replace") for path in paths}

    def forget_all_but(self, names: Collection[str]) -> None:
        """Erase what is kept under all other names, what a crash left half written too. Raises EnvironmentProblem."""
        with storage_problems(self._folder):
            paths = list(self._folder.iterdir()) if self._folder.is_dir() else []
        for name in {path.stem for path in paths if path.suffix in {_ENDING, _PART}}.difference(names):
            self.forget(name)

    def forget(self, name: str) -> None:
        """Erase what is kept under a name, if anything is. Raises EnvironmentProblem."""
        with storage_problems(self._folder):
            for ending in (_ENDING, _PART):
                (self._folder / f"{name}{ending}").unlink(missing_ok=True)
