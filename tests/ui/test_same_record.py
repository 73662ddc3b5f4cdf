"""A payment or a call that another record shows, too, says so, and leads there."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from evidence_app.actions.add_evidence import DataSource, add_evidence
from evidence_app.actions.import_exports import ALL_THAT_WAITS, import_waiting
from evidence_app.actions.record_event import NewEvent, record_event
from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.typed_time import typed_time
from evidence_app.phrases import Language
from evidence_app.progress import Silent
from tests.ui.acting import PATIENCE_MS
from ui.i18n import language
from ui.inspector.same_record import SameRecordLine
from ui.workbench import Workbench

pytestmark = pytest.mark.usefixtures("inspector_soon")  # entries are chosen past the lists

ALIPAY = """交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注,
2024-03-01 12:30:05,信用借还,某借款平台,/,还款,支出,500.00,工商银行储蓄卡(1234),交易成功,2024030122001,T1,,
"""
ICBC = """卡号: 6222****1234
交易日期,摘要,交易场所,交易国家或地区简称,钞/汇,交易金额(收入),交易金额(支出),交易币种,记账金额(收入),记账金额(支出),记账币种,余额,对方户名
2024-03-01,消费,支付宝-某借款平台,CHN,钞,,,,,"500.00",人民币,"1,000.00",支付宝（中国）网络技术有限公司,
"""


CALLS = """<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>
<calls count="1">
  <call number="4008887766" duration="184" date="1738483215000" type="2" contact_name="(Unknown)" />
</calls>
"""


def show_payments(qtbot: QtBot, bench: Workbench) -> tuple[str, str]:
    """Import both bills; return the ids of the bank's payment, which comes first in its day, and of the wallet's."""
    session = bench.desk.session
    assert session is not None
    sources = [DataSource("alipay.csv", ALIPAY.encode("gb18030")), DataSource("icbc.csv", ICBC.encode())]
    with qtbot.waitSignal(bench.desk.timeline_changed, timeout=PATIENCE_MS):
        add_evidence(session, bench.desk.dispute_id, sources, Silent(), lambda item: None)
        import_waiting(session, bench.desk.dispute_id, ALL_THAT_WAITS, Silent(), lambda report: None)
        bench.desk.reload_timeline()
    payments = [entry for entry in bench.desk.entries if entry.kind is EventKind.PAYMENT]
    assert len(payments) == 2
    return payments[0].event_id, payments[1].event_id


def shown(bench: Workbench) -> SameRecordLine:
    assert bench.inspector is not None
    return bench.inspector.facts.same_record


def test_a_payment_leads_to_the_other_record_of_its_money(qtbot: QtBot, bench: Workbench, tmp_path: Path) -> None:
    bank, wallet = show_payments(qtbot, bench)
    assert bench.timeline is not None
    bench.timeline.select_event(wallet)
    qtbot.waitUntil(lambda: not shown(bench).isHidden(), timeout=PATIENCE_MS)
    assert shown(bench).words.text() == "Same money as on 2024-03-01, exhibit 2"
    language.choose(Language.ZH_HANS)
    assert shown(bench).words.text() == "与证据 2 中 2024-03-01 的记录是同一笔款项"
    language.choose(Language.EN)
    qtbot.mouseClick(shown(bench).go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bench.desk.event_id == bank, timeout=PATIENCE_MS)
    words = "Same money as on 2024-03-01 12:30, exhibit 1"
    qtbot.waitUntil(lambda: shown(bench).words.text() == words, timeout=PATIENCE_MS)


def test_an_entry_that_is_no_payment_shows_no_other_record(qtbot: QtBot, bench: Workbench) -> None:
    bank, _ = show_payments(qtbot, bench)
    assert bench.timeline is not None
    bench.timeline.select_event(bank)
    qtbot.waitUntil(lambda: not shown(bench).isHidden(), timeout=PATIENCE_MS)
    document = next(entry.event_id for entry in bench.desk.entries if entry.kind is EventKind.DOCUMENT)
    bench.desk.select_event(document)
    qtbot.waitUntil(lambda: shown(bench).isHidden(), timeout=PATIENCE_MS)


def test_a_call_that_somebody_wrote_down_and_a_log_lists_is_marked_as_one(qtbot: QtBot, bench: Workbench) -> None:
    session, dispute = bench.desk.session, bench.desk.dispute
    assert session is not None
    assert dispute is not None
    assert bench.timeline is not None
    add_evidence(session, dispute.id, [DataSource("calls.xml", CALLS.encode())], Silent(), lambda item: None)
    import_waiting(session, dispute.id, ALL_THAT_WAITS, Silent(), lambda report: None)
    said = {"direction": Direction.OUT, "number": "4008887766"}
    typed = record_event(
        session, dispute.id, NewEvent(kind=EventKind.CALL, time=typed_time("2025-02-02 16:00"), **said)
    )
    bench.desk.reload_timeline()
    model = bench.timeline.timeline_model()
    assert model is not None
    qtbot.waitUntil(lambda: typed.id in model.threads, timeout=PATIENCE_MS)
    assert "same call as in exhibit 1" in model.data(model.index_of(typed.id), Qt.ItemDataRole.AccessibleTextRole)
    assert list(model.threads) == [typed.id]
    bench.timeline.select_event(typed.id)
    words = "Same call as on 2025-02-02 16:00, exhibit 1; it counts once"
    qtbot.waitUntil(lambda: shown(bench).words.text() == words, timeout=PATIENCE_MS)
    calls = {each.event_id for each in bench.desk.entries if each.kind is EventKind.CALL}
    shown(bench).go.click()
    qtbot.waitUntil(lambda: bench.desk.event_id in calls - {typed.id}, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: shown(bench).words.text() == words.replace(", exhibit 1", ""), timeout=PATIENCE_MS)
