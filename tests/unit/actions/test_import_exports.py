"""From an exhibit's records to events on the timeline, all or nothing, and never twice."""

import os
import signal
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing as closing_session
from datetime import date
from pathlib import Path
from threading import Thread

import pytest

from evidence_app.actions.add_evidence import DataSource, add_evidence
from evidence_app.actions.edit import edit_dispute, edit_event, take_back
from evidence_app.actions.exhibits import custody_history, list_exhibits
from evidence_app.actions.import_exports import (
    ALL_THAT_WAITS,
    exports,
    import_export,
    import_waiting,
    selections,
    survey_export,
    unimported,
)
from evidence_app.actions.order import arrange
from evidence_app.actions.remove import put_back, remove_event, remove_exhibit, set_aside
from evidence_app.actions.session import Session, open_session
from evidence_app.actions.timeline import events_in_full, timeline
from evidence_app.actions.verify import verify_vault
from evidence_app.domain.custody import CustodyKind
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import Direction, Event, EventKind, EventStatus
from evidence_app.domain.exports import Choice, Hints
from evidence_app.errors import EnvironmentProblem, InputProblem
from evidence_app.progress import Cancelled, Silent
from evidence_app.vault.glance import glance
from tests.fakes.impatience import CancelledAtCheck

Call = tuple[str, int, int, int]
"""Number, minutes since the first one, type, duration."""

FIRST_MS = 1_738_368_000_000  # 2025-02-01T00:00:00Z, eight in the morning in China
HOTLINE, COLLECTOR = "95555", "10690001"
CALLS: Sequence[Call] = [
    (HOTLINE, 0, 2, 61),
    (COLLECTOR, 60, 1, 12),
    (COLLECTOR, 60, 1, 12),  # twice the same: both happened
    (HOTLINE, 24 * 60, 3, 0),
]
UNREADABLE = '<call number="955" duration="3" date="0" type="1" />'


def calls_xml(calls: Sequence[Call], *more: str) -> bytes:
    lines = [
        f'<call number="{number}" duration="{duration}" date="{FIRST_MS + minute * 60_000}" type="{type_}"'
        ' contact_name="(Unknown)" />'
        for number, minute, type_, duration in calls
    ]
    return "\n".join(["<?xml version='1.0' encoding='UTF-8' ?>", "<calls>", *lines, *more, "</calls>"]).encode()


@pytest.fixture
def added(session: Session, dispute: Dispute) -> Callable[..., str]:
    """Add an export and return its exhibit's id."""

    def add(data: bytes, name: str = "calls.xml") -> str:
        report = add_evidence(session, dispute.id, [DataSource(name, data)], Silent(), lambda item: None)
        return report.items[0].exhibit_id

    return add


def imported(session: Session, dispute: Dispute) -> list[Event]:
    return [event for event in events_in_full(session, dispute.id) if event.kind is not EventKind.DOCUMENT]


def holds(session: Session) -> bool:
    session.close()
    return verify_vault(session.folder, Silent()).holds


def test_an_export_waits_until_it_is_imported_and_a_text_never_does(
    session: Session, dispute: Dispute, added: Callable[..., str]
) -> None:
    export, _ = added(calls_xml(CALLS)), added(b"calls, calls", "notes.txt")
    assert [each.id for each in exports(session, dispute.id)] == [export]
    assert [each.id for each in unimported(session, dispute.id)] == [export]
    import_export(session, export)
    assert unimported(session, dispute.id) == []


def test_an_imported_file_without_a_time_needs_none_and_is_folded_away(
    session: Session, dispute: Dispute, added: Callable[..., str]
) -> None:
    export = added(calls_xml(CALLS))
    before = next(entry for entry in timeline(session, dispute.id) if entry.exhibit_id == export)
    import_export(session, export)
    after = next(entry for entry in timeline(session, dispute.id) if entry.event_id == before.event_id)
    assert (before.at, before.told, after.at, after.told) == (None, False, None, True)
    found = glance(session.folder, dispute.id)
    assert found is not None
    assert after in found.entries


def test_a_survey_counts_without_importing(session: Session, dispute: Dispute, added: Callable[..., str]) -> None:
    survey = survey_export(session, added(calls_xml(CALLS, UNREADABLE)))
    assert (survey.format, survey.count, survey.unread_count) == ("calls-backup", 4, 1)
    assert (survey.first, survey.last) == ("2025-02-01T08:00:00", "2025-02-02T08:00:00")
    assert [(each.number, each.count) for each in survey.parties] == [(COLLECTOR, 2), (HOTLINE, 2)]
    assert [(each.place, each.words) for each in survey.unread] == [("element:5", "955")]
    assert imported(session, dispute) == []


def test_every_record_becomes_an_accepted_event_that_points_to_its_place(
    session: Session, dispute: Dispute, added: Callable[..., str]
) -> None:
    export = added(calls_xml(CALLS, UNREADABLE))
    report = import_export(session, export)
    assert (report.read, report.taken, report.known, report.left_out, report.unread_count) == (4, 4, 0, 0, 1)
    first, *_, last = imported(session, dispute)
    assert (first.kind, first.direction, first.number, first.duration_s) == (EventKind.CALL, Direction.OUT, HOTLINE, 61)
    assert (first.place, last.place, first.status) == ("element:1", "element:4", EventStatus.ACCEPTED)
    assert (first.read_from, first.exhibit_ids) == (export, (export,))
    assert [entry.at.isoformat() for entry in timeline(session, dispute.id)[:1] if entry.at] == [
        "2025-02-01T08:00:00+08:00"
    ]
    assert holds(session)


def test_only_what_was_chosen_is_imported_and_a_wider_choice_adds_the_rest(
    session: Session, dispute: Dispute, added: Callable[..., str]
) -> None:
    export = added(calls_xml(CALLS))
    report = import_export(session, export, Choice(("1069*",), until=date(2025, 2, 1)))
    assert (report.taken, report.left_out) == (2, 2)
    (selection,) = selections(session, dispute.id)
    assert (selection.shown, selection.read, selection.entry.choice.numbers) == (2, 4, ("1069*",))
    report = import_export(session, export)
    assert (report.taken, report.known, report.left_out) == (2, 2, 0)
    assert Counter(event.place for event in imported(session, dispute)) == Counter(
        f"element:{number}" for number in (1, 2, 3, 4)
    )
    assert holds(session)


def test_days_of_a_choice_are_those_of_the_disputes_zone(
    session: Session, dispute: Dispute, added: Callable[..., str]
) -> None:
    late = [(HOTLINE, 15 * 60 + 59, 1, 1), (HOTLINE, 16 * 60, 1, 1)]  # 23:59 in China, then midnight
    report = import_export(session, added(calls_xml(late)), Choice(since=date(2025, 2, 2)))
    assert (report.taken, report.left_out) == (1, 1)


def test_a_newer_export_adds_only_what_is_new_and_shows_what_it_has_too(
    session: Session, dispute: Dispute, added: Callable[..., str]
) -> None:
    older, newer = added(calls_xml(CALLS)), added(calls_xml([*CALLS, CALLS[1], (HOTLINE, 9999, 1, 5)]), "newer.xml")
    import_export(session, older)
    report = import_export(session, newer)
    assert (report.taken, report.known) == (2, 4)  # the third of the equal calls is another one
    shown = Counter(event.exhibit_ids for event in imported(session, dispute))
    assert shown == Counter({(older, newer): 4, (newer,): 2})
    assert import_export(session, newer).known == 6
    assert holds(session)


def test_an_edited_event_is_known_all_the_same_and_verifies(
    session: Session, dispute: Dispute, added: Callable[..., str]
) -> None:
    import_export(session, added(calls_xml(CALLS)))
    events = imported(session, dispute)
    edit_event(session, events[0].id, {"party": "银行", "duration_s": 62, "account": "尾号8888"})
    seq = edit_event(session, events[3].id, {"text": "x"})
    assert seq is not None
    take_back(session, dispute.id, [seq])
    arrange(session, dispute.id, [events[2].id, events[1].id])
    assert import_export(session, added(calls_xml(CALLS, ""), "again.xml")).known == 4
    edit_event(session, events[0].id, {"exhibit_ids": ()})
    assert holds(session)


def test_imported_events_go_and_come_back_with_their_export(
    session: Session, dispute: Dispute, added: Callable[..., str]
) -> None:
    export = added(calls_xml(CALLS))
    import_export(session, export)
    set_aside(session, "exhibit", [export], "无关")
    assert (events_in_full(session, dispute.id), timeline(session, dispute.id)) == ([], [])
    put_back(session, "exhibit", [export])
    assert len(imported(session, dispute)) == 4
    remove_exhibit(session, export, "误加")
    assert events_in_full(session, dispute.id) == []
    assert holds(session)


def test_what_another_export_shows_too_outlives_an_erased_one(
    session: Session, dispute: Dispute, added: Callable[..., str]
) -> None:
    older, newer = added(calls_xml(CALLS)), added(calls_xml(CALLS[1:]), "newer.xml")
    import_export(session, older)
    edit_event(session, imported(session, dispute)[1].id, {"party": "催收"})
    import_export(session, newer)
    remove_exhibit(session, older, "误加")
    left = imported(session, dispute)
    assert [(event.read_from, event.exhibit_ids, event.place) for event in left] == [(newer, (newer,), "")] * 3
    assert import_export(session, newer).taken == 0
    edit_event(session, left[0].id, {"party": "银行"})
    remove_event(session, left[1].id, "无关")
    assert holds(session)


def test_an_erased_event_stays_erased_and_its_import_verifies(
    session: Session, dispute: Dispute, added: Callable[..., str]
) -> None:
    export = added(calls_xml(CALLS))
    import_export(session, export)
    event = imported(session, dispute)[0]
    edit_event(session, event.id, {"party": "银行"})
    remove_event(session, event.id, "无关")
    assert import_export(session, export).taken == 0
    assert holds(session)


def test_one_entry_says_what_was_imported(session: Session, dispute: Dispute, added: Callable[..., str]) -> None:
    report = import_export(session, added(calls_xml(CALLS)))
    (line,) = [each for each in custody_history(session, dispute.id) if each.kind is CustodyKind.IMPORT]
    assert line.seq == report.seq


@pytest.mark.parametrize("checks", range(4))
def test_a_cancelled_import_leaves_nothing_and_the_export_waits(
    checks: int, session: Session, dispute: Dispute, added: Callable[..., str]
) -> None:
    export = added(calls_xml(CALLS * 1200))
    with pytest.raises(Cancelled):
        import_export(session, export, progress=CancelledAtCheck(checks))
    assert (imported(session, dispute), [each.id for each in unimported(session, dispute.id)]) == ([], [export])
    assert import_export(session, export).taken == 4800


def test_what_is_no_export_is_refused(session: Session, added: Callable[..., str]) -> None:
    with pytest.raises(InputProblem, match="not-an-export"):
        import_export(session, added(b"words", "words.txt"))


def test_one_export_that_cannot_be_read_costs_only_itself(
    session: Session, dispute: Dispute, added: Callable[..., str], tmp_path: Path
) -> None:
    lost, fine = added(calls_xml(CALLS)), added(calls_xml(CALLS[:1]), "other.xml")
    sha256 = next(each.original.sha256 for each in list_exhibits(session, dispute.id) if each.id == lost)
    path = session.vault.originals.path(sha256)
    path.chmod(0o600)
    path.unlink()
    reports = import_waiting(session, dispute.id, ALL_THAT_WAITS, Silent(), lambda report: None)
    assert [(report.exhibit.id, report.problem is None, report.taken) for report in reports] == [
        (lost, False, 0),
        (fine, True, 1),
    ]


def test_imported_events_are_there_after_opening_again(
    session: Session, dispute: Dispute, added: Callable[..., str]
) -> None:
    import_export(session, added(calls_xml(CALLS)))
    session.close()
    with closing_session(open_session(session.folder, read_only=True)) as again:
        assert len(imported(again, dispute)) == 4


def test_another_zone_moves_only_times_that_state_none(
    session: Session, dispute: Dispute, added: Callable[..., str]
) -> None:
    import_export(session, added(calls_xml(CALLS)))
    table = "交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注\n"
    row = '2025-02-01 08:00:00,商户消费,商户,"订单",支出,¥1.50,零钱,支付成功,"42000",,"/"\n'
    bill = (
        "微信支付账单明细,,,,,,,,\n----------------------微信支付账单明细列表--------------------,,,,,,,,\n"
        + table
        + row
    )
    assert import_export(session, added(bill.encode(), "bill.csv")).taken == 1
    edit_dispute(session, dispute.id, {"zone_name": "Europe/Berlin"})
    at = {entry.kind: entry.at.isoformat() for entry in timeline(session, dispute.id) if entry.at is not None}
    assert (at[EventKind.CALL], at[EventKind.PAYMENT]) == ("2025-02-02T01:00:00+01:00", "2025-02-01T08:00:00+01:00")
    assert holds(session)


MAIL = b"""From: =?utf-8?b?5a6i5pyN?= <service@lender.example>
To: me@example.com
Subject: statement
Date: Sat, 01 Feb 2025 08:00:00 +0800
Message-ID: <1@lender.example>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=x

--x
Content-Type: text/plain; charset=utf-8

You owe nothing.
--x
Content-Type: text/plain; name=note.txt
Content-Disposition: attachment; filename=note.txt

attached words
--x--
"""


def test_what_goes_with_a_record_does_not_keep_it_when_its_export_is_removed(
    session: Session, dispute: Dispute, added: Callable[..., str]
) -> None:
    mail = added(MAIL, "mail.eml")
    assert import_export(session, mail).attachments == 1
    (message,) = imported(session, dispute)
    assert (message.exhibit_ids[0], len(message.exhibit_ids)) == (mail, 2)
    set_aside(session, "exhibit", [mail], "无关")
    assert (imported(session, dispute), len(timeline(session, dispute.id))) == ([], 1)
    put_back(session, "exhibit", [mail])
    set_aside(session, "exhibit", [message.exhibit_ids[1]], "无关")
    assert len(imported(session, dispute)) == 1
    put_back(session, "exhibit", [message.exhibit_ids[1]])
    remove_exhibit(session, mail, "误加")
    assert imported(session, dispute) == []
    assert holds(session)
    kept = b"".join(path.read_bytes() for path in session.folder.rglob("*") if path.is_file())
    assert b"You owe nothing" not in kept


class Meanwhile(Silent):
    """Does something once some records were read."""

    def __init__(self, do: Callable[[], None]) -> None:
        self.do = do
        self.done = False

    def advance(self, count: int = 1) -> None:
        if not self.done:
            self.done = True
            self.do()


def test_a_worker_that_dies_costs_this_import_only(
    session: Session, dispute: Dispute, added: Callable[..., str]
) -> None:
    export = added(calls_xml(CALLS * 3000))

    def kill() -> None:
        for process_id in session.export_decoders.process_ids:
            os.kill(process_id, signal.SIGKILL)

    with pytest.raises(InputProblem):
        import_export(session, export, progress=Meanwhile(kill))
    assert (imported(session, dispute), len(unimported(session, dispute.id))) == ([], 1)
    assert import_export(session, export).taken == 12_000


def test_closing_the_vault_ends_an_import_that_left_nothing(
    session: Session, dispute: Dispute, added: Callable[..., str]
) -> None:
    export = added(calls_xml(CALLS * 3000))
    closing = Thread(target=session.close)
    with pytest.raises((Cancelled, EnvironmentProblem)):
        import_export(session, export, progress=Meanwhile(closing.start))
    closing.join()
    with closing_session(open_session(session.folder)) as again:
        assert (imported(again, dispute), len(unimported(again, dispute.id))) == ([], 1)


def test_a_vault_that_is_only_read_is_surveyed_and_not_imported_into(
    session: Session, dispute: Dispute, added: Callable[..., str]
) -> None:
    export = added(calls_xml(CALLS))
    session.close()
    with closing_session(open_session(session.folder, read_only=True)) as again:
        assert survey_export(again, export).count == 4
        with pytest.raises(EnvironmentProblem, match="vault-read-only"):
            import_export(again, export)


def chat_of(*lines: tuple[int, str, str]) -> bytes:
    """Return a chat as WhatsApp exports it, with times to the minute and no numbers."""
    return "\n".join(f"01/02/2025, {9 + at // 60:02}:{at % 60:02} - {who}: {text}" for at, who, text in lines).encode()


FIRST_CHAT = [(0, "Ann", "hello there"), (0, "Bob", "good morning"), (5, "Ann", "ok"), (9, "Bob", "we will call you")]
OTHER_CHAT = [(2, "Ann", "are you there"), (5, "Ann", "ok"), (7, "Cem", "yes I am"), (25, "Ann", "good bye then")]


def test_a_newer_export_of_a_chat_adds_only_what_is_new(
    session: Session, dispute: Dispute, added: Callable[..., str]
) -> None:
    hints = Hints(day_first=True)
    import_export(session, added(chat_of(*FIRST_CHAT), "WhatsApp Chat with Bob.txt"), hints=hints)
    newer = added(chat_of(*FIRST_CHAT, (30, "Bob", "ok")), "WhatsApp Chat with Bob.txt")
    report = import_export(session, newer, hints=hints)
    assert (report.taken, report.known) == (1, 4)
    newest = added(chat_of(*FIRST_CHAT, (30, "Bob", "ok"), (31, "Ann", "fine")), "WhatsApp Chat with Bob.txt")
    assert import_export(session, newest, hints=hints).taken == 1
    assert holds(session)


def test_the_same_words_in_the_same_minute_of_two_chats_are_two_messages(
    session: Session, dispute: Dispute, added: Callable[..., str]
) -> None:
    hints = Hints(day_first=True)
    import_export(session, added(chat_of(*FIRST_CHAT), "WhatsApp Chat with Bob.txt"), hints=hints)
    report = import_export(session, added(chat_of(*OTHER_CHAT), "WhatsApp Chat with Cem.txt"), hints=hints)
    assert (report.taken, report.known) == (4, 0)
