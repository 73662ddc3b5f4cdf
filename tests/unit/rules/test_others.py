"""What of whole phones and bills is with other people, and what never is."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from evidence_app.domain.disputes import Dispute, DisputeType
from evidence_app.domain.events import Direction, Outcome
from evidence_app.domain.happenings import Happening, Origin
from evidence_app.domain.times import Precision
from evidence_app.domain.workspace import (
    AgentCard,
    Channel,
    ChannelKind,
    Complaint,
    EventMark,
    Institution,
    Letter,
    LoanTerms,
)
from evidence_app.rules.evidence_words import is_said
from evidence_app.rules.others import MOST_LETTERS, Others, others_of
from evidence_app.rules.references import Accepted
from evidence_app.rules.workspace import Stated
from tests.unit.rules.situations import ZONE, call, instalment, message, payment

DISPUTE = Dispute(
    id="d",
    title="t",
    type=DisputeType.UNAUTHORISED_LOAN,
    institution="速融宝",
    zone_name=str(ZONE),
    amount=Decimal(3000),
    created_at=datetime(2025, 1, 1, tzinfo=UTC),
)
STATED = Stated(
    institution=Institution(id="i", dispute_id="d", numbers=("1069*",), domains=("surongbao.example",)),
    channels=[Channel(id="c", dispute_id="d", kind=ChannelKind.HOTLINE, value="400-800-1234")],
    agents=[AgentCard(id="a", dispute_id="d", names=("小李",))],
)


def said(number: str, party: str = "", **more: object) -> Happening:
    return message("2025-03-02T09:00:00")._replace(
        number=number, party=party or number, origin=Origin.EXPORT, exhibit_ids=("phone",), **more
    )


def paid(amount: str, party: str, **more: object) -> Happening:
    return payment("2025-03-02", amount, Direction.OUT)._replace(
        party=party, origin=Origin.EXPORT, exhibit_ids=("bill",), **more
    )


def judged(*happenings: Happening, stated: Stated = STATED, dispute: Dispute = DISPUTE) -> Others:
    return others_of(dispute, happenings, stated)


MOTHER = said("13900139000", "妈妈")
THEIRS = said("1069887700022")


@pytest.mark.parametrize(
    "one",
    [
        THEIRS,
        said("", "速融宝官方客服"),
        said("4008001234"),
        said("", "小李"),
        said("service@mail.surongbao.example"),
        call("2025-03-02T10:00:00", Direction.OUT, number="12378")._replace(origin=Origin.EXPORT),
        call("2025-03-02T10:00:00", number="")._replace(origin=Origin.EXPORT),
        said("13900139000")._replace(origin=Origin.PICTURE),
        said("13900139000")._replace(origin=Origin.PERSON),
        paid("3000.00", "某信托"),
        paid("12.00", "速融宝科技有限公司"),
        paid("12.00", "某支付", text="速融宝还款"),
        instalment("2025-03-02", "945.60", Outcome.DUE)._replace(origin=Origin.EXPORT),
    ],
)
def test_what_is_theirs_typed_or_names_nobody_is_not_with_others(one: Happening) -> None:
    assert judged(one, MOTHER).people.keys() == {MOTHER.event_id}


@pytest.mark.parametrize(
    "one",
    [
        said("95588", text="验证码 482910"),
        said("fake@surongbao.example.evil.example"),
        said("13800138000", "速融宝受害者群"),
        said("", "", text="nobody"),
        paid("35.90", "某商城"),
        paid("12.00", ""),
    ],
)
def test_everybody_else_is_somebody_else(one: Happening) -> None:
    assert one.event_id in judged(one, THEIRS, MOTHER).people


def test_what_of_others_names_the_amount_in_dispute_or_a_number_of_the_matter_is_told_apart() -> None:
    numbered = replace(STATED, references=[Accepted("NF-88213")])
    bought = said("72273", text="Your purchase, order NF-88213, was split into 4 payments.")
    summed = said("72273", text="$3,000.00 will be taken")
    longer = said("72273", text="order NF-882134 of $13,000.00 is on its way")
    shown = [replace_id(each, str(at)) for at, each in enumerate((bought, summed, longer, MOTHER))]
    found = judged(THEIRS, *shown, stated=numbered)
    assert found.naming == {"0", "1"}
    assert {"2", "3"} < found.people.keys()


def replace_id(each: Happening, event_id: str) -> Happening:
    return each._replace(event_id=event_id)


def test_one_person_under_two_spellings_counts_once() -> None:
    again = said("+86 139 0013 9000", "妈妈")
    found = judged(MOTHER, again, THEIRS)
    assert found.of([MOTHER.event_id, again.event_id, THEIRS.event_id]) == (2, 1)
    assert (found.shown, found.is_known, found.is_answered) == (("1069887700022",), True, True)


def test_what_a_person_marked_or_changed_stays() -> None:
    marked = Stated(
        STATED.institution, marks=[EventMark(id="m", dispute_id="d", event_id=MOTHER.event_id, tags=("threat",))]
    )
    assert judged(MOTHER, stated=marked).people == {}
    assert others_of(DISPUTE, [MOTHER], STATED, frozenset({MOTHER.event_id})).people == {}


def _mails(count: int) -> list[Happening]:
    return [said(f"shop{n}@shop.example", "HomeNest")._replace(exhibit_ids=(f"mail{n}",)) for n in range(count)]


def test_a_mail_that_was_added_as_a_file_of_its_own_stays_and_one_of_a_mailbox_does_not() -> None:
    alone, together = _mails(1)[0], said("shop9@shop.example", "HomeNest")
    assert judged(THEIRS, MOTHER, alone, together).people.keys() == {MOTHER.event_id, together.event_id}
    assert judged(THEIRS, *_mails(MOST_LETTERS)).people == {}
    assert len(judged(THEIRS, *_mails(MOST_LETTERS + 1)).people) == MOST_LETTERS + 1


def test_that_the_first_lender_writes_of_the_refund_of_what_is_in_dispute_is_no_matter_of_others() -> None:
    refused = replace(DISPUTE, type=DisputeType.REFUND_REFUSED)
    told = said("72273", text="HomeNest refunded $3,000.00 for order HN-88213.")
    assert not judged(told, dispute=refused).people
    assert [*judged(told).people, *judged(told._replace(party="妈妈"), dispute=refused).people] == [told.event_id] * 2


def test_a_chat_of_one_message_with_somebody_else_is_no_mail_and_does_not_stay() -> None:
    chat = said("", "妈妈")._replace(exhibit_ids=("chat",))
    assert judged(THEIRS, chat).people.keys() == {chat.event_id}


REFUSED = replace(DISPUTE, type=DisputeType.REFUND_REFUSED)
PURCHASES = [paid("35.90", "某商城"), paid("12.00", "***"), paid("88.00", "早安咖啡馆"), paid("20.00", "")]
COURSE = paid("750.00", "启航教育科技有限公司")


def test_where_a_refund_is_disputed_purchases_of_other_shops_are_nobodys_business() -> None:
    theirs = [paid("3000.00", "某行"), paid("12.00", "速融宝科技有限公司"), paid("9.00", "某支付", text="速融宝还款")]
    found = judged(*PURCHASES, COURSE, *theirs, THEIRS._replace(text="尾号*** 已受理"), dispute=REFUSED).people
    assert found.keys() == {each.event_id for each in (*PURCHASES, COURSE)}


@pytest.mark.parametrize(
    ("happenings", "stated", "dispute"),
    [
        ([message("2025-03-02T09:00:00", text="启航教育不肯退款")], STATED, REFUSED),
        ([THEIRS._replace(text="请联系启航教育")], STATED, REFUSED),
        ([said("", "速融宝客服")._replace(origin=Origin.PICTURE, text="请联系启航教育")], STATED, REFUSED),
        ([], replace(STATED, complaints=[Complaint(id="c", dispute_id="d", body="x", demand="启航教育退款")]), REFUSED),
        ([], replace(STATED, letters=[Letter(id="l", dispute_id="d", template="x", text="启航教育")]), REFUSED),
        ([], STATED, replace(REFUSED, summary="我在启航教育买了课")),
    ],
)
def test_a_shop_that_is_spoken_of_stays_where_a_refund_is_disputed(
    happenings: list[Happening], stated: Stated, dispute: Dispute
) -> None:
    found = judged(*PURCHASES, COURSE, *happenings, stated=stated, dispute=dispute).people
    assert found.keys() == {each.event_id for each in PURCHASES}


def test_what_friends_write_of_a_shop_does_not_keep_its_payments() -> None:
    mother = MOTHER._replace(text="启航教育怎么样")
    assert COURSE.event_id in judged(COURSE, mother, THEIRS, dispute=REFUSED).people


def test_payments_of_an_instalment_or_of_what_was_refunded_stay_where_a_refund_is_disputed() -> None:
    plan = instalment("2025-03-02", "945.60", Outcome.DUE)._replace(origin=Origin.EXPORT)
    returned = paid("750", "速融宝")._replace(direction=Direction.IN, outcome=Outcome.REFUNDED)
    elsewhere = paid("35.9", "某超市")._replace(direction=Direction.IN, outcome=Outcome.REFUNDED)
    by_plan = paid("945.60", "某信托")
    found = judged(*PURCHASES, COURSE, by_plan, plan, returned, elsewhere, dispute=REFUSED).people
    assert found.keys() == {each.event_id for each in (*PURCHASES, elsewhere)}


def test_purchases_that_a_person_linked_stay_where_a_refund_is_disputed() -> None:
    marked, changed, paid_back, other = PURCHASES
    stated = replace(
        STATED,
        marks=[EventMark(id="m", dispute_id="d", event_id=marked.event_id, note="this one")],
        loan=LoanTerms(id="l", dispute_id="d", payments=(paid_back.event_id,)),
    )
    found = others_of(REFUSED, PURCHASES, stated, frozenset({changed.event_id})).people
    assert found.keys() == {other.event_id}


SHORT = paid("45.00", "瑞幸")


def test_shops_of_two_characters_stay_only_if_they_are_spoken_of() -> None:
    said_so = message("2025-03-02T09:00:00", text="瑞幸不肯退款")
    assert judged(SHORT, THEIRS, dispute=REFUSED).people.keys() == {SHORT.event_id}
    assert judged(SHORT, said_so, dispute=REFUSED).people == {}
    company = paid("45.00", "瑞幸科技有限公司")
    assert judged(company, said_so, dispute=REFUSED).people == {}
    tea, quoted = paid("9.00", "茶"), message("2025-03-02T09:00:00", text="在“茶”买的")
    assert judged(tea, message("2025-03-02T09:00:00", text="喝茶"), dispute=REFUSED).people.keys() == {tea.event_id}
    assert judged(tea, quoted, dispute=REFUSED).people == {}
    nobodys = paid("9.00", "超市")
    assert judged(nobodys, message("2025-03-02T09:00:00", text="在超市时打来"), dispute=REFUSED).people


def test_an_institution_of_two_characters_is_known_in_the_name_of_its_company() -> None:
    short = replace(TOPUP, institution="云惠")
    theirs, other = paid("12.00", "云惠科技有限公司"), paid("12.00", "云惠客超市")
    assert judged(theirs, other, dispute=short).people.keys() == {other.event_id}


TOPUP, PORTAL, STOLEN = (
    replace(DISPUTE, type=each)
    for each in (DisputeType.TOPUP_FAILED, DisputeType.LOAN_PORTAL, DisputeType.ACCOUNT_STOLEN)
)
BOUGHT = [paid("35.90", "某商城"), paid("12.00", "***"), paid("88.00", "早安咖啡馆"), paid("20.00", ""), SHORT]
ALWAYS = [
    paid("3000.00", "某行"),
    paid("12.00", "速融宝科技有限公司"),
    paid("9.00", "某支付", text="速融宝还款"),
    paid("45.67", "李四"),
]


@pytest.mark.parametrize("dispute", [TOPUP, PORTAL, STOLEN], ids=lambda each: each.type.value)
def test_in_disputes_whose_money_went_elsewhere_private_purchases_are_nobodys_business(dispute: Dispute) -> None:
    noted = message("2025-02-20", text="转给李四的不是我")
    bought = [each._replace(at=noted.at) for each in BOUGHT]
    found = judged(*bought, *ALWAYS, noted, THEIRS, dispute=dispute).people
    assert found.keys() == {each.event_id for each in bought}


def test_sums_that_are_spoken_of_with_the_other_side_stay_and_those_that_friends_name_do_not() -> None:
    fee = paid("299.00", "个体户王五")
    for dispute in (TOPUP, PORTAL, STOLEN):
        asked = THEIRS._replace(at=None, text="请先缴纳会员费299元")
        assert judged(fee, asked, dispute=dispute).people == {}
        assert judged(fee, MOTHER._replace(at=None, text="299元的鞋"), THEIRS, dispute=dispute).people.keys() >= {
            fee.event_id
        }


def test_a_failed_top_up_keeps_what_speaks_of_topping_up_near_the_talk_and_what_is_of_its_sum() -> None:
    near, phone = paid("200.00", "某银行", text="余额充值"), paid("100.00", "某移动", text="话费充值")
    long_ago = near._replace(event_id="long ago", at=near.at and near.at.replace(year=2024))
    back = paid("200.00", "某银行", text="充值失败退回", direction=Direction.IN)
    found = judged(near, phone, long_ago, back, THEIRS, dispute=TOPUP).people
    assert found.keys() == {phone.event_id, long_ago.event_id}
    failed = paid("66.60", "速融宝")._replace(outcome=Outcome.FAILED)
    bank = paid("66.60", "网联平台")
    assert judged(bank, failed, dispute=TOPUP).people == {}
    assert judged(bank, failed._replace(outcome=Outcome.DONE), dispute=TOPUP).people.keys() == {bank.event_id}


@pytest.mark.parametrize(
    ("name", "says", "near"),
    [
        ("top_up", ["余额充值", "錢包儲值", "Wallet top-up"], ["话费充值", "遊戲點數儲值", "Mobile top-up", "余额"]),
        ("reversed", ["交易冲正", "充值失敗退回", "Reversal"], ["如需原路退回请联系客服", "退回快递"]),
    ],
)
def test_what_speaks_of_topping_up_is_known_by_its_words(name: str, says: Sequence[str], near: Sequence[str]) -> None:
    assert all(is_said(name, each) for each in says)
    assert not any(is_said(name, each) for each in near)


def test_a_loan_portal_keeps_fees_near_its_talk_and_no_fee_of_another_year() -> None:
    fee = paid("199.00", "个体户王五", text="会员费")
    gym = fee._replace(event_id="gym", at=fee.at and fee.at.replace(year=2024))
    assert judged(fee, gym, THEIRS, dispute=PORTAL).people.keys() == {"gym"}


def test_a_stolen_account_keeps_what_left_around_the_trouble() -> None:
    alert = THEIRS._replace(text="您的账户在新设备登录，如非本人操作请联系客服")
    soon, next_day = (
        paid("20.00", "某商城")._replace(
            event_id=name, at=alert.at and alert.at + timedelta(hours=hours), precision=how
        )
        for name, hours, how in (("soon", 3, Precision.SECOND), ("later", 30, Precision.SECOND))
    )
    undated = paid("20.00", "某超市")
    before = undated._replace(event_id="before", at=alert.at and alert.at - timedelta(days=9))
    assert judged(soon, next_day, undated, before, alert, dispute=STOLEN).people.keys() == {"later", "before"}
    stated = replace(STOLEN, disputed_since=undated.day)
    assert judged(soon, undated, before, THEIRS, dispute=stated).people.keys() == {"before"}


def test_while_nothing_tells_which_payments_a_thief_made_none_is_left_out() -> None:
    unknown = replace(STOLEN, amount=None)
    assert judged(*BOUGHT, THEIRS, dispute=unknown).people == {}
    assert len(judged(*BOUGHT, THEIRS._replace(text="盗刷2999元"), dispute=unknown).people) == len(BOUGHT)


def test_what_a_person_marked_of_a_stolen_accounts_bill_stays() -> None:
    first, *rest = BOUGHT
    stated = replace(STATED, marks=[EventMark(id="m", dispute_id="d", event_id=first.event_id, note="这笔")])
    assert judged(*BOUGHT, stated=stated, dispute=STOLEN).people.keys() == {each.event_id for each in rest}


def test_a_wallet_that_keeps_money_back_has_nothing_to_do_with_payments_to_others() -> None:
    blocked = replace(DISPUTE, type=DisputeType.WITHDRAWAL_BLOCKED)
    salary = paid("15600.00", "某某公司")._replace(direction=Direction.IN)
    assert judged(
        salary, paid("12.00", "速融宝科技有限公司"), paid("3000.00", "某行"), dispute=blocked
    ).people.keys() == {salary.event_id}


def test_a_chat_that_does_not_tell_its_sides_apart_keeps_both_of_them() -> None:
    mine = said("", "我自己", direction=Direction.NONE)
    theirs = said("", "速融宝客服", direction=Direction.NONE)
    assert judged(mine, theirs).people == {}
    assert judged(mine, theirs, said("", "妈妈", direction=Direction.NONE)).people.keys() >= {mine.event_id}


def test_by_the_institutions_name_alone_theirs_are_known_and_not_answered() -> None:
    found = judged(said("", "速融宝客服"), MOTHER, stated=Stated())
    assert (found.is_known, found.is_answered, len(found.people)) == (True, False, 1)
    assert not judged(MOTHER, stated=Stated()).is_known


def test_an_agent_of_theirs_is_known_from_other_numbers_and_nobody_elses_agent_is() -> None:
    theirs = THEIRS._replace(agent_id="80231")
    from_elsewhere = said("13911112222")._replace(agent_id="80231")
    banks = said("13911113333")._replace(agent_id="80999", promise="24小时内答复")
    assert judged(theirs, from_elsewhere, banks).people.keys() == {banks.event_id}
