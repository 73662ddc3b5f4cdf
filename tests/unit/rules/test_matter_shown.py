"""What a letter says that a dispute is about names the events that show it, and nothing else does."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from evidence_app.domain.disputes import Basis, Beginning, Dispute, DisputeType
from evidence_app.domain.events import Direction, EventKind, Outcome
from evidence_app.domain.happenings import Happening
from evidence_app.domain.letters import LetterKind
from evidence_app.domain.workspace import Complaint, PromiseState
from evidence_app.phrases import Language
from evidence_app.rules.claim import Claim
from evidence_app.rules.letters import Matter, Statement, letter
from evidence_app.rules.matter_shown import matter_shown, said_of_matters
from evidence_app.rules.promises import Promise
from tests.unit.rules.situations import call, instalment, message, payment

IN, OUT = Direction.IN, Direction.OUT
ASKED = call("2025-03-02T10:00:00", OUT)._replace(text="查询")
LOGIN = message("2025-03-01T03:00:00")._replace(kind=EventKind.LOGIN, text="新设备登录")
FILED = message("2025-03-09T10:00:00", OUT, "书面投诉")._replace(kind=EventKind.COMPLAINT)
REFUND = payment("2025-03-04", "500", IN, Outcome.REFUNDED)
DEMAND = message("2025-03-08T10:00:00", text="您的分期已逾期，请还款")
EARLY = message("2025-03-01T10:00:00", text="您的分期已逾期，请还款")
FEE = payment("2025-03-03", "399", OUT)
OFFER = message("2025-03-02T10:00:00", text="包过下款，请缴纳会员费")
CAME = payment("2025-03-03", "3000", IN)
TRIED = payment("2025-03-01", "3000", IN, Outcome.FAILED)
PENDING = payment("2025-03-02", "3000", IN, Outcome.PENDING)

PAID_TWICE = payment("2025-03-04", "1299", OUT)
ASKED_BACK = message("2025-03-05T10:00:00", OUT, "我重复还款了，请退还1299元")

SHOWN = {  # by hand: of the events of one dispute, those that show what it is about
    DisputeType.UNAUTHORISED_LOAN: [
        ((CAME, ASKED), (CAME,)),
        ((message("2025-03-03T10:00:00", text="您申请的贷款3000元已放款"), ASKED), (0,)),
        ((ASKED,), ()),
        ((payment("2025-03-03", "3000", IN, Outcome.FAILED), ASKED), ()),
        ((payment("2025-03-03", "3000", OUT), ASKED), ()),
    ],
    DisputeType.LOAN_PORTAL: [((OFFER, FEE, ASKED), (OFFER, FEE)), ((FEE, ASKED), ()), ((OFFER, ASKED), ())],
    DisputeType.MISDIRECTED_SMS: [((DEMAND, ASKED), (DEMAND,)), ((message("2025-03-03T10:00:00", text="您好"),), ())],
    DisputeType.HARASSMENT: [
        ((call("2025-03-03T10:00:00", IN), ASKED), (0,)),
        ((call("2025-03-03T10:00:00", Direction.MISSED), ASKED), (0,)),
        ((ASKED,), ()),
    ],
    DisputeType.TOPUP_FAILED: [
        ((payment("2025-03-03", "500", OUT), ASKED), (0,)),
        ((payment("2025-03-03", "500", OUT, Outcome.FAILED), ASKED), ()),
        ((payment("2025-03-03", "500", IN), ASKED), ()),
    ],
    DisputeType.WITHDRAWAL_BLOCKED: [
        ((payment("2025-03-03", "500", IN, Outcome.FAILED), ASKED), (0,)),
        ((message("2025-03-03T10:00:00", text="您的账户已被冻结"), ASKED), (0,)),
        ((payment("2025-03-03", "500", IN), ASKED), ()),
        ((payment("2025-03-03", "500", IN, Outcome.CLOSED)._replace(text="本人取消提现"), ASKED), ()),
        ((TRIED, CAME), (TRIED, CAME)),
        ((TRIED, CAME._replace(text="借款放款")), (TRIED,)),
        ((TRIED, CAME, message("2025-03-04T10:00:00", text="您的账户已被冻结")), (2,)),
        ((TRIED, PENDING, PENDING._replace(event_id="again"), CAME), (2,)),  # one of two came
    ],
    DisputeType.ACCOUNT_STOLEN: [
        ((LOGIN, FEE, ASKED), (LOGIN, FEE)),
        ((FEE, ASKED), ()),  # money left, and nothing shows that somebody else took it
        ((LOGIN, ASKED), ()),  # somebody got in, and nothing shows that money was lost
    ],
    DisputeType.REFUND_REFUSED: [
        ((EARLY, REFUND, DEMAND), (REFUND, DEMAND)),
        ((EARLY, REFUND), ()),  # nothing is "still" collected that was collected before
        ((DEMAND, ASKED), ()),
        ((REFUND, instalment("2025-03-20", "433", Outcome.DUE)), (0, 1)),
        ((REFUND, instalment("2025-03-20", "433", Outcome.PAID)), ()),
        ((PAID_TWICE, ASKED_BACK, ASKED), (PAID_TWICE, ASKED_BACK)),  # nothing is collected: nothing is said of it
        ((ASKED_BACK, PAID_TWICE, ASKED), ()),
        ((PAID_TWICE, ASKED), ()),
    ],
    DisputeType.POOR_SERVICE: [((ASKED, FILED, DEMAND), (ASKED, FILED)), ((ASKED, DEMAND), ())],
}


def dispute(kind: DisputeType) -> Dispute:
    made = datetime(2025, 3, 1, tzinfo=UTC)
    return Dispute(id="d", created_at=made, title="案", type=kind, institution="示例公司", complainant="李明")


def about(kind: DisputeType, *happenings: Happening, **facts: object) -> Statement:
    made = replace(Matter(dispute(kind), happenings), **facts)  # type: ignore[arg-type]
    return letter(LetterKind.COMPLAINT, made, Language.EN).sections[2].statements[0]


def test_every_kind_that_states_something_is_looked_at_here() -> None:
    assert set(SHOWN) == set(said_of_matters()) == set(DisputeType) - {DisputeType.OTHER}


@pytest.mark.parametrize("kind", SHOWN)
def test_what_it_is_about_names_what_shows_it_and_is_marked_where_a_part_is_not_shown(kind: DisputeType) -> None:
    for happenings, shown in SHOWN[kind]:
        ids = tuple((happenings[each] if isinstance(each, int) else each).event_id for each in shown)
        assert matter_shown(kind, happenings) == ids
        said = about(kind, *happenings)
        assert (said.event_ids, said.is_unsupported) == (ids, not ids)


@pytest.mark.parametrize("kind", SHOWN)
def test_what_it_is_about_is_marked_as_soon_as_what_shows_it_is_gone(kind: DisputeType) -> None:
    whole, _ = SHOWN[kind][0]
    shown = matter_shown(kind, whole)
    assert shown
    assert about(kind, *(each for each in whole if each.event_id not in shown)).is_unsupported


@pytest.mark.parametrize(
    ("kind", "theirs", "others"),
    [
        (DisputeType.TOPUP_FAILED, (payment("2025-03-03", "500", OUT),), "某超市"),
        (DisputeType.UNAUTHORISED_LOAN, (CAME,), "某公司工资"),
        (DisputeType.POOR_SERVICE, (call("2025-03-02T10:00:00", OUT), call("2025-03-03T10:00:00", OUT)), "妈妈"),
    ],
)
def test_what_is_with_somebody_else_shows_nothing_of_the_matter(
    kind: DisputeType, theirs: tuple[Happening, ...], others: str
) -> None:
    named = tuple(each._replace(party=others) for each in theirs)
    ids = frozenset(each.event_id for each in named)
    assert about(kind, *named).is_unsupported
    assert not about(kind, *named, theirs=ids).is_unsupported
    moved = replace(dispute(kind), amount=named[0].amount)
    assert about(kind, *named, dispute=moved).is_unsupported == (named[0].amount is None)


def test_a_withdrawal_that_came_late_is_not_demanded_any_more_unless_more_is_open() -> None:
    of = dispute(DisputeType.WITHDRAWAL_BLOCKED)
    for claim, starts in ((None, "State in writing"), (Claim(Decimal(9000), "CNY", Decimal(3000)), "Complete")):
        written = letter(LetterKind.COMPLAINT, Matter(of, (TRIED, CAME), claim=claim), Language.EN)
        [demands] = [each for each in written.sections if each.heading == "What I ask for"]
        assert demands.statements[0].text.startswith(starts)
        assert ("it came later" in written.plain_text("")) == (claim is None)


def test_a_portals_fee_is_shown_by_what_it_is_called_or_whom_it_went_to_and_by_no_other_payment() -> None:
    shop = FEE._replace(party="某超市", text="买菜")
    assert about(DisputeType.LOAN_PORTAL, OFFER, shop).is_unsupported
    assert not about(DisputeType.LOAN_PORTAL, OFFER, shop._replace(text="会员费")).is_unsupported
    assert not about(DisputeType.LOAN_PORTAL, OFFER, shop, theirs=frozenset({shop.event_id})).is_unsupported


def test_that_the_wallet_never_credited_it_is_marked_where_it_says_that_it_did() -> None:
    paid = payment("2025-03-03", "500", OUT)
    for text, is_marked in (
        ("您充值的500元已到账", True),
        ("您充值的500元尚未到账", False),
        ("Your top-up was credited", True),
    ):
        said = message("2025-03-04T10:00:00", text=text)
        assert about(DisputeType.TOPUP_FAILED, paid, said).is_unsupported == is_marked
    thanked = message("2025-03-03T10:00:00", text="您的还款已到账，本期已还清，谢谢")
    assert about(DisputeType.MISDIRECTED_SMS, thanked).is_unsupported


def test_the_summary_is_given_as_the_persons_own_words() -> None:
    told = replace(dispute(DisputeType.HARASSMENT), summary="他们打电话到我单位")
    assert about(DisputeType.HARASSMENT, ASKED, dispute=told).text == "In my own words: 他们打电话到我单位"


def test_what_no_event_can_show_is_said_as_the_persons_own_statement() -> None:
    shown = {DisputeType.HARASSMENT, DisputeType.WITHDRAWAL_BLOCKED, DisputeType.REFUND_REFUSED}
    for kind in SHOWN.keys() - shown:
        whole, _ = SHOWN[kind][0]
        assert "I state that" in about(kind, *whole).text


def test_the_persons_own_words_are_marked_too_where_nothing_shows_the_kind_of_dispute() -> None:
    summary = replace(dispute(DisputeType.UNAUTHORISED_LOAN), summary="收到没有申请过的贷款")
    assert about(DisputeType.UNAUTHORISED_LOAN, ASKED, dispute=summary).is_unsupported
    assert about(DisputeType.UNAUTHORISED_LOAN, ASKED, CAME, dispute=summary).event_ids == (CAME.event_id,)


def test_where_nothing_is_collected_a_letter_speaks_of_no_collection_and_asks_the_money_back() -> None:
    told = replace(dispute(DisputeType.REFUND_REFUSED), amount=Decimal(1299))
    paid = about(DisputeType.REFUND_REFUSED, PAID_TWICE, ASKED_BACK, dispute=told)
    assert paid.text == "I paid money and asked for it back."
    collected = about(DisputeType.REFUND_REFUSED, PAID_TWICE, ASKED_BACK, REFUND, DEMAND, dispute=told)
    assert "still being collected" in collected.text
    for events, asked in (((), "Refund the money"), ((DEMAND,), "Stop collection")):
        made = Matter(told, (PAID_TWICE, ASKED_BACK, *events))
        assert [asked in each.text for each in letter(LetterKind.COMPLAINT, made, Language.EN).statements].count(True)


def test_that_something_follows_states_nothing() -> None:
    said = about(DisputeType.OTHER, ASKED)
    assert (said.event_ids, said.is_fact) == ((), False)


def stated(**facts: object) -> list[Statement]:
    made = replace(Matter(dispute(DisputeType.UNAUTHORISED_LOAN), (ASKED, CAME)), **facts)  # type: ignore[arg-type]
    written = letter(LetterKind.COMPLAINT, made, Language.EN)
    return [each for each in written.statements if each.is_unsupported]


def test_an_amount_a_day_and_a_filing_that_nothing_shows_are_marked() -> None:
    told = replace(dispute(DisputeType.UNAUTHORISED_LOAN), amount=Decimal(4000))
    assert [each.text for each in stated(dispute=told)] == ["Amount in dispute: CNY 4,000.00"]
    [since] = stated(began=Beginning(date(2025, 2, 22), Basis.STATED))
    assert "22 February 2025" in since.text
    assert not stated(began=Beginning(date(2025, 3, 3), Basis.STATED))  # the day on which the loan came
    assert stated(began=Beginning(date(2025, 3, 2), Basis.STATED))  # a call of that day shows no loan
    filed = Complaint(id="c", dispute_id="d", body="cn-institution", filed_on=date(2025, 3, 9))
    assert len(stated(complaints=(filed,))) == 1
    assert not stated(complaints=(replace(filed, event_id=ASKED.event_id),))


def test_contacts_after_a_promise_to_stop_them_are_named_by_the_line_that_counts_them() -> None:
    promised = message("2025-03-01T10:00:00", text="好的，今后不再联系您")._replace(
        promise="今后不再联系您", promise_due=date(2025, 3, 1)
    )
    later = call("2025-03-05T10:00:00", IN)
    fate = Promise(promised, PromiseState.OPEN, True, after=(later,))
    made = Matter(dispute(DisputeType.HARASSMENT), (promised, later), promises=(fate,), today=date(2025, 6, 1))
    written = letter(LetterKind.COMPLAINT, made, Language.EN)
    [line] = [each for each in written.statements if "after it" in each.text]
    assert set(line.event_ids) == {promised.event_id, later.event_id}
