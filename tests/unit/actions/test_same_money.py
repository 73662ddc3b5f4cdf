"""A wallet's bill and a bank's statement, imported: the same money is shown as such, and counted once."""

import json
from decimal import Decimal

import pytest

from evidence_app.__main__ import main
from evidence_app.actions.add_evidence import DataSource, add_evidence
from evidence_app.actions.edit import edit_dispute
from evidence_app.actions.import_exports import ALL_THAT_WAITS, import_waiting
from evidence_app.actions.session import Session
from evidence_app.actions.timeline import events_in_full, same_money
from evidence_app.actions.workspace import Counting, workspace
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import Direction, Event, EventKind
from evidence_app.domain.pairs_of_payments import pairs_among
from evidence_app.progress import Silent

ALIPAY = """交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注,
2024-03-01 12:30:05,信用借还,某借款平台,/,还款,支出,500.00,工商银行储蓄卡(1234),交易成功,2024030122001,T1,,
2024-03-02 08:00:00,日用百货,某超市,/,物品,支出,500.00,余额宝,交易成功,2024030222001,T2,,
"""
ICBC = """明细查询文件下载
卡号: 6222****1234
交易日期,摘要,交易场所,交易国家或地区简称,钞/汇,交易金额(收入),交易金额(支出),交易币种,记账金额(收入),记账金额(支出),记账币种,余额,对方户名
2024-03-01,消费,支付宝-某借款平台,CHN,钞,,,,,"500.00",人民币,"1,000.00",支付宝（中国）网络技术有限公司,
2024-03-05,工资,,CHN,钞,,,,"9,000.00",,人民币,"10,000.00",某公司,
"""


@pytest.fixture
def payments(session: Session, dispute: Dispute) -> list[Event]:
    """Import both bills; return the payments in the order of time."""
    sources = [DataSource("alipay.csv", ALIPAY.encode("gb18030")), DataSource("icbc.csv", ICBC.encode())]
    add_evidence(session, dispute.id, sources, Silent(), lambda item: None)
    import_waiting(session, dispute.id, ALL_THAT_WAITS, Silent(), lambda report: None)
    found = [each for each in events_in_full(session, dispute.id) if each.kind is EventKind.PAYMENT]
    return sorted(found, key=lambda each: (each.time.reading.wall, each.account) if each.time.reading else ())


def test_each_payment_knows_the_other_record_of_its_money(session: Session, payments: list[Event]) -> None:
    bank, wallet, groceries, salary = payments
    assert (bank.account, wallet.account) == ("6222****1234", "工商银行储蓄卡(1234)")
    found = [same_money(session, each) for each in payments]
    assert [each.id if each else None for each in found] == [wallet.id, bank.id, None, None]
    assert groceries.amount == wallet.amount
    assert salary.direction is Direction.IN


def test_sums_count_a_pair_once(dispute: Dispute, payments: list[Event]) -> None:
    twins = pairs_among(payments, dispute.zone).twins
    counted = [each for each in payments if each.id not in twins]
    assert sum(each.amount or 0 for each in counted if each.direction is Direction.OUT) == 1000
    assert sum(each.amount or 0 for each in counted if each.direction is Direction.IN) == 9000


def test_what_a_dispute_amounts_to_names_the_other_record(
    session: Session, dispute: Dispute, payments: list[Event]
) -> None:
    bank, wallet, *_ = payments
    assert workspace(session, dispute.id).same_money == {bank.id: wallet.id, wallet.id: bank.id}


def test_a_corrected_amount_makes_no_pair(session: Session, payments: list[Event]) -> None:
    from evidence_app.actions.edit import edit_event

    edit_event(session, payments[0].id, {"amount": Decimal("499.00")})
    assert same_money(session, payments[1]) is None


def test_the_timeline_on_the_command_line_names_the_pair(
    session: Session, dispute: Dispute, payments: list[Event], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--vault", str(session.folder), "timeline", dispute.id, "--json"]) == 0
    events = {each["id"]: each for each in json.loads(capsys.readouterr().out)["events"]}
    assert {each: events[each]["paired_with"] for each in events if events[each]["paired_with"]} == {
        payments[0].id: payments[1].id,
        payments[1].id: payments[0].id,
    }
    assert all("paired_with" in each for each in events.values())


def test_what_a_dispute_amounts_to_counts_a_pair_once_and_neither_shops_nor_wages(
    session: Session, dispute: Dispute, payments: list[Event]
) -> None:
    edit_dispute(session, dispute.id, {"institution": "某借款平台"})
    later = ALIPAY.splitlines()[0] + "\n2024-03-09 08:00:00,信用借还,某借款平台,/,还款,支出,20.00,余额,交易成功,2,T,,\n"
    add_evidence(session, dispute.id, [DataSource("b.csv", later.encode("gb18030"))], Silent(), lambda item: None)
    import_waiting(session, dispute.id, ALL_THAT_WAITS, Silent(), lambda report: None)
    found = workspace(session, dispute.id)
    assert (found.money.paid, found.money.received, found.money.others) == ({"CNY": Decimal(520)}, {}, 2)
    assert found.charts.money is not None
    assert [(each.paid, each.received) for each in found.charts.money.points] == [(500, 0), (520, 0)]


def test_money_between_own_accounts_is_neither_paid_nor_received(session: Session, dispute: Dispute) -> None:
    moved = (
        ALIPAY.splitlines()[0] + "\n2024-03-02 08:00:00,投资理财,余额宝,/,转入,不计收支,500.00,余额,交易成功,1,T,,\n"
    )
    add_evidence(session, dispute.id, [DataSource("a.csv", moved.encode("gb18030"))], Silent(), lambda item: None)
    import_waiting(session, dispute.id, ALL_THAT_WAITS, Silent(), lambda report: None)
    found = workspace(session, dispute.id)
    assert (found.money.paid, found.money.received, found.charts.money) == ({}, {}, None)
    assert [row.counting for row in found.money.rows] == [Counting.OWN]
    assert not found.money.rows[0].counts
