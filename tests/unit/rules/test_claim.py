"""What is in dispute, what came back, what is open."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from evidence_app.domain.disputes import Dispute, DisputeType
from evidence_app.domain.events import Direction, Outcome
from evidence_app.domain.happenings import Happening
from evidence_app.domain.workspace import Institution
from evidence_app.rules.workspace import Stated, work_out
from tests.unit.rules.situations import call, instalment, message, payment

DISPUTE = Dispute(
    id="d",
    title="t",
    type=DisputeType.WITHDRAWAL_BLOCKED,
    institution="海豚钱包",
    created_at=datetime(2025, 3, 1, tzinfo=UTC),
    amount=Decimal(12800),
)
TODAY = date(2025, 6, 1)
STATED = Stated(institution=Institution(id="i", dispute_id="d", numbers=("95500",)))


def paid(at: str, amount: str, outcome: Outcome = Outcome.DONE) -> Happening:
    return payment(at, amount, Direction.IN, outcome)._replace(party="海豚钱包")


def shown(dispute: Dispute, *happenings: Happening) -> tuple[int, int, int]:
    claim = work_out(dispute, list(happenings), STATED, date(2025, 6, 1)).claim
    assert claim is not None
    return int(claim.amount), int(claim.recovered), int(claim.open)


def test_what_came_back_since_the_trouble_was_raised_is_recovered_and_the_rest_open() -> None:
    before, back = paid("2025-03-01", "500"), paid("2025-04-19", "2000")._replace(text="提现到账")
    refund, later = paid("2025-04-20", "800", Outcome.REFUNDED), call("2025-04-01T10:00:00", Direction.OUT)
    others = payment("2025-04-21", "9000", Direction.IN)._replace(party="某单位")
    foreign = paid("2025-04-22", "100")._replace(currency="USD")
    assert shown(DISPUTE, before, later, back, refund, others, foreign) == (12800, 2800, 10000)
    assert shown(DISPUTE, before, back) == (12800, 0, 12800)
    assert shown(DISPUTE, later, back._replace(amount=Decimal(13000))) == (12800, 13000, 0)


def test_money_that_nobody_calls_given_back_is_asked_about_and_that_of_a_loan_or_a_reward_never() -> None:
    called = call("2025-04-01T10:00:00", Direction.OUT)
    fee = payment("2025-03-01", "500", Direction.OUT)._replace(party="海豚钱包")
    seller = paid("2025-04-05", "300", Outcome.REFUNDED)._replace(party="张三")
    for came, recovered, unclear in (
        *(
            (paid("2025-04-03", "5000")._replace(text=text), 0, 0)
            for text in ("借款放款", "活动奖励", "利息", "Salary")
        ),
        *((paid("2025-04-03", "70")._replace(text=text), 70, 0) for text in ("退款", "贷款利息退还", "Reversal")),
        (paid("2025-04-03", "12800")._replace(text="借款放款"), 0, 0),
        *((paid("2025-04-03", "70")._replace(text=text), 0, 1) for text in ("赔偿金", "不是退款", "Not a refund")),
        (paid("2025-04-03", "500"), 500, 0),
        (paid("2025-04-03", "70"), 0, 1),
        (paid("2025-04-03", "70")._replace(text="借款提现到账"), 0, 1),
        (seller, 0, 1),
    ):
        claim = work_out(DISPUTE, [called, fee, came], STATED, TODAY).claim
        assert claim is not None
        assert (int(claim.recovered), len(claim.unclear)) == (recovered, unclear), came.text


def test_a_withdrawal_that_came_late_came_back_though_nobody_complained() -> None:
    tried, came = paid("2025-04-03", "12800", Outcome.FAILED), paid("2025-04-13", "12800")
    assert shown(DISPUTE, tried, came) == (12800, 12800, 0)
    own = tried._replace(outcome=Outcome.CLOSED, text="本人取消提现")
    assert shown(DISPUTE, own, came) == (12800, 0, 12800)


def test_what_came_back_before_the_day_that_the_person_names_was_of_something_else() -> None:
    early, late = paid("2025-03-01", "800", Outcome.REFUNDED), paid("2025-04-20", "2000", Outcome.REFUNDED)
    assert shown(DISPUTE, early, late) == (12800, 2800, 10000)
    assert shown(replace(DISPUTE, disputed_since=date(2025, 4, 1)), early, late) == (12800, 2000, 10800)


def test_the_amount_in_dispute_is_shown_by_those_events_that_name_it() -> None:
    texts = ("涉及金额12800.00元", "我的12,800元为什么被冻结", "余额112800元", "12,800.50元", "编号012800", "12800")
    named = [message("2025-04-01T10:00:00", text=text) for text in texts]
    claim = work_out(DISPUTE, named, STATED, date(2025, 6, 1)).claim
    assert claim is not None
    assert claim.shown_by == tuple(named[place].event_id for place in (0, 1, 5))


def test_an_amount_that_nothing_names_is_shown_by_the_payments_that_make_it_together() -> None:
    taken = [payment(f"2025-0{month}-12", "2350", Direction.OUT)._replace(party="海豚钱包") for month in (3, 4)]
    others = payment("2025-04-21", "9000", Direction.OUT)._replace(party="某单位")

    def shown_by(*happenings: Happening) -> tuple[str, ...]:
        claim = work_out(replace(DISPUTE, amount=Decimal(4700)), list(happenings), STATED, TODAY).claim
        return claim.shown_by if claim is not None else ()

    assert shown_by(*taken, others) == tuple(each.event_id for each in taken)
    assert shown_by(taken[0], others) == ()


def test_a_loan_that_was_paid_out_is_nothing_that_came_back() -> None:
    of_loan = replace(DISPUTE, type=DisputeType.LOAN_PORTAL)
    events = (
        call("2025-04-01T10:00:00", Direction.OUT),
        paid("2025-04-02", "5000"),
        paid("2025-04-03", "70", Outcome.REFUNDED),
    )
    assert shown(of_loan, *events) == (12800, 70, 12730)


@pytest.mark.parametrize("kind", [DisputeType.UNAUTHORISED_LOAN, DisputeType.REFUND_REFUSED])
def test_of_what_the_other_side_demands_nothing_is_said_to_come_back(kind: DisputeType) -> None:
    events = (call("2025-04-01T10:00:00", Direction.OUT), paid("2025-04-03", "70", Outcome.REFUNDED))
    found = work_out(replace(DISPUTE, type=kind), list(events), STATED, date(2025, 6, 1))
    assert found.claim is not None
    assert (int(found.claim.amount), found.claim.is_demanded, found.claim.event_ids) == (12800, True, ())


def test_what_nobody_demands_was_paid_and_is_asked_back() -> None:
    paid_twice = payment("2025-03-04", "12800", Direction.OUT)._replace(party=DISPUTE.institution)
    asking = call("2025-04-01T10:00:00", Direction.OUT)._replace(text="重复还款，请退还")
    part = paid("2025-04-03", "70", Outcome.REFUNDED)
    found = work_out(replace(DISPUTE, type=DisputeType.REFUND_REFUSED), [paid_twice, asking, part], STATED, TODAY)
    assert found.claim is not None
    assert (int(found.claim.recovered), int(found.claim.open)) == (70, 12730)
    [asked] = found.refunds
    assert (asked.event_ids[0], int(asked.open)) == (paid_twice.event_id, 12730)


def test_without_an_amount_nothing_is_claimed() -> None:
    assert work_out(replace(DISPUTE, amount=None), [], STATED, date(2025, 6, 1)).claim is None


@pytest.mark.parametrize(
    ("kind", "repays", "asks"),
    [
        (DisputeType.WITHDRAWAL_BLOCKED, False, False),
        (DisputeType.WITHDRAWAL_BLOCKED, True, True),
        (DisputeType.HARASSMENT, False, True),
    ],
)
def test_a_loan_is_asked_for_where_there_may_be_one(kind: DisputeType, repays: bool, asks: bool) -> None:
    plan = [instalment("2025-03-06", "500", Outcome.PAID)] if repays else []
    assert work_out(replace(DISPUTE, type=kind), plan, STATED, date(2025, 6, 1)).may_have_loan is asks
