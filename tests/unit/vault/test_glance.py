"""The first look shows what the open vault says; where it cannot, it shows nothing."""

import sqlite3
import subprocess
import sys
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from PIL import Image

from evidence_app.actions.add_evidence import FileSource, add_evidence
from evidence_app.actions.disputes import NewDispute, list_disputes, new_dispute
from evidence_app.actions.exhibits import list_exhibits
from evidence_app.actions.record_event import NewEvent, record_event
from evidence_app.actions.session import Session, open_session
from evidence_app.actions.timeline import timeline
from evidence_app.domain.disputes import DisputeType
from evidence_app.domain.events import Direction, EventKind, Outcome
from evidence_app.domain.times import ClockReading, EventTime, Precision, TimeSource, choose
from evidence_app.progress import Silent
from evidence_app.vault import glance, location, schema
from evidence_app.vault.glance import Glance
from tests.fakes.readings import chat, keep


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """A vault with two disputes: one with exhibits, a conflict, amounts, unknown and vague times; one empty."""
    session = open_session(tmp_path / "vault", create=True)
    facts = NewDispute(
        title="A", type=DisputeType.OTHER, institution="速融宝", aliases=("乙", "丙"), amount=Decimal(3000)
    )
    first = new_dispute(session, facts)
    new_dispute(session, NewDispute(title="B", type=DisputeType.HARASSMENT, institution="B"))
    for number, name in enumerate(("Screenshot_20250222_081503_com.tencent.mm.png", "no time.png")):
        Image.new("RGB", (30 + number, 40)).save(tmp_path / name)
    sources = [FileSource(path) for path in sorted(tmp_path.glob("*.png"))]
    add_evidence(session, first.id, sources, Silent(), lambda item: None)
    at = choose([ClockReading(datetime(2025, 2, 22, 9, 2), Precision.MINUTE, TimeSource.TYPED, 100)])
    month = choose([ClockReading(datetime(2025, 3, 1), Precision.MONTH, TimeSource.TYPED, 100)])
    for new in (
        NewEvent(
            kind=EventKind.CALL, time=at, direction=Direction.OUT, number="95000", agent_id="80231", duration_s=161
        ),
        NewEvent(kind=EventKind.PAYMENT, time=month, amount=Decimal("12.50"), currency="HKD", outcome=Outcome.FAILED),
        NewEvent(kind=EventKind.NOTE, time=EventTime((), None, decided=True), text="未知", promise="三日内"),
    ):
        record_event(session, first.id, new)
    for exhibit in list_exhibits(session, first.id):
        keep(session, exhibit, chat(exhibit))
    return session


def told(session: Session, dispute_id: str) -> Glance:
    return Glance(list_disputes(session), dispute_id, timeline(session, dispute_id))


def test_a_glance_shows_what_the_open_vault_says(session: Session) -> None:
    assert [entry.told for entry in timeline(session, list_disputes(session)[0].dispute.id)].count(True) == 1
    for line in list_disputes(session):
        seen = glance.glance(session.folder, line.dispute.id)
        assert seen == told(session, line.dispute.id)
    session.close()
    assert glance.glance(session.folder) is not None


def test_a_glance_without_a_known_dispute_shows_the_oldest(session: Session) -> None:
    oldest = list_disputes(session)[0].dispute.id
    assert glance.glance(session.folder, "gone") == told(session, oldest)
    session.close()


def test_a_glance_knows_the_same_catalog_and_schema_as_the_vault() -> None:
    assert (glance.CATALOG_NAME, glance.REVISION) == (location.CATALOG_NAME, schema.CURRENT_REVISION)


def test_where_there_is_no_vault_a_glance_shows_and_makes_nothing(tmp_path: Path) -> None:
    assert glance.glance(tmp_path) is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("spoil", ["UPDATE alembic_version SET version_num = '9999'", "UPDATE event SET kind = 'x'"])
def test_what_it_does_not_understand_a_glance_leaves_alone(session: Session, spoil: str) -> None:
    session.close()
    connection = sqlite3.connect(session.folder / location.CATALOG_NAME)
    connection.execute(spoil)
    connection.commit()
    connection.close()
    assert glance.glance(session.folder) is None


def test_a_damaged_catalog_shows_nothing(tmp_path: Path) -> None:
    (tmp_path / location.CATALOG_NAME).write_bytes(b"not a database at all" * 100)
    assert glance.glance(tmp_path) is None


def test_a_glance_does_not_import_sqlalchemy() -> None:
    code = "import sys, evidence_app.actions.glance; sys.exit('sqlalchemy' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
