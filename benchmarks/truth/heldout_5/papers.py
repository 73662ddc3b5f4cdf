"""Repayment plans, logins, contracts and complaints."""

from datetime import date, timedelta

from benchmarks.truth.days import after_working_days
from benchmarks.truth.format import Entity, Promise, minute
from benchmarks.truth.heldout_5.money import value_of
from benchmarks.truth.heldout_5.pages import Made, dated, earlier, pair
from benchmarks.truth.heldout_5.slots import INSTITUTIONS, Talk
from benchmarks.truth.sheet import Sheet, rows_entities, tag, words


def _money(made: Made, value: float) -> str:
    if made.region == "cn":
        return (f"¥{value:,.2f}", f"{value:.2f}元", f"{value:,.2f}元")[made.phone.width % 3]
    return f"NT${value:,.0f}" if made.region == "tw" else f"HK${value:,.2f}"


def _month_later(day: date, months: int) -> date:
    total = day.year * 12 + day.month - 1 + months
    return date(total // 12, total % 12 + 1, min(day.day, 28))


def plan(made: Made) -> Sheet:
    """Return a repayment plan: what was paid, what is overdue, what is still to come."""
    source, simple = made.source, made.region == "cn"
    each = value_of(made, 150, 2600)
    each = float(round(each)) if not simple else each
    number = "HT" + made.digits(14) if simple else "A" + made.digits(9)
    made.note("reference", number)
    first = _month_later(made.captured.date(), -source.randint(2, 5)).replace(day=source.randint(3, 26))
    items = ""
    shape = source.choice(("dash", "cn", "slash"))
    late = source.random() < 0.6
    for index in range(made.page.rows):
        day = _month_later(first, index)
        past = day < made.captured.date()
        soon = past and _month_later(day, 1) >= made.captured.date()
        state = "overdue" if soon and late else "paid" if past else "due"
        items += _instalment(made, index, day, each, state, shape)
    total = each * made.page.rows
    made.note("amount", made.amount(total), optional=True)
    top = pair(made.say("合同编号", "合約編號"), number) + pair(made.say("借款总额", "總金額"), _money(made, total))
    line = Talk(made.region, source).slots()["hot"](source, made.captured)
    made.truth.entities += line.entities
    top += pair(made.say("客服电话", "客服電話"), line.words)
    return made.sheet(made.say("还款计划", "還款計畫"), tag("card", top) + tag("card", items), "")


def _instalment(made: Made, index: int, day: date, value: float, state: str, shape: str) -> str:
    names = {"paid": ("已还清", "已繳清"), "overdue": ("已逾期", "已逾期"), "due": ("待还款", "待繳款")}
    text = {"dash": f"{day:%Y-%m-%d}", "slash": f"{day:%Y/%m/%d}", "cn": f"{day.year}年{day.month}月{day.day}日"}[shape]
    if made.page.region == "tw" and shape == "cn":
        text = f"{day.year - 1911}年{day.month:02d}月{day.day:02d}日"
    row = made.row(kind="repayment", at=day.isoformat(), amount=f"{value:.2f}", currency=made.currency, outcome=state)
    rows_entities(row)
    interest = round(value * 0.08) if made.region == "tw" else round(value * 0.08, 2)
    rest = value - interest
    row.entities += [Entity("amount", made.amount(interest), True), Entity("amount", made.amount(rest), True)]
    detail = (
        ""
        if made.page.style == "bare"
        else f"<br>{made.say('本金', '本金')} {rest:.2f}  {made.say('利息', '利息')} {interest:.2f}"
    )
    if made.region == "tw" and detail:
        detail = f"<br>本金 {rest:.0f}  利息 {interest:.0f}"
    css = {"paid": "green", "overdue": "red", "due": "faint"}[state]
    middle = f"{made.say('第', '第')}{index + 1}{made.say('期', '期')}<small>{text}{detail}</small>"
    name = names[state][made.region != "cn"]
    return tag(
        "item",
        f"<div class='mid'>{middle}</div><div class='end'>{_money(made, value)}<small class='{css}'>{name}</small></div>",
        row.id,
    )


DEVICES = (
    "Xiaomi 14",
    "HUAWEI Mate 60 Pro",
    "iPhone 15",
    "OPPO Reno11",
    "vivo X100",
    "HONOR 90",
    "Redmi K70",
    "Windows 11",
    "iPad Air",
)
CITIES = {
    "cn": ("浙江杭州", "广东东莞", "湖南长沙", "境外·缅甸", "上海", "福建厦门"),
    "tw": ("台北市", "高雄市", "台中市", "境外·柬埔寨"),
    "hk": ("香港", "九龍", "境外·菲律賓"),
}


def logins(made: Made) -> Sheet:
    """Return a list of logins."""
    items = ""
    form = made.source.choice(("dash", "cn", "slash"))
    for at in earlier(made.source, made.captured, made.page.rows, 60):
        device, city = made.source.choice(DEVICES), made.source.choice(CITIES[made.region])
        text, said = dated(at, made.captured, form)
        row = made.row(kind="login", at=said, text=device)
        address = f"IP {made.source.randint(36, 223)}.{made.source.randint(1, 250)}.{made.source.randint(1, 250)}.*"
        way = made.source.choice(
            ("短信验证码登录", "密码登录", "指纹登录")
            if made.region == "cn"
            else ("密碼登入", "簡訊驗證登入" if made.region == "tw" else "短訊驗證登入")
        )
        items += tag(
            "item",
            f"<div class='mid'>{device}<small>{city}  {address}</small><small>{way}</small></div><span class='faint' style='font-size:13px'>{text}</span>",
            row.id,
        )
    top = tag(
        "head",
        made.say("以下为近90天的登录记录，如有异常请立即修改密码", "以下為近90天的登入紀錄，如有異常請立即變更密碼"),
    )
    return made.sheet(made.say("登录设备记录", "登入紀錄"), top + tag("card", items), "")


CLAUSES = {
    "cn": (
        "第一条 贷款人同意按照本合同约定向借款人发放贷款，借款人应按期足额偿还贷款本息。",
        "第二条 借款人未按期还款的，贷款人有权自逾期之日起按日收取罚息，直至清偿完毕。",
        "第三条 借款人有权提前还款，提前还款不收取违约金。",
        "第四条 因本合同发生的争议，双方应协商解决；协商不成的，提交合同签订地人民法院诉讼解决。",
    ),
    "tw": (
        "第一條 乙方應依本契約約定按期繳付分期款項。",
        "第二條 乙方遲延繳款時，甲方得請求遲延利息。",
        "第三條 本契約如有爭議，以臺灣臺北地方法院為第一審管轄法院。",
    ),
    "hk": ("1. 借款人須按還款表準時還款。", "2. 逾期還款將按日計算逾期利息。", "3. 本合約受香港特別行政區法律管轄。"),
}


def contract(made: Made) -> Sheet:
    """Return a page of a loan's contract: what can be read of it is noted, nothing happened on it."""
    lender = made.source.choice(INSTITUTIONS[made.region]) + made.say(
        "有限公司", "股份有限公司" if made.region == "tw" else "有限公司"
    )
    value, fee = float(made.source.randint(20, 300) * 100), value_of(made, 20, 400)
    number = "JK" + made.digits(16) if made.region == "cn" else "LA" + made.digits(10)
    signed = made.captured.date() - timedelta(made.source.randint(20, 200))
    row = made.row(kind="*", optional=True)
    made.note("reference", number)
    made.note("amount", made.amount(value))
    made.note("amount", made.amount(fee))
    made.note("institution", f"{lender}|{lender.removesuffix('有限公司').removesuffix('股份')}")
    top = pair(made.say("合同编号", "合約編號"), number) + pair(made.say("贷款人", "貸款人"), lender)
    top += pair(made.say("借款人", "借款人"), made.say("*建国", "王○明")) + pair(
        made.say("借款金额", "借款金額"), _money(made, value)
    )
    top += pair(made.say("服务费", "手續費"), _money(made, fee)) + pair(
        made.say("借款期限", "借款期限"), made.say("12个月", "12個月")
    )
    top += pair(made.say("年化利率", "年利率"), "23.4%") + pair(
        made.say("签署日期", "簽署日期"), f"{signed.year}年{signed.month}月{signed.day}日"
    )
    line = Talk(made.region, made.source).slots()["hot"](made.source, made.captured)
    made.truth.entities += line.entities
    top += pair(made.say("客服热线", "客服專線"), line.words)
    low = "".join(f"<p style='margin:9px 0;text-align:justify'>{words(each)}</p>" for each in CLAUSES[made.region])
    html = f"<div data-id='{row.id}'>{tag('card', top)}{tag('card', low)}</div>"
    return made.sheet(made.say("借款合同", "貸款合約"), html, "")


STEPS = {
    "cn": ("已受理", "处理中", "已办结"),
    "tw": ("已受理", "處理中", "已結案"),
    "hk": ("已收到", "跟進中", "已完成"),
}


def ticket(made: Made) -> Sheet:
    """Return one complaint: its number, when it was filed, who has it, what was answered."""
    at = earlier(made.source, made.captured, 1, 120)[0]
    number = made.source.choice(("TS", "GD", "")) + made.digits(12) if made.region == "cn" else "C" + made.digits(9)
    source = made.source
    agent = source.choice((made.digits(5), "A" + made.digits(4), made.digits(6)))
    value = value_of(made, 200, 6000)
    row = made.row(kind="complaint", at=minute(at), reference=number)
    made.note("reference", number)
    made.note("agent_id", agent)
    made.note("amount", made.amount(value))
    due = after_working_days(at.date(), 5) if made.region == "cn" else at.date() + timedelta(7)
    promise = made.say(
        f"我们将于{due.month}月{due.day}日前给您答复，请保持电话畅通。",
        f"我們將於{due.month}月{due.day}日前回覆您，請保持電話暢通。",
    )
    made.truth.promises.append(Promise(promise, due.isoformat()))
    what = made.say(f"未经本人同意被扣款{value:.2f}元，要求退款", f"未經本人同意扣款{_money(made, value)}，要求退款")
    top = pair(made.say("投诉编号", "申訴編號"), number) + pair(
        made.say("提交时间", "提交時間"), f"{at:%Y-%m-%d %H:%M}:26"
    )
    top += pair(made.say("当前状态", "目前狀態"), STEPS[made.region][1], "orange")
    talk = Talk(made.region, source)
    mine = talk.slots()["mob"](source, made.captured)
    made.truth.entities += mine.entities
    top += pair(made.say("联系电话", "聯絡電話"), mine.words)
    top += pair(made.say("处理人工号", "承辦人工號"), agent) + pair(made.say("投诉内容", "申訴內容"), what)
    head = made.say("处理回复", "處理回覆")
    reply = made.say("您好，您的投诉我们已经收到。", "您好，您的申訴我們已經收到。") + promise
    html = f"<div data-id='{row.id}'>{tag('card', top)}</div>{tag('head', head)}{tag('card', f'<p>{reply}</p>')}"
    return made.sheet(made.say("投诉详情", "申訴詳情"), html, "")


def tickets(made: Made) -> Sheet:
    """Return a list of complaints."""
    kinds = made.say("退款纠纷,账户异常,催收投诉,征信异议", "退款爭議,帳戶異常,催收申訴,帳單爭議").split(",")
    items = ""
    for at in earlier(made.source, made.captured, made.page.rows, 300):
        number = "GD" + made.digits(10) if made.region == "cn" else "C" + made.digits(9)
        text, said = dated(at, made.captured, "dash" if made.region == "cn" else "slash")
        row = made.row(kind="complaint", at=said, reference=number)
        rows_entities(row)
        agent = made.digits(5)
        row.entities.append(Entity("agent_id", agent))
        by = f"{made.say('经办工号', '承辦工號')} {agent}"
        state = made.source.choice(STEPS[made.region])
        middle = f"<div>{made.source.choice(kinds)}</div><small>{made.say('工单号', '案件編號')}：{number}</small><small>{by}</small><small>{text}</small>"
        items += tag(
            "item",
            f"<div class='mid'>{middle}</div><span class='orange' style='font-size:13.5px'>{state}</span>",
            row.id,
        )
    return made.sheet(made.say("我的投诉", "我的申訴"), tag("card", items), "")
