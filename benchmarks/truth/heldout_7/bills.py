"""Bills of wallets and banks, one payment's page, and payments that failed."""

from datetime import datetime, timedelta

from benchmarks.truth.format import Entity, Row, minute
from benchmarks.truth.heldout_7.leaf import Leaf, sheet_of
from benchmarks.truth.sheet import Sheet, words

SHOPS = {
    "hans": [
        "美宜家便利店",
        "滴滴出行",
        "安屿消费金融有限公司",
        "惠民生鲜",
        "李**",
        "云汇分期-自动还款",
        "中国石化",
        "浦江银行信用卡还款",
        "拼好货商城",
        "瑞幸咖啡",
        "南网通讯充值",
    ],
    "hant": [
        "全聯福利中心",
        "7-ELEVEN 信義門市",
        "大安分期有限公司",
        "台灣電力公司",
        "晴川融資",
        "王○明",
        "悠遊卡加值",
        "Uber Eats",
    ],
}
INCOME = {
    "hans": ["退款-拼好货商城", "转账-来自张*", "工资", "安屿消费金融放款"],
    "hant": ["退款-蝦米購物", "轉入-林○君", "薪資", "大安分期撥款"],
}
STATES = {
    "hans": [
        ("", None),
        ("", None),
        ("", None),
        ("交易关闭", "closed"),
        ("已全额退款", "refunded"),
        ("处理中", "pending"),
        ("支付失败", "failed"),
    ],
    "hant": [
        ("", None),
        ("", None),
        ("", None),
        ("交易取消", "closed"),
        ("已退款", "refunded"),
        ("處理中", "pending"),
        ("交易失敗", "failed"),
    ],
}


HONGKONG = ["八達通增值", "百佳超級市場", "匯灣財務有限公司", "港燈", "樂貸財務", "麥當勞", "CHAN T** M**"]


def _shops(leaf: Leaf) -> list[str]:
    return HONGKONG if leaf.zone == "Asia/Hong_Kong" else SHOPS[leaf.script]


def bill_list(leaf: Leaf) -> Sheet:
    """Return a wallet's list of payments, by months."""
    leaf.title = (
        leaf.source.choice(["账单", "交易记录", "我的账单"])
        if leaf.hans
        else leaf.source.choice(["交易紀錄", "帳單明細"])
    )
    leaf.css = f".r{{display:flex;align-items:center;gap:11px;padding:10px 15px;background:{leaf.look.theirs};border-bottom:.5px solid rgba(128,128,128,.18)}}.i{{width:36px;height:36px;border-radius:50%;flex:none}}"
    at = leaf.captured - timedelta(hours=2)
    month = None
    faces = leaf.source.random() < 0.6
    dated = leaf.source.choice(("cn", "iso", "rel"))
    for _ in range(13 if leaf.form != "long" else 70):
        if month != (at.year, at.month):
            month = (at.year, at.month)
            _month_head(leaf, at)
        _bill_row(leaf, at, faces, dated)
        at -= timedelta(hours=leaf.source.choice((3, 8, 26, 41)), minutes=leaf.source.randrange(50))
        at = at if at.hour >= 7 else (at - timedelta(days=1)).replace(hour=leaf.source.randrange(17, 23))
    return sheet_of(leaf)


def _month_head(leaf: Leaf, at: datetime) -> None:
    spent, value = leaf.money(900, 9000)
    got, other = leaf.money(100, 6000)
    labels = ("支出", "收入")
    later = bool(leaf.rows)  # may stand below the end of the screen
    leaf.entities += [leaf.amount(value, later), leaf.amount(other, later)]
    leaf.put(
        f'<div style="padding:11px 15px 7px"><b>{at.year}年{at.month}月</b><div class="g">{labels[0]} {leaf.sign}{spent}&nbsp;&nbsp; {labels[1]} {leaf.sign}{got}</div></div>'
    )


def _bill_row(leaf: Leaf, at: datetime, faces: bool, dated: str) -> None:
    got = leaf.source.random() < 0.2
    who = leaf.source.choice(INCOME[leaf.script] if got else _shops(leaf))
    shown, value = leaf.money(3, 90) if leaf.source.random() < 0.5 and not got else leaf.money(300, 9000)
    state, outcome = ("", None) if got else leaf.source.choice(STATES[leaf.script])
    ago = (leaf.captured.date() - at.date()).days
    when = f"{at:%m-%d %H:%M}" if dated == "iso" else f"{at.month}月{at.day}日 {at:%H:%M}"
    if dated == "rel" and ago < 2:
        when = f"{('今天', '昨天')[ago]} {at:%H:%M}"
    icon = f'<div class="i" style="background:hsl({len(who) * 47 % 360},55%,60%)"></div>' if faces else ""
    ink = "color:#e08a1e" if got else ""
    still = f'<div class="g" style="text-align:right">{state}</div>' if state else ""
    html = f'{icon}<div style="flex:1"><div>{words(who)}</div><div class="g">{when}</div></div><div><div style="font-size:17px;{ink};text-align:right">{"+" if got else "-"}{shown}</div>{still}</div>'
    row = Row(
        "payment",
        minute(at),
        "in" if got else "out",
        who,
        value,
        leaf.currency,
        outcome=outcome,
        entities=[leaf.amount(value)],
    )
    leaf.add(row, html)


def _pairs(pairs: list[tuple[str, str]]) -> str:
    return "".join(
        f'<div class="kv"><span>{words(key)}</span><span>{words(value)}</span></div>' for key, value in pairs
    )


def _when(leaf: Leaf, stamp: datetime) -> str:
    when = (
        f"{stamp:%Y-%m-%d %H:%M:%S}"
        if leaf.source.random() < 0.6
        else f"{stamp.year}年{stamp.month}月{stamp.day}日 {stamp:%H:%M:%S}"
    )
    if leaf.zone == "Asia/Taipei":
        when = leaf.source.choice((f"{stamp.year - 1911}/{stamp:%m/%d %H:%M}", f"{stamp:%Y/%m/%d %H:%M:%S}"))
    return when


def _goods_and_way(leaf: Leaf) -> tuple[tuple[str, str], str]:
    hans = leaf.hans
    goods = leaf.source.choice(
        [("商品说明", "自动扣款"), ("账单分类", "生活服务"), ("收单机构", "网联清算")]
        if hans
        else [("備註", "線上付款"), ("交易類型", "一般消費")]
    )
    way = (
        leaf.source.choice(["零钱", "浦江银行储蓄卡(3317)", "余额"])
        if hans
        else leaf.source.choice(["信用卡 末四碼5528", "帳戶餘額"])
    )
    return goods, way


def bill_detail(leaf: Leaf) -> Sheet:
    """Return one payment with all that a wallet says of it."""
    hans = leaf.hans
    leaf.title = "账单详情" if hans else "交易明細"
    who = leaf.source.choice(_shops(leaf))
    shown, value = leaf.money(100, 7000)
    at = leaf.captured - timedelta(days=leaf.source.randrange(0, 60), minutes=leaf.source.randrange(20, 900))
    state, outcome = leaf.source.choice(
        [("支付成功", "done"), ("已全额退款", "refunded"), ("交易关闭", "closed"), ("支付成功", "done")]
        if hans
        else [("付款成功", "done"), ("交易成功", "done"), ("已退款", "refunded")]
    )
    order = leaf.number("42000#####20############")[: leaf.source.choice((20, 24, 28))]
    shop = leaf.number(leaf.source.choice(["SH#########", "2025##########88#", "M#########X"]))
    stamp = at.replace(second=leaf.source.randrange(60))
    keys = (
        ("当前状态", "支付时间", "支付方式", "交易单号", "商户单号")
        if hans
        else ("交易狀態", "交易時間", "付款方式", "交易序號", "訂單編號")
    )
    when = _when(leaf, stamp)
    goods, way = _goods_and_way(leaf)
    pairs = [*zip(keys, (state, when, way, order, shop), strict=True)]
    pairs.insert(leaf.source.randrange(1, 5), goods)
    html = f'<div class="mid" style="padding-top:16px">{words(who)}</div><div class="big">-{shown}</div>{_pairs(pairs)}'
    row = Row("payment", minute(at), "out", who, value, leaf.currency, f"{order}|{shop}", outcome=outcome)
    row.entities = [leaf.amount(value), Entity("reference", order), Entity("reference", shop)]
    leaf.add(row, html, "card")
    leaf.put(f'<div class="card mid" style="color:#4f7fc9">{"对订单有疑惑" if hans else "回報問題"}</div>')
    return sheet_of(leaf)


TROUBLE = {
    "hans": [
        ("提现失败", "提现到", "您的账户存在异常，暂不支持提现，请联系客服{0}处理", "失败原因"),
        ("充值失败", "付款卡", "银行卡余额不足或超过单日限额，如已扣款请拨打{0}", "失败原因"),
        ("提现失败", "到账银行卡", "收款银行系统维护中，客服热线{0}", "原因"),
    ],
    "hant": [
        ("提領失敗", "轉入帳戶", "您的帳戶目前受限制，請洽客服{0}", "失敗原因"),
        ("儲值失敗", "付款卡片", "發卡銀行拒絕交易，如有疑問請電{0}", "失敗原因"),
    ],
}


def trouble(leaf: Leaf) -> Sheet:
    """Return the page of a withdrawal or top-up that failed."""
    title, card, why, key = leaf.source.choice(TROUBLE[leaf.script])
    leaf.title = title[:2]
    shown, value = leaf.money(200, 9000)
    phone = leaf.number({"Asia/Taipei": "0800-###-###", "Asia/Hong_Kong": "2### ####"}.get(leaf.zone, "400-8##-####"))
    order = leaf.number(leaf.source.choice(["TX2025##########", "W#############", "2025####11########"]))
    at = leaf.captured - timedelta(minutes=leaf.source.randrange(2, 400), seconds=leaf.source.randrange(60))
    keys = ("申请时间", "订单号", "金额") if leaf.hans else ("申請時間", "訂單編號", "金額")
    bank = "浦江银行 (尾号3317)" if leaf.hans else "數位銀行 末四碼1093"
    lines = [
        (keys[2], f"{leaf.sign}{shown}"),
        (card, bank),
        (keys[0], f"{at:%Y-%m-%d %H:%M:%S}"),
        (keys[1], order),
        (key, why.format(phone)),
    ]
    html = (
        f'<div class="mid" style="font-size:46px;color:#e5484d;padding-top:20px">⊗</div><div class="big" style="font-size:22px">{title}</div>'
        + _pairs(lines)
    )
    row = Row("payment", minute(at), None, None, value, leaf.currency, order, outcome="failed")
    row.entities = [leaf.amount(value), Entity("reference", order), Entity("phone", phone)]
    leaf.add(row, html, "card")
    button = "重新提交" if leaf.hans else "重新申請"
    leaf.put(
        f'<div class="mid" style="margin:26px 40px;padding:12px;border-radius:24px;background:#3c7ee8;color:#fff">{button}</div>'
    )
    return sheet_of(leaf)
