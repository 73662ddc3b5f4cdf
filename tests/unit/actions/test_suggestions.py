"""What a machine suggested is accepted, corrected and dismissed; the log says so, and everything can be taken back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest

from evidence_app.actions.edit import edit_event, take_back
from evidence_app.actions.exhibits import get_exhibit, list_exhibits
from evidence_app.actions.remove import put_back, remove_event, set_aside, tray
from evidence_app.actions.session import Session
from evidence_app.actions.suggestions import (
    Corrected,
    accept,
    accept_waiting,
    dismiss,
    findings,
    suggestions,
    suggestions_about,
)
from evidence_app.actions.timeline import event_detail, events_in_full, timeline
from evidence_app.actions.verify import verify_vault
from evidence_app.domain.custody import CustodyEntry, CustodyKind
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import Event, EventFacts, EventKind, EventStatus
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.machine_text import MachineText, Place
from evidence_app.domain.suggestions import Findings, PageKind, ReadEvent, Suggested, SuggestionKind, SuggestionState
from evidence_app.domain.times import Precision, TimeSource
from evidence_app.errors import InputProblem
from evidence_app.narration import narrate
from evidence_app.phrases import Language
from evidence_app.progress import Silent
from tests.fakes.machine_read import add_pictures, message

DUE = date(2025, 2, 27)
PROMISE = "三个工作日内核实"

VALUES = {
    SuggestionKind.AGENT_ID: "80231",
    SuggestionKind.AMOUNT: "3000.00 CNY",
    SuggestionKind.PHONE: "4008001234",
    SuggestionKind.REFERENCE: "DD20250222001",
    SuggestionKind.PROMISE: PROMISE,
}


def suggested(kind: SuggestionKind, value: str, index: int | None, top: int = 0) -> Suggested:
    due = DUE if kind is SuggestionKind.PROMISE else None
    return Suggested(kind, value, f"…{value}…", Place((50, top, 200, 40)), 0.9, due, index)


FOUND = Findings(
    kind=PageKind.CHAT,
    events=(message("您好", 100), message("工号80231承诺三个工作日内核实3000元", 300)),
    suggestions=(
        *(suggested(kind, value, 1, 300 + 50 * place) for place, (kind, value) in enumerate(VALUES.items())),
        suggested(SuggestionKind.TITLE, "客服工号80231承诺核实", None, 600),
        suggested(SuggestionKind.TIME, "2025-02-22T08:10", None, 650),
        suggested(SuggestionKind.REDACTION, "6222020200112233", None, 700),
    ),
)


@pytest.fixture
def exhibit(session: Session, dispute: Dispute) -> Exhibit:
    (made,) = add_pictures(session, dispute, 1)
    with session.vault.change() as tx:
        tx.keep_reading(MachineText(made.id, "RapidOCR 3.10.0", (), 1, session.now()), FOUND)
    return made


Said = Callable[[SuggestionKind], str]


@pytest.fixture
def named(session: Session, exhibit: Exhibit) -> Said:
    """The id of the suggestion of a kind."""
    return {each.kind: each.id for each in suggestions_about(session, exhibit.id)}.__getitem__


@pytest.fixture
def chat(session: Session, exhibit: Exhibit) -> Sequence[str]:
    """The ids of both messages."""
    found = findings(session, exhibit.id)
    assert found is not None
    return found.event_ids


def log(session: Session, dispute: Dispute) -> list[CustodyEntry]:
    with session.vault.read() as catalog:
        return catalog.custody(dispute.id)


def told(session: Session, dispute: Dispute) -> str:
    last = log(session, dispute)[-1]
    assert last.payload is not None
    return narrate(last.kind, last.payload, Language.EN)


def state(session: Session, exhibit: Exhibit, suggestion_id: str) -> SuggestionState:
    return next(each.state for each in suggestions_about(session, exhibit.id) if each.id == suggestion_id)


def document(session: Session, dispute: Dispute) -> Event:
    return next(event for event in events_in_full(session, dispute.id) if event.kind is EventKind.DOCUMENT)


@pytest.fixture(autouse=True)
def whole(session: Session) -> "object":
    """Whatever a test did, the vault must hold."""
    yield
    assert verify_vault(session.folder, Silent()).holds


def test_an_accepted_event_stands_confirmed(session: Session, dispute: Dispute, chat: Sequence[str]) -> None:
    (seq,) = accept(session, chat)
    assert {event_detail(session, each).status for each in chat} == {EventStatus.ACCEPTED}
    assert (log(session, dispute)[-1].seq, log(session, dispute)[-1].kind) == (seq, CustodyKind.ACCEPT)
    assert told(session, dispute) == "Events read by machine confirmed: 2"


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        (SuggestionKind.AGENT_ID, {"agent_id": "80231"}),
        (SuggestionKind.AMOUNT, {"amount": Decimal("3000.00"), "currency": "CNY"}),
        (SuggestionKind.PHONE, {"number": "4008001234"}),
        (SuggestionKind.REFERENCE, {"reference": "DD20250222001"}),
        (SuggestionKind.PROMISE, {"promise": PROMISE, "promise_due": DUE}),
    ],
)
def test_an_accepted_suggestion_fills_its_field_and_taken_back_empties_it(
    kind: SuggestionKind,
    fields: dict[str, object],
    session: Session,
    dispute: Dispute,
    chat: Sequence[str],
    named: Said,
) -> None:
    before = event_detail(session, chat[1])
    (seq,) = accept(session, [named(kind)])
    assert event_detail(session, chat[1]) == replace(before, **fields)  # type: ignore[arg-type]
    assert VALUES[kind] in told(session, dispute)
    (undone,) = take_back(session, dispute.id, [seq])
    assert event_detail(session, chat[1]) == before
    assert told(session, dispute) == f"Entry {seq} undone: Open again: 1"
    take_back(session, dispute.id, [undone])
    assert event_detail(session, chat[1]) == replace(before, **fields)  # type: ignore[arg-type]


def test_a_suggestion_is_accepted_as_a_person_has_it(session: Session, chat: Sequence[str], named: Said) -> None:
    later = date(2025, 2, 28)
    accept(
        session,
        [named(SuggestionKind.PROMISE), named(SuggestionKind.AMOUNT)],
        {
            named(SuggestionKind.PROMISE): Corrected("四个工作日内核实", later),
            named(SuggestionKind.AMOUNT): Corrected("3,500 cny"),
        },
    )
    event = event_detail(session, chat[1])
    assert (event.promise, event.promise_due, event.amount) == ("四个工作日内核实", later, Decimal("3500.00"))


@pytest.mark.parametrize(("kind", "value"), [("amount", "viel"), ("time", "gestern"), ("agent_id", "  ")])
def test_a_value_that_cannot_be_changes_nothing(
    kind: str, value: str, session: Session, dispute: Dispute, named: Said
) -> None:
    before, wanted = log(session, dispute), named(SuggestionKind(kind))
    with pytest.raises(InputProblem):
        accept(session, [wanted], {wanted: Corrected(value)})
    assert log(session, dispute) == before


def test_a_number_that_a_message_names_is_not_that_of_whom_the_chat_is_with(
    session: Session, chat: Sequence[str], named: Said
) -> None:
    edit_event(session, chat[1], {"party": "速融宝客服"})
    accept(session, [named(SuggestionKind.PHONE)])
    assert event_detail(session, chat[1]).number == ""


def test_what_a_field_says_already_is_not_overwritten(
    session: Session, exhibit: Exhibit, chat: Sequence[str], named: Said
) -> None:
    edit_event(session, chat[1], {"agent_id": "80999"})
    accept(session, [named(SuggestionKind.AGENT_ID)])
    assert event_detail(session, chat[1]).agent_id == "80999"
    assert state(session, exhibit, named(SuggestionKind.AGENT_ID)) is SuggestionState.ACCEPTED


@pytest.fixture
def payment(session: Session, dispute: Dispute) -> tuple[str, Mapping[SuggestionKind, str]]:
    """The id of a payment that a page shows, and of what is suggested of it, by kind: with whom, and how much."""
    (made,) = add_pictures(session, dispute, 1)
    paid = EventFacts(
        kind=EventKind.PAYMENT, amount=Decimal(8000), currency="CNY", party="闪银小贷", status=EventStatus.SUGGESTED
    )
    named = ((SuggestionKind.INSTITUTION, "闪银小贷"), (SuggestionKind.AMOUNT, "8000.00 CNY"))
    found = Findings(
        kind=PageKind.BILL,
        events=(ReadEvent(paid, Place((40, 100, 600, 90)), 0.9),),
        suggestions=tuple(suggested(kind, value, 0, 100 * place) for place, (kind, value) in enumerate(named)),
    )
    with session.vault.change() as tx:
        tx.keep_reading(MachineText(made.id, "RapidOCR 3.10.0", (), 1, session.now()), found)
    kept = findings(session, made.id)
    assert kept is not None
    (event_id,) = kept.event_ids
    return event_id, {each.kind: each.id for each in suggestions_about(session, made.id)}


def test_with_whom_and_how_much_a_payment_was_is_corrected_with_what_was_suggested_of_it_and_taken_back(
    session: Session, dispute: Dispute, payment: tuple[str, Mapping[SuggestionKind, str]]
) -> None:
    event_id, named = payment
    before = event_detail(session, event_id)
    party, amount = named[SuggestionKind.INSTITUTION], named[SuggestionKind.AMOUNT]
    made = {party: Corrected("闪银小额贷款有限公司"), amount: Corrected("6800 CNY")}
    (seq, *_named) = accept(session, [party, amount], made)
    event = event_detail(session, event_id)
    assert (event.party, event.amount) == ("闪银小额贷款有限公司", Decimal("6800.00"))
    take_back(session, dispute.id, [seq])
    assert event_detail(session, event_id) == before


@pytest.mark.parametrize("accepted", ["闪银小贷", "闪银小额贷款有限公司"])
def test_who_was_accepted_and_is_no_party_after_all_stays_whom_the_page_says_a_payment_was_with(
    session: Session, payment: tuple[str, Mapping[SuggestionKind, str]], accepted: str
) -> None:
    event_id, named = payment
    party = named[SuggestionKind.INSTITUTION]
    accept(session, [party], {party: Corrected(accepted)})
    dismiss(session, [party], "")
    assert event_detail(session, event_id).party == "闪银小贷"


def test_who_is_no_party_to_the_dispute_stays_whom_a_payment_was_with(
    session: Session, payment: tuple[str, Mapping[SuggestionKind, str]]
) -> None:
    event_id, named = payment
    dismiss(session, [named[SuggestionKind.INSTITUTION]], "")
    assert event_detail(session, event_id).party == "闪银小贷"


def test_a_title_becomes_the_exhibits_and_a_time_a_reading_of_the_file(
    session: Session, dispute: Dispute, exhibit: Exhibit, named: Said
) -> None:
    (seq,) = accept(session, [named(SuggestionKind.TITLE), named(SuggestionKind.TIME)])
    assert get_exhibit(session, exhibit.id).title == "客服工号80231承诺核实"
    added = document(session, dispute).time.readings[-1]
    assert (added.wall, added.precision, added.source) == (
        datetime(2025, 2, 22, 8, 10),
        Precision.MINUTE,
        TimeSource.SCREEN,
    )
    take_back(session, dispute.id, [seq])
    assert get_exhibit(session, exhibit.id).title == ""
    assert added not in document(session, dispute).time.readings


def test_a_day_that_a_page_names_is_not_when_it_was_taken(session: Session, dispute: Dispute, named: Said) -> None:
    before, wanted = document(session, dispute).time, named(SuggestionKind.TIME)
    accept(session, [wanted], {wanted: Corrected("2024-11-02")})
    assert document(session, dispute).time == before


def test_a_card_number_that_is_to_be_masked_stands_in_no_payload_that_leaves(
    session: Session, dispute: Dispute, named: Said
) -> None:
    accept(session, [named(SuggestionKind.REDACTION), named(SuggestionKind.PHONE)])
    private = [entry.private for entry in log(session, dispute) if b"6222020200112233" in (entry.payload or b"")]
    assert private == [True]
    assert not log(session, dispute)[-1].private or not log(session, dispute)[-2].private


def test_accepting_an_event_accepts_what_its_fields_carry(
    session: Session, exhibit: Exhibit, chat: Sequence[str], named: Said
) -> None:
    edit_event(session, chat[1], {"agent_id": "80231"})
    accept(session, [chat[1]])
    assert state(session, exhibit, named(SuggestionKind.AGENT_ID)) is SuggestionState.ACCEPTED
    assert state(session, exhibit, named(SuggestionKind.PROMISE)) is SuggestionState.WAITING


def test_an_event_is_accepted_with_a_corrected_text(session: Session, dispute: Dispute, chat: Sequence[str]) -> None:
    accept(session, [chat[0]], {chat[0]: Corrected("您好！")})
    event = event_detail(session, chat[0])
    assert (event.text, event.status) == ("您好！", EventStatus.ACCEPTED)
    assert "“您好”" in told(session, dispute)


def test_the_words_that_a_person_gave_an_event_are_erased_with_it(
    session: Session, dispute: Dispute, chat: Sequence[str]
) -> None:
    accept(session, chat, {chat[0]: Corrected("只有我写的字")})
    remove_event(session, chat[0], "写错了")
    assert not any("只有我写的字".encode() in (entry.payload or b"") for entry in log(session, dispute))
    assert event_detail(session, chat[1]).status is EventStatus.ACCEPTED


def test_a_dismissed_event_goes_among_the_removed_items_with_what_was_suggested_of_it(
    session: Session, dispute: Dispute, exhibit: Exhibit, chat: Sequence[str], named: Said
) -> None:
    (seq,) = dismiss(session, [chat[1]], "没有这条")
    assert [entry.text for entry in timeline(session, dispute.id) if entry.kind is EventKind.MESSAGE] == ["您好"]
    (item,) = tray(session, dispute.id)
    assert (item.id, item.reason, item.at) == (chat[1], "没有这条", log(session, dispute)[-1].at)
    assert state(session, exhibit, named(SuggestionKind.PROMISE)) is SuggestionState.DISMISSED
    take_back(session, dispute.id, [seq])
    assert tray(session, dispute.id) == []
    assert state(session, exhibit, named(SuggestionKind.PROMISE)) is SuggestionState.WAITING


def test_a_dismissed_event_is_put_back_from_the_tray_and_can_be_accepted_from_there(
    session: Session, chat: Sequence[str]
) -> None:
    dismiss(session, chat, "误读")
    put_back(session, "event", [chat[0]])
    assert event_detail(session, chat[0]).status is EventStatus.SUGGESTED
    accept(session, [chat[1]])
    again = event_detail(session, chat[1])
    assert (again.set_aside, again.status) == ("", EventStatus.ACCEPTED)


def test_a_dismissed_value_leaves_the_field_that_had_it(
    session: Session, dispute: Dispute, chat: Sequence[str], named: Said
) -> None:
    accept(session, [named(SuggestionKind.PROMISE), named(SuggestionKind.TIME)])
    accepted = document(session, dispute).time
    (seq,) = dismiss(session, [named(SuggestionKind.PROMISE), named(SuggestionKind.TIME)], "")
    event = event_detail(session, chat[1])
    assert (event.promise, event.promise_due) == ("", None)
    assert len(document(session, dispute).time.readings) == len(accepted.readings) - 1
    take_back(session, dispute.id, [seq])
    assert (event_detail(session, chat[1]).promise_due, document(session, dispute).time) == (DUE, accepted)


def test_a_title_that_waits_reads_as_the_promise_that_it_tells_of_is_corrected(
    session: Session, dispute: Dispute
) -> None:
    (made,) = add_pictures(session, dispute, 1)
    title = suggested(SuggestionKind.TITLE, "客服工号80231承诺：3个工作日内退款", 1, 600)
    found = replace(FOUND, suggestions=(suggested(SuggestionKind.PROMISE, "我们会在3个工作日内退款", 1), title))
    with session.vault.change() as tx:
        tx.keep_reading(MachineText(made.id, "RapidOCR 3.10.0", (), 1, session.now()), found)
    promise, waiting = sorted(suggestions(session, dispute.id), key=lambda each: each.kind)
    seqs = accept(session, [promise.id], {promise.id: Corrected("我们会在5个工作日内退款", DUE)})
    [reworded] = suggestions(session, dispute.id)
    assert (reworded.id, reworded.proposed) == (waiting.id, "客服工号80231承诺：5个工作日内退款")
    assert 'the suggested title now reads "客服工号80231承诺：5个工作日内退款"' in told(session, dispute)
    assert told(session, dispute).count("客服工号80231") == 1  # nobody confirmed it
    assert verify_vault(session.folder, Silent()).holds
    take_back(session, dispute.id, seqs)
    assert waiting.proposed in {each.proposed for each in suggestions(session, dispute.id)}
    accept(session, [promise.id], {promise.id: Corrected("我们会在5个工作日内退款", DUE)})
    accept(session, [waiting.id])
    assert get_exhibit(session, made.id).title == "客服工号80231承诺：5个工作日内退款"


def test_a_title_that_waits_goes_with_the_promise_of_which_it_tells_on_every_picture_of_the_message(
    session: Session, dispute: Dispute
) -> None:
    one, other, late = add_pictures(session, dispute, 3)
    title = suggested(SuggestionKind.TITLE, "客服工号80231承诺核实", 1, 600)
    promised = replace(FOUND, suggestions=(suggested(SuggestionKind.PROMISE, PROMISE, 1), title))
    again = replace(promised, suggestions=(replace(title, value="客服承诺核实"), *promised.suggestions[:1]))

    def keep(exhibit: Exhibit, found: Findings, joined: Mapping[int, str]) -> None:
        with session.vault.change() as tx:
            text = MachineText(exhibit.id, "RapidOCR 3.10.0", (), 1, session.now())
            tx.keep_reading(text, found, joined=joined)

    keep(one, promised, {})
    shown = findings(session, one.id)
    assert shown is not None
    keep(other, again, dict(enumerate(shown.event_ids)))
    waiting = suggestions(session, dispute.id)
    assert [(each.kind, each.exhibit_id) for each in waiting if each.exhibit_id == other.id] == [
        (SuggestionKind.TITLE, other.id)
    ]
    seqs = dismiss(session, [each.id for each in waiting if each.kind is SuggestionKind.PROMISE], "")
    assert (len(seqs), suggestions(session, dispute.id)) == (2, [])
    third = replace(again, suggestions=(replace(title, value="王客服承诺核实"), again.suggestions[1]))
    keep(late, third, dict(enumerate(shown.event_ids)))
    assert suggestions(session, dispute.id) == []
    take_back(session, dispute.id, seqs)
    assert len(suggestions(session, dispute.id)) == 3


def test_what_a_later_reading_withdrew_keeps_no_title_and_what_it_finds_anew_does(
    session: Session, dispute: Dispute
) -> None:
    one, other, late = add_pictures(session, dispute, 3)
    title = suggested(SuggestionKind.TITLE, "客服承诺核实", 1, 600)
    promised, threat = suggested(SuggestionKind.PROMISE, PROMISE, 1), suggested(SuggestionKind.THREAT, "后果自负", 1)

    def keep(exhibit: Exhibit, *said: Suggested) -> dict[int, str]:
        with session.vault.change() as tx:
            text = MachineText(exhibit.id, "RapidOCR 3.10.0", (), 1, session.now())
            tx.keep_reading(text, replace(FOUND, suggestions=said), joined=shown if exhibit is not one else {})
        kept = findings(session, exhibit.id)
        return dict(enumerate(kept.event_ids)) if kept else {}

    def kinds() -> list[SuggestionKind]:
        return [each.kind for each in suggestions(session, dispute.id)]

    shown: dict[int, str] = {}
    shown = keep(one, promised, threat)
    keep(other, title)
    dismiss(session, [each.id for each in suggestions(session, dispute.id) if each.kind is SuggestionKind.PROMISE], "")
    keep(one, promised, threat, title)  # the threat is withdrawn and found again
    assert set(kinds()) == {SuggestionKind.THREAT, SuggestionKind.TITLE}
    keep(other)
    keep(one, promised)
    keep(late, title)
    assert kinds() == []


def test_all_of_a_kind_are_accepted_at_once(session: Session, dispute: Dispute, exhibit: Exhibit) -> None:
    accepted = accept_waiting(session, dispute.id, kind=SuggestionKind.AGENT_ID)
    assert (accepted.accepted, len(accepted.entries)) == (1, 1)
    assert accept_waiting(session, dispute.id, kind=SuggestionKind.AGENT_ID) == (0, [])
    with pytest.raises(InputProblem, match="kind-or-exhibit-needed"):
        accept_waiting(session, dispute.id)
    assert SuggestionKind.AGENT_ID not in {each.kind for each in suggestions(session, dispute.id)}


def test_how_much_waits_is_told_by_exhibit(
    session: Session, dispute: Dispute, exhibit: Exhibit, chat: Sequence[str], named: Said
) -> None:
    waiting = []
    for ids in ([], [chat[0], named(SuggestionKind.TITLE)]):
        accept(session, ids)
        with session.vault.read() as catalog:
            waiting += catalog.waiting_by_exhibit(dispute.id)
    assert waiting == [(exhibit.id, 2, 8), (exhibit.id, 1, 7)]


def test_a_decision_about_what_changed_since_is_not_taken_back(
    session: Session, dispute: Dispute, chat: Sequence[str], named: Said
) -> None:
    (seq,) = accept(session, [named(SuggestionKind.AGENT_ID)])
    edit_event(session, chat[1], {"agent_id": "80999"})
    with pytest.raises(InputProblem, match="changed-since"):
        take_back(session, dispute.id, [seq])


@pytest.mark.parametrize("decide", [lambda session, ids: accept(session, ids), lambda s, ids: dismiss(s, ids, "误读")])
def test_only_what_a_machine_read_is_decided_on(
    decide: Callable[[Session, list[str]], object], session: Session, dispute: Dispute, exhibit: Exhibit
) -> None:
    for unknown in ("nonsense", document(session, dispute).id, exhibit.id):
        with pytest.raises(InputProblem, match="suggestion-unknown"):
            decide(session, [unknown])


def test_nothing_is_decided_in_a_dispute_that_is_set_aside(
    session: Session, dispute: Dispute, chat: Sequence[str], named: Said
) -> None:
    set_aside(session, "dispute", [dispute.id], "已解决")
    for decide in (lambda: accept(session, [chat[0]]), lambda: dismiss(session, [named(SuggestionKind.TITLE)], "无关")):
        with pytest.raises(InputProblem, match="dispute-set-aside"):
            decide()


def test_events_are_dismissed_for_a_reason(session: Session, chat: Sequence[str]) -> None:
    with pytest.raises(InputProblem, match="reason-missing"):
        dismiss(session, chat, " ")


def test_what_was_withdrawn_cannot_be_accepted(session: Session, exhibit: Exhibit, named: Said) -> None:
    with session.vault.change() as tx:
        tx.keep_reading(MachineText(exhibit.id, "RapidOCR 4", (), 1, session.now()), Findings())
    with pytest.raises(InputProblem, match="suggestion-unknown"):
        accept(session, [named(SuggestionKind.TITLE)])


def test_a_long_chat_is_accepted_in_one_entry(session: Session, dispute: Dispute) -> None:
    (made,) = add_pictures(session, dispute, 1)
    found = Findings(events=tuple(message(f"第{index}条", index * 100) for index in range(700)))
    with session.vault.change() as tx:
        tx.keep_reading(MachineText(made.id, "RapidOCR 3.10.0", (), 1, session.now()), found)
    kept = findings(session, list_exhibits(session, dispute.id)[-1].id)
    assert kept is not None
    assert len(accept(session, kept.event_ids)) == 1
    assert {entry.status for entry in timeline(session, dispute.id)} == {EventStatus.ACCEPTED}
