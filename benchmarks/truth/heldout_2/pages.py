"""Pages of which one sees few: money that did not arrive, who logged in, what was signed, what became of a complaint."""

from collections.abc import Callable
from datetime import datetime, timedelta

from benchmarks.truth.format import Promise, Row, minute
from benchmarks.truth.heldout_2.record_page import Paper, facts
from benchmarks.truth.heldout_2.tickets import TICKETS, Ticket
from benchmarks.truth.sheet import Sheet, rows_entities, tag, words

DEVICES = (
    "HUAWEI Mate 60 Pro",
    "Redmi Note 12",
    "iPhone 14 Pro",
    "OPPO Reno11",
    "vivo X100",
    "HONOR Magic6",
    "Windows 电脑",
)
TOWNS = ("广东深圳", "浙江杭州", "四川成都", "湖南长沙", "广西南宁", "福建厦门")
TOWNS_TW = ("台北市", "高雄市", "台中市", "新北市")


def _moved(page: Paper, at: datetime | None, cents: int, outcome: str, reference: str = "") -> str:
    currency = {"CN": "CNY", "TW": "TWD", "HK": "HKD"}[page.region]
    row = Row("payment", minute(at) if at else None, amount=f"{cents / 100:.2f}", currency=currency, outcome=outcome)
    rows_entities(row)
    row.reference = reference or None
    if reference:
        page.note("reference", reference)
    return page.row(row)


def topup_failed(page: Paper, form: str) -> Sheet:
    """Draw a top-up that did not work, with its reason and number."""
    hant, source = page.region == "HK", page.source
    at, cents = (
        page.captured - timedelta(minutes=source.randrange(1, 4), seconds=source.randrange(60)),
        source.randrange(100, 3000) * 100,
    )
    order = page.digits("FPS########" if hant else "CZ2026############")
    name = _moved(page, at, cents, "failed", order)
    amount = f"{'HK$' if hant else '¥'}{cents / 100:,.2f}"
    sign = tag("sign", "✕", style="background:#e5483f")
    hero = sign + f"<b>{'增值失敗' if hant else '充值失败'}</b><div class=big>{amount}</div>"
    hero += f"<p>{'銀行系統繁忙，請稍後再試' if hant else source.choice(('银行通道繁忙，请稍后再试', '银行卡可用余额不足', '交易超时，未收到银行结果'))}</p>"
    labels = ("參考編號", "交易時間", "付款戶口") if hant else ("充值单号", "充值时间", "付款银行卡")
    told = [
        (labels[0], order),
        (labels[1], f"{at:%Y-%m-%d %H:%M:%S}"),
        (labels[2], "012-***-88" if hant else "丰汇银行(尾号7703)"),
    ]
    foot = tag("button", "重試" if hant else "重新充值") + tag("button ghost", "聯絡客服" if hant else "联系客服")
    return page.sheet(form, "增值" if hant else "充值结果", tag("", tag("hero", hero) + facts(told), name), foot=foot)


def withdrawal_pending(page: Paper, form: str) -> Sheet:
    """Draw a withdrawal that hangs, with its steps. Its estimate is no sentence of anybody: opinions differ."""
    source = page.source
    at, cents = (
        page.captured - timedelta(hours=source.randrange(26, 70), seconds=source.randrange(60)),
        source.randrange(300, 20_000) * 100 + 50,
    )
    order = page.digits("TX##############")
    name = _moved(page, at, cents, "pending", order)
    until = at + timedelta(days=1)
    estimate = f"预计{until.month}月{until.day}日24点前到账"
    page.promises.append(Promise(estimate, until.date().isoformat(), optional=True))
    hero = tag("sign", "…", style="background:#f0a020") + f"<b>提现处理中</b><div class=big>¥{cents / 100:,.2f}</div>"
    steps = [("提现申请已提交", f"{at:%m-%d %H:%M}"), ("银行处理中", estimate), ("到账成功", "")]
    shown = "".join(tag("step", f"<b>{what}</b><time>{when}</time>") for what, when in steps)
    told = [("提现单号", order), ("申请时间", f"{at:%Y-%m-%d %H:%M:%S}"), ("到账银行卡", "丰汇银行 尾号5521")]
    return page.sheet(form, "提现详情", tag("", tag("hero", hero) + facts(told), name) + tag("facts", shown))


def withdrawal_refused(page: Paper, form: str) -> Sheet:
    """Draw a dialog over the page on which one enters how much to withdraw: an attempt, of which no time is shown."""
    source, hant = page.source, page.region == "TW"
    cents = source.randrange(100, 20_000) * 100
    amount = f"{'NT$' if hant else '¥'} {cents // 100:,}"
    row = Row("payment", outcome="failed", optional=True)
    name = page.row(row)
    page.note("amount", f"{cents / 100:.2f} {'TWD' if hant else 'CNY'}")
    phone = page.note("phone", page.digits("0800-###-###" if hant else "400-8##-####"))
    code = f"RC{source.randrange(1000, 9999)}"
    reason = (
        f"您的帳戶存在風險，暫時無法提領（代碼{code}）。如有疑問請聯絡客服{phone}。"
        if hant
        else f"账户存在安全风险，暂不支持提现（错误码{code}）。如有疑问，请致电{phone}。"
    )
    hero = tag("hero", f"<p>{'提領金額' if hant else '提现金额'}</p><div class=big>{amount}</div>", name)
    told = facts(
        [("入帳銀行", "安和銀行 尾碼771")] if hant else [("到账银行卡", "丰汇银行(7703)"), ("到账时间", "2小时内到账")]
    )
    title, buttons = ("提領失敗", ("取消", "聯絡客服")) if hant else ("提现失败", ("知道了", "联系客服"))
    dialog = f"<b>{title}</b><p>{words(reason)}</p><div><span>{buttons[0]}</span><span>{buttons[1]}</span></div>"
    foot = tag("button", "確認提領" if hant else "确认提现")
    return page.sheet(form, "提領" if hant else "提现", hero + told + foot, over=tag("veil", tag("dialog", dialog)))


def logins(page: Paper, form: str) -> Sheet:
    """Draw who logged in, when, with what and from where."""
    hant, at, shown = page.region != "CN", page.captured, []
    for _ in range(9):
        at -= timedelta(minutes=page.source.choice((35, 240, 700, 1600, 2900)), seconds=page.source.randrange(60))
        device, town = page.source.choice(DEVICES), page.source.choice(TOWNS_TW if hant else TOWNS)
        device = device.replace("电脑", "電腦") if hant else device
        name = page.row(Row("login", minute(at), text=device))
        way = page.source.choice(("密碼登入", "簡訊驗證碼登入") if hant else ("密码登录", "短信验证码登录", "指纹登录"))
        main = tag("main", f"{device}<p>{at:%Y-%m-%d %H:%M:%S}</p><p>{town} · {way}</p>")
        odd = ("異地登入" if hant else "异地登录") if page.source.random() < 0.25 else ""
        shown.append(tag("item", main + tag("side red", f"<small>{odd}</small>"), name))
    hint = tag("group", "僅顯示近90天的登入紀錄" if hant else "仅展示最近90天的登录记录，如非本人操作请立即修改密码")
    return page.sheet(form, "登入紀錄" if hant else "登录记录", hint + tag("list", "".join(shown)))


def log_table(page: Paper, form: str) -> Sheet:
    """Draw the same as a table with addresses."""
    at = page.captured
    shown = ["<tr><th>时间</th><th>设备</th><th>IP地址</th><th>地点</th></tr>"]
    for _ in range(12):
        at -= timedelta(minutes=page.source.choice((15, 90, 480, 1500)))
        device = page.source.choice(DEVICES)
        name = page.row(Row("login", minute(at), text=device))
        address = f"{page.source.randrange(101, 223)}.{page.source.randrange(10, 99)}.*.{page.source.randrange(2, 254)}"
        cells = (f"{at:%Y-%m-%d}<br>{at:%H:%M}", device, address, page.source.choice(TOWNS))
        shown.append(f'<tr data-id="{name}">' + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>")
    page.classes = "navy"
    return page.sheet(form, "账户登录日志", f"<table>{''.join(shown)}</table>")


CLAUSES = {
    "CN": (
        "第一条 借款金额：人民币{capital}（大写：{capitals}），期限{count}个月。",
        "第二条 借款利率：年利率（单利）为{rate}%，自放款日起按日计息。",
        "第三条 乙方应于每月{day}日前足额存入应还款项，甲方有权委托第三方代扣。",
        "第四条 乙方逾期的，甲方有权按日收取未还本金0.05%的违约金。",
        "第五条 甲方审核通过后，将借款划入乙方指定账户；审核未通过的，本合同不生效。",
        "第六条 乙方提前还款的，应至少提前3个工作日书面通知甲方。",
        "第七条 因本合同产生的争议，由甲方所在地人民法院管辖。",
    ),
    "TW": (
        "第一條 借款金額：新臺幣{capital}（大寫：{capitals}），分{count}期攤還。",
        "第二條 借款利率：年利率{rate}%，自撥款日起按日計息。",
        "第三條 乙方應於每月{day}日前將應繳款項匯入甲方指定帳戶。",
        "第四條 乙方遲延繳款時，甲方得按日收取未還本金萬分之五之違約金。",
        "第五條 甲方於審核通過後，始將借款撥入乙方帳戶。",
        "第六條 乙方得隨時提前清償，惟應於7日前以書面通知甲方。",
    ),
}
CAPITALS = {
    "CN": (
        (1_000_000, "壹万元整"),
        (1_500_000, "壹万伍仟元整"),
        (300_000, "叁仟元整"),
        (2_680_000, "贰万陆仟捌佰元整"),
    ),
    "TW": ((3_000_000, "參萬元整"), (12_000_000, "壹拾貳萬元整"), (4_500_000, "肆萬伍仟元整")),
}


def contract(page: Paper, form: str) -> Sheet:
    """Draw a loan contract: numbers and amounts, and nothing that happened at a time but its signature."""
    taiwan, source = page.region == "TW", page.source
    cents, capitals = source.choice(CAPITALS[page.region])
    capital = page.money(cents) + "元"
    number = page.note(
        "reference", page.digits("HD-115-######" if taiwan else "JK(2026)######").replace("(", "").replace(")", "")
    )
    given = {
        "capital": capital,
        "capitals": capitals,
        "count": 12,
        "rate": source.choice(("23.9", "18.0", "15.4")),
        "day": 15,
    }
    title = "借款契約書" if taiwan else "个人借款合同"
    label = "契約編號" if taiwan else "合同编号"
    sides = (
        ("甲方（貸與人）：好貸通股份有限公司", "乙方（借款人）：林○○")
        if taiwan
        else ("甲方（出借人）：恒信小贷有限公司", "乙方（借款人）：周**")
    )
    text = f"<h2>{title}</h2>" + tag("plain", f"{label}：{number}", style="text-align:right")
    text += "".join(f'<p class="plain">{side}</p>' for side in sides)
    text += "".join(f"<p>{clause.format(**given)}</p>" for clause in CLAUSES[page.region])
    at = page.captured - timedelta(days=source.randrange(20, 60))
    signed = (
        f"中華民國{at.year - 1911}年{at.month}月{at.day}日"
        if taiwan
        else f"签署日期：{at.year}年{at.month}月{at.day}日"
    )
    text += f'<p class="plain" data-id="{page.row(Row("*", optional=True))}" style="text-align:right">{signed}</p>'
    return page.sheet(form, "契約內容" if taiwan else "合同详情", tag("paper", text))


def ticket(page: Paper, form: str) -> Sheet:
    """Draw what became of a complaint, step by step, the last one first."""
    it: Ticket = TICKETS[page.pick]
    page.classes = "teal" if it.region == "TW" else ""
    begun = page.captured - timedelta(days=it.days)
    shown = []
    for step in it.steps:
        at = (begun + timedelta(days=step.day)).replace(hour=step.hour, minute=page.source.randrange(60))
        line = page.marked(step.text, at)
        row = Row("complaint", minute(at), text=line.text)
        when = f"{at.year - 1911}/{at:%m/%d %H:%M}" if it.region == "TW" else f"{at:%Y-%m-%d %H:%M}"
        shown.append(tag("step", f"<time>{when}</time><b>{step.head}</b>{words(line.text)}", page.row(row)))
    number = page.digits(it.number)
    page.note("reference", number)
    told = [
        (it.labels[0], number),
        (it.labels[1], it.against),
        (it.labels[2], page.marked(it.wish, begun).text),
        (it.labels[3], it.state),
    ]
    head = facts(told, page.row(Row("*", optional=True)))
    return page.sheet(form, it.title, head + tag("group", it.labels[4]) + tag("facts", "".join(reversed(shown))))


PAGES: dict[str, Callable[[Paper, str], Sheet]] = {
    "failed_topup": topup_failed, "pending_withdrawal": withdrawal_pending, "refused_withdrawal": withdrawal_refused,
    "logins": logins, "log_table": log_table, "contract": contract, "ticket": ticket,
}  # fmt: skip
