"""A dossier that several journeys begin with."""

from pathlib import Path

import pytest

from evidence_app.dossier.writing import write_dossier
from evidence_app.progress import Silent
from tests.fakes.dossier_case import new_case, options


@pytest.fixture(scope="session")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier that nobody signed yet; only to be read."""
    folder = tmp_path_factory.mktemp("dossier")
    write_dossier(new_case(folder / "originals").source(), options(), folder / "plain.pdf", Silent())
    return folder / "plain.pdf"
