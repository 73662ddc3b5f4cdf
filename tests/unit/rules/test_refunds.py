"""What a person paid of the money in dispute is asked back with its figure and day, and no other payment is."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from evidence_app.actions.letters import matter_of
from evidence_app.domain.disputes import Dispute, DisputeType
from evidence_app.domain.events import Direction, EventKind, Outcome
from evidence_app.domain.happenings import Happening, Origin
from evidence_app.domain.letters import LetterKind
from evidence_app.domain.pairs_of_payments import NO_PAIRS
from evidence_app.domain.workspace import LoanTerms
from evidence_app.phrases import Language
from evidence_app.rules.letter_adding import with_added
from evidence_app.rules.letters import LetterText, Statement, letter
from evidence_app.rules.workspace import Stated, Workspace, work_out
from tests.unit.rules.situations import call, payment

OTHER, PORTAL, TOP_UP = DisputeType.OTHER, DisputeType.LOAN_PORTAL, DisputeType.TOPUP_FAILED
MISTAKEN = Dispute(
    id="d",
    created_at=datetime(2025, 3, 1, tzinfo=UTC),
    title="转错了钱",
    type=OTHER,
    institution="示例钱包",
    amount=Decimal(500),
)


def paid(at: str, amount: str, outcome: Outcome = Outcome.DONE, **facts: object) -> Happening:
    made = payment(at, amount, Direction.OUT, outcome)._replace(party="示例钱包")
    return made._replace(**facts)  # type: ignore[arg-type]


FIRST, SECOND, LUNCH = paid("2025-03-04", "500"), paid("2025-03-06", "200"), paid("2025-03-05", "35")
BACK = payment("2025-03-20", "120", Direction.IN, Outcome.REFUNDED)._replace(party="示例钱包")


def found(dispute: Dispute, *happenings: Happening, stated: Stated = Stated()) -> Workspace:  # noqa: B008
    return work_out(dispute, sorted(happenings, key=lambda each: str(each.at)), stated, date(2025, 6, 1))


def drafted_of(told: Workspace, kind: LetterKind = LetterKind.COMPLAINT) -> LetterText:
    numbers = {each.event_id: (place,) for place, each in enumerate(told.happenings, 1)}
    return letter(kind, replace(matter_of(told, {}, NO_PAIRS), exhibit_numbers=numbers), Language.ZH_HANS)


def asked(told: Workspace, language: Language = Language.ZH_HANS, body: str = "") -> Sequence[Statement]:
    numbers = {each.event_id: (place,) for place, each in enumerate(told.happenings, 1)}
    made = replace(matter_of(told, {}, NO_PAIRS), exhibit_numbers=numbers)
    heading = {"": "请求", "cn-nfra": "对该机构的请求"}[body]
    written = letter(LetterKind.COMPLAINT, made, language, body)
    if language is Language.EN:
        heading = "What I ask for"
    if language is Language.ZH_HANT:
        heading = "請求"
    return next(each.statements for each in written.sections if each.heading == heading)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (Language.ZH_HANS, "退还我于2025年3月4日支付的人民币 500.00 元（证据1）"),
        (Language.ZH_HANT, "退還我於2025年3月4日支付的人民幣 500.00 元（證據1）"),
        (Language.EN, "Refund the CNY 500.00 that I paid on 4 March 2025 (exhibit 1)"),
    ],
)
def test_what_was_paid_by_mistake_is_asked_back_with_its_figure_and_day(language: Language, words: str) -> None:
    first, *others = asked(found(MISTAKEN, FIRST, LUNCH), language)
    assert first == Statement(words, (FIRST.event_id,), is_fact=True)
    assert [each.event_ids for each in others] == [()]


def test_nothing_is_asked_back_that_is_not_in_dispute_or_was_not_paid() -> None:
    debts = [each for each in DisputeType if each not in (OTHER, PORTAL, TOP_UP)]
    debts = [each for each in debts if each not in (DisputeType.ACCOUNT_STOLEN, DisputeType.POOR_SERVICE)]
    cases = [
        found(MISTAKEN, LUNCH, SECOND),
        found(MISTAKEN, FIRST._replace(outcome=Outcome.FAILED)),
        found(MISTAKEN, FIRST._replace(party="早餐店")),
        found(MISTAKEN, FIRST._replace(currency="USD")),
        found(MISTAKEN, FIRST, BACK._replace(amount=Decimal(500))),
        found(replace(MISTAKEN, amount=None), FIRST, SECOND),
        found(replace(MISTAKEN, amount=None, title="申请退款的态度"), FIRST, SECOND),
        *(found(replace(MISTAKEN, type=kind), FIRST) for kind in debts),
    ]
    for told in cases:
        assert [each for each in asked(told) if each.is_fact] == []
    own = found(replace(MISTAKEN, demands=("书面道歉",)), FIRST)
    assert [each.text for each in asked(own)] == ["书面道歉"]


@pytest.mark.parametrize(
    ("amount", "happenings", "words"),
    [
        (
            "700",
            (FIRST, SECOND, BACK),
            "退还我于2025年3月4日、2025年3月6日支付的合计人民币 700.00 元中尚未退回的人民币 580.00 元",
        ),
        ("500", (FIRST, BACK), "退还我于2025年3月4日支付的人民币 500.00 元中尚未退回的人民币 380.00 元"),
        (
            "500",
            (FIRST, paid("2025-04-04", "500"), LUNCH),
            "退还人民币 500.00 元（我于2025年3月4日、2025年4月4日共支付2笔同额款项，争议的是其中一笔）",
        ),
        ("500", (FIRST._replace(at=None),), "退还我支付的人民币 500.00 元"),
    ],
)
def test_what_is_left_of_several_payments_is_asked_back_and_never_more(
    amount: str, happenings: tuple[Happening, ...], words: str
) -> None:
    told = found(replace(MISTAKEN, amount=Decimal(amount)), *happenings)
    first, *_ = asked(told, body="cn-nfra")
    assert first.text.startswith(words + "（证据")
    assert set(first.event_ids) == {each.event_id for each in happenings} - {LUNCH.event_id}


def test_what_a_thief_took_and_what_was_typed_without_a_name_is_in_dispute_by_its_amount() -> None:
    thief, typed = FIRST._replace(party="张三"), FIRST._replace(party="", origin=Origin.PERSON)
    for kind, taken in ((DisputeType.ACCOUNT_STOLEN, thief), (PORTAL, thief), (OTHER, typed)):
        assert asked(found(replace(MISTAKEN, type=kind), taken, LUNCH))[0].event_ids == (taken.event_id,)
    on_a_bill = typed._replace(origin=Origin.EXPORT)
    assert not [each for each in asked(found(MISTAKEN, on_a_bill)) if each.is_fact]


def test_of_several_payments_that_are_in_dispute_each_is_asked_back() -> None:
    first, second, *_ = asked(found(replace(MISTAKEN, amount=Decimal(700)), FIRST, SECOND))
    assert (first.event_ids, second.event_ids) == ((FIRST.event_id,), (SECOND.event_id,))


@pytest.mark.parametrize(
    ("kind", "first", "next_one"),
    [
        (PORTAL, "退还于2025年3月6日收取的费用人民币 200.00 元（证据1）", "提供收款方和经营资质的书面说明"),
        (TOP_UP, "将我于2025年3月6日支付的人民币 200.00 元入账或退回（证据1）", "书面说明原因"),
        (DisputeType.ACCOUNT_STOLEN, "冻结并退回于2025年3月6日被转走的人民币 200.00 元（证据1）", "提供逐笔交易"),
    ],
)
def test_the_figure_stands_where_such_a_dispute_asks_for_money(kind: DisputeType, first: str, next_one: str) -> None:
    fee = SECOND._replace(text="会员费")
    told = asked(found(replace(MISTAKEN, type=kind, amount=Decimal(200)), fee))
    assert told[0].text == first
    assert told[1].text.startswith(next_one)


def test_fees_of_a_loan_that_nobody_asked_for_and_what_was_held_back_are_asked_back() -> None:
    came, fee = payment("2025-03-04", "9500", Direction.IN)._replace(party="示例钱包"), SECOND._replace(text="担保费")
    unasked = asked(found(replace(MISTAKEN, type=DisputeType.UNAUTHORISED_LOAN, amount=Decimal(9500)), came, fee))
    assert unasked[1].text == "退还于2025年3月6日收取的费用人民币 200.00 元（证据2）"
    terms = LoanTerms(id="t", dispute_id="d", principal=Decimal(10000), paid_out=(came.event_id,))
    held = found(MISTAKEN, came, stated=Stated(loan=terms))
    assert asked(held)[0] == Statement(
        "退还放款时预先扣下的人民币 500.00 元，或从本金中减去（证据1）", (came.event_id,), is_fact=True
    )
    assert not [each for each in asked(found(replace(MISTAKEN, amount=Decimal(400)), came)) if each.is_fact]


def test_a_fee_of_the_loan_that_another_company_got_is_asked_back_where_it_is_what_is_in_dispute() -> None:
    vouched = SECOND._replace(party="鑫汇融资担保有限公司")
    terms = LoanTerms(id="t", dispute_id="d", fees=(vouched.event_id,))
    portal = replace(MISTAKEN, type=DisputeType.LOAN_PORTAL)
    for amount, told in ((200, ["退还于2025年3月6日收取的费用人民币 200.00 元（证据1）"]), (300, [])):
        made = found(replace(portal, amount=Decimal(amount)), vouched, stated=Stated(loan=terms))
        assert [each.text for each in asked(made) if each.is_fact] == told


def test_fees_and_what_was_held_back_of_a_stated_loan_are_offered_where_they_are_not_what_is_in_dispute() -> None:
    came, fee = payment("2025-03-04", "9500", Direction.IN)._replace(party="示例钱包"), SECOND._replace(text="")
    due = fee._replace(event_id="due", outcome=Outcome.DUE, kind=EventKind.REPAYMENT)
    facts = {"principal": Decimal(10000), "paid_out": (came.event_id,), "fees": (fee.event_id, due.event_id)}
    stated = Stated(loan=LoanTerms(id="t", dispute_id="d", **facts))  # type: ignore[arg-type]
    loan = replace(MISTAKEN, type=DisputeType.HARASSMENT, amount=Decimal(8000))
    told = found(loan, came, fee, stated=stated)
    assert not [each for each in asked(told) if each.is_fact]
    offered = drafted_of(told).additions
    assert [each.statement.event_ids for each in offered] == [(came.event_id,), (fee.event_id,)]
    assert not drafted_of(found(loan, came._replace(amount=Decimal(10000)), due, stated=stated)).additions
    unasked = drafted_of(found(replace(loan, type=DisputeType.UNAUTHORISED_LOAN), came, fee, stated=stated))
    assert not unasked.additions  # the fee is asked back, and the loan is to be cancelled


def test_beside_the_persons_own_demands_it_is_offered_and_added_behind_them_with_its_evidence() -> None:
    own = replace(MISTAKEN, demands=("书面道歉", "说明原因"))
    [offered] = (written := drafted_of(found(own, LUNCH, FIRST))).additions
    assert offered.statement.event_ids == (FIRST.event_id,)
    lines = (with_added(written.plain_text(""), written, offered) or "").split("\n")
    begin = lines.index("请求")
    assert lines[begin + 1 : begin + 4] == ["1. 书面道歉", "2. 说明原因", f"3. {offered.statement.text}"]
    assert with_added("书面道歉", written, offered) is None
    for told in (
        found(own, LUNCH),
        found(replace(own, demands=("退还500元",)), FIRST),
        found(replace(own, demands=("Refund my CNY 500",)), FIRST),
        found(replace(own, demands=("3日内退还五百元",)), FIRST),
        found(replace(own, demands=("退还 0.05万元。",)), FIRST),
        found(replace(own, demands=("退还500",)), FIRST),
        found(replace(own, demands=()), FIRST),
    ):
        assert drafted_of(told).additions == ()
    for apart in ("500日内书面道歉", "退还500美元"):
        assert drafted_of(found(replace(own, demands=(apart,)), FIRST)).additions
    for to in (LetterKind.STOP_CONTACT, LetterKind.DATA_ACCESS):
        assert not [each for each in drafted_of(found(own, FIRST), to).additions if "退还" in each.statement.text]


@pytest.mark.parametrize("title", ["误转了500元给示例钱包", "重复扣款，要求退还", "Paid twice by mistake"])
def test_without_a_stated_amount_the_persons_own_words_say_which_payment_is_meant(title: str) -> None:
    told = found(replace(MISTAKEN, amount=None, title=title), FIRST, call("2025-03-07T10:00:00", Direction.OUT))
    assert [each.event_ids for each in asked(told) if each.is_fact] == [(FIRST.event_id,)]
