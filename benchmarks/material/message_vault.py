"""A vault of 100,000 messages on 5,000 screenshots that a machine has read, made once and kept in build/bench.

Made through the vault's own code, with an entry for each screenshot and one for what was read off it, so that `verify`
holds it for what it is. The screenshots' bytes are only their numbers: searching never asks for them.
"""

import random
from datetime import datetime, timedelta
from pathlib import Path

from evidence_app.actions.disputes import NewDispute, new_dispute
from evidence_app.actions.session import Session
from evidence_app.domain.disputes import DisputeType
from evidence_app.domain.events import Direction, Event, EventFacts, EventKind, EventStatus
from evidence_app.domain.exhibits import Exhibit, Media, MediaKind, Original
from evidence_app.domain.identifiers import new_id
from evidence_app.domain.machine_text import MachineLine, MachineText, Place
from evidence_app.domain.suggestions import Findings, PageKind, ReadEvent
from evidence_app.domain.times import ClockReading, Precision, TimeSource, choose
from evidence_app.vault.changes import Changes
from evidence_app.vault.originals import Originals

from .kept import kept_vault  # by its place: tools import this from the project's folder, benchmarks from their own

MESSAGES = 100_000
ON_A_SCREEN = 20
AT_ONCE = 500  # screens in one transaction

SAID = (
    "【{who}】您的借款已逾期{n}天，请于今日{h}:00前还款{sum}元，逾期将影响您的征信记录。如已还款请忽略本短信。",
    "您好，这边已经为您登记，{n}个工作日内会有专员与您联系处理，请您保持电话畅通。工单号：FW{long}。",
    "您的賬戶提現失敗，請稍後再試，訂單編號{long}",
    "I never applied for this loan. Please stop collection and confirm in writing, ticket {long}.",
    "客服工号{agent}为您服务，请问有什么可以帮您？",
    "系统自动下款{sum}元，我没有申请，也没有点过同意",
    "为什么提现一直失败？已经等了{n}天了",
    "请提供合同编号JX{long}和本人身份证照片",
    "好的",
    "在吗",
    "我已经说了{n}遍了，请不要再打我家人的电话",
    "您反馈的问题我们已经核实，预计{n}个工作日内退款到原支付账户",
    "{who}提醒：您尾号{tail}的银行卡于{m}月{n}日入账{sum}元",
    "這是{who}的客服專員，編號{agent}，請您今天{h}點前回覆",
    "再不还款我们将委托律师向法院起诉并上门催收",
    "充值{sum}元没有到账，银行已经扣款，流水号{long}",
    "订单号{long}已关闭，如有疑问请拨打95{tail}",
    "请您理解一下，我们这边也是按照流程办理的呢亲",
    "收到，谢谢",
    "账户被冻结了，请问怎么解除？验证码{tail}{n}",
)
WHO = ("速融宝", "点石成金", "易借通", "金禾小贷", "快付錢包", "惠享分期", "云雀科技", "安心借")


def message_vault() -> Path:
    """Return the vault's folder."""
    return kept_vault(f"message-vault-{MESSAGES}", _fill)


def _fill(session: Session) -> None:
    wanted = NewDispute(title="点石成金自动下款", type=DisputeType.UNAUTHORISED_LOAN, institution="速融宝")
    dispute, chance = new_dispute(session, wanted), random.Random(20250222)
    for first in range(0, MESSAGES // ON_A_SCREEN, AT_ONCE):
        with session.vault.change() as tx:
            for number in range(first, first + AT_ONCE):
                _add_screen(tx, session.vault.originals, dispute.id, number, chance)


def _add_screen(tx: Changes, originals: Originals, dispute_id: str, number: int, chance: random.Random) -> None:
    exhibit, ordinal = _screenshot(originals, dispute_id, number, tx.now), number * (ON_A_SCREEN + 1)
    own = (exhibit.id,)
    document = Event(id=new_id(), dispute_id=dispute_id, kind=EventKind.DOCUMENT, ordinal=ordinal, exhibit_ids=own)
    tx.place_exhibit(exhibit, document, {})
    texts = [said(chance) for _ in range(ON_A_SCREEN)]
    messages = [_message(ordinal + place, text, chance) for place, text in enumerate(texts, 1)]
    read = MachineText(exhibit.id, "RapidOCR 3.10.0", _lines(texts), 1, tx.now)
    tx.keep_reading(read, Findings(PageKind.CHAT, events=tuple(messages)))


def said(chance: random.Random) -> str:
    """Return something that institutions and people write."""
    return chance.choice(SAID).format(
        who=chance.choice(WHO),
        n=chance.randint(1, 9),
        m=chance.randint(1, 12),
        h=chance.randint(8, 21),
        sum=f"{chance.randint(1, 30) * 100},{chance.randint(0, 999):03}.00",
        long=chance.randint(10**11, 10**12),
        agent=chance.randint(80000, 80600),
        tail=f"{chance.randint(0, 9999):04}",
    )


def _lines(texts: list[str]) -> tuple[MachineLine, ...]:
    """Return messages as a screen shows them: in lines of 16 characters."""
    lines = (text[at : at + 16] for text in texts for at in range(0, len(text), 16))
    return tuple(MachineLine(line, (40, 60 * row, 700, 48), 0.98) for row, line in enumerate(lines))


def _screenshot(originals: Originals, dispute_id: str, number: int, now: datetime) -> Exhibit:
    staged = originals.stage_bytes(str(number).encode(), str(number))
    originals.keep(staged)
    media = Media(MediaKind.IMAGE, "image/png", ".png", 1080, 2340, 1)
    return Exhibit(
        id=new_id(),
        dispute_id=dispute_id,
        number=number + 1,
        original=Original(staged.sha256, staged.size_bytes, media),
        name=f"Screenshot_20250222_{number:06}.png",
        added_at=now,
    )


def _message(ordinal: int, text: str, chance: random.Random) -> ReadEvent:
    wall = datetime(2020, 1, 1, 8, 15) + timedelta(minutes=27 * ordinal)
    facts = EventFacts(
        kind=EventKind.MESSAGE,
        time=choose([ClockReading(wall, Precision.MINUTE, TimeSource.SCREEN, 90)]),
        direction=chance.choice((Direction.IN, Direction.OUT)),
        party=chance.choice(WHO),
        agent_id=str(chance.randint(80000, 80600)) if chance.random() < 0.3 else "",
        text=text,
        status=EventStatus.SUGGESTED,
    )
    return ReadEvent(facts, Place((40, 110 * (ordinal % (ON_A_SCREEN + 1)), 700, 100)), 0.98)
