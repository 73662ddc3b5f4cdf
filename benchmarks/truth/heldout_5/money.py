"""Wallets: lists of movements, one movement, and what a wallet says when it could not move money."""

from datetime import datetime, timedelta

from benchmarks.truth.format import Promise, minute
from benchmarks.truth.heldout_5.pages import Made, dated, earlier, pair
from benchmarks.truth.heldout_5.slots import INSTITUTIONS
from benchmarks.truth.sheet import Sheet, rows_entities, tag, words

Movement = tuple[str, str, str, str | None]
"""Who or what for, which way the money went ("" if none), what is said of it, and what became of it."""

MOVES: dict[str, tuple[Movement, ...]] = {
    "cn": (
        ("美宜佳便利店", "out", "", None),
        ("滴滴出行", "out", "", None),
        ("瑞幸咖啡", "out", "", None),
        ("叮咚买菜", "out", "已全额退款", "refunded"),
        ("拼多多平台商户", "out", "", None),
        ("转账-来自刘芳", "in", "", None),
        ("零钱提现", "", "提现已到账", "done"),
        ("电费缴纳", "out", "缴费成功", "done"),
        ("知学堂教育", "out", "交易成功", "done"),
        ("优酷会员自动续费", "out", "支付失败", "failed"),
        ("手机充值", "out", "处理中", "pending"),
        ("中石化加油", "out", "交易关闭", "closed"),
    ),
    "tw": (
        ("全家便利商店", "out", "付款成功", "done"),
        ("7-ELEVEN", "out", "付款成功", "done"),
        ("蝦皮購物", "out", "已退款", "refunded"),
        ("儲值", "in", "儲值成功", "done"),
        ("台灣高鐵", "out", "付款失敗", "failed"),
        ("轉帳收款 王美玲", "in", "", None),
        ("街邊豆漿", "out", "處理中", "pending"),
        ("中華電信", "out", "付款成功", "done"),
    ),
    "hk": (
        ("百佳超級市場", "out", "交易成功", "done"),
        ("八達通自動增值", "out", "交易成功", "done"),
        ("HKTVmall", "out", "已退款", "refunded"),
        ("轉數快收款 CHAN T M", "in", "", None),
        ("港鐵", "out", "交易失敗", "failed"),
        ("大家樂", "out", "處理中", "pending"),
        ("增值", "in", "增值成功", "done"),
    ),
}
SIGNS = {"cn": "", "tw": "NT$", "hk": "HK$"}


def written(made: Made, value: float, head: str = "") -> str:
    """Return an amount as wallets of the region write it."""
    if made.region == "tw":
        return f"NT${value:,.0f}"
    return f"{head or SIGNS[made.region]}{value:,.2f}"


def value_of(made: Made, low: float = 3, high: float = 4000) -> float:
    """Return an amount of money as people pay it."""
    value = made.source.choice((made.source.uniform(low, 90), made.source.uniform(low, high)))
    return float(round(value)) if made.region == "tw" or made.source.random() < 0.3 else round(value, 2)


def bills(made: Made) -> Sheet:
    """Return a list of movements by month."""
    form = {"cn": made.source.choice(("near", "month")), "tw": "slash", "hk": "dash"}[made.region]
    if made.page.style == "wechat_bills":
        form = "month"
    html, month, items = "", (0, 0), ""
    for at in earlier(made.source, made.captured, made.page.rows, 40):
        if (at.year, at.month) != month:
            html += (tag("card", items) if items else "") + _month(made, at)
            month, items = (at.year, at.month), ""
        items += _bill(made, at, form)
    html += tag("card", items)
    return made.sheet(made.say("账单", "交易紀錄"), html, "")


def _month(made: Made, at: datetime) -> str:
    spent, got = value_of(made, 400, 9000), value_of(made, 100, 3000)
    label = f"{at.year}年{at.month}月"
    if made.region != "cn":
        return tag("head", label)
    made.note("amount", made.amount(spent), optional=True)
    made.note("amount", made.amount(got), optional=True)
    return tag("head", f"<b style='font-size:16px'>{label}</b><br>支出 ¥{spent:.2f}  收入 ¥{got:.2f}")


def _bill(made: Made, at: datetime, form: str) -> str:
    if made.source.random() < 0.3:
        name = made.source.choice(INSTITUTIONS[made.region])
        ways = (("-还款", "out", "还款成功", "done"), ("-放款", "in", "", None), ("-自动扣款", "out", "", None))
        tails = (("還款", "out", "付款成功", "done"), ("撥款", "in", "", None))
        tail, way, state, outcome = made.source.choice(ways if made.region == "cn" else tails)
        party = name + tail
    else:
        party, way, state, outcome = made.source.choice(MOVES[made.region])
    value = value_of(made) if "放款" not in party and "撥款" not in party else float(made.source.randint(10, 80) * 100)
    text, said = dated(at, made.captured, form)
    if outcome == "closed":
        way = ""
    row = made.row(
        kind="payment",
        at=said,
        direction=way or None,
        party=_parties(party),
        amount=f"{value:.2f}",
        currency=made.currency,
        outcome=outcome,
    )
    rows_entities(row)
    sign = {"in": "+", "out": "-", "": ""}[way]
    colour = "orange" if way == "in" else "faint" if outcome == "closed" else ""
    small = f"<small class='{'orange' if outcome else ''}'>{state}</small>" if state else ""
    dot = tag(
        "dot",
        words(party[0]),
        style=f"background:{made.source.choice(('#5b8ff9', '#e8a33d', '#61b7a4', '#d96b6b', '#8a6fc1'))}",
    )
    return tag(
        "item",
        f"{dot}<div class='mid'>{words(party)}<small>{text}</small></div><div class='end'><span class='{colour}'>{sign}{written(made, value)}</span>{small}</div>",
        row.id,
    )


def _parties(party: str) -> str:
    """Return who may be named as the other side: the line as it stands, or the name in it."""
    found = [party]
    for head in ("转账-来自", "轉帳收款 ", "轉數快收款 "):
        found += [party.removeprefix(head)] if party.startswith(head) else []
    for tail in ("-还款", "-放款", "-自动扣款", "還款", "撥款"):
        found += [party.removesuffix(tail)] if party.endswith(tail) and party != tail else []
    return "|".join(found)


def bill(made: Made) -> Sheet:
    """Return one movement with all its numbers."""
    at = earlier(made.source, made.captured, 1, 300)[0]
    party = made.source.choice(INSTITUTIONS[made.region])
    value = value_of(made, 100, 9000)
    simple = made.region == "cn"
    states = (
        ("交易成功", "交易成功", "done"),
        ("交易成功", "交易成功", "done"),
        ("支付失败", "付款失敗", "failed"),
        ("处理中", "處理中", "pending"),
    )
    state = made.source.choice(states)
    way = made.source.choice(("out", "out", "in")) if state[2] == "done" else "out"
    numbers = made.digits(28) if simple else "T" + made.digits(13), made.digits(18)
    row = made.row(
        kind="payment",
        at=f"{minute(at)}",
        direction=way,
        party=party,
        amount=f"{value:.2f}",
        currency=made.currency,
        outcome=state[2],
    )
    row.reference = "|".join(numbers)
    for number in numbers:
        made.note("reference", number)
    made.note("amount", made.amount(value))
    sign = "-" if way == "out" else "+"
    head = f"<div>{party}</div><b>{sign}{written(made, value, '¥' if made.source.random() < 0.5 and simple else '')}</b><small>{state[0] if simple else state[1]}</small>"
    card = _numbers(made, at, way, numbers)
    html = f"<div data-id='{row.id}'>{tag('big', head)}{tag('card', card)}</div>"
    return made.sheet(made.say("账单详情", "交易明細"), html, "")


def _numbers(made: Made, at: datetime, way: str, numbers: tuple[str, str]) -> str:
    tail = made.source.randint(1001, 9998)
    second = made.source.randint(0, 59)
    if made.region == "cn":
        goods = made.source.choice(("第3期还款", "服务费", "课程分期", "借款到账"))
        card = pair("商品说明", goods if way == "out" else "借款到账") + pair(
            "支付方式" if way == "out" else "到账账户", f"建设银行({tail})"
        )
        made.note("institution", "建设银行", optional=True)
        card += pair("支付时间" if way == "out" else "到账时间", f"{at:%Y-%m-%d %H:%M}:{second:02d}")
        return card + pair("交易单号", numbers[0]) + pair("商户单号", numbers[1])
    card = pair("交易時間", f"{at:%Y/%m/%d %H:%M}:{second:02d}") + pair("付款方式", f"信用卡 末四碼{tail}")
    return card + pair("交易編號", numbers[0]) + pair("商店訂單編號", numbers[1])


FAULTS = {
    "cn": (
        ("提现失败", "银行账户信息有误，款项已退回余额", "提现金额", "提现单号"),
        ("充值失败", "发卡行拒绝了本次交易（错误码 E1043）", "充值金额", "订单号"),
        ("提现申请被驳回", "账户存在安全风险，暂不支持提现", "申请金额", "申请编号"),
        ("转账失败", "对方账户已被冻结，资金将原路退回", "转账金额", "交易单号"),
    ),
    "tw": (
        ("提領失敗", "銀行帳戶名稱不符，請重新設定", "提領金額", "交易序號"),
        ("儲值失敗", "發卡銀行拒絕本次交易（代碼 05）", "儲值金額", "交易序號"),
    ),
    "hk": (
        ("提款失敗", "戶口名稱不符，請更新資料", "提款金額", "交易編號"),
        ("增值失敗", "銀行拒絕交易，請稍後再試", "增值金額", "交易編號"),
    ),
}


def fault(made: Made) -> Sheet:
    """Return the page that says that money could not be moved."""
    title, why, label, numbered = made.source.choice(FAULTS[made.region])
    value, number = value_of(made, 200, 20000), made.digits(made.source.choice((14, 16, 18)))
    at = made.captured - timedelta(minutes=made.source.randint(1, 200))
    row = made.row(
        kind="payment", at=minute(at), amount=f"{value:.2f}", currency=made.currency, reference=number, outcome="failed"
    )
    rows_entities(row)
    mark = tag("dot", "!", style="background:#e5453b;margin:0 auto 12px;width:58px;height:58px;font-size:34px")
    shown = f"¥{value:,.2f}" if made.region == "cn" else written(made, value)
    head = tag("big", f"{mark}<b style='font-size:22px'>{title}</b><small style='font-size:14px'>{words(why)}</small>")
    card = pair(label, shown) + pair(numbered, number)
    card += pair(made.say("申请时间", "申請時間"), f"{at:%Y-%m-%d %H:%M}:08")
    phone = (
        made.source.choice(("400-618-2270", "95177"))
        if made.region == "cn"
        else made.source.choice(("0800-266-119", "02-2771-5560"))
        if made.region == "tw"
        else "3188 6024"
    )
    made.note("phone", phone)
    if "将" in why:
        made.truth.promises.append(Promise(why, None, optional=True))
    low = tag("head", f"{made.say('如有疑问请致电客服', '如有疑問請致電客服')} {phone}")
    html = (
        f"<div data-id='{row.id}'>{head}{tag('card', card)}</div>{low}{tag('button', made.say('重新提交', '重新提交'))}"
    )
    return made.sheet(title.replace("申请被驳回", "")[:2] + made.say("结果", "結果"), html, "")
