"""Pages about one thing: a payment, a plan, an error, a contract, a complaint; and the list of logins."""

from datetime import date, datetime, timedelta

from benchmarks.truth.days import after_working_days
from benchmarks.truth.format import Entity, Promise, Row, minute
from benchmarks.truth.heldout_6.frame import inks, money_row, pairs, table_sheet, title_bar
from benchmarks.truth.heldout_6.page import Scene
from benchmarks.truth.heldout_6.slots import MONEY, agent, contract, digits, order, phone, sum_of_money, ticket
from benchmarks.truth.sheet import Sheet, tag, words

MARKS = {"cn": "¥", "tw": "NT$", "hk": "HK$"}
FIRMS = {
    "cn": ("云禾消费金融有限公司", "青藤小额贷款有限公司"),
    "tw": ("皓宇資融股份有限公司", "暖風數位股份有限公司"),
    "hk": ("港灣財務有限公司", "信銀速貸有限公司"),
}


def _money(scene: Scene) -> tuple[str, str]:
    """Return an amount as truth has it and as the page shows it."""
    value = f"{scene.source.randint(300, 26000)}.00" if scene.region == "tw" else sum_of_money(scene.source)[0]
    shown = f"{float(value):,.0f}" if scene.region == "tw" else f"{float(value):,.2f}"
    return value, MARKS[scene.region] + shown


STATES_CN = [("支付成功", "done"), ("已全额退款", "refunded"), ("交易关闭", "closed")]
STATES_HANT = [("交易成功", "done"), ("交易失敗", "failed"), ("處理中", "pending")]
PAID_CN = ("当前状态", "付款方式", "收款方全称", "支付时间", "交易单号", "商户单号")
PAID_HANT = ("交易狀態", "付款方式", "收款方", "交易時間", "交易序號", "訂單編號")


def payment(scene: Scene) -> Sheet:
    """Return the page of one payment."""
    value, shown = _money(scene)
    at = scene.captured - timedelta(
        days=scene.source.randint(1, 20), minutes=scene.source.randint(3, 500), seconds=scene.source.randint(1, 59)
    )
    number, second = order(scene.source, at, 0), digits(scene.source, 16)
    brand = {"cn": "云禾分期", "tw": "暖風分期", "hk": "港灣財務"}[scene.region]
    firm = FIRMS[scene.region][scene.region == "tw"]
    cn = scene.region == "cn"
    words_of, outcome = scene.source.choice(STATES_CN if cn else STATES_HANT)
    labels = PAID_CN if cn else PAID_HANT
    card = scene.cjk(f"招商银行储蓄卡({digits(scene.source, 4)})", f"VISA（{digits(scene.source, 4)}）")
    values = (words_of, card, firm, f"{at:%Y-%m-%d %H:%M:%S}", number, second)
    row = money_row(
        Row(
            "payment",
            minute(at),
            None if outcome == "closed" else "out",
            f"{brand}|{firm}",
            value,
            MONEY[scene.region],
            f"{number}|{second}",
            outcome=outcome,
            id="r0",
        )
    )
    head = f'<div style="text-align:center;padding:24px 0 14px"><div style="font-size:17px">{brand}</div><div style="font-size:34px;font-weight:600;margin-top:6px">-{shown}</div></div>'
    inner = (
        f'<div data-id="r0"><div class="card">{head}{pairs(list(zip(labels, values, strict=True)))}</div></div>'
        + _after_pay(scene)
    )
    return table_sheet(
        scene,
        scene.truth("payment-detail", "payment"),
        [row],
        title_bar(scene, scene.cjk("账单详情", "交易明細")),
        inner,
    )


def _after_pay(scene: Scene) -> str:
    entries = (
        ("对此订单有疑问", "联系商家", "申请电子回单") if scene.region == "cn" else ("回報問題", "聯絡商家", "下載收據")
    )
    return (
        '<div class="card">'
        + "".join(
            f'<div style="padding:11px 0;font-size:15px;display:flex"><span style="flex:1">{one}</span><span class="f">›</span></div>'
            for one in entries
        )
        + "</div>"
    )


def plan(scene: Scene) -> Sheet:
    """Return a repayment plan: numbered dues, some paid, one overdue perhaps."""
    _, faint, _, card = inks(scene)
    truth, source = scene.truth("plan", "plan"), scene.source
    count = 24 if scene.form == "long" else 8
    first = (scene.captured - timedelta(days=source.randint(70, 160))).replace(day=source.randint(3, 26))
    share, fee = source.randint(300, 2400), source.randint(8, 90)
    value = f"{share + fee}.00" if scene.region == "tw" else f"{share + fee}.{source.randint(10, 99)}"
    late_from = source.choice((1, 2, 99))
    rows, html = [], ""
    for index in range(count):
        months = first.month - 1 + index
        due = date(first.year + months // 12, months % 12 + 1, first.day)
        outcome = "due" if due > scene.captured.date() else "overdue" if index >= late_from else "paid"
        shown = MARKS[scene.region] + (f"{float(value):,.0f}" if scene.region == "tw" else f"{float(value):,.2f}")
        row = money_row(
            Row("repayment", due.isoformat(), None, None, value, MONEY[scene.region], outcome=outcome, id=f"r{index}")
        )
        row.entities += [
            Entity("amount", f"{float(part):.2f} {MONEY[scene.region]}", True) for part in (fee, float(value) - fee)
        ]
        rows.append(row)
        parts = f"{scene.cjk('本金', '本金')}{float(value) - fee:,.2f} + {scene.cjk('息费', '利息')}{fee:.2f}"
        start = f"{_part(scene, index + 1, count)}　{_due(scene, due)}"
        html += _share(row, (start, parts, shown, _state(scene, outcome, due)), faint)
    number = contract(source, first)
    truth.entities.append(Entity("reference", number))
    head = f'<div class="card" style="font-size:14px;padding:12px 14px">{scene.cjk("借款合同", "契約編號" if scene.region == "tw" else "合約編號")} {number}</div>'
    return table_sheet(
        scene,
        truth,
        rows,
        title_bar(scene, scene.cjk("还款计划", "還款計畫" if scene.region == "tw" else "還款計劃")),
        f'{head}<div class="card" style="background:{card}">{html}</div>',
    )


def _share(row: Row, said: tuple[str, str, str, str], faint: str) -> str:
    """Return one line of a plan."""
    start, parts, shown, state = said
    colour = {"paid": faint, "due": "inherit", "overdue": "#e5393b"}[row.outcome or "due"]
    return tag(
        "row",
        f'<div style="flex:1"><div style="font-size:15.5px">{start}</div><div style="font-size:12.5px;color:{faint}">{parts}</div></div><div style="text-align:right"><div style="font-size:16px">{shown}</div><div style="font-size:12.5px;color:{colour}">{state}</div></div>',
        row.id,
        "padding:10px 0;border-bottom:.5px solid #8883",
    )


def _part(scene: Scene, index: int, count: int) -> str:
    return f"第{index}期" if scene.seed % 2 else f"{index}/{count}期"


def _due(scene: Scene, due: date) -> str:
    if scene.region == "tw":
        return f"{due.year - 1911}/{due:%m/%d}"
    return f"{due:%Y-%m-%d}" if scene.region == "cn" else f"{due:%Y/%m/%d}"


def _state(scene: Scene, outcome: str, due: date) -> str:
    days = (scene.captured.date() - due).days
    said = {"paid": ("已还清", "已繳清"), "due": ("待还款", "待繳"), "overdue": (f"已逾期{days}天", f"逾期 {days} 天")}[
        outcome
    ]
    return said[0] if scene.region == "cn" else said[1]


def _as_in_hong_kong(text: str) -> str:
    for taiwan, there in (("儲值", "增值"), ("提領", "提款"), ("帳戶", "戶口"), ("通路", "系統")):
        text = text.replace(taiwan, there)
    return text


ERRORS = {
    (True, True): ("充值", "充值处理中", "银行已扣款，等待渠道确认"),
    (False, True): ("儲值", "儲值處理中", "銀行已扣款，等待通路確認"),
    (True, False): ("提现", "提现失败", "账户存在风险，暂不支持提现（错误码 E5021）"),
    (False, False): ("提領", "提領失敗", "帳戶異常，暫停提領（錯誤代碼 E5021）"),
}


def failed(scene: Scene) -> Sheet:
    """Return the page of a withdrawal or top-up that did not go through, or not yet."""
    source, (value, shown) = scene.source, _money(scene)
    at = scene.captured - timedelta(minutes=source.randint(1, 40), seconds=source.randint(1, 59))
    number, waiting = order(source, at, 0), scene.seed % 2 == 0
    cn = scene.region == "cn"
    title, head, why = ERRORS[cn, waiting]
    if scene.region == "hk":
        title, head, why = (_as_in_hong_kong(one) for one in (title, head, why))
    labels = (
        (f"{title}金额", "到账银行卡", "申请时间", "订单编号")
        if cn
        else (f"{title}金額", "銀行帳戶", "申請時間", "訂單編號")
    )
    bank = f"建设银行 尾号{digits(source, 4)}" if cn else f"末四碼 {digits(source, 4)}"
    values = (shown, bank, f"{at:%Y-%m-%d %H:%M:%S}", number)
    outcome = "pending" if waiting else "failed"
    row = money_row(
        Row("payment", minute(at), None, None, value, MONEY[scene.region], number, outcome=outcome, id="r0")
    )
    truth = scene.truth("error-page", "error")
    tel, tel_value = phone(source, scene.region)
    truth.entities.append(Entity("phone", tel_value))
    promise = "如订单失败，款项将在3个工作日内原路退回。" if cn else "如訂單失敗，款項將於3個工作天內退回。"
    if waiting:
        truth.promises.append(Promise(promise, after_working_days(at.date(), 3).isoformat(), True))
    tint, sign = ("#ff9d2e", "…") if waiting else ("#e5393b", "✕")
    top = f'<div style="text-align:center;padding:28px 20px 12px"><div style="width:64px;height:64px;border-radius:50%;background:{tint};color:#fff;font-size:34px;line-height:60px;margin:0 auto">{sign}</div><div style="font-size:21px;font-weight:600;margin-top:12px">{head}</div><div class="f" style="font-size:14px;margin-top:6px">{why}</div></div>'
    help_ = f'<div class="f" style="padding:10px 26px;font-size:13px">{promise if waiting else ""}<br>{"客服热线" if cn else "客服專線"} {words(tel)}</div>'
    inner = (
        f'<div data-id="r0">{top}<div class="card">{pairs(list(zip(labels, values, strict=True)))}</div></div>{help_}'
    )
    return table_sheet(scene, truth, [row], title_bar(scene, title), inner)


LOGINS = {
    True: (
        ("HUAWEI Mate 60 Pro", "iPhone 15", "Redmi Note 12", "OPPO Reno11", "Windows 电脑"),
        ("上海", "广东 深圳", "河南 郑州", "海外"),
        ("登录成功", "登录成功", "密码错误"),
    ),
    False: (
        ("iPhone 15 Pro", "SM-S9180", "Pixel 8", "Windows 網頁版"),
        ("台北市", "高雄市", "香港", "未知地區"),
        ("登入成功", "登入成功", "驗證失敗"),
    ),
}


def logins(scene: Scene) -> Sheet:
    """Return the list of logins: machine, place, moment."""
    _, faint, _, card = inks(scene)
    machines, cities, results = LOGINS[scene.region == "cn"]
    rows, html, at = [], "", scene.captured
    for index in range(9):
        at -= timedelta(
            minutes=scene.source.choice((40, 300, 1300, 2900)) + scene.source.randint(0, 55),
            seconds=scene.source.randint(1, 59),
        )
        machine, city = scene.source.choice(machines), scene.source.choice(cities)
        result = scene.source.choice(results)
        stamp = f"{at:%Y-%m-%d %H:%M:%S}" if scene.region == "cn" else f"{at:%Y/%m/%d %H:%M}"
        rows.append(Row("login", minute(at), text=machine, id=f"r{index}"))
        place = f"{city}　IP {scene.source.randint(36, 223)}.{scene.source.randint(1, 254)}.*.*"
        html += tag(
            "row",
            f'<div style="flex:1"><div style="font-size:16px">{machine}</div><div style="font-size:13px;color:{faint}">{place}</div><div style="font-size:13px;color:{faint}">{stamp}</div></div><div style="font-size:13px;color:{faint}">{result}</div>',
            f"r{index}",
            "padding:10px 0;border-bottom:.5px solid #8883",
        )
    title = scene.cjk("登录记录", "登入紀錄" if scene.region == "tw" else "登入記錄")
    return table_sheet(
        scene,
        scene.truth("logins", "logins"),
        rows,
        title_bar(scene, title),
        f'<div class="card" style="background:{card}">{html}</div>',
    )


CLAUSES = {
    "cn": (
        "一、借款金额：人民币{0}。",
        "二、借款期限：12个月，自放款之日起算。",
        "三、年化利率：23.4%（单利）。",
        "四、乙方承诺按期足额还款，并保证所提供的资料真实有效。",
        "五、乙方逾期的，甲方有权自逾期之日起按日加收罚息，并可委托第三方催收。",
        "六、甲方客服电话：{1}。",
        "七、因本合同发生争议的，双方应协商解决，协商不成的，提交甲方所在地人民法院管辖。",
    ),
    "tw": (
        "一、借款金額：{0}。",
        "二、借款期間：12個月，自撥款日起算。",
        "三、年利率：15.6%。",
        "四、乙方應按期清償，並保證所提供之資料均屬真實。",
        "五、乙方如有遲延，甲方得請求遲延利息，並得委託第三人催收。",
        "六、甲方客服電話：{1}。",
        "七、因本契約涉訟者，以臺灣臺北地方法院為第一審管轄法院。",
    ),
    "hk": (
        "1. 貸款金額：{0}。",
        "2. 還款期：12個月，由提款日起計。",
        "3. 實際年利率：28.8%。",
        "4. 借款人須按期還款，並保證所提供之資料真實。",
        "5. 借款人如逾期還款，貸款人有權收取逾期利息，並委託第三方追收。",
        "6. 貸款人查詢熱線：{1}。",
        "7. 本合約受香港特別行政區法律管轄。",
    ),
}


def agreement(scene: Scene) -> Sheet:
    """Return a page of a loan contract: no rows, no promises of the lender."""
    source, (value, shown) = scene.source, _money(scene)
    signed = scene.captured - timedelta(days=source.randint(30, 200))
    number, (tel, tel_value) = contract(source, signed), phone(source, scene.region)
    truth = scene.truth("contract", "contract")
    firm = source.choice(FIRMS[scene.region])
    truth.entities += [
        Entity("reference", number),
        Entity("amount", f"{value} {MONEY[scene.region]}"),
        Entity("phone", tel_value),
        Entity("institution", firm, True),
    ]
    title = {"cn": "个人消费借款合同", "tw": "消費借貸契約書", "hk": "私人貸款合約"}[scene.region]
    label = {"cn": "合同编号", "tw": "契約編號", "hk": "合約編號"}[scene.region]
    lender = {"cn": "甲方（贷款人）", "tw": "甲方（貸與人）", "hk": "貸款人"}[scene.region]
    when = {"cn": "签订日期", "tw": "簽訂日期", "hk": "簽署日期"}[scene.region]
    dated = (
        f"中華民國{signed.year - 1911}年{signed.month}月{signed.day}日"
        if scene.region == "tw"
        else f"{signed.year}年{signed.month}月{signed.day}日"
    )
    clauses = "".join(f"<p>{words(one.format(shown, tel))}</p>" for one in CLAUSES[scene.region])
    inner = f'<div style="padding:18px 22px;font-family:\'Noto Serif CJK {"SC" if scene.region == "cn" else "TC"}\';font-size:15px;line-height:1.75"><div data-id="r0"><div style="text-align:center;font-size:19px;font-weight:600">{title}</div><p>{label}：{number}<br>{lender}：{firm}<br>{when}：{dated}</p>{clauses}</div></div>'
    rows = [Row("*", id="r0", optional=True)]
    return table_sheet(scene, truth, rows, title_bar(scene, title), inner)


STEPS = {
    "cn": ("提交投诉", "平台受理", "商家处理中", "客服回复"),
    "tw": ("申訴送出", "案件受理", "業者處理中", "客服回覆"),
    "hk": ("提交投訴", "個案受理", "跟進中", "客戶服務回覆"),
}
REPLIES = {
    "cn": (
        "您好，您反馈的问题我们已核实。{我们将在{0}前把多收的费用退回您的账户。}",
        "尊敬的用户，我们已收到您的材料。{专员会在{0}前与您电话沟通处理方案。}",
    ),
    "tw": ("您好，您的申訴已收到。{我們會在{0}前以書面回覆您。}", "您好，經查確有重複扣款。{款項將於{0}前退還。}"),
    "hk": ("閣下的個案已轉交專責同事。{我們會於{0}前回覆閣下。}", "經查證，有關收費有誤。{款項會於{0}前退回。}"),
}
CONTENT = {
    "cn": "本人从未申请该笔借款，{0}于未授权情况下入账，要求撤销并删除征信记录，请勿再联系本人家属。",
    "tw": "本人未曾申辦該筆貸款，{0}遭不明撥入，要求撤銷並更正聯徵紀錄。",
    "hk": "本人從未申請該筆貸款，{0}在未經授權下存入，要求取消並更正信貸紀錄。",
}


def complaint(scene: Scene) -> Sheet:
    """Return a complaint's page: its number, what was said, what became of it, with a promise in the reply."""
    source, region = scene.source, scene.region
    filed = scene.captured - timedelta(days=source.randint(3, 9), minutes=source.randint(5, 300))
    number, (value, shown) = ticket(source, filed), _money(scene)
    staff = agent(source, region)
    replied = scene.captured - timedelta(hours=source.randint(2, 20))
    due = replied.date() + timedelta(days=source.randint(4, 12))
    reply = REPLIES[region][scene.seed % 2].replace("{0}", f"{due.month}月{due.day}日")
    promise = reply[reply.index("{") + 1 : reply.index("}")]
    truth = scene.truth("ticket", "ticket")
    truth.entities += [Entity("agent_id", staff), Entity("amount", f"{value} {MONEY[region]}")]
    truth.promises.append(Promise(promise, due.isoformat()))
    labels = (
        ("投诉编号", "投诉对象", "提交时间", "处理状态")
        if region == "cn"
        else ("案件編號", "申訴對象", "送出時間", "處理狀態")
    )
    firm = source.choice(FIRMS[region])
    truth.entities.append(Entity("institution", firm, True))
    facts = pairs(
        list(zip(labels, (number, firm, f"{filed:%Y-%m-%d %H:%M}", scene.cjk("处理中", "處理中")), strict=True))
    )
    row = Row("complaint", minute(filed), reference=number, id="r0", entities=[Entity("reference", number)])
    content = f'<div class="card"><div style="font-weight:600;padding:8px 0">{scene.cjk("投诉内容", "內容")}</div><div style="font-size:14.5px;padding-bottom:10px">{words(CONTENT[region].replace("{0}", shown))}</div></div>'
    inner = f'<div class="card" data-id="r0">{facts}</div>{content}{_steps(scene, filed, replied, reply, staff)}'
    steps = [Row("*", id=f"r{index}", optional=True) for index in range(1, 5)]
    return table_sheet(
        scene,
        truth,
        [row, *steps],
        title_bar(scene, scene.cjk("投诉详情", "申訴詳情" if region == "tw" else "投訴詳情")),
        inner,
    )


def _steps(scene: Scene, filed: datetime, replied: datetime, reply: str, staff: str) -> str:
    """Return what became of it, newest first."""
    between = (replied - filed) / 3
    html = ""
    for index in range(3, -1, -1):
        at = replied if index == 3 else filed + between * index
        label = {"cn": "工号", "tw": "員工編號", "hk": "職員編號"}[scene.region]
        text = f"{label}{staff}：" + reply.replace("{", "").replace("}", "") if index == 3 else ""
        more = f'<div style="font-size:14.5px;margin-top:4px">{words(text)}</div>' if text else ""
        dot = "#1677ff" if index == 3 else "#aaa"
        html += f'<div data-id="r{index + 1}" style="padding:9px 0 9px 20px;position:relative"><i style="position:absolute;left:2px;top:15px;width:9px;height:9px;border-radius:50%;background:{dot}"></i><div style="font-size:15px">{STEPS[scene.region][index]} <span class="f" style="font-size:12.5px;margin-left:8px">{at:%m-%d %H:%M}</span></div>{more}</div>'
    return f'<div class="card"><div style="font-weight:600;padding:8px 0">{scene.cjk("处理进度", "處理進度")}</div>{html}</div>'
