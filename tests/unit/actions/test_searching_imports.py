"""A million imported messages are indexed part by part, and found all the while."""

import contextlib
import sqlite3

import pytest

from evidence_app.actions.add_evidence import DataSource, add_evidence
from evidence_app.actions.edit import edit_event, edit_exhibit
from evidence_app.actions.exhibits import list_exhibits
from evidence_app.actions.import_exports import import_export
from evidence_app.actions.record_event import NewEvent, record_event
from evidence_app.actions.remove import remove_exhibit
from evidence_app.actions.search import matches, refresh_index, search
from evidence_app.actions.session import Session
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import EventKind
from evidence_app.progress import Cancelled, Silent
from evidence_app.vault import indexing
from evidence_app.vault.words import WORDS_NAME
from tests.fakes.impatience import CancelledAtCheck

COUNT = 40


def calls_xml(name: str, count: int = COUNT) -> bytes:
    lines = (
        f'<call number="138{ord(name)}{number:03}" duration="9" date="{1738368000000 + number * 60000}" type="1"'
        f' contact_name="{name}{number}" />'
        for number in range(count)
    )
    return f"<?xml version='1.0' encoding='UTF-8' ?>\n<calls>\n{''.join(lines)}</calls>".encode()


def imported(session: Session, dispute: Dispute, name: str) -> str:
    """Import an export of so many calls with contacts of this name; return its exhibit's id."""
    source = DataSource(f"{name}.xml", calls_xml(name))
    add_evidence(session, dispute.id, [source], Silent(), lambda item: None)
    exhibit = next(each for each in list_exhibits(session, dispute.id) if each.name == f"{name}.xml")
    import_export(session, exhibit.id)
    return exhibit.id


def found(session: Session, dispute: Dispute, words: str) -> int:
    """Return how many events have the words; both ways of asking agree, and nothing comes twice."""
    ids = [hit.event_id for hit in search(session, dispute.id, words) if hit.event_id]
    assert len(ids) == len(set(ids))
    (events,) = matches(session, dispute.id, words).events
    assert set(ids) == set(events)
    return len(ids)


def indexed(session: Session) -> int:
    with contextlib.closing(sqlite3.connect(session.folder / WORDS_NAME)) as index:
        (count,) = index.execute("SELECT count(*) FROM thing WHERE shape LIKE '%138%'").fetchone()
    return int(count)


@pytest.fixture(autouse=True)
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexing, "PART", 7)


def test_what_is_imported_is_found_before_and_after_it_is_indexed(session: Session, dispute: Dispute) -> None:
    record_event(session, dispute.id, NewEvent(kind=EventKind.NOTE, text="甲方"))
    refresh_index(session)
    imported(session, dispute, "甲")
    assert found(session, dispute, "甲") == COUNT + 1
    refresh_index(session)
    assert indexed(session) == COUNT
    assert found(session, dispute, "甲") == COUNT + 1


def test_all_is_found_wherever_indexing_was_cut_off_and_it_goes_on_from_there(
    session: Session, dispute: Dispute
) -> None:
    record_event(session, dispute.id, NewEvent(kind=EventKind.NOTE, text="先"))
    refresh_index(session)
    imported(session, dispute, "甲")
    imported(session, dispute, "乙")
    reached = [0]
    while reached[-1] < 2 * COUNT:
        with contextlib.suppress(Cancelled):
            refresh_index(session, CancelledAtCheck(5))
        assert (found(session, dispute, "甲"), found(session, dispute, "乙")) == (COUNT, COUNT)
        reached.append(indexed(session))
    assert reached == sorted(reached)
    assert len(set(reached)) > 3


def test_what_is_edited_or_erased_while_it_waits_is_found_as_it_is(session: Session, dispute: Dispute) -> None:
    record_event(session, dispute.id, NewEvent(kind=EventKind.NOTE, text="先"))
    refresh_index(session)
    first, second = imported(session, dispute, "甲"), imported(session, dispute, "乙")
    with contextlib.suppress(Cancelled):
        refresh_index(session, CancelledAtCheck(6))
    for event_id in (hit.event_id for hit in search(session, dispute.id, "甲3") if hit.event_id):
        edit_event(session, event_id, {"text": "改了"})
    edit_exhibit(session, second, {"title": "乙的通话"})
    assert found(session, dispute, "改了") == 11
    remove_exhibit(session, first, "无关")
    for _ in range(2):
        assert (found(session, dispute, "甲"), found(session, dispute, "改了")) == (0, 0)
        assert found(session, dispute, "乙") == COUNT
        refresh_index(session)
    assert indexed(session) == COUNT


def test_an_index_made_anew_knows_what_was_imported(session: Session, dispute: Dispute) -> None:
    imported(session, dispute, "甲")
    record_event(session, dispute.id, NewEvent(kind=EventKind.NOTE, text="甲方"))
    refresh_index(session)
    assert (indexed(session), found(session, dispute, "甲")) == (COUNT, COUNT + 1)
