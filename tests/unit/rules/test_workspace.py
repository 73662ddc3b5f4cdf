"""Agents, promises, checklists, pictures and figures, worked out from what is confirmed."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from evidence_app.domain.disputes import Dispute, DisputeType
from evidence_app.domain.events import Direction, EventKind, Outcome
from evidence_app.domain.happenings import Happening, Origin
from evidence_app.domain.workspace import (
    AgentCard,
    ChecklistMark,
    ChecklistState,
    Institution,
    PromiseRecord,
    PromiseState,
)
from evidence_app.phrases import Language
from evidence_app.rules.agents import agents, mix_ups, names_apart
from evidence_app.rules.by_day import ByDay
from evidence_app.rules.charts import heat_map
from evidence_app.rules.checklists import checklists, completeness
from evidence_app.rules.contacts_promised import contacts_in_time
from evidence_app.rules.documents import Documents
from evidence_app.rules.kept_late import Late
from evidence_app.rules.promises import promises
from evidence_app.rules.references import Accepted
from evidence_app.rules.territories import Territory
from evidence_app.rules.whose import Whose
from evidence_app.rules.workspace import Stated, work_out
from tests.unit.rules.disputes import DISPUTE, TODAY, complaint
from tests.unit.rules.situations import call, message, payment


def test_a_name_with_an_id_and_without_one_is_told_until_somebody_joins_them() -> None:
    calls = [call(f"2025-03-0{day}T09:00:00") for day in (1, 2)]
    said = [each._replace(agent_name="陈专员", agent_id=of) for each, of in zip(calls, ("B2290", ""), strict=True)]
    assert [(each.agent_ids, each.names) for each in names_apart(agents(said))] == [(("B2290",), ("陈专员",))]
    joined = AgentCard(id="a", dispute_id="d", agent_ids=("B2290",), names=("陈专员",))
    assert names_apart(agents(said, [joined])) == ()


def test_an_agent_is_known_by_the_id_and_a_card_joins_several() -> None:
    one = call("2025-03-01T10:00:00")._replace(agent_id="80231", agent_name="小王")
    other = call("2025-03-02T10:00:00")._replace(agent_id="80231", agent_name="王明")
    third = call("2025-03-03T10:00:00")._replace(agent_id="90001", agent_name="小王")
    assert [len(each.contacts) for each in agents([one, other, third])] == [2, 1]
    card = AgentCard(id="a", dispute_id="d", agent_ids=("80231", "90001"))
    [joined] = agents([one, other, third], [card])
    assert joined.agent_ids == ("80231", "90001")
    assert joined.names == ("小王", "王明")
    assert [(each.agent_ids, each.names) for each in mix_ups([one, other, third])] == [
        (("80231",), ("小王", "王明")),
        (("80231", "90001"), ("小王",)),
    ]


def test_a_promise_is_open_overdue_or_what_a_person_says() -> None:
    promised = message("2025-05-20T10:00:00")._replace(promise="退款", promise_due=date(2025, 5, 31))
    later = message("2025-05-21T10:00:00")._replace(promise="回电", promise_due=date(2025, 6, 1))
    found = promises([promised, later], [], TODAY)
    assert [each.overdue for each in found] == [True, False]
    kept = PromiseRecord(id="p", dispute_id="d", event_id=promised.event_id, state=PromiseState.KEPT)
    [first, _] = promises([promised, later], [kept], TODAY)
    assert (first.state, first.overdue) == (PromiseState.KEPT, False)


@pytest.mark.parametrize(
    ("words", "kept_by"),
    [
        ("3个工作日内回电", ["call"]),
        ("我们会电话联系您", ["call"]),
        ("3日内答复", ["message", "call"]),
        ("call you or e-mail", ["message", "call"]),
    ],
)
def test_a_call_back_is_kept_by_a_call_and_an_answer_in_either_way(words: str, kept_by: list[str]) -> None:
    """Replies in a chat that the person had opened stood for the call that was promised: nothing was overdue."""
    promised = message("2025-05-20T10:00:00")._replace(promise=words, promise_due=date(2025, 5, 25))
    written = message("2025-05-21T10:00:00")
    called = written._replace(event_id="c", kind=EventKind.CALL)
    contacts = ByDay.of([written, called])
    found = contacts_in_time(promised, promised.promise_due, contacts)
    assert [{"c": "call", written.event_id: "message"}[each] for each in found] == kept_by


BLOCKED = Dispute(
    id="d",
    title="t",
    type=DisputeType.WITHDRAWAL_BLOCKED,
    institution="海豚錢包",
    aliases=("海豚支付科技有限公司",),
    zone_name="Asia/Taipei",
    created_at=datetime(2025, 1, 1, tzinfo=UTC),
)


def test_money_that_came_in_time_is_offered_once_as_what_kept_a_promise() -> None:
    promised = message("2025-05-20T10:00:00")._replace(
        party="海豚錢包", promise="退還2000元", promise_due=date(2025, 5, 27)
    )
    came, again = (payment("2025-05-26", "2000", Direction.IN)._replace(party="海豚支付科技有限公司") for _ in range(2))
    found = work_out(BLOCKED, [promised, came, again], Stated(), TODAY, Documents(twins=frozenset({again.event_id})))
    assert [each.money for each in found.promises] == [(came.event_id,)]
    assert all(each.rule.id != "P1" for each in found.findings)


@pytest.mark.parametrize(
    ("amount", "currency", "territory"),
    [(None, "CNY", "TW"), (12800, "CNY", "CN"), (12800, "TWD", "TW"), (100, "USD", "TW"), (1, "HKD", "HK")],
)
def test_whose_currency_is_in_dispute_has_its_law_and_calendar(
    amount: int | None, currency: str, territory: str
) -> None:
    given = replace(BLOCKED, amount=None if amount is None else Decimal(amount), currency=currency)
    assert work_out(given, [], Stated(), TODAY).territory == Territory.of(territory)


def test_only_what_a_person_marked_so_counts_as_not_kept() -> None:
    promised = [
        message(f"2025-03-0{day}T09:00:00")._replace(promise=f"核实{day}", promise_due=date(2025, 3, day + 1))
        for day in range(1, 4)
    ]
    promised.append(message("2025-05-30T09:00:00")._replace(promise="退款", promise_due=date(2025, 6, 2)))
    of_first = PromiseRecord(id="p", dispute_id="d", event_id=promised[0].event_id, state=PromiseState.BROKEN)
    found = work_out(DISPUTE, promised, Stated(promises=(of_first,)), TODAY).metrics
    assert (found.promises_kept, found.promises_broken, found.promises_past, found.promises_open) == (0, 1, 2, 1)


def test_every_kind_of_dispute_has_first_steps_and_something_decisive() -> None:
    assert set(checklists()) == set(DisputeType)
    for each in checklists().values():
        assert each.first
        assert any(entry.decisive for entry in each.entries)
        assert len({entry.id for entry in each.entries}) == len(each.entries)
        for language in Language:
            assert all(words[language] for words in each.first)
            assert all(entry.title[language] and entry.how[language] for entry in each.entries)


def test_an_entry_is_there_while_its_event_is() -> None:
    failed = payment("2025-03-01", "100", Direction.IN, Outcome.FAILED)
    found = completeness(DisputeType.WITHDRAWAL_BLOCKED, [failed])
    assert {each.entry.id for each in found.standings if each.is_there} == {"error_text", "attempts"}
    assert completeness(DisputeType.WITHDRAWAL_BLOCKED, []).per_cent == 0
    assert found.missing[0].entry.decisive


def test_a_person_can_say_that_something_is_there_or_not_needed() -> None:
    marks = [
        ChecklistMark(id=entry.id, dispute_id="d", entry=entry.id, state=ChecklistState.THERE)
        for entry in checklists()[DisputeType.ACCOUNT_STOLEN].entries[1:]
    ]
    not_needed = ChecklistMark(id="x", dispute_id="d", entry="freeze", state=ChecklistState.NOT_NEEDED)
    assert completeness(DisputeType.ACCOUNT_STOLEN, [], Stated(checklist=[*marks, not_needed])).per_cent == 100


def test_a_message_counts_as_after_the_request_only_when_it_came_later() -> None:
    request = message("2025-03-01T10:00:00", Direction.OUT)._replace(kind=EventKind.COMPLAINT)
    before, after = message("2025-02-01T10:00:00"), message("2025-04-01T10:00:00")
    found = completeness(DisputeType.MISDIRECTED_SMS, [before, request, after])
    [standing] = [each for each in found.standings if each.entry.id == "after_request"]
    assert standing.event_ids == (request.event_id, after.event_id)  # "after the request" rests on both


def test_a_demand_counts_as_after_the_refund_only_when_the_institution_wrote_it_later() -> None:
    paid, refund = (
        payment("2025-03-01", "99", Direction.OUT),
        payment("2025-03-08", "99", Direction.IN, Outcome.REFUNDED),
    )
    early, late = message("2025-03-05T09:00:00"), message("2025-03-09T09:00:00", text="您的分期已逾期")
    advert = message("2025-03-10T09:00:00", number="10086")

    def shown(*happenings: Happening) -> tuple[str, ...]:
        found = completeness(
            DisputeType.REFUND_REFUSED,
            happenings,
            whose=lambda each: Whose.THEIRS if each.other == "95500" else Whose.OTHERS,
        )
        return next(each.event_ids for each in found.standings if each.entry.id == "demand_after")

    assert shown(paid, early, refund, late, advert) == (refund.event_id, late.event_id)
    assert shown(paid, early, refund, advert) == ()


def test_the_heat_map_of_a_record_with_a_wrong_year_stays_small() -> None:
    heat = heat_map([call("0002-03-01T09:00:00"), call("9998-03-01T23:00:00"), call("9998-03-01T23:30:00")])
    assert heat is not None
    assert (len(heat.hours_of), heat.count, heat.busiest) == (2, 3, (date(9998, 3, 1), 2))
    rows = heat.rows(56)
    assert len(rows) <= 56
    assert sum(sum(hours) for _, hours in rows) == 3
    assert rows[-1][1][23] == 2


def test_the_numbers_at_hand_are_the_disputes_and_never_those_of_private_purchases() -> None:
    def of(each: Happening, reference: str, party: str = "") -> Happening:
        return each._replace(reference=reference, party=party, origin=Origin.EXPORT)

    ticket = of(message("2025-03-02T10:00:00"), "SY20261102007")
    shop = of(payment("2025-03-03T10:00:00", "35.90", Direction.OUT), "2026112522000001", "某商城")
    instalment = of(payment("2025-03-04T10:00:00", "1083.50", Direction.OUT), "2026112522000003", "速融宝")
    stated = Stated(
        institution=Institution(id="i", dispute_id="d", numbers=("95500",)),
        complaints=[complaint("cn-nfra", date(2025, 3, 5), reference="NF-1")],
        references=[Accepted("SYHT2026101200931"), Accepted("2026112522000001", shop.event_id)],
    )
    mail = of(message("2025-03-05T10:00:00"), "20250305100000.8812@surongbao.example")
    found = work_out(DISPUTE, [ticket, shop, instalment, mail], stated, TODAY).references
    assert [(each.kind.value, each.value) for each in found] == [
        ("case", "SYHT2026101200931"),
        ("complaint", "NF-1"),
        ("case", "SY20261102007"),
        ("payment", "2026112522000003"),
    ]


def test_a_threat_of_a_fake_or_of_somebody_elses_number_is_none_of_the_other_side() -> None:
    texts = (
        "【速融宝】将通知你的单位",
        "【速融宝】请点 https://sur0ngbao.example 否则冻结账户",
        "【速融宝】冻结你的账户",
    )
    said = [message("2025-03-01T10:00", text=text, number=f"1069{at}") for at, text in enumerate(texts)]
    stated = Stated(
        institution=Institution(id="i", dispute_id="d", domains=("surongbao.example",)),
        not_theirs=["10692"],
        threats=frozenset(each.event_id for each in said),
    )
    found = work_out(DISPUTE, said, stated, TODAY)
    assert found.stated.threats == {said[0].event_id}


def test_less_than_was_promised_is_told_beside_the_promise_and_keeps_nothing() -> None:
    promised = message("2025-05-20T10:00")._replace(
        party="海豚錢包", promise="退還手續費1,500元", promise_due=date(2025, 5, 27)
    )
    came = payment("2025-05-23", "500", Direction.IN)._replace(party="海豚支付科技有限公司")
    found = work_out(BLOCKED, [promised, came], Stated(), TODAY)
    assert [(each.money, each.part) for each in found.promises] == [((), (came.event_id,))]
    assert [each.rule.id for each in found.findings if each.rule.id == "P1"] == ["P1"]


def test_what_may_have_kept_a_promise_is_known_with_it_and_whose_it_is() -> None:
    """A message said in time that it was done, and nothing but money in the bank counted; a friend's promise did."""
    promised = message("2025-05-20T10:00")._replace(
        party="海豚錢包", promise="三天內退還500元", promise_due=date(2025, 5, 23)
    )
    friend = message("2025-05-20T11:00", number="")._replace(
        party="小張", promise="明天幫你問", promise_due=date(2025, 5, 21)
    )
    told = message("2025-05-22T10:00", text="已退還500元")._replace(party="海豚錢包")
    paid = payment("2025-05-25", "500", Direction.IN)._replace(party="海豚支付科技有限公司")
    [theirs, other] = work_out(BLOCKED, [promised, friend, told, paid], Stated(), TODAY).promises
    assert (theirs.told, theirs.late_by, theirs.is_theirs) == ((told.event_id,), 0, True)
    assert not other.is_theirs
    [late] = work_out(BLOCKED, [promised, paid], Stated(), TODAY).promises
    assert late.late == Late(paid, is_certain=True)
    assert (late.late_by, late.may_be_kept) == (2, False)


def test_a_number_has_the_first_day_of_which_something_bears_it() -> None:
    mail = message("2025-03-02T11:20:00", number="95500")
    sms = message("2025-03-03T10:15:00", number="95500")
    accepted = [Accepted("LF-08", sms.event_id), Accepted("LF-08", mail.event_id)]
    stated = Stated(institution=Institution(id="i", dispute_id="d", numbers=("95500",)), references=accepted)
    [found] = work_out(DISPUTE, [mail, sms], stated, TODAY).references
    assert (found.value, found.day) == ("LF-08", date(2025, 3, 2))


def test_a_call_that_somebody_else_answered_is_no_reply_of_the_institution() -> None:
    mother = call("2025-03-01T09:00:00", Direction.OUT, 300, number="13800138000")
    asked = message("2025-03-02T09:00:00", Direction.OUT, number="95500")
    answered = call("2025-03-02T12:00:00", number="95500")
    of_all = [mother, asked, answered]
    numbers = Institution(id="i", dispute_id="d", numbers=("95500",))
    told = work_out(DISPUTE, of_all, Stated(institution=numbers), TODAY)
    assert told.metrics.first_reply == timedelta(hours=3)
    assert work_out(DISPUTE, of_all, Stated(), TODAY).metrics.first_reply is None


def test_what_the_institution_writes_after_the_first_question_is_its_first_reply_and_a_code_is_none() -> None:
    of_all = [
        message("2025-03-01T09:00:00", text="您的账单已出"),
        message("2025-03-02T09:00:00", Direction.OUT),
        message("2025-03-02T09:01:00", text="验证码 482913"),
        call("2025-03-02T09:30:00", Direction.MISSED, None),
        call("2025-03-02T09:40:00", Direction.OUT, 0),
        message("2025-03-02T10:00:00", text="已为您登记"),
    ]
    numbers = Institution(id="i", dispute_id="d", numbers=("95500",))
    assert work_out(DISPUTE, of_all, Stated(institution=numbers), TODAY).metrics.first_reply == timedelta(hours=1)
