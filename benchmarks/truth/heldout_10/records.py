"""Calls, repayment plans, logins, contracts and complaints; and all pages of records together."""

import random
from collections.abc import Iterator
from datetime import datetime, timedelta

from benchmarks.truth.format import Entity, Row, minute
from benchmarks.truth.heldout_10.looks import IOS, TC
from benchmarks.truth.heldout_10.money import lists, singles
from benchmarks.truth.heldout_10.pages import Page, entry, pairs, sheet
from benchmarks.truth.sheet import Sheet

NUMBERS = (
    "021-31587706",
    "400-820-7713",
    "010-86517734",
    "136 2187 0349",
    "0571-87652204",
    "妈妈",
    "170 5502 8841",
    "95017",
    "王主管",
    "028-6671 9920",
    "185 8203 3521",
)
WEEKDAYS = "一二三四五六日"


def sheets() -> Iterator[tuple[str, Sheet]]:
    """Yield all pages of records."""
    for page in (*lists(), *singles(), *calls(), *plans(), *others()):
        yield sheet(page)


def _before(source: random.Random, at: datetime, least: int, most: int) -> datetime:
    """Return an earlier time at which people are awake."""
    at -= timedelta(minutes=source.randint(least, most), seconds=source.randint(0, 59))
    return at if at.hour >= 8 else at.replace(hour=source.randint(17, 22)) - timedelta(days=1)


def _call(source: random.Random, at: str, index: int) -> Row:
    party = source.choice(NUMBERS)
    direction = source.choice(("in", "in", "missed", "missed", "out"))
    row = Row("call", at, direction, party, id=f"r{index}")
    if any(char.isdigit() for char in party):
        row.entities.append(Entity("phone", party))
        row.entities.append(Entity("redaction", party, True))
    return row


def ios_calls(captured: str, count: int, **looks: object) -> Page:
    """Return the list of an iPhone: red where missed, only a day where it is not today."""
    source, now = random.Random("i" + captured), datetime.fromisoformat(captured)
    body, rows, at = "", [], now
    for index in range(count):
        at = _before(source, at, 50, 1500)
        days = (now.date() - at.date()).days
        row = _call(source, minute(at) if not days else f"{at:%Y-%m-%d}", index)
        when = (
            f"{at:%H:%M}"
            if not days
            else "昨天"
            if days == 1
            else f"星期{WEEKDAYS[at.weekday()]}"
            if days < 7
            else f"{at.year}/{at.month}/{at.day}"
        )
        rows.append(row)
        if row.direction == "in":
            row.direction = None  # the list shows an arrow for what went out, and nothing else
        tone = "red" if row.direction == "missed" else ""
        arrow = "↗ " if row.direction == "out" else ""
        place = source.choice(("上海", "手机", "未知", "浙江 杭州"))
        body += f'<div class="r" data-id="r{index}"><div class="l"><div class="{tone}" style="font-weight:600">{row.party}</div><div class="g">{arrow}{place}</div></div><div class="g">{when} &nbsp;ⓘ</div></div>'
    return Page("ios_calls", "calls", "最近通话", captured, body, rows, font=IOS, width=1170, **looks)


def android_calls(style: str, captured: str, count: int, **looks: object) -> Page:
    """Return a list with 呼入/呼出/未接 and how long each was."""
    source, now = random.Random(style + captured), datetime.fromisoformat(captured)
    body, rows, at = "", [], now
    for index in range(count):
        at = _before(source, at, 40, 900)
        row = _call(source, minute(at), index)
        days = (now.date() - at.date()).days
        day = "今天" if not days else "昨天" if days == 1 else f"{at.month}月{at.day}日"
        length = source.randint(8, 400)
        said = "未接来电"
        if row.direction != "missed":
            row.duration_s = length
            said = f"{'呼入' if row.direction == 'in' else '呼出'} {f'{length // 60}分' if length >= 60 else ''}{length % 60}秒"
        rows.append(row)
        body += entry(
            f"r{index}", row.party or "", f"{day} {at:%H:%M}", said, "", "red" if row.direction == "missed" else "g"
        )
    return Page(style, "calls", "通话记录", captured, body, rows, **looks)


def call_detail(captured: str, number: str, count: int, **looks: object) -> Page:
    """Return one number's calls."""
    source, now = random.Random(number), datetime.fromisoformat(captured)
    body = f'<div class="flat mid" style="padding:22px"><div class="ic" style="background:#9bb;margin:0 auto 8px;width:60px;height:60px"></div><div style="font-size:22px">{number}</div><div class="g">上海 联通</div></div><div class="month">通话记录</div>'
    rows, at = [], now
    for index in range(count):
        at = _before(source, at, 30, 2000)
        way = source.choice(("in", "missed", "missed", "out"))
        length = source.randint(5, 300)
        row = Row("call", minute(at), way, number, id=f"r{index}")
        if way != "missed":
            row.duration_s = length
        said = {"in": "来电", "missed": "未接来电", "out": "去电"}[way]
        rows.append(row)
        below = (
            f"{length // 60}分{length % 60}秒"
            if way != "missed" and length >= 60
            else f"{length}秒"
            if way != "missed"
            else "响铃6声"
        )
        body += entry(f"r{index}", f"{at.year}年{at.month}月{at.day}日 {at:%H:%M}", said, below, "", "g")
    given = [Entity("phone", number), Entity("redaction", number, True)]
    return Page("call_detail", "calls", "通话详情", captured, body, rows, entities=given, **looks)


def carrier(captured: str, count: int, **looks: object) -> Page:
    """Return a carrier's table of calls."""
    source, now = random.Random("c" + captured), datetime.fromisoformat(captured)
    body, rows, at = "", [], now
    for index in range(count):
        at = _before(source, at, 30, 700)
        number = source.choice([each.replace("-", "").replace(" ", "") for each in NUMBERS if each[0] in "0149"])
        way, length = source.choice(("in", "in", "out")), source.randint(4, 500)
        row = Row("call", minute(at), way, number, duration_s=length, id=f"r{index}")
        row.entities = [Entity("phone", number), Entity("redaction", number, True)]
        rows.append(row)
        body += f'<tr data-id="r{index}"><td>{at:%m-%d}<br>{at:%H:%M:%S}</td><td>{number}</td><td>{"被叫" if way == "in" else "主叫"}</td><td>{length // 60}分{length % 60}秒</td></tr>'
    whole = f'<div class="card g">{now.year}年{now.month}月 语音通信详单</div><table><tr><th>起始时间</th><th>对方号码</th><th>通信类型</th><th>通信时长</th></tr>{body}</table>'
    return Page("carrier", "calls", "详单查询", captured, whole, rows, **looks)


def calls() -> list[Page]:
    """Return lists and details of calls."""
    return [
        ios_calls("2025-11-20 17:40", 10),
        ios_calls("2025-12-16 21:05", 10, dark=True),
        android_calls("huawei_calls", "2026-01-09 12:25", 9, font="Roboto,'Droid Sans Fallback'", file="jpg"),
        android_calls("oppo_calls", "2025-10-21 15:33", 9, form="photo"),
        call_detail("2025-12-24 10:10", "170 5502 8841", 7, dark=True, width=1440, density=3.6),
        carrier("2025-11-29 20:15", 42, form="long", width=1080, density=2.75),
    ]


def _due(
    source: random.Random, count: int, first: datetime, captured: datetime
) -> list[tuple[datetime, str, float, float]]:
    found = []
    for index in range(count):
        month = first.month - 1 + index
        day = first.replace(year=first.year + month // 12, month=month % 12 + 1)
        state = "paid" if day.date() < captured.date() else "due"
        if state == "paid" and (captured - day).days < 40:
            state = "overdue"
        interest = round(96.4 * (1 - index / count), 2)
        found.append((day, state, round(896.4 - interest + index % 3, 2), interest))
    return found


def plan_list(captured: str, count: int, first: str, **looks: object) -> Page:
    """Return a plan as a list of instalments."""
    words = {"paid": "已还清", "due": "待还", "overdue": "已逾期"}
    body, rows, entities = "", [], []
    for index, (day, state, base, interest) in enumerate(
        _due(random.Random(1), count, datetime.fromisoformat(first), datetime.fromisoformat(captured))
    ):
        rows.append(
            Row(
                "repayment",
                f"{day:%Y-%m-%d}",
                amount=f"{base + interest:.2f}",
                currency="CNY",
                outcome=state,
                id=f"r{index}",
            )
        )
        entities += [Entity("amount", f"{base:.2f} CNY", True), Entity("amount", f"{interest:.2f} CNY", True)]
        body += entry(
            f"r{index}",
            f"第{index + 1}/{count}期  {day:%Y-%m-%d}",
            f"本金{base:.2f} 利息{interest:.2f}",
            f"￥{base + interest:,.2f}",
            words[state],
            "red" if state == "overdue" else "",
        )
    return Page("plan_list", "plan", "还款计划", captured, body, rows, entities=entities, **looks)


def plan_cards(captured: str, count: int, first: str, **looks: object) -> Page:
    """Return a plan as cards."""
    words = {"paid": "已结清", "due": "未到期", "overdue": "逾期"}
    body, rows = "", []
    for index, (day, state, base, interest) in enumerate(
        _due(random.Random(2), count, datetime.fromisoformat(first), datetime.fromisoformat(captured))
    ):
        rows.append(
            Row(
                "repayment",
                f"{day:%Y-%m-%d}",
                amount=f"{base + interest:.2f}",
                currency="CNY",
                outcome=state,
                id=f"r{index}",
            )
        )
        body += (
            f'<div class="card" data-id="r{index}"><div style="display:flex"><b style="flex:1">第{index + 1}期</b><span class="{"red" if state == "overdue" else "g"}">{words[state]}</span></div>'
            + pairs(
                [("应还日期", f"{day.year}年{day.month:02}月{day.day:02}日"), ("应还金额", f"{base + interest:,.2f}元")]
            )
            + "</div>"
        )
    return Page("plan_cards", "plan", "我的还款计划", captured, body, rows, **looks)


def plan_table(captured: str, count: int, first: str, hant: bool, **looks: object) -> Page:
    """Return a plan as a table; with ROC years in Taiwan."""
    words = {"paid": "已繳" if hant else "已还", "due": "未繳" if hant else "未还", "overdue": "逾期"}
    currency = "TWD" if hant else "CNY"
    body, rows = "", []
    for index, (day, state, base, interest) in enumerate(
        _due(random.Random(3), count, datetime.fromisoformat(first), datetime.fromisoformat(captured))
    ):
        amount = f"{round(base + interest)}" if hant else f"{base + interest:.2f}"
        rows.append(
            Row("repayment", f"{day:%Y-%m-%d}", amount=amount, currency=currency, outcome=state, id=f"r{index}")
        )
        shown = f"{day.year - 1911}/{day:%m/%d}" if hant else f"{day:%Y-%m-%d}"
        body += (
            f'<tr data-id="r{index}"><td>{index + 1}</td><td>{shown}</td><td>{amount}</td><td>{words[state]}</td></tr>'
        )
    head = (
        "<th>期數</th><th>繳款日</th><th>應繳金額(元)</th><th>狀態</th>"
        if hant
        else "<th>期数</th><th>还款日</th><th>应还金额(元)</th><th>状态</th>"
    )
    extra = {"script_kind": "hant", "zone": "Asia/Taipei", "font": f"Inter,{TC}"} if hant else {}
    return Page(
        "plan_table_tw" if hant else "plan_table",
        "plan",
        "繳款計畫" if hant else "还款计划表",
        captured,
        f"<table><tr>{head}</tr>{body}</table>",
        rows,
        **extra,
        **looks,
    )


def plans() -> list[Page]:
    """Return repayment plans."""
    return [
        plan_list("2025-11-22 10:20", 9, "2025-07-12", font=IOS, width=1170),
        plan_list("2025-12-30 20:48", 24, "2025-02-08", form="long"),
        plan_table("2025-11-06 09:31", 12, "2025-06-20", False, width=720, density=2),
        plan_table("2025-11-15 16:44", 12, "2025-05-25", True, width=1080),
        plan_cards("2025-12-19 12:02", 5, "2025-09-25", form="photo", dark=True),
    ]


def logins(captured: str, **looks: object) -> Page:
    """Return a list of logins."""
    source, at = random.Random(captured), datetime.fromisoformat(captured)
    body, rows = "", []
    for index in range(7):
        at = _before(source, at, 200, 5000)
        device = source.choice(("iPhone 14", "HUAWEI Mate 60", "Redmi K70", "vivo X100", "OPPO Reno11", "Windows电脑"))
        rows.append(Row("login", minute(at), text=device, id=f"r{index}"))
        body += entry(
            f"r{index}",
            device,
            f"{at:%Y-%m-%d %H:%M:%S}",
            source.choice(("上海市", "浙江省杭州市", "广东省广州市")),
            "",
            "g",
        )
    return Page("logins", "login", "登录记录", captured, body, rows, **looks)


def contract(captured: str, number: str, lines: list[tuple[str, str]], entities: list[Entity], **looks: object) -> Page:
    """Return the page of a loan's contract."""
    body = f'<div class="flat" data-id="r0" style="padding:8px 18px 30px"><h2>个人借款合同</h2>{pairs([("合同编号", number), *lines], "kv left")}<p>第一条 甲乙双方本着平等自愿的原则，就乙方向甲方借款事宜达成一致，订立本合同，以资共同遵守。</p><p>第二条 乙方应当按照本合同约定的还款计划按时足额偿还借款本息。乙方未按期还款的，甲方有权自逾期之日起计收罚息。</p><p>第三条 本合同自双方以电子签名方式签署之日起生效。</p></div>'
    row = Row("*", id="r0", optional=True)
    return Page(
        "contract",
        "contract",
        "合同详情",
        captured,
        body,
        [row],
        entities=[Entity("reference", number), *entities],
        **looks,
    )


def complaint_list(captured: str, tickets: list[tuple[str, str, str, str]], **looks: object) -> Page:
    """Return a list of complaints: title, number, time, state."""
    body, rows = "", []
    for index, (title, number, at, state) in enumerate(tickets):
        rows.append(Row("complaint", at.replace(" ", "T"), reference=number, text=title, id=f"r{index}"))
        body += f'<div class="card" data-id="r{index}"><div style="display:flex"><b style="flex:1">{title}</b><span class="orange">{state}</span></div>{pairs([("投诉编号", number), ("提交时间", at)])}</div>'
    return Page("complaint_list", "complaint", "我的投诉", captured, body, rows, **looks)


def others() -> list[Page]:
    """Return logins, contracts and complaints."""
    money = [Entity("amount", "12000.00 CNY"), Entity("institution", "星河消费金融有限公司", True)]
    return [
        logins("2025-12-28 22:31", dark=True, font=IOS, width=1170),
        contract(
            "2025-10-22 15:10",
            "HT-2023-0815-00921",
            [
                ("甲方(出借人)", "星河消费金融有限公司"),
                ("乙方(借款人)", "吴某"),
                ("借款金额", "12,000.00元"),
                ("借款期限", "12个月"),
                ("年利率", "23.9%"),
            ],
            money,
        ),
        contract(
            "2025-11-18 10:40",
            "XJ20251109004417",
            [("甲方", "杭州惠分期小额贷款有限公司"), ("借款金额", "人民币3,000.00元"), ("签署日期", "2025年11月09日")],
            [Entity("amount", "3000.00 CNY"), Entity("institution", "杭州惠分期小额贷款有限公司", True)],
            form="photo",
        ),
        complaint_list(
            "2025-12-12 11:11",
            [
                ("强制收取会员费", "TS2025120700381", "2025-12-07 14:22", "处理中"),
                ("提前结清后仍扣款", "TS2025101500164", "2025-10-15 16:45", "已完成"),
                ("暴力催收骚扰家人", "TS2025091800927", "2025-09-18 09:03", "已关闭"),
            ],
        ),
        complaint_list(
            "2026-01-22 19:27",
            [
                ("未经同意放款", "17367120458", "2026-01-20 10:15", "已分配商家"),
                ("要求退还担保费", "17365002911", "2025-12-29 21:40", "商家已回复"),
            ],
            font=IOS,
            width=1284,
        ),
    ]
