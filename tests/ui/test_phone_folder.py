"""A whole folder from a phone, dropped on an empty dispute in the real window: sorted, imported, exported."""

import os
import wave
from pathlib import Path

import pytest
import pyzipper
from PIL import Image
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evidence_app.actions.exhibits import list_exhibits
from evidence_app.actions.export_dossier import ExportOptions, export_dossier
from evidence_app.actions.timeline import events_in_full
from evidence_app.actions.verify import verify
from evidence_app.domain.events import Direction, Event, EventKind
from evidence_app.domain.exhibits import MediaKind
from evidence_app.domain.verification import Verdict
from evidence_app.phrases import Language
from evidence_app.progress import Silent
from tests.ui.acting import PATIENCE_MS, sheet
from ui.dropping import Arrival
from ui.sheets.password import PasswordSheet
from ui.workbench import Workbench

SHOTS = 200 if os.environ.get("JUZHENG_SOAK") else 12
PASSWORD = "123456"  # of an archive made here

SMS = """<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>
<smses count="2">
  <sms address="10690001" date="1740182103000" type="1" body="【速融宝】您的借款已逾期" contact_name="(Unknown)" />
  <sms address="10690001" date="1740268503000" type="1" body="【速融宝】请立即还款" contact_name="(Unknown)" />
</smses>
"""
CALLS = """<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>
<calls count="2">
  <call number="95555" duration="61" date="1740183000000" type="1" contact_name="(Unknown)" />
  <call number="95555" duration="0" date="1740269000000" type="3" contact_name="(Unknown)" />
</calls>
"""
ALIPAY = """支付宝交易明细\n--------------------------------\n
交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注,
2025-02-22 08:15:03,信用借还,速融宝,srb@example.com,放款,收入,3000.00,工商银行(1234),交易成功,20250222000001\t,,,
2025-02-25 10:06:00,信用借还,速融宝,srb@example.com,还款,支出,3128.50,工商银行(1234),交易成功,20250225000002\t,,,
"""
CHAT = """李明 和 速融宝客服 在微信上的聊天记录如下，请查收。

—————  2025-02-22  —————

李明  09:20

我没有申请这笔贷款

速融宝客服  09:21

工号80231，三天内核实
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """What somebody copied off a phone."""
    home = tmp_path / "phone"
    shots = home / "DCIM" / "Screenshots"
    shots.mkdir(parents=True)
    for number in range(SHOTS):
        minute, second = divmod(number, 60)
        name = f"Screenshot_20250222_09{minute:02}{second:02}_com.tencent.mm.jpg"
        Image.new("RGB", (90, 160), (number * 20 % 256, number // 12 * 15, 140)).save(shots / name)
    recordings = home / "Recordings"
    recordings.mkdir()
    for number in range(3):
        with wave.open(str(recordings / f"95555_2025022208{number}000.wav"), "wb") as sound:
            sound.setparams((1, 2, 8000, 0, "NONE", ""))
            sound.writeframes(bytes([number]) * 16000)
    (home / "sms.xml").write_text(SMS, "utf-8")
    (home / "calls.xml").write_text(CALLS, "utf-8")
    (home / "聊天记录.txt").write_text(CHAT, "utf-8")
    with pyzipper.AESZipFile(home / "alipay.zip", "w", encryption=pyzipper.WZ_AES) as locked:
        locked.setpassword(PASSWORD.encode())
        locked.writestr("支付宝交易明细.csv", ALIPAY.encode("gb18030"))
    return home


def events(bench: Workbench, kind: EventKind) -> list[Event]:
    session = bench.desk.session
    assert session is not None
    return [event for event in events_in_full(session, bench.desk.dispute_id) if event.kind is kind]


def test_a_phones_folder_becomes_a_timeline_and_a_dossier(
    qtbot: QtBot, bench: Workbench, folder: Path, tmp_path: Path
) -> None:
    bench.arrivals.receive(Arrival(paths=(folder,)))
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), PasswordSheet), timeout=PATIENCE_MS)
    asked = sheet(PasswordSheet)
    asked.password.setText(PASSWORD)
    asked.primary.click()
    qtbot.waitUntil(lambda: bench.offering.sheet is not None, timeout=PATIENCE_MS)
    shown = bench.offering.sheet
    assert shown is not None
    assert len(shown.cards) == 4  # what lay open, and what the archive held
    with qtbot.waitSignal(bench.offering.imported, timeout=PATIENCE_MS):
        shown.primary.click()
    assert [(each.number, each.text) for each in events(bench, EventKind.MESSAGE) if each.number] == [
        ("10690001", "【速融宝】您的借款已逾期"),
        ("10690001", "【速融宝】请立即还款"),
    ]
    chat = [each for each in events(bench, EventKind.MESSAGE) if not each.number]
    assert [each.text for each in chat] == ["我没有申请这笔贷款", "工号80231，三天内核实"]
    assert [each.direction for each in events(bench, EventKind.CALL)] == [Direction.IN, Direction.MISSED]
    assert [(each.direction, str(each.amount)) for each in events(bench, EventKind.PAYMENT)] == [
        (Direction.IN, "3000.00"),
        (Direction.OUT, "3128.50"),
    ]
    session = bench.desk.session
    assert session is not None
    kinds = [exhibit.original.media.kind for exhibit in list_exhibits(session, bench.desk.dispute_id)]
    assert (kinds.count(MediaKind.IMAGE), kinds.count(MediaKind.AUDIO)) == (SHOTS, 3)
    print(f"{SHOTS} screenshots, {len(kinds)} exhibits")
    out = tmp_path / "dossier.pdf"
    export_dossier(
        session, bench.desk.dispute_id, out, ExportOptions(profile="lawyer", language=Language.ZH_HANS), Silent()
    )
    assert verify(out, [], Silent()).verdict is Verdict.UNCHANGED
