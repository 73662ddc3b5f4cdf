"""Shared by all tests: real vaults on real files."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from evidence_app.actions.disputes import NewDispute, new_dispute
from evidence_app.actions.session import Session, open_session
from evidence_app.domain.disputes import Dispute, DisputeType


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
