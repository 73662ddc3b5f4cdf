"""Custody entries as sentences."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_app.actions.add_evidence import DataSource, add_evidence
from evidence_app.actions.correct_text import correct_line
from evidence_app.actions.edit import edit_event, edit_exhibit, take_back
from evidence_app.actions.exhibits import list_exhibits
from evidence_app.actions.order import arrange
from evidence_app.actions.record_event import NewEvent, record_event
from evidence_app.actions.remove import put_back, remove_event, set_aside
from evidence_app.actions.session import Session
from evidence_app.actions.suggestions import accept, dismiss, findings
from evidence_app.domain.anchors import Anchor, ExhibitToken
from evidence_app.domain.custody import CustodyEntry, CustodyKind
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import EventKind
from evidence_app.domain.exhibits import TimeMark
from evidence_app.domain.fields import DISPUTE_FIELDS, EVENT_FIELDS, EXHIBIT_FIELDS, ORDINAL
from evidence_app.domain.times import ClockReading, EventTime, Precision, TimeSource
from evidence_app.narration import narrate
from evidence_app.phrases import Language, section
from evidence_app.progress import Silent
from evidence_app.proof.signing import Level
from tests.fakes.machine_read import add_pictures, keep_chat

AT = datetime(2025, 3, 1, 9, 30, 15, tzinfo=UTC)
ANCHOR = Anchor(
    dispute_id="",
    size=9,
    checkpoint=b"c",
    response=b"t",
    authority="digicert",
    name="DigiCert",
    witnessed_at=AT,
    seq=0,
)
TOKEN = ExhibitToken(exhibit_id="", file=b"", file_name="证.tsa", authority="", name="Unit 7", witnessed_at=AT, seq=0)


def said(entry: CustodyEntry, language: Language = Language.EN) -> str:
    return narrate(entry.kind, entry.payload or b"", language)


@pytest.fixture
def log(session: Session, dispute: Dispute) -> list[CustodyEntry]:
    """A log with an entry of every kind that people make."""
    sources = [DataSource("a.txt", b"a"), DataSource("again.txt", b"a")]
    add_evidence(session, dispute.id, sources, Silent(), lambda item: None)
    exhibit = list_exhibits(session, dispute.id)[0]
    seq = edit_exhibit(session, exhibit.id, {"title": "First chat"})
    assert seq is not None
    take_back(session, dispute.id, [seq])
    call = record_event(session, dispute.id, NewEvent(kind=EventKind.CALL, agent_id="80231"))
    reading = ClockReading(datetime(2025, 2, 22, 8, 15), Precision.MINUTE, TimeSource.TYPED, 90)
    edit_event(session, call.id, {"time": EventTime((reading,), 0)})
    complaint = record_event(session, dispute.id, NewEvent(kind=EventKind.COMPLAINT, body="12378"))
    with session.vault.change() as changes:
        facts = {"dossier": "d", "profile": "plain", "pages": 3, "exhibits": 1, "sha256": "f" * 64}
        changes.log_export(dispute.id, facts)
        changes.log_everywhere(CustodyKind.RESTORE, {"originals": 1})
        changes.log_everywhere(CustodyKind.MIGRATE, {"from": "0001", "to": "0002"})
        changes.keep_anchor(replace(ANCHOR, dispute_id=dispute.id))
        for authority in ("digicert", ""):
            changes.keep_exhibit_token(
                replace(TOKEN, exhibit_id=exhibit.id, authority=authority, file=authority.encode())
            )
    with session.vault.read() as catalog:
        before = catalog.custody(dispute.id)
    remove_event(session, complaint.id, "typed twice")
    with session.vault.read() as catalog:
        return [*before, catalog.custody(dispute.id)[-1]]


@pytest.mark.parametrize("language", Language)
def test_every_entry_is_a_sentence_and_not_raw_data(log: list[CustodyEntry], language: Language) -> None:
    for entry in log:
        sentence = said(entry, language)
        assert sentence
        assert "{" not in sentence, sentence


def test_sentences_name_what_was_done(log: list[CustodyEntry]) -> None:
    sentences = [said(entry) for entry in log]
    assert sentences[1].startswith("Exhibit 1 added as “a.txt”, 1 bytes; SHA-256 ")
    assert sentences[2:8] == [
        "The same bytes arrived again as “again.txt”",
        "Title set to “First chat”",
        "Entry 3 undone: Title emptied, was “First chat”",
        "Written down: Kind Call; Time unknown; Agent ID 80231",
        "Time changed from “unknown” to “2025-02-22 08:15”",
        "Written down: Kind Complaint step; Time unknown; Body 12378",
    ]
    assert sentences[-1] == "Erased for good, because: typed twice"


def test_removing_arranging_and_notes_at_times_are_sentences(session: Session, dispute: Dispute) -> None:
    add_evidence(session, dispute.id, [DataSource("a.mp3", b"a")], Silent(), lambda item: None)
    exhibit = list_exhibits(session, dispute.id)[0]
    seqs = set_aside(session, "exhibit", [exhibit.id], "not mine")
    take_back(session, dispute.id, seqs)
    put_back(session, "exhibit", [exhibit.id])
    edit_exhibit(session, exhibit.id, {"marks": (TimeMark(83_000, "will cancel"), TimeMark(3_723_000, "hangs up"))})
    notes = [record_event(session, dispute.id, NewEvent(kind=EventKind.NOTE)).id for _ in range(2)]
    arrange(session, dispute.id, notes[::-1])
    with session.vault.read() as catalog:
        log = catalog.custody(dispute.id)
    assert [said(entry) for entry in [*log[2:5], log[-2]]] == [
        "Moved to Removed items, because: not mine",
        "Entry 2 undone: Put back from Removed items",
        "Notes at times set to “1:23 will cancel, 1:02:03 hangs up”",
        "Moved from place 3 to 2 among events of the same time",
    ]
    assert said(log[2], Language.ZH_HANS) == "移到“已移除”，原因：not mine"
    assert said(log[3], Language.ZH_HANT) == "復原第 2 條：從「已移除」放回"


@pytest.fixture
def read(session: Session, dispute: Dispute) -> list[CustodyEntry]:
    """The entries of a reading, of decisions about it, of a corrected line, and of taking all of that back."""
    (exhibit,) = add_pictures(session, dispute, 1)
    for _ in range(2):
        keep_chat(session, exhibit)
    found = findings(session, exhibit.id)
    assert found is not None
    seqs = accept(session, [*found.event_ids[:2], *found.suggestion_ids])
    seqs += dismiss(session, found.event_ids[2:5], "not there")
    seqs += filter(None, [correct_line(session, exhibit.id, 0, "工号 80231")])
    take_back(session, dispute.id, seqs)
    with session.vault.read() as catalog:
        return catalog.custody(dispute.id)[3:]


def test_what_machines_read_and_people_decided_are_sentences(read: list[CustodyEntry]) -> None:
    assert [said(entry).replace("\n", " ") for entry in read] == [
        "Read by machine (stand-in 1), not checked by anybody; pages: 1, lines: 1; "
        "Made of it, not confirmed by anybody: 40 events, 1 suggestions; "
        "Earlier results that nobody had decided on withdrawn: 41",
        "Events read by machine confirmed: 2; Confirmed: Agent ID “80231”",
        "Events read by machine dismissed: 3, because: not there",
        "Line 1 as a person reads it: “工号 80231”; the machine read “工号80231”",
        "Entry 6 undone: Line 1 stands again as the machine read it: “工号80231”; a person had read “工号 80231”",
        "Entry 5 undone: Open again: 3",
        "Entry 4 undone: Open again: 3",
    ]


@pytest.mark.parametrize("language", [Language.ZH_HANS, Language.ZH_HANT])
def test_they_are_in_chinese_too(read: list[CustodyEntry], language: Language) -> None:
    for entry in read:
        assert not set(said(entry, language)) & set("{}[]"), said(entry, language)


EXPORTED = {
    **{"dossier": "D1", "profile": "plain", "pages": 3, "exhibits": 1, "sha256": "f" * 64},
    **{"form": "bag", "signature": "B-T", "verdict": "witnessed", "witnessed_by": ["DigiCert", "Sectigo"]},
    "not_witnessed_by": ["Tea: Time: authority-silent"],
}


def test_an_export_tells_how_it_was_sealed_and_by_whom_it_was_witnessed() -> None:
    assert narrate(CustodyKind.EXPORT, EXPORTED, Language.EN).split("; ")[1:] == [
        f"SHA-256 {'f' * 64}",
        "in a bag with the originals",
        "signed, time of signing witnessed",
        "witnessed by DigiCert, Sectigo",
        "asked, but not witnessed by Tea: Time",
        "checked again: Time witnessed",
    ]
    bare = EXPORTED | {"form": "pdf", "signature": "none", "witnessed_by": [], "not_witnessed_by": []}
    assert narrate(CustodyKind.EXPORT, bare, Language.ZH_HANS).endswith("；形式为 PDF；未签名；已再次核验：时间已见证")


def test_every_level_of_a_signature_has_its_words() -> None:
    for language in Language:
        words = section("history", language)
        assert {f"export-signature.{level.value.lower()}" for level in Level} | {"export-signature.none"} <= set(words)


def test_every_editable_field_has_a_word_in_every_language() -> None:
    for language in Language:
        words = section("history", language)
        for name in (*DISPUTE_FIELDS, *EXHIBIT_FIELDS, *EVENT_FIELDS, ORDINAL):
            assert f"field.{name}" in words


@given(
    st.sampled_from(CustodyKind),
    st.one_of(
        st.binary(max_size=40),
        st.recursive(
            st.text(max_size=5) | st.integers(),
            lambda inner: (
                st.lists(inner, max_size=3)
                | st.dictionaries(
                    st.sampled_from(
                        ["changes", "field", "before", "after", "fields", "event_fields", "reason", "name", "marks"]
                    ),
                    inner,
                    max_size=4,
                )
            ),
        ).map(lambda value: json.dumps(value).encode()),
    ),
)
def test_no_payload_breaks_the_narration(kind: CustodyKind, payload: bytes) -> None:
    assert isinstance(narrate(kind, payload, Language.EN), str)


def test_a_time_is_told_as_exactly_as_it_was_known_and_a_mere_file_date_is_none() -> None:
    file_date = {"wall": "2026-11-25T22:59:50", "precision": "second", "source": "modified", "offset_min": 0}
    typed = {"wall": "2025-03-17T05:49:00", "precision": "minute", "source": "typed"}
    before = {"readings": [file_date], "chosen": 0}
    after = {"readings": [file_date, typed], "chosen": 1, "decided": 1}
    payload = {"what": "event", "id": "e", "changes": [{"field": "time", "before": before, "after": after}]}
    said = narrate(CustodyKind.EDIT, payload, Language.EN)
    assert "2026" not in said
    assert "2025-03-17 05:49" in said
    assert "05:49:00" not in said


def typed(**fields: object) -> str:
    return narrate(CustodyKind.NOTE, {"event_fields": {"kind": "call", **fields}}, Language.ZH_HANS)


def test_a_sentence_that_ends_by_itself_is_followed_by_no_semicolon() -> None:
    assert "。；" not in typed(text="我不承认。", reference="A1")
    assert "我不承认。 编号 A1" in typed(text="我不承认。", reference="A1")


def test_a_duration_is_told_as_on_a_clock() -> None:
    assert typed(duration_s=662).endswith("时长 11:02")


def test_a_time_that_gets_one_more_reading_is_not_said_to_change_from_itself_to_itself() -> None:
    first = {"wall": "2025-02-22T08:15:03", "precision": "second", "source": "file-name"}
    before, after = ({"readings": [first, *more], "chosen": 0} for more in ([], [{**first, "source": "exif"}]))
    change = {"field": "time", "before": before, "after": after}
    assert "is still “2025-02-22 08:15:03”" in narrate(CustodyKind.EDIT, {"changes": [change]}, Language.EN)
