"""What was made of machine-read text is kept with its reading, goes with its exhibit, and is held against the log."""

import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from evidence_app.actions.disputes import NewDispute, new_dispute
from evidence_app.actions.edit import edit_event
from evidence_app.actions.remove import put_back, remove_event, remove_exhibit, set_aside
from evidence_app.actions.session import Session, open_session
from evidence_app.actions.timeline import event_detail, events_in_full, timeline
from evidence_app.actions.verify import verify_vault
from evidence_app.domain.disputes import Dispute, DisputeType
from evidence_app.domain.events import EventFacts, EventKind, EventStatus
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.machine_text import MachineLine, MachineText, Place
from evidence_app.domain.suggestions import (
    EventPlace,
    Findings,
    KeptFindings,
    PageKind,
    ReadEvent,
    Suggested,
    Suggestion,
    SuggestionKind,
    SuggestionState,
)
from evidence_app.domain.times import TimeSource
from evidence_app.errors import InputProblem
from evidence_app.progress import Silent
from evidence_app.vault.glance import glance
from tests.fakes.machine_read import add_pictures, message

DUE = date(2025, 2, 27)


def suggested(value: str, top: int, index: int | None = None, due: date | None = None) -> Suggested:
    kind = SuggestionKind.PROMISE if due else SuggestionKind.AGENT_ID
    return Suggested(kind, value, f"“{value}”", Place((50, top, 200, 40)), 0.9, due, index)


FINDINGS = Findings(
    kind=PageKind.CHAT,
    party="速融宝客服",
    events=(message("工号80231为您服务", 100), message("三个工作日内核实", 300, minute=5)),
    suggestions=(suggested("80231", 110, 0), suggested("三个工作日内核实", 310, 1, DUE)),
    captured_at=datetime(2025, 2, 22, 8, 20),
)


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed vault with the findings above, to be copied and tampered with."""
    with closing(open_session(tmp_path_factory.mktemp("keeping") / "vault", create=True)) as session:
        given = NewDispute(title="t", type=DisputeType.UNAUTHORISED_LOAN, institution="i")
        keep(session, add_pictures(session, new_dispute(session, given), 2)[0], FINDINGS)
    assert holds(session)
    return session.folder


@pytest.fixture
def exhibits(session: Session, dispute: Dispute) -> list[Exhibit]:
    return add_pictures(session, dispute, 2)


def keep(session: Session, exhibit: Exhibit, findings: Findings, joined: Sequence[str] = ()) -> MachineText:
    line = MachineLine("工号80231为您服务", (50, 110, 500, 40), 0.98)
    text = MachineText(exhibit.id, "RapidOCR 3.10.0", (line,), 1, session.now())
    with session.vault.change() as tx:
        return tx.keep_reading(text, findings, joined=dict(enumerate(joined)))


def holds(session: Session) -> bool:
    return verify_vault(session.folder, Silent()).holds


def messages(session: Session, dispute: Dispute) -> list[str]:
    told = [entry.text for entry in timeline(session, dispute.id) if entry.kind is EventKind.MESSAGE]
    assert told == [event.text for event in events_in_full(session, dispute.id) if event.kind is EventKind.MESSAGE]
    seen = glance(session.folder, dispute.id)
    assert seen is not None
    assert seen.entries == timeline(session, dispute.id)
    return told


def suggestions(session: Session, dispute: Dispute) -> list[Suggestion]:
    with session.vault.read() as catalog:
        return catalog.suggestions(dispute.id)


def places(session: Session, dispute: Dispute) -> list[EventPlace]:
    with session.vault.read() as catalog:
        return catalog.places(dispute.id)


def findings(session: Session, exhibit: Exhibit) -> KeptFindings:
    with session.vault.read() as catalog:
        found = catalog.findings(exhibit.id)
    assert found is not None
    return found


def test_what_was_found_comes_back_as_it_was_kept(session: Session, dispute: Dispute, exhibits: list[Exhibit]) -> None:
    keep(session, exhibits[0], FINDINGS)
    assert findings(session, exhibits[0]).findings == FINDINGS
    assert holds(session)


def test_events_found_stand_suggested_on_the_timeline_with_their_places(
    session: Session, dispute: Dispute, exhibits: list[Exhibit]
) -> None:
    keep(session, exhibits[0], FINDINGS)
    assert messages(session, dispute) == ["工号80231为您服务", "三个工作日内核实"]
    event = event_detail(session, findings(session, exhibits[0]).event_ids[1])
    assert (event.status, event.read_from, event.exhibit_ids) == (
        EventStatus.SUGGESTED,
        exhibits[0].id,
        (exhibits[0].id,),
    )
    assert places(session, dispute)[1] == EventPlace(event.id, exhibits[0].id, Place((40, 300, 600, 90)), 0.957)


def test_suggestions_wait_with_what_they_rest_on(session: Session, dispute: Dispute, exhibits: list[Exhibit]) -> None:
    keep(session, exhibits[0], FINDINGS)
    agent, promise = suggestions(session, dispute)
    assert (agent.kind, agent.value, agent.quote, agent.state) == (
        SuggestionKind.AGENT_ID,
        "80231",
        "“80231”",
        SuggestionState.WAITING,
    )
    assert (promise.due, promise.place, promise.confidence) == (DUE, Place((50, 310, 200, 40)), 0.9)
    assert promise.event_id == findings(session, exhibits[0]).event_ids[1]


def test_the_phones_clock_is_one_more_reading_of_the_file(
    session: Session, dispute: Dispute, exhibits: list[Exhibit]
) -> None:
    keep(session, exhibits[0], FINDINGS)
    keep(session, exhibits[0], replace(FINDINGS, captured_at=datetime(2025, 2, 22, 9, 20)))
    documents = [event for event in events_in_full(session, dispute.id) if event.kind is EventKind.DOCUMENT]
    document = next(event for event in documents if event.exhibit_ids == (exhibits[0].id,))
    on_screen = [reading for reading in document.time.readings if reading.source is TimeSource.SCREEN]
    assert [(reading.wall, reading.words) for reading in on_screen] == [(datetime(2025, 2, 22, 9, 20), "09:20")]
    assert document.time.reading is not None
    assert document.time.reading.source is TimeSource.FILENAME
    assert holds(session)


def test_read_again_what_nobody_decided_on_is_withdrawn(
    session: Session, dispute: Dispute, exhibits: list[Exhibit]
) -> None:
    keep(session, exhibits[0], FINDINGS)
    keep(session, exhibits[0], Findings(events=(message("另一条", 700),), suggestions=(suggested("80232", 710, 0),)))
    assert messages(session, dispute) == ["另一条"]
    assert [each.value for each in suggestions(session, dispute)] == ["80232"]
    assert holds(session)


def test_read_again_what_people_touched_stays_and_comes_only_once(
    session: Session, dispute: Dispute, exhibits: list[Exhibit]
) -> None:
    keep(session, exhibits[0], FINDINGS)
    edited, aside = findings(session, exhibits[0]).event_ids
    edit_event(session, edited, {"text": "工号 80231 为您服务"})
    set_aside(session, "event", [aside], "没有这条")
    keep(session, exhibits[0], FINDINGS)
    assert messages(session, dispute) == ["工号 80231 为您服务"]
    assert findings(session, exhibits[0]).event_ids == (edited, aside)
    put_back(session, "event", [aside])
    assert len(messages(session, dispute)) == 2
    assert holds(session)


def test_removed_with_its_exhibit_everything_read_from_it_comes_back_with_it(
    session: Session, dispute: Dispute, exhibits: list[Exhibit]
) -> None:
    keep(session, exhibits[0], FINDINGS)
    set_aside(session, "exhibit", [exhibits[0].id], "无关")
    assert (messages(session, dispute), suggestions(session, dispute), places(session, dispute)) == ([], [], [])
    assert holds(session)
    put_back(session, "exhibit", [exhibits[0].id])
    assert (len(messages(session, dispute)), len(suggestions(session, dispute))) == (2, 2)


def test_an_event_that_two_exhibits_show_is_one(session: Session, dispute: Dispute, exhibits: list[Exhibit]) -> None:
    keep(session, exhibits[0], FINDINGS)
    again = Findings(events=(message("三个工作日内核实", 20, minute=5), message("好的", 200, minute=6)))
    keep(session, exhibits[1], again, joined=[findings(session, exhibits[0]).event_ids[1]])
    assert messages(session, dispute) == ["工号80231为您服务", "三个工作日内核实", "好的"]
    shared = event_detail(session, findings(session, exhibits[1]).event_ids[0])
    assert shared.exhibit_ids == (exhibits[0].id, exhibits[1].id)
    assert holds(session)


def test_what_another_exhibit_shows_too_outlives_the_one_it_was_read_from(
    session: Session, dispute: Dispute, exhibits: list[Exhibit]
) -> None:
    keep(session, exhibits[0], FINDINGS)
    again = Findings(events=(message("三个工作日内核实", 20, minute=5),))
    keep(session, exhibits[1], again, joined=[findings(session, exhibits[0]).event_ids[1]])
    set_aside(session, "exhibit", [exhibits[0].id], "无关")
    assert messages(session, dispute) == ["三个工作日内核实"]
    remove_exhibit(session, exhibits[0].id, "误加")
    assert messages(session, dispute) == ["三个工作日内核实"]
    assert holds(session)
    remove_exhibit(session, exhibits[1].id, "误加")
    assert messages(session, dispute) == []
    assert holds(session)


def test_erased_for_good_nothing_of_it_is_left(session: Session, dispute: Dispute, exhibits: list[Exhibit]) -> None:
    keep(session, exhibits[0], FINDINGS)
    edit_event(session, findings(session, exhibits[0]).event_ids[0], {"agent_name": "赵某某"})
    remove_exhibit(session, exhibits[0].id, "误加")
    assert messages(session, dispute) == []
    session.close()
    kept = b"".join(path.read_bytes() for path in session.folder.rglob("*") if path.is_file())
    assert not any(words.encode() in kept for words in ("工作日内核实", "80231", "赵某某"))
    assert holds(session)


def test_one_event_can_be_erased_for_good(session: Session, dispute: Dispute, exhibits: list[Exhibit]) -> None:
    keep(session, exhibits[0], FINDINGS)
    remove_event(session, findings(session, exhibits[0]).event_ids[0], "不是证据")
    assert messages(session, dispute) == ["三个工作日内核实"]
    assert holds(session)


def test_a_file_is_nothing_that_is_found(session: Session, exhibits: list[Exhibit]) -> None:
    found = ReadEvent(EventFacts(kind=EventKind.DOCUMENT), Place((0, 0, 9, 9)), 1.0)
    with pytest.raises(InputProblem, match="event-belongs-to-exhibit"):
        keep(session, exhibits[0], Findings(events=(found,)))


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE machine_text SET findings = NULL", "reading-differs"),
        (
            "UPDATE machine_text SET findings = CAST(replace(CAST(findings AS TEXT), '80231', '80232') AS BLOB)",
            "reading-differs",
        ),
        ("UPDATE machine_text SET likeness = 'ff'", "reading-differs"),
        ("UPDATE event SET text = '另一条' WHERE read_from IS NOT NULL", "record-differs"),
        ("UPDATE event SET status = 'accepted' WHERE read_from IS NOT NULL", "record-differs"),
        ("UPDATE event SET read_from = NULL", "record-differs"),
        ("UPDATE event_place SET region = '[0, 0, 9, 9]'", "record-differs"),
        ("UPDATE event_place SET page_index = 1", "record-differs"),
        ("DELETE FROM event_place", "record-differs"),
        ("UPDATE suggestion SET value = '80232'", "record-differs"),
        ("UPDATE suggestion SET state = 'accepted'", "record-differs"),
        ("UPDATE suggestion SET decided_value = '80232'", "record-differs"),
        ("UPDATE suggestion SET due = '2025-02-28'", "record-differs"),
        ("UPDATE suggestion SET event_id = ''", "record-differs"),
        ("UPDATE suggestion SET position = -position", "record-differs"),
        ("DELETE FROM suggestion", "record-differs"),
        ("UPDATE suggestion SET region = 'x'", "record-unreadable"),
    ],
)
def test_what_was_changed_behind_the_logs_back_is_found(
    statement: str, code: str, untouched: Path, tmp_path: Path
) -> None:
    vault = shutil.copytree(untouched, tmp_path / "tampered")
    with closing(sqlite3.connect(vault / "catalog.sqlite3")) as catalog, catalog:
        catalog.execute("DROP TRIGGER machine_text_no_update")
        catalog.execute(statement)
    assert code in {finding.code for finding in verify_vault(vault, Silent()).findings}


def test_what_two_pictures_suggest_of_one_event_waits_once(
    session: Session, dispute: Dispute, exhibits: list[Exhibit]
) -> None:
    keep(session, exhibits[0], FINDINGS)
    again = Findings(events=FINDINGS.events[:1], suggestions=(suggested("80231", 20, 0), suggested("80232", 20, 0)))
    keep(session, exhibits[1], again, joined=findings(session, exhibits[0]).event_ids[:1])
    assert [each.value for each in suggestions(session, dispute)] == ["80231", "三个工作日内核实", "80232"]
    assert holds(session)


def test_no_event_stands_twice_on_one_exhibit(session: Session, dispute: Dispute, exhibits: list[Exhibit]) -> None:
    keep(session, exhibits[0], FINDINGS)
    first = findings(session, exhibits[0]).event_ids[0]
    keep(session, exhibits[1], FINDINGS, joined=[first, first])
    assert len(messages(session, dispute)) == 3
    assert holds(session)
