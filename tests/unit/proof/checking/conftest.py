"""A dossier with the witness that sealed it, made once for each file of tests."""

import pytest

from tests.fakes.authorities import LocalAuthority
from tests.fakes.sealed import Sealed, sealed_dossier


@pytest.fixture(scope="module")
def witness(tmp_path_factory: pytest.TempPathFactory) -> LocalAuthority:
    """Return a timestamp authority of our own."""
    return LocalAuthority(tmp_path_factory.mktemp("authority"), "one")


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory, witness: LocalAuthority) -> Sealed:
    """Return a dossier that the witness sealed."""
    return sealed_dossier(tmp_path_factory.mktemp("sealed"), [witness])
