"""A missing file of the program is no fault of the disk that the vault lies on."""

import errno
from pathlib import Path

from evidence_app.resources import resource
from evidence_app.vault.storage import storage_problem


def test_a_missing_file_of_the_program_is_told_as_a_missing_part(tmp_path: Path) -> None:
    def told(gone: Path) -> tuple[str, object]:
        problem = storage_problem(FileNotFoundError(errno.ENOENT, "gone", str(gone)), tmp_path)
        return problem.code, problem.facts["path"]

    part = resource("law", "nothing.toml")
    assert told(part) == ("part-missing", str(part))
    assert told(tmp_path / "original") == ("disk-error", str(tmp_path))
