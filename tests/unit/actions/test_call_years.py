"""Calls that a picture shows without a year, and a log that has it: read before the log was imported, and after."""

import io
from collections.abc import Mapping
from datetime import datetime

import pytest
from PIL import Image

from evidence_app.actions import read_exhibits as reading
from evidence_app.actions.add_evidence import DataSource, add_evidence
from evidence_app.actions.call_years import with_years
from evidence_app.actions.exhibits import custody_history
from evidence_app.actions.import_exports import ALL_THAT_WAITS, import_waiting
from evidence_app.actions.session import Session
from evidence_app.actions.suggestions import accept
from evidence_app.actions.timeline import events_in_full
from evidence_app.actions.verify import verify_vault
from evidence_app.actions.workspace import workspace
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import Direction, Event, EventFacts, EventKind, EventStatus
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.machine_text import Place
from evidence_app.domain.suggestions import Findings, PageKind, ReadEvent
from evidence_app.domain.times import (
    ORIGINS_OF_YEARS,
    YEARLESS,
    ClockReading,
    EventTime,
    Precision,
    TimeSource,
    YearFrom,
    choose,
)
from evidence_app.narration import narrate
from evidence_app.phrases import Language
from evidence_app.progress import Silent
from tests.unit.actions.test_continuity import StandIn
from tests.unit.actions.test_import_exports import calls_xml

ASSUMED = ClockReading(
    datetime(2026, 2, 1, 9, 0),
    Precision.MINUTE,
    TimeSource.SCREEN,
    60,
    origin=ORIGINS_OF_YEARS[YearFrom.FILE_DATE],
    words="2月1日 09:00",
)
UNKNOWN = ASSUMED._replace(wall=None, precision=Precision.UNKNOWN, origin=YEARLESS)


def shown(reading: ClockReading, number: str = "1069 0001") -> Findings:
    facts = EventFacts(kind=EventKind.CALL, time=choose([reading]), number=number, status=EventStatus.SUGGESTED)
    return Findings(PageKind.CALLS, "", (ReadEvent(facts, Place((40, 100, 600, 90)), 0.9),))


def read_picture(session: Session, dispute: Dispute, found: Findings, monkeypatch: pytest.MonkeyPatch) -> None:
    def interpreted(
        catalog: object, exhibit: Exhibit, _text: object, _sizes: object, times: Mapping[int, EventTime] | None = None
    ) -> Findings:
        return with_years(catalog, exhibit.dispute_id, found)  # type: ignore[arg-type]

    monkeypatch.setattr(session, "_readers", StandIn())
    monkeypatch.setattr(reading, "interpreted", interpreted)
    out = io.BytesIO()
    Image.new("RGB", (64, 64), "white").save(out, "PNG")
    add_evidence(session, dispute.id, [DataSource("calls.png", out.getvalue())], Silent(), lambda item: None)
    reading.read_exhibits(session, dispute.id, Silent(), lambda item: None)


def import_log(session: Session, dispute: Dispute) -> None:
    """Of 1 February 2025, nine in the morning: a call from 10690001."""
    log = calls_xml([("95555", 0, 2, 61), ("10690001", 60, 1, 12)])
    add_evidence(session, dispute.id, [DataSource("calls.xml", log)], Silent(), lambda item: None)
    import_waiting(session, dispute.id, ALL_THAT_WAITS, Silent(), lambda report: None)


def read_call(session: Session, dispute: Dispute) -> Event:
    events = events_in_full(session, dispute.id)
    return next(each for each in events if each.kind is EventKind.CALL and not each.imported)


@pytest.mark.parametrize("log_first", [True, False])
@pytest.mark.parametrize("known", [ASSUMED, UNKNOWN], ids=["assumed", "unknown"])
def test_the_log_tells_the_year_whichever_comes_first(
    session: Session, dispute: Dispute, known: ClockReading, log_first: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if log_first:
        import_log(session, dispute)
    read_picture(session, dispute, shown(known), monkeypatch)
    if not log_first:
        import_log(session, dispute)
    seen = read_call(session, dispute)
    (told,) = seen.time.readings
    assert (told.wall, told.year_from) == (datetime(2025, 2, 1, 9, 0), YearFrom.CALL_LOG)
    accept(session, [seen.id])
    calls = [each for each in workspace(session, dispute.id).happenings if each.kind is EventKind.CALL]
    assert [each.direction for each in calls] == [Direction.OUT, Direction.IN]
    assert verify_vault(session.folder, Silent()).holds
    with session.vault.read() as catalog:
        payloads = [entry.payload or b"" for entry in catalog.custody(dispute.id)]
    assert not [each for each in payloads if b":true" in each or b":null" in each]  # no verifier takes them
    if not log_first:
        told_of = [narrate(each.kind, each.payload, Language.EN) for each in custody_history(session, dispute.id)]
        assert any("year was taken from an imported call log" in each for each in told_of)


def test_a_call_with_another_number_or_that_somebody_confirmed_keeps_its_time(
    session: Session, dispute: Dispute, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_picture(session, dispute, shown(ASSUMED), monkeypatch)
    accept(session, [read_call(session, dispute).id])
    import_log(session, dispute)
    assert read_call(session, dispute).time.reading == ASSUMED
