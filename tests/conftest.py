"""Shared by all tests: real vaults on real files."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from evidence_app.actions.disputes import NewDispute, new_dispute
from evidence_app.actions.session import Session, open_session
from evidence_app.domain.disputes import Dispute, DisputeType
from tests.fakes.authorities import LocalAuthority

os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"  # nobody's own keyring is for tests

pytest_plugins = ["tests.conformance"]


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """An open, empty vault."""
    opened = open_session(tmp_path / "vault", create=True)
    yield opened
    opened.close()


@pytest.fixture
def dispute(session: Session) -> Dispute:
    """A dispute in the open vault."""
    return new_dispute(
        session,
        NewDispute(title="点石成金自动下款", type=DisputeType.UNAUTHORISED_LOAN, institution="速融宝"),
    )


@pytest.fixture(scope="session")
def two_authorities(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[LocalAuthority, LocalAuthority]]:
    """Two timestamp authorities of different operators, each with its own root and process."""
    folder = tmp_path_factory.mktemp("authorities")
    with LocalAuthority(folder, "first") as first, LocalAuthority(folder, "second") as second:
        yield first, second
