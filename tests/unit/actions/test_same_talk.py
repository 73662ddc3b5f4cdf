"""What a picture and an export show of one message is found, without all of a large export being looked at."""

import io
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PIL import Image

from evidence_app.actions import read_exhibits as reading
from evidence_app.actions.add_evidence import DataSource, add_evidence
from evidence_app.actions.import_exports import ALL_THAT_WAITS, import_waiting
from evidence_app.actions.same_talk import MOST_SPANS, related_entries
from evidence_app.actions.session import Session
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import Direction, EventFacts, EventKind, EventStatus
from evidence_app.domain.machine_text import Place
from evidence_app.domain.review import Relation
from evidence_app.domain.suggestions import Findings, PageKind, ReadEvent
from evidence_app.domain.times import ClockReading, Precision, TimeSource, choose
from evidence_app.progress import Silent
from tests.unit.actions.test_continuity import StandIn

CHINA = ZoneInfo("Asia/Shanghai")
FIRST = datetime(2025, 1, 1, 9, 0, 20)
DAYS = 400


def said_on(day: int) -> str:
    return f"您尾号1234的借款已逾期{day}天，请尽快处理，第{day}次通知。"


def messages() -> bytes:
    """One message from a collector every day."""
    sent = [round((FIRST + timedelta(days=day)).replace(tzinfo=CHINA).timestamp() * 1000) for day in range(DAYS)]
    lines = [
        f'<sms protocol="0" address="1069012345678" date="{at}" type="1" body="{said_on(day)}" read="1" status="-1" />'
        for day, at in enumerate(sent)
    ]
    whole = ["<?xml version='1.0' encoding='UTF-8' ?>", f'<smses count="{DAYS}">', *lines, "</smses>"]
    return "\n".join(whole).encode()


def pictured(day: int, precision: Precision = Precision.MINUTE) -> ReadEvent:
    wall = (FIRST + timedelta(days=day)).replace(second=0)
    if precision is Precision.MONTH:
        wall = wall.replace(day=1, hour=0)
    shown = ClockReading(None if precision is Precision.UNKNOWN else wall, precision, TimeSource.SCREEN, 480)
    facts = EventFacts(
        kind=EventKind.MESSAGE,
        time=choose([shown]),
        number="1069012345678",
        text=said_on(day),
        direction=Direction.IN,
        status=EventStatus.SUGGESTED,
    )
    return ReadEvent(facts, Place((40, 100, 600, 90)), 0.9)


def related(
    session: Session, dispute: Dispute, found: list[ReadEvent], monkeypatch: pytest.MonkeyPatch
) -> list[Relation]:
    """Have the export imported and a picture read; return how what the picture shows relates to the export's."""
    monkeypatch.setattr(session, "_readers", StandIn())
    monkeypatch.setattr(reading, "interpreted", lambda *_, **__: Findings(PageKind.SMS, "", tuple(found)))
    out = io.BytesIO()
    Image.new("RGB", (64, 64), "white").save(out, "PNG")
    sources = [DataSource("sms.xml", messages()), DataSource("sms.png", out.getvalue())]
    add_evidence(session, dispute.id, sources, Silent(), lambda item: None)
    import_waiting(session, dispute.id, ALL_THAT_WAITS, Silent(), lambda report: None)
    reading.read_exhibits(session, dispute.id, Silent(), lambda item: None)
    return [each.relation for each in related_entries(session, dispute.id).values()]


@pytest.mark.parametrize("precision", list(Precision))
def test_a_message_on_a_picture_is_found_in_an_export_however_well_its_time_is_known(
    session: Session, dispute: Dispute, precision: Precision, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = [pictured(10, precision), pictured(300, precision)]
    assert related(session, dispute, found, monkeypatch) == [Relation.SAME_MESSAGE] * 2


def test_those_of_more_days_than_can_be_named_are_found_too(
    session: Session, dispute: Dispute, monkeypatch: pytest.MonkeyPatch
) -> None:
    every_sixth = [pictured(day) for day in range(0, DAYS, 6)]
    assert len(every_sixth) < MOST_SPANS
    monkeypatch.setattr("evidence_app.actions.same_talk.MOST_SPANS", len(every_sixth) // 2)
    assert len(related(session, dispute, every_sixth, monkeypatch)) == len(every_sixth)


def test_the_messages_of_other_days_are_not_looked_at(
    session: Session, dispute: Dispute, monkeypatch: pytest.MonkeyPatch
) -> None:
    related(session, dispute, [pictured(10)], monkeypatch)
    with session.vault.read() as catalog:
        tenth = (FIRST + timedelta(days=10)).replace(tzinfo=CHINA)
        beside = catalog.talk_beside(dispute.id, [(tenth - timedelta(days=1), tenth + timedelta(days=1))])
        assert [each.text for each in beside] == [said_on(9), said_on(10), said_on(10), said_on(11)]
