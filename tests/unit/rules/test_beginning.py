"""Since when a matter is in dispute."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from evidence_app.domain.disputes import Basis, Beginning, Dispute, DisputeType
from evidence_app.domain.events import Direction, EventKind, Outcome
from evidence_app.domain.happenings import Happening, Origin
from evidence_app.domain.letters import LetterKind
from evidence_app.domain.workspace import Complaint, EventMark, Exclusion, Institution
from evidence_app.phrases import Language
from evidence_app.rules.letters import Matter, letter
from evidence_app.rules.workspace import Stated, work_out
from tests.unit.rules.situations import call, message, payment

DISPUTE = Dispute(
    id="d",
    title="t",
    type=DisputeType.WITHDRAWAL_BLOCKED,
    institution="海豚钱包",
    created_at=datetime(2025, 3, 1, tzinfo=UTC),
)
STATED = Stated(institution=Institution(id="i", dispute_id="d", numbers=("95500",)))
TOP_UP = payment("2025-03-01", "8000", Direction.OUT)._replace(party="海豚钱包")
CALLED = call("2025-03-20T10:00:00", Direction.OUT)


def began(dispute: Dispute, *happenings: Happening, stated: Stated = STATED) -> tuple[str, Basis]:
    found = work_out(dispute, list(happenings), stated, date(2025, 6, 1))
    assert found.began is not None
    assert found.metrics.days_open == (date(2025, 6, 1) - found.began.day).days
    return found.began.day.isoformat(), found.began.basis


@pytest.mark.parametrize(
    "text", ["您的账户因风险核查已被限制提现", "您的提現申請，本公司不予解除限制", "Your account was frozen"]
)
def test_the_word_that_money_is_kept_back_begins_it_not_the_top_up_weeks_before(text: str) -> None:
    kept_back = message("2025-03-18T08:00:00", text=text)
    assert began(DISPUTE, TOP_UP, kept_back, CALLED) == ("2025-03-18", Basis.SHOWN)


def test_an_advert_a_code_and_a_receipt_begin_nothing() -> None:
    adverts = [
        message(f"2025-03-0{day}T08:00:00", text=text)
        for day, text in enumerate(("机会不能错过，快来领取", "验证码 1234，不能告诉他人", "您已成功充值8000元"), 2)
    ]
    assert began(DISPUTE, TOP_UP, *adverts) == ("2025-03-01", Basis.FIRST)


def test_a_failed_withdrawal_and_a_complaint_begin_it() -> None:
    failed = payment("2025-03-10", "500", Direction.IN, Outcome.FAILED)._replace(party="海豚钱包")
    assert began(DISPUTE, TOP_UP, failed, CALLED) == ("2025-03-10", Basis.SHOWN)
    filed = replace(STATED, complaints=[Complaint(id="c", dispute_id="d", body="cn-nfra", filed_on=date(2025, 3, 15))])
    assert began(DISPUTE, TOP_UP, CALLED, stated=filed) == ("2025-03-15", Basis.FILED)
    assert began(DISPUTE, TOP_UP, failed, stated=filed) == ("2025-03-10", Basis.SHOWN)


def test_a_complaint_of_the_timeline_is_told_as_one_not_as_what_first_shows_the_trouble() -> None:
    complained = message("2025-03-05T10:00:00", Direction.OUT, "要求退回")._replace(kind=EventKind.COMPLAINT)
    assert began(DISPUTE, TOP_UP, complained, CALLED) == ("2025-03-05", Basis.FILED)
    failed = payment("2025-03-05", "500", Direction.IN, Outcome.FAILED)._replace(party="海豚钱包")
    assert began(DISPUTE, TOP_UP, complained, failed) == ("2025-03-05", Basis.SHOWN)


def test_a_call_in_which_the_trouble_was_taken_up_shows_it() -> None:
    assert began(DISPUTE, TOP_UP, CALLED._replace(text="申请冻结，工单20261001")) == ("2025-03-20", Basis.SHOWN)


def test_where_nothing_shows_the_trouble_the_first_call_to_them_is_the_best_guess_else_the_first_event() -> None:
    assert began(DISPUTE, TOP_UP, CALLED) == ("2025-03-20", Basis.CONTACT)
    assert began(DISPUTE, TOP_UP) == ("2025-03-01", Basis.FIRST)


def test_a_loan_nobody_asked_for_begins_with_its_arrival() -> None:
    loan = payment("2025-03-05", "3000", Direction.IN)._replace(party="海豚钱包")
    code = message("2025-03-04T08:00:00", text="验证码 1234")
    kind = replace(DISPUTE, type=DisputeType.UNAUTHORISED_LOAN)
    assert began(kind, code, loan, CALLED) == ("2025-03-05", Basis.SHOWN)
    assert began(replace(DISPUTE, type=DisputeType.MISDIRECTED_SMS), code, CALLED) == ("2025-03-04", Basis.SHOWN)


@pytest.mark.parametrize(
    "text", ["您申请的借款3000.00元已放款至尾号9021银行卡", "您的借款放款成功", "款項已撥款至您的帳戶"]
)
def test_a_loan_whose_money_went_elsewhere_begins_with_the_word_that_it_was_paid_out(text: str) -> None:
    kind = replace(DISPUTE, type=DisputeType.UNAUTHORISED_LOAN)
    told, asked = (
        message("2025-03-03T02:19:00", text=text),
        message("2025-03-09T09:00:00", Direction.OUT, text="为什么"),
    )
    assert began(kind, message("2025-03-02T08:00:00", text="最高可借30万元"), told, asked) == (
        "2025-03-03",
        Basis.SHOWN,
    )


@pytest.mark.parametrize(
    "first",
    [
        payment("2025-03-05", "2350", Direction.OUT)._replace(party="海豚钱包"),
        message("2025-03-05T09:30:00", text="閣下的分期貸款首期供款 HK$2,350.00 已於3月5日自閣下戶口扣除"),
        message("2025-03-05T09:30:00", text="Your instalment of £120.00 has been debited from your account"),
        message("2025-03-05T10:16:00", Direction.OUT, "我從來沒有申請分期貸款，為何扣了我HK$2,350？"),
        message("2025-03-05T10:16:00", Direction.OUT, "I never applied for this loan"),
    ],
)
def test_a_debit_for_a_loan_nobody_asked_for_and_the_word_that_nobody_did_begin_it(first: Happening) -> None:
    kind = replace(DISPUTE, type=DisputeType.UNAUTHORISED_LOAN)
    later = message("2025-03-09T09:00:00", Direction.OUT, "我要投诉")
    assert began(kind, first, later) == ("2025-03-05", Basis.SHOWN)


def test_what_was_paid_for_something_else_before_the_loan_came_begins_nothing() -> None:
    kind = replace(DISPUTE, type=DisputeType.UNAUTHORISED_LOAN)
    loan = payment("2025-03-05", "3000", Direction.IN)._replace(party="海豚钱包")
    other = message("2025-03-02T08:00:00", text="您订购的会员费30元已自您账户扣除")
    assert began(kind, TOP_UP, other, loan) == ("2025-03-05", Basis.SHOWN)


def test_what_the_person_says_goes_before_all_that_events_show() -> None:
    said = replace(DISPUTE, disputed_since=date(2025, 2, 1))
    assert began(said, TOP_UP, message("2025-03-18T08:00:00", text="已冻结")) == ("2025-02-01", Basis.STATED)
    assert work_out(DISPUTE, [], STATED, date(2025, 6, 1)).began is None


@pytest.mark.parametrize(
    "words",
    ["提領失敗 帳戶異常 審核中/凍結 ERR-4031", "提现失败，账户已冻结", "Withdrawal failed: your account was frozen"],
)
def test_an_error_page_of_a_withdrawal_that_names_nobody_begins_it(words: str) -> None:
    page = payment("2025-03-17", "8000", Direction.IN, Outcome.PENDING)._replace(text=words, origin=Origin.PICTURE)
    kept_back = message("2025-03-18T08:00:00", text="您的账户已被冻结")
    assert began(DISPUTE, TOP_UP, page, kept_back) == ("2025-03-17", Basis.SHOWN)
    waits = page._replace(text="提现 处理中")  # a day of processing is no trouble yet
    assert began(DISPUTE, TOP_UP, waits, kept_back) == ("2025-03-18", Basis.SHOWN)
    of_a_bank = page._replace(party="招商银行")
    assert began(DISPUTE, TOP_UP, of_a_bank, kept_back) == ("2025-03-18", Basis.SHOWN)


@pytest.mark.parametrize(
    ("language", "says"),
    [
        (Language.ZH_HANS, "，提现人民币 8,000.00 元，没有完成（处理中）"),
        (Language.ZH_HANT, "，提領人民幣 8,000.00 元，沒有完成（處理中）"),
        (Language.EN, ": withdrawal, not completed: CNY 8,000.00"),
    ],
)
def test_a_withdrawal_that_failed_is_told_as_one_not_as_a_payment_to_the_person(language: Language, says: str) -> None:
    page = payment("2025-03-17", "8000", Direction.IN, Outcome.PENDING)._replace(text="提領失敗 ERR-4031")
    told = letter(LetterKind.COMPLAINT, Matter(DISPUTE, [page]), language)
    assert any(says in each.text for each in told.statements)


def test_the_payment_of_the_amount_begins_it_where_nothing_shows_the_trouble_before_the_first_complaint() -> None:
    filed = replace(STATED, complaints=[Complaint(id="c", dispute_id="d", body="cn-nfra", filed_on=date(2025, 4, 15))])
    for kind in (DisputeType.TOPUP_FAILED, DisputeType.OTHER):
        of_amount = replace(DISPUTE, type=kind, amount=TOP_UP.amount)
        assert began(of_amount, TOP_UP, CALLED, stated=filed) == ("2025-03-01", Basis.PAID)
        again = TOP_UP._replace(event_id="again")  # of two, nothing tells which it is
        assert began(of_amount, TOP_UP, again, stated=filed) == ("2025-04-15", Basis.FILED)
    assert began(replace(DISPUTE, amount=TOP_UP.amount), TOP_UP, stated=filed) == ("2025-04-15", Basis.FILED)
    complained = CALLED._replace(text="没到账")
    topped_up = replace(DISPUTE, type=DisputeType.TOPUP_FAILED, amount=TOP_UP.amount)
    assert began(topped_up, TOP_UP, complained) == ("2025-03-01", Basis.PAID)
    assert began(replace(topped_up, type=DisputeType.OTHER), TOP_UP, complained) == ("2025-03-20", Basis.SHOWN)


def test_a_demand_begins_it_after_a_refund_and_a_fee_once_a_loan_was_promised() -> None:
    demanded = [message(f"2025-03-{day}T09:00:00", text="您的分期已逾期") for day in ("02", "09")]
    refunded = payment("2025-03-05", "8000", Direction.IN, Outcome.REFUNDED)._replace(party="某商店")
    refused = replace(DISPUTE, type=DisputeType.REFUND_REFUSED)
    found = work_out(refused, [demanded[0], refunded, demanded[1]], STATED, date(2025, 6, 1)).began
    assert found == Beginning(date(2025, 3, 9), Basis.SHOWN, demanded[1].event_id, (refunded.event_id,))
    assert began(refused, demanded[0], demanded[1])[1] is not Basis.SHOWN
    portal = replace(DISPUTE, type=DisputeType.LOAN_PORTAL)
    assert began(portal, TOP_UP, message("2025-03-07T09:00:00", text="包过下款")) == ("2025-03-01", Basis.SHOWN)
    assert began(portal, TOP_UP) == ("2025-03-01", Basis.FIRST)


def test_contacts_are_in_dispute_since_the_first_that_departs_from_a_standard_unless_it_was_left_out() -> None:
    noon, night, worse = (
        message(f"2025-03-{day}", text="请立即还款") for day in ("01T12:00:00", "02T23:10:00", "03T23:20:00")
    )
    threat = message("2025-03-09T12:00:00", text="后果自负")
    marks = [EventMark(id="m", dispute_id="d", event_id=threat.event_id, tags=("threat",))]
    stated = replace(STATED, marks=marks)
    harassed = replace(DISPUTE, type=DisputeType.HARASSMENT)
    found = work_out(harassed, [noon, night, worse, threat], stated, date(2025, 6, 1))
    assert found.began == Beginning(date(2025, 3, 2), Basis.DEPARTED, night.event_id)
    said = letter(LetterKind.COMPLAINT, Matter(harassed, found.happenings, began=found.began), Language.EN)
    assert any("since 2 March 2025" in each.text for each in said.statements)
    late = [each.id for each in found.findings if night.event_id in each.event_ids]
    left = replace(stated, exclusions=[Exclusion(id=each, dispute_id="d", finding=each, reason="r") for each in late])
    assert began(harassed, noon, night, worse, threat, stated=left) == ("2025-03-09", Basis.SHOWN)
