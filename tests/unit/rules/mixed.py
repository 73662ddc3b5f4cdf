"""One dispute in which everything happens: messages of all kinds, calls, payments, promises, pictures of an export."""

import random
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import NamedTuple
from zoneinfo import ZoneInfo

from evidence_app.domain.disputes import Dispute, DisputeType
from evidence_app.domain.events import Direction, EventKind, Outcome
from evidence_app.domain.happenings import Happening, Origin
from evidence_app.domain.pages import FilePage
from evidence_app.domain.times import Precision
from evidence_app.domain.workspace import (
    AgentCard,
    Channel,
    ChannelKind,
    Complaint,
    EventMark,
    Institution,
    Lender,
    LoanTerms,
    PromiseRecord,
    PromiseState,
)
from evidence_app.rules.documents import Documents
from evidence_app.rules.references import Accepted
from evidence_app.rules.workspace import Stated

TODAY = date(2025, 12, 1)
PRECISIONS = (Precision.SECOND, Precision.MINUTE, Precision.DAY, Precision.MONTH)
TOGETHER = 20
"""Events of one conversation."""

ZONE = ZoneInfo("Asia/Shanghai")
FIRST = datetime(2024, 3, 1, 6, 0, tzinfo=ZONE)

WHO = (
    ("速融宝", "95188"),
    ("速融宝客服", ""),
    ("速融宝官方客服", ""),
    ("", "106980000123"),
    ("106980000456", "106980000456"),
    ("妈妈", "13800138000"),
    ("招商银行", "95555"),
    ("快递", "13900001111"),
    ("速融宝科技有限公司", ""),
    ("", ""),
)
WRITTEN = (
    "【速融宝】您的借款已逾期{n}天，请于今日{h}:00前还款{sum}元，逾期将影响您的征信记录。如已还款请忽略。",
    "您好，我是工号{agent}，这边已经为您登记，{n}个工作日内会有专员与您联系处理。工单号：FW{long}。",
    "您的賬戶提現失敗，請稍後再試，訂單編號{long}",
    "I never applied for this loan. Please stop collection and confirm in writing, ticket {long}.",
    "请要求贵司提供合同、电子签名日志、人脸比对记录，编号{long}",
    "好的{n}",
    "再不还款我们将委托律师向法院起诉并上门催收，编号{long}",
    "这里是官方客服，热线{tail}95188，网址https://www.surongbao-{n}.com/pay 请点开",
    "退款请登录 http://surongba0.com/r{long} 或致电95{tail}",
    "您的账户因触发风控已被限制提现{n}，如需解除请提交身份证照片",
    "系统提示：本次会话已结束{n}",
    "正在为您转接专员，请稍候{n}",
    "{n}号验证码{tail}，请勿泄露",
    "已放款{sum}元至您尾号{tail}的账户，如非本人操作请致电95188",
    "我已经报警，报案回执编号{long}，身份证已挂失",
    "【招商银行】您尾号{tail}的账户于{h}:00入账{sum}元",
    "账单：余额{sum}元，详见 bank.example/{long}",
    "Your chat has ended. Withdrawal failed, error code {n}{tail}",
)


class Mixed(NamedTuple):
    """What `work_out` is asked about, by the names of its arguments."""

    dispute: Dispute
    happenings: list[Happening]
    stated: Stated
    today: date
    documents: Documents


def mixed(count: int, seed: int = 1, kind: DisputeType = DisputeType.UNAUTHORISED_LOAN, *, named: bool = True) -> Mixed:
    """Return a dispute of so many events, of about a year; ``named`` tells whether its numbers are stated."""
    chance = random.Random(seed)
    happenings = list(_happenings(count, chance))
    dispute = Dispute(
        id="d",
        title="t",
        type=kind,
        institution="速融宝",
        amount=Decimal("3000"),
        created_at=datetime(2024, 3, 1, tzinfo=UTC),
    )
    return Mixed(dispute, happenings, _stated(happenings, chance, named=named), TODAY, _documents())


def _happenings(count: int, chance: random.Random) -> Iterator[Happening]:
    kinds: tuple[tuple[int, Callable[[str, datetime | None, random.Random], Happening]], ...] = (
        (80, _message),
        (94, _call),
        (98, _payment),
        (99, _instalment),
        (100, _other),
    )
    step, pause = timedelta(minutes=4), timedelta(days=400) / count * TOGETHER
    before: list[Happening] = []
    for number in range(count):
        at = FIRST + number // TOGETHER * pause + number % TOGETHER * step
        at -= timedelta(microseconds=at.microsecond)
        roll = chance.randrange(100)
        made = next(make for most, make in kinds if roll < most)(f"e{number:07}", at, chance)
        if before and chance.random() < 0.02:  # a picture of what an export has, too
            shown = chance.choice(before[-20:])
            made = shown._replace(event_id=made.event_id, origin=Origin.PICTURE, exhibit_ids=(f"p{number // 9}",))
            made = made._replace(at=at if made.at else None)
        yield made
        before.append(made)


def _message(event_id: str, at: datetime | None, chance: random.Random) -> Happening:
    party, number = chance.choice(WHO)
    text = chance.choice(WRITTEN).format(
        n=chance.randint(1, 9),
        h=chance.randint(8, 21),
        sum=f"{chance.randint(1, 30) * 100},{chance.randint(0, 999):03}.00",
        long=chance.randint(10**11, 10**12),
        agent=chance.randint(80000, 80040),
        tail=f"{chance.randint(0, 9999):04}",
    )
    promised = "个工作日内" in text and chance.random() < 0.3
    return Happening(
        event_id,
        EventKind.MESSAGE,
        at if chance.random() < 0.98 else None,
        chance.choices(PRECISIONS, (80, 12, 6, 2))[0],
        chance.choice((Direction.IN, Direction.IN, Direction.OUT, Direction.NONE)),
        party,
        number,
        agent_id=text.split("工号")[1][:5] if "工号" in text else "",
        agent_name=chance.choice(("", "小王", "小李")) if "工号" in text else "",
        text=text,
        reference=text.split("工单号：")[1].rstrip("。") if "工单号" in text and chance.random() < 0.2 else "",
        promise=chance.choice((text, f"{text} 将退款3000元")) if promised else "",
        promise_due=at.date() + timedelta(days=chance.randint(1, 9)) if promised and at else None,
        exhibit_ids=(f"x{chance.randrange(4)}",),
        origin=chance.choice((Origin.EXPORT, Origin.EXPORT, Origin.EXPORT, Origin.PERSON)),
    )


def _call(event_id: str, at: datetime | None, chance: random.Random) -> Happening:
    party, number = chance.choice(WHO)
    return Happening(
        event_id,
        EventKind.CALL,
        at,
        Precision.SECOND,
        chance.choice((Direction.IN, Direction.OUT, Direction.MISSED, Direction.REJECTED)),
        party,
        number,
        duration_s=chance.choice((None, 0, 12, 300)),
        exhibit_ids=(f"c{chance.randrange(2)}",),
        origin=chance.choice((Origin.EXPORT, Origin.PERSON)),
    )


def _payment(event_id: str, at: datetime | None, chance: random.Random) -> Happening:
    party, _ = chance.choice(WHO)
    return Happening(
        event_id,
        EventKind.PAYMENT,
        at,
        Precision.SECOND,
        chance.choice((Direction.IN, Direction.OUT)),
        party,
        amount=Decimal(chance.choice((3000, 120, 88, 500))),
        currency="CNY",
        outcome=chance.choice((Outcome.DONE, Outcome.FAILED, Outcome.REFUNDED, Outcome.PENDING)),
        text=chance.choice(("借款发放", "转账", "退款")),
        exhibit_ids=(f"b{chance.randrange(2)}",),
        origin=chance.choice((Origin.EXPORT, Origin.PICTURE, Origin.PERSON)),
    )


def _instalment(event_id: str, at: datetime | None, chance: random.Random) -> Happening:
    return Happening(
        event_id,
        EventKind.REPAYMENT,
        at,
        Precision.DAY,
        Direction.OUT,
        amount=Decimal(chance.choice((120, 500))),
        currency="CNY",
        outcome=chance.choice((Outcome.PAID, Outcome.DUE)),
        exhibit_ids=("plan",),
        origin=Origin.PICTURE,
    )


def _other(event_id: str, at: datetime | None, chance: random.Random) -> Happening:
    kind = chance.choice((EventKind.NOTE, EventKind.LOGIN, EventKind.COMPLAINT))
    body = chance.choice(("cn-12378", "cn-institution", "派出所")) if kind is EventKind.COMPLAINT else ""
    return Happening(event_id, kind, at, Precision.MINUTE, text=chance.choice(WRITTEN), body=body)


def _stated(happenings: list[Happening], chance: random.Random, *, named: bool) -> Stated:
    promised = [each for each in happenings if each.promise]
    messages = [each for each in happenings if each.kind is EventKind.MESSAGE]
    marked = chance.sample(messages, min(len(messages), 12))
    numbers = ("95188", "106980000*") if named else ()
    paid = [each.event_id for each in happenings if each.kind is EventKind.REPAYMENT]
    return Stated(
        institution=Institution(id="i", dispute_id="d", domains=("surongbao.com",), numbers=numbers),
        channels=[Channel(id="ch", dispute_id="d", kind=ChannelKind.HOTLINE, value="106980000456")],
        complaints=[
            Complaint(id="c1", dispute_id="d", body="cn-institution", filed_on=date(2024, 5, 1), event_id="e0000100"),
            Complaint(id="c2", dispute_id="d", body="cn-12378", filed_on=date(2024, 7, 1), reference="T-1"),
        ],
        promises=[
            PromiseRecord(id=f"p{each.event_id}", dispute_id="d", event_id=each.event_id, state=chance.choice(_STATES))
            for each in promised[::3]
        ],
        marks=[
            EventMark(id=f"m{each.event_id}", dispute_id="d", event_id=each.event_id, tags=_tags(chance))
            for each in marked
        ],  # fmt: skip
        agents=[AgentCard(id="a", dispute_id="d", agent_ids=("80001", "80002"), names=("小王",))],
        loan=LoanTerms(
            id="l",
            dispute_id="d",
            lender=Lender.LICENSED,
            principal=Decimal(3000),
            contract_day=date(2024, 3, 1),
            payments=tuple(paid[:12]),
        ),
        not_theirs=("13900001111",),
        threats=frozenset(each.event_id for each in messages if "律师" in each.text),
        references=[Accepted("FW1", each.event_id) for each in messages[:3]],
    )


_STATES = (PromiseState.KEPT, PromiseState.BROKEN, PromiseState.OPEN)


def _tags(chance: random.Random) -> tuple[str, ...]:
    return chance.choice((("threat",), ("contradicts",), ("third_party", "disclosed")))


def _documents() -> Documents:
    pages = [
        FilePage("f1", 1, "合同.pdf", "contract", "速融宝 借款合同 客服热线95188 年化利率24%"),
        FilePage("f2", 2, "流水.png", "", "余额 3,000.00 已放款 招商银行"),
    ]
    return Documents({"image": ["f2"], "pdf": ["f1"]}, ["f2"], pages)
