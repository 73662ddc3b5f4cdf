"""What imported messages name is suggested like what is read off pictures, and only of institutions' messages."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from xml.sax.saxutils import quoteattr

import pytest

from evidence_app.actions import read_messages as module
from evidence_app.actions.add_evidence import DataSource, add_evidence
from evidence_app.actions.edit import edit_dispute, take_back
from evidence_app.actions.exhibits import custody_history
from evidence_app.actions.import_exports import import_export
from evidence_app.actions.letters import draft
from evidence_app.actions.read_messages import has_unread_messages, read_messages
from evidence_app.actions.remove import put_back, remove_event, remove_exhibit, set_aside
from evidence_app.actions.session import Session
from evidence_app.actions.suggestions import accept, accept_waiting, dismiss, suggestions
from evidence_app.actions.timeline import events_in_full
from evidence_app.actions.verify import verify_vault
from evidence_app.actions.workspace import add, state, stated_in, workspace
from evidence_app.domain.custody import CustodyKind
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import Direction
from evidence_app.domain.letters import LetterKind
from evidence_app.domain.suggestions import Suggestion, SuggestionKind
from evidence_app.domain.workspace import EventMark, Institution
from evidence_app.phrases import Language
from evidence_app.progress import Cancelled, Silent

Sms = tuple[str, str, int, str]
"""Number, contact's name, type (1 received, 2 sent), words."""

SATURDAY_MS = 1_740_189_600_000  # 2025-02-22T10:00+08:00
COLLECTOR, BANK, MOTHER, AGENT = "1069012345678", "95588", "13800138000", "13911112222"
PROMISE = "您好，我是速贷宝客服，工号80231，工单号20250222001，3个工作日内给您答复。"
THREAT = "【速贷宝】您的借款3000.00元已逾期，再不还款将起诉您并通知您的单位。电话4001234567"
PHONE: Sequence[Sms] = [
    (COLLECTOR, "(Unknown)", 1, THREAT),
    (AGENT, "(Unknown)", 1, PROMISE),
    (AGENT, "(Unknown)", 2, "请在2月25日前退还1200元，我的要求是这样"),
    (MOTHER, "妈妈", 1, "我明天一定给你打300元，工作忙，还款别急"),
    (MOTHER, "妈妈", 1, "今天有个什么贷款公司打我电话，说你欠款9500元逾期不还，要起诉你，工号80231"),
    (BANK, "(Unknown)", 1, "【建设银行】您尾号1234的储蓄卡2月22日12:01收入(速贷宝)人民币300.00元"),
    (BANK, "(Unknown)", 1, "您的信用卡账单500.00元，请及时还款"),
]


def phone(*messages: Sms) -> bytes:
    lines = [
        f'<sms protocol="0" address="{number}" date="{SATURDAY_MS + at * 60_000}" type="{kind}" body={quoteattr(body)}'
        f' read="1" status="-1" contact_name="{name}" />'
        for at, (number, name, kind, body) in enumerate(messages)
    ]
    whole = ["<?xml version='1.0' encoding='UTF-8' ?>", f'<smses count="{len(lines)}">', *lines, "</smses>"]
    return "\n".join(whole).encode()


@pytest.fixture
def imported(session: Session, dispute: Dispute) -> Callable[..., str]:
    """Have messages imported, and return the exhibit's id."""

    def add(*messages: Sms, name: str = "sms.xml") -> str:
        source = DataSource(name, phone(*messages))
        report = add_evidence(session, dispute.id, [source], Silent(), lambda item: None)
        edit_dispute(session, dispute.id, {"institution": "速贷宝"})
        import_export(session, report.items[0].exhibit_id)
        return report.items[0].exhibit_id

    return add


def look(session: Session, dispute: Dispute, *, again: bool = False) -> list[Suggestion]:
    read_messages(session, dispute.id, Silent(), lambda result: None, again=again)
    return suggestions(session, dispute.id)


def test_who_signs_with_the_companys_name_without_its_legal_form_is_the_institution(
    session: Session, dispute: Dispute, imported: Callable[..., str]
) -> None:
    imported(
        (COLLECTOR, "(Unknown)", 1, THREAT.replace("速贷宝", "速贷消费金融")), (BANK, "(Unknown)", 1, PHONE[-2][3])
    )
    edit_dispute(session, dispute.id, {"institution": "速贷消费金融有限公司"})
    results: list[module.MessagesRead] = []
    read_messages(session, dispute.id, Silent(), results.append)
    assert [each.from_institution for each in results] == [1]
    edit_dispute(session, dispute.id, {"institution": "速贷消费金融咨询有限公司"})  # somebody else
    results.clear()
    read_messages(session, dispute.id, Silent(), results.append, again=True)
    assert [each.from_institution for each in results] == [0]


def test_the_number_that_a_regulator_gives_a_complaint_is_offered(
    session: Session, dispute: Dispute, imported: Callable[..., str]
) -> None:
    imported(("", "CFPB", 1, "Your complaint number is 20261107123."), (MOTHER, "妈妈", 1, "complaint 20261107124"))
    assert [each.value for each in look(session, dispute)] == ["20261107123"]


def kinds(found: Sequence[Suggestion]) -> set[tuple[str, str]]:
    return {(each.kind.value, each.value) for each in found}


def test_imported_messages_give_what_they_name_with_their_event_and_no_place_in_a_picture(
    session: Session, dispute: Dispute, imported: Callable[..., str]
) -> None:
    exhibit_id = imported(*PHONE)
    found = look(session, dispute)
    assert {
        ("agent_id", "80231"),
        ("reference", "20250222001"),
        ("amount", "3000.00 CNY"),
        ("phone", "4001234567"),
        ("promise", PROMISE),
        ("threat", THREAT.removeprefix("【速贷宝】").removesuffix("电话4001234567")),
    } <= kinds(found)
    texts = {event.id: event.text for event in events_in_full(session, dispute.id)}
    assert all(each.exhibit_id == exhibit_id and not each.place.is_seen for each in found)
    assert all(each.quote in texts[each.event_id] for each in found)


def test_a_bare_amount_is_in_the_currency_in_dispute_wherever_the_person_is(
    session: Session, dispute: Dispute, imported: Callable[..., str]
) -> None:
    edit_dispute(session, dispute.id, {"zone_name": "Asia/Taipei", "amount": Decimal(12800), "currency": "CNY"})
    imported(*PHONE)
    assert ("amount", "3000.00 CNY") in kinds(look(session, dispute))


def test_a_promise_is_due_by_working_days_from_when_its_message_was_sent(
    session: Session, dispute: Dispute, imported: Callable[..., str]
) -> None:
    imported(*PHONE)
    (promise,) = (each for each in look(session, dispute) if each.kind is SuggestionKind.PROMISE)
    assert promise.due == date(2025, 2, 26)  # from a Saturday: Monday, Tuesday, Wednesday
    (event,) = (each for each in events_in_full(session, dispute.id) if each.id == promise.event_id)
    assert event.direction is Direction.IN


def test_what_the_mother_the_complainant_and_the_bank_write_is_no_promise_or_threat(
    session: Session, dispute: Dispute, imported: Callable[..., str]
) -> None:
    imported(*PHONE)
    found = look(session, dispute)
    senders = {event.id: event.number for event in events_in_full(session, dispute.id)}
    said = [each for each in found if each.kind in (SuggestionKind.PROMISE, SuggestionKind.THREAT)]
    assert sorted(senders[each.event_id] for each in said) == sorted([COLLECTOR, AGENT])
    of_mother = [each.kind for each in found if senders[each.event_id] == MOTHER]
    assert of_mother == [SuggestionKind.THIRD_PARTY]  # that she was called, and nothing else of what she wrote


def test_every_message_is_looked_through_once_and_the_vault_verifies(
    session: Session, dispute: Dispute, imported: Callable[..., str]
) -> None:
    imported(*PHONE)
    assert has_unread_messages(session, dispute.id)
    found = look(session, dispute)
    assert not has_unread_messages(session, dispute.id)
    length = len(custody_history(session, dispute.id))
    assert look(session, dispute) == found
    assert len(custody_history(session, dispute.id)) == length
    session.close()
    assert verify_vault(session.folder, Silent()).holds


def test_nothing_that_is_suggested_is_in_an_event_before_it_is_accepted(
    session: Session, dispute: Dispute, imported: Callable[..., str]
) -> None:
    imported(*PHONE)
    before = events_in_full(session, dispute.id)
    found = look(session, dispute)
    assert events_in_full(session, dispute.id) == before
    promise = next(each for each in found if each.kind is SuggestionKind.PROMISE)
    accept(session, [promise.id])
    event = next(each for each in events_in_full(session, dispute.id) if each.id == promise.event_id)
    assert (event.promise, event.promise_due) == (PROMISE, date(2025, 2, 26))
    threat = next(each for each in found if each.kind is SuggestionKind.THREAT)
    dismiss(session, [threat.id], "")
    assert kinds(found) - kinds(look(session, dispute, again=True)) == kinds([promise, threat])
    session.close()
    assert verify_vault(session.folder, Silent()).holds


def test_a_threat_that_somebody_accepts_is_found_as_one_and_a_dismissed_one_is_not(
    session: Session, dispute: Dispute, imported: Callable[..., str]
) -> None:
    imported(*PHONE)
    threats = [each for each in look(session, dispute) if each.kind is SuggestionKind.THREAT]
    assert not [each for each in workspace(session, dispute.id).findings if each.rule.id == "C6"]
    seq = accept(session, [threats[0].id])
    (found,) = [each for each in workspace(session, dispute.id).findings if each.rule.id == "C6"]
    assert found.event_ids == (threats[0].event_id,)
    take_back(session, dispute.id, seq)
    assert not [each for each in workspace(session, dispute.id).findings if each.rule.id == "C6"]


def test_a_mere_notice_of_a_law_suit_is_no_threat_until_a_person_marks_it(
    session: Session, dispute: Dispute, imported: Callable[..., str]
) -> None:
    imported((COLLECTOR, "(Unknown)", 1, "您的借款3000.00元已逾期，我司将依法向法院起诉。"))
    [notice] = [each for each in look(session, dispute) if each.kind is SuggestionKind.THREAT]
    accept(session, [notice.id])
    assert not [each for each in workspace(session, dispute.id).findings if each.rule.id == "C6"]
    mark = EventMark(id="", dispute_id=dispute.id, event_id=notice.event_id, tags=("threat",))
    add(session, mark)
    (found,) = [each for each in workspace(session, dispute.id).findings if each.rule.id == "C6"]
    assert found.event_ids == (notice.event_id,)


@pytest.mark.parametrize(
    ("words", "rules"),
    [
        ("您的借款已逾期，已电话告知您单位人事", {"C4"}),
        ("已将您的欠款情况告知您单位人事", {"C4", "C5"}),
        ("已电话告知您单位人事，再不还款就上门找你", {"C4", "C6"}),
    ],
)
def test_contact_with_others_that_somebody_accepts_is_found_as_that_and_as_no_threat(
    session: Session, dispute: Dispute, imported: Callable[..., str], words: str, rules: set[str]
) -> None:
    def found() -> set[str]:
        told = workspace(session, dispute.id, date(2026, 6, 1)).findings
        return {each.rule.id for each in told if each.event_ids == (waiting[0].event_id,)}

    imported((COLLECTOR, "(Unknown)", 1, f"【速贷宝】{words}"))
    kinds_of = {SuggestionKind.THIRD_PARTY, SuggestionKind.THREAT}
    waiting = [each for each in look(session, dispute) if each.kind in kinds_of]
    assert not found() & {"C4", "C5", "C6"}
    accept(session, [each.id for each in waiting])
    assert found() & {"C4", "C5", "C6"} == rules


@pytest.mark.parametrize(
    ("words", "rules"),
    [(PHONE[4][3], {"C4", "C5"}), ("今天有人打电话到我们公司找你", {"C4"})],
)
def test_what_family_tells_of_a_call_is_offered_and_found_once_it_is_accepted(
    session: Session, dispute: Dispute, imported: Callable[..., str], words: str, rules: set[str]
) -> None:
    def found() -> set[str]:
        return {each.rule.id for each in workspace(session, dispute.id, date(2026, 6, 1)).findings}

    imported((MOTHER, "妈妈", 1, "我明天给你打300元，催你吃饭"), (MOTHER, "妈妈", 1, words), (MOTHER, "妈妈", 2, words))
    [report] = look(session, dispute)
    assert (report.kind, report.value) == (SuggestionKind.THIRD_PARTY, words)
    assert not found() & {"C4", "C5", "C6"}
    accept(session, [report.id])
    assert found() & {"C4", "C5", "C6"} == rules


def test_what_the_institution_signs_with_is_a_name_of_it_once_somebody_accepts_it(
    session: Session, dispute: Dispute, imported: Callable[..., str]
) -> None:
    def aliases() -> tuple[str, ...]:
        with session.vault.read() as catalog:
            return catalog.dispute(dispute.id).aliases

    imported(
        (COLLECTOR, "(Unknown)", 1, THREAT.replace("速贷宝", "速融宝")), (AGENT, "速融宝客服", 1, PROMISE), PHONE[-2]
    )
    edit_dispute(session, dispute.id, {"institution": "速融消费金融有限公司"})
    named = [each for each in look(session, dispute) if each.kind is SuggestionKind.INSTITUTION]
    [ours, *_] = [each for each in named if each.value == "速融宝"]
    accept(session, [each.id for each in named if each is not ours], together=True)
    assert aliases() == ()
    seqs = accept(session, [ours.id])
    assert aliases() == ("速融宝",)
    take_back(session, dispute.id, seqs)
    assert aliases() == ()


def test_a_name_said_in_a_message_only_makes_an_agent_once_somebody_accepts_it(
    session: Session, dispute: Dispute, imported: Callable[..., str]
) -> None:
    def people() -> list[tuple[str, ...]]:
        return [each.names for each in workspace(session, dispute.id).agents]

    imported((COLLECTOR, "(Unknown)", 1, "您好，我是法务部李经理，您的借款3000元已逾期，请尽快还款"))
    [name] = [each for each in look(session, dispute) if each.kind is SuggestionKind.AGENT_NAME]
    assert (name.value, people()) == ("李经理", [])
    seq = accept(session, [name.id])
    assert people() == [("李经理",)]
    take_back(session, dispute.id, seq)
    assert people() == []


def test_events_that_are_removed_or_erased_suggest_nothing(
    session: Session, dispute: Dispute, imported: Callable[..., str]
) -> None:
    exhibit_id = imported(*PHONE)
    found = look(session, dispute)
    promise = next(each for each in found if each.kind is SuggestionKind.PROMISE)
    set_aside(session, "event", [promise.event_id], "mistake")
    assert promise.event_id not in {each.event_id for each in suggestions(session, dispute.id)}
    put_back(session, "event", [promise.event_id])
    assert promise in suggestions(session, dispute.id)
    remove_event(session, promise.event_id, "mistake")
    assert promise.event_id not in {each.event_id for each in look(session, dispute, again=True)}
    set_aside(session, "exhibit", [exhibit_id], "mistake")
    assert suggestions(session, dispute.id) == []
    put_back(session, "exhibit", [exhibit_id])
    assert suggestions(session, dispute.id)
    remove_exhibit(session, exhibit_id, "mistake")
    assert suggestions(session, dispute.id) == []
    session.close()
    assert verify_vault(session.folder, Silent()).holds


class Stopping(Silent):
    """Cancels once the first part is kept."""

    def advance(self, count: int = 1) -> None:
        raise Cancelled


def test_what_was_stopped_goes_on_where_it_was(
    session: Session, dispute: Dispute, imported: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "AT_ONCE", 1)
    imported(*PHONE)
    with pytest.raises(Cancelled):
        read_messages(session, dispute.id, Stopping(), lambda result: None)
    first = suggestions(session, dispute.id)
    assert first
    assert has_unread_messages(session, dispute.id)
    found = look(session, dispute)
    assert found[: len(first)] == first
    assert SuggestionKind.PROMISE in {each.kind for each in found}
    assert not has_unread_messages(session, dispute.id)


def test_who_is_named_the_other_side_later_is_looked_into_then(
    session: Session, dispute: Dispute, imported: Callable[..., str]
) -> None:
    imported((MOTHER, "小王", 1, "我明天10点前给您回复"), (COLLECTOR, "(Unknown)", 1, THREAT))
    assert SuggestionKind.PROMISE not in {each.kind for each in look(session, dispute)}
    state(session, Institution(id="", dispute_id=dispute.id), {"numbers": (MOTHER,)})
    assert has_unread_messages(session, dispute.id)
    found = look(session, dispute)
    assert [each.due for each in found if each.kind is SuggestionKind.PROMISE] == [date(2025, 2, 23)]
    assert len([each for each in found if each.kind is SuggestionKind.THREAT]) == 1


def test_a_conversation_with_agents_in_its_later_messages_is_read_and_titled_by_who_speaks(
    session: Session, dispute: Dispute, imported: Callable[..., str]
) -> None:
    asked = (AGENT, "(Unknown)", 2, "你们的客服工号90001说过不用还，是真的吗")
    imported(
        asked, asked, asked, (AGENT, "(Unknown)", 1, PROMISE), (AGENT, "(Unknown)", 1, "您好，工号80232为您服务"), asked
    )
    (title,) = (each for each in look(session, dispute) if each.kind is SuggestionKind.TITLE)
    assert title.value == "客服工号80231承诺3个工作日内答复"


def test_one_conversation_gets_a_title_and_a_whole_phone_none(
    session: Session, dispute: Dispute, imported: Callable[..., str]
) -> None:
    chat = imported((AGENT, "速贷宝客服", 1, PROMISE), (AGENT, "速贷宝客服", 2, "好的"), name="chat.xml")
    (title,) = (each for each in look(session, dispute) if each.kind is SuggestionKind.TITLE)
    assert (title.exhibit_id, title.value) == (chat, "客服工号80231承诺3个工作日内答复")
    imported(*PHONE, name="phone.xml")
    assert [each.id for each in look(session, dispute) if each.kind is SuggestionKind.TITLE] == [title.id]


@pytest.mark.parametrize(("host", "offered"), [("brightpay.example", True), ("gmail.com", False)])
def test_who_writes_from_the_domain_of_their_other_mails_is_offered_as_the_institution(
    host: str, offered: bool, session: Session, dispute: Dispute
) -> None:
    edit_dispute(session, dispute.id, {"institution": "BrightPay Finance Ltd"})
    for name, sender in (("help", "BrightPay Finance"), ("complaints", "BrightPay Complaints"), ("info", "Anna Lee")):
        fields = f"From: {sender} <{name}@{host}>\nTo: me@mail.example\nSubject: {name}\nMessage-ID: <{name}@x>\n"
        said = f"{fields}Date: Mon, 27 Jul 2026 14:05:00 +0100\n\nWe will correct your file by 14 August 2026.\n"
        report = add_evidence(
            session, dispute.id, [DataSource(f"{name}.eml", said.encode())], Silent(), lambda item: None
        )
        import_export(session, report.items[0].exhibit_id)
    found = look(session, dispute)
    assert sum(each.kind is SuggestionKind.PROMISE for each in found) == (3 if offered else 1)
    assert (("institution", "BrightPay Complaints") in kinds(found)) is offered


def test_more_than_a_person_can_look_over_is_passed_over_and_said(
    session: Session, dispute: Dispute, imported: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_LOOKED_INTO", 2)
    imported(*PHONE)
    (result,) = read_messages(session, dispute.id, Silent(), lambda result: None)
    assert (result.messages, result.looked_into, result.passed_over) == (7, 2, 3)
    assert result.from_institution == 2
    entry = custody_history(session, dispute.id)[-1]
    assert entry.kind is CustodyKind.READ


def others_people(session: Session, dispute: Dispute) -> set[str]:
    """The texts of imported messages that a dossier of what is theirs leaves out."""
    from evidence_app.rules.others import others_of

    with session.vault.read() as catalog:
        happenings, touched = catalog.happenings(dispute.id), catalog.touched_events(dispute.id)
        found = others_of(catalog.dispute(dispute.id), happenings, stated_in(catalog, dispute.id), touched)
    return {each.text for each in happenings if each.event_id in found.people}


COURIER: Sequence[Sms] = [
    ("10690000222", "(Unknown)", 1, "【京东物流】客服工号80999：您的投诉已受理，工单号20250222009，我们24小时内回复您"),
    (BANK, "(Unknown)", 1, "【建设银行】您的投诉已受理，还款300.00元，24小时内回复您"),
    (BANK, "(Unknown)", 1, "您的贷款300.00元已逾期，再不还款将起诉您并通知您的单位"),
]


def test_what_was_accepted_along_with_all_that_waited_is_not_chosen_by_anybody(
    session: Session, dispute: Dispute, imported: Callable[..., str]
) -> None:
    imported(PHONE[0], *COURIER)
    state(session, Institution(id="", dispute_id=dispute.id), {"numbers": (COLLECTOR,)})
    found = look(session, dispute)
    private = {words for *_, words in COURIER}
    assert private <= {
        event.text for event in events_in_full(session, dispute.id) if event.id in {e.event_id for e in found}
    }
    seqs = accept(session, [each.id for each in found])
    assert others_people(session, dispute) == private
    take_back(session, dispute.id, seqs)
    for kind in {each.kind for each in found}:
        accept_waiting(session, dispute.id, kind=kind)
    assert others_people(session, dispute) == private


def test_one_suggestion_that_somebody_accepts_by_itself_keeps_its_message_until_it_is_taken_back(
    session: Session, dispute: Dispute, imported: Callable[..., str]
) -> None:
    imported(PHONE[0], *COURIER)
    state(session, Institution(id="", dispute_id=dispute.id), {"numbers": (COLLECTOR,)})
    private = {words for *_, words in COURIER}
    courier = next(each for each in look(session, dispute) if each.value == "80999")
    (seq,) = accept(session, [courier.id])
    assert others_people(session, dispute) == private - {COURIER[0][-1]}
    take_back(session, dispute.id, [seq])
    assert others_people(session, dispute) == private
    accept(session, [courier.id], together=True)  # all that waits, which happens to be one
    assert others_people(session, dispute) == private


def test_what_somebody_else_signs_is_no_promise_of_theirs_once_their_numbers_are_stated(
    session: Session, dispute: Dispute, imported: Callable[..., str]
) -> None:
    imported(*PHONE[:2], *COURIER)
    state(session, Institution(id="", dispute_id=dispute.id), {"numbers": (COLLECTOR,)})
    accept(session, [each.id for each in look(session, dispute)])
    found = workspace(session, dispute.id)
    assert [each.happening.text for each in found.promises] == [PROMISE]  # from a number that nobody stated
    told = draft(session, dispute.id, LetterKind.COMPLAINT, Language.ZH_HANS).plain_text("")
    assert PROMISE in told
    assert not any(words in told for *_, words in COURIER[:2])
