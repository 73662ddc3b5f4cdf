"""Everything that was written or read is found, and said to be a person's or a machine's."""

import json

import pytest

from evidence_app.__main__ import main
from evidence_app.actions.add_evidence import DataSource, add_evidence
from evidence_app.actions.disputes import NewDispute, new_dispute
from evidence_app.actions.edit import edit_exhibit
from evidence_app.actions.exhibits import list_exhibits
from evidence_app.actions.record_event import NewEvent, record_event
from evidence_app.actions.remove import set_aside
from evidence_app.actions.search import FoundIn, search
from evidence_app.actions.session import Session
from evidence_app.actions.suggestions import accept
from evidence_app.domain.disputes import Dispute, DisputeType
from evidence_app.domain.events import EventFacts, EventKind, EventStatus
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.machine_text import MachineLine, MachineText, Place
from evidence_app.domain.suggestions import Findings, PageKind, ReadEvent
from evidence_app.errors import InputProblem
from evidence_app.progress import Silent


@pytest.fixture
def exhibit(session: Session, dispute: Dispute) -> Exhibit:
    add_evidence(session, dispute.id, [DataSource("a.txt", b"an original")], Silent(), lambda item: None)
    (found,) = list_exhibits(session, dispute.id)
    lines = (MachineLine("客服工号80231", (10, 20, 300, 40), 0.9), MachineLine("合同JX2025", (10, 80, 300, 40), 0.9, 1))
    with session.vault.change() as tx:
        tx.keep_reading(MachineText(found.id, "RapidOCR 3.10.0", lines, 2, session.now()), Findings())
    return found


def test_what_a_machine_read_is_found_with_its_place(session: Session, dispute: Dispute, exhibit: Exhibit) -> None:
    (hit,) = search(session, dispute.id, "合同 jx2025")
    assert (hit.found_in, hit.text, hit.page_index) == (FoundIn.MACHINE, "合同JX2025", 1)
    assert (hit.region, hit.exhibit) == ((10, 80, 300, 40), exhibit)


def test_what_people_wrote_is_found_and_said_to_be_theirs(session: Session, dispute: Dispute, exhibit: Exhibit) -> None:
    event = record_event(session, dispute.id, NewEvent(kind=EventKind.CALL, text="承諾核實", agent_id="80231"))
    edit_exhibit(session, exhibit.id, {"title": "工號80231的承諾"})
    hits = search(session, None, "工号80231")
    assert [hit.found_in for hit in hits] == [FoundIn.EXHIBIT, FoundIn.MACHINE]
    (hit,) = search(session, dispute.id, "80231 承诺核实")
    assert (hit.found_in, hit.event_id, hit.text) == (FoundIn.EVENT, event.id, "承諾核實")


def test_an_event_that_nobody_confirmed_is_said_to_be_only_suggested(
    session: Session, dispute: Dispute, exhibit: Exhibit
) -> None:
    facts = EventFacts(kind=EventKind.MESSAGE, text="我哋會跟進", status=EventStatus.SUGGESTED)
    found = Findings(PageKind.CHAT, events=(ReadEvent(facts, Place((10, 20, 300, 40)), 0.9),))
    with session.vault.change() as tx:
        tx.keep_reading(MachineText(exhibit.id, "RapidOCR 3.10.0", (), 1, session.now()), found)
    (hit,) = search(session, dispute.id, "跟进")
    assert hit.status is EventStatus.SUGGESTED
    accept(session, [hit.event_id])
    (hit,) = search(session, dispute.id, "跟进")
    assert hit.status is EventStatus.ACCEPTED


def test_a_private_note_is_not_searched_for_a_list_that_may_be_shown(
    session: Session, dispute: Dispute, exhibit: Exhibit
) -> None:
    edit_exhibit(session, exhibit.id, {"private_note": "只给自己看"})
    assert search(session, dispute.id, "自己") == []


def test_what_is_set_aside_is_not_found(session: Session, dispute: Dispute, exhibit: Exhibit) -> None:
    set_aside(session, "exhibit", [exhibit.id], "无关")
    assert search(session, None, "80231") == []


def test_only_the_dispute_that_is_asked_about_is_searched(session: Session, exhibit: Exhibit) -> None:
    wanted = NewDispute(title="另一", type=DisputeType.OTHER, institution="速融宝")
    other = new_dispute(session, wanted)
    assert search(session, other.id, "80231") == []
    with pytest.raises(InputProblem, match="dispute-unknown"):
        search(session, "nowhere", "80231")


@pytest.mark.usefixtures("exhibit")
def test_the_command_prints_what_was_found(
    session: Session, dispute: Dispute, capsys: pytest.CaptureFixture[str]
) -> None:
    vault = ["--vault", str(session.folder), "--lang", "en"]
    assert main([*vault, "search", dispute.id, "工號80231", "--json"]) == 0
    (hit,) = json.loads(capsys.readouterr().out)["hits"]
    assert (hit["found_in"], hit["region"], hit["page"], hit["event"]) == ("machine", [10, 20, 300, 40], 0, None)
    assert main([*vault, "search", "all", "80231"]) == 0
    assert "read by machine" in capsys.readouterr().out
    assert main([*vault, "search", "all", "nothing"]) == 0
    assert capsys.readouterr().out == "Nothing found.\n"
