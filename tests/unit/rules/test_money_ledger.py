"""Which money is the institution's, what it sums up to, and what a loan costs."""

from dataclasses import replace
from decimal import Decimal

import pytest

from evidence_app.domain.disputes import DisputeType
from evidence_app.domain.events import Direction, Outcome
from evidence_app.domain.happenings import Origin
from evidence_app.domain.workspace import Institution, LoanTerms
from evidence_app.rules.charts import money_over_time
from evidence_app.rules.loan_rows import Loan
from evidence_app.rules.money_ledger import Counting, money_ledger, with_partners
from evidence_app.rules.workspace import Stated, work_out
from tests.unit.rules.disputes import DISPUTE, TODAY
from tests.unit.rules.situations import instalment, payment, theirs_if


def test_another_record_of_the_same_money_decides_whose_it_is() -> None:
    theirs = frozenset({"bank-mother", "bank-loan", "alone", "bank-unnamed"})
    partner = {"bank-mother": "mother", "bank-loan": "loan", "bank-unnamed": "unnamed"}
    twins = frozenset(partner)
    found = with_partners(theirs | {"loan"}, partner, frozenset({"mother", "loan"}), twins)
    assert found == theirs - {"bank-mother"} | {"loan"}


def test_a_bank_that_names_only_the_wallet_takes_nothing_from_what_the_wallet_says() -> None:
    partner = {"wallet": "bank", "bank": "wallet"}
    found = with_partners(frozenset({"wallet"}), partner, frozenset({"wallet", "bank"}), frozenset({"bank"}))
    assert found == {"wallet"}


def test_only_the_institutions_money_shows_that_a_loan_arrived() -> None:
    salary = payment("2025-03-05", "8000", Direction.IN)._replace(party="某单位")
    unnamed = payment("2025-03-06", "35.90", Direction.IN)
    loan = payment("2025-03-07", "9500", Direction.IN)._replace(party="速融宝科技有限公司")
    stated = payment("2025-03-08", "500", Direction.IN)
    of_loan = replace(DISPUTE, type=DisputeType.UNAUTHORISED_LOAN)
    terms = LoanTerms(id="l", dispute_id="d", paid_out=(stated.event_id,))
    for happenings, shown in (((salary, unnamed), ()), ((salary, unnamed, loan, stated), (loan, stated))):
        found = work_out(of_loan, happenings, Stated(loan=terms), TODAY)
        [arrival] = [each for each in found.completeness.standings if each.entry.id == "disbursement"]
        assert arrival.event_ids == tuple(each.event_id for each in shown)


GUARANTOR = "鑫汇融资担保有限公司"


@pytest.mark.parametrize(
    ("party", "elsewhere"),
    [
        (GUARANTOR, True),
        ("众安保险", True),
        ("甲乙商务咨询有限公司", True),
        ("Example Guarantee Ltd", True),
        ("Sample Consulting Co., Ltd.", True),
        ("中国人民财产保险", True),
        ("國泰產險", True),
        ("李保险", False),  # a person, kept with what they sell
        ("张担保", False),
        ("平安银行保险代收", False),
        ("速融宝科技有限公司", False),  # its own company
        ("招商银行股份有限公司", False),  # who carries the money
        ("支付宝(中国)网络技术有限公司", False),
        ("", False),
    ],
)
def test_what_is_paid_for_the_loan_to_another_company_stands_under_its_name_and_in_no_sum_of_the_institutions(
    party: str, elsewhere: bool
) -> None:
    lent = payment("2025-03-01", "9500", Direction.IN)._replace(party="速融宝")
    back = payment("2025-04-01", "945", Direction.OUT)._replace(party="速融宝")
    other = payment("2025-04-02", "88", Direction.OUT)._replace(party=party)
    terms = LoanTerms(id="l", dispute_id="d", paid_out=(lent.event_id,), payments=(back.event_id, other.event_id))
    found = work_out(DISPUTE, [lent, back, other], Stated(loan=terms), TODAY)
    assert found.money.paid == {"CNY": Decimal(945 if elsewhere else 1033)}
    assert [(each.name, each.paid, each.event_ids) for each in found.money.elsewhere] == (
        [(party, {"CNY": Decimal(88)}, (other.event_id,))] if elsewhere else []
    )
    assert found.money.loan.paid == (back, other)  # what it cost the person is the same, whoever got it
    assert found.charts.money is not None
    assert found.charts.money.points[-1].paid == found.money.paid["CNY"]


def test_another_company_that_a_person_joined_with_the_institution_is_the_institution() -> None:
    paid = payment("2025-04-02", "88", Direction.OUT)._replace(party=GUARANTOR)
    terms = LoanTerms(id="l", dispute_id="d", payments=(paid.event_id,))
    joined = Institution(id="i", dispute_id="d", numbers=(GUARANTOR,))
    for dispute, known in ((DISPUTE, joined), (replace(DISPUTE, aliases=(GUARANTOR,)), None)):
        found = work_out(dispute, [paid], Stated(loan=terms, institution=known), TODAY)
        assert (found.money.paid, found.money.elsewhere) == ({"CNY": Decimal(88)}, ())


@pytest.mark.parametrize(("party", "is_unnamed"), [("", True), ("速融宝", False)])
def test_a_fee_of_which_nothing_says_who_got_it_is_not_summed_as_the_institutions(party: str, is_unnamed: bool) -> None:
    fee = payment("2025-04-02", "88", Direction.OUT)._replace(party=party)
    terms = LoanTerms(id="l", dispute_id="d", fees=(fee.event_id,))
    found = work_out(DISPUTE, [fee], Stated(loan=terms), TODAY).money
    assert (found.paid, found.unnamed) == (({}, (fee,)) if is_unnamed else ({"CNY": Decimal(88)}, ()))
    assert found.elsewhere == ()
    assert found.loan.fees == found.loan.paid == (fee,)  # it is the loan's cost, whoever got it


def test_what_nobody_stated_as_the_loans_and_another_company_got_is_with_others() -> None:
    paid = payment("2025-04-02", "88", Direction.OUT)._replace(party=GUARANTOR)
    found = work_out(DISPUTE, [paid], Stated(), TODAY).money
    assert (found.paid, found.elsewhere, found.others) == ({}, (), 1)


def test_only_money_that_moved_counts_and_a_pair_counts_once() -> None:
    wallet = payment("2025-03-01", "100", Direction.OUT)
    bank = payment("2025-03-01", "100", Direction.OUT)
    failed = payment("2025-03-02", "50", Direction.OUT, Outcome.FAILED)
    back = payment("2025-03-05", "30", Direction.IN, Outcome.REFUNDED)
    found = money_ledger([wallet, bank, failed, back], TODAY, twins=frozenset({bank.event_id}))
    assert found.paid == {"CNY": Decimal(100)}
    assert found.refunded == {"CNY": Decimal(30)}
    assert [row.counts for row in found.rows] == [True, False, False, False]


@pytest.mark.parametrize(
    ("text", "is_theirs"),
    [
        ("轉帳 · 速付通儲值", True),
        ("速付通", True),
        ("網銀轉帳-速付通電子支付股份有限公司", True),
        ("DD BRIGHTPAY FINANCE LTD 00412", True),
        ("速付通達儲值", False),  # another company
        ("新速付通儲值", False),
        ("薪資", False),
        ("儲值", False),
        ("BRIGHTPAYROLL TRANSFER", False),
        ("BRIGHTPAY INSURANCE", False),
        ("DDBP TRANSFER", False),  # a short alias within another word
        ("BP TRANSFER", True),
    ],
)
def test_a_bills_row_that_names_nobody_is_with_whom_its_description_names(text: str, is_theirs: bool) -> None:
    names = {"institution": "速付通電子支付股份有限公司", "aliases": ("速付通", "BrightPay", "BP")}
    row = payment("2026-07-15", "20000", Direction.OUT)._replace(text=text, origin=Origin.EXPORT, exhibit_ids=("bank",))
    disputed = replace(DISPUTE, type=DisputeType.WITHDRAWAL_BLOCKED, **names)
    rows = [row, row._replace(event_id="named", party="王小明"), row._replace(event_id="typed", origin=Origin.PERSON)]
    found = work_out(disputed, rows, Stated(), TODAY).money.rows
    assert [each.is_theirs for each in found] == [is_theirs, False, False]
    assert [each.is_described for each in found] == [is_theirs, False, False]


def test_a_refund_that_a_person_typed_is_seen_whoever_gave_it_and_in_no_sum() -> None:
    shops = payment("2025-03-05", "1240", Direction.NONE, Outcome.REFUNDED)._replace(party="HomeNest")
    of_a_bill = shops._replace(event_id="bill", origin=Origin.EXPORT)
    for typed in (shops, shops._replace(direction=Direction.IN)):
        found = money_ledger([typed, of_a_bill], TODAY, belonging=theirs_if(lambda _: False))
        assert [row.happening for row in found.told_rows] == [typed]
        assert not found.refunded


def test_a_refund_that_two_records_show_counts_once_and_no_repayment_is_received() -> None:
    back = payment("2025-03-05", "30", Direction.IN, Outcome.REFUNDED)
    twin = payment("2025-03-05", "30", Direction.IN, Outcome.REFUNDED)
    repaid = instalment("2025-03-06", "500", Outcome.PAID)._replace(direction=Direction.IN)
    found = money_ledger([back, twin, repaid], TODAY, twins=frozenset({twin.event_id}))
    assert (found.refunded, found.received, found.paid) == ({"CNY": Decimal(30)}, {}, {"CNY": Decimal(500)})


def test_a_refund_is_in_the_sum_of_refunds_and_the_picture_shows_that_it_came_back() -> None:
    bought, back = (
        payment("2025-03-01", "99", Direction.OUT),
        payment("2025-03-08", "99", Direction.IN, Outcome.REFUNDED),
    )
    twin = payment("2025-03-08", "99", Direction.IN, Outcome.REFUNDED)
    found = money_ledger([bought, back, twin], TODAY, twins=frozenset({twin.event_id}))
    assert [row.counting for row in found.rows] == [Counting.COUNTS, Counting.REFUND, Counting.NOT_MOVED]
    drawn = money_over_time([bought, back, twin], frozenset({twin.event_id}))
    assert drawn is not None
    assert (drawn.points[-1].received, drawn.points[-1].paid) == (Decimal(99), Decimal(99))


def test_an_instalment_is_overdue_when_its_day_is_over_and_nobody_says_it_was_paid() -> None:
    past, future = instalment("2025-05-10", "500", Outcome.DUE), instalment("2025-06-10", "500", Outcome.DUE)
    paid = instalment("2025-04-10", "500", Outcome.PAID)
    assert money_ledger([past, future, paid], TODAY).overdue == (past,)


def test_an_instalment_that_was_paid_about_its_day_is_not_overdue() -> None:
    due = instalment("2025-05-10", "1083.50", Outcome.DUE)
    for day, amount in (("2025-05-10", "1083.50"), ("2025-05-12", "1083.50"), ("2025-05-06", "1083.00")):
        assert money_ledger([due, payment(day, amount, Direction.OUT)], TODAY).overdue == (), day


def test_what_does_not_pay_an_instalment_leaves_it_overdue() -> None:
    due = instalment("2025-05-10", "1083.50", Outcome.DUE)
    twice = [due, instalment("2025-05-11", "1083.50", Outcome.DUE)]
    near = payment("2025-05-10", "1083.50", Direction.OUT)
    for other in (
        payment("2025-05-10", "1083.50", Direction.IN),
        payment("2025-05-10", "1083.50", Direction.OUT, Outcome.FAILED),
        payment("2025-05-10", "1000", Direction.OUT),
        payment("2025-05-16", "1083.50", Direction.OUT),
        near._replace(currency="HKD"),
    ):
        assert money_ledger([due, other], TODAY).overdue == (due,)
    assert money_ledger([due, near], TODAY, twins=frozenset({near.event_id})).overdue == (due,)
    assert money_ledger([due, near], TODAY, belonging=theirs_if(lambda each: each is not near)).overdue == (due,)
    assert len(money_ledger([*twice, near], TODAY).overdue) == 1


@pytest.mark.parametrize(
    ("party", "counts"),
    [
        ("速融宝", True),
        ("速融宝科技有限公司", True),
        ("速融宝（中国）网络技术有限公司", True),
        ("速融宝法律咨询有限公司", False),
        ("速融宝还款互助群", False),
        ("某某公司", False),
        ("妈妈", False),
        ("", False),
    ],
)
def test_sums_are_of_money_with_the_institution_or_its_company(party: str, counts: bool) -> None:
    wages = payment("2025-03-01", "8000", Direction.IN)._replace(party=party)
    found = work_out(DISPUTE, [wages], Stated(), TODAY).money
    assert (found.received, found.others) == (({"CNY": Decimal(8000)}, 0) if counts else ({}, 1))
    terms = LoanTerms(id="l", dispute_id="d", paid_out=(wages.event_id,))
    assert work_out(DISPUTE, [wages], Stated(loan=terms), TODAY).money.received == {"CNY": Decimal(8000)}


def test_the_loans_cost_rests_on_what_was_paid_out_and_what_is_paid_back() -> None:
    out = payment("2025-01-10", "9500", Direction.IN)
    back = [instalment(f"2025-{month:02}-10", "945.596", Outcome.PAID) for month in range(2, 13)]
    back.append(instalment("2026-01-10", "945.596", Outcome.DUE))
    terms = Loan(paid_out=(out.event_id,), payments=tuple(each.event_id for each in back))
    found = money_ledger([out, *back], TODAY, loan=terms)
    assert found.paid_out == Decimal(9500)
    assert found.cost is not None
    assert str(found.cost.nominal) == "34.14"
