"""Plans of repayment, logins, contracts."""

from datetime import date, datetime, timedelta

from benchmarks.truth.format import Entity, Row, minute
from benchmarks.truth.heldout_7.leaf import Leaf, sheet_of
from benchmarks.truth.sheet import Sheet, words

SAID = {
    "hans": {"paid": "已还清", "due": "待还", "overdue": "已逾期"},
    "hant": {"paid": "已繳", "due": "未到期", "overdue": "逾期"},
}


def _months(leaf: Leaf, count: int) -> list[tuple[date, str]]:
    """Return the due days of a plan and what became of each, as seen on the day of the capture."""
    today = leaf.captured.date()
    day = leaf.source.randrange(3, 28)
    first = today.year * 12 + today.month - 1 - leaf.source.randrange(2, 5)
    late = leaf.source.random() < 0.6
    found = []
    for number in range(count):
        month = first + number
        due = date(month // 12, month % 12 + 1, day)
        state = "due" if due >= today else "paid"
        if state == "paid" and late and (today - due).days < 45:
            state = "overdue"
        found.append((due, state))
    return found


def _plan_head(leaf: Leaf, count: int, each: int) -> None:
    lent = each * count // 100 * 100
    total, value = leaf.money(lent, lent + 1, False)
    order = leaf.number(leaf.source.choice(["HT2025##########", "JKHT-2025######", "L##########"]))
    labels = ("借款金额", "合同编号", "期") if leaf.hans else ("貸款金額", "合約編號", "期")
    leaf.entities += [leaf.amount(value), Entity("reference", order)]
    leaf.put(
        f'<div class="card"><div class="kv"><span>{labels[0]}</span><b>{leaf.sign}{total}</b></div><div class="kv"><span>{labels[1]}</span><span>{order}</span></div><div class="g">{"共" if leaf.hans else "共"}{count}{labels[2]}</div></div>'
    )


def plan_cards(leaf: Leaf) -> Sheet:
    """Return a plan, each month of which is a card."""
    leaf.title = "还款计划" if leaf.hans else "還款計畫"
    count = leaf.source.choice((6, 9, 12))
    base = leaf.source.randrange(300, 1500)
    _plan_head(leaf, count, base - 50)
    for number, (due, state) in enumerate(_months(leaf, count), 1):
        shown, value = leaf.money(base, base + 2)
        capital, first = leaf.money(base - 60, base - 40)
        when = f"{due.year}年{due.month}月{due.day}日" if leaf.hans else f"{due:%Y/%m/%d}"
        ink = {"paid": leaf.look.grey, "due": "#3c7ee8", "overdue": "#e5484d"}[state]
        said = SAID[leaf.script][state]
        head = f"第{number}期" if leaf.hans else f"第 {number} 期"
        html = f'<div class="line"><b>{head}</b><span style="color:{ink}">{said}</span></div><div class="line" style="margin-top:5px"><span class="g">{"还款日" if leaf.hans else "繳款日"} {when}</span><b>{leaf.sign}{shown}</b></div><div class="g">{"含本金" if leaf.hans else "含本金"} {capital}</div>'
        row = Row("repayment", due.isoformat(), None, None, value, leaf.currency, outcome=state)
        row.entities = [leaf.amount(value), leaf.amount(first, True)]
        leaf.add(row, html, "card")
    return sheet_of(leaf)


def plan_table(leaf: Leaf) -> Sheet:
    """Return a plan as a table."""
    leaf.title = leaf.source.choice(["还款明细", "分期还款计划"]) if leaf.hans else "繳款明細表"
    leaf.css = f".r,.h{{display:grid;grid-template-columns:.6fr 1.35fr 1.1fr 1.1fr .9fr .95fr;padding:10px 9px;font-size:12.8px;background:{leaf.look.theirs};border-bottom:1px solid rgba(128,128,128,.2)}}.h{{font-weight:600}}"
    count = leaf.source.choice((9, 12, 12))
    base = leaf.source.randrange(300, 1500)
    _plan_head(leaf, count, base)
    heads = (
        ["期数", "还款日", "应还(元)", "本金", "利息", "状态"]
        if leaf.hans
        else ["期數", "繳款日", "應繳", "本金", "利息", "狀態"]
    )
    leaf.put('<div class="h">' + "".join(f"<span>{each}</span>" for each in heads) + "</div>")
    for number, (due, state) in enumerate(_months(leaf, count), 1):
        capital, interest = base + leaf.source.randrange(9), leaf.source.randrange(11, 60)
        value = f"{capital + interest:.2f}"
        shown = [
            f"{each:,.0f}" if leaf.zone == "Asia/Taipei" else f"{each:.2f}"
            for each in (capital + interest, capital, interest)
        ]
        when = f"{due:%Y-%m-%d}"
        if leaf.zone == "Asia/Taipei":
            when = f"{due.year - 1911}/{due:%m/%d}"
        cells = [str(number), when, *shown, SAID[leaf.script][state]]
        row = Row("repayment", due.isoformat(), None, None, value, leaf.currency, outcome=state)
        row.entities = [leaf.amount(value), leaf.amount(f"{capital:.2f}", True), leaf.amount(f"{interest:.2f}", True)]
        leaf.add(row, "".join(f"<span>{each}</span>" for each in cells))
    return sheet_of(leaf)


DEVICES = ["iPhone 14", "Redmi K60", "HUAWEI Mate 60", "OPPO A57", "Windows Chrome", "vivo Y78", "Galaxy S23", "iPad"]
CITIES = {
    "hans": ["广东省深圳市", "云南省昆明市", "海南省海口市", "境外 柬埔寨", "上海市"],
    "hant": ["台北市", "新北市", "香港", "柬埔寨", "高雄市"],
}


def logins(leaf: Leaf) -> Sheet:
    """Return a list of logins."""
    leaf.title = leaf.source.choice(["登录记录", "登录设备管理", "最近登录"]) if leaf.hans else "登入紀錄"
    leaf.css = f".r{{padding:11px 16px;background:{leaf.look.theirs};border-bottom:.5px solid rgba(128,128,128,.2)}}"
    at = leaf.captured - timedelta(minutes=leaf.source.randrange(5, 60))
    form = leaf.source.choice(("%Y-%m-%d %H:%M:%S", "%Y/%m/%d %H:%M", "%m-%d %H:%M"))
    for _ in range(11):
        device, city = leaf.source.choice(DEVICES), leaf.source.choice(CITIES[leaf.script])
        address = f"{leaf.source.randrange(20, 220)}.{leaf.source.randrange(255)}.{leaf.source.randrange(255)}.{leaf.source.randrange(255)}"
        html = f'<div class="line"><span>{device}</span><span class="g">{at.strftime(form)}</span></div><div class="g">{city}&nbsp; IP {address}</div>'
        leaf.add(Row("login", minute(at), text=device), html)
        at -= timedelta(minutes=leaf.source.choice((70, 300, 900, 1700, 4000)))
    return sheet_of(leaf)


CLAUSES = {
    "hans": [
        "第一条 甲方（出借人）向乙方（借款人）提供借款人民币{0}元，借款期限12个月，年利率（单利）18.25%。",
        "第二条 乙方应于每月15日前将当期款项存入约定账户，由甲方委托的支付机构划扣。",
        "第三条 乙方逾期的，甲方有权自逾期之日起按日收取万分之五的违约金。",
        "第四条 乙方可提前清偿全部借款，甲方不收取违约金。",
        "第五条 本合同争议由甲方住所地人民法院管辖。客服电话：{1}。",
    ],
    "hant": [
        "第一條 甲方同意貸與乙方新臺幣{0}元整，期間十二個月，年利率百分之十二。",
        "第二條 乙方應於每月十五日前將當期款項存入指定帳戶。",
        "第三條 乙方遲延繳款者，甲方得按日加收違約金。",
        "第四條 本契約以臺灣臺北地方法院為第一審管轄法院。申訴專線：{1}。",
    ],
}


def contract(leaf: Leaf) -> Sheet:
    """Return a page of a contract: no rows, but whatever is read of it is no invention."""
    leaf.title = "个人借款合同" if leaf.hans else "個人信用貸款契約書"
    shown, value = leaf.money(3000, 50000)
    phone = leaf.number("400-8##-####" if leaf.hans else "0800-###-###")
    order = leaf.number(leaf.source.choice(["XJD20250#######", "HT-2025-#######"]))
    signed: datetime = leaf.captured - timedelta(days=70)
    when = (
        f"{signed.year}年{signed.month}月{signed.day}日"
        if leaf.hans
        else f"中華民國{signed.year - 1911}年{signed.month}月{signed.day}日"
    )
    head = f"合同编号：{order}" if leaf.hans else f"契約編號：{order}"
    side = ["甲方：安屿消费金融有限公司", "乙方：陈**"] if leaf.hans else ["甲方：晴川融資股份有限公司", "乙方：林○○"]
    text = "".join(
        f"<p style='margin:9px 0;text-indent:2em'>{words(each.format(shown, phone))}</p>"
        for each in CLAUSES[leaf.script]
    )
    html = (
        f"<p>{head}</p>"
        + "".join(f"<p>{each}</p>" for each in side)
        + text
        + f"<p style='text-align:right'>{'签订日期' if leaf.hans else '簽約日期'}：{when}</p>"
    )
    row = Row("*", optional=True)
    leaf.add(row, html, "card", "line-height:1.7")
    leaf.entities += [leaf.amount(value), Entity("reference", order), Entity("phone", phone)]
    return sheet_of(leaf)
