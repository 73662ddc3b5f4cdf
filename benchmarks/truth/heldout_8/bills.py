"""Bills as lists, and pages of one payment, top-up, withdrawal or refund."""

import random
from datetime import timedelta

from benchmarks.truth.sheet import tag, words

from .pages import (
    SIGNS,
    back_from,
    body,
    card,
    colours,
    digits,
    dot,
    entities,
    fields,
    iso,
    line,
    money,
    optional_amounts,
    page,
    paid,
)
from .phone import Page, Phone
from .when import EN_MONTHS, WEEK

SHOPS = (
    "美味小厨",
    "速银钱包-充值",
    "云帆分期-还款",
    "鲜果汇便利店",
    "转账-给小李",
    "蓝鲸支付会员",
    "城市轨道交通",
    "好邻居药房",
    "星河金融代扣",
    "扫二维码付款-给老张",
)
SHOPS_TW = ("悠旅付儲值", "全友超商", "轉帳-王小姐", "好食早餐店", "分期付款-富邑", "停車費")
SHOPS_HK = ("滙通錢包增值", "百寶超市", "轉數快-陳生", "港盈財務還款", "電訊月費")

COMES = {
    "cn": ("转账-来自小李", "余额提现退回", "工资", "退款-好邻居药房"),
    "tw": ("轉帳-陳先生", "薪資", "退款-全友超商"),
    "hk": ("轉數快-Amy", "薪金", "退款-百寶超市"),
}


def _rows(phone: Phone, source: random.Random, count: int, hours: int) -> list[tuple[object, str, bool, float]]:
    shops = {"cn": SHOPS, "tw": SHOPS_TW, "hk": SHOPS_HK}[phone.place]
    ats = sorted((back_from(phone.now, source, hours) for _ in range(count)), reverse=True)
    found = []
    for at in ats:
        comes = source.random() < 0.2
        found.append((at, source.choice(COMES[phone.place] if comes else shops), comes, money(source)))
    return found


def wallet_list(phone: Phone, source: random.Random, form: str, long: bool = False) -> Page:
    """Return a wallet's list: ``wechat``, ``alipay`` or ``blue``, with signs before the amounts."""
    made = page(
        phone,
        f"bill-{form}",
        "bill",
        "账单",
        "#ededed/#111",
        "#ededed/#111" if form == "wechat" else "#fff/#1b1b1b",
        long=long,
    )
    tint = {"wechat": "#fa9d3b", "alipay": "#ff6430", "blue": "#1a66ff"}[form]
    out_sum, in_sum = money(source, 9000, 20000), money(source, 300, 9000)
    inner = [
        f'<div style="padding:13px 15px 9px;font-size:15px"><b>{phone.now.year}年{phone.now.month}月</b><div style="font-size:12.500px;color:#888">支出 ¥{out_sum:.2f}&nbsp; 收入 ¥{in_sum:.2f}</div></div>'
    ]
    optional_amounts(made, f"{out_sum:.2f} CNY", f"{in_sum:.2f} CNY")
    for at, shop, comes, amount in _rows(phone, source, 34 if long else 9, 90 if not long else 400):
        state, outcome = (
            ("", None)
            if source.random() < 0.7
            else source.choice(
                (("交易关闭", "closed"), ("已全额退款", "refunded"), ("处理中", "pending"), ("支付失败", "failed"))
            )
        )
        comes = comes and not state
        sign = "+" if comes else "-" if form != "blue" or not state else ""
        shown = (
            f"{at.month}月{at.day}日 {at:%H:%M}"
            if form == "wechat"
            else f"{at:%m-%d %H:%M}"
            if form == "alipay"
            else f"{at:%Y.%m.%d %H:%M}"
        )
        row = paid(iso(at), amount, direction="in" if comes else "out", party=shop, outcome=outcome)
        if outcome in ("closed", "failed", "refunded"):
            row.direction = None
        figure = f"{sign}{amount:,.2f}" if form != "blue" else f"{sign}¥{amount:,.2f}"
        inner.append(
            line(
                made,
                row,
                shop,
                shown,
                figure,
                state,
                dot(tint if comes else f"hsl({source.randrange(360)},45%,55%)", shop[0]),
                tint if comes else "",
            )
        )
    return body(made, inner)


def bank_list(phone: Phone, source: random.Random) -> Page:
    """Return a bank's statement, by days, with balances."""
    made = page(phone, "bill-bank", "bill", "收支明细", "#f6f6f8/#101114", "#c7000b/#3b0a0d", "#fff/#f4cfd1", party="")
    inner, last, grey = [], None, colours(phone)[2]
    balance = money(source, 4000, 30000)
    for at, shop, comes, amount in _rows(phone, source, 8, 130):
        if at.date() != last:
            inner.append(
                f'<div style="padding:12px 15px 5px;font-size:13px;color:{grey}">{at:%Y-%m-%d} 星期{WEEK[at.weekday()]}</div>'
            )
            last = at.date()
        row = paid(iso(at), amount, direction="in" if comes else "out", party=shop)
        inner.append(
            line(
                made,
                row,
                shop,
                f"{at:%H:%M:%S} 快捷支付",
                f"{'+' if comes else '-'}{amount:,.2f}",
                f"余额 {balance:,.2f}",
                tint="#c7000b" if comes else "",
            )
        )
        optional_amounts(made, f"{balance:.2f} CNY")
        balance = round(balance + (-amount if comes else amount), 2)
    return body(made, inner)


def abroad_list(phone: Phone, source: random.Random) -> Page:
    """Return a list of Taiwan, with years of the Republic, or of Hong Kong, in English dates."""
    tw = phone.place == "tw"
    made = page(
        phone,
        f"bill-{phone.place}",
        "bill",
        "交易明細" if tw else "交易紀錄",
        "#f3f5f7/#101214",
        "#00695c/#0b3330" if tw else "#fff/#17181b",
        "#fff/#cfe9e5" if tw else "#111/#ddd",
    )
    inner, code = [], "TWD" if tw else "HKD"
    for at, shop, comes, amount in _rows(phone, source, 9, 150):
        amount = float(int(amount)) if tw else amount
        shown = (
            f"{at.year - 1911}/{at:%m/%d %H:%M}"
            if tw
            else f"{at.day} {EN_MONTHS[at.month - 1][:3]} {at.year} {at:%H:%M}"
        )
        row = paid(iso(at), amount, code, direction="in" if comes else "out", party=shop)
        figure = (
            f"{'+' if comes else '-'}{SIGNS[code]}{amount:,.0f}"
            if tw
            else f"{'+' if comes else '-'} {SIGNS[code]}{amount:,.2f}"
        )
        inner.append(line(made, row, shop, shown, figure, "", tint="#0a8f5a" if comes else ""))
    return body(made, inner)


STATES = {"提现成功": "done", "提现失败": "failed", "处理中": "pending", "提现关闭": "closed"}


def withdrawals(phone: Phone, source: random.Random) -> Page:
    """Return a wallet's list of withdrawals with numbers."""
    made = page(phone, "withdrawals", "bill", "提现记录", "#eef2f9/#0e1116", "#2c5df5/#142861", "#fff/#d5dfff")
    inner = []
    for at, _, _, amount in _rows(phone, source, 5, 400):
        state, number = source.choice(list(STATES)), "TX" + digits(source, 14)
        row = paid(iso(at), amount, direction="out", reference=number, outcome=STATES[state])
        if STATES[state] in ("failed", "closed"):
            row.direction = None
        pairs = [
            ("提现金额", f"￥{amount:,.2f}"),
            ("申请时间", f"{at:%Y-%m-%d %H:%M}"),
            ("订单号", number),
            ("状态", state),
        ]
        inner.append(card(made, fields(made, pairs, pad=4), made.row(row)))
    return body(made, inner)


SINGLES = (
    ("payment-wechat", "账单详情", "星河金融代扣", "-{}", "支付成功", "done", "out", "转账时间"),
    ("payment-alipay", "账单详情", "云帆分期商城", "-{}", "交易成功", "done", "out", "创建时间"),
    ("withdrawal", "提现详情", "提现到银行卡", "{}", "提现失败", "failed", None, "申请时间"),
    ("topup", "充值详情", "蓝鲸支付充值", "{}", "处理中", "pending", None, "充值时间"),
    ("refund", "退款详情", "好邻居药房", "+{}", "已退款", "refunded", "in", "退款时间"),
    ("payment-failed", "交易详情", "速银钱包", "-{}", "支付失败", "failed", None, "交易时间"),
    ("withdrawal", "提现进度", "零钱提现", "¥{}", "银行处理中", "pending", None, "提现时间"),
    ("repaid", "还款结果", "安易借还款", "{}", "还款成功", "done", "out", "还款时间"),
)


def single(phone: Phone, source: random.Random, which: int) -> Page:
    """Return the page of one movement of money."""
    style, title, shop, shape, state, outcome, direction, when = SINGLES[which % len(SINGLES)]
    made = page(phone, style, "bill", title, "#f4f4f4/#101010")
    at, amount = back_from(phone.now, source, 60), money(source, 90, 8000)
    number, shop_number = digits(source, 28 if "wechat" in style else 20), f"{at:%Y%m%d}" + digits(source, 14)
    row = paid(iso(at), amount, direction=direction, reference=number, outcome=outcome)
    row.party = shop if which in (0, 1, 4, 5) else None
    label = "交易单号" if which % 2 == 0 else "订单号"
    pairs = [("当前状态", state), ("商品", source.choice(("分期还款", "日用百货", "账户余额"))), (when, f"{at.year}年{at.month}月{at.day}日 {at:%H:%M:%S}" if which % 2 else f"{at:%Y-%m-%d %H:%M:%S}"),
             ("支付方式", f"招财银行储蓄卡({digits(source, 4)})"), (label, number)]  # fmt: skip
    if which in (0, 1, 5):
        pairs.append(("商户单号", shop_number))
        entities(made, ("reference", shop_number))
    if outcome == "failed":
        pairs.insert(1, ("失败原因", source.choice(("银行卡状态异常", "账户存在风险，请联系客服", "单日限额已满"))))
    big = f'<div style="text-align:center;padding:10px 0 16px"><div style="font-size:15px">{words(shop)}</div><div style="font-size:34px;font-weight:600;margin-top:4px">{shape.format(f"{amount:,.2f}")}</div></div>'
    inner = card(made, big + fields(made, pairs), made.row(row))
    foot = card(made, '<div style="font-size:15px">对此订单有疑问</div>')
    return body(made, [inner, foot])


def single_abroad(phone: Phone, source: random.Random, which: int) -> Page:
    """Return the page of one movement of money in Taiwan or Hong Kong."""
    tw = phone.place == "tw"
    at, code = back_from(phone.now, source, 60), "TWD" if tw else "HKD"
    amount = float(int(money(source, 200, 20000))) if tw else money(source, 100, 9000)
    kinds = (
        (("繳款成功", "done", "out"), ("轉帳處理中", "pending", None), ("儲值失敗", "failed", None))
        if tw
        else (("轉賬成功", "done", "out"), ("提取失敗", "failed", None), ("處理中", "pending", None))
    )
    state, outcome, direction = kinds[which % 3]
    made = page(
        phone, f"payment-{phone.place}", "bill", "交易結果" if tw else "交易詳情", "#f3f4f6/#0f1012", "#fff/#17181b"
    )
    number = ("TW" if tw else "FPS") + digits(source, 14)
    row = paid(iso(at), amount, code, direction=direction, reference=number, outcome=outcome)
    shown = (
        f"民國{at.year - 1911}年{at.month}月{at.day}日 {at:%H:%M}"
        if tw
        else f"{at.day} {EN_MONTHS[at.month - 1][:3]} {at.year}, {at:%H:%M}"
    )
    figure = f"NT${amount:,.0f}" if tw else f"HK${amount:,.2f}"
    pairs = [
        ("交易時間", shown),
        ("交易序號" if tw else "參考編號", number),
        (
            "付款方式" if tw else "付款戶口",
            f"帳戶末五碼 {digits(source, 5)}" if tw else f"儲蓄戶口 ****{digits(source, 4)}",
        ),
    ]
    big = f'<div style="text-align:center;padding:14px 0"><div style="font-size:17px;font-weight:600">{state}</div><div style="font-size:32px;font-weight:600;margin-top:8px">{figure}</div></div>'
    return body(made, [card(made, big + fields(made, pairs), made.row(row))])


def refund_steps(phone: Phone, source: random.Random) -> Page:
    """Return how far a refund is."""
    made = page(phone, "refund", "bill", "退款进度", "#f5f5f5/#111", "#fff/#1a1a1a")
    at, amount, number = back_from(phone.now, source, 30), money(source, 60, 4000), "TK" + digits(source, 16)
    row = paid(iso(at), amount, direction="in", reference=number, outcome="pending")
    row.direction = None
    later = at + timedelta(minutes=7)
    steps = "".join(f'<div style="padding:9px 0 9px 14px;border-left:2px solid #ff8a3d;font-size:14px">{what}<div style="font-size:12px;color:#999">{when}</div></div>' for what, when in (
        ("退款处理中，等待银行入账", ""), ("商家同意退款", f"{later:%m-%d %H:%M}"), ("提交退款申请", f"{at:%m-%d %H:%M}")))  # fmt: skip
    pairs = [
        ("退款金额", f"¥{amount:.2f}"),
        ("退款单号", number),
        ("申请时间", f"{at:%Y-%m-%d %H:%M:%S}"),
        ("退款状态", "处理中"),
        ("退回账户", "分期账户"),
    ]
    inner = card(made, f'{fields(made, pairs)}<div style="margin-top:10px">{steps}</div>', made.row(row))
    return body(
        made,
        [
            inner,
            tag("tip", "退款到账时间以银行为准", "", "text-align:center;font-size:12px;color:#999;margin-top:20px"),
        ],
    )


def bank_detail(phone: Phone, source: random.Random) -> Page:
    """Return one movement as a bank's own app shows it, label by label, the balance among them."""
    tc = phone.place != "cn"
    made = page(
        phone,
        "bank-detail",
        "bill",
        "交易明細" if tc else "交易明细详情",
        "#fff/#101010",
        "#0a3d91/#0b1c3d",
        "#fff/#d3def2",
    )
    at, code = back_from(phone.now, source, 90), "TWD" if tc else "CNY"
    amount, balance = float(source.randrange(500, 30000)), money(source, 9000, 60000)
    number = f"{at:%Y%m%d}" + digits(source, 12)
    row = paid(iso(at), amount, code, direction="out", reference=number)
    balance = float(int(balance)) if tc else balance
    optional_amounts(made, f"{balance:.2f} {code}")
    if tc:
        pairs = [
            ("交易日期", f"民國{at.year - 1911}年{at.month}月{at.day}日"),
            ("交易時間", f"{at:%H:%M:%S}"),
            ("支出金額", f"NT${amount:,.0f}"),
            ("帳戶餘額", f"NT${balance:,.0f}"),
            ("交易序號", number),
            ("摘要", "扣款"),
        ]
    else:
        pairs = [
            ("交易时间", f"{at.year}年{at.month}月{at.day}日 {at:%H:%M:%S}"),
            ("收支", "支出"),
            ("交易金额", f"人民币 {amount:,.2f}"),
            ("账户余额", f"{balance:,.2f}"),
            ("交易渠道", "网络支付"),
            ("摘要", "代扣"),
            ("交易流水号", number),
        ]
    return body(made, [tag("row", fields(made, pairs, right=False, pad=11), made.row(row), "padding:6px 18px")])
