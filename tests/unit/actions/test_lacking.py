"""What a person's own evidence lacks, as the vault has it: it is told while it is so, and of what is in use only."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

import pytest

from evidence_app.actions.add_evidence import DataSource, add_evidence
from evidence_app.actions.anchor import anchor_dispute, attach_token
from evidence_app.actions.edit import edit_dispute, edit_exhibit
from evidence_app.actions.exhibits import list_exhibits
from evidence_app.actions.import_exports import import_export
from evidence_app.actions.read_messages import read_messages
from evidence_app.actions.remove import put_back, remove_exhibit, set_aside
from evidence_app.actions.session import Session
from evidence_app.actions.suggestions import accept, dismiss, suggestions
from evidence_app.actions.workspace import add, workspace
from evidence_app.domain.anchors import Authority
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.machine_text import MachineLine, MachineText, Place
from evidence_app.domain.suggestions import Findings, PageKind, ReadEvent, Suggested, SuggestionKind
from evidence_app.domain.times import ClockReading, Precision, TimeSource, choose
from evidence_app.domain.workspace import Channel, ChannelKind
from evidence_app.progress import Silent
from evidence_app.proof.asking import ask
from tests.fakes.authorities import LocalAuthority
from tests.fakes.machine_read import add_pictures, message

TODAY = date(2025, 6, 1)


@pytest.fixture
def authority(two_authorities: tuple[LocalAuthority, LocalAuthority]) -> Authority:
    return two_authorities[0].authority


def reminded(session: Session, dispute: Dispute, rule: str) -> list[str]:
    """Return the events that a reminder names, empty where there is none."""
    told = [each for each in workspace(session, dispute.id, TODAY).findings if each.rule.id == rule]
    return [event_id for each in told for event_id in each.event_ids]


def entry_of(session: Session, exhibit: Exhibit) -> str:
    with session.vault.read() as catalog:
        event = catalog.document_event(exhibit.id)
    assert event is not None
    return event.id


def added(session: Session, dispute: Dispute, name: str, data: bytes = b"b") -> Exhibit:
    add_evidence(session, dispute.id, [DataSource(name, data)], Silent(), lambda _: None)
    return list_exhibits(session, dispute.id)[-1]


def test_a_file_that_was_added_after_the_last_timestamp_is_told_until_the_next(
    session: Session, dispute: Dispute, exhibit: Exhibit, authority: Authority
) -> None:
    assert reminded(session, dispute, "E1-anchor") == [entry_of(session, exhibit)]
    anchor_dispute(session, dispute.id, [authority], Silent())
    assert reminded(session, dispute, "E1-anchor") == []
    later = added(session, dispute, "b.txt")
    assert reminded(session, dispute, "E1-anchor") == [entry_of(session, later)]
    anchor_dispute(session, dispute.id, [authority], Silent())
    assert reminded(session, dispute, "E1-anchor") == []


def test_a_file_with_a_timestamp_of_its_own_needs_no_other(
    session: Session, dispute: Dispute, exhibit: Exhibit, authority: Authority, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("stamp") / "证书.tsa"
    path.write_bytes(ask(authority, bytes.fromhex(exhibit.original.sha256)).response)
    attach_token(session, exhibit.id, path, [authority])
    assert reminded(session, dispute, "E1-anchor") == []


def test_what_is_removed_lacks_nothing(session: Session, dispute: Dispute, exhibit: Exhibit) -> None:
    set_aside(session, "exhibit", [exhibit.id], "误加")
    assert reminded(session, dispute, "E1-anchor") == []
    put_back(session, "exhibit", [exhibit.id])
    assert reminded(session, dispute, "E1-anchor") == [entry_of(session, exhibit)]
    remove_exhibit(session, exhibit.id, "误加")
    assert reminded(session, dispute, "E1-anchor") == []


def read_as(
    session: Session,
    exhibit: Exhibit,
    events: Sequence[ReadEvent],
    party: str = "速融宝客服",
    joined: Mapping[int, str] | None = None,
) -> list[str]:
    """Keep a picture as one of a chat; return its messages, accepted, from the top."""
    line = MachineLine("您好", (10, 20, 300, 40), 0.9)
    text = MachineText(exhibit.id, "stand-in 1", (line,), 1, session.now())
    with session.vault.change() as tx:
        tx.keep_reading(text, Findings(PageKind.CHAT, party, tuple(events)), joined=joined or {})
    with session.vault.read() as catalog:
        found = catalog.findings(exhibit.id)
    assert found is not None
    accept(session, [each for index, each in enumerate(found.event_ids) if index not in (joined or {})])
    return list(found.event_ids)


Shots = tuple[Exhibit, Exhibit]


@pytest.fixture
def two(session: Session, dispute: Dispute) -> Shots:
    one, other = add_pictures(session, dispute, 2)
    return one, other


def test_between_two_pictures_of_one_talk_with_nothing_in_common_something_may_be_missing(
    session: Session, dispute: Dispute, two: Shots
) -> None:
    first = read_as(session, two[0], [message("一", 100), message("二", 200, 5)])
    second = read_as(session, two[1], [message("四", 100, 20), message("五", 200, 21)])
    assert reminded(session, dispute, "E1-gap") == [first[1], second[0]]
    set_aside(session, "exhibit", [two[1].id], "误加")
    assert reminded(session, dispute, "E1-gap") == []
    put_back(session, "exhibit", [two[1].id])
    set_aside(session, "event", [first[1]], "误读")
    assert reminded(session, dispute, "E1-gap") == [first[0], second[0]]
    set_aside(session, "event", first[:1], "误读")
    assert reminded(session, dispute, "E1-gap") == []


def test_pictures_that_overlap_have_nothing_between_them(session: Session, dispute: Dispute, two: Shots) -> None:
    first = read_as(session, two[0], [message("一", 100), message("二", 200, 5)])
    read_as(session, two[1], [message("二", 100, 5), message("三", 200, 6)], joined={0: first[1]})
    assert reminded(session, dispute, "E1-gap") == []


@pytest.mark.parametrize(("minute", "party"), [(59, "别人"), (0, "速融宝客服")])
def test_another_talk_or_a_later_one_is_no_gap(
    session: Session, dispute: Dispute, two: Shots, minute: int, party: str
) -> None:
    read_as(session, two[0], [message("一", 100)])
    later = message("四", 100, minute)
    if not minute:
        reading = ClockReading(datetime(2025, 2, 22, 9, 1), Precision.MINUTE, TimeSource.SCREEN, 80)
        later = replace(later, facts=replace(later.facts, time=choose([reading])))
    read_as(session, two[1], [later], party)
    assert reminded(session, dispute, "E1-gap") == []


def test_a_talk_that_a_picture_in_between_joins_has_no_gap_before_that_one_is_confirmed(
    session: Session, dispute: Dispute
) -> None:
    one, middle, last = add_pictures(session, dispute, 3)
    first = read_as(session, one, [message("一", 100)])
    third = read_as(session, last, [message("三", 100, 20)])
    assert reminded(session, dispute, "E1-gap") == [first[0], third[0]]
    with session.vault.change() as tx:
        text = MachineText(middle.id, "stand-in 1", (), 1, session.now())
        shown = (message("一", 100), message("二", 200, 9), message("三", 300, 20))
        tx.keep_reading(text, Findings(PageKind.CHAT, "速融宝客服", shown), joined={0: first[0], 2: third[0]})
    assert reminded(session, dispute, "E1-gap") == []


def test_whose_account_a_chat_is_with_is_shown_by_a_title_or_by_the_picture_of_a_channel(
    session: Session, dispute: Dispute, two: Shots
) -> None:
    chat, account = two
    answer = message("您好", 100)
    told = read_as(session, chat, [replace(answer, facts=replace(answer.facts, party="速融宝客服"))])
    assert reminded(session, dispute, "E1-profile") == told
    edit_exhibit(session, account.id, {"title": "对方资料页"})
    assert reminded(session, dispute, "E1-profile") == []
    edit_exhibit(session, account.id, {"title": ""})
    kept = Channel(id="", dispute_id=dispute.id, kind=ChannelKind.APP_CHAT, value="速融宝客服", exhibit_id=account.id)
    add(session, kept)
    assert reminded(session, dispute, "E1-profile") == []
    set_aside(session, "exhibit", [account.id], "误加")
    assert reminded(session, dispute, "E1-profile") == told
    set_aside(session, "event", told, "误读")
    assert reminded(session, dispute, "E1-profile") == []


CARD = "6222020200112230"


def number_on(session: Session, exhibit: Exhibit) -> str:
    """Keep a picture with the number of a bank card in its one message; return the suggestion of it."""
    card = Suggested(SuggestionKind.REDACTION, CARD, CARD, Place((50, 110, 90, 30)), 0.9, event_index=0)
    text = MachineText(exhibit.id, "stand-in 1", (), 1, session.now())
    with session.vault.change() as tx:
        tx.keep_reading(text, Findings(PageKind.CHAT, "速融宝客服", (message(f"卡号{CARD}", 100),), (card,)))
    [found] = suggestions(session, exhibit.dispute_id)
    return found.id


def test_a_picture_with_the_whole_number_of_a_card_is_told_until_that_is_none(
    session: Session, dispute: Dispute, two: Shots
) -> None:
    card = number_on(session, two[0])
    assert reminded(session, dispute, "E1-unmasked") == [entry_of(session, two[0])]
    with session.vault.read() as catalog:
        found = catalog.findings(two[0].id)
    assert found is not None
    set_aside(session, "event", found.event_ids, "无关")  # the picture still shows it
    assert reminded(session, dispute, "E1-unmasked") == [entry_of(session, two[0])]
    put_back(session, "event", found.event_ids)
    accept(session, [card])
    assert reminded(session, dispute, "E1-unmasked") == [entry_of(session, two[0])]
    set_aside(session, "exhibit", [two[0].id], "误加")
    assert reminded(session, dispute, "E1-unmasked") == []


def test_what_is_dismissed_is_no_number_of_a_card(session: Session, dispute: Dispute, two: Shots) -> None:
    dismiss(session, [number_on(session, two[0])], "是订单号")
    assert reminded(session, dispute, "E1-unmasked") == []


def test_each_picture_that_shows_the_message_shows_the_number(session: Session, dispute: Dispute, two: Shots) -> None:
    number_on(session, two[0])
    with session.vault.read() as catalog:
        found = catalog.findings(two[0].id)
    assert found is not None
    read_as(session, two[1], [message(f"卡号{CARD}", 100)], joined={0: found.event_ids[0]})
    assert reminded(session, dispute, "E1-unmasked") == [entry_of(session, each) for each in two]
    set_aside(session, "exhibit", [two[0].id], "误加")
    assert reminded(session, dispute, "E1-unmasked") == [entry_of(session, two[1])]


def test_an_imported_message_is_told_itself_and_takes_its_number_along(session: Session, dispute: Dispute) -> None:
    edit_dispute(session, dispute.id, {"institution": "速贷宝"})
    sms = (
        "<?xml version='1.0' encoding='UTF-8' ?><smses count='1'>"
        "<sms protocol='0' address='1069012345678' date='1740189600000' type='1' contact_name='(Unknown)' "
        f"read='1' status='-1' body='【速贷宝】您的借款3000.00元已逾期，请还款至卡号{CARD}' /></smses>"
    )
    export = added(session, dispute, "sms.xml", sms.encode())
    import_export(session, export.id)
    read_messages(session, dispute.id, Silent(), lambda _: None)
    with session.vault.read() as catalog:
        [told] = [each.event_id for each in catalog.happenings(dispute.id)]
    assert reminded(session, dispute, "E1-unmasked") == [told]
    set_aside(session, "event", [told], "无关")
    assert reminded(session, dispute, "E1-unmasked") == []
