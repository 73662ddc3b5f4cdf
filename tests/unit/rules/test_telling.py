"""Letters do not give away what others wrote and said, nor where else money went."""

from dataclasses import replace
from decimal import Decimal

from evidence_app.domain.disputes import DisputeType
from evidence_app.domain.events import Direction, Outcome
from evidence_app.domain.happenings import Happening, Origin
from evidence_app.rules.parties import OtherSide
from evidence_app.rules.telling import Known, of_the_dispute
from tests.unit.rules.situations import call, instalment, message, payment

THEIRS = message("2025-03-02T09:00:00", text="请三天内还款")._replace(
    number="+86 138 0013 8000", exhibit_ids=("phone",)
)
MOTHERS = message("2025-03-02T10:00:00", text="妈妈")._replace(number="13900139000", exhibit_ids=("phone",))
CODE = message("2025-03-02T11:00:00", text="验证码 482910")._replace(number="95588", exhibit_ids=("phone",))
AGENTS = call("2025-03-02T12:00:00")._replace(number="17000000000", agent_id="80231", exhibit_ids=("phone",))
SHOWN = message("2025-03-03T09:00:00", text="截图")._replace(number="10690000", exhibit_ids=("picture",))
PAID = payment("2025-03-04", "3000", Direction.OUT)
ALL = [THEIRS, MOTHERS, CODE, AGENTS, SHOWN, PAID]


def told(*numbers: str, marked: tuple[Happening, ...] = ()) -> list[Happening]:
    return of_the_dispute(ALL, Known(OtherSide.of((), numbers, "CN"), {each.event_id for each in marked}))


def test_once_the_other_sides_numbers_are_stated_only_theirs_and_the_agents_are_told() -> None:
    assert told("13800138000") == [THEIRS, AGENTS, PAID]


def test_of_a_whole_phone_nothing_is_told_but_what_bears_on_the_dispute() -> None:
    assert told() == [AGENTS, SHOWN, PAID]


def test_what_a_person_marked_is_told() -> None:
    assert told("13800138000", marked=(CODE,)) == [THEIRS, CODE, AGENTS, PAID]


LOAN = payment("2025-03-01", "9500", Direction.IN)._replace(party="示例消费金融有限公司", exhibit_ids=("bill",))
SHOP = payment("2025-03-02", "35.90", Direction.OUT)._replace(party="某商城", exhibit_ids=("bill",))
SAVED = payment("2025-03-03", "500", Direction.NONE)._replace(party="余额宝", exhibit_ids=("bill",))
NAMELESS = payment("2025-03-04", "12", Direction.OUT)._replace(exhibit_ids=("bill",))
THIEF = payment("2025-03-05", "4800", Direction.OUT)._replace(party="陌生人", exhibit_ids=("bill",))
PLANNED = instalment("2025-04-22", "945.60", Outcome.DUE)._replace(exhibit_ids=("plan",))
RECEIPT = payment("2025-03-06", "399", Direction.OUT)._replace(party="张某", exhibit_ids=("receipt",))
BILL = [LOAN, SHOP, SAVED, NAMELESS, THIEF, PLANNED, RECEIPT]
KNOWN = Known(OtherSide(), {LOAN.event_id}, kind=DisputeType.UNAUTHORISED_LOAN)


def test_of_a_bill_only_what_moved_with_the_institution_is_told() -> None:
    assert of_the_dispute(BILL, KNOWN) == [LOAN, PLANNED]


def test_what_a_person_took_for_evidence_is_told_of_a_bill_too() -> None:
    assert of_the_dispute(BILL, replace(KNOWN, accepted={LOAN.event_id, SAVED.event_id})) == [LOAN, SAVED, PLANNED]


def test_where_a_refund_is_disputed_that_of_a_shop_which_was_spoken_of_is_told() -> None:
    def back(party: str) -> Happening:
        refund = payment("2025-03-07", "750", Direction.IN, Outcome.REFUNDED)
        return refund._replace(party=party, exhibit_ids=("bill",))

    school, food = back("启航教育科技有限公司"), back("盒马鲜生")
    lesson = payment("2025-03-06", "18", Direction.OUT)._replace(party=school.party, exhibit_ids=("bill",))
    noted = message("2025-03-08T10:00:00", text="启航教育只退了750元")._replace(number="95500", exhibit_ids=("chat",))
    mothers = message("2025-03-08T11:00:00", text="盒马鲜生退款了吗")._replace(
        number="13900139000", exhibit_ids=("phone",), origin=Origin.EXPORT
    )
    bill = [school, food, lesson, noted, mothers]
    refused = Known(OtherSide.of((), ("95500",), "CN"), kind=DisputeType.REFUND_REFUSED)
    assert of_the_dispute(bill, refused) == [school, noted]
    assert of_the_dispute(bill, replace(refused, kind=DisputeType.ACCOUNT_STOLEN)) == [noted]


def test_where_a_refund_is_disputed_what_a_third_side_wrote_of_having_refunded_is_told() -> None:
    def of_shop(text: str) -> Happening:
        return message("2025-03-08T11:00:00", text=text, number="orders@shop.example")._replace(party="HomeNest")

    told_so = of_shop("We have today refunded GBP 1,240.00 to BrightPay Finance Ltd, your lender.")
    of_the_sum = of_shop("Your order has been refunded: £1,240.00")
    of_lender = of_shop("SplitEasy: HomeNest refunded £1,240.00 for order HN-88213. No further payments are due.")
    not_yet = of_shop("HomeNest has not refunded £1,240.00")
    others = [
        not_yet,
        of_shop("Your order has been refunded: £12.40"),
        of_shop("New chairs, and BrightPay pays £1,240.00"),
    ]
    refused = Known(OtherSide.of(("BrightPay",), ("95500",), "CN"), kind=DisputeType.REFUND_REFUSED)
    refused = replace(refused, amount=Decimal("1240"))
    told_of = [told_so, of_the_sum, of_lender]
    mothers = of_lender._replace(party="妈妈")
    assert of_the_dispute([*told_of, mothers, *others], refused) == told_of
    assert of_the_dispute([told_so, of_the_sum], replace(refused, kind=DisputeType.HARASSMENT)) == []


def test_where_the_money_went_to_others_a_receipt_and_the_amount_in_dispute_are_told() -> None:
    stolen = replace(KNOWN, kind=DisputeType.ACCOUNT_STOLEN, amount=Decimal("4800.00"))
    assert of_the_dispute(BILL, stolen) == [LOAN, THIEF, PLANNED, RECEIPT]


def test_money_of_a_table_that_names_nobody_is_not_told_and_what_a_person_typed_is() -> None:
    salary = payment("2025-03-05", "8000", Direction.IN)._replace(exhibit_ids=("bank",), origin=Origin.EXPORT)
    assert of_the_dispute([salary, PAID], Known(OtherSide())) == [PAID]


def test_what_a_third_side_wrote_of_the_order_or_contract_by_its_number_is_told() -> None:
    split = message("2025-03-01T09:00:00", text="Order NF-88213, $412.60, was split into 4.", number="72273")
    own = [split._replace(direction=Direction.OUT), split._replace(party="妈妈"), split._replace(text="NF-882131")]
    known = Known(OtherSide.of((), ("95500",), "CN"), references=("NF-88213",))
    assert of_the_dispute([split, *own], known) == [split]
