"""The case on one page: what it tells of a dispute, and in which words."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from evidence_app.domain.disputes import DisputeType
from evidence_app.domain.events import Direction, EventKind, Outcome
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.times import ClockReading, EventTime, Precision, TimeSource, choose
from evidence_app.domain.workspace import Complaint, EventMark, Institution, LoanTerms, PromiseRecord, PromiseState
from evidence_app.dossier.content import span_of_events
from evidence_app.dossier.page import PageLink
from evidence_app.dossier.sections import summary
from evidence_app.dossier.source import DossierSource
from evidence_app.phrases import Language, phrase
from evidence_app.rules.law import body as law_body
from evidence_app.rules.workspace import Stated
from tests.fakes.dossier_case import Case
from tests.unit.dossier.told import content, flow_of, happening, on, squeezed, words_of


def test_of_contacts_threats_and_disclosures_tell_the_story_before_routine_payments(case: Case) -> None:
    paid = [
        case.happen(
            EventKind.PAYMENT, direction=Direction.OUT, party="速融宝", amount=Decimal(935), outcome=Outcome.DONE
        )
        for _ in range(4)
    ]
    said = [
        case.happen(EventKind.MESSAGE, direction=Direction.IN, party="速融宝", text=f"第{number}句话，请注意")
        for number in range(4)
    ]
    marks = [
        EventMark(id=each.id, dispute_id=case.dispute.id, event_id=each.id, tags=(tag,))
        for each, tag in zip(said, ("threat", "threat", "third_party", "disclosed"), strict=True)
    ]
    marks += [
        EventMark(id=f"{each.id}k", dispute_id=case.dispute.id, event_id=each.id, tags=("contradicts",))
        for each in (
            case.happen(
                EventKind.MESSAGE,
                direction=Direction.IN,
                party="速融宝",
                agent_id="3017",
                text=f"说法{n}",
                promise=f"{n}" * (n < 2),
            )
            for n in range(4)
        )
    ]
    for n in range(2):
        case.happen(EventKind.COMPLAINT, direction=Direction.OUT, body="cn-nfra", text=f"第{n}次投诉")
    receipt = case.happen(
        EventKind.MESSAGE, direction=Direction.IN, party="12378", text="您的投诉NF-77已转送", place="1"
    )
    filed = Complaint(id="c", dispute_id=case.dispute.id, body="cn-nfra", filed_on=date(2025, 2, 24), reference="NF-77")
    dispute = replace(case.dispute, type=DisputeType.HARASSMENT, institution="速融宝")
    told = tuple(happening(each, case) for each in case.events)
    source = replace(case.source(), dispute=dispute, happenings=told, stated=Stated(marks=marks, complaints=[filed]))
    chosen = content(source)
    keys = [each.id for each in chosen.key_events]
    assert {each.id for each in said} <= set(keys)
    assert len({each.id for each in paid}.intersection(keys)) <= 1
    ends = span_of_events(chosen)
    assert ends is not None
    assert ends[1].id == receipt.id


def test_the_first_of_many_calls_at_night_is_told_and_not_two_of_one_day_alone(case: Case) -> None:
    times = [(day, 23) for day in range(1, 8)] + [(10, hour) for hour in range(9, 14)]
    for day, hour in times:
        at = ClockReading(datetime(2025, 3, day, hour, 5), Precision.MINUTE, TimeSource.TYPED, 100)
        case.happen(EventKind.CALL, choose([at]), direction=Direction.IN, party=case.dispute.institution, duration_s=9)
    dispute = replace(case.dispute, type=DisputeType.HARASSMENT)
    told = tuple(happening(each, case) for each in case.events)
    said = content(replace(case.source(), dispute=dispute, happenings=told, stated=Stated()))
    assert said.workspace is not None
    assert {each.rule.id for each in said.workspace.findings} >= {"C1", "C2"}
    days = [each.time.happened.wall.day for each in said.key_events if each.time.happened and each.time.happened.wall]
    assert days == [1, 10]


def test_a_described_picture_is_told_by_what_it_shows_and_by_itself_where_it_shows_nothing(
    case: Case, shot: Exhibit
) -> None:
    shown, alone = (replace(shot, proves="所列记录"), replace(shot, id="alone", number=2, proves="全文"))
    case.exhibits = [shown, alone]
    documents = [case.happen(EventKind.DOCUMENT, exhibit_ids=(each.id,)) for each in (shown, alone)]
    case.happen(EventKind.MESSAGE, direction=Direction.IN, party="速融宝", text="请还款", exhibit_ids=(shown.id,))
    keys = [each.id for each in content(case.source()).key_events]
    assert [each.id in keys for each in documents] == [False, True]


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2025, 3, 10), ""),
        (date(2025, 3, 20), "有几个期限，最早的2025-03-11已过，最晚的至2025-03-26"),
        (date(2025, 5, 20), "答复期限2025-03-26已过"),
    ],
)
def test_the_summary_says_of_an_answer_that_it_is_late_once_the_last_of_its_periods_is_over(
    source: DossierSource, today: date, said: str
) -> None:
    assert source.stated is not None
    filed = [replace(each, body="cn-institution") for each in source.stated.complaints]
    late = replace(source, stated=replace(source.stated, complaints=filed))
    told = words_of(content(late, generated_at=on(today)))["summary"]
    assert said in told
    assert ("答复期限" in told) == said.startswith("答复期限")
    assert ("有几个期限" in told) == said.startswith("有几个期限")


def test_the_summary_tells_of_promises_threats_and_the_institutions_money_and_of_no_plan_for_later(
    case: Case, shot: Exhibit
) -> None:
    done = {"outcome": Outcome.DONE, "exhibit_ids": (shot.id,)}
    shop = case.happen(EventKind.PAYMENT, direction=Direction.OUT, party="某商城", amount=Decimal("35.90"), **done)
    paid_out = case.happen(
        EventKind.PAYMENT, direction=Direction.IN, party="速融宝科技有限公司", amount=Decimal(9500), **done
    )
    threat = case.happen(EventKind.MESSAGE, direction=Direction.IN, party="速融宝", text="通知你单位")
    promise = {"direction": Direction.IN, "party": "速融宝", "text": "三日内注销", "promise": "三日内注销"}
    promised = case.happen(EventKind.MESSAGE, **promise)
    again = case.happen(EventKind.MESSAGE, **promise)
    refused = case.happen(EventKind.MESSAGE, direction=Direction.IN, party="速融宝", text="无法注销")
    mother = case.happen(EventKind.MESSAGE, direction=Direction.IN, party="妈妈", text="我无法接听")
    plan = ClockReading(datetime(2027, 1, 12), Precision.DAY, TimeSource.SCREEN, 80)
    planned = case.happen(EventKind.REPAYMENT, choose([plan]), amount=Decimal(900), outcome=Outcome.DUE)
    stated = Stated(marks=[EventMark(id="m", dispute_id=case.dispute.id, event_id=threat.id, tags=("threat",))])
    source = replace(case.source(), happenings=tuple(happening(each, case) for each in case.events), stated=stated)
    chosen = content(source)
    assert list(chosen.key_events[:4]) == [paid_out, threat, promised, refused]
    assert not {shop.id, again.id, planned.id} & {each.id for each in chosen.key_events}
    assert mother.id not in {each.id for each in chosen.key_events[:4]}
    ends = span_of_events(chosen)
    assert ends is not None
    assert ends[1] is not planned
    assert planned in chosen.events


def test_the_matters_days_end_with_what_is_of_the_matter_and_not_with_a_bills_last_purchase(case: Case) -> None:
    def at(day: int) -> EventTime:
        return choose([ClockReading(datetime(2025, 2, day), Precision.DAY, TimeSource.PLATFORM, 80)])

    row = {"direction": Direction.OUT, "outcome": Outcome.DONE, "amount": Decimal("35.90"), "place": "row:3"}
    case.happen(EventKind.PAYMENT, at(1), party="某商城", **row)
    paid = case.happen(EventKind.PAYMENT, at(3), party="速融宝", **row)
    for kind in (EventKind.CALL, EventKind.MESSAGE, EventKind.LOGIN, EventKind.COMPLAINT):
        case.happen(kind, at(4), direction=Direction.IN, party="速融宝", text="无法注销")
    noted = case.happen(EventKind.NOTE, at(5), text="到单位找我")
    shop = case.happen(EventKind.PAYMENT, at(7), party="某商城", **row)

    def ends(**said: object) -> tuple[str, str]:
        happenings = tuple(happening(each, case) for each in case.events)
        found = span_of_events(content(replace(case.source(), happenings=happenings, stated=Stated(**said))))  # type: ignore[arg-type]
        assert found is not None
        return found[0].id, found[1].id

    assert ends() == (paid.id, noted.id)
    mark = EventMark(id="m", dispute_id=case.dispute.id, event_id=shop.id, note="只收了这笔货款")
    assert ends(marks=[mark]) == (paid.id, shop.id)


def test_the_summary_tells_when_the_loan_came_however_much_was_promised_and_threatened(case: Case) -> None:
    loan = case.happen(EventKind.PAYMENT, direction=Direction.IN, amount=Decimal(9500), outcome=Outcome.DONE)
    wages = case.happen(EventKind.PAYMENT, direction=Direction.IN, amount=Decimal(8000), outcome=Outcome.DONE)
    said = {"direction": Direction.IN, "party": "速融宝", "agent_id": "80231"}
    threats = [case.happen(EventKind.MESSAGE, text=f"通知你单位 {number}", **said) for number in range(3)]
    for number in range(3):
        case.happen(EventKind.MESSAGE, text=f"{number}日内注销", promise=f"{number}日内注销", **said)
    marks = [EventMark(id=each.id, dispute_id=case.dispute.id, event_id=each.id, tags=("threat",)) for each in threats]
    stated = Stated(marks=marks, loan=LoanTerms(id="l", dispute_id=case.dispute.id, paid_out=(loan.id,)))
    source = replace(case.source(), happenings=tuple(happening(each, case) for each in case.events), stated=stated)
    chosen = content(source)
    assert chosen.key_events[0] is loan
    assert wages not in chosen.key_events


@pytest.mark.parametrize(
    "by",
    [{"party": "速融宝科技有限公司"}, {"party": "XX信托", "number": "1100 2233 9988"}, {"text": "速融宝放款"}],
    ids=["name", "account", "words"],
)
def test_the_loan_came_with_the_institutions_first_payment_where_nobody_stated_it(
    case: Case, by: dict[str, str]
) -> None:
    money = {"direction": Direction.IN, "outcome": Outcome.DONE}
    case.happen(EventKind.PAYMENT, party="某单位", text="工资", amount=Decimal(8000), **money)
    loan = case.happen(EventKind.PAYMENT, amount=Decimal(9500), **money, **by)
    said = {"direction": Direction.IN, "party": "速融宝", "agent_id": "80231"}
    threats = [case.happen(EventKind.MESSAGE, text=f"通知你单位 {number}", **said) for number in range(3)]
    for number in range(3):
        case.happen(EventKind.MESSAGE, text=f"{number}日内注销", promise=f"{number}日内注销", **said)
    marks = [EventMark(id=each.id, dispute_id=case.dispute.id, event_id=each.id, tags=("threat",)) for each in threats]
    known = Institution(id="i", dispute_id=case.dispute.id, numbers=("110022339988",))
    source = replace(case.source(), happenings=tuple(happening(each, case) for each in case.events))
    chosen = content(replace(source, stated=Stated(institution=known, marks=marks)))
    assert chosen.key_events[0] is loan


def test_the_summary_tells_of_freeze_refusal_complaint_and_of_broken_promises_before_those_that_are_open(
    case: Case,
) -> None:
    said = {"direction": Direction.IN, "party": "速融宝"}
    broken = [case.happen(EventKind.MESSAGE, text=f"{n}日内解冻", promise=f"{n}日内解冻", **said) for n in (3, 5)]
    for number in range(3):
        text = f"{number}日内答复"
        case.happen(EventKind.MESSAGE, text=text, promise=text, agent_id="80231", amount=Decimal(1), **said)
    case.happen(EventKind.MESSAGE, text="我的钱为什么被冻结", direction=Direction.OUT, party="速融宝")
    frozen = case.happen(EventKind.MESSAGE, text="您的账户已被限制提现", **said)
    refused = case.happen(EventKind.MESSAGE, text="您的申请无法通过", **said)
    filed = case.happen(EventKind.COMPLAINT, direction=Direction.OUT, body="速融宝")
    records = [
        PromiseRecord(id=each.id, dispute_id=case.dispute.id, event_id=each.id, state=PromiseState.BROKEN)
        for each in broken
    ]
    source = replace(case.source(), happenings=tuple(happening(each, case) for each in case.events))
    blocked = replace(source.dispute, type=DisputeType.WITHDRAWAL_BLOCKED)
    chosen = content(replace(source, dispute=blocked, stated=Stated(promises=records)))
    assert {*broken, frozen, refused, filed} <= {*chosen.key_events}
    assert words_of(chosen, Language.ZH_HANS)["summary"].count("未兑现") == len(broken)


def test_the_summary_tells_that_a_shop_refunded_what_is_still_collected(case: Case, shot: Exhibit) -> None:
    by_shop = "We refunded $412.60 for order NF-88213."
    refunded = case.happen(EventKind.MESSAGE, text=by_shop, direction=Direction.IN, party="Northfield Outfitters")
    of_theirs = {"direction": Direction.IN, "party": case.dispute.institution, "exhibit_ids": (shot.id,)}
    for number in range(3):
        case.happen(EventKind.CALL, duration_s=60, **of_theirs)
        case.happen(EventKind.MESSAGE, text=f"请尽快还款{number}", promise=f"{number}日内答复", **of_theirs)
        case.happen(EventKind.MESSAGE, text=f"无法处理{number}", **of_theirs)
    source = replace(case.source(), happenings=tuple(happening(each, case) for each in case.events), stated=Stated())
    refused = replace(source.dispute, type=DisputeType.REFUND_REFUSED, amount=Decimal("412.60"))
    assert refunded in content(replace(source, dispute=refused)).key_events


def test_a_filing_on_no_timeline_is_told_by_who_first_confirmed_its_number(case: Case) -> None:
    said = {"direction": Direction.IN, "party": "速融宝"}
    taken = case.happen(EventKind.MESSAGE, text="您的投诉已受理，编号HT-88-0088", **said)
    for number in range(20):
        case.happen(EventKind.MESSAGE, text=f"请尽快还款{number}", **said)
    filing = Complaint(id="c", dispute_id=case.dispute.id, body="cn-nfra", reference="HT-88-0088")
    known = tuple(happening(each, case) for each in case.events)
    stated = Stated(complaints=[replace(filing, filed_on=date(2025, 3, 1))])
    assert taken in content(replace(case.source(), happenings=known, stated=stated)).key_events


def test_the_summary_says_since_when_it_is_in_dispute_and_what_is_still_open(case: Case, shot: Exhibit) -> None:
    said = {"direction": Direction.IN, "party": case.dispute.institution}
    case.happen(EventKind.MESSAGE, text="您的账户已被限制提现", exhibit_ids=(shot.id,), **said)
    back = {"amount": Decimal(1000), "currency": "CNY", "outcome": Outcome.REFUNDED, "exhibit_ids": (shot.id,)}
    case.happen(EventKind.PAYMENT, **back, **said)
    known = tuple(happening(each, case) for each in case.events)
    source = replace(case.source(), happenings=known, stated=Stated())
    blocked = replace(source.dispute, type=DisputeType.WITHDRAWAL_BLOCKED, amount=Decimal(3000))
    told = words_of(content(replace(source, dispute=blocked)), Language.ZH_HANS)["summary"]
    assert "最早显示问题的事件" in told
    assert "已追回 人民币 1,000.00 元 · 尚未追回 人民币 2,000.00 元" in told
    demanded = replace(blocked, type=DisputeType.REFUND_REFUSED)
    told = words_of(content(replace(source, dispute=demanded)), Language.ZH_HANS)["summary"]
    assert "退款合计 人民币 1,000.00 元" in told
    assert "尚未追回" not in told  # what is demanded is nothing that has to come back
    stated = replace(blocked, disputed_since=date(2025, 2, 1))
    told = words_of(content(replace(source, dispute=stated)), Language.ZH_HANS)["summary"]
    assert "2025-02-01（投诉人说明）" in told


@pytest.mark.parametrize("language", Language)
def test_the_summary_says_where_it_was_taken_what_is_overdue_and_what_was_found(
    case: Case, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = {"direction": Direction.IN, "party": case.dispute.institution}
    night = ClockReading(datetime(2026, 3, 1, 23, 10), Precision.MINUTE, TimeSource.SCREEN, 80)
    case.happen(EventKind.CALL, choose([night]), duration_s=60, **said)
    filed = {"dispute_id": case.dispute.id, "filed_on": date(2026, 3, 2)}
    complaints = [
        Complaint(id="a", body="cn-institution", reference="TS-1", **filed),
        *(Complaint(id=f"{number}", body="cn-nfra", reference=f"N-{number}", **filed) for number in range(5)),
    ]
    known = tuple(happening(each, case) for each in case.events)
    source = replace(case.source(), happenings=known, stated=Stated(complaints=complaints))
    later = {"generated_at": datetime(2026, 5, 1, tzinfo=UTC)}
    found = content(source, language, **later)
    told = words_of(found, language)["summary"]
    assert "TS-1" in told
    assert "2026-04-01" in told  # thirty days for a complex case: nobody was told of a longer one
    assert "N-4" not in told
    assert "+ 2" in told
    waited = {Language.EN: "no answer recorded (60 days)", Language.ZH_HANS: "没有答复的记录（60天）"}
    assert squeezed(waited.get(language, "沒有答覆的紀錄（60天）")) in squeezed(told)
    on_the_way = replace(complaints[0], reply_ids=(case.events[0].id,))
    source = replace(source, stated=Stated(complaints=[on_the_way, *complaints[1:]]))
    told_again = squeezed(words_of(content(source, language, **later), language)["summary"])
    waited = {Language.EN: "no final answer recorded (60 days)", Language.ZH_HANS: "没有最终答复的记录（60天）"}
    assert squeezed(waited.get(language, "沒有最終答覆的紀錄（60天）")) in told_again
    assert "days:" not in told
    assert "since then" not in told
    assert phrase("dossier", "summary.departures", language)[:8] in told
    assert found.workspace is not None
    first, *others = found.workspace.disclosed_findings
    assert {each.rule.id for each in others} - {first.rule.id}
    for room in summary.ROOM[:1], ((1, 1, 8),), ((1, 0, 8),):
        monkeypatch.setattr(summary, "ROOM", room)
        told = squeezed(words_of(content(source, language, **later), language)["summary"])
        assert [each.rule.id for each in (first, *others) if squeezed(each.rule.title[language]) not in told] == []
        assert (squeezed(first.says(language)) in told) == (room[0][1] > 0)
    told = words_of(found, language)["summary"]
    assert phrase("dossier", "summary.since", language) not in told  # a call at night came before the complaint
    left_out = content(source, language, without=frozenset({"findings", "complaints"}), **later)
    told = words_of(left_out, language)["summary"]
    assert "TS-1" not in told
    assert phrase("dossier", "summary.departures", language)[:8] not in told
    passed_on = Stated(complaints=[replace(complaints[1], transferred_on=date(2026, 3, 5))])
    told = words_of(content(replace(source, stated=passed_on), language, **later), language)["summary"]
    assert squeezed(phrase("dossier", "summary.passed_on", language, filing="", day="2026-03-05")) in squeezed(told)


def test_page_two_names_the_page_on_which_a_finding_stands_not_the_first_of_all_findings(case: Case) -> None:
    said = {"direction": Direction.IN, "party": case.dispute.institution}
    for day in range(1, 25):
        for hour in range(10, 14):
            at = ClockReading(datetime(2026, 3, day, hour), Precision.MINUTE, TimeSource.SCREEN, 80)
            case.happen(EventKind.CALL, choose([at]), duration_s=60, **said)
    filed = Complaint(id="a", dispute_id=case.dispute.id, body="cn-institution", filed_on=date(2026, 3, 2))
    known = tuple(happening(each, case) for each in case.events)
    source = replace(case.source(), happenings=known, stated=Stated(complaints=[filed]))
    flow = flow_of(content(source, generated_at=datetime(2026, 5, 1, tzinfo=UTC)))
    pages = {name: anchor.page_index for name, anchor in flow.anchors.items()}
    led_to = [each.target for _, placed in flow.pages[1].placed for each in placed if isinstance(each, PageLink)]
    assert {"rule-C2", "rule-D"} <= {*led_to}
    assert (pages["rule-C2"], pages["rule-D"] > pages["rule-C2"]) == (pages["section-findings"], True)


@pytest.mark.parametrize(
    ("answered", "told"),
    [
        (date(2026, 3, 24), "answered 2026-03-24 after 22 days"),
        (date(2026, 3, 3), "answered 2026-03-03 after 1 day"),
        (date(2026, 3, 2), "answered the same day"),
    ],
)
def test_how_long_an_answer_took_is_said_in_proper_words(case: Case, answered: date, told: str) -> None:
    filed = Complaint(
        id="a", dispute_id=case.dispute.id, body="cn-nfra", filed_on=date(2026, 3, 2), replied_on=answered
    )
    source = replace(case.source(), stated=Stated(complaints=[filed]))
    found = content(source, Language.EN, generated_at=datetime(2026, 5, 1, tzinfo=UTC))
    assert squeezed(told) in squeezed(words_of(found, Language.EN)["summary"])


def test_the_summary_tells_of_refunds_and_failed_withdrawals_and_of_no_instalments_to_come(case: Case) -> None:
    money = {"party": case.dispute.institution, "amount": Decimal(500)}
    back = case.happen(EventKind.PAYMENT, direction=Direction.IN, outcome=Outcome.REFUNDED, **money)
    failed = case.happen(EventKind.PAYMENT, direction=Direction.IN, outcome=Outcome.FAILED, **money)
    for month in (10, 11, 12):
        day = ClockReading(datetime(2026, month, 22), Precision.DAY, TimeSource.SCREEN, 80)
        case.happen(EventKind.REPAYMENT, choose([day]), outcome=Outcome.DUE, **money)
    known = tuple(happening(each, case) for each in case.events)
    chosen = content(replace(case.source(), happenings=known, stated=Stated()))
    assert list(chosen.key_events) == [back, failed]


def test_a_filing_is_not_called_an_event_that_shows_the_trouble(case: Case) -> None:
    case.happen(EventKind.LOGIN, text="异地登录")
    filed = Complaint(id="a", dispute_id=case.dispute.id, body="cn-pboc", filed_on=date(2026, 3, 2))
    known = tuple(happening(each, case) for each in case.events)
    stolen = replace(case.source(), happenings=known, stated=Stated(complaints=[filed]))
    told = words_of(content(replace(stolen, dispute=replace(stolen.dispute, type=DisputeType.ACCOUNT_STOLEN))))
    assert "2026-03-02（首次投诉）" in told["summary"]


@pytest.mark.parametrize("language", Language)
def test_where_nobody_stated_demands_the_newest_filings_are_told_with_where_they_were_asked(
    case: Case, language: Language
) -> None:
    asked = (("cn-institution", 2, "退款"), ("cn-nfra", 5, "撤销贷款\n删除信息"), ("cn-pboc", 9, ""))
    complaints = [
        Complaint(id=body, dispute_id=case.dispute.id, body=body, filed_on=date(2026, 3, day), demand=demand)
        for body, day, demand in asked
    ]
    source = replace(case.source(), stated=Stated(complaints=complaints))

    def told(demands: tuple[str, ...]) -> str:
        given = replace(source, dispute=replace(source.dispute, demands=demands))
        return squeezed(words_of(content(given, language), language)["summary"])

    known = law_body("cn-nfra")
    assert known is not None
    where = phrase("dossier", "summary.asked_in_filing", language, day="2026-03-05", body=known.name[language])
    assert squeezed("1. 撤销贷款 2. 删除信息") in told(())
    assert squeezed(where) in told(())
    assert "退款" not in told(())
    assert squeezed(where) not in told(("道歉",))
    assert squeezed("1. 道歉") in told(("道歉",))
