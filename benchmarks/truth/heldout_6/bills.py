"""Lists of a wallet's or bank's movements."""

from datetime import datetime, timedelta

from benchmarks.truth.format import Entity, Row, minute
from benchmarks.truth.heldout_6.frame import by_day, inks, money_row, table_sheet, title_bar
from benchmarks.truth.heldout_6.page import Scene, avatar
from benchmarks.truth.heldout_6.slots import MONEY, order
from benchmarks.truth.sheet import Sheet, tag, words

OUT = {
    "cn": (
        "云禾消费金融",
        "瑞点会员自动续费",
        "美团",
        "青藤分期还款",
        "滴滴出行",
        "便利蜂",
        "中国移动话费",
        "扫码付款-老王早餐",
        "好周到借款还款",
    ),
    "tw": ("暖風分期", "全家便利商店", "樂行支付手續費", "台灣大車隊", "皓宇資融月付", "momo購物", "停車費"),
    "hk": ("港灣財務", "百佳超級市場", "易達錢包手續費", "八達通增值", "信銀速貸還款", "7-Eleven", "港鐵"),
}
IN = {
    "cn": ("退款-瑞点会员", "工资代发", "转账-林晓", "云禾消费金融放款"),
    "tw": ("退款-樂行支付", "轉帳-阿宏", "薪資"),
    "hk": ("退款-易達錢包", "轉數快-陳生", "薪金"),
}


def _movements(scene: Scene, count: int) -> list[tuple[datetime, str, str, str]]:
    """Return moment, direction, party and amount: newest first."""
    source, at, found = scene.source, scene.captured, []
    for _ in range(count):
        at = by_day(at - timedelta(minutes=source.choice((25, 130, 610, 1500, 2300)) + source.randint(0, 40)), source)
        way = source.choice(("out", "out", "out", "in"))
        party = source.choice((OUT if way == "out" else IN)[scene.region])
        found.append((at, way, party, _value(scene, party)))
    return found


def _value(scene: Scene, party: str) -> str:
    """Return what such a thing costs: bread less than a loan."""
    source = scene.source
    if any(word in party for word in ("还款", "金融", "財務", "还款", "放款", "分期", "月付", "速貸", "還款")):
        whole = source.randint(280, 6800)
    elif any(word in party for word in ("工资", "薪")):
        whole = source.randint(5200, 18800)
    else:
        whole = source.randint(3, 320)
    if scene.region == "tw":
        return f"{whole if whole > 320 else whole * 4}.00"
    return f"{whole}.{source.choice((0, 0, source.randint(1, 99))):02d}"


def _short(at: datetime, now: datetime) -> str:
    days = (now.date() - at.date()).days
    return f"{('今天', '昨天')[days]} {at:%H:%M}" if days < 2 else f"{at:%m-%d %H:%M}"


def _month(scene: Scene, at: datetime, name: str) -> tuple[str, list[Entity]]:
    """Return a month's heading and its sums, which are no movements."""
    spent, got = scene.source.randint(2000, 19000), scene.source.randint(500, 9000)
    inside = f'<span style="font-size:17px;font-weight:600">{at.year}年{at.month}月</span><div class="f" style="font-size:12.5px">支出 ¥{spent:,}.00　收入 ¥{got:,}.00</div>'
    sums = [Entity("amount", f"{one}.00 CNY", True) for one in (spent, got)]
    return tag("", inside, name, "padding:12px 18px 6px"), sums


def wallet_list(scene: Scene) -> Sheet:
    """Return a mainland wallet's list under months, a state below the sum where there is one."""
    _, faint, _, card = inks(scene)
    truth, rows, html, month = scene.truth("bills-wallet", "bills"), [], "", 0
    for index, (at, way, party, value) in enumerate(_movements(scene, 30 if scene.form == "long" else 12)):
        if at.month != month:
            heading, totals = _month(scene, at, f"h{index}")
            html, month = html + heading, at.month
            truth.entities += totals
        outcome, state, sign = None, "", {"out": "-", "in": "+"}[way]
        chance = scene.source.random()
        if way == "out" and chance < 0.12:
            outcome, state, sign = "closed", "交易关闭", ""
        elif party.startswith("退款"):
            outcome, state = "refunded", "退款成功"
        elif way == "out" and chance < 0.2:
            outcome, state = "refunded", "已全额退款"
        shown = f"{float(value):,.2f}"
        rows.append(
            money_row(
                Row("payment", minute(at), way if sign else None, party, value, "CNY", outcome=outcome, id=f"r{index}")
            )
        )
        colour = "#e8833a" if sign == "+" else "inherit"
        html += tag(
            "row",
            f'{avatar(party, 38, "50%", "")}<div style="flex:1"><div style="font-size:16px">{words(party)}</div><div style="font-size:12.5px;color:{faint}">{_short(at, scene.captured)}</div></div>'
            f'<div style="text-align:right"><div style="font-size:17px;color:{colour}">{sign}{shown}</div><div style="font-size:12px;color:{faint}">{state}</div></div>',
            f"r{index}",
            f"padding:11px 18px;gap:12px;background:{card};border-bottom:.5px solid #8883",
        )
    return table_sheet(scene, truth, rows, title_bar(scene, "账单", "筛选"), html)


def chat_wallet_list(scene: Scene) -> Sheet:
    """Return the list of a chat app's wallet: month and day in characters."""
    _, faint, _, card = inks(scene)
    truth, rows, html, month = scene.truth("bills-chat-wallet", "bills"), [], "", 0
    for index, (at, way, party, value) in enumerate(_movements(scene, 12)):
        if at.month != month:
            html += f'<div style="padding:12px 18px 6px;font-size:16px">{at.year}年{at.month}月 ▾</div>'
            month = at.month
        refunded = way == "out" and scene.source.random() < 0.15
        note = '<div style="font-size:12px;color:#fa9d3b">已全额退款</div>' if refunded else ""
        rows.append(
            money_row(
                Row(
                    "payment",
                    minute(at),
                    way,
                    party,
                    value,
                    "CNY",
                    outcome="refunded" if refunded else None,
                    id=f"r{index}",
                )
            )
        )
        sign, colour = ("+", "#fa9d3b") if way == "in" else ("-", "inherit")
        html += tag(
            "row",
            f'{avatar(party, 40, "6px")}<div style="flex:1"><div style="font-size:16px">{words(party)}</div><div style="font-size:12.5px;color:{faint}">{at.month}月{at.day}日 {at:%H:%M}</div></div>'
            f'<div style="text-align:right"><div style="font-size:17px;color:{colour}">{sign}{value}</div>{note}</div>',
            f"r{index}",
            f"padding:12px 18px;gap:12px;background:{card};border-bottom:.5px solid #8883",
        )
    return table_sheet(scene, truth, rows, title_bar(scene, "我的账单", "统计"), html)


def island_list(scene: Scene) -> Sheet:
    """Return a list of a Taiwanese or Hong Kong wallet: full dates, currencies, numbers of the movements."""
    _, faint, _, card = inks(scene)
    mark, currency = ("NT$", "HK$")[scene.region == "hk"], MONEY[scene.region]
    states = {"failed": "交易失敗", "pending": "處理中", "done": "交易成功"}
    rows, html = [], ""
    for index, (at, way, party, value) in enumerate(_movements(scene, 28 if scene.form == "long" else 11)):
        number = order(scene.source, at, 0)
        outcome = scene.source.choice(("done", "done", "done", "failed", "pending")) if way == "out" else "done"
        shown = f"{float(value):,.0f}" if scene.region == "tw" else f"{float(value):,.2f}"
        rows.append(
            money_row(Row("payment", minute(at), way, party, value, currency, number, outcome=outcome, id=f"r{index}"))
        )
        sign, colour = ("+", "#1aa260") if way == "in" else ("-", "inherit")
        html += tag(
            "",
            f'<div style="display:flex;font-size:16px"><div style="flex:1">{words(party)}</div><div style="color:{colour}">{sign}{mark}{shown}</div></div><div style="display:flex;font-size:12.5px;color:{faint}"><div style="flex:1">{at:%Y/%m/%d %H:%M}</div><div>{states[outcome]}</div></div>'
            f'<div style="font-size:12.5px;color:{faint}">{"交易序號" if scene.region == "tw" else "參考編號"} {number}</div>',
            f"r{index}",
            f"padding:11px 18px;background:{card};margin-bottom:8px",
        )
    return table_sheet(
        scene,
        scene.truth("bills-island", "bills"),
        rows,
        title_bar(scene, {"tw": "交易紀錄", "hk": "交易記錄"}[scene.region]),
        html,
    )


def bank_list(scene: Scene) -> Sheet:
    """Return a bank's movements under days, each with the balance after it."""
    _, faint, _, card = inks(scene)
    rows, html, last = [], "", None
    balance = scene.source.randint(20000, 60000)
    for index, (at, way, party, value) in enumerate(_movements(scene, 12)):
        if at.date() != last:
            html += f'<div class="f" style="padding:10px 18px 5px;font-size:13px">{at:%Y年%m月%d日}</div>'
            last = at.date()
        balance += round(float(value)) * (1 if way == "out" else -1)
        left = max(balance, 120) + 0.35
        row = money_row(Row("payment", minute(at), way, party, value, "CNY", id=f"r{index}"))
        row.entities.append(Entity("amount", f"{left:.2f} CNY", True))
        rows.append(row)
        sign, colour = ("+", "#d43c33") if way == "in" else ("-", "#1b8a4b")
        html += tag(
            "row",
            f'<div style="flex:1"><div style="font-size:16px">{words(party)}</div><div style="font-size:12.5px;color:{faint}">{at:%H:%M} {"快捷支付" if way == "out" else "转入"}</div></div>'
            f'<div style="text-align:right"><div style="font-size:16.5px;color:{colour}">{sign}{float(value):,.2f}</div><div style="font-size:12px;color:{faint}">余额 {left:,.2f}</div></div>',
            f"r{index}",
            f"padding:10px 18px;background:{card};border-bottom:.5px solid #8883",
        )
    return table_sheet(scene, scene.truth("bills-bank", "bills"), rows, title_bar(scene, "交易明细", "更多"), html)
